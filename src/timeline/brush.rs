//! The brush: how a reader sets the period on the axis.

use super::{Picture, Place};
use crate::model::Date;
use crate::query::Period;

/// An end of the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Its first day.
    From,
    /// Its last day.
    To,
}

/// What a key does to an end of the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many days later; earlier where negative.
    Days(i32),
    /// To the next day that has facts.
    Next,
    /// To the day before that has facts.
    Previous,
    /// As early as can be: the first day opens, the last comes to the first.
    Least,
    /// As late as can be.
    Most,
}

impl Picture {
    /// The days that an end stands at: those of the period, or the first or last of the axis where it is
    /// open.
    pub fn day_of(&self, period: Period, end: End) -> i32 {
        let (first, last) = self.axis.reach().unwrap_or_default();
        match end {
            End::From => period.from.map_or(first, Date::number),
            End::To => period.to.map_or(last, |date| date.last().number()),
        }
    }

    /// Where the period begins and ends on the axis, in px.
    pub fn brush(&self, period: Period) -> (i32, i32) {
        let left = if period.from.is_some() { self.axis.x(self.day_of(period, End::From)) } else { 0 };
        let right = match period.to {
            Some(_) => self.axis.x(self.day_of(period, End::To) + 1),
            None => self.axis.end(),
        };
        (left, right.max(left))
    }

    /// The period from one place to another, in px; the same two give a single day.
    pub fn brushed(&self, one: i32, other: i32) -> Period {
        let day = |x: i32| self.axis.at(x);
        let (first, last) = (day(one.min(other)), day(one.max(other)));
        match (first, last) {
            (Place::After, _) | (_, Place::Before) => Period::default(),
            _ => Period { from: date(first), to: date(last) },
        }
    }

    /// The period with an end dragged to a place, in px; never past the other end.
    pub fn dragged(&self, period: Period, end: End, x: i32) -> Period {
        match (end, self.axis.at(x)) {
            (End::From, Place::Before) => Period { from: None, ..period },
            (End::To, Place::After) => Period { to: None, ..period },
            (_, Place::Day(day)) => self.moved(period, end, day),
            (End::From, Place::After) => self.moved(period, end, i32::MAX),
            (End::To, Place::Before) => self.moved(period, end, i32::MIN),
        }
    }

    /// The period with an end moved; never past the other end, and open beyond the ends of the axis.
    pub fn stepped(&self, period: Period, end: End, step: Step) -> Period {
        let now = self.day_of(period, end);
        let mut days = self.bars.iter().map(|bar| bar.day);
        match step {
            Step::Days(days) => self.moved(period, end, now.saturating_add(days)),
            Step::Next => {
                let next = days.find(|day| *day > now);
                self.moved(period, end, next.unwrap_or(i32::MAX))
            }
            Step::Previous => {
                let previous = days.rfind(|day| *day < now);
                self.moved(period, end, previous.unwrap_or(i32::MIN))
            }
            Step::Least => self.moved(period, end, i32::MIN),
            Step::Most => self.moved(period, end, i32::MAX),
        }
    }

    fn moved(&self, period: Period, end: End, day: i32) -> Period {
        let (first, last) = self.axis.reach().unwrap_or_default();
        match end {
            End::From => {
                let day = day.min(self.day_of(period, End::To));
                let opens = day < first || (day == first && period.from.is_none());
                Period { from: if opens { None } else { Date::of_number(day) }, ..period }
            }
            End::To => {
                let day = day.max(self.day_of(period, End::From));
                let opens = day > last || (day == last && period.to.is_none());
                Period { to: if opens { None } else { Date::of_number(day) }, ..period }
            }
        }
    }
}

fn date(place: Place) -> Option<Date> {
    match place {
        Place::Day(day) => Date::of_number(day),
        Place::Before | Place::After => None,
    }
}
