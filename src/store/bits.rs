//! Sets of rows, names or actors as one bit each.
//!
//! A million rows are 125 kB, which stays in the second cache, and two such sets meet at 64 rows a step. That is why
//! there are no compressed sets here (such as roaring bitmaps): they would save what is not much, and cost a branch a row.

/// A set of numbers below a length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
    len: usize,
}

impl Bits {
    /// The empty set of numbers below `len`.
    pub(super) fn new(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)], len }
    }

    /// The numbers below `len` of which each 64 are told by their word.
    pub(super) fn of_words(words: Vec<u64>, len: usize) -> Self {
        Self { words, len }
    }

    /// Its words; number `n` is bit `n % 64` of word `n / 64`.
    pub(super) fn words(&self) -> &[u64] {
        &self.words
    }

    /// Adds a number below its length.
    pub(super) fn insert(&mut self, at: usize) {
        if let Some(word) = self.words.get_mut(at / 64).filter(|_| at < self.len) {
            *word |= 1 << (at % 64);
        }
    }

    /// Adds all numbers of a range that are below its length.
    pub(super) fn insert_all(&mut self, range: core::ops::Range<usize>) {
        for at in range.start..range.end.min(self.len) {
            self.insert(at);
        }
    }

    /// True where a number is in it.
    pub(super) fn contains(&self, at: usize) -> bool {
        self.words.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
    }

    /// Takes out what is not in another set.
    pub(super) fn keep(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    /// Takes out what is in another set.
    pub(super) fn remove(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// How many numbers are in it.
    pub(super) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Its numbers, the smallest first.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        self.words.iter().enumerate().flat_map(|(at, word)| {
            let mut rest = *word;
            core::iter::from_fn(move || {
                let bit = rest.trailing_zeros() as usize;
                (rest != 0).then(|| {
                    rest &= rest - 1;
                    at * 64 + bit
                })
            })
        })
    }

    /// Bytes that it holds.
    pub(super) fn bytes(&self) -> usize {
        self.words.capacity() * size_of::<u64>()
    }
}
