//! Dates as lists write them: known to the day, the month, the year, about, between, or in another calendar.

use crate::import::Repair;
use crate::model::Date;

/// A date, or a time between two, with the words of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dating {
    /// The words.
    pub words: String,
    /// The first that it can be, as precisely as the list has it; nothing where it is not understood.
    pub start: Option<Date>,
    /// The last that it can be: the same as `start` but for a time between two; nothing where it is open.
    pub end: Option<Date>,
    /// True where the list says that it is approximate.
    pub circa: bool,
    /// The calendar of the words. Dates in another calendar than the Gregorian are not converted: `start` and
    /// `end` are then empty unless the list itself converts them.
    pub calendar: Calendar,
}

/// A calendar, as lists name it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Calendar {
    /// The Gregorian calendar.
    #[default]
    Gregorian,
    /// Another, by the words of the list.
    Other(String),
}

impl Dating {
    /// A single date.
    pub fn on(words: &str, date: Date) -> Self {
        Self { words: words.to_owned(), start: Some(date), end: Some(date), ..Self::default() }
    }

    /// Words that are not understood.
    pub fn unknown(words: &str) -> Self {
        Self { words: words.to_owned(), ..Self::default() }
    }

    /// The date of words; one that is not understood keeps them, and is told.
    pub fn or_told(words: &str, repair: &mut dyn FnMut(Repair)) -> Self {
        Self::read(words).unwrap_or_else(|| {
            repair(Repair::Date { words: words.to_owned() });
            Self::unknown(words)
        })
    }

    /// True where the words are understood.
    pub const fn is_known(&self) -> bool {
        self.start.is_some() || self.end.is_some()
    }

    /// Reads a date or a time between two in English or ISO: `1951`, `Sep 1938`, `10 Dec 1948`, `1948-12-10`, `1948/12/10`,
    /// `dd/mm/1945`, `circa 1951`, `1958 to 1959`, `between 1958 and 1959`, `Approximately 1960`.
    ///
    /// Nothing where the words have another form. Days with a month as a number between two strokes are read with
    /// the day first, as the United Kingdom writes them; see [`Dating::read_american`] for the others.
    pub fn read(words: &str) -> Option<Self> {
        Self::read_with(words, Order::DayFirst)
    }

    /// The same with the month first between strokes: `05/07/2024` is a day in May.
    pub fn read_american(words: &str) -> Option<Self> {
        Self::read_with(words, Order::MonthFirst)
    }

    fn read_with(words: &str, order: Order) -> Option<Self> {
        let (circa, rest) = without_about(words.trim());
        let rest = strip(rest, "between").unwrap_or(rest);
        let (start, end) = match halves(rest) {
            Some((first, last)) => {
                let (_, last) = without_about(last);
                let last = date(last, order)?;
                // `between Aug. and Sep. 1977`: the year of both stands with the second.
                let first = date(first, order)
                    .or_else(|| Date::of(last.year(), named_month(first.trim_end_matches('.'))?, 0))?;
                (first, last)
            }
            None => {
                let only = date(rest, order)?;
                (only, only)
            }
        };
        // The other way round is a slip of the pen: what lies between is the same.
        let (start, end) = if start.first() > end.last() { (end, start) } else { (start, end) };
        Some(Self { words: words.to_owned(), start: Some(start), end: Some(end), circa, ..Self::default() })
    }
}

/// Which of two numbers before a year is the day.
#[derive(Clone, Copy)]
enum Order {
    DayFirst,
    MonthFirst,
}

/// What follows a word at the beginning, in any case.
fn strip<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let head = text.get(..word.len())?;
    let rest = text.get(word.len()..)?;
    let ends = !rest.starts_with(|letter: char| letter.is_alphanumeric());
    (ends && head.eq_ignore_ascii_case(word)).then(|| rest.trim_start_matches('.').trim_start())
}

/// Whether the words begin with "about", and what follows it.
fn without_about(text: &str) -> (bool, &str) {
    const ABOUT: [&str; 7] = ["circa", "c", "ca", "approximately", "approx", "about", "around"];
    ABOUT.iter().find_map(|word| strip(text, word)).map_or((false, text), |rest| (true, rest))
}

/// The two sides of "to", "and" or a dash between spaces.
fn halves(text: &str) -> Option<(&str, &str)> {
    let between = [" to ", " and ", " - ", " – "];
    let (first, last) = between.iter().find_map(|word| text.split_once(word)).or_else(|| {
        // `1958-1959`, which is no date of ISO.
        let (first, last) = text.split_once('-')?;
        (first.len() == 4 && last.len() == 4).then_some((first, last))
    })?;
    Some((first.trim(), last.trim()))
}

/// A date of ISO 8601; a time of day or an offset behind it is left out: `2015-03-27-04:00`.
fn iso(text: &str) -> Option<Date> {
    let day = text.get(..10).unwrap_or(text);
    let rest = text.get(day.len()..)?;
    let is_time =
        rest.is_empty() || rest.starts_with(['T', 'Z', '+']) || (rest.starts_with('-') && rest.contains(':'));
    is_time.then(|| day.parse().ok())?
}

/// A single date.
fn date(text: &str, order: Order) -> Option<Date> {
    let text = text.trim().trim_end_matches('.');
    if let Some(iso) = iso(text) {
        return Some(iso);
    }
    let mut parts = text.split(['/', ' ', '.', ',']).filter(|it| !it.is_empty());
    let (first, second, third) = (parts.next()?, parts.next(), parts.next());
    if parts.next().is_some() {
        return None;
    }
    match (second, third) {
        (None, _) => Date::of(year(first)?, 0, 0),
        (Some(second), None) => Date::of(year(second)?, month(first)?, 0),
        (Some(second), Some(third)) => {
            if let (Some(year), Some(month), Some(day)) = (year(first), number(second), number(third)) {
                // `2023/09/13`
                return Date::of(year, month, day);
            }
            let (day, month_words) = match order {
                Order::MonthFirst if text.contains('/') => (second, first),
                // `December 10, 1948`.
                _ if named_month(first).is_some() => (second, first),
                _ => (first, second),
            };
            // `dd/mm/1945` says that day and month are not known.
            let month = if is_blank(month_words) { 0 } else { month(month_words)? };
            let day = if is_blank(day) { 0 } else { number(day)? };
            Date::of(year(third)?, month, if month == 0 { 0 } else { day })
        }
    }
}

/// True for what stands for a number that is not known: `dd`, `mm`, `00`.
fn is_blank(text: &str) -> bool {
    matches!(text, "00" | "0")
        || (!text.is_empty() && text.bytes().all(|it| matches!(it, b'd' | b'm' | b'D' | b'M')))
}

fn year(text: &str) -> Option<u16> {
    (text.len() == 4 && text.bytes().all(|it| it.is_ascii_digit())).then(|| text.parse().ok())?
}

fn number(text: &str) -> Option<u8> {
    (text.len() <= 2 && text.bytes().all(|it| it.is_ascii_digit())).then(|| text.parse().ok())?
}

fn month(text: &str) -> Option<u8> {
    named_month(text).or_else(|| number(text).filter(|it| (1..=12).contains(it)))
}

/// A month by its English name or the first three letters of it.
fn named_month(text: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let begins = |month: &str| month.get(..text.len()).is_some_and(|it| it.eq_ignore_ascii_case(text));
    let is_short = text.eq_ignore_ascii_case("sept");
    let nth = MONTHS.iter().position(|it| text.len() >= 3 && begins(it) || is_short && *it == "september");
    u8::try_from(nth? + 1).ok()
}
