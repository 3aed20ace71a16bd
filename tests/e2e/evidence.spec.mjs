// The evidence panel: what was said, by whom and through whom, when, and where it stands.
import { expect, open, ready, test, WIDE } from "./support/fixtures.mjs";
import { Evidence, fragment, Frame, List, longDate, Network, published } from "./support/pages.mjs";

test.use({ viewport: WIDE });

const LATER = "000_36e21ac50adf7b26";
const EARLIER = "003_40645e43958e305f";

let evidence;
let frame;

test.beforeEach(async ({ page }) => {
  evidence = new Evidence(page);
  frame = new Frame(page);
});

const place = ({ paragraph, sentence }) => `¶ ${paragraph}, sentence ${sentence}`;

test("before anything is chosen it says what it is for, and names the sources", async ({ page }) => {
  await open(page);
  const { sources } = await published(page);
  for (const { title } of sources) await expect(evidence.panel).toContainText(title);
  await evidence.panel.getByRole("link", { name: sources[0].title }).click();
  await expect(evidence.title).toHaveText(sources[0].title);
});

test("of an actor: who it is, what it did, said and had done to it, each with its place", async ({ page }) => {
  await open(page, "#/network?sel=actor:ashot-mkrtychev");
  await expect(evidence.title).toHaveText("Ashot Mkrtychev");
  await expect(evidence.panel).toContainText(/person/i);
  await expect(evidence.panel).toContainText("Chief executive of Versor");
  await expect(evidence.term("Country")).toHaveText("Slovakia");
  await expect(evidence.card("designation:ashot-mkrtychev")).toContainText("¶ 10, sentence 1");
  const { facts } = await published(page);
  for (const { id, subject, objects } of facts) {
    if (subject === "ashot-mkrtychev" || objects.includes("ashot-mkrtychev")) await expect(evidence.card(`fact:${id}`)).toHaveCount(1);
  }
});

test("of an actor whom the report does not name: it says so, and looks so", async ({ page }) => {
  await open(page, "#/network?sel=actor:nk-defence-minister");
  await expect(evidence.term("Named")).toHaveText("by office only");
  await expect(evidence.title).toHaveCSS("font-style", "italic");
  await open(page, "#/network?sel=actor:unnamed-weapons-company-1");
  await expect(evidence.term("Named")).toHaveText("not named");
  await expect(evidence.title).toHaveCSS("font-style", "italic");
});

test("of a line: all that passed there, and what came back", async ({ page }) => {
  await open(page, "#/network?sel=edge:vladimir-putin~kim-jong-un");
  await expect(evidence.title).toHaveText("Kim Jong Un ↔ Vladimir Putin");
  const { facts } = await published(page);
  const passes = (from, to) => facts.filter(({ subject, objects }) => subject === from && objects.includes(to));
  const [there, back] = [passes("vladimir-putin", "kim-jong-un"), passes("kim-jong-un", "vladimir-putin")];
  await expect(evidence.panel.getByText(`${there.length + back.length} facts`, { exact: true })).toBeVisible();
  for (const fact of [...there, ...back]) {
    await expect(evidence.card(`fact:${fact.id}`)).toHaveCount(1);
    for (const one of fact.evidence) await expect(evidence.card(`fact:${fact.id}`)).toContainText(place(one));
  }
  const headings = (await evidence.panel.getByRole("heading", { level: 3 }).allInnerTexts()).map((it) => it.toLowerCase());
  expect(headings).toEqual(["kim jong un → vladimir putin", "to each other", "vladimir putin → kim jong un"]);
});

test("of a fact: statement, chain, time as reported and as resolved and how, status, place", async ({ page }) => {
  await open(page, "#/network?sel=fact:lim-concern-and-regret");
  const { facts } = await published(page);
  const fact = facts.find(({ id }) => id === "lim-concern-and-regret");
  await expect(evidence.title).toHaveText(fact.text);
  await expect(evidence.term("Who says so")).toContainText(/Lim Soo-suk → Associated Press → report of 14 September 2023/);
  await expect(evidence.term("Who says so")).toContainText("¶ 5, sentence 1");
  await expect(evidence.term("When")).toContainText("14 September 2023");
  await expect(evidence.term("When")).toContainText(/no time in the report/);
  await expect(evidence.term("When")).toContainText(/date of the report/);
  await expect(evidence.term("Status")).toContainText("only said");
  await expect(evidence.term("Status")).toContainText(/its speaker alone/);
  await expect(evidence.speech).toContainText("“We express our deep concern and regret”");
  await expect(evidence.speech).toContainText("Lim Soo-suk");
  await evidence.term("Who says so").getByRole("link", { name: "Associated Press" }).click();
  await expect(evidence.title).toHaveText("Associated Press");
});

test("of a fact with a weekday: the word of the report and the day that it means", async ({ page }) => {
  await open(page, "#/network?sel=fact:ministry-concern-and-regret");
  const when = evidence.term("When");
  await expect(when).toContainText("14 September 2023");
  await expect(when).toContainText("“Thursday” in the report");
  await expect(when).toContainText("weekday, counted from the date of the report");
});

