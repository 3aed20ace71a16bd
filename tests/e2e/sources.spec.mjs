// The sources: what is known of each document, what each sentence carries, and the check of a reader's own copy.
//
// The documents are no part of the project. What needs them says so and is skipped where they are not beside it.
// The copies used otherwise are written here; two of their lines stand on thousands of pages, and on one of the
// documents too.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, NARROW, open, overflow, PHONE, test, WIDE } from "./support/fixtures.mjs";
import { Evidence, fragment, Frame, longDate, published, Sources, tabTo } from "./support/pages.mjs";

const LATER = "000_36e21ac50adf7b26";
const EARLIER = "003_40645e43958e305f";

/** A line of page furniture, on which nothing rests, and a credit, on which something does. */
const FURNITURE = "Skip to main content";
const CREDIT = "The Associated Press contributed to this report.";
const CREDIT_PLACE = "¶ 19, sentence 1";

/** A copy of our own with those two lines of EARLIER in it, elsewhere than there. */
const OWN = [FURNITURE, "A headline of our own", "The sea is calm. Nobody has said so before.", CREDIT].join("\n\n");

let sources;
let evidence;

test.use({ viewport: WIDE });

test.beforeEach(async ({ page }) => {
  sources = new Sources(page);
  evidence = new Evidence(page);
});

/** A text as a file that a reader hands over. */
const file = (name, content) => ({ name, mimeType: "text/plain", buffer: Buffer.from(content) });

/** A document of the story, where it is there. */
function documentOf(key) {
  const path = fileURLToPath(new URL(`../../../shared/sources/${key}.txt`, import.meta.url));
  test.skip(!existsSync(path), `skipped: ${key}.txt is not beside the project, so it cannot be checked`);
  return readFileSync(path, "utf8");
}

/** How many pieces of evidence a document has, and the place of each: { "3.1": 2 }. */
async function evidenceOf(page, key) {
  const { facts, designations } = await published(page);
  const places = {};
  for (const one of [...facts, ...designations].flatMap((it) => it.evidence)) {
    const place = `${one.paragraph}.${one.sentence}`;
    if (one.source === key) places[place] = (places[place] ?? 0) + 1;
  }
  return { places, count: Object.values(places).reduce((sum, count) => sum + count, 0) };
}

