//! The lanes: each item at its time, with its text beside it.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::axis::{axis, placed, share};
use super::keys;
use super::stage::{Stage, mark_class};
use crate::timeline::{At, Item, Lane, Picture, Placed, RowsOfLane, StretchKind, Time, Timeline};
use crate::ui::browser;
use crate::ui::choose::lead;
use crate::ui::dom::{El, el};
use crate::ui::live::{Live, keep};
use crate::words;

/// The axis and the lanes below it.
pub(super) fn lanes(stage: Stage) -> El {
    let own = words::timeline();
    let drawn =
        move || stage.timeline.with(|timeline| stage.picture.with(|picture| all(stage, timeline, picture)));
    stage.follow_selection();
    let rows = el("div", "lanes__all").filled_of(drawn);
    // What opens where the pointer or the keyboard is can be closed without moving either.
    let hushed = Live::new(false);
    keep(EventListener::new(&gloo::utils::window(), "keydown", move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            hushed.set(true);
        }
    }));
    let class = move || if hushed.get() { "lanes lanes--hushed" } else { "lanes" }.to_owned();
    let unhush = move || {
        if hushed.get_untracked() {
            hushed.set(false);
        }
    };
    let lanes = el("div", "").class_of(class).children([
        el("div", "lanes__top").children([el("div", "lanes__corner"), axis(stage)]),
        el("p", "lanes__help").attr("id", "timeline-help").text(own.help),
        rows,
    ]);
    lanes
        .on("keydown", move |event| keys::key(stage, event))
        .on("pointerover", move |_| unhush())
        .on("focusin", move |_| unhush())
}

fn all(stage: Stage, timeline: &Timeline, picture: &Picture) -> Vec<El> {
    // A picture of another timeline comes before its own only while both are worked out anew.
    if timeline.lanes.len() != picture.lanes.len() {
        return Vec::new();
    }
    if timeline.count() == 0 {
        return Vec::new();
    }
    let mut parts = vec![ground(stage, picture)];
    let lanes = timeline.lanes.iter().zip(&picture.lanes).enumerate();
    parts.extend(lanes.map(|(nth, (lane, drawn))| one(stage, nth, lane, drawn, picture)));
    if !timeline.undated.items.is_empty() {
        parts.push(undated(stage, timeline.lanes.len(), &timeline.undated));
    }
    parts
}

/// What lies behind all lanes: lines of days, gaps, and what is outside of the period.
fn ground(stage: Stage, picture: &Picture) -> El {
    let width = picture.axis.width;
    let lines = picture.ticks.iter().map(|it| placed(el("div", "ground__line"), it.x, 0, width));
    let gaps = picture.axis.stretches.iter().filter(|it| it.kind == StretchKind::Gap);
    let gaps = gaps.map(|it| placed(el("div", "ground__gap"), it.left, it.right - it.left, width));
    let period = stage.state.query.with_untracked(|query| query.period);
    let (left, right) = picture.brush(period);
    let outside = [(0, left), (right, picture.axis.end())];
    let outside = outside.into_iter().filter(|(from, to)| period.narrows() && from < to);
    let outside = outside.map(|(from, to)| placed(el("div", "ground__outside"), from, to - from, width));
    let end = placed(el("div", "ground__line"), picture.axis.end(), 0, width);
    el("div", "lanes__ground")
        .attr("aria-hidden", "true")
        .children(lines.chain(gaps).chain(outside))
        .child(end)
}

fn head(lane: &Lane) -> El {
    let count = el("span", "lane__count").text(&lane.items.len().to_string());
    el("h3", "lane__name").text(&lane.label).text("\u{a0}").child(count)
}

fn group(stage: Stage, lane: &Lane, class: &str) -> El {
    let count = stage.state.words().count(lane.items.len(), words::timeline().items);
    let name = format!("{}, {count}", lane.label);
    el("div", class).attr("role", "group").attr("aria-label", &name).child(head(lane))
}

fn one(stage: Stage, nth: usize, lane: &Lane, drawn: &RowsOfLane, picture: &Picture) -> El {
    let rows = el("div", "lane__rows");
    browser::style(&rows.0, "--rows", &drawn.rows.to_string());
    let items = lane.items.iter().zip(&drawn.items).enumerate();
    let items = items
        .map(|(item, (it, place))| at_its_time(stage, At { lane: nth, item }, it, place, picture.axis.width));
    group(stage, lane, "lane").child(rows.children(items))
}

fn undated(stage: Stage, nth: usize, lane: &Lane) -> El {
    let items = lane.items.iter().enumerate().map(|(item, it)| {
        let mark = el("span", &mark_class(it));
        linked(stage, At { lane: nth, item }, it).child(mark).child(el("span", "item__label").text(&it.text))
    });
    group(stage, lane, "lane lane--undated").child(el("div", "lane__flow").children(items))
}

fn at_its_time(stage: Stage, at: At, it: &Item, place: &Placed, width: i32) -> El {
    let whole = place.right - place.left;
    let part = |class: &str, left: i32, right: i32| {
        placed(el("span", class), left - place.left, right - left, whole)
    };
    let tone = format!("tone--{}", it.tone);
    let tail = match it.time {
        Time::Until(_) => Some(part(&format!("tail tail--until {tone}"), place.left, place.mark_left)),
        Time::Since(_) => Some(part(&format!("tail tail--since {tone}"), place.mark_right, place.label)),
        _ => None,
    };
    let mark = part(&mark_class(it), place.mark_left, place.mark_right);
    let mark = if matches!(it.time, Time::Within(..)) { mark.attr("data-within", "") } else { mark };
    let label = el("span", "item__label");
    browser::style(&label.0, "left", &share(place.label - place.left, whole));
    let label = match &it.reported {
        Some(reported) if matches!(it.time, Time::Until(_)) => {
            label.child(el("em", "item__reported").text(&format!("“{reported}”"))).text(" ")
        }
        _ => label,
    };
    let more = el("span", "item__more").attr("aria-hidden", "true").text(&more(stage, it));
    let item = linked(stage, at, it).children(tail).child(mark).child(label.text(&it.text).child(more));
    browser::style(&item.0, "--nth", &place.row.to_string());
    placed(item, place.left, whole, width)
}

/// What is told besides the fact where it is pointed at.
fn more(stage: Stage, it: &Item) -> String {
    let words = stage.state.words();
    format!("{} · {} · {}", it.time.told(words), it.status, it.speaker)
}

/// The link of an item: one of all takes part in the order of Tab.
fn linked(stage: Stage, at: At, it: &Item) -> El {
    let state = stage.state;
    let selection = it.selection.clone();
    let current = move || state.is_chosen(&selection).then(|| "true".to_owned());
    lead(state, "", "", &it.selection)
        .class_while_chosen(state, "item", " item--chosen", &it.selection)
        .attr("id", &keys::id(at))
        .attr("aria-label", &it.said(state.words()))
        .attr_of("aria-current", current)
        .attr_of("tabindex", move || Some(if stage.stop() == at { "0" } else { "-1" }.to_owned()))
        .on("focus", move |_| stage.cursor.set(Some(at)))
}
