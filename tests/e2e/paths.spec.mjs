// How two actors are connected, what is done to single actors of the network, and the steps so far: as a reader
// would, by mouse and by keyboard.
import { axe, expect, NARROW, open, overflow, PHONE, shot, test, WIDE } from "./support/fixtures.mjs";
import { Evidence, Filters, fragment, Frame, List, Network, tabTo } from "./support/pages.mjs";

test.use({ viewport: WIDE });

/** The path as a reader meets it: the question, the answer, the steps. */
class Path {
  constructor(page) {
    const panel = new Evidence(page).panel;
    this.panel = panel;
    this.title = panel.getByRole("heading", { level: 2 });
    this.answer = panel.getByRole("status");
    this.actors = panel.locator(".path__actor");
    this.steps = panel.locator(".path__step");
    this.search = panel.getByRole("searchbox", { name: "Find an actor" });
    this.close = panel.getByRole("button", { name: "Close" });
  }

  button(name) {
    return this.panel.getByRole("button", { name, exact: true });
  }
}

/** Undo, redo, the list of steps. */
class Steps {
  constructor(page) {
    this.page = page;
    const head = page.getByRole("banner");
    this.undo = head.getByRole("button", { name: /^(Undo:|Nothing to undo)/ });
    this.redo = head.getByRole("button", { name: /^(Redo:|Nothing to redo)/ });
    this.opener = head.locator("summary", { hasText: "History" });
    this.list = head.getByRole("list", { name: "History" }).getByRole("button");
    this.said = head.getByRole("status");
  }

  /** The steps as they stand there, the present one marked. */
  async told() {
    return this.list.evaluateAll((all) => all.map((it) => (it.getAttribute("aria-current") ? `> ${it.textContent}` : it.textContent)));
  }
}

let network, evidence, path, steps, filters;

test.beforeEach(async ({ page }) => {
  network = new Network(page);
  evidence = new Evidence(page);
  path = new Path(page);
  steps = new Steps(page);
  filters = new Filters(page);
});

/** A button of the selected actor's dossier. */
const act = (name) =>
  evidence.panel.getByRole("group", { name: "What to do with this actor" }).getByRole("button", { name, exact: true });

/** What is drawn in full ink: actors and lines. */
const clear = async () => {
  const { nodes, edges } = await network.drawn();
  return {
    actors: nodes.filter(({ opacity }) => opacity === 1).map(({ name }) => name).sort(),
    lines: edges.filter(({ opacity }) => opacity === 1).length,
  };
};

