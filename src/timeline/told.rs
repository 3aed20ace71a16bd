//! Times in words: what is known, and how.

use super::{Item, Time};
use crate::model::Date;
use crate::words::{self, Words};

impl Time {
    /// "13 September 2023", "by 14 September 2023", "no date".
    pub fn told(self, words: &Words) -> String {
        let own = words::timeline();
        let day = |number| Date::of_number(number).map_or_else(String::new, |date| words.date(date));
        match self {
            Self::Day(it) => day(it),
            Self::Span(first, last) => format!("{} – {}", day(first), day(last)),
            Self::Within(first, last) => own.within.replace("{}", &month_or_year(words, first, last)),
            Self::Until(it) => words::dossier().until.replace("{}", &day(it)),
            Self::Since(it) => own.since.replace("{}", &day(it)),
            Self::Undated => own.no_date.to_owned(),
        }
    }

    /// What is known of it, in a word: "on the day", "by then".
    pub const fn precision(self) -> &'static str {
        let own = words::timeline();
        match self {
            Self::Day(_) => own.precision_day,
            Self::Span(..) => own.precision_span,
            Self::Within(..) => own.precision_within,
            Self::Until(_) => own.precision_until,
            Self::Since(_) => own.precision_since,
            Self::Undated => own.precision_none,
        }
    }
}

impl Item {
    /// How its time is known: the words of the report, and how they were resolved.
    pub fn basis(&self) -> String {
        let basis = words::dossier().basis(self.basis);
        match &self.reported {
            Some(reported) => format!("“{reported}”; {basis}"),
            None => basis.to_owned(),
        }
    }

    /// The item for those who hear the page, and for who points at it: fact, time, status, speaker.
    pub fn said(&self, words: &Words) -> String {
        let own = words::timeline();
        let time = match (&self.reported, self.time) {
            (Some(reported), Time::Until(_)) => format!("{}, “{reported}”", self.time.told(words)),
            _ => self.time.told(words),
        };
        let said = if self.stated { own.only_said } else { "" };
        let says = own.says.replace("{}", &self.speaker);
        let parts = [time.as_str(), self.status, said, says.as_str()];
        let mut parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.dedup();
        format!("{} ({})", self.text, parts.join("; "))
    }
}

/// "Wednesday, 13 September 2023": a day as a heading.
pub fn heading(words: &Words, number: i32) -> String {
    let Some(date) = Date::of_number(number) else { return String::new() };
    let weekday = date.weekday().and_then(|day| words::timeline().weekdays.get(day as usize));
    format!("{}, {}", weekday.copied().unwrap_or_default(), words.date(date))
}

/// The month that a first and a last day are the ends of, or else the year.
fn month_or_year(words: &Words, first: i32, last: i32) -> String {
    let Some(date) = Date::of_number(first) else { return String::new() };
    words.date(if last - first > 31 { date.to_year() } else { date.to_month() })
}
