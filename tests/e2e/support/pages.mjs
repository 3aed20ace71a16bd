// The page as its readers meet it: what there is to see and to do, so that no test knows how it is marked up.
import { expect } from "@playwright/test";
import { open } from "./fixtures.mjs";

/** What readers read on things that tests press or look for. */
const TEXT = {
  clearAll: "Clear all",
  close: /^Close/,
  filters: "Filters",
  showResult: "Show the result",
  table: "Table",
  drawing: "Drawing",
  focus: /Only .*neighbours/,
  unfocus: /Show all actors/,
  unpin: /Put moved actors back/,
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: /^Fit/,
};

/** The facts as the site publishes them: what the page must say is taken from there. */
export async function published(page) {
  const response = await page.request.get("data/facts.json");
  expect(response.ok(), "data/facts.json is there").toBe(true);
  return response.json();
}

/** "2023-09-21" as readers read it: "21 September 2023". */
export function longDate(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  const name = month && new Date(Date.UTC(2000, month - 1)).toLocaleString("en", { month: "long", timeZone: "UTC" });
  return [day, name, year].filter(Boolean).join(" ");
}

/** The fragment of the address, as it stands there, without its #. */
export function fragment(page) {
  return new URL(page.url()).hash.slice(1);
}

/** Does as a reader who writes into the address bar: only the fragment changes. */
export async function editFragment(page, text) {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, text);
}

/** Presses Tab until something has the keyboard. */
export async function tabTo(page, wanted, { most = 90, key = "Tab" } = {}) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press(key);
    if (await wanted.evaluateAll((all) => all.includes(document.activeElement))) return;
  }
  throw new Error(`${key} does not lead to ${wanted} in ${most} steps`);
}

/** The frame: navigation, filters, notices, what is said of what was done. */
export class Frame {
  constructor(page) {
    this.page = page;
    this.head = page.getByRole("banner");
    this.brand = this.head.getByRole("link", { name: "Sourceline" });
    this.nav = page.getByRole("navigation");
    this.title = page.getByRole("heading", { level: 1 });
    this.share = page.getByRole("button", { name: "Share" });
    this.theme = page.getByRole("button", { name: /(dark|light) colours/i });
    this.notice = page.locator(".notice");
    this.toast = page.locator(".toast");
    this.overlay = page.getByRole("alertdialog");
  }

  tab(name) {
    return this.nav.getByRole("link", { name: new RegExp(`^${name}`) });
  }

  async go(name) {
    await this.tab(name).click();
    await expect(this.tab(name)).toHaveAttribute("aria-current", "page");
  }
}

/** Text search, facets and chips. */
export class Filters {
  constructor(page) {
    this.page = page;
    this.panel = page.getByRole("complementary", { name: "Filters" });
    this.search = this.panel.getByRole("searchbox");
    this.chips = this.panel.getByRole("list", { name: "Chosen filters" }).getByRole("button");
    this.clear = this.panel.getByRole("button", { name: TEXT.clearAll });
    /** On a phone: what opens the sheet, and what closes it. */
    this.opener = page.getByRole("main").getByRole("button", { name: TEXT.filters, exact: true });
    this.closer = this.panel.getByRole("button", { name: TEXT.showResult });
  }

  facet(name) {
    return this.panel.getByRole("group", { name, exact: true });
  }

  /** The tick box of a value; the count is part of its name. */
  choice(facet, value) {
    return this.facet(facet).getByRole("checkbox", { name: new RegExp(`^${escape(value)}\\s*\\d+$`) });
  }

  /** What each value of a facet would leave: { Person: 10, Company: 2 } */
  async counts(facet) {
    const labels = await this.facet(facet).locator("label").allInnerTexts();
    return Object.fromEntries(
      labels.map((text) => {
        const [, value, count] = /^(.*?)\s*(\d+)$/s.exec(text.trim());
        return [value.trim(), Number(count)];
      }),
    );
  }

  chip(text) {
    return this.chips.filter({ hasText: text });
  }
}

/** The sanctions list, in its own view or below the network. */
export class List {
  constructor(page) {
    this.page = page;
    this.section = page.getByRole("region", { name: "Sanctions" });
    this.total = this.section.getByRole("status");
    this.table = this.section.getByRole("table");
    this.rows = this.table.locator("tbody tr");
    this.csv = this.section.getByRole("button", { name: "CSV" });
    this.json = this.section.getByRole("button", { name: "JSON" });
    this.empty = this.section.locator(".empty");
  }

