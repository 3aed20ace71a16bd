// The second half of the program: when it is fetched, what stands there until then, and when it does not come.
import { test, expect, open, overflow, PHONE, WIDE } from "./support/fixtures.mjs";
import { Evidence, Filters, fragment, Frame, List, Network, Search } from "./support/pages.mjs";

test.use({ viewport: WIDE });

const LATER = /\/later-[0-9a-f]+\.wasm$/;
const STYLE = /\/later-[0-9a-f]+\.css$/;

/** What was asked for so far of the second half. */
function watchLater(page) {
  const asked = [];
  page.on("request", (request) => {
    if (LATER.test(request.url()) || STYLE.test(request.url())) asked.push(request.url());
  });
  return asked;
}

/** Holds files of the second half back until the function that is given is called. */
async function hold(page, files = [LATER]) {
  let come;
  const held = new Promise((resolve) => (come = resolve));
  for (const file of files) {
    await page.route(file, async (route) => {
      await held;
      await route.continue();
    });
  }
  return come;
}

test("a reader who only looks fetches the first half alone", async ({ page }) => {
  const asked = watchLater(page);
  await open(page);
  await expect(new List(page).rows).toHaveCount(12);
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
});

for (const [move, act] of Object.entries({
  "a pointer that moves": (page) => page.mouse.move(300, 300),
  "a key": (page) => page.keyboard.press("Tab"),
  scrolling: (page) => page.evaluate(() => scrollBy(0, 40)),
})) {
  test(`the first move brings the second half, once: ${move}`, async ({ page }) => {
    const asked = watchLater(page);
    await open(page);
    await act(page);
    // The rows become the app's: their headings sort.
    await expect(new List(page).section.getByRole("button", { name: "Target" })).toBeVisible();
    await act(page);
    await page.waitForLoadState("networkidle");
    expect(asked.filter((url) => LATER.test(url))).toHaveLength(1);
    expect(asked.filter((url) => STYLE.test(url)).length).toBeLessThanOrEqual(1);
  });
}

for (const width of [WIDE.width, 1120, 1024, 901, 768, PHONE.width, 320]) {
  test(`${width} px wide: nothing in the head moves when its other tools come`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    const come = await hold(page);
    await open(page);
    const frame = new Frame(page);
    const controls = [frame.brand, ...(await frame.nav.getByRole("link").all()), new Search(page).opener, frame.share, frame.theme];
    const places = () => Promise.all([frame.head, ...controls].map((it) => it.boundingBox()));
    const before = await places();
    // The first move: the second half is asked for.
    await page.keyboard.press("Shift");
    come();
    await expect(frame.head.getByRole("link", { name: "Open a list" })).toBeVisible();
    expect(await places()).toEqual(before);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}

for (const viewport of [WIDE, PHONE]) {
  test(`${viewport.width} px wide: the box of search stands in its place before it can find`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const come = await hold(page, [LATER, STYLE]);
    await open(page);
    const search = new Search(page);
    await search.opener.click();
    await expect(search.field).toBeFocused();
    const before = await search.field.boundingBox();
    come();
    await expect(search.first).toBeVisible();
    expect(await search.field.boundingBox()).toEqual(before);
  });
}

test.describe("by touch", () => {
  test.use({ viewport: PHONE, hasTouch: true });

  test("two fingers that moved before it came have zoomed as far as each of them went", async ({ page }) => {
    const come = await hold(page);
    await open(page);
    const network = new Network(page);
    const box = await network.stage.boundingBox();
    const middle = { x: box.x + box.width / 2, y: (Math.max(box.y, 0) + PHONE.height - 60) / 2 };
    const span = () => network.span();
    const before = await span();
    await network.pinch(middle, 80, 160);
    expect(await span()).toBeCloseTo(before, 0);
    come();
    await expect.poll(span).toBeGreaterThan(before * 1.6);
  });
});

test("an address that needs it brings it without a move", async ({ page }) => {
  await open(page, "#/network?sel=designation:versor");
  await expect(new Evidence(page).title).toHaveText("Versor S.R.O.");
});

