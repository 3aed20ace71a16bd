//! The frame of the page: header, story head, the three areas, footer.

use super::live::Derived;

use super::dom::{El, button, el, link, slot};
use super::later::room;
use super::parts::notice;
use super::state::State;
use super::{ask, browser, evidence, facets, network};
use crate::query::{Query, View};

/// The whole page. What of it never changes stays as it arrived: the head of the story, and the foot.
pub(super) fn app(state: State, lede: Option<El>, foot: Option<El>) -> Vec<El> {
    let words = state.words();
    let view = Derived::new(move || state.query.with(|query| query.view));
    // The fragment is the query, so this link must not touch it.
    let skip = el("a", "out out--focusable").attr("href", "#content").text(words.skip).on("click", |event| {
        event.prevent_default();
        browser::focus_soon("content");
    });
    let opened = Derived::new(move || view.get() == View::Opened);
    let body = el("div", "slot").filled_of(move || match opened.get() {
        true => room(state, |later| (later.opened)(state)),
        false => story(state, view, lede.clone()),
    });
    let parts = [skip, head(state), notices(state), body].into_iter();
    parts.chain(foot).chain([toast(state), ask::ask(state)]).collect()
}

/// The views of the story.
fn story(state: State, view: Derived<View>, lede: Option<El>) -> Vec<El> {
    let centre = el("main", "areas__centre").attr("id", "content").attr("tabindex", "-1").filled_of(
        move || match view.get() {
            View::Network => network::view(state),
            view => room(state, |later| (later.view)(state, view)),
        },
    );
    let areas = el("div", "areas").children([facets::panel(state), centre, evidence::panel(state)]);
    lede.into_iter().chain([areas]).collect()
}

fn head(state: State) -> El {
    let words = state.words();
    let listed = state.engine.listed(&Query::default());
    let tab = move |view: View| {
        let (label, count) = (words.view(view), (view == View::Sanctions).then_some(listed));
        let href = move || state.query.with(|query| format!("#{}", query.viewing(view).to_fragment()));
        let current = move || state.query.with(|query| query.view == view).then(|| "page".to_owned());
        let tab = link("nav__link", label, href).attr_of("aria-current", current);
        match count {
            Some(count) => tab.text(" ").child(el("span", "nav__count").text(&count.to_string())),
            None => tab,
        }
    };
    let share = button("button", words.share).click(move || {
        let fragment = state.query.with_untracked(Query::to_fragment);
        state.copy(browser::address(&fragment), words.shared);
    });
    el("header", "head").children([
        el("a", "head__brand").attr("href", "#/network").text(words.brand),
        el("nav", "nav").attr("aria-label", words.nav).children(View::ALL.map(tab)),
        el("div", "head__tools").children([
            // Before what is there from the start: nothing that can be pressed moves when they come.
            slot(move || state.later.here().map(|later| (later.tools)(state))),
            ask::opener(state),
            share,
            theme(state),
        ]),
    ])
}

fn theme(state: State) -> El {
    let words = state.words();
    let label = move || Some(if state.dark.get() { words.theme_light } else { words.theme_dark }.to_owned());
    button("button", "◐")
        .attr_of("aria-label", label)
        .attr_of("title", label)
        .click(move || state.toggle_theme())
}

/// What was not understood of the address.
fn notices(state: State) -> El {
    slot(move || {
        let texts = state.notices.get();
        (!texts.is_empty()).then(|| {
            let close = button("button", state.words().notice_close);
            notice(&texts, close.click(move || state.notices.set(Vec::new())))
        })
    })
    .attr("role", "status")
}

/// What has just been done.
fn toast(state: State) -> El {
    slot(move || {
        state.toast.get().map(|(text, by_hand)| {
            let words = state.words();
            let by_hand = by_hand.map(|text| {
                el("input", "toast__text")
                    .attr("readonly", "")
                    .attr("aria-label", words.copy_link)
                    .attr("value", &text)
            });
            let close = button("quiet", words.close).click(move || state.toast.set(None));
            el("div", "toast").child(el("span", "").text(&text)).children(by_hand).child(close)
        })
    })
    .attr("role", "status")
}
