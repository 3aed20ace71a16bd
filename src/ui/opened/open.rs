//! How files come to be a list: chosen or dropped anywhere, what is told meanwhile, and what if it fails.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, Event, File, FileList, HtmlInputElement};

use super::super::browser::{self, dragged};
use super::super::dom::{El, button, el, link, slot};
use super::super::live::{Live, keep};
use super::super::parts::notice;
use super::super::state::State;
use super::desk::{Desk, Failure, Opening, desk};
use super::facets::FIELD;
use super::{bytes, counted, mapping, number, shelf};
use crate::query::{OpenedQuery, Query, View};
use crate::samples::{FOLDER, SAMPLES, Sample};
use crate::seam::{Progress, Summary};
use crate::words::{filled, opening as words};

/// The way to an opened list in the head of the page: the one that is open, or to open one. From then on files can
/// be dropped anywhere.
pub(in crate::ui) fn opener(state: State) -> El {
    let desk = desk(state);
    let over = Live::new(false);
    take_drops(desk, over);
    take_slash(state);
    let away = move || state.query.with(|query| query.view != View::Opened);
    let last = Live::new(OpenedQuery::default());
    let way = slot(move || {
        let list = desk.list.get();
        if !away() {
            last.set(desk.query());
            return None;
        }
        let class = if list.is_some() { "button opener opener--open" } else { "button opener" };
        let label = list.map_or_else(
            || words().open.to_owned(),
            |it| filled(words().strip, &[&it.summary.name, &number(it.summary.rows)]),
        );
        let way = link(class, &label, move || Desk::link(&last.get_untracked()));
        Some(way.attr("title", &label))
    });
    let veil = slot(move || {
        over.get().then(|| el("div", "veil").child(el("p", "veil__text").text(words().drop_here)))
    });
    el("div", "slot").child(way).child(veil)
}

/// Takes files that are dropped anywhere but on something that takes them itself.
fn take_drops(desk: Desk, over: Live<bool>) {
    let listen = |event: &'static str, act: Box<dyn Fn(&Event)>| {
        let options = EventListenerOptions::enable_prevent_default();
        keep(EventListener::new_with_options(&window(), event, options, move |event| act(event)));
    };
    let show = move |is_over: bool| {
        if over.get_untracked() != is_over {
            over.set(is_over);
        }
    };
    listen(
        "dragover",
        Box::new(move |event| {
            let Some(dragged) = dragged(event).filter(has_files) else { return };
            event.prevent_default();
            dragged.set_drop_effect("copy");
            show(true);
        }),
    );
    listen(
        "dragleave",
        Box::new(move |event| {
            // Only where the pointer leaves the page: it goes from element to element all the time.
            let leaves = event.dyn_ref::<DragEvent>().is_some_and(|it| it.related_target().is_none());
            if leaves {
                show(false);
            }
        }),
    );
    listen("dragend", Box::new(move |_| show(false)));
    listen(
        "drop",
        Box::new(move |event| {
            show(false);
            let Some(dragged) = dragged(event).filter(has_files) else { return };
            event.prevent_default();
            desk.open(dragged.files().map(files).unwrap_or_default());
        }),
    );
}

/// A slash leads to the search of the list where one is looked at, not to that of the story.
fn take_slash(state: State) {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    keep(EventListener::new_with_options(&window(), "keydown", options, move |event| {
        let is_slash = browser::key_of(event) == "/" && !browser::writes(event);
        if is_slash && state.query.with_untracked(|query| query.view == View::Opened) {
            event.prevent_default();
            event.stop_propagation();
            if browser::is_phone() {
                state.filters_open.set(true);
                browser::focus_soon(FIELD);
            } else {
                // At once: the next letter belongs to it.
                browser::focus(FIELD);
            }
        }
    }));
}

fn has_files(dragged: &DataTransfer) -> bool {
    dragged.types().iter().any(|it| it.as_string().as_deref() == Some("Files"))
}

fn files(all: FileList) -> Vec<File> {
    (0..all.length()).filter_map(|nth| all.get(nth)).collect()
}

/// A button that lets files be chosen.
pub(super) fn chooser(desk: Desk, class: &str, label: &str) -> El {
    let input = el("input", "out")
        .attr("type", "file")
        .attr("multiple", "")
        .attr("aria-label", words().choose_also)
        .on("change", move |event| {
            let input = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            let Some(input) = input else { return };
            let chosen = input.files().map(files).unwrap_or_default();
            // The same file, changed, can be chosen again.
            input.set_value("");
            desk.open(chosen);
        });
    el("label", class).child(input).text(label)
}

/// The page before any list is open.
pub(super) fn start(desk: Desk) -> El {
    let own = words();
    let missing = slot(move || {
        (desk.query() != OpenedQuery::default()).then(|| {
            el("div", "start__missing")
                .children([el("h2", "").text(own.missing), el("p", "").text(own.missing_help)])
        })
    });
    el("main", "opening").attr("id", "content").attr("tabindex", "-1").children([
        el("h1", "").text(own.open_title),
        missing,
        el("div", "opening__drop").children([
            el("p", "opening__help").text(own.open_help),
            el("p", "opening__ways").child(chooser(desk, "button button--strong", own.choose)).child(back()),
            el("p", "opening__privacy").text(own.privacy),
        ]),
        shelf::earlier(desk),
        el("h2", "opening__heading").text(own.samples),
        el("ul", "samples").children(SAMPLES.iter().map(|it| sample(desk, it))),
        el("h2", "opening__heading").text(own.open_formats),
        el("ul", "opening__formats").children(own.formats.iter().map(|it| el("li", "").text(it))),
    ])
}

