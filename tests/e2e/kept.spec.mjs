// Lists that a reader keeps in the browser: only where told to, opened again without their files, and gone when told so.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { expect, open, test, watch, WIDE } from "./support/fixtures.mjs";
import { Kept, Opened, openList } from "./support/pages.mjs";
import { ARGS, chromium as program } from "./support/chromium.mjs";

test.use({ viewport: WIDE });

const HARBOUR = fileURLToPath(new URL("../../src/samples/harbour-list.csv", import.meta.url));
const CRANES = { name: "cranes.csv", mimeType: "text/csv", buffer: Buffer.from("name;where\nCrane One;KP\nCrane Two;RU\n") };

/** The page with a list open. */
const opened = (page, files = HARBOUR) => openList(page, files);

/** Keeps the open list. */
async function keep(page) {
  const kept = new Kept(page);
  await kept.keeper.click();
  await expect(kept.keeper).toHaveAttribute("aria-pressed", "true");
}

const databases = (page) => page.evaluate(async () => (await indexedDB.databases()).map((it) => it.name));

test("nothing is kept that nobody said to keep", async ({ page }) => {
  await opened(page);
  await expect(new Kept(page).keeper).toHaveAttribute("aria-pressed", "false");
  await open(page, "/opened/list");
  await expect(new Opened(page).chooser).toBeVisible();
  expect(await databases(page)).toEqual([]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(page.workers(), "there is nothing to ask a worker for").toEqual([]);
});

test("a list that is kept is opened on a later visit without its file, and answers its link", async ({ page, context }) => {
  await opened(page);
  await keep(page);
  const later = await context.newPage();
  await page.close();
  await open(later, "/opened/list?kind=Vessel");
  const kept = new Kept(later);
  await expect(kept.lists).toHaveCount(1);
  await expect(kept.lists).toContainText(/rows · .*kB · .*kept \d+ \w+ \d{4}/);
  await kept.opener("harbour-list.csv").click();
  const list = new Opened(later);
  await expect(list.name).toHaveText("harbour-list.csv");
  await expect(list.choice("Vessel")).toBeChecked();
  await expect(list.rows.first()).toBeVisible();
  await expect(kept.keeper).toHaveAttribute("aria-pressed", "true");
});

test("several are kept, the last first, and what was said of columns with them", async ({ page }) => {
  await opened(page);
  await keep(page);
  const list = await opened(page, CRANES);
  await list.room("Import report").click();
  await page.getByRole("combobox", { name: "What the column where is" }).selectOption({ label: "Address" });
  await page.getByRole("button", { name: "Read it again" }).click();
  await list.room("List").click();
  await expect(list.rows.first()).toBeVisible();
  await keep(page);
  await open(page, "/opened/list");
  const kept = new Kept(page);
  await expect(kept.lists).toHaveCount(2);
  await expect(kept.lists.first()).toContainText("cranes.csv");
  await kept.opener("cranes.csv").click();
  await list.room("Import report").click();
  await expect(page.getByRole("combobox", { name: "What the column where is" }).locator("option:checked")).toHaveText("Address");
});

test("what is forgotten is gone, from the start and from the open list", async ({ page }) => {
  await opened(page);
  await keep(page);
  const kept = new Kept(page);
  await kept.keeper.click();
  await expect(kept.keeper).toHaveAttribute("aria-pressed", "false");
  await keep(page);
  await open(page, "/opened/list");
  await kept.forget("harbour-list.csv").click();
  await expect(kept.lists).toHaveCount(0);
  await expect(kept.title).toBeHidden();
  await open(page, "/opened/list");
  await expect(new Opened(page).chooser).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("where the browser has cleared it, that is told, and the page goes on", async ({ page }) => {
  await opened(page);
  await keep(page);
  await open(page, "/opened/list");
  const kept = new Kept(page);
  await expect(kept.lists).toHaveCount(1);
  await page.evaluate(
    () =>
      new Promise((done, fail) => {
        const request = indexedDB.deleteDatabase("sourceline");
        request.onsuccess = done;
        request.onerror = fail;
      }),
  );
  await kept.opener("harbour-list.csv").click();
  await expect(page.getByText("The browser has cleared this list meanwhile")).toBeVisible();
  await expect(kept.lists).toHaveCount(0);
  await expect(new Opened(page).chooser).toBeVisible();
});

test("where there is no room, that is told, and the list stays open", async ({ page }) => {
  const list = await opened(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(page.url()).origin, quotaSize: 1 });
  const kept = new Kept(page);
  await kept.keeper.click();
  await expect(page.getByText("has no room to keep the files")).toBeVisible();
  await expect(kept.keeper).toHaveAttribute("aria-pressed", "false");
  await expect(list.rows.first()).toBeVisible();
});

test("where storage is blocked lists are opened as ever, and to keep one is refused with the reason", async ({ baseURL }) => {
  // A reader who blocks all that sites keep: the setting of a profile.
  const profile = test.info().outputPath("profile");
  mkdirSync(join(profile, "Default"), { recursive: true });
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify(settings));
  const context = await chromium.launchPersistentContext(profile, { executablePath: program(), args: ARGS, baseURL, viewport: WIDE });
  try {
    const complaints = watch(context, new URL(baseURL).origin);
    const page = await context.newPage();
    const list = await opened(page);
    expect(await page.evaluate(() => { try { return localStorage.length; } catch (error) { return error.name; } })).toBe("SecurityError");
    await new Kept(page).keeper.click();
    await expect(page.getByText("This browser keeps nothing for this page")).toBeVisible();
    await expect(list.rows.first()).toBeVisible();
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
});
