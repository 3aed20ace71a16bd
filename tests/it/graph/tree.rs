//! Tests of trees as rows and columns.

use sourceline::graph::tree::{Cell, cells};

fn places(parents: &[usize], two_sided: bool) -> Vec<(i32, f32)> {
    cells(parents, two_sided).into_iter().map(|Cell { column, row }| (column, row)).collect()
}

#[test]
fn children_stand_beside_their_parent_each_in_a_row_of_its_own() {
    assert_eq!(places(&[0, 0, 0, 0], false), [(0, 0.0), (1, -1.0), (1, 0.0), (1, 1.0)]);
    // Who has children stands between them.
    assert_eq!(places(&[0, 0, 1, 1], false), [(0, 0.0), (1, 0.0), (2, -0.5), (2, 0.5)]);
}

#[test]
fn two_sides_are_about_as_high() {
    assert_eq!(places(&[0, 0, 0, 0, 0], true), [(0, 0.0), (1, -0.5), (1, 0.5), (-1, -0.5), (-1, 0.5)]);
    // The first child has three of its own: all others stand on the other side.
    let all = places(&[0, 0, 0, 0, 1, 1, 1], true);
    assert_eq!((all[1].0, all[2].0, all[3].0), (1, -1, -1));
}

#[test]
fn no_two_of_a_column_share_a_row() {
    let parents: Vec<_> = (0..200_usize).map(|it| it.saturating_sub(1) / 3).collect();
    let mut all = places(&parents, true);
    assert_eq!(all.len(), 200);
    all.sort_by(|a, b| a.partial_cmp(b).expect("numbers"));
    assert!(all.windows(2).all(|it| it[0].0 != it[1].0 || it[1].1 - it[0].1 >= 1.0), "{all:?}");
}

#[test]
fn a_chain_may_be_as_deep_as_it_is_long() {
    let chain: Vec<_> = (0..100_000_usize).map(|it| it.saturating_sub(1)).collect();
    assert_eq!(places(&chain, true).last(), Some(&(99_999, 0.0)));
    assert_eq!(places(&[], true), []);
}
