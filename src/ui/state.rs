//! The state of the page: the query, which is the fragment, and what a reader is told.

use super::ask::Ask;
use super::later::Arrival;
use super::live::{Derived, Live, Slot};

use super::browser;
use super::dom::El;
use crate::engine::Bundled;
use crate::graph::geometry::Point;
use crate::history::{History, Moment};
use crate::model::ActorId;
use crate::query::{Parsed, Query, Selection};
use crate::scene::Camera;
use crate::seam::{Engine, FacetCounts, ask};
use crate::words::Words;
use web_sys::Element;

/// What every part of the page shares.
#[derive(Clone, Copy)]
pub(super) struct State {
    /// Who answers.
    pub engine: &'static Bundled,
    /// What the reader has chosen. Written by [`State::go`] and by the address alone.
    pub query: Live<Query>,
    /// The steps that the reader has gone: query and pins are where they stand now. Written with them.
    pub history: Live<History>,
    /// What can be chosen of the facets of the query's view, counted once for all who show it.
    pub facets: Derived<Vec<FacetCounts>>,
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
    /// What the next click in the drawing is for, where it is not to select.
    pub take: Live<Option<Take>>,
}

/// What a click in the drawing is for, where it is not to select; an actor by key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Take {
    /// To say with whom this actor is to be connected.
    Connect(String),
    /// To give this actor a place.
    Pin(String),
}

impl State {
    /// The state at the start: what the address says.
    pub(super) fn new(engine: &'static Bundled, list: Option<Element>) -> Self {
        let list = list.map(|list| El(list).attr("class", "list list--arrived"));
        let (query, later) = (Live::new(Query::default()), Arrival::new(engine.data()));
        let facets = Derived::new(move || {
            // Without the texts nothing is found: it is worked out again when they are there.
            awaits_texts(query, later);
            engine.answer(&ask::Facets::all(query.with(Query::to_fragment)))
        });
        let state = Self {
            engine,
            query,
            facets,
            history: Live::new(History::new(browser::number().unwrap_or_default(), Moment::default())),
            notices: Live::new(Vec::new()),
            toast: Live::new(None),
            filters_open: Live::new(false),
            later,
            list: Slot::new(list),
            ask: Ask::new(),
            dark: Live::new(browser::is_dark()),
            look: Look { camera: Live::new(None), pins: Live::new(Vec::new()), take: Live::new(None) },
        };
        state.read_address(Some(state.history.with_untracked(History::number)));
        state.later.on_first_move();
        // The first tells of every step of the browser's, the second of an address that was written over.
        for event in ["popstate", "hashchange"] {
            let listener = gloo::events::EventListener::new(&gloo::utils::window(), event, move |_| {
                state.read_address(browser::number());
            });
            listener.forget();
        }
        state
    }

