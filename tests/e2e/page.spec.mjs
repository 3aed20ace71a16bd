// The page as a whole: before and without WebAssembly, the handover, the data beside it, on a phone, on paper, broken.
import { expect, NARROW, open, overflow, PHONE, ready, shot, SIZES, test, WIDE } from "./support/fixtures.mjs";
import { Evidence, Filters, fragment, Frame, List, Network, published } from "./support/pages.mjs";

test.use({ viewport: WIDE });

/** What must be readable in the HTML as it arrives. */
async function expectReadable(page) {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
  await expect(page.getByText(/ten persons and two companies/)).toBeVisible();
  await expect(page.getByText("12 of 12")).toBeVisible();
  const rows = page.getByRole("table").locator("tbody tr");
  await expect(rows).toHaveCount(12);
  await expect(rows.filter({ hasText: "Ashot Mkrtychev" }).filter({ hasText: "Person" })).toBeVisible();
  await expect(rows.filter({ hasText: "21 Sep 2023" })).toHaveCount(12);
  for (const file of ["data/facts.json", "data/sanctions.csv", "data/entities.ftm.json"]) await expect(page.locator(`a[href="${file}"]`)).toBeVisible();
}

test.describe("without scripts", () => {
  // The browser says so of every script that it was told not to run.
  test.use({ javaScriptEnabled: false, tolerate: [/^failed: \S+\.js csp$/] });

  for (const [size, viewport] of Object.entries({ ...SIZES, narrow: NARROW })) {
    test(`title, summary and the twelve are there, ${size}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.goto("./");
      await expectReadable(page);
      await shot(page, `static-${size}`);
      expect(await overflow(page), "nothing is wider than the screen").toBeLessThanOrEqual(0);
      const table = await page.getByRole("table").boundingBox();
      expect(table.x + table.width, "the list fits the screen").toBeLessThanOrEqual(viewport.width);
      expect(table.width, "the list has the room that there is").toBeGreaterThan(viewport.width * (size === "wide" ? 0.4 : 0.8));
    });
  }
});

test.describe("without WebAssembly", () => {
  test.use({ tolerate: [/./] });

  test("the HTML that arrived stays", async ({ page }) => {
    await page.addInitScript(() => delete window.WebAssembly);
    const failed = page.waitForEvent("pageerror");
    await page.goto("./");
    await failed;
    await expectReadable(page);
  });

  test("the HTML stays when the app arrives damaged", async ({ page }) => {
    await page.route("**/*.wasm", async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
    });
    const failed = page.waitForEvent("pageerror");
    await page.goto("./");
    await failed;
    await expectReadable(page);
  });

  test("the HTML stays when the app does not arrive", async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.abort());
    const failed = page.waitForEvent("pageerror");
    await page.goto("./");
    await failed;
    await expectReadable(page);
  });
});

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const address of ["#/network", "#/sanctions", "#/sanctions?sel=designation:versor"]) {
    test(`the app takes over without a jump, ${size}, ${address}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.addInitScript(() => {
        window.shifts = [];
        new PerformanceObserver((list) => {
          for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifts.push(value);
        }).observe({ type: "layout-shift", buffered: true });
      });
      // The app is held back until what arrived has been measured.
      let go;
      const measured = new Promise((done) => (go = done));
      await page.route("**/*.wasm", async (route) => {
        await measured;
        await route.continue();
      });
      const [frame, list] = [new Frame(page), new List(page)];
      const all = { brand: frame.brand, tab: frame.tab("Sanctions"), title: frame.title, summary: page.getByText(/ten persons and two companies/).first() };
      if (address === "#/network") {
        Object.assign(all, { list: list.section, row: list.rows.nth(4) });
        const wide = { stage: page.locator(".network__stage"), evidence: new Evidence(page).title };
        if (size === "wide") Object.assign(all, wide);
      }
      const boxes = async () => {
        const entries = Object.entries(all).map(async ([name, locator]) => [name, await locator.boundingBox()]);
        return Object.fromEntries(await Promise.all(entries));
      };
      await page.goto(`./${address}`, { waitUntil: "commit" });
      await expect(page.getByRole("table")).toBeVisible();
      // What is measured before there is any style is nowhere to be seen.
      await page.waitForFunction(() => [...document.querySelectorAll("link[rel=stylesheet]")].every((it) => it.sheet));
      const before = await boxes();
      go();
      await ready(page);
      await expect.poll(boxes, "what was there stays where it is").toEqual(before);
      // Two frames: by then what moved has been reported.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const shift = await page.evaluate(() => window.shifts.reduce((sum, it) => sum + it, 0));
      expect(shift, "layout shift").toBeLessThan(0.05);
    });
  }
}

