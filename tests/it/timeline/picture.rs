//! The picture: rows without overlap, ticks and bars.

use std::fmt::Write;

use expect_test::{Expect, expect};
use proptest::prelude::*;
use sourceline::corpus::bundled;
use sourceline::graph::measure::text_width;
use sourceline::model::{Dataset, Date};
use sourceline::query::Lanes;
use sourceline::timeline::{Lane, Picture, Placed, StretchKind, Time, Timeline};
use sourceline::words::EN;

use super::{narrowed, timeline};
use crate::sample;

fn show(timeline: &Timeline, picture: &Picture) -> String {
    let mut text = String::new();
    for it in &picture.axis.stretches {
        if it.kind != StretchKind::Days {
            writeln!(text, "{:?} {}..{}", it.kind, it.left, it.right).unwrap();
        }
    }
    for it in &picture.ticks {
        writeln!(text, "| {} {} {}", it.x, it.label, it.above).unwrap();
    }
    for it in &picture.bars {
        let parts: Vec<_> = it.parts.iter().map(|part| format!("{} {}", part.count, part.tone)).collect();
        writeln!(text, "# {}..{} {}: {}", it.left, it.right, it.count, parts.join(", ")).unwrap();
    }
    for (lane, drawn) in timeline.lanes.iter().zip(&picture.lanes) {
        writeln!(text, "{}: {} rows", lane.label, drawn.rows).unwrap();
        for (item, it) in lane.items.iter().zip(&drawn.items) {
            let Placed { row, left, mark_left, mark_right, label, right } = it;
            let start: String = item.text.chars().take(24).collect();
            writeln!(text, "  {row}: {left} [{mark_left} {mark_right}] {label}..{right} {start}").unwrap();
        }
    }
    text
}

#[track_caller]
fn check(data: &Dataset, by: Lanes, width: i32, expected: Expect) {
    let timeline = timeline(data, by);
    expected.assert_eq(&show(&timeline, &Picture::of(&timeline, &EN, width)));
}

