//! The dataset: tables of records, and look-up by id and by key.

use core::ops::Index;

use super::{
    Actor, ActorId, Designation, DesignationId, Fact, FactId, Group, GroupId, Late, PlaceId, Side, SideId,
    Source, SourceId, TopicId,
};

/// Sources, actors, facts and designations of one story; immutable once made.
///
/// Every id inside refers to a record of the same dataset; who makes one checks that (natively `story`,
/// when the page is built).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataset {
    /// What it is about.
    pub story: Story,
    /// The sides, in the order in which readers see them.
    pub sides: Vec<Side>,
    /// The topics, in the order in which readers see them.
    pub topics: Vec<Topic>,
    /// The places.
    pub places: Vec<Place>,
    /// The documents.
    pub sources: Vec<Source>,
    /// The actors.
    pub actors: Vec<Actor>,
    /// The facts.
    pub facts: Vec<Fact>,
    /// The groups of designations.
    pub groups: Vec<Group>,
    /// The designations.
    pub designations: Vec<Designation>,
}

/// What a dataset is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// The stable name: the folder of the story.
    pub key: String,
    /// The title.
    pub title: Late<String>,
    /// The story in one or two sentences.
    pub summary: Late<String>,
    /// When it took place, for the line under the title: "September 2023".
    pub period: Late<String>,
    /// The language of the facts (BCP 47).
    pub lang: String,
}

/// What facts are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The stable name in addresses and data.
    pub key: String,
    /// The name for readers.
    pub label: String,
}

/// Where something happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The stable name in addresses and data.
    pub key: String,
    /// The name for readers.
    pub name: String,
    /// The country, ISO 3166-1 alpha-2 in lower case.
    pub country: String,
}

/// A record of one of the tables: how it is found.
pub trait Record {
    /// Its id.
    type Id: Copy;
    /// Its stable name.
    fn key(&self) -> &str;
    /// The id for a place in the table.
    fn id(index: u32) -> Self::Id;
    /// The table of a dataset that holds such records.
    fn table(data: &Dataset) -> &[Self]
    where
        Self: Sized;
}

macro_rules! records {
    ($($record:ty, $id:ident, $table:ident;)*) => {$(
        impl Record for $record {
            type Id = $id;

            fn key(&self) -> &str {
                &self.key
            }

            fn id(index: u32) -> $id {
                $id::new(index)
            }

            fn table(data: &Dataset) -> &[Self] {
                &data.$table
            }
        }

        /// The record with that id. Ids come from the same dataset, so it is there.
        impl Index<$id> for Dataset {
            type Output = $record;

            fn index(&self, id: $id) -> &$record {
                &self.$table[id.index()]
            }
        }
    )*};
}

records! {
    Source, SourceId, sources;
    Actor, ActorId, actors;
    Fact, FactId, facts;
    Designation, DesignationId, designations;
    Group, GroupId, groups;
    Side, SideId, sides;
    Place, PlaceId, places;
    Topic, TopicId, topics;
}

impl Dataset {
    /// The records of a table with their ids, in order.
    pub fn all<R: Record + 'static>(&self) -> impl Iterator<Item = (R::Id, &R)> {
        (0..).map(R::id).zip(R::table(self))
    }

    /// The id of the record with that key.
    pub fn find<R: Record + 'static>(&self, key: &str) -> Option<R::Id> {
        self.all::<R>().find(|(_, record)| record.key() == key).map(|(id, _)| id)
    }
}
