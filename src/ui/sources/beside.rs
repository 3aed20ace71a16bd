//! Facts and designations told shortly, beside the sentence that they rest on.

use super::super::choose::lead;
use super::super::dom::{El, el};
use super::super::state::State;
use crate::engine::{Card, told};
use crate::query::{Row, Selection};

/// What rests on a sentence: the fact, who says so, its status.
pub(super) fn rests(state: State, rows: &[Row]) -> El {
    el("ul", "beside").children(rows.iter().map(|row| rest(state, state.engine.card(*row))))
}

fn rest(state: State, card: Card) -> El {
    let stated = if card.stated { " card--stated" } else { "" };
    let class = format!("card card--{}{stated}", card.tone);
    // Which report it is need not be said beside its sentence.
    let says = card.chain.iter().filter(|span| !matches!(span.to, Some(Selection::Source(_))));
    let foot = format!("{} · {}", told(says), card.status);
    el("li", &class)
        .child(lead(state, "card__text", &card.text, &card.selection))
        .child(el("span", "card__foot").text(&foot))
}
