//! The TOML of a story, field by field, before anything is resolved or checked.
//!
//! A story is a folder: `story.toml`, `sources.toml`, `actors.toml`, `facts.toml`,
//! `designations.toml`. Records name each other by `key`; [`super`] resolves and checks that.

use serde::Deserialize;

use crate::model::{
    ActorKind, Basis, EventType, FactKind, LinkKind, ListingStatus, Naming, ParagraphKind, RelationType,
    Status,
};

/// `story.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoryFile {
    pub title: String,
    pub summary: String,
    pub period: String,
    pub lang: String,
    #[serde(default)]
    pub side: Vec<Labelled>,
    #[serde(default)]
    pub topic: Vec<Labelled>,
    #[serde(default)]
    pub place: Vec<RawPlace>,
}

/// A side or a topic: `key` and `label`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Labelled {
    pub key: String,
    pub label: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPlace {
    pub key: String,
    pub name: String,
    pub country: String,
}

/// `sources.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourcesFile {
    #[serde(default)]
    pub source: Vec<RawSource>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSource {
    pub key: String,
    pub title: String,
    pub note: String,
    pub publisher: Option<String>,
    pub written: RawWhen,
    pub lang: String,
    pub sha256: String,
    #[serde(default)]
    pub contributors: Vec<String>,
    pub paragraph: Vec<RawParagraph>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawParagraph {
    #[serde(default = "text")]
    pub kind: ParagraphKind,
    /// One SHA-256 a sentence, in order.
    pub sentences: Vec<String>,
}

fn text() -> ParagraphKind {
    ParagraphKind::Text
}

/// `when = { reported = "Wednesday", start = "2023-09-13", basis = "weekday" }`; `end` is left out
/// where it equals `start`, and is "open" where it is not known.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawWhen {
    pub reported: Option<String>,
    pub start: Option<String>,
    pub end: Option<String>,
    pub basis: Basis,
}

/// `actors.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActorsFile {
    #[serde(default)]
    pub actor: Vec<RawActor>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawActor {
    pub key: String,
    pub name: String,
    pub short: Option<String>,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub description: String,
    pub kind: ActorKind,
    #[serde(default = "named")]
    pub naming: Naming,
    pub side: Option<String>,
    #[serde(default)]
    pub countries: Vec<String>,
}

fn named() -> Naming {
    Naming::Named
}

/// `facts.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FactsFile {
    #[serde(default)]
    pub fact: Vec<RawFact>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFact {
    pub key: String,
    pub text: String,
    pub kind: FactKind,
    pub subject: String,
    #[serde(default)]
    pub objects: Vec<String>,
    #[serde(default)]
    pub about: Vec<String>,
    #[serde(default)]
    pub mutual: bool,
    pub event_type: Option<EventType>,
    pub relation_type: Option<RelationType>,
    pub topic: String,
    pub status: Status,
    /// The speaker; left out where the report speaks in its own voice.
    pub speaker: Option<String>,
    #[serde(default)]
    pub via: Vec<String>,
    pub when: RawWhen,
    pub place: Option<String>,
    pub counts: Option<RawCounts>,
    pub note: Option<String>,
    #[serde(default)]
    pub evidence: Vec<RawEvidence>,
    #[serde(default)]
    pub links: Vec<RawLink>,
}

/// `{ source = "…", paragraph = 3, sentence = 1, exact = "…", exact_speaker = "…" }`.
///
/// `exact_speaker` is left out where it is the speaker of the fact.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawEvidence {
    pub source: String,
    pub paragraph: u16,
    pub sentence: u16,
    pub exact: Option<String>,
    pub exact_speaker: Option<String>,
}

/// `{ kind = "contradicts", to = "fact-key" }`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLink {
    pub kind: LinkKind,
    pub to: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCounts {
    pub person: u32,
    pub company: u32,
}

/// `designations.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DesignationsFile {
    #[serde(default)]
    pub group: Vec<RawGroup>,
    #[serde(default)]
    pub designation: Vec<RawDesignation>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawGroup {
    pub key: String,
    pub label: String,
    /// The fact (a measure with counts) that imposes the group.
    pub measure: String,
    /// The fact (a measure with counts) that imposes the whole package.
    pub package: String,
    pub counts: RawCounts,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDesignation {
    pub key: String,
    pub target: String,
    pub authority: String,
    pub group: String,
    pub reason: String,
    pub speaker: Option<String>,
    #[serde(default)]
    pub via: Vec<String>,
    pub listed_on: RawWhen,
    pub status: ListingStatus,
    pub note: Option<String>,
    #[serde(default)]
    pub evidence: Vec<RawEvidence>,
}
