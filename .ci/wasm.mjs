// Makes the page's program out of what cargo has linked: two WebAssembly files, the second with what no reader
// needs for the first look (src/ui/later.rs), and one script for both. They take the places of the files that
// Trunk has made of the same program, whose names would no longer fit. A release is made small, too. Beside them it
// puts the worker's program (worker.mjs), whose name the second file learns.
// usage: node wasm.mjs LINKED.wasm WORKER.wasm FOLDER [--release]
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { order } from "./order.mjs";
import { BARE, FEATURES, named, run } from "./tools.mjs";
import { unexport } from "./unexport.mjs";
import { worker } from "./worker.mjs";

/** What made the smallest files of all that was tried; not what is faster. */
const SMALL = ["--low-memory-unused", "--converge", "--skip-pass=local-cse", "-Oz"];
/** Only where all is in sight: who calls a function of the second file, the first does not tell. */
const WHOLE = ["--gufa"];
/** What stands in the program for the name of the worker's files, which is not known before they are made. */
const WORKER = `worker-${"0".repeat(16)}`;

const [linked, linkedWorker, folder, release] = process.argv.slice(2);
const stem = only(/^app-[0-9a-f]+\.js$/).slice(0, -".js".length);
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
    [text, glue] = shortened(bound, ...terse(text, glue));
    [bound, second].forEach(order);
  }
  const later = toldOfWorker(readFileSync(second), readFileSync(bound));
  const name = `${named("later", later)}.wasm`;
  writeFileSync(join(folder, name), later);
  // The two scripts need each other, so they become one.
  writeFileSync(join(work, "bound.js"), text);
  glue = swap(glue, "./app.js", "./bound.js");
  writeFileSync(join(work, "__wasm_split.js"), swap(glue, "./split_later.wasm", `./${name}`));
  const whole = execFileSync("esbuild", [join(work, "bound.js"), "--bundle", "--format=esm", "--target=es2022", "--log-level=warning"]);
  place(whole, readFileSync(bound));
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

/** Puts the script and the first file in the place of Trunk's, under names of their own. */
function place(script, first) {
  rmSync(join(folder, `${stem}.js`));
  rmSync(join(folder, `${stem}_bg.wasm`));
  const name = named("app", script, first);
  writeFileSync(join(folder, `${name}.js`), script);
  writeFileSync(join(folder, `${name}_bg.wasm`), first);
  const page = join(folder, "index.html");
  writeFileSync(page, swap(readFileSync(page, "utf8"), stem, name));
}

/** Tells the second file what the worker is called; the first must not need to know. */
function toldOfWorker(second, first) {
  const at = second.indexOf(WORKER);
  if (at < 0 || second.indexOf(WORKER, at + 1) >= 0 || first.includes(WORKER)) {
    throw new Error(`the second file, and it alone, must have ${WORKER} once: see src/ui/worker.rs`);
  }
  second.write(worker(linkedWorker, folder, Boolean(release)), at, "latin1");
  return second;
}

/**
 * Takes out of the scripts what does not serve here, which weighs 1 kB: other ways to start than the one in the page,
 * advice to the caller, what stands in for browsers that read no WebAssembly of this kind anyway, and how values are
 * told that no reader sees. Both files are read in one way, for which a server need not know what WebAssembly is.
 */
function terse(text, glue) {
  text = made(text, "initSync", "function initSync() { return wasm; }");
  text = made(text, "debugString", "function debugString(value) { return `${value} ${value?.stack ?? ''}`; }");
  text = made(text, "__wbg_load", `async function __wbg_load(response, imports) {
    return response.headers.get("Content-Type") === "application/wasm"
        ? WebAssembly.instantiateStreaming(response, imports)
        : WebAssembly.instantiate(await response.arrayBuffer(), imports);
}`);
  text = made(text, "__wbg_init_once", `async function __wbg_init_once({ module_or_path }) {
    const response = await fetch(module_or_path);
    const { instance, module } = await __wbg_load(response, __wbg_get_imports());
    return __wbg_finalize_init(instance, module);
}`);
  text = swap(text, /^if \(!\('encodeInto' in cachedTextEncoder\)\) \{[^]*?^\}/m, "");
  text = swap(text, "export { initSync,", "export { initSync, __wbg_load,");
  glue = swap(glue, "import { initSync }", "import { initSync, __wbg_load }");
  return [text, swap(glue, "WebAssembly.instantiateStreaming(src, imports)", "__wbg_load(await src, imports)")];
}

/** The script with another function of that name. */
function made(text, name, by) {
  return swap(text, new RegExp(`^(?:async )?function ${name}\\([^]*?^\\}`, "m"), by);
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
