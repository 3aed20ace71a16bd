//! All strings of a store in one text, each once.

use core::hash::Hasher;
use std::hash::DefaultHasher;

use super::mixer::Mixer;
use super::pages::make_room;

/// A string of [`Strings`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct StrId(pub u32);

/// Different strings, one behind the other, with where each ends: 4 bytes beside its text.
///
/// They stand in pages of one size, each string whole in one: what does not fit any more begins the next, and what is
/// longer than a page has one of its own length, which counts as several. So the end of a string and that of the one
/// before tell where it is, without a look at anything else.
#[derive(Clone, Debug, Default)]
pub(super) struct Strings {
    pages: Vec<String>,
    ends: Vec<u32>,
}

/// Bytes of a page, as a power of two.
const PAGE: u32 = 17;

/// Where the page begins that begins next, seen from a place: the place itself where one begins there.
const fn next_page(at: u64) -> u64 {
    at.next_multiple_of(1 << PAGE)
}

impl Strings {
    /// A string; the empty one for an id of another store.
    pub(super) fn get(&self, id: StrId) -> &str {
        let at = id.0 as usize;
        let end = self.ends.get(at).copied().unwrap_or_default();
        let before = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        if before >= end {
            return "";
        }
        let (before, end) = (u64::from(before), u64::from(end));
        let start = if before >> PAGE == (end - 1) >> PAGE { before } else { next_page(before) };
        let page = self.pages.get((start >> PAGE) as usize);
        let at = (start & ((1 << PAGE) - 1)) as usize;
        page.and_then(|page| page.get(at..at + (end - start) as usize)).unwrap_or_default()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Bytes that it holds.
    pub(super) fn bytes(&self) -> usize {
        self.pages.iter().map(String::capacity).sum::<usize>()
            + self.pages.capacity() * size_of::<String>()
            + self.ends.capacity() * size_of::<u32>()
    }

    /// Where the last string ends.
    fn end(&self) -> u32 {
        self.ends.last().copied().unwrap_or_default()
    }

    fn push(&mut self, text: &str) -> Option<StrId> {
        let id = u32::try_from(self.ends.len()).ok().filter(|it| *it < u32::MAX)?;
        let before = u64::from(self.end());
        let len = text.len() as u64;
        let fits = len == 0 || before >> PAGE == (before + len - 1) >> PAGE;
        let start = if fits { before } else { next_page(before) };
        let end = u32::try_from(start + len).ok()?;
        if len > 0 {
            let page = (start >> PAGE) as usize;
            if page >= self.pages.len() {
                self.pages.resize_with(page, String::new);
                self.pages.push(String::with_capacity(text.len().max(1 << PAGE)));
            }
            self.pages.get_mut(page)?.push_str(text);
            // What comes behind a long string stands in the last of the pages that it counts for, as far from its
            // beginning as if the string ended there.
            let (last, rest) = (((start + len) >> PAGE) as usize, (start + len) as usize % (1 << PAGE));
            if last > page && rest > 0 {
                self.pages.resize_with(last, String::new);
                let mut blank = String::with_capacity(1 << PAGE);
                blank.extend(core::iter::repeat_n(' ', rest));
                self.pages.push(blank);
            }
        }
        make_room(&mut self.ends);
        self.ends.push(end);
        Some(StrId(id))
    }
}

/// Bytes and strings that are kept free for what a record needs beside its own.
const RESERVE: usize = 1 << 20;

/// Strings that are being collected: the same text has the same id, in the order of their first coming.
///
/// A table with open addressing that holds ids and parts of hashes, so that a string is in memory once, and is looked
/// at only where it is most likely the one: most of what is looked up is far from what was looked up before, and each
/// look at such memory takes longer than all else.
#[derive(Debug, Default)]
pub(super) struct Interner {
    strings: Strings,
    /// Hashes, and ids plus one in the lower half, 0 where nothing is; as many as a power of two, at most three
    /// quarters of them taken.
    slots: Vec<u64>,
    recent: Recent,
    full: bool,
}

/// Short strings that came lately, each in the one place that its letters tell. Countries, programmes, dates come again
/// and again, and are known here without a look at the strings themselves.
#[derive(Debug, Default)]
struct Recent(Vec<(Letters, u32)>);

/// A short string as numbers: its first letters, its last ones, and how many it has.
type Letters = (u64, u64, u32);

impl Recent {
    /// How many there are at most, as a power of two: as much as stays in the caches of a processor.
    const BITS: u32 = 11;