test("of a designation: authority, reason, group, since when and how that is known, who says so", async ({ page }) => {
  await open(page, "#/sanctions");
  await new List(page).link("Versor S.R.O.").click();
  const { designations } = await published(page);
  const versor = designations.find(({ id }) => id === "versor");
  await expect(evidence.title).toHaveText("Versor S.R.O.");
  await expect(evidence.panel).toContainText(versor.reason);
  await expect(evidence.panel.getByRole("link", { name: "South Korea", exact: true }).first()).toBeVisible();
  await expect(evidence.panel.getByRole("link", { name: versor.group_label, exact: true })).toBeVisible();
  await expect(evidence.term("Listed")).toContainText("21 September 2023");
  await expect(evidence.term("Listed")).toContainText("“Thursday” in the report");
  await expect(evidence.term("Listed")).toContainText("weekday");
  await expect(evidence.term("Status")).toHaveText("imposed");
  await expect(evidence.term("Who says so")).toContainText(/South Korean Foreign Ministry → report of 21 September 2023/);
  await expect(evidence.term("Who says so")).toContainText(place(versor.evidence[0]));
});

test("of a source: who published it, when, its fingerprint, and what it says in its order", async ({ page }) => {
  const { sources, facts } = await published(page);
  for (const { id, title, sha256, written } of sources) {
    await open(page, `#/network?sel=source:${id}`);
    await expect(evidence.title).toHaveText(title);
    await expect(evidence.term("SHA-256")).toHaveText(sha256);
    await expect(evidence.term("File")).toHaveText(id);
    await expect(evidence.term("Written")).toContainText(longDate(written.start));
    const own = facts.filter((fact) => fact.evidence.some(({ source }) => source === id));
    await expect(evidence.cards).toHaveCount(own.length);
    const places = await evidence.cards.evaluateAll((cards) => cards.map((card) => card.innerText));
    const first = own.map((fact) => Math.min(...fact.evidence.filter(({ source }) => source === id).map(({ paragraph, sentence }) => paragraph * 100 + sentence))).sort((a, b) => a - b);
    for (const [nth, text] of places.entries()) expect(text).toContain(`¶ ${Math.floor(first[nth] / 100)}, sentence ${first[nth] % 100}`);
  }
});

test.describe("of everything there is", () => {
  test("every fact tells its sentence, speaker, time, places and direct speech", async ({ page }) => {
    await open(page, "#/network?as=table");
    const { facts, actors, sources } = await published(page);
    const name = new Map(actors.map((actor) => [actor.id, actor.name]));
    const written = new Map(sources.map(({ id, written: it }) => [id, longDate(it.start)]));
    expect(facts.length).toBeGreaterThan(50);
    const told = await evidence.read(facts.map(({ id, text }) => ({ selection: `fact:${id}`, title: text })));
    for (const [nth, { title, text }] of told.entries()) {
      const fact = facts[nth];
      const says = (what) => expect(text, fact.id).toContain(what);
      expect(title).toBe(fact.text);
      for (const one of fact.evidence) {
        says(place(one));
        says(`report of ${written.get(one.source)}`);
        if (one.exact) says(`“${one.exact.text}”`), says(name.get(one.exact.speaker));
      }
      for (const id of [fact.speaker, ...fact.via, fact.subject, ...fact.objects, ...fact.about].filter(Boolean)) says(name.get(id));
      if (fact.when.reported) says(fact.when.reported);
      if (fact.when.start) says(longDate(fact.when.start));
      for (const { to } of fact.links) says(facts.find(({ id }) => id === to).text);
    }
  });

  test("every actor and every designation has its evidence", async ({ page }) => {
    await open(page, "#/network?as=table");
    const { actors, designations } = await published(page);
    const all = [
      ...actors.map(({ id, name: title }) => ({ selection: `actor:${id}`, title })),
      ...designations.map(({ id, target: title }) => ({ selection: `designation:${id}`, title })),
    ];
    for (const { selection, title, text } of await evidence.read(all)) {
      expect(title, selection).toBe(all.find((it) => it.selection === selection).title);
      expect(text, selection).toMatch(/¶ \d+, sentence \d+/);
    }
  });
});

test("direct speech stands in quotation marks, with its speaker, in the panel and on cards", async ({ page }) => {
  await open(page, "#/network?sel=fact:putin-never-violates");
  await expect(evidence.speech).toContainText("“never violate anything”");
  await expect(evidence.speech).toContainText("Vladimir Putin");
  const quote = evidence.card("fact:military-transactions").locator("q");
  await expect(quote).toHaveText("watching military transactions take place for several months prior to the summit");
  const marks = await quote.evaluate((it) => getComputedStyle(it, "::before").content);
  expect(marks).not.toBe("none");
});

