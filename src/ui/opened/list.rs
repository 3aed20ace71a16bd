//! The list view of an opened list: how many rows there are, what can be done with them, and the rows.

use super::super::dom::{El, button, el, slot};
use super::super::live::Live;
use super::super::parts::{filters_button, nothing_left};
use super::desk::Desk;
use super::facets::chips;
use super::grid::{self, Counts};
use super::number;
use super::paper::{printer, sheet};
use crate::parts::list_head;
use crate::query::OpenedQuery;
use crate::seam::{Paper, Summary, ask};
use crate::words::{filled, opening as words};

/// The whole view.
pub(super) fn view(desk: Desk, list: &Summary) -> Vec<El> {
    let own = words();
    let counts = Live::new(None::<Counts>);
    let total = move || {
        counts.with(|it| {
            let Some(Counts { total, of, as_typed, .. }) = *it else { return String::new() };
            let [told, all, typed] = [total, of, as_typed].map(number);
            match () {
                () if as_typed < total => filled(own.similar_total, &[&told, &all, &typed]),
                () if total == of => filled(own.total_all, &[&told]),
                () => filled(own.total, &[&told, &all]),
            }
        })
    };
    let paper = Live::new(None::<Paper>);
    let plain = "button button--plain";
    let tools = [
        filters_button(desk.state),
        button(plain, own.save_csv).click(move || save(desk, "csv")),
        button(plain, own.save_json).click(move || save(desk, "json")),
        printer(desk, paper),
    ];
    let none = slot(move || counts.get().filter(|it| it.total == 0).map(|it| empty(desk, it)));
    vec![el("section", "list list--opened").attr("aria-labelledby", "list-title").children([
        list_head("list-title", own.list, |it: El| it.text_of(total), tools),
        none,
        sheet(desk, list, paper),
        grid::grid(desk, list, counts),
    ])]
}

/// Hands the reader what the query leaves.
fn save(desk: Desk, format: &str) {
    desk.save(ask::Save { query: desk.query_now().to_fragment(), format: format.to_owned() });
}

/// Says that nothing is left, and what each step back leads to.
fn empty(desk: Desk, counts: Counts) -> El {
    let own = words();
    let query = desk.query();
    let similar = (counts.similar > 0).then(|| {
        let mut similar = query.clone();
        similar.filter.typos = true;
        let label = filled(own.none_similar, &[&number(counts.similar)]);
        button("button button--strong", &label).click(move || desk.go(&similar))
    });
    let steps = chips(&query).into_iter().map(|(label, without): (String, OpenedQuery)| {
        let label = filled(crate::words::EN.chip_remove, &[&label]);
        button("button", &label).click(move || desk.go(&without))
    });
    nothing_left(own.none, own.none_help, similar.into_iter().chain(steps))
}
