//! Text search: which actors the words of a reader may mean, and which come first.
//!
//! Names are cut into words and folded by [`crate::search`]'s rules (case, diacritics, Cyrillic, Greek, Hangul into Latin
//! letters). A query means an actor if each of its words stands in a name of it, in any order:
//!
//! - **exactly**, or as the **beginning** of a word where it is the last one, which may still be typed;
//! - with **one wrong letter** where it has 4 letters or more, and for beginnings 5; never in or beside a digit;
//! - or is, letter for letter, one of its numbers: an identifier, its id in its list, the reference of a designation.
//!
//! First comes what fits as it was typed whole, then beginnings, then wrong letters, then beginnings with wrong letters:
//! the worst word counts. Then a primary name before another, a former one and a weak one; then the shorter name; then the
//! order of the list. Actors whose words stand in several names, none of which has them all, come last.

use core::ops::Range;

use super::column::Lists;
use super::strings::{Interner, StrId, Strings};
use super::terms::Terms;
use crate::search::{Word, each_word, words};

/// How many words of a query count; more are passed over.
pub const MAX_WORDS: usize = 16;
/// How many words of one name are searched; no name of a person or a company comes near it.
pub const MAX_NAME_WORDS: usize = 64;

/// The worst fit, and how many bits it takes.
const FITS: u16 = 2;
/// Bits below the fit: the kind of name, and its length.
const NAME_BITS: u16 = 10;
/// The kind of name that a number counts as.
const NUMBER: u16 = 3 << 8;
/// How many different ranks there are: the last bit is for words of several names.
const RANKS: usize = 1 << (NAME_BITS + FITS + 1);
/// One of how many must be found for a look at all to be less work than putting those found in order.
const SPARSE: usize = 64;

/// How many units are looked at before those that are found among them are told.
const BLOCK: usize = 256;

/// How a word fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    Beginning,
    Wrong,
    WrongBeginning,
}

impl Fit {
    /// All of them, the best first.
    const ALL: [Self; 4] = [Self::Exact, Self::Beginning, Self::Wrong, Self::WrongBeginning];
}

/// The words of all names, with the names in which they stand.
#[derive(Clone, Debug, Default)]
pub(super) struct Text {
    terms: Terms,
    /// For each word, the names in which it stands.
    names: Lists,
    /// For each name, its actor.
    actors: Vec<u32>,
    /// For each name, its kind and length as a part of a rank.
    weights: Vec<u16>,
    /// Numbers with their actors, in the order of the numbers as they are compared: what [`Numbering`] gives.
    pub(super) numbers: Vec<(StrId, u32)>,
    actor_count: usize,
}

/// The actors that a text may mean, in the order of the list.
#[derive(Clone, Debug, Default)]
pub(super) struct Hits {
    actors: Vec<u32>,
    /// The rank of each of them.
    ranks: Vec<u16>,
}

/// Names that are being collected.
#[derive(Debug, Default)]
pub(super) struct Collecting {
    terms: Interner,
    /// The different words of all names, one name behind the other, and how many each has.
    words: Vec<u32>,
    counts: Vec<u8>,
    actors: Vec<u32>,
    weights: Vec<u16>,
    /// Used for each word in turn.
    word: Word,
}

impl Collecting {
    /// Adds a name of an actor; names come in the order of actors. `kind` is below 3 for names as they are, the smaller
    /// the weightier. Tells each of its words, folded.
    pub(super) fn add(&mut self, actor: u32, kind: u8, name: &str, mut tell: impl FnMut(&str)) {
        let first = self.words.len();
        let (mut count, mut letters) = (0, 0);
        each_word(name, &mut self.word, |word| {
            if count < MAX_NAME_WORDS {
                let term = self.terms.add(&word.letters).0;
                if !self.words.iter().skip(first).any(|it| *it == term) {
                    self.words.push(term);
                }
            }
            count += 1;
            letters += word.len();
            tell(&word.letters);
        });
        self.counts.push((self.words.len() - first) as u8);
        self.actors.push(actor);
        self.weights.push(u16::from(kind.min(3)) << 8 | letters.min(0xff) as u16);
    }

    /// The index of all of them, for so many actors, without any numbers yet.
    pub(super) fn finish(self, actor_count: usize) -> Text {
        let Self { terms, words: mut all, counts, mut actors, mut weights, .. } = self;
        let words = terms.finish();
        let sorted = by_bytes(words.len(), |at| words.get(StrId(at)));
        let mut places = vec![0; sorted.len()];
        for (place, id) in sorted.iter().enumerate() {
            if let Some(slot) = places.get_mut(*id as usize) {
                *slot = place as u32;
            }
        }
        for term in &mut all {
            *term = places.get(*term as usize).copied().unwrap_or_default();
        }
        drop(places);
        let terms = Terms::new(sorted.iter().map(|id| words.get(StrId(*id))));
        let names = Lists::grouped(terms.len(), || {
            let names =
                (0..).zip(&counts).flat_map(|(name, count)| core::iter::repeat_n(name, (*count).into()));
            all.iter().copied().zip(names)
        });
        actors.shrink_to_fit();
        weights.shrink_to_fit();
        Text { terms, names, actors, weights, numbers: Vec::new(), actor_count }
    }
}

