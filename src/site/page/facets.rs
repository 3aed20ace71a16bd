//! The facets with their counts: what is there, before it can be chosen.

use super::super::html::{El, el};
use super::room;
use crate::engine::Engine;
use crate::query::{Choice, FacetCounts, Query};

/// The panel on the left.
pub(super) fn panel(engine: &Engine) -> El {
    let words = engine.words();
    let facets = engine.facets(&Query::default());
    // It scrolls, so the keyboard must reach it.
    el("aside", "facets").attr("aria-label", words.filters).attr("tabindex", "0").children([
        el("div", "facets__search").child(room("search", words.filter_text)),
        el("div", "").children(facets.iter().map(facet)),
    ])
}

fn facet(it: &FacetCounts) -> El {
    el("fieldset", "facet")
        .child(el("legend", "facet__name").text(it.label))
        .child(el("ul", "").children(it.choices.iter().map(choice)))
}

fn choice(it: &Choice) -> El {
    let class = if it.count == 0 { "facet__choice facet__choice--none" } else { "facet__choice" };
    // An empty picture is as large as the box to tick that will stand here.
    let tick = el("svg", "").attr("width", "15").attr("height", "15");
    let count = el("span", "facet__count").text(&it.count.to_string());
    let label = el("span", "").text(&it.label);
    el("li", "").child(el("span", class).child(tick).child(label).text(" ").child(count))
}
