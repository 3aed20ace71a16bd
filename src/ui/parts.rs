//! What views share: chips, text search.

use leptos::prelude::*;

use super::state::State;
use crate::model::{Actor, Dataset};
use crate::query::{Facet, Query};

/// What the query is narrowed by, each with the query that is left without it.
pub(super) fn chips(state: State) -> Vec<(String, Query)> {
    let (data, words): (&Dataset, _) = (state.engine.data(), state.words());
    let query = state.query.get();
    let mut chips = Vec::new();
    if !query.text.is_empty() {
        let label = words.chip_text.replace("{}", &query.text);
        chips.push((label, Query { text: String::new(), ..query.clone() }));
    }
    if let Some(focus) = &query.focus
        && let Some(actor) = data.find::<Actor>(&focus.0)
    {
        let label = words.chip_focus.replace("{}", &data[actor].name);
        chips.push((label, Query { focus: None, ..query.clone() }));
    }
    for facet in Facet::of_view(query.view) {
        for value in query.chosen(facet) {
            let name = facet.value_label(data, words, &value).unwrap_or_default();
            let label = format!("{}: {name}", facet.label(words));
            chips.push((label, query.toggled(facet, &value)));
        }
    }
    chips
}

/// The chips of the query, and one button that clears them all.
pub(super) fn chip_row() -> AnyView {
    let state = State::get();
    let words = state.words();
    let chip = move |(label, without): (String, Query)| {
        let name = words.chip_remove.replace("{}", &label);
        view! {
            <li>
                <button
                    class="chip"
                    type="button"
                    aria-label=name
                    on:click=move |_| state.go(without.clone())
                >
                    {label}
                </button>
            </li>
        }
    };
    let clear = move || {
        let query = state.query.get();
        query.narrowed().then(|| {
            view! {
                <button class="quiet" type="button" on:click=move |_| state.go(query.cleared())>
                    {words.clear_all}
                </button>
            }
        })
    };
    let row = move || {
        let chips = chips(state);
        (!chips.is_empty() || state.query.with(Query::narrowed)).then(|| {
            view! {
                <div class="chips">
                    <ul class="chips" aria-label=words.chips>{chips.into_iter().map(chip).collect_view()}</ul>
                    {clear}
                </div>
            }
        })
    };
    row.into_any()
}

/// The text search: narrows while the reader types, a step of the history only when done.
pub(super) fn text_search() -> AnyView {
    let state = State::get();
    let typed = move |event| {
        let text = event_target_value(&event);
        state.replace(state.query.with_untracked(|query| Query { text, ..query.clone() }));
    };
    view! {
        <input
            class="search"
            type="search"
            autocomplete="off"
            placeholder=state.words().filter_text
            aria-label=state.words().filter_text
            prop:value=move || state.query.with(|query| query.text.clone())
            on:input=typed
        />
    }
    .into_any()
}
