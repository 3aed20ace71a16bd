//! The list that is open, the one that is being opened, and what is asked of them.
//!
//! Each list has a worker of its own, so closing it gives its memory back, and what breaks while another is being opened
//! does not touch it. The files stay at hand: a worker that breaks is replaced by one that reads them again.

use core::cell::{Cell, RefCell};
use core::mem::{Discriminant, discriminant};
use std::rc::Rc;

use leptos::prelude::Owner;
use web_sys::File;

use super::super::browser;
use super::super::live::{Live, Slot};
use super::super::state::State;
use super::super::worker::{Heard, Worker};
use super::shelf::Shelf;
use crate::import::formats::plain::Mapping;
use crate::query::{OpenedQuery, Query, View};
use crate::seam::{self, Answer, Ask, Progress, Request, Saved, Serial, Summary};
use crate::words::opening as words;

/// The id of the name of the open list.
pub(super) const TITLE: &str = "opened-title";

/// How often a worker is started anew for the same files.
const TRIES: u32 = 2;

/// How long it waits after a worker that broke before the list was open again, in ms: the memory of the one before may not be free yet.
const PAUSE: u32 = 500;

/// All that there is of opened lists.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub state: State,
    /// The list that is open.
    pub list: Live<Option<Rc<List>>>,
    /// The one that is being opened, or could not be.
    pub opening: Live<Option<Rc<Opening>>>,
    /// How far the opening has come.
    pub progress: Live<Progress>,
    /// What the reader has to know of the engine.
    pub trouble: Live<Option<&'static str>>,
    /// What is kept in this browser.
    pub shelf: Shelf,
    /// What was asked and is not answered.
    waiting: Slot<Vec<Waiting>>,
    last: Slot<Serial>,
}

/// A list that is open.
pub(super) struct List {
    worker: RefCell<Worker>,
    /// Its files.
    pub dropped: Dropped,
    /// What is known of it.
    pub summary: Summary,
    /// Which opening its worker came from.
    turn: Cell<Serial>,
    /// How often its worker has broken.
    broke: Cell<u32>,
}

/// Files that become a list.
#[derive(Clone)]
pub(super) struct Dropped {
    /// In the order in which they were dropped.
    pub files: Vec<File>,
    /// What a reader has said of the columns of tables, by the names of their files.
    pub mappings: Vec<(String, Mapping)>,
}

/// A list that is being opened.
pub(super) struct Opening {
    /// It becomes the list's.
    worker: Cell<Option<Worker>>,
    pub dropped: Dropped,
    turn: Serial,
    broke: u32,
    /// Why it is not open, with what the import has found.
    pub failed: Option<Failure>,
}

/// Why a list is not open.
pub(super) enum Failure {
    /// Nothing of it could be read.
    Refused(Box<Summary>),
    /// The engine broke over it; what the browser says of that.
    Broke(String),
    /// The engine could not be fetched.
    Unloadable,
}

/// A request that is not answered.
struct Waiting {
    serial: Serial,
    kind: Discriminant<Request>,
    /// What was posted: a worker that takes another's place is asked the same.
    message: Vec<u8>,
    then: Box<dyn FnOnce(Answer)>,
}

thread_local! {
    /// The desk outlives the views: it has an owner of its own.
    static DESK: core::cell::OnceCell<(Owner, Desk)> = const { core::cell::OnceCell::new() };
}

/// The desk of the page.
pub(super) fn desk(state: State) -> Desk {
    DESK.with(|cell| {
        let (_, desk) = cell.get_or_init(|| {
            let owner = Owner::new_root(None);
            let desk = owner.with(|| Desk {
                state,
                list: Live::new(None),
                opening: Live::new(None),
                progress: Live::new(Progress::default()),
                trouble: Live::new(None),
                shelf: Shelf::new(),
                waiting: Slot::new(Vec::new()),
                last: Slot::new(0),
            });
            (owner, desk)
        });
        *desk
    })
}

impl Desk {
    /// What the reader has chosen of the list, and what of the address was not understood.
    pub(super) fn query(self) -> OpenedQuery {
        self.state.query.with(|query| OpenedQuery::parse(&query.opened).0)
    }