  row(name) {
    return this.rows.filter({ has: this.page.getByRole("link", { name, exact: true }) });
  }

  link(name) {
    return this.table.getByRole("link", { name, exact: true });
  }

  heading(column) {
    return this.table.getByRole("columnheader", { name: new RegExp(`^${column}`) });
  }

  sorter(column) {
    return this.heading(column).getByRole("button");
  }

  /** The rows as a reader reads them. */
  async shown() {
    return this.rows.evaluateAll((rows) =>
      rows.map((row) => {
        const cells = [...row.cells].map((cell) => cell.innerText.trim());
        const link = row.querySelector("a");
        return {
          id: decodeURIComponent(/sel=([^&]*)/.exec(link.getAttribute("href"))[1]),
          target: link.textContent.trim(),
          detail: row.querySelector(".row__detail").textContent.trim(),
          kind: cells[1],
          for: cells[2],
          authority: cells[3],
          status: cells[4],
          listed: cells[5],
        };
      }),
    );
  }

  /** Saves what a button hands out; returns its name and text. */
  async save(button) {
    return saved(this.page, () => button.click());
  }
}

/** The statements: the overview, and topic by topic who said what. */
export class Statements {
  constructor(page) {
    this.page = page;
    this.view = page.getByRole("region", { name: "Statements", exact: true });
    this.total = this.view.getByRole("status").first();
    this.empty = this.view.locator(".empty");
    this.disagree = this.view.getByRole("region", { name: "Where accounts disagree" });
    this.onlyDisputed = this.disagree.getByRole("button", { name: /^Only what is disputed/ });
    this.onlyAlone = this.disagree.getByRole("button", { name: /^Only what rests on one speaker alone/ });
    this.topics = this.view.getByRole("navigation", { name: "Topics" });
    /** Every statement in its place; guests and other tellings are none. */
    this.cards = this.view.locator(".said:not(.said--guest)");
    this.tellings = this.view.locator(".said__telling");
  }

  topic(name) {
    return this.view.getByRole("region", { name, exact: true });
  }

  topicLink(name) {
    return this.topics.getByRole("link", { name, exact: true });
  }

  /** A statement in its place, by the key of its fact. */
  card(key) {
    return this.view.locator(`[id="said-${key}"]`);
  }

  /** Its sentence: what selects it. */
  sentence(key) {
    return this.card(key).locator("> .card__text");
  }

  /** The thread that begins with a statement. */
  thread(key) {
    return this.view.locator(".thread").filter({ has: this.page.locator(`.thread__claim > [id="said-${key}"]`) });
  }

  /** What stands beside the claim of a thread: the word between them, whose word it is, the sentence. */
  async beside(key) {
    return this.thread(key).locator(".thread__beside > ul > li").evaluateAll((replies) =>
      replies.map((reply) => ({
        word: reply.querySelector(".reply__word").textContent,
        who: reply.querySelector(".said__who > :first-child").textContent,
        text: reply.querySelector(".card__text").textContent,
        fact: decodeURIComponent(/sel=fact:([^&]*)/.exec(reply.querySelector(".card__text").href)[1]),
      })),
    );
  }
}

/** The panel that says who says so. */
export class Evidence {
  constructor(page) {
    this.page = page;
    this.panel = page.getByRole("complementary", { name: "Evidence" });
    this.title = this.panel.getByRole("heading", { level: 2 });
    this.close = this.panel.getByRole("button", { name: TEXT.close });
    this.copyLink = this.panel.getByRole("button", { name: "Copy link" });
    this.copyReference = this.panel.getByRole("button", { name: "Copy reference" });
    this.check = this.panel.getByRole("link", { name: "Check in my copy" });
    this.speech = this.panel.locator("blockquote");
    this.cards = this.panel.getByRole("listitem").filter({ has: page.getByRole("link") });
  }

  /** What stands beside a word such as "When". */
  term(name) {
    const label = this.panel.getByRole("term").filter({ hasText: new RegExp(`^${escape(name)}$`) });
    return label.locator("xpath=following-sibling::dd[1]");
  }

  section(heading) {
    return this.panel.getByRole("heading", { level: 3, name: heading }).locator("xpath=following-sibling::ul[1]");
  }

  /** The card of a fact or designation in the panel, by the address that it leads to. */
  card(selection) {
    return this.cards.filter({ has: this.page.locator(`.card__text[href$="sel=${selection}"]`) });
  }

  /** The link of that card: its sentence. */
  sentence(selection) {
    return this.card(selection).locator(".card__text");
  }