test.describe("how two actors are connected", () => {
  test("asked in the drawing: the path stands out, and is told with who says so", async ({ page }) => {
    await open(page);
    await network.click("Versor S.R.O.");
    await act("Connect with …").click();
    await expect(page.locator(".taking")).toContainText("Versor S.R.O.");
    await network.click("Kim Jong Un");

    await expect(path.title).toHaveText(/Versor S\.R\.O\.\s– Kim Jong Un/);
    await expect.poll(() => fragment(page)).toBe("/network?path=versor~kim-jong-un");
    await expect(path.answer).toContainText("connected in 2 steps, through South Korea.");
    await expect(path.answer).toContainText("One step is only said");
    await expect(path.actors).toHaveText(["Versor S.R.O.", "South Korea", "Kim Jong Un"]);
    await page.mouse.move(5, 5);
    await expect.poll(clear).toEqual({ actors: ["Kim Jong Un", "South Korea", "Versor S.R.O."], lines: 2 });

    // The direction is told although the path goes along the lines either way.
    await expect(path.steps.first().getByRole("heading", { level: 3 })).toContainText("South Korea → Versor S.R.O.");
    await expect(path.steps.first()).not.toContainText("only said");
    await expect(path.steps.last().locator(".badge")).toHaveText("only said");
    // Each fact leads to the sentence behind it, and from there back.
    const card = path.steps.last().locator(".card").first();
    await expect(card).toContainText(/¶ \d+, sentence \d+/);
    const sentence = await card.locator(".card__text").innerText();
    await card.locator(".card__text").click();
    await expect(evidence.title).toHaveText(sentence);
    await expect(evidence.term("Who says so")).toContainText("→");
    expect((await clear()).actors).toEqual(expect.arrayContaining(["Kim Jong Un", "South Korea", "Versor S.R.O."]));
    await evidence.panel.getByRole("link", { name: /Back to the path/ }).click();
    await expect(path.actors).toHaveCount(3);
  });

  test("the strongest path goes around what is only said; ends can be swapped; only the path can be shown", async ({ page }) => {
    await open(page, "#/network?path=versor~kim-jong-un");
    await path.button("Strongest").click();
    await expect(path.button("Strongest")).toHaveAttribute("aria-pressed", "true");
    await expect(path.button("Strongest")).toBeFocused();
    await expect(path.actors).toHaveText(["Versor S.R.O.", "South Korea", "North Korea", "Kim Jong Un"]);
    await expect(path.answer).not.toContainText("only said");
    await expect.poll(() => fragment(page)).toBe("/network?path=strongest:versor~kim-jong-un");

    await path.button("Swap ends").click();
    await expect(path.actors).toHaveText(["Kim Jong Un", "North Korea", "South Korea", "Versor S.R.O."]);

    await path.button("Only this path").click();
    await expect.poll(() => network.counts().then(({ actors }) => actors)).toBe(4);
    // Another question about the same two keeps to its own path alone.
    await path.button("Shortest").click();
    await expect.poll(() => network.counts().then(({ actors }) => actors)).toBe(3);
    await path.button("Show all actors").click();
    await expect.poll(() => network.counts().then(({ actors }) => actors)).toBeGreaterThan(40);
    await expect(path.actors).toHaveCount(3);
  });

  test("paths of the same length can be looked at one after another", async ({ page }) => {
    await open(page, "#/network?path=allies-and-friends~kim-jong-un");
    const first = await path.actors.allInnerTexts();
    await path.button("Another path (1 of 3)").click();
    await expect(path.button("Another path (2 of 3)")).toBeFocused();
    const second = await path.actors.allInnerTexts();
    expect(second).not.toEqual(first);
    expect(second.length).toBe(first.length);
    await open(page, `#${fragment(page)}`);
    await expect(path.actors).toHaveText(second);
    await path.button("Another path (2 of 3)").click();
    await path.button("Another path (3 of 3)").click();
    await expect(path.actors).toHaveText(first);
  });

  test("the table has the lines of the path first, and says so", async ({ page }) => {
    await open(page, "#/network?as=table&path=strongest:versor~kim-jong-un");
    const marked = network.lines.filter({ hasText: "on the path" });
    await expect(marked).toHaveCount(3);
    const rows = await network.rows();
    expect(rows.slice(0, 3).map(({ selection }) => selection).sort()).toEqual(["edge:kim-jong-un~north-korea", "edge:north-korea~south-korea", "edge:south-korea~versor"]);
    await page.getByRole("complementary", { name: "Evidence" }).getByRole("button", { name: "Close" }).click();
    await expect(marked).toHaveCount(0);
  });

  test("by keyboard alone: C in the drawing, a name, Enter", async ({ page }) => {
    await open(page, "#/network?sel=actor:john-kirby");
    await expect(evidence.title).toHaveText("John Kirby");
    await tabTo(page, network.stage);
    await page.keyboard.press("c");
    await expect(path.search).toBeFocused();
    await page.keyboard.type("vérsor");
    await expect(path.panel.getByRole("listitem")).toHaveText(["Versor S.R.O."]);
    await page.keyboard.press("Enter");
    await expect(path.title).toHaveText(/John Kirby\s– Versor S\.R\.O\./);
    await expect(path.panel).toBeFocused();
    await expect(path.answer).toContainText("through North Korea and South Korea.");
  });

  test("the question can be dropped, and a name that nobody has is told", async ({ page }) => {
    await open(page, "#/network?sel=actor:john-kirby");
    await act("Connect with …").click();
    await path.search.fill("nobody of this name");
    await expect(path.panel.getByRole("status")).toHaveText("No actor has this name.");
    await page.keyboard.press("Escape");
    await expect(evidence.title).toHaveText("John Kirby");
    await expect(network.stage).toBeFocused();
    await expect(page.locator(".taking")).toHaveCount(0);
  });

  test("where nothing connects the two it says why, and offers what would", async ({ page }) => {
    await open(page, "#/network?focus=versor&path=versor~john-kirby");
    await expect(path.answer).toHaveText("John Kirby is not among the actors that are shown.");
    await path.button("Look among all actors").click();
    await expect(path.actors).toHaveCount(4);
    await expect.poll(() => fragment(page)).toBe("/network?path=versor~john-kirby");

    await open(page, "#/network?passed=relation&path=versor~john-kirby");
    await expect(path.answer).toContainText("Nothing that is shown leads from Versor S.R.O. to John Kirby.");
    await path.button("Look without filters").click();
    await expect(path.actors).toHaveCount(4);

    await open(page, "#/network?path=versor~associated-press");
    await expect(path.answer).toContainText("Nothing that is shown leads from Versor S.R.O. to Associated Press.");
    await expect(path.panel).toContainText("Nothing in the reports connects the two.");
  });

  test("a path is a chip; closing it, the chip and Escape take it away", async ({ page }) => {
    await open(page, "#/network?path=versor~kim-jong-un");
    await filters.chip("Path: Versor S.R.O. – Kim Jong Un").click();
    await expect(path.steps).toHaveCount(0);
    await expect.poll(() => fragment(page)).toBe("/network");
    await page.goBack();
    await path.close.click();
    await expect.poll(() => fragment(page)).toBe("/network");
    await page.goBack();
    await network.stage.focus();
    await page.keyboard.press("Escape");
    await expect.poll(() => fragment(page)).toBe("/network");
  });

  test("an address with a path that makes no sense is told, and the rest is kept", async ({ page }) => {
    const frame = new Frame(page);
    await open(page, "#/network?path=versor~nobody&hide=russia,somebody&expand=/");
    await expect(frame.notice).toContainText("nobody");
    await expect(frame.notice).toContainText("somebody");
    await expect(frame.notice).toContainText("expand=/");
    await expect.poll(() => fragment(page)).toBe("/network?hide=russia");
  });
});

