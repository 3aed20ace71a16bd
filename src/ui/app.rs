//! The frame of the page: header, story head, the three areas, footer.

use leptos::prelude::*;

use super::state::State;
use super::{browser, evidence, facets, network, sanctions};
use crate::engine::Engine;
use crate::query::{Query, View};

/// The whole page.
pub(super) fn app(engine: &'static Engine) -> AnyView {
    let state = State::new(engine);
    provide_context(state);
    let words = state.words();
    let view = Memo::new(move |_| state.query.with(|query| query.view));
    let centre = move || match view.get() {
        View::Network => network::view(),
        View::Sanctions => sanctions::view(),
    };
    view! {
        <a class="out out--focusable" href="#content" on:click=skip>{words.skip}</a>
        {head()}
        {lede()}
        {notices()}
        <div class="areas">
            {facets::panel()}
            <main class="areas__centre" id="content" tabindex="-1">{centre}</main>
            {evidence::panel()}
        </div>
        {foot()}
        {toast()}
    }
    .into_any()
}

/// Moves on to the content without touching the fragment, which is the query.
fn skip(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    browser::focus_soon("content");
}

fn head() -> AnyView {
    let state = State::get();
    let words = state.words();
    let listed = state.engine.list(&Query::default()).rows.len();
    let tab = move |view: View| {
        let (label, count) = match view {
            View::Network => (words.nav_network, None),
            View::Sanctions => (words.nav_sanctions, Some(listed)),
        };
        let current = move || state.query.with(|query| query.view == view).then_some("page");
        let href = move || state.query.with(|query| format!("#{}", query.viewing(view).to_fragment()));
        view! {
            <a class="nav__link" href=href aria-current=current>
                {label} " " {count.map(|count| view! { <span class="nav__count">{count}</span> })}
            </a>
        }
    };
    let share = move |_| {
        let fragment = state.query.with_untracked(Query::to_fragment);
        state.copy(browser::address(&fragment), words.shared);
    };
    view! {
        <header class="head">
            <a class="head__brand" href="#/network">{words.brand}</a>
            <nav class="nav" aria-label=words.nav>{View::ALL.map(tab).collect_view()}</nav>
            <div class="head__tools">
                <button class="button" type="button" on:click=share>{words.share}</button>
                {theme()}
            </div>
        </header>
    }
    .into_any()
}

fn theme() -> AnyView {
    let words = State::get().words();
    let remembered = browser::remembered_theme();
    if let Some(theme) = remembered.as_deref().filter(|it| matches!(*it, "dark" | "light")) {
        browser::set_theme(theme);
    }
    let dark = RwSignal::new(match remembered.as_deref() {
        Some("dark") => true,
        Some("light") => false,
        _ => browser::prefers_dark(),
    });
    let change = move |_| {
        dark.update(|dark| *dark = !*dark);
        browser::set_theme(if dark.get_untracked() { "dark" } else { "light" });
    };
    let label = move || if dark.get() { words.theme_light } else { words.theme_dark };
    view! {
        <button class="button" type="button" aria-label=label title=label on:click=change>"◐"</button>
    }
    .into_any()
}

fn lede() -> AnyView {
    let state = State::get();
    let story = &state.engine.data().story;
    view! {
        <section class="lede">
            <h1>{story.title.as_str()}</h1>
            <p class="lede__summary">{story.summary.as_str()}</p>
            <p class="lede__counts">{state.engine.counts()}</p>
        </section>
    }
    .into_any()
}

fn notices() -> AnyView {
    let state = State::get();
    let close = move |_| state.notices.set(Vec::new());
    let shown = move || {
        let texts = state.notices.get();
        (!texts.is_empty()).then(|| {
            let texts = texts.into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
            view! {
                <div class="notice">
                    <div>{texts}</div>
                    <button class="button" type="button" on:click=close>
                        {state.words().notice_close}
                    </button>
                </div>
            }
        })
    };
    view! { <div role="status">{shown}</div> }.into_any()
}

fn toast() -> AnyView {
    let state = State::get();
    let close = move |_| state.toast.set(None);
    let shown = move || {
        state.toast.get().map(|(text, by_hand)| {
            let by_hand = by_hand.map(|text| {
                view! {
                    <input class="toast__text" readonly aria-label=state.words().copy_link value=text />
                }
            });
            view! {
                <div class="toast">
                    <span>{text}</span>
                    {by_hand}
                    <button class="quiet" type="button" on:click=close>{state.words().evidence_close}</button>
                </div>
            }
        })
    };
    view! { <div role="status">{shown}</div> }.into_any()
}

fn foot() -> AnyView {
    let words = State::get().words();
    view! {
        <footer class="foot">
            <p class="foot__data">
                <span>{words.data}</span>
                <a href="data/facts.json">{words.data_facts}</a>
                <a href="data/sanctions.csv">{words.data_sanctions}</a>
                <a href="data/entities.ftm.json">{words.data_ftm}</a>
            </p>
            <p>{words.data_privacy}</p>
        </footer>
    }
    .into_any()
}
