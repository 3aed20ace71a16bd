//! The table twin: the same in order of time, each time in words.

use super::stage::{Stage, mark_class};
use crate::query::Lanes;
use crate::timeline::Item;
use crate::ui::choose;
use crate::ui::dom::{El, el};
use crate::ui::parts::{column, head_row, twin};
use crate::words;

/// The table.
pub(super) fn table(stage: Stage) -> El {
    let own = words::timeline();
    let lane = move || {
        let by = stage.timeline.with(|timeline| timeline.by);
        match by {
            Lanes::Side => own.column_side,
            Lanes::Actor => own.column_actor,
            Lanes::Kind => own.column_kind,
        }
        .to_owned()
    };
    let rows = move || {
        let data = stage.state.engine.data();
        stage.timeline.with(|timeline| {
            let all = timeline.by_time(data);
            all.into_iter().map(|(lane, item)| row(stage, &lane, item)).collect()
        })
    };
    let headings = [
        column(own.column_when),
        column(own.column_known),
        column("").text_of(lane),
        column(own.column_fact),
        column(own.column_says),
    ];
    let table = el("table", "rows rows--timeline").children([
        el("caption", "out").text(own.caption),
        head_row(headings),
        el("tbody", "").filled_of(rows),
    ]);
    twin("twin timeline__twin", own.as_table, table)
}

fn row(stage: Stage, lane: &str, item: &Item) -> El {
    let (state, words) = (stage.state, stage.state.words());
    let fact = el("td", "row__fact").children([
        el("span", &mark_class(item)).attr("aria-hidden", "true"),
        choose::lead(state, "row__text", &item.text, &item.selection),
        el("span", "row__detail").text(item.status),
    ]);
    choose::row(state, "row", &item.selection).children([
        el("td", "row__when").text(&item.time.told(words)),
        el("td", "row__known")
            .child(el("span", "row__precision").text(item.time.precision()))
            .child(el("span", "row__detail").text(&item.basis())),
        el("td", "").text(lane),
        fact,
        el("td", "").text(&item.speaker),
    ])
}
