//! Dates, and the words that they were resolved from.

use expect_test::expect;

use super::*;

#[test]
fn a_date_that_does_not_parse_is_told() {
    check(
        &[(SOURCES, "start = \"2020-03-04\"", "start = \"4 March 2020\"")],
        expect![
            "sources.toml: source `report-one`: `start` is `4 March 2020`, which is not of the form YYYY, YYYY-MM or YYYY-MM-DD; correct the date"
        ],
    );
    check(
        &[(SOURCES, "start = \"2020-03-04\"", "start = \"2020-02-30\"")],
        expect![
            "sources.toml: source `report-one`: `start` is `2020-02-30`, which names a day that the calendar does not have; correct the date"
        ],
    );
}

#[test]
fn a_time_that_ends_before_it_starts_is_told() {
    let end = "start = \"2020-03-04\", end = \"open\"";
    check(
        &[(FACTS, end, "start = \"2020-03-04\", end = \"2020-03-03\"")],
        expect![
            "facts.toml: fact `holm-office`: ends on 2020-03-03, before it starts on 2020-03-04; correct one of the dates"
        ],
    );
    assert!(changed(&[(FACTS, end, "start = \"2020-03-04\", end = \"2020-03\"")]).is_ok());
    assert!(changed(&[(FACTS, end, "start = \"2020-03\", end = \"2020-03-02\"")]).is_ok());
}

#[test]
fn a_weekday_that_disagrees_with_the_date_is_told() {
    let meeting = "start = \"2020-03-03\", basis = \"weekday\" }\nplace";
    check(
        &[(FACTS, meeting, "start = \"2020-03-04\", basis = \"weekday\" }\nplace")],
        expect![
            "facts.toml: fact `meeting`: is reported for a Tuesday, but 2020-03-04 is a Wednesday; count the days from the date of the report again"
        ],
    );
    check(
        &[(FACTS, meeting, "start = \"2020-03\", basis = \"weekday\" }\nplace")],
        expect![
            "facts.toml: fact `meeting`: is resolved from a weekday, but `start` is not a day; give the day, or choose another `basis`"
        ],
    );
    check(
        &[(FACTS, meeting, "basis = \"weekday\" }\nplace")],
        expect![
            "facts.toml: fact `meeting`: is resolved from a weekday, but `start` is not a day; give the day, or choose another `basis`"
        ],
    );
}

#[test]
fn a_weekday_that_the_report_does_not_give_is_told() {
    check(
        &[(SOURCES, "basis = \"public-record\"", "basis = \"weekday\"")],
        expect![
            "sources.toml: source `report-one`: is resolved from a weekday, but `reported` names none; quote the weekday of the report in `reported`, or choose another `basis`"
        ],
    );
    check(
        &[(SOURCES, "basis = \"public-record\"", "basis = \"weekday\", reported = \"that week\"")],
        expect![
            "sources.toml: source `report-one`: is resolved from a weekday, but `reported` names none; quote the weekday of the report in `reported`, or choose another `basis`"
        ],
    );
}

#[test]
fn a_date_without_a_basis_is_told() {
    check(
        &[(SOURCES, "basis = \"public-record\"", "basis = \"not-given\"")],
        expect![
            "sources.toml: source `report-one`: has a date, but `basis` says that none is given; say in `basis` how the date was resolved"
        ],
    );
}
