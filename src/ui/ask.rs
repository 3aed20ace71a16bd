//! The box of search everywhere, as far as it is there from the first look: the keys that open it, the
//! button, and the field that takes what is typed. What it finds comes with the second file
//! (`super::search`); letters typed before that are kept by the field.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement, HtmlInputElement, KeyboardEvent};

use super::browser;
use super::dom::{El, button, el, value_of};
use super::later::room;
use super::live::Live;
use super::state::State;

/// The state of the box: kept while the page lives, not part of the query.
#[derive(Clone, Copy)]
pub(super) struct Ask {
    /// Whether it is open.
    pub open: Live<bool>,
    /// What is typed.
    pub text: Live<String>,
}

impl Ask {
    pub(super) fn new() -> Self {
        Self { open: Live::new(false), text: Live::new(String::new()) }
    }
}

/// The id of the field.
pub(super) const FIELD: &str = "ask-field";
const BOX: &str = "ask";

/// Opens the box, empty, with the keyboard in its field: before the next letter is typed.
pub(super) fn open(state: State) {
    let (Some(dialog), Some(field)) = (dialog(), field()) else { return };
    if is_open() {
        return;
    }
    field.set_value("");
    state.ask.text.set(String::new());
    state.ask.open.set(true);
    // It makes the rest of the page inert, and gives the keyboard back when it closes.
    let _ = dialog.show_modal();
    let _ = field.focus();
}

/// Closes the box; the keyboard is where it was before.
pub(super) fn close(state: State) {
    if let Some(dialog) = dialog() {
        dialog.close();
    }
    // The event that tells of it comes later, perhaps after the next key has opened the box again.
    state.ask.open.set(false);
}

/// The field, while the page has one.
pub(super) fn field() -> Option<HtmlInputElement> {
    document().get_element_by_id(FIELD)?.dyn_into().ok()
}

fn is_open() -> bool {
    dialog().is_some_and(|dialog| dialog.open())
}

fn dialog() -> Option<HtmlDialogElement> {
    document().get_element_by_id(BOX)?.dyn_into().ok()
}

/// The button that opens the box.
pub(super) fn opener(state: State) -> El {
    button("button ask-open", state.words().search)
        .attr("aria-keyshortcuts", "/ Control+K Meta+K")
        .child(el("kbd", "").attr("aria-hidden", "true").text("/"))
        .click(move || open(state))
}

/// The box itself, closed.
pub(super) fn ask(state: State) -> El {
    let words = state.words();
    let ask = state.ask;
    EventListener::new_with_options(&window(), "keydown", options(), move |event| {
        if calls(event) {
            event.prevent_default();
            if is_open() { close(state) } else { open(state) }
        }
    })
    .forget();
    let field = el("input", "ask__field")
        .attr("id", FIELD)
        .attr("role", "combobox")
        .attr("aria-expanded", "false")
        .attr("aria-label", words.search_what)
        .attr("placeholder", words.search_what)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "go")
        .on("input", move |event| ask.text.set(value_of(event)));
    let closer = button("quiet ask__close", words.close).click(move || close(state));
    let found = el("div", "ask__found").filled_of(move || match ask.open.get() {
        true => room(state, |later| (later.search)(state)),
        false => Vec::new(),
    });
    el("dialog", "ask")
        .attr("id", BOX)
        .attr("aria-label", words.search)
        .child(el("div", "ask__head").child(field).child(closer))
        .child(found)
        // Escape closes it without asking.
        .on("close", move |_| ask.open.set(is_open()))
        .on("click", move |event| {
            // The box has no ground of its own: what is hit is the page behind it.
            if let Some(dialog) = dialog()
                && event.target().as_ref() == Some(dialog.as_ref())
            {
                close(state);
            }
        })
}

/// True for the keys that open the box: Ctrl or Cmd with K anywhere, a slash where nothing is typed.
fn calls(event: &Event) -> bool {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return false };
    if event.alt_key() {
        return false;
    }
    let key = event.key();
    if event.ctrl_key() || event.meta_key() {
        // Other scripts have another letter on that key.
        return key == "k" || event.code() == "KeyK";
    }
    key == "/" && !browser::writes(event)
}

fn options() -> gloo::events::EventListenerOptions {
    gloo::events::EventListenerOptions::enable_prevent_default()
}
