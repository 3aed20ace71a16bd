// A million rows in the browser: whatever way a reader goes through them, each frame is full of rows, each row stands in
// its place, and nothing moves that the reader does not move.
import { open as openFile, rm } from "node:fs/promises";
import { expect, open, PHONE, test, WIDE } from "./support/fixtures.mjs";
import { Opened } from "./support/pages.mjs";

test.use({ viewport: WIDE, hasTouch: true });

const ROWS = 1_000_000;
const KINDS = ["Company", "Person", "Vessel"];
const COUNTRIES = ["France", "Cuba", "Kenya", "Peru", "Japan"];
const WORDS = ["Quay", "Keel", "Anchor", "Lantern", "Harbour", "Pier", "Tide"];

/** A table whose names begin with the number of their row, so that they are in order as they stand. */
async function table(path) {
  const file = await openFile(path, "w");
  await file.write("Name,Type,Country,Programme,Listed on\r\n");
  for (let row = 1; row <= ROWS; ) {
    let lines = "";
    for (const end = row + 20_000; row < end && row <= ROWS; row += 1) {
      const day = `${1990 + (row % 34)}-0${1 + (row % 9)}-1${row % 10}`;
      lines += `${String(row).padStart(7, "0")} ${WORDS[row % 7]} Trading,${KINDS[row % 3]},${COUNTRIES[row % 5]},P${row % 12},${day}\r\n`;
    }
    await file.write(lines);
  }
  await file.close();
  return path;
}