test("what is searched for waits for the texts, and is found with them", async ({ page }) => {
  const come = await hold(page);
  await page.goto("./#/network?q=missile");
  const [network, filters] = [new Network(page), new Filters(page)];
  await expect(page.locator(".network .later")).toBeVisible();
  await expect(page.locator(".network__stage svg")).toHaveCount(0);
  await expect(page.locator(".network__shown")).toHaveText("");
  await expect(page.locator(".facet__count:not(:empty)")).toHaveCount(0);
  // Without the text all is there already.
  await filters.search.fill("");
  await expect(page.locator(".network__stage svg")).toBeVisible();
  await expect(page.locator(".network__shown")).toHaveText(/^[1-9]\d* actors, [1-9]\d* lines$/);
  const all = await network.counts();
  await filters.search.fill("missile");
  await expect(page.locator(".network__stage svg")).toHaveCount(0);
  come();
  await expect(page.locator(".network__stage svg")).toBeVisible();
  const some = await network.counts();
  expect(some.actors).toBeGreaterThan(0);
  expect(some.actors).toBeLessThan(all.actors);
  await expect(page.locator(".facet__count:empty")).toHaveCount(0);
});

test("what is done to the drawing before it comes is answered when it comes", async ({ page }) => {
  const come = await hold(page);
  await open(page);
  const [network, evidence] = [new Network(page), new Evidence(page)];
  await expect(network.labels.first()).toBeVisible();
  const before = await network.place("Vladimir Putin");
  await network.drag("Vladimir Putin", { x: 60, y: 40 });
  await network.click("Kim Jong Un");
  expect(await network.place("Vladimir Putin")).toEqual(before);
  come();
  await expect(evidence.title).toHaveText("Kim Jong Un");
  const after = await network.place("Vladimir Putin");
  // An actor is held by its middle, wherever it was taken.
  expect(Math.abs(after.x - before.x - 60)).toBeLessThan(3);
  expect(Math.abs(after.y - before.y - 40)).toBeLessThan(3);
});

test("keys pressed in the drawing before it comes are answered in their order", async ({ page }) => {
  const come = await hold(page);
  await open(page);
  const [network, evidence] = [new Network(page), new Evidence(page)];
  await network.stage.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.locator(".net__cursor")).toHaveCount(0);
  come();
  await expect(page.locator(".net__cursor")).toHaveCount(1);
  await expect(evidence.title).not.toHaveText("");
  await expect.poll(() => fragment(page)).toMatch(/sel=actor:/);
});

test("a server that does not know what WebAssembly is serves the page all the same", async ({ page }) => {
  let served = 0;
  await page.route(/\.wasm$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
    served += 1;
  });
  await open(page, "#/sanctions");
  await expect(new List(page).total).toHaveText("12 of 12");
  expect(served).toBe(2);
});

test.describe("when it does not come", () => {
  test.use({ tolerate: [/later-|Failed to fetch|ERR_FAILED|TypeError|CompileError/] });

  test("the page says so, keeps what it has, and tries again when asked", async ({ page }) => {
    await page.route(LATER, (route) => route.abort());
    await open(page, "#/network");
    const frame = new Frame(page);
    await frame.go("Sanctions");
    const told = page.getByRole("main").getByRole("alert");
    await expect(told).toContainText("could not be fetched");
    await expect(frame.overlay).toHaveCount(0);
    await frame.go("Network");
    await expect(new List(page).rows).toHaveCount(12);
    await expect(page.locator(".network__stage svg")).toBeVisible();
    await frame.go("Sanctions");
    await page.unroute(LATER);
    await told.getByRole("button", { name: "Try again" }).click();
    await expect(new List(page).total).toHaveText("12 of 12");
    await expect(told).toHaveCount(0);
  });

  test("a click in the drawing is told of, and the next one tries again", async ({ page }) => {
    await page.route(LATER, (route) => route.abort());
    await open(page, "#/network");
    const [network, evidence] = [new Network(page), new Evidence(page)];
    await expect(network.labels.first()).toBeVisible();
    await network.click("Kim Jong Un");
    await expect(page.locator(".toast")).toContainText("could not be fetched");
    await page.unroute(LATER);
    await network.click("Kim Jong Un");
    await expect(evidence.title).toHaveText("Kim Jong Un");
  });

  test("half of it is as good as none", async ({ page }) => {
    await page.route(LATER, async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
    });
    await open(page, "#/sanctions");
    await expect(page.getByRole("main").getByRole("alert")).toContainText("could not be fetched");
    await expect(new Frame(page).title).toBeVisible();
  });
});