  /**
   * Opens one thing after another by its address, and tells what the panel says of each.
   * @param {{ selection: string, title: string }[]} all
   * @returns {Promise<{ selection: string, title: string, text: string }[]>}
   */
  async read(all) {
    return this.panel.evaluate(async (panel, things) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const told = [];
      for (const { selection, title } of things) {
        const heard = new Promise((done) => addEventListener("hashchange", done, { once: true }));
        location.hash = `#/network?as=table&sel=${selection}`;
        await heard;
        const heading = () => panel.querySelector("h2")?.textContent.trim() ?? "";
        for (let frames = 0; frames < 60 && (frames < 1 || heading() !== title); frames += 1) await frame();
        told.push({ selection, title: heading(), text: panel.innerText });
      }
      return told;
    }, all);
  }
}

/** The view of the sources. */
export class Sources {
  constructor(page) {
    this.page = page;
    this.view = page.getByRole("region", { name: "Sources" });
    this.cards = this.view.getByRole("article");
    this.legend = this.view.getByRole("list", { name: /One cell a sentence/ });
  }

  /** The card of a source, by its id: the file that it names. */
  card(id) {
    const file = this.page.getByRole("definition").filter({ hasText: new RegExp(`^${escape(id)}$`) });
    return new SourceCard(this.page, this.cards.filter({ has: file }));
  }
}

/** The card of a source: what is known, the cells of its sentences, the check of a copy. */
export class SourceCard {
  constructor(page, root) {
    this.page = page;
    this.root = root;
    this.title = root.getByRole("heading", { level: 3 });
    this.input = root.getByLabel(/^Choose a file/);
    this.paste = root.getByRole("button", { name: /^Paste its text/ });
    /** What is said of a copy that could not be checked, or is being read. */
    this.told = root.locator(".drop__told");
    this.dismiss = this.told.getByRole("button", { name: "Dismiss" });
    this.verdict = root.locator(".verdict");
    this.checked = root.locator(".checked");
    this.onlyFailed = root.getByRole("button", { name: "Only what failed" });
    this.close = root.getByRole("button", { name: "Close the check" });
    this.failed = root.locator(".failed");
    this.marks = root.locator("mark");
    this.paragraphs = root.locator(".copy__text");
  }

  /** What stands beside a word such as "Publisher". */
  term(name) {
    const label = this.root.getByRole("term").filter({ hasText: new RegExp(`^${escape(name)}$`) });
    return label.locator("xpath=following-sibling::dd[1]");
  }

  /** The cell of a sentence: "10.1". */
  cell(place) {
    const [paragraph, sentence] = place.split(".");
    return this.root.locator(".strip").getByRole("link", { name: new RegExp(`^¶ ${paragraph}, sentence ${sentence}\\b`) });
  }

  /** All cells as a reader reads them. */
  async cells() {
    return this.root.locator(".strip .cell").evaluateAll((all) =>
      all.map((cell) => {
        const name = cell.getAttribute("aria-label");
        const [, paragraph, sentence] = /^¶ (\d+), sentence (\d+)/.exec(name);
        return { place: `${paragraph}.${sentence}`, name, count: Number(cell.textContent), link: cell.matches("a[href]") };
      }),
    );
  }

  /** The row of the reader's copy that has that text. */
  row(text) {
    return this.root.locator(".copy__row").filter({ has: this.page.locator(".copy__text", { hasText: text }) });
  }

  choose(file) {
    return this.input.setInputFiles(file);
  }

  /** Drops files, each a name and a text, on the card. */
  async drop(files) {
    await this.root.evaluate((card, all) => {
      const transfer = new DataTransfer();
      for (const [name, text] of all) transfer.items.add(new File([text], name, { type: "text/plain" }));
      for (const type of ["dragenter", "dragover", "drop"]) {
        card.querySelector("h3").dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }
    }, files);
  }
}

