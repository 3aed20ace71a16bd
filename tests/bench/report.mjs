// What was measured, as a text with tables.
import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";

// The clock of the browser goes in steps of 0.005 ms.
const number = (it) => (it === undefined || it === null ? "–" : it < 0.005 ? "< 0.005" : it >= 100 ? it.toFixed(0) : it >= 10 ? it.toFixed(1) : it >= 1 ? it.toFixed(2) : it.toFixed(3));
const size = (names) => names.toLocaleString("en");
const ratio = (it, ours) => (it === undefined || !ours ? "–" : `${number(Math.max(it, 0.005) / ours)} ×`);
/** The median, and of how many questions, where there was not time for all 200. */
const median = ({ p50, asked }) => (asked < 200 ? `${number(p50)} (${asked} asked)` : number(p50));
const table = (heads, rows) =>
  [heads, heads.map((_, at) => (at ? "---:" : "---")), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** What is wanted (in ms, MB/s, MB, or as a share), where it is found, and, where it is known, why it is missed. */
export const GOALS = [
  {
    what: "prefix search, 100,000 names, p99, ranked",
    names: 100_000,
    of: (it) => it.typed.p99,
    below: 1,
    unit: "ms",
    reason:
      "the worst are single letters, with which a word of very many names begins: to find them takes most, then come 50 rows in the words of the page and " +
      "the messages there and back; the store alone, natively, is below it (`cargo bench --bench store`)",
  },
  {
    what: "one wrong letter, 100,000 names, median",
    names: 100_000,
    of: (it) => it.wrong.p50,
    below: 0.5,
    unit: "ms",
    reason:
      "the messages there and back and 50 rows in the words of the page take most of it, and differ from run to run; " +
      "the store alone, natively, takes a tenth (`cargo bench --bench store`)",
  },
  { what: "one wrong letter, recall", names: 100_000, of: (it) => it.wrongHeld.recall, least: 1, unit: "" },
  { what: "a keystroke (text, all facets, 60 rows), 100,000 names, p99", names: 100_000, of: (it) => it.keystroke.p99, below: 16, unit: "ms" },
  { what: "filter and facets with counts, 100,000 names, median", names: 100_000, of: (it) => it.filter.p50, below: 1, unit: "ms" },
  { what: "filter and facets with counts, 1,000,000 names, median", names: 1_000_000, of: (it) => it.filter.p50, below: 10, unit: "ms" },
  {
    what: "memory of the worker at its peak, 100,000 names",
    names: 100_000,
    of: (it) => it.memory,
    below: 40,
    unit: "MB",
  },
  {
    what: "reading of FollowTheMoney lines, 100,000 names",
    names: 100_000,
    work: "import",
    name: "Sourceline: FollowTheMoney",
    of: (it) => it.reading.best,
    least: 150,
    unit: "MB/s",
    reason:
      "each entity, also a sanction, becomes a record that is checked, cut into fields and kept, each of its texts looked up among all others: half of the " +
      "time is the import's and half the store's, and no single place takes most of either; besides, the browser runs the beginning as it compiles in haste",
  },
];

/** Writes the report, and gives it back. */
export function write(path, { sizes, results, natively, version, packages, weights }) {
  const of = (names, name) => results.find((it) => it.names === names && it.name === name)?.result;
  const failed = (result) => result?.error;
  const said = (result, cells) => (failed(result) ? [`cannot: ${result.error}`, ...cells.slice(1).map(() => "")] : cells);
  const parts = [
    "# What was measured",
    `Written by \`make bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0]?.model.trim()}, ` +
      `${(totalmem() / 2 ** 30).toFixed(0)} GB, no GPU, Chromium ${version}, Node.js ${process.version}. All on the same machine, ` +
      "one after the other, each in a browser and a worker of its own, over the same lists, which `tests/bench/made.rs` makes from a " +
      "seed. Times are in milliseconds: of each question the least of seven rounds counts, as the rest is what else the machine " +
      "did; median, 99th of a hundred and least are those of different questions. What is slow is asked for 15 seconds only. " +
      "Sourceline is asked by messages, as the page asks it, and their way there and back is in its times; the others are called where they are. " +
      "Beside its own time stands how much longer the others take.",
    `Versions: ${Object.entries(packages).filter(([name]) => !/esbuild|playwright/.test(name)).map(([name, it]) => `${name} ${it}`).join(", ")}.`,
  ];

  const goals = GOALS.filter((it) => sizes.includes(it.names)).map((goal) => {
    const result = results.find((it) => it.names === goal.names && it.work === (goal.work ?? "ours") && (!goal.name || it.name === goal.name))?.result;
    let value = null;
    try {
      value = failed(result) ? null : goal.of(result);
    } catch {
      // What was not measured is missed.
    }
    const met = value !== null && value !== undefined && (goal.below === undefined ? value >= goal.least : value < goal.below);
    const wanted = goal.below === undefined ? `≥ ${goal.least}` : `< ${goal.below}`;
    return [goal.what, `${wanted} ${goal.unit}`.trim(), `${number(value)} ${goal.unit}`.trim(), met ? "met" : `**missed**${goal.reason ? `: ${goal.reason}` : ""}`];
  });
  parts.push("## Goals", table(["goal", "wanted", "measured", ""], goals));

  parts.push(
    "## Search",
    "The best 50 for beginnings of words, a letter more each time; then words with one wrong letter. Before that, answers are held against a look at " +
      "every name: in how many of some all that begins so is found, and nothing else; and how much of what is one letter off is found (recall; Sourceline " +
      "and MiniSearch find beginnings, too, so there more is no fault). MB: what the page and its workers hold more than before, once the index is made; of Sourceline the most that its program ever had, reading and index included, as the memory of WebAssembly never shrinks.",
  );
  for (const names of sizes) {
    const ours = of(names, "Sourceline");
    const rows = ["Sourceline", "MiniSearch", "FlexSearch", "uFuzzy"].map((name) => {
      const it = of(names, name);
      const cells = () => [
        median(it.typed), number(it.typed.p99), number(it.typed.least),
        name === "Sourceline" ? "" : `${ratio(it.typed.p50, ours?.typed?.p50)}, ${ratio(it.typed.p99, ours?.typed?.p99)}`,
        `${it.typedHeld.equal} of ${it.typedHeld.of}`,
        it.wrong ? median(it.wrong) : "none", it.wrong ? number(it.wrong.p99) : "",
        it.wrongHeld ? it.wrongHeld.recall.toFixed(3) : "",
        number(it.build), number(it.memory),
      ];
      return [name, ...(it && !failed(it) ? cells() : said(it ?? { error: "not measured" }, Array(10).fill("")))];
    });
    const heads = ["", "beginning p50", "p99", "least", "p50, p99 against ours", "same", "wrong letter p50", "p99", "recall", "made in", "MB"];
    parts.push(`### ${size(names)} names`, table(heads, rows));
    if (ours?.keystroke) {
      parts.push(`All that follows a letter in Sourceline (text, every facet with counts, 60 rows): median ${number(ours.keystroke.p50)}, p99 ${number(ours.keystroke.p99)} ms. ` +
        `A message there and back with an answer of nothing: ${number(ours.nothing.p50)} ms. “Made in” is the whole opening of the file (${number(ours.bytes / 1e6)} MB): ${number(ours.reading)} ms to read and import it, ${number(ours.ordering)} ms for index, columns and relations.`);
    }
  }

  parts.push(
    "## Filter and facets",
    "One of three authorities and two of the programmes are chosen; told are how many are left, and the counts of programmes, countries and kinds, each facet without its " +
      "own choice. Sourceline tells all its facets, and the words for them. Answers are held against plain typed arrays first.",
  );
  for (const names of sizes) {
    const ours = of(names, "Sourceline");
    const rows = ["Sourceline", "plain typed arrays", "crossfilter2", "DuckDB-wasm"].map((name) => {
      const it = of(names, name);
      const cells = () => [
        number(it.filter.p50), number(it.filter.p99), number(it.filter.least), name === "Sourceline" ? "" : ratio(it.filter.p50, ours?.filter?.p50),
        `${it.filterHeld.equal} of ${it.filterHeld.of}`, name === "Sourceline" ? "see above" : number(it.build), name === "Sourceline" ? "see above" : number(it.memory),
      ];
      return [name, ...(it && !failed(it) ? cells() : said(it ?? { error: "not measured" }, Array(7).fill("")))];
    });
    parts.push(`### ${size(names)} names`, table(["", "p50", "p99", "least", "p50 against ours", "same", "made in", "MB"], rows));
  }

  parts.push(
    "## Import, in the browser",
    "Sourceline reads, imports, checks and keeps the records (“read”), then puts them in order, so that the list can be asked; “opened” is all of that, with the start of the worker. " +
      "The others only parse. MB/s, median and best.",
  );
  const read = [
    ["Sourceline, read: FollowTheMoney", "Sourceline: FollowTheMoney", (it) => it.reading],
    ["Sourceline, opened: FollowTheMoney", "Sourceline: FollowTheMoney", (it) => it],
    ["JSON.parse: FollowTheMoney", "JSON.parse: FollowTheMoney", (it) => it],
    ["Sourceline, read: CSV", "Sourceline: CSV", (it) => it.reading],
    ["Sourceline, opened: CSV", "Sourceline: CSV", (it) => it],
    ["papaparse: CSV", "papaparse: CSV", (it) => it],
  ];
  parts.push(
    table(["", ...sizes.map((it) => `${size(it)} names`)],
      read.map(([label, name, part]) => [label, ...sizes.map((names) => {
        const it = of(names, name);
        return !it || failed(it) ? `cannot: ${it?.error ?? "not measured"}` : `${number(part(it).median)}, ${number(part(it).best)}`;
      })])),
  );
  parts.push("## Import, natively", "Sourceline reads and makes records, without the index; serde_json makes a value of each line, csv cuts each row into cells. MB/s, median and best.");
  const kinds = [...new Set(natively.map((it) => it.what))];
  parts.push(
    table(["", ...sizes.map((it) => `${size(it)} names`)],
      kinds.map((what) => [what, ...sizes.map((names) => {
        const it = natively.find((it) => it.what === what && it.names === names);
        return it ? `${number(it.median)}, ${number(it.best)}` : "–";
      })])),
  );
  const wasm = Object.entries(weights).filter(([file]) => file.endsWith(".wasm"));
  parts.push(`Programs, as they lie: ${wasm.map(([file, bytes]) => `${file.startsWith("worker") ? "the worker of Sourceline" : file} ${number(bytes / 1e6)} MB`).join(", ")}.`);
  const text = `${parts.join("\n\n")}\n`;
  writeFileSync(path, text);
  return text;
}
