//! Ticks of the axis and their labels, which never overlap.

use super::axis::{Axis, Stretch, StretchKind};
use crate::graph::measure::text_width;
use crate::model::Date;
use crate::words::Words;

/// A line of the axis and its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Where the day begins, in px.
    pub x: i32,
    /// Which day.
    pub day: i32,
    /// The day, the month or the year; empty where there is no room for it.
    pub label: String,
    /// Where the label begins, in px.
    pub label_left: i32,
    /// The month or the year that begins here, for the line above; empty where the same goes on.
    pub above: String,
}

/// From one tick to the next.
#[derive(Clone, Copy)]
enum Step {
    Days(i32),
    Months(i32),
    Years(i32),
}

const STEPS: [Step; 9] = [
    Step::Days(1),
    Step::Days(7),
    Step::Months(1),
    Step::Months(3),
    Step::Years(1),
    Step::Years(5),
    Step::Years(10),
    Step::Years(50),
    Step::Years(100),
];

impl Step {
    /// How many days it is, about.
    const fn days(self) -> i64 {
        match self {
            Self::Days(days) => days as i64,
            Self::Months(months) => months as i64 * 30,
            Self::Years(years) => years as i64 * 365,
        }
    }

    /// The room that a label of it takes at most, in px.
    const fn room(self) -> i64 {
        match self {
            Self::Days(_) => 24,
            Self::Months(_) => 36,
            Self::Years(_) => 44,
        }
    }

    /// True where a tick stands at that day.
    fn holds(self, number: i32, date: Date) -> bool {
        let (month, day) = (i32::from(date.month().unwrap_or(1)), date.day().unwrap_or(1));
        match self {
            // The days of a week begin on Monday, as the first day of all did.
            Self::Days(days) => number % days == 0,
            Self::Months(months) => day == 1 && (month - 1) % months == 0,
            Self::Years(years) => day == 1 && month == 1 && i32::from(date.year()) % years == 0,
        }
    }

    /// The next day at which a tick may stand.
    fn next(self, number: i32, date: Date) -> i32 {
        match self {
            Self::Days(_) => number + 1,
            Self::Months(_) | Self::Years(_) => date.to_month().last().number() + 1,
        }
    }

    fn label(self, words: &Words, date: Date) -> String {
        match self {
            Self::Days(_) => date.day().map_or_else(String::new, |day| day.to_string()),
            Self::Months(_) => words.short_month(date).to_owned(),
            Self::Years(_) => words.short_date(date.to_year()),
        }
    }

    /// What stands on the line above.
    fn above(self, words: &Words, date: Date) -> String {
        match self {
            Self::Days(_) => words.short_date(date.to_month()),
            Self::Months(_) => words.short_date(date.to_year()),
            Self::Years(_) => String::new(),
        }
    }
}

/// The ticks of an axis from left to right.
pub(super) fn ticks(axis: &Axis, words: &Words) -> Vec<Tick> {
    let mut ticks: Vec<Tick> = Vec::new();
    for stretch in axis.stretches.iter().filter(|it| it.kind == StretchKind::Days) {
        stretch_ticks(axis, stretch, words, &mut ticks);
    }
    drop_overlaps(&mut ticks);
    ticks
}

fn stretch_ticks(axis: &Axis, stretch: &Stretch, words: &Words, ticks: &mut Vec<Tick>) {
    let (days, room) = (i64::from(stretch.to - stretch.from), i64::from(stretch.right - stretch.left));
    let fits = |step: &&Step| step.days() * room >= step.room() * days;
    let step = STEPS.iter().find(fits).copied().unwrap_or(Step::Years(100));
    let mut above = String::new();
    let mut next = stretch.from;
    while next < stretch.to {
        let number = next;
        let Some(date) = Date::of_number(number) else { return };
        next = step.next(number, date);
        // A stretch says where it begins, even where no step does.
        if !step.holds(number, date) && number != stretch.from {
            continue;
        }
        let label = step.label(words, date);
        let x = axis.x(number);
        let band = axis.x(number + 1) - x;
        let width = text_width(&label, SIZE) as i32;
        let label_left = if band > width { x + (band - width) / 2 } else { x };
        let now = step.above(words, date);
        let above = if now == above {
            String::new()
        } else {
            above.clone_from(&now);
            now
        };
        ticks.push(Tick { x, day: number, label, label_left, above });
    }
}

/// Takes away the labels that would touch the one before.
fn drop_overlaps(ticks: &mut [Tick]) {
    let (mut label_end, mut above_end) = (i32::MIN, i32::MIN);
    for tick in ticks {
        if tick.label_left < label_end {
            tick.label.clear();
        } else {
            label_end = tick.label_left + text_width(&tick.label, SIZE) as i32 + AIR;
        }
        if tick.above.is_empty() {
            continue;
        }
        if tick.x < above_end {
            tick.above.clear();
        } else {
            above_end = tick.x + text_width(&tick.above, SIZE) as i32 + AIR;
        }
    }
}

/// The size of the labels in px.
const SIZE: f32 = 12.0;

/// Between two labels, in px.
const AIR: i32 = 6;
