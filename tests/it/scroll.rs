//! Tests of long lists behind a scroll bar.

use proptest::prelude::*;
use sourceline::scroll::{LONGEST, Scroll};

#[test]
fn a_short_list_is_where_its_bar_is() {
    let mut scroll = Scroll::new(1_000, 40.0, 800.0);
    assert_eq!((scroll.length(), scroll.rows(), scroll.page()), (40_000.0, 0..20, 20));
    scroll.scrolled(20_010.0);
    assert_eq!((scroll.rows(), scroll.above(), scroll.settled()), (500..521, 10.0, None));
    scroll.scrolled(39_200.0);
    assert_eq!((scroll.rows(), scroll.above()), (980..1_000, 0.0));
}

#[test]
fn a_list_that_fits_does_not_move() {
    let mut scroll = Scroll::new(3, 40.0, 800.0);
    scroll.scrolled(50.0);
    assert_eq!((scroll.rows(), scroll.above()), (0..3, 0.0));
    assert_eq!(Scroll::new(0, 40.0, 800.0).rows(), 0..0);
}

#[test]
fn a_list_of_which_nothing_is_known_yet_begins_at_its_first_row() {
    assert_eq!(Scroll::default().resized(100, 40.0, 80.0).rows(), 0..2);
}

#[test]
fn a_million_rows_are_reached_from_end_to_end() {
    let mut scroll = Scroll::new(1_000_000, 44.0, 700.0);
    assert_eq!(scroll.length(), LONGEST);
    scroll.scrolled(LONGEST - 700.0);
    assert_eq!(scroll.rows().end, 1_000_000);
    scroll.scrolled(LONGEST / 2.0);
    let middle = scroll.rows().start;
    assert!((499_000..501_000).contains(&middle), "{middle}");
    scroll.scrolled(0.0);
    assert_eq!(scroll.rows().start, 0);
}

#[test]
fn a_wheel_moves_by_as_much_wherever_the_list_is() {
    let mut scroll = Scroll::new(1_000_000, 50.0, 700.0);
    for place in [500_000.0, 4_000_000.0, 7_500_000.0] {
        scroll.scrolled(place);
        let before = scroll.rows().start;
        scroll.scrolled(place + 500.0);
        assert_eq!(scroll.rows().start, before + 10, "at {place}");
        let rows = scroll.rows();
        // The bar goes where the list is; the list stays.
        if let Some(bar) = scroll.settled() {
            scroll.scrolled(bar);
        }
        assert_eq!(scroll.rows(), rows, "at {place}");
    }
}

#[test]
fn a_row_is_shown_by_as_little_as_that_takes() {
    let mut scroll = Scroll::new(1_000_000, 50.0, 500.0);
    assert_eq!(scroll.show(5), None);
    assert_eq!(scroll.show(10), Some(50.0));
    assert_eq!(scroll.rows(), 1..11);
    scroll.show(999_999);
    assert_eq!(scroll.rows(), 999_990..1_000_000);
    scroll.show(0);
    assert_eq!(scroll.rows(), 0..10);
}

#[test]
fn another_height_of_rows_keeps_the_first_one() {
    let mut scroll = Scroll::new(100_000, 40.0, 800.0);
    scroll.show(70_019);
    assert_eq!(scroll.rows().start, 70_000);
    let phone = scroll.resized(100_000, 64.0, 500.0);
    assert_eq!(phone.rows().start, 70_000);
    assert_eq!(phone.resized(10, 64.0, 500.0).rows(), 2..10);
}

#[test]
fn another_height_of_rows_moves_the_bar_and_not_the_list() {
    for (rows, at) in [(3_000, 1_000), (1_000_000, 10_000), (1_000_000, 600_000)] {
        let mut scroll = Scroll::new(rows, 74.0, 500.0);
        scroll.show(at + 5);
        let first = scroll.rows().start;
        let mut turned = scroll.resized(rows, 48.0, 240.0);
        let bar = turned.settled().unwrap();
        assert_eq!((turned.rows().start, turned.settled()), (first, None));
        turned.scrolled(bar + 96.0);
        assert_eq!(turned.rows().start, first + 2, "{at} of {rows}");
    }
}

#[test]
fn the_list_stays_where_the_bar_is_put_in_whole_px() {
    let mut scroll = Scroll::new(1_000_000, 48.0, 700.0);
    for place in [2_000_001.0, 3_333_333.0, 5_000_003.0, 6_500_001.0] {
        scroll.scrolled(place);
        scroll.scrolled(place + 77.0);
        let (rows, above) = (scroll.rows(), scroll.above());
        assert_eq!(above.fract(), 0.0, "letters are not blurred");
        let bar = scroll.settled().unwrap();
        scroll.scrolled(bar.trunc());
        assert_eq!((scroll.rows(), scroll.above()), (rows, above), "at {place}");
    }
}

proptest! {
    #[test]
    fn any_moves_stay_within_the_list(
        rows in 0_u64..3_000_000,
        moves in prop::collection::vec((-1e7_f64..4e7, any::<bool>()), 0..40),
    ) {
        let mut scroll = Scroll::new(rows, 44.0, 640.0);
        for (to, jump) in moves {
            let at = if jump { to } else { scroll.above() + to / 1e5 };
            scroll.scrolled(at.clamp(0.0, (scroll.length() - 640.0).max(0.0)));
            let seen = scroll.rows();
            prop_assert!(seen.end <= rows && seen.start <= seen.end);
            prop_assert!(rows < 15 || seen.end - seen.start >= 14, "{seen:?}: the view is full");
            let bar = scroll.settled();
            prop_assert!(bar.is_none_or(|it| (0.0..=LONGEST).contains(&it)));
            prop_assert_eq!(scroll.rows(), seen);
        }
    }
}
