//! How a store is put in order once all records have come.

use core::hash::Hash;
use std::collections::HashSet;

use super::bits::Bits;
use super::builder::{ActorDraft, Builder, RowDraft};
use super::column::{Codes, Lists};
use super::facet::{Facet, OfFacets, UNLISTED};
use super::mixer::ByNumber;
use super::pages::Pages;
use super::relations::{Draft, Named, Relations, Wanted};
use super::strings::{StrId, Strings};
use super::text::{Collecting, Numbering, Text};
use super::{Actors, NONE, Orders, Rows, Store};
use crate::import::record::Kind;
use crate::search::{Word, each_word};

/// How many names are cut into words in one step.
const NAMES: usize = 20_000;

/// A store that is being put in order, a step at a time: each takes some tens of milliseconds for a million names.
///
/// ```
/// use sourceline::store::Builder;
///
/// let mut finishing = Builder::new().finishing();
/// let store = loop {
///     let (done, all) = finishing.progress();
///     assert!(done < all);
///     if let Some(store) = finishing.step() {
///         break store;
///     }
/// };
/// assert_eq!(store.row_count(), 0);
/// ```
#[derive(Debug)]
pub struct Finishing {
    builder: Builder,
    stage: Stage,
    done: usize,
    all: usize,
    rows: Rows,
    strings: Strings,
    last: LastSets,
    /// Where the records of each actor are packed.
    records: Lists,
    /// Actors with the weight and the words of their names, in the order of the actors.
    told_names: Vec<(u32, u8, StrId)>,
    told_numbers: Vec<(StrId, u32)>,
    names: Lists,
    targets: Targets,
    collecting: Collecting,
    numbering: Numbering,
    text: Text,
}

/// What comes next.
#[derive(Clone, Copy, Debug)]
enum Stage {
    Targets,
    Rows,
    /// From a name on.
    Words(usize),
    Terms,
    /// From a number on.
    Numbers(usize),
    Order,
    Whole,
    Over,
}

/// What relations name.
#[derive(Debug, Default)]
struct Targets {
    /// The relations in the order of their actors, each once and with the number of its target.
    drafts: Vec<(Draft, u32)>,
    /// The names of which actors are wanted.
    wanted: Wanted,
    /// The targets that are told by id, with their actors.
    by_id: Vec<(u32, u32)>,
    count: usize,
}

/// The sets whose strings come when all records have come.
#[derive(Debug, Default)]
struct LastSets {
    /// The status of who is not designated.
    unlisted: u32,
    /// The date that is none.
    no_date: u32,
    /// The kind of each actor.
    kinds: Vec<u32>,
}

