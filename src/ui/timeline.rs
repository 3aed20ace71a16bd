//! The timeline: what happened when, in lanes, as days one under another, or as a table.
//!
//! The period that is drawn on its axis is that of the query, so that all views follow.

mod axis;
mod days;
mod keys;
mod lanes;
mod legend;
mod period;
mod stage;
mod table;

use super::dom::{El, button, el, slot};
use super::parts::filters_button;
use super::state::State;
use crate::query::{Lanes, Query};
use crate::words::{self, filled};
use stage::{Shape, Stage};

/// The view.
pub(super) fn view(state: State) -> Vec<El> {
    let own = words::timeline();
    let stage = Stage::new(state);
    let twin = button("button", "")
        .text_of(move || if stage.is_table() { own.as_drawing } else { own.as_table }.to_owned())
        .click(move || state.toggle_table());
    // Only the shape makes the body anew: a handle keeps the keyboard while what it narrows follows.
    let body = move || match stage.shape() {
        Shape::Table => vec![table::table(stage)],
        Shape::Days => vec![axis::axis(stage), days::days(stage)],
        Shape::Lanes => vec![lanes::lanes(stage)],
    };
    let section = el("section", "timeline").attr("aria-labelledby", "timeline-title").children([
        el("div", "timeline__head").children([
            el("h2", "out").attr("id", "timeline-title").text(own.title),
            el("p", "timeline__shown").attr("role", "status").text_of(move || shown(stage)),
            el("div", "timeline__tools").children([filters_button(state), by(state), twin]),
        ]),
        period::inputs(stage),
        el("div", "timeline__body").filled_of(body),
        empty(stage),
        el("p", "out").attr("role", "status").text_of(move || stage.said.get()),
        legend::legend(stage),
    ]);
    vec![section]
}

/// "38 of 112 in this period · 8 without a date left out".
fn shown(stage: Stage) -> String {
    let (own, words) = (words::timeline(), stage.state.words());
    let narrowed = stage.state.query.with(|query| query.period.narrows());
    stage.timeline.with(|timeline| {
        if !narrowed {
            return words.count(timeline.count(), own.items);
        }
        let (some, all) = (timeline.count().to_string(), timeline.all.len().to_string());
        let mut text = filled(own.shown_of, &[&some, &all]);
        if timeline.left_out > 0 {
            text.push_str(" · ");
            text.push_str(&own.left_out.replace("{}", &timeline.left_out.to_string()));
        }
        text
    })
}

/// What the lanes stand for, one of three.
fn by(state: State) -> El {
    let own = words::timeline();
    let one = move |by: Lanes| {
        let label = match by {
            Lanes::Side => own.lanes_side,
            Lanes::Actor => own.lanes_actor,
            Lanes::Kind => own.lanes_kind,
        };
        let pressed = move || Some(state.query.with(|query| query.lanes == by).to_string());
        button("button", label).attr_of("aria-pressed", pressed).click(move || {
            state.go(state.query.with_untracked(|query| Query { lanes: by, ..query.clone() }));
        })
    };
    el("div", "timeline__by")
        .attr("role", "group")
        .attr("aria-label", own.lanes)
        .child(el("span", "").attr("aria-hidden", "true").text(own.lanes))
        .children(Lanes::ALL.map(one))
}

/// Says that nothing is left, where nothing is, and clears.
fn empty(stage: Stage) -> El {
    let state = stage.state;
    let clear = move || state.go(state.query.with_untracked(Query::cleared));
    slot(move || {
        stage.timeline.with(|timeline| timeline.count() == 0).then(|| {
            el("div", "empty timeline__empty").children([
                el("p", "empty__title").text(words::timeline().empty),
                button("button", state.words().clear_all).click(clear),
            ])
        })
    })
}
