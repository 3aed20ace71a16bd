// What the scripts share that make WebAssembly files.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";

/** What rustc's WebAssembly uses: all browsers have it, of "all features" they do not have all. */
export const FEATURES = [
  "bulk-memory",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
].map((feature) => `--enable-${feature}`);

/** What nobody needs who only runs it. */
export const BARE = ["--strip-debug", "--strip-producers"];

/** Runs a tool; gives what it prints. */
export function run(tool, args) {
  return execFileSync(tool, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

/** A name that changes with what a file says: browsers keep files by their names. */
export function named(kind, ...parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return `${kind}-${hash.digest("hex").slice(0, 16)}`;
}

/** Reads a number of a WebAssembly file (LEB128, unsigned) and says where the next thing begins. */
export function number(file, at) {
  let [value, place, byte] = [0, 1, 0];
  do {
    byte = file[at];
    at += 1;
    value += (byte & 127) * place;
    place *= 128;
  } while (byte & 128);
  return [value, at];
}
