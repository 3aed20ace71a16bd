//! The sources: what is known of each, what each of its sentences carries, and the check of a reader's copy.

mod beside;
mod copy;
mod desk;
mod drop;
mod strip;

use leptos::prelude::*;
use web_sys::Element;

use super::choose::lead;
use super::dom::{El, el, slot};
use super::live::keep;
use super::state::State;
use super::{browser, evidence};
use crate::coverage::Coverage;
use crate::model::{At, SourceId};
use crate::query::{Query, Row, Selection, View};
use crate::words::sources;
use desk::Desk;

/// The view: one card a source.
pub(super) fn view(state: State) -> Vec<El> {
    let words = sources();
    let cards: Vec<_> = Desk::all(state).into_iter().map(|desk| card(state, desk)).collect();
    follow(state, cards.iter().map(|card| card.0.clone()).collect());
    let head = el("div", "sources__head").children([
        el("h2", "").attr("id", "sources-title").text(words.title),
        el("p", "sources__intro").text(words.intro),
        strip::legend(),
    ]);
    let section = el("section", "sources").attr("aria-labelledby", "sources-title").child(head);
    vec![section.children(cards)]
}

/// Brings the card of what is selected before the reader's eyes, where nothing of it is to be seen. A fact
/// does so only when the view opens: whoever chooses one in the view looks at it already.
fn follow(state: State, cards: Vec<Element>) {
    keep(RenderEffect::new(move |opened: Option<()>| {
        let selection = state.query.with(|query| query.selection.clone());
        let leads = matches!(selection, Some(Selection::Source(_) | Selection::Sentence(..)));
        let place = selection.filter(|_| leads || opened.is_none()).and_then(|it| card_of(state, &it));
        if let Some(card) = place.and_then(|place| cards.get(place)).cloned() {
            browser::later(
                0,
                Box::new(move || {
                    if browser::is_out_of_sight(&card) {
                        card.scroll_into_view();
                    }
                }),
            );
        }
    }));
}

/// The place of the card that a selection is about: the first source that has it.
fn card_of(state: State, selection: &Selection) -> Option<usize> {
    let data = state.engine.data();
    data.all::<crate::model::Source>().map(|(id, _)| id).position(|id| {
        let own = &data[id].key;
        match selection {
            Selection::Source(key) | Selection::Sentence(key, _) => key == own,
            _ => Coverage::of(data, id)
                .sentences()
                .any(|(.., rows)| rows.iter().any(|row| *selection == selection_of(state, *row))),
        }
    })
}

fn card(state: State, desk: Desk) -> El {
    let words = sources();
    let source = &state.engine.data()[desk.source];
    let id = format!("source-{}", desk.source.index());
    let selection = Selection::Source(source.key.clone());
    let title = lead(state, "source__name", &source.title, &selection);
    let dossier = state.engine.dossier(&selection);
    let terms = dossier.into_iter().flat_map(|it| it.terms).flat_map(|it| evidence::term(state, it));
    let coverage = Coverage::of(state.engine.data(), desk.source);
    let known = el("div", "source__known").children([
        el("h3", "source__title").attr("id", &id).child(title),
        el("p", "source__note").text(&source.note),
        el("dl", "terms").children(terms),
    ]);
    let carries = el("div", "source__carries").children([
        el("h4", "source__heading").text(words.coverage),
        el("p", "source__sum").text(&state.engine.sums(coverage.sums())),
        strip::strip(state, desk.source, &coverage),
    ]);
    let article = el("article", "")
        .class_of(move || {
            let over = if desk.over.get() { " source--over" } else { "" };
            format!("source{over}")
        })
        .attr("aria-labelledby", &id)
        .children([known, carries, drop::check(desk).children(copy::result(desk))]);
    drop::onto(desk, article)
}

/// What opens a fact or a designation.
fn selection_of(state: State, row: Row) -> Selection {
    let data = state.engine.data();
    match row {
        Row::Fact(id) => Selection::Fact(data[id].key.clone()),
        Row::Designation(id) => Selection::Designation(data[id].key.clone()),
    }
}

/// What opens a sentence of a source.
fn sentence_of(state: State, source: SourceId, at: At) -> Selection {
    Selection::Sentence(state.engine.data()[source].key.clone(), at)
}

/// For the evidence panel: a link from something that rests on sentences to this view, where it can be
/// checked. Nothing for what rests on none by itself, nor where this view is open.
pub(super) fn opener(state: State, selection: &Selection) -> El {
    let rests = !matches!(selection, Selection::Actor(_) | Selection::Edge(..));
    let query = Query { view: View::Sources, selection: Some(selection.clone()), ..Query::default() };
    let href = format!("#{}", query.to_fragment());
    slot(move || {
        let elsewhere = state.query.with(|query| query.view != View::Sources);
        (rests && elsewhere).then(|| el("a", "button").attr("href", &href).text(sources().open))
    })
}
