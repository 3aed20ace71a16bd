//! An opened list, ready to be asked: rows, search, facets, orders, relations.
//!
//! [`Builder`] takes the records of an import, and gives a [`Store`]. Records with the same list and id are one actor;
//! each row is a designation of an actor, or an actor without any. A [`Filter`] leaves [`Found`] rows, which are read a
//! window at a time:
//!
//! ```
//! use sourceline::import::record::{Designation, Name, NameKind};
//! use sourceline::import::{FileId, Place, Record};
//! use sourceline::store::{Builder, Facet, Filter, Order};
//!
//! let mut record = Record::new("demo", "1", Place::whole(FileId(0)));
//! record.names.push(Name::new(NameKind::Primary, "Dvořák Trading"));
//! record.designations.push(Designation { programmes: vec!["DEMO".to_owned()], ..Designation::default() });
//! let mut builder = Builder::new();
//! builder.add(&record).unwrap();
//! let store = builder.finish();
//!
//! let mut found = store.find(&Filter { text: "dvorak".to_owned(), ..Filter::default() });
//! assert_eq!(found.total(), 1);
//! let rows = found.window(&store, Order::Best, 0..50);
//! assert_eq!(store.line(rows[0]).unwrap().target, "Dvořák Trading");
//! assert_eq!(found.facet(&store, Facet::Programme, 20).choices[0].value, "DEMO");
//! ```
//!
//! # What is where
//!
//! | module | what it holds |
//! |---|---|
//! | `strings`, `packing`, `record`, `pages` | all strings once; records as bytes, read back whole ([`Store::actor`]) |
//! | `column`, `facet`, `bits` | columns of the rows with their dictionaries; sets of rows |
//! | `terms`, `text` | the words of all names, and who is meant by a text |
//! | `filter`, `sorted` | what a filter leaves, counted and in order |
//! | `relations` | links, neighbours, components |
//! | `builder`, `finish`, `mixer`, `memory` | how it is made, and what it weighs |
//!
//! # What holds
//!
//! - Nothing is lost: what was added is read back as it was, with its places.
//! - The same records in the same order give the same store and the same answers; no hash map is iterated.
//! - Nothing here panics, and nothing calls itself. Work is linear in rows or n log n; the walk for wrong letters
//!   is bounded by what of the dictionary goes on from a beginning of the word.
//! - Limits: 4 GiB of different strings and 4 GiB of packed records ([`Full`] tells), [`MAX_WORDS`] words of a text,
//!   [`MAX_NAME_WORDS`] searched words of a name, 48 letters of a word.

mod bits;
mod builder;
mod column;
mod facet;
mod filter;
mod finish;
mod memory;
mod mixer;
mod packing;
mod pages;
mod record;
mod relations;
mod sorted;
mod strings;
mod terms;
mod text;

pub use builder::{Builder, Full};
pub use facet::{Choice, Column, ENDED, Facet, FacetCounts, IN_FORCE, Order, PENDING, UNLISTED};
pub use filter::{Dates, Filter, Found};
pub use finish::Finishing;
pub use memory::Bytes;
pub use relations::{Components, Link, Neighbour, Neighbours};
pub use text::{MAX_NAME_WORDS, MAX_WORDS};

use core::ops::Range;
use std::cell::OnceCell;

use self::bits::Bits;
use self::column::{Codes, Lists};
use self::facet::OfFacets;
use self::packing::{Packed, Reader};
use self::pages::Pages;
use self::relations::Relations;
use self::sorted::Sorted;
use self::strings::{StrId, Strings};
use self::text::Text;
use crate::import::record::{Designation, Kind, Listing, Name};
use crate::import::{Place, Record};
use crate::model::Date;

/// An actor of a store: the place in the order in which actors were first told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorId(pub u32);

/// A row of a store: its place in the order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(pub u32);

/// Where nothing is packed.
const NONE: u32 = u32::MAX;

/// An opened list, ready to be asked.
#[derive(Debug)]
pub struct Store {
    strings: Strings,
    statics: Vec<&'static str>,
    packed: Pages,
    actors: Actors,
    rows: Rows,
    text: Text,
    relations: Relations,
    sorted: Orders,
}

/// The columns of actors.
#[derive(Debug)]
struct Actors {
    list_keys: Vec<StrId>,
    lists: Codes,
    ids: Vec<StrId>,
    kinds: Vec<Kind>,
    /// Those of which a record tells that does not only add to another.
    whole: Bits,
    /// Names, the weightiest first.
    names: Lists,
    /// Where records are packed, as they came.
    records: Lists,
    row_starts: Vec<u32>,
}

/// The columns of rows.
#[derive(Debug, Default)]
struct Rows {
    actors: Vec<u32>,
    /// Where the designation is packed, or [`NONE`].
    designations: Vec<u32>,
    listed: Codes,
    ended: Codes,
    /// What the numbers of `listed` and `ended` mean.
    dates: Vec<Spell>,
    facets: OfFacets<column::Column>,
}

