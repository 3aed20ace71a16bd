//! A column of values with a dictionary; a row may have none, one or many.
//!
//! What a row has is a *set* of values, and each different set has a number: `{ru}` one, `{ru, us}` another. So a row
//! is one small number however many values it has, a filter is one table look-up a row, and counting is one addition
//! a row: what the values of a set share is added up at the end, once a set. Lists have few different sets (a few
//! hundred, of programmes and countries); where each row has a set of its own, it costs what the values cost.

use std::collections::{HashMap, HashSet};

use super::bits::Bits;
use super::mixer::ByNumber;
use super::strings::StrId;

/// Numbers of one, two or four bytes, as many as the largest needs.
#[derive(Clone, Debug)]
pub(super) enum Codes {
    One(Vec<u8>),
    Two(Vec<u16>),
    Four(Vec<u32>),
}

impl Default for Codes {
    fn default() -> Self {
        Self::One(Vec::new())
    }
}

impl Codes {
    /// The same numbers in as few bytes as they need.
    pub(super) fn new(codes: &[u32]) -> Self {
        match codes.iter().copied().max().unwrap_or_default() {
            0..=0xff => Self::One(codes.iter().map(|it| *it as u8).collect()),
            0x100..=0xffff => Self::Two(codes.iter().map(|it| *it as u16).collect()),
            _ => Self::Four(codes.to_vec()),
        }
    }

    /// The number of a row; 0 where there is no such row.
    pub(super) fn get(&self, row: usize) -> usize {
        match self {
            Self::One(codes) => codes.get(row).copied().unwrap_or_default().into(),
            Self::Two(codes) => codes.get(row).copied().unwrap_or_default().into(),
            Self::Four(codes) => codes.get(row).copied().unwrap_or_default() as usize,
        }
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Self::One(codes) => codes.len(),
            Self::Two(codes) => codes.len(),
            Self::Four(codes) => codes.len(),
        }
    }

    /// The rows whose number is wanted.
    pub(super) fn rows(&self, wanted: &[bool]) -> Bits {
        let words = match self {
            Self::One(codes) => chosen(codes, wanted),
            Self::Two(codes) => chosen(codes, wanted),
            Self::Four(codes) => chosen(codes, wanted),
        };
        Bits::of_words(words, self.len())
    }

    /// How many rows of a set have each number, of all rows where no set is given. There are numbers below `most`.
    pub(super) fn tally(&self, rows: Option<&Bits>, most: usize) -> Vec<u32> {
        let mut tally = vec![0; most];
        match self {
            Self::One(codes) => count(codes, rows, &mut tally),
            Self::Two(codes) => count(codes, rows, &mut tally),
            Self::Four(codes) => count(codes, rows, &mut tally),
        }
        tally
    }

    pub(super) fn bytes(&self) -> usize {
        match self {
            Self::One(codes) => codes.capacity(),
            Self::Two(codes) => codes.capacity() * 2,
            Self::Four(codes) => codes.capacity() * 4,
        }
    }
}

/// A number of one of the widths.
trait Code: Copy {
    fn at(self) -> usize;
}

impl Code for u8 {
    fn at(self) -> usize {
        self.into()
    }
}

impl Code for u16 {
    fn at(self) -> usize {
        self.into()
    }
}

impl Code for u32 {
    fn at(self) -> usize {
        self as usize
    }
}

fn chosen<C: Code>(codes: &[C], wanted: &[bool]) -> Vec<u64> {
    let is_wanted = |code: &C| u64::from(wanted.get(code.at()).copied().unwrap_or_default());
    let word = |codes: &[C]| codes.iter().rev().fold(0, |word, code| word << 1 | is_wanted(code));
    codes.chunks(64).map(word).collect()
}

