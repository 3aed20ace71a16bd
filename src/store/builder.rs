//! How a store is made: records come one by one, and are put in order at the end.

use super::Spell;
use super::column::Filling;
use super::facet::{Facet, OfFacets};
use super::mixer::ByNumber;
use super::packing::{Packed, Writer};
use super::pages::{Coming, Pages, make_room};
use super::relations::{Draft, Named};
use super::strings::{Interner, StrId};
use crate::import::Record;
use crate::import::record::{Calendar, Dating, Designation, Kind, Name, NameKind, Whom};

/// A store that is being filled.
#[derive(Debug, Default)]
pub struct Builder {
    pub(super) strings: Interner,
    pub(super) statics: Vec<&'static str>,
    pub(super) packed: Pages,
    /// One record, while it is packed.
    piece: Vec<u8>,
    /// The keys of lists, numbered as they come.
    pub(super) lists: Vec<StrId>,
    pub(super) by_id: ByNumber<(u32, StrId), u32>,
    pub(super) actors: Vec<ActorDraft>,
    /// Actors with where their records are packed.
    pub(super) records: Coming<(u32, u32)>,
    /// Actors with the weight and the words of their names.
    pub(super) names: Coming<(u32, u8, StrId)>,
    pub(super) numbers: Coming<(StrId, u32)>,
    /// Actors with the values of their countries.
    pub(super) countries: Coming<(u32, u32)>,
    pub(super) rows: Coming<RowDraft>,
    pub(super) relations: Coming<Draft>,
    pub(super) facets: OfFacets<Filling>,
    pub(super) dates: Vec<Spell>,
    pub(super) by_date: ByNumber<Spell, u32>,
}

/// A record that a store could not take any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

impl core::fmt::Display for Full {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("there is no room for more than 4 GiB of text, 4 GiB of records or 4 billion of anything")
    }
}

/// An actor as it comes.
#[derive(Debug)]
pub(super) struct ActorDraft {
    pub list: u32,
    pub id: StrId,
    pub kind: Kind,
    /// True where a record tells of it that does not only add to another.
    pub whole: bool,
}

/// A row as it comes: numbers of sets and dates.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowDraft {
    pub actor: u32,
    /// Where the designation is packed.
    pub at: (u32, u32),
    pub authority: u32,
    pub programmes: u32,
    pub measures: u32,
    pub status: u32,
    pub listed: u32,
    pub ended: u32,
}

impl Builder {
    /// A builder without records.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many records it has taken.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// True where it has taken none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Takes a record.
    ///
    /// # Errors
    ///
    /// Where the store is full. What it has stays as it was.
    pub fn add(&mut self, record: &Record) -> Result<(), Full> {
        let start = self.packed.len();
        self.piece.clear();
        let mut to = Writer {
            bytes: &mut self.piece,
            strings: &mut self.strings,
            statics: &mut self.statics,
            designations: Vec::new(),
            relations: Vec::new(),
        };
        record.pack(&mut to);
        let (designations, relations) = (to.designations, to.relations);
        // What follows adds strings that are packed already, and values of facets.
        let fits = u32::try_from(start + self.piece.len()).is_ok_and(|len| len < u32::MAX);
        let number = u32::try_from(self.actors.len()).ok().filter(|it| *it < u32::MAX);
        let (true, false, Some(next)) = (fits, self.strings.is_full(), number) else {
            return Err(Full);
        };
        self.packed.push(&self.piece);
        self.piece.shrink_to(PIECE);
        let place = |(from, to): (usize, usize)| ((start + from) as u32, (start + to) as u32);
        let list = self.list(&record.list);
        let id = self.strings.add(&record.id);
        let actor = *self.by_id.entry((list, id)).or_insert(next);
        if actor == next {
            make_room(&mut self.actors);
            self.actors.push(ActorDraft { list, id, kind: Kind::Unknown, whole: false });
            self.numbers.push((id, actor));
        }
        if let Some(draft) = self.actors.get_mut(actor as usize) {
            draft.whole |= !record.extends;
            if draft.kind == Kind::Unknown {
                draft.kind = record.kind;
            }
        }
        self.records.push((actor, start as u32));
        for name in &record.names {
            self.names.push((actor, weight(name), self.strings.add(&name.full)));
        }
        for identifier in &record.identifiers {
            self.numbers.push((self.strings.add(&identifier.value), actor));
        }
        self.add_countries(actor, record);
        for (designation, at) in record.designations.iter().zip(designations) {
            self.add_row(actor, place(at), designation);
        }
        for (relation, at) in record.relations.iter().zip(relations) {
            let named = match &relation.to {
                Whom::Id(id) => Named::Id(self.strings.add(id)),
                Whom::Name(name) => Named::Name(self.strings.add(name)),
            };
            self.relations.push(Draft { actor, at: place(at), list, to: named });
        }
        Ok(())
    }

