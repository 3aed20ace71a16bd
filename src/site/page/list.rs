//! The sanctions list with its default filters.

use super::super::html::{El, el};
use super::{evidence_of, room};
use crate::engine::{Engine, Listing};
use crate::model::Keyed;
use crate::query::{Column, Query};
use crate::words::{self, filled};

/// The list under the network.
pub(super) fn section(engine: &Engine) -> El {
    let own = words::list();
    let list = engine.list(&Query::default());
    let total = filled(own.total, &[&list.rows.len().to_string(), &list.of.to_string()]);
    let plain = "button button--plain";
    let tools = el("div", "list__tools").children([
        room(plain, own.csv),
        room(plain, own.json),
        room(plain, own.print),
    ]);
    el("section", "list").attr("aria-labelledby", "list-title").children([
        el("div", "list__head").children([
            el("h2", "").attr("id", "list-title").text(own.title),
            el("p", "list__total").attr("role", "status").text(&total.replacen(
                "{}",
                &list.of.to_string(),
                1,
            )),
            tools,
        ]),
        el("div", "").child(table(&list.rows)),
    ])
}

fn table(rows: &[Listing]) -> El {
    let own = words::list();
    let heading = |column: Column| {
        el("th", "").attr("scope", "col").child(el("span", "rows__sort").text(column.label()))
    };
    el("table", "rows rows--list").children([
        el("caption", "out").text(own.caption),
        el("thead", "").child(el("tr", "").children(Column::ALL.map(heading))),
        el("tbody", "").children(rows.iter().map(row)),
    ])
}

fn row(it: &Listing) -> El {
    let target = el("td", "row__target").children([
        el("a", "row__name").attr("href", &evidence_of(&it.selection)).text(&it.target),
        el("span", "row__detail").text(&it.detail),
    ]);
    let status = el("span", &format!("badge badge--{}", it.status.key())).text(it.status_label);
    el("tr", &format!("row row--{}", it.naming.key())).children([
        target,
        el("td", "").text(it.kind),
        el("td", "").text(&it.reason),
        el("td", "").text(&it.authority),
        el("td", "").child(status),
        el("td", "row__date").text(&it.listed),
    ])
}
