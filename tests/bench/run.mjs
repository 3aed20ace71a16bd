// Measures the worker of Sourceline against its peers, in a real Chromium: node run.mjs [SIZE...]. Use `make bench`,
// which brings what this needs. Prints what it measures and writes RESULTS.md,
// after each of them anew. Sizes that are not asked for stay in it as they were measured last.
import { execFileSync } from "node:child_process";
import {
  createReadStream, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { ARGS, chromium as path } from "../e2e/support/chromium.mjs";
import { worker } from "../../.ci/worker.mjs";
import { write } from "./report.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const [site, data] = [join(root, "target/bench/site"), join(root, "target/bench/data")];
const asked = process.argv.slice(2).map(Number).filter(Boolean);
const sizes = asked.length ? asked : [10_000, 100_000, 1_000_000];

/** How long a peer may take for one size, in milliseconds. */
const PATIENCE = 420_000;

const say = (text) => console.log(text);

/** The lists, and how fast they are read natively. */
function lists() {
  mkdirSync(data, { recursive: true });
  const text = execFileSync("cargo", ["bench", "--locked", "--quiet", "--bench", "lists", "--", data, ...sizes.map(String)], { cwd: root });
  return text.toString().trim().split("\n").map((line) => JSON.parse(line));
}

/** Everything that the browser is given; returns the address of the worker's files without their endings. */
async function made() {
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  execFileSync(join(root, ".ci/worker"), ["--profile", "worker"], { cwd: root, stdio: "inherit" });
  const ours = worker(join(root, "target/wasm32-unknown-unknown/worker/worker.wasm"), site, true);
  await build({
    entryPoints: [join(here, "browser/worker.mjs")],
    outfile: join(site, "bench.js"),
    bundle: true,
    format: "iife",
    minify: true,
    logLevel: "warning",
    // DuckDB looks for its own address only where nobody tells it one.
    define: { "import.meta.url": "self.location.href" },
  });
  const duckdb = join(here, "node_modules/@duckdb/duckdb-wasm/dist");
  for (const file of ["duckdb-browser-eh.worker.js", "duckdb-eh.wasm"]) copyFileSync(join(duckdb, file), join(site, file));
  return ours;
}

const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json", ".csv": "text/csv" };

/** Serves the site and the lists; with these headers the clock of the browser is precise, and it tells its memory. */
function serve() {
  const server = createServer((request, answer) => {
    const name = new URL(request.url, "http://localhost").pathname.slice(1);
    const file = name.startsWith("data/") ? join(data, name.slice(5)) : join(site, name);
    const headers = {
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
      "Cross-Origin-Resource-Policy": "same-origin",
    };
    if (name === "") return answer.writeHead(200, { ...headers, "Content-Type": "text/html" }).end("<!doctype html><title>bench</title>");
    if (!file.startsWith(join(root, "target/bench")) || !existsSync(file)) return answer.writeHead(404).end();
    answer.writeHead(200, { ...headers, "Content-Type": TYPES[extname(file)] ?? "text/plain", "Content-Length": statSync(file).size });
    return createReadStream(file).pipe(answer);
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}

/** Has one peer do its work in a page of its own; what it answers, with the memory that it holds, in MB. */
async function run(browser, address, task) {
  const page = await browser.newPage();
  try {
    await page.goto(address);
    const answered = page.evaluate(async (task) => {
      const memory = async () => {
        try {
          return (await performance.measureUserAgentSpecificMemory()).bytes / 1e6;
        } catch {
          return null;
        }
      };
      const before = await memory();
      const worker = new Worker("bench.js");
      let held = null;
      return new Promise((done) => {
        worker.onerror = (event) => done({ error: event.message });
        worker.onmessage = async ({ data }) => {
          if (data.stage === "built") {
            held = await memory();
            worker.postMessage({ resume: true });
          } else {
            worker.terminate();
            const memory = held === null || before === null ? null : held - before;
            // Of a program in WebAssembly the browser tells nothing, so it tells itself.
            done(data.error ? { error: data.error } : { ...data.result, memory: data.result.peak ?? memory });
          }
        };
        worker.postMessage(task);
      });
    }, task);
    const late = new Promise((done) => setTimeout(done, PATIENCE, { error: `not done in ${PATIENCE / 1000} s` }).unref());
    return await Promise.race([answered, late]);
  } catch (error) {
    return { error: /crash|closed/i.test(error.message) ? "the browser ended it, for want of memory" : error.message.split("\n")[0] };
  } finally {
    await Promise.race([page.close().catch(() => {}), new Promise((done) => setTimeout(done, 5_000).unref())]);
  }
}

const tasks = [
  ["Sourceline", { work: "ours" }],
  ...["MiniSearch", "FlexSearch", "uFuzzy"].map((peer) => [peer, { work: "search", peer }]),
  ...["plain typed arrays", "crossfilter2", "DuckDB-wasm"].map((peer) => [peer, { work: "filter", peer }]),
  ...["Sourceline: FollowTheMoney", "JSON.parse: FollowTheMoney", "Sourceline: CSV", "papaparse: CSV"].map((peer) => [peer, { work: "import", peer }]),
];

// What was measured of other sizes before stays in the report.
const kept = join(root, "target/bench/results.json");
const known = existsSync(kept) ? JSON.parse(readFileSync(kept, "utf8")) : { results: [], natively: [] };
const others = (all) => all.filter((it) => !sizes.includes(it.names));
const natively = [...others(known.natively), ...lists()];
const ours = await made();
const server = await serve();
const address = `http://127.0.0.1:${server.address().port}/`;
const results = others(known.results);
let version = "";
const packages = JSON.parse(readFileSync(join(here, "package.json"), "utf8")).devDependencies;
const weights = Object.fromEntries(readdirSync(site).map((file) => [file, statSync(join(site, file)).size]));
function written() {
  writeFileSync(kept, JSON.stringify({ results, natively }));
  const all = [...new Set(results.map((it) => it.names))].sort((a, b) => a - b);
  return write(join(here, "RESULTS.md"), { sizes: all, results, natively, version, packages, weights });
}
for (const names of sizes) {
  for (const [name, task] of tasks) {
    // A browser of its own, so that nobody has what another left behind.
    const browser = await chromium.launch({
      executablePath: path(),
      args: [...ARGS, "--enable-precise-memory-info", "--enable-blink-features=ForceEagerMeasureMemory", "--js-flags=--max-old-space-size=4096"],
    });
    version = browser.version();
    const result = await run(browser, address, { ...task, names, worker: address + ours });
    await Promise.race([browser.close(), new Promise((done) => setTimeout(done, 5_000).unref())]);
    say(`${names} ${name}: ${JSON.stringify(result)}`);
    results.push({ names, name, work: task.work, result });
    written();
  }
}
server.close();
console.log(written());
process.exit(0);
