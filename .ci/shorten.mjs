// Gives the names between the page's WebAssembly and its script one or two letters each: they say nothing
// to anybody and weigh 4 kB. Classes of a dependency for streams, which the page never makes, go too.
// usage: node shorten.mjs FOLDER
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What rustc's WebAssembly uses: all browsers have it, of "all features" they do not have all. */
const FEATURES = [
  "bulk-memory",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
];

const [folder] = process.argv.slice(2);
for (const wasm of readdirSync(folder).filter((name) => name.endsWith("_bg.wasm"))) {
  const script = wasm.replace(/_bg\.wasm$/, ".js");
  shorten(join(folder, wasm), join(folder, script));
}

function shorten(wasm, script) {
  const short = `${wasm}.short`;
  const flags = [...FEATURES.map((feature) => `--enable-${feature}`), "--minify-imports-and-exports-and-modules"];
  const { imports, exports } = JSON.parse(execFileSync("wasm-opt", [...flags, wasm, "-o", short], { encoding: "utf8" }));
  let text = readFileSync(script, "utf8");
  text = text.replace(/^export class IntoUnderlying\w+ \{.*?^\}\nif \(Symbol\.dispose\)[^\n]*\n/gms, "");
  text = text.replace(/^const IntoUnderlying\w+Finalization = .*?;\n/gms, "");
  for (const [module, name, letter] of imports) {
    text = swap(text, new RegExp(`(?<![\\w$])${escape(name)}(?=:)`, "g"), letter, name);
    text = text.replaceAll(`"${module}": `, '"a": ');
  }
  for (const [name, letter] of exports) {
    // Those of the classes above are called by nothing any more.
    if (!/intounderlying|^_WASM_SPLIT/.test(name)) {
      text = text.replace(new RegExp(`\\bwasm\\.${escape(name)}(?![\\w$])`, "g"), () => `wasm.${letter}`);
    }
  }
  const left = text.match(/\bwasm\.[\w$]{4,}/);
  if (left) throw new Error(`${script} still asks for ${left[0]}, which has another name now`);
  writeFileSync(script, text);
  renameSync(short, wasm);
}

/** Replaces all matches, of which there must be one at least. */
function swap(text, pattern, letter, name) {
  const swapped = text.replace(pattern, () => letter);
  if (swapped === text) throw new Error(`the script does not provide ${name}`);
  return swapped;
}

function escape(name) {
  return name.replace(/[$]/g, "\\$&");
}
