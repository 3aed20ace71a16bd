//! What views share: chips, text search.

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::Node;

use super::browser;
use super::dom::{El, button, el, slot, value_of};
use super::live::keep;
use super::state::State;
use crate::model::Actor;
pub(super) use crate::parts::head_row;
use crate::query::{Facet, MAX_TEXT, Period, Query, View};
use crate::words::{self, Words, filled};

/// What the query is narrowed by, each with the query that is left without it.
pub(super) fn chips(state: State) -> Vec<(String, Query)> {
    let (data, words) = (state.engine.data(), state.words());
    let query = state.query.get();
    let mut chips = Vec::new();
    if !query.text.is_empty() {
        let label = filled(words.chip_text, &[&query.text]);
        chips.push((label, Query { text: String::new(), ..query.clone() }));
    }
    if query.period.narrows() {
        chips.push((query.period.label(words), Query { period: Period::default(), ..query.clone() }));
    }
    if let Some(focus) = &query.focus
        && let Some(actor) = data.find::<Actor>(&focus.0)
    {
        let label = filled(words.chip_focus, &[&data[actor].name]);
        chips.push((label, Query { focus: None, ..query.clone() }));
    }
    if query.view == View::Network
        && let Some(later) = state.later.here()
    {
        chips.extend((later.chips)(state, &query));
    }
    for facet in Facet::of_view(query.view) {
        for value in query.chosen(facet) {
            let name = facet.value_label(data, words, &value).unwrap_or_default();
            let label = format!("{}: {name}", facet.label(words));
            chips.push((label, query.toggled(facet, &value)));
        }
    }
    chips
}

/// The chips of the query, and one button that clears them all.
pub(super) fn chip_row(state: State) -> El {
    let words = state.words();
    slot(move || {
        let chips = chips(state);
        let query = state.query.get();
        let clear = query.narrowed().then(|| {
            let cleared = query.cleared();
            button("quiet", words.clear_all).click(move || state.go(cleared.clone()))
        });
        (!chips.is_empty() || clear.is_some()).then(|| {
            let chips = chips
                .into_iter()
                .map(|(label, without)| chip(words, &label).click(move || state.go(without.clone())));
            chip_list(words, chips.collect(), clear)
        })
    })
}

/// Something that a query is narrowed by, to be pressed away.
pub(super) fn chip(words: &Words, label: &str) -> El {
    button("chip", label).attr("aria-label", &filled(words.chip_remove, &[label]))
}

/// Chips in a row, and what clears them all.
pub(super) fn chip_list(words: &Words, chips: Vec<El>, clear: Option<El>) -> El {
    let chips = chips.into_iter().map(|chip| el("li", "").child(chip));
    el("div", "chips")
        .child(el("ul", "chips").attr("aria-label", words.chips).children(chips))
        .children(clear)
}

/// A field to search in something.
pub(super) fn search_field(label: &str) -> El {
    el("input", "search")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("placeholder", label)
        .attr("aria-label", label)
}

/// The text search: narrows while the reader types, without a step of the history for each letter.
pub(super) fn text_search(state: State) -> El {
    let words = state.words();
    search_field(words.filter_text)
        .attr("maxlength", &MAX_TEXT.to_string())
        .input_of(move || Some(state.query.with(|query| query.text.clone())))
        .on("input", move |event| {
            let text = value_of(event);
            state.replace(state.query.with_untracked(|query| Query { text, ..query.clone() }));
        })
}

/// What a reader has to know, with what takes it away.
pub(super) fn notice(texts: &[String], close: El) -> El {
    let texts = texts.iter().map(|text| el("p", "").text(text));
    el("div", "notice").child(el("div", "").children(texts)).child(close)
}

/// The heading of a column.
pub(super) fn column(label: &str) -> El {
    el("th", "").attr("scope", "col").text(label)
}

/// The table that says what a drawing shows. A region that scrolls is reached by the keyboard.
pub(super) fn twin(class: &str, label: &str, table: El) -> El {
    el("div", class).attr("tabindex", "0").attr("role", "region").attr("aria-label", label).child(table)
}

/// Opens the filters on a phone.
pub(super) fn filters_button(state: State) -> El {
    button("button filters-button", state.words().filters)
        .attr("id", "filters-open")
        .attr_of("aria-expanded", move || Some(state.filters_open.get().to_string()))
        .click(move || {
            state.filters_open.set(true);
            browser::focus_soon("filters-close");
        })
}

/// What the view is narrowed to, in one line: on paper there are no chips.
pub(super) fn told_chips(state: State) -> String {
    let labels: Vec<_> = chips(state).into_iter().map(|(label, _)| label).collect();
    labels.join(" · ")
}

/// Says that nothing is left, and what each single step back would bring; `left` counts what a query leaves.
pub(super) fn empty(state: State, reset: &'static str, left: impl Fn(&Query) -> usize) -> El {
    let (words, own) = (state.words(), words::list());
    let steps = chips(state).into_iter().filter_map(|(label, without)| {
        let rows = left(&without);
        let text = format!("{} ({rows})", filled(words.chip_remove, &[&label]));
        (rows > 0).then(|| button("button", &text).click(move || state.go(without.clone())))
    });
    let cleared = state.query.with(Query::cleared);
    let all = left(&cleared).to_string();
    let reset = button("button", &filled(reset, &[&all])).click(move || state.go(cleared.clone()));
    nothing_left(own.empty, own.empty_help, steps.chain([reset]))
}

/// Says that nothing is left, and what can be done about it.
pub(super) fn nothing_left(title: &str, help: &str, steps: impl Iterator<Item = El>) -> El {
    el("div", "empty").children([
        el("p", "empty__title").text(title),
        el("p", "empty__help").text(help),
        el("div", "empty__steps").children(steps),
    ])
}

/// A button that shows and hides what hangs below it. Escape closes it, and so does going elsewhere; and a
/// press on something in it, where `once`.
pub(super) fn drop_down(class: &str, label: &str, list: El, once: bool) -> El {
    let summary = el("summary", class).child(el("span", "menu__label").text(label));
    let (details, head) = (el("details", "menu"), summary.0.clone());
    let whole = details.0.clone();
    let close = move |back: bool| {
        let _ = whole.remove_attribute("open");
        if back {
            browser::focus_on(&head);
        }
    };
    let (by_key, by_press, whole) = (close.clone(), close.clone(), details.0.clone());
    // The keyboard does not follow a press on what takes none, as the ground of the drawing.
    let (elsewhere, around) = (close.clone(), details.0.clone());
    keep(EventListener::new(&window(), "pointerdown", move |event| {
        let to = event.target().and_then(|to| to.dyn_into::<Node>().ok());
        if !around.contains(to.as_ref()) {
            elsewhere(false);
        }
    }));
    let list = list.click(move || {
        if once {
            by_press(true);
        }
    });
    details
        .child(summary)
        .child(list)
        .on("keydown", move |event| {
            if browser::key_of(event) == "Escape" {
                event.stop_propagation();
                by_key(true);
            }
        })
        .on("focusout", move |event| {
            if browser::leaves(event, &whole) {
                close(false);
            }
        })
}
