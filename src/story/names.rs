//! Keys to ids.

use core::marker::PhantomData;
use std::collections::BTreeMap;

use super::parse::{ACTORS, DESIGNATIONS, FACTS, Raw, SOURCES, STORY};
use super::problem::{Findings, On};
use crate::model::{Actor, Designation, Fact, Group, Place, Record, Side, Source, Topic};

/// The index of what is not there. Who looks it up with `get` finds nothing, and a dataset with it
/// never leaves [`super::read`].
const NOWHERE: u32 = u32::MAX;

/// The records of one table by their keys.
pub(super) struct Table<'a, R> {
    sort: &'static str,
    file: &'static str,
    index: BTreeMap<&'a str, u32>,
    records: PhantomData<fn() -> R>,
}

impl<'a, R: Record> Table<'a, R> {
    fn new(
        (file, sort): (&'static str, &'static str),
        keys: impl Iterator<Item = &'a str>,
        form: Form,
        findings: &mut Findings,
    ) -> Self {
        let mut index = BTreeMap::new();
        for (id, key) in (0..).zip(keys) {
            let mut on = findings.on((file, sort), key);
            if !form.fits(key) {
                on.problem("has a key of another form", format!("a key is made of {}", form.letters()));
            }
            if index.insert(key, id).is_some() {
                on.problem("is there twice", "give each a key of its own");
            }
        }
        Self { sort, file, index, records: PhantomData }
    }

    /// The id of the record with that key; a problem where there is none.
    pub(super) fn find(&self, key: &str, on: &mut On<'_>) -> R::Id {
        self.index.get(key).map_or_else(
            || {
                on.unknown(self.sort, key, self.file);
                R::id(NOWHERE)
            },
            |index| R::id(*index),
        )
    }

    /// The ids of the records with those keys.
    pub(super) fn find_all(&self, keys: &[String], on: &mut On<'_>) -> Vec<R::Id> {
        keys.iter().map(|key| self.find(key, on)).collect()
    }

    /// The id of the record with that key, where there is a key.
    pub(super) fn find_some(&self, key: Option<&String>, on: &mut On<'_>) -> Option<R::Id> {
        key.map(|key| self.find(key, on))
    }
}

/// What a key is made of.
#[derive(Clone, Copy)]
enum Form {
    /// A name that we give: it stands in addresses.
    Ours,
    /// The file name of a document without its extension.
    FileName,
}

impl Form {
    fn fits(self, key: &str) -> bool {
        let letter = |byte: u8| match self {
            Self::Ours => matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'),
            Self::FileName => byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'),
        };
        !key.is_empty() && key.bytes().all(letter)
    }

    const fn letters(self) -> &'static str {
        match self {
            Self::Ours => "a-z, 0-9 and -",
            Self::FileName => "A-Z, a-z, 0-9, dot, _ and -",
        }
    }
}

/// Checks the key of the story itself.
pub(super) fn check_story_key(key: &str, on: &mut On<'_>) {
    if !Form::Ours.fits(key) {
        on.problem("has a key of another form", format!("name its folder with {}", Form::Ours.letters()));
    }
}

/// All tables.
pub(super) struct Names<'a> {
    pub(super) sides: Table<'a, Side>,
    pub(super) topics: Table<'a, Topic>,
    pub(super) places: Table<'a, Place>,
    pub(super) sources: Table<'a, Source>,
    pub(super) actors: Table<'a, Actor>,
    pub(super) facts: Table<'a, Fact>,
    pub(super) groups: Table<'a, Group>,
}

impl<'a> Names<'a> {
    /// Gathers the keys of all records; those of designations are only checked, as nothing in a
    /// story names a designation.
    pub(super) fn new(raw: &'a Raw, findings: &mut Findings) -> Self {
        let names = Self {
            sides: Table::new(SIDE, raw.story.side.iter().map(|r| &*r.key), Form::Ours, findings),
            topics: Table::new(TOPIC, raw.story.topic.iter().map(|r| &*r.key), Form::Ours, findings),
            places: Table::new(PLACE, raw.story.place.iter().map(|r| &*r.key), Form::Ours, findings),
            sources: Table::new(SOURCE, raw.sources.source.iter().map(|r| &*r.key), Form::FileName, findings),
            actors: Table::new(ACTOR, raw.actors.actor.iter().map(|r| &*r.key), Form::Ours, findings),
            facts: Table::new(FACT, raw.facts.fact.iter().map(|r| &*r.key), Form::Ours, findings),
            groups: Table::new(GROUP, raw.designations.group.iter().map(|r| &*r.key), Form::Ours, findings),
        };
        let designations = raw.designations.designation.iter().map(|r| &*r.key);
        Table::<Designation>::new(DESIGNATION, designations, Form::Ours, findings);
        names
    }
}

/// Where records of each sort stand and what one is called: what [`Findings::on`] takes.
pub(super) type Sort = (&'static str, &'static str);
pub(super) const SIDE: Sort = (STORY, "side");
pub(super) const TOPIC: Sort = (STORY, "topic");
pub(super) const PLACE: Sort = (STORY, "place");
pub(super) const SOURCE: Sort = (SOURCES, "source");
pub(super) const ACTOR: Sort = (ACTORS, "actor");
pub(super) const FACT: Sort = (FACTS, "fact");
pub(super) const GROUP: Sort = (DESIGNATIONS, "group");
pub(super) const DESIGNATION: Sort = (DESIGNATIONS, "designation");
