// Every view, in both themes, wide and on a phone: no violation of WCAG 2.2 AA that a machine can see.
import { axe, expect, open, shot, SIZES, test, THEMES } from "./support/fixtures.mjs";
import { Evidence, Filters, List, Network } from "./support/pages.mjs";

const opened = (title) => async (page) => expect(new Evidence(page).title).toHaveText(title);

const VIEWS = {
  network: ["#/network", (page) => expect(new Network(page).labels.first()).toBeVisible()],
  "network-table": ["#/network?as=table", (page) => expect(new Network(page).table).toBeVisible()],
  "network-focus": ["#/network?focus=kim-jong-un&passed=verbal-cooperation", (page) => expect(new Network(page).unfocus).toBeVisible()],
  "network-empty": ["#/network?q=nothing-like-this", (page) => expect(new Network(page).empty).toBeVisible()],
  sanctions: ["#/sanctions", (page) => expect(new List(page).rows).toHaveCount(12)],
  "sanctions-all": ["#/sanctions?listing=*&sort=-target", (page) => expect(new List(page).heading("Target")).toHaveAttribute("aria-sort", "descending")],
  "sanctions-empty": ["#/sanctions?q=nothing-like-this&target=company", (page) => expect(new List(page).empty).toBeVisible()],
  "evidence-actor": ["#/network?sel=actor:nk-defence-minister", opened("Defence minister of North Korea")],
  "evidence-edge": ["#/network?sel=edge:vladimir-putin~kim-jong-un", opened(/Vladimir Putin . Kim Jong Un/)],
  "evidence-fact": ["#/network?sel=fact:putin-never-violates", opened(/Putin denied/)],
  "evidence-designation": ["#/sanctions?sel=designation:versor", opened("Versor S.R.O.")],
  "evidence-source": ["#/network?sel=source:003_40645e43958e305f", opened(/Report on the summit/)],
  notice: ["#/nowhere", (page) => expect(page.locator(".notice")).toBeVisible()],
};

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of THEMES) {
    test.describe(`${size}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      for (const [name, [address, shown]] of Object.entries(VIEWS)) {
        test(name, async ({ page }) => {
          await open(page, address);
          await shown(page);
          await shot(page, `${name}-${size}-${colorScheme}`);
          await axe(page);
        });
      }

      test.describe("before the app", () => {
        test.use({ tolerate: [/\.wasm|Failed to fetch|ERR_FAILED/] });

        test("the HTML as it arrives", async ({ page }) => {
          await page.route("**/*.wasm", (route) => route.abort());
          const failed = page.waitForEvent("pageerror");
          await page.goto("./");
          await failed;
          await shot(page, `arrives-${size}-${colorScheme}`);
          await axe(page);
        });
      });

      if (size === "phone") {
        test("filters", async ({ page }) => {
          await open(page, "#/sanctions?target=person");
          const filters = new Filters(page);
          await filters.opener.click();
          await expect(filters.closer).toBeFocused();
          await shot(page, `filters-${size}-${colorScheme}`);
          await axe(page);
        });
      }
    });
  }
}
