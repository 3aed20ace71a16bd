// Lists that a reader opens: how they come, what is shown of them, what if they break, and that nothing leaves the page.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, open, PHONE, test, WIDE } from "./support/fixtures.mjs";
import { fragment, Opened, openList, saved } from "./support/pages.mjs";

const shared = (path) => fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));
const here = (path) => fileURLToPath(new URL(`../../src/samples/${path}`, import.meta.url));
const HARBOUR = here("harbour-list.csv");

/** A file of our own by its text. */
const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

/** A row of a list in the layout of OFAC. */
const entry = (number, name, remarks = "-0- ") => `${number},"${name}",-0- ,"TEST",${"-0- ,".repeat(7)}${remarks}\r\n`;

/** The page with a list open. */
const opened = (page, files = HARBOUR, at) => openList(page, files, at);

test.describe("opening", () => {
  test("the engine is fetched when a list is opened, and not before", async ({ page }) => {
    const asked = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await open(page);
    await page.mouse.move(200, 200);
    await page.getByRole("link", { name: "Open a list" }).click();
    const list = new Opened(page);
    await expect(list.chooser).toBeVisible();
    expect(asked.filter((path) => path.includes("worker"))).toEqual([]);
    await list.choose(HARBOUR);
    await expect(list.name).toHaveText("harbour-list.csv");
    expect(asked.filter((path) => path.includes("worker"))).toHaveLength(2);
  });

  test("a sample of ours is opened with one press", async ({ page }) => {
    await open(page, "/opened/list");
    await page.getByRole("button", { name: /FollowTheMoney/ }).click();
    const list = new Opened(page);
    await expect(list.rows.first()).toBeVisible();
    await expect(list.much).toContainText("stays in this browser");
  });

  test("files are dropped anywhere, also on the story", async ({ page }) => {
    await open(page);
    await page.mouse.move(200, 200);
    const list = new Opened(page);
    await expect(page.getByRole("link", { name: "Open a list" })).toBeVisible();
    await list.drop([{ name: "dropped.csv", text: entry(1, "HARBOUR ONE") + entry(2, "HARBOUR TWO") }]);
    await expect(list.rows).toHaveCount(2);
  });

  test("several files become one list, also packed", async ({ page }) => {
    const alt = gzipSync(Buffer.from('1,9,"aka","THE OLD QUAY",-0- \r\n'));
    const list = await opened(page, [
      file("sdn.csv", entry(1, "HARBOUR ONE")),
      { name: "alt.csv.gz", mimeType: "application/gzip", buffer: alt },
    ]);
    await list.find("old quay");
    await expect(list.rows).toHaveCount(1);
    await expect(list.rows.first()).toContainText("also “THE OLD QUAY”");
  });

  test("what cannot be opened says why and what to do, and what was open stays", async ({ page }) => {
    const list = await opened(page);
    const before = await list.total.textContent();
    await list.another.setInputFiles(file("diary.txt", "Dear diary, nothing of a list is here."));
    await expect(page.getByRole("alert")).toContainText("diary.txt");
    await expect(page.getByRole("alert")).toContainText("No format that is known here fits it.");
    await expect(page.getByRole("alert")).toContainText("still there");
    await expect(list.total).toHaveText(before);
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(list.rows.first()).toBeVisible();
  });

  test("where each record is left out, each is told with its place and what to do", async ({ page }) => {
    const list = await opened(page);
    const story = 'title = "The pier"\nsummary = "Two met."\nperiod = "March 2020"\nlang = "en"\n';
    const actor = '[[actor]]\nkey = "ida"\nname = "Ida Holm"\ndescription = "A minister"\nkind = "minister"\n';
    await list.another.setInputFiles([file("story.toml", story), file("actors.toml", actor)]);
    const reasons = page.getByRole("alert").getByRole("listitem");
    await expect(reasons.filter({ hasText: "actors.toml" }).filter({ hasText: "minister" })).not.toHaveCount(0);
    await expect(page.getByRole("alert")).toContainText("still there");
  });

  test("hostile files are refused by name, one after another, without harm", async ({ page }) => {
    const list = await opened(page);
    const bomb = gzipSync(Buffer.concat([Buffer.from('{"id": "x", "schema": "Person", "properties": {"name": ["'), Buffer.alloc(30 << 20, "a")]));
    const laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><sdnList><sdnEntry>&c;</sdnEntry></sdnList>';
    const hostile = [
      [file("empty.csv", ""), /nothing in it/],
      [{ name: "bomb.csv.gz", mimeType: "application/gzip", buffer: bomb }, /times its size/],
      [file("laughs.xml", laughs), /document type/],
      [{ name: "noise.xml", mimeType: "text/xml", buffer: Buffer.from([0, 1, 2, 255, 0, 7]) }, /not text/],
      [file("nul.csv", "Name,Country\r\nThe Old\0 Quay,France\r\n"), /not text.*byte 2\d/],
      [file("list.csv", "%PDF-1.7 nothing"), /PDF/],
      [file("page.xml", "<html><body>Moved</body></html>"), /web page/],
    ];
    for (const [bad, why] of hostile) {
      await list.another.setInputFiles(bad);
      await expect(page.getByRole("alert")).toContainText(why);
      await page.getByRole("button", { name: "Dismiss" }).click();
    }
    await expect(list.rows.first()).toBeVisible();
  });
});

