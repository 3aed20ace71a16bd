// Texts that are made to do harm, lists of our own with them in every field, and a look at the page for what came of them.
import { readFileSync } from "node:fs";

/** What each script in a text would do, in the page as in a worker. */
const HARM = "globalThis.harmed=1";
const ELSEWHERE = "https://elsewhere.example";

/** Each with a number of its own at its end, so that no two are the same. */
const numbered = (texts) => texts.map((text, nth) => `${text}//${nth}`);

/** They are markup where something takes them for it. */
export const MARKUP = [
  `<script>${HARM}</script>`,
  `</script></style></textarea></title><script>${HARM}</script>`,
  `<img src=x onerror=${HARM}>`,
  `"><img src="${ELSEWHERE}/seen.png">`,
  `<svg><script>${HARM}</script></svg>`,
  `<svg onload=${HARM}>`,
  `<iframe srcdoc="<script>parent.${HARM}</script>"></iframe>`,
  `<object data="javascript:parent.${HARM}"></object>`,
  `<style>@import "${ELSEWHERE}/seen.css"</style>`,
  `<link rel=stylesheet href=${ELSEWHERE}/seen.css>`,
  `<base href=${ELSEWHERE}/>`,
  `<meta http-equiv=refresh content="0,url=${ELSEWHERE}/">`,
  `<form action=${ELSEWHERE}/><input name=password autofocus onfocus=${HARM}></form>`,
  `<details open ontoggle=${HARM}>`,
  `<a href="javascript:${HARM}" onmouseover="${HARM}">`,
  `<p onpointerenter='${HARM}' style='position:fixed' title='`,
  `<!--><img src=x onerror=alert(1)>-->`,
  `<![CDATA[<b>bold</b>]]>`,
];

/** They lead elsewhere, or run, where something takes them for an address. */
export const ADDRESSES = [
  `javascript:${HARM}`,
  `JaVaScRiPt:${HARM}`,
  `java\tscript:${HARM}`,
  `\u0001javascript:${HARM}`,
  `javascript://elsewhere.example/%0A${HARM}`,
  `data:text/html,<script>${HARM}</script>`,
  `vbscript:MsgBox(1)`,
  `blob:${ELSEWHERE}/1`,
  `file:///etc/passwd`,
  `//elsewhere.example/`,
  `\\\\elsewhere.example\\share`,
  `https://elsewhere.example@127.0.0.1/`,
  `https://elsewhere.example/\u202Egpj`,
];

/** The one address that a reader may follow. */
export const GOOD = `${ELSEWHERE}/a-page-of-the-list`;

/** They run where a spreadsheet takes them for formulas. */
const FORMULAS = [
  `=HYPERLINK("${ELSEWHERE}","see")`,
  `+1+cmd|' /C calc'!A0`,
  `-2+3`,
  `@SUM(1+1)`,
  ` =1+1`,
  `＝1+1`,
];

const OTHERS = [
  // What writers of markup make of it; shown as it stands, and not unpacked.
  `&lt;script&gt;${HARM}&lt;/script&gt;`,
  `&#60;img src=x onerror=${HARM}&#62;`,
  `%3Cscript%3E${HARM}%3C/script%3E`,
  // Templates.
  `{{constructor.constructor('${HARM}')()}}`,
  `\${${HARM}}`,
  `<%= ${HARM} %>`,
  // Letters that turn what comes after them around, or cannot be seen.
  `\u202E${HARM}`,
  `\u2067left\u2066open`,
  `zero\u200Bwidth\uFEFF`,
  // Names of what every object of a script has.
  `__proto__`,
  `constructor`,
  // A word without an end.
  "W".repeat(3_000),
  `z${"\u0335".repeat(300)}`,
];

/** All of them. */
export const TEXTS = numbered([...MARKUP, ...ADDRESSES, ...FORMULAS, ...OTHERS]);

/** For field `field` of row `row`: in as many rows as there are texts, each field has each of them. */
const at = (row, field) => TEXTS[(row + field * 5) % TEXTS.length];

