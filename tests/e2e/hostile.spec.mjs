// Lists with texts in every field that are made to do harm. They stay texts in every view, also where no policy of the
// page would stop what they try: the policy is a second lock and must not be the only one.
import { readFileSync } from "node:fs";
import { expect, open, overflow, test, WIDE } from "./support/fixtures.mjs";
import { LISTS, together } from "./support/hostile/lists.mjs";
import { harm, mark } from "./support/hostile/look.mjs";
import { ADDRESSES, file, GOOD, MARKUP, tidy } from "./support/hostile/texts.mjs";
import { Opened, saved } from "./support/pages.mjs";

test.use({ viewport: WIDE });

test("there is a list of each format that can be opened", () => {
  const read = (path) => readFileSync(new URL(`../../src/${path}`, import.meta.url), "utf8");
  const formats = read("import/formats.rs").match(/FORMATS: &\[Format\] = &\[([^;]*)\];/)[1].match(/\w+::\w+,/g);
  expect(formats.length).toBeGreaterThan(9);
  expect(together(Object.values(LISTS).flat()).formats).toHaveLength(formats.length);
});

/** Tries what the policy forbids: gives whether a script within the page ran. */
function scriptsRun(page) {
  return page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "globalThis.inline = true";
    document.body.append(script);
    script.remove();
    return Boolean(globalThis.inline);
  });
}

/** Whatever opens besides the page: dialogs and windows. */
function popups(page) {
  const all = [];
  page.on("dialog", (dialog) => {
    all.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  page.on("popup", (popup) => all.push(`window: ${popup.url()}`));
  return all;
}

/** The cells of a CSV, row by row. */
function cells(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push([]);
    if (end === "") break;
  }
  return rows.filter((row) => row.length > 1 || row[0] !== "");
}

/** Saves what is shown: no cell is a formula, and nothing is lost. */
async function save(page, names) {
  const text = async (name) => (await saved(page, () => page.getByRole("button", { name, exact: true }).click())).text;
  const table = cells(await text("CSV"));
  expect(table.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell))).toEqual([]);
  const json = await text("JSON");
  const texts = [];
  JSON.parse(json, (_, value) => void (typeof value === "string" && texts.push(value)) ?? value);
  for (const name of names) {
    expect(texts).toContain(name);
    const cell = table.find(([first]) => [name, `'${name}`].includes(first));
    expect(cell, `a row of ${name}`).toBeTruthy();
  }
}

/**
 * Goes to each row by the keys, chooses each of so many (`every`), and opens all that is known of it. In the page, as there
 * are hundreds of them.
 * @returns {Promise<{ shown: string[], found: Record<string, number>, links: number }>} the names, what did harm in which
 *   row, and how many links lead away
 */
function dossiers(page, number, every) {
  return page.evaluate(async ([all, each]) => {
    const [grid, evidence] = [document.querySelector("[role=grid]"), document.querySelector("#evidence")];
    const press = (key) => grid.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    const until = async (what, is) => {
      for (const end = performance.now() + 10_000; !is(); await new Promise(requestAnimationFrame)) {
        if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
      }
    };
    const [shown, found] = [[], {}];
    let links = 0;
    for (let row = 0; row < all; row += 1) {
      press(row === 0 ? "Home" : "ArrowDown");
      const active = () => grid.querySelector(".grid__row--at");
      await until(`row ${row}`, () => active()?.ariaRowIndex === String(row + 2));
      const name = active().querySelector(".grid__name").textContent;
      shown.push(name);
      if (row % each) continue;
      press("Enter");
      await until(`the evidence of ${name}`, () => {
        const isThere = active()?.ariaSelected === "true" && evidence.querySelector("h2")?.textContent === name;
        // All places where it stands, and the words there.
        const more = [...evidence.querySelectorAll(".spots button, .slot > button")];
        more.forEach((it) => it.click());
        return isThere && evidence.querySelector(".spots__words") && !more.length;
      });
      links += evidence.querySelectorAll("a[target=_blank]").length;
      for (const what of globalThis.harm()) found[what] ??= row;
    }
    return { shown, found, links };
  }, [number, every]);
}

