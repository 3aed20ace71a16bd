// The relationship view: who did or said what to whom, drawn, walked by keyboard, and as a table.
import { expect, open, PHONE, test, WIDE } from "./support/fixtures.mjs";
import { Evidence, Filters, fragment, Network, published, tabTo } from "./support/pages.mjs";

test.use({ viewport: WIDE });

let network;
let evidence;

test.beforeEach(async ({ page }) => {
  network = new Network(page);
  evidence = new Evidence(page);
});

const expectSame = (now, before, within = 1) => {
  expect(Math.abs(now.x - before.x), "across").toBeLessThan(within);
  expect(Math.abs(now.y - before.y), "down").toBeLessThan(within);
};

test.describe("drawn", () => {
  test.beforeEach(async ({ page }) => open(page));

  test("what is said to be shown is drawn, and every actor but the ones without lines is there", async ({ page }) => {
    const { actors } = await published(page);
    const { nodes, edges } = await network.drawn();
    const counts = await network.counts();
    expect({ actors: nodes.length, lines: edges.length }).toEqual(counts);
    expect(counts.actors).toBeGreaterThanOrEqual(actors.length - 2);
    expect(counts.actors).toBeLessThanOrEqual(actors.length);
  });

  test("there is one line for each pair, with a head at whom something leads to, in the colour of what passes", async () => {
    const { edges } = await network.drawn();
    const pairs = edges.map(({ from, to }) => [from, to].sort().join(" – "));
    expect(pairs.filter((pair, nth) => pairs.indexOf(pair) !== nth)).toEqual([]);
    const ways = edges.flatMap((edge) => edge.ways);
    const colours = {};
    for (const { kind, colour } of ways) (colours[kind] ??= new Set()).add(colour);
    const classes = ["material-conflict", "verbal-conflict", "material-cooperation", "verbal-cooperation"];
    for (const kind of classes) expect([...(colours[kind] ?? [])], kind).toHaveLength(1);
    expect(new Set(classes.map((kind) => [...colours[kind]][0])).size, "the four classes differ").toBe(4);
    for (const { kind, heads, from, to } of ways) expect(heads, `${from} to ${to}`).toBe(kind === "relation" ? 0 : 1);
  });

  test("what goes each way is told by its half, dashed where only a statement supports it", async ({ page }) => {
    const { facts, designations, actors } = await published(page);
    const label = new Map(actors.map(({ id, name, short }) => [id, short ?? name]));
    const stated = {};
    const add = (from, to, said) => {
      const way = `${label.get(from)} → ${label.get(to)}`;
      stated[way] = said && (stated[way] ?? true);
    };
    for (const { kind, subject, objects, mutual, standing } of facts) {
      if (kind === "relation") continue;
      for (const object of objects) {
        add(subject, object, standing === "attributed");
        if (mutual) add(object, subject, standing === "attributed");
      }
    }
    for (const { authority_id: from, target_id: to } of designations) add(from, to, false);
    const drawn = {};
    for (const { ways } of (await network.drawn()).edges) {
      for (const { kind, from, to, dashed } of ways) if (kind !== "relation") drawn[`${from} → ${to}`] = dashed;
    }
    expect(drawn).toEqual(stated);
  });

  test("no two names overlap, and none is cut off or covered", async () => {
    const boxes = await network.labels.evaluateAll((all) =>
      all.map((it) => {
        const { left, top, right, bottom } = it.getBoundingClientRect();
        return { name: it.textContent, left, top, right, bottom };
      }),
    );
    expect(boxes.length).toBeGreaterThan(40);
    const overlaps = [];
    boxes.forEach((a, nth) => {
      for (const b of boxes.slice(nth + 1)) {
        const [across, down] = [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
        if (across > 0 && down > 0) overlaps.push(`${a.name} × ${b.name} (${across.toFixed(1)} × ${down.toFixed(1)})`);
      }
    });
    expect(overlaps).toEqual([]);
    const stage = await network.stage.boundingBox();
    const cut = boxes.filter((it) => it.left < stage.x || it.right > stage.x + stage.width || it.top < stage.y || it.bottom > stage.y + stage.height);
    expect(cut.map(({ name }) => name), "cut off").toEqual([]);
    const covered = await network.stage.evaluate((stage, all) => {
      const seen = (x, y) => y > innerHeight || stage.contains(document.elementFromPoint(x, y));
      return all.filter((it) => !seen(it.left + 2, (it.top + it.bottom) / 2) || !seen(it.right - 2, (it.top + it.bottom) / 2));
    }, boxes);
    expect(covered.map(({ name }) => name), "covered").toEqual([]);
  });

  test("hovering an actor lets its lines stand out and fades the rest, until the pointer leaves", async ({ page }) => {
    await network.hover("Lim Soo-suk");
    const faded = async () => {
      const { edges } = await network.drawn();
      return edges.map(({ from, to, opacity }) => ({ own: [from, to].includes("Lim Soo-suk"), clear: opacity === 1, faint: opacity < 0.5 }));
    };
    await expect.poll(async () => (await faded()).filter(({ own, clear, faint }) => (own ? !clear : !faint))).toEqual([]);
    expect((await faded()).filter(({ own }) => own).length).toBeGreaterThan(0);
    await page.mouse.move(5, 5);
    await expect.poll(async () => (await faded()).every(({ clear }) => clear)).toBe(true);
  });

  test("hovering a line keeps its two ends clear", async ({ page }) => {
    const at = await network.placeOfEdge("South Korea", "Other countries");
    await page.mouse.move(at.x, at.y);
    const clear = async () => (await network.drawn()).nodes.filter(({ opacity }) => opacity === 1).map(({ name }) => name).sort();
    await expect.poll(clear).toEqual(["Other countries", "South Korea"]);
  });

  test("a click on an actor opens its evidence, and a click on nothing closes it", async ({ page }) => {
    await network.click("Lim Soo-suk");
    await expect(evidence.title).toHaveText("Lim Soo-suk");
    await expect.poll(() => fragment(page)).toBe("/network?sel=actor:lim-soo-suk");
    const blank = await network.blank();
    await page.mouse.click(blank.x, blank.y);
    await expect(evidence.title).not.toHaveText("Lim Soo-suk");
    await expect.poll(() => fragment(page)).toBe("/network");
  });

  test("a click on a name selects its actor", async ({ page }) => {
    await network.labels.filter({ hasText: /^Dmitry Peskov$/ }).click({ force: true });
    await expect(evidence.title).toHaveText("Dmitry Peskov");
    await expect.poll(() => fragment(page)).toContain("sel=actor:dmitry-peskov");
  });

  test("a click on a line opens all that passed between the two", async ({ page }) => {
    const at = await network.placeOfEdge("Presidential aide", "Allies and friends");
    await page.mouse.click(at.x, at.y);
    await expect(evidence.title).toHaveText(/^Presidential aide of South Korea [→↔–] Allies and friends$/);
    expect(decodeURIComponent(fragment(page))).toContain("sel=edge:allies-and-friends~south-korea-presidential-aide");
    await expect(evidence.cards.first()).toContainText(/¶ 6, sentence 1/);
  });

  test("a double click shows only the neighbours, and a double click again shows all", async ({ page }) => {
    const all = await network.counts();
    await network.doubleClick("John Kirby");
    await expect(network.unfocus).toBeVisible();
    const some = await network.counts();
    expect(some.actors).toBeLessThan(all.actors);
    await expect.poll(() => fragment(page)).toContain("focus=john-kirby");
    const { nodes, edges } = await network.drawn();
    const joined = new Set(edges.filter(({ from, to }) => [from, to].includes("John Kirby")).flatMap(({ from, to }) => [from, to]));
    expect(nodes.map(({ name }) => name).filter((name) => !joined.has(name)), "strangers").toEqual([]);
    await network.doubleClick("John Kirby");
    await expect(network.unfocus).toBeHidden();
    expect(await network.counts()).toEqual(all);
    expect(fragment(page)).not.toContain("focus=");
  });

  test("a double click on nothing leaves the neighbourhood", async ({ page }) => {
    const all = await network.counts();
    await network.doubleClick("John Kirby");
    await expect(network.unfocus).toBeVisible();
    const blank = await network.blank();
    await page.mouse.dblclick(blank.x, blank.y);
    await expect(network.unfocus).toBeHidden();
    expect(await network.counts()).toEqual(all);
  });

  test("the neighbourhood can be had and left by buttons", async () => {
    const all = await network.counts();
    await network.click("Kim Jong Un");
    await network.focus.click();
    await expect.poll(async () => (await network.counts()).actors).toBeLessThan(all.actors);
    await network.unfocus.click();
    await expect.poll(() => network.counts()).toEqual(all);
  });

  test("a dragged actor stays where it is put, alone, and goes back by a button", async () => {
    const [before, other] = [await network.place("Japan"), await network.place("Ukraine")];
    await expect(network.unpin).toHaveCount(0);
    await network.drag("Japan", { x: -60, y: -70 });
    const put = { x: before.x - 60, y: before.y - 70 };
    await expect(network.unpin).toBeVisible();
    expectSame(await network.place("Japan"), put, 3);
    expectSame(await network.place("Ukraine"), other);
    await expect(evidence.title, "a drag is not a click").not.toHaveText("Japan");
    await network.click("Ukraine");
    await expect(evidence.title).toHaveText("Ukraine");
    expectSame(await network.place("Japan"), put, 3);
    const { edges } = await network.drawn();
    const own = edges.filter(({ from, to }) => [from, to].includes("Japan"));
    expect(own.length, "its lines follow").toBeGreaterThan(0);
    await network.unpin.click();
    await expect.poll(async () => Math.hypot((await network.place("Japan")).x - before.x, (await network.place("Japan")).y - before.y)).toBeLessThan(2);
    await expect(network.unpin).toHaveCount(0);
  });

  test("a drag on nothing moves the whole picture", async ({ page }) => {
    const before = (await network.drawn()).nodes;
    const blank = await network.blank();
    await page.mouse.move(blank.x, blank.y);
    await page.mouse.down();
    await page.mouse.move(blank.x - 50, blank.y + 30, { steps: 5 });
    await page.mouse.up();
    const after = (await network.drawn()).nodes;
    after.forEach((node, nth) => expectSame(node, { x: before[nth].x - 50, y: before[nth].y + 30 }, 1.5));
    await network.fit.click();
    await expect.poll(async () => Math.abs((await network.drawn()).nodes[0].x - before[0].x)).toBeLessThan(1);
  });

  test("the wheel zooms about the pointer, and the page does not scroll", async ({ page }) => {
    const before = await network.apart("Russia", "South Korea");
    const at = await network.place("North Korea");
    await network.wheel(at, -200);
    await expect.poll(() => network.apart("Russia", "South Korea")).toBeGreaterThan(before * 1.2);
    expectSame(await network.place("North Korea"), at, 2);
    await network.wheel(at, 200);
    await expect.poll(() => network.apart("Russia", "South Korea")).toBeLessThan(before * 1.1);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test("buttons zoom in, out and fit", async () => {
    const apart = () => network.apart("Russia", "South Korea");
    const before = await apart();
    await network.zoomIn.click();
    await expect.poll(apart).toBeGreaterThan(before * 1.1);
    await network.zoomOut.click();
    await network.zoomOut.click();
    await expect.poll(apart).toBeLessThan(before * 0.9);
    await network.fit.click();
    await expect.poll(async () => Math.abs((await apart()) - before)).toBeLessThan(0.5);
  });

  test("entries of the legend filter, and say so", async ({ page }) => {
    const all = await network.counts();
    const entry = network.legend.filter({ hasText: "Conflict, in deeds" });
    await expect(entry).toHaveAttribute("aria-pressed", "false");
    await entry.click();
    await expect(entry).toHaveAttribute("aria-pressed", "true");
    await expect.poll(async () => (await network.counts()).lines).toBeLessThan(all.lines);
    const { edges } = await network.drawn();
    const kinds = (edges) => new Set(edges.flatMap(({ ways }) => ways).map(({ kind }) => kind));
    expect(kinds(edges)).toEqual(new Set(["material-conflict"]));
    await expect(new Filters(page).choice("What passed", "Conflict, in deeds")).toBeChecked();
    const other = network.legend.filter({ hasText: "Cooperation, in deeds" });
    await other.click();
    await expect.poll(async () => kinds((await network.drawn()).edges)).toEqual(new Set(["material-conflict", "material-cooperation"]));
    await entry.click();
    await other.click();
    await expect.poll(() => network.counts()).toEqual(all);
  });

  test("filters and text narrow the drawing, and where nothing is left the page helps", async ({ page }) => {
    const filters = new Filters(page);
    const all = await network.counts();
    await filters.search.fill("satellite");
    await expect.poll(async () => (await network.counts()).lines).toBeLessThan(all.lines);
    expect((await network.counts()).lines).toBeGreaterThan(0);
    await filters.search.fill("no such word anywhere");
    await expect(network.empty).toBeVisible();
    await network.empty.getByRole("button").click();
    await expect.poll(() => network.counts()).toEqual(all);
    await expect(filters.search).toHaveValue("");
  });
});

test.describe("by keyboard", () => {
  test.beforeEach(async ({ page }) => {
    await open(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await tabTo(page, network.stage, { most: 12 });
  });

  test("arrows walk along the lines and say where", async ({ page }) => {
    await page.keyboard.press("ArrowRight");
    await expect(network.said).toHaveText(/^At \S/);
    const heard = [await network.said.innerText()];
    for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"]) {
      await page.keyboard.press(key);
      await expect(network.said).not.toHaveText(heard.at(-1));
      heard.push(await network.said.innerText());
    }
    const lines = heard.filter((text) => /^At .+\. .+ [→↔–] .+, \d+ facts?, /.test(text));
    expect(lines.length, heard.join("\n")).toBeGreaterThan(1);
    // Where it went is an end of the line by which it went.
    for (const line of lines) {
      const [, at, from, to] = /^At (.+?)\. (.+?) [→↔–] (.+?), \d+ fact/.exec(line);
      expect([from, to]).toContain(at);
    }
  });

  test("Enter selects the actor, Shift+Enter the line, Escape clears one thing at a time", async ({ page }) => {
    await page.keyboard.press("ArrowRight");
    await expect(network.said).toHaveText(/^At /);
    const first = await network.said.innerText();
    await page.keyboard.press("ArrowDown");
    await expect(network.said).not.toHaveText(first);
    const [, at, line] = /^At (.+?)\. (.+? [→↔–] .+?), \d+ fact/.exec(await network.said.innerText());
    await page.keyboard.press("Enter");
    await expect(evidence.title).toHaveText(at);
    await page.keyboard.press("Shift+Enter");
    await expect(evidence.title).toHaveText(line);
    await expect(network.stage).toBeFocused();
    await page.keyboard.press("f");
    await expect(network.unfocus).toBeVisible();
    await expect(evidence.title).toHaveText(at);
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("Escape");
    await expect(network.unfocus).toBeHidden();
    await expect(evidence.title).not.toHaveText(at);
    await expect.poll(() => fragment(page)).toBe("/network");
    await expect(network.stage).toBeFocused();
  });

  test("Escape leaves the walk before it closes the evidence", async ({ page }) => {
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const chosen = await evidence.title.innerText();
    await page.keyboard.press("Escape");
    await expect(evidence.title).toHaveText(chosen);
    await page.keyboard.press("Escape");
    await expect(evidence.title).not.toHaveText(chosen);
  });

  test("plus and minus zoom, 0 fits", async ({ page }) => {
    const apart = () => network.apart("Russia", "South Korea");
    const before = await apart();
    await page.keyboard.press("+");
    await expect.poll(apart).toBeGreaterThan(before * 1.1);
    await page.keyboard.press("0");
    await expect.poll(async () => Math.abs((await apart()) - before)).toBeLessThan(0.5);
    await page.keyboard.press("-");
    await expect.poll(apart).toBeLessThan(before * 0.95);
  });

  test("Tab leaves the stage again, and the keys are told where it has the keyboard", async ({ page }) => {
    await expect(page.getByText(/arrow keys walk/i)).toBeVisible();
    await expect(network.stage).toHaveAccessibleDescription(/arrow keys/i);
    await page.keyboard.press("Tab");
    await expect(network.stage).not.toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await expect(network.stage).toBeFocused();
  });
});

test.describe("by touch", () => {
  test.use({ viewport: PHONE, hasTouch: true });

  test("two fingers zoom", async ({ page }) => {
    await open(page);
    const box = await network.stage.boundingBox();
    const middle = { x: box.x + box.width / 2, y: (Math.max(box.y, 0) + Math.min(box.y + box.height, PHONE.height - 60)) / 2 };
    const span = () => network.span();
    const before = await span();
    await network.pinch(middle, 80, 160);
    await expect.poll(span).toBeGreaterThan(before * 1.6);
    await network.pinch(middle, 160, 80);
    await expect.poll(span).toBeLessThan(before * 1.3);
    expect(fragment(page), "nothing is chosen by it").not.toContain("sel=");
  });

  test("a tap chooses an actor, and presses nothing that comes up under the finger", async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      window.pressed = [];
      addEventListener("click", ({ target }) => window.pressed.push(target.closest("aside") ? "the evidence" : "the drawing"), { capture: true });
    });
    const tapped = await network.place("Kim Jong Un");
    expect(tapped.y, "the sheet comes up where the finger is").toBeGreaterThan(PHONE.height * 0.4);
    await page.touchscreen.tap(tapped.x, tapped.y);
    await expect.poll(() => page.evaluate(() => window.pressed)).toEqual(["the drawing"]);
    await expect(evidence.title).toHaveText("Kim Jong Un");
    await expect.poll(() => fragment(page)).toBe("/network?sel=actor:kim-jong-un");
  });
});