test.describe("each document", () => {
  test.beforeEach(async ({ page }) => open(page, "#/sources"));

  test("says what is known of it, and on what basis", async ({ page }) => {
    const told = await published(page);
    await expect(sources.cards).toHaveCount(told.sources.length);
    for (const source of told.sources) {
      const card = sources.card(source.id);
      await expect(card.title).toHaveText(source.title);
      await expect(card.root).toContainText(source.note);
      await expect(card.term("Publisher")).toHaveText(source.publisher ?? "not given in the document");
      await expect(card.term("Written")).toContainText(longDate(source.written.start));
      await expect(card.term("Written")).toContainText("resolved from the public record; the report gives no date");
      await expect(card.term("SHA-256")).toHaveText(source.sha256);
    }
  });

  test("shows sentence by sentence how much rests on it", async ({ page }) => {
    const told = await published(page);
    for (const source of told.sources) {
      const card = sources.card(source.id);
      const { places } = await evidenceOf(page, source.id);
      const cells = await card.cells();
      expect(Object.fromEntries(cells.filter((it) => it.count).map((it) => [it.place, it.count]))).toEqual(places);
      const kinds = source.paragraphs.flatMap((it, nth) => it.sentences.map((_, at) => [`${nth + 1}.${at + 1}`, it.kind]));
      expect(cells.map((it) => it.place)).toEqual(kinds.map(([place]) => place));
      for (const [nth, [place, kind]] of kinds.entries()) {
        expect(cells[nth].link, `${place} leads somewhere if something rests on it`).toBe(place in places);
        if (kind === "furniture") expect(cells[nth].name).toMatch(/: furniture$/);
      }
      const about = kinds.filter(([, kind]) => kind === "text" || kind === "headline");
      const carrying = about.filter(([place]) => place in places);
      await expect(card.root).toContainText(`${carrying.length} of ${about.length} sentences about the event carry facts`);
    }
    // Not by colour alone: the look and the word differ too.
    const furniture = sources.card(EARLIER).root.getByRole("img", { name: /furniture/ }).first();
    expect(await furniture.evaluate((it) => getComputedStyle(it).backgroundImage)).toContain("repeating-linear-gradient");
    await expect(sources.legend).toContainText("page furniture");
  });

  test("leads from a sentence to what rests on it, and back", async ({ page }) => {
    const cell = sources.card(LATER).cell("10.1");
    await cell.click();
    await expect(evidence.title).toHaveText("¶ 10, sentence 1");
    await expect(cell).toHaveAttribute("aria-current", "true");
    await expect.poll(() => fragment(page)).toBe(`/sources?sel=sentence:${LATER}~10.1`);
    const { places } = await evidenceOf(page, LATER);
    await expect(evidence.cards).toHaveCount(places["10.1"]);
    await expect(evidence.card("designation:versor")).toHaveCount(1);
    // A fact marks the sentences that it rests on.
    await evidence.sentence("designation:versor").click();
    await expect(evidence.title).toHaveText("Versor S.R.O.");
    await expect(cell).toHaveClass(/cell--chosen/);
    await expect(cell).not.toHaveAttribute("aria-current");
    await page.goBack();
    await expect(evidence.title).toHaveText("¶ 10, sentence 1");
    await page.reload();
    await expect(evidence.title).toHaveText("¶ 10, sentence 1");
  });

  test("opens as evidence, from where a link leads here again", async ({ page }) => {
    const card = sources.card(EARLIER);
    await card.title.getByRole("link").click();
    await expect(evidence.title).toHaveText(await card.title.innerText());
    await expect(evidence.check, "this view is open").toHaveCount(0);
    await open(page, `#/network?sel=source:${EARLIER}`);
    await evidence.check.click();
    await expect(new Frame(page).tab("Sources")).toHaveAttribute("aria-current", "page");
    await expect(card.title).toBeInViewport();
    await expect.poll(() => fragment(page)).toBe(`/sources?sel=source:${EARLIER}`);
    // The other one, chosen while nothing of it is to be seen, is brought before the reader's eyes.
    const other = sources.card(LATER);
    await card.choose(file("own.txt", OWN));
    await expect(card.marks).toHaveCount(1);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect(other.title).not.toBeInViewport();
    await page.evaluate((id) => { location.hash = `#/sources?sel=sentence:${id}~1.1`; }, LATER);
    await expect(other.title).toBeInViewport();
    // A fact leads to its source, and marks its sentence there.
    await open(page, "#/network?sel=fact:putin-never-violates");
    await evidence.check.click();
    await expect(sources.card(LATER).cell("1.1")).toHaveClass(/cell--chosen/);
  });

  test("a sentence that there is not is told", async ({ page }) => {
    await open(page, `#/sources?sel=sentence:${LATER}~99.1`);
    await expect(page.locator(".notice")).toContainText(`sentence:${LATER}~99.1`);
    await expect(sources.cards).toHaveCount(2);
  });
});