/** The network, drawn and as a table. */
export class Network {
  constructor(page) {
    this.page = page;
    this.view = page.getByRole("main");
    this.stage = page.getByRole("application");
    this.shown = this.view.getByRole("status").filter({ hasText: /\d+ lines?/ });
    this.said = page.locator(".network__frame").getByRole("status");
    this.table = page.getByRole("table", { name: /who did or said what to whom/i });
    this.lines = this.table.locator("tbody tr");
    this.toTable = this.view.getByRole("button", { name: TEXT.table, exact: true });
    this.toDrawing = this.view.getByRole("button", { name: TEXT.drawing, exact: true });
    this.focus = this.view.getByRole("button", { name: TEXT.focus });
    this.unfocus = this.view.getByRole("button", { name: TEXT.unfocus });
    this.unpin = this.view.getByRole("button", { name: TEXT.unpin });
    this.zoomIn = this.view.getByRole("button", { name: TEXT.zoomIn });
    this.zoomOut = this.view.getByRole("button", { name: TEXT.zoomOut });
    this.fit = this.view.getByRole("button", { name: TEXT.fit });
    this.legend = page.getByRole("list", { name: /what the lines mean/i }).getByRole("button");
    this.empty = page.locator(".network__empty");
    this.labels = this.stage.locator("text.label");
  }

  /** How many actors and lines the page says there are. */
  async counts() {
    const [actors, lines] = (await this.shown.innerText()).match(/\d+/g).map(Number);
    return { actors, lines };
  }

  /** The lines of the table: what each leads to, how its evidence should be headed, how many facts it has. */
  async rows() {
    return this.lines.evaluateAll((rows) =>
      rows.map((row) => {
        const [from, to, , count] = [...row.cells].map((cell) => cell.textContent.trim());
        const selection = decodeURIComponent(/sel=([^&]*)/.exec(row.querySelector("a").getAttribute("href"))[1]);
        return { selection, title: `${from} ${to}`, count: Number(count) };
      }),
    );
  }

  /** What is drawn: nodes with place and name (as far as a label shows it), edges with what they join. */
  async drawn() {
    return this.stage.evaluate((stage) => {
      const centre = ({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 });
      const opacity = (element) => Number(getComputedStyle(element).opacity);
      const groups = [...stage.querySelectorAll("g.node")];
      // Each node has the group for its label at the same place among the labels.
      const label = stage.querySelector("text.label");
      const labels = label ? [...label.parentElement.parentElement.children] : [];
      const nodes = groups.map((group, nth) => {
        const box = group.querySelector("path").getBoundingClientRect();
        const lines = [...(labels[nth]?.querySelectorAll("tspan") ?? [])].map((line) => line.textContent);
        return { name: lines.join(" "), ...centre(box), radius: box.width / 2, opacity: opacity(group) };
      });
      // A line ends before its node: the node is the one that it would run into.
      const ahead = (before, end) => {
        const long = Math.hypot(end.x - before.x, end.y - before.y) || 1;
        const on = [0, 4, 8, 12, 16, 20].map((far) => ({ x: end.x + ((end.x - before.x) / long) * far, y: end.y + ((end.y - before.y) / long) * far }));
        const away = nodes.map((node) => Math.min(...on.map(({ x, y }) => Math.hypot(node.x - x, node.y - y))) / (node.radius + 4));
        return nodes[away.indexOf(Math.min(...away))].name;
      };
      const matrix = stage.querySelector("g.edge path")?.getScreenCTM();
      const edges = [...stage.querySelectorAll("g.edge")].map((group) => {
        // What goes each way has a line of its own; where something goes both ways, each is a half and begins in
        // the middle.
        const ways = [...group.querySelectorAll("g.way")].map((way) => {
          const line = way.querySelector("path");
          // Where the curve runs, worked out from its three points: asking the browser for each point takes seconds.
          const [x0, y0, x1, y1, x2, y2] = line.getAttribute("d").match(/-?[\d.]+/g).map(Number);
          const samples = Array.from({ length: 61 }, (_, nth) => {
            const [t, u] = [nth / 60, 1 - nth / 60];
            const x = u * u * x0 + 2 * u * t * x1 + t * t * x2;
            const y = u * u * y0 + 2 * u * t * y1 + t * t * y2;
            return { x: x * matrix.a + matrix.e, y: y * matrix.d + matrix.f };
          });
          return {
            kind: /way--((?:material|verbal)-(?:conflict|cooperation)|relation|none)/.exec(way.getAttribute("class"))?.[1],
            dashed: getComputedStyle(line).strokeDasharray !== "none",
            colour: getComputedStyle(line).stroke,
            heads: (way.querySelector("path.head")?.getAttribute("d") ?? "").split("M").length - 1,
            samples,
          };
        });
        const [there, back] = ways.map(({ samples }) => samples);
        const samples = back ? [...back.toReversed(), ...there] : there;
        const [from, to] = [ahead(samples[1], samples[0]), ahead(samples.at(-2), samples.at(-1))];
        const ends = [to, from];
        return {
          from,
          to,
          ways: ways.map(({ samples: _, ...way }, nth) => ({ ...way, from: ends[1 - nth], to: ends[nth] })),
          count: Number(group.querySelector("text")?.textContent ?? 1),
          opacity: opacity(group),
          samples,
        };
      });
      return { nodes, edges };
    });
  }

