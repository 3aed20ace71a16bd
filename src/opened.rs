//! An opened list behind the [`crate::seam`]: files become a store, and the store answers.
//!
//! One [`Opened`] holds one dataset. Whoever runs it, a worker in the browser, hands it requests
//! ([`Opened::take`]) and calls [`Opened::work`] as long as there is something to do, and in between sends on what it has to tell
//! ([`Opened::told`]). Each piece of work is small, so that a worker hears the page meanwhile.
//!
//! Nothing here is lost to bad input: what could not be read is in the report, and a request that means nothing is
//! answered by nothing.

mod countries;
mod dossier;
mod found;
mod network;
mod report;
mod rows;
mod saved;
mod summary;

use core::cell::{OnceCell, RefCell};

use crate::import::formats::plain::Mapping;
use crate::import::{File, Import, Limits, Refusal, Step};
use crate::seam::{self, Answer, Engine, Overview, Progress, Request, Serial, Summary};
use crate::store::{Builder, Column, Facet, Filter, Finishing, Found, Store};

use report::Imported;

/// A list that is being opened, or is open.
#[derive(Default)]
pub struct Opened {
    stage: Stage,
    /// Which request asked for it.
    serial: Serial,
    /// What is to be told.
    answers: Vec<Answer>,
    /// What was told of the progress last.
    progress: Progress,
}

/// How far it has come.
#[derive(Default)]
enum Stage {
    /// No file has been given.
    #[default]
    Empty,
    /// Files are being read.
    Reading(Box<(Import, Builder)>),
    /// All is read, and is to be put in order.
    Indexing(Box<(Import, Finishing)>),
    /// It is open.
    Ready(Box<Ready>),
    /// Nothing of it could be read.
    Refused(Box<Import>),
}

/// An open list.
struct Ready {
    import: Import,
    store: Store,
    summary: Summary,
    /// What the list shows of each row, and the facets that tell rows apart.
    columns: Vec<Column>,
    facets: Vec<Facet>,
    /// What was found last: the next windows of the same list need not find it again.
    found: RefCell<Option<(Filter, Found)>>,
    overview: OnceCell<Overview>,
}

impl Opened {
    /// A place for a list.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a request of the page with its number and the files that came with it, and gives the messages that answer
    /// it at once.
    pub fn take(&mut self, serial: Serial, request: Request, files: Vec<File>) -> Vec<Vec<u8>> {
        match request {
            Request::Open { mappings } => {
                self.serial = serial;
                self.open(files, mappings, Limits::default());
                Vec::new()
            }
            request => vec![seam::write(serial, self.answer(&request))],
        }
    }

    /// What an open list answers, and what is known of one that could not be opened; [`Answer::Nothing`] before that.
    pub fn answer(&self, request: &Request) -> Answer {
        match &self.stage {
            Stage::Ready(list) => list.answered(request),
            Stage::Refused(import) => Imported { import, name: "" }.answered(request),
            Stage::Empty | Stage::Reading(_) | Stage::Indexing(_) => Answer::Nothing,
        }
    }

    /// Begins to open files, with what a reader has said of tables among them; what was open before is gone.
    pub fn open(&mut self, files: Vec<File>, mappings: Vec<(String, Mapping)>, limits: Limits) {
        self.stage = Stage::Reading(Box::new((Import::mapped(files, limits, mappings), Builder::new())));
        self.progress = Progress::default();
        self.answers.clear();
    }

    /// Does a small piece of what there is to do; false where there is nothing.
    pub fn work(&mut self) -> bool {
        let stage = core::mem::take(&mut self.stage);
        let (stage, more) = match stage {
            Stage::Reading(mut both) => {
                let (import, builder) = &mut *both;
                let full = match import.next() {
                    Some(Step::Record(record)) => builder.add(&record).is_err(),
                    Some(Step::Refused | Step::Passed) => false,
                    None => {
                        let (import, builder) = *both;
                        self.stage = self.index(import, builder);
                        return true;
                    }
                };
                if full {
                    import.stop(Refusal::Full);
                }
                (Stage::Reading(both), true)
            }
            Stage::Indexing(mut both) => {
                let stage = match both.1.step() {
                    Some(store) => self.ready(both.0, store),
                    None => {
                        // A step is long, so it is news: who runs this hears the page before the next.
                        self.tell_progress(&both.0, true);
                        Stage::Indexing(both)
                    }
                };
                (stage, true)
            }
            stage => (stage, false),
        };
        self.stage = stage;
        more
    }

    /// True where the work has brought what should not wait: what is told before a long step, and what ends the work.
    pub const fn has_news(&self) -> bool {
        !self.answers.is_empty()
    }

    /// Messages for the page that the work has brought since this was asked last.
    pub fn told(&mut self) -> Vec<Vec<u8>> {
        let progress = match &self.stage {
            Stage::Reading(both) => Some(progress_of(&both.0, false)),
            _ => None,
        };
        if let Some(progress) = progress.filter(|it| *it != self.progress) {
            self.progress = progress.clone();
            self.answers.push(Answer::Progress(progress));
        }
        let serial = self.serial;
        self.answers.drain(..).map(|answer| seam::write(serial, answer)).collect()
    }

    fn tell_progress(&mut self, import: &Import, indexing: bool) {
        self.progress = progress_of(import, indexing);
        self.answers.push(Answer::Progress(self.progress.clone()));
    }

    /// What was read is put in order from here on, if there is any.
    fn index(&mut self, import: Import, builder: Builder) -> Stage {
        self.tell_progress(&import, true);
        if builder.is_empty() {
            let findings = report::first(import.report());
            let summary = Summary { findings, ..summary::of_report(import.report()) };
            self.answers.push(Answer::Refused(Box::new(summary)));
            return Stage::Refused(Box::new(import));
        }
        Stage::Indexing(Box::new((import, builder.finishing())))
    }

    fn ready(&mut self, import: Import, store: Store) -> Stage {
        let facets = summary::facets(&store);
        let columns = summary::columns(&store, &facets);
        let summary = summary::of(import.report(), &store, &columns);
        self.answers.push(Answer::Opened(Box::new(summary.clone())));
        let (found, overview) = (RefCell::new(None), OnceCell::new());
        Stage::Ready(Box::new(Ready { import, store, summary, columns, facets, found, overview }))
    }
}

fn progress_of(import: &Import, indexing: bool) -> Progress {
    let now = import.progress();
    let file = now.file.and_then(|file| import.report().file(file)).map(|it| it.name.clone());
    Progress { read: now.read, of: now.of, records: now.records, file, indexing }
}

impl Ready {
    fn answered(&self, request: &Request) -> Answer {
        match request {
            Request::Rows(ask) => Answer::Rows(self.answer(ask)),
            Request::Facets(ask) => Answer::Facets(self.answer(ask)),
            Request::Dossier(ask) => Answer::Dossier(self.answer(ask)),
            Request::Around(ask) => Answer::Around(self.answer(ask)),
            Request::Overview(ask) => Answer::Overview(self.answer(ask)),
            Request::Paper(ask) => Answer::Paper(self.answer(ask)),
            Request::Find(ask) => Answer::Found(self.answer(ask)),
            Request::Save(ask) => Answer::Saved(self.answer(ask)),
            Request::Words(_) | Request::Findings(_) | Request::SaveReport(_) => {
                Imported { import: &self.import, name: &self.summary.name }.answered(request)
            }
            Request::Open { .. } | Request::Kept(_) => Answer::Nothing,
        }
    }
}