/// So many different words in the order of their bytes.
fn by_bytes<'w>(count: usize, word: impl Fn(u32) -> &'w str) -> Vec<u32> {
    let mut keyed: Vec<_> = (0..count as u32).map(|at| (first_bytes(word(at)), at)).collect();
    keyed.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| word(a.1).cmp(word(b.1))));
    keyed.into_iter().map(|(_, at)| at).collect()
}

/// Numbers of actors that are being put in the order in which they are looked up.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// What is compared, one behind the other.
    squashed: String,
    /// The first letters, which part most numbers, then where all stand, the actor and the number.
    keyed: Vec<(u64, Range<usize>, u32, StrId)>,
    word: Word,
}

impl Numbering {
    /// Room for so many.
    pub(super) fn new(count: usize) -> Self {
        Self { keyed: Vec::with_capacity(count), ..Self::default() }
    }

    /// Adds a number of an actor.
    pub(super) fn add(&mut self, id: StrId, actor: u32, number: &str) {
        let start = self.squashed.len();
        each_word(number, &mut self.word, |word| self.squashed.push_str(&word.letters));
        let range = start..self.squashed.len();
        let squashed = self.squashed.get(range.clone()).unwrap_or_default();
        // A number without letters and digits is none.
        if !squashed.is_empty() {
            self.keyed.push((first_bytes(squashed), range, actor, id));
        }
    }

    /// All of them, each once for an actor.
    pub(super) fn finish(self) -> Vec<(StrId, u32)> {
        let Self { squashed, mut keyed, .. } = self;
        let whole = |range: &Range<usize>| squashed.get(range.clone()).unwrap_or_default();
        keyed.sort_unstable_by(|a, b| {
            a.0.cmp(&b.0).then_with(|| whole(&a.1).cmp(whole(&b.1))).then_with(|| (a.2, a.3).cmp(&(b.2, b.3)))
        });
        keyed.dedup_by(|a, b| a.0 == b.0 && a.2 == b.2 && whole(&a.1) == whole(&b.1));
        keyed.into_iter().map(|(_, _, actor, id)| (id, actor)).collect()
    }
}

/// The first eight bytes of a text as a number that is compared as they are.
pub(super) fn first_bytes(text: &str) -> u64 {
    let bytes = text.as_bytes();
    (0..8).fold(0, |key, at| key << 8 | u64::from(bytes.get(at).copied().unwrap_or_default()))
}

/// The letters and digits of a number, folded: `AB 123-45` and `ab12345` are the same.
pub(super) fn squashed(number: &str) -> String {
    words(number).into_iter().map(|word| word.letters).collect()
}

/// What one word of a query finds: names by how it fits, best first, and actors by their numbers.
#[derive(Debug, Default)]
struct Meant<'t> {
    names: Vec<(Fit, &'t [u32])>,
    numbers: &'t [(StrId, u32)],
}

impl Meant<'_> {
    /// The numbers that it finds, if they count.
    fn own(&self, count: bool) -> &[(StrId, u32)] {
        if count { self.numbers } else { &[] }
    }

    fn len(&self) -> usize {
        self.numbers.len() + self.names.iter().map(|(_, names)| names.len()).sum::<usize>()
    }
}

impl Text {
    /// The actors that a text may mean; none for a text without a word. Wrong letters count only if `typos` is set.
    pub(super) fn find(&self, text: &str, typos: bool, strings: &Strings) -> Hits {
        let mut asked = words(text);
        asked.truncate(MAX_WORDS);
        let last = asked.len().saturating_sub(1);
        let mut meant: Vec<_> = asked
            .iter()
            .enumerate()
            .map(|(at, word)| self.meant(&word.letters, at == last, typos, strings))
            .collect();
        // The rarest word first: what it does not find need not be remembered for the others.
        meant.sort_by_key(Meant::len);
        let is_single = meant.len() == 1;
        let mut hits = Hits::new(meant.first().map_or(0, Meant::len).min(self.actor_count));
        meet(
            &meant,
            self.actors.len(),
            |name| name as usize,
            false,
            |name, fit| {
                let actor = self.actors.get(name).copied().unwrap_or_default();
                hits.push(actor, rank(fit, self.weights.get(name).copied().unwrap_or_default()));
            },
        );
        if is_single {
            let numbers = meant.first().map_or(&[][..], |it| it.numbers);
            return hits.with(numbers.iter().map(|(_, actor)| (*actor, NUMBER)));
        }
        let actor_of = |name: u32| self.actors.get(name as usize).map_or(usize::MAX, |it| *it as usize);
        let mut several = Hits::default();
        meet(&meant, self.actor_count, actor_of, true, |actor, fit| {
            several.push(actor as u32, 1 << (NAME_BITS + FITS) | rank(fit, 0));
        });
        let hits = hits.with(several.iter());
        // A number may be written in several words.
        let number: String = asked.into_iter().map(|word| word.letters).collect();
        hits.with(self.numbered(&number, strings).iter().map(|(_, actor)| (*actor, NUMBER)))
    }