/** What of `names` is not among those shown, as often as it should be. */
function missing(names, shown) {
  const left = new Map();
  for (const name of shown) left.set(name, (left.get(name) ?? 0) + 1);
  return names.filter((name) => {
    const more = left.get(name) ?? 0;
    left.set(name, more - 1);
    return more < 1;
  });
}

/** Goes through all views of an open list; `look` is called with each. */
async function walk(page, list, { formats, names, hasLinks, every }, look) {
  await expect(list.rows.first()).toBeVisible();
  await look("the list");

  const told = await list.total.textContent();
  const number = Number(told.replace(",", ""));
  await list.grid.focus();
  const { shown, found, links } = await dossiers(page, number, every);
  for (const [what, row] of Object.entries(found)) await look(`the evidence of row ${row}`, what);
  // What a list has is there as it stands, letter by letter.
  expect(missing(names, shown)).toEqual([]);
  expect(links > 0, "addresses that may be followed can be").toBe(hasLinks);
  await list.active.hover();
  await save(page, names);

  // The facets with all of their values, and with a text in their search.
  const more = page.getByRole("button", { name: /^\d+ more …$/ });
  for (let left = await more.count(); left > 0; left -= 1) {
    await more.first().click();
    await expect(more).toHaveCount(left - 1);
  }
  await look("the facets");
  const fields = await page.locator(".facet__find").all();
  for (const [nth, field] of fields.entries()) await field.fill(nth % 2 ? "script" : "<img");
  const values = page.locator(".facet:has(.facet__find) .facet__value");
  await expect(values.filter({ hasNotText: /script|img/i })).toHaveCount(0);
  await look("the values of facets");
  // Where nothing fits, the field is still there to write something else.
  for (const field of fields) await field.fill("no value is called this");
  await expect(values).toHaveCount(0);
  for (const field of fields) await field.fill("");

  const facets = page.locator(".facet[data-facet]");
  const chips = page.getByRole("list", { name: "Chosen filters" }).getByRole("button", { name: /^Remove/ });
  for (const facet of await facets.all()) {
    await facet.getByRole("checkbox").last().check();
    await expect(chips).toHaveCount(1);
    await look("a chip");
    await chips.click();
    await expect(chips).toHaveCount(0);
  }
  for (const text of [MARKUP[2], ADDRESSES[0], MARKUP[0]]) {
    await list.find(text);
    await expect(page.getByRole("button", { name: `Remove the filter “${text}”` }).first()).toBeVisible();
    await look("a search");
  }
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(list.total).toHaveText(told);
  for (const sorter of await list.grid.locator(".rows__sort").all()) {
    await sorter.click();
    await expect(list.rows.first()).toBeVisible();
  }
  await look("another order");

  // The network, as a drawing and as a table.
  await list.room("Network").click();
  await expect(page.locator(".areas__centre h2")).toBeVisible();
  await look("the network");
  const first = page.locator(".related__one").first();
  if (await page.locator(".related__one, .empty").first().textContent().then(() => first.isVisible())) {
    await first.click();
    await expect(list.nodes.first()).toBeVisible();
    await look("a neighbourhood");
    await list.nodes.first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("c");
    await expect(list.nodes.first()).toBeVisible();
    await look("another neighbourhood");
    await page.getByRole("button", { name: "Table" }).click();
    await expect(page.getByRole("table", { name: "Who is related to whom" })).toBeVisible();
    await look("the table of a neighbourhood");
  }

  // The report, and what columns are said to be.
  await list.room("Import report").click();
  await expect(page.getByRole("heading", { name: "Import report" })).toBeVisible();
  const read = await page.locator(".report__files tbody td:nth-child(2)").allTextContents();
  expect([...new Set(read)].toSorted(), "each file is read as what it is").toEqual(formats.toSorted());
  await look("the report");
  for (const kind of await page.locator(".report__choices button").all()) {
    await kind.click();
    await expect(kind).toHaveAttribute("aria-pressed", "true");
    await look("findings");
  }
  const findings = page.getByRole("button", { name: /^\d+ more …$/ });
  while (await findings.isVisible()) {
    await findings.click();
    await look("more findings");
  }
  await save(page, []);
  const columns = page.locator(".mapping__table select");
  if (await columns.count()) {
    await columns.last().selectOption({ label: "Website" });
    await page.getByRole("button", { name: "Read it again" }).click();
    await expect(page.getByRole("progressbar")).toHaveCount(0);
    await expect(columns.last().locator("option:checked")).toHaveText("Website");
    await look("the report of what was read again");
  }

  // On the story, the way back to it bears its name; a file that cannot be opened is told by its own.
  await page.getByRole("link", { name: "Back to the story" }).click();
  await expect(page.getByRole("link", { name: /rows$/ })).toBeVisible();
  await look("the story");
  await page.getByRole("link", { name: /rows$/ }).click();
  await list.another.setInputFiles(file(`${MARKUP[2]}.txt`, `${MARKUP.join("\n")}\n`));
  await expect(list.told).toContainText("<img src=x");
  await look("a file that cannot be opened");
}

