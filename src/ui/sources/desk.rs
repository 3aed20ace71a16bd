//! Where a reader's copy of one source is held against it: the last check that came to something, and what
//! the reader is told. The copy is kept nowhere else, and goes with the view.

use std::rc::Rc;

use gloo::utils::window;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

use super::super::live::{Live, Slot};
use super::super::state::State;
use crate::check::{Check, MAX_BYTES, Unreadable, Verdict, check};
use crate::engine::refusal;
use crate::model::{Source, SourceId};
use crate::words::{filled, sources};

/// The desk of one source.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub state: State,
    pub source: SourceId,
    /// The check that is shown.
    pub done: Live<Option<Rc<Done>>>,
    /// What is told of the last copy, where no check of it is shown.
    pub told: Live<Option<Told>>,
    /// Whether something is held over the card.
    pub over: Live<bool>,
    /// Where files are chosen: who closes something gets the keyboard back there.
    pub input: Slot<Option<HtmlElement>>,
    /// The number of the last copy: what was begun for an earlier one comes to nothing.
    last: Slot<u32>,
    /// The desks of all sources, in their order.
    all: Slot<Vec<Self>>,
}

/// A check that is shown.
pub(super) struct Done {
    /// What the copy is called.
    pub name: String,
    pub check: Check,
}

/// What is told.
#[derive(Clone)]
pub(super) struct Told {
    pub text: String,
    /// The source that the copy looks like, with the copy: the reader may want to hold it against that.
    pub other: Option<(SourceId, Rc<Copied>)>,
}

/// A copy that was read.
pub(super) struct Copied {
    name: String,
    bytes: Vec<u8>,
}

impl Desk {
    /// A desk for each source.
    pub(super) fn all(state: State) -> Vec<Self> {
        let all = Slot::new(Vec::new());
        let desks = state.engine.data().all::<Source>().map(|(source, _)| Self {
            state,
            source,
            done: Live::new(None),
            told: Live::new(None),
            over: Live::new(false),
            input: Slot::new(None),
            last: Slot::new(0),
            all,
        });
        let desks: Vec<_> = desks.collect();
        all.update(|all| all.clone_from(&desks));
        desks
    }

    /// Reads a file and holds it against the source.
    pub(super) fn read(self, file: &web_sys::File) {
        let number = self.begin();
        let name = file.name();
        if file.size() > MAX_BYTES as f64 {
            self.tell(refusal(Unreadable::TooLarge, &name));
            return;
        }
        self.tell(filled(sources().reading, &[&name]));
        let reading = JsFuture::from(file.array_buffer());
        leptos::task::spawn_local(async move {
            let read = reading.await;
            if !self.is_last(number) {
                return;
            }
            match read {
                Ok(buffer) => {
                    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
                    self.hold(Rc::new(Copied { name, bytes }));
                }
                Err(_) => self.tell(filled(sources().unread, &[&name])),
            }
        });
    }

    /// Takes the text that the reader copied.
    pub(super) fn read_clipboard(self) {
        let number = self.begin();
        let clipboard = window().navigator().clipboard();
        if clipboard.is_undefined() {
            // Only a secure page has one.
            self.tell(sources().no_clipboard.to_owned());
            return;
        }
        let reading = JsFuture::from(clipboard.read_text());
        leptos::task::spawn_local(async move {
            let read = reading.await;
            if !self.is_last(number) {
                return;
            }
            match read.ok().and_then(|text| text.as_string()) {
                Some(text) => self.take(text),
                None => self.tell(sources().no_clipboard.to_owned()),
            }
        });
    }

    /// Holds a text against the source.
    pub(super) fn take(self, text: String) {
        self.begin();
        if text.trim().is_empty() {
            self.tell(sources().nothing.to_owned());
            return;
        }
        self.hold(Rc::new(Copied { name: sources().pasted.to_owned(), bytes: text.into_bytes() }));
    }

    /// Says something in place of a check; what was shown stays.
    pub(super) fn refuse(self, text: String) {
        self.begin();
        self.tell(text);
    }

    /// Takes back what is told, and what is being read.
    pub(super) fn dismiss(self) {
        self.begin();
        self.told.set(None);
    }

    /// Forgets the copy.
    pub(super) fn close(self) {
        self.dismiss();
        self.done.set(None);
    }

    /// Holds a copy against the source that it looks like instead, and goes there.
    pub(super) fn hand_over(self, to: SourceId, copy: Rc<Copied>) {
        self.dismiss();
        let other = self.all.with(|all| all.iter().copied().find(|desk| desk.source == to));
        if let Some(other) = other {
            other.begin();
            other.hold(copy);
            other.take_keyboard();
        }
    }

    /// Gives the keyboard to where files are chosen, and shows that place.
    pub(super) fn take_keyboard(self) {
        self.input.with(|input| {
            if let Some(input) = input {
                if input.get_bounding_client_rect().top() < 0.0 {
                    input.scroll_into_view();
                }
                let _ = input.focus();
            }
        });
    }

    fn hold(self, copy: Rc<Copied>) {
        let engine = self.state.engine;
        match check(engine.data(), self.source, &copy.bytes) {
            Err(why) => self.tell(refusal(why, &copy.name)),
            Ok(check) => match check.verdict {
                Verdict::Same | Verdict::Whole | Verdict::Changed => {
                    self.told.set(None);
                    self.done.set(Some(Rc::new(Done { name: copy.name.clone(), check })));
                }
                Verdict::Unknown => self.tell(engine.verdict(&check, &copy.name)),
                Verdict::Other(other) => {
                    let text = engine.verdict(&check, &copy.name);
                    self.told.set(Some(Told { text, other: Some((other, copy)) }));
                }
            },
        }
    }

    fn tell(self, text: String) {
        self.told.set(Some(Told { text, other: None }));
    }

    /// A new copy, or none: what was begun before is late.
    fn begin(self) -> u32 {
        self.last.update(|last| *last = last.wrapping_add(1));
        self.last.with(|last| *last)
    }

    /// True while the view is there and no other copy has come.
    fn is_last(self, number: u32) -> bool {
        self.last.is_there() && self.last.with(|last| *last == number)
    }
}
