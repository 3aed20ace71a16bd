// The sanctions list: who is sanctioned by whom, why and since when.
import { expect, open, test, WIDE } from "./support/fixtures.mjs";
import { Evidence, Filters, Frame, fragment, List, published, tabTo } from "./support/pages.mjs";

test.use({ viewport: WIDE });

let list;
let filters;
let evidence;

test.beforeEach(async ({ page }) => {
  list = new List(page);
  filters = new Filters(page);
  evidence = new Evidence(page);
});

test.describe("the twelve", () => {
  test.beforeEach(async ({ page }) => open(page, "#/sanctions"));

  test("are what stands there by default, ten persons and two companies", async ({ page }) => {
    await expect(list.total).toHaveText("12 of 12");
    await expect(list.rows).toHaveCount(12);
    await expect(new Frame(page).tab("Sanctions")).toContainText("12");
    const rows = await list.shown();
    const count = (key, value) => rows.filter((row) => row[key] === value).length;
    expect([count("kind", "Person"), count("kind", "Company")]).toEqual([10, 2]);
    expect(count("status", "imposed")).toBe(12);
    expect(count("authority", "South Korea")).toBe(12);
    expect(count("listed", "21 Sep 2023")).toBe(12);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(12);
  });

  test("tell each what the published facts tell", async ({ page }) => {
    const { designations } = await published(page);
    const rows = await list.shown();
    expect(rows.map(({ id, target, for: reason, authority }) => ({ id, target, reason, authority }))).toEqual(
      designations.map((it) => ({ id: `designation:${it.id}`, target: it.target, reason: it.group_label, authority: it.authority })),
    );
  });

  test("show which targets the report does not name", async ({ page }) => {
    const { designations } = await published(page);
    const looks = new Map();
    for (const { target, naming } of designations) {
      const link = list.link(target);
      const style = await link.evaluate((it) => {
        const { fontStyle, fontWeight, color } = getComputedStyle(it);
        return { fontStyle, fontWeight, color };
      });
      if (!looks.has(naming)) looks.set(naming, style);
      expect(style, target).toEqual(looks.get(naming));
    }
    expect([...looks.keys()].sort()).toEqual(["by-office", "named", "unnamed"]);
    expect(looks.get("named").fontStyle).toBe("normal");
    expect(looks.get("by-office").fontStyle).toBe("italic");
    expect(looks.get("unnamed").fontStyle).toBe("italic");
    expect(looks.get("unnamed").color).not.toBe(looks.get("named").color);
    await expect(list.row("Company not named")).toContainText("does not name it");
  });

  test("a row opens its evidence, by its name and anywhere on it", async ({ page }) => {
    await list.link("Versor S.R.O.").click();
    await expect(evidence.title).toHaveText("Versor S.R.O.");
    await expect.poll(() => fragment(page)).toBe("/sanctions?sel=designation:versor");
    await list.row("Person 2 of 4 not named").getByText("21 Sep 2023").click();
    await expect(evidence.title).toHaveText("Person 2 of 4 not named");
    await expect(list.row("Person 2 of 4 not named")).toHaveClass(/chosen/);
    await expect(list.row("Versor S.R.O.")).not.toHaveClass(/chosen/);
    await evidence.close.click();
    await expect(evidence.title).not.toHaveText("Person 2 of 4 not named");
    await expect(list.total).toHaveText("12 of 12");
  });

  test("counts of the facets add up and react to each other", async () => {
    expect(await filters.counts("Target")).toMatchObject({ Person: 10, Company: 2 });
    expect(await filters.counts("Named or not")).toEqual({ named: 2, "by office only": 2, "not named": 8 });
    expect(await filters.counts("Group")).toEqual({ "Weapons trade": 6, "Nuclear and missile development": 6 });
    await filters.choice("Group", "Weapons trade").check();
    await expect(list.total).toHaveText("6 of 12");
    expect(await filters.counts("Target")).toMatchObject({ Person: 4, Company: 2 });
    expect(await filters.counts("Named or not")).toEqual({ named: 2, "by office only": 0, "not named": 4 });
    expect(await filters.counts("Group"), "its own choices stay open").toEqual({ "Weapons trade": 6, "Nuclear and missile development": 6 });
    await filters.choice("Target", "Company").check();
    await expect(list.total).toHaveText("2 of 12");
    await expect(list.rows).toHaveCount(2);
    expect(await filters.counts("Group")).toEqual({ "Weapons trade": 2, "Nuclear and missile development": 0 });
    expect(await filters.counts("Country")).toMatchObject({ Slovakia: 1 });
    await filters.choice("Target", "Person").check();
    await expect(list.total, "values of one facet add up").toHaveText("6 of 12");
    await filters.choice("Group", "Nuclear and missile development").check();
    await expect(list.total).toHaveText("12 of 12");
    await filters.choice("Named or not", "not named").check();
    await expect(list.total).toHaveText("8 of 12");
  });

  test("each facet filters, and its count is what it leaves", async ({ page }) => {
    for (const facet of ["Target", "Named or not", "Group", "Authority", "Country"]) {
      for (const [value, count] of Object.entries(await filters.counts(facet))) {
        await filters.choice(facet, value).check();
        await expect(list.rows, `${facet}: ${value}`).toHaveCount(count);
        await filters.choice(facet, value).uncheck();
        await expect(list.rows).toHaveCount(12);
      }
    }
    await expect(new Frame(page).title).toBeVisible();
  });

  test("chips say what is chosen, and take it away", async ({ page }) => {
    await filters.choice("Target", "Person").check();
    await filters.choice("Named or not", "not named").check();
    await filters.search.fill("missile");
    await expect(list.total).toHaveText("4 of 12");
    await expect(filters.chip("Person")).toHaveCount(1);
    await expect(filters.chip("not named")).toHaveAccessibleName(/remove/i);
    await filters.chip("missile").click();
    await expect(filters.search).toHaveValue("");
    await expect(list.total).toHaveText("7 of 12");
    await filters.chip("not named").click();
    await expect(list.total).toHaveText("10 of 12");
    await expect(filters.choice("Named or not", "not named")).not.toBeChecked();
    await filters.clear.click();
    await expect(list.total).toHaveText("12 of 12");
    await expect(filters.choice("Target", "Person")).not.toBeChecked();
    await expect.poll(() => fragment(page)).toBe("/sanctions");
  });

  test("text narrows while it is typed, whatever its case and its accents", async () => {
    await filters.search.pressSequentially("MKRTY");
    await expect(list.rows).toHaveCount(2);
    await filters.search.pressSequentially("chev");
    await expect(list.link("Ashot Mkrtychev")).toBeVisible();
    await filters.search.fill("défence");
    await expect(list.rows).toHaveCount(1);
    await expect(list.link("Defence minister of North Korea")).toBeVisible();
    await filters.search.fill("weapons company");
    await expect(list.rows, "each word must be there").toHaveCount(2);
    await filters.search.fill("");
    await expect(list.total).toHaveText("12 of 12");
  });

  test("an empty list offers steps that bring rows back", async () => {
    await filters.choice("Group", "Nuclear and missile development").check();
    await filters.choice("Target", "Company").check();
    await expect(list.empty).toBeVisible();
    await expect(list.total).toHaveText("0 of 12");
    await expect(list.rows).toHaveCount(0);
    const steps = list.empty.getByRole("button");
    expect(await steps.count()).toBeGreaterThanOrEqual(3);
    for (let nth = 0; nth < (await steps.count()); nth += 1) {
      const text = await steps.nth(nth).innerText();
      const promised = Number(/\d+/.exec(text)[0]);
      await steps.nth(nth).click();
      await expect(list.rows, text).toHaveCount(promised);
      expect(promised, text).toBeGreaterThan(0);
      await list.page.goBack();
      await expect(list.empty).toBeVisible();
    }
  });
});

