//! Lists that a reader opens: a dataset of their own beside the story.
//!
//! The list lives in a worker ([`desk`]); views ask it for what they show and keep nothing else. What the reader has chosen
//! is the part of the fragment behind `/opened`.

mod bar;
mod desk;
mod evidence;
mod facets;
mod grid;
mod list;
mod mapping;
mod network;
mod open;
mod paper;
mod report;
mod shelf;

use super::dom::{El, button, el, slot};
use super::live::Derived;
use super::parts::notice;
use super::state::State;
use crate::query::{ActorKey, OpenedQuery, Query, Room};
use crate::seam::Ask;
use crate::store::Filter;
use crate::words::EN;

pub(super) use open::opener;

/// Asks the list that is open, if one is.
pub(super) fn ask<A: Ask>(state: State, ask: A, then: impl FnOnce(A::Answer) + 'static) {
    desk::desk(state).ask(ask, then);
}

/// The query that shows a target of the open list among all that a text finds there, or only that; `similar` where words
/// may have a wrong letter.
pub(super) fn showing(text: &str, similar: bool, target: Option<&str>) -> Query {
    let filter = Filter { text: text.to_owned(), typos: similar, ..Filter::default() };
    let query = OpenedQuery { filter, selection: target.and_then(ActorKey::parse), ..OpenedQuery::default() };
    desk::whole(&query)
}

/// What stands in the place of the story while an opened list is looked at.
pub(super) fn view(state: State) -> Vec<El> {
    let desk = desk::desk(state);
    let room = Derived::new(move || desk.query().room);
    let body = el("div", "slot").filled_of(move || {
        let Some(list) = desk.list.get() else { return vec![open::start(desk)] };
        let shown = list.summary.clone();
        let centre =
            el("main", "areas__centre").attr("id", "content").attr("tabindex", "-1").filled_of(move || {
                match room.get() {
                    Room::List => list::view(desk, &shown),
                    Room::Network => network::view(desk, &shown),
                    Room::Report => report::view(desk, &shown),
                }
            });
        let class = move || match room.get() {
            Room::Report => "areas areas--wide",
            _ => "areas",
        };
        let panels = el("div", "").class_of(move || class().to_owned()).children([
            facets::panel(desk, room),
            centre,
            evidence::panel(desk),
        ]);
        vec![bar::bar(desk, &list, room), panels]
    });
    vec![notices(desk), open::progress(desk), slot(move || open::trouble(desk)).attr("role", "status"), body]
}

/// What was not understood of the address, which is put right where the reader has taken note.
fn notices(desk: desk::Desk) -> El {
    let told = Derived::new(move || {
        let (_, notices) = desk.state.query.with(|query| OpenedQuery::parse(&query.opened));
        notices.iter().map(|it| it.text(&EN)).collect::<Vec<_>>()
    });
    slot(move || {
        let texts = told.get();
        (!texts.is_empty()).then(|| {
            let close = button("button", EN.notice_close).click(move || desk.go(&desk.query_now()));
            notice(&texts, close)
        })
    })
    .attr("role", "status")
}

/// A number as it is read: 14,965.
fn number(it: u64) -> String {
    let digits = it.to_string();
    let mut text = String::new();
    for (nth, digit) in digits.chars().enumerate() {
        if nth > 0 && (digits.len() - nth).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number with its noun: "14,965 rows".
fn counted(it: u64, [one, many]: [&'static str; 2]) -> String {
    format!("{} {}", number(it), if it == 1 { one } else { many })
}

/// Bytes as they are read: 3.9 MB.
fn bytes(it: u64) -> String {
    const STEPS: [(u64, &str); 3] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    match STEPS.into_iter().find(|(step, _)| it >= *step) {
        Some((step, unit)) => {
            let tenths = it / (step / 10);
            match (tenths / 10, tenths % 10) {
                (whole, rest) if whole < 10 => format!("{whole}.{rest} {unit}"),
                (whole, _) => format!("{whole} {unit}"),
            }
        }
        None => format!("{it} B"),
    }
}
