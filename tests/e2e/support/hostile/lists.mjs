// Lists of our own with texts that are made to do harm in every field: tables, entities, networks, and what this page makes.
import { readFileSync } from "node:fs";
import { ofacCsv, ofacXml, seco, eu, ukCsv, ukXml, un } from "./authorities.mjs";
import { ADDRESSES, at, csv, file, FORMULAS, GOOD, HARM, json, MARKUP, NAME, TEXTS, writable, xml } from "./texts.mjs";

/** Every field that a table may have, by a title under which it is known, and two titles that are none. */
const COLUMNS = [
  "Name|Alias|Weak alias|Former name|Type|Date of birth|Place of birth|Date of death|Gender|Nationality|Country",
  "Address|Street|City|State|Postal code|Title|Position|Passport|National ID|Tax number|Registration number|IMO",
  "Phone|Email|Website|Authority|Programme|Measures|Legal basis|Reason|Reference|Listed on|End date|Status",
  "Remarks|Linked to|Source URL|<img src=x onerror=globalThis.harmed=1>|=1+1",
]
  .join("|")
  .split("|");

function plainCsv() {
  const rows = TEXTS.map((_, row) => [`r${row}`, ...COLUMNS.map((_, field) => at(row, field))]);
  // Somebody who is what a column of kinds, countries and links knows, with an address that leads somewhere.
  const known = { Name: "Plain Quay", Type: "Company", Country: "France", "Linked to": TEXTS.find((text) => text.startsWith("__proto__")), Website: GOOD };
  rows.push(["plain", ...COLUMNS.map((column) => known[column] ?? "")]);
  const lines = [["Id", ...COLUMNS], ...rows].map((row) => row.map(csv).join(","));
  return {
    files: [file(`${NAME}.csv`, lines.map((line) => `${line}\r\n`).join(""))],
    formats: ["Any table (CSV)"],
    // Semicolons and upright strokes part the values of a cell, the first of which is the name.
    names: [...TEXTS.map((text) => text.split(/[;|]/)[0]), "Plain Quay"],
    hasLinks: true,
  };
}

const PROPERTIES = [
  "name alias weakAlias previousName firstName lastName birthDate birthPlace gender nationality country address",
  "title position website email phone notes summary description idNumber passportNumber taxNumber imoNumber flag",
  "topics sourceUrl programId program keywords registrationNumber leiCode unheardOf parent addressEntity",
]
  .join(" ")
  .split(" ");

function ftm() {
  const lines = TEXTS.flatMap((text, row) => {
    const properties = Object.fromEntries(PROPERTIES.map((name, field) => [name, [at(row, field), at(row, field + 9)]]));
    const sanction = ["authority", "programId", "program", "reason", "provisions", "status", "startDate", "sourceUrl"];
    const said = Object.fromEntries(sanction.map((name, field) => [name, [at(row, field + 3)]]));
    return [
      { id: text, schema: "Company", caption: at(row, 2), datasets: [at(row, 4)], properties: { ...properties, name: [text] } },
      { id: `sanction ${text}`, schema: "Sanction", properties: { ...said, entity: [text] } },
      {
        id: `ownership ${text}`,
        schema: "Ownership",
        properties: { owner: [text], asset: [at(row, 1)], role: [at(row, 6)], percentage: [at(row, 7)] },
      },
    ];
  });
  // Only here can a text have what no other format can write.
  const nothing = `a\u0000b\u001b[31m<script>${HARM}</script>`;
  lines.push({ id: nothing, schema: "Person", properties: { name: [nothing], website: [GOOD], notes: [nothing] } });
  return {
    files: [file(`${NAME}.ftm.json`, lines.map((line) => `${json(line)}\n`).join(""))],
    formats: ["FollowTheMoney entities (JSON)"],
    names: [...TEXTS, nothing],
    hasLinks: true,
  };
}

/** The same in a list, and as what is to be changed, of which some is to be taken away. */
function changes() {
  const person = (id, name, row) => ({
    id,
    schema: row % 2 ? "Person" : at(row, 1),
    caption: at(row, 2),
    datasets: [at(row, 3)],
    properties: { name: [name], [at(row, 4)]: [at(row, 5)], birthDate: at(row, 6), addressEntity: [at(row, 7)] },
  });
  const list = TEXTS.map((text, row) => person(`listed ${text}`, text, row));
  const lines = TEXTS.map((text, row) => ({
    op: row % 3 ? "ADD" : row % 2 ? at(row, 1) : "DEL",
    entity: person(`changed ${text}`, text, row),
  }));
  const changed = TEXTS.filter((_, row) => row % 3 || row % 2);
  return {
    files: [
      file(`${NAME} 2.json`, json(list)),
      file(`${NAME}.delta.json`, lines.map((line) => `${json(line)}\n`).join("")),
    ],
    formats: ["FollowTheMoney entities (JSON)"],
    names: [...TEXTS, ...changed],
  };
}

