//! The legend: what the lines mean. Choosing an entry filters by it.

use crate::parts::{self, swatch};
use crate::query::{Choice, Facet, choices};
use crate::ui::dom::{El, button};
use crate::ui::state::State;

/// The entries of the facet `passed` as toggles, and what dashes and hollow shapes mean.
pub(super) fn legend(state: State) -> El {
    let facet = Facet::find("passed");
    let all = state.facets.with_untracked(|all| choices(all, "passed").to_vec());
    let entries = facet.into_iter().flat_map(|facet| all.iter().map(move |it| entry(state, facet, it)));
    parts::legend(state.words(), state.words().legend, entries)
}

fn entry(state: State, facet: &'static Facet, choice: &Choice) -> El {
    let value = choice.value.clone();
    let pressed = {
        let value = value.clone();
        move || Some(state.query.with(|query| query.chosen(facet).contains(&value)).to_string())
    };
    button("legend__entry", "")
        .attr_of("aria-pressed", pressed)
        .child(swatch(&choice.value))
        .text(&choice.label)
        .click(move || state.go(state.query.with_untracked(|query| query.toggled(facet, &value))))
}