    /// A string as numbers, and its place; nothing for a long one. Nothing is copied, and no byte looked at for itself.
    fn key(text: &str) -> Option<(Letters, usize)> {
        let bytes = text.as_bytes();
        let (first, last) = match (bytes.first_chunk(), bytes.last_chunk()) {
            (Some(first), Some(last)) if bytes.len() <= 16 => {
                (u64::from_le_bytes(*first), u64::from_le_bytes(*last))
            }
            (Some(_), _) => return None,
            _ => match (bytes.first_chunk(), bytes.last_chunk()) {
                (Some(first), Some(last)) => {
                    (u32::from_le_bytes(*first).into(), u32::from_le_bytes(*last).into())
                }
                _ => (bytes.iter().fold(0, |all, byte| all << 8 | u64::from(*byte)), 0),
            },
        };
        // None is as long as a place in which nothing is.
        let key = (first, last, text.len() as u32 + 1);
        let mut mixer = Mixer::default();
        [first, last].into_iter().for_each(|it| mixer.write_u64(it));
        Some((key, (mixer.finish() >> (64 - Self::BITS)) as usize))
    }

    fn get(&self, (key, at): (Letters, usize)) -> Option<StrId> {
        self.0.get(at).filter(|(known, _)| *known == key).map(|(_, id)| StrId(*id))
    }

    fn put(&mut self, (key, at): (Letters, usize), id: StrId) {
        if self.0.is_empty() {
            self.0 = vec![((0, 0, 0), 0); 1 << Self::BITS];
        }
        if let Some(slot) = self.0.get_mut(at) {
            *slot = (key, id.0);
        }
    }
}

impl Interner {
    /// The id of a string. Where it could not be taken, [`Interner::is_full`] says so, and the id is the first.
    pub(super) fn add(&mut self, text: &str) -> StrId {
        let key = Recent::key(text);
        if let Some(id) = key.and_then(|key| self.recent.get(key)) {
            return id;
        }
        let id = self.look_up(text);
        if let Some(key) = key.filter(|_| !self.full) {
            self.recent.put(key, id);
        }
        id
    }

    fn look_up(&mut self, text: &str) -> StrId {
        if self.slots.len() <= self.strings.len() + self.strings.len() / 3 {
            self.grow();
        }
        let hash = hash(text);
        let (slot, known) = self.slot(hash, |id| self.strings.get(id) == text);
        if let Some(id) = known {
            return id;
        }
        let id = self.strings.push(text);
        let (text, count) = (self.strings.end() as usize, self.strings.ends.len());
        self.full |= id.is_none() || text.max(count) > u32::MAX as usize - RESERVE;
        let Some(id) = id else { return StrId(0) };
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = hash << 32 | u64::from(id.0 + 1);
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
        self.strings.pages.iter_mut().for_each(String::shrink_to_fit);
        self.strings.ends.shrink_to_fit();
        self.strings
    }

    /// The slot in which the string of a hash is, and its id, or the slot in which it may be put.
    fn slot(&self, hash: u64, is_it: impl Fn(StrId) -> bool) -> (usize, Option<StrId>) {
        let mask = self.slots.len().saturating_sub(1);
        let mut at = hash as u32 as usize & mask;
        // A quarter of the slots is free, so this ends.
        loop {
            let slot = self.slots.get(at).copied().unwrap_or_default();
            let Some(id) = (slot as u32).checked_sub(1) else { return (at, None) };
            if slot >> 32 == hash & 0xffff_ffff && is_it(StrId(id)) {
                return (at, Some(StrId(id)));
            }
            at = (at + 1) & mask;
        }
    }

    /// Twice as many slots. The hashes tell where all strings go, so none is looked at.
    fn grow(&mut self) {
        let more = vec![0; (self.slots.len() * 2).max(64)];
        for old in core::mem::replace(&mut self.slots, more).into_iter().filter(|it| *it != 0) {
            let (at, _) = self.slot(old >> 32, |_| false);
            if let Some(slot) = self.slots.get_mut(at) {
                *slot = old;
            }
        }
    }
}

/// The hash of a string, of which the lower half is used.
fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(text.as_bytes());
    hasher.finish()
}
