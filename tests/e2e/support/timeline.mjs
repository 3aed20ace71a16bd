// The timeline as its readers meet it.

/** What there is to see and to do on the timeline. */
export class Timeline {
  constructor(page) {
    this.page = page;
    this.section = page.getByRole("region", { name: "Timeline" });
    this.shown = this.section.getByRole("status").first();
    this.said = this.section.getByRole("status").last();
    this.lanes = this.section.locator(".lane");
    this.items = this.section.locator(".lane a");
    this.toTable = this.section.getByRole("button", { name: "Table" });
    this.toDrawing = this.section.getByRole("button", { name: "Drawing" });
    this.table = this.section.getByRole("table");
    this.axis = this.section.locator(".axis");
    this.first = this.section.getByRole("slider", { name: "First day of the period" });
    this.last = this.section.getByRole("slider", { name: "Last day of the period" });
    this.from = this.section.locator('input[type="date"]').first();
    this.to = this.section.locator('input[type="date"]').last();
    this.whole = this.section.getByRole("button", { name: "All days" });
    /** On a phone: the headings, and what stands under them. */
    this.days = this.section.locator(".days__day");
    this.entries = this.section.locator(".days__item");
    this.empty = this.section.locator(".empty");
  }

  by(name) {
    return this.section.getByRole("group", { name: "Lanes by" }).getByRole("button", { name, exact: true });
  }

  lane(name) {
    return this.section.getByRole("group", { name: new RegExp(`^${name}, \\d+ `) });
  }

  /** The row of the table, or the entry under a day, of a fact or designation. */
  holding(all, selection) {
    return all.filter({ has: this.page.locator(`a[href$="sel=${selection}"]`) });
  }

  /** The link of a fact or designation: "fact:summit-held". */
  item(selection) {
    return this.section.locator(`a[href$="sel=${selection}"]`);
  }

  /** The lanes as a reader reads them: { "North Korea": 27 } */
  async counts() {
    const names = await this.lanes.evaluateAll((lanes) => lanes.map((lane) => lane.getAttribute("aria-label")));
    return Object.fromEntries(
      names.map((name) => {
        const [, label, count] = /^(.*), (\d+) \D+$/.exec(name);
        return [label, Number(count)];
      }),
    );
  }

  /** The middle of a day on the axis, by the number that stands under it. */
  async day(number) {
    const bar = this.section.locator(`.axis__bar[title^="${number} "]`);
    const box = await bar.boundingBox();
    const axis = await this.axis.boundingBox();
    return { x: box.x + box.width / 2, y: axis.y + 30 };
  }

  /** Drags over the axis from one day to another. */
  async brush(from, to) {
    const [one, other] = [await this.day(from), await this.day(to)];
    await this.page.mouse.move(one.x, one.y);
    await this.page.mouse.down();
    await this.page.mouse.move((one.x + other.x) / 2, one.y);
    await this.page.mouse.move(other.x, other.y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Marks and labels where they are seen: { selection, mark, label, row }. */
  async drawn() {
    return this.section.locator(".lane__rows a").evaluateAll((all) =>
      all.map((it) => {
        const box = (part) => it.querySelector(part)?.getBoundingClientRect().toJSON();
        return {
          selection: decodeURIComponent(/sel=([^&]*)/.exec(it.getAttribute("href"))[1]),
          lane: it.closest(".lane").getAttribute("aria-label"),
          box: it.getBoundingClientRect().toJSON(),
          mark: box(".mark"),
          tail: box(".tail"),
          label: box(".item__label"),
        };
      }),
    );
  }
}
