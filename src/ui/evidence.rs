//! The evidence panel: who says so.

use super::live::Derived;

use super::browser;
use super::choose::lead;
use super::dom::{El, button, el};
use super::later::room;
use super::state::{State, Take};
use super::{acts, paths, sources};
use crate::engine::{Card, Dossier, Section, Span, Term};
use crate::model::{Keyed, Naming};
use crate::query::{Query, Selection, View};
use crate::words;

/// The panel on the right; on a phone, a sheet from below.
pub(super) fn panel(state: State) -> El {
    let words = state.words();
    let selection = Derived::new(move || state.query.with(|query| query.selection.clone()));
    // What stands here while nothing is selected: the question with whom, or the path that answers it.
    let path = Derived::new(move || {
        let choosing = matches!(state.look.take.get(), Some(Take::Connect(_)));
        choosing || state.query.with(|query| query.path.is_some() && query.view == View::Network)
    });
    let class = move || {
        let open = path.get() || selection.with(Option::is_some);
        // On a phone the drawing is the other half of a path, and all where a place is to be pointed at.
        let sheet = match state.look.take.get() {
            Some(Take::Pin(_)) => " evidence--away",
            None if selection.with(Option::is_some) => "",
            _ => " evidence--path",
        };
        if open { format!("evidence evidence--open{sheet}") } else { "evidence evidence--start".to_owned() }
    };
    let content = move || {
        if let Some(Take::Connect(actor)) = state.look.take.get() {
            return room(state, |later| (later.connect)(state, &actor));
        }
        match selection.get() {
            Some(selection) => room(state, |later| (later.dossier)(state, &selection)),
            None if path.get() => room(state, |later| (later.path)(state)),
            None => start(state),
        }
    };
    el("aside", "")
        .class_of(class)
        .attr("id", "evidence")
        .attr("tabindex", "-1")
        .attr("aria-label", words.evidence)
        .filled_of(content)
}

fn start(state: State) -> Vec<El> {
    let words = state.words();
    let sources = state.engine.sources().into_iter().map(|(title, known)| {
        let title = spans(state, el("span", ""), vec![title], "");
        el("li", "start__source").child(title).child(el("small", "").text(&known))
    });
    vec![
        el("p", "evidence__kicker").text(words.evidence),
        el("h2", "evidence__title").text(words.evidence_start),
        el("p", "start__help").text(words.evidence_start_help),
        el("h3", "").text(words.section_sources),
        el("ul", "").children(sources),
    ]
}

/// What is known of a selection.
pub(super) fn dossier(state: State, selection: &Selection) -> Vec<El> {
    match state.engine.dossier(selection) {
        Some(it) => opened(state, selection, it),
        None => vec![el("p", "").text(words::dossier().missing)],
    }
}

fn opened(state: State, selection: &Selection, it: Dossier) -> Vec<El> {
    let (words, own) = (state.words(), words::dossier());
    let sentence = matches!(selection, Selection::Fact(_));
    let class = format!(
        "evidence__title{}{}",
        if sentence { " evidence__title--sentence" } else { "" },
        match it.naming {
            Naming::Named => String::new(),
            other => format!(" hollow hollow--{}", other.key()),
        }
    );
    let close = button("quiet evidence__close", words.close).click(move || state.select(None));
    let mut all: Vec<_> = paths::back(state).into_iter().collect();
    all.extend([
        el("div", "evidence__head").child(el("p", "evidence__kicker").text(it.kicker)).child(close),
        el("h2", &class).text(&it.title),
    ]);
    if !it.subtitle.is_empty() {
        all.push(spans(state, el("p", "evidence__subtitle"), it.subtitle, ""));
    }
    if matches!(selection, Selection::Actor(_)) {
        all.push(acts::row(state));
    }
    all.extend(it.exact.iter().map(|(text, speaker)| {
        let by = own.quote_by.replace("{}", speaker);
        el("blockquote", "speech").text(&format!("“{text}”")).child(el("span", "speech__by").text(&by))
    }));
    if !it.terms.is_empty() {
        all.push(el("dl", "terms").children(it.terms.into_iter().flat_map(|it| term(state, it))));
    }
    let view = state.query.with_untracked(|query| query.view);
    let query = Query { view, selection: Some(selection.clone()), ..Query::default() };
    let copy_link = button("button", words.copy_link).click(move || {
        state.copy(browser::address(&query.to_fragment()), own.copied_link);
    });
    let reference = it.reference.map(|text| {
        button("button", own.copy_reference).click(move || state.copy(text.clone(), own.copied_reference))
    });
    let check = sources::opener(state, selection);
    all.push(el("p", "acts").child(copy_link).children(reference).child(check));
    all.extend(it.sections.into_iter().flat_map(|it| section(state, it)));
    all
}

/// A property as the two parts of a list of terms.
pub(super) fn term(state: State, it: Term) -> [El; 2] {
    let value = match it.badge {
        Some(key) => {
            let badge = el("span", &format!("badge badge--{key}"));
            el("dd", "").child(spans(state, badge, it.value, it.between))
        }
        None => spans(state, el("dd", ""), it.value, it.between),
    };
    let small = it.small.map(|small| el("small", "").text(&small));
    [el("dt", "").text(it.label), value.children(small)]
}

fn section(state: State, it: Section) -> [El; 2] {
    let cards = it.cards.into_iter().map(|it| card(state, it));
    [el("h3", "evidence__section").text(&it.heading), el("ul", "").children(cards)]
}

pub(super) fn card(state: State, it: Card) -> El {
    let class = format!("card card--{}{}", it.tone, if it.stated { " card--stated" } else { "" });
    let role = it.role.map(|role| el("span", "card__role").text(role));
    let exact = it.exact.iter().map(|(text, _)| el("q", "card__exact").text(text));
    let place = format!("{} · {} · {}", it.places.join("; "), it.when, it.status);
    let foot = el("p", "card__foot")
        .child(spans(state, el("span", ""), it.chain, " → "))
        .child(el("span", "card__place").text(&place));
    el("li", &class)
        .children(role)
        .child(lead(state, "card__text", &it.text, &it.selection))
        .children(exact)
        .child(foot)
}

/// Pieces of text one after another, those that lead somewhere as links.
pub(super) fn spans(state: State, into: El, all: Vec<Span>, between: &str) -> El {
    all.into_iter().enumerate().fold(into, |into, (nth, span)| {
        let into = if nth > 0 { into.text(between) } else { into };
        match span.to {
            Some(to) => into.child(lead(state, "", &span.text, &to)),
            None => into.text(&span.text),
        }
    })
}