test.describe("a text that turns around what comes after it", () => {
  // Each of them is read from left to right by whoever reads "THE" first; what is behind a mark reads from the right.
  const NAMES = ["\u202Eyauq", "\u2067yauq", "\u2069\u202Eyauq", "\u2069\u2069\u202E\u202Byauq", "רציף"];

  /**
   * Words of the page's own and numbers that are painted out of their order: in each block of the page, the pieces of text
   * that none of the names is in must stand behind each other as they do in the text.
   */
  const turned = (page) =>
    page.evaluate((names) => {
      const found = [];
      const walker = document.createTreeWalker(document.querySelector("main, body"), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.parentElement.checkVisibility() || node.parentElement.closest("option")) continue;
        // What a file says in the very words of it is not the page's.
        if (node.parentElement.closest("pre")) continue;
        let own = node.data;
        for (const name of names) own = own.replaceAll(name, "\uFFFC".repeat(name.length));
        const at = (nth) => {
          const range = document.createRange();
          range.setStart(node, nth);
          range.setEnd(node, nth + 1);
          return range.getBoundingClientRect();
        };
        for (const [{ length }, index] of [...own.matchAll(/[A-Za-z0-9]{2,}/g)].map((it) => [it[0], it.index])) {
          const [first, last] = [at(index), at(index + length - 1)];
          if (first.width && first.top === last.top && last.left <= first.left) found.push(node.data.slice(index - 9, index + length));
        }
        // The element before it on the same line stands before it.
        const before = node.previousSibling ?? node.parentElement.previousSibling;
        const letter = own.search(/[A-Za-z0-9(“]/);
        const isName = names.some((name) => before?.textContent.includes(name));
        if (isName && before.nodeType === 1 && letter >= 0 && before.checkVisibility() && before.getClientRects().length) {
          const [box, own] = [before.getClientRects()[before.getClientRects().length - 1], at(letter)];
          const isBeside = own.top < box.bottom && own.bottom > box.top;
          if (isBeside && own.left < box.left) found.push(`${node.data} before ${before.textContent}`);
        }
      }
      return found;
    }, NAMES);

  test("turns around nothing that the page says beside it", async ({ page }) => {
    const columns = "Name,Alias,Country,Type,Linked to,Passport,Date of birth,Listed on,Programme,Remarks";
    const rows = NAMES.map((name, nth) => {
      const linked = NAMES[(nth + 1) % NAMES.length];
      return [name, `${name} b`, name, name, linked, name, name, "2020-01-02", name, name].map((it) => `"${it}"`).join(",");
    });
    const list = await opened(page, file("turned.csv", `${columns}\r\n${rows.join("\r\n")}\r\n`));
    await expect(list.rows).toHaveCount(NAMES.length);
    const look = async (where) => expect(await turned(page), where).toEqual([]);
    await look("the list");
    for (const nth of NAMES.keys()) {
      await list.rows.nth(nth).click();
      await expect(list.evidence.getByRole("heading", { level: 2 })).toHaveText(NAMES[nth]);
      await expect(list.words).toBeVisible();
      await look(`the evidence of row ${nth}`);
      await list.find(NAMES[nth]);
      await expect(page.getByRole("button", { name: /^Remove the filter/ })).toBeVisible();
      await look("a chip");
      await list.find("");
      await page.getByRole("link", { name: "Who is related to it" }).click();
      await expect(list.nodes.first()).toBeVisible();
      await look("a neighbourhood");
      await page.getByRole("button", { name: "Table" }).click();
      await expect(page.getByRole("table", { name: "Who is related to whom" })).toBeVisible();
      await look("its table");
      await list.room("List").click();
      await expect(list.rows).toHaveCount(NAMES.length);
    }
    await list.room("Network").click();
    await expect(page.locator(".areas__centre h2")).toBeVisible();
    await look("the network");
    await list.room("Import report").click();
    await expect(page.getByRole("heading", { name: "Import report" })).toBeVisible();
    await look("the report");
  });
});

