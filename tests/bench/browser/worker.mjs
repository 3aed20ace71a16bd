// One peer, or Sourceline, at one size, in a worker of its own. It is sent what to do and answers with what it took.
import Papa from "papaparse";
import * as filter from "./filter.mjs";
import { start } from "./ours.mjs";
import * as search from "./search.mjs";

/** How long the questions of one kind may take, in milliseconds: what is slow is asked fewer of them. */
const PATIENCE = 15_000;
const ROUNDS = 7;
/** How many answers are held against the long way. */
const CHECKED = 25;

const fetched = async (path) => {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
};

/**
 * The least of some rounds for each question, and of these the median, the 99th of a hundred and the least. A round asks
 * all questions one after the other, so that nobody answers what it was asked just before.
 */
async function timed(questions, ask) {
  const spans = [];
  const end = performance.now() + PATIENCE;
  for (let round = 0; round < ROUNDS && performance.now() < end; round++) {
    for (const [at, question] of questions.entries()) {
      const start = performance.now();
      await ask(question);
      spans[at] = Math.min(spans[at] ?? Infinity, performance.now() - start);
      if (performance.now() > end) break;
    }
  }
  return spread(spans);
}

function spread(spans) {
  const sorted = [...spans].sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor((sorted.length - 1) * share)];
  return { p50: at(0.5), p99: at(0.99), least: sorted[0], asked: sorted.length };
}

const once = async (work) => {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
};

const same = (a, b) => a.length === b.length && a.every((it, at) => it === b[at]);
const sorted = (numbers) => [...new Set(numbers)].sort((a, b) => a - b);

/** Every so many of them. */
const some = (all, count) => all.filter((_, at) => at % Math.ceil(all.length / count) === 0);

/** How much of what the long way finds is found, and by how many answers all of it and nothing else. */
function held(questions, expected, answers) {
  let [found, wanted, equal] = [0, 0, 0];
  questions.forEach((_, at) => {
    const set = new Set(answers[at]);
    wanted += expected[at].length;
    found += expected[at].filter((it) => set.has(it)).length;
    equal += same(sorted(answers[at]), expected[at]) ? 1 : 0;
  });
  return { recall: wanted ? found / wanted : 1, equal, of: questions.length };
}

