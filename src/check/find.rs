//! Which sentence of a copy is which of a source, by hash.

use super::{Found, MAX_SENTENCES, Sentence, Unreadable};
use crate::model::{At, Dataset, Hash, Source};
use crate::order;
use crate::passage;

/// The sentences of a source in their order.
pub(super) struct Expected {
    all: Vec<(At, Hash)>,
}

/// A copy, cut into sentences, with those that any source has.
pub(super) struct Copied<'t> {
    /// The sentences of each paragraph.
    paragraphs: Vec<Vec<&'t str>>,
    /// How many sentences stand before each paragraph.
    before: Vec<usize>,
    /// Where each sentence stands.
    places: Vec<At>,
    /// Sentences that some source of the story has: hash and number in the copy, in order.
    known: Vec<(Hash, usize)>,
}

/// What was found of a source in a copy.
pub(super) struct Matches {
    /// For each sentence of the source, whether the copy has it.
    pub found: Vec<Found>,
    /// For each sentence of the copy, which one of the source it is.
    pub of: Vec<Option<usize>>,
}

impl<'t> Copied<'t> {
    /// A text of these paragraphs.
    pub(super) fn of(text: impl Iterator<Item = &'t str>, data: &Dataset) -> Result<Self, Unreadable> {
        let sources = data.sources.iter().flat_map(|it| &it.paragraphs).flat_map(|it| &it.sentences);
        let mut wanted: Vec<Hash> = sources.map(|hash| **hash).collect();
        order::distinct(&mut wanted);

        let mut copied =
            Self { paragraphs: Vec::new(), before: Vec::new(), places: Vec::new(), known: Vec::new() };
        for (paragraph, text) in (1..).zip(text) {
            let sentences = passage::sentences(text);
            if copied.places.len() + sentences.len() > MAX_SENTENCES {
                return Err(Unreadable::TooLong);
            }
            copied.before.push(copied.places.len());
            for (sentence, text) in (1..).zip(&sentences) {
                let hash = passage::hash(text);
                if wanted.binary_search(&hash).is_ok() {
                    copied.known.push((hash, copied.places.len()));
                }
                copied.places.push(At { paragraph, sentence });
            }
            copied.paragraphs.push(sentences);
        }
        order::distinct(&mut copied.known);
        Ok(copied)
    }

    /// How many sentences of the story's sources it has.
    pub(super) const fn known(&self) -> usize {
        self.known.len()
    }

    /// The numbers of the sentences with that hash.
    fn with(&self, hash: Hash) -> impl Iterator<Item = usize> {
        let from = self.known.partition_point(|(it, _)| *it < hash);
        let known = self.known.get(from..).unwrap_or_default();
        known.iter().take_while(move |(it, _)| *it == hash).map(|(_, number)| *number)
    }

    /// The number of the sentence at a place.
    fn number(&self, at: At) -> Option<usize> {
        let index = |number: u32| usize::try_from(number).ok()?.checked_sub(1);
        let (paragraph, sentence) = (index(at.paragraph)?, index(at.sentence)?);
        self.paragraphs.get(paragraph)?.get(sentence)?;
        self.before.get(paragraph).map(|before| before + sentence)
    }

    /// The paragraphs with a text of their own, each sentence with what it is.
    pub(super) fn into_paragraphs(self, of: &[Option<usize>]) -> Vec<Vec<Sentence>> {
        let mut of = of.iter().copied();
        let mut own = |text: &&str| Sentence { text: (*text).to_owned(), is: of.next().flatten() };
        self.paragraphs.iter().map(|paragraph| paragraph.iter().map(&mut own).collect()).collect()
    }
}

impl Expected {
    pub(super) fn of(source: &Source) -> Self {
        let all = (1..).zip(&source.paragraphs).flat_map(|(paragraph, it)| {
            (1..).zip(&it.sentences).map(move |(sentence, hash)| (At { paragraph, sentence }, **hash))
        });
        Self { all: all.collect() }
    }

    /// How many different sentences of the source the copy has.
    pub(super) fn count_in(&self, copied: &Copied<'_>) -> usize {
        let mut hashes: Vec<_> = self.all.iter().map(|(_, hash)| *hash).collect();
        order::distinct(&mut hashes);
        hashes.into_iter().filter(|hash| copied.with(*hash).next().is_some()).count()
    }

    /// Whether the copy has them all.
    pub(super) fn all_in(&self, copied: &Copied<'_>) -> bool {
        self.all.iter().all(|(_, hash)| copied.with(*hash).next().is_some())
    }

    /// Finds each sentence in the copy: in its own place where it stands there, else wherever it stands
    /// first and is not taken. A sentence that the source has twice must be there twice.
    pub(super) fn find_in(&self, copied: &Copied<'_>) -> Matches {
        let mut of: Vec<Option<usize>> = copied.places.iter().map(|_| None).collect();
        let mut at: Vec<Option<usize>> = self.all.iter().map(|_| None).collect();
        for (own, (place, hash)) in self.all.iter().enumerate() {
            let number = copied.number(*place).filter(|it| copied.with(*hash).any(|other| other == *it));
            take(&mut at, &mut of, own, number);
        }
        for (own, (_, hash)) in self.all.iter().enumerate() {
            if !at.get(own).is_some_and(Option::is_some) {
                let free = |number: &usize| of.get(*number).is_some_and(Option::is_none);
                let number = copied.with(*hash).find(free);
                take(&mut at, &mut of, own, number);
            }
        }
        let instead = self.instead(&at, &of);
        let found = self.all.iter().zip(at.iter().zip(instead)).map(|((place, _), (number, instead))| {
            let place_of = |number: usize| copied.places.get(number).copied();
            match number.and_then(place_of) {
                Some(there) if there == *place => Found::Here,
                Some(there) => Found::Moved(there),
                None => Found::Missing { instead: instead.and_then(place_of) },
            }
        });
        Matches { found: found.collect(), of }
    }

    /// For each sentence that was not found the number of the one that stands there instead: as far behind
    /// the nearest found neighbour as it should be, or as far before.
    fn instead(&self, at: &[Option<usize>], of: &[Option<usize>]) -> Vec<Option<usize>> {
        let len = self.all.len();
        let mut instead: Vec<Option<usize>> = at.iter().map(|_| None).collect();
        let mut taken: Vec<usize> = Vec::new();
        for own in 0..len {
            if at.get(own).copied().flatten().is_some() {
                continue;
            }
            let found = |other: usize| at.get(other).copied().flatten();
            let behind = (0..own).rev().find_map(|other| Some(found(other)? + (own - other)));
            let before = (own + 1..len).find_map(|other| found(other)?.checked_sub(other - own));
            let free = |number: &usize| of.get(*number) == Some(&None) && !taken.contains(number);
            let number = [behind, before].into_iter().flatten().find(free);
            taken.extend(number);
            if let Some(slot) = instead.get_mut(own) {
                *slot = number;
            }
        }
        instead
    }
}

/// Makes the sentence `number` of the copy the sentence `own` of the source.
fn take(at: &mut [Option<usize>], of: &mut [Option<usize>], own: usize, number: Option<usize>) {
    if let Some(number) = number
        && let (Some(at), Some(of)) = (at.get_mut(own), of.get_mut(number))
    {
        *at = Some(number);
        *of = Some(own);
    }
}
