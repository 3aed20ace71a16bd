//! One statement as a card: whose word, what, when, by which way, where it stands, on what it rests.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::Places;
use crate::engine::{Card, Mention, Said};
use crate::query::Selection;
use crate::ui::choose::lead;
use crate::ui::dom::{El, el};
use crate::ui::evidence::spans;
use crate::ui::state::State;
use crate::words::{dossier, filled, statements};

/// A statement in its place.
pub(super) fn said(state: State, at: &mut Places, it: &Said) -> El {
    let links = it
        .links
        .iter()
        .map(|(word, mention)| el("li", "said__link").text(word).text(" ").child(mentioned(state, mention)));
    let links = (!it.links.is_empty()).then(|| el("ul", "said__links").children(links));
    let foot = el("p", "said__foot").text(&it.card.when).text(SEP).child(match it.status {
        "stated" => el("span", "").text(it.card.status),
        status => el("span", &format!("badge badge--{status}")).text(it.card.status),
    });
    let foot = match &it.event {
        Some(event) => foot.text(SEP).text(event),
        None => foot,
    };
    let foot = if it.alone || it.voices > 1 { foot } else { foot.text(SEP).text(&it.rests) };
    frame(state, it, "")
        .attr("id", &place_id(&it.card.selection))
        .attr("tabindex", "-1")
        .children((it.voices > 1).then(|| rests(it, "p")))
        .child(way(state, it, foot.text(SEP)))
        .children(again(state, at, it))
        .children(links)
        .placed(at, &it.card.selection)
}

/// A statement that has its place elsewhere, shortly.
pub(super) fn guest(state: State, at: &mut Places, it: &Said, why: &str) -> El {
    let foot = el("p", "said__foot").child(el("i", "").text(why)).text(SEP);
    frame(state, it, " said--guest").child(way(state, it, foot)).placed(at, &it.card.selection)
}

const SEP: &str = " · ";

/// On how many voices it rests, as a ring with the number, and in words.
fn rests(it: &Said, tag: &str) -> El {
    let class = if it.alone { "rests rests--alone" } else { "rests" };
    el(tag, class).attr("data-voices", &it.voices.to_string()).text(&it.rests)
}

/// The id of the card of a statement in its place.
pub(super) fn place_id(selection: &Selection) -> String {
    format!("said-{}", selection.to_string().replacen("fact:", "", 1))
}

/// A word with the sign for what is disputed.
pub(super) fn disputed(word: &str) -> El {
    el("span", "disputed").text(word)
}

/// The card with whose word it is, the sentence and direct speech. A click on it selects the statement.
fn frame(state: State, it: &Said, class: &str) -> El {
    let class = format!(
        "said card card--{}{}{class}",
        it.card.tone,
        if it.card.stated { " card--stated" } else { "" }
    );
    let selection = it.card.selection.clone();
    // A state is its own side.
    let side = it.side.as_ref().filter(|side| **side != it.voice.text);
    let who = spans(state, el("p", "said__who"), vec![it.voice.clone()], "")
        .children(side.map(|side| el("span", "said__side").text(side)))
        .children(it.disputed.then(|| disputed(statements().disputed)))
        .children(it.alone.then(|| rests(it, "span")));
    let exact = it.card.exact.iter().map(|(text, speaker)| {
        let by = (*speaker != it.voice.text).then(|| dossier().quote_by.replace("{}", speaker));
        el("p", "said__exact")
            .child(el("q", "").text(text))
            .children(by.map(|by| el("span", "speech__by").text(&by)))
    });
    el("div", "")
        .class_while_chosen(state, &class, " said--chosen", &selection)
        .on("click", move |event| {
            // Links and folds on the card have a way of their own.
            let on = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if on.is_some_and(|on| matches!(on.closest("a, summary"), Ok(None))) {
                state.select(Some(selection.clone()));
            }
        })
        .child(who)
        .child(lead(state, "card__text", &it.card.text, &it.card.selection))
        .children(exact)
}

/// By which way it came, and where it stands in the source, at the end of a line.
fn way(state: State, it: &Said, line: El) -> El {
    // Whose word it is stands above.
    let skip = usize::from(it.card.chain.first() == Some(&it.voice));
    let chain = it.card.chain.iter().skip(skip).cloned().collect();
    spans(state, line, chain, " → ").text(", ").text(&places(&it.card))
}

/// The places in the source; a paragraph sign stays with its number.
fn places(card: &Card) -> String {
    card.places.join("; ").replace("¶ ", "¶\u{a0}")
}

/// The other tellings, folded; open where one of them is selected.
fn again(state: State, at: &mut Places, it: &Said) -> Option<El> {
    let own = statements();
    let [once, more] = own.told_again;
    let count = it.again.len();
    let label = if count == 1 { once.to_owned() } else { more.replace("{}", &count.to_string()) };
    let selections: Vec<_> = it.again.iter().map(|card| card.selection.clone()).collect();
    let open = move || {
        let selected = state.query.with(|query| query.selection.clone());
        selected.is_some_and(|it| selections.contains(&it)).then(String::new)
    };
    let tellings: Vec<_> = it.again.iter().map(|card| telling(state, at, card)).collect();
    (count > 0).then(|| {
        el("details", "said__again")
            .attr_of("open", open)
            .child(el("summary", "").text(&label))
            .child(el("ul", "").children(tellings))
    })
}

fn telling(state: State, at: &mut Places, card: &Card) -> El {
    let exact = card.exact.iter().map(|(text, _)| el("p", "said__exact").child(el("q", "").text(text)));
    let foot = el("p", "said__foot").text(&card.when).text(SEP);
    let foot = spans(state, foot, card.chain.clone(), " → ").text(", ").text(&places(card));
    el("li", "")
        .class_while_chosen(state, "said__telling", " said--chosen", &card.selection)
        .attr("id", &place_id(&card.selection))
        .child(lead(state, "card__text", &card.text, &card.selection))
        .children(exact)
        .child(foot)
        .placed(at, &card.selection)
}

/// "Vladimir Putin: …" as a link that selects it.
fn mentioned(state: State, it: &Mention) -> El {
    let text = filled(statements().mention, &[&it.voice, &it.text]);
    lead(state, "said__other", &text, &it.selection).attr("title", &text)
}

impl El {
    /// The same element, known as a place of a statement.
    fn placed(self, at: &mut Places, selection: &Selection) -> Self {
        at.add(selection, &self);
        self
    }
}
