// Lists with texts in every field that are made to do harm. They stay texts in every view, also where no policy of the
// page would stop what they try: the policy is a second lock and must not be the only one.
import { expect, open, overflow, test, WIDE } from "./support/fixtures.mjs";
import { ADDRESSES, file, GOOD, harm, LISTS, mark, MARKUP, tidy } from "./support/hostile.mjs";
import { Opened, saved } from "./support/pages.mjs";

test.use({ viewport: WIDE });

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
 * Chooses each row by the keys, and opens all that is known of it. In the page, as there are hundreds of them.
 * @returns {Promise<{ shown: string[], found: Record<string, number>, links: number }>} the names, what did harm in which
 *   row, and how many links lead away
 */
function dossiers(page, number) {
  return page.evaluate(async (all) => {
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
      press("Enter");
      await until(`the evidence of ${name}`, () => {
        const isThere = active()?.ariaSelected === "true" && evidence.querySelector("h2")?.textContent === name;
        // All places where it stands, and the words there.
        const more = [...evidence.querySelectorAll(".spots button, .slot > button")];
        more.forEach((it) => it.click());
        return isThere && evidence.querySelector(".spots__words") && !more.length;
      });
      shown.push(name);
      links += evidence.querySelectorAll("a[target=_blank]").length;
      for (const what of globalThis.harm()) found[what] ??= row;
    }
    return { shown, found, links };
  }, number);
}

/** Goes through all views of an open list; `look` is called with each. */
async function walk(page, list, { names, hasLinks }, look) {
  await expect(list.rows.first()).toBeVisible();
  await look("the list");

  const number = Number((await list.total.textContent()).replace(",", ""));
  await list.grid.focus();
  const { shown, found, links } = await dossiers(page, number);
  for (const [what, row] of Object.entries(found)) await look(`the evidence of row ${row}`, what);
  // What a list has is there as it stands, letter by letter.
  expect(names.filter((name) => !shown.includes(name))).toEqual([]);
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
  await expect(list.total).toHaveText(String(number));
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
async function nothingRuns(page, { files, names, hasLinks = false }) {
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
  await walk(page, list, { names: names.map(tidy), hasLinks }, look);
  expect(Object.fromEntries(found)).toEqual({});
  for (const worker of page.workers()) expect(await worker.evaluate(() => "harmed" in globalThis)).toBe(false);
  expect(popped).toEqual([]);
}

test.describe("without the page's policy", () => {
  test.use({ bypassCSP: true });

  for (const [format, list] of Object.entries(LISTS)) {
    test(`${format}: whatever stands in a field stays text`, async ({ page }) => {
      test.slow();
      await nothingRuns(page, list());
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

test.describe("with it", () => {
  test.use({ tolerate: [/^console: Executing inline script violates/] });

  test("nothing of all these lists together tries what it forbids", async ({ page }) => {
    test.slow();
    const forbidden = [];
    page.on("console", (message) => /Content Security Policy/.test(message.text()) && forbidden.push(message.text()));
    const all = Object.values(LISTS).map((list) => list());
    const [files, names] = [all.flatMap((it) => it.files), all.flatMap((it) => it.names)];
    await nothingRuns(page, { files, names, hasLinks: true });
    expect(forbidden).toEqual([]);
    expect(await scriptsRun(page)).toBe(false);
    expect(forbidden).toHaveLength(1);
  });
});
