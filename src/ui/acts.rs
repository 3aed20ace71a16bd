//! What a reader can do to an actor of the network: show only its neighbours, or more of them, hide it or
//! the others, pin it elsewhere, connect it with another. The same acts stand in its dossier, in the head of
//! the network, and under keys of the drawing.

use web_sys::KeyboardEvent;

use super::browser;
use super::dom::{El, button, el, slot};
use super::live::Derived;
use super::parts::drop_down;
use super::state::State;
use super::take;
use crate::engine::EXPAND;
use crate::graph::Direction;
use crate::model::{Actor, ActorId};
use crate::query::{Mark, Marks, Query, Selection, View};
use crate::words::{filled, paths};

/// One thing that can be done to an actor.
struct Act {
    /// The key in the drawing.
    key: &'static str,
    /// What its button says; nothing where there is nothing to do.
    label: fn(State, &Query, &str) -> Option<String>,
    /// Does it.
    does: fn(State, &str),
}

/// All of them, in the order in which readers see them.
const ACTS: &[Act] = &[
    Act {
        key: "f",
        label: |_, query, actor| {
            let focused = query.focus.as_ref().is_some_and(|focus| focus.0 == actor);
            Some(if focused { paths().all } else { paths().focus }.to_owned())
        },
        does: |state, actor| go(state, |query| choosing(query, actor).refocused()),
    },
    Act {
        key: "e",
        label: |state, query, actor| {
            let left = if query.in_part() { state.engine.beyond(query, actor).len() } else { 0 };
            let pattern = if left > EXPAND { paths().expand_some } else { paths().expand };
            let fill = [left.min(EXPAND), left].map(|number| number.to_string());
            (left > 0).then(|| filled(pattern, &[&fill[0], &fill[1]]))
        },
        does: |state, actor| go(state, |query| query.expanding(actor)),
    },
    Act {
        key: "h",
        label: |_, _, _| Some(paths().hide.to_owned()),
        does: |state, actor| {
            go(state, |query| query.hiding(actor));
            // What was under the keyboard is gone.
            browser::focus_soon("stage");
        },
    },
    Act {
        key: "o",
        label: |_, query, actor| {
            let alone = query.alone([actor]).marks == query.marks;
            (!alone).then(|| paths().hide_others.to_owned())
        },
        does: |state, actor| go(state, |query| choosing(query, actor).alone([actor])),
    },
    Act { key: "p", label: |_, _, _| Some(paths().pin.to_owned()), does: take::start_pinning },
    Act {
        key: "u",
        label: |state, _, actor| {
            let id = state.engine.data().find::<Actor>(actor)?;
            let pinned = state.look.pins.with(|pins| pins.iter().any(|pin| pin.0 == id));
            pinned.then(|| paths().unpin.to_owned())
        },
        does: |state, actor| {
            if let Some(id) = state.engine.data().find::<Actor>(actor) {
                state.look.pins.update(|pins| pins.retain(|pin| pin.0 != id));
                state.pinned(false);
            }
        },
    },
    Act { key: "c", label: |_, _, _| Some(paths().connect.to_owned()), does: take::start_connecting },
];

/// The acts on the selected actor as a row of buttons, for its dossier.
pub(super) fn row(state: State) -> El {
    el("div", "acts acts--actor")
        .attr("role", "group")
        .attr("aria-label", paths().acts)
        .children(buttons(state))
}

/// The same under one button in the head of the network, and what is left of the last expansion.
pub(super) fn menu(state: State) -> El {
    let actor = Derived::new(move || chosen(state));
    let menu = slot(move || {
        let name = state.engine.name_of(&actor.get()?);
        let list = el("div", "menu__list").attr("aria-label", paths().acts).children(buttons(state));
        Some(drop_down("button menu__name", &name, list.attr("role", "group"), true))
    });
    let more = slot(move || {
        let query = state.query.get();
        let last = query.marks.of(Mark::Expand).last()?.to_owned();
        let left = if query.in_part() { state.engine.beyond(&query, &last).len() } else { 0 };
        (left > 0).then(|| {
            let left = left.to_string();
            let label = filled(paths().more_label, &[&state.engine.name_of(&last), &left]);
            let more = button("button", &paths().more.replace("{}", &left)).attr("aria-label", &label);
            more.attr("title", &label).click(move || go(state, |query| query.expanding(&last)))
        })
    });
    el("div", "slot").child(menu).child(more)
}

