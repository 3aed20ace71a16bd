//! The network: actors and what passes between them, drawn or as a table.

mod hands;
mod keys;
mod legend;
mod shapes;
mod stage;
mod table;

use super::live::Derived;

pub(super) use hands::answer;
pub(super) use stage::Stage;

use super::dom::{El, button, el, slot};
use super::later::room;
use super::parts::filters_button;
use super::state::State;
use crate::graph::Network;

/// The view: the drawing or its table twin, and the list of the designations below.
pub(super) fn view(state: State) -> Vec<El> {
    let words = state.words();
    let drawn = Derived::new(move || {
        // Without the texts nothing is found: it is worked out again when they are there.
        state.awaits_texts();
        state.query.with(|query| state.engine.network(query))
    });
    let as_table = Derived::new(move || state.query.with(|query| query.table));
    let awaits = Derived::new(move || state.awaits_texts());
    let stage = Stage::new(state, drawn);
    let body = move || match (as_table.get(), awaits.get()) {
        (false, false) => vec![stage::stage(stage)],
        (false, true) => room(state, |_| Vec::new()),
        (true, _) => room(state, |later| vec![(later.twin)(state, drawn)]),
    };
    let controls = slot(move || (!as_table.get()).then(|| stage::controls(stage)));
    let twin = button("button", "")
        .text_of(move || if as_table.get() { words.network_drawing } else { words.network_table }.to_owned())
        .click(move || state.toggle_table());
    let section = el("section", "network").attr("aria-labelledby", "network-title").children([
        el("div", "network__head").children([
            el("h2", "out").attr("id", "network-title").text(words.network),
            el("p", "network__shown").attr("role", "status").text_of(move || shown(state, drawn)),
            el("div", "network__tools").children([
                filters_button(state),
                slot(move || state.later.here().map(|later| (later.acts)(state))),
                focus_button(state),
                controls,
                twin,
            ]),
        ]),
        el("div", "").filled_of(body),
        legend::legend(state),
    ]);
    // The list that arrived stays until the app can make it, so that nothing moves.
    let below = slot(move || match state.later.here() {
        Some(later) => Some((later.below)(state)),
        None => state.list.with(Clone::clone),
    });
    vec![section, below]
}

/// The table twin, for `later`.
pub(super) fn twin(state: State, drawn: Derived<Network>) -> El {
    table::table(state, drawn)
}

/// "38 actors, 74 lines"; nothing while that is not known.
fn shown(state: State, drawn: Derived<Network>) -> String {
    let words = state.words();
    if state.awaits_texts() {
        return String::new();
    }
    drawn.with(|network| {
        let actors = words.count(network.nodes.len(), words.count_actors);
        format!("{actors}, {}", words.count(network.edges.len(), words.count_links))
    })
}

/// Narrows to the neighbours of the selected actor, and back.
fn focus_button(state: State) -> El {
    let words = state.words();
    slot(move || {
        let query = state.query.get();
        let to = query.refocused();
        (to != query).then(|| {
            let back = to.focus.is_none();
            let label = if back { words.network_unfocus } else { words.network_focus };
            button("button", label).click(move || state.go(to.clone()))
        })
    })
}