/** The targets of OpenSanctions: with what is between them in them, and as a table. */
function targets() {
  const address = (row) => ({ id: `address ${row}`, schema: "Address", properties: { full: [at(row, 1)], country: [at(row, 2)] } });
  const lines = TEXTS.map((text, row) => {
    const own = (fields, from) => Object.fromEntries(fields.map((name, field) => [name, [at(row, field + from)]]));
    const sanction = own(["authority", "program", "programUrl", "reason", "status", "startDate", "sourceUrl", "unheardOf"], 3);
    const asset = { id: `nested asset ${text}`, schema: at(row, 5), properties: own(["name", "jurisdiction", "website"], 6) };
    const ownership = { ...own(["role", "percentage", "startDate"], 7), asset: [asset] };
    return {
      id: `nested ${text}`,
      caption: at(row, 1),
      schema: "LegalEntity",
      target: true,
      first_seen: at(row, 2),
      properties: {
        name: [text],
        addressEntity: [address(row)],
        sanctions: [{ id: `nested sanction ${text}`, schema: "Sanction", properties: sanction }],
        ownershipOwner: [{ id: `nested ownership ${text}`, schema: "Ownership", properties: ownership }],
        passports: [{ id: `nested passport ${text}`, schema: "Passport", properties: own(["passportNumber", "country", "type"], 8) }],
      },
    };
  });
  const columns = "id schema name aliases birth_date countries addresses identifiers sanctions phones emails program_ids dataset first_seen";
  const head = [...columns.split(" "), MARKUP[2], FORMULAS[0]];
  const rows = TEXTS.map((text, row) =>
    head.map((column, field) => {
      if (column === "id") return `target ${text}`;
      if (column === "schema" && row % 2) return "Vessel";
      if (column === "name") return text;
      if (column === "sanctions") return `${at(row, 2)} - active - 2020-01-02;"${at(row, 3).replaceAll('"', '""')}"`;
      return at(row, field);
    }),
  );
  return {
    files: [
      file(`${NAME}.nested.json`, lines.map((line) => `${json(line)}\n`).join("")),
      file(`${NAME}.simple.csv`, [head, ...rows].map((row) => `${row.map(csv).join(",")}\n`).join("")),
    ],
    formats: ["OpenSanctions targets, nested (JSON)", "OpenSanctions targets (CSV)"],
    names: [...TEXTS, ...TEXTS],
  };
}

function gexf() {
  const titles = ["Type", "Country", "Date of birth", "Alias", ...MARKUP.slice(0, 3), FORMULAS[0], ADDRESSES[0]];
  const declared = (of) =>
    `<attributes class="${of}">${titles.map((title, nth) => `<attribute id="${nth}" title="${xml(title)}"/>`).join("")}</attributes>`;
  const values = (row) =>
    `<attvalues>${titles.map((_, nth) => `<attvalue for="${nth}" value="${xml(at(row, nth + 1))}"/>`).join("")}</attvalues>`;
  const nodes = TEXTS.map((text, row) => `<node id="${xml(text)}" label="${xml(text)}">${values(row)}</node>\n`);
  // What is known of a kind and a country, so that there is something to choose from.
  const known = `<attvalues><attvalue for="0" value="company"/><attvalue for="1" value="France"/></attvalues>`;
  nodes.push(`<node id="plain" label="Plain Quay">${known}</node>\n`);
  const edges = TEXTS.map((text, row) => {
    const ends = `source="${xml(text)}" target="${xml(at(row, 1))}"`;
    return `<edge id="${row}" ${ends} label="${xml(at(row, 3))}" start="${xml(at(row, 4))}">${values(row)}</edge>\n`;
  });
  const meta = `<meta lastmodifieddate="${xml(MARKUP[2])}"><title>${xml(MARKUP[0])}</title></meta>`;
  const graph = `<graph>${declared("node")}${declared("edge")}<nodes>${nodes.join("")}</nodes><edges>${edges.join("")}</edges></graph>`;
  return {
    files: [file(`${NAME}.gexf`, `<?xml version="1.0"?>\n<gexf>${meta}${graph}</gexf>\n`)],
    formats: ["Network (GEXF)"],
    names: TEXTS.map(writable),
  };
}