test("other measures are one facet away and cannot be mistaken for the twelve", async ({ page }) => {
  await open(page, "#/sanctions");
  const twelve = new Set((await list.shown()).map(({ id }) => id));
  const counts = await filters.counts("Status");
  expect(counts.imposed).toBe(12);
  const others = Object.values(counts).reduce((sum, count) => sum + count) - 12;
  expect(others).toBeGreaterThan(0);
  await expect(filters.panel.getByText(new RegExp(`^${others} other measures`))).toBeVisible();
  const badge = (row) => row.locator(".badge").evaluate((it) => {
    const { color, borderStyle } = getComputedStyle(it);
    return `${color} ${borderStyle}`;
  });
  const imposed = await badge(list.rows.first());
  await filters.choice("Status", "imposed").uncheck();
  await expect(list.rows).toHaveCount(12 + others);
  const looks = new Map();
  for (const [nth, row] of (await list.shown()).entries()) {
    const look = await badge(list.rows.nth(nth));
    looks.set(row.status, look);
    expect(row.status === "imposed", `${row.id}: ${row.status}`).toBe(twelve.has(row.id));
    if (!twelve.has(row.id)) expect(look, row.status).not.toBe(imposed);
  }
  expect([...looks.keys()].sort()).toEqual(["imposed", "in force before", "under discussion"]);
  expect(new Set(looks.values()).size, "each status has a look of its own").toBe(3);
  await filters.choice("Status", "under discussion").check();
  await expect(list.rows).toHaveCount(counts["under discussion"]);
  await list.rows.first().getByRole("link").click();
  await expect(evidence.term("Status")).toContainText(/under discussion|planned/);
});

