//! The period: which facts fall into it, how it stands in a link, what views show with it.

use proptest::prelude::*;
use sourceline::corpus::bundled;
use sourceline::model::{Date, When};
use sourceline::query::{Facet, Notice, Period, Query, Row, View, choices, facet_counts, rows};
use sourceline::words::EN;

use super::query;

fn date(text: &str) -> Option<Date> {
    (!text.is_empty()).then(|| text.parse().unwrap())
}

fn period(text: &str) -> Period {
    let (from, to) = text.split_once("..").unwrap();
    Period { from: date(from), to: date(to) }
}

/// The dates of a fact: `2023-09-13` for one, `a..b` for two, either of which may be missing.
fn when(text: &str) -> When {
    let (start, end) = text.split_once("..").unwrap_or((text, text));
    When { start: date(start), end: date(end), ..When::default() }
}

#[track_caller]
fn check(when_text: &str, inside: &[&str], outside: &[&str]) {
    for text in inside {
        assert!(period(text).holds(&when(when_text)), "{when_text} in {text}");
    }
    for text in outside {
        assert!(!period(text).holds(&when(when_text)), "{when_text} not in {text}");
    }
}

#[test]
fn a_day_falls_into_the_periods_that_hold_it_their_ends_included() {
    check(
        "2023-09-13",
        &[
            "2023-09-13..2023-09-13",
            "2023-09-12..2023-09-14",
            "2023-09-13..",
            "..2023-09-13",
            "2023-09..2023-09",
            "2023..2023",
        ],
        &["2023-09-14..", "..2023-09-12", "2023-10..", "..2023-08", "2024..", "..2022"],
    );
}

#[test]
fn a_time_of_several_days_falls_into_the_periods_that_share_a_day_with_it() {
    check(
        "2023-09-13..2023-09-21",
        &["2023-09-21..", "..2023-09-13", "2023-09-15..2023-09-16", "2023-01-01..2023-12-31"],
        &["2023-09-22..", "..2023-09-12"],
    );
}

#[test]
fn a_month_or_a_year_may_be_any_of_its_days() {
    check(
        "2023-02",
        &["2023-02-28..", "..2023-02-01", "2023-02-10..2023-02-10"],
        &["2023-03-01..", "..2023-01-31"],
    );
    check("2023", &["2023-12-31..", "..2023-01-01"], &["2024-01-01..", "..2022-12-31"]);
}

#[test]
fn by_then_reaches_back_and_from_then_on_goes_on() {
    check("..2023-09-14", &["2023-09-14..", "..2020-01-01", "1999..2000"], &["2023-09-15.."]);
    check("2023-09-14..", &["..2023-09-14", "2030-01-01..", "2040..2041"], &["..2023-09-13"]);
}

#[test]
fn what_has_no_date_falls_into_no_period_and_is_there_without_one() {
    check("..", &[".."], &["2023-09-14..", "..2023-09-14", "0001..9999"]);
}

#[test]
fn a_period_stands_in_a_link() {
    // (as a reader may type it, as it is written)
    let cases = [
        ("/network?period=2023-09-12..2023-09-14", "/network?period=2023-09-12..2023-09-14"),
        ("/sanctions?sort=kind&period=2023-09..", "/sanctions?period=2023-09..&sort=kind"),
        ("/network?period=..2023", "/network?period=..2023"),
        ("/network?period=2023-09-13..2023-09", "/network?period=2023-09-13..2023-09"),
        ("/network?lanes=actor", "/network?lanes=actor"),
        ("/network?lanes=side", "/network"),
    ];
    for (typed, written) in cases {
        assert_eq!(query(typed).to_fragment(), written, "{typed}");
    }
}

