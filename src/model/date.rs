//! Dates with their precision, and how a date was resolved from the words of a report.

use core::fmt;
use core::str::FromStr;

use serde::Deserialize;

use super::Late;

/// A calendar date (proleptic Gregorian) known to the year, the month or the day.
///
/// Dates order by their first possible day; `2023` comes before `2023-01-02`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    pub(super) year: u16,
    /// 1 to 12, or 0 where only the year is known.
    pub(super) month: u8,
    /// 1 to 31, or 0 where no day is known.
    pub(super) day: u8,
}

/// Why a text is no [`Date`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not of the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    Form,
    /// The calendar has no such month or day.
    Calendar,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "is not of the form YYYY, YYYY-MM or YYYY-MM-DD",
            Self::Calendar => "names a day that the calendar does not have",
        })
    }
}

impl Date {
    /// The date of these numbers: `month` is 0 where only the year is known, `day` where no day is known.
    ///
    /// Nothing where the calendar has no such day.
    pub fn of(year: u16, month: u8, day: u8) -> Option<Self> {
        let in_calendar = (1..=9999).contains(&year) && month <= 12 && (month > 0 || day == 0);
        (in_calendar && (day == 0 || day <= days_in(year, month))).then_some(Self { year, month, day })
    }

    /// The year, 1 to 9999.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, where it is known.
    pub const fn month(self) -> Option<u8> {
        if self.month == 0 { None } else { Some(self.month) }
    }

    /// The day of the month, 1 to 31, where it is known.
    pub const fn day(self) -> Option<u8> {
        if self.day == 0 { None } else { Some(self.day) }
    }

    /// The weekday, where the day is known (Sakamoto's method).
    pub fn weekday(self) -> Option<Weekday> {
        const SHIFT: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let (month, day) = (self.month()?, self.day()?);
        let mut year = u32::from(self.year);
        if month < 3 {
            year = year.saturating_sub(1);
        }
        let shift = SHIFT.get(usize::from(month).checked_sub(1)?)?;
        let days = year + year / 4 - year / 100 + year / 400 + shift + u32::from(day);
        Weekday::ALL.get((days % 7) as usize).copied()
    }
}

pub(super) fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let number = |part: &str, width: usize| -> Result<u16, DateError> {
            if part.len() == width && part.bytes().all(|b| b.is_ascii_digit()) {
                part.parse().map_err(|_| DateError::Form)
            } else {
                Err(DateError::Form)
            }
        };
        let mut parts = text.split('-');
        let year = number(parts.next().unwrap_or_default(), 4)?;
        let mut small = || -> Result<u8, DateError> {
            match parts.next() {
                None => Ok(0),
                Some(part) => match u8::try_from(number(part, 2)?) {
                    Ok(0) | Err(_) => Err(DateError::Calendar),
                    Ok(n) => Ok(n),
                },
            }
        };
        let (month, day) = (small()?, small()?);
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        if year == 0 || month > 12 || (day > 0 && day > days_in(year, month)) {
            return Err(DateError::Calendar);
        }
        Ok(Self { year, month, day })
    }
}

/// ISO 8601, as precise as the date is: `2023`, `2023-09`, `2023-09-13`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the seven names say it")]
pub enum Weekday {
    Sunday,
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
}

impl Weekday {
    /// All seven, Sunday first.
    pub const ALL: [Self; 7] = [
        Self::Sunday,
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
    ];

    /// The weekday that `text` names in English, if it names one.
    pub fn named(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|day| format!("{day:?}") == text)
    }
}

/// When a fact happened or held: the time words of the report, and what they resolve to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// The time words of the report ("Wednesday"), where it has some.
    pub reported: Late<Option<String>>,
    /// The first day, where it is known.
    pub start: Option<Date>,
    /// The last day, where it is known; the same as `start` for a single day.
    pub end: Option<Date>,
    /// How the dates were resolved.
    pub basis: Basis,
}

/// How a date was resolved from what the report says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The report gives no time, and none was resolved.
    #[default]
    NotGiven,
    /// A weekday, resolved from the date of the report it stands in.
    Weekday,
    /// The report ties it to the summit, whose date is public record.
    Summit,
    /// True when the report was written: the date of the report.
    ReportDate,
    /// Public knowledge of the event, not the report.
    PublicRecord,
    /// Relative words ("several months before"), resolved as far as they go.
    Relative,
}

impl Basis {
    /// All bases.
    pub const ALL: [Self; 6] =
        [Self::NotGiven, Self::Weekday, Self::Summit, Self::ReportDate, Self::PublicRecord, Self::Relative];
}
