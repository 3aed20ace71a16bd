// What every browser test starts from: a page that may not err, and helpers to open, look and check.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { test as base, expect } from "@playwright/test";

export { expect };

/** Sizes of screen: test.use({ viewport: WIDE }) */
export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
/** The narrowest screen that the page promises to fit. */
export const NARROW = { width: 320, height: 640 };
export const SIZES = { wide: WIDE, phone: PHONE };

/** Themes: test.use({ colorScheme: DARK }) */
export const LIGHT = "light";
export const DARK = "dark";
export const THEMES = [LIGHT, DARK];

const READY = "html[data-ready]";
/** What stands where a view will be once the second file is there. */
const COMING = ".later";
const OUT = fileURLToPath(new URL("../out", import.meta.url));
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/**
 * The `page` of a test fails it, at its end, on any error in the console, uncaught error, failed request or
 * request to another origin. A test that means to provoke one says which:
 * test.use({ tolerate: [/404/] }) lets pass the complaints that match.
 */
export const test = base.extend({
  tolerate: [[], { option: true }],

  context: async ({ context, baseURL, tolerate }, use) => {
    const complaints = watch(context, new URL(baseURL).origin);
    await use(context);
    const left = complaints.filter((complaint) => !tolerate.some((pattern) => pattern.test(complaint)));
    expect(left, "the page must not err, and ask nobody else").toEqual([]);
  },
});

/**
 * Collects what goes wrong in any page of a context.
 * @param {import("@playwright/test").BrowserContext} context
 * @param {string} origin the only one that may be asked
 * @returns {string[]} complaints; grows as they come
 */
export function watch(context, origin) {
  const complaints = [];
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => complaints.push(`uncaught: ${error.error().stack ?? error.error()}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (/^https?:|^wss?:/.test(url.protocol) && url.origin !== origin) complaints.push(`off-origin: ${url}`);
  });
  context.on("requestfailed", (request) => {
    // A download, or a page left while it loads, ends a request without fault.
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") complaints.push(`failed: ${request.url()} ${why}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`status ${response.status()}: ${response.url()}`);
  });
  return complaints;
}

/**
 * Opens the page, at a fragment if one is given, and waits until the app has taken over.
 * @param {import("@playwright/test").Page} page
 * @param {string} [fragment] with or without its #
 */
export async function open(page, fragment = "") {
  const hash = fragment && `#${fragment.replace(/^#/, "")}`;
  // Only the fragment changing would not load the page anew.
  if (page.url() !== "about:blank") await page.goto("about:blank");
  await page.goto(`./${hash}`);
  await ready(page);
}

/** Waits until the app has taken over and shows what the address asks for. */
export async function ready(page) {
  await page.locator(READY).waitFor({ state: "attached" });
  await expect(page.locator(COMING)).toHaveCount(0);
}

/**
 * Expects no violation of WCAG 2.2 AA, as far as a machine can tell.
 * @param {import("@playwright/test").Page} page
 * @param {{ within?: string, view?: string }} [options] within: a selector, for a part of the page; view: what
 *   is looked at, of several in one test, which then goes on to the next
 */
export async function axe(page, { within, view } = {}) {
  if (await page.evaluate(() => !globalThis.axe)) await page.evaluate(await readFile(AXE, "utf8"));
  const violations = await page.evaluate(
    async ([scope, tags]) => {
      const { violations: found } = await globalThis.axe.run(scope ?? document, {
        runOnly: { type: "tag", values: tags },
        resultTypes: ["violations"],
      });
      return found.map(({ id, help, nodes }) => ({
        rule: `${id}: ${help}`,
        at: nodes.map(({ target, failureSummary }) => `${target.join(" ")} - ${failureSummary}`),
      }));
    },
    [within, AXE_TAGS],
  );
  (view ? expect.soft : expect)(violations, `accessibility${view ? ` of ${view}` : ""}`).toEqual([]);
}

/** How many px the page is wider than the screen. */
export function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/**
 * Keeps a picture of the page in out/shots/, for people to look at.
 * @param {import("@playwright/test").Page} page
 * @param {string} name without ending
 * @param {import("@playwright/test").PageScreenshotOptions} [options]
 */
export async function shot(page, name, options = {}) {
  await page.screenshot({ path: `${OUT}/shots/${name}.png`, animations: "disabled", ...options });
}