test.describe("the list", () => {
  test("a row leads to its line and the very words of the file", async ({ page }) => {
    const list = await opened(page);
    await list.row("GREYWATER TRADING").click();
    await expect(list.evidence.getByRole("heading", { level: 2 })).toHaveText("GREYWATER TRADING");
    await expect(list.evidence).toContainText("harbour-list.csv, record 2, line 2");
    await expect(list.words).toContainText('1002,"GREYWATER TRADING",-0- ,"HARBOUR] [SHADOWFLEET"');
    await list.evidence.getByRole("link", { name: "TERNHAVEN SHIPPING" }).first().click();
    await expect(list.evidence.getByRole("heading", { level: 2 })).toHaveText("TERNHAVEN SHIPPING");
    await page.goBack();
    await expect(list.evidence.getByRole("heading", { level: 2 })).toHaveText("GREYWATER TRADING");
  });

  test("facets tell what each choice leaves; chips take it away; the link shows it again", async ({ page }) => {
    const list = await opened(page);
    const all = Number((await list.total.textContent()).split(" ")[0]);
    await list.choice("Vessel").check();
    await expect(list.rows).toHaveCount(6);
    await expect(list.total).toHaveText(`6 of ${all}`);
    await expect(list.choice("Vessel")).toBeChecked();
    expect(fragment(page)).toBe("/opened/list?kind=Vessel");
    await page.reload();
    await expect(page.getByText("is not open here")).toBeVisible();
    await new Opened(page).choose(HARBOUR);
    await expect(list.rows).toHaveCount(6);
    await page.getByRole("button", { name: "Remove the filter Kind: Vessel" }).click();
    await expect(list.total).toHaveText(String(all));
  });

  test("where nothing fits what a reader looks for among the values, the field is still there", async ({ page }) => {
    const rows = Array.from("ABCDEFGHIJ", (letter) => `Quay ${letter},Country ${letter}\r\n`);
    await opened(page, file("countries.csv", `Name,Country\r\n${rows.join("")}`));
    const country = page.getByRole("group", { name: "Country" });
    await country.getByRole("button", { name: "3 more …" }).click();
    const field = country.getByRole("searchbox");
    await field.fill("no country is called this");
    await expect(country.getByRole("checkbox")).toHaveCount(0);
    await field.fill("try j");
    await expect(country.getByRole("checkbox")).toHaveCount(1);
  });

  test("its head lies over the rows that go below it, and sorts them", async ({ page }) => {
    const list = await opened(page);
    await expect(list.rows.first()).toBeVisible();
    // A row is cut by the head in the middle.
    await list.grid.evaluate((grid) => (grid.scrollTop = 30));
    await expect.poll(async () => (await list.rows.first().boundingBox()).y - (await list.grid.boundingBox()).y).toBeLessThan(20);
    const sorter = list.grid.locator(".rows__sort").first();
    const isInFront = sorter.evaluate((it) => {
      const { left, right, top, bottom } = it.getBoundingClientRect();
      return document.elementFromPoint((left + right) / 2, (top + bottom) / 2) === it;
    });
    expect(await isInFront).toBe(true);
    await sorter.click();
    await expect(list.grid.getByRole("columnheader").first()).toHaveAttribute("aria-sort", "ascending");
  });

  test("what a link asks for is shown, and what is not understood of it is told", async ({ page }) => {
    await opened(page, HARBOUR, "/opened/report?kind=Vessel&colour=red");
    await expect(page.getByRole("heading", { name: "Import report" })).toBeVisible();
    await expect(page.getByText("colour=red")).toBeVisible();
    await page.getByRole("button", { name: "Close this notice" }).click();
    await expect(page.getByText("colour=red")).toHaveCount(0);
    await expect.poll(() => fragment(page)).toBe("/opened/report?kind=Vessel");
  });

  test("search finds other names and offers similar spellings", async ({ page }) => {
    const list = await opened(page);
    await page.keyboard.press("/");
    await page.keyboard.type("lanturn");
    await expect(page.getByText("No row matches")).toBeVisible();
    await page.getByRole("button", { name: /spelled similarly/ }).click();
    await expect(list.rows.first()).toContainText("LANTERN METALS");
    await page.getByRole("button", { name: "Clear all" }).click();
    await expect(list.rows.nth(3)).toBeVisible();
  });

  test("the keyboard goes through all rows, and a screen reader is told where it is", async ({ page }) => {
    const many = Array.from({ length: 3_000 }, (_, nth) => entry(nth + 1, `HARBOUR ${nth + 1}`)).join("");
    const list = await opened(page, [file("sdn.csv", many)]);
    await expect(list.grid).toHaveAttribute("aria-rowcount", "3001");
    await list.grid.focus();
    await page.keyboard.press("ArrowDown");
    await expect(list.active).toHaveAttribute("aria-rowindex", "3");
    await page.keyboard.press("End");
    await expect(list.active).toHaveAttribute("aria-rowindex", "3001");
    await expect(list.active).toContainText("HARBOUR 3000");
    await page.keyboard.press("PageUp");
    await expect(list.active).not.toContainText("HARBOUR 3000");
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await expect(list.evidence.getByRole("heading", { level: 2 })).toHaveText("HARBOUR 1");
  });

  test("no frame is blank while it is scrolled", async ({ page }) => {
    const many = Array.from({ length: 20_000 }, (_, nth) => entry(nth + 1, `HARBOUR ${nth + 1}`)).join("");
    const list = await opened(page, [file("sdn.csv", many)]);
    await expect(list.rows.first()).toBeVisible();
    const seen = await list.grid.evaluate(async (grid) => {
      const frames = [];
      const next = () => new Promise((done) => requestAnimationFrame(done));
      const end = grid.scrollHeight - grid.clientHeight;
      for (let step = 0; step <= 60; step += 1) {
        grid.scrollTop = (end * step) / 60;
        await next();
        const rows = [...grid.querySelectorAll("[role=row][id]")].filter((row) => row.textContent.trim());
        frames.push(rows.length);
      }
      return frames;
    });
    expect(Math.min(...seen)).toBeGreaterThan(8);
    await expect(list.rows.last()).toContainText("HARBOUR 20000");
  });

  test("what is shown is saved", async ({ page }) => {
    const list = await opened(page, HARBOUR, "/opened/list?kind=Vessel");
    await expect(list.rows).toHaveCount(6);
    const { text } = await saved(page, () => page.getByRole("button", { name: "CSV" }).click());
    expect(text.trim().split("\r\n")).toHaveLength(7);
    expect(text).toContain("SEA LARK");
  });

  test("closing it gives the way back, and the story is one press away", async ({ page }) => {
    const list = await opened(page);
    await page.getByRole("link", { name: "Back to the story" }).click();
    await expect(page.getByRole("link", { name: /rows/ })).toBeVisible();
    await page.getByRole("link", { name: /rows/ }).click();
    await expect(list.rows.first()).toBeVisible();
    await page.getByRole("button", { name: "Close the list" }).click();
    await expect(list.chooser).toBeVisible();
    await expect.poll(() => page.workers().length).toBe(0);
  });
});