/// A date of a row; the default is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct Spell {
    words: Option<StrId>,
    start: Option<Date>,
    end: Option<Date>,
    circa: bool,
    other_calendar: bool,
}

/// The orders of rows by each column, once they have been asked for.
#[derive(Debug, Default)]
struct Orders([OnceCell<Sorted>; Column::ALL.len()], OnceCell<Sorted>);

/// One row, in the words of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'s> {
    /// Which row it is.
    pub row: RowId,
    /// Whose.
    pub actor: ActorId,
    /// The name under which it is listed; empty where it has none.
    pub target: &'s str,
    /// What it is.
    pub kind: Kind,
    /// The key of the list.
    pub list: &'s str,
    /// Its id there.
    pub id: &'s str,
    /// Who designates.
    pub authority: Option<&'s str>,
    /// The programmes.
    pub programmes: Vec<&'s str>,
    /// The measures.
    pub measures: Vec<&'s str>,
    /// The countries of the target, as [`Facet::Country`] has them.
    pub countries: Vec<&'s str>,
    /// Whether the designation holds; nothing for an actor without any.
    pub status: Option<Listing>,
    /// Since when.
    pub listed: Option<Dated<'s>>,
    /// Until when.
    pub ended: Option<Dated<'s>>,
}

/// A date of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated<'s> {
    /// The words of the list.
    pub words: &'s str,
    /// The first that it can be, where it is understood.
    pub start: Option<Date>,
    /// The last that it can be.
    pub end: Option<Date>,
    /// True where the list says that it is approximate.
    pub circa: bool,
}

/// An actor as all its records tell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Which actor it is.
    pub actor: ActorId,
    /// The key of its list.
    pub list: String,
    /// Its id there.
    pub id: String,
    /// What it is: what the first record says that knows.
    pub kind: Kind,
    /// False where all records only add to an entry that is not here.
    pub whole: bool,
    /// What was added of it, as it was added. Each has its place.
    pub records: Vec<Record>,
}

/// How many different parts of an actor are compared with each other.
const COMPARED: usize = 1_000;

impl Actor {
    /// The parts of one kind, such as names, of all records, each with the place of the first record that tells it.
    ///
    /// A part that a later record tells again is told once, as long as it is among the first thousand.
    pub fn told<'a, T: PartialEq>(
        &'a self,
        parts: impl Fn(&'a Record) -> &'a [T],
    ) -> Vec<(&'a T, &'a Place)> {
        let mut told: Vec<(&T, &Place)> = Vec::new();
        for record in &self.records {
            for part in parts(record) {
                if !told.iter().take(COMPARED).any(|(it, _)| *it == part) {
                    told.push((part, &record.place));
                }
            }
        }
        told
    }

    /// The name under which it is listed: the weightiest; of equals, the first that was told. The rows have the same.
    pub fn name(&self) -> Option<&Name> {
        self.records.iter().flat_map(|it| &it.names).min_by_key(|it| builder::weight(it))
    }
}

impl Store {
    /// What a filter leaves.
    pub fn find(&self, filter: &Filter) -> Found {
        Found::new(self, filter)
    }

    /// How many actors there are.
    pub fn actor_count(&self) -> usize {
        self.actors.ids.len()
    }

    /// How many rows there are.
    pub fn row_count(&self) -> usize {
        self.rows.actors.len()
    }

    /// How many names there are, each counted once for an actor.
    pub fn name_count(&self) -> usize {
        self.actors.names.items().len()
    }

    /// The actor with an id in a list.
    pub fn actor_by_id(&self, list: &str, id: &str) -> Option<ActorId> {
        let is_it = |actor: &usize| self.list_of(*actor) == list && self.id_of(*actor) == id;
        let actor = match self.text.with_number(id, &self.strings) {
            Some(mut numbered) => numbered.find(is_it),
            // An id without letters and digits is no number.
            None => (0..self.actor_count()).find(is_it),
        };
        actor.map(|actor| ActorId(actor as u32))
    }

    /// The name under which an actor is listed; empty where it has none.
    pub fn name(&self, actor: ActorId) -> &str {
        self.name_of(actor.0 as usize)
    }

    /// The names of an actor, the weightiest first.
    pub fn names(&self, actor: ActorId) -> impl Iterator<Item = &str> {
        self.actors.names.get(actor.0 as usize).iter().map(|name| self.strings.get(StrId(*name)))
    }

    /// How many different values the rows have of a facet.
    pub fn value_count(&self, facet: Facet) -> usize {
        self.rows.facet(facet).counts(None).into_iter().filter(|count| *count > 0).count()
    }

    /// True where some row has a date in a column of dates.
    pub fn has_dates(&self, column: Column) -> bool {
        let codes = match column {
            Column::Listed => &self.rows.listed,
            Column::Ended => &self.rows.ended,
            _ => return false,
        };
        (0..codes.len()).any(|row| self.rows.dates.get(codes.get(row)).is_some_and(|it| it.words.is_some()))
    }

