// Takes classes that a dependency offers to scripts out of a linked WebAssembly file: their exports, and what
// wasm-bindgen is told of them. What only they reach is then dropped by the tools that come after.
import { number } from "./tools.mjs";

const CUSTOM = 0;
const EXPORTS = 7;
/** The section in which each crate tells wasm-bindgen what it offers: pairs of a schema and a description. */
const TOLD = "__wasm_bindgen_unstable";

/**
 * The file without the classes whose name begins with `prefix`.
 * @param {Buffer} file
 * @param {string} prefix as the class is written, for instance "IntoUnderlying"
 * @returns {Buffer}
 */
export function unexport(file, prefix) {
  const ours = new RegExp(prefix, "i");
  const parts = [file.subarray(0, 8)];
  let found = 0;
  for (let at = 8; at < file.length; ) {
    const id = file[at];
    const [size, start] = number(file, at + 1);
    const end = start + size;
    let body = [file.subarray(start, end)];
    if (id === EXPORTS) {
      const entries = exportsOf(file, start);
      const kept = entries.filter(({ name }) => !ours.test(name));
      found += entries.length - kept.length;
      body = [written(kept.length), ...kept.map(({ bytes }) => bytes)];
    } else if (id === CUSTOM) {
      const [name, after] = text(file, start);
      if (name === TOLD) {
        const kept = pairs(file, after, end).filter((pair) => !pair.includes(prefix));
        body = [file.subarray(start, after), ...kept];
      }
    }
    const length = body.reduce((sum, piece) => sum + piece.length, 0);
    parts.push(file.subarray(at, at + 1), written(length), ...body);
    at = end;
  }
  if (found === 0) throw new Error(`nothing is called ${prefix}…: if the dependency is gone, so can this step be`);
  return Buffer.concat(parts);
}

function exportsOf(file, start) {
  let [count, at] = number(file, start);
  const all = [];
  for (; count > 0; count -= 1) {
    const [name, after] = text(file, at);
    const [, next] = number(file, after + 1);
    all.push({ name, bytes: file.subarray(at, next) });
    at = next;
  }
  return all;
}

function pairs(file, start, end) {
  const all = [];
  for (let at = start; at < end; ) {
    const description = at + 4 + file.readUInt32LE(at);
    const next = description + 4 + file.readUInt32LE(description);
    all.push(file.subarray(at, next));
    at = next;
  }
  return all;
}

function text(file, at) {
  const [length, start] = number(file, at);
  return [file.toString("utf8", start, start + length), start + length];
}

/** Writes a number. */
function written(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return Buffer.from([...bytes, value]);
}
