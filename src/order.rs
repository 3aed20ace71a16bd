//! Sorting with one sort for all types.
//!
//! The standard library compiles its sort anew for every type and every comparison: two dozen of
//! them came to 61 kB of WebAssembly. Here a merge sort is compiled once, over places, and only the
//! comparison differs. Stable, O(n log n).

use core::cmp::Ordering;

/// Puts items into the order that `compare` gives; equal ones stay as they were.
pub fn sort<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = permutation(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut slots: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|place| slots.get_mut(place)?.take()));
}

/// Puts items into the order of their keys; equal ones stay as they were.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts, and keeps the first of equal items.
pub fn distinct<T: Ord>(items: &mut Vec<T>) {
    sort(items, Ord::cmp);
    items.dedup();
}

/// A merge sort from below: runs of one, of two, of four …
fn permutation(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    let mut run = 1;
    while run < len {
        let mut merged = Vec::with_capacity(len);
        for pair in places.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let ([a, others_left @ ..], [b, others_right @ ..]) = (left, right) {
                if compare(*b, *a) == Ordering::Less {
                    merged.push(*b);
                    right = others_right;
                } else {
                    merged.push(*a);
                    left = others_left;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        places = merged;
        run *= 2;
    }
    places
}