impl Finishing {
    /// How many steps are done, about, of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.done, self.all)
    }

    /// Does the next step. Gives the store with the last one, and nothing after it.
    pub fn step(&mut self) -> Option<Store> {
        self.done += 1;
        self.stage = match self.stage {
            // What only taking records needs is not kept beside what comes.
            Stage::Targets => {
                self.targets = self.builder.targets();
                self.last = self.builder.last_sets();
                self.builder.by_id = ByNumber::default();
                self.builder.by_date = ByNumber::default();
                self.strings = core::mem::take(&mut self.builder.strings).finish();
                Stage::Rows
            }
            Stage::Rows => {
                self.rows = self.builder.in_rows(core::mem::take(&mut self.last));
                let records = core::mem::take(&mut self.builder.records);
                self.records = Lists::grouped(self.builder.actors.len(), || records.iter().copied());
                drop(records);
                self.told_names = self.builder.sorted_names();
                Stage::Words(0)
            }
            Stage::Words(first) => {
                let (end, count) = (first + NAMES, self.told_names.len());
                self.cut(first..end.min(count));
                if end < count { Stage::Words(end) } else { Stage::Terms }
            }
            Stage::Terms => {
                let actors = self.builder.actors.len();
                let names = core::mem::take(&mut self.told_names);
                self.names = Lists::new(actors, names.iter().map(|(actor, _, name)| (*actor, name.0)));
                self.text = core::mem::take(&mut self.collecting).finish(actors);
                Stage::Numbers(0)
            }
            Stage::Numbers(first) => {
                if first == 0 {
                    self.told_numbers = self.builder.numbers.take();
                    self.numbering = Numbering::new(self.told_numbers.len());
                }
                let (end, numbers) = (first + NAMES, &self.told_numbers);
                for (id, actor) in numbers.get(first..end.min(numbers.len())).unwrap_or_default() {
                    self.numbering.add(*id, *actor, self.strings.get(*id));
                }
                if end < numbers.len() { Stage::Numbers(end) } else { Stage::Order }
            }
            Stage::Order => {
                self.told_numbers = Vec::new();
                self.text.numbers = core::mem::take(&mut self.numbering).finish();
                Stage::Whole
            }
            Stage::Whole => {
                self.stage = Stage::Over;
                self.done = self.all;
                return Some(self.whole());
            }
            Stage::Over => {
                self.done = self.all;
                return None;
            }
        };
        // Names that an actor has twice are not looked at twice, so the steps may be fewer; never more.
        self.done = self.done.min(self.all - 1);
        None
    }

    /// Cuts some names into words, and looks whether relations mean them.
    fn cut(&mut self, names: core::ops::Range<usize>) {
        let is_wanted = !self.targets.wanted.is_empty();
        let mut joined = String::new();
        for (actor, weight, name) in self.told_names.get(names).unwrap_or_default() {
            joined.clear();
            self.collecting.add(*actor, *weight, self.strings.get(*name), |word| {
                if is_wanted {
                    join(&mut joined, word);
                }
            });
            if is_wanted {
                let list = self.builder.actors.get(*actor as usize).map_or(0, |it| it.list);
                self.targets.wanted.meet(&joined, (list, *actor), *weight == 0);
            }
        }
    }

    /// All parts together.
    fn whole(&mut self) -> Store {
        let builder = core::mem::take(&mut self.builder);
        let count = builder.actors.len();
        let rows = core::mem::take(&mut self.rows);
        let mut row_starts = Vec::with_capacity(count + 1);
        for (row, actor) in rows.actors.iter().enumerate() {
            while row_starts.len() <= *actor as usize {
                row_starts.push(row as u32);
            }
        }
        row_starts.push(rows.actors.len() as u32);
        let mut whole = Bits::new(count);
        builder.actors.iter().enumerate().filter(|(_, it)| it.whole).for_each(|(at, _)| whole.insert(at));
        let lists: Vec<_> = builder.actors.iter().map(|it| it.list).collect();
        let actors = Actors {
            list_keys: builder.lists,
            lists: Codes::new(&lists),
            ids: builder.actors.iter().map(|it| it.id).collect(),
            kinds: builder.actors.iter().map(|it| it.kind).collect(),
            whole,
            names: core::mem::take(&mut self.names),
            records: core::mem::take(&mut self.records),
            row_starts,
        };
        let Targets { drafts, wanted, by_id, count: targets } = core::mem::take(&mut self.targets);
        let mut packed = builder.packed;
        packed.shrink();
        Store {
            strings: core::mem::take(&mut self.strings),
            statics: builder.statics,
            packed,
            actors,
            rows,
            text: core::mem::take(&mut self.text),
            relations: Relations::new(count, targets, &drafts, wanted, by_id),
            sorted: Orders::default(),
        }
    }
}

impl Builder {
    /// The store of all records, in one step.
    pub fn finish(self) -> Store {
        let mut finishing = self.finishing();
        loop {
            if let Some(store) = finishing.step() {
                return store;
            }
        }
    }

