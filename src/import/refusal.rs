//! What went wrong, as data: the words for it stand in [`crate::words::import`].

use core::fmt;
use std::io;

/// Why a file, the rest of it or a record of it was not read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refusal {
    /// There is nothing in the file but white space.
    Empty,
    /// The file is larger than [`super::Limits::raw`].
    TooLarge {
        /// Its bytes.
        bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// More text comes out of it than [`super::Limits::text`].
    TooMuchText {
        /// The limit in bytes.
        limit: u64,
    },
    /// It unpacks to more than [`super::Limits::ratio`] times its size: a bomb.
    Bomb {
        /// The limit: how many times.
        limit: u64,
    },
    /// Archives stand in archives beyond [`super::Limits::nesting`], or a `.zip` stands in another packing.
    Nested,
    /// An archive has more members than [`super::Limits::members`].
    Members {
        /// How many it says that it has.
        count: u64,
        /// The limit.
        limit: u64,
    },
    /// A member of an archive needs a password.
    Encrypted,
    /// A member of an archive is packed by another method than DEFLATE.
    Packing {
        /// The number of the method in the archive.
        method: u16,
    },
    /// The packing is damaged: a checksum or a structure does not hold.
    Damaged,
    /// The file ends within a record, or within its packing.
    Truncated,
    /// It is no text: a byte stands in it that no text has.
    Binary {
        /// The place of the byte, counted from 0.
        byte: u64,
    },
    /// It is a file of another sort.
    Foreign {
        /// Of which.
        sort: Foreign,
    },
    /// Its text is in an encoding that is not read.
    Encoding {
        /// The name that the file gives.
        name: String,
    },
    /// No format knows it.
    Unknown,
    /// A record or a line is longer than [`super::Limits::record`].
    TooLong {
        /// The limit in bytes.
        limit: u64,
    },
    /// A row has more columns than [`super::Limits::columns`].
    TooWide {
        /// The limit.
        limit: u64,
    },
    /// JSON is deeper than [`super::Limits::json_depth`], or XML than [`super::Limits::xml_depth`].
    TooDeep {
        /// The limit.
        limit: u64,
    },
    /// An element has more attributes than [`super::Limits::attributes`].
    Attributes {
        /// The limit.
        limit: u64,
    },
    /// There are more records than [`super::Limits::records`].
    TooMany {
        /// The limit.
        limit: u64,
    },
    /// One file of a list leaves more for another than [`super::Limits::carried`].
    Carried {
        /// The limit in bytes.
        limit: u64,
    },
    /// XML declares a document type, which could name other files or grow without end.
    Doctype,
    /// XML names an entity that is neither one of the five of XML itself nor a letter by its number.
    Entity {
        /// Its name.
        name: String,
    },
    /// It is a file of a page like this one, of a kind or version that this page does not read.
    Version {
        /// Its kind.
        kind: String,
        /// The version of that kind.
        version: String,
    },
    /// The text breaks the rules of its own format.
    Malformed {
        /// What the parser says, in its own words, or what stands there.
        what: String,
    },
    /// A row has another number of columns than its format.
    Columns {
        /// How many the format has.
        expected: u64,
        /// How many the row has.
        found: u64,
    },
    /// A record lacks what it cannot do without.
    Missing {
        /// The name of the field as the format calls it.
        field: &'static str,
    },
    /// It says that an entry is no longer in the list.
    Removed {
        /// The id of the entry.
        id: String,
    },
    /// A story in TOML does not hold together.
    Story {
        /// What is wrong with which record.
        what: String,
        /// What to do.
        advice: String,
    },
    /// An edge of a network joins more than two, or none.
    Hyperedge,
    /// It is a table, and no column of it is known to have names.
    Nameless,
    /// The browser could not read the file on: it was moved or changed.
    Unread,
    /// There is no room for more records, whatever the limits say.
    Full,
}

/// A sort of file that is often dropped by mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Foreign {
    /// PDF.
    Pdf,
    /// A spreadsheet or a document of an office program.
    Office,
    /// A web page.
    Web,
    /// A picture.
    Picture,
    /// An archive of another kind than `.zip` and `.gz`.
    Archive,
}

