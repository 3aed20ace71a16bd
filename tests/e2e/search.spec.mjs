// Search everywhere: one box, from the keyboard, for actors, facts, designations, sources and commands.
import { fileURLToPath } from "node:url";
import { axe, expect, NARROW, open, overflow, PHONE, shot, SIZES, test, THEMES, WIDE } from "./support/fixtures.mjs";
import { Evidence, Filters, Frame, fragment, List, Network, Opened, openList, published, saved, Search } from "./support/pages.mjs";

test.use({ viewport: WIDE });

let search;

test.beforeEach(async ({ page }) => {
  search = new Search(page);
});

test.describe("opening and closing", () => {
  test("a slash opens it and takes the very next letters; Escape gives the keyboard back", async ({ page }) => {
    await open(page, "#/sanctions");
    const link = new List(page).link("Versor S.R.O.");
    await link.focus();
    await page.keyboard.press("/");
    await page.keyboard.type("kim");
    await expect(search.field).toHaveValue("kim");
    await expect(search.field).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(search.box).toBeHidden();
    await expect(link).toBeFocused();
    await expect.poll(() => fragment(page)).toBe("/sanctions");
  });

  test("Ctrl-K opens it from anywhere, also while typing, and closes it again", async ({ page }) => {
    await open(page, "#/sanctions");
    const filter = new Filters(page).search;
    await filter.click();
    await page.keyboard.press("/");
    await expect(filter, "a slash in a field is a slash").toHaveValue("/");
    await page.keyboard.press("Control+k");
    await expect(search.field).toBeFocused();
    await page.keyboard.press("Control+k");
    await expect(search.box).toBeHidden();
    await expect(filter).toBeFocused();
  });

  test("Cmd-K opens it too, and the keyboard cannot leave it", async ({ page }) => {
    await open(page);
    await page.keyboard.press("Meta+k");
    await expect(search.field).toBeFocused();
    for (const key of ["Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab"]) {
      await page.keyboard.press(key);
      const inside = await page.evaluate(() => document.activeElement === document.body || Boolean(document.activeElement.closest("dialog")));
      expect(inside, "the keyboard is in the box or with the browser itself").toBe(true);
    }
  });

  test("the button opens it; a click beside it closes it and chooses nothing", async ({ page }) => {
    await open(page);
    await search.opener.click();
    await expect(search.field).toBeFocused();
    await page.mouse.click(20, 500);
    await expect(search.box).toBeHidden();
    await expect(search.opener).toBeFocused();
    await expect.poll(() => fragment(page)).toBe("");
  });

  test("what was typed before the second file came is searched when it is there", async ({ page }) => {
    let release;
    const held = new Promise((done) => {
      release = done;
    });
    await page.route("**/later-*.wasm", async (route) => {
      await held;
      await route.continue();
    });
    await open(page);
    await page.keyboard.press("/");
    await page.keyboard.type("putin");
    await expect(search.field).toHaveValue("putin");
    await expect(search.box.getByRole("status")).toBeVisible();
    await expect(search.options).toHaveCount(0);
    release();
    await expect(search.first).toContainText("Vladimir Putin");
    await page.keyboard.press("Enter");
    await expect(new Evidence(page).title).toHaveText("Vladimir Putin");
  });
});

