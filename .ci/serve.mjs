#!/usr/bin/env node
// Serves dist/ as GitHub Pages would: gzip, ten minutes of cache, 404 for the rest, optionally below a
// prefix. Listens on the loopback only.
//
//   node .ci/serve.mjs [--port N] [--strict-port] [--prefix /sourceline/] [--dir dist] [--quiet]
//
// PORT is the same as --port. Unless --strict-port is given, the next free port is taken.
import { createHash } from "node:crypto";
import { readFile, realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { gzip } from "node:zlib";

const HOST = "127.0.0.1";
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".xml": "application/xml",
};
const ALREADY_SMALL = new Set([".ico", ".png"]);
const compress = promisify(gzip);

/**
 * @param {{ dir: string, prefix?: string, port?: number, strictPort?: boolean, log?: (line: string) => void }} options
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ dir, prefix = "/", port = 0, strictPort = false, log = () => {} }) {
  const root = await realpath(dir);
  const base = `/${prefix.split("/").filter(Boolean).join("/")}/`.replace("//", "/");
  const server = createServer((request, response) => {
    answer(root, base, request, response)
      .catch((error) => {
        if (!response.headersSent) response.writeHead(500, { "Content-Type": "text/plain" });
        response.end(String(error));
      })
      .finally(() => log(`${response.statusCode} ${request.method} ${request.url}`));
  });
  const bound = await listen(server, port, strictPort);
  return {
    url: `http://${HOST}:${bound}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function listen(server, first, strict) {
  for (let port = first; ; port += 1) {
    try {
      await new Promise((done, fail) => {
        server.once("error", fail);
        server.listen(port, HOST, () => {
          server.off("error", fail);
          done();
        });
      });
      return server.address().port;
    } catch (error) {
      if (error.code !== "EADDRINUSE" || strict || port - first > 100) throw error;
    }
  }
}

async function answer(root, base, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return send(request, response, 405, { Allow: "GET, HEAD", "Content-Type": "text/plain" }, "Method not allowed\n");
  }
  let path;
  try {
    path = decodeURIComponent(new URL(request.url, `http://${HOST}`).pathname);
  } catch {
    return send(request, response, 400, { "Content-Type": "text/plain" }, "Bad request\n");
  }
  if (`${path}/` === base) return send(request, response, 301, { Location: base }, "");
  const file = path.startsWith(base) ? await locate(root, path.slice(base.length)) : undefined;
  if (file?.directory) return send(request, response, 301, { Location: `${path}/` }, "");
  if (file) return sendFile(request, response, 200, file.path);
  const notFound = await locate(root, "404.html");
  if (notFound) return sendFile(request, response, 404, notFound.path);
  return send(request, response, 404, { "Content-Type": "text/plain" }, "Not found\n");
}

/** The file that a path below the base names, or undefined if there is none inside the root. */
async function locate(root, path) {
  if (path.includes("\0")) return undefined;
  const wanted = resolve(root, `.${sep}${path}`, path === "" || path.endsWith("/") ? "index.html" : "");
  try {
    // Links are followed before the place is judged, so none leads out.
    const real = await realpath(wanted);
    if (!real.startsWith(root + sep)) return undefined;
    const found = await stat(real);
    if (found.isDirectory()) {
      await stat(join(real, "index.html"));
      return { path: real, directory: true };
    }
    return found.isFile() ? { path: real, directory: false } : undefined;
  } catch {
    return undefined;
  }
}

async function sendFile(request, response, status, path) {
  const extension = extname(path).toLowerCase();
  const body = await readFile(path);
  const headers = {
    "Cache-Control": "max-age=600",
    "Content-Type": TYPES[extension] ?? "application/octet-stream",
    ETag: `"${createHash("sha256").update(body).digest("hex").slice(0, 20)}"`,
    Vary: "Accept-Encoding",
    "X-Content-Type-Options": "nosniff",
  };
  if (status === 200 && request.headers["if-none-match"]?.replace(/^W\//, "") === headers.ETag) {
    return send(request, response, 304, headers, "");
  }
  if (!ALREADY_SMALL.has(extension) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
    headers["Content-Encoding"] = "gzip";
    return send(request, response, status, headers, await compress(body, { level: 9 }));
  }
  return send(request, response, status, headers, body);
}

function send(request, response, status, headers, body) {
  const length = status === 304 ? {} : { "Content-Length": Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...length });
  response.end(request.method === "HEAD" || status === 304 ? undefined : body);
}

if (process.argv[1] && (await realpath(process.argv[1])) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      dir: { type: "string", default: fileURLToPath(new URL("../dist", import.meta.url)) },
      port: { type: "string", default: process.env.PORT || "8080" },
      prefix: { type: "string", default: "/" },
      quiet: { type: "boolean", default: false },
      "strict-port": { type: "boolean", default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error(`The port must be a number from 0 to 65535, not '${values.port}'`);
    process.exit(2);
  }
  try {
    const log = values.quiet ? undefined : (line) => console.log(line);
    const { url } = await serve({ dir: values.dir, prefix: values.prefix, port, strictPort: values["strict-port"], log });
    console.log(`Sourceline is at ${url} (Ctrl-C stops it)`);
  } catch (error) {
    const why = error.code === "ENOENT" ? `there is no ${values.dir}: 'make build' makes it` : error.message;
    console.error(`The page cannot be served: ${why}`);
    process.exit(1);
  }
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
}
