//! The sanctions list with its default filters.

use super::super::html::{El, el};
use super::{evidence_of, room};
use crate::engine::Bundled;
use crate::parts::{Element, list_cells, list_head, list_row_class, list_table};
use crate::query::{Column, Query, Selection};
use crate::seam::{Engine, Row, ask};
use crate::words::{self, filled};

/// The list under the network.
pub(super) fn section(engine: &Bundled) -> El {
    let own = words::list();
    let all = ask::Rows { query: Query::default().to_fragment(), from: 0, count: u64::MAX };
    let list = engine.answer(&all);
    let total = filled(own.total, &[&list.total.to_string(), &list.of.to_string()]);
    let tools = [own.csv, own.json, own.print].map(|text| room("button button--plain", text));
    let heading = |column: Column| {
        el("th", "").attr("scope", "col").child(el("span", "rows__sort").text(column.label()))
    };
    el("section", "list").attr("aria-labelledby", "list-title").children([
        list_head("list-title", own.title, |it: El| it.text(&total), tools),
        el("div", "").child(list_table(heading, list.rows.iter().filter_map(row))),
    ])
}

fn row(it: &Row) -> Option<El> {
    let to = Selection::parse(&it.key)?;
    let target = el("a", "row__name").attr("href", &evidence_of(&to)).text(&it.name);
    Some(el("tr", &list_row_class(it)).children(list_cells(it, target, None)))
}