test.describe("what is done to single actors", () => {
  test("hiding leaves out an actor until its chip goes", async ({ page }) => {
    await open(page);
    const before = await network.counts();
    await network.click("Russia");
    await act("Hide").click();
    await expect.poll(() => network.counts().then(({ actors }) => actors)).toBe(before.actors - 1);
    await expect.poll(() => fragment(page)).toBe("/network?hide=russia");
    expect((await network.drawn()).nodes.map(({ name }) => name)).not.toContain("Russia");
    await expect(network.stage).toBeFocused();
    await filters.chip("Without Russia").click();
    await expect.poll(() => network.counts()).toEqual(before);
  });

  test("hiding the others leaves one; expanding adds some of its neighbours at a time, and says how many are left", async ({ page }) => {
    await open(page, "#/network?sel=actor:south-korea");
    await act("Hide others").click();
    await expect.poll(() => network.counts().then(({ actors }) => actors)).toBe(1);
    await expect(act("Hide others")).toHaveCount(0);
    await act("Add 8 of 19 neighbours").click();
    await expect.poll(() => network.counts().then(({ actors }) => actors)).toBe(9);
    const more = page.getByRole("main").getByRole("button", { name: /neighbours of South Korea: 11 are left/ });
    await expect(more).toHaveText("and 11 more");
    await more.click();
    await act("Add 3 neighbours").click();
    await expect.poll(() => network.counts().then(({ actors }) => actors)).toBe(20);
    await expect(more).toHaveCount(0);
    await expect.poll(() => fragment(page)).toBe("/network?only=south-korea&expand=south-korea,south-korea,south-korea&sel=actor:south-korea");
    const shown = await network.counts();
    await open(page, `#${fragment(page)}`);
    expect(await network.counts()).toEqual(shown);
    await filters.clear.click();
    await expect.poll(() => network.counts().then(({ actors }) => actors)).toBeGreaterThan(40);
  });

  test("in a neighbourhood a double click adds the neighbours of another actor", async ({ page }) => {
    await open(page, "#/network?focus=john-kirby");
    const before = await network.counts();
    await network.doubleClick("Russia");
    await expect.poll(() => network.counts().then(({ actors }) => actors)).toBe(before.actors + 8);
    await expect.poll(() => fragment(page)).toBe("/network?focus=john-kirby&expand=russia&sel=actor:russia");
    await network.doubleClick("John Kirby");
    await expect.poll(() => network.counts().then(({ actors }) => actors)).toBeGreaterThan(40);
  });

  test("the menu in the head of the drawing does the same, and closes by Escape with the keyboard on it", async ({ page }) => {
    await open(page, "#/network?sel=actor:russia");
    const menu = page.getByRole("main").locator("summary", { hasText: "Russia" });
    const list = page.getByRole("main").getByRole("group", { name: "What to do with this actor" });
    await menu.focus();
    await page.keyboard.press("Enter");
    await expect(list).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(list).toBeHidden();
    await expect(menu).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(list).toBeVisible();
    const blank = await network.blank();
    await page.mouse.move(blank.x, blank.y);
    await page.mouse.down();
    await expect(list, "a press elsewhere closes it").toBeHidden();
    await page.mouse.move(blank.x + 30, blank.y + 10);
    await page.mouse.up();
    await menu.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(network.unfocus).toBeVisible();
    await expect(list).toBeHidden();
    await expect.poll(() => fragment(page)).toContain("focus=russia");
  });

  test("keys in the drawing: hide, hide others, expand", async ({ page }) => {
    await open(page, "#/network?sel=actor:russia");
    await expect(evidence.title).toHaveText("Russia");
    await network.stage.focus();
    await page.keyboard.press("o");
    await expect.poll(() => network.counts().then(({ actors }) => actors)).toBe(1);
    await page.keyboard.press("e");
    await expect.poll(() => network.counts().then(({ actors }) => actors)).toBe(9);
    await page.keyboard.press("h");
    await expect.poll(() => network.counts().then(({ actors }) => actors)).toBe(8);
  });

  test("an actor is pinned where the reader points, by keys too, and put back", async ({ page }) => {
    await open(page, "#/network?sel=actor:kcna");
    // In the drawing, wherever the page has scrolled it.
    const placed = async () => {
      const [at, stage] = [await network.place("KCNA"), await network.stage.boundingBox()];
      return { x: at.x - stage.x, y: at.y - stage.y };
    };
    const before = await placed();
    await act("Pin …").click();
    await expect(network.stage).toBeFocused();
    const to = await network.blank();
    await page.mouse.click(to.x, to.y);
    const near = async (place) => {
      const now = await placed();
      return Math.hypot(now.x - place.x, now.y - place.y);
    };
    // The camera shows all, so the picture may shift under it.
    await expect.poll(() => near(before)).toBeGreaterThan(20);
    await expect(page.locator(".taking")).toHaveCount(0);
    await act("Unpin").click();
    await expect.poll(() => near(before)).toBeLessThan(2);
    await expect(act("Unpin")).toHaveCount(0);

    await network.stage.focus();
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Shift+ArrowLeft");
    await expect.poll(async () => before.x - (await placed()).x).toBeGreaterThan(15);
    await expect(steps.undo).toHaveAccessibleName("Undo: Moved Korean Central News Agency");
    await page.keyboard.press("Control+z");
    await expect.poll(() => near(before), "the moves by key are one step").toBeLessThan(2);
    await expect.poll(() => fragment(page)).toBe("/network?sel=actor:kcna");
  });
});