    /// The same, as it is now.
    pub(super) fn query_now(self) -> OpenedQuery {
        self.state.query.with_untracked(|query| OpenedQuery::parse(&query.opened).0)
    }

    /// Goes on to a query.
    pub(super) fn go(self, query: &OpenedQuery) {
        self.state.go(whole(query));
    }

    /// Changes the query while a reader types.
    pub(super) fn replace(self, query: &OpenedQuery) {
        self.state.replace(whole(query));
    }

    /// The link to a query.
    pub(super) fn link(query: &OpenedQuery) -> String {
        format!("#{}", whole(query).to_fragment())
    }

    /// Opens files as one list. What is open stays until they are.
    pub(super) fn open(self, files: Vec<File>) {
        self.open_mapped(files, Vec::new());
    }

    /// The same, with what a reader has said of the columns of tables, by the names of their files.
    pub(super) fn open_mapped(self, files: Vec<File>, mappings: Vec<(String, Mapping)>) {
        if !files.is_empty() {
            self.trouble.set(None);
            self.start(Dropped { files, mappings }, 0);
            if self.state.query.with_untracked(|query| query.view != View::Opened) {
                self.go(&OpenedQuery::default());
            }
        }
    }

    fn start(self, dropped: Dropped, broke: u32) {
        let turn = self.serial();
        let worker = Worker::start(move |heard| self.hear(turn, heard));
        let mappings = dropped.mappings.clone();
        worker.post(&seam::write(turn, Request::Open { mappings }), &dropped.files);
        self.progress.set(Progress::default());
        let worker = Cell::new(Some(worker));
        self.opening.set(Some(Rc::new(Opening { worker, dropped, turn, broke, failed: None })));
    }

    /// True while something is being opened, or could not be, that is so.
    fn is_opening(self, is: impl Fn(&Opening) -> bool) -> bool {
        self.opening.with_untracked(|it| it.as_ref().is_some_and(|it| is(it)))
    }

    /// Stops what is being opened, or takes the notice of its failure away.
    pub(super) fn cancel(self) {
        if self.is_opening(|it| it.broke > 0) {
            self.trouble.set(Some(words().broke_gone));
        }
        self.opening.set(None);
    }

    /// Closes the list: its memory is given back.
    pub(super) fn close(self) {
        if self.is_opening(|it| it.broke > 0) {
            self.opening.set(None);
        }
        self.waiting.update(Vec::clear);
        self.list.set(None);
        self.trouble.set(None);
    }

    /// Asks something of the open list; `then` gets the answer, unless the same sort of thing is asked again before it
    /// comes: there is no use for it then. Only rows and words are asked for at several places at once.
    pub(super) fn ask<A: Ask>(self, ask: A, then: impl FnOnce(A::Answer) + 'static) {
        let Some(list) = self.list.get_untracked() else { return };
        let request = ask.into();
        let kind = discriminant(&request);
        if !matches!(request, Request::Rows(_) | Request::Words(_)) {
            self.waiting.update(|all| all.retain(|it| it.kind != kind));
        }
        let serial = self.serial();
        let message = seam::write(serial, request);
        let then = Box::new(|answer| {
            if let Some(answer) = A::answered(answer) {
                then(answer);
            }
        });
        list.worker.borrow().post(&message, &[]);
        self.waiting.update(|all| all.push(Waiting { serial, kind, message, then }));
    }

    /// Asks something, and keeps the answer, as long as there is a view that shows it.
    pub(super) fn ask_for<A: Ask>(self, ask: A, found: Live<Option<A::Answer>>)
    where
        A::Answer: 'static,
    {
        self.ask(ask, move |answer| {
            if found.is_there() {
                found.set(Some(answer));
            }
        });
    }

    /// Asks for a file, and hands it to the reader.
    pub(super) fn save(self, ask: impl Ask<Answer = Saved>) {
        self.ask(ask, |saved| {
            browser::download(&saved);
        });
    }

    fn serial(self) -> Serial {
        self.last.update(|last| *last = last.wrapping_add(1));
        self.last.with(|last| *last)
    }