    /// An actor as all its records tell of it; nothing for an id of another store.
    pub fn actor(&self, actor: ActorId) -> Option<Actor> {
        let at = actor.0 as usize;
        Some(Actor {
            actor,
            kind: *self.actors.kinds.get(at)?,
            list: self.list_of(at).to_owned(),
            id: self.id_of(at).to_owned(),
            whole: self.actors.whole.contains(at),
            records: self.actors.records.get(at).iter().map(|at| self.unpacked(*at)).collect(),
        })
    }

    /// The rows of an actor.
    pub fn rows(&self, actor: ActorId) -> impl Iterator<Item = RowId> {
        self.rows_of(actor.0 as usize).map(|row| RowId(row as u32))
    }

    /// A row in the words of the list; nothing for an id of another store.
    pub fn line(&self, row: RowId) -> Option<Line<'_>> {
        let at = row.0 as usize;
        let actor = *self.rows.actors.get(at)?;
        let values = |facet| self.rows.facet(facet).of_row(at).map(|id| self.strings.get(id));
        let date = |codes: &Codes| self.rows.dates.get(codes.get(at)).and_then(|it| self.dated(*it));
        Some(Line {
            row,
            actor: ActorId(actor),
            target: self.name_of(actor as usize),
            kind: *self.actors.kinds.get(actor as usize)?,
            list: self.list_of(actor as usize),
            id: self.id_of(actor as usize),
            authority: values(Facet::Authority).next(),
            programmes: values(Facet::Programme).collect(),
            measures: values(Facet::Measure).collect(),
            countries: values(Facet::Country).collect(),
            status: values(Facet::Status)
                .next()
                .and_then(|status| Listing::ALL.into_iter().find(|it| it.key() == status)),
            listed: date(&self.rows.listed),
            ended: date(&self.rows.ended),
        })
    }

    /// Where the record of a row stands; nothing for an id of another store.
    pub fn place(&self, row: RowId) -> Option<Place> {
        if let Some((_, place)) = self.designation(row) {
            return Some(place);
        }
        let actor = *self.rows.actors.get(row.0 as usize)?;
        let first = self.actors.records.get(actor as usize).first()?;
        Some(self.unpacked::<Record>(*first).place)
    }

    /// The designation of a row with the place of the record that tells it; nothing for an actor without any.
    pub fn designation(&self, row: RowId) -> Option<(Designation, Place)> {
        let at = *self.rows.designations.get(row.0 as usize).filter(|at| **at != NONE)?;
        let actor = *self.rows.actors.get(row.0 as usize)?;
        let record = self.actors.records.get(actor as usize).iter().rev().find(|start| **start <= at)?;
        Some((self.unpacked(at), self.unpacked::<Record>(*record).place))
    }

    fn name_of(&self, actor: usize) -> &str {
        self.actors.names.get(actor).first().map_or("", |name| self.strings.get(StrId(*name)))
    }

    fn list_of(&self, actor: usize) -> &str {
        let key = self.actors.list_keys.get(self.actors.lists.get(actor));
        key.map_or("", |key| self.strings.get(*key))
    }

    fn id_of(&self, actor: usize) -> &str {
        self.actors.ids.get(actor).map_or("", |id| self.strings.get(*id))
    }

    fn rows_of(&self, actor: usize) -> Range<usize> {
        let at = |actor: usize| self.actors.row_starts.get(actor).copied().unwrap_or_default() as usize;
        at(actor)..at(actor + 1)
    }

    fn actor_of_row(&self, row: usize) -> usize {
        self.rows.actors.get(row).copied().unwrap_or_default() as usize
    }

    fn dated(&self, spell: Spell) -> Option<Dated<'_>> {
        let Spell { words, start, end, circa, .. } = spell;
        Some(Dated { words: self.strings.get(words?), start, end, circa })
    }

    /// What is packed at a place.
    fn unpacked<T: Packed>(&self, at: u32) -> T {
        let rest = self.packed.from(at as usize);
        T::unpack(&mut Reader { rest, strings: &self.strings, statics: &self.statics })
    }
}

impl Rows {
    fn facet(&self, facet: Facet) -> &column::Column {
        self.facets.get(facet)
    }
}

impl Spell {
    /// What dates are put in order by: the first day that it can be, then the last.
    fn key(self) -> Option<(Date, Date)> {
        let (start, end) = (self.start.or(self.end)?, self.end.or(self.start)?);
        Some((start.first(), end.last()))
    }
}

impl Orders {
    /// The place of the order by a column.
    fn of(&self, column: Column) -> &OnceCell<Sorted> {
        let at = Column::ALL.iter().position(|it| *it == column);
        at.and_then(|at| self.0.get(at)).unwrap_or(&self.1)
    }
}
