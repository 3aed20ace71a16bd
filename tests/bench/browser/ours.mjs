// The worker of Sourceline as the page has it: asked and answering by messages, in bytes as src/seam.rs has them
// (postcard: small numbers in seven bits a byte, texts and lists behind their length, enums by their place).

const REQUEST = { open: 0, rows: 1, facets: 2 };
const ANSWER = { progress: 0, opened: 1, refused: 2, rows: 3, facets: 4 };

class Writer {
  bytes = [];
  number(it) {
    for (; it > 0x7f; it = Math.floor(it / 128)) this.bytes.push((it % 128) | 0x80);
    this.bytes.push(it);
    return this;
  }
  text(it) {
    const bytes = new TextEncoder().encode(it);
    this.number(bytes.length).bytes.push(...bytes);
    return this;
  }
  done() {
    return new Uint8Array(this.bytes);
  }
}

const decoder = new TextDecoder();

class Reader {
  at = 0;
  constructor(bytes) {
    this.bytes = bytes;
  }
  number() {
    let it = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = this.bytes[this.at++];
      it += (byte & 0x7f) * shift;
      if (byte < 0x80) return it;
    }
  }
  text() {
    const length = this.number();
    return decoder.decode(this.bytes.subarray(this.at, (this.at += length)));
  }
  list(read) {
    return Array.from({ length: this.number() }, read);
  }
}

/** What a query is as a part of an address. */
export function fragment({ text = "", typos = false, chosen = {} }) {
  const parts = [];
  if (text) parts.push(`q=${encodeURIComponent(text)}`);
  if (typos) parts.push("similar=1");
  for (const [facet, values] of Object.entries(chosen)) {
    for (const value of values) parts.push(`${facet}=${encodeURIComponent(value)}`);
  }
  return parts.length ? `/list?${parts.join("&")}` : "/list";
}

/** Starts the worker whose files have that address, without their endings. */
export async function start(address) {
  const script = `importScripts("${address}.js");
    fetch("${address}.wasm").then(it => it.arrayBuffer()).then(it => WebAssembly.compile(it))
      .then(it => wasm_bindgen({ module_or_path: it }))
      .then(({ memory }) => {
        // The memory of a program never shrinks, so this is the most that it has had.
        const channel = new BroadcastChannel("memory");
        channel.onmessage = ({ data }) => data === "?" && channel.postMessage(memory.buffer.byteLength);
      });`;
  const worker = new Worker(URL.createObjectURL(new Blob([script])));
  await new Promise((heard, failed) => {
    worker.onmessage = ({ data }) => (data === undefined ? heard() : failed(new Error(data)));
    worker.onerror = failed;
  });
  const waiting = new Map();
  let serial = 0;
  // When all was read, and was to be put in order.
  let read;
  worker.onmessage = ({ data }) => {
    if (!Array.isArray(data)) {
      for (const { failed } of waiting.values()) failed(new Error(data));
      return;
    }
    const [bytes] = data;
    const reader = new Reader(bytes);
    const number = reader.number();
    const kind = reader.number();
    if (kind === ANSWER.progress) {
      for (let nth = 0; nth < 3; nth++) reader.number();
      if (reader.number()) reader.text();
      if (reader.number()) read ??= performance.now();
      return;
    }
    waiting.get(number)?.heard({ kind, reader, size: bytes.length });
    waiting.delete(number);
  };
  const ask = (request, files = []) =>
    new Promise((heard, failed) => {
      const writer = new Writer().number(++serial);
      waiting.set(serial, { heard, failed });
      worker.postMessage([request(writer).done(), ...files]);
    });
  const rows = async (query, count, from = 0) => {
    const path = fragment(query);
    const { kind, reader } = await ask((it) => it.number(REQUEST.rows).text(path).number(from).number(count));
    if (kind !== ANSWER.rows) throw new Error(`${kind} is no answer to that`);
    const [total] = [reader.number(), reader.number(), reader.number(), reader.number(), reader.number()];
    const row = () => {
      const [key, name] = [reader.text(), reader.text()];
      reader.number();
      reader.text();
      reader.list(() => reader.text());
      reader.text();
      return { key, name };
    };
    // The page reads them in WebAssembly; what reading them here takes is nobody's time.
    return { total, rows: () => reader.list(row) };
  };
  const facets = async (query, most) => {
    const path = fragment(query);
    const { kind, reader } = await ask((it) => it.number(REQUEST.facets).text(path).number(most).number(0));
    if (kind !== ANSWER.facets) throw new Error(`${kind} is no answer to that`);
    const choice = () => {
      const [value] = [reader.text(), reader.text()];
      return { value, count: reader.number(), chosen: reader.number() === 1 };
    };
    const facet = () => {
      const [key] = [reader.text(), reader.text()];
      const choices = reader.list(choice);
      reader.number();
      return [key, choices];
    };
    return Object.fromEntries(reader.list(facet));
  };
  /** Opens files; how long reading them took, and putting them in order. */
  const open = async (files) => {
    const begin = performance.now();
    // Nobody says what columns are.
    const { kind } = await ask((it) => it.number(REQUEST.open).number(0), files);
    if (kind !== ANSWER.opened) throw new Error("the list was refused");
    return { reading: read - begin, ordering: performance.now() - read };
  };
  /** The most memory that the program has had so far, in bytes. */
  const memory = () =>
    new Promise((told) => {
      const channel = new BroadcastChannel("memory");
      channel.onmessage = ({ data }) => {
        if (data === "?") return;
        channel.close();
        told(data);
      };
      channel.postMessage("?");
    });
  return { open, rows, facets, memory, end: () => worker.terminate() };
}
