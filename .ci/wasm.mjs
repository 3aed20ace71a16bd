// Makes the page's program out of what cargo has linked: two WebAssembly files, the second with what no reader
// needs for the first look (src/ui/later.rs), and one script for both. They take the places of the files that
// Trunk has made of the same program. A release is made small, too. Beside them it puts the worker's program
// (worker.mjs), whose name the second file learns.
// usage: node wasm.mjs LINKED.wasm WORKER.wasm FOLDER [--release]
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BARE, FEATURES, run } from "./tools.mjs";
import { unexport } from "./unexport.mjs";
import { worker } from "./worker.mjs";

/** What made the smallest files of all that was tried; not what is faster. */
const SMALL = ["--low-memory-unused", "--converge", "--skip-pass=local-cse", "-Oz"];
/** Only where all is in sight: who calls a function of the second file, the first does not tell. */
const WHOLE = ["--gufa"];
/** What stands in the program for the name of the worker's files, which is not known before they are made. */
const WORKER = `worker-${"0".repeat(16)}`;

const [linked, linkedWorker, folder, release] = process.argv.slice(2);
const script = join(folder, only(/^app-[0-9a-f]+\.js$/));
const first = join(folder, only(/^app-[0-9a-f]+_bg\.wasm$/));
const work = mkdtempSync(join(tmpdir(), "sourceline-"));
try {
  const bare = join(work, "bare.wasm");
  // Streams between server and page, which come with Leptos: the page has no server, and no 2 kB to spare.
  writeFileSync(bare, unexport(readFileSync(linked), "IntoUnderlying"));
  run("wasm-split-cli", ["--target", "web", "--out-name", "app", bare, work]);
  if (release) texts(join(work, "app.wasm"), join(work, "split_later.wasm"));
  // The second file has its functions called through the first one's table, which must stay in sight.
  const bind = ["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", "bound", "--out-dir", work];
  run("wasm-bindgen", [...bind, join(work, "app.wasm")]);
  const second = join(work, "split_later.wasm");
  const bound = join(work, "bound_bg.wasm");
  let text = readFileSync(join(work, "bound.js"), "utf8");
  let glue = readFileSync(join(work, "__wasm_split.js"), "utf8");
  if (release) {
    run("wasm-opt", [...FEATURES, ...WHOLE, ...SMALL, bound, "-o", bound]);
    run("wasm-opt", [...FEATURES, ...SMALL, ...BARE, second, "-o", second]);
    [text, glue] = shortened(bound, terse(text), glue);
  }
  const later = named(readFileSync(second), readFileSync(bound));
  const name = `later-${createHash("sha256").update(later).digest("hex").slice(0, 16)}.wasm`;
  writeFileSync(join(folder, name), later);
  writeFileSync(first, readFileSync(bound));
  // The two scripts need each other, so they become one.
  writeFileSync(join(work, "bound.js"), text);
  glue = swap(glue, "./app.js", "./bound.js");
  writeFileSync(join(work, "__wasm_split.js"), swap(glue, "./split_later.wasm", `./${name}`));
  const whole = execFileSync("esbuild", [join(work, "bound.js"), "--bundle", "--format=esm", "--target=es2022", "--log-level=warning"]);
  writeFileSync(script, whole);
} finally {
  rmSync(work, { recursive: true });
}

/** The one file of the folder whose name matches. */
function only(pattern) {
  const names = readdirSync(folder).filter((name) => pattern.test(name));
  if (names.length !== 1) throw new Error(`${folder} has ${names.length} files like ${pattern}; build the page again`);
  return names[0];
}

/**
 * Makes sure that the first file reads nothing that comes with the second (src/model/late.rs): the name of the
 * function that does so is in the second only.
 */
function texts(first, second) {
  const reads = (file) => readFileSync(file).includes("late_value");
  if (reads(first)) throw new Error("code of the first file reads a text that comes with the second: see src/model/late.rs");
  if (!reads(second)) throw new Error("no code of the second file is called late_value: src/model/late.rs and this step do not fit");
}

/** Tells the second file what the worker is called; the first must not need to know. */
function named(second, first) {
  const at = second.indexOf(WORKER);
  if (at < 0 || second.indexOf(WORKER, at + 1) >= 0 || first.includes(WORKER)) {
    throw new Error(`the second file, and it alone, must have ${WORKER} once: see src/ui/worker.rs`);
  }
  second.write(worker(linkedWorker, folder, Boolean(release)), at, "latin1");
  return second;
}

/**
 * Takes out of the script what never runs here, and advice to its caller, which weigh 0.3 kB: it is started in one
 * way only, before the second file asks it for what the first has, and whatever reads WebAssembly of this kind
 * encodes texts in place.
 */
function terse(text) {
  text = swap(text, /console\.warn\((?:"[^"]*"|'[^']*')(?:, e)?\);?/, "");
  text = swap(text, /^function initSync\(module\) \{[^]*?^\}/m, "function initSync() { return wasm; }");
  return swap(text, /^if \(!\('encodeInto' in cachedTextEncoder\)\) \{[^]*?^\}/m, "");
}

/**
 * Gives the names between the first file and its scripts one or two letters each: they say nothing to anybody
 * and weigh 4 kB.
 */
function shortened(wasm, text, glue) {
  const flags = [...FEATURES, ...BARE, "--minify-imports-and-exports-and-modules"];
  const { imports, exports } = JSON.parse(run("wasm-opt", [...flags, wasm, "-o", wasm]));
  let split = "";
  for (const [module, name, letter] of imports) {
    if (module.includes("__wasm_split")) split += `, ${letter}: import1.${name}`;
    else text = swap(text, new RegExp(`(?<![\\w$])${escape(name)}(?=:)`, "g"), letter);
  }
  text = swap(text, /^ *"\.\/__wasm_split\.js": import1,\n/m, "");
  text = swap(text, '"./bound_bg.js": import0', `"a": { ...import0${split} }`);
  for (const [name, letter] of exports) {
    text = text.replace(new RegExp(`\\bwasm\\.${escape(name)}(?![\\w$])`, "g"), () => `wasm.${letter}`);
    // What the second file shares is taken apart by name: const { a, b } = …
    glue = glue.replace(new RegExp(`(?<=const \\{[^}]*)\\b${escape(name)}\\b(?=[^}]*\\} = initSync)`), () => `${letter}: ${name}`);
  }
  const left = text.match(/\bwasm\.[\w$]{4,}/) ?? glue.match(/(?<=const \{ )\w{4,},/);
  if (left) throw new Error(`the script still asks for ${left[0]}, which has another name now`);
  return [text, glue];
}

/** Replaces all matches, of which there must be one at least. */
function swap(text, pattern, by) {
  const swapped = text.replaceAll(pattern instanceof RegExp && !pattern.global ? new RegExp(pattern, `${pattern.flags}g`) : pattern, () => by);
  if (swapped === text) throw new Error(`the script has no ${pattern}`);
  return swapped;
}

function escape(name) {
  return name.replace(/[$]/g, "\\$&");
}