function graphml() {
  const titles = ["Type", "Country", "Alias", "start", ...MARKUP.slice(3, 6), FORMULAS[1], ADDRESSES[1]];
  const all = ["node", "edge", "all"].map((of) =>
    titles.map((title, nth) => {
      // One that all have who have no other.
      const value = nth === 4 ? `<default>${xml(MARKUP[0])}</default>` : "";
      return `<key id="${of}${nth}" for="${of}" attr.name="${xml(title)}">${value}</key>`;
    }),
  );
  const data = (of, row) =>
    titles.map((_, nth) => (nth === 4 ? "" : `<data key="${of}${nth}">${xml(at(row, nth + 1))}</data>`)).join("");
  const drawn = (what, text) => `<data key="drawn"><y:Shape><y:${what}>${xml(text)}</y:${what}></y:Shape></data>`;
  const nodes = TEXTS.map((text, row) => {
    // Every other one has its name from the attribute of a node that a program draws, the others from their id.
    const label = row % 2 ? drawn("NodeLabel", text) + drawn("NodeLabel", at(row, 2)) : "";
    const more = `<desc>${xml(at(row, 3))}</desc>${data(row % 3 ? "node" : "all", row)}<data key="${xml(text)}">${xml(text)}</data>`;
    const inner = `<graph><node id="${xml(`inner ${text}`)}">${drawn("NodeLabel", at(row, 4))}</node></graph>`;
    return `<node id="${xml(text)}">${label}${more}${row % 9 ? "" : inner}</node>\n`;
  });
  const edges = TEXTS.map((text, row) => {
    const ends = `source="${xml(text)}" target="${xml(at(row, 1))}" directed="${row % 2 ? "false" : xml(at(row, 2))}"`;
    const more = drawn("EdgeLabel", at(row, 3)) + data(row % 3 ? "edge" : "all", row);
    return `<edge id="${row}" ${ends}><desc>${xml(at(row, 4))}</desc>${more}</edge>\n`;
  });
  // What is refused is told.
  const refused = `<hyperedge id="${xml(MARKUP[2])}"/><node label="${xml(MARKUP[2])}"/>`;
  const graph = `<graph edgedefault="${xml(MARKUP[0])}">${nodes.join("")}${edges.join("")}${refused}</graph>`;
  return {
    files: [file(`${NAME}.graphml`, `<?xml version="1.0"?>\n<graphml xmlns:y="y">${all.flat().join("")}${graph}</graphml>\n`)],
    formats: ["Network (GraphML)"],
    names: TEXTS.map(writable),
  };
}

/** Facts as a page like this one publishes them, in the envelope of ours, and the same as their author writes them. */
function facts() {
  const actors = TEXTS.map((text, row) => ({
    id: `a${row}`,
    name: text,
    short: at(row, 1),
    aliases: [at(row, 2)],
    description: at(row, 3),
    kind: row % 2 ? "company" : at(row, 4),
    naming: "named",
    side: at(row, 5),
    countries: [at(row, 6)],
  }));
  const envelope = { kind: "sourceline/dataset", version: 1, story: { id: MARKUP[2], title: MARKUP[0] }, actors };
  return { files: [file(`${NAME}.json`, json(envelope))], formats: ["Sourceline facts (JSON)"], names: TEXTS };
}

/** The small story of the tests, with other words in it wherever it has words for readers. */
function story() {
  let nth = 0;
  const fields = /^(name|short|description|label|title|summary|period|note|publisher|reason|text) = (?:"[^"]*"|'[^']*')$/gm;
  // What stands in quotation marks is written in TOML as in JSON.
  const changed = (text) => text.replace(fields, (_, field) => `${field} = ${json(TEXTS[nth++ % TEXTS.length])}`);
  const files = ["story", "sources", "actors", "facts", "designations"].map((name) => {
    const text = readFileSync(new URL(`../../../data/story/${name}.toml`, import.meta.url), "utf8");
    return [`${name}.toml`, changed(text)];
  });
  // Each of them plays a part, as in a story they must.
  const found = 'evidence = [{ source = "report-one", paragraph = 4, sentence = 1 }]';
  TEXTS.forEach((text, row) => {
    const [alias, description, fact] = [at(row, 1), at(row, 2), at(row, 3)].map(json);
    files[2][1] += `\n[[actor]]\nkey = "more-${row}"\nname = ${json(text)}\naliases = [${alias}]\ndescription = ${description}\nkind = "company"\n`;
    files[3][1] += `\n[[fact]]\nkey = "more-${row}"\ntext = ${fact}\nkind = "statement"\nsubject = "more-${row}"\ntopic = "sea"\n`;
    files[3][1] += `status = "reported-absence"\nwhen = { basis = "not-given" }\n${found}\n`;
  });
  return {
    files: files.map(([name, text]) => file(name, text)),
    formats: ["Sourceline story (TOML)", "Part of a Sourceline story (TOML)"],
    names: TEXTS,
  };
}

/**
 * Lists that are opened, several together where they are of one sort: each row of each is looked at all the same, but the
 * views around them are gone through once. Each has its files, the names that stand in them, as what the files are read,
 * and whether some of it may be followed.
 */
export const LISTS = {
  "a table": [plainCsv],
  "FollowTheMoney": [ftm, changes],
  "targets of OpenSanctions": [targets],
  "the list of OFAC, XML and CSV": [ofacXml, ofacCsv],
  "the lists of the UN and the EU": [un, eu],
  "the lists of the UK": [ukXml, ukCsv],
  "the list of Switzerland": [seco],
  "networks, GEXF and GraphML": [gexf, graphml],
  "facts of a page like this one": [facts],
  "a story, TOML": [story],
};

/** Several lists as one. */
export function together(lists) {
  const all = lists.map((list) => list());
  return {
    files: all.flatMap((it) => it.files),
    formats: [...new Set(all.flatMap((it) => it.formats))],
    names: all.flatMap((it) => it.names),
    hasLinks: all.some((it) => it.hasLinks),
  };
}
