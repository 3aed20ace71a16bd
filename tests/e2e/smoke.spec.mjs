// The page comes up, alone and whole.
import { expect, open, test } from "./support/fixtures.mjs";

test("the page becomes ready and has one heading", async ({ page }) => {
  await open(page);
  await expect(page.locator("h1")).toHaveCount(1);
  await expect(page.locator("h1")).not.toBeEmpty();
  await expect(page).toHaveTitle(/\S/);
});

test("a policy forbids what the page does not need", async ({ page }) => {
  await open(page);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("'unsafe-inline'");
  expect(policy).not.toContain("'unsafe-eval'");
});

test("any fragment opens the page", async ({ page }) => {
  for (const fragment of ["nonsense", "%", "%00%ff", "&=&=;//", "v=".repeat(2000)]) {
    await open(page, fragment);
    await expect(page.locator("h1")).toHaveCount(1);
  }
});
