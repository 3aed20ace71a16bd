//! The bars over the axis: how much there is on each day.

use super::{Axis, Time, Timeline};
use crate::order;

/// What there is on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The day.
    pub day: i32,
    /// Where it begins, in px.
    pub left: i32,
    /// Where it ends, in px.
    pub right: i32,
    /// How many facts and designations stand at this day.
    pub count: usize,
    /// The same by their class, from below.
    pub parts: Vec<Part>,
}

/// A part of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The class of its colour; `by-then` for what was by this day, but nobody says when.
    pub tone: &'static str,
    /// How many.
    pub count: usize,
}

impl Timeline {
    /// The bars on an axis, from left to right; as they are without a period.
    pub(super) fn bars(&self, axis: &Axis) -> Vec<Bar> {
        let mut days: Vec<_> = self.all.iter().filter_map(|(time, _)| time.anchor()).collect();
        order::distinct(&mut days);
        days.into_iter().map(|day| self.bar(axis, day)).collect()
    }

    fn bar(&self, axis: &Axis, day: i32) -> Bar {
        let mut parts: Vec<Part> = TONES.iter().map(|tone| Part { tone, count: 0 }).collect();
        for (time, tone) in self.all.iter().filter(|(time, _)| time.anchor() == Some(day)) {
            let tone = if matches!(time, Time::Until(_)) { BY_THEN } else { tone };
            if let Some(part) = parts.iter_mut().find(|part| part.tone == tone) {
                part.count += 1;
            }
        }
        parts.retain(|part| part.count > 0);
        let (left, right) = (axis.x(day), axis.x(day + 1));
        let middle = (left + right) / 2;
        let half = ((right - left) / 2 - 2).clamp(1, WIDEST / 2);
        let count = parts.iter().map(|part| part.count).sum();
        Bar { day, left: middle - half, right: middle + half, count, parts }
    }
}

const BY_THEN: &str = "by-then";

/// What bars are made of, from below: conflict, cooperation, the rest, what is least certain.
const TONES: [&str; 8] = [
    "material-conflict",
    "verbal-conflict",
    "material-cooperation",
    "verbal-cooperation",
    "relation",
    "remark",
    "gap",
    BY_THEN,
];

/// The widest bar, in px.
const WIDEST: i32 = 36;
