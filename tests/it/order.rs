//! Tests of order: the one sort does what the sorts of the standard library do.

use proptest::prelude::*;
use sourceline::order::{distinct, sort, sort_by_key};

#[test]
fn equal_items_stay_as_they_were() {
    let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
    sort_by_key(&mut items, |(key, _)| *key);
    assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    sort(&mut items, |a, b| b.0.cmp(&a.0));
    assert_eq!(items, [(2, 'a'), (2, 'c'), (1, 'b'), (1, 'd')]);
}

#[test]
fn nothing_and_one_item_are_in_order() {
    let mut items: Vec<String> = Vec::new();
    sort(&mut items, Ord::cmp);
    assert_eq!(items, [""; 0]);
    items.push("a".to_owned());
    distinct(&mut items);
    assert_eq!(items, ["a"]);
}

#[test]
fn distinct_keeps_each_item_once_in_order() {
    let mut items = vec![3, 1, 3, 2, 1, 3];
    distinct(&mut items);
    assert_eq!(items, [1, 2, 3]);
}

proptest! {
    #[test]
    fn it_sorts_as_the_standard_library_does(items in prop::collection::vec((0..9_u8, any::<u16>()), 0..80)) {
        let (mut mine, mut theirs) = (items.clone(), items.clone());
        sort_by_key(&mut mine, |(key, _)| *key);
        theirs.sort_by_key(|(key, _)| *key);
        prop_assert_eq!(&mine, &theirs, "by a key, which is stable");

        let (mut mine, mut theirs) = (items.clone(), items.clone());
        sort(&mut mine, |a, b| b.1.cmp(&a.1));
        theirs.sort_by_key(|item| core::cmp::Reverse(item.1));
        prop_assert_eq!(&mine, &theirs, "downwards");

        let (mut mine, mut theirs) = (items.clone(), items);
        distinct(&mut mine);
        theirs.sort();
        theirs.dedup();
        prop_assert_eq!(mine, theirs);
    }

    #[test]
    fn a_comparison_without_sense_loses_nothing(items in prop::collection::vec(0..100_u8, 0..15)) {
        let mut mine = items.clone();
        // No order at all: whatever comes first is less.
        sort(&mut mine, |_, _| core::cmp::Ordering::Less);
        let (mut before, mut after) = (items, mine);
        before.sort_unstable();
        after.sort_unstable();
        prop_assert_eq!(before, after);
    }
}
