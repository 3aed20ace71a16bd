//! The facets of the open view: what is there, what each choice would leave.

use super::live::Derived;

use super::browser;
use super::dom::{El, button, el, slot};
use super::parts::{chip_row, text_search};
use super::state::State;
use crate::query::{Choice, Facet, View, choices};
use crate::words::filled;

/// The panel on the left; on a phone, a sheet.
pub(super) fn panel(state: State) -> El {
    let view = Derived::new(move || state.query.with(|query| query.view));
    sheet(state).children([
        el("div", "facets__search").child(text_search(state)),
        chip_row(state),
        el("div", "").filled_of(move || Facet::of_view(view.get()).map(|facet| one(state, facet)).collect()),
        others(state),
    ])
}

/// The panel without what it holds.
pub(super) fn sheet(state: State) -> El {
    let words = state.words();
    let class = move || if state.filters_open.get() { "facets facets--open" } else { "facets" }.to_owned();
    let close = button("button", words.filters_show).attr("id", "filters-close").click(move || {
        state.filters_open.set(false);
        browser::focus_soon("filters-open");
    });
    let head = el("div", "facets__head").child(el("h2", "").text(words.filters)).child(close);
    el("aside", "").class_of(class).attr("aria-label", words.filters).child(head)
}

fn one(state: State, facet: &'static Facet) -> El {
    let words = state.words();
    // Which values there are does not depend on the query: what is built once is kept up to date.
    let kept = move |nth: usize| {
        move || {
            let kept = |it: &Choice| (it.count, it.chosen);
            state.facets.with(|all| choices(all, facet.key).get(nth).map_or((0, false), kept))
        }
    };
    let choices = state.facets.with_untracked(|all| {
        let one = |(nth, it): (usize, &Choice)| {
            let (kept, value) = (kept(nth), it.value.clone());
            let class = move || match kept() {
                (0, false) if !state.awaits_texts() => "facet__choice facet__choice--none".to_owned(),
                _ => "facet__choice".to_owned(),
            };
            let input = el("input", "")
                .attr("type", "checkbox")
                .input_of(move || kept().1.then(String::new))
                .on("change", move |_| {
                    state.go(state.query.with_untracked(|query| query.toggled(facet, &value)));
                });
            let known = move || if state.awaits_texts() { String::new() } else { kept().0.to_string() };
            let count = el("span", "facet__count").text_of(known);
            let label = el("label", "").class_of(class);
            el("li", "").child(label.children([input, el("span", "").text(&it.label), count]))
        };
        choices(all, facet.key).iter().enumerate().map(one).collect::<Vec<_>>()
    });
    el("fieldset", "facet")
        .child(el("legend", "facet__name").text(facet.label(words)))
        .child(el("ul", "").children(choices))
        .attr("data-facet", facet.key)
}

/// What the list leaves out by default, in one line: nothing is hidden silently.
fn others(state: State) -> El {
    slot(move || {
        let query = state.query.get();
        let (_, others) = state.engine.listed_of(&query);
        (query.view == View::Sanctions && others > 0).then(|| {
            let text = filled(state.words().list_others, &[&others.to_string()]);
            el("p", "facets__others").text(&text)
        })
    })
}
