//! What a store weighs.

use super::Store;
use super::column::{Codes, Column, Lists};
use super::sorted::Sorted;

/// Bytes that a store holds, by what they are for: what is asked of the allocator, without its own overhead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bytes {
    /// All strings, each once.
    pub strings: usize,
    /// The records, from which actors are read back whole.
    pub records: usize,
    /// Lists, ids, kinds and names of actors.
    pub actors: usize,
    /// The columns of rows.
    pub rows: usize,
    /// The index for text search.
    pub text: usize,
    /// Relations.
    pub relations: usize,
    /// The orders that have been asked for so far.
    pub orders: usize,
}

impl Bytes {
    /// All of them.
    pub const fn total(self) -> usize {
        self.strings + self.records + self.actors + self.rows + self.text + self.relations + self.orders
    }
}

impl Store {
    /// What it weighs.
    pub fn bytes(&self) -> Bytes {
        let (actors, rows) = (&self.actors, &self.rows);
        let orders = self.sorted.0.iter().chain([&self.sorted.1]).filter_map(|it| it.get());
        Bytes {
            strings: self.strings.bytes(),
            records: self.packed.bytes() + self.statics.capacity() * size_of::<&str>(),
            actors: vec_bytes(&actors.list_keys)
                + vec_bytes(&actors.ids)
                + vec_bytes(&actors.kinds)
                + vec_bytes(&actors.row_starts)
                + actors.lists.bytes()
                + actors.whole.bytes()
                + [&actors.names, &actors.records].map(Lists::bytes).iter().sum::<usize>(),
            rows: vec_bytes(&rows.actors)
                + vec_bytes(&rows.designations)
                + vec_bytes(&rows.dates)
                + [&rows.listed, &rows.ended].map(Codes::bytes).iter().sum::<usize>()
                + rows.facets.iter().map(Column::bytes).sum::<usize>(),
            text: self.text.bytes(),
            relations: self.relations.bytes(),
            orders: orders.map(Sorted::bytes).sum(),
        }
    }
}

const fn vec_bytes<T>(items: &Vec<T>) -> usize {
    items.capacity() * size_of::<T>()
}