    /// The store of all records, a step at a time.
    pub fn finishing(self) -> Finishing {
        let pieces = |count: usize| count.div_ceil(NAMES).max(1);
        Finishing {
            stage: Stage::Targets,
            done: 0,
            all: 5 + pieces(self.names.len()) + pieces(self.numbers.len()),
            builder: self,
            rows: Rows::default(),
            strings: Strings::default(),
            last: LastSets::default(),
            records: Lists::default(),
            told_names: Vec::new(),
            told_numbers: Vec::new(),
            names: Lists::default(),
            targets: Targets::default(),
            collecting: Collecting::default(),
            numbering: Numbering::default(),
            text: Text::default(),
        }
    }

    /// Names by their actors, the weightiest first; of equals, the first that was told. Each once.
    fn sorted_names(&mut self) -> Vec<(u32, u8, StrId)> {
        let mut names = self.names.take();
        names.sort_by_key(|(actor, weight, _)| (*actor, *weight));
        let mut seen = Once::default();
        names.retain(|(actor, _, name)| seen.is_new(*actor, *name));
        names
    }

    /// What relations name.
    fn targets(&mut self) -> Targets {
        let mut drafts = self.relations.take();
        drafts.sort_by_key(|it| it.actor);
        let mut seen = Once::default();
        drafts.retain(|it| seen.is_new(it.actor, bytes(&self.packed, it.at)));
        let mut numbers: ByNumber<(u32, Named), u32> = ByNumber::default();
        let mut targets = Targets { drafts: Vec::with_capacity(drafts.len()), ..Targets::default() };
        let mut buffer = Word::default();
        for draft in drafts {
            let next = numbers.len() as u32;
            let target = *numbers.entry((draft.list, draft.to)).or_insert(next);
            if target == next {
                match draft.to {
                    Named::Id(id) => {
                        let actor = self.by_id.get(&(draft.list, id));
                        targets.by_id.extend(actor.map(|actor| (target, *actor)));
                    }
                    Named::Name(name) => {
                        let mut joined = String::new();
                        let name = self.strings.strings().get(name);
                        each_word(name, &mut buffer, |word| join(&mut joined, &word.letters));
                        // A name without a letter means nobody.
                        if !joined.is_empty() {
                            targets.wanted.add(joined, draft.list, target);
                        }
                    }
                }
            }
            targets.drafts.push((draft, target));
        }
        targets.count = numbers.len();
        targets
    }

    /// The rows in the order of their actors: one a different designation, or one for an actor without any.
    fn in_rows(&mut self, LastSets { unlisted, no_date, kinds }: LastSets) -> Rows {
        let countries = self.country_sets();
        let drafts = self.row_drafts(unlisted, no_date);
        let lists: Vec<_> =
            self.lists.clone().into_iter().map(|key| self.facets.get_mut(Facet::List).one(key)).collect();
        let of_actor =
            |codes: &[u32], row: &RowDraft| codes.get(row.actor as usize).copied().unwrap_or_default();
        let list = |row: &RowDraft| {
            let list = self.actors.get(row.actor as usize).map_or(0, |it| it.list);
            lists.get(list as usize).copied().unwrap_or_default()
        };
        let code = |facet: Facet, row: &RowDraft| match facet {
            Facet::List => list(row),
            Facet::Authority => row.authority,
            Facet::Programme => row.programmes,
            Facet::Measure => row.measures,
            Facet::Kind => of_actor(&kinds, row),
            Facet::Country => of_actor(&countries, row),
            Facet::Status => row.status,
        };
        let codes = |facet: Facet| drafts.iter().map(|row| code(facet, row)).collect::<Vec<_>>();
        let mut fillings = core::mem::take(&mut self.facets);
        let mut facets = OfFacets::default();
        for facet in Facet::ALL {
            *facets.get_mut(facet) = core::mem::take(fillings.get_mut(facet)).finish(&codes(facet));
        }
        let numbers = |number: fn(&RowDraft) -> u32| drafts.iter().map(number).collect::<Vec<_>>();
        Rows {
            actors: numbers(|row| row.actor),
            designations: numbers(|row| row.at.0),
            listed: Codes::new(&numbers(|row| row.listed)),
            ended: Codes::new(&numbers(|row| row.ended)),
            dates: core::mem::take(&mut self.dates),
            facets,
        }
    }

