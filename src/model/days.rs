//! Days as numbers: what a date covers, and how far dates are apart.

use super::Date;
use super::date::days_in;

impl Date {
    /// The first day that it can mean: of a month or a year, its first.
    #[must_use]
    pub fn first(self) -> Self {
        Self { year: self.year, month: self.month.max(1), day: self.day.max(1) }
    }

    /// The last day that it can mean: of a month or a year, its last.
    #[must_use]
    pub fn last(self) -> Self {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 { days_in(self.year, month) } else { self.day };
        Self { year: self.year, month, day }
    }

    /// The same known to the month only.
    #[must_use]
    pub const fn to_month(self) -> Self {
        Self { day: 0, ..self }
    }

    /// The same known to the year only.
    #[must_use]
    pub const fn to_year(self) -> Self {
        Self { month: 0, day: 0, ..self }
    }

    /// The number of its first day: 0 is 1 January of the year 1, each next day is one more.
    ///
    /// The method is Howard Hinnant's `days_from_civil`: years begin in March, so that the day that some
    /// years lack is their last.
    pub fn number(self) -> i32 {
        let Self { year, month, day } = self.first();
        let (month, day) = (i32::from(month), i32::from(day));
        let year = i32::from(year) - i32::from(month <= 2);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - MARCH
    }

    /// The day with that number; nothing before the year 1 and after the year 9999.
    pub fn of_number(number: i32) -> Option<Self> {
        let days = u32::try_from(number).ok()?.checked_add(MARCH as u32)?;
        let (era, day_of_era) = (days / 146_097, days % 146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = u8::try_from(day_of_year - (153 * from_march + 2) / 5 + 1).ok()?;
        let month = u8::try_from((from_march + 2) % 12 + 1).ok()?;
        let year = u16::try_from(era * 400 + year_of_era + u32::from(month <= 2)).ok()?;
        (year <= 9999).then_some(Self { year, month, day })
    }
}

/// The days from 1 March of the year 0 to 1 January of the year 1.
const MARCH: i32 = 306;
