//! An opened list on paper: the rows that the query leaves, each with who says so and where.
//!
//! On the screen there are only as many rows as it has room for, so the rows for paper are asked for when a reader wants to
//! print, and let go afterwards.

use gloo::events::EventListener;
use gloo::utils::window;
use web_sys::Event;

use super::super::browser;
use super::super::dom::{El, button, el, slot};
use super::super::live::Live;
use super::super::parts::{column, head_row};
use super::desk::Desk;
use super::facets::chips;
use super::number;
use crate::seam::{Paper, Row, Summary, ask};
use crate::words::{filled, opening as words};

/// The most rows that are printed: some forty pages.
const MOST: u64 = 1_000;

/// The rows for paper, as long as they are printed; until then a word on what paper would lack.
pub(super) fn sheet(desk: Desk, list: &Summary, paper: Live<Option<Paper>>) -> El {
    let headings: Vec<_> = list.columns.iter().map(|it| it.label.clone()).collect();
    slot(move || {
        let shown = paper.with(|paper| paper.as_ref().map(|it| table(desk, &headings, it)));
        Some(shown.unwrap_or_else(|| el("p", "print-only").text(words().print_part)))
    })
}

/// What prints.
pub(super) fn printer(desk: Desk, paper: Live<Option<Paper>>) -> El {
    button("button button--plain", crate::words::list().print).click(move || {
        let query = desk.query_now().to_fragment();
        desk.ask(ask::Paper { query, most: MOST }, move |it| {
            if paper.is_there() {
                paper.set(Some(it));
                // The dialogue holds the page still: first the rows are drawn.
                browser::later(0, Box::new(move || print(paper)));
            }
        });
    })
}

/// Prints what is drawn, and lets the rows go once that is over.
fn print(paper: Live<Option<Paper>>) {
    let over = move |_: &Event| {
        if paper.is_there() {
            paper.set(None);
        }
    };
    EventListener::once(&window(), "afterprint", over).forget();
    browser::print();
}

fn table(desk: Desk, headings: &[String], paper: &Paper) -> El {
    let own = words();
    let told: Vec<_> = chips(&desk.query_now()).into_iter().map(|(label, _)| label).collect();
    let shown = paper.rows.len() as u64;
    let left = (shown < paper.total)
        .then(|| el("p", "").text(&filled(own.print_more, &[&number(shown), &number(paper.total)])));
    let body = paper.rows.iter().map(|(row, says)| line(row, says));
    el("div", "paper print-only").child(el("p", "").text(&told.join(" · "))).children(left).child(
        el("table", "rows")
            .child(head_row(headings.iter().map(|label| column(label))))
            .child(el("tbody", "").children(body)),
    )
}

fn line(row: &Row, says: &str) -> El {
    let target = el("td", "row__target").children([
        el("span", "row__name").text(&row.name),
        el("span", "row__detail").text(&row.detail),
        el("span", "row__says").text(says),
    ]);
    el("tr", "").child(target).children(row.cells.iter().map(|cell| el("td", "").text(cell)))
}