    fn last_sets(&mut self) -> LastSets {
        let (unlisted, no_date) = (self.set(Facet::Status, [UNLISTED]), self.date(None));
        LastSets { unlisted, no_date, kinds: self.kind_sets() }
    }

    /// The set of the kind of each actor.
    fn kind_sets(&mut self) -> Vec<u32> {
        let mut known: Vec<(Kind, u32)> = Vec::new();
        let actors = core::mem::take(&mut self.actors);
        let set = |actor: &ActorDraft| {
            known.iter().find(|(kind, _)| *kind == actor.kind).map(|(_, set)| *set).unwrap_or_else(|| {
                let set = self.set(Facet::Kind, [actor.kind.schema()]);
                known.push((actor.kind, set));
                set
            })
        };
        let sets = actors.iter().map(set).collect();
        self.actors = actors;
        sets
    }

    /// The set of countries of each actor.
    fn country_sets(&mut self) -> Vec<u32> {
        let mut pairs = self.countries.take();
        pairs.sort_by_key(|(actor, _)| *actor);
        let mut sets = vec![0; self.actors.len()];
        for of_actor in pairs.chunk_by(|a, b| a.0 == b.0) {
            let set = self.facets.get_mut(Facet::Country).set(of_actor.iter().map(|(_, value)| *value));
            let actor = of_actor.first().map_or(0, |(actor, _)| *actor as usize);
            if let Some(slot) = sets.get_mut(actor) {
                *slot = set;
            }
        }
        sets
    }

    /// The rows by their actors, each once; one without any for who has none.
    fn row_drafts(&mut self, status: u32, date: u32) -> Vec<RowDraft> {
        let told = core::mem::take(&mut self.rows);
        // Where the rows of an actor begin, and then where its next one goes.
        let mut starts = vec![0_u32; self.actors.len()];
        for row in told.iter() {
            if let Some(count) = starts.get_mut(row.actor as usize) {
                *count += 1;
            }
        }
        let mut rows = Vec::with_capacity(told.len().max(self.actors.len()));
        for (actor, start) in (0..).zip(&mut starts) {
            let count = core::mem::replace(start, rows.len() as u32).max(1) as usize;
            let (authority, programmes, measures) = (0, 0, 0);
            let (at, listed, ended) = ((NONE, NONE), date, date);
            let none = RowDraft { actor, at, authority, programmes, measures, status, listed, ended };
            rows.resize(rows.len() + count, none);
        }
        for row in told.iter() {
            let Some(next) = starts.get_mut(row.actor as usize) else { continue };
            if let Some(slot) = rows.get_mut(*next as usize) {
                *slot = *row;
            }
            *next += 1;
        }
        let mut seen = Once::default();
        rows.retain(|row| seen.is_new(row.actor, bytes(&self.packed, row.at)));
        rows
    }
}

/// Tells what an actor has twice; most have one of a kind, and need no table.
struct Once<T> {
    first: Option<(u32, T)>,
    others: HashSet<T>,
}

impl<T> Default for Once<T> {
    fn default() -> Self {
        Self { first: None, others: HashSet::new() }
    }
}

impl<T: Eq + Hash> Once<T> {
    /// True for what an actor, whose parts come one behind the other, has not had yet.
    fn is_new(&mut self, actor: u32, part: T) -> bool {
        match &self.first {
            Some((of, first)) if *of == actor => *first != part && self.others.insert(part),
            _ => {
                self.others.clear();
                self.first = Some((actor, part));
                true
            }
        }
    }
}

/// What is packed from a place to another: the same bytes say the same.
fn bytes(packed: &Pages, (from, to): (u32, u32)) -> &[u8] {
    packed.from(from as usize).get(..(to - from) as usize).unwrap_or_default()
}

/// Adds a word to others.
fn join(words: &mut String, word: &str) {
    if !words.is_empty() {
        words.push(' ');
    }
    words.push_str(word);
}
