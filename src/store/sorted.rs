//! Orders of all rows by a column, worked out once and kept.

use super::bits::Bits;
use super::facet::Column;
use super::strings::Strings;
use super::text::first_bytes;
use super::{Store, column};
use crate::query::fold_letter;

/// All rows in the order of a column.
#[derive(Clone, Debug)]
pub(super) struct Sorted {
    rows: Vec<u32>,
    /// The places in `rows` at which another value begins.
    begins: Bits,
    /// How many rows have a value; they come first.
    valued: usize,
}

impl Sorted {
    /// Puts rows into the order of their ranks, which are below `ranks`; nothing is a rank for a row without value. A
    /// counting sort: rows of the same rank keep their order.
    fn new(len: usize, ranks: usize, rank_of: impl Fn(usize) -> Option<u32>) -> Self {
        let last = ranks;
        let place = |row: usize| rank_of(row).map_or(last, |rank| (rank as usize).min(last));
        let mut starts = vec![0_u32; ranks + 2];
        for row in 0..len {
            if let Some(count) = starts.get_mut(place(row) + 1) {
                *count += 1;
            }
        }
        let mut begins = Bits::new(len);
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
            begins.insert(sum as usize);
        }
        let valued = starts.get(last).copied().unwrap_or_default() as usize;
        let mut rows = vec![0; len];
        for row in 0..len {
            let Some(start) = starts.get_mut(place(row)) else { continue };
            if let Some(slot) = rows.get_mut(*start as usize) {
                *slot = row as u32;
            }
            *start += 1;
        }
        Self { rows, begins, valued }
    }

    /// The rows of a set in this order, or in the other direction; all rows where no set is given. At most so many.
    pub(super) fn of(&self, found: Option<&Bits>, down: bool, most: usize) -> Vec<u32> {
        let mut rows = Vec::with_capacity(found.map_or(self.rows.len(), Bits::count).min(most));
        let mut add = |range: core::ops::Range<usize>| {
            let these = self.rows.get(range).unwrap_or_default().iter();
            let left = these.filter(|row| found.is_none_or(|it| it.contains(**row as usize)));
            rows.extend(left.take(most - rows.len()));
            rows.len() < most
        };
        if !down {
            add(0..self.rows.len());
            return rows;
        }
        let mut end = self.valued;
        for at in (0..self.valued).rev() {
            if at == 0 || self.begins.contains(at) {
                if !add(at..end) {
                    return rows;
                }
                end = at;
            }
        }
        add(self.valued..self.rows.len());
        rows
    }

    pub(super) fn bytes(&self) -> usize {
        self.rows.capacity() * size_of::<u32>() + self.begins.bytes()
    }
}

/// The order of a store by a column.
pub(super) fn sorted(store: &Store, by: Column) -> Sorted {
    let len = store.rows.actors.len();
    match by {
        Column::Target => {
            let actors = store.actor_count();
            let name = |actor: usize| store.name_of(actor);
            let ranks = ranks_of_texts(actors, &name);
            let most = ranks.iter().copied().flatten().max().map_or(0, |it| it as usize + 1);
            Sorted::new(len, most, |row| ranks.get(store.actor_of_row(row)).copied().flatten())
        }
        Column::Facet(facet) => {
            let column = store.rows.facet(facet);
            let ranks = ranks_of_sets(column, &store.strings);
            Sorted::new(len, column.sets.len(), |row| ranks.get(column.codes.get(row)).copied().flatten())
        }
        Column::Listed => of_dates(store, &store.rows.listed, len),
        Column::Ended => of_dates(store, &store.rows.ended, len),
        Column::Degree => {
            let degrees = &store.relations.degrees;
            let most = degrees.iter().copied().max().map_or(0, |it| it as usize + 1);
            Sorted::new(len, most, |row| degrees.get(store.actor_of_row(row)).copied())
        }
    }
}

fn of_dates(store: &Store, codes: &column::Codes, len: usize) -> Sorted {
    let mut known: Vec<_> =
        store.rows.dates.iter().enumerate().filter_map(|(at, it)| Some((it.key()?, at))).collect();
    known.sort_unstable();
    let ranks = dense(store.rows.dates.len(), known);
    let most = ranks.len();
    Sorted::new(len, most, |row| ranks.get(codes.get(row)).copied().flatten())
}

/// The rank of each set of a column, by the words of its values one after the other; none for the empty set.
fn ranks_of_sets(column: &column::Column, strings: &Strings) -> Vec<Option<u32>> {
    let value = |at: usize| column.values.get(at).map_or("", |id| strings.get(*id));
    let values = ranks_of_texts(column.values.len(), &value);
    let set = |at: usize| {
        let values = column.sets.get(at).iter().map(|it| values.get(*it as usize).copied().flatten());
        values.collect::<Vec<_>>()
    };
    let mut sets: Vec<_> =
        (0..column.sets.len()).map(|at| (set(at), at)).filter(|(it, _)| !it.is_empty()).collect();
    sets.sort();
    dense(column.sets.len(), sets)
}

/// The rank of each text as it is folded, none for an empty one.
fn ranks_of_texts<'t>(len: usize, text: &dyn Fn(usize) -> &'t str) -> Vec<Option<u32>> {
    let mut folded = String::new();
    let mut keys: Vec<(u64, core::ops::Range<usize>, usize)> = Vec::with_capacity(len);
    for at in 0..len {
        let start = folded.len();
        folded.extend(text(at).chars().filter_map(fold_letter));
        let all = start..folded.len();
        // The first letters as a number part most texts without a look at the rest.
        let first = first_bytes(folded.get(all.clone()).unwrap_or_default());
        if !all.is_empty() {
            keys.push((first, all, at));
        }
    }
    let whole = |range: &core::ops::Range<usize>| folded.get(range.clone()).unwrap_or_default();
    keys.sort_unstable_by(|a, b| {
        a.0.cmp(&b.0).then_with(|| whole(&a.1).cmp(whole(&b.1))).then_with(|| a.2.cmp(&b.2))
    });
    dense(len, keys.iter().map(|(_, range, at)| (whole(range), *at)))
}

/// Ranks of things that stand in their order; equal ones have the same.
fn dense<K: PartialEq>(len: usize, sorted: impl IntoIterator<Item = (K, usize)>) -> Vec<Option<u32>> {
    let mut ranks = vec![None; len];
    let mut rank = 0;
    let mut before: Option<K> = None;
    for (key, at) in sorted {
        if before.as_ref().is_some_and(|it| *it != key) {
            rank += 1;
        }
        before = Some(key);
        if let Some(slot) = ranks.get_mut(at) {
            *slot = Some(rank);
        }
    }
    ranks
}
