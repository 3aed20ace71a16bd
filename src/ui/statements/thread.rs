//! A thread: the claim, and beside it what is said to it.

use super::{Places, said};
use crate::engine::{Reply, Thread};
use crate::model::Keyed;
use crate::ui::dom::{El, el};
use crate::ui::state::State;

/// A thread. Claim and replies stand in two columns, or one below the other where there is no room.
pub(super) fn thread(state: State, places: &mut Places, it: &Thread) -> El {
    let claim = said::said(state, places, &it.claim);
    let (under, beside) = (replies(state, places, &it.under), replies(state, places, &it.beside));
    let class = if beside.is_none() { "thread thread--single" } else { "thread" };
    let left = el("div", "thread__claim").child(claim).children(under);
    el("div", class).child(left).children(beside.map(|beside| el("div", "thread__beside").child(beside)))
}

fn replies(state: State, places: &mut Places, all: &[Reply]) -> Option<El> {
    let all: Vec<_> = all.iter().map(|it| reply(state, places, it)).collect();
    (!all.is_empty()).then(|| el("ul", "replies").children(all))
}

fn reply(state: State, places: &mut Places, it: &Reply) -> El {
    let word = el("p", "reply__word").text(&it.word);
    let card = match &it.guest {
        Some(why) => said::guest(state, places, &it.said, why),
        None => said::said(state, places, &it.said),
    };
    let inner = replies(state, places, &it.replies);
    el("li", &format!("reply reply--{}", it.kind.key()))
        .child(word)
        .child(el("div", "reply__said").child(card).children(inner))
}
