//! The brush: what dragging and keys make of the period.

use proptest::prelude::*;
use sourceline::corpus::bundled;
use sourceline::model::Date;
use sourceline::query::{Lanes, Period};
use sourceline::timeline::{End, Picture, Step};
use sourceline::words::EN;

use super::{number, timeline};

fn picture() -> Picture {
    let (data, _) = bundled().unwrap();
    Picture::of(&timeline(&data, Lanes::Side), &EN, 690)
}

fn period(text: &str) -> Period {
    let (from, to) = text.split_once("..").unwrap();
    let date = |text: &str| (!text.is_empty()).then(|| text.parse().unwrap());
    Period { from: date(from), to: date(to) }
}

fn show(period: Period) -> String {
    let date = |date: Option<Date>| date.map_or(String::new(), |date| date.to_string());
    format!("{}..{}", date(period.from), date(period.to))
}

#[test]
fn dragging_from_day_to_day_gives_them_and_those_between() {
    let picture = picture();
    let middle = |day: &str| {
        let day = number(day);
        (picture.axis.x(day) + picture.axis.x(day + 1)) / 2
    };
    let brushed = |one: &str, other: &str| show(picture.brushed(middle(one), middle(other)));
    assert_eq!(brushed("2023-09-13", "2023-09-14"), "2023-09-13..2023-09-14");
    assert_eq!(brushed("2023-09-19", "2023-09-14"), "2023-09-14..2023-09-19", "also from right to left");
    assert_eq!(brushed("2023-09-20", "2023-09-20"), "2023-09-20..2023-09-20");
    assert_eq!(show(picture.brushed(0, middle("2023-09-13"))), "..2023-09-13");
    assert_eq!(show(picture.brushed(middle("2023-09-21"), 689)), "2023-09-21..");
    assert_eq!(show(picture.brushed(2, 4)), "..", "before the first day is no day");
    assert_eq!(show(picture.brushed(600, 680)), "..", "nor is there one after the last");
    assert_eq!(show(picture.brushed(0, 689)), "..");
}

#[test]
fn keys_move_an_end_and_never_past_the_other() {
    let picture = picture();
    // (period, end, step, period after it)
    let cases = [
        ("..", End::From, Step::Days(1), "2023-09-14.."),
        ("..", End::From, Step::Days(-1), ".."),
        ("2023-09-14..", End::From, Step::Days(-1), "2023-09-13.."),
        ("2023-09-13..", End::From, Step::Days(-1), ".."),
        ("2023-09-14..", End::From, Step::Next, "2023-09-19.."),
        ("2023-09-16..", End::From, Step::Previous, "2023-09-14.."),
        ("2023-09-13..", End::From, Step::Previous, ".."),
        ("2023-09-14..2023-09-15", End::From, Step::Next, "2023-09-15..2023-09-15"),
        ("2023-09-14..2023-09-15", End::From, Step::Most, "2023-09-15..2023-09-15"),
        ("2023-09-14..2023-09-15", End::From, Step::Least, "..2023-09-15"),
        ("..", End::To, Step::Days(-1), "..2023-09-20"),
        ("..", End::To, Step::Days(1), ".."),
        ("..2023-09-20", End::To, Step::Days(1), "..2023-09-21"),
        ("..2023-09-21", End::To, Step::Next, ".."),
        ("2023-09-14..", End::To, Step::Least, "2023-09-14..2023-09-14"),
        ("2023-09-14..2023-09-15", End::To, Step::Previous, "2023-09-14..2023-09-14"),
        ("2023-09-14..2023-09-15", End::To, Step::Days(-3), "2023-09-14..2023-09-14"),
        ("2023-09-14..2023-09-15", End::To, Step::Most, "2023-09-14.."),
    ];
    for (before, end, step, after) in cases {
        assert_eq!(show(picture.stepped(period(before), end, step)), after, "{before} {end:?} {step:?}");
    }
}

#[test]
fn an_end_is_dragged_to_the_day_under_it() {
    let picture = picture();
    let x = |day: &str| picture.axis.x(number(day)) + 3;
    let some = period("2023-09-14..2023-09-20");
    let dragged = |end, x| show(picture.dragged(some, end, x));
    assert_eq!(dragged(End::From, x("2023-09-17")), "2023-09-17..2023-09-20");
    assert_eq!(dragged(End::From, 0), "..2023-09-20");
    assert_eq!(dragged(End::From, 689), "2023-09-20..2023-09-20");
    assert_eq!(dragged(End::To, x("2023-09-15")), "2023-09-14..2023-09-15");
    assert_eq!(dragged(End::To, 0), "2023-09-14..2023-09-14");
    assert_eq!(dragged(End::To, 689), "2023-09-14..");
}

#[test]
fn the_brush_lies_over_the_days_of_the_period() {
    let picture = picture();
    let x = |day: &str| picture.axis.x(number(day));
    let brush = |text| picture.brush(period(text));
    assert_eq!(brush("2023-09-14..2023-09-15"), (x("2023-09-14"), x("2023-09-16")));
    assert_eq!(brush(".."), (0, picture.axis.end()));
    assert_eq!(brush("..2023-09-13"), (0, x("2023-09-14")));
    assert_eq!(brush("1999..2001"), (0, 0), "a period before all days");
    assert_eq!(brush("2030.."), (picture.axis.end(), picture.axis.end()));
}

#[test]
fn without_dates_there_is_no_period_to_draw() {
    let (data, _) = bundled().unwrap();
    let mut timeline = timeline(&data, Lanes::Side);
    timeline.all.clear();
    let picture = Picture::bare(&timeline, &EN, 400);
    assert_eq!(picture.brushed(10, 300), Period::default());
    assert_eq!((picture.bars.len(), picture.ticks.len()), (0, 0));
}

proptest! {
    #[test]
    fn whatever_is_done_the_ends_stay_in_order(
        from in prop::option::of(-20..30), length in prop::option::of(0..20), x in -50..800, days in -30..30,
        to in any::<bool>(),
    ) {
        let picture = picture();
        let day = |offset: i32| Date::of_number(738_775 + offset);
        let before = Period { from: from.and_then(day), to: length.and_then(|it| day(from.unwrap_or(0) + it)) };
        let end = if to { End::To } else { End::From };
        let steps = [Step::Days(days), Step::Next, Step::Previous, Step::Least, Step::Most];
        let all = steps.map(|step| picture.stepped(before, end, step));
        for after in all.into_iter().chain([picture.dragged(before, end, x), picture.brushed(x, days * 20)]) {
            let ordered = after.from.zip(after.to).is_none_or(|(from, to)| from <= to);
            prop_assert!(ordered, "{before:?} {after:?}");
            let (left, right) = picture.brush(after);
            prop_assert!(0 <= left && left <= right && right <= picture.axis.end());
        }
    }
}
