//! The facets of the open view: what is there, what each choice would leave.

use leptos::prelude::*;

use super::parts::{chip_row, text_search};
use super::state::State;
use crate::engine::List;
use crate::query::{Facet, View};

/// The panel on the left; on a phone, a sheet.
pub(super) fn panel() -> AnyView {
    let state = State::get();
    let words = state.words();
    let facets = Memo::new(move |_| state.query.with(|query| query.view));
    let class = move || if state.filters_open.get() { "facets facets--open" } else { "facets" };
    let close = move |_| state.filters_open.set(false);
    let shown = move || Facet::of_view(facets.get()).map(|facet| one(state, facet)).collect_view();
    view! {
        <aside class=class aria-label=words.filters>
            <div class="facets__head">
                <h2>{words.filters}</h2>
                <button class="button" type="button" id="filters-close" on:click=close>
                    {words.filters_show}
                </button>
            </div>
            <div class="facets__search">{text_search()}</div>
            {chip_row()}
            {shown}
            {others(state)}
        </aside>
    }
    .into_any()
}

fn one(state: State, facet: &'static Facet) -> AnyView {
    let words = state.words();
    let counts =
        Memo::new(move |_| state.query.with(|query| facet.counts(state.engine.data(), words, query).choices));
    let values = Memo::new(move |_| {
        counts.with(|all| all.iter().map(|it| (it.value.clone(), it.label.clone())).collect::<Vec<_>>())
    });
    let choice = move |(value, label): (String, String)| {
        let now = {
            let value = value.clone();
            Memo::new(move |_| {
                counts.with(|all| {
                    let it = all.iter().find(|it| it.value == value);
                    it.map_or((0, false), |it| (it.count, it.chosen))
                })
            })
        };
        let class = move || match now.get() {
            (0, false) => "facet__choice facet__choice--none",
            _ => "facet__choice",
        };
        view! {
            <li>
                <label class=class>
                    <input
                        type="checkbox"
                        prop:checked=move || now.get().1
                        on:change=move |_| {
                            state.go(state.query.with_untracked(|query| query.toggled(facet, &value)));
                        }
                    />
                    <span>{label}</span>
                    <span class="facet__count">{move || now.get().0}</span>
                </label>
            </li>
        }
    };
    let list = move || values.get().into_iter().map(choice).collect_view();
    view! {
        <fieldset class="facet">
            <legend class="facet__name">{facet.label(words)}</legend>
            <ul>{list}</ul>
        </fieldset>
    }
    .into_any()
}

/// What the list leaves out by default, in one line: nothing is hidden silently.
fn others(state: State) -> impl IntoView {
    move || {
        let List { others, .. } = state.query.with(|query| state.engine.list(query));
        let listed = state.query.with(|query| query.view == View::Sanctions);
        (listed && others > 0).then(|| {
            let text = state.words().list_others.replace("{}", &others.to_string());
            view! { <p class="facets__others">{text}</p> }
        })
    }
}
