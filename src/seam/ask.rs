//! Questions: plain data, each with the answer that belongs to it ([`Ask`]).
//!
//! Texts called `query` are fragments: of a list what [`crate::query::OpenedQuery::to_fragment`] writes, of the story what
//! [`crate::query::Query::to_fragment`] writes.

use serde::{Deserialize, Serialize};

use super::{Answer, Request, Spot, answers};
use crate::query::FacetCounts;
use crate::search::{Group, Kind};

/// Something that can be asked.
pub trait Ask: Into<Request> {
    /// What answers it.
    type Answer;

    /// Its answer out of what came back; nothing where that answers something else.
    fn answered(answer: Answer) -> Option<Self::Answer>;
}

/// Some rows of those that a query leaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    /// The query.
    pub query: String,
    /// The place of the first, counted from 0.
    pub from: u64,
    /// How many.
    pub count: u64,
}

/// What can be chosen of each facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facets {
    /// The query.
    pub query: String,
    /// How many values of each facet are wanted beside the chosen ones.
    pub most: u64,
    /// Facets by key of which more are wanted: so many, and only those in which a text stands.
    pub wider: Vec<(String, u64, String)>,
}

impl Facets {
    /// All that a query leaves of each.
    pub const fn all(query: String) -> Self {
        Self { query, most: u64::MAX, wider: Vec::new() }
    }
}

/// All that is known of an actor, by its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dossier {
    /// The key.
    pub actor: String,
}

/// The words of the file at a place: the evidence of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// The place.
    pub spot: Spot,
}

/// Whoever is related to some actors, laid out around the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Around {
    /// The keys; the first is the centre, the others have their neighbours shown too.
    pub actors: Vec<String>,
    /// How many neighbours of each.
    pub most: u64,
    /// True where the drawing has room on both sides of the centre.
    pub two_sided: bool,
}

/// What there is of relations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview;

/// Some of what the import found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    /// Only of this outcome.
    pub outcome: Option<u8>,
    /// The place of the first, counted from 0.
    pub from: u64,
    /// How many.
    pub count: u64,
}

/// The first rows that a query leaves, each with who says so and where: for paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// The query.
    pub query: String,
    /// How many.
    pub most: u64,
}

/// What a text may mean, of every kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Find {
    /// The text.
    pub text: String,
    /// How many of a kind are wanted.
    pub most: u64,
    /// Kinds of which all are wanted.
    pub whole: Vec<Kind>,
}

/// What a query leaves as a file, by the key of a format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Save {
    /// The query.
    pub query: String,
    /// `csv` or `json`.
    pub format: String,
}

/// What the import found as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveReport {
    /// `csv` or `json`.
    pub format: String,
}

/// Ties each question to its request, and to the answer that belongs to it.
macro_rules! questions {
    ($($ask:ident: $answer:ident($value:ty),)*) => {$(
        impl From<$ask> for Request {
            fn from(ask: $ask) -> Self {
                Self::$ask(ask)
            }
        }

        impl Ask for $ask {
            type Answer = $value;

            fn answered(answer: Answer) -> Option<$value> {
                match answer {
                    Answer::$answer(it) => Some(it),
                    _ => None,
                }
            }
        }
    )*};
}

questions! {
    Rows: Rows(answers::Rows),
    Facets: Facets(Vec<FacetCounts>),
    Dossier: Dossier(Option<Box<answers::Dossier>>),
    Words: Words(Result<String, String>),
    Around: Around(Option<answers::Around>),
    Overview: Overview(answers::Overview),
    Findings: Findings(answers::Findings),
    Paper: Paper(answers::Paper),
    Find: Found(Vec<Group>),
    Save: Saved(answers::Saved),
    SaveReport: Saved(answers::Saved),
}
