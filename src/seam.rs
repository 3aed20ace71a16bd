//! The seam between the page and those who have the facts: requests and answers as plain data.
//!
//! An [`Engine`] has facts and answers questions about them ([`ask`]): [`crate::engine::Bundled`] in the page has the story,
//! [`crate::opened::Opened`] in a worker has a list that a reader has opened. Answers are in the words of the page, so that a
//! view shows them as they are. What is asked of a worker travels as a [`Request`] and comes back as an [`Answer`], both as
//! postcard. They are of one build, which the names of the files see to, so the bytes carry no version; nothing keeps them.
//!
//! Each request has a [`Serial`], and its answer has the same: a view that has asked again drops what it asked before.
//! Lists are answered a window at a time, whatever their length.

mod answers;
pub mod ask;

pub use crate::query::{Choice, FacetCounts};
pub use answers::{
    Around, Dossier, Edge, FileSummary, Finding, Findings, Heading, Item, Node, Overview, Paper, Piece,
    Progress, Related, Row, Rows, Saved, Section, Spot, Summary, Tally, Term,
};
pub use ask::Ask;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::import::formats::plain::Mapping;
use crate::kept::{Errand, Kept, NotKept};
use crate::search::Group;

/// The number of a request, which its answer carries.
pub type Serial = u32;

/// Whoever has facts and answers questions about them.
///
/// It is implemented for each kind of question on its own: who asks it has the code of what is asked and no more, and the
/// first file of the page stays small.
pub trait Engine<A: Ask> {
    /// The answer to a question.
    fn answer(&self, ask: &A) -> A::Answer;
}

/// What is asked of a worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// To open the files that come with the message, as one dataset. It is asked once, before all else, and answered by
    /// [`Answer::Progress`] as often as there is some, then by [`Answer::Opened`] or [`Answer::Refused`].
    Open {
        /// What a reader has said of the columns of tables, by the names of their files.
        mappings: Vec<(String, Mapping)>,
    },
    /// [`ask::Rows`].
    Rows(ask::Rows),
    /// [`ask::Facets`].
    Facets(ask::Facets),
    /// [`ask::Dossier`].
    Dossier(ask::Dossier),
    /// [`ask::Words`].
    Words(ask::Words),
    /// [`ask::Around`].
    Around(ask::Around),
    /// [`ask::Overview`].
    Overview(ask::Overview),
    /// [`ask::Findings`].
    Findings(ask::Findings),
    /// [`ask::Paper`].
    Paper(ask::Paper),
    /// [`ask::Find`].
    Find(ask::Find),
    /// [`ask::Save`].
    Save(ask::Save),
    /// [`ask::SaveReport`].
    SaveReport(ask::SaveReport),
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
    /// To [`ask::Rows`].
    Rows(Rows),
    /// To [`ask::Facets`].
    Facets(Vec<FacetCounts>),
    /// To [`ask::Dossier`]; nothing where the list has no such actor.
    Dossier(Option<Box<Dossier>>),
    /// To [`ask::Words`]; or why they cannot be read.
    Words(Result<String, String>),
    /// To [`ask::Around`]; nothing where the list has no such actor.
    Around(Option<Around>),
    /// To [`ask::Overview`].
    Overview(Overview),
    /// To [`ask::Findings`].
    Findings(Findings),
    /// To [`ask::Paper`].
    Paper(Paper),
    /// To [`ask::Find`]: what was found by kind, the kind with the best first.
    Found(Vec<Group>),
    /// To [`ask::Save`] and [`ask::SaveReport`].
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