test.describe("as a table", () => {
  test("lists the same lines, and its rows lead to the evidence", async ({ page }) => {
    await open(page);
    const { lines } = await network.counts();
    await network.toTable.click();
    await expect(network.lines).toHaveCount(lines);
    await expect(network.stage).toHaveCount(0);
    const row = network.lines.filter({ hasText: "Lim Soo-suk" }).first();
    await row.getByRole("link").first().click();
    await expect(evidence.title).toHaveText(/Lim Soo-suk [→↔–] \S/);
    await expect(evidence.cards.first()).toContainText(/¶ \d+, sentence \d+/);
    await network.toDrawing.click();
    await expect(network.stage).toBeVisible();
    await expect(evidence.title).toHaveText(/Lim Soo-suk/);
    const { actors } = await network.counts();
    expect((await network.drawn()).nodes, "one drawing, not that of before as well").toHaveLength(actors);
  });

  test("counts between any two actors every fact and every designation once", async ({ page }) => {
    await open(page, "#/network?as=table");
    const { facts, designations } = await published(page);
    const rows = await network.rows();
    const pair = (one, other) => [one, other].sort().join(" – ");
    const expected = {};
    const add = (one, other) => (expected[pair(one, other)] = (expected[pair(one, other)] ?? 0) + 1);
    for (const { subject, objects } of facts) for (const object of objects) add(subject, object);
    for (const { authority_id: from, target_id: to } of designations) add(from, to);
    const told = {};
    for (const { selection, count } of rows) {
      const [, one, other] = /^edge:(.+)~(.+)$/.exec(selection);
      told[pair(one, other)] = (told[pair(one, other)] ?? 0) + count;
    }
    expect(told).toEqual(expected);
  });

  test("follows the filters as the drawing does", async ({ page }) => {
    await open(page, "#/network?as=table&passed=material-conflict");
    const { lines } = await network.counts();
    await expect(network.lines).toHaveCount(lines);
    await expect(network.lines.filter({ hasNotText: "Conflict, in deeds" })).toHaveCount(0);
  });

  test("says of each line what the evidence says of it", async ({ page }) => {
    await open(page, "#/network?as=table");
    const rows = await network.rows();
    expect(new Set(rows.map(({ selection }) => selection)).size, "each line can be selected by itself").toBe(rows.length);
    const told = await evidence.read(rows.map(({ selection, title }) => ({ selection, title })));
    for (const [nth, { title, count }] of rows.entries()) {
      expect(told[nth].title).toBe(title);
      expect(told[nth].text, title).toContain(count === 1 ? "1 fact\n" : `${count} facts\n`);
    }
  });
});
