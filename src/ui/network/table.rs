//! The table twin: what the drawing shows, one row a line.

use leptos::prelude::*;

use super::lines;
use crate::engine::Line;
use crate::graph::Network;
use crate::ui::state::State;

/// The table of the lines that are drawn.
pub(super) fn table(state: State, drawn: Memo<Network>) -> AnyView {
    let words = state.words();
    let row = move |line: Line| {
        let selection = line.selection.clone();
        let class = {
            let selection = selection.clone();
            move || {
                let chosen = state.query.with(|query| query.selection.as_ref() == Some(&selection));
                if chosen { "row row--chosen" } else { "row" }
            }
        };
        let said = line.stated.then(|| format!(" · {}", words.legend_stated));
        let href = {
            let selection = selection.clone();
            move || state.link_to(Some(selection.clone()))
        };
        let arrow = if line.mutual { "↔ " } else { "→ " };
        view! {
            <tr class=class on:click=move |_| state.select(Some(selection.clone()))>
                <td><a class="row__name" href=href>{line.from}</a></td>
                <td class="twin__to">{arrow} {line.to}</td>
                <td>
                    <span class=format!("swatch swatch--{}", line.tone)></span>
                    {line.passed} {said}
                </td>
                <td class="row__date">{line.count}</td>
            </tr>
        }
    };
    let rows = move || lines(state, drawn).into_iter().map(row).collect_view();
    let heading = |label: &'static str| {
        view! { <th scope="col"><span class="rows__plain">{label}</span></th> }
    };
    let headings =
        [words.network_from, words.network_to, words.network_passed, words.network_facts].map(heading);
    view! {
        <div class="twin">
            <table class="rows">
                <caption class="out">{words.network_table_caption}</caption>
                <thead><tr>{headings.collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