const work = {
  async search({ names, peer }) {
    const { asked, actors } = await (await fetched(`data/${names}.json`)).json();
    const [typed, wrong] = [some(asked.typed, CHECKED), some(asked.wrong, CHECKED).map(([it]) => it)];
    const expected = { typed: typed.map((it) => search.beginning(actors, it)), wrong: wrong.map((it) => search.near(actors, it)) };
    const [build, index] = await once(() => search.peers[peer](actors));
    actors.length = 0;
    postMessage({ stage: "built" });
    await resumed();
    const result = { build, typed: await timed(asked.typed, index.first) };
    result.typedHeld = held(typed, expected.typed, typed.map(index.all));
    if (index.near) {
      result.wrong = await timed(asked.wrong, ([it]) => index.near(it));
      result.wrongHeld = held(wrong, expected.wrong, wrong.map(index.near));
    }
    return result;
  },

  async filter({ names, peer }) {
    const { actors } = await (await fetched(`data/${names}.json`)).json();
    const plain = await filter.peers["plain typed arrays"](actors);
    const [build, count] = await once(() => filter.peers[peer](actors));
    actors.length = 0;
    postMessage({ stage: "built" });
    await resumed();
    let equal = 0;
    for (const it of filter.choices) equal += JSON.stringify(await count(it)) === JSON.stringify(await plain(it)) ? 1 : 0;
    return { build, filter: await timed(filter.choices, count), filterHeld: { equal, of: filter.choices.length } };
  },

  async ours({ names, worker }) {
    const { asked, actors } = await (await fetched(`data/${names}.json`)).json();
    const [typed, wrong] = [some(asked.typed, CHECKED), some(asked.wrong, CHECKED).map(([it]) => it)];
    const expected = { typed: typed.map((it) => search.beginning(actors, it)), wrong: wrong.map((it) => search.near(actors, it)) };
    const counts = await filter.peers["plain typed arrays"](actors);
    const wanted = await Promise.all(filter.choices.map(counts));
    const numbers = new Map(actors.map(([id], at) => [`b-${id}`, at]));
    actors.length = 0;
    const file = new File([await (await fetched(`data/${names}.ftm.json`)).blob()], "bench.ftm.json");
    const list = await start(worker);
    const { reading, ordering } = await list.open([file]);
    const build = reading + ordering;
    postMessage({ stage: "built" });
    await resumed();
    const result = { build, reading, ordering, bytes: file.size, peak: (await list.memory()) / 1e6 };
    result.typed = await timed(asked.typed, (text) => list.rows({ text }, 50));
    result.wrong = await timed(asked.wrong, ([text]) => list.rows({ text, typos: true }, 50));
    result.keystroke = await timed(asked.typed, (text) => Promise.all([list.rows({ text }, 60), list.facets({ text }, 50)]));
    const all = async (query) => {
      const found = [];
      for (let total = 1; found.length < total; ) {
        const told = await list.rows(query, 1000, found.length);
        total = told.total;
        found.push(...told.rows());
      }
      return found.map(({ key }) => numbers.get(key.split("/").pop()));
    };
    const answers = async (texts, typos) => {
      const found = [];
      for (const text of texts) found.push(await all({ text, typos }));
      return found;
    };
    result.typedHeld = held(typed, expected.typed, await answers(typed, false));
    result.wrongHeld = held(wrong, expected.wrong, await answers(wrong, true));
    const asChosen = ({ authority, programme }) => ({ chosen: { programme, authority } });
    const count = async (it) => {
      const [{ total }, facets] = await Promise.all([list.rows(asChosen(it), 1), list.facets(asChosen(it), 300)]);
      const of = (key) => (facets[key] ?? []).map((it) => it.count).filter((it) => it > 0).sort((a, b) => b - a);
      return { total, programme: of("programme"), country: of("country"), kind: of("kind") };
    };
    let equal = 0;
    for (const [at, it] of filter.choices.entries()) equal += JSON.stringify(await count(it)) === JSON.stringify(wanted[at]) ? 1 : 0;
    result.filter = await timed(filter.choices, (it) => Promise.all([list.rows(asChosen(it), 1), list.facets(asChosen(it), 50)]));
    result.filterHeld = { equal, of: filter.choices.length };
    result.nothing = await timed(asked.typed.slice(0, 50), () => list.rows({ text: "qqqqq" }, 1));
    list.end();
    return result;
  },

  async import({ names, peer, worker }) {
    const [end, name] = peer.includes("CSV") ? ["csv", "targets.simple.csv"] : ["ftm.json", "bench.ftm.json"];
    const file = new File([await (await fetched(`data/${names}.${end}`)).blob()], name);
    const rounds = file.size > 100e6 ? 2 : 4;
    let reading;
    const read = {
      async JSONparse() {
        let rest = "";
        let count = 0;
        for await (const text of file.stream().pipeThrough(new TextDecoderStream())) {
          const lines = (rest + text).split("\n");
          rest = lines.pop();
          for (const line of lines) if (JSON.parse(line).id) count++;
        }
        return count;
      },
      async papaparse() {
        let count = 0;
        await new Promise((complete, error) =>
          Papa.parse(file, { header: true, skipEmptyLines: true, chunk: ({ data }) => (count += data.length), complete, error }),
        );
        return count;
      },
      async ours() {
        const list = await start(worker);
        reading = (await list.open([file])).reading;
        const { total } = await list.rows({}, 1);
        list.end();
        return total;
      },
    };
    const how = peer.startsWith("Sourceline") ? "ours" : peer.startsWith("papaparse") ? "papaparse" : "JSONparse";
    const [spans, readings] = [[], []];
    let count = 0;
    for (let round = 0; round < rounds; round++) {
      const [span, found] = await once(read[how]);
      spans.push(span);
      readings.push(how === "ours" ? reading : span);
      count = found;
    }
    const alone = spread(readings);
    const { p50, least } = spread(spans);
    const speed = (span) => file.size / 1e3 / span;
    return { bytes: file.size, count, median: speed(p50), best: speed(least), reading: { median: speed(alone.p50), best: speed(alone.least) } };
  },
};

let resume;
const resumed = () => new Promise((done) => (resume = done));

onmessage = async ({ data }) => {
  if (data.resume) return resume();
  try {
    postMessage({ stage: "done", result: await work[data.work](data) });
  } catch (error) {
    postMessage({ stage: "failed", error: `${error?.message ?? error}` });
  }
};