    /// The page's words.
    pub(super) const fn words(self) -> &'static Words {
        self.engine.words()
    }

    /// True while what the query searches for is not there: the texts come with the second file. Whoever
    /// reads this is run again when they come.
    pub(super) fn awaits_texts(self) -> bool {
        awaits_texts(self.query, self.later)
    }

    /// Goes on to a query: a new step of the history.
    pub(super) fn go(self, query: Query) {
        self.set(query, false);
    }

    /// Changes the query while a reader types: one step for all that follows on each other.
    pub(super) fn replace(self, query: Query) {
        self.set(query, true);
    }

    /// Ends what [`State::replace`] gathers: what follows is a step of its own.
    pub(super) fn pause(self) {
        self.history.update(History::pause);
    }

    fn set(self, query: Query, typing: bool) {
        if self.query.with_untracked(|now| *now == query) {
            return;
        }
        self.note(query.clone(), typing);
        self.query.set(query);
    }

    /// Makes a step of where actors stand now, if that is elsewhere than before; `typing` as above.
    pub(super) fn pinned(self, typing: bool) {
        let before = self.history.with_untracked(|history| history.now().pins.clone());
        if self.look.pins.with_untracked(|pins| *pins != before) {
            self.note(self.query.get_untracked(), typing);
        }
    }

    /// Notes that the reader is about to look elsewhere in the network.
    pub(super) fn looks(self) {
        if !self.history.with_untracked(History::looks) {
            let camera = self.look.camera.get_untracked();
            self.history.update(|history| {
                history.sees(camera);
                history.look();
            });
        }
    }

    /// Comes to a moment of the history.
    pub(super) fn walk(self, nth: usize) {
        let camera = self.look.camera.get_untracked();
        let mut by = 0;
        self.history.update(|history| {
            history.sees(camera);
            by = history.to(nth);
        });
        if by == 0 {
            self.restore();
        } else {
            browser::walk(by);
        }
    }

    /// What is beside the query, as the history has it.
    fn restore(self) {
        let Moment { pins, camera, .. } = self.history.with_untracked(|history| history.now().clone());
        if self.look.pins.with_untracked(|now| *now != pins) {
            self.look.pins.set(pins);
        }
        if self.look.camera.with_untracked(|now| *now != camera) {
            self.look.camera.set(camera);
        }
    }

    /// Puts a step into the history, the page's and the browser's.
    fn note(self, query: Query, typing: bool) {
        let fragment = query.to_fragment();
        let moment = self.moment(query);
        let mut step = true;
        self.history.update(|history| {
            history.sees(moment.camera);
            if typing {
                step = history.typed(moment);
            } else {
                history.step(moment);
            }
        });
        browser::set_fragment(&fragment, self.history.with_untracked(History::number), step);
    }

    /// From the drawing to its table twin, or back.
    pub(super) fn toggle_table(self) {
        self.go(self.query.with_untracked(|query| Query { table: !query.table, ..query.clone() }));
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
                self.unsay();
            }
        });
    }

    /// Says what has just been done.
    pub(super) fn say(self, done: &str) {
        self.toast.set(Some((done.to_owned(), None)));
        self.unsay();
    }

    /// Takes what was said away, once it is read.
    fn unsay(self) {
        let toast = self.toast;
        browser::later(4_000, Box::new(move || toast.set(None)));
    }

    /// From light to dark colours, or back.
    pub(super) fn toggle_theme(self) {
        self.dark.update(|dark| *dark = !*dark);
        browser::set_theme(if self.dark.get_untracked() { "dark" } else { "light" });
    }

    /// A query with what is beside it now.
    fn moment(self, query: Query) -> Moment {
        Moment { query, pins: self.look.pins.get_untracked(), camera: self.look.camera.get_untracked() }
    }

    /// Comes to where the browser is: to a step that has a number, else by a link or a written address.
    fn read_address(self, number: Option<u32>) {
        let fragment = browser::fragment();
        let here = self.history.with_untracked(|history| {
            (Some(history.number()), format!("#{}", history.now().query.to_fragment()))
        });
        if here == (number, fragment.clone()) {
            // The second of two events: what the first had to tell stays told.
            return;
        }
        let Parsed { query, mut notices } = Query::parse(&fragment);
        let known = query.known(self.engine.data());
        notices.extend(known.notices);
        let moment = self.moment(known.query);
        self.history.update(|history| {
            history.sees(moment.camera);
            // A link to where the reader is leads nowhere.
            if number.is_some() || history.now().query != moment.query {
                history.arrive(number, moment);
            }
        });
        let (now, number) = self.history.with_untracked(|history| (history.now().clone(), history.number()));
        if !notices.is_empty() {
            // The address is put right, so that what is shared is what is seen.
            browser::set_fragment(&now.query.to_fragment(), number, false);
        } else if browser::number() != Some(number) {
            browser::set_number(number);
        }
        let words = self.words();
        self.notices.set(notices.iter().map(|notice| notice.text(words)).collect());
        self.restore();
        if self.query.with_untracked(|query| *query != now.query) {
            self.query.set(now.query);
        }
    }
}

/// True while what the query searches for is not there.
fn awaits_texts(query: Live<Query>, later: Arrival) -> bool {
    query.with(Query::searches) && later.here().is_none()
}
