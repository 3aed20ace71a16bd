//! Day by day: where an axis would be too small to read.

use super::axis::length;
use super::stage::{Stage, mark_class};
use crate::timeline::{Item, Time, Timeline, heading};
use crate::ui::choose::lead;
use crate::ui::dom::{El, el};

/// The days, one under another; what was by a day stands before it, what has no date at the end.
pub(super) fn days(stage: Stage) -> El {
    el("div", "days").filled_of(move || stage.timeline.with(|timeline| groups(stage, timeline)))
}

fn groups(stage: Stage, timeline: &Timeline) -> Vec<El> {
    let words = stage.state.words();
    let mut all: Vec<El> = Vec::new();
    let mut last: Option<Time> = None;
    let mut list = el("ul", "days__list");
    for (lane, item) in timeline.by_time(stage.state.engine.data()) {
        let time = group_of(item.time);
        if last != Some(time) {
            if let Some((before, now)) = last.and_then(Time::anchor).zip(time.anchor())
                && now - before > 1
            {
                all.push(el("p", "days__gap").text(&length(stage, now - before - 1)));
            }
            let title = match time {
                Time::Day(day) => heading(words, day),
                other => other.told(words),
            };
            list = el("ul", "days__list");
            all.extend([el("h3", "days__day").text(&title), list.clone()]);
            last = Some(time);
        }
        let _ = list.0.append_child(&one(stage, &lane, item).0);
    }
    all
}

/// What stands under one heading.
fn group_of(time: Time) -> Time {
    match time {
        Time::Span(day, _) | Time::Within(day, _) | Time::Since(day) => Time::Day(day),
        other => other,
    }
}

fn one(stage: Stage, lane: &str, item: &Item) -> El {
    let (state, words) = (stage.state, stage.state.words());
    let mut foot = format!("{lane} · {}", item.status);
    if !matches!(item.time, Time::Day(_) | Time::Until(_) | Time::Undated) {
        foot = format!("{foot} · {}", item.time.told(words));
    }
    if let Some(reported) = item.reported.as_ref().filter(|_| matches!(item.time, Time::Until(_))) {
        foot = format!("{foot} · “{reported}”");
    }
    let one = el("li", "");
    one.class_while_chosen(state, "days__item", " days__item--chosen", &item.selection).children([
        el("span", &mark_class(item)),
        lead(state, "days__text", &item.text, &item.selection),
        el("span", "days__foot").text(&foot),
    ])
}