#[test]
fn the_sample_story_on_a_wide_screen() {
    check(
        &sample::dataset(),
        Lanes::Side,
        700,
        expect![[r#"
            Gap 174..214
            Gap 301..341
            | 0 1 Mar 2020
            | 43 2 
            | 87 3 
            | 130 4 
            | 214 11 Mar 2020
            | 257 12 
            | 341 31 Mar 2020
            # 3..39 1: 1 relation
            # 90..126 2: 2 verbal-cooperation
            # 134..170 1: 1 relation
            # 217..253 7: 7 material-conflict
            # 261..297 1: 1 verbal-conflict
            Eastland: 1 rows
              0: 260 [260 278] 284..617 Eastland’s spokesman rej
            Westland: 10 rows
              0: 90 [90 108] 114..616 The foreign ministers of
              1: 90 [90 108] 114..508 Holm told Eastland that 
              2: 133 [133 151] 193..490 Ida Holm is foreign mini
              3: 217 [217 235] 241..700 Westland imposed sanctio
              4: 217 [217 235] 241..684 Two persons and Blue Kee
              5: 217 [217 235] 241..585 The admiral of Eastland 
              6: 217 [217 235] 241..551 Jon Rask: Smuggling of "
              7: 217 [217 235] 241..590 Blue Keel Ltd.: Smugglin
              8: 217 [217 235] 241..585 Person 2 of 2: Smuggling
              9: 217 [217 235] 241..437 Admiral of Eastland: Pir
            No side: 1 rows
              0: 3 [3 381] 387..650 Jon Rask is director of 
        "#]],
    );
}

#[test]
fn the_sample_story_on_a_narrow_one() {
    check(
        &sample::dataset(),
        Lanes::Kind,
        360,
        expect![[r#"
            Gap 126..166
            | 0 1 Mar 2020
            | 10  
            | 84 9 
            | 166 31 Mar 2020
            # 2..8 1: 1 relation
            # 23..29 2: 2 verbal-cooperation
            # 33..39 1: 1 relation
            # 107..113 7: 7 material-conflict
            # 117..123 1: 1 verbal-conflict
            Statement: 2 rows
              0: 22 [22 30] 36..360 Holm told Eastland that 
              1: 116 [116 124] 130..360 Eastland’s spokesman rej
            Event: 1 rows
              0: 22 [22 30] 36..360 The foreign ministers of
            Relation: 2 rows
              0: 3 [3 195] 201..360 Jon Rask is director of 
              1: 32 [32 40] 82..360 Ida Holm is foreign mini
            Measure: 3 rows
              0: 106 [106 114] 120..360 Westland imposed sanctio
              1: 106 [106 114] 120..360 Two persons and Blue Kee
              2: 106 [106 114] 120..360 The admiral of Eastland 
            Designation: 4 rows
              0: 106 [106 114] 120..360 Jon Rask: Smuggling of "
              1: 106 [106 114] 120..360 Blue Keel Ltd.: Smugglin
              2: 106 [106 114] 120..360 Person 2 of 2: Smuggling
              3: 106 [106 114] 120..316 Admiral of Eastland: Pir
        "#]],
    );
}

#[test]
fn drawing_twice_gives_the_same() {
    let (data, _) = bundled().unwrap();
    let picture = || Picture::of(&timeline(&data, Lanes::Side), &EN, 690);
    assert_eq!(picture(), picture());
}

/// Nothing overlaps, nothing leaves the lane, and each mark stands in its days.
fn check_rows(picture: &Picture, lane: &Lane, drawn: &sourceline::timeline::RowsOfLane) {
    assert_eq!(lane.items.len(), drawn.items.len());
    for (nth, (item, it)) in lane.items.iter().zip(&drawn.items).enumerate() {
        let text = &item.text;
        assert!(it.row < drawn.rows, "{text}");
        assert!(0 <= it.left && it.left <= it.mark_left && it.mark_left < it.mark_right, "{text}: {it:?}");
        assert!(it.mark_right < it.label && it.label < it.right, "{text}: {it:?}");
        assert!(it.right <= picture.axis.width, "{text}: {it:?}");
        for other in &drawn.items[..nth] {
            let apart = it.right < other.left || other.right < it.left;
            assert!(other.row != it.row || apart, "{text}: {it:?} {other:?}");
        }
        let (first, last) = (item.time.anchor().unwrap(), item.time.last().unwrap());
        let (begins, ends) = (picture.axis.x(first), picture.axis.x(last + 1));
        if ends - begins >= 8 {
            assert!(begins <= it.mark_left && it.mark_right <= ends, "{text}: {it:?} in {begins}..{ends}");
        }
        let fades = it.left < it.mark_left;
        assert_eq!(fades, matches!(item.time, Time::Until(_)) && it.mark_left > 0, "{text}");
    }
}

#[test]
fn no_mark_or_label_of_the_bundled_story_lies_over_another() {
    let (data, _) = bundled().unwrap();
    for by in Lanes::ALL {
        let timeline = timeline(&data, by);
        for width in [240, 320, 420, 560, 690, 1_000, 1_600] {
            let picture = Picture::of(&timeline, &EN, width);
            timeline.lanes.iter().zip(&picture.lanes).for_each(|(lane, drawn)| {
                check_rows(&picture, lane, drawn);
            });
        }
    }
}

#[test]
fn labels_of_the_bundled_story_can_be_read() {
    let (data, _) = bundled().unwrap();
    let timeline = timeline(&data, Lanes::Side);
    let picture = Picture::of(&timeline, &EN, 690);
    for (lane, drawn) in timeline.lanes.iter().zip(&picture.lanes) {
        for (item, it) in lane.items.iter().zip(&drawn.items) {
            let whole = text_width(&item.text, 13.0) as i32;
            assert!(it.right - it.label >= whole.min(150), "{}: {it:?}", item.text);
        }
    }
}

#[test]
fn labels_of_ticks_do_not_overlap() {
    let (data, _) = bundled().unwrap();
    for width in (240..1_600).step_by(7) {
        let picture = Picture::of(&timeline(&data, Lanes::Side), &EN, width);
        check_ticks(&picture);
    }
}

fn check_ticks(picture: &Picture) {
    let labels = picture.ticks.iter().filter(|it| !it.label.is_empty());
    let spans: Vec<_> = labels.map(|it| (it.label_left, text_width(&it.label, 12.0) as i32)).collect();
    assert!(spans.windows(2).all(|it| it[0].0 + it[0].1 < it[1].0), "{spans:?}");
    let above = picture.ticks.iter().filter(|it| !it.above.is_empty());
    let spans: Vec<_> = above.map(|it| (it.x, text_width(&it.above, 12.0) as i32)).collect();
    assert!(spans.windows(2).all(|it| it[0].0 + it[0].1 < it[1].0), "{spans:?}");
    assert!(picture.ticks.iter().any(|it| !it.label.is_empty()), "{:?}", picture.ticks);
    for it in &picture.ticks {
        assert_eq!(it.x, picture.axis.x(it.day));
    }
}

/// A story of one lane whose items stand at these days.
fn story_at(days: &[i32]) -> Timeline {
    let data = sample::dataset();
    let mut timeline = timeline(&data, Lanes::Side);
    let pattern = timeline.lanes[0].items[0].clone();
    let item = |day: &i32| {
        let time = match day % 5 {
            0 => Time::Until(*day),
            1 => Time::Since(*day),
            2 => Time::Span(*day, day + 3),
            _ => Time::Day(*day),
        };
        sourceline::timeline::Item { time, ..pattern.clone() }
    };
    let items: Vec<_> = days.iter().map(item).collect();
    timeline.all = items.iter().map(|item| (item.time, item.tone)).collect();
    timeline.lanes = vec![Lane { label: "All".into(), items }];
    timeline
}

proptest! {
    #[test]
    fn whatever_the_days_are_nothing_overlaps(
        steps in prop::collection::vec(prop_oneof![6 => 0..3, 2 => 3..90, 1 => 90..40_000], 1..40),
        width in 0..1_600,
    ) {
        let days: Vec<_> = steps.iter().scan(600_000, |day, step| { *day += step; Some(*day) }).collect();
        let timeline = story_at(&days);
        let picture = Picture::of(&timeline, &EN, width);
        check_rows(&picture, &timeline.lanes[0], &picture.lanes[0]);
        check_ticks(&picture);
    }
}

#[test]
fn what_may_reach_into_the_period_is_drawn_into_it() {
    let timeline = narrowed("/timeline?period=2023-09-13..2023-09-14");
    let picture = Picture::of(&timeline, &EN, 690);
    let (begins, ends) = picture.brush(timeline.period);
    let lanes = timeline.lanes.iter().zip(&picture.lanes);
    let mut later = 0;
    for (item, it) in lanes.flat_map(|(lane, drawn)| lane.items.iter().zip(&drawn.items)) {
        later += usize::from(it.mark_left >= ends);
        assert!(it.left < ends && begins < it.label, "{}: {it:?}", item.text);
    }
    assert!(later > 0, "some of it is known by a later day only");
}

#[test]
fn bars_count_what_stands_at_each_day_also_outside_of_the_period() {
    let (data, _) = bundled().unwrap();
    let whole = Picture::of(&timeline(&data, Lanes::Side), &EN, 690);
    let some = Picture::of(&narrowed("/timeline?period=2023-09-19..2023-09-19"), &EN, 690);
    assert_eq!(whole.bars, some.bars);
    assert_eq!((whole.axis, whole.ticks), (some.axis, some.ticks));
    let all = timeline(&data, Lanes::Side);
    let dated = all.all.iter().filter(|(time, _)| *time != Time::Undated).count();
    assert_eq!(whole.bars.iter().map(|bar| bar.count).sum::<usize>(), dated, "each is counted once");
    for bar in &whole.bars {
        assert!(bar.left < bar.right && bar.count > 0);
        assert_eq!(bar.parts.iter().map(|part| part.count).sum::<usize>(), bar.count);
    }
    let days: Vec<_> = whole.bars.iter().filter_map(|bar| Date::of_number(bar.day)?.day()).collect();
    assert_eq!(days, [13, 14, 19, 20, 21]);
}