fn count<C: Code>(codes: &[C], rows: Option<&Bits>, tally: &mut [u32]) {
    let mut add = |code: &C| {
        if let Some(slot) = tally.get_mut(code.at()) {
            *slot += 1;
        }
    };
    let Some(rows) = rows else {
        codes.iter().for_each(add);
        return;
    };
    for (word, codes) in rows.words().iter().zip(codes.chunks(64)) {
        // Full words are common where a filter leaves most, and need no look at each bit.
        if *word == u64::MAX {
            codes.iter().for_each(&mut add);
            continue;
        }
        let mut rest = *word;
        while rest != 0 {
            if let Some(code) = codes.get(rest.trailing_zeros() as usize) {
                add(code);
            }
            rest &= rest - 1;
        }
    }
}

/// Lists of numbers, one behind the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    /// Where each begins, and where the last ends; empty where there is none.
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    /// Makes lists of pairs that stand in the order of their first numbers, which are below `len`.
    pub(super) fn new(len: usize, pairs: impl IntoIterator<Item = (u32, u32)>) -> Self {
        let mut starts = Vec::with_capacity(len + 1);
        let mut items = Vec::new();
        for (list, item) in pairs {
            while starts.len() <= list as usize && starts.len() <= len {
                starts.push(items.len() as u32);
            }
            items.push(item);
        }
        while starts.len() <= len {
            starts.push(items.len() as u32);
        }
        items.shrink_to_fit();
        Self { starts, items }
    }

    /// Makes lists of pairs that come in any order, the same each time they are asked for; those of a list keep theirs.
    /// Their first numbers are below `len`.
    pub(super) fn grouped<I: Iterator<Item = (u32, u32)>>(len: usize, pairs: impl Fn() -> I) -> Self {
        // Where a list begins stands one place further until its last item has come.
        let mut starts = vec![0_u32; len + 2];
        for (list, _) in pairs() {
            if let Some(count) = starts.get_mut(list as usize + 2) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut items = vec![0; sum as usize];
        for (list, item) in pairs() {
            let Some(next) = starts.get_mut(list as usize + 1) else { continue };
            if let Some(slot) = items.get_mut(*next as usize) {
                *slot = item;
            }
            *next += 1;
        }
        starts.truncate(len + 1);
        starts.shrink_to_fit();
        Self { starts, items }
    }

    /// The numbers of one list.
    pub(super) fn get(&self, list: usize) -> &[u32] {
        self.items.get(self.range(list)).unwrap_or_default()
    }

    /// Where the numbers of one list stand among all.
    pub(super) fn range(&self, list: usize) -> core::ops::Range<usize> {
        let at = |list: usize| self.starts.get(list).copied().unwrap_or_default() as usize;
        at(list)..at(list + 1)
    }

    /// All numbers.
    pub(super) fn items(&self) -> &[u32] {
        &self.items
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    pub(super) fn bytes(&self) -> usize {
        (self.starts.capacity() + self.items.capacity()) * size_of::<u32>()
    }
}

/// A column: for each row a set of values.
#[derive(Clone, Debug, Default)]
pub(super) struct Column {
    /// The different values, in the order of their first coming.
    pub values: Vec<StrId>,
    /// The different sets, each with its values in the order of the row that had it first.
    pub sets: Lists,
    /// The set of each row.
    pub codes: Codes,
    /// How many rows have each set.
    pub totals: Vec<u32>,
}

impl Column {
    /// The rows that have one of the wanted values, told by their places in [`Column::values`].
    pub(super) fn rows(&self, wanted: &[bool]) -> Bits {
        let is_wanted = |value: &u32| wanted.get(*value as usize).copied().unwrap_or_default();
        let sets: Vec<_> = (0..self.sets.len()).map(|set| self.sets.get(set).iter().any(is_wanted)).collect();
        self.codes.rows(&sets)
    }

    /// How many rows of a set have each value, of all rows where no set is given.
    pub(super) fn counts(&self, rows: Option<&Bits>) -> Vec<u32> {
        let of_sets = match rows {
            Some(_) => &self.codes.tally(rows, self.sets.len()),
            None => &self.totals,
        };
        let mut counts = vec![0; self.values.len()];
        for (set, count) in of_sets.iter().enumerate().filter(|(_, count)| **count > 0) {
            for value in self.sets.get(set) {
                if let Some(slot) = counts.get_mut(*value as usize) {
                    *slot += count;
                }
            }
        }
        counts
    }

    /// The values of a row.
    pub(super) fn of_row(&self, row: usize) -> impl Iterator<Item = StrId> {
        let set = self.sets.get(self.codes.get(row));
        set.iter().filter_map(|value| self.values.get(*value as usize).copied())
    }

    pub(super) fn bytes(&self) -> usize {
        (self.values.capacity() + self.totals.capacity()) * 4 + self.sets.bytes() + self.codes.bytes()
    }
}

/// Up to how many values of a set are looked through one by one.
const SHORT: usize = 32;

/// A column that is being filled. Set 0 is the empty one.
#[derive(Debug)]
pub(super) struct Filling {
    values: Vec<StrId>,
    by_value: ByNumber<StrId, u32>,
    sets: Vec<(u32, u32)>,
    by_set: HashMap<Vec<u32>, u32>,
    /// The sets of one value, which most are, by that value; 0 where it is not known yet.
    of_one: Vec<u32>,
}

impl Default for Filling {
    fn default() -> Self {
        Self {
            values: Vec::new(),
            by_value: ByNumber::default(),
            sets: Vec::new(),
            by_set: HashMap::from([(Vec::new(), 0)]),
            of_one: Vec::new(),
        }
    }
}

impl Filling {
    /// The number of a value.
    pub(super) fn value(&mut self, value: StrId) -> u32 {
        let next = self.values.len() as u32;
        *self.by_value.entry(value).or_insert_with(|| {
            self.values.push(value);
            next
        })
    }

    /// The number of a set of values, which may be told more than once.
    pub(super) fn set(&mut self, values: impl IntoIterator<Item = u32>) -> u32 {
        let mut values = values.into_iter();
        let Some(first) = values.next() else { return 0 };
        let Some(second) = values.next() else { return self.set_of_one(first) };
        let mut set: Vec<u32> = Vec::new();
        // Short sets, which nearly all are, need no table.
        let mut seen = HashSet::new();
        for value in [first, second].into_iter().chain(values) {
            let is_new = match set.len() {
                0..SHORT => !set.contains(&value),
                SHORT => {
                    seen.extend(set.iter().copied());
                    seen.insert(value)
                }
                _ => seen.insert(value),
            };
            if is_new {
                set.push(value);
            }
        }
        self.set_of(set)
    }

    fn set_of_one(&mut self, value: u32) -> u32 {
        let at = value as usize;
        let known = self.of_one.get(at).copied().filter(|set| *set != 0);
        known.unwrap_or_else(|| {
            let set = self.set_of(vec![value]);
            self.of_one.resize(self.of_one.len().max(at + 1), 0);
            if let Some(slot) = self.of_one.get_mut(at) {
                *slot = set;
            }
            set
        })
    }

    /// The number of a set of different values.
    fn set_of(&mut self, set: Vec<u32>) -> u32 {
        if let Some(code) = self.by_set.get(&set) {
            return *code;
        }
        let code = self.by_set.len() as u32;
        self.sets.extend(set.iter().map(|value| (code, *value)));
        self.by_set.insert(set, code);
        code
    }

    /// The set of one value.
    pub(super) fn one(&mut self, value: StrId) -> u32 {
        let value = self.value(value);
        self.set([value])
    }

    /// The column in which each row has that set.
    pub(super) fn finish(self, codes: &[u32]) -> Column {
        let sets = Lists::new(self.by_set.len(), self.sets);
        let codes = Codes::new(codes);
        let totals = codes.tally(None, sets.len());
        Column { values: self.values, sets, codes, totals }
    }
}
