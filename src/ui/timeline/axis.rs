//! The axis: days, how much there is on each, and the brush that sets the period.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

use super::stage::Stage;
use crate::model::Date;
use crate::query::Period;
use crate::timeline::{Bar, End, Step, Stretch, StretchKind, Tick};
use crate::ui::browser;
use crate::ui::dom::{El, el};
use crate::ui::live::Slot;
use crate::words::{self, filled};

/// The axis; it is made once for the view, and fills the room that it is put into.
pub(super) fn axis(stage: Stage) -> El {
    // The room is known once the page has drawn it.
    browser::later(0, Box::new(move || stage.measure()));
    let drawn = move || {
        stage.picture.with(|picture| {
            let width = picture.axis.width;
            let most = picture.bars.iter().map(|bar| bar.count).max().unwrap_or(1);
            let gaps = picture.axis.stretches.iter().filter(|it| it.kind != StretchKind::Days);
            let mut all: Vec<_> = gaps.map(|it| stretch(stage, it, width)).collect();
            all.extend(picture.ticks.iter().map(|it| tick(it, width)));
            all.extend(picture.bars.iter().map(|it| bar(stage, it, most, width)));
            all
        })
    };
    let brush = el("div", "axis__brush").class_of(move || {
        let narrows = stage.period().narrows();
        if narrows { "axis__brush" } else { "axis__brush axis__brush--whole" }.to_owned()
    });
    let brush = placed_of(brush, stage, |stage| {
        let period = stage.period();
        stage.picture.with(|picture| {
            let (left, right) = picture.brush(period);
            (left, right - left, picture.axis.width)
        })
    });
    let track = stage.track.with(El::clone);
    track.0.set_text_content(None);
    let track = track.attr("class", "axis").child(el("div", "axis__drawn").filled_of(drawn)).child(brush);
    drawn_on(stage, track).child(handle(stage, End::From)).child(handle(stage, End::To))
}

/// Whatever has a place on the axis, in parts of its width.
pub(super) fn placed(it: El, left: i32, width: i32, of: i32) -> El {
    browser::style(&it.0, "left", &share(left, of));
    browser::style(&it.0, "width", &share(width, of));
    it
}

/// The same for a place that changes: left, width, and the width of the whole.
fn placed_of(it: El, stage: Stage, place: fn(Stage) -> (i32, i32, i32)) -> El {
    let element = it.0.clone();
    // The attribute follows for whoever looks into the page; the style is what is seen.
    it.attr_of("data-at", move || {
        let (left, width, of) = place(stage);
        browser::style(&element, "left", &share(left, of));
        browser::style(&element, "width", &share(width, of));
        Some(format!("{left} {width}"))
    })
}

/// A length as a part of a whole, to a hundredth of a per cent.
pub(super) fn share(length: i32, of: i32) -> String {
    let share = i64::from(length) * 10_000 / i64::from(of.max(1));
    format!("{}.{:02}%", share / 100, share % 100)
}

fn tick(it: &Tick, width: i32) -> El {
    let at = |class: &str, x: i32, text: &str| {
        let label = el("span", class).text(text);
        browser::style(&label.0, "left", &share(x, width));
        label
    };
    let mut tick = el("div", "axis__tick").child(at("axis__line", it.x, ""));
    if !it.label.is_empty() {
        tick = tick.child(at("axis__day", it.label_left, &it.label));
    }
    if !it.above.is_empty() {
        tick = tick.child(at("axis__month", it.x, &it.above));
    }
    tick
}

fn stretch(stage: Stage, it: &Stretch, width: i32) -> El {
    let own = words::timeline();
    if it.kind == StretchKind::Before {
        let text = el("span", "").text(own.earlier);
        return placed(el("div", "axis__earlier").child(text), it.left, it.right - it.left, width);
    }
    let length = length(stage, it.to - it.from);
    let gap = el("div", "axis__gap").attr("title", &own.gap_title.replace("{}", &length));
    placed(gap.child(el("span", "").text(&length)), it.left, it.right - it.left, width)
}

/// "4 days", "7 months", "73 years".
pub(super) fn length(stage: Stage, days: i32) -> String {
    let (own, words) = (words::timeline(), stage.state.words());
    let (count, noun) = match days {
        ..60 => (days, own.gap_days),
        60..730 => (days / 30, own.gap_months),
        _ => (days / 365, own.gap_years),
    };
    words.count(usize::try_from(count).unwrap_or_default(), noun)
}

fn bar(stage: Stage, it: &Bar, most: usize, width: i32) -> El {
    let (own, words) = (words::timeline(), stage.state.words());
    let part = |part: &crate::timeline::Part| {
        let piece = el("span", &format!("axis__part tone--{}", part.tone));
        browser::style(&piece.0, "flex-grow", &part.count.to_string());
        piece
    };
    let day = Date::of_number(it.day).map_or_else(String::new, |date| words.date(date));
    let count = words.count(it.count, own.items);
    let title = filled(own.on_day, &[&day, &count]);
    let bar = el("div", "axis__bar").attr("title", &title);
    let stack = el("div", "axis__stack").children(it.parts.iter().map(part));
    let height = (it.count * TALLEST / most.max(1)).max(2);
    browser::style(&stack.0, "height", &format!("{height}px"));
    let bar = bar.child(el("span", "axis__count").text(&it.count.to_string())).child(stack);
    placed(bar, it.left, it.right - it.left, width)
}

/// The height of the tallest bar, in px.
const TALLEST: usize = 54;