impl Refusal {
    /// A stable name for counting, filtering and export; one for each variant.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too-large",
            Self::TooMuchText { .. } => "too-much-text",
            Self::Bomb { .. } => "bomb",
            Self::Nested => "nested",
            Self::Members { .. } => "members",
            Self::Encrypted => "encrypted",
            Self::Packing { .. } => "packing",
            Self::Damaged => "damaged",
            Self::Truncated => "truncated",
            Self::Binary { .. } => "binary",
            Self::Foreign { .. } => "foreign",
            Self::Encoding { .. } => "encoding",
            Self::Unknown => "unknown",
            Self::TooLong { .. } => "too-long",
            Self::TooWide { .. } => "too-wide",
            Self::TooDeep { .. } => "too-deep",
            Self::Attributes { .. } => "attributes",
            Self::TooMany { .. } => "too-many",
            Self::Carried { .. } => "carried",
            Self::Doctype => "doctype",
            Self::Entity { .. } => "entity",
            Self::Version { .. } => "version",
            Self::Malformed { .. } => "malformed",
            Self::Columns { .. } => "columns",
            Self::Missing { .. } => "missing",
            Self::Removed { .. } => "removed",
            Self::Story { .. } => "story",
            Self::Hyperedge => "hyperedge",
            Self::Nameless => "nameless",
            Self::Unread => "unread",
            Self::Full => "full",
        }
    }

    /// The refusal that an error of a reader is: the layers of [`super::input`] pass theirs through
    /// [`io::Error`], as parsers know no other.
    pub fn of_io(error: &io::Error) -> Self {
        if let Some(own) = error.get_ref().and_then(|inner| inner.downcast_ref::<Self>()) {
            return own.clone();
        }
        match error.kind() {
            io::ErrorKind::UnexpectedEof => Self::Truncated,
            // What `flate2` says of a stream that it cannot unpack.
            io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => Self::Damaged,
            _ => Self::Unread,
        }
    }
}

impl From<Refusal> for io::Error {
    fn from(refusal: Refusal) -> Self {
        Self::other(refusal)
    }
}

/// For `io::Error` only; readers are told in the words of the catalogue.
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl core::error::Error for Refusal {}

/// What was put right in a record that was kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Repair {
    /// Letters that are not UTF-8 were read as Windows-1252.
    Encoding {
        /// How many.
        letters: u64,
    },
    /// A text was cut off where the file was made; its last item is kept as a remark, not as a field.
    Cut {
        /// The field as the format calls it.
        field: &'static str,
        /// After how many letters.
        after: u64,
    },
    /// A date is in no form that is known; its words are kept.
    Date {
        /// The words.
        words: String,
    },
    /// A kind is named that is not known; the actor is kept as one of no known kind.
    Kind {
        /// The words.
        words: String,
    },
    /// A value is written in another way than its format says, as a text where a list of texts should be.
    Form {
        /// The field as the format calls it.
        field: String,
    },
    /// A row ends before its last columns; these are read as empty.
    Short {
        /// How many columns the table has.
        expected: u64,
        /// How many the row has.
        found: u64,
    },
    /// It adds to an entry that is in none of the files.
    Orphan {
        /// The number of the entry.
        id: String,
    },
}

impl Repair {
    /// A stable name for counting, filtering and export; one for each variant.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Encoding { .. } => "letters",
            Self::Cut { .. } => "cut",
            Self::Date { .. } => "date",
            Self::Kind { .. } => "kind",
            Self::Form { .. } => "form",
            Self::Short { .. } => "short",
            Self::Orphan { .. } => "orphan",
        }
    }
}

/// What a reader should know of a file that was read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Notice {
    /// The file says how many records it has, and it has another number.
    Count {
        /// What the file says.
        said: u64,
        /// What was found, read or refused.
        found: u64,
    },
}

impl Notice {
    /// A stable name for counting, filtering and export; one for each variant.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Count { .. } => "count",
        }
    }
}
