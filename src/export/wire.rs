//! What the JSON formats share: the envelope, and records that stand in several of them.

use serde::Serialize;

use crate::model::{Dataset, Evidence, Keyed, When};

/// Which kind of file it is, and in which version of that kind.
#[derive(Serialize)]
pub(super) struct Envelope {
    kind: &'static str,
    version: u32,
}

impl Envelope {
    /// The first version of a kind.
    pub(super) const fn of(kind: &'static str) -> Self {
        Self { kind, version: 1 }
    }
}

/// JSON that a person can read, with a line feed at the end.
///
/// Our wire types have text keys and nothing that fails to serialise, so there is always a text.
pub(super) fn json(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).map(|text| text + "\n").unwrap_or_default()
}

/// A time: the words of the report and the dates, as far as both are there.
#[derive(Serialize)]
pub(super) struct WireWhen<'a> {
    reported: Option<&'a str>,
    start: Option<String>,
    end: Option<String>,
    basis: &'static str,
}

impl<'a> WireWhen<'a> {
    pub(super) fn of(when: &'a When) -> Self {
        Self {
            reported: when.reported.as_deref(),
            start: when.start.map(|date| date.to_string()),
            end: when.end.map(|date| date.to_string()),
            basis: when.basis.key(),
        }
    }
}

/// A place in a source.
#[derive(Serialize)]
pub(super) struct WireEvidence<'a> {
    source: &'a str,
    paragraph: u16,
    sentence: u16,
    hash: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    exact: Option<WireExact<'a>>,
}

#[derive(Serialize)]
struct WireExact<'a> {
    text: &'a str,
    speaker: &'a str,
}

impl<'a> WireEvidence<'a> {
    pub(super) fn all(data: &'a Dataset, evidence: &'a [Evidence]) -> Vec<Self> {
        let one = |it: &'a Evidence| Self {
            source: &data[it.source].key,
            paragraph: it.paragraph,
            sentence: it.sentence,
            hash: it.hash.to_string(),
            exact: it
                .exact
                .as_ref()
                .map(|exact| WireExact { text: &exact.text, speaker: &data[exact.speaker].key }),
        };
        evidence.iter().map(one).collect()
    }
}
