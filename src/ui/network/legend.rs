//! The legend: what the lines mean. Choosing an entry filters by it.

use crate::query::{Choice, Facet};
use crate::ui::dom::{El, button, el};
use crate::ui::state::State;

/// The entries of the facet `passed` as toggles, and what dashes and hollow shapes mean.
pub(super) fn legend(state: State) -> El {
    let words = state.words();
    let legend = el("ul", "legend").attr("aria-label", words.legend);
    let Some(facet) = Facet::find("passed") else { return legend };
    let entry = move |choice: Choice| {
        let value = choice.value.clone();
        let pressed = {
            let value = value.clone();
            move || Some(state.query.with(|query| query.chosen(facet).contains(&value)).to_string())
        };
        let entry = button("legend__entry", "")
            .attr_of("aria-pressed", pressed)
            .child(el("span", &format!("swatch swatch--{value}")))
            .text(&choice.label)
            .click(move || {
                state.go(state.query.with_untracked(|query| query.toggled(facet, &value)));
            });
        el("li", "").child(entry)
    };
    let key = |swatch: &str, text: &str| {
        el("li", "legend__key").child(el("span", &format!("swatch swatch--{swatch}"))).text(text)
    };
    let choices = state.query.with_untracked(|query| facet.counts(state.engine.data(), words, query).choices);
    legend
        .children(choices.into_iter().map(entry))
        .child(key("stated", words.legend_stated))
        .child(key("hollow", words.legend_unnamed))
}
