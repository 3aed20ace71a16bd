//! The seam between the page and those who have the facts: requests and answers as plain data.
//!
//! A [`Request`] goes to whoever has the facts ([`Answering`]): [`crate::opened::Opened`] in a worker has a list that a
//! reader has opened, [`crate::engine::Bundled`] in the page has the story. An [`Answer`] comes back in the words of the page,
//! so that a view shows it as it is and need not know from where. To a worker and back both travel as postcard. They are of one build, which the names
//! of the files see to, so the bytes carry no version; nothing keeps them.
//!
//! Each request has a [`Serial`], and its answer has the same: a view that has asked again drops what it asked before.
//! Lists are answered a window at a time, whatever their length.

mod answers;

pub use answers::{
    Around, Choice, Dossier, Edge, FacetCounts, FileSummary, Finding, Findings, Heading, Item, Node,
    Overview, Paper, Piece, Progress, Related, Row, Rows, Saved, Section, Spot, Summary, Tally, Term,
};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::import::formats::plain::Mapping;
use crate::kept::{Errand, Kept, NotKept};
use crate::search::{Group, Kind};

/// The number of a request, which its answer carries.
pub type Serial = u32;

/// Whoever has facts and answers requests about them.
pub trait Answering {
    /// The answer to a request; [`Answer::Nothing`] where it is none that is answered here.
    fn answer(&mut self, request: &Request) -> Answer;
}

/// What is asked. Texts called `query` are what [`crate::query::OpenedQuery::to_fragment`] writes, and for the story what
/// [`crate::query::Query::to_fragment`] writes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// To open the files that come with the message, as one dataset. It is asked once, before all else, and answered by
    /// [`Answer::Progress`] as often as there is some, then by [`Answer::Opened`] or [`Answer::Refused`].
    Open {
        /// What a reader has said of the columns of tables, by the names of their files.
        mappings: Vec<(String, Mapping)>,
    },
    /// Some rows of those that a query leaves.
    Rows {
        /// The query.
        query: String,
        /// The place of the first, counted from 0.
        from: u64,
        /// How many.
        count: u64,
    },
    /// What can be chosen of each facet.
    Facets {
        /// The query.
        query: String,
        /// How many values of each facet are wanted beside the chosen ones.
        most: u64,
        /// Facets by key of which more are wanted: so many, and only those in which a text stands.
        wider: Vec<(String, u64, String)>,
    },
    /// All that is known of an actor, by its key.
    Dossier {
        /// The key.
        actor: String,
    },
    /// The words of the file at a place: the evidence of a record.
    Words {
        /// The place.
        spot: Spot,
    },
    /// Whoever is related to some actors, laid out around the first.
    Around {
        /// The keys; the first is the centre, the others have their neighbours shown too.
        actors: Vec<String>,
        /// How many neighbours of each.
        most: u64,
        /// True where the drawing has room on both sides of the centre.
        two_sided: bool,
    },
    /// What there is of relations.
    Overview,
    /// Some of what the import found.
    Findings {
        /// Only of this outcome.
        outcome: Option<u8>,
        /// The place of the first, counted from 0.
        from: u64,
        /// How many.
        count: u64,
    },
    /// The first rows that a query leaves, each with who says so and where: for paper.
    Paper {
        /// The query.
        query: String,
        /// How many.
        most: u64,
    },
    /// What a text may mean, of every kind.
    Find {
        /// The text.
        text: String,
        /// How many of a kind are wanted.
        most: u64,
        /// Kinds of which all are wanted.
        whole: Vec<Kind>,
    },
    /// What a query leaves as a file, by the key of a format.
    Save {
        /// The query.
        query: String,
        /// `csv` or `json`.
        format: String,
    },
    /// What the import found as a file.
    SaveReport {
        /// `csv` or `json`.
        format: String,
    },
    /// Something of the lists that are kept in this browser. It may be asked before any list is open.
    Kept(Errand),
}

/// What is answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// How far the opening has come.
    Progress(Progress),
    /// The list is there.
    Opened(Box<Summary>),
    /// None of the files could be opened; the summary says why.
    Refused(Box<Summary>),
    /// To [`Request::Rows`].
    Rows(Rows),
    /// To [`Request::Facets`].
    Facets(Vec<FacetCounts>),
    /// To [`Request::Dossier`]; nothing where the list has no such actor.
    Dossier(Option<Box<Dossier>>),
    /// To [`Request::Words`]; or why they cannot be read.
    Words(Result<String, String>),
    /// To [`Request::Around`]; nothing where the list has no such actor.
    Around(Option<Around>),
    /// To [`Request::Overview`].
    Overview(Overview),
    /// To [`Request::Findings`].
    Findings(Findings),
    /// To [`Request::Paper`].
    Paper(Paper),
    /// To [`Request::Find`]: what was found by kind, the kind with the best first.
    Found(Vec<Group>),
    /// To [`Request::Save`] and [`Request::SaveReport`].
    Saved(Saved),
    /// To [`Request::Kept`]: what is kept once the errand is done, the last first; or why it cannot be done.
    Kept(Result<Vec<Kept>, NotKept>),
    /// To [`Errand::Recall`]: what is noted of the list, whose files come with the message.
    Recalled(Box<Kept>),
    /// To a request that came before the list was there, or that was not understood.
    Nothing,
}

/// A value with its place in the conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbered<T> {
    /// The number of the request.
    pub serial: Serial,
    /// The request or the answer.
    pub it: T,
}

/// A message as bytes.
pub fn write<T: Serialize>(serial: Serial, it: T) -> Vec<u8> {
    // Plain data has no way to fail; were there one, an empty message is understood by nobody and answered by nothing.
    postcard::to_stdvec(&Numbered { serial, it }).unwrap_or_default()
}

/// A message from bytes; nothing where they are none.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<Numbered<T>> {
    postcard::from_bytes(bytes).ok()
}
