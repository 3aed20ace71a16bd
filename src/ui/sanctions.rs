//! The sanctions list.

use leptos::prelude::*;

use super::live::Derived;
use super::{browser, choose};

use super::dom::{El, button, el};
use super::parts::{empty, filters_button, told_chips};
use super::state::State;
use crate::parts::{list_cells, list_head, list_row_class, list_table};
use crate::query::{Column, Query, Selection, View};
use crate::seam::{Engine, Row, ask};
use crate::words::{self, filled};

/// The list as a view of its own.
pub(super) fn view(state: State) -> Vec<El> {
    vec![list(state, true, move || state.query.get())]
}

/// The list as it stands under the network: with the default filters.
pub(super) fn below(state: State) -> El {
    list(state, false, move || {
        let sort = state.query.with(|query| query.sort);
        Query { sort, view: View::Sanctions, ..Query::default() }
    })
}

/// The rows that `query` leaves.
fn list(state: State, filtered: bool, query: impl Fn() -> Query + Copy + Send + Sync + 'static) -> El {
    let own = words::list();
    let found = Derived::new(move || {
        state.engine.answer(&ask::Paper { query: query().to_fragment(), most: u64::MAX })
    });
    let total =
        move || found.with(|found| filled(own.total, &[&found.total.to_string(), &found.of.to_string()]));
    let save = move |format| save_rows(state, &untrack(query), format);
    let plain = "button button--plain";
    // Under the network the list has no filters of its own.
    let tools = filtered.then(|| filters_button(state)).into_iter().chain([
        button(plain, own.csv).click(move || save("csv")),
        button(plain, own.json).click(move || save("json")),
        button(plain, own.print).click(browser::print),
    ]);
    let rows = move || {
        found.with(|found| match found.rows.as_slice() {
            [] => vec![empty(state, own.reset, |query| state.engine.listed(query))],
            rows => vec![table(state, rows)],
        })
    };
    el("section", "list").attr("aria-labelledby", "list-title").children([
        list_head("list-title", own.title, |it: El| it.text_of(total), tools),
        el("p", "print-only").text_of(move || if filtered { told_chips(state) } else { String::new() }),
        el("div", "").filled_of(rows),
    ])
}

/// Hands the reader the list as its view would show it, in a format by its key.
pub(super) fn save(state: State, format: &str) {
    save_rows(state, &state.query.with_untracked(|query| query.viewing(View::Sanctions)), format);
}

fn save_rows(state: State, query: &Query, format: &str) {
    let ask = ask::Save { query: query.to_fragment(), format: format.to_owned() };
    browser::download(&state.engine.answer(&ask));
}

fn table(state: State, rows: &[(Row, String)]) -> El {
    let own = words::list();
    let heading = move |column: Column| {
        let sort = move || state.query.with(|query| query.sort);
        let label = column.label();
        let sorter = button("rows__sort", label)
            .attr("id", column.sorter())
            .attr("title", &own.sorted_by.replace("{}", &label.to_ascii_lowercase()))
            .click(move || {
                let sort = untrack(sort).clicked(column);
                state.go(state.query.with_untracked(|query| Query { sort, ..query.clone() }));
                browser::focus_soon(column.sorter());
            });
        el("th", "")
            .attr("scope", "col")
            .attr_of("aria-sort", move || Some(sort().aria(column).to_owned()))
            .child(sorter)
    };
    list_table(heading, rows.iter().filter_map(|(it, says)| row(state, it, says)))
}

fn row(state: State, it: &Row, says: &str) -> Option<El> {
    let to = Selection::parse(&it.key)?;
    let lead = choose::lead(state, "row__name", &it.name, &to);
    let says = el("span", "row__says print-only").text(says);
    let cells = list_cells(it, lead, Some(says));
    Some(choose::row(state, &list_row_class(it), &to).children(cells))
}