test.describe("a copy is checked", () => {
  let card;

  test.beforeEach(async ({ page }) => {
    await open(page, "#/sources");
    card = sources.card(EARLIER);
  });

  test("what it has is marked with the facts beside it, what it has not comes first", async ({ page }) => {
    const { count, places } = await evidenceOf(page, EARLIER);
    await expect(card.root).toContainText("sent nowhere and not kept");
    await card.choose(file("own.txt", OWN));
    await expect(card.verdict).toHaveText(
      `own.txt differs where evidence stands. 1 of ${count} pieces of evidence found, ${count - 1} not. In another place than in the document: 1.`,
    );
    await expect(card.marks).toHaveText([CREDIT]);
    const row = card.row(CREDIT);
    await expect(row.getByRole("link", { name: `In the document: ${CREDIT_PLACE}` })).toBeVisible();
    await expect(row.getByRole("listitem")).toHaveCount(places["19.1"]);
    await expect(card.row(FURNITURE).locator("mark")).toHaveCount(0);
    await expect(card.paragraphs).toHaveText([FURNITURE, "A headline of our own", "The sea is calm. Nobody has said so before.", CREDIT]);
    // Each sentence that evidence rests on, but the one that is there.
    const failed = await card.failed.getByRole("link", { name: /^¶/ }).allInnerTexts();
    const wanted = Object.keys(places).filter((it) => it !== "19.1").map((it) => it.split("."));
    const inOrder = wanted.sort(([a, b], [c, d]) => a - c || b - d).map(([p, s]) => `¶ ${p}, sentence ${s}`);
    expect(failed.map((text) => text.replace(", headline", ""))).toEqual(inOrder);
    const box = async (it) => (await it.boundingBox()).y;
    expect(await box(card.failed)).toBeLessThan(await box(card.marks.first()));
    // The fact beside the sentence opens.
    await row.getByRole("listitem").getByRole("link").first().click();
    await expect(evidence.term("Who says so")).toContainText(CREDIT_PLACE);
    await expect(card.verdict, "the check stays").toBeVisible();
  });

  test("only what failed can be shown", async () => {
    await card.choose(file("own.txt", OWN));
    // What stands where a sentence of the document should be.
    await expect(card.row("A headline of our own")).toContainText("Not found: ¶ 2, sentence 1");
    await expect(card.row(CREDIT)).toBeVisible();
    await card.onlyFailed.click();
    await expect(card.onlyFailed).toHaveAttribute("aria-pressed", "true");
    await expect(card.row(CREDIT)).toBeHidden();
    await expect(card.row("A headline of our own")).toBeVisible();
    await card.onlyFailed.click();
    await expect(card.row(CREDIT)).toBeVisible();
  });

  test("nothing leaves the page, and nothing of the copy stays when the check is closed or the view is left", async ({ page }) => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await card.choose(file("own.txt", OWN));
    await expect(card.verdict).toBeVisible();
    await card.close.click();
    await expect(card.verdict).toHaveCount(0);
    await expect(card.input, "the keyboard goes back to where copies come from").toBeFocused();
    expect(await page.content()).not.toContain("The sea is calm");
    await card.choose(file("own.txt", OWN));
    await expect(card.marks).toHaveCount(1);
    const frame = new Frame(page);
    await frame.go("Network");
    expect(await page.content()).not.toContain("The sea is calm");
    await frame.go("Sources");
    await expect(card.title).toBeVisible();
    await expect(card.verdict).toHaveCount(0);
    expect(asked, "requests since the check began").toEqual([]);
    const kept = await page.evaluate(async () => ({
      local: Object.values(localStorage),
      session: Object.values(sessionStorage),
      databases: (await indexedDB.databases()).length,
      history: JSON.stringify(history.state),
    }));
    // Beside an address stands the number of its step, and nothing else.
    expect(kept).toEqual({ local: [], session: [], databases: 0, history: expect.stringMatching(/^(null|\d+)$/) });
  });

  test("its text stays text", async ({ page }) => {
    const hostile = `<img src="https://example.org/x.png" onerror="document.title='run'"> & <b>bold</b>`;
    await card.choose(file("<b>own</b>.txt", `${CREDIT}\n${hostile}\n<script>document.title = 'run'</script>`));
    await expect(card.paragraphs.nth(1)).toHaveText(hostile);
    await expect(card.verdict).toContainText("<b>own</b>.txt");
    expect(await card.root.locator("img, script, b").count()).toBe(0);
    expect(await page.title()).not.toBe("run");
  });

  test("it can be dropped on the card, and nothing is opened in place of the page", async ({ page }) => {
    await card.drop([["own.txt", OWN]]);
    await expect(card.verdict).toContainText("own.txt");
    await card.drop([["one.txt", OWN], ["two.txt", OWN]]);
    await expect(card.told).toContainText("These are 2 files.");
    await card.drop([]);
    await expect(card.told).toContainText("no text");
    await expect(card.verdict, "the last check stays").toContainText("own.txt");
    await card.dismiss.click();
    await expect(card.told).toHaveCount(0);
    // Beside every card it is opened as a list, and not by the browser in place of the page.
    const prevented = await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["text"], "missed.txt"));
      const event = new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true });
      document.querySelector("h1").dispatchEvent(event);
      return event.defaultPrevented;
    });
    expect(prevented).toBe(true);
    await expect(page.getByRole("alert")).toContainText("missed.txt");
  });

  test("its text can be pasted", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate((text) => navigator.clipboard.writeText(text), OWN);
    await card.paste.click();
    await expect(card.verdict).toContainText("The pasted text differs");
    await card.close.click();
    await expect(card.verdict).toHaveCount(0);
    await card.input.focus();
    await page.keyboard.press("Control+V");
    await expect(card.marks).toHaveText([CREDIT]);
    await page.evaluate(() => navigator.clipboard.writeText("  "));
    await card.paste.click();
    await expect(card.told).toContainText("no text");
    await expect(card.marks).toHaveText([CREDIT]);
  });

  test("where the clipboard is closed it says how else", async ({ page }) => {
    await page.evaluate(() => {
      navigator.clipboard.readText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    });
    await card.paste.click();
    await expect(card.told).toContainText("Press Ctrl+V");
  });

  test("the last copy wins over one that is still being read", async ({ page }) => {
    await page.evaluate(() => {
      const read = Blob.prototype.arrayBuffer;
      const held = [];
      globalThis.letGo = () => held.splice(0).forEach((go) => go());
      Blob.prototype.arrayBuffer = function arrayBuffer() {
        const slow = this.name.startsWith("slow");
        return slow ? new Promise((done) => held.push(() => done(read.call(this)))) : read.call(this);
      };
    });
    await card.choose(file("slow.txt", `${OWN}\nThe slow one.`));
    await expect(card.told).toContainText("Reading slow.txt …");
    await card.choose(file("fast.txt", OWN));
    await expect(card.verdict).toContainText("fast.txt");
    await page.evaluate(() => globalThis.letGo());
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    await expect(card.verdict).toContainText("fast.txt");
    // Closed, or left, while it is read: it comes to nothing.
    await card.choose(file("slow.txt", OWN));
    await expect(card.told).toContainText("Reading");
    await card.close.click();
    await card.choose(file("slow.txt", OWN));
    await expect(card.told).toContainText("Reading");
    await card.dismiss.click();
    await card.choose(file("slow.txt", OWN));
    await expect(card.told).toContainText("Reading");
    const frame = new Frame(page);
    await frame.go("Network");
    await page.evaluate(() => globalThis.letGo());
    await frame.go("Sources");
    await expect(card.title).toBeVisible();
    await expect(card.verdict).toHaveCount(0);
    await expect(frame.overlay).toHaveCount(0);
  });

  test("by keyboard alone", async ({ page }) => {
    // Long before the key that opens it: the browser learns late that somebody waits for it.
    const opened = page.waitForEvent("filechooser");
    await tabTo(page, card.cell("2.1"));
    await page.keyboard.press("Enter");
    await expect(evidence.title).toContainText("¶ 2, sentence 1");
    await tabTo(page, card.input);
    await page.keyboard.press("Enter");
    await (await opened).setFiles(file("own.txt", OWN));
    await expect(card.verdict).toContainText("own.txt");
    await tabTo(page, card.onlyFailed, { most: 4 });
    const outline = await card.onlyFailed.evaluate((it) => getComputedStyle(it).outlineStyle);
    expect(outline, "the focus is seen").toBe("solid");
    await page.keyboard.press("Space");
    await expect(card.onlyFailed).toHaveAttribute("aria-pressed", "true");
    await tabTo(page, card.close, { most: 1 });
    await page.keyboard.press("Enter");
    await expect(card.input).toBeFocused();
    await expect(card.verdict).toHaveCount(0);
  });
});

