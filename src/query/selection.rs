//! What is selected, and the neighbourhood that is focused: by key, so that a link survives a new
//! build of the facts.

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::model::At;

/// What the evidence panel is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Selection {
    /// An actor, by key.
    Actor(String),
    /// All that passes between two actors, by their keys, in the order that [`Selection::edge`] gives them.
    Edge(String, String),
    /// A fact, by key.
    Fact(String),
    /// A designation, by key.
    Designation(String),
    /// A source, by key.
    Source(String),
    /// A sentence of a source, by the key of the source and its place there.
    Sentence(String, At),
}

/// A neighbourhood in the network: an actor by key, and all within one step of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Focus(pub String);

impl Selection {
    /// What passes between two actors, whoever of them is named first.
    pub fn edge(one: String, other: String) -> Self {
        if other < one { Self::Edge(other, one) } else { Self::Edge(one, other) }
    }

    /// Reads what [`fmt::Display`] writes: `actor:kim-jong-un`, `edge:a~b`, `fact:…`, `designation:…`,
    /// `source:…`, `sentence:report-one~3.2`. Nothing for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, key) = text.split_once(':')?;
        if !is_key(kind) {
            return None;
        }
        let own = |key: &str| is_key(key).then(|| key.to_owned());
        match kind {
            "actor" => own(key).map(Self::Actor),
            "fact" => own(key).map(Self::Fact),
            "designation" => own(key).map(Self::Designation),
            "source" => own(key).map(Self::Source),
            "edge" => {
                let (one, other) = key.split_once('~')?;
                Some(Self::edge(own(one)?, own(other)?))
            }
            "sentence" => {
                let (source, place) = key.split_once('~')?;
                let (paragraph, sentence) = place.split_once('.')?;
                let at = At { paragraph: paragraph.parse().ok()?, sentence: sentence.parse().ok()? };
                Some(Self::Sentence(own(source)?, at))
            }
            _ => None,
        }
    }
}

impl fmt::Display for Selection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, key) = match self {
            Self::Edge(one, other) => return write!(f, "edge:{one}~{other}"),
            Self::Sentence(source, at) => {
                return write!(f, "sentence:{source}~{}.{}", at.paragraph, at.sentence);
            }
            Self::Actor(key) => ("actor", key),
            Self::Fact(key) => ("fact", key),
            Self::Designation(key) => ("designation", key),
            Self::Source(key) => ("source", key),
        };
        write!(f, "{kind}:{key}")
    }
}

/// True for a text that can be the key of a record or of a facet's value.
pub(super) fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 128
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
}
