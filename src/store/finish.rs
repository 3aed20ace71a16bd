//! How a store is put in order once all records have come.

use std::collections::{HashMap, HashSet};

use super::bits::Bits;
use super::builder::{Builder, RowDraft};
use super::column::{Codes, Lists};
use super::facet::{Facet, OfFacets, UNLISTED};
use super::relations::{Draft, Named, Relations, Wanted};
use super::text::{Collecting, Text};
use super::{Actors, NONE, Orders, Rows, Store};
use crate::search::words;

impl Builder {
    /// The store of all records.
    pub fn finish(mut self) -> Store {
        let count = self.actors.len();
        self.records.sort_by_key(|(actor, _)| *actor);
        self.sort_names();
        let (text, relations) = self.index();
        let rows = self.in_rows();
        let mut row_starts = Vec::with_capacity(count + 1);
        for (row, actor) in rows.actors.iter().enumerate() {
            while row_starts.len() <= *actor as usize {
                row_starts.push(row as u32);
            }
        }
        row_starts.push(rows.actors.len() as u32);
        let mut whole = Bits::new(count);
        self.actors.iter().enumerate().filter(|(_, it)| it.whole).for_each(|(at, _)| whole.insert(at));
        let lists: Vec<_> = self.actors.iter().map(|it| it.list).collect();
        let actors = Actors {
            list_keys: self.lists,
            lists: Codes::new(&lists),
            ids: self.actors.iter().map(|it| it.id).collect(),
            kinds: self.actors.iter().map(|it| it.kind).collect(),
            whole,
            names: Lists::new(count, self.names.iter().map(|(actor, _, name)| (*actor, name.0))),
            records: Lists::new(count, self.records),
            row_starts,
        };
        self.packed.shrink_to_fit();
        Store {
            strings: self.strings.finish(),
            statics: self.statics,
            packed: self.packed,
            actors,
            rows,
            text,
            relations,
            sorted: Orders::default(),
        }
    }

    /// Names by their actors, the weightiest first; of equals, the first that was told. Each once.
    fn sort_names(&mut self) {
        self.names.sort_by_key(|(actor, weight, _)| (*actor, *weight));
        let mut of = u32::MAX;
        let mut seen = HashSet::new();
        self.names.retain(|(actor, _, name)| {
            if *actor != of {
                of = *actor;
                seen.clear();
            }
            seen.insert(*name)
        });
    }

    /// What text search and relations need of all names, which are cut into words only once.
    fn index(&mut self) -> (Text, Relations) {
        let (drafts, mut wanted, by_id, targets) = self.targets();
        let mut text = Collecting::default();
        let strings = self.strings.strings();
        for (actor, weight, name) in &self.names {
            let folded: Vec<_> = words(strings.get(*name)).into_iter().map(|word| word.letters).collect();
            text.add(*actor, *weight, &folded);
            if !wanted.is_empty() {
                let list = self.actors.get(*actor as usize).map_or(0, |it| it.list);
                wanted.meet(&folded.join(" "), (list, *actor), *weight == 0);
            }
        }
        let count = self.actors.len();
        let text = text.finish(count, core::mem::take(&mut self.numbers), strings);
        (text, Relations::new(count, targets, &drafts, wanted, by_id))
    }

    /// The relations in the order of their actors, each once and with the number of its target; the names of which
    /// actors are wanted; and the actors of the targets that are told by id.
    #[expect(clippy::type_complexity, reason = "the parts go different ways at once")]
    fn targets(&mut self) -> (Vec<(Draft, u32)>, Wanted, Vec<(u32, u32)>, usize) {
        let mut drafts = core::mem::take(&mut self.relations);
        drafts.sort_by_key(|it| it.actor);
        let mut seen = Once::default();
        drafts.retain(|it| seen.is_new(it.actor, it.at, &self.packed));
        let mut numbers: HashMap<(u32, Named), u32> = HashMap::new();
        let mut wanted = Wanted::default();
        let mut by_id = Vec::new();
        let mut with_targets = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let next = numbers.len() as u32;
            let target = *numbers.entry((draft.list, draft.to)).or_insert(next);
            if target == next {
                match draft.to {
                    Named::Id(id) => {
                        by_id.extend(self.by_id.get(&(draft.list, id)).map(|actor| (target, *actor)))
                    }
                    Named::Name(name) => {
                        let words: Vec<_> = words(self.strings.strings().get(name))
                            .into_iter()
                            .map(|word| word.letters)
                            .collect();
                        // A name without a letter means nobody.
                        if !words.is_empty() {
                            wanted.add(words.join(" "), draft.list, target);
                        }
                    }
                }
            }
            with_targets.push((draft, target));
        }
        (with_targets, wanted, by_id, numbers.len())
    }

    /// The rows in the order of their actors: one a different designation, or one for an actor without any.
    fn in_rows(&mut self) -> Rows {
        let countries = self.country_sets();
        let drafts = self.row_drafts();
        let kinds: Vec<_> = self.actors.iter().map(|it| it.kind.schema()).collect();
        let kinds: Vec<_> = kinds.into_iter().map(|kind| self.set(Facet::Kind, [kind])).collect();
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

    /// The set of countries of each actor.
    fn country_sets(&mut self) -> Vec<u32> {
        let mut pairs = core::mem::take(&mut self.countries);
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

    fn row_drafts(&mut self) -> Vec<RowDraft> {
        let mut told = core::mem::take(&mut self.rows);
        told.sort_by_key(|row| row.actor);
        let mut seen = Once::default();
        told.retain(|row| seen.is_new(row.actor, row.at, &self.packed));
        let status = self.set(Facet::Status, [UNLISTED]);
        let date = self.date(None);
        let mut rows = Vec::with_capacity(told.len().max(self.actors.len()));
        let mut told = told.into_iter().peekable();
        for actor in 0..self.actors.len() as u32 {
            let before = rows.len();
            while let Some(row) = told.next_if(|row| row.actor == actor) {
                rows.push(row);
            }
            if rows.len() == before {
                let (authority, programmes, measures) = (0, 0, 0);
                let (at, listed, ended) = ((NONE, NONE), date, date);
                rows.push(RowDraft { actor, at, authority, programmes, measures, status, listed, ended });
            }
        }
        rows
    }
}

/// Tells what an actor has twice: the same bytes say the same.
#[derive(Default)]
struct Once {
    actor: Option<u32>,
    seen: HashSet<Vec<u8>>,
}

impl Once {
    /// True for bytes that an actor, whose parts come one behind the other, has not had yet.
    fn is_new(&mut self, actor: u32, (from, to): (u32, u32), packed: &[u8]) -> bool {
        if self.actor != Some(actor) {
            self.actor = Some(actor);
            self.seen.clear();
        }
        let bytes = packed.get(from as usize..to as usize).unwrap_or_default();
        self.seen.insert(bytes.to_vec())
    }
}
