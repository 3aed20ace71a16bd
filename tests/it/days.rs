//! Days as numbers: tests of dates counted.

use proptest::prelude::*;
use sourceline::model::{Date, Weekday};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn days_are_counted_from_the_first() {
    // (date, its number)
    let cases = [
        ("0001-01-01", 0),
        ("0001-12-31", 364),
        ("0004-03-01", 3 * 365 + 31 + 29),
        ("1970-01-01", 719_162),
        ("2000-02-29", 719_162 + 11_016),
        ("2023-09-13", 738_775),
        ("9999-12-31", 3_652_058),
    ];
    for (text, number) in cases {
        assert_eq!(date(text).number(), number, "{text}");
        assert_eq!(Date::of_number(number), Some(date(text)), "{text}");
    }
}

#[test]
fn days_that_no_date_has_have_none() {
    for number in [-1, 3_652_059, i32::MIN, i32::MAX] {
        assert_eq!(Date::of_number(number), None, "{number}");
    }
}

#[test]
fn a_month_and_a_year_have_a_first_and_a_last_day() {
    // (date, first, last)
    let cases = [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2023-04", "2023-04-01", "2023-04-30"),
        ("2023-09-13", "2023-09-13", "2023-09-13"),
    ];
    for (text, first, last) in cases {
        assert_eq!((date(text).first(), date(text).last()), (date(first), date(last)), "{text}");
        assert_eq!(date(text).number(), date(first).number(), "{text}");
    }
}

proptest! {
    #[test]
    fn each_number_is_one_day_and_the_next_is_the_next(number in 0..3_652_058) {
        let (day, next) = (Date::of_number(number).unwrap(), Date::of_number(number + 1).unwrap());
        prop_assert_eq!(day.number(), number);
        prop_assert!(day < next);
        prop_assert_eq!(day.to_string().parse(), Ok(day));
        let weekday = Weekday::ALL[(number + 1) as usize % 7];
        prop_assert_eq!(day.weekday(), Some(weekday), "1 January of the year 1 was a Monday");
    }
}
