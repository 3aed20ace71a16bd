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

use super::column::Lists;
use super::strings::{Interner, StrId, Strings};
use super::terms::Terms;
use crate::search::words;

/// How many words of a query count; more are passed over.
pub const MAX_WORDS: usize = 16;
/// How many words of one name are searched; no name of a person or a company comes near it.
pub const MAX_NAME_WORDS: usize = 64;

/// What is found where no actor is meant.
const OUT: u16 = u16::MAX;
/// The worst fit, and how many bits it takes.
const FITS: u16 = 2;
/// Bits below the fit: the kind of name, and its length.
const NAME_BITS: u16 = 10;
/// The kind of name that a number counts as.
const NUMBER: u16 = 3 << 8;
/// How many different ranks there are: the last bit is for words of several names.
const RANKS: usize = 1 << (NAME_BITS + FITS + 1);

/// How a word fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    Beginning,
    Wrong,
    WrongBeginning,
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
    /// Numbers with their actors, in the order of the numbers as they are compared.
    numbers: Vec<(StrId, u32)>,
    actor_count: usize,
}

/// The actors that a text may mean.
#[derive(Clone, Debug)]
pub(super) struct Hits {
    /// For each actor its rank; [`OUT`] for one that is not meant.
    ranks: Vec<u16>,
}

/// Names that are being collected.
#[derive(Debug, Default)]
pub(super) struct Collecting {
    terms: Interner,
    pairs: Vec<(u32, u32)>,
    actors: Vec<u32>,
    weights: Vec<u16>,
}

impl Collecting {
    /// Adds a name of an actor, whose words are told folded; names come in the order of actors. `kind` is below 3 for
    /// names as they are, the smaller the weightier.
    pub(super) fn add(&mut self, actor: u32, kind: u8, folded: &[String]) {
        let name = self.actors.len() as u32;
        let first = self.pairs.len();
        for word in folded.iter().take(MAX_NAME_WORDS) {
            let pair = (self.terms.add(word).0, name);
            if !self.pairs.iter().skip(first).any(|it| *it == pair) {
                self.pairs.push(pair);
            }
        }
        let letters: usize = folded.iter().map(|word| word.chars().count()).sum();
        self.actors.push(actor);
        self.weights.push(u16::from(kind.min(3)) << 8 | letters.min(0xff) as u16);
    }

    /// The index of all of them, for so many actors, with numbers of actors.
    pub(super) fn finish(self, actor_count: usize, numbers: Vec<(StrId, u32)>, strings: &Strings) -> Text {
        let Self { terms: interner, mut pairs, mut actors, mut weights } = self;
        let words = interner.finish();
        let mut sorted: Vec<u32> = (0..words.len() as u32).collect();
        sorted.sort_unstable_by(|a, b| words.get(StrId(*a)).cmp(words.get(StrId(*b))));
        let mut places = vec![0; sorted.len()];
        for (place, id) in sorted.iter().enumerate() {
            if let Some(slot) = places.get_mut(*id as usize) {
                *slot = place as u32;
            }
        }
        for (term, _) in &mut pairs {
            *term = places.get(*term as usize).copied().unwrap_or_default();
        }
        pairs.sort_unstable();
        let terms = Terms::new(sorted.iter().map(|id| words.get(StrId(*id))));
        let names = Lists::new(terms.len(), pairs);
        actors.shrink_to_fit();
        weights.shrink_to_fit();
        Text { terms, names, actors, weights, numbers: in_order(numbers, strings), actor_count }
    }
}

