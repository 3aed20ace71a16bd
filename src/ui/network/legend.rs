//! The legend: what the lines mean. Choosing an entry filters by it.

use leptos::prelude::*;

use crate::query::{Choice, Facet};
use crate::ui::state::State;

/// The entries of the facet `passed` as toggles, and what dashes and hollow shapes mean.
pub(super) fn legend(state: State) -> AnyView {
    let words = state.words();
    let Some(facet) = Facet::find("passed") else { return ().into_any() };
    let counts =
        Memo::new(move |_| state.query.with(|query| facet.counts(state.engine.data(), words, query).choices));
    let entry = move |choice: Choice| {
        let value = choice.value.clone();
        let pressed = {
            let value = value.clone();
            move || {
                let chosen = counts.with(|all| all.iter().any(|it| it.value == value && it.chosen));
                chosen.to_string()
            }
        };
        let swatch = format!("swatch swatch--{value}");
        view! {
            <li>
                <button
                    class="legend__entry"
                    type="button"
                    aria-pressed=pressed
                    on:click=move |_| {
                        state.go(state.query.with_untracked(|query| query.toggled(facet, &value)));
                    }
                >
                    <span class=swatch></span>
                    {choice.label}
                </button>
            </li>
        }
    };
    let entries = counts.with_untracked(|all| all.iter().cloned().map(entry).collect_view());
    view! {
        <ul class="legend" aria-label=words.legend>
            {entries}
            <li class="legend__key"><span class="swatch swatch--stated"></span>{words.legend_stated}</li>
            <li class="legend__key"><span class="swatch swatch--hollow"></span>{words.legend_unnamed}</li>
        </ul>
    }
    .into_any()
}
