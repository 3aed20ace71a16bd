// Texts that are made to do harm, and how the lists of our own that have them in every field are written.

/** What each script in a text would do, in the page as in a worker. */
export const HARM = "globalThis.harmed=1";
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
export const FORMULAS = [
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
  // What a terminal takes for a command; a whole row of a table that is the last of these ends a file of old systems.
  `bell\u0007\u001B[31mred\u0085next\u009B2J\u000Bdown\u001Aend`,
];

/** All of them. */
export const TEXTS = numbered([...MARKUP, ...ADDRESSES, ...FORMULAS, ...OTHERS]);

/** For field `field` of row `row`: in as many rows as there are texts, each field has each of them. */
export const at = (row, field) => TEXTS[(row + field * 5) % TEXTS.length];

const LETTERS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;", "\t": "&#9;" };
/** What XML has a way to write: no control characters, but for a few. */
export const writable = (text) => text.replace(/[\u0001-\u0008\u000B\u000C\u000E-\u001F]/g, "");
/** As XML has it. */
export const xml = (text) => writable(text).replace(/[&<>"'\t]/g, (it) => LETTERS[it]);
export const csv = (text) => `"${text.replaceAll('"', '""')}"`;
export const json = (value) => JSON.stringify(value);

/** As a list tells a name: each run of white space is one space. */
export const tidy = (text) => text.split(/(?:[^\S\uFEFF]|\u0085)+/).filter(Boolean).join(" ");

/** A file by its text. */
export const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

/** A name of a file that is one of the texts; no system lets a stroke stand in one. */
export const NAME = `<img src=x onerror=${HARM}> =1+1 \u202E`;