/** Opens a list and goes through it; no text of it does anything. */
async function nothingRuns(page, { files, formats, names, hasLinks }, every = 1) {
  const popped = popups(page);
  await open(page, "/opened/list");
  await mark(page);
  const list = new Opened(page);
  await list.choose(files);
  await expect(list.name).toBeVisible();
  // What is found in one view may be in all of them: it is told once.
  const found = new Map();
  const look = async (where, ...more) => {
    for (const what of [...(await harm(page)), ...more]) found.set(what, found.get(what) ?? where);
    const wider = await overflow(page);
    if (wider > 0) found.set("wider than the screen", `${where}: by ${wider} px`);
  };
  await walk(page, list, { formats, names: names.map(tidy), hasLinks, every }, look);
  expect(Object.fromEntries(found)).toEqual({});
  for (const worker of page.workers()) expect(await worker.evaluate(() => "harmed" in globalThis)).toBe(false);
  expect(popped).toEqual([]);
}

// It takes longest, and so begins first.
test.describe("with it", () => {
  test.use({ tolerate: [/^console: Executing inline script violates/] });

  test("nothing of all these lists together tries what it forbids", async ({ page }) => {
    test.slow();
    const forbidden = [];
    page.on("console", (message) => /Content Security Policy/.test(message.text()) && forbidden.push(message.text()));
    // A thousand rows: what is known of each is opened by the tests below.
    await nothingRuns(page, together(Object.values(LISTS).flat()), 5);
    expect(forbidden).toEqual([]);
    expect(await scriptsRun(page)).toBe(false);
    expect(forbidden).toHaveLength(1);
  });
});

test.describe("without the page's policy", () => {
  test.use({ bypassCSP: true });

  for (const [format, lists] of Object.entries(LISTS)) {
    test(`${format}: whatever stands in a field stays text`, async ({ page }) => {
      test.slow();
      await nothingRuns(page, together(lists));
      // There was nothing but the page itself to stop a script.
      expect(await scriptsRun(page)).toBe(true);
    });
  }

  test.describe("what would do harm", () => {
    test.use({ tolerate: [/./] });

    // This holds the tests above: were a text taken for what it looks like, they would see it.
    test("is seen on the page where it is taken for markup or an address", async ({ page }) => {
      await open(page, "/opened/list");
      await mark(page);
      expect(await harm(page)).toEqual([]);
      // Some lead away at once: where there is nothing to be had the page stays.
      await page.route(/elsewhere/, (route) => route.fulfill({ status: 204 }));
      const put = (text, how) =>
        page.evaluate(
          ([given, kind]) => {
            const place = document.createElement("div");
            place.id = "place";
            if (kind === "markup") place.innerHTML = given;
            else place.append(Object.assign(document.createElement("a"), { href: given }));
            document.querySelector("#place")?.remove();
            document.body.append(place);
          },
          [text, how],
        );
      for (const text of MARKUP.filter((it) => !it.startsWith("<![CDATA["))) {
        await put(text, "markup");
        expect.soft(await harm(page), text).not.toEqual([]);
      }
      for (const text of ADDRESSES) {
        await put(text, "address");
        expect.soft(await harm(page), text).not.toEqual([]);
      }
      await put(GOOD, "address");
      expect(await harm(page)).toContainEqual(expect.stringMatching("a text has run|address"));
    });
  });
});
