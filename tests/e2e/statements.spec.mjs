// The statements: who said what about what, what answers, contradicts and supports it, and on whom it rests.
import { axe, expect, NARROW, open, overflow, PHONE, shot, test, WIDE } from "./support/fixtures.mjs";
import { editFragment, Evidence, Filters, Frame, fragment, published, Statements, tabTo } from "./support/pages.mjs";

test.use({ viewport: WIDE });

const CLAIM = "putin-never-violates";
const AGAINST = ["putin-defied-resolutions", "aide-rejects-putins-word", "military-transactions", "weapons-trade-with-russia"];

let statements;
let filters;
let evidence;

test.beforeEach(async ({ page }) => {
  statements = new Statements(page);
  filters = new Filters(page);
  evidence = new Evidence(page);
});

/** What is said, by the published facts: statements, and all that the report does not tell in its own voice. */
async function said(page) {
  const { facts } = await published(page);
  return facts.filter((it) => it.kind === "statement" || it.speaker || it.via?.length);
}

test.describe("by topic", () => {
  test.beforeEach(async ({ page }) => open(page, "#/statements"));

  test("every statement of the published facts has one place, under its topic", async ({ page }) => {
    const facts = await said(page);
    await expect(statements.total).toHaveText(`${facts.length} of ${facts.length}`);
    const placed = await statements.view.locator("[id^='said-']").evaluateAll((all) =>
      all.map((it) => ({
        id: it.id.replace("said-", ""),
        text: it.querySelector(".card__text").textContent,
        topic: it.closest(".chapter").querySelector("h3").id.replace("topic-", ""),
      })),
    );
    const byId = (a, b) => (a.id < b.id ? -1 : 1);
    expect(placed.sort(byId)).toEqual(facts.map(({ id, text, topic }) => ({ id, text, topic })).sort(byId));
    const { topics } = await published(page);
    const headings = await statements.view.getByRole("heading", { level: 3 }).evaluateAll((all) =>
      all.filter((it) => it.id.startsWith("topic-")).map((it) => it.textContent),
    );
    expect(headings, "in the order of the story").toEqual(topics.map((it) => it.label));
  });

  test("claim and contradiction stand side by side, with a word between them", async () => {
    const beside = await statements.beside(CLAIM);
    expect(beside.map((it) => it.fact)).toEqual(AGAINST);
    expect(beside.map((it) => it.word)).toEqual(["contradicts", "answers and contradicts", "contradicts", "contradicts"]);
    await expect(statements.card(CLAIM)).toContainText("Vladimir Putin");
    const claim = await statements.card(CLAIM).boundingBox();
    const first = await statements.card("putin-defied-resolutions").boundingBox();
    expect(first.x, "beside it").toBeGreaterThan(claim.x + claim.width);
    expect(Math.abs(first.y - claim.y), "at its height").toBeLessThan(8);
  });

  test("a contradiction from another topic is a guest there, and says where its place is", async () => {
    const guest = statements.thread(CLAIM).locator(".said--guest").filter({ hasText: "trades weapons with Russia" });
    await expect(guest).toContainText("told under Arms and ammunition");
    await expect(statements.topic("Arms and ammunition").locator("[id='said-weapons-trade-with-russia']")).toHaveCount(1);
    const back = await statements.beside("weapons-trade-with-russia");
    expect(back.find((it) => it.fact === CLAIM)?.word).toBe("this contradicts");
  });

  test("what is disputed and what rests on one speaker alone say so in words", async () => {
    await expect(statements.card(CLAIM).locator(".said__who")).toContainText("disputed");
    await expect(statements.card(CLAIM).locator(".said__who")).toContainText("one speaker alone");
    await expect(statements.card("military-transactions")).toContainText("rests on 2 speakers, all of one side (South Korea)");
    await expect(statements.card("military-transactions").locator(".said__who")).not.toContainText("alone");
    await expect(statements.card("lim-science-for-missiles")).toContainText("rests on 1 speaker and the report itself");
    await expect(statements.card("no-details-of-weapons-trade")).toContainText("said by the report itself");
    await expect(statements.card("seoul-sanctions-package")).toContainText("announced by the authority");
    const sign = (locator) => locator.evaluate((it) => getComputedStyle(it, "::before").content);
    expect(await sign(statements.card(CLAIM).locator(".disputed")), "a sign, not colour alone").toContain("≠");
    expect(await sign(statements.card(CLAIM).locator(".rests"))).toContain("1");
  });

  test("each says when, its status, the kind of event, the way it came and its place in the source", async () => {
    const warning = statements.card("kim-yung-ho-warns");
    for (const part of ["by 14 Sep 2023", "only said", "threatens or warns (conflict, in words)", "Associated Press → report of 14 September 2023, ¶ 12, sentence 1"]) {
      await expect(warning).toContainText(part);
    }
    await expect(warning.locator("q")).toHaveText("stronger responses");
    await expect(statements.card("putin-accepts-invitation"), "words of the agency are not Putin’s").toContainText("— Korean Central News Agency");
    await expect(statements.card(CLAIM).locator(".badge")).toHaveText("denied");
    await expect(statements.card("putin-silent-on-military-cooperation").locator(".badge")).toHaveText("reported absence");
  });

  test("repeated tellings are folded under the fullest, and open", async () => {
    const fold = statements.card(CLAIM).locator("details");
    const other = statements.card("putin-abides-by-sanctions");
    await expect(fold.locator("summary")).toHaveText("told once more");
    await expect(other).toBeHidden();
    await fold.locator("summary").click();
    await expect(other).toBeVisible();
    await expect(evidence.title, "folding selects nothing").not.toHaveText(/Putin/);
    await other.getByRole("link", { name: /keeps to the sanctions/ }).click();
    await expect(evidence.title).toHaveText(/keeps to the sanctions/);
  });

  test("a click on a statement opens its evidence, on its speaker the dossier, on its report the source", async ({ page }) => {
    await statements.sentence(CLAIM).click();
    await expect(evidence.title).toHaveText(/Putin denied/);
    await expect.poll(() => fragment(page)).toBe(`/statements?sel=fact:${CLAIM}`);
    await expect(statements.card(CLAIM)).toHaveClass(/said--chosen/);
    await statements.card("kirby-warns-north-korea").getByText("only said").click();
    await expect(evidence.title, "anywhere on the card").toHaveText(/John Kirby warned/);
    await expect(statements.card(CLAIM)).not.toHaveClass(/said--chosen/);
    await statements.card("kirby-warns-north-korea").getByRole("link", { name: "John Kirby", exact: true }).click();
    await expect(evidence.title).toHaveText("John Kirby");
    await statements.card("kirby-warns-north-korea").getByRole("link", { name: /report of 14/ }).click();
    await expect(evidence.title).toHaveText(/Report on the summit/);
    await page.goBack();
    await expect(evidence.title).toHaveText("John Kirby");
  });

  test("links that its place does not show are told in words, and lead on", async () => {
    const link = statements.card("lim-concern-and-regret").getByRole("listitem").filter({ hasText: /^repeats/ });
    await link.getByRole("link").click();
    await expect(evidence.title).toHaveText(/voiced concern and regret at the conduct/);
    await expect(statements.card("ministry-concern-and-regret"), "what is opened comes into sight").toBeInViewport();
  });
});

