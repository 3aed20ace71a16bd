//! Lists that a reader keeps in this browser: to keep one, to open it again without its files, to keep it no longer.
//!
//! A worker reaches the browser's database ([`crate::kept`]), one for each errand. Whether there is anything to ask it for is
//! noted in the memory of the page, so that no reader fetches the worker who keeps nothing.

use std::collections::VecDeque;

use web_sys::File;

use super::super::browser;
use super::super::dom::{El, button, el, slot};
use super::super::live::{Live, Slot};
use super::super::worker::{Heard, Worker};
use super::desk::{Desk, List};
use super::{bytes, counted};
use crate::kept::{Errand, Kept, NotKept, id_of};
use crate::model::Date;
use crate::seam::{self, Answer, Request};
use crate::words::{EN, apart, filled, opening as words};

/// What is kept, as far as it was asked for.
#[derive(Clone, Copy)]
pub(super) struct Shelf {
    /// All of it, the last first; nothing before it is known.
    all: Live<Option<Vec<Kept>>>,
    /// Who is at it; nobody else is sent meanwhile.
    worker: Slot<Option<Worker>>,
    /// What is to be done then.
    jobs: Slot<VecDeque<Job>>,
}

/// An errand with the files that belong to it, and what follows where it brings back what is kept now.
struct Job {
    errand: Errand,
    files: Vec<File>,
    done: Box<dyn Fn(Desk)>,
}

impl Shelf {
    pub(super) fn new() -> Self {
        Self { all: Live::new(None), worker: Slot::new(None), jobs: Slot::new(VecDeque::new()) }
    }
}

/// Lists of earlier visits, to be opened again; nothing where none is kept.
pub(super) fn earlier(desk: Desk) -> El {
    let shelf = desk.shelf;
    look(desk);
    slot(move || {
        let all = shelf.all.get().filter(|all| !all.is_empty())?;
        let own = words();
        Some(el("section", "kept").attr("aria-labelledby", "kept-title").children([
            el("h2", "opening__heading").attr("id", "kept-title").text(own.kept),
            el("ul", "kept__lists").children(all.iter().map(|it| one(desk, it))),
            el("p", "kept__help").text(own.kept_help),
        ]))
    })
}

fn one(desk: Desk, kept: &Kept) -> El {
    let own = words();
    let (recalled, forgotten) = (kept.id.clone(), kept.id.clone());
    let open = button("button kept__open", &kept.name)
        .click(move || run(desk, Errand::Recall(recalled.clone()), Vec::new(), |_| ()));
    let forget = button("quiet", own.forget)
        .attr("aria-label", &filled(own.forget_it, &[&apart(&kept.name)]))
        .click(move || {
            let errand = Errand::Forget(forgotten.clone());
            run(desk, errand, Vec::new(), |_| browser::focus_soon("content"));
        });
    let published = kept.published.as_ref().map(|it| filled(own.published, &[it]));
    let day = kept.since.get(..10).and_then(|day| day.parse::<Date>().ok());
    let since = day.map(|day| filled(own.kept_since, &[&EN.short_date(day)]));
    let much = [Some(counted(kept.rows, own.records)), Some(bytes(kept.bytes)), published, since];
    let much = much.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    el("li", "kept__one").child(open).child(el("span", "kept__much").text(&much)).child(forget)
}

/// Whether the open list is kept, as a button that changes it.
pub(super) fn keeper(desk: Desk, list: &List) -> El {
    let shelf = desk.shelf;
    let files = list.dropped.files.clone();
    let kept = Kept {
        id: id(&files),
        name: list.summary.name.clone(),
        published: list.summary.published.clone(),
        rows: list.summary.rows,
        bytes: files.iter().map(|it| it.size() as u64).sum(),
        since: String::new(),
        mappings: list.dropped.mappings.clone(),
    };
    look(desk);
    let is_kept = {
        let id = kept.id.clone();
        move || shelf.all.with(|all| all.as_ref().is_some_and(|all| all.iter().any(|it| it.id == id)))
    };
    let pressed = is_kept.clone();
    button("button", words().keep)
        .attr("title", words().keep_help)
        .attr_of("aria-pressed", move || Some(pressed().to_string()))
        .click(move || {
            let (errand, files, done) = match is_kept() {
                true => (Errand::Forget(kept.id.clone()), Vec::new(), words().forgotten),
                false => (Errand::Keep(Box::new(kept.clone())), files.clone(), words().kept_now),
            };
            run(desk, errand, files, move |desk| desk.state.say(done));
        })
}

/// The files' id, by which they are known again.
fn id(files: &[File]) -> String {
    let told: Vec<_> =
        files.iter().map(|it| (it.name(), it.size() as u64, it.last_modified() as u64)).collect();
    id_of(told.iter().map(|(name, bytes, changed)| (name.as_str(), *bytes, *changed)))
}

/// Has it found out what is kept, where that is not known yet and there is something.
fn look(desk: Desk) {
    if browser::is_noted(NOTE) && desk.shelf.all.with_untracked(Option::is_none) {
        run(desk, Errand::Look, Vec::new(), |_| ());
    }
}

/// Has an errand done, after those that are to be done already.
fn run(desk: Desk, errand: Errand, files: Vec<File>, done: impl Fn(Desk) + 'static) {
    let job = Job { errand, files, done: Box::new(done) };
    desk.shelf.jobs.update(|jobs| jobs.push_back(job));
    next(desk);
}

/// Sends a worker on the next errand, where none is under way.
fn next(desk: Desk) {
    let shelf = desk.shelf;
    if shelf.worker.with(Option::is_some) {
        return;
    }
    let mut job = None;
    shelf.jobs.update(|jobs| job = jobs.pop_front());
    let Some(Job { errand, files, done }) = job else { return };
    let worker = Worker::start(move |heard| {
        // It has done what it was sent for.
        shelf.worker.update(|worker| *worker = None);
        match heard {
            Heard::Message(bytes, files) => match seam::read::<Answer>(&bytes).map(|message| message.it) {
                Some(Answer::Kept(Ok(all))) => {
                    browser::set_noted(NOTE, !all.is_empty());
                    shelf.all.set(Some(all));
                    done(desk);
                }
                Some(Answer::Kept(Err(why))) => fail(desk, why),
                Some(Answer::Recalled(kept)) => desk.open_mapped(files, kept.mappings),
                _ => {}
            },
            Heard::Trapped(_) => desk.trouble.set(Some(words().broke_opening)),
            Heard::Unloadable => desk.trouble.set(Some(words().unloadable)),
        }
        next(desk);
    });
    worker.post(&seam::write(0, Request::Kept(errand)), &files);
    shelf.worker.update(|slot| *slot = Some(worker));
}

fn fail(desk: Desk, why: NotKept) {
    let own = words();
    desk.trouble.set(Some(match why {
        NotKept::Blocked => own.kept_blocked,
        NotKept::Full => own.kept_full,
        NotKept::Unreadable => own.kept_unreadable,
        NotKept::Gone => own.kept_gone,
    }));
    if why == NotKept::Gone {
        run(desk, Errand::Look, Vec::new(), |_| ());
    }
}

/// Under which it is noted that something is kept.
const NOTE: &str = "sourceline.kept";