const LETTERS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;", "\t": "&#9;" };
/** As XML has it, which has no way to write most control characters. */
const xml = (text) => text.replace(/[&<>"'\t]/g, (it) => LETTERS[it]).replace(/[\u0001-\u0008]/g, "");
const csv = (text) => `"${text.replaceAll('"', '""')}"`;
const json = (value) => JSON.stringify(value);

/** As a list tells a name: each run of white space is one space. */
export const tidy = (text) => text.split(/[^\S\uFEFF]+/).filter(Boolean).join(" ");

/** A file by its text. */
export const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

/** A name of a file that is one of the texts; no system lets a stroke stand in one. */
const NAME = `<img src=x onerror=${HARM}> =1+1 \u202E`;

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
  const known = { Name: "Plain Quay", Type: "Company", Country: "France", "Linked to": "__proto__//47", Website: GOOD };
  rows.push(["plain", ...COLUMNS.map((column) => known[column] ?? "")]);
  const lines = [["Id", ...COLUMNS], ...rows].map((row) => row.map(csv).join(","));
  return {
    files: [file(`${NAME}.csv`, lines.map((line) => `${line}\r\n`).join(""))],
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
    names: [...TEXTS, nothing],
    hasLinks: true,
  };
}

function ofacXml() {
  const entries = TEXTS.map((text, row) => {
    const own = (field) => xml(at(row, field));
    const id = (sort, field) =>
      `<id><uid>1</uid><idType>${sort}</idType><idNumber>${own(field)}</idNumber><idCountry>${own(field + 1)}</idCountry>` +
      `<issueDate>${own(field + 2)}</issueDate></id>`;
    return (
      `<sdnEntry><uid>${xml(text)}</uid><lastName>${xml(text)}</lastName><sdnType>${own(1)}</sdnType><title>${own(2)}</title>` +
      `<programList><program>${own(3)}</program></programList>` +
      `<akaList><aka><uid>2</uid><type>${own(4)}</type><category>${own(5)}</category><lastName>${own(6)}</lastName></aka></akaList>` +
      `<addressList><address><uid>3</uid><address1>${own(7)}</address1><city>${own(8)}</city><country>${own(9)}</country></address></addressList>` +
      `<idList>${id("Passport", 10)}${id(own(11), 12)}${id("Website", 13)}${id("Gender", 14)}</idList>` +
      `<dateOfBirthList><dateOfBirthItem><dateOfBirth>${own(15)}</dateOfBirth></dateOfBirthItem></dateOfBirthList>` +
      `<nationalityList><nationality><country>${own(16)}</country></nationality></nationalityList>` +
      `<vesselInfo><vesselType>${own(17)}</vesselType><vesselFlag>${own(18)}</vesselFlag><vesselOwner>${own(19)}</vesselOwner></vesselInfo>` +
      `<remarks><![CDATA[${at(row, 20).replaceAll("]]>", "").replace(/[\u0001-\u0008]/g, "")}]]> (Linked To: ${own(21)})</remarks></sdnEntry>\n`
    );
  });
  const head = `<publshInformation><Publish_Date>${xml(MARKUP[2])}</Publish_Date><Record_Count>${xml(FORMULAS[0])}</Record_Count></publshInformation>`;
  return {
    files: [file(`${NAME}.xml`, `<?xml version="1.0"?>\n<sdnList>${head}\n${entries.join("")}</sdnList>\n`)],
    names: TEXTS.map((text) => text.replace("\u0001", "")),
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
    names: TEXTS.map((text) => text.replace("\u0001", "")),
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
  return { files: [file(`${NAME}.json`, json(envelope))], names: TEXTS };
}

/** The small story of the tests, with other words in it wherever it has words for readers. */
function story() {
  let nth = 0;
  const fields = /^(name|short|description|label|title|summary|period|note|publisher|reason|text) = (?:"[^"]*"|'[^']*')$/gm;
  // What stands in quotation marks is written in TOML as in JSON.
  const changed = (text) => text.replace(fields, (_, field) => `${field} = ${json(TEXTS[nth++ % TEXTS.length])}`);
  const files = ["story", "sources", "actors", "facts", "designations"].map((name) => {
    const text = readFileSync(new URL(`../../data/story/${name}.toml`, import.meta.url), "utf8");
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
  return { files: files.map(([name, text]) => file(name, text)), names: TEXTS };
}

/** Lists that are opened, by their formats: the files, the names that stand in them, and whether some of it may be followed. */
export const LISTS = {
  "a table": plainCsv,
  "FollowTheMoney": ftm,
  "the list of OFAC, XML": ofacXml,
  "a network, GEXF": gexf,
  "facts of a page like this one": facts,
  "a story, TOML": story,
};

/**
 * Prepares the page to be looked at ([`harm`]): what it has of its own that runs or is fetched is no harm. To be called
 * before anything is opened.
 */
export function mark(page) {
  return page.evaluate((good) => {
    const own = new Set(document.querySelectorAll("script, link, style, meta, base, title"));
    const OURS = new Set(
      (
        "html head body a aside button caption dd details dialog div dl dt fieldset footer h1 h2 h3 h4 header input kbd label " +
        "legend li main nav ol option p pre progress section select small span strong summary table tbody td th thead tr ul " +
        "svg g path text tspan circle rect"
      ).split(" "),
    );
    const RUNS = /^(on|src|action$|formaction$|data$|background$|poster$|ping$|manifest$|http-equiv$)/i;
    const svg = "http://www.w3.org/2000/svg";
    globalThis.harm = () => {
      const found = new Set();
      if ("harmed" in globalThis) found.add("a text has run");
      for (const element of document.querySelectorAll("*")) {
        if (own.has(element)) continue;
        const told = element.outerHTML.slice(0, 120);
        const isTitle = element.localName === "title" && element.namespaceURI === svg;
        if (!OURS.has(element.localName) && !isTitle) found.add(`element: ${told}`);
        for (const { name } of element.attributes) if (RUNS.test(name)) found.add(`${name}: ${told}`);
        const address = element.getAttribute("href") ?? element.getAttribute("xlink:href");
        if (address === null || address.startsWith("#")) continue;
        const url = URL.parse(address, document.baseURI);
        const isHere = url?.href.startsWith(new URL(".", location.href).href) && !/^[a-z]+:/i.test(address);
        const isGood = address === good && element.rel.includes("noopener") && element.target === "_blank";
        if (!isHere && !isGood) found.add(`address: ${told}`);
      }
      return [...found];
    };
  }, GOOD);
}

/**
 * What on the page is no text, and not of the page itself: elements and attributes that it never makes, links that lead
 * anywhere but to itself or to the one address that a reader may follow, and what of the texts has run.
 * @returns {Promise<string[]>}
 */
export function harm(page) {
  return page.evaluate(() => globalThis.harm());
}
