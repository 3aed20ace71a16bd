// The fragment of the address is the query: it survives, it can be walked, and it may hold anything.
import { expect, open, ready, test, WIDE } from "./support/fixtures.mjs";
import { editFragment, Evidence, Filters, fragment, Frame, List, Network } from "./support/pages.mjs";

test.use({ viewport: WIDE });

let frame;
let filters;
let list;
let network;
let evidence;

test.beforeEach(async ({ page }) => {
  frame = new Frame(page);
  filters = new Filters(page);
  list = new List(page);
  network = new Network(page);
  evidence = new Evidence(page);
});

test.describe("a reload keeps", () => {
  test("the list: view, text, facets, order, selection", async ({ page }) => {
    await open(page);
    await frame.go("Sanctions");
    await filters.search.fill("three countries");
    await filters.choice("Target", "Person").check();
    await filters.choice("Named or not", "not named").check();
    await list.sorter("Target").click();
    await list.sorter("Target").click();
    await list.link("Person 2 of 3 not named").click();
    await expect(evidence.title).toHaveText("Person 2 of 3 not named");
    const [address, rows] = [fragment(page), await list.shown()];
    expect(rows).toHaveLength(3);
    await page.reload();
    await ready(page);
    await expect.poll(() => fragment(page)).toBe(address);
    await expect(frame.tab("Sanctions")).toHaveAttribute("aria-current", "page");
    await expect(filters.search).toHaveValue("three countries");
    await expect(filters.choice("Target", "Person")).toBeChecked();
    await expect(filters.choice("Named or not", "not named")).toBeChecked();
    await expect(list.heading("Target")).toHaveAttribute("aria-sort", "descending");
    await expect(evidence.title).toHaveText("Person 2 of 3 not named");
    expect(await list.shown()).toEqual(rows);
    await expect(frame.notice).toHaveCount(0);
  });

  test("the network: text, legend, neighbourhood, table", async ({ page }) => {
    await open(page);
    await network.click("Kim Jong Un");
    await network.focus.click();
    await network.legend.filter({ hasText: "Cooperation, in words" }).click();
    await filters.search.fill("putin");
    await network.toTable.click();
    await expect(network.table).toBeVisible();
    const [address, counts] = [fragment(page), await network.counts()];
    await page.reload();
    await ready(page);
    await expect.poll(() => fragment(page)).toBe(address);
    expect(await network.counts()).toEqual(counts);
    await expect(network.lines).toHaveCount(counts.lines);
    await expect(network.legend.filter({ hasText: "Cooperation, in words" })).toHaveAttribute("aria-pressed", "true");
    await expect(network.unfocus).toBeVisible();
    await expect(evidence.title).toHaveText("Kim Jong Un");
    await expect(filters.chip("Kim Jong Un")).toHaveCount(1);
  });

  test("letters that mean something in an address", async ({ page }) => {
    await open(page, "#/sanctions");
    const text = "a&b=c#d %41 + “ü” <i>?/";
    await filters.search.fill(text);
    await page.reload();
    await ready(page);
    await expect(filters.search).toHaveValue(text);
    await expect(list.empty).toBeVisible();
    await expect(frame.notice).toHaveCount(0);
  });
});

test("back and forward walk the steps", async ({ page }) => {
  await open(page);
  await frame.go("Sanctions");
  await filters.choice("Target", "Company").check();
  await list.link("Versor S.R.O.").click();
  await expect(evidence.title).toHaveText("Versor S.R.O.");

  await page.goBack();
  await expect(evidence.title).not.toHaveText("Versor S.R.O.");
  await expect(list.total).toHaveText("2 of 12");
  await page.goBack();
  await expect(list.total).toHaveText("12 of 12");
  await expect(filters.choice("Target", "Company")).not.toBeChecked();
  await page.goBack();
  await expect(frame.tab("Network")).toHaveAttribute("aria-current", "page");
  await expect(network.stage).toBeVisible();

  await page.goForward();
  await page.goForward();
  await expect(filters.choice("Target", "Company")).toBeChecked();
  await expect(list.total).toHaveText("2 of 12");
  await page.goForward();
  await expect(evidence.title).toHaveText("Versor S.R.O.");
});

test("typing is one step, not one a letter", async ({ page }) => {
  await open(page);
  await frame.go("Sanctions");
  await filters.search.pressSequentially("slovak");
  await expect(list.rows).toHaveCount(2);
  await page.goBack();
  await expect(filters.search).toHaveValue("");
  await expect(list.rows).toHaveCount(12);
  await page.goBack();
  await expect(frame.tab("Network")).toHaveAttribute("aria-current", "page");
});