test("each column sorts up, down and as reported", async ({ page }) => {
  await open(page, "#/sanctions?listing=*");
  const asReported = (await list.shown()).map(({ id }) => id);
  const { designations } = await published(page);
  const naming = new Map(designations.map(({ id, naming: it }) => [`designation:${id}`, ["named", "by-office", "unnamed"].indexOf(it)]));
  const day = (text) => Date.parse(`${text} UTC`) || 0;
  const order = {
    // Who is named comes first.
    Target: (a, b) => (naming.get(a.id) ?? 0) - (naming.get(b.id) ?? 0) || compare(a.target, b.target),
    Kind: (a, b) => compare(a.kind, b.kind),
    For: (a, b) => compare(a.for, b.for),
    Authority: (a, b) => compare(a.authority, b.authority),
    Status: (a, b) => compare(a.status, b.status),
    Listed: (a, b) => day(a.listed) - day(b.listed),
  };
  for (const [column, by] of Object.entries(order)) {
    const known = (rows) => (column === "Target" ? rows.filter(({ id }) => naming.has(id)) : rows);
    await expect(list.heading(column)).toHaveAttribute("aria-sort", "none");
    await list.sorter(column).click();
    await expect(list.heading(column)).toHaveAttribute("aria-sort", "ascending");
    const up = known(await list.shown());
    expect(up.map(({ id }) => id), `${column}, up`).toEqual([...up].sort(by).map(({ id }) => id));
    await list.sorter(column).click();
    await expect(list.heading(column)).toHaveAttribute("aria-sort", "descending");
    const down = known(await list.shown());
    expect(down.map(({ id }) => id), `${column}, down`).toEqual([...down].sort((a, b) => by(b, a)).map(({ id }) => id));
    expect(down.map(({ id }) => id), `${column}: down is not up`).not.toEqual(up.map(({ id }) => id));
    await list.sorter(column).click();
    await expect(list.heading(column)).toHaveAttribute("aria-sort", "none");
    expect((await list.shown()).map(({ id }) => id), `${column}, as reported`).toEqual(asReported);
  }
  await list.sorter("Kind").click();
  await list.sorter("Status").click();
  await expect(list.heading("Kind")).toHaveAttribute("aria-sort", "none");
  await expect.poll(() => fragment(page)).toContain("sort=status");
});

function compare(a, b) {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}