  /** Where on the screen an actor is, by the name on its label. */
  async place(name) {
    const { nodes } = await this.drawn();
    const node = nodes.find((it) => it.name === name);
    expect(node, `${name} is drawn with its name`).toBeTruthy();
    return { x: node.x, y: node.y };
  }

  /** A point of an edge as far as can be from other edges and from nodes. */
  async placeOfEdge(from, to) {
    const { nodes, edges } = await this.drawn();
    const edge = edges.find((it) => [it.from, it.to].sort().join() === [from, to].sort().join());
    expect(edge, `a line is drawn between ${from} and ${to}`).toBeTruthy();
    const labels = await this.labels.evaluateAll((all) => all.map((it) => it.getBoundingClientRect().toJSON()));
    const others = edges.filter((it) => it !== edge).flatMap((it) => it.samples);
    const free = (point) =>
      Math.min(
        ...others.map((it) => Math.hypot(it.x - point.x, it.y - point.y)),
        ...nodes.map((it) => Math.hypot(it.x - point.x, it.y - point.y) - it.radius - 12),
        ...labels.map((it) => Math.max(it.left - point.x, point.x - it.right, it.top - point.y, point.y - it.bottom)),
      );
    const [fifth, long] = [Math.floor(edge.samples.length / 5), edge.samples.length];
    return edge.samples.slice(fifth, long - fifth).reduce((best, point) => (free(point) > free(best) ? point : best));
  }

  /** A point of the stage where nothing is. */
  async blank() {
    const box = await this.stage.boundingBox();
    const { nodes, edges } = await this.drawn();
    const labels = await this.labels.evaluateAll((all) => all.map((it) => it.getBoundingClientRect().toJSON()));
    const taken = [...nodes, ...edges.flatMap((it) => it.samples)];
    let best;
    for (let x = box.x + 16; x < box.x + box.width - 16; x += 12) {
      for (let y = box.y + 16; y < box.y + box.height - 16; y += 12) {
        const outside = labels.map((it) => Math.max(it.left - x, x - it.right, it.top - y, y - it.bottom));
        const room = Math.min(...taken.map((it) => Math.hypot(it.x - x, it.y - y)), ...outside);
        if (!best || room > best.room) best = { x, y, room };
      }
    }
    expect(best.room, "there is a blank place").toBeGreaterThan(8);
    return best;
  }

  /** How far two actors are apart on the screen: the measure of zoom. */
  async apart(one, other) {
    const [a, b] = [await this.place(one), await this.place(other)];
    return Math.hypot(a.x - b.x, a.y - b.y);
  }

  async hover(name) {
    const at = await this.place(name);
    await this.page.mouse.move(at.x, at.y);
  }

  async click(name) {
    const at = await this.place(name);
    await this.page.mouse.click(at.x, at.y);
  }

  async doubleClick(name) {
    const at = await this.place(name);
    await this.page.mouse.dblclick(at.x, at.y);
  }

  async drag(name, by) {
    const at = await this.place(name);
    await this.page.mouse.move(at.x, at.y);
    await this.page.mouse.down();
    await this.page.mouse.move(at.x + by.x / 2, at.y + by.y / 2);
    await this.page.mouse.move(at.x + by.x, at.y + by.y, { steps: 4 });
    await this.page.mouse.up();
  }

  async wheel(at, deltaY) {
    await this.page.mouse.move(at.x, at.y);
    await this.page.mouse.wheel(0, deltaY);
  }

  /** How far the first two actors are apart, in px: what zooming changes. */
  async span() {
    const { nodes } = await this.drawn();
    return Math.hypot(nodes[0].x - nodes[1].x, nodes[0].y - nodes[1].y);
  }

  /** Two fingers about a point, moved from one distance to another, as a touch screen sends them. */
  async pinch(about, from, to) {
    const touch = await this.page.context().newCDPSession(this.page);
    const fingers = (apart) => [-1, 1].map((side, id) => ({ x: about.x + (side * apart) / 2, y: about.y, id }));
    const send = (type, touchPoints) => touch.send("Input.dispatchTouchEvent", { type, touchPoints });
    await send("touchStart", fingers(from));
    for (let step = 1; step <= 5; step += 1) await send("touchMove", fingers(from + ((to - from) * step) / 5));
    await send("touchEnd", []);
    await touch.detach();
  }
}