test.describe("the network and the report", () => {
  test("a neighbourhood grows where the reader asks", async ({ page }) => {
    const list = await opened(page);
    await list.room("Network").click();
    await page.getByRole("link", { name: /OLD PIER BANK/ }).click();
    await expect(page.getByRole("heading", { name: "Around OLD PIER BANK" })).toBeVisible();
    const before = await list.nodes.count();
    await list.nodes.first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("e");
    await expect.poll(() => list.nodes.count()).toBeGreaterThan(before);
    await page.getByRole("button", { name: "Table" }).click();
    await expect(page.getByRole("table", { name: "Who is related to whom" })).toBeVisible();
  });

  for (const viewport of [WIDE, PHONE]) {
    test(`${viewport.width} px wide: names of a neighbourhood are whole, and none covers another`, async ({ page }) => {
      await page.setViewportSize(viewport);
      const list = await opened(page);
      await list.room("Network").click();
      await page.getByRole("link", { name: /OLD PIER BANK/ }).click();
      await list.nodes.first().focus();
      await page.keyboard.press("ArrowRight");
      const before = await list.nodes.count();
      await page.keyboard.press("e");
      await expect.poll(() => list.nodes.count()).toBeGreaterThan(before);
      const wrong = await page.locator(".drawing").evaluate((drawing) => {
        const room = drawing.getBoundingClientRect();
        const names = [...drawing.querySelectorAll("text")].map((it) => [it.textContent, it.getBoundingClientRect()]);
        const isCut = ([, it]) => it.left < room.left || it.right > room.right || it.top < room.top || it.bottom > room.bottom;
        const covers = ([, one], [, it]) => one.left < it.right && it.left < one.right && one.top + 3 < it.bottom && it.top + 3 < one.bottom;
        return [
          ...names.filter(isCut).map(([name]) => `cut: ${name}`),
          ...names.filter(([, it]) => it.height < 14).map(([name]) => `small: ${name}`),
          ...names.flatMap((one, nth) => names.slice(nth + 1).filter((it) => covers(one, it)).map(([name]) => `${one[0]} and ${name}`)),
        ];
      });
      expect(wrong).toEqual([]);
    });
  }

  test("the report tells of each file, and of what was put right with its place", async ({ page }) => {
    const list = await opened(page, [file("sdn.csv", entry(1, "GOOD") + "2,too,short\r\n" + entry(3, "GOOD TOO"))]);
    await expect(page.getByText("Not all of it could be read")).toBeVisible();
    await list.room("Import report").click();
    await expect(page.getByRole("cell", { name: /record 2/ })).toBeVisible();
    await page.getByRole("button", { name: /Left out/ }).click();
    await expect(page.locator(".report__findings tbody tr")).toHaveCount(1);
  });
});

