// The worker in which an opened list is read and asked: what binds it, how it ends, and what if it does not come.
import { writeFile } from "node:fs/promises";
import { test, expect, open, WIDE } from "./support/fixtures.mjs";
import { Frame, Opened, Search } from "./support/pages.mjs";

test.use({ viewport: WIDE });

const SCRIPT = /\/worker-[0-9a-f]+\.js$/;
const PROGRAM = /\/worker-[0-9a-f]+\.wasm$/;

const LITTLE = 3;
/** It takes seconds to read. */
const MUCH = 300_000;

/** A file of so many entries as the US Treasury writes them. */
async function list(entries) {
  const empty = Array(8).fill("-0- ").join(",");
  const line = (nth) => `${nth},"PIER ${nth} TRADING","individual","DPRK2",${empty}\r\n`;
  const file = test.info().outputPath("sdn.csv");
  await writeFile(file, Array.from({ length: entries }, (_, nth) => line(nth + 1)).join(""));
  return file;
}

async function lists(page) {
  await open(page, "#/opened");
  return new Opened(page);
}

/** Opens a list of so many entries; gives its worker. */
async function opened(it, entries) {
  const started = it.page.waitForEvent("worker");
  await it.choose(await list(entries));
  const worker = await started;
  await expect(it.much).toContainText(`${entries} rows`);
  return worker;
}

/** No worker is left. */
async function ended(page) {
  await expect.poll(() => page.workers()).toEqual([]);
}

test.describe("the page's policy", () => {
  test.use({ tolerate: [/Content Security Policy/] });

  test("binds it: no request elsewhere, no script from elsewhere or from a text", async ({ page }) => {
    const worker = await opened(await lists(page), LITTLE);
    const found = await worker.evaluate(async () => {
      const blocked = [];
      addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
      // What the test itself runs may do more, until the first turn is over.
      await new Promise((resolve) => setTimeout(resolve));
      const tried = async (act) => {
        try {
          await act();
          return "done";
        } catch (error) {
          return error.name;
        }
      };
      const elsewhere = "http://localhost:9/elsewhere";
      const outcome = {
        text: await tried(() => (0, eval)("1")),
        request: await tried(() => fetch(elsewhere)),
        script: await tried(() => importScripts(elsewhere)),
        own: await tried(() => fetch(`${location.origin}/sourceline/index.html`)),
      };
      await new Promise((resolve) => setTimeout(resolve, 50));
      return { outcome, blocked: blocked.map((directive) => directive.replace(/-elem$/, "")).sort() };
    });
    expect(found.outcome).toMatchObject({ text: "EvalError", request: "TypeError", script: "NetworkError", own: "done" });
    expect(found.blocked).toEqual(expect.arrayContaining(["connect-src", "script-src"]));
    expect(found.blocked.filter((it) => it === "script-src").length).toBeGreaterThan(1);
  });
});

test("it hears the page while it reads", async ({ page }) => {
  const it = await lists(page);
  const started = page.waitForEvent("worker");
  await it.choose(await list(MUCH));
  const worker = await started;
  await expect(it.progress).toHaveAttribute("value", /[1-9]/);
  // A timer of its own gets its turn between two turns of work.
  await worker.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await expect(it.progress).toBeVisible();
  await expect(it.bar).toHaveCount(0);
});

test("what is no longer wanted ends it in the midst of its work", async ({ page }) => {
  const it = await lists(page);
  await it.choose(await list(MUCH));
  await expect(it.progress).toHaveAttribute("value", /[1-9]/);
  await it.cancel.click();
  await ended(page);
  await expect(it.progress).toHaveCount(0);
  await expect(it.bar).toHaveCount(0);
});

test("closing a list ends its worker, and leaves none behind", async ({ page }) => {
  const it = await lists(page);
  await opened(it, LITTLE);
  await it.close.click();
  await ended(page);
  const worker = await opened(it, LITTLE);
  // Another list takes its place, and its worker.
  const started = page.waitForEvent("worker");
  await it.another.setInputFiles(await list(5));
  const other = await started;
  await expect(it.much).toContainText("5 rows");
  await expect.poll(() => page.workers()).toEqual([other]);
  expect(other).not.toBe(worker);
});

/** What breaks a worker, each in a turn of its own. */
const BREAKS = {
  "a promise that fails": () => {
    Promise.reject(new RangeError("on purpose"));
  },
  // All the memory that there may be is taken, and then it needs more.
  "no memory left": () => {
    const { memory, __wbindgen_malloc: allocate } = wasm_bindgen.initSync();
    for (let pages = 32_768; pages >= 1; ) {
      try {
        memory.grow(pages);
      } catch {
        pages = Math.floor(pages / 2);
      }
    }
    setTimeout(() => allocate(2 ** 30, 1));
  },
};

for (const [what, act] of Object.entries(BREAKS)) {
  test(`${what} ends it, and another takes its place: the page stays`, async ({ page }) => {
    const it = await lists(page);
    const worker = await opened(it, LITTLE);
    await expect(it.total).toHaveText("3");
    await it.field.fill("pier");
    const another = page.waitForEvent("worker");
    await worker.evaluate(act);
    await another;
    // What is typed meanwhile is neither lost nor left alone.
    await it.field.pressSequentially(" 3");
    await expect(it.total).toHaveText("1 of 3");
    await expect(page.getByText("all is as before")).toBeVisible();
    await expect(it.field).toHaveValue("pier 3");
    await expect(it.field).toBeFocused();
    expect(page.workers().length).toBe(1);
    await expect(new Frame(page).overlay).toHaveCount(0);
  });
}