/** What a page hands out where `act` asks for it: the name and the text of a file. */
export async function saved(page, act) {
  const waiting = page.waitForEvent("download");
  await act();
  const download = await waiting;
  const stream = await download.createReadStream();
  return { name: download.suggestedFilename(), text: Buffer.concat(await stream.toArray()).toString("utf8") };
}

/** The page with a list open. */
export async function openList(page, files, at = "/opened/list") {
  await open(page, at);
  const list = new Opened(page);
  await list.choose(files);
  await expect(list.name).toBeVisible();
  return list;
}

function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The box of search everywhere. */
export class Search {
  constructor(page) {
    this.page = page;
    this.opener = page.getByRole("banner").getByRole("button", { name: "Search" });
    this.box = page.getByRole("dialog", { name: "Search" });
    this.field = this.box.getByRole("combobox");
    this.closer = this.box.getByRole("button", { name: TEXT.close });
    this.parts = this.box.getByRole("group");
    this.options = this.box.getByRole("option");
    this.first = this.options.first();
    /** The name of the first, without what is said of it. */
    this.firstTitle = this.first.locator(".ask__title");
    this.said = this.box.getByRole("status");
    this.none = this.box.locator(".ask__none");
  }

  /** What was found of a kind. */
  part(kind) {
    return this.box.getByRole("group", { name: new RegExp(`^${escape(kind)}`) });
  }

  option(label) {
    return this.options.filter({ hasText: label }).first();
  }

  /** How many of a kind there are, as its heading says. */
  async count(kind) {
    return Number(/\d+$/.exec(await this.part(kind).locator(".ask__kind").innerText())[0]);
  }
}

/** A list that the reader has opened. */
export class Opened {
  constructor(page) {
    this.page = page;
    this.chooser = page.locator(".opening").getByText("Choose files");
    this.bar = page.getByRole("region", { name: "Opened list" });
    this.name = this.bar.getByRole("heading", { level: 1 });
    this.much = this.bar.locator(".dataset__much");
    this.another = this.bar.locator("input[type=file]");
    this.total = page.locator(".list__total");
    this.field = page.getByRole("searchbox", { name: "Names or numbers" });
    this.grid = page.getByRole("grid");
    this.rows = this.grid.locator("[role=row][id]");
    this.active = this.grid.locator(".grid__row--at");
    this.evidence = page.getByRole("complementary", { name: "Evidence" });
    this.words = this.evidence.locator(".spots__words").first();
    this.nodes = page.locator(".drawing").getByRole("button");
    this.close = this.bar.getByRole("button", { name: "Close the list" });
    /** While it is read. */
    this.progress = page.getByRole("progressbar");
    this.cancel = page.getByRole("button", { name: "Cancel" });
    /** Where it could not be. */
    this.told = page.getByRole("alert");
    this.again = this.told.getByRole("button", { name: "Try again" });
  }

  row(name) {
    return this.rows.filter({ has: this.page.getByText(name, { exact: true }) });
  }

  choice(label) {
    return this.page.getByRole("checkbox", { name: new RegExp(`^${label} `) });
  }

  room(name) {
    return this.bar.getByRole("link", { name, exact: true });
  }

  find(text) {
    return this.field.fill(text);
  }

  choose(files) {
    return this.page.locator(".opening input[type=file]").setInputFiles(files);
  }

  /** Drops files on the page as a whole. */
  async drop(files) {
    const dragged = await this.page.evaluateHandle((all) => {
      const transfer = new DataTransfer();
      for (const { name, text } of all) transfer.items.add(new File([text], name));
      return transfer;
    }, files);
    for (const event of ["dragenter", "dragover", "drop"]) {
      await this.page.dispatchEvent("body", event, { dataTransfer: dragged });
    }
  }
}

/** Lists that the reader keeps in the browser. */
export class Kept {
  constructor(page) {
    /** Keeps the open list, or forgets it. */
    this.keeper = page.getByRole("button", { name: "Keep in this browser" });
    this.part = page.getByRole("region", { name: "Kept in this browser" });
    this.title = this.part.getByRole("heading");
    this.lists = this.part.getByRole("listitem");
  }

  opener(name) {
    return this.part.getByRole("button", { name, exact: true });
  }

  forget(name) {
    return this.part.getByRole("button", { name: `Forget ${name}` });
  }
}
