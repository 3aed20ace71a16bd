// Makes the worker's program (src/worker.rs) out of what cargo has linked: a WebAssembly file and a script beside
// the page, both named after what they say. The script is a classic one, as modules cannot be run in workers by
// all browsers.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { order } from "./order.mjs";
import { BARE, FEATURES, named, run } from "./tools.mjs";

/**
 * Writes both files.
 * @param {string} linked
 * @param {string} folder
 * @param {boolean} release whether it is published
 * @returns {string} their name, without its ending
 */
export function worker(linked, folder, release) {
  const work = mkdtempSync(join(tmpdir(), "sourceline-"));
  try {
    run("wasm-bindgen", ["--target", "no-modules", "--no-typescript", "--out-name", "worker", "--out-dir", work, linked]);
    const wasm = join(work, "worker_bg.wasm");
    // What rustc has made fast gets no faster by wasm-opt, which would work for a minute; it only takes names out.
    if (release) {
      run("wasm-opt", [...FEATURES, ...BARE, wasm, "-o", wasm]);
      order(wasm);
    }
    const [script, program] = [readFileSync(join(work, "worker.js")), readFileSync(wasm)];
    const name = named("worker", script, program);
    writeFileSync(join(folder, `${name}.js`), script);
    writeFileSync(join(folder, `${name}.wasm`), program);
    return name;
  } finally {
    rmSync(work, { recursive: true });
  }
}