/** From now on looks at each frame before it is painted, and notes what takes the page long. */
function watch(list) {
  return list.grid.evaluate((grid, all) => {
    const head = grid.querySelector(".grid__row--head");
    const seen = { frames: [], long: [], isDown: false, isOwn: false };
    // Who moves the bar: the page, or whoever else.
    const { get, set } = Object.getOwnPropertyDescriptor(Element.prototype, "scrollTop");
    Object.defineProperty(grid, "scrollTop", { get, set: (bar) => ((seen.isOwn = true), set.call(grid, bar)) });
    globalThis.moveBar = (bar) => set.call(grid, bar);
    const frame = (time) => {
      const [top, bottom] = [head.getBoundingClientRect().bottom, grid.getBoundingClientRect().bottom];
      const rows = [...grid.querySelectorAll("[role=row][id]")].map((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return { top, bottom, nth: Number(row.ariaRowIndex) - 2, name: row.querySelector(".grid__name").textContent };
      });
      const faults = [];
      const fault = (is, what) => is && faults.push(what);
      fault(!(rows[0]?.top <= top + 1), "blank above the first row");
      // Below the last row of the list there is nothing.
      fault(!(rows.at(-1)?.bottom >= bottom - 1), "blank below the last row");
      rows.forEach((row, place) => {
        const before = rows[place - 1];
        fault(before && Math.abs(before.bottom - row.top) > 0.6, `a gap or one over the other at row ${row.nth}`);
        fault(before && before.nth + 1 !== row.nth, `row ${row.nth} after row ${before?.nth}`);
        const belongs = seen.isDown ? all - row.nth : row.nth + 1;
        fault(Number.parseInt(row.name, 10) !== belongs, `${row.name} in the place of row ${row.nth}`);
      });
      const height = rows[0] ? rows[0].bottom - rows[0].top : 0;
      const place = rows[0] ? rows[0].nth * height + Math.round(10 * (top - rows[0].top)) / 10 : 0;
      seen.frames.push({ time, bar: grid.scrollTop, place, faults, isOwn: seen.isOwn });
      seen.isOwn = false;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const took = (it) => seen.long.push(Math.round(it.duration));
    new PerformanceObserver((entries) => entries.getEntries().forEach(took)).observe({ type: "longtask" });
    globalThis.seen = seen;
  }, ROWS);
}

/** What was seen of the frames since it was asked last. */
async function frames(page) {
  return page.evaluate(() => globalThis.seen.frames.splice(0));
}

/** Waits until nothing has moved for longer than the list needs to put its bar right, and gives where it is then. */
function rest(page) {
  return page.evaluate(async () => {
    const { frames } = globalThis.seen;
    for (;;) {
      await new Promise(requestAnimationFrame);
      const now = frames.at(-1);
      const moved = frames.findLast((it) => it.place !== now?.place || it.bar !== now.bar) ?? frames[0];
      if (now && now.time - moved.time > 300) return now;
    }
  });
}

/** Each frame was full of rows in their places. */
function whole(all, what) {
  expect(all.length, `${what}: frames were seen`).toBeGreaterThan(5);
  expect(all.flatMap(({ faults }, nth) => faults.map((it) => `frame ${nth}: ${it}`)).slice(0, 10), what).toEqual([]);
}

/**
 * Where the page put its bar right, what is seen stayed where it was, but for turns of a wheel, or steps of a finger, of so
 * many px that came in the same frame, as they do on a machine that stands still at times. Gives how often it did.
 */
function still(all, what, turn = Infinity) {
  const own = all.map((now, nth) => [all[nth - 1] ?? now, now]).filter(([, now]) => now.isOwn);
  expect(own.filter(([before, now]) => (now.place - before.place) % turn !== 0), `${what}: the list moves with its bar`).toEqual([]);
  return own.length;
}

/** From frame to frame the list goes one way (1 is down), by no more than so many px: it does not jump. */
function smooth(all, way, most) {
  const steps = all.slice(1).map((now, nth) => way * Math.round(now.place - all[nth].place));
  expect(steps.filter((step) => step < 0 || step > most), "steps back, or too far").toEqual([]);
}

/**
 * How many frames still had the rows of the place before, and for how many ms at most, for the report of the run. Where the
 * page puts its bar right no rows are waited for, unless it moves it for a key.
 */
function waited(all, isByKey = false) {
  let [count, longest, since] = [0, 0, null];
  for (const [nth, now] of all.entries()) {
    const before = all[nth - 1] ?? now;
    if (now.place !== before.place) since = null;
    else if (now.bar !== before.bar && (isByKey || !now.isOwn)) since ??= before.time;
    if (since !== null) {
      count += 1;
      longest = Math.max(longest, now.time - since);
    }
  }
  return `${all.length} frames, of which ${count} had the rows from before, ${Math.round(longest)} ms at most`;
}

/**
 * A finger that is drawn over the list by so many px down, as a touch screen sends it. Where there is something to wait for
 * (`held`), it stays on the glass meanwhile, in the middle of its way and at its end; else it leaves in full motion.
 */
async function draw(touch, from, by, { moves, held }) {
  const send = (type, y) => touch.send("Input.dispatchTouchEvent", { type, touchPoints: y === null ? [] : [{ x: from.x, y }] });
  await send("touchStart", from.y);
  for (let step = 1; step <= moves; step += 1) {
    await send("touchMove", from.y + (by * step) / moves);
    if (held && (step === moves || step === moves / 2)) await held();
  }
  await send("touchEnd", null);
}

test("a million rows are gone through by wheel, bar, keys and finger without a blank frame or a jump", async ({ page }) => {
  test.setTimeout(400_000);
  const tell = (type, description) => test.info().annotations.push({ type, description: String(description) });
  const path = await table(test.info().outputPath("million.csv"));
  await open(page, "/opened/list");
  const list = new Opened(page);
  const begun = Date.now();
  await list.choose(path);
  await expect(list.much).toContainText("1,000,000 rows", { timeout: 180_000 });
  tell("opened", `${Date.now() - begun} ms; ${await list.much.textContent()}`);
  await rm(path);
  await expect(list.rows.first()).toContainText("0000001");
  await expect(list.grid).toHaveAttribute("aria-rowcount", String(ROWS + 1));
  await watch(list);
  const start = await rest(page);
  expect(start).toMatchObject({ bar: 0, place: 0 });
  const box = await list.grid.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const room = await list.grid.evaluate((grid) => grid.clientHeight - grid.querySelector(".grid__row--head").offsetHeight);

  /** A part of the test; with it is told what took the page longer than it should. */
  const part = (title, act) =>
    test.step(title, async () => {
      await act();
      const long = await page.evaluate(() => globalThis.seen.long.splice(0));
      tell(`tasks of more than 50 ms while ${title}`, long.length ? `${long.join(", ")} ms` : "none");
    });
  const wheel = async (times, by) => {
    for (let nth = 0; nth < times; nth += 1) await page.mouse.wheel(0, by);
    return rest(page);
  };
  const moveBar = (to) => page.evaluate((bar) => globalThis.moveBar(bar), to);
  const barEnd = () => list.grid.evaluate((grid) => grid.scrollHeight - grid.clientHeight);
  /** Leads the bar to parts of its way: the list follows in their order. Gives where it was, by part. */
  const lead = async (end, parts) => {
    const places = [];
    for (const share of parts) {
      await moveBar(end * share);
      places.push([share, (await rest(page)).place]);
    }
    const rank = (by) => places.toSorted((a, b) => a[by] - b[by]).map(([share]) => share);
    expect(rank(1)).toEqual(rank(0));
    return Object.fromEntries(places);
  };
  /** Drags the bar to its end and back, slowly, then fast; gives where the list is then. */
  const drag = async (end, steps) => {
    await page.evaluate(async ([bar, all]) => {
      for (let step = 0; step <= all; step += 1) {
        globalThis.moveBar(bar * Math.sin((step / all) * Math.PI) ** 3);
        await new Promise(requestAnimationFrame);
      }
    }, [end, steps]);
    return rest(page);
  };
  const longest = await barEnd();

  await part("the wheel moves the list", async () => {
    for (const bar of [0, longest / 2, longest / 3]) {
      await moveBar(bar);
      const before = await rest(page);
      await frames(page);
      const down = await wheel(30, 230);
      const went = await frames(page);
      whole(went, "wheel down");
      tell("wheel", waited(went));
      expect(down.place - before.place).toBe(30 * 230);
      expect(went.every((it, nth) => nth === 0 || it.place >= went[nth - 1].place), "it never goes back").toBe(true);
      // Where a px of the bar is more than one of the list, the bar is put right by now.
      expect(still(went, "wheel down", 230) > 0).toBe(bar > 0);
      const up = await wheel(30, -230);
      whole(await frames(page), "wheel up");
      expect(up.place).toBe(before.place);
    }
  });

  await part("the list rests", async () => {
    await frames(page);
    const { place } = await rest(page);
    const all = await frames(page);
    expect(new Set(all.map((it) => it.place))).toEqual(new Set([place]));
  });

  await part("the bar leads from place to place", async () => {
    const at = await lead(longest, [0.5, 0.01, 0.99, 0.13, 0.87, 0.3, 0.7, 1, 0]);
    const all = await frames(page);
    whole(all, "jumps");
    still(all, "jumps");
    tell("jumps", waited(all));
    const height = 48;
    expect(at[0]).toBe(0);
    expect(at[1]).toBe(ROWS * height - room);
    expect(Math.abs(at[0.5] + room / 2 - (ROWS * height) / 2)).toBeLessThan(10 * height);
  });

  await part("the bar is dragged", async () => {
    const end = await drag(longest, 150);
    const all = await frames(page);
    whole(all, "dragging");
    tell("dragging", waited(all));
    expect(end.place).toBe(0);
  });

  await part("keys move the list", async () => {
    const page_ = Math.floor(room / 48);
    let at = 0;
    await list.grid.focus();
    const pressed = async (key, times, by) => {
      for (let nth = 0; nth < times; nth += 1) await page.keyboard.press(key);
      at = Math.min(Math.max(at + times * by, 0), ROWS - 1);
      await expect(list.active).toHaveAttribute("aria-rowindex", String(at + 2));
      await expect(list.active.locator(".grid__name")).toContainText(String(at + 1).padStart(7, "0"));
      await expect(list.grid).toHaveAttribute("aria-activedescendant", await list.active.getAttribute("id"));
      await rest(page);
      // The whole of it is to be seen.
      const [own, grid] = [await list.active.boundingBox(), await list.grid.boundingBox()];
      expect(own.y).toBeGreaterThanOrEqual(grid.y + 33);
      expect(own.y + own.height).toBeLessThanOrEqual(grid.y + grid.height + 1);
      const all = await frames(page);
      whole(all, key);
      tell(`${key} × ${times}`, waited(all, true));
    };
    await pressed("ArrowDown", 40, 1);
    await pressed("PageDown", 60, page_);
    await pressed("ArrowUp", 25, -1);
    await pressed("End", 1, ROWS);
    await pressed("PageUp", 30, -page_);
    await pressed("ArrowDown", 45, 1);
    await pressed("End", 1, ROWS);
    await pressed("ArrowDown", 2, 1);
    await pressed("Home", 1, -ROWS);
    await pressed("ArrowUp", 2, -1);
  });

  await part("it has another order", async () => {
    const sorter = list.grid.locator(".rows__sort").first();
    await sorter.click();
    await expect(list.grid.getByRole("columnheader").first()).toHaveAttribute("aria-sort", "ascending");
    await page.evaluate(() => void (globalThis.seen.isDown = true));
    await sorter.click();
    await expect(list.rows.first()).toContainText("1000000", { timeout: 60_000 });
    await rest(page);
    await frames(page);
    await moveBar(longest / 2);
    await rest(page);
    await wheel(10, 230);
    await moveBar(longest);
    await rest(page);
    whole(await frames(page), "in another order");
    await expect(list.rows.last()).toContainText("0000001");
    await expect(list.rows.last()).toHaveAttribute("aria-rowindex", String(ROWS + 1));
  });

  // On a phone, in the list as it is: to open it again would take longer than all that is done with it.
  await page.setViewportSize(PHONE);
  await expect(list.grid.getByRole("columnheader")).toHaveCount(1);
  await rest(page);
  await frames(page);
  await list.grid.scrollIntoViewIfNeeded();
  const touch = await page.context().newCDPSession(page);
  const small = await list.grid.boundingBox();
  const finger = { x: small.x + small.width / 2, y: small.y + small.height / 2 };
  const end = await barEnd();

  await part("a finger draws the list on a phone", async () => {
    for (const bar of [0, end / 2, end / 3, end]) {
      await moveBar(bar);
      const before = await rest(page);
      await frames(page);
      // What is at the end is drawn back from there. Where the finger is held, the bar is put right below it.
      const way = bar === end ? 1 : -1;
      for (let nth = 0; nth < 3; nth += 1) await draw(touch, finger, way * 240, { moves: 24, held: () => rest(page) });
      const { place } = await rest(page);
      const all = await frames(page);
      whole(all, "drawn");
      tell("drawn", waited(all));
      const went = -way * (place - before.place);
      // A finger that has just begun to move may mean to press: the browser keeps the first of each way to itself, and the more
      // the later it sees the finger.
      expect(went, `from ${bar}`).toBeGreaterThan(3 * (240 - 40));
      expect(went, `from ${bar}`).toBeLessThanOrEqual(3 * 240);
      // The first of its steps is cut short, so one in that frame may be of any px; that it goes far enough is held above.
      expect(still(all, "drawn", 1) > 0).toBe(bar > 0 && bar < end);
      smooth(all, -way, 240);
    }
  });

  await part("a finger throws the list on a phone", async () => {
    for (const [bar, way] of [[0, -1], [end / 2, -1], [end / 2, 1], [end, 1]]) {
      await moveBar(bar);
      const before = await rest(page);
      await frames(page);
      for (let nth = 0; nth < 6; nth += 1) await draw(touch, finger, way * 300, { moves: 4 });
      const { place } = await rest(page);
      const all = await frames(page);
      whole(all, "thrown");
      tell("thrown", `${waited(all)}; ${Math.abs(place - before.place)} px`);
      // It rolls on when the finger has left it.
      expect(-way * (place - before.place), `from ${bar}`).toBeGreaterThan(6 * 300);
      // How far it rolls from frame to frame is a matter of how long the machine takes for one.
      smooth(all, -way, Infinity);
    }
  });

  await part("the bar leads from place to place on a phone", async () => {
    const at = await lead(end, [0.5, 0.01, 0.99, 0.3, 0.7, 1, 0]);
    await drag(end, 90);
    const all = await frames(page);
    whole(all, "the bar on a phone");
    still(all, "the bar on a phone");
    tell("the bar on a phone", waited(all));
    expect(at[0]).toBe(0);
  });
});
