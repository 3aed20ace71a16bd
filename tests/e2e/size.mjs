#!/usr/bin/env node
// Weighs the first load: opens dist/ below a sub-path in a browser with an empty cache, and adds up, gzipped,
// every file that it asks for until the app is ready. Fails above the budget, on an off-origin or failed
// request, and if the app does not become ready. Then it moves the pointer and says what the first move brings, and
// what an opened list would bring.
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium as playwright } from "@playwright/test";
import { serve } from "../../.ci/serve.mjs";
import { ARGS, chromium } from "./support/chromium.mjs";
import { watch } from "./support/fixtures.mjs";

const BUDGET = 150_000;
const AIM = 123_000;
const WORKER = /(^|\/)worker-[0-9a-f]+\.(js|wasm)$/;
const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

const { requests, brought, complaints, base } = await load();
const rows = await weighed(requests);
print(rows, ["budget", "", n(BUDGET)], ["aim", "", n(AIM)]);
const total = rows.reduce((sum, { gzip }) => sum + gzip, 0);
if (rows.length === 0) complaints.push("nothing was loaded");
if (total > BUDGET) complaints.push(`the first load weighs ${n(total)} bytes: ${n(total - BUDGET)} over the budget of ${n(BUDGET)}`);
else if (total > AIM) console.log(`within the budget, ${n(total - AIM)} bytes over the aim`);
console.log("\nwith the first move");
print(await weighed(brought));
// It has no budget: who opens a list waits for the list.
const worker = (await readdir(DIST)).filter((name) => WORKER.test(name));
if (worker.length !== 2) complaints.push(`the worker is ${worker.length} files in dist/ in place of two`);
for (const url of [...requests.keys(), ...brought.keys()]) {
  if (WORKER.test(url)) complaints.push(`the worker was fetched before a list was opened: ${url}`);
}
console.log("\nwith the first list that is opened");
print(await weighed(worker.sort().map((name) => [base + name, 1])));
for (const complaint of complaints) console.log(`size: ${complaint}`);
process.exitCode = complaints.length > 0 ? 1 : 0;

/** The sizes of files by their URLs. */
async function weighed(urls) {
  const rows = [];
  for (const [url, times] of urls) {
    const name = decodeURIComponent(url.slice(base.length)) || "index.html";
    try {
      const body = await readFile(DIST + name);
      rows.push({ name: times > 1 ? `${name} (asked for ${times} times)` : name, raw: body.length, gzip: gzipSync(body, { level: 9 }).length });
    } catch {
      complaints.push(`there is no such file in dist/: ${name}`);
    }
  }
  return rows;
}

/** Loads the page once; says which URLs below the base it asked for, how often, which after the first move, and what went wrong. */
async function load() {
  const server = await serve({ dir: DIST, prefix: "/sourceline/" });
  const browser = await playwright.launch({ executablePath: chromium(), args: ARGS });
  try {
    const context = await browser.newContext();
    const found = watch(context, new URL(server.url).origin);
    const asked = new Map();
    const page = await context.newPage();
    page.on("request", (request) => {
      const url = request.url().replace(/[?#].*/, "");
      if (url.startsWith(server.url)) asked.set(url, (asked.get(url) ?? 0) + 1);
      else if (url.startsWith(new URL(server.url).origin)) found.push(`outside the sub-path: ${url}`);
    });
    await page.goto(server.url);
    await page
      .locator("html[data-ready]")
      .waitFor({ state: "attached", timeout: 20_000 })
      .catch(() => found.push("the app did not become ready: <html> got no data-ready in 20 s"));
    // Playwright keeps the request for the icon to itself.
    const icons = await page.locator("link[rel~=icon]").evaluateAll((links) => links.map((link) => link.href));
    for (const url of icons) if (url.startsWith(server.url) && !asked.has(url)) asked.set(url, 1);
    // Whatever the page asks for by itself counts, the late with it.
    await page.waitForLoadState("networkidle");
    const requests = new Map(asked);
    asked.clear();
    await page.mouse.move(200, 200);
    await page
      .locator(".list--arrived")
      .waitFor({ state: "detached", timeout: 20_000 })
      .catch(() => found.push("the second half of the program did not come in 20 s"));
    return { requests, brought: new Map(asked), complaints: [...found], base: server.url };
  } finally {
    await browser.close();
    await server.close();
  }
}

function print(files, ...more) {
  const lines = files.map(({ name, raw, gzip }) => [name, n(raw), n(gzip)]);
  const sum = (key) => n(files.reduce((all, file) => all + file[key], 0));
  lines.unshift(["file", "raw", "gzip -9"]);
  lines.push(["total", sum("raw"), sum("gzip")], ...more);
  const width = (column) => Math.max(...lines.map((line) => line[column].length));
  const widths = [0, 1, 2].map(width);
  for (const [name, raw, gzip] of lines) {
    console.log(`${name.padEnd(widths[0])}  ${raw.padStart(widths[1])}  ${gzip.padStart(widths[2])}`);
  }
}

function n(number) {
  return number.toLocaleString("en");
}