test.describe("files hold exactly what is shown", () => {
  const SHOWN = {
    "the twelve": "#/sanctions",
    "a part of them, sorted": "#/sanctions?group=weapons-trade&sort=-kind&target=person,company",
    "other measures": "#/sanctions?listing=in-force,under-discussion",
    "what a search leaves": "#/sanctions?q=slovakia",
    "nothing": "#/sanctions?q=nosuchword",
  };
  for (const [what, address] of Object.entries(SHOWN)) {
    test(what, async ({ page }) => {
      await open(page, address);
      await expect(list.total).toBeVisible();
      const shown = await list.shown();
      expect(shown.length > 0).toBe(what !== "nothing");
      const same = (row) => ({ id: row.id, target: row.target, kind: row.kind, for: row.for, authority: row.authority, detail: row.detail });

      const csv = await list.save(list.csv);
      expect(csv.name).toMatch(/\.csv$/);
      const [headings, ...cells] = parseCsv(csv.text);
      const lines = cells.map((line) => Object.fromEntries(headings.map((heading, nth) => [heading, line[nth]])));
      expect(cells.every((line) => line.length === headings.length)).toBe(true);
      expect(lines.map(same)).toEqual(shown.map(same));

      const json = await list.save(list.json);
      expect(json.name).toMatch(/\.json$/);
      const { kind, version, rows } = JSON.parse(json.text);
      expect(kind).toBe("sourceline/list");
      expect(version).toEqual(expect.any(Number));
      expect(rows).toEqual(lines);
      for (const [nth, row] of rows.entries()) {
        expect(row.listed).toMatch(/^(\d{4}-\d\d-\d\d)?$/);
        expect(shown[nth].listed === "not given", row.id).toBe(row.listed === "");
      }
    });
  }
});

/** CSV as RFC 4180 has it. */
function parseCsv(text) {
  expect(text.endsWith("\r\n"), "the last line ends as the others do").toBe(true);
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const row = rows.at(-1);
    if (quoted) {
      if (text[at] !== '"') row[row.length - 1] += text[at];
      else if (text[at + 1] === '"') row[row.length - 1] += text[(at += 1)];
      else quoted = false;
    } else if (text[at] === '"') quoted = true;
    else if (text[at] === ",") row.push("");
    else if (text[at] === "\r" && text[at + 1] === "\n") rows.push([""]), (at += 1);
    else row[row.length - 1] += text[at];
  }
  expect(quoted, "every quotation is closed").toBe(false);
  return rows.slice(0, -1);
}

test("below the network stand the twelve, whatever the network is narrowed to", async ({ page }) => {
  await open(page, "#/network?passed=verbal-cooperation&q=putin");
  await expect(list.total).toHaveText("12 of 12");
  await expect(list.rows).toHaveCount(12);
  await list.link("Versor S.R.O.").click();
  await expect(evidence.title).toHaveText("Versor S.R.O.");
  await list.sorter("Kind").click();
  await expect(list.heading("Kind")).toHaveAttribute("aria-sort", "ascending");
  expect((await list.shown())[0].kind).toBe("Company");
});

test("all of it can be done by keyboard alone", async ({ page }) => {
  await open(page);
  const frame = new Frame(page);
  await tabTo(page, frame.tab("Sanctions"), { most: 5 });
  await page.keyboard.press("Enter");
  // The list under the network has the same total: wait for the view itself.
  await expect(frame.tab("Sanctions")).toHaveAttribute("aria-current", "page");
  await expect(list.total).toHaveText("12 of 12");
  await tabTo(page, filters.search);
  await page.keyboard.type("three countries");
  await expect(list.rows).toHaveCount(6);
  await tabTo(page, filters.choice("Target", "Person"));
  await page.keyboard.press("Space");
  await expect(list.total).toHaveText("4 of 12");
  await expect(filters.choice("Target", "Person"), "the keyboard stays where it is").toBeFocused();
  await tabTo(page, list.sorter("Target"));
  await page.keyboard.press("Enter");
  await expect(list.heading("Target")).toHaveAttribute("aria-sort", "ascending");
  await expect(list.sorter("Target"), "the keyboard stays where it is").toBeFocused();
  await tabTo(page, list.link("Ashot Mkrtychev"), { most: 12 });
  await page.keyboard.press("Enter");
  await expect(evidence.title).toHaveText("Ashot Mkrtychev");
  const lost = await page.evaluate(() => document.activeElement === document.body);
  expect(lost, "the keyboard is not lost").toBe(false);
  await tabTo(page, evidence.copyLink);
  await tabTo(page, evidence.close, { key: "Shift+Tab" });
  await page.keyboard.press("Enter");
  await expect(evidence.title).not.toHaveText("Ashot Mkrtychev");
  await tabTo(page, filters.chip("Person"), { key: "Shift+Tab" });
  await page.keyboard.press("Enter");
  await expect(list.total).toHaveText("6 of 12");
});