/// Numbers in the order in which they are looked up, each once for an actor.
fn in_order(numbers: Vec<(StrId, u32)>, strings: &Strings) -> Vec<(StrId, u32)> {
    let mut keyed: Vec<(String, u32, StrId)> =
        numbers.into_iter().map(|(id, actor)| (squashed(strings.get(id)), actor, id)).collect();
    keyed.retain(|(key, _, _)| !key.is_empty());
    keyed.sort_unstable();
    keyed.dedup_by(|a, b| (&a.0, a.1) == (&b.0, b.1));
    keyed.into_iter().map(|(_, actor, id)| (id, actor)).collect()
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
        let mut hits = Hits { ranks: vec![OUT; self.actor_count] };
        let is_single = meant.len() == 1;
        let (found, fits) = meet(&meant, self.actors.len(), |name| name as usize, false);
        for name in found {
            let at = name as usize;
            let actor = self.actors.get(at).copied().unwrap_or_default();
            let fit = fits.get(at).copied().unwrap_or_default();
            hits.improve(actor, rank(fit, self.weights.get(at).copied().unwrap_or_default()));
        }
        if is_single {
            let numbers = meant.first().map_or(&[][..], |it| it.numbers);
            numbers.iter().for_each(|(_, actor)| hits.improve(*actor, NUMBER));
        } else {
            let actor_of = |name: u32| self.actors.get(name as usize).map_or(usize::MAX, |it| *it as usize);
            let (found, fits) = meet(&meant, self.actor_count, actor_of, true);
            for actor in found {
                let fit = fits.get(actor as usize).copied().unwrap_or_default();
                hits.improve(actor, 1 << (NAME_BITS + FITS) | rank(fit, 0));
            }
            // A number may be written in several words.
            let number: String = asked.into_iter().map(|word| word.letters).collect();
            self.numbered(&number, strings).iter().for_each(|(_, actor)| hits.improve(*actor, NUMBER));
        }
        hits
    }

    /// What a word finds.
    fn meant(&self, word: &str, is_last: bool, typos: bool, strings: &Strings) -> Meant<'_> {
        let mut names = Vec::new();
        let mut add = |fit, range: core::ops::Range<usize>| {
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
    fn improve(&mut self, actor: u32, rank: u16) {
        if let Some(known) = self.ranks.get_mut(actor as usize) {
            *known = rank.min(*known);
        }
    }

    /// The actors that are meant, in the order of the list.
    pub(super) fn actors(&self) -> impl Iterator<Item = usize> {
        self.ranks.iter().enumerate().filter(|(_, rank)| **rank != OUT).map(|(actor, _)| actor)
    }

    /// True where all words fit an actor as they were typed: whole, or as a beginning.
    pub(super) fn is_as_typed(&self, actor: usize) -> bool {
        let rank = self.ranks.get(actor).copied().unwrap_or(OUT);
        rank != OUT && (rank >> NAME_BITS) % (1 << FITS) <= Fit::Beginning as u16
    }

    /// The actors that are meant, best first. A counting sort, as there are few different ranks.
    pub(super) fn best_first(&self) -> Vec<u32> {
        let mut starts = vec![0_u32; RANKS + 1];
        for rank in &self.ranks {
            if let Some(count) = starts.get_mut(usize::from(*rank) + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut actors = vec![0; sum as usize];
        for (actor, rank) in self.ranks.iter().enumerate().filter(|(_, rank)| **rank != OUT) {
            let Some(start) = starts.get_mut(usize::from(*rank)) else { continue };
            if let Some(slot) = actors.get_mut(*start as usize) {
                *slot = actor as u32;
            }
            *start += 1;
        }
        actors
    }
}

fn rank(fit: u8, weight: u16) -> u16 {
    u16::from(fit.saturating_sub(1)) << NAME_BITS | weight
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

/// The units (names, or actors) that have all words, in no order, and for each unit how its worst word fits, plus one.
fn meet(
    meant: &[Meant<'_>],
    units: usize,
    unit_of: impl Fn(u32) -> usize,
    numbers: bool,
) -> (Vec<u32>, Vec<u8>) {
    let mut found: Vec<u32> = Vec::new();
    let mut fits: Vec<u8> = Vec::new();
    for (nth, word) in meant.iter().enumerate() {
        let before = core::mem::replace(&mut fits, vec![0; units]);
        found.clear();
        let mut add = |unit: usize, fit: u8| {
            let worst = if nth == 0 { 1 } else { before.get(unit).copied().unwrap_or_default() };
            // Fits come best first, so the first is the best.
            if let Some(slot) = fits.get_mut(unit).filter(|slot| **slot == 0 && worst > 0) {
                *slot = fit.max(worst);
                found.push(unit as u32);
            }
        };
        if numbers {
            word.numbers.iter().for_each(|(_, actor)| add(*actor as usize, 1));
        }
        for (fit, names) in &word.names {
            names.iter().for_each(|name| add(unit_of(*name), *fit as u8 + 1));
        }
    }
    (found, fits)
}