    /// What a word finds.
    fn meant(&self, word: &str, is_last: bool, typos: bool, strings: &Strings) -> Meant<'_> {
        let mut names = Vec::new();
        let mut add = |fit, range: Range<usize>| {
            let (first, end) = (self.names.range(range.start).start, self.names.range(range.end).start);
            let found = self.names.items().get(first..end).unwrap_or_default();
            if !found.is_empty() {
                names.push((fit, found));
            }
        };
        self.terms.whole(word).into_iter().for_each(|term| add(Fit::Exact, term..term + 1));
        if is_last {
            add(Fit::Beginning, self.terms.beginning(word));
        }
        let letters = word.chars().count();
        if typos && letters >= 4 && !has_digit(word) {
            let mut near = Vec::new();
            self.terms.wrong(word, &mut |term| near.push((Fit::Wrong, term)));
            if is_last && letters >= 5 {
                self.terms.wrong_beginning(word, &mut |term| near.push((Fit::WrongBeginning, term)));
            }
            near.sort_unstable();
            near.dedup();
            near.retain(|(_, term)| !has_digit(self.terms.get(*term)));
            near.into_iter().for_each(|(fit, term)| add(fit, term..term + 1));
        }
        Meant { names, numbers: self.numbered(word, strings) }
    }

    /// The actors with that number, which is told squashed.
    fn numbered(&self, number: &str, strings: &Strings) -> &[(StrId, u32)] {
        let start = self.numbers.partition_point(|(id, _)| squashed(strings.get(*id)).as_str() < number);
        let rest = self.numbers.get(start..).unwrap_or_default();
        let count = rest.partition_point(|(id, _)| squashed(strings.get(*id)).as_str() <= number);
        rest.get(..count).unwrap_or_default()
    }

    /// The actors with a number that is written so; nothing for what is no number.
    pub(super) fn with_number(&self, number: &str, strings: &Strings) -> Option<impl Iterator<Item = usize>> {
        let number = Some(squashed(number)).filter(|it| !it.is_empty())?;
        Some(self.numbered(&number, strings).iter().map(|(_, actor)| *actor as usize))
    }

    pub(super) fn bytes(&self) -> usize {
        self.terms.bytes()
            + self.names.bytes()
            + self.actors.capacity() * size_of::<u32>()
            + self.weights.capacity() * size_of::<u16>()
            + self.numbers.capacity() * size_of::<(StrId, u32)>()
    }
}

impl Hits {
    /// Room for so many.
    fn new(most: usize) -> Self {
        Self { actors: Vec::with_capacity(most), ranks: Vec::with_capacity(most) }
    }

    /// Adds an actor behind the others, or a better rank of the last.
    fn push(&mut self, actor: u32, rank: u16) {
        match (self.actors.last(), self.ranks.last_mut()) {
            (Some(last), Some(known)) if *last == actor => *known = rank.min(*known),
            _ => {
                self.actors.push(actor);
                self.ranks.push(rank);
            }
        }
    }

    /// These and others, which come in the order of the list, too.
    fn with(self, others: impl IntoIterator<Item = (u32, u16)>) -> Self {
        let mut others = others.into_iter().peekable();
        if others.peek().is_none() {
            return self;
        }
        let mut all = Self::default();
        for (actor, rank) in self.iter() {
            while let Some((other, its)) = others.next_if(|(other, _)| *other < actor) {
                all.push(other, its);
            }
            all.push(actor, rank);
        }
        others.for_each(|(actor, rank)| all.push(actor, rank));
        all
    }

    fn iter(&self) -> impl Iterator<Item = (u32, u16)> {
        self.actors.iter().copied().zip(self.ranks.iter().copied())
    }

    /// The actors that are meant, in the order of the list.
    pub(super) fn actors(&self) -> impl Iterator<Item = usize> {
        self.actors.iter().map(|actor| *actor as usize)
    }