/// The buttons stay while the query changes under them, so that the keyboard keeps its place.
fn buttons(state: State) -> Vec<El> {
    let one = |act: &'static Act| {
        let label = Derived::new(move || {
            let actor = chosen(state)?;
            state.query.with(|query| (act.label)(state, query, &actor))
        });
        button("button", "")
            .attr("data-key", &act.key.to_uppercase())
            .text_of(move || label.get().unwrap_or_default())
            .attr_of("hidden", move || label.with(Option::is_none).then(String::new))
            .click(move || {
                if let Some(actor) = chosen(state) {
                    (act.does)(state, &actor);
                }
            })
    };
    ACTS.iter().map(one).collect()
}

/// Answers a key in the drawing, for the actor where the keyboard stands. F is the drawing's own: it was
/// there first, and works before all this has arrived.
pub(super) fn key(state: State, event: &KeyboardEvent, actor: Option<ActorId>) -> bool {
    let key = event.key();
    let way = match key.as_str() {
        "ArrowLeft" => Some(Direction::Left),
        "ArrowRight" => Some(Direction::Right),
        "ArrowUp" => Some(Direction::Up),
        "ArrowDown" => Some(Direction::Down),
        _ => None,
    };
    if take::key(state, &key, way, actor) {
        return true;
    }
    let Some(actor) = actor else { return false };
    if let Some(way) = way {
        return event.shift_key() && take::nudge(state, actor, way);
    }
    let own = state.engine.data().actors.get(actor.index()).map(|actor| actor.key.clone());
    let (Some(own), true) = (own, key != "f" && key != "F") else { return false };
    let act = ACTS.iter().find(|act| act.key.eq_ignore_ascii_case(&key));
    let act = act.filter(|act| state.query.with_untracked(|query| (act.label)(state, query, &own)).is_some());
    act.map(|act| (act.does)(state, &own)).is_some()
}

/// By whom the network is narrowed, each with the query that is left without it.
pub(super) fn chips(state: State, query: &Query) -> Vec<(String, Query)> {
    let (engine, words) = (state.engine, paths());
    let named = |pattern: &str, actor: &str| pattern.replace("{}", &engine.name_of(actor));
    let mut chips = Vec::new();
    let only: Vec<_> = query.marks.of(Mark::Only).collect();
    if let [first, rest @ ..] = &only[..] {
        let label = match rest.len() {
            0 => named(words.chip_only, first),
            more => words.chip_only_many.replace("{}", &(more + 1).to_string()),
        };
        let mut without = query.clone();
        without.marks.retain(|mark, _| mark == Mark::Hide);
        chips.push((label, without));
    }
    let mut seen = Marks::default();
    for actor in query.marks.of(Mark::Expand) {
        if !seen.has(Mark::Expand, actor) {
            seen.add(Mark::Expand, actor);
            chips.push((named(words.chip_expand, actor), query.unmarking(Mark::Expand, actor)));
        }
    }
    for actor in query.marks.of(Mark::Hide) {
        chips.push((named(words.chip_hide, actor), query.unmarking(Mark::Hide, actor)));
    }
    if let Some(path) = &query.path {
        let label = filled(words.chip_path, &[&engine.name_of(&path.from), &engine.name_of(&path.to)]);
        chips.push((label, Query { path: None, ..query.clone() }));
    }
    chips
}

/// The selected actor.
fn chosen(state: State) -> Option<String> {
    state.query.with(|query| match &query.selection {
        Some(Selection::Actor(key)) => Some(key.clone()),
        _ => None,
    })
}

/// The same query with an actor selected that has something done to it.
fn choosing(query: &Query, actor: &str) -> Query {
    query.selecting(Some(Selection::Actor(actor.to_owned()))).viewing(View::Network)
}

fn go(state: State, to: impl FnOnce(&Query) -> Query) {
    state.go(state.query.with_untracked(to));
}
