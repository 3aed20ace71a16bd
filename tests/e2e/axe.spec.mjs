// Every view, in both themes, wide and on a phone: no violation of WCAG 2.2 AA that a machine can see, and nothing
// wider than the screen. A picture of each is kept in out/shots/.
import { axe, expect, open, overflow, shot, SIZES, test, THEMES } from "./support/fixtures.mjs";
import { editFragment, Evidence, Filters, Kept, List, Network, Opened, Sources, Statements } from "./support/pages.mjs";

const opened = (title) => async (page) => expect(new Evidence(page).title).toHaveText(title);

/** A copy of our own, of which the document has two lines. */
const checked = async (page) => {
  const card = new Sources(page).card("003_40645e43958e305f");
  const text = "Skip to main content\nA headline of our own\nThe Associated Press contributed to this report.\n";
  await card.choose({ name: "own.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
  await card.verdict.evaluate((it) => it.scrollIntoView());
  await new Sources(page).cards.first().locator("input").setInputFiles({ name: "empty.txt", mimeType: "text/plain", buffer: Buffer.from("") });
  await expect(page.locator(".drop__told")).toContainText("empty.txt");
};

const seen = (what) => (page) => expect(page.locator(what).first()).toBeVisible();

/** A list of ours, opened where none is open yet. */
const listed = (what) => async (page) => {
  const list = new Opened(page);
  await expect(page.locator(".opening, .dataset").first()).toBeVisible();
  if (await list.chooser.isVisible()) await page.getByRole("button", { name: /layout of OFAC/ }).click();
  await expect(page.locator(what).first()).toBeVisible();
};

/** A list of ours that is kept, from the open one. */
const kept = async (page) => {
  const list = new Opened(page);
  const { keeper, lists } = new Kept(page);
  await keeper.click();
  await expect(keeper).toHaveAttribute("aria-pressed", "true");
  await list.close.click();
  await expect(lists).toHaveCount(1);
};

const VIEWS = {
  network: ["#/network", (page) => expect(new Network(page).labels.first()).toBeVisible()],
  "network-table": ["#/network?as=table", (page) => expect(new Network(page).table).toBeVisible()],
  "network-focus": ["#/network?focus=kim-jong-un&passed=verbal-cooperation", (page) => expect(new Network(page).unfocus).toBeVisible()],
  "network-empty": ["#/network?q=nothing-like-this", (page) => expect(new Network(page).empty).toBeVisible()],
  "network-part": ["#/network?only=south-korea&expand=south-korea&hide=russia&sel=actor:south-korea", (page) => expect(page.getByRole("main").getByText("and 10 more")).toBeVisible()],
  path: ["#/network?path=strongest:versor~kim-jong-un", (page) => expect(page.locator(".path__step")).toHaveCount(3)],
  "path-only-said": ["#/network?path=allies-and-friends~kim-jong-un", (page) => expect(page.locator(".path__step--said").first()).toBeVisible()],
  "path-none": ["#/network?focus=versor&path=versor~john-kirby", (page) => expect(page.locator(".path__none")).toBeVisible()],
  sanctions: ["#/sanctions", (page) => expect(new List(page).rows).toHaveCount(12)],
  "sanctions-all": ["#/sanctions?listing=*&sort=-target", (page) => expect(new List(page).heading("Target")).toHaveAttribute("aria-sort", "descending")],
  "sanctions-empty": ["#/sanctions?q=nothing-like-this&target=company", (page) => expect(new List(page).empty).toBeVisible()],
  statements: ["#/statements", (page) => expect(new Statements(page).topics).toBeVisible()],
  "statements-pair": ["#/statements?topic=compliance&sel=fact:putin-never-violates", (page) => expect(new Statements(page).card("putin-never-violates")).toHaveClass(/chosen/)],
  "statements-empty": ["#/statements?speaker=john-kirby&rests=disputed", (page) => expect(new Statements(page).empty).toBeVisible()],
  sources: ["#/sources", (page) => expect(new Sources(page).cards).toHaveCount(2)],
  "sources-sentence": ["#/sources?sel=sentence:003_40645e43958e305f~7.1", opened("¶ 7, sentence 1")],
  "sources-checked": ["#/sources?sel=source:003_40645e43958e305f", checked],
  "evidence-actor": ["#/network?sel=actor:nk-defence-minister", opened("Defence minister of North Korea")],
  "evidence-edge": ["#/network?sel=edge:vladimir-putin~kim-jong-un", opened(/Kim Jong Un . Vladimir Putin/)],
  "evidence-fact": ["#/network?sel=fact:putin-never-violates", opened(/Putin denied/)],
  "evidence-designation": ["#/sanctions?sel=designation:versor", opened("Versor S.R.O.")],
  "evidence-source": ["#/network?sel=source:003_40645e43958e305f", opened(/Report on the summit/)],
  timeline: ["#/timeline", seen(".lane, .days__item")],
  "timeline-actors": ["#/timeline?lanes=actor&sel=fact:summit-held", seen(".item--chosen, .days__item--chosen")],
  "timeline-period": ["#/timeline?lanes=kind&period=2023-09-13..2023-09-14", seen(".axis__brush:not(.axis__brush--whole)")],
  "timeline-table": ["#/timeline?as=table", seen(".rows--timeline")],
  "timeline-empty": ["#/timeline?q=nothing-like-this", seen(".empty")],
  "opened-start": ["#/opened", seen(".opening")],
  "opened-list": ["#/opened/list?programme=HARBOUR", listed(".grid__row[id]")],
  "opened-evidence": ["#/opened/list?sel=ofac/1015", listed(".spots__words")],
  "opened-empty": ["#/opened/list?q=nothing-like-this", listed(".empty")],
  "opened-overview": ["#/opened/network", listed(".related__one")],
  "opened-network": ["#/opened/network?around=ofac/1003&around=ofac/1001", listed(".drawing")],
  "opened-report": ["#/opened/report", listed(".report__files")],
  "opened-kept": ["#/opened/list", kept],
  notice: ["#/nowhere", (page) => expect(page.locator(".notice")).toBeVisible()],
};

// The pictures of one view share a page; the first word of a name is its view.
const PARTS = {};
for (const name of Object.keys(VIEWS)) (PARTS[name.split("-")[0]] ??= []).push(name);

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of THEMES) {
    test.describe(`${size}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      const look = async (page, name) => {
        await shot(page, `${name}-${size}-${colorScheme}`);
        expect.soft(await overflow(page), `${name}: nothing is wider than the screen`).toBeLessThanOrEqual(0);
        await axe(page, { view: name });
      };

      for (const [part, names] of Object.entries(PARTS)) {
        test(part, async ({ page }) => {
          await open(page);
          for (const name of names) {
            const [address, shown] = VIEWS[name];
            await editFragment(page, address);
            await shown(page);
            await look(page, name);
          }
        });
      }

      test.describe("before the app", () => {
        test.use({ tolerate: [/\.wasm|Failed to fetch|ERR_FAILED/] });

        test("the HTML as it arrives", async ({ page }) => {
          await page.route("**/*.wasm", (route) => route.abort());
          const failed = page.waitForEvent("pageerror");
          await page.goto("./");
          await failed;
          await look(page, "arrives");
        });
      });

      test("the steps so far, and with whom an actor is to be connected", async ({ page }) => {
        await open(page, "#/network?sel=actor:north-korea");
        const evidence = new Evidence(page);
        await evidence.panel.getByRole("button", { name: "Connect with …" }).click();
        await expect(evidence.panel.getByRole("searchbox")).toBeFocused();
        await look(page, "connect");
        await page.keyboard.press("Escape");
        await evidence.close.click();
        const history = page.getByRole("banner").locator("summary", { hasText: "History" });
        await history.click();
        await expect(page.getByRole("list", { name: "History" }).getByRole("button")).toHaveCount(2);
        await look(page, "history");
      });

      if (size === "phone") {
        test("filters", async ({ page }) => {
          await open(page, "#/sanctions?target=person");
          const filters = new Filters(page);
          await filters.opener.click();
          await expect(filters.closer).toBeFocused();
          await look(page, "filters");
        });
      }
    });
  }
}
