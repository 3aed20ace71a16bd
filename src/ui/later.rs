//! The second WebAssembly file: what no reader needs for the first look.
//!
//! [`Later`] is a table of functions. All code and all data that only they reach is cut off the first
//! file after the build (`.ci/finish`) and fetched with the reader's first move, or at once where the
//! address asks for it. Until then a view shows what [`room`] gives. Code outside of this module calls
//! nothing of `evidence::dossier`, `sanctions` and the like by name, or it would all be in the first
//! file again; `tests/e2e/size.mjs` says what each file weighs.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::Event;

use super::dom::{El, button, el};
use super::live::{Derived, Live, Slot};
use super::network::Stage;
use super::state::{State, Take};
use super::{
    acts, browser, evidence, network, opened, paths, sanctions, search, sources, statements, steps, take,
    timeline,
};
use crate::corpus;
use crate::graph::Network;
use crate::model::Dataset;
use crate::pack::Broken;
use crate::query::{Query, Selection, View};
use crate::scene::Item;

/// What the second file can do.
#[derive(Clone, Copy)]
pub(super) struct Later {
    /// Gives the dataset its texts, before anything else.
    pub complete: fn(&Dataset) -> Result<(), Broken>,
    /// What is known of a selection, for the evidence panel.
    pub dossier: fn(State, &Selection) -> Vec<El>,
    /// Any view but the network.
    pub view: fn(State, View) -> Vec<El>,
    /// The list as it stands under the network.
    pub below: fn(State) -> El,
    /// The table twin of the drawing.
    pub twin: fn(State, Derived<Network>) -> El,
    /// What search everywhere finds.
    pub search: fn(State) -> Vec<El>,
    /// The path that the query asks for, as sentences, for the evidence panel.
    pub path: fn(State) -> Vec<El>,
    /// What the drawing lets stand out for that path.
    pub along: fn(State, &Network) -> Vec<Item>,
    /// With whom an actor is to be connected, for the evidence panel.
    pub connect: fn(State, &str) -> Vec<El>,
    /// What the next click in the drawing is for, over the drawing.
    pub taking: fn(State, &Take) -> Option<El>,
    /// What can be done to the selected actor, in the head of the network.
    pub acts: fn(State) -> El,
    /// Answers an event of the drawing.
    pub answer: fn(Stage, &Event),
    /// By whom the network is narrowed, each with the query that is left without it.
    pub chips: fn(State, &Query) -> Vec<(String, Query)>,
    /// Undo, redo, the steps so far and the way to lists of one's own, in the head of the page.
    pub tools: fn(State) -> El,
    /// A list that the reader has opened, or the way to one.
    pub opened: fn(State) -> Vec<El>,
}

/// The split point: its body and all that only it reaches are the second file.
#[wasm_split(later, fallible)]
fn load() -> Result<&'static Later, SplitLoaderError> {
    Ok(&Later {
        complete: corpus::complete,
        dossier: evidence::dossier,
        view,
        below: sanctions::below,
        twin: network::twin,
        search: search::found,
        path: paths::panel,
        along: paths::along,
        connect: take::connect,
        taking: take::hint,
        acts: acts::menu,
        answer: network::answer,
        chips: acts::chips,
        tools,
        opened: opened::view,
    })
}

fn view(state: State, view: View) -> Vec<El> {
    match view {
        View::Sanctions => sanctions::view(state),
        View::Timeline => timeline::view(state),
        View::Statements => statements::view(state),
        View::Sources => sources::view(state),
        View::Network | View::Opened => Vec::new(),
    }
}

fn tools(state: State) -> El {
    el("div", "slot").child(steps::steps(state)).child(opened::opener(state))
}

/// Whether the second file is there.
#[derive(Clone, Copy)]
pub(super) struct Arrival {
    /// What it completes.
    data: &'static Dataset,
    /// What it can do; an error where it could not be fetched.
    arrived: Live<Option<Result<&'static Later, ()>>>,
    /// True once its stylesheet is there too, or has failed: without it all is there to be read.
    styled: Live<bool>,
    /// True once it was asked for.
    asked: Slot<bool>,
}

impl Arrival {
    pub(super) fn new(data: &'static Dataset) -> Self {
        Self { data, arrived: Live::new(None), styled: Live::new(false), asked: Slot::new(false) }
    }

    /// Fetches it with the reader's first move.
    pub(super) fn on_first_move(self) {
        for event in ["pointermove", "pointerdown", "keydown", "scroll", "dragenter"] {
            EventListener::once(&window(), event, move |_| self.fetch()).forget();
        }
        // A file that is dropped before anybody takes it must not be opened in place of the page.
        for event in ["dragover", "drop"] {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window(), event, options, |event| event.prevent_default())
                .forget();
        }
    }

    /// Fetches it, once.
    pub(super) fn fetch(self) {
        if self.asked.with(|asked| *asked) {
            return;
        }
        self.asked.update(|asked| *asked = true);
        // A second try is as open as the first.
        if self.arrived.with_untracked(Option::is_some) {
            self.arrived.set(None);
        }
        browser::add_later_style(move || self.styled.set(true));
        leptos::task::spawn_local(async move {
            let later = load().await.ok().filter(|later| (later.complete)(self.data).is_ok());
            if later.is_none() {
                self.asked.update(|asked| *asked = false);
            }
            self.arrived.set(Some(later.ok_or(())));
        });
    }

    /// What it can do, if it is there. Whoever reads this is run again when it comes.
    pub(super) fn here(self) -> Option<&'static Later> {
        self.outcome()?.ok()
    }

    /// The same, or that it could not be fetched.
    pub(super) fn outcome(self) -> Option<Result<&'static Later, ()>> {
        self.arrived.get().filter(|_| self.styled.get())
    }
}

/// What the second file gives; until it is there a line that says so, and if it does not come, why and
/// what to do.
pub(super) fn room(state: State, open: impl FnOnce(&'static Later) -> Vec<El>) -> Vec<El> {
    let words = state.words();
    match state.later.outcome() {
        Some(Ok(later)) => open(later),
        Some(Err(())) => {
            let again = button("button", words.later_again).click(move || state.later.fetch());
            vec![
                el("div", "empty")
                    .attr("role", "alert")
                    .child(el("p", "").text(words.later_failed))
                    .child(again),
            ]
        }
        None => {
            state.later.fetch();
            vec![el("p", "later").attr("role", "status").text(words.later_coming)]
        }
    }
}
