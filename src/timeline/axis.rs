//! The axis: which px stand for which days.
//!
//! Where days lie close together they are drawn to one scale. A gap so long that it would press the rest
//! together is cut short, and is drawn as a gap. All is worked out in whole px.

use crate::order;

/// From days to px and back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// How wide all is; right of the last day is room for labels.
    pub width: i32,
    /// The stretches from left to right, without room between them.
    pub stretches: Vec<Stretch>,
}

/// A part of the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// What it is.
    pub kind: StretchKind,
    /// Its first day.
    pub from: i32,
    /// The day after its last.
    pub to: i32,
    /// Where it begins, in px.
    pub left: i32,
    /// Where it ends, in px.
    pub right: i32,
}

/// What a stretch of the axis is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StretchKind {
    /// Room for what was by some day: all the days before the first that is known.
    Before,
    /// Days to scale.
    Days,
    /// Days on which there is nothing, cut short.
    Gap,
}

/// What a place on the axis stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Before the first day.
    Before,
    /// A day.
    Day(i32),
    /// After the last day.
    After,
}

impl Stretch {
    const fn days(&self) -> i32 {
        self.to - self.from
    }

    /// Where the day begins that is `days` after its first, in px.
    fn x(&self, days: i32) -> i32 {
        let share = i64::from(self.right - self.left) * i64::from(days) / i64::from(self.days().max(1));
        self.left + share as i32
    }
}

impl Axis {
    /// The axis for some days on a screen of that width, of which `labels` are kept free on the right (px).
    ///
    /// `days` are the days on which something begins or ends, in order and each once; `before` says that
    /// there is something of which only the end is known.
    pub fn of(days: &[i32], before: bool, width: i32, labels: i32) -> Self {
        let mut axis = Self { width, stretches: Vec::new() };
        let (Some(first), Some(last)) = (days.first(), days.last()) else { return axis };
        let start = if before { BEFORE } else { 0 };
        if before {
            axis.push(StretchKind::Before, (first - 1, *first), BEFORE);
        }
        let room = (width - labels - start).max(LEAST_RUN);
        let cuts = cuts(days, room);
        let mut runs = Vec::new();
        let mut from = *first;
        for cut in &cuts {
            if let (Some(end), Some(next)) = (days.get(*cut), days.get(cut + 1)) {
                runs.push((from, end + 1));
                from = *next;
            }
        }
        runs.push((from, last + 1));
        let widths = widths(&runs, room - CUT * cuts.len() as i32);
        let mut end = None;
        for (run, width) in runs.into_iter().zip(widths) {
            if let Some(end) = end {
                axis.push(StretchKind::Gap, (end, run.0), CUT);
            }
            axis.push(StretchKind::Days, run, width);
            end = Some(run.1);
        }
        axis
    }

    fn push(&mut self, kind: StretchKind, (from, to): (i32, i32), width: i32) {
        let left = self.end();
        self.stretches.push(Stretch { kind, from, to, left, right: left + width });
    }

    /// Where the last day ends and the room for labels begins, in px.
    pub fn end(&self) -> i32 {
        self.stretches.last().map_or(0, |it| it.right)
    }

    /// Where the first day begins, in px.
    pub fn start(&self) -> i32 {
        self.stretches.iter().find(|it| it.kind != StretchKind::Before).map_or(0, |it| it.left)
    }

    /// Where a day begins, in px; 0 for a day before the first, the end for one after the last.
    pub fn x(&self, day: i32) -> i32 {
        match self.stretches.iter().find(|it| day < it.to) {
            Some(it) if day >= it.from => it.x(day - it.from),
            Some(it) => it.left,
            None => self.end(),
        }
    }

    /// What stands at a place, in px from the left.
    pub fn at(&self, x: i32) -> Place {
        match self.stretches.iter().find(|it| x < it.right) {
            None => Place::After,
            Some(it) if it.kind == StretchKind::Before => Place::Before,
            Some(it) => {
                // Rounding may put the place a day too far to either side.
                let share = i64::from(x - it.left) * i64::from(it.days());
                let mut days = (share / i64::from((it.right - it.left).max(1))) as i32;
                while days + 1 < it.days() && it.x(days + 1) <= x {
                    days += 1;
                }
                Place::Day(it.from + days.clamp(0, it.days() - 1))
            }
        }
    }

    /// The first and the last day that it reaches.
    pub fn reach(&self) -> Option<(i32, i32)> {
        let first = self.stretches.iter().find(|it| it.kind == StretchKind::Days)?;
        Some((first.from, self.stretches.last()?.to - 1))
    }
}

/// The gaps that are cut short, each as the place of the day before it.
///
/// The longest first, as long as days are narrower than they should be and cutting wins more than it
/// takes.
fn cuts(days: &[i32], mut room: i32) -> Vec<usize> {
    let gaps = days.windows(2).enumerate();
    let mut gaps: Vec<_> =
        gaps.filter_map(|(at, pair)| Some((at, i64::from(pair.last()? - pair.first()? - 1)))).collect();
    order::sort_by_key(&mut gaps, |(_, gap)| -gap);
    let reach = days.last().zip(days.first()).map_or(0, |(last, first)| last - first);
    let mut span = i64::from(reach) + 1;
    let mut cuts = Vec::new();
    for (at, gap) in gaps.into_iter().take(MOST_CUTS) {
        let narrow = i64::from(room) < span * i64::from(DAY);
        let wins = gap * i64::from(room) / span.max(1) >= i64::from(2 * CUT);
        if !narrow || !wins || room < 4 * CUT {
            break;
        }
        cuts.push(at);
        room -= CUT;
        span -= gap;
    }
    order::sort_by_key(&mut cuts, |at| *at);
    cuts
}

/// The widths of runs of days, each from its first day to the day after its last: all to one scale, but
/// none so narrow that it could not be seen.
fn widths(runs: &[(i32, i32)], room: i32) -> Vec<i32> {
    let days = |(from, to): &(i32, i32)| i64::from(to - from);
    let total: i64 = runs.iter().map(days).sum();
    let least = LEAST_RUN.min(room / runs.len().max(1) as i32);
    let is_small = |run: &(i32, i32)| days(run) * i64::from(room) < i64::from(least) * total;
    let (mut left_days, mut left_room) = (0, i64::from(room));
    for run in runs {
        if is_small(run) {
            left_room -= i64::from(least);
        } else {
            left_days += days(run);
        }
    }
    let width = |run| {
        if is_small(run) { least } else { (days(run) * left_room / left_days.max(1)) as i32 }
    };
    runs.iter().map(width).collect()
}

/// The room before the first day, in px.
const BEFORE: i32 = 40;

/// How wide a day should at least be, in px, before gaps are cut short.
const DAY: i32 = 40;

/// How wide a gap is that is cut short, in px.
const CUT: i32 = 40;

/// The narrowest run of days, in px.
const LEAST_RUN: i32 = 32;

/// How many gaps are cut short at most.
const MOST_CUTS: usize = 6;