test.describe("the facts as data", () => {
  test("facts.json: kind and version, twelve designations, evidence for all", async ({ page }) => {
    const data = await published(page);
    expect(data.kind).toBe("sourceline/dataset");
    expect(data.version).toEqual(expect.any(Number));
    expect(data.designations).toHaveLength(12);
    const kinds = data.designations.map((it) => it.target_kind);
    expect([kinds.filter((it) => it === "person").length, kinds.filter((it) => it === "company").length]).toEqual([10, 2]);
    const sources = new Map(data.sources.map((source) => [source.id, source]));
    for (const { id, evidence } of [...data.facts, ...data.designations]) {
      expect(evidence.length, id).toBeGreaterThan(0);
      for (const { source, paragraph, sentence, hash } of evidence) {
        expect(sources.get(source).paragraphs[paragraph - 1].sentences[sentence - 1], id).toBe(hash);
        expect(hash).toMatch(/^[0-9a-f]{64}$/);
      }
    }
    const known = new Set(data.actors.map(({ id }) => id));
    const facts = new Set(data.facts.map(({ id }) => id));
    for (const { id, subject, objects, about, via, links } of data.facts) {
      expect([subject, ...objects, ...about, ...via].filter((it) => !known.has(it)), id).toEqual([]);
      expect(links.filter(({ to }) => !facts.has(to)), id).toEqual([]);
    }
  });

  test("sanctions.csv: a line for the headings and twelve rows", async ({ page }) => {
    const response = await page.request.get("data/sanctions.csv");
    expect(response.ok()).toBe(true);
    const lines = (await response.text()).split("\r\n");
    expect(lines.pop()).toBe("");
    expect(lines).toHaveLength(13);
    expect(lines[0].split(",")).toEqual(expect.arrayContaining(["id", "target", "authority", "status", "listed_on", "source", "paragraph", "sentence"]));
    const { designations } = await published(page);
    expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual(designations.map(({ id }) => id));
  });

  test("entities.ftm.json: each line an entity, each reference to one of them", async ({ page }) => {
    const response = await page.request.get("data/entities.ftm.json");
    expect(response.ok()).toBe(true);
    const entities = (await response.text()).trimEnd().split("\n").map((line) => JSON.parse(line));
    const ids = new Set(entities.map(({ id }) => id));
    expect(ids.size).toBe(entities.length);
    for (const { id, schema, properties } of entities) {
      expect(schema, id).toMatch(/^[A-Z][A-Za-z]+$/);
      expect(Object.values(properties).every((values) => Array.isArray(values) && values.every((it) => typeof it === "string")), id).toBe(true);
    }
    const sanctions = entities.filter(({ schema }) => schema === "Sanction");
    expect(sanctions.length).toBeGreaterThanOrEqual(12);
    expect(sanctions.flatMap(({ properties }) => properties.entity).filter((id) => !ids.has(id))).toEqual([]);
  });

  test("the page leads to them", async ({ page }) => {
    await open(page);
    for (const href of await page.getByRole("contentinfo").getByRole("link").evaluateAll((links) => links.map((link) => link.href))) {
      expect((await page.request.get(href)).ok(), href).toBe(true);
    }
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

  test("the views are tabs at the bottom, within a thumb's reach", async ({ page }) => {
    await open(page);
    const frame = new Frame(page);
    for (const name of ["Network", "Sanctions"]) {
      const box = await frame.tab(name).boundingBox();
      expect(box.y + box.height).toBeGreaterThan(PHONE.height - 70);
      expect(box.y + box.height).toBeLessThanOrEqual(PHONE.height + 1);
      expect(box.height).toBeGreaterThanOrEqual(44);
    }
    await frame.tab("Sanctions").tap();
    await expect(frame.tab("Sanctions")).toHaveAttribute("aria-current", "page");
    await expect(new List(page).rows).toHaveCount(12);
    await expect(new List(page).heading("Target")).not.toBeInViewport();
  });

  test("the filters are a sheet that opens, filters, closes, and gives the keyboard back", async ({ page }) => {
    await open(page, "#/sanctions");
    const [filters, list] = [new Filters(page), new List(page)];
    await expect(filters.panel).toBeHidden();
    await expect(filters.opener).toHaveAttribute("aria-expanded", "false");
    await filters.opener.tap();
    await expect(filters.opener).toHaveAttribute("aria-expanded", "true");
    await expect(filters.panel).toBeVisible();
    await expect(filters.closer).toBeFocused();
    await filters.choice("Target", "Company").check();
    await expect(filters.choice("Target", "Company")).toBeChecked();
    await filters.closer.tap();
    await expect(filters.panel).toBeHidden();
    await expect(list.total).toHaveText("2 of 12");
    await expect(filters.opener).toBeFocused();
  });

  test("the filters open over the network too", async ({ page }) => {
    await open(page);
    const filters = new Filters(page);
    await filters.opener.first().tap();
    await expect(filters.choice("What passed", "Conflict, in words")).toBeVisible();
    await filters.closer.tap();
    await expect(new Network(page).stage).toBeVisible();
  });

  test("the evidence is a sheet over the view", async ({ page }) => {
    await open(page, "#/sanctions");
    const [list, evidence] = [new List(page), new Evidence(page)];
    await list.link("Versor S.R.O.").tap();
    await expect(evidence.title).toBeInViewport({ ratio: 1 });
    await expect(evidence.title).toHaveText("Versor S.R.O.");
    const box = await evidence.panel.boundingBox();
    expect(box.y, "the view stays in sight above it").toBeGreaterThan(100);
    expect(box.y + box.height, "the tabs stay in sight below it").toBeLessThanOrEqual(PHONE.height - 44);
    await expect(evidence.close).toBeInViewport({ ratio: 1 });
    await evidence.close.tap();
    await expect(evidence.title).not.toHaveText("Versor S.R.O.");
    await expect.poll(() => fragment(page)).toBe("/sanctions");
  });

  test("whatever is pressed is large enough to be touched", async ({ page }) => {
    const small = [];
    for (const address of ["#/network", "#/sanctions", "#/sanctions?sel=designation:versor"]) {
      await open(page, address);
      for (const button of await page.getByRole("button").all()) {
        const box = (await button.isVisible()) ? await button.boundingBox() : null;
        if (box && (box.height < 24 || box.width < 24)) small.push(`${address}: ${await button.innerText()} ${box.width} × ${box.height}`);
      }
    }
    expect(small).toEqual([]);
  });
});

test.describe("320 px wide", () => {
  test.use({ viewport: NARROW });

  const VIEWS = [
    "#/network",
    "#/network?as=table",
    "#/network?focus=kim-jong-un",
    "#/network?sel=actor:south-korea-foreign-ministry",
    "#/network?sel=edge:vladimir-putin~kim-jong-un",
    "#/network?sel=fact:putin-never-violates",
    "#/network?sel=source:003_40645e43958e305f",
    "#/sanctions",
    "#/sanctions?listing=*&target=person,company,state&naming=named,unnamed",
    "#/sanctions?q=nothing-like-this-stands-anywhere-in-the-reports-at-all",
    "#/sanctions?sel=designation:nk-chief-of-staff",
    "#/nowhere",
  ];

  test("nothing is wider than the screen", async ({ page }) => {
    for (const address of VIEWS) {
      await open(page, address);
      expect(await overflow(page), address).toBeLessThanOrEqual(0);
    }
    await shot(page, "narrow");
  });

  test("nor are the open filters", async ({ page }) => {
    await open(page, "#/sanctions");
    const filters = new Filters(page);
    await filters.opener.click();
    await expect(filters.panel).toBeVisible();
    const wide = await filters.panel.evaluate((panel) => panel.scrollWidth - panel.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
});

for (const width of [1280, 1130, 1024, 768]) {
  test(`${width} px wide: everything fits, and the evidence is in sight`, async ({ page }) => {
    await page.setViewportSize({ width, height: 1024 });
    for (const address of ["#/network", "#/network?as=table", "#/sanctions", "#/sanctions?sel=designation:versor"]) {
      await open(page, address);
      expect(await overflow(page), address).toBeLessThanOrEqual(0);
      const [main, table] = [await page.getByRole("main").boundingBox(), await new List(page).table.boundingBox()];
      expect(table.x + table.width, `${address}: the list stays in its column`).toBeLessThanOrEqual(main.x + main.width);
    }
    await expect(new Evidence(page).close).toBeInViewport({ ratio: 1 });
    await shot(page, `middle-${width}`);
  });
}

test("wherever a reader has scrolled to, the evidence of what is chosen is in sight", async ({ page }) => {
  await open(page);
  const [list, evidence] = [new List(page), new Evidence(page)];
  for (const name of ["Person 3 of 3 not named", "Military chief of staff of North Korea"]) {
    await list.link(name).evaluate((link) => link.scrollIntoView({ block: "center" }));
    expect(await page.evaluate(() => scrollY), "far from the top").toBeGreaterThan(300);
    await list.link(name).click();
    await expect(evidence.title).toHaveText(name);
    await expect(evidence.title).toBeInViewport({ ratio: 1 });
    await expect(evidence.close).toBeInViewport({ ratio: 1 });
    await expect(list.link(name), "and the list stays where it was").toBeInViewport({ ratio: 1 });
  }
});

test.describe("on paper", () => {
  test("the list stands with who says so, without what can be pressed", async ({ page }) => {
    await open(page, "#/sanctions?group=weapons-trade");
    const [list, filters, frame] = [new List(page), new Filters(page), new Frame(page)];
    await page.emulateMedia({ media: "print" });
    await expect(list.rows).toHaveCount(6);
    await expect(list.rows.first()).toBeVisible();
    await expect(list.total).toBeVisible();
    for (const gone of [filters.panel, frame.nav, frame.share, frame.theme, list.csv, list.json]) await expect(gone).toBeHidden();
    await expect(list.row("Versor S.R.O.")).toContainText("South Korean Foreign Ministry → report of 21 September 2023");
    await expect(list.row("Versor S.R.O.").getByText("¶ 10, sentence 1")).toBeVisible();
    await shot(page, "print", { fullPage: true });
    const pdf = await page.pdf();
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("dark colours stay off the paper", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark", media: "print" });
    await open(page, "#/sanctions");
    const light = await page.evaluate(() => {
      const canvas = document.createElement("canvas").getContext("2d");
      canvas.fillStyle = getComputedStyle(document.body).color;
      canvas.fillRect(0, 0, 1, 1);
      return canvas.getImageData(0, 0, 1, 1).data[0];
    });
    expect(light, "the ink is dark").toBeLessThan(100);
  });

  test("the evidence that is open is printed too", async ({ page }) => {
    await open(page, "#/sanctions?sel=designation:versor");
    const evidence = new Evidence(page);
    await page.emulateMedia({ media: "print" });
    await expect(evidence.title).toBeVisible();
    await expect(evidence.close).toBeHidden();
    await expect(evidence.copyLink).toBeHidden();
  });
});

test.describe("when the page itself breaks", () => {
  test.use({ tolerate: [/panicked|unreachable|out of memory/] });

  test("facts that cannot be read: the overlay says so, instead of an empty page", async ({ page }) => {
    const { places } = await published(page);
    await page.route("**/*.wasm", async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      const at = body.indexOf(Buffer.from(places[0].name));
      expect(at, "the facts are in the app").toBeGreaterThan(0);
      body[at] = 0xff; // no UTF-8 begins so
      await route.fulfill({ response, body });
    });
    await page.goto("./");
    await expect(new Frame(page).overlay).toBeVisible();
  });

  test("a panic: the overlay covers the page, and reload brings the view back", async ({ page }) => {
    await open(page, "#/sanctions?target=company");
    const frame = new Frame(page);
    // The browser refuses to make one piece of text: what was being drawn then is left half done, and
    // the next thing that is to be drawn panics.
    await page.evaluate(() => {
      const make = Document.prototype.createTextNode;
      Document.prototype.createTextNode = () => {
        Document.prototype.createTextNode = make;
        throw new Error("out of memory");
      };
    });
    await new List(page).link("Versor S.R.O.").click();
    await expect(async () => {
      if (!(await frame.overlay.isVisible())) await new List(page).rows.last().click({ timeout: 500 });
      await expect(frame.overlay).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(frame.overlay).toContainText(/reload/i);
    const covered = await frame.overlay.evaluate((it) => it.contains(document.elementFromPoint(innerWidth / 2, innerHeight / 2)));
    expect(covered).toBe(true);
    await shot(page, "overlay");
    await frame.overlay.getByRole("link", { name: /reload/i }).click();
    await ready(page);
    await expect(frame.overlay).toHaveCount(0);
    await expect(new List(page).total).toHaveText("2 of 12");
  });
});

test.describe("a policy", () => {
  test.use({ tolerate: [/Content Security Policy|Refused|violates/i] });

  test("stops scripts and requests that are not the page's own", async ({ page }) => {
    await open(page);
    const done = await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "window.harm = 1";
      document.body.append(script);
      const asked = await fetch("https://example.org/").then(() => true, () => false);
      return { harm: window.harm, asked };
    });
    expect(done).toEqual({ harm: undefined, asked: false });
  });
});
