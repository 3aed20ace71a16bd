//! What answers are made of: plain data, in the words of the page.

use core::ops::Range;

use serde::{Deserialize, Serialize};

use crate::export::{self, Table};
use crate::import::formats::plain::Table as Sample;
use crate::import::record::{FileId, Place};
use crate::model::Naming;

/// How far the opening has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Bytes of the files that are read, packed where they are packed.
    pub read: u64,
    /// Of how many.
    pub of: u64,
    /// Records so far.
    pub records: u64,
    /// The name of the file that is being read; nothing where none is, at the beginning and at the end.
    pub file: Option<String>,
    /// True once all is read and is being put in order.
    pub indexing: bool,
}

/// What is known of an opened list as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Its name: the list, or the files.
    pub name: String,
    /// When it was published, in the words of the files.
    pub published: Option<String>,
    /// Its files, in the order in which they were read.
    pub files: Vec<FileSummary>,
    /// Actors, rows, names and relations.
    pub actors: u64,
    /// Rows: a designation each, or an actor without any.
    pub rows: u64,
    /// Names, each counted once for an actor.
    pub names: u64,
    /// Relations that the records tell.
    pub relations: u64,
    /// The columns that have anything in them, the target first.
    pub columns: Vec<Heading>,
    /// What the import found, by reason.
    pub tallies: Vec<Tally>,
    /// The first of it, with its places, where nothing could be opened; an open list is asked for it.
    pub findings: Vec<Finding>,
    /// Bytes that it takes in memory.
    pub bytes: u64,
}

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileSummary {
    /// Its name.
    pub name: String,
    /// The format that it was read in.
    pub format: Option<String>,
    /// The list, as it calls itself.
    pub list: Option<String>,
    /// When it was published, in its own words.
    pub published: Option<String>,
    /// How many records it says that it has.
    pub said: Option<u64>,
    /// Records that were read.
    pub read: u64,
    /// Records that were kept.
    pub kept: u64,
    /// Records of the kept in which something was put right.
    pub repaired: u64,
    /// Records that were left out.
    pub refused: u64,
    /// Why it, or its rest, was not read, and what to do about that.
    pub stopped: Option<[String; 2]>,
    /// Of a table: what its columns are read as, with some of its rows.
    pub table: Option<Sample>,
}

/// How many findings there are of one reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// What became of it, by its place in the order of outcomes.
    pub outcome: u8,
    /// What became of it, for readers.
    pub label: String,
    /// The first of them in words: an example.
    pub example: String,
    /// How many.
    pub count: u64,
}

/// A column of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// The key of [`crate::store::Column`].
    pub key: String,
    /// What it is called.
    pub label: String,
}

/// Some rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    /// How many rows the query leaves.
    pub total: u64,
    /// How many there are without it.
    pub of: u64,
    /// How many of those that are left fit the text without a wrong letter.
    pub as_typed: u64,
    /// Where nothing fits the text as it is: how many would, with a wrong letter in a word.
    pub similar: u64,
    /// The place of the first of these rows, counted from 0.
    pub from: u64,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// What it leads to: the key of an actor, in the story that of a [`crate::query::Selection`].
    pub key: String,
    /// The name under which it is listed.
    pub name: String,
    /// Whether it is a name at all.
    pub naming: Naming,
    /// The other name that the search has found, or the id; in the story a line about the target.
    pub detail: String,
    /// What is in the columns but the first; none turns around what stands beside it.
    pub cells: Vec<String>,
    /// The key of the status, as facet values have it.
    pub status: String,
}

/// Rows for paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// How many rows the query leaves.
    pub total: u64,
    /// How many there are without it.
    pub of: u64,
    /// The first of them, each with who says so and where, in one line.
    pub rows: Vec<(Row, String)>,
}

/// All that is known of an actor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dossier {
    /// Its key.
    pub key: String,
    /// What it is, and its id.
    pub kicker: String,
    /// The name under which it is listed.
    pub title: String,
    /// Who says so: authority, list, file.
    pub chain: Vec<String>,
    /// What is known of it itself.
    pub terms: Vec<Term>,
    /// Names, designations, relations …; none is empty.
    pub sections: Vec<Section>,
    /// Where it stands, the first record first.
    pub spots: Vec<(String, Spot)>,
    /// One line to put under a text of one's own.
    pub reference: String,
}

