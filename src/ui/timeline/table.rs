//! The table twin: the same in order of time, each time in words.

use super::stage::{Stage, mark_class};
use crate::query::Lanes;
use crate::timeline::Item;
use crate::ui::dom::{El, el, link};
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
    let heading = |label: &str| el("th", "").attr("scope", "col").text(label);
    let rows = move || {
        let data = stage.state.engine.data();
        stage.timeline.with(|timeline| {
            let all = timeline.by_time(data, stage.state.words());
            all.into_iter().map(|(lane, item)| row(stage, &lane, item)).collect()
        })
    };
    // A region that scrolls is reached by the keyboard.
    el("div", "twin timeline__twin")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", own.as_table)
        .child(el("table", "rows rows--timeline").children([
            el("caption", "out").text(own.caption),
            el("thead", "").child(el("tr", "").children([
                heading(own.column_when),
                heading(own.column_known),
                el("th", "").attr("scope", "col").text_of(lane),
                heading(own.column_fact),
                heading(own.column_says),
            ])),
            el("tbody", "").filled_of(rows),
        ]))
}

fn row(stage: Stage, lane: &str, item: &Item) -> El {
    let (state, words) = (stage.state, stage.state.words());
    let class = {
        let selection = item.selection.clone();
        move || if stage.is_chosen(&selection) { "row row--chosen" } else { "row" }.to_owned()
    };
    let href = {
        let selection = item.selection.clone();
        move || state.link_to(Some(selection.clone()))
    };
    let selection = item.selection.clone();
    let fact = el("td", "row__fact").children([
        el("span", &mark_class(item)).attr("aria-hidden", "true"),
        link("row__text", &item.text, href),
        el("span", "row__detail").text(item.status),
    ]);
    el("tr", "").class_of(class).click(move || state.select(Some(selection.clone()))).children([
        el("td", "row__when").text(&item.time.told(words)),
        el("td", "row__known")
            .child(el("span", "row__precision").text(item.time.precision()))
            .child(el("span", "row__detail").text(&item.basis(words))),
        el("td", "").text(lane),
        fact,
        el("td", "").text(&item.speaker),
    ])
}