#[test]
fn what_is_no_period_is_told() {
    let parts = [
        "period=",
        "period=..",
        "period=2023-09-13",
        "period=2023-09-14..2023-09-13",
        "period=2023-10..2023-09-30",
        "period=2023-02-30..",
        "period=2023-13..",
        "period=2023-09-12...2023-09-14",
        "period=2023-09-12..2023-09-14..",
        "period=yesterday..",
        "period=12.9.2023..14.9.2023",
        "lanes=",
        "lanes=topic",
        "lanes=Side",
    ];
    for part in parts {
        let parsed = Query::parse(&format!("/network?{part}&side=russia"));
        assert_eq!(parsed.notices, [Notice::Part(part.to_owned())], "{part}");
        assert_eq!(parsed.query, query("/network?side=russia"), "{part}");
    }
}

#[test]
fn a_period_narrows_and_is_cleared_and_lanes_do_not_narrow() {
    let narrowed = query("/network?period=2023-09-13..2023-09-13&lanes=kind");
    assert!(narrowed.narrowed());
    assert_eq!(narrowed.cleared(), query("/network?lanes=kind"));
    assert!(!query("/network?lanes=kind").narrowed());
}

#[test]
fn a_period_is_told_in_words() {
    let label = |text| period(text).label(&EN);
    assert_eq!(label("2023-09-12..2023-09-14"), "Period: 12 Sep 2023 – 14 Sep 2023");
    assert_eq!(label("2023-09.."), "Period: Sep 2023 – …");
    assert_eq!(label("..2023"), "Period: … – 2023");
}

#[test]
fn all_views_and_their_counts_are_narrowed() {
    let (data, _) = bundled().unwrap();
    let narrowed = query("/network?period=2023-09-19..2023-09-20");
    for view in View::ALL {
        let (all, some) = (Query::default().viewing(view), narrowed.viewing(view));
        let expected: Vec<_> =
            rows(&data, &all).into_iter().filter(|row| some.period.holds(row.when(&data))).collect();
        assert_eq!(rows(&data, &some), expected, "{}", view.key());
        assert!(expected.len() < rows(&data, &all).len());
        for facet in Facet::of_view(view) {
            let count = |query: &Query| -> usize {
                choices(&facet_counts(&data, &EN, query), facet.key).iter().map(|it| it.count as usize).sum()
            };
            assert!(count(&some) < count(&all), "{}", facet.key);
        }
    }
    let on_tuesday = query("/network?period=2023-09-19..2023-09-19&side=south-korea");
    let count = |key| {
        let counts = facet_counts(&data, &EN, &on_tuesday);
        choices(&counts, "status").iter().find(|it| it.value == key).map(|it| it.count)
    };
    assert_eq!(count("happened"), Some(1), "the ambassador was summoned on Tuesday");
}

proptest! {
    /// Day by day: a period holds what may have been on one of its days.
    #[test]
    fn a_period_holds_what_its_days_hold(
        start in prop::option::of(0..40), length in prop::option::of(0..20),
        from in prop::option::of(0..40), days in prop::option::of(0..20),
    ) {
        let day = |number: i32| Date::of_number(738_000 + number);
        let end = length.map(|length| start.unwrap_or(10) + length);
        let to = days.map(|days| from.unwrap_or(10) + days);
        let when = When { start: start.and_then(day), end: end.and_then(day), ..When::default() };
        let period = Period { from: from.and_then(day), to: to.and_then(day) };
        let within = |first: Option<i32>, last: Option<i32>, day: i32| {
            first.is_none_or(|first| first <= day) && last.is_none_or(|last| day <= last)
        };
        let shares = (-50..150).any(|day| within(start, end, day) && within(from, to, day));
        let dated = start.is_some() || end.is_some();
        prop_assert_eq!(period.holds(&when), (dated && shares) || !period.narrows());
    }
}

#[test]
fn a_row_is_dated_as_its_record_is() {
    let (data, _) = bundled().unwrap();
    for row in Row::of_view(&data, View::Network) {
        let when = match row {
            Row::Fact(id) => &data[id].when,
            Row::Designation(id) => &data[id].listed_on,
        };
        assert_eq!(row.when(&data), when);
    }
}
