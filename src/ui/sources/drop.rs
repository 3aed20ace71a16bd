//! How a reader's copy comes to a desk: chosen, dropped or pasted.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, HtmlInputElement};

use super::super::browser::dragged;
use super::super::dom::{El, button, el, slot};
use super::desk::{Desk, Told};
use crate::words::{filled, sources};

/// The part of a card where a copy is asked for.
pub(super) fn check(desk: Desk) -> El {
    let words = sources();
    let title = &desk.state.engine.data()[desk.source].title;
    let input = el("input", "out")
        .attr("type", "file")
        .attr("accept", ".txt,.text,.md,text/plain")
        .attr("aria-label", &filled(words.choose_for, &[title]))
        .on("change", move |event| {
            let input = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            let Some(input) = input else { return };
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                desk.read(&file);
            }
            // The same file, changed, can be chosen again.
            input.set_value("");
        });
    desk.input.update(|it| *it = input.0.clone().dyn_into().ok());
    let choose = el("label", "button drop__choose").child(input).text(words.choose);
    let paste = button("button", words.paste)
        .attr("aria-label", &filled(words.paste_for, &[title]))
        .click(move || desk.read_clipboard());
    let area = el("div", "drop").children([
        el("h4", "source__heading").text(words.check),
        el("p", "drop__help").text(words.check_help),
        el("p", "drop__ways").child(choose).child(paste),
        el("p", "drop__privacy").text(words.check_privacy),
        told(desk),
    ]);
    el("div", "source__check").child(area)
}

/// What is told of the last copy, with a way out.
fn told(desk: Desk) -> El {
    let words = sources();
    slot(move || {
        desk.told.get().map(|Told { text, other }| {
            let other = other.map(|(source, copy)| {
                button("button", words.other_button).click(move || desk.hand_over(source, copy.clone()))
            });
            let dismiss = button("button", words.dismiss).click(move || {
                desk.dismiss();
                desk.take_keyboard();
            });
            el("div", "drop__told")
                .child(el("p", "").text(&text))
                .child(el("p", "drop__ways").children(other).child(dismiss))
        })
    })
    .attr("role", "status")
}

/// Lets a card take what is dropped or pasted on it.
pub(super) fn onto(desk: Desk, card: El) -> El {
    card.on("dragover", move |event| {
        event.prevent_default();
        // It is this card's, and no list that is opened.
        event.stop_propagation();
        if let Some(it) = dragged(event) {
            it.set_drop_effect("copy");
        }
        if !desk.over.get_untracked() {
            desk.over.set(true);
        }
    })
    .on("dragleave", move |_| desk.over.set(false))
    .on("drop", move |event| {
        event.prevent_default();
        event.stop_propagation();
        desk.over.set(false);
        take(desk, dragged(event));
    })
    .on("paste", move |event| {
        event.prevent_default();
        let event = event.dyn_ref::<ClipboardEvent>();
        take(desk, event.and_then(ClipboardEvent::clipboard_data));
    })
}

/// Takes the one file, or the text, that was handed over.
fn take(desk: Desk, handed: Option<DataTransfer>) {
    let files = handed.as_ref().and_then(DataTransfer::files);
    match (files.as_ref().map_or(0, web_sys::FileList::length), files.and_then(|files| files.get(0))) {
        (1, Some(file)) => desk.read(&file),
        (0, _) => desk.take(handed.and_then(|it| it.get_data("text/plain").ok()).unwrap_or_default()),
        (count, _) => desk.refuse(filled(sources().several, &[&count.to_string()])),
    }
}
