// The timeline: what happened when, and the period for all views.
import { axe, DARK, expect, NARROW, open, overflow, PHONE, ready, shot, test, WIDE } from "./support/fixtures.mjs";
import { editFragment, Evidence, Filters, fragment, Frame, List, longDate, Network, published, tabTo } from "./support/pages.mjs";
import { Timeline } from "./support/timeline.mjs";

let timeline;
let evidence;
let filters;
let frame;

test.beforeEach(async ({ page }) => {
  timeline = new Timeline(page);
  evidence = new Evidence(page);
  filters = new Filters(page);
  frame = new Frame(page);
});

const sum = (counts) => Object.values(counts).reduce((all, count) => all + count, 0);

test.describe("wide", () => {
  test.use({ viewport: WIDE });

  test("every fact and designation stands in one lane, what has no date in a lane of its own", async ({ page }) => {
    await open(page);
    await frame.go("Timeline");
    const { facts, designations } = await published(page);
    const all = [...facts.map(({ id }) => `fact:${id}`), ...designations.map(({ id }) => `designation:${id}`)];
    await expect(timeline.shown).toHaveText(`${all.length} facts and designations`);
    const shown = await timeline.items.evaluateAll((items) => items.map((it) => /sel=([^&]*)/.exec(it.href)[1]));
    expect(shown.sort()).toEqual(all.sort());
    const undated = facts.filter(({ when }) => !when?.start && !when?.end).length;
    const counts = await timeline.counts();
    expect(counts).toMatchObject({ "No date": undated });
    expect(sum(counts)).toBe(all.length);
    await expect(timeline.lane("South Korea")).toBeVisible();
  });

  test("a mark stands over its day, and no label over another", async ({ page }) => {
    await open(page, "#/timeline");
    await expect(timeline.items.first()).toBeVisible();
    const middle = await timeline.day("13");
    const drawn = await timeline.drawn();
    const summit = drawn.find(({ selection }) => selection === "fact:summit-held");
    expect(Math.abs(summit.mark.x + summit.mark.width / 2 - middle.x)).toBeLessThan(20);
    for (const it of drawn) {
      expect(it.label.x, it.selection).toBeGreaterThan(it.mark.right);
      expect(it.label.width, it.selection).toBeGreaterThan(60);
    }
    const overlaps = drawn.flatMap((one, nth) =>
      drawn.slice(nth + 1).filter(({ box }) => {
        const across = Math.min(one.box.right, box.right) - Math.max(one.box.left, box.left);
        const down = Math.min(one.box.bottom, box.bottom) - Math.max(one.box.top, box.top);
        return across > 0.5 && down > 0.5;
      }).map((other) => [one.selection, other.selection]),
    );
    expect(overlaps).toEqual([]);
  });

  test("precision is told and drawn as it is: only an end, only a beginning, planned, only said", async ({ page }) => {
    await open(page, "#/timeline");
    const months = timeline.item("fact:military-transactions");
    await expect(months).toHaveAccessibleName(/by 13 September 2023, “several months prior”.*only said/);
    await expect(months).toContainText("several months prior");
    const visit = timeline.item("fact:visit-to-pacific-fleet");
    await expect(visit).toHaveAccessibleName(/from 14 September 2023 on; planned/);
    const drawn = Object.fromEntries((await timeline.drawn()).map((it) => [it.selection, it]));
    const axis = await timeline.axis.boundingBox();
    expect(drawn["fact:military-transactions"].tail.x, "goes back to the beginning").toBeCloseTo(axis.x, 0);
    expect(drawn["fact:visit-to-pacific-fleet"].tail.x, "goes on").toBeGreaterThanOrEqual(drawn["fact:visit-to-pacific-fleet"].mark.right - 1);
    expect(drawn["fact:summit-held"].tail).toBeUndefined();
    const look = (selection) =>
      timeline.item(selection).locator(".mark").evaluate((mark) => {
        const { borderTopStyle, backgroundColor } = getComputedStyle(mark);
        return { border: borderTopStyle, filled: backgroundColor };
      });
    const [held, said, planned] = [await look("fact:summit-held"), await look("fact:kim-vows-support"), await look("fact:visit-to-pacific-fleet")];
    expect([held.border, said.border, planned.border]).toEqual(["solid", "dashed", "dashed"]);
    expect(new Set([held.filled, said.filled, planned.filled]).size, "full, tinted, hollow").toBe(3);
  });

  test("a click opens the evidence, the link restores it, Escape clears it", async ({ page }) => {
    await open(page, "#/timeline");
    await timeline.item("fact:summit-held").click();
    await expect(evidence.title).toHaveText(/met at Vostochny/);
    await expect.poll(() => fragment(page)).toBe("/timeline?sel=fact:summit-held");
    await expect(timeline.item("fact:summit-held")).toHaveAttribute("aria-current", "true");
    await timeline.item("designation:versor").click();
    await expect(evidence.title).toHaveText("Versor S.R.O.");
    await expect(timeline.item("fact:summit-held")).not.toHaveAttribute("aria-current", /./);
    await page.reload();
    await ready(page);
    await expect(timeline.item("designation:versor")).toHaveAttribute("aria-current", "true");
    await expect(timeline.item("designation:versor"), "what is selected comes into sight").toBeInViewport();
    await timeline.item("designation:versor").focus();
    await page.keyboard.press("Escape");
    await expect.poll(() => fragment(page)).toBe("/timeline");
    await page.goBack();
    await expect(evidence.title).toHaveText("Versor S.R.O.");
  });

  test("pointing at an item shows its whole text", async ({ page }) => {
    await open(page, "#/timeline");
    const item = timeline.item("fact:kim-calls-fight-defence");
    const label = item.locator(".item__label");
    const cut = () => label.evaluate((it) => it.scrollWidth > it.clientWidth + 1);
    const { facts } = await published(page);
    const { text } = facts.find(({ id }) => id === "kim-calls-fight-defence");
    await expect(label).toContainText(text);
    await item.hover();
    await expect(item.locator(".item__more")).toBeVisible();
    expect(await cut()).toBe(false);
    await expect(item.locator(".item__more")).toContainText("13 September 2023 · only said");
    await page.keyboard.press("Escape");
    await expect(item.locator(".item__more"), "it closes where the pointer is").toBeHidden();
    await timeline.item("fact:summit-held").hover();
    await expect(timeline.item("fact:summit-held").locator(".item__more")).toBeVisible();
  });

  test("the keyboard walks the lanes: one stop for Tab, arrows, Enter", async ({ page }) => {
    await open(page, "#/timeline");
    await tabTo(page, timeline.items);
    const focused = () => page.evaluate(() => document.activeElement.id);
    const first = await focused();
    await expect(timeline.section.locator(".lanes__help")).toBeVisible();
    await page.keyboard.press("ArrowLeft");
    await expect(timeline.said).toHaveText("Nothing more that way.");
    expect(await focused()).toBe(first);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(timeline.said).toHaveText("");
    await page.keyboard.press("ArrowLeft");
    expect(await focused()).not.toBe(first);
    await page.keyboard.press("ArrowDown");
    const lane = () => page.evaluate(() => document.activeElement.closest(".lane").getAttribute("aria-label"));
    expect(await lane()).toMatch(/^Russia, /);
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowDown");
    expect(await lane()).toMatch(/^South Korea, /);
    await expect(page.locator(":focus")).toHaveAccessibleName(/21 September 2023/);
    await expect(page.locator(":focus")).toBeInViewport();
    const here = await focused();
    await page.keyboard.press("Enter");
    await expect(page.locator(":focus")).toHaveAttribute("aria-current", "true");
    await expect(evidence.panel).toContainText("Who says so");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => Boolean(document.activeElement.closest(".lane")))).toBe(false);
    await page.keyboard.press("Shift+Tab");
    expect(await focused()).toBe(here);
  });

  test("a period drawn on the axis narrows all views, and its link restores it", async ({ page }) => {
    await open(page, "#/timeline");
    const all = await timeline.items.count();
    await timeline.brush("19", "20");
    await expect.poll(() => fragment(page)).toBe("/timeline?period=2023-09-19..2023-09-20");
    const some = await timeline.items.count();
    expect(some).toBeLessThan(all);
    await expect(timeline.shown).toHaveText(new RegExp(`^${some} of ${all} in this period · 8 without a date left out$`));
    await expect(timeline.from).toHaveValue("2023-09-19");
    await expect(timeline.to).toHaveValue("2023-09-20");
    await expect(filters.chip("Period: 19 Sep 2023 – 20 Sep 2023")).toHaveCount(1);
    await expect(timeline.axis.locator(".axis__bar"), "the axis stays").toHaveCount(5);

    const network = new Network(page);
    const counted = async () => (await filters.counts("Status")).happened;
    expect(await counted()).toBe(1);
    await frame.go("Network");
    await expect(network.labels.first()).toBeVisible();
    expect(await counted()).toBe(1);
    const narrowed = await network.counts();
    await frame.go("Sanctions");
    await expect(new List(page).rows).toHaveCount(0);
    await editFragment(page, "#/sanctions?period=2023-09-21..");
    await expect(new List(page).rows).toHaveCount(12);
    await editFragment(page, "#/network?period=2023-09-19..2023-09-20");
    expect(await network.counts()).toEqual(narrowed);
    await page.reload();
    await ready(page);
    expect(await network.counts()).toEqual(narrowed);
    await filters.chip("Period").click();
    expect((await network.counts()).lines).toBeGreaterThan(narrowed.lines);
    await expect.poll(() => fragment(page)).toBe("/network");
    await page.goBack();
    expect(await network.counts()).toEqual(narrowed);
    await frame.go("Timeline");
    await expect(timeline.items).toHaveCount(some);
    await timeline.whole.click();
    await expect(timeline.items).toHaveCount(all);
    await expect(timeline.from).toHaveValue("");
  });

  test("a click on a day is that day, a drag to before the first leaves the beginning open", async ({ page }) => {
    await open(page, "#/timeline");
    const day = await timeline.day("20");
    await page.mouse.click(day.x, day.y);
    await expect(timeline.to).toHaveValue("2023-09-20");
    await expect.poll(() => fragment(page)).toBe("/timeline?period=2023-09-20..2023-09-20");
    const [axis, thirteenth] = [await timeline.axis.boundingBox(), await timeline.day("13")];
    await page.mouse.move(thirteenth.x, thirteenth.y);
    await page.mouse.down();
    await page.mouse.move(axis.x + 6, thirteenth.y, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => fragment(page)).toBe("/timeline?period=..2023-09-13");
    await expect(timeline.first).toHaveAttribute("aria-valuetext", /open/);
  });

  test("the handles are dragged, and answer the keyboard: many keys are one step of the history", async ({ page }) => {
    await open(page, "#/timeline");
    await tabTo(page, timeline.first);
    for (const key of ["ArrowRight", "PageUp", "ArrowLeft"]) await page.keyboard.press(key);
    await expect(timeline.first).toHaveAttribute("aria-valuetext", "18 September 2023");
    await expect.poll(() => fragment(page)).toBe("/timeline?period=2023-09-18..");
    await page.keyboard.press("Tab");
    await expect(timeline.last).toBeFocused();
    await page.keyboard.press("PageDown");
    await expect(timeline.last).toHaveAttribute("aria-valuetext", "20 September 2023");
    await page.keyboard.press("Home");
    await expect.poll(() => fragment(page), "an end stops at the other").toBe("/timeline?period=2023-09-18..2023-09-18");
    await page.goBack();
    await expect.poll(() => fragment(page)).toBe("/timeline?period=2023-09-18..");
    await page.goBack();
    await expect.poll(() => fragment(page)).toBe("/timeline");

    const [handle, day] = [await timeline.last.boundingBox(), await timeline.day("14")];
    await page.mouse.move(handle.x + 6, handle.y + handle.height / 2);
    await page.mouse.down();
    await page.mouse.move(day.x + 60, day.y, { steps: 3 });
    await page.mouse.move(day.x, day.y, { steps: 3 });
    await page.mouse.up();
    await expect.poll(() => fragment(page)).toBe("/timeline?period=..2023-09-14");
    await timeline.last.focus();
    await page.keyboard.press("Escape");
    await expect.poll(() => fragment(page)).toBe("/timeline");
  });

  test("a period is typed as two dates, and the ends keep their order", async ({ page }) => {
    await open(page, "#/timeline");
    await timeline.from.fill("2023-09-14");
    await expect.poll(() => fragment(page)).toBe("/timeline?period=2023-09-14..");
    await timeline.to.fill("2023-09-19");
    await expect.poll(() => fragment(page)).toBe("/timeline?period=2023-09-14..2023-09-19");
    await timeline.from.fill("2023-09-21");
    await expect.poll(() => fragment(page), "the other end comes along").toBe("/timeline?period=2023-09-21..2023-09-21");
    await timeline.to.fill("");
    await expect.poll(() => fragment(page)).toBe("/timeline?period=2023-09-21..");
  });

  test("a period without facts says so and offers a way back", async ({ page }) => {
    await open(page, "#/timeline?period=2030-01-01..2030-12-31&status=happened");
    await expect(timeline.empty).toBeVisible();
    await timeline.empty.getByRole("button", { name: "Clear all" }).click();
    await expect(timeline.items.first()).toBeVisible();
    await expect.poll(() => fragment(page)).toBe("/timeline");
  });

  for (const part of ["period=yesterday", "period=2023-09-14..2023-09-13", "period=..", "lanes=colour"]) {
    test(`what is no ${part.split("=")[0]} is told and left out: ${part}`, async ({ page }) => {
      await open(page, `#/timeline?${part}&sel=fact:summit-held`);
      await expect(frame.notice).toContainText(part);
      await expect.poll(() => fragment(page)).toBe("/timeline?sel=fact:summit-held");
      await expect(timeline.shown).toHaveText(/^\d+ facts and designations$/);
    });
  }

  test("lanes by actor and by kind hold the same, and stand in the link", async ({ page }) => {
    await open(page, "#/timeline");
    const all = sum(await timeline.counts());
    await timeline.by("kind").click();
    await expect(timeline.lane("Statement")).toBeVisible();
    expect(Object.keys(await timeline.counts())).toEqual(["Statement", "Event", "Relation", "Measure", "Designation", "No date"]);
    expect(sum(await timeline.counts())).toBe(all);
    await timeline.by("actor").click();
    await expect(timeline.by("actor")).toHaveAttribute("aria-pressed", "true");
    await expect(timeline.lane("Kim Jong Un")).toBeVisible();
    expect(sum(await timeline.counts())).toBe(all);
    await expect.poll(() => fragment(page)).toBe("/timeline?lanes=actor");
    await page.reload();
    await ready(page);
    await expect(timeline.lane("Kim Jong Un")).toBeVisible();
    await page.goBack();
    await expect(timeline.lane("Statement")).toBeVisible();
  });

  test("filters and a focus narrow it as they narrow the network", async ({ page }) => {
    await open(page, "#/timeline");
    await filters.choice("Status", "planned").check();
    await expect(timeline.items).toHaveCount(4);
    await filters.search.fill("fleet");
    await expect(timeline.items).toHaveCount(1);
    await editFragment(page, "#/timeline?focus=john-kirby&lanes=actor");
    await expect(timeline.lane("John Kirby")).toBeVisible();
    await expect(timeline.lane("Chang Ho-jin")).toHaveCount(0);
  });

  test("the table says the same in order of time, each time in words", async ({ page }) => {
    await open(page, "#/timeline");
    const all = await timeline.items.count();
    await timeline.toTable.click();
    await expect.poll(() => fragment(page)).toBe("/timeline?as=table");
    const rows = timeline.table.locator("tbody tr");
    await expect(rows).toHaveCount(all);
    const months = timeline.holding(rows, "fact:military-transactions");
    await expect(months).toContainText("by then");
    await expect(months).toContainText("“several months prior”");
    await expect(months).toContainText("Presidential aide of South Korea");
    await expect(rows.last()).toContainText("no date");
    const { facts } = await published(page);
    const summit = facts.find(({ id }) => id === "summit-held");
    const row = timeline.holding(rows, "fact:summit-held");
    await expect(row.locator("td").first()).toHaveText(longDate(summit.when.start));
    const days = await rows.evaluateAll((all) => all.map((row) => /(\d+) September/.exec(row.cells[0].innerText)?.[1]).filter(Boolean).map(Number));
    expect(days).toEqual([...days].sort((one, other) => one - other));
    await row.click();
    await expect(evidence.title).toHaveText(summit.text);
    await timeline.toDrawing.click();
    await expect(timeline.item("fact:summit-held")).toHaveAttribute("aria-current", "true");
    const before = fragment(page);
    await timeline.brush("13", "14");
    await expect.poll(() => fragment(page), "the axis answers as before").toContain("period=2023-09-13..2023-09-14");
    await page.goBack();
    await expect.poll(() => fragment(page)).toBe(before);
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: PHONE, hasTouch: true });

  test("days stand one under another, each with its lane", async ({ page }) => {
    await open(page, "#/timeline");
    const { facts, designations } = await published(page);
    await expect(timeline.entries).toHaveCount(facts.length + designations.length);
    expect(await timeline.days.allInnerTexts()).toEqual([
      "by 13 September 2023",
      "Wednesday, 13 September 2023",
      "by 14 September 2023",
      "Thursday, 14 September 2023",
      "Tuesday, 19 September 2023",
      "Wednesday, 20 September 2023",
      "by 21 September 2023",
      "Thursday, 21 September 2023",
      "no date",
    ]);
    await expect(timeline.section.locator(".days__gap")).toHaveText("4 days");
    const entry = timeline.holding(timeline.entries, "fact:visit-to-pacific-fleet");
    await expect(entry).toContainText(/North Korea · planned · from 14 September 2023 on/);
    await timeline.item("fact:summit-held").tap();
    await expect(evidence.title).toHaveText(/met at Vostochny/);
  });

  test("the period is drawn and typed as elsewhere", async ({ page }) => {
    await open(page, "#/timeline");
    await expect(timeline.entries.first()).toBeVisible();
    await timeline.brush("19", "20");
    await expect.poll(() => fragment(page)).toBe("/timeline?period=2023-09-19..2023-09-20");
    await expect(timeline.days.filter({ hasText: "19 September 2023" })).toHaveCount(1);
    await expect(timeline.days.filter({ hasText: "13 September 2023" })).toHaveCount(0);
    await timeline.from.fill("2023-09-20");
    await expect.poll(() => fragment(page)).toBe("/timeline?period=2023-09-20..2023-09-20");
  });

  test.describe("of the narrowest kind", () => {
    test.use({ viewport: NARROW });

    test("nothing is wider than the screen", async ({ page }) => {
      await open(page, "#/timeline?period=2023-09-13..2023-09-14");
      await expect(timeline.entries.first()).toBeVisible();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await editFragment(page, "#/timeline?as=table");
      await expect(timeline.table).toBeVisible();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
  });
});

test.describe("while it is pointed at and walked", () => {
  test.use({ viewport: WIDE, colorScheme: DARK });

  test("it keeps to WCAG", async ({ page }) => {
    await open(page, "#/timeline?period=2023-09-14..2023-09-20&sel=fact:chang-warns-moscow");
    await timeline.item("fact:chang-warns-moscow").focus();
    await page.keyboard.press("ArrowRight");
    await shot(page, "timeline-walked");
    await axe(page);
  });
});
