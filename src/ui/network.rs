//! The network: actors and what passes between them, drawn or as a table.

mod keys;
mod legend;
mod shapes;
mod stage;
mod table;

use leptos::prelude::*;

use super::sanctions;
use super::state::State;
use crate::engine::Line;
use crate::graph::Network;
use crate::query::Query;

/// The view: the drawing or its table twin, and the list of the designations below.
pub(super) fn view() -> AnyView {
    let state = State::get();
    let words = state.words();
    let drawn = Memo::new(move |_| state.query.with(|query| state.engine.network(query)));
    let as_table = Memo::new(move |_| state.query.with(|query| query.table));
    let body = move || if as_table.get() { table::table(state, drawn) } else { stage::stage(state, drawn) };
    view! {
        <section class="network" aria-labelledby="network-title">
            <div class="network__head">
                <h2 class="out" id="network-title">{words.network}</h2>
                <p class="network__shown" role="status">{move || shown(state, drawn)}</p>
                <div class="network__tools">
                    {sanctions::filters_button(state)}
                    {focus_button(state)}
                    {twin_button(state, as_table)}
                </div>
            </div>
            {body}
            {legend::legend(state)}
        </section>
        {sanctions::below()}
    }
    .into_any()
}

/// "38 actors, 74 lines".
fn shown(state: State, drawn: Memo<Network>) -> String {
    let words = state.words();
    drawn.with(|network| {
        let actors = words.count(network.nodes.len(), words.count_actors);
        format!("{actors}, {}", words.count(network.edges.len(), words.count_links))
    })
}

fn twin_button(state: State, as_table: Memo<bool>) -> AnyView {
    let words = state.words();
    let toggle = move |_| {
        state.go(state.query.with_untracked(|query| Query { table: !query.table, ..query.clone() }));
    };
    let label = move || if as_table.get() { words.network_drawing } else { words.network_table };
    view! { <button class="button" type="button" on:click=toggle>{label}</button> }.into_any()
}

/// Narrows to the neighbours of the selected actor, and back.
fn focus_button(state: State) -> AnyView {
    let words = state.words();
    let button = move || {
        let query = state.query.get();
        let to = query.refocused();
        (to != query).then(|| {
            let label = if query.focus.is_some() { words.network_unfocus } else { words.network_focus };
            view! {
                <button class="button" type="button" on:click=move |_| state.go(to.clone())>{label}</button>
            }
        })
    };
    button.into_any()
}

/// The lines of the network in words.
fn lines(state: State, drawn: Memo<Network>) -> Vec<Line> {
    drawn.with(|network| state.engine.lines(network))
}