test.describe("finding", () => {
  test.beforeEach(async ({ page }) => {
    await open(page);
    await page.keyboard.press("/");
  });

  /** What is typed, and the name that stands first. */
  const FINDS = [
    ["kim jong", "Kim Jong Un"],
    ["Kim Jong-un", "Kim Jong Un"],
    ["김정은", "Kim Jong Un"],
    ["kimjongun", "Kim Jong Un"],
    ["Путин", "Vladimir Putin"],
    ["Pútin", "Vladimir Putin"],
    ["putni", "Vladimir Putin"],
    ["mkrtichev", "Ashot Mkrtychev"],
    ["Мкртычев", "Ashot Mkrtychev"],
    ["임수석", "Lim Soo-suk"],
    ["north korea", "North Korea"],
    ["Москва", "Russia"],
  ];
  test("a name is found by its beginning, with a slip, with marks, in other scripts", async () => {
    for (const [text, name] of FINDS) {
      await search.field.fill(text);
      await expect(search.firstTitle, text).toHaveText(name);
    }
  });

  test("the letters that matched are marked, and an alias says that it is one", async () => {
    await search.field.fill("puti");
    await expect(search.first.locator("mark")).toHaveText(["Puti"]);
    await search.field.fill("seoul");
    await expect(search.first).toContainText("South Korea");
    await expect(search.first).toContainText("also called Seoul");
    await search.field.fill("very negative");
    await expect(search.first).toContainText("in the words of a speaker very negative impacts");
    await expect(search.first.locator("mark")).toHaveText(["very", "negative"]);
  });

  test("every actor of the published facts is found by its name, and comes first", async ({ page }) => {
    test.slow();
    const { actors } = await published(page);
    expect(actors.length).toBeGreaterThan(20);
    for (const { name } of actors) {
      await search.field.fill(name);
      await expect(search.firstTitle).toHaveText(name);
      await expect(search.parts.first()).toHaveAccessibleName(/^Actors/);
    }
  });

  test("results stand by kind with counts, and all of a kind can be asked for", async ({ page }) => {
    await search.field.fill("korea");
    const facts = search.part("Facts");
    const total = await search.count("Facts");
    expect(total).toBeGreaterThan(6);
    const all = facts.getByRole("option", { name: `Show all ${total}` });
    const shown = await facts.getByRole("option").count();
    await all.click();
    await expect(facts.getByRole("option")).toHaveCount(total);
    await expect(search.box).toBeVisible();
    await expect(facts.getByRole("option").nth(shown - 1), "what comes next is chosen").toHaveAttribute("aria-selected", "true");
    const { facts: published_ } = await published(page);
    expect(total).toBeLessThanOrEqual(published_.length);
  });

  test("how many were found is said", async () => {
    await search.field.fill("versor");
    await expect(search.said).toHaveText(/^\d+ results$/);
    await search.field.fill("zzzz");
    await expect(search.said).toHaveText("0 results");
  });

  test("what is not there is said, with what helps", async ({ page }) => {
    await search.field.fill("<b>zeppelin</b>");
    await expect(search.options).toHaveCount(0);
    await expect(search.field).toHaveAttribute("aria-expanded", "false");
    await expect(search.none).toContainText("“<b>zeppelin</b>”");
    await expect(search.none).toContainText("another spelling");
    await page.keyboard.press("Enter");
    await expect(search.box).toBeVisible();
  });
});

test.describe("with the keyboard alone", () => {
  test.beforeEach(async ({ page }) => {
    await open(page);
    await page.keyboard.press("/");
    await expect(search.options.first()).toBeVisible();
  });

  test("arrows, page keys, Home and End walk the list, round at its ends, and stay in sight", async ({ page }) => {
    await page.keyboard.type("korea");
    await expect(search.first).toHaveAttribute("aria-selected", "true");
    const count = await search.options.count();
    const chosen = async (nth) => {
      const option = search.options.nth(nth);
      await expect(option).toHaveAttribute("aria-selected", "true");
      await expect(search.box.locator('[aria-selected="true"]')).toHaveCount(1);
      await expect(search.field).toHaveAttribute("aria-activedescendant", await option.getAttribute("id"));
      await expect(option).toBeInViewport({ ratio: 0.9 });
    };
    await chosen(0);
    await page.keyboard.press("ArrowDown");
    await chosen(1);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await chosen(count - 1);
    await page.keyboard.press("ArrowDown");
    await chosen(0);
    await page.keyboard.press("End");
    await chosen(count - 1);
    await page.keyboard.press("Home");
    await chosen(0);
    await page.keyboard.press("PageDown");
    await chosen(6);
    await page.keyboard.press("PageDown");
    await page.keyboard.press("PageUp");
    await chosen(6);
    await expect(search.field).toBeFocused();
  });

  test("another letter begins at the top again", async ({ page }) => {
    await page.keyboard.type("kor");
    await page.keyboard.press("End");
    await page.keyboard.type("e");
    await expect(search.first).toHaveAttribute("aria-selected", "true");
    await expect(search.first).toBeInViewport();
  });

  test("an actor opens in the network, with its evidence and the keyboard there", async ({ page }) => {
    await page.keyboard.type("peskov");
    await expect(search.first).toContainText("Dmitry Peskov");
    await page.keyboard.press("Enter");
    await expect(search.box).toBeHidden();
    const evidence = new Evidence(page);
    await expect(evidence.title).toHaveText("Dmitry Peskov");
    await expect(evidence.panel).toBeFocused();
    await expect.poll(() => fragment(page)).toBe("/network?sel=actor:dmitry-peskov");
    await page.goBack();
    await expect(evidence.title).not.toHaveText("Dmitry Peskov");
  });

  test("a designation opens in the list, although a filter had hidden it", async ({ page }) => {
    await page.keyboard.press("Escape");
    await open(page, "#/sanctions?target=person");
    await page.keyboard.press("/");
    await page.keyboard.type("versor");
    await search.part("Designations").getByRole("option").first().waitFor();
    const options = await search.options.allInnerTexts();
    const nth = options.findIndex((text) => text.startsWith("Versor S.R.O.") && text.includes("imposed"));
    for (let step = 0; step < nth; step += 1) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(new Evidence(page).title).toHaveText("Versor S.R.O.");
    await expect.poll(() => fragment(page)).toBe("/sanctions?sel=designation:versor");
    await expect(new List(page).link("Versor S.R.O.")).toBeVisible();
  });

  test("a source opens among the sources", async ({ page }) => {
    await page.keyboard.type("report 14 september");
    await search.part("Sources").getByRole("option").first().waitFor();
    const first = (await search.options.allInnerTexts()).findIndex((text) => /^Report on the summit/.test(text));
    for (let step = 0; step < first; step += 1) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => fragment(page)).toMatch(/^\/sources\?sel=source:/);
  });

  test("Ctrl-Enter copies the link and opens nothing", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.keyboard.type("john kirby");
    await expect(search.first).toContainText("John Kirby");
    await page.keyboard.press("Control+Enter");
    await expect(new Frame(page).toast).toContainText("Link copied");
    await expect.poll(() => fragment(page)).toBe("");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(copied).hash).toBe("#/network?sel=actor:john-kirby");
  });

  test("what was chosen on this visit is proposed first, next time", async ({ page }) => {
    await expect(search.parts.first()).toHaveAccessibleName("Most connected");
    await page.keyboard.type("lim soo");
    await expect(search.first).toContainText("Lim Soo-suk");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+k");
    await expect(search.parts.first()).toHaveAccessibleName("Chosen before");
    await expect(search.first).toContainText("Lim Soo-suk");
    await expect(search.field).toHaveValue("");
  });

  test("it opens again at once, before the browser has told that it closed", async ({ page }) => {
    await page.keyboard.type("lim soo");
    await expect(search.first).toContainText("Lim Soo-suk");
    await search.field.evaluate((field) => {
      const press = (key, more) => field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
      press("Enter");
      press("k", { ctrlKey: true });
    });
    await expect(search.parts.first()).toHaveAccessibleName("Chosen before");
    await expect(search.field).toHaveValue("");
  });

  test("keys of an input method are its own", async ({ page }) => {
    await page.keyboard.type("kim");
    await expect(search.first).toContainText("Kim Jong Un");
    await search.field.evaluate((field) => {
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true }));
    });
    await expect(search.box).toBeVisible();
    await expect.poll(() => fragment(page)).toBe("");
  });
});