    fn hear(self, turn: Serial, heard: Heard) {
        let opening = self.opening.get_untracked().filter(|it| it.turn == turn);
        let list = self.list.get_untracked().filter(|it| it.turn.get() == turn);
        match (heard, opening, list) {
            (Heard::Message(bytes, _), opening, _) => {
                let Some(message) = seam::read::<Answer>(&bytes) else { return };
                match (message.it, opening) {
                    (Answer::Progress(progress), Some(_)) => self.progress.set(progress),
                    (Answer::Opened(summary), Some(_)) => self.opened(turn, *summary),
                    (Answer::Refused(summary), Some(_)) => self.fail(turn, Failure::Refused(summary)),
                    (answer, _) => self.answered(message.serial, answer),
                }
            }
            (_, Some(opening), _) if opening.broke > 0 => {
                let again = move || {
                    // The reader may have cancelled it meanwhile, or opened something else.
                    if self.is_opening(|it| it.turn == turn) {
                        self.restart(opening.dropped.clone(), opening.broke);
                    }
                };
                browser::later(PAUSE, Box::new(again));
            }
            (Heard::Trapped(said), Some(_), _) => self.fail(turn, Failure::Broke(said)),
            (Heard::Unloadable, Some(_), _) => self.fail(turn, Failure::Unloadable),
            (_, None, Some(list)) => {
                if list.broke.get() > 0 {
                    // What was asked may be what breaks it.
                    self.waiting.update(Vec::clear);
                }
                if self.is_opening(|it| it.failed.is_none()) {
                    // What the reader is waiting for goes on.
                    self.trouble.set(Some(words().broke_beside));
                } else {
                    self.restart(list.dropped.clone(), list.broke.get());
                }
            }
            (_, None, None) => {}
        }
    }

    fn answered(self, serial: Serial, answer: Answer) {
        let mut found = None;
        self.waiting.update(|all| {
            if let Some(at) = all.iter().position(|it| it.serial == serial) {
                found = Some(all.swap_remove(at));
            }
        });
        // It may ask something else: the store must be closed by then.
        if let Some(Waiting { then, .. }) = found {
            then(answer);
        }
    }

    fn opened(self, turn: Serial, summary: Summary) {
        let Some(opening) = self.opening.get_untracked() else { return };
        let Some(worker) = opening.worker.take() else { return };
        self.opening.set(None);
        let (dropped, broke) = (opening.dropped.clone(), opening.broke);
        let before = self.list.get_untracked().filter(|_| broke > 0);
        self.trouble.set(before.is_some().then(|| words().broke_over));
        if before.is_some() {
            // The same list again: what was asked is asked of it.
            self.waiting.with(|all| all.iter().for_each(|it| worker.post(&it.message, &[])));
        } else {
            self.waiting.update(Vec::clear);
        }
        // Where it broke before, what was asked was let go: the views are made anew, and ask again.
        if let Some(list) = before.filter(|it| it.broke.get() == 0 && it.summary == summary) {
            // They stay as they are, with what is typed in them.
            list.worker.replace(worker);
            list.turn.set(turn);
            list.broke.set(broke);
            return;
        }
        let (turn, broke) = (Cell::new(turn), Cell::new(broke));
        let list = List { worker: RefCell::new(worker), dropped, summary, turn, broke };
        self.list.set(Some(Rc::new(list)));
        browser::focus_soon(TITLE);
    }

    fn fail(self, turn: Serial, failure: Failure) {
        let Some(opening) = self.opening.get_untracked().filter(|it| it.turn == turn) else { return };
        if opening.broke > 0 {
            self.trouble.set(Some(words().broke_gone));
        }
        let dropped = opening.dropped.clone();
        let failed = Opening { worker: Cell::new(None), dropped, turn, broke: 0, failed: Some(failure) };
        self.opening.set(Some(Rc::new(failed)));
    }

    /// Starts a worker in the place of one that has broken, which reads the files again. What is shown stays.
    fn restart(self, dropped: Dropped, broke: u32) {
        if broke < TRIES {
            self.trouble.set(Some(words().broke));
            self.start(dropped, broke + 1);
        } else {
            self.opening.set(None);
            self.trouble.set(Some(words().broke_gone));
        }
    }
}

pub(super) fn whole(query: &OpenedQuery) -> Query {
    Query { view: View::Opened, opened: query.to_fragment(), ..Query::default() }
}
