//! The sanctions list.

use leptos::prelude::*;

use super::browser;
use super::parts::chips;
use super::state::State;
use crate::engine::{List, Listing, shown_table};
use crate::export;
use crate::model::Keyed;
use crate::query::{Column, Query, View};

/// The list as a view of its own.
pub(super) fn view() -> AnyView {
    let state = State::get();
    list(Signal::derive(move || state.query.get()))
}

/// The list as it stands under the network: with the default filters.
pub(super) fn below() -> AnyView {
    let state = State::get();
    list(Signal::derive(move || {
        state.query.with(|query| Query { sort: query.sort, view: View::Sanctions, ..Query::default() })
    }))
}

/// The rows that `query` leaves.
fn list(query: Signal<Query>) -> AnyView {
    let state = State::get();
    let words = state.words();
    let found = Memo::new(move |_| query.with(|query| state.engine.list(query)));
    let total = move || {
        found.with(|found| {
            let shown = words.list_total.replacen("{}", &found.rows.len().to_string(), 1);
            shown.replacen("{}", &found.of.to_string(), 1)
        })
    };
    let save = move |json: bool| {
        let table = query.with_untracked(|query| shown_table(state.engine, query));
        if json {
            browser::download("sanctions.json", "application/json", &export::list_json(&table));
        } else {
            browser::download("sanctions.csv", "text/csv;charset=utf-8", &export::list_csv(&table));
        }
    };
    let rows = move || {
        if found.with(|found| found.rows.is_empty()) { empty(state) } else { table(found, query) }
    };
    view! {
        <section class="list" aria-labelledby="list-title">
            <div class="list__head">
                <h2 id="list-title">{words.sanctions}</h2>
                <p class="list__total" role="status">{total}</p>
                <div class="list__tools">
                    {filters_button(state)}
                    <button class="button button--plain" type="button" on:click=move |_| save(false)>
                        {words.export_csv}
                    </button>
                    <button class="button button--plain" type="button" on:click=move |_| save(true)>
                        {words.export_json}
                    </button>
                    <button class="button button--plain" type="button" on:click=|_| browser::print()>
                        {words.print}
                    </button>
                </div>
            </div>
            {rows}
        </section>
    }
    .into_any()
}

/// Opens the filters on a phone.
pub(super) fn filters_button(state: State) -> AnyView {
    let open = move |_| {
        state.filters_open.set(true);
        browser::focus_soon("filters-close");
    };
    view! {
        <button
            class="button filters-button"
            type="button"
            aria-expanded=move || state.filters_open.get().to_string()
            on:click=open
        >
            {state.words().filters}
        </button>
    }
    .into_any()
}

fn table(found: Memo<List>, query: Signal<Query>) -> AnyView {
    let state = State::get();
    let words = state.words();
    let heading = move |column: Column| {
        let sort = move || query.with(|query| query.sort);
        let click = move |_| {
            let sort = sort().clicked(column);
            state.go(state.query.with_untracked(|query| Query { sort, ..query.clone() }));
        };
        view! {
            <th scope="col" aria-sort=move || sort().aria(column)>
                <button
                    class="rows__sort"
                    type="button"
                    title=words.sorted_by.replace("{}", &column.label(words).to_lowercase())
                    on:click=click
                >
                    {column.label(words)}
                </button>
            </th>
        }
    };
    let rows = move || found.with(|found| found.rows.iter().map(|it| row(state, it)).collect_view());
    view! {
        <table class="rows rows--list">
            <caption class="out">{words.sanctions_caption}</caption>
            <thead>
                <tr>{Column::ALL.map(heading).collect_view()}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(state: State, listing: &Listing) -> AnyView {
    let it = listing.clone();
    let selection = it.selection.clone();
    let class = {
        let (selection, naming) = (selection.clone(), it.naming.key());
        move || {
            let chosen = state.query.with(|query| query.selection.as_ref() == Some(&selection));
            format!("row row--{naming}{}", if chosen { " row--chosen" } else { "" })
        }
    };
    let href = {
        let selection = selection.clone();
        move || state.link_to(Some(selection.clone()))
    };
    view! {
        <tr class=class on:click=move |_| state.select(Some(selection.clone()))>
            <td class="row__target">
                <a class="row__name" href=href>{it.target}</a>
                <span class="row__detail">{it.detail}</span>
                <span class="row__says print-only">{it.says}</span>
            </td>
            <td>{it.kind}</td>
            <td>{it.reason}</td>
            <td>{it.authority}</td>
            <td><span class=format!("badge badge--{}", it.status.key())>{it.status_label}</span></td>
            <td class="row__date">{it.listed}</td>
        </tr>
    }
    .into_any()
}

/// Says that nothing is left, and what each single step back would bring.
fn empty(state: State) -> AnyView {
    let words = state.words();
    let steps = chips(state)
        .into_iter()
        .map(|(label, without)| (label, state.engine.list(&without).rows.len(), without))
        .filter(|(_, rows, _)| *rows > 0)
        .map(|(label, rows, without)| {
            let text = format!("{} ({rows})", words.chip_remove.replace("{}", &label));
            view! {
                <button class="button" type="button" on:click=move |_| state.go(without.clone())>
                    {text}
                </button>
            }
        })
        .collect_view();
    let cleared = state.query.with(Query::cleared);
    let all = state.engine.list(&cleared).rows.len().to_string();
    view! {
        <div class="empty">
            <p class="empty__title">{words.list_empty}</p>
            <p class="empty__help">{words.list_empty_help}</p>
            <div class="empty__steps">
                {steps}
                <button class="button" type="button" on:click=move |_| state.go(cleared.clone())>
                    {words.list_reset.replace("{}", &all)}
                </button>
            </div>
        </div>
    }
    .into_any()
}
