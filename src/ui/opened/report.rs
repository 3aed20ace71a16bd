//! The import report: what became of each file and record.

use super::super::dom::{El, button, el, run, slot};
use super::super::live::Live;
use super::super::parts::{column, head_row};
use super::desk::Desk;
use super::open::stopped;
use super::{mapping, number};
use crate::seam::{FileSummary, Finding, Findings, Summary, Tally, ask};
use crate::words::{filled, opening as words};

/// So many findings are shown at once.
const SOME: u64 = 100;

/// The whole view.
pub(super) fn view(desk: Desk, list: &Summary) -> Vec<El> {
    let own = words();
    let save = move |format: &str| desk.save(ask::SaveReport { format: format.to_owned() });
    let plain = "button button--plain";
    let head = el("div", "list__head").children([
        el("h2", "").text(own.report),
        el("p", "list__total").text(own.report_help),
        el("div", "list__tools").children([
            button(plain, own.save_csv).click(move || save("csv")),
            button(plain, own.save_json).click(move || save("json")),
        ]),
    ]);
    let stopped: Vec<_> = stopped(list).collect();
    let stopped = (!stopped.is_empty()).then(|| el("ul", "reading__reasons").children(stopped));
    let section = el("section", "list report").child(head).child(files(list)).children(stopped);
    let dropped = desk.list.with_untracked(|list| list.as_ref().map(|it| it.dropped.files.clone()));
    let columns = dropped.and_then(|files| mapping::editor(desk, &files, list));
    vec![section.children(columns).child(findings(desk, list))]
}

fn files(list: &Summary) -> El {
    let own = words();
    let headings = [
        own.column_file,
        own.column_format,
        own.column_published,
        own.column_read,
        own.column_kept,
        own.column_repaired,
        own.column_refused,
    ];
    let row = |it: &FileSummary| {
        let said = it.said.map(|said| el("small", "").text(&filled(own.said, &[&number(said)])));
        let text = |text: &Option<String>| text.clone().unwrap_or_else(|| own.empty_cell.to_owned());
        let count = |it: u64| el("td", "report__number").text(&number(it));
        el("tr", "").children([
            el("td", "report__file").text(&it.name),
            el("td", "").text(&text(&it.format)),
            el("td", "").text(&text(&it.published)),
            count(it.read).text(" ").children(said),
            count(it.kept),
            count(it.repaired),
            count(it.refused),
        ])
    };
    let table = el("table", "rows report__files")
        .child(el("caption", "report__caption").text(own.files))
        .child(head_row(headings.map(column)))
        .child(el("tbody", "").children(list.files.iter().map(row)));
    // It scrolls by itself on a phone, so the keyboard must reach it.
    el("div", "report__room")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", own.files)
        .child(table)
}

fn findings(desk: Desk, list: &Summary) -> El {
    let own = words();
    if list.tallies.is_empty() {
        return el("p", "list__told").text(own.findings_none);
    }
    let outcome = Live::new(None::<u8>);
    let count = Live::new(SOME);
    let found = Live::new(None::<Findings>);
    run(Box::new(move || {
        desk.ask_for(ask::Findings { outcome: outcome.get(), from: 0, count: count.get() }, found);
    }));
    let mut outcomes: Vec<(u8, String, u64)> = Vec::new();
    for Tally { outcome, label, count, .. } in &list.tallies {
        match outcomes.iter_mut().find(|(it, _, _)| it == outcome) {
            Some((_, _, sum)) => *sum += count,
            None => outcomes.push((*outcome, label.clone(), *count)),
        }
    }
    let all: u64 = outcomes.iter().map(|(_, _, count)| count).sum();
    let choice = move |it: Option<u8>, label: &str| {
        button("button", label)
            .attr_of("aria-pressed", move || Some((outcome.get() == it).to_string()))
            .click(move || {
                count.set(SOME);
                outcome.set(it);
            })
    };
    let choices = outcomes
        .iter()
        .map(|(it, label, sum)| choice(Some(*it), &filled(own.findings_of, &[label, &number(*sum)])));
    let first = choice(None, &filled(own.findings_all, &[&number(all)]));
    let choices = el("div", "report__choices")
        .attr("role", "group")
        .attr("aria-label", own.findings)
        .child(first)
        .children(choices);
    let [place, what] = own.columns_finding;
    let row = |it: &Finding| {
        el("tr", "").children([
            el("td", "report__place").text(&it.place),
            el("td", "")
                .child(el("strong", "").text(&it.outcome))
                .text(" ")
                .text(&it.what)
                .child(el("span", "reading__advice").text(" ").text(&it.advice)),
        ])
    };
    let body = el("tbody", "").filled_of(move || {
        found.with(|it| it.as_ref().map(|it| it.findings.iter().map(row).collect()).unwrap_or_default())
    });
    let more = slot(move || {
        let (kept, total, shown) =
            found.with(|it| it.as_ref().map(|it| (it.kept, it.total, it.findings.len() as u64)))?;
        let told = (kept < total).then(|| {
            el("p", "list__told").text(&filled(own.findings_more, &[&number(kept), &number(total)]))
        });
        let more = (shown < kept && shown >= count.get()).then(|| {
            let more = button("button", &filled(own.more_values, &[&number(kept - shown)]));
            more.click(move || count.update(|it| *it += 4 * SOME))
        });
        Some(el("div", "report__more").children(told).children(more))
    });
    let table = el("table", "rows report__findings")
        .child(el("caption", "out").text(own.findings))
        .child(head_row([place, what].map(column)))
        .child(body);
    el("div", "").child(el("h3", "").text(own.findings)).child(choices).child(table).child(more)
}