/// A property.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// What it is.
    pub label: String,
    /// What is said.
    pub value: Vec<Piece>,
}

/// A piece of text, perhaps with what it leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// What is said beside it, smaller.
    pub small: Option<String>,
    /// The key of an actor that it leads to.
    pub actor: Option<String>,
    /// An address as the file has it, which is a link only if it is a safe one.
    pub url: Option<String>,
}

/// Items under a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// The items.
    pub items: Vec<Item>,
}

/// A designation, a relation, a name: something with a place of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What it is, in a word.
    pub role: Option<String>,
    /// What it is about.
    pub text: Vec<Piece>,
    /// What else is said of it.
    pub terms: Vec<Term>,
    /// The key of a status, where it has one, and its name.
    pub badge: Option<(String, String)>,
    /// Which of the dossier's spots says so.
    pub spot: Option<u32>,
}

/// A place in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    file: u32,
    record: u64,
    line: Option<u64>,
    span: Range<u64>,
}

impl From<&Place> for Spot {
    fn from(place: &Place) -> Self {
        let Place { file, record, line, span } = place;
        Self { file: file.0, record: *record, line: *line, span: span.clone() }
    }
}

impl From<&Spot> for Place {
    fn from(spot: &Spot) -> Self {
        let Spot { file, record, line, span } = spot;
        Self { file: FileId(*file), record: *record, line: *line, span: span.clone() }
    }
}

/// Actors and what relates them, laid out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Around {
    /// The actors; the first is the centre.
    pub nodes: Vec<Node>,
    /// What relates them.
    pub edges: Vec<Edge>,
    /// True where there are more than are laid out.
    pub cut: bool,
}

/// An actor in a network.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// The key.
    pub key: String,
    /// The name.
    pub name: String,
    /// The schema of what it is.
    pub kind: String,
    /// What it is, for readers.
    pub kind_label: String,
    /// The column in which it stands: 0 is the centre's, those to the left are below 0.
    pub column: i32,
    /// The row in which it stands, likewise, in heights of a row.
    pub row: f32,
    /// The place of the node by which it came among the nodes; the centre's own is its own.
    pub parent: u32,
    /// To how many others it is related.
    pub degree: u64,
    /// How many of them are not shown.
    pub more: u64,
    /// True where its neighbours were asked for.
    pub expanded: bool,
}

/// What relates two actors.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edge {
    /// The places of the two among the nodes.
    pub ends: (u32, u32),
    /// What the records say: "Linked To".
    pub label: String,
    /// How many relations there are.
    pub count: u64,
    /// False where all of them are by a name that several have.
    pub certain: bool,
}

/// What there is of relations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// Relations that the records tell.
    pub relations: u64,
    /// Of those, how many name somebody who is not in the list.
    pub unresolved: u64,
    /// Of those, how many are by a name that several have.
    pub ambiguous: u64,
    /// Groups of two and more actors that are connected.
    pub components: u64,
    /// How many actors the largest has.
    pub largest: u64,
    /// Those who are related to most others, the most first.
    pub most_related: Vec<Related>,
}

/// An actor with the number of those it is related to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// The key.
    pub key: String,
    /// The name.
    pub name: String,
    /// What it is, for readers.
    pub kind_label: String,
    /// To how many others it is related.
    pub degree: u64,
}

/// Some of what the import found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    /// How many there are of the outcome that was asked for.
    pub total: u64,
    /// How many of them are kept with their places.
    pub kept: u64,
    /// The place of the first of these, counted from 0.
    pub from: u64,
    /// The findings.
    pub findings: Vec<Finding>,
}

/// One thing that the import found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What became of it.
    pub outcome: String,
    /// Where.
    pub place: String,
    /// What.
    pub what: String,
    /// What to do about it; empty where there is nothing to do.
    pub advice: String,
    /// Where, for its words.
    pub spot: Spot,
}

/// A file for the reader.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub mime: String,
    /// What stands in it.
    pub text: String,
}

impl Saved {
    /// A table as a file, by the key of a format, `csv` or `json`, and the name without its ending.
    pub fn of(stem: &str, format: &str, table: &Table) -> Self {
        let (end, mime, text) = match format {
            "json" => ("json", "application/json", export::list_json(table)),
            _ => ("csv", "text/csv;charset=utf-8", export::list_csv(table)),
        };
        Self { name: format!("{stem}.{end}"), mime: mime.to_owned(), text }
    }
}
