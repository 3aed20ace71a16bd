//! Lists that a reader keeps in the browser: what is noted beside the files of each.
//!
//! A browser keeps files as they are, if its reader says so and it has the room. Beside them stands a note ([`Kept`]):
//! what the list is called, how much there was of it, what was said of its tables. Notes outlive the program that
//! wrote them, so each is a text with a kind and a version ([`Kept::to_json`]).

use serde::{Deserialize, Serialize};

use crate::import::formats::plain::Mapping;

/// What a note says of itself.
const KIND: &str = "sourceline/kept";
/// The version of notes that this program writes, and the last that it reads.
const VERSION: u32 = 1;

/// What is noted of a list that is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What tells it from others: see [`id_of`].
    pub id: String,
    /// The name of the list.
    pub name: String,
    /// When it was published, in its own words.
    pub published: Option<String>,
    /// How many rows it had.
    pub rows: u64,
    /// How many bytes its files have.
    pub bytes: u64,
    /// When it was kept, as `2026-11-22T12:40:00.000Z`: the later, the greater.
    pub since: String,
    /// What the reader has said of the columns of tables, by the names of their files.
    pub mappings: Vec<(String, Mapping)>,
}

/// What a reader wants of the lists that are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Errand {
    /// To see which there are.
    Look,
    /// To keep the files that come with the message, in place of what is kept under the same id. When it is kept is
    /// noted by whoever keeps it.
    Keep(Box<Kept>),
    /// To have the files of one back, by its id.
    Recall(String),
    /// To keep one no longer, by its id.
    Forget(String),
}

/// Why nothing came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotKept {
    /// The browser keeps nothing for this page.
    Blocked,
    /// There is no room.
    Full,
    /// The files cannot be read any more.
    Unreadable,
    /// It is not there any more.
    Gone,
}

/// What tells the files of one list from those of another: their names, sizes in bytes and when they were changed last, in
/// milliseconds.
pub fn id_of<'a>(files: impl Iterator<Item = (&'a str, u64, u64)>) -> String {
    let one = |(name, bytes, changed): (&str, u64, u64)| format!("{name}/{bytes}/{changed}");
    files.map(one).collect::<Vec<_>>().join("|")
}

/// A note as it is written.
#[derive(Serialize, Deserialize)]
struct Note {
    kind: String,
    version: u32,
    id: String,
    name: String,
    published: Option<String>,
    rows: u64,
    bytes: u64,
    since: String,
    /// As a value: what another version of the program says of columns may mean nothing here, and the rest is worth
    /// having.
    #[serde(default)]
    mappings: serde_json::Value,
}

impl Kept {
    /// The note as a text.
    pub fn to_json(&self) -> String {
        let Self { id, name, published, rows, bytes, since, mappings } = self.clone();
        let (kind, version) = (KIND.to_owned(), VERSION);
        let mappings = serde_json::to_value(mappings).unwrap_or_default();
        let note = Note { kind, version, id, name, published, rows, bytes, since, mappings };
        // Plain data has no way to fail.
        serde_json::to_string(&note).unwrap_or_default()
    }

    /// A note from its text; nothing where it is none, or one of a later version. What it says of columns is dropped
    /// where it is not understood.
    pub fn from_json(text: &str) -> Option<Self> {
        let note: Note = serde_json::from_str(text).ok()?;
        if note.kind != KIND || note.version > VERSION {
            return None;
        }
        let Note { id, name, published, rows, bytes, since, mappings, .. } = note;
        let mappings = serde_json::from_value(mappings).unwrap_or_default();
        Some(Self { id, name, published, rows, bytes, since, mappings })
    }
}