/// Where a pointer is on the axis, in px of the picture.
fn x_of(stage: Stage, event: &PointerEvent) -> i32 {
    let area = stage.track.with(|track| track.0.get_bounding_client_rect());
    let of = stage.picture.with_untracked(|picture| picture.axis.width);
    let share = (f64::from(event.client_x()) - area.left()) / area.width().max(1.0);
    (share * f64::from(of)) as i32
}

/// Lets pointers draw a period on the axis.
fn drawn_on(stage: Stage, track: El) -> El {
    let begun = Slot::new(None::<i32>);
    let element = track.0.clone();
    let drawn = move |from: i32, event: &PointerEvent| {
        let to = x_of(stage, event);
        stage.picture.with_untracked(|picture| picture.brushed(from, to))
    };
    track
        .on("pointerdown", move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            if event.button() == 0 {
                capture(&element, event);
                begun.update(|it| *it = Some(x_of(stage, event)));
            }
        })
        .on("pointermove", move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            if let Some(from) = begun.with(|it| *it) {
                stage.draft.set(Some(drawn(from, event)));
            }
        })
        .on("pointerup", move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            let from = begun.with(|it| *it);
            begun.update(|it| *it = None);
            if let Some(from) = from {
                stage.narrow(drawn(from, event), true);
                stage.draft.set(None);
            }
        })
        .on("pointercancel", move |_| {
            begun.update(|it| *it = None);
            stage.draft.set(None);
        })
}

fn capture(element: &Element, event: &PointerEvent) {
    let _ = element.set_pointer_capture(event.pointer_id());
}

/// A handle at one end of the period: a slider whose values are days.
fn handle(stage: Stage, end: End) -> El {
    let own = words::timeline();
    let (class, label) = match end {
        End::From => ("axis__handle axis__handle--from", own.first_day),
        End::To => ("axis__handle axis__handle--to", own.last_day),
    };
    let reach = move || stage.picture.with(|picture| picture.axis.reach().unwrap_or_default());
    let day = move || {
        let period = stage.period();
        stage.picture.with(|picture| picture.day_of(period, end))
    };
    let handle = el("div", class)
        .attr("role", "slider")
        .attr("tabindex", "0")
        .attr("aria-label", label)
        .attr("aria-describedby", "timeline-axis-help")
        .attr_of("aria-valuemin", move || Some(reach().0.min(day()).to_string()))
        .attr_of("aria-valuemax", move || Some(reach().1.max(day()).to_string()))
        .attr_of("aria-valuenow", move || Some(day().to_string()))
        .attr_of("aria-valuetext", move || Some(told(stage, end)));
    let handle = placed_of(
        handle,
        stage,
        match end {
            End::From => |stage| place_of(stage, End::From),
            End::To => |stage| place_of(stage, End::To),
        },
    );
    answering(stage, end, handle)
}

/// A handle has a width of its own.
fn place_of(stage: Stage, end: End) -> (i32, i32, i32) {
    let period = stage.period();
    stage.picture.with(|picture| {
        let (left, right) = picture.brush(period);
        (if end == End::From { left } else { right }, 0, picture.axis.width)
    })
}

/// What those hear who hear a handle: the day, or that the end is open.
fn told(stage: Stage, end: End) -> String {
    let own = words::timeline();
    let period = stage.period();
    let (date, open) = match end {
        End::From => (period.from, own.open_from),
        End::To => (period.to, own.open_to),
    };
    date.map_or_else(|| open.to_owned(), |date| stage.state.words().date(date))
}

/// Lets pointers and keys move a handle.
fn answering(stage: Stage, end: End, handle: El) -> El {
    let held = Slot::new(false);
    let element = handle.0.clone();
    let period = move || stage.state.query.with_untracked(|query| query.period);
    let dragged = move |event: &PointerEvent| -> Period {
        let x = x_of(stage, event);
        stage.picture.with_untracked(|picture| picture.dragged(period(), end, x))
    };
    handle
        .on("pointerdown", move |event| {
            event.stop_propagation();
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            if event.button() == 0 {
                capture(&element, event);
                held.update(|it| *it = true);
            }
        })
        .on("pointermove", move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            if held.with(|it| *it) {
                event.stop_propagation();
                stage.draft.set(Some(dragged(event)));
            }
        })
        .on("pointerup", move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            event.stop_propagation();
            let moved = stage.draft.with_untracked(Option::is_some);
            if held.with(|it| *it) && moved {
                stage.narrow(dragged(event), true);
            }
            held.update(|it| *it = false);
            stage.draft.set(None);
        })
        .on("pointercancel", move |_| {
            held.update(|it| *it = false);
            stage.draft.set(None);
        })
        // Many keys one after another are one step of the history.
        .on("focus", move |_| stage.state.pause())
        .on("keydown", move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let next = match event.key().as_str() {
                _ if event.ctrl_key() || event.meta_key() || event.alt_key() => return,
                "ArrowLeft" | "ArrowDown" => Some(Step::Days(-1)),
                "ArrowRight" | "ArrowUp" => Some(Step::Days(1)),
                "PageUp" => Some(Step::Next),
                "PageDown" => Some(Step::Previous),
                "Home" => Some(Step::Least),
                "End" => Some(Step::Most),
                "Escape" => None,
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            let next = next.map_or_else(Period::default, |step| {
                stage.picture.with_untracked(|picture| picture.stepped(period(), end, step))
            });
            if next != period() {
                stage.narrow(next, false);
            }
        })
}