test.describe("what is no link of this page falls back, says so, and the page works", () => {
  const GARBAGE = {
    "an unknown view": "#/nowhere",
    "no view at all": "#hello",
    "an unknown value of a facet": "#/sanctions?target=unicorn",
    "an unknown part": "#/sanctions?colour=blue",
    "an unknown column": "#/sanctions?sort=shoe-size",
    "an unknown actor": "#/network?sel=actor:nobody",
    "an unknown line": "#/network?sel=edge:nobody~kim-jong-un",
    "an unknown neighbourhood": "#/network?focus=nobody",
    "a broken escape": "#/sanctions?q=%E0%A4%A",
    "bytes that are no text": "#/sanctions?q=%FF%FE",
    "zero bytes": "#/%00%00",
    "more than it reads": `#/sanctions?q=${"x".repeat(4096)}`,
    "a script as view": "#<script>window.harm=1</script>",
    "a script as selection": "#/network?sel=<img src=x onerror=window.harm=1>",
    "an escaped script": "#/network?%3Cscript%3Ewindow.harm%3D1%3C%2Fscript%3E",
  };
  for (const [what, address] of Object.entries(GARBAGE)) {
    test(what, async ({ page }) => {
      await open(page, address);
      await expect(frame.notice).toBeVisible();
      await expect(frame.notice).toContainText(/\blink\b/);
      expect(await page.evaluate(() => window.harm)).toBeUndefined();
      await expect(page.locator("#app script, #app img")).toHaveCount(0);
      expect(page.url(), "the address is put right").not.toContain(address);
      await frame.notice.getByRole("button", { name: /close/i }).click();
      await expect(frame.notice).toHaveCount(0);
      await frame.go("Sanctions");
      await expect(list.total).toHaveText("12 of 12");
    });
  }

  test("once it is put right, the address can be shared and opened again", async ({ page }) => {
    await open(page, "#/sanctions?target=unicorn&group=weapons-trade");
    await expect(frame.notice).toBeVisible();
    await expect(list.rows).toHaveCount(6);
    await page.reload();
    await ready(page);
    await expect(list.rows).toHaveCount(6);
    await expect(frame.notice).toHaveCount(0);
  });

  test("what can be understood beside it is kept", async ({ page }) => {
    await open(page, "#/sanctions?target=company,unicorn&colour=blue&sel=designation:versor");
    await expect(frame.notice).toContainText("unicorn");
    await expect(frame.notice).toContainText("colour");
    await expect(list.rows).toHaveCount(2);
    await expect(evidence.title).toHaveText("Versor S.R.O.");
  });

  test("a script as search text stays text", async ({ page }) => {
    const text = "<img src=x onerror=window.harm=1>";
    await open(page, `#/sanctions?q=${encodeURIComponent(text)}`);
    await expect(filters.search).toHaveValue(text);
    await expect(filters.chip(text)).toBeVisible();
    await expect(list.empty).toBeVisible();
    expect(await page.evaluate(() => window.harm)).toBeUndefined();
    await expect(page.locator("#app img")).toHaveCount(0);
  });
});

test("an address edited by hand is followed", async ({ page }) => {
  await open(page);
  await editFragment(page, "#/sanctions?target=company");
  await expect(list.total).toHaveText("2 of 12");
  await expect(filters.choice("Target", "Company")).toBeChecked();
  await editFragment(page, "#/sanctions?target=company&sort=-target&sel=designation:versor");
  await expect(evidence.title).toHaveText("Versor S.R.O.");
  await expect(list.heading("Target")).toHaveAttribute("aria-sort", "descending");
  await editFragment(page, "#/nowhere");
  await expect(frame.notice).toBeVisible();
  await expect(network.stage).toBeVisible();
  await editFragment(page, "#/sanctions");
  await expect(list.total).toHaveText("12 of 12");
  await expect(frame.notice, "a good address needs no notice").toHaveCount(0);
});

test.describe("colours", () => {
  test.use({ colorScheme: "light" });

  const paper = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  test("follow the system, then the reader, and the reader's choice is remembered", async ({ page }) => {
    await open(page);
    const light = await paper(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(() => paper(page)).not.toBe(light);
    const dark = await paper(page);
    await page.emulateMedia({ colorScheme: "light" });
    await expect.poll(() => paper(page)).toBe(light);
    await frame.theme.click();
    await expect.poll(() => paper(page)).toBe(dark);
    const name = await frame.theme.getAttribute("aria-label");
    await page.reload();
    await ready(page);
    expect(await paper(page)).toBe(dark);
    await expect(frame.theme).toHaveAttribute("aria-label", name);
    await frame.theme.click();
    await expect.poll(() => paper(page)).toBe(light);
  });

  test("where storage is blocked the page works and only forgets", async ({ page }) => {
    await page.addInitScript(() => {
      for (const storage of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(window, storage, {
          get() {
            throw new DOMException("Access is denied for this document.", "SecurityError");
          },
        });
      }
    });
    await open(page);
    const light = await paper(page);
    await frame.theme.click();
    await expect.poll(() => paper(page)).not.toBe(light);
    await frame.go("Sanctions");
    await expect(list.total).toHaveText("12 of 12");
    await page.reload();
    await ready(page);
    expect(await paper(page)).toBe(light);
  });
});
