//! The axis: days to px and back, gaps that are cut short, ticks.

use expect_test::{Expect, expect};
use proptest::prelude::*;
use sourceline::timeline::{Axis, Place, StretchKind};

use super::number;

fn days(texts: &[&str]) -> Vec<i32> {
    texts.iter().map(|text| number(text)).collect()
}

#[track_caller]
fn check(texts: &[&str], width: i32, expected: Expect) {
    let axis = Axis::of(&days(texts), true, width, width * 40 / 100);
    let line = |it: &sourceline::timeline::Stretch| {
        format!("{:?} {} days, {}..{}\n", it.kind, it.to - it.from, it.left, it.right)
    };
    expected.assert_eq(&axis.stretches.iter().map(line).collect::<String>());
}

#[test]
fn days_that_have_room_stand_to_scale_without_a_gap() {
    check(
        &["2023-09-13", "2023-09-14", "2023-09-19", "2023-09-20", "2023-09-21"],
        690,
        expect![[r#"
        Before 1 days, 0..40
        Days 9 days, 40..414
    "#]],
    );
}

#[test]
fn a_long_gap_is_cut_short_where_days_would_be_narrow() {
    check(
        &["2023-09-13", "2023-09-14", "2023-09-19", "2023-09-20", "2023-09-21"],
        420,
        expect![[r#"
        Before 1 days, 0..40
        Days 2 days, 40..108
        Gap 4 days, 108..148
        Days 3 days, 148..251
    "#]],
    );
}

#[test]
fn far_outliers_do_not_press_the_rest_together() {
    check(
        &["1950-06-25", "2023-09-13", "2023-09-14", "2023-09-21", "2031-01-01"],
        690,
        expect![[r#"
        Before 1 days, 0..40
        Days 1 days, 40..90
        Gap 26742 days, 90..130
        Days 2 days, 130..231
        Gap 6 days, 231..271
        Days 1 days, 271..321
        Gap 2658 days, 321..361
        Days 1 days, 361..411
    "#]],
    );
}

#[test]
fn days_spread_evenly_over_years_stand_to_scale() {
    let spread: Vec<_> = (0..200).map(|nth| number("2000-01-01") + nth * 37).collect();
    let axis = Axis::of(&spread, false, 690, 270);
    let kinds: Vec<_> = axis.stretches.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [StretchKind::Days]);
}

#[test]
fn without_days_there_is_no_stretch() {
    let axis = Axis::of(&[], true, 690, 270);
    assert_eq!((axis.stretches.len(), axis.end(), axis.reach()), (0, 0, None));
    assert_eq!((axis.x(5), axis.at(100)), (0, Place::After));
}

/// Days in order, in clusters and far apart.
fn some_days() -> impl Strategy<Value = Vec<i32>> {
    let step = prop_oneof![4 => 1..4, 2 => 4..60, 1 => 60..20_000];
    prop::collection::vec(step, 1..40).prop_map(|steps| {
        let days = steps.iter().scan(700_000, |day, step| {
            *day += step;
            Some(*day)
        });
        days.collect()
    })
}

proptest! {
    #[test]
    fn stretches_follow_each_other_and_leave_room_for_labels(
        days in some_days(), before in any::<bool>(), width in 240..2_000,
    ) {
        let axis = Axis::of(&days, before, width, 120);
        prop_assert!(axis.stretches.windows(2).all(|it| it[0].right == it[1].left && it[0].to == it[1].from));
        prop_assert!(axis.stretches.iter().all(|it| it.left < it.right && it.from < it.to));
        prop_assert_eq!(axis.stretches.first().map(|it| it.left), Some(0));
        prop_assert!(axis.end() <= axis.width - 120, "{} of {}", axis.end(), axis.width);
        prop_assert_eq!(axis.reach(), days.first().copied().zip(days.last().copied()));
        let within = |day: &i32| axis.stretches.iter().any(|it| {
            it.kind == StretchKind::Days && it.from <= *day && *day < it.to
        });
        prop_assert!(days.iter().all(within), "no day with a fact is cut away");
    }

    #[test]
    fn later_days_stand_further_right_and_are_found_where_they_stand(
        days in some_days(), before in any::<bool>(), width in 400..2_000,
    ) {
        let axis = Axis::of(&days, before, width, 120);
        prop_assert!(days.windows(2).all(|it| axis.x(it[0]) <= axis.x(it[1])));
        for day in days {
            let (left, right) = (axis.x(day), axis.x(day + 1));
            if left < right {
                prop_assert_eq!(axis.at(left), Place::Day(day));
                prop_assert_eq!(axis.at(right - 1), Place::Day(day));
            }
        }
        if before {
            prop_assert_eq!(axis.at(0), Place::Before);
        }
        prop_assert_eq!(axis.at(axis.end()), Place::After);
        prop_assert_eq!(axis.at(i32::MAX), Place::After);
    }
}