test.describe("what cannot be checked is told, and leaves the page as it was", () => {
  const utf16 = (text) => Buffer.from(`\ufeff${text}`, "utf16le");
  const REFUSED = {
    "an empty file": ["", "is empty"],
    "a huge one": ["a".repeat((1 << 18) + 1), "larger than 256 kB"],
    "one with more sentences than a report has": ["A b.\n".repeat(20_001), "more than 20000 sentences"],
    "a picture": [Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"), "is not text: its byte 9"],
    "UTF-16": [utf16(OWN), "is UTF-16"],
    "another encoding": [Buffer.from("One.\nA caf\xe9.", "latin1"), "line 2 has letters that cannot be read"],
    "a PDF": ["%PDF-1.7\n…", "is a PDF"],
    "a packed document": [Buffer.from("PK\x03\x04\x14\0", "latin1"), "Word or OpenDocument"],
    "a web page": ["<!doctype html><p>One.</p>", "with its markup"],
    "another document": ["The sea is calm.\nNobody has said so.", "holds no sentence of this document"],
  };

  test("whatever it is", async ({ page }) => {
    await open(page, "#/sources");
    const card = sources.card(EARLIER);
    for (const [what, [content, message]] of Object.entries(REFUSED)) {
      await card.choose(file("strange.txt", content));
      await expect(card.told, what).toContainText(message);
      await expect(card.told, what).toContainText("strange.txt");
      await expect(card.verdict).toHaveCount(0);
    }
    await card.choose(file("own.txt", OWN));
    await expect(card.told).toHaveCount(0);
    const before = await card.checked.innerHTML();
    for (const [what, [content, message]] of Object.entries(REFUSED)) {
      await card.choose(file("strange.txt", content));
      await expect(card.told, what).toContainText(message);
      expect(await card.checked.innerHTML(), what).toBe(before);
      await expect(card.verdict).toContainText("own.txt");
    }
    await expect(sources.cards).toHaveCount(2);
    await expect(sources.card(LATER).told).toHaveCount(0);
  });

  test("a file that the browser cannot read", async ({ page }) => {
    await open(page, "#/sources");
    await page.evaluate(() => {
      Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotFoundError"));
    });
    const card = sources.card(LATER);
    await card.choose(file("gone.txt", OWN));
    await expect(card.told).toContainText("gone.txt could not be read");
  });

  test("a long text is worked through without stopping the page, and shown where it matters", async ({ page }) => {
    await open(page, "#/sources");
    const card = sources.card(EARLIER);
    const line = "A sentence of our own that says nothing of anything. ";
    const long = [...Array(4_000).fill(line.trim()), `${CREDIT} ${line.repeat(450)}`].join("\n");
    expect(long.length).toBeLessThan(1 << 18);
    await card.choose(file("long.txt", long));
    await expect(card.marks).toHaveText([CREDIT]);
    await expect(card.root.locator(".copy")).toContainText("paragraphs without a sentence of this document are not shown");
    await expect(card.row(CREDIT)).toContainText(/\[\d+ sentences not shown\]/);
    expect(await card.root.locator("*").count(), "elements of the card").toBeLessThan(3_000);
  });
});

test.describe("the documents themselves", () => {
  for (const key of [LATER, EARLIER]) {
    test(`${key} holds all its evidence`, async ({ page }) => {
      const text = documentOf(key);
      await open(page, "#/sources");
      const card = sources.card(key);
      const { count, places } = await evidenceOf(page, key);
      await card.choose(file("mine.txt", text));
      await expect(card.verdict).toHaveText(`mine.txt is the very file, byte for byte. ${count} of ${count} pieces of evidence found, each in its place.`);
      await expect(card.marks).toHaveCount(Object.keys(places).length);
      await expect(card.onlyFailed).toHaveCount(0);
      await card.choose(file("windows.txt", `\ufeff${text.replaceAll("\n", "\r\n")}`));
      await expect(card.verdict).toHaveText(`windows.txt is another file with the same sentences. ${count} of ${count} pieces of evidence found.`);
      const broken = text.split("\n").map((line) => line.replace(/(.{1,70})(\s+|$)/g, "$1\n")).join("\n");
      await card.choose(file("mail.txt", broken));
      await expect(card.verdict).toContainText(`mail.txt is another file with the same sentences. ${count} of ${count} pieces of evidence found. Its lines are broken`);
      await expect(card.marks).toHaveCount(Object.keys(places).length);
    });
  }

  test("a changed sentence fails exactly what rests on it", async ({ page }) => {
    const text = documentOf(LATER);
    await open(page, "#/sources");
    const card = sources.card(LATER);
    const { count, places } = await evidenceOf(page, LATER);
    const lines = text.split("\n").filter((line) => line.trim());
    lines[6] = lines[6].replace("10 individuals", "11 individuals");
    await card.choose(file("changed.txt", lines.join("\n")));
    const missing = places["7.1"];
    await expect(card.verdict).toHaveText(`changed.txt differs where evidence stands. ${count - missing} of ${count} pieces of evidence found, ${missing} not.`);
    await expect(card.failed.getByRole("link", { name: /^¶/ })).toHaveText(["¶ 7, sentence 1"]);
    await expect(card.failed.locator("q")).toContainText("11 individuals");
    await expect(card.failed.locator(".card")).toHaveCount(missing);
    // Turned around, everything is found elsewhere.
    await card.choose(file("turned.txt", text.split("\n").reverse().join("\n")));
    await expect(card.verdict).toContainText(`${count} of ${count} pieces of evidence found. In another place than in the document: ${count}.`);
  });

  test("one that is held against the other is known, and can be handed over", async ({ page }) => {
    const text = documentOf(LATER);
    await open(page, "#/sources");
    const { sources: told } = await published(page);
    const title = told.find(({ id }) => id === LATER).title;
    const [wrong, right] = [sources.card(EARLIER), sources.card(LATER)];
    await wrong.choose(file("mine.txt", text));
    await expect(wrong.told).toContainText(`mine.txt is not this document: it looks like “${title}”.`);
    await expect(wrong.verdict).toHaveCount(0);
    await wrong.root.getByRole("button", { name: "Hold it against that one" }).click();
    await expect(right.verdict).toContainText("the very file");
    await expect(right.verdict).toBeInViewport();
    await expect(wrong.told).toHaveCount(0);
  });
});

test("on a phone the facts stand below their sentence, and nothing is wider than the screen", async ({ page }) => {
  for (const viewport of [PHONE, NARROW]) {
    await page.setViewportSize(viewport);
    await open(page, "#/sources");
    const card = sources.card(EARLIER);
    await card.choose(file("own.txt", `${OWN}\n${"long".repeat(80)}`));
    const row = card.row(CREDIT);
    const [text, fact] = [await row.locator("mark").boundingBox(), await row.locator(".card").first().boundingBox()];
    expect(fact.y).toBeGreaterThanOrEqual(text.y + text.height);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const cell = await card.cell("2.1").boundingBox();
    expect(Math.min(cell.width, cell.height), "a finger finds a cell").toBeGreaterThanOrEqual(24);
  }
});

test("on paper stand the documents, their coverage and the check, without controls", async ({ page }) => {
  await open(page, "#/sources");
  const card = sources.card(EARLIER);
  await card.choose(file("own.txt", OWN));
  await expect(card.verdict).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(card.title).toBeVisible();
  await expect(card.cell("2.1")).toBeVisible();
  await expect(card.verdict).toBeVisible();
  await expect(card.marks).toHaveText([CREDIT]);
  await expect(card.paste).toBeHidden();
  await expect(card.close).toBeHidden();
});
