//! The period: the days that a query is narrowed to.

use crate::model::{Date, When};
use crate::words::{Words, filled};

/// From one day to another, both included; an end that is missing is open.
///
/// A fact falls into a period where the two may share a day, as far as the sources tell. A date that is
/// known to the month or the year may be any of its days; a fact with an end only ("by then") reaches
/// back without limit, one with a start only goes on without limit. What has no date at all falls into
/// no period: nothing says that it does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first day; of a month or a year, its first.
    pub from: Option<Date>,
    /// The last day; of a month or a year, its last.
    pub to: Option<Date>,
}

impl Period {
    /// True where it leaves anything out.
    pub fn narrows(self) -> bool {
        self != Self::default()
    }

    /// True where a fact with these dates may have a day in it.
    pub fn holds(self, when: &When) -> bool {
        let (from, to) = (self.from.map(Date::first), self.to.map(Date::last));
        let (start, end) = (when.start.map(Date::first), when.end.map(Date::last));
        let dated = start.or(end).is_some();
        (dated && in_order(start, to) && in_order(from, end)) || !self.narrows()
    }

    /// The period for readers: "Period: 12 Sep 2023 – …".
    pub fn label(self, words: &Words) -> String {
        let end = |date: Option<Date>| date.map_or_else(|| "…".to_owned(), |date| words.short_date(date));
        filled(words.chip_period, &[&end(self.from), &end(self.to)])
    }

    /// Reads a period as it stands in addresses, `2023-09-12..2023-09-14`; nothing for any other text, for a
    /// period without ends, and for one that ends before it begins.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once('.')?;
        let to = to.strip_prefix('.')?;
        let date = |text: &str| if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) };
        let period = Self { from: date(from)?, to: date(to)? };
        let ordered = in_order(period.from.map(Date::first), period.to.map(Date::last));
        (period.narrows() && ordered).then_some(period)
    }

    /// `2023-09-12..2023-09-14`; an open end is left out. Nothing for a period that leaves nothing out.
    pub(super) fn to_text(self) -> Option<String> {
        let text = |date: Option<Date>| date.map_or_else(String::new, |date| date.to_string());
        self.narrows().then(|| text(self.from) + ".." + &text(self.to))
    }
}

/// False where both are known and the first is the later one.
fn in_order(first: Option<Date>, last: Option<Date>) -> bool {
    !matches!((first, last), (Some(first), Some(last)) if first > last)
}
