//! A click in the drawing that is for something else than to select: to say with whom an actor is to be
//! connected, or to give it a place. What a click does, the list and the keys do too.

use super::browser;
use super::dom::{El, button, el, slot, value_of};
use super::live::{Derived, Live};
use super::parts::search_field;
use super::state::{State, Take};
use crate::graph::Direction;
use crate::graph::geometry::Point;
use crate::model::{Actor, ActorId};
use crate::query::{Connection, Mark, Query, View, fold};
use crate::words::paths as words;

/// How far a key moves an actor, in px of the plane.
const NUDGE: f32 = 12.0;

/// Asks with whom an actor is to be connected.
pub(super) fn start_connecting(state: State, actor: &str) {
    state.go(state.query.with_untracked(|query| query.viewing(View::Network)));
    state.look.take.set(Some(Take::Connect(actor.to_owned())));
    browser::focus_soon("connect-with");
}

/// Asks where an actor is to stand.
pub(super) fn start_pinning(state: State, actor: &str) {
    state.go(state.query.with_untracked(|query| Query { table: false, ..query.viewing(View::Network) }));
    state.look.take.set(Some(Take::Pin(actor.to_owned())));
    browser::focus_soon("stage");
    browser::show_soon("stage");
}

/// Lets go of the question, and goes back to the drawing.
fn end(state: State) {
    state.look.take.set(None);
    browser::focus_soon("stage");
}

/// Answers a click: on whom, and where in the plane.
pub(super) fn take(state: State, take: Take, on: Option<ActorId>, at: Point) {
    match take {
        Take::Connect(one) => {
            let other = on.and_then(|id| state.engine.data().actors.get(id.index()));
            if let Some(other) = other.filter(|other| other.key != one) {
                connected(state, &one, &other.key);
            }
        }
        Take::Pin(actor) => {
            if let Some(actor) = state.engine.data().find::<Actor>(&actor) {
                put(state, actor, at);
                state.pinned(false);
            }
            end(state);
        }
    }
}

/// Answers a key while there is a question; false where there is none, or it is another's.
pub(super) fn key(state: State, key: &str, way: Option<Direction>, on: Option<ActorId>) -> bool {
    let Some(asked) = state.look.take.get_untracked() else { return false };
    match (asked, way, key) {
        (_, _, "Escape") => end(state),
        (Take::Pin(actor), Some(way), _) => {
            let actor = state.engine.data().find::<Actor>(&actor);
            return actor.is_some_and(|actor| nudge(state, actor, way));
        }
        (Take::Pin(_), _, "Enter") => end(state),
        (connect @ Take::Connect(_), _, "Enter") => take(state, connect, on, Point::new(0.0, 0.0)),
        _ => return false,
    }
    true
}

/// Moves an actor a little; moves that follow on each other are one step.
pub(super) fn nudge(state: State, actor: ActorId, way: Direction) -> bool {
    let pinned =
        state.look.pins.with_untracked(|pins| pins.iter().find(|pin| pin.0 == actor).map(|pin| pin.1));
    let at =
        pinned.or_else(|| state.engine.place(browser::shape()).positions.get(actor).map(|place| place.at));
    let Some(at) = at else { return false };
    put(state, actor, at.plus(way.way().times(NUDGE)));
    state.pinned(true);
    true
}

fn put(state: State, actor: ActorId, at: Point) {
    state.look.pins.update(|pins| {
        pins.retain(|pin| pin.0 != actor);
        pins.push((actor, at));
    });
}

/// What the next click is for, over the drawing, with a way out.
pub(super) fn hint(state: State, asked: &Take) -> Option<El> {
    let words = words();
    let (pattern, actor, out) = match asked {
        Take::Connect(actor) => (words.hint_connect, actor, words.cancel),
        Take::Pin(actor) => (words.hint_pin, actor, words.done),
    };
    let text = pattern.replace("{}", &state.engine.name_of(actor));
    let out = button("button", out).click(move || end(state));
    Some(el("div", "taking").attr("role", "status").child(el("p", "").text(&text)).child(out))
}

/// With whom an actor is to be connected: a list to search, for the evidence panel.
pub(super) fn connect(state: State, actor: &str) -> Vec<El> {
    let words = words();
    let all = state.query.with_untracked(|query| state.engine.connectable(query));
    let others: Vec<_> = all.into_iter().filter(|(_, key)| key != actor).collect();
    let text = Live::new(String::new());
    let found = Derived::new(move || {
        let words = text.with(|text| fold(text));
        let fits = |name: &str| words.split_whitespace().all(|word| fold(name).contains(word));
        others.iter().filter(|(name, _)| fits(name)).cloned().collect::<Vec<_>>()
    });
    let from = actor.to_owned();
    let list = el("ul", "connect__list").filled_of(move || {
        let one = |(name, key): (String, String)| {
            let from = from.clone();
            el("li", "").child(button("connect__one", &name).click(move || connected(state, &from, &key)))
        };
        found.get().into_iter().map(one).collect()
    });
    let first = actor.to_owned();
    let search = search_field(words.connect_search)
        .attr("id", "connect-with")
        .on("input", move |event| text.set(value_of(event)))
        .on("keydown", move |event| match browser::key_of(event).as_str() {
            "Enter" => {
                let best = found.with_untracked(|found| found.first().map(|(_, key)| key.clone()));
                if let Some(other) = best {
                    connected(state, &first, &other);
                }
            }
            "Escape" => end(state),
            _ => {}
        });
    let none =
        slot(move || found.with(Vec::is_empty).then(|| el("p", "connect__none").text(words.connect_none)));
    let close = button("quiet evidence__close", words.cancel).click(move || end(state));
    vec![
        el("div", "evidence__head").child(el("p", "evidence__kicker").text(words.path)).child(close),
        el("h2", "evidence__title").text(&words.connect_title.replace("{}", &state.engine.name_of(actor))),
        el("p", "evidence__subtitle").text(words.connect_help),
        el("div", "connect").child(search).child(none.attr("role", "status")).child(list),
    ]
}

/// Asks for the path between two actors. Where the part of the network that is shown does not connect
/// them, all actors are shown again but those whom the reader has hidden.
fn connected(state: State, one: &str, other: &str) {
    state.look.take.set(None);
    let asked = Connection::new(one, other);
    let mut query = state.query.with_untracked(|query| query.viewing(View::Network).selecting(None));
    let found = state.engine.route(&state.engine.network(&query), &asked);
    if found.is_none_or(|route| route.steps.is_empty()) {
        query.focus = None;
        query.marks.retain(|mark, _| mark == Mark::Hide);
    }
    state.go(Query { path: Some(asked), ..query });
    browser::focus_soon("evidence");
    browser::show_soon("stage");
}