test("what is asked while another takes its place is answered by that one", async ({ page }) => {
  const it = await lists(page);
  const worker = await opened(it, LITTLE);
  await expect(it.total).toHaveText("3");
  let come;
  const held = new Promise((resolve) => (come = resolve));
  await page.route(SCRIPT, async (route) => {
    await held;
    await route.continue();
  });
  const next = page.waitForRequest(SCRIPT);
  await worker.evaluate(BREAKS["a promise that fails"]);
  await next;
  const search = new Search(page);
  await search.opener.click();
  await search.field.fill("pier 2");
  const option = search.options.filter({ hasText: "PIER 2 TRADING" });
  // The story has been asked, and has nothing of the kind.
  await expect(search.box.getByRole("status")).not.toBeEmpty();
  await expect(option).toHaveCount(0);
  come();
  await expect(option).toBeVisible();
});

/** Gives the next workers a script with which they have no memory to begin with; `most` of them. */
async function without_memory(page, most) {
  let given = 0;
  await page.route(SCRIPT, async (route) => {
    const response = await route.fetch();
    const refuse = 'WebAssembly.instantiate = async () => { throw new RangeError("could not allocate memory"); };';
    await route.fulfill({ response, body: (given++ < most ? refuse : "") + (await response.text()) });
  });
}

test("where it ends twice, the list is there again; where it ends again, it is told as gone and stays on the page", async ({ page }) => {
  const it = await lists(page);
  let worker = await opened(it, LITTLE);
  const over = page.getByText("all is as before");
  for (const nth of [1, 2]) {
    const another = page.waitForEvent("worker");
    await worker.evaluate(BREAKS["a promise that fails"]);
    worker = await another;
    await expect(over).toBeVisible();
    await it.find(`pier ${nth}`);
    await expect(it.total).toHaveText("1 of 3");
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect(over).toHaveCount(0);
  }
  await worker.evaluate(BREAKS["a promise that fails"]);
  await expect(page.getByText("is not there any more")).toBeVisible();
  await expect(it.total).toHaveText("1 of 3");
  await ended(page);
});

test("where the one that takes its place cannot begin, another is tried, and answers what was asked", async ({ page }) => {
  const it = await lists(page);
  const worker = await opened(it, LITTLE);
  await without_memory(page, 1);
  await worker.evaluate(BREAKS["a promise that fails"]);
  await expect(page.getByText("What you see is from before")).toBeVisible();
  await it.find("pier 3");
  await expect(it.total).toHaveText("1 of 3");
  await expect(page.getByText("all is as before")).toBeVisible();
  expect(page.workers().length).toBe(1);
});

test("where it ends while another list is read, that goes on, and the page says which list is from before", async ({ page }) => {
  const it = await lists(page);
  const worker = await opened(it, LITTLE);
  await it.another.setInputFiles(await list(MUCH));
  await expect(it.progress).toHaveAttribute("value", /[1-9]/);
  await worker.evaluate(BREAKS["a promise that fails"]);
  const told = page.getByText("broke while another was read");
  await expect(told).toBeVisible();
  await expect(it.progress).toBeVisible();
  await expect(it.total).toHaveText("3");
  await expect(it.progress).toHaveCount(0);
  await expect(it.total).not.toHaveText("3");
  // It is no longer there.
  await expect(told).toHaveCount(0);
});

test("where what takes its place is not waited for, the page says so and keeps what it shows", async ({ page }) => {
  const it = await lists(page);
  const started = page.waitForEvent("worker");
  await it.choose(await list(MUCH));
  await expect(it.rows.first()).toBeVisible();
  await (await started).evaluate(BREAKS["a promise that fails"]);
  await it.cancel.click();
  await expect(page.getByText("is not there any more")).toBeVisible();
  await expect(it.rows.first()).toBeVisible();
  await ended(page);
});

test("where none can take its place, the page says so and keeps what it shows", async ({ page }) => {
  const it = await lists(page);
  const worker = await opened(it, LITTLE);
  await without_memory(page, Infinity);
  await worker.evaluate(BREAKS["a promise that fails"]);
  await expect(page.getByText("is not there any more")).toBeVisible();
  await expect(it.total).toHaveText("3");
  await expect(it.progress).toHaveCount(0);
  await ended(page);
});

test.describe("when it cannot be had", () => {
  test.use({ tolerate: [/worker-|Failed to fetch|ERR_FAILED|status of 404/] });

  const wants = {
    "its script does not come": [SCRIPT, (route) => route.abort()],
    "its program is gone": [PROGRAM, (route) => route.fulfill({ status: 404, body: "" })],
    "half of its program comes": [
      PROGRAM,
      async (route) => {
        const response = await route.fetch();
        const body = await response.body();
        await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
      },
    ],
  };
  for (const [what, [files, answer]] of Object.entries(wants)) {
    test(`${what}: the page says so, and tries again when asked`, async ({ page }) => {
      await page.route(files, answer);
      const it = await lists(page);
      await it.choose(await list(LITTLE));
      await expect(it.told).toContainText("could not be fetched");
      await ended(page);
      await page.unroute(files);
      await it.again.click();
      await expect(it.total).toHaveText("3");
      await expect(it.told).toHaveCount(0);
    });
  }

  test("what has no memory to begin with is told as what it is", async ({ page }) => {
    await without_memory(page, Infinity);
    const it = await lists(page);
    await it.choose(await list(LITTLE));
    await expect(it.told).toContainText("could not allocate memory");
    await ended(page);
  });
});
