// Browser tests of dist/, served below a sub-path as GitHub Pages does.
import { createServer } from "node:net";
import { defineConfig } from "@playwright/test";
import { ARGS, chromium } from "./support/chromium.mjs";

const PREFIX = "/sourceline/";

// This file is read by the runner and again by each worker: the environment carries the port from one to the other.
process.env.SOURCELINE_E2E_PORT ??= String(await freePort());
const url = `http://127.0.0.1:${process.env.SOURCELINE_E2E_PORT}${PREFIX}`;

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  outputDir: "out/tests",
  snapshotPathTemplate: "golden/{testFilePath}/{arg}{ext}",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // Tests wait more than they work: two cores are enough for four.
  workers: 4,
  // A shared machine stands still at times. What passed at the second try only is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  globalTimeout: 20 * 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "out/results.json" }]],
  use: {
    baseURL: url,
    browserName: "chromium",
    headless: true,
    launchOptions: { executablePath: chromium(), args: ARGS },
    locale: "en-GB",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    trace: "on-first-retry",
  },
  webServer: {
    command: `node ../../.ci/serve.mjs --quiet --strict-port --port ${process.env.SOURCELINE_E2E_PORT} --prefix ${PREFIX}`,
    url,
    reuseExistingServer: false,
    timeout: 10_000,
  },
});

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