test.describe("commands", () => {
  const run = async (page, text, label) => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type(text);
    await expect(search.option(label)).toBeVisible();
    const nth = (await search.options.allInnerTexts()).findIndex((it) => it.startsWith(label));
    for (let step = 0; step < nth; step += 1) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(search.box).toBeHidden();
  };

  test("lead to each view", async ({ page }) => {
    await open(page);
    const tabs = await new Frame(page).nav.getByRole("link").allInnerTexts();
    for (const tab of tabs) {
      const name = tab.replace(/\s*\d*$/, "");
      await run(page, `go ${name}`, `Go to ${name}`);
      await expect(new Frame(page).tab(name)).toHaveAttribute("aria-current", "page");
    }
  });

  test("change the colours, as the button in the head does", async ({ page }) => {
    await open(page);
    const { theme } = new Frame(page);
    await expect(theme).toHaveAccessibleName("Dark colours");
    await run(page, "night mode", "Dark colours");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(theme).toHaveAccessibleName("Light colours");
    await run(page, "theme", "Light colours");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  });

  test("clear the filters", async ({ page }) => {
    await open(page, "#/sanctions?target=company&q=versor");
    await run(page, "clear filters", "Clear all filters");
    await expect(new List(page).rows).toHaveCount(12);
    await expect.poll(() => fragment(page)).toBe("/sanctions");
  });

  test("show the network as a table, and as a drawing again", async ({ page }) => {
    await open(page);
    await run(page, "table twin", "Network as a table");
    await expect(new Network(page).table).toBeVisible();
    await run(page, "drawing", "Network as a drawing");
    await expect(new Network(page).stage).toBeVisible();
  });

  test("save the list as it is filtered", async ({ page }) => {
    await open(page, "#/sanctions?target=company");
    await expect(new List(page).rows).toHaveCount(2);
    const { name, text } = await saved(page, () => run(page, "export csv", "Save the sanctions list as CSV"));
    expect(name).toBe("sanctions.csv");
    const lines = text.trim().split("\r\n");
    expect(lines).toHaveLength(3);
  });

  test("print, once the box is gone", async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      window.print = () => {
        document.documentElement.dataset.printed = String(document.querySelector("dialog[open]") === null);
      };
    });
    await run(page, "print", "Print this view");
    await expect(page.locator("html")).toHaveAttribute("data-printed", "true");
  });

  test("copy the link to this view", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open(page, "#/sanctions?target=company");
    await run(page, "share", "Copy the link to this view");
    await expect(new Frame(page).toast).toContainText("copied");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(copied).hash).toBe("#/sanctions?target=company");
  });
});