test.describe("undo and redo", () => {
  test("every step is undone and done again, by buttons that say which, and by keys", async ({ page }) => {
    await open(page);
    await network.click("Russia");
    await expect(steps.undo).toHaveAccessibleName("Undo: Selected Russia");
    await expect(steps.redo).toHaveAccessibleName("Nothing to redo");
    await expect(steps.redo).toHaveAttribute("aria-disabled", "true");
    await act("Hide").click();
    await filters.choice("Topic", "The summit").check();
    await expect(steps.undo).toHaveAttribute("title", "Undo: Filtered Topic: The summit");

    await steps.undo.click();
    await expect(filters.choice("Topic", "The summit")).not.toBeChecked();
    await expect(steps.said).toHaveText("Undone: Filtered Topic: The summit");
    await expect(steps.redo).toHaveAccessibleName("Redo: Filtered Topic: The summit");
    await page.keyboard.press("Control+z");
    await expect(evidence.title).toHaveText("Russia");
    await page.keyboard.press("Control+z");
    await expect(steps.undo).toHaveAccessibleName("Nothing to undo");
    await expect.poll(() => fragment(page)).toBe("");

    await page.keyboard.press("Control+y");
    await expect(evidence.title).toHaveText("Russia");
    await page.keyboard.press("Control+Shift+z");
    await expect.poll(() => fragment(page)).toBe("/network?hide=russia");
    await steps.redo.click();
    await expect(filters.choice("Topic", "The summit")).toBeChecked();
    await expect(steps.redo).toHaveAttribute("aria-disabled", "true");
    await steps.redo.click({ force: true });
    await expect(filters.choice("Topic", "The summit")).toBeChecked();
  });

  test("back and forward of the browser are the same steps", async ({ page }) => {
    await open(page);
    await network.click("Russia");
    await act("Hide others").click();
    await expect.poll(() => network.counts().then(({ actors }) => actors)).toBe(1);
    await page.goBack();
    await expect.poll(() => network.counts().then(({ actors }) => actors)).toBeGreaterThan(40);
    await expect(steps.redo).toHaveAccessibleName("Redo: Hid all but Russia");
    await steps.undo.click();
    await expect(steps.undo).toHaveAccessibleName("Nothing to undo");
    await page.goForward();
    await page.goForward();
    await expect.poll(() => network.counts().then(({ actors }) => actors)).toBe(1);
    await expect(steps.undo).toHaveAccessibleName("Undo: Hid all but Russia");
    await page.goBack();
    // A new step forgets what was undone, here and in the browser.
    await evidence.close.click();
    await expect(steps.redo).toHaveAccessibleName("Nothing to redo");
    await page.goForward();
    await expect(steps.undo).toHaveAccessibleName("Undo: Closed the evidence");
  });

  test("looking around is a step of the page, and none of the browser's", async ({ page }) => {
    await open(page);
    const span = async () => {
      const { nodes } = await network.drawn();
      return Math.round(Math.hypot(nodes[0].x - nodes[1].x, nodes[0].y - nodes[1].y));
    };
    const all = await span();
    await network.click("Russia");
    await expect(evidence.title).toHaveText("Russia");
    await network.zoomIn.click();
    await network.zoomIn.click();
    await page.mouse.move(700, 500);
    await page.mouse.wheel(0, -300);
    await expect.poll(span).toBeGreaterThan(all * 1.6);
    await expect(steps.undo).toHaveAccessibleName("Undo: Looked around");
    const near = await span();

    await steps.undo.click();
    await expect.poll(span, "all of it is one step").toBe(all);
    await expect(evidence.title).toHaveText("Russia");
    await expect(steps.undo).toHaveAccessibleName("Undo: Selected Russia");
    await page.keyboard.press("Control+y");
    await expect.poll(span).toBe(near);

    await evidence.close.click();
    await network.fit.click();
    await expect.poll(span).toBe(all);
    await steps.opener.click();
    await expect.poll(() => steps.told()).toEqual(["> Looked around", "Closed the evidence", "Looked around", "Selected Russia", "Start"]);
    await steps.list.filter({ hasText: "Selected Russia" }).click();
    await expect(evidence.title).toHaveText("Russia");
    await expect.poll(span).toBe(all);
    await page.keyboard.press("Escape");

    // Back leads past the looks to a choice, Forward to where the reader looked after it.
    await page.goForward();
    await expect(evidence.title).not.toHaveText("Russia");
    await expect.poll(span).toBe(near);
    await page.goBack();
    await expect(evidence.title).toHaveText("Russia");
    await expect.poll(span, "as it was seen when it was left").toBe(near);
    await page.goBack();
    await expect.poll(() => fragment(page)).toBe("");
    await expect.poll(span).toBe(all);
  });

  test("the history lists the steps, and each leads there; a link and a moved actor are steps too", async ({ page }) => {
    await open(page);
    await network.drag("KCNA", { x: 40, y: 60 });
    await new Frame(page).go("Sanctions");
    await new List(page).link("Versor S.R.O.").click();
    await expect(evidence.title).toHaveText("Versor S.R.O.");
    await steps.opener.click();
    const moved = "Moved Korean Central News Agency";
    await expect.poll(() => steps.told()).toEqual(["> Selected Versor S.R.O.", "Opened Sanctions", moved, "Start"]);

    await steps.list.filter({ hasText: "Start" }).click();
    await expect(network.stage).toBeVisible();
    await expect(network.unpin).toBeHidden();
    await expect.poll(() => steps.told()).toEqual(["Selected Versor S.R.O.", "Opened Sanctions", moved, "> Start"]);
    await expect(steps.list.filter({ hasText: "Start" })).toBeFocused();

    await steps.list.filter({ hasText: moved }).click();
    await expect(network.unpin).toBeVisible();
    await steps.list.filter({ hasText: "Selected Versor" }).click();
    await expect(evidence.title).toHaveText("Versor S.R.O.");
    await page.keyboard.press("Escape");
    await expect(steps.list.first()).toBeHidden();
    await expect(steps.opener).toBeFocused();
  });

  test("a page loaded anew keeps the steps of the browser, and takes them up as they come by", async ({ page }) => {
    await open(page);
    await network.click("Russia");
    await act("Hide others").click();
    await expect.poll(() => fragment(page)).toContain("only=russia");
    await page.reload();
    await page.mouse.move(300, 300);
    await expect(steps.undo).toHaveAccessibleName("Nothing to undo");
    await page.goBack();
    await expect.poll(() => fragment(page)).toBe("/network?sel=actor:russia");
    await expect(steps.redo).toHaveAccessibleName("Redo: Hid all but Russia");
    await steps.redo.click();
    await expect.poll(() => fragment(page)).toContain("only=russia");
  });

  test("in a field the keys are the field's", async ({ page }) => {
    await open(page, "#/network?sel=actor:russia");
    await act("Hide others").click();
    await filters.search.pressSequentially("arms");
    await expect.poll(() => fragment(page)).toContain("q=arms");
    await expect(steps.undo).toHaveAccessibleName("Undo: Searched “arms”");
    await page.keyboard.press("Control+z");
    await expect(filters.search).not.toHaveValue("arms");
    await expect.poll(() => fragment(page)).toContain("only=russia");
    // What the field undid is typing, too: one step with what was typed.
    await steps.undo.click();
    await expect(filters.search).toHaveValue("");
    await expect.poll(() => fragment(page)).toContain("only=russia");
    await steps.undo.click();
    await expect.poll(() => fragment(page)).not.toContain("only=russia");
  });
});

for (const [name, viewport] of Object.entries({ phone: PHONE, narrow: NARROW })) {
  test.describe(`on a ${name} screen`, () => {
    test.use({ viewport, hasTouch: true });

    test("a path is asked from the list, told in a sheet with the drawing above it, and undone", async ({ page }) => {
      await open(page, "#/network?sel=actor:versor");
      await act("Connect with …").tap();
      await path.search.fill("kim jong");
      await path.button("Kim Jong Un").tap();
      await expect(path.answer).toContainText("connected in 2 steps");
      const [stage, sheet] = [await network.stage.boundingBox(), await path.panel.boundingBox()];
      expect(sheet.y - stage.y, "room for the drawing").toBeGreaterThan(120);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await shot(page, `paths-answer-${name}`);
      await axe(page, { view: "the path" });
      await steps.opener.tap();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await steps.undo.tap();
      await expect(evidence.title).toHaveText("Versor S.R.O.");
    });
  });
}
