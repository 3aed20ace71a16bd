//! The time words of a report and the dates that they were resolved to.

use super::problem::On;
use super::raw::RawWhen;
use crate::model::{Basis, Date, Weekday, When};

/// The end of what still holds, or whose end nobody gives.
const OPEN: &str = "open";

/// The dates of a record, checked against the words of the report.
pub(super) fn when(raw: &RawWhen, on: &mut On<'_>) -> When {
    on.filled_if_there("`reported`", raw.reported.as_ref());
    let start = raw.start.as_deref().and_then(|text| date("start", text, on));
    let end = match raw.end.as_deref() {
        None => start,
        Some(OPEN) => None,
        Some(text) => date("end", text, on),
    };
    if let (Some(start), Some(end)) = (start, end) {
        check_order(start, end, on);
    }
    match raw.basis {
        Basis::Weekday => check_weekday(raw, start, on),
        Basis::NotGiven if raw.start.is_some() => on.problem(
            "has a date, but `basis` says that none is given",
            "say in `basis` how the date was resolved",
        ),
        _ => {}
    }
    When { reported: raw.reported.clone().into(), start, end, basis: raw.basis }
}

fn date(field: &str, text: &str, on: &mut On<'_>) -> Option<Date> {
    text.parse()
        .map_err(|error| on.problem(format!("`{field}` is `{text}`, which {error}"), "correct the date"))
        .ok()
}

/// A start within an end that is known less precisely ("13 September" to "September") is in order.
fn check_order(start: Date, end: Date, on: &mut On<'_>) {
    if end < start && !start.to_string().starts_with(&end.to_string()) {
        on.problem(format!("ends on {end}, before it starts on {start}"), "correct one of the dates");
    }
}

fn check_weekday(raw: &RawWhen, start: Option<Date>, on: &mut On<'_>) {
    let reported = raw.reported.as_deref().unwrap_or_default();
    let Some(said) = reported.split(|c: char| !c.is_alphabetic()).find_map(Weekday::named) else {
        on.problem(
            "is resolved from a weekday, but `reported` names none",
            "quote the weekday of the report in `reported`, or choose another `basis`",
        );
        return;
    };
    match start.map(|date| (date, date.weekday())) {
        // A date that does not parse has its own problem.
        None if raw.start.is_some() => {}
        Some((_, Some(day))) if day == said => {}
        Some((date, Some(day))) => on.problem(
            format!("is reported for a {said:?}, but {date} is a {day:?}"),
            "count the days from the date of the report again",
        ),
        None | Some((_, None)) => on.problem(
            "is resolved from a weekday, but `start` is not a day",
            "give the day, or choose another `basis`",
        ),
    }
}