test.describe("by touch on a phone", () => {
  test.use({ viewport: PHONE, hasTouch: true });

  test("the box fills the screen; a tap opens what it names; a button closes it", async ({ page }) => {
    await open(page);
    await search.opener.tap();
    await expect(search.options.first()).toBeVisible();
    const { x, y, width, height } = await search.box.boundingBox();
    expect([x, y, width, height]).toEqual([0, 0, PHONE.width, PHONE.height]);
    await search.closer.tap();
    await expect(search.box).toBeHidden();
    await search.opener.tap();
    await search.field.fill("versor");
    await search.options.first().tap();
    await expect(new Evidence(page).title).toHaveText("Versor S.R.O.");
  });

  test("every entry is large enough for a finger", async ({ page }) => {
    await open(page);
    await search.opener.tap();
    await search.field.fill("korea");
    await expect(search.first).toBeVisible();
    for (const option of await search.options.all()) expect((await option.boundingBox()).height).toBeGreaterThanOrEqual(44);
  });
});

test("fits the narrowest screen", async ({ page }) => {
  await page.setViewportSize(NARROW);
  await open(page);
  expect(await overflow(page), "the head with its button").toBeLessThanOrEqual(0);
  await search.opener.click();
  await search.field.fill("south korea");
  await expect(search.first).toBeVisible();
  expect(await search.box.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
});

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of THEMES) {
    test.describe(`looks, ${size}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      test("no violation that a machine can see", async ({ page }) => {
        await open(page);
        await search.opener.click();
        for (const [name, text] of Object.entries({ start: "", found: "kim", through: "seoul", none: "nothing like this" })) {
          await search.field.fill(text);
          await expect(name === "none" ? search.none : search.first).toBeVisible();
          await shot(page, `search-${name}-${size}-${colorScheme}`);
          await axe(page, { view: `search, ${name}` });
        }
      });
    });
  }
}

test.describe("with a list open", () => {
  const HARBOUR = fileURLToPath(new URL("../../src/samples/harbour-list.csv", import.meta.url));
  let list;

  test.beforeEach(async ({ page }) => {
    list = await openList(page, HARBOUR);
    await page.keyboard.press("Control+k");
  });

  test("the list and the story are searched at once, what is looked at first", async ({ page }) => {
    await page.keyboard.type("north");
    await expect(search.parts.first()).toContainText("In the opened list");
    await expect(search.part("Facts")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Back to the story" }).click();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("north");
    await expect(search.parts.last()).toContainText("In the opened list");
    await expect(search.part("Actors")).toBeVisible();
  });

  test("what is chosen is shown in its list with its evidence, and has a link", async ({ page }) => {
    await page.keyboard.type("lark");
    await expect(search.firstTitle).toHaveText("SEA LARK");
    await expect(search.firstTitle.locator("mark")).toHaveText("LARK");
    await page.keyboard.press("Enter");
    await expect(search.box).toBeHidden();
    expect(fragment(page)).toBe("/opened/list?q=lark&sel=ofac%2F1025");
    await expect(list.rows).toHaveCount(1);
    await expect(list.evidence.getByRole("heading", { name: "SEA LARK" })).toBeVisible();
    await expect(list.words).toContainText("SEA LARK");
  });

  test("all of it is a list, with wrong letters where nothing fits as typed", async ({ page }) => {
    await page.keyboard.press("Escape");
    const rows = Array.from({ length: 12 }, (_, nth) => `Pier ${nth} Trading`);
    await list.another.setInputFiles({ name: "piers.csv", mimeType: "text/csv", buffer: Buffer.from(["name", ...rows].join("\n")) });
    await expect(list.name).toHaveText("piers.csv");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("tradnig");
    const part = search.part("In the opened list");
    await expect(part).toBeVisible();
    const all = part.getByRole("option", { name: /^Show all/ });
    expect(await search.count("In the opened list")).toBe(rows.length);
    await expect(part.getByRole("option")).toHaveCount(5 + 1);
    await all.click();
    await expect(list.rows).toHaveCount(rows.length);
    await expect(page.getByRole("checkbox", { name: "Also similar spellings" })).toBeChecked();
  });

  test("once it is closed, only the story is searched", async ({ page }) => {
    await page.keyboard.press("Escape");
    await list.close.click();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("lark");
    await expect(search.part("Commands")).toBeVisible();
    await expect(search.part("In the opened list")).toHaveCount(0);
  });
});

test("the way to lists of one's own is a command", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("ofac");
  await expect(search.firstTitle).toHaveText("Open a list");
  await page.keyboard.press("Enter");
  await expect(new Opened(page).chooser).toBeVisible();
});
