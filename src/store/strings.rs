//! All strings of a store in one text, each once.

use core::hash::Hasher;
use std::hash::DefaultHasher;

/// A string of [`Strings`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct StrId(pub u32);

/// Different strings, one behind the other, with where each ends: 4 bytes beside its text.
#[derive(Clone, Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    /// A string; the empty one for an id of another store.
    pub(super) fn get(&self, id: StrId) -> &str {
        let at = id.0 as usize;
        let end = self.ends.get(at).copied().unwrap_or_default();
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Bytes that it holds.
    pub(super) fn bytes(&self) -> usize {
        self.text.capacity() + self.ends.capacity() * size_of::<u32>()
    }

    fn push(&mut self, text: &str) -> Option<StrId> {
        let id = u32::try_from(self.ends.len()).ok().filter(|it| *it < u32::MAX)?;
        let end = u32::try_from(self.text.len().checked_add(text.len())?).ok()?;
        self.text.push_str(text);
        self.ends.push(end);
        Some(StrId(id))
    }
}

/// Bytes and strings that are kept free for what a record needs beside its own.
const RESERVE: usize = 1 << 20;

/// Strings that are being collected: the same text has the same id, in the order of their first coming.
///
/// A table with open addressing that holds nothing but ids, so that a string is in memory once.
#[derive(Debug, Default)]
pub(super) struct Interner {
    strings: Strings,
    /// Ids plus one, 0 where nothing is; as many as a power of two, at most three quarters of them taken.
    slots: Vec<u32>,
    full: bool,
}

impl Interner {
    /// The id of a string. Where it could not be taken, [`Interner::is_full`] says so, and the id is the first.
    pub(super) fn add(&mut self, text: &str) -> StrId {
        if self.slots.len() <= self.strings.len() + self.strings.len() / 3 {
            self.grow();
        }
        let slot = self.slot(text);
        let taken = self.slots.get(slot).copied().unwrap_or_default();
        if let Some(id) = taken.checked_sub(1) {
            return StrId(id);
        }
        let id = self.strings.push(text);
        let (text, count) = (self.strings.text.len(), self.strings.ends.len());
        self.full |= id.is_none() || text.max(count) > u32::MAX as usize - RESERVE;
        let Some(id) = id else { return StrId(0) };
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = id.0 + 1;
        }
        id
    }

    /// True once there is hardly room for another string: 4 GiB of them, or 4,294,967,295, less a little that what is
    /// under way may still need.
    pub(super) const fn is_full(&self) -> bool {
        self.full
    }

    /// The strings so far.
    pub(super) const fn strings(&self) -> &Strings {
        &self.strings
    }

    /// The strings, without what was needed to collect them.
    pub(super) fn finish(mut self) -> Strings {
        self.strings.text.shrink_to_fit();
        self.strings.ends.shrink_to_fit();
        self.strings
    }

    /// The slot in which a string is, or may be put.
    fn slot(&self, text: &str) -> usize {
        let mask = self.slots.len().saturating_sub(1);
        let mut hasher = DefaultHasher::new();
        hasher.write(text.as_bytes());
        let mut slot = hasher.finish() as usize & mask;
        // A quarter of the slots is free, so this ends.
        while let Some(id) = self.slots.get(slot).copied().unwrap_or_default().checked_sub(1) {
            if self.strings.get(StrId(id)) == text {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(64)];
        for id in 0..self.strings.len() {
            let slot = self.slot(self.strings.get(StrId(id as u32)));
            if let Some(slot) = self.slots.get_mut(slot) {
                *slot = id as u32 + 1;
            }
        }
    }
}
