//! Undo, redo, and the steps so far. The history is the browser's but for looking around: what is pressed here
//! asks it to go back or forth, and the page follows where it arrives.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::browser;
use super::dom::{El, button, el};
use super::live::{Derived, Live, Slot, keep};
use super::parts::drop_down;
use super::state::State;
use crate::history::History;
use crate::words::paths as words;

/// The steps in words, and which of them is the present.
type Told = Derived<(Vec<String>, usize)>;

/// The buttons and the list, for the head of the page; the keys, for all of it.
pub(super) fn steps(state: State) -> El {
    let words = words();
    let told: Told =
        Derived::new(move || state.history.with(|history| (state.engine.steps(history), history.past())));
    let said = Live::new(String::new());
    listen(state, told, said);
    let tool = move |back: bool| {
        let label = move || {
            told.with(|(steps, now)| match step(steps, *now, back) {
                Some(step) => if back { words.undo_of } else { words.redo_of }.replace("{}", step),
                None => if back { words.undo_none } else { words.redo_none }.to_owned(),
            })
        };
        // Not `disabled`: the keyboard would lose its place at the last step.
        let off =
            move || told.with(|(steps, now)| step(steps, *now, back).is_none()).then(|| "true".to_owned());
        button(if back { "button steps__undo" } else { "button steps__redo" }, if back { "↶" } else { "↷" })
            .attr("aria-keyshortcuts", if back { "Control+Z Meta+Z" } else { "Control+Y Shift+Meta+Z" })
            .attr_of("aria-label", move || Some(label()))
            .attr_of("title", move || Some(label()))
            .attr_of("aria-disabled", off)
            .click(move || walk(state, told, said, back))
    };
    let list = el("div", "menu__list steps__list").children([
        el("div", "steps__tools").children([tool(true), tool(false)]),
        el("ol", "").attr("aria-label", words.history).filled_of(listed(state, told)),
    ]);
    let history = drop_down("button steps__open", words.history, list, false);
    el("div", "steps").children([
        tool(true),
        tool(false),
        history,
        el("p", "out").attr("role", "status").text_of(move || said.get()),
    ])
}

/// The steps, the last first: that is the one that a reader looks for. Each leads there.
fn listed(state: State, told: Told) -> impl Fn() -> Vec<El> {
    let chosen = Slot::new(false);
    move || {
        let (steps, now) = told.get();
        if chosen.with(|chosen| *chosen) {
            // The list was made anew under the keyboard.
            chosen.update(|chosen| *chosen = false);
            browser::focus_soon("steps-now");
        }
        let one = |(nth, label): (usize, &String)| {
            let by = nth as i32 - now as i32;
            let class = if by > 0 { "steps__one steps__one--undone" } else { "steps__one" };
            let one = button(class, label).click(move || {
                chosen.update(|chosen| *chosen = by != 0);
                state.walk(nth);
            });
            let one = if by == 0 { one.attr("aria-current", "step").attr("id", "steps-now") } else { one };
            el("li", "").child(one)
        };
        steps.iter().enumerate().rev().map(one).collect()
    }
}

/// The step that going back or forth would undo or do again.
fn step(steps: &[String], now: usize, back: bool) -> Option<&String> {
    // The first moment is where the reader began: there is no step before it.
    if back { steps.get(now).filter(|_| now > 0) } else { steps.get(now + 1) }
}

/// Goes one step, and says which.
fn walk(state: State, told: Told, said: Live<String>, back: bool) {
    let words = words();
    let possible =
        state.history.with_untracked(|it| if back { History::past(it) } else { History::future(it) });
    if possible > 0 {
        let text = told.with_untracked(|(steps, now)| {
            let pattern = if back { words.undone } else { words.redone };
            step(steps, *now, back).map(|step| pattern.replace("{}", step))
        });
        said.set(text.unwrap_or_default());
        let now = told.with_untracked(|(_, now)| *now);
        state.walk(if back { now.saturating_sub(1) } else { now + 1 });
    }
}

/// Ctrl or Cmd with Z, Shift-Z and Y, wherever the keyboard is but in a text that is being written: that
/// has an undo of its own.
fn listen(state: State, told: Told, said: Live<String>) {
    let options = EventListenerOptions::enable_prevent_default();
    keep(EventListener::new_with_options(&window(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let back = match (event.key().as_str(), event.shift_key()) {
            ("z" | "Z", shift) => !shift,
            ("y" | "Y", false) => false,
            _ => return,
        };
        if (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !browser::writes(event) {
            event.prevent_default();
            walk(state, told, said, back);
        }
    }));
}
