//! The state of the page: the query, which is the fragment, and what a reader is told.

use super::ask::Ask;
use super::later::Arrival;
use super::live::{Live, Slot};

use super::browser;
use super::dom::El;
use crate::engine::Engine;
use crate::graph::geometry::Point;
use crate::model::ActorId;
use crate::query::{Parsed, Query, Selection};
use crate::scene::Camera;
use crate::words::Words;
use web_sys::Element;

/// What every part of the page shares.
#[derive(Clone, Copy)]
pub(super) struct State {
    /// Who answers.
    pub engine: &'static Engine,
    /// What the reader has chosen. Written by [`State::go`] and by the address alone.
    pub query: Live<Query>,
    /// What was not understood of the address.
    pub notices: Live<Vec<String>>,
    /// What has just been done; with a text to copy by hand where the clipboard is closed.
    pub toast: Live<Option<(String, Option<String>)>>,
    /// Whether the filters lie open on a phone.
    pub filters_open: Live<bool>,
    /// The second file of the program.
    pub later: Arrival,
    /// The list as it arrived with the page, before the second file can make it.
    pub list: Slot<Option<El>>,
    /// The box of search everywhere.
    pub ask: Ask,
    /// Whether the page is dark.
    pub dark: Live<bool>,
    /// How the network is looked at.
    pub look: Look,
}

/// How the network is looked at: kept while the page lives, not part of the query.
#[derive(Clone, Copy)]
pub(super) struct Look {
    /// The camera; none where all is to be seen.
    pub camera: Live<Option<Camera>>,
    /// Actors that the reader has moved, and where to.
    pub pins: Live<Vec<(ActorId, Point)>>,
}

impl State {
    /// The state at the start: what the address says.
    pub(super) fn new(engine: &'static Engine, list: Option<Element>) -> Self {
        let list = list.map(|list| El(list).attr("class", "list list--arrived"));
        let state = Self {
            engine,
            query: Live::new(Query::default()),
            notices: Live::new(Vec::new()),
            toast: Live::new(None),
            filters_open: Live::new(false),
            later: Arrival::new(),
            list: Slot::new(list),
            ask: Ask::new(),
            dark: Live::new(browser::is_dark()),
            look: Look { camera: Live::new(None), pins: Live::new(Vec::new()) },
        };
        state.read_address();
        state.later.on_first_move();
        let listener = gloo::events::EventListener::new(&gloo::utils::window(), "hashchange", move |_| {
            state.read_address();
        });
        listener.forget();
        state
    }

    /// The page's words.
    pub(super) const fn words(self) -> &'static Words {
        self.engine.words()
    }

    /// Goes on to a query: a new step of the history.
    pub(super) fn go(self, query: Query) {
        self.set(query, true);
    }

    /// Changes the query without a step: while a reader types.
    pub(super) fn replace(self, query: Query) {
        self.set(query, false);
    }

    fn set(self, query: Query, step: bool) {
        if self.query.with_untracked(|now| *now == query) {
            return;
        }
        browser::set_fragment(&query.to_fragment(), step);
        self.query.set(query);
    }

    /// Selects something, or nothing.
    pub(super) fn select(self, selection: Option<Selection>) {
        self.go(self.query.with_untracked(|query| query.selecting(selection)));
    }

    /// The link to a selection with everything else as it is.
    pub(super) fn link_to(self, selection: Option<Selection>) -> String {
        self.query.with(|query| format!("#{}", query.selecting(selection).to_fragment()))
    }

    /// Copies a text and says so; where that is not allowed, shows it to be copied by hand.
    pub(super) fn copy(self, text: String, done: &'static str) {
        let words = self.words();
        let shown = text.clone();
        browser::copy(&text, move |copied| {
            self.toast.set(Some(match copied {
                true => (done.to_owned(), None),
                false => (words.copy_failed.to_owned(), Some(shown)),
            }));
            if copied {
                let toast = self.toast;
                browser::later(4_000, Box::new(move || toast.set(None)));
            }
        });
    }

    /// From light to dark colours, or back.
    pub(super) fn toggle_theme(self) {
        self.dark.update(|dark| *dark = !*dark);
        browser::set_theme(if self.dark.get_untracked() { "dark" } else { "light" });
    }

    fn read_address(self) {
        let Parsed { query, mut notices } = Query::parse(&browser::fragment());
        let known = query.known(self.engine.data());
        notices.extend(known.notices);
        if !notices.is_empty() {
            // The address is put right, so that what is shared is what is seen.
            browser::set_fragment(&known.query.to_fragment(), false);
        }
        let words = self.words();
        self.notices.set(notices.iter().map(|notice| notice.text(words)).collect());
        if self.query.with_untracked(|now| *now != known.query) {
            self.query.set(known.query);
        }
    }
}
