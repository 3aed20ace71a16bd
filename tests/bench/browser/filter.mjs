// Filter and facets: how many are left by two facets, and how many of each programme, country and kind would be, each
// facet without its own choice. Each peer gives `count(choice)`, which tells that as
// `{ total, programme, country, kind }`, the counts above nothing in falling order.
import * as duckdb from "@duckdb/duckdb-wasm";
import crossfilter from "crossfilter2";

const falling = (counts) => counts.filter((it) => it > 0).sort((a, b) => b - a);

/** The values of a column as numbers, with how many there are. */
function coded(lists) {
  const codes = new Map();
  const code = (value) => codes.get(value) ?? (codes.set(value, codes.size), codes.size - 1);
  const starts = new Uint32Array(lists.length + 1);
  const items = [];
  lists.forEach((values, at) => {
    for (const value of values) items.push(code(value));
    starts[at + 1] = items.length;
  });
  return { codes, starts, items: Uint16Array.from(items) };
}

export const peers = {
  async "plain typed arrays"(actors) {
    const kinds = coded(actors.map(([, kind]) => [kind]));
    const authorities = coded(actors.map(([, , , authority]) => [authority]));
    const programmes = coded(actors.map(([, , , , programmes]) => programmes));
    const countries = coded(actors.map(([, , , , , countries]) => countries));
    const length = actors.length;
    const wanted = ({ codes }, values) => {
      const set = new Uint8Array(codes.size);
      for (const value of values) if (codes.has(value)) set[codes.get(value)] = 1;
      return set;
    };
    return async ({ authority, programme }) => {
      const [ofAuthority, ofProgramme] = [wanted(authorities, authority), wanted(programmes, programme)];
      const counts = {
        programme: new Uint32Array(programmes.codes.size),
        country: new Uint32Array(countries.codes.size),
        kind: new Uint32Array(kinds.codes.size),
      };
      let total = 0;
      for (let row = 0; row < length; row++) {
        if (!ofAuthority[authorities.items[row]]) continue;
        let has = false;
        for (let at = programmes.starts[row]; at < programmes.starts[row + 1]; at++) {
          counts.programme[programmes.items[at]]++;
          has ||= ofProgramme[programmes.items[at]] === 1;
        }
        if (!has) continue;
        total++;
        counts.kind[kinds.items[row]]++;
        for (let at = countries.starts[row]; at < countries.starts[row + 1]; at++) counts.country[countries.items[at]]++;
      }
      const told = Object.entries(counts).map(([key, all]) => [key, falling([...all])]);
      return { total, ...Object.fromEntries(told) };
    };
  },
  async crossfilter2(actors) {
    const filter = crossfilter(actors.map(([, kind, , authority, programmes, countries]) => ({ kind, authority, programmes, countries })));
    const kinds = filter.dimension((it) => it.kind);
    const authorities = filter.dimension((it) => it.authority);
    const programmes = filter.dimension((it) => it.programmes, true);
    const countries = filter.dimension((it) => it.countries, true);
    const groups = { programme: programmes.group(), country: countries.group(), kind: kinds.group() };
    const all = filter.groupAll();
    return async ({ authority, programme }) => {
      const sets = [new Set(authority), new Set(programme)];
      authorities.filterFunction((it) => sets[0].has(it));
      programmes.filterFunction((it) => sets[1].has(it));
      const told = Object.entries(groups).map(([key, group]) => [key, falling(group.all().map((it) => it.value))]);
      return { total: all.value(), ...Object.fromEntries(told) };
    };
  },
  async "DuckDB-wasm"(actors) {
    const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker("duckdb-browser-eh.worker.js"));
    await db.instantiate(new URL("duckdb-eh.wasm", location.href).href);
    const connection = await db.connect();
    const cell = (values) => values.join("|");
    const rows = actors.map(([id, kind, , authority, programmes, countries]) => `${id},${kind},${authority},${cell(programmes)},${cell(countries)}`);
    await db.registerFileText("rows.csv", `id,kind,authority,programmes,countries\n${rows.join("\n")}`);
    await connection.query(`CREATE TABLE rows AS SELECT id, kind, authority, string_split(programmes, '|') AS programmes,
      string_split(countries, '|') AS countries FROM read_csv('rows.csv', header = true, all_varchar = true)`);
    await db.dropFile("rows.csv");
    const texts = (values) => values.map((it) => `'${it}'`).join(", ");
    const ask = async (sql) => [...(await connection.query(sql))].map((it) => Number(it.count));
    return async ({ authority, programme }) => {
      const first = `authority IN (${texts(authority)})`;
      const both = `${first} AND list_has_any(programmes, [${texts(programme)}])`;
      const counts = (what, where) => ask(`SELECT count(*) AS count FROM (SELECT ${what} AS it FROM rows WHERE ${where}) GROUP BY it`);
      return {
        total: (await ask(`SELECT count(*) AS count FROM rows WHERE ${both}`))[0],
        programme: falling(await counts("unnest(programmes)", first)),
        country: falling(await counts("unnest(countries)", both)),
        kind: falling(await counts("kind", both)),
      };
    };
  },
};

/** Choices that leave much and little. */
export const choices = Array.from({ length: 20 }, (_, at) => ({
  authority: [`Authority ${(at % 3) + 1}`],
  programme: [`PROG${(at % 5) + 1}`, `PROG${(at % 7) + 6}`],
}));
