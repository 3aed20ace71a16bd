//! The timeline on a screen of some width: a display list in whole px.

use super::{Axis, Bar, Item, Tick, Time, Timeline, ticks};
use crate::graph::measure::text_width;
use crate::order;
use crate::query::Period;
use crate::words::Words;

/// The timeline as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// From days to px and back.
    pub axis: Axis,
    /// The ticks of the axis.
    pub ticks: Vec<Tick>,
    /// How much there is on each day.
    pub bars: Vec<Bar>,
    /// The lanes of the timeline, in its order.
    pub lanes: Vec<RowsOfLane>,
}

/// One lane as it is drawn: its items in rows, none over another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowsOfLane {
    /// How many rows it has.
    pub rows: usize,
    /// Its items, in the order of the lane.
    pub items: Vec<Placed>,
}

/// An item in its place; px from the left of the lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Its row in the lane, counted from above.
    pub row: usize,
    /// Where it begins: the mark, or what fades into it.
    pub left: i32,
    /// Where the mark begins.
    pub mark_left: i32,
    /// Where the mark ends.
    pub mark_right: i32,
    /// Where the label begins.
    pub label: i32,
    /// Where it ends, the label included.
    pub right: i32,
}

impl Picture {
    /// A timeline on a screen that gives its lanes `width` px.
    pub fn of(timeline: &Timeline, words: &Words, width: i32) -> Self {
        let width = width.max(LEAST);
        Self::with(timeline, words, width, (width * 45 / 100).clamp(120, 460))
    }

    /// The axis alone, over all the `width` px: where lanes are told and not drawn.
    pub fn bare(timeline: &Timeline, words: &Words, width: i32) -> Self {
        Self { lanes: Vec::new(), ..Self::with(timeline, words, width.max(LEAST), 0) }
    }

    /// With so many px for labels right of the last day.
    fn with(timeline: &Timeline, words: &Words, width: i32, labels: i32) -> Self {
        let times = || timeline.all.iter().map(|(time, _)| *time);
        let mut days: Vec<_> = times().flat_map(|it| [it.anchor(), it.last()]).flatten().collect();
        order::distinct(&mut days);
        let before = times().any(|time| matches!(time, Time::Until(_)));
        let axis = Axis::of(&days, before, width, labels);
        let lanes = timeline.lanes.iter().map(|lane| rows(&axis, timeline.period, &lane.items)).collect();
        Self { ticks: ticks::ticks(&axis, words), bars: timeline.bars(&axis), lanes, axis }
    }
}

/// Puts items, in order of time, into the first row that has room for each.
fn rows(axis: &Axis, period: Period, items: &[Item]) -> RowsOfLane {
    let mut placed: Vec<Placed> = Vec::new();
    let mut rows = 0;
    for item in items {
        let mut it = place(axis, period, item);
        let is_free = |row: &usize| {
            let mut others = placed.iter().filter(|other| other.row == *row);
            others.all(|other| it.right + AIR <= other.left || other.right + AIR <= it.left)
        };
        it.row = (0..rows).find(is_free).unwrap_or(rows);
        rows = rows.max(it.row + 1);
        placed.push(it);
    }
    let starts: Vec<_> = placed.iter().map(|it| (it.row, it.left)).collect();
    for (it, item) in placed.iter_mut().zip(items) {
        let after = starts.iter().filter(|(row, left)| *row == it.row && *left > it.left);
        let limit = after.map(|(_, left)| left - AIR).min().unwrap_or(axis.width);
        it.right = limit.min(it.label + label_width(&item.text));
    }
    RowsOfLane { rows, items: placed }
}

/// An item with the least room for its label, in the first row.
fn place(axis: &Axis, period: Period, item: &Item) -> Placed {
    let (mark_left, mark_right) = mark(axis, item.time);
    // What may reach into the period is drawn into it.
    let first = period.from.map_or(0, |date| axis.x(date.number()) + TAIL);
    let last = period.to.map_or(axis.width, |date| axis.x(date.last().number() + 1) - TAIL);
    let left = match item.time {
        // Words such as "several months before" say that it goes back a long way.
        Time::Until(_) if item.reported.is_some() => 0,
        Time::Until(_) => (mark_left - TAIL).min(last).max(0),
        _ => mark_left,
    };
    let end = match item.time {
        Time::Since(_) => (mark_right + TAIL).max(first),
        _ => mark_right,
    };
    let label = end + GAP;
    let right = label + label_width(&item.text).min(LEAST_LABEL).min((axis.width - label).max(0));
    Placed { row: 0, left, mark_left, mark_right, label, right }
}

/// Where the mark of a time begins and ends: within its day, or over its days.
fn mark(axis: &Axis, time: Time) -> (i32, i32) {
    let (Some(first), Some(last)) = (time.anchor(), time.last()) else { return (0, MARK) };
    let (left, right) = (axis.x(first), axis.x(last + 1));
    let band = right - left;
    if matches!(time, Time::Span(..) | Time::Within(..)) && band > MARK {
        return (left + INSET.min(band / 8), right - INSET.min(band / 8));
    }
    let width = (band - 2 * INSET).clamp(LEAST_MARK, MARK);
    let left = if band >= width + 2 * INSET { left + INSET } else { (left + (band - width) / 2).max(0) };
    (left, left + width)
}

fn label_width(text: &str) -> i32 {
    text_width(text, SIZE) as i32 + 1
}

/// A narrower screen is drawn for as if it had this width, in px.
const LEAST: i32 = 240;

/// The size of labels in px.
///
/// A little more than they are drawn with: serifs are wider than what widths are known of.
const SIZE: f32 = 14.5;

/// The width of the mark of a day, and the least it has where days are narrow, in px.
const MARK: i32 = 18;
const LEAST_MARK: i32 = 8;

/// From the border of a day to a mark in it, in px.
const INSET: i32 = 3;

/// How far a mark fades where only an end or a beginning is known, in px.
const TAIL: i32 = 36;

/// From a mark to its label, in px.
const GAP: i32 = 6;

/// Between two items of a row, in px.
const AIR: i32 = 12;

/// The least room for a label that has more to say, in px.
const LEAST_LABEL: i32 = 170;