test.describe("the overview", () => {
  test.beforeEach(async ({ page }) => open(page, "#/statements"));

  test("tells who contradicts whom, and leads to the pair", async ({ page }) => {
    await expect(statements.disagree).toContainText("Putin denied that Russia would break any rule");
    await expect(statements.disagree.getByText("contradicted by")).toHaveCount(1);
    await expect(statements.disagree.locator(".dispute__against li")).toHaveCount(4);
    await expect(statements.card(CLAIM)).not.toBeInViewport();
    await statements.disagree.getByRole("link", { name: /Putin denied/ }).click();
    await expect(statements.card(CLAIM)).toBeInViewport();
    await expect(statements.card(CLAIM)).toBeFocused();
    await expect(statements.card("putin-defied-resolutions"), "and what contradicts it with it").toBeInViewport();
    await expect(evidence.title).toHaveText(/Putin denied/);
    await expect.poll(() => fragment(page)).toBe(`/statements?sel=fact:${CLAIM}`);
  });

  test("numbers of the topics agree with their headings and with the facets", async () => {
    const rows = await statements.topics.getByRole("row").evaluateAll((all) =>
      all.slice(1).map((row) => [...row.cells].map((cell) => cell.textContent)),
    );
    const [, total, speakers, disputed, alone] = rows.pop();
    const sum = (column) => String(rows.reduce((all, row) => all + Number(row[column]), 0));
    expect([sum(1), sum(3), sum(4)], "all").toEqual([total, disputed, alone]);
    const counts = await filters.counts("How it stands");
    expect(counts).toEqual({ disputed: Number(disputed), "one speaker alone": Number(alone) });
    const voices = Object.entries(await filters.counts("Who says so"));
    expect(voices.filter(([who]) => who !== "the report itself").length).toBe(Number(speakers));
    const topics = await filters.counts("Topic");
    for (const [topic, n, who, of, on] of rows) {
      expect(topics[topic], topic).toBe(Number(n));
      const noun = (number, one) => `${number} ${one}${number === "1" ? "" : "s"}`;
      await expect(statements.topic(topic).locator(".chapter__sum")).toHaveText(
        [noun(n, "statement"), noun(who, "speaker"), `${of} disputed`, `${on} resting on one speaker alone`].join(" · "),
      );
    }
  });

  test("narrows to what is disputed or rests on one speaker alone, and back", async ({ page }) => {
    await expect(statements.onlyDisputed).toHaveAttribute("aria-pressed", "false");
    await statements.onlyDisputed.click();
    await expect(statements.onlyDisputed).toHaveAttribute("aria-pressed", "true");
    await expect(statements.onlyDisputed, "the keyboard stays").toBeFocused();
    await expect.poll(() => fragment(page)).toBe("/statements?rests=disputed");
    await expect(statements.total).toHaveText(/^6 of/);
    expect((await statements.cards.count()) + (await statements.tellings.count())).toBe(6);
    await statements.onlyDisputed.click();
    await statements.onlyAlone.click();
    await expect(statements.cards.first()).toBeVisible();
    expect(await statements.cards.evaluateAll((all) => all.filter((it) => !it.querySelector(".rests--alone")).length)).toBe(0);
  });

  test("topics lead to their statements, by mouse and by keyboard, and back", async ({ page }) => {
    await statements.topicLink("War in Ukraine").click();
    const heading = statements.topic("War in Ukraine").getByRole("heading");
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();
    await expect.poll(() => fragment(page), "the address stays the query").toBe("/statements");
    await statements.topic("War in Ukraine").getByRole("link", { name: "Topics" }).click();
    await expect(statements.topics.getByRole("heading")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(statements.topicLink("The summit")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(statements.topic("The summit").getByRole("heading")).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(statements.card("ministry-concern-and-regret").getByRole("link", { name: "South Korean Foreign Ministry", exact: true })).toBeFocused();
  });
});

test.describe("filters", () => {
  test("react to each other, and their counts are what they leave", async ({ page }) => {
    await open(page, "#/statements");
    const shown = async () => (await statements.cards.count()) + (await statements.tellings.count());
    await filters.choice("Side of who says so", "Russia").check();
    const russia = (await filters.counts("Side of who says so")).Russia;
    await expect(statements.total).toHaveText(new RegExp(`^${russia} of`));
    expect(await shown()).toBe(russia);
    const speakers = await filters.counts("Who says so");
    expect(speakers["John Kirby"], "no speaker of another side is left").toBe(0);
    expect(speakers["Vladimir Putin"]).toBeGreaterThan(0);
    const topics = await filters.counts("Topic");
    await filters.choice("Topic", "Keeping to the resolutions").check();
    await expect(statements.total).toHaveText(new RegExp(`^${topics["Keeping to the resolutions"]} of`));
    await expect(statements.cards).toHaveCount(1);
    expect((await statements.beside(CLAIM)).map((it) => it.fact), "what contradicts stays beside it").toEqual(AGAINST);
    await expect(statements.thread(CLAIM)).toContainText("left out by the filters");
    await filters.chip("Russia").click();
    await filters.choice("Event type", "rejects").check();
    const { "Keeping to the resolutions": left } = await filters.counts("Topic");
    expect(await shown()).toBe(left);
    await filters.clear.click();
    await expect.poll(() => fragment(page)).toBe("/statements");
  });

  test("each value leaves as many statements as it says", async ({ page }) => {
    await open(page, "#/statements");
    for (const facet of ["How it stands", "Side of who says so"]) {
      for (const [value, count] of Object.entries(await filters.counts(facet))) {
        await filters.choice(facet, value).check();
        await expect(statements.total, `${facet}: ${value}`).toHaveText(new RegExp(`^${count} of`));
        await filters.choice(facet, value).uncheck();
      }
    }
  });

  test("a topic chosen elsewhere holds here too; text narrows", async ({ page }) => {
    await open(page, "#/network?topic=arms");
    await new Frame(page).go("Statements");
    await expect(statements.topics.getByRole("link")).toHaveText(["Arms and ammunition"]);
    await filters.search.fill("kirby");
    await expect(statements.total).toHaveText(/^3 of/);
    await expect(statements.disagree).toContainText("No statement here is contradicted");
  });

  test("where nothing is left, steps bring statements back", async ({ page }) => {
    await open(page, "#/statements?speaker=john-kirby&rests=disputed");
    await expect(statements.empty).toBeVisible();
    await expect(statements.total).toHaveText(/^0 of/);
    const back = statements.empty.getByRole("button", { name: /^Back to all \d+ statements$/ });
    await expect(back).toBeVisible();
    await statements.empty.getByRole("button", { name: /How it stands: disputed \(\d+\)/ }).click();
    await expect(statements.empty).toBeHidden();
    await expect.poll(() => fragment(page)).toBe("/statements?speaker=john-kirby");
  });
});

test("a link restores the filters, the statement and its place on the screen", async ({ page }) => {
  await open(page, "#/statements?speaker-side=south-korea&sel=fact:aide-joint-action");
  await expect(evidence.title).toHaveText(/allies and friends/);
  await expect(filters.choice("Side of who says so", "South Korea")).toBeChecked();
  await expect(statements.card("aide-joint-action")).toHaveClass(/said--chosen/);
  await expect(statements.card("aide-joint-action")).toBeInViewport();
  await page.reload();
  await expect(statements.card("aide-joint-action")).toBeInViewport();
  await editFragment(page, "/statements?sel=fact:putin-abides-by-sanctions");
  await expect(statements.card("putin-abides-by-sanctions"), "a fold opens for what is selected").toBeInViewport();
});

test("what is chosen does not move the page again when filters change", async ({ page }) => {
  await open(page, "#/statements?sel=fact:aide-joint-action");
  await expect(statements.card("aide-joint-action")).toBeInViewport();
  await page.evaluate(() => scrollTo(0, 0));
  await filters.choice("Status", "only said").check();
  await expect(statements.total).not.toHaveText(/^80 of/);
  await expect(statements.disagree).toBeInViewport();
  await expect(statements.card("aide-joint-action")).not.toBeInViewport();
});

test("by keyboard alone: from the topics to a statement, its evidence, and its speaker", async ({ page }) => {
  await open(page, "#/statements");
  await expect(statements.topics).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main"), "past filters and navigation").toBeFocused();
  await tabTo(page, statements.topicLink("Keeping to the resolutions"));
  await page.keyboard.press("Enter");
  await tabTo(page, statements.sentence(CLAIM));
  await page.keyboard.press("Enter");
  await expect(evidence.title).toHaveText(/Putin denied/);
  await expect(statements.sentence(CLAIM), "the keyboard stays where it is").toBeFocused();
  await tabTo(page, statements.card(CLAIM).locator("summary"));
  await page.keyboard.press("Enter");
  await expect(statements.card("putin-abides-by-sanctions")).toBeVisible();
  await tabTo(page, statements.card(CLAIM).getByRole("link", { name: "Vladimir Putin", exact: true }), { key: "Shift+Tab" });
  await page.keyboard.press("Enter");
  await expect(evidence.title).toHaveText("Vladimir Putin");
});

test.describe("on a phone", () => {
  test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

  test("claim, word and contradiction stand one below the other; a tap opens the evidence", async ({ page }) => {
    await open(page, "#/statements?topic=compliance");
    const claim = await statements.card(CLAIM).boundingBox();
    const word = await statements.thread(CLAIM).locator(".reply__word").first().boundingBox();
    const reply = await statements.card("putin-defied-resolutions").boundingBox();
    expect(claim.y + claim.height).toBeLessThanOrEqual(word.y + 1);
    expect(word.y + word.height).toBeLessThanOrEqual(reply.y + 1);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await statements.sentence("putin-defied-resolutions").tap();
    await expect(evidence.title).toBeVisible();
    await expect(evidence.title).toHaveText(/went against resolutions/);
  });

  test("filters open, narrow, and close", async ({ page }) => {
    await open(page, "#/statements");
    await filters.opener.tap();
    await filters.choice("How it stands", "disputed").check();
    await filters.closer.tap();
    await expect(statements.total).toHaveText(/^6 of/);
  });

  test("fits the narrowest screen", async ({ page }) => {
    await page.setViewportSize(NARROW);
    await open(page, "#/statements");
    await expect(statements.topics).toBeVisible();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await shot(page, "statements-narrow");
  });
});

test.describe("on paper", () => {
  test("everything is said, folds are open, and controls are not there", async ({ page }) => {
    await open(page, "#/statements?topic=compliance");
    await expect(statements.card(CLAIM)).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await expect(statements.onlyDisputed).toBeHidden();
    await expect(statements.view.getByText("Topic: Keeping to the resolutions")).toBeVisible();
    const inner = statements.card("putin-abides-by-sanctions");
    expect((await inner.boundingBox())?.height ?? 0, "the other telling is printed").toBeGreaterThan(10);
    await shot(page, "statements-print", { fullPage: true });
  });
});

test("is accessible with a statement chosen and a fold open", async ({ page }) => {
  await open(page, "#/statements?topic=compliance,sanctions&sel=fact:putin-abides-by-sanctions");
  await expect(statements.card("putin-abides-by-sanctions")).toBeVisible();
  await axe(page);
});