/// A list of ours, which is fetched and opened like any file.
fn sample(desk: Desk, it: &'static Sample) -> El {
    let open = button("button", (it.label)(words())).click(move || {
        browser::fetch_file(FOLDER, it.file, move |file| match file {
            Some(file) => desk.open(vec![file]),
            None => desk.trouble.set(Some(words().sample_failed)),
        });
    });
    el("li", "").child(open)
}

/// The way back to the story.
pub(super) fn back() -> El {
    link("button", words().story, || format!("#{}", Query::default().to_fragment()))
}

/// How far the opening has come, or why it failed.
pub(super) fn progress(desk: Desk) -> El {
    let box_of = move |opening: &Rc<Opening>| match &opening.failed {
        None => reading(desk),
        Some(failure) => failed(desk, opening, failure),
    };
    slot(move || desk.opening.with(|it| it.as_ref().map(box_of)))
}

fn reading(desk: Desk) -> El {
    let own = words();
    let what = move || {
        desk.progress.with(|Progress { file, indexing, .. }| match (file, indexing) {
            (_, true) => own.indexing.to_owned(),
            (Some(file), _) => filled(own.reading_file, &[file]),
            (None, _) => own.reading.to_owned(),
        })
    };
    let much = move || {
        desk.progress.with(|it| match it.of {
            0 => String::new(),
            of => filled(own.so_far, &[&bytes(it.read), &bytes(of), &number(it.records)]),
        })
    };
    let share = move |it: &Progress| if it.indexing { None } else { Some(it.read.min(it.of).to_string()) };
    let bar = el("progress", "reading__bar")
        .attr("aria-label", own.reading)
        .attr_of("max", move || desk.progress.with(|it| (it.of > 0).then(|| it.of.to_string())))
        .attr_of("value", move || desk.progress.with(share));
    el("div", "reading").children([
        el("p", "reading__what").attr("role", "status").text_of(what),
        bar,
        el("p", "reading__much").text_of(much),
        button("button", own.cancel).click(move || desk.cancel()),
    ])
}

fn failed(desk: Desk, opening: &Opening, failure: &Failure) -> El {
    let own = words();
    let (title, help) = match failure {
        Failure::Refused(_) => (own.refused, None),
        Failure::Broke(_) => (own.broke_opening, Some(own.broke_opening_help)),
        Failure::Unloadable => (own.unloadable, Some(own.unloadable_help)),
    };
    let reasons = match failure {
        Failure::Refused(summary) => {
            Some(el("ul", "reading__reasons").children(stopped(summary)).children(findings(summary)))
        }
        _ => None,
    };
    let said = match failure {
        Failure::Broke(said) => Some(el("p", "reading__much").text(&filled(own.said_by, &[said]))),
        _ => None,
    };
    let kept = desk.list.with_untracked(Option::is_some).then(|| el("p", "").text(own.kept_before));
    let files = opening.dropped.files.clone();
    let tried = files.clone();
    let again = button("button", own.try_again).click(move || desk.open(tried.clone()));
    let columns = match failure {
        Failure::Refused(summary) => mapping::editor(desk, &files, summary),
        _ => None,
    };
    el("div", "reading reading--failed").attr("role", "alert").children([
        el("h2", "reading__what").text(title),
        el("div", "")
            .children(help.map(|it| el("p", "").text(it)))
            .children(said)
            .children(reasons)
            .children(kept),
        el("p", "opening__ways").children([
            again,
            chooser(desk, "button", own.choose),
            button("button", own.dismiss).click(move || desk.cancel()),
        ]),
        el("div", "").children(columns),
    ])
}

/// Why files were not read, one after another.
pub(super) fn stopped(summary: &Summary) -> impl Iterator<Item = El> {
    summary.files.iter().filter_map(|it| {
        let [what, advice] = it.stopped.as_ref()?;
        Some(reason(&it.name, what, advice))
    })
}

/// What else was found where nothing could be opened: the first of it, and how much more there is.
fn findings(summary: &Summary) -> impl Iterator<Item = El> {
    let all: u64 = summary.tallies.iter().map(|it| it.count).sum();
    let told = summary.findings.len() + stopped(summary).count();
    let more = all.saturating_sub(told as u64);
    let more = (more > 0 && !summary.findings.is_empty())
        .then(|| el("li", "").text(&filled(words().more, &[&number(more)])));
    summary.findings.iter().map(|it| reason(&it.place, &it.what, &it.advice)).chain(more)
}

/// Where something is not as it should be, what it is, and what to do about it.
fn reason(place: &str, what: &str, advice: &str) -> El {
    let text = el("li", "").child(el("strong", "").text(place)).text(" ").text(what);
    text.text(" ").child(el("span", "reading__advice").text(advice))
}

/// What the reader has to know of the engine.
pub(super) fn trouble(desk: Desk) -> Option<El> {
    desk.trouble.get().map(|text| {
        let close = button("button", words().dismiss).click(move || desk.trouble.set(None));
        notice(&[text.to_owned()], close)
    })
}

/// How much there is, in one line.
pub(super) fn much(summary: &Summary) -> String {
    let own = words();
    let published = summary.published.as_ref().map(|it| filled(own.published, &[it]));
    let relations = (summary.relations > 0).then(|| counted(summary.relations, own.relations));
    let all = [
        published,
        Some(counted(summary.rows, own.records)),
        Some(counted(summary.actors, own.actors)),
        Some(counted(summary.names, own.names)),
        relations,
        Some(filled(own.memory, &[&bytes(summary.bytes)])),
        Some(own.stays.to_owned()),
    ];
    all.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