test.describe("the engine", () => {
  test("when it breaks the reader is told, another starts, and the list is there again", async ({ page }) => {
    const list = await opened(page);
    await expect(list.rows.first()).toBeVisible();
    const [worker] = page.workers();
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new WebAssembly.RuntimeError("unreachable");
      });
    });
    await expect(page.getByText("broke and was started again")).toBeVisible();
    await expect(list.rows.first()).toBeVisible();
    await list.row("GREYWATER TRADING").click();
    await expect(list.words).toContainText("GREYWATER");
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: PHONE });

  test("rows, evidence and filters are there one at a time", async ({ page }) => {
    const list = await opened(page);
    // Without its heading a number says nothing.
    await expect(list.row("GREYWATER TRADING")).toContainText("HARBOUR, SHADOWFLEET · related to 4");
    await list.row("GREYWATER TRADING").click();
    await expect(list.words).toBeVisible();
    await list.evidence.getByRole("button", { name: /^Close/ }).click();
    await page.getByRole("button", { name: "Filters" }).click();
    await list.choice("Vessel").check();
    await page.getByRole("button", { name: "Show the result" }).click();
    await expect(list.rows).toHaveCount(6);
  });
});

test.describe("a phone that is turned", () => {
  test.use({ viewport: PHONE });

  test("the list stays at its row, and goes on from there", async ({ page }) => {
    const many = Array.from({ length: 3_000 }, (_, nth) => entry(nth + 1, `HARBOUR ${nth + 1}`)).join("");
    const list = await opened(page, [file("sdn.csv", many)]);
    await list.grid.evaluate((grid) => void (grid.scrollTop = 1_000 * 74));
    await expect(list.rows.first()).toContainText("HARBOUR 1001");
    await page.setViewportSize({ width: PHONE.height, height: PHONE.width });
    await expect(list.rows.first()).toHaveCSS("height", "48px");
    await expect(list.rows.first()).toContainText("HARBOUR 1001");
    await list.grid.evaluate((grid) => void (grid.scrollTop += 96));
    await expect(list.rows.first()).toContainText("HARBOUR 1003");
  });
});

