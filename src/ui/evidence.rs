//! The evidence panel: who says so.

use leptos::prelude::*;

use super::browser;
use super::state::State;
use crate::engine::{Card, Dossier, Section, Span, Term};
use crate::model::{Keyed, Naming};
use crate::query::{Query, Selection};

/// The panel on the right; on a phone, a sheet from below.
pub(super) fn panel() -> AnyView {
    let state = State::get();
    let words = state.words();
    let selection = Memo::new(move |_| state.query.with(|query| query.selection.clone()));
    let class = move || match selection.with(Option::is_some) {
        true => "evidence evidence--open",
        false => "evidence evidence--start",
    };
    let content = move || match selection.get() {
        Some(selection) => match state.engine.dossier(&selection) {
            Some(it) => dossier(state, &selection, it),
            None => view! { <p>{words.evidence_missing}</p> }.into_any(),
        },
        None => start(state),
    };
    view! {
        <aside class=class id="evidence" tabindex="-1" aria-label=words.evidence>{content}</aside>
    }
    .into_any()
}

fn start(state: State) -> AnyView {
    let words = state.words();
    let sources = state.engine.sources().into_iter().map(|(title, known)| {
        view! {
            <li class="start__source">{spans(state, vec![title], "")} <small>{known}</small></li>
        }
    });
    view! {
        <p class="evidence__kicker">{words.evidence}</p>
        <h2 class="evidence__title">{words.evidence_start}</h2>
        <p class="start__help">{words.evidence_start_help}</p>
        <h3>{words.section_sources}</h3>
        <ul>{sources.collect_view()}</ul>
    }
    .into_any()
}

fn dossier(state: State, selection: &Selection, it: Dossier) -> AnyView {
    let words = state.words();
    let sentence = matches!(selection, Selection::Fact(_));
    let title = format!(
        "evidence__title{}{}",
        if sentence { " evidence__title--sentence" } else { "" },
        hollow(it.naming)
    );
    let subtitle = (!it.subtitle.is_empty()).then(|| {
        view! { <p class="evidence__subtitle">{spans(state, it.subtitle, "")}</p> }
    });
    let terms = (!it.terms.is_empty()).then(|| {
        view! { <dl class="terms">{it.terms.into_iter().map(|it| term(state, it)).collect_view()}</dl> }
    });
    let speech = it.exact.into_iter().map(|(text, speaker)| {
        view! {
            <blockquote class="speech">
                "“" {text} "”" <span class="speech__by">{words.quote_by.replace("{}", &speaker)}</span>
            </blockquote>
        }
    });
    let link = {
        let selection = selection.clone();
        move |_| {
            let view = state.query.with_untracked(|query| query.view);
            let query = Query { view, selection: Some(selection.clone()), ..Query::default() };
            state.copy(browser::address(&query.to_fragment()), words.copied_link);
        }
    };
    let reference = it.reference.map(|text| {
        view! {
            <button
                class="button"
                type="button"
                on:click=move |_| state.copy(text.clone(), words.copied_reference)
            >
                {words.copy_reference}
            </button>
        }
    });
    view! {
        <div class="evidence__head">
            <p class="evidence__kicker">{it.kicker}</p>
            <button
                class="quiet evidence__close"
                type="button"
                on:click=move |_| state.select(None)
            >
                {words.evidence_close}
            </button>
        </div>
        <h2 class=title>{it.title}</h2>
        {subtitle}
        {speech.collect_view()}
        {terms}
        <p class="acts">
            <button class="button" type="button" on:click=link>{words.copy_link}</button>
            {reference}
        </p>
        {it.sections.into_iter().map(|it| section(state, it)).collect_view()}
    }
    .into_any()
}

fn hollow(naming: Naming) -> String {
    match naming {
        Naming::Named => String::new(),
        other => format!(" hollow hollow--{}", other.key()),
    }
}

fn term(state: State, it: Term) -> AnyView {
    let value = if it.badge {
        let text: String = it.value.into_iter().map(|span| span.text).collect();
        view! { <span class="badge">{text}</span> }.into_any()
    } else {
        spans(state, it.value, it.between)
    };
    view! {
        <dt>{it.label}</dt>
        <dd>{value} {it.small.map(|small| view! { <small>{small}</small> })}</dd>
    }
    .into_any()
}

fn section(state: State, it: Section) -> AnyView {
    let cards = it.cards.into_iter().map(|it| card(state, it)).collect_view();
    view! {
        <h3 class="evidence__section">{it.heading}</h3>
        <ul>{cards}</ul>
    }
    .into_any()
}

fn card(state: State, it: Card) -> AnyView {
    let class = format!("card card--{}{}", it.tone, if it.stated { " card--stated" } else { "" });
    let selection = it.selection;
    let exact = it.exact.into_iter().map(|(text, _)| {
        view! { <q class="card__exact">{text}</q> }
    });
    let place = format!("{} · {} · {}", it.places.join("; "), it.when, it.status);
    view! {
        <li class=class>
            {it.role.map(|role| view! { <span class="card__role">{role}</span> })}
            <a class="card__text" href=move || state.link_to(Some(selection.clone()))>{it.text}</a>
            {exact.collect_view()}
            <p class="card__foot">
                <span>{spans(state, it.chain, " → ")}</span>
                <span class="card__place">{place}</span>
            </p>
        </li>
    }
    .into_any()
}

/// Pieces of text one after another, those that lead somewhere as links.
fn spans(state: State, all: Vec<Span>, between: &'static str) -> AnyView {
    let piece = move |(nth, span): (usize, Span)| {
        let text = match span.to {
            Some(to) => view! { <a href=move || state.link_to(Some(to.clone()))>{span.text}</a> }.into_any(),
            None => span.text.into_any(),
        };
        view! { {(nth > 0).then_some(between)} {text} }
    };
    all.into_iter().enumerate().map(piece).collect_view().into_any()
}
