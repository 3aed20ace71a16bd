//! The formats, one module each, in one list.
//!
//! # A format of one's own
//!
//! A format is a constant [`Format`] in a module of its own, and one line in [`FORMATS`]. It sniffs by what stands
//! in the [`Head`], opens a [`Text`] and gives a [`Reader`], which gives one [`Item`] a call and remembers where it
//! is. Rows of CSV come from [`super::rows::Rows`], elements of XML from [`super::xml::Xml`]: both hold the limits
//! and know the place of each record, so a format only says which value is which field.
//!
//! What a format must keep to:
//!
//! - One call of [`Reader::next`] does the work of one record, whether it is kept or refused: between two calls
//!   the worker reports and looks whether it was cancelled.
//! - A record that cannot be kept is [`Item::Refused`], and the next call goes on behind it. Where there is no
//!   going on it is [`Item::Stopped`], and the calls after it give nothing.
//! - What a file says of an entry only after it was given comes as [`Item::Added`], with the place of the entry.
//! - What was put right is told by [`Desk::repair`] with the place of the record, before the record is given.

mod dataset;
mod elements;
mod eu;
mod ftm;
mod graph;
mod languages;
mod ofac;
mod once;
pub mod plain;
mod seco;
#[cfg(any(not(target_arch = "wasm32"), not(feature = "page")))]
mod story;
mod uk;
mod un;

use core::fmt;

use serde::{Deserialize, Serialize};

use super::input::{Head, Text};
use super::record::{Place, Record};
use super::report::About;
use super::{Desk, Limits, Refusal};
use crate::words::ImportWords;
use plain::Mapping;

/// A format that can be opened.
pub struct Format {
    /// A stable name: `ofac-sdn-csv`.
    pub key: &'static str,
    /// What it is called for readers.
    pub label: fn(&ImportWords) -> &'static str,
    /// What it is and where it comes from, for who builds on it.
    pub doc: &'static str,
    /// How sure it is that a text is its own; nothing where it is not.
    pub sniff: fn(&Head<'_>) -> Option<Confidence>,
    /// Opens a text.
    pub open: fn(Opening<'_>) -> Result<Box<dyn Reader>, Refusal>,
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key)
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

/// How sure a format is that a text is its own, the least sure first. Of two that are as sure as each other the one
/// that stands first in [`FORMATS`] has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Confidence {
    /// It could be read so, and many other texts could.
    Possible,
    /// Its shape is right, or its shape could be and its name is.
    Likely,
    /// It says so itself, by a root element, a head or values that no other has.
    Sure,
}

/// A text to be opened.
pub struct Opening<'o> {
    /// The name of the file or of the member, without folders.
    pub name: &'o str,
    /// The text, at its beginning.
    pub text: Text,
    /// The limits.
    pub limits: &'o Limits,
    /// How the columns of a table are read, where a reader has said so.
    pub mapping: Option<&'o Mapping>,
}

/// A text that is being read, a record at a time.
pub trait Reader {
    /// The next record or refusal; nothing at the end.
    fn next(&mut self, desk: &mut Desk<'_>) -> Option<Item>;

    /// What the list says of itself, as far as it was read.
    fn about(&self) -> &About;

    /// The text, for its progress.
    fn text(&self) -> &Text;
}

/// What a reader gives.
pub enum Item {
    /// A record to keep.
    Record(Box<Record>),
    /// More of a record that was given before, from the same place: it extends that, and is not counted again.
    Added(Box<Record>),
    /// A record that cannot be kept.
    Refused(Place, Refusal),
    /// The rest of the file cannot be read.
    Stopped(Place, Refusal),
    /// Something was read that is kept for another record ([`Desk::leave`]); it counts as read and kept.
    Left(Place),
}

impl Item {
    /// Where it stands.
    pub const fn place(&self) -> &Place {
        match self {
            Self::Record(record) | Self::Added(record) => &record.place,
            Self::Refused(place, _) | Self::Stopped(place, _) | Self::Left(place) => place,
        }
    }
}

/// All formats, in the order in which the files of one drop are read: what others need comes before them, and
/// what adds to entries comes after these.
pub const FORMATS: &[Format] = &[
    ofac::COMMENTS,
    ofac::SDN,
    ofac::XML,
    un::FORMAT,
    eu::FORMAT,
    uk::XML,
    uk::CSV,
    uk::CONLIST,
    seco::FORMAT,
    ofac::ALIASES,
    ofac::ADDRESSES,
    #[cfg(any(not(target_arch = "wasm32"), not(feature = "page")))]
    story::PART,
    #[cfg(any(not(target_arch = "wasm32"), not(feature = "page")))]
    story::STORY,
    dataset::FORMAT,
    ftm::ENTITIES,
    ftm::NESTED,
    ftm::TARGETS,
    graph::GEXF,
    graph::GRAPHML,
    plain::FORMAT,
];

/// The format that is most sure of a text, as its place in [`FORMATS`].
pub fn sniff(head: &Head<'_>) -> Option<usize> {
    let sure = FORMATS.iter().enumerate().filter_map(|(nth, it)| Some(((it.sniff)(head)?, nth)));
    // The first of the surest: `max_by_key` would give the last.
    sure.reduce(|best, it| if it.0 > best.0 { it } else { best }).map(|(_, nth)| nth)
}