    /// The number of a list.
    fn list(&mut self, key: &str) -> u32 {
        let key = self.strings.add(key);
        let known = self.lists.iter().position(|it| *it == key);
        known.unwrap_or_else(|| {
            self.lists.push(key);
            self.lists.len() - 1
        }) as u32
    }

    fn facet(&mut self, facet: Facet) -> &mut Filling {
        self.facets.get_mut(facet)
    }

    fn add_countries(&mut self, actor: u32, record: &Record) {
        let own = record.nationalities.iter().chain(&record.countries);
        let of_addresses = record.addresses.iter().filter_map(|it| it.country.as_ref());
        for country in own.chain(of_addresses) {
            let value = self.strings.add(country.code.unwrap_or(&country.words));
            let value = self.facet(Facet::Country).value(value);
            self.countries.push((actor, value));
        }
    }

    fn add_row(&mut self, actor: u32, at: (u32, u32), designation: &Designation) {
        let authority = self.set(Facet::Authority, [&designation.authority]);
        let programmes = self.set(Facet::Programme, &designation.programmes);
        let measures = self.set(Facet::Measure, &designation.measures);
        let status = self.set(Facet::Status, [designation.status.key()]);
        let listed = self.date(designation.listed_on.as_ref());
        let ended = self.date(designation.ended_on.as_ref());
        if let Some(reference) = &designation.reference {
            self.numbers.push((self.strings.add(reference), actor));
        }
        self.rows.push(RowDraft { actor, at, authority, programmes, measures, status, listed, ended });
    }

    /// The set of some values of a facet; empty ones are none.
    pub(super) fn set(&mut self, facet: Facet, values: impl IntoIterator<Item = impl AsRef<str>>) -> u32 {
        let mut set = Vec::new();
        for value in values {
            if !value.as_ref().is_empty() {
                let value = self.strings.add(value.as_ref());
                set.push(self.facet(facet).value(value));
            }
        }
        self.facet(facet).set(set)
    }

    /// The number of a date; 0 is none.
    pub(super) fn date(&mut self, dating: Option<&Dating>) -> u32 {
        let spell = dating.map_or_else(Spell::default, |it| Spell {
            words: Some(self.strings.add(&it.words)),
            start: it.start,
            end: it.end,
            circa: it.circa,
            other_calendar: it.calendar != Calendar::Gregorian,
        });
        if self.dates.is_empty() {
            self.dates.push(Spell::default());
            self.by_date.insert(Spell::default(), 0);
        }
        let next = self.dates.len() as u32;
        *self.by_date.entry(spell).or_insert_with(|| {
            self.dates.push(spell);
            next
        })
    }
}

/// How many bytes are kept for the next record to be packed in.
const PIECE: usize = 1 << 12;

/// What a name weighs, the least first: 0 for a primary name, 1 for another, 2 for a former one, 3 for a weak one.
pub(super) const fn weight(name: &Name) -> u8 {
    match name.kind {
        _ if name.weak => 3,
        NameKind::Primary => 0,
        NameKind::Alias => 1,
        NameKind::Former => 2,
    }
}