    /// The actors whom all words fit as they were typed: whole, or as a beginning.
    pub(super) fn as_typed(&self) -> impl Iterator<Item = usize> {
        let is_it = |rank: u16| (rank >> NAME_BITS) % (1 << FITS) <= Fit::Beginning as u16;
        self.iter().filter(move |(_, rank)| is_it(*rank)).map(|(actor, _)| actor as usize)
    }

    /// What the actors that are meant have of something, such as rows, best first: at least so many where there are so
    /// many, and all that are as good as the last of them.
    ///
    /// A counting sort, as there are few different ranks; what is worse than the last that is wanted is only counted.
    pub(super) fn best_first<I: Iterator<Item = u32>>(
        &self,
        most: usize,
        of_actor: impl Fn(u32) -> I,
    ) -> Vec<u32> {
        let mut starts = vec![0_u32; RANKS];
        for (actor, rank) in self.iter() {
            if let Some(count) = starts.get_mut(usize::from(rank)) {
                *count += of_actor(actor).count() as u32;
            }
        }
        let (mut sum, mut ranks) = (0, 0);
        for start in &mut starts {
            if sum as usize >= most {
                break;
            }
            sum += core::mem::replace(start, sum);
            ranks += 1;
        }
        starts.truncate(ranks);
        let mut best = vec![0; sum as usize];
        for (actor, rank) in self.iter() {
            let Some(start) = starts.get_mut(usize::from(rank)) else { continue };
            for it in of_actor(actor) {
                if let Some(slot) = best.get_mut(*start as usize) {
                    *slot = it;
                }
                *start += 1;
            }
        }
        best
    }
}

fn rank(fit: Fit, weight: u16) -> u16 {
    (fit as u16) << NAME_BITS | weight
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

/// Tells the units (names, or actors) that have all words, in order, with how the worst word fits.
fn meet(
    meant: &[Meant<'_>],
    units: usize,
    unit_of: impl Fn(u32) -> usize,
    numbers: bool,
    mut tell: impl FnMut(usize, Fit),
) {
    let Some((first, others)) = meant.split_first() else { return };
    // A unit that has the first n words has n in its higher bits, and the worst fit of them in the lower ones.
    let mut states = vec![0_u8; units];
    let state = |words: usize, fit: u8| (words as u8) << FITS | fit;
    let fit_of = |state: u8| Fit::ALL.get(usize::from(state % (1 << FITS))).copied().unwrap_or(Fit::Exact);
    let mut set = |unit: usize, state: u8| {
        if let Some(slot) = states.get_mut(unit) {
            *slot = state;
        }
    };
    // Fits come best first, so the best is written last.
    for (fit, names) in first.names.iter().rev() {
        names.iter().for_each(|name| set(unit_of(*name), state(1, *fit as u8)));
    }
    first.own(numbers).iter().for_each(|(_, actor)| set(*actor as usize, state(1, Fit::Exact as u8)));
    for (nth, word) in (1..).zip(others) {
        let mut add = |unit: usize, fit: u8| {
            if let Some(slot) = states.get_mut(unit).filter(|slot| **slot >> FITS == nth as u8) {
                *slot = state(nth + 1, fit.max(*slot % (1 << FITS)));
            }
        };
        word.own(numbers).iter().for_each(|(_, actor)| add(*actor as usize, Fit::Exact as u8));
        for (fit, names) in &word.names {
            names.iter().for_each(|name| add(unit_of(*name), *fit as u8));
        }
    }
    let least = state(meant.len(), 0);
    if first.len() < units / SPARSE {
        let named = first.names.iter().flat_map(|(_, names)| *names).map(|name| unit_of(*name));
        let mut found: Vec<_> =
            named.chain(first.own(numbers).iter().map(|(_, actor)| *actor as usize)).collect();
        found.sort_unstable();
        found.dedup();
        for unit in found {
            let state = states.get(unit).copied().unwrap_or_default();
            if state >= least {
                tell(unit, fit_of(state));
            }
        }
    } else {
        // Who is found among many is beyond all guessing, and a processor that has guessed wrong stands still: so what is
        // found in a block is gathered without a branch, then told.
        let mut found = [(0, 0); BLOCK];
        for (block, states) in states.chunks(BLOCK).enumerate() {
            let mut count = 0;
            for (unit, state) in states.iter().enumerate() {
                if let Some(slot) = found.get_mut(count) {
                    *slot = (unit, *state);
                }
                count += usize::from(*state >= least);
            }
            found.iter().take(count).for_each(|(unit, state)| tell(block * BLOCK + unit, fit_of(*state)));
        }
    }
}
