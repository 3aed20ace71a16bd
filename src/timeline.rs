//! Facts on a time axis, in lanes: what the timeline shows, worked out without a browser.
//!
//! A [`Timeline`] holds the facts and designations that a query leaves, each with what is known of its
//! time and no more: a day, a span, only an end, only a beginning, nothing. A [`Picture`] is that timeline
//! on a screen of some width, as a display list in whole px: the axis with its gaps, ticks, rows of
//! marks and labels that do not overlap, bars of how much there is on each day. [`Timeline::walk`]
//! says where an arrow key leads; [`Picture::brushed`] and its like, which period a reader draws on the axis.

mod axis;
mod bars;
mod brush;
mod gather;
mod picture;
mod ticks;
mod told;
mod walk;

use crate::model::{Basis, When};
use crate::query::{Lanes, Period, Row, Selection};

pub use axis::{Axis, Place, Stretch, StretchKind};
pub use bars::{Bar, Part};
pub use brush::{End, Step};
pub use picture::{Picture, Placed, RowsOfLane};
pub use ticks::Tick;
pub use told::heading;
pub use walk::{At, Way};

/// What a query leaves, by time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// What the lanes stand for.
    pub by: Lanes,
    /// The lanes with something in them, in the order of the dataset; what has no date is not in them.
    pub lanes: Vec<Lane>,
    /// What has no date, in the order of the dataset: a lane of its own.
    pub undated: Lane,
    /// What there would be without a period, by time: the axis and its bars are made of it, so that
    /// they stay where they are while a reader narrows the period.
    pub all: Vec<(Time, &'static str)>,
    /// The period that it is narrowed to.
    pub period: Period,
    /// How many have no date and are left out by the period for that.
    pub left_out: usize,
}

/// One lane.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lane {
    /// A side, an actor or a kind; for what has none of these, a word for that.
    pub label: String,
    /// What is in it, in order of time; at the same time facts first, then designations.
    pub items: Vec<Item>,
}

/// One fact or designation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Which.
    pub row: Row,
    /// What a click on it selects.
    pub selection: Selection,
    /// The fact; of a designation, the target and the reason.
    pub text: String,
    /// Who says so: the speaker, or through whom it came, or the report itself.
    pub speaker: String,
    /// When.
    pub time: Time,
    /// The time words of the report, where it has some.
    pub reported: Option<String>,
    /// How the dates were resolved.
    pub basis: Basis,
    /// The class of its colour: a value of the facet `passed`, or `gap` for a reported absence.
    pub tone: &'static str,
    /// The status for readers.
    pub status: &'static str,
    /// True for what is said not to be so.
    pub denied: bool,
    /// True for what has not happened: planned, under discussion.
    pub hollow: bool,
    /// True where nothing but its speaker supports it.
    pub stated: bool,
}

/// What is known of a time, in days by their number (see [`crate::model::Date::number`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Time {
    /// A day.
    Day(i32),
    /// From one day to another, both included.
    Span(i32, i32),
    /// Some time within a month or a year, given by its first and its last day.
    Within(i32, i32),
    /// By that day; nobody says since when.
    Until(i32),
    /// From that day on; nobody says until when.
    Since(i32),
    /// No date.
    Undated,
}

impl Time {
    /// What a record says of its time.
    pub fn of(when: &When) -> Self {
        match (when.start, when.end) {
            (None, None) => Self::Undated,
            (None, Some(end)) => Self::Until(end.last().number()),
            (Some(start), None) => Self::Since(start.number()),
            (Some(start), Some(end)) => {
                let (first, last) = (start.number(), end.last().number());
                if first == last {
                    Self::Day(first)
                } else if start == end {
                    Self::Within(first, last)
                } else {
                    Self::Span(first, last)
                }
            }
        }
    }

    /// The day at which it stands among others: its first, or the only one that is known.
    pub const fn anchor(self) -> Option<i32> {
        match self {
            Self::Day(day) | Self::Span(day, _) | Self::Within(day, _) => Some(day),
            Self::Until(day) | Self::Since(day) => Some(day),
            Self::Undated => None,
        }
    }

    /// Its last known day.
    pub const fn last(self) -> Option<i32> {
        match self {
            Self::Span(_, day) | Self::Within(_, day) => Some(day),
            _ => self.anchor(),
        }
    }

    /// The order of time: what was by a day comes before what was on it, and that before what goes on.
    pub(crate) const fn order(self) -> (i32, u8) {
        match self {
            Self::Until(day) => (day, 0),
            Self::Day(day) => (day, 1),
            Self::Span(day, _) | Self::Within(day, _) => (day, 2),
            Self::Since(day) => (day, 3),
            Self::Undated => (i32::MAX, 4),
        }
    }
}