test.describe("links between facts", () => {
  const PAIRS = [
    ["answers", "ministry-concern-and-regret", "summit-held", /answers/i, /answered by/i],
    ["contradicts", "military-transactions", "putin-never-violates", /contradicts/i, /contradicted by/i],
    ["supports", "kim-yung-ho-warns", "lim-warns-moscow", /supports/i, /supported by/i],
  ];
  for (const [kind, from, to, forth, back] of PAIRS) {
    test(`${kind}: lead to the other fact and back`, async ({ page }) => {
      await open(page, `#/network?sel=fact:${from}`);
      const title = await evidence.title.innerText();
      const other = evidence.card(`fact:${to}`).first();
      await expect(other).toContainText(forth);
      const sentence = await other.locator(".card__text").innerText();
      await other.locator(".card__text").click();
      await expect(evidence.title).toHaveText(sentence);
      await expect.poll(() => fragment(page)).toContain(`sel=fact:${to}`);
      const own = evidence.card(`fact:${from}`).first();
      await expect(own).toContainText(back);
      await own.locator(".card__text").click();
      await expect(evidence.title).toHaveText(title);
      await page.goBack();
      await expect(evidence.title).toHaveText(sentence);
    });
  }
});

test("what is shown in the panel is selected in the drawing too", async ({ page }) => {
  await open(page, "#/network?sel=fact:putin-never-violates");
  const { edges } = await new Network(page).drawn();
  const clear = edges.filter(({ opacity }) => opacity === 1).map(({ from, to }) => `${from} → ${to}`);
  expect(clear).toEqual(["Vladimir Putin → Security Council"]);
});

test.describe("to take away", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

  const KINDS = {
    "an actor": "#/network?sel=actor:kim-jong-un",
    "a line": "#/network?sel=edge:south-korea~versor",
    "a fact": "#/network?sel=fact:putin-never-violates",
    "a designation": "#/sanctions?sel=designation:nk-chief-of-staff",
    "a source": `#/network?sel=source:${EARLIER}`,
  };
  for (const [kind, address] of Object.entries(KINDS)) {
    test(`the link to ${kind} brings its reader to the very place`, async ({ page, context, baseURL }) => {
      await open(page, address);
      const title = await evidence.title.innerText();
      await evidence.copyLink.click();
      await expect(frame.toast).toBeVisible();
      const link = await clipboard(page);
      expect(link.startsWith(`${baseURL}#/`)).toBe(true);
      const other = await context.newPage();
      await other.goto(link);
      await ready(other);
      await expect(new Evidence(other).title).toHaveText(title);
      await expect(new Frame(other).notice).toHaveCount(0);
    });
  }

  test("the whole view can be shared", async ({ page, context }) => {
    await open(page, "#/sanctions?q=weapons&target=person&sort=-target");
    await frame.share.click();
    await expect(frame.toast).toBeVisible();
    const other = await context.newPage();
    await other.goto(await clipboard(page));
    await ready(other);
    expect(await new List(other).shown()).toEqual(await new List(page).shown());
    expect((await new List(page).shown()).length).toBeGreaterThan(1);
  });

  test("a reference names what, who, document, paragraph, sentence and the SHA-256 of the sentence", async ({ page }) => {
    const { facts, designations } = await published(page);
    const two = [
      ["fact:putin-never-violates", facts.find(({ id }) => id === "putin-never-violates")],
      ["fact:summit-held", facts.find(({ id }) => id === "summit-held")],
      ["designation:versor", designations.find(({ id }) => id === "versor")],
    ];
    for (const [selection, it] of two) {
      await open(page, `#/network?sel=${selection}`);
      await evidence.copyReference.click();
      await expect(frame.toast).toBeVisible();
      const line = await clipboard(page);
      expect(line).not.toContain("\n");
      expect(line).toContain(it.text ?? it.target);
      for (const one of it.evidence) {
        expect(line).toContain(place(one));
        expect(line).toContain(one.source);
        expect(line).toContain(`SHA-256 ${one.hash}`);
      }
    }
    expect(facts.find(({ id }) => id === "summit-held").evidence.length).toBeGreaterThan(1);
  });
});

test("where the browser does not let the page copy, the text is there to be copied by hand", async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("Write permission denied.", "NotAllowedError"));
  });
  await open(page, "#/network?sel=fact:putin-never-violates");
  await evidence.copyReference.click();
  const text = frame.toast.getByRole("textbox");
  await expect(text).toHaveValue(new RegExp(`${LATER}.*SHA-256 [0-9a-f]{64}`));
  await evidence.copyLink.click();
  await expect(text).toHaveValue(`${baseURL}#/network?sel=fact:putin-never-violates`);
  await expect(text).not.toBeEditable();
  await frame.toast.getByRole("button", { name: /close/i }).click();
  await expect(frame.toast).toHaveCount(0);
});

test("without any clipboard it is the same", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }));
  await open(page, "#/sanctions?sel=designation:versor");
  await evidence.copyReference.click();
  await expect(frame.toast.getByRole("textbox")).toHaveValue(/SHA-256/);
});