test.describe("lists of authorities", () => {
  test.use({ viewport: WIDE });
  const FIXTURES = {
    "OFAC, three files": [["fixtures/sdn.csv", "fixtures/alt.csv", "fixtures/add.csv"], 497],
    "OFAC, XML": [["fixtures/ofac_sdn_subset_2024-05-07.xml"], 497],
    "UN": [["fixtures/un_subset_2024-05-15.xml"], 186],
    "EU": [["fixtures/eu_fsf_subset_2024-05-13.xml"], 248],
    "UK": [["fixtures/uksl_trimmed_2026-09-02.xml"], 2],
    "Switzerland": [["fixtures/seco_sample_2024-01-17.xml"], 3],
    "OFAC, whole": [["data/sdn_2024-05-03.csv"], 14_965],
    "OFAC, whole, XML": [["data/sdn_2024-05-07.xml"], 14_966],
    "EU, whole": [["data/eu_fsf_2024-05-13.xml"], 4_808],
  };
  for (const [name, [paths, targets]] of Object.entries(FIXTURES)) {
    test(name, async ({ page }) => {
      const files = paths.map(shared);
      test.skip(!files.every((path) => existsSync(path)), `skipped: ${paths.join(", ")} is not there`);
      const list = await opened(page, files);
      await expect(list.much).toContainText(`${targets.toLocaleString("en")} targets`, { timeout: 50_000 });
      await list.rows.nth(1).click();
      await expect(list.words).not.toBeEmpty();
    });
  }
});

test("on paper there are all rows that the filters leave, each with who says so and where, and nothing to press", async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "");
  });
  const rows = Array.from({ length: 1200 }, (_, nth) => entry(nth + 1, `PIER ${nth + 1}`)).join("");
  const list = await opened(page, file("sdn.csv", rows), "/opened/list?kind=Organization&q=pier&sel=ofac%2F1");
  const paper = page.locator(".paper");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("These are the rows that were on the screen")).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: "Print" }).click();
  await expect(page.locator("html[data-printed]")).toBeAttached();
  await expect(paper).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(paper.locator("tbody tr")).toHaveCount(1000);
  await expect(paper).toContainText("The first 1,000 of 1,200 rows");
  await expect(paper).toContainText("Kind: Organization");
  await expect(paper.locator("tbody tr").first()).toContainText("US Treasury, Office of Foreign Assets Control → sdn.csv, record 1, line 1");
  await expect(list.name).toBeVisible();
  await expect(list.grid).toBeHidden();
  await expect(page.getByRole("button")).toHaveCount(0);
  // As wide as paper: the evidence follows the rows.
  await page.setViewportSize({ width: 670, height: 900 });
  const [sheet, evidence] = [await paper.boundingBox(), await list.evidence.boundingBox()];
  expect(evidence.y).toBeGreaterThanOrEqual(sheet.y + sheet.height);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(paper).toHaveCount(0);
});
