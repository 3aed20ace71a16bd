//! What an import gives: one [`Record`] for each entry of a list, in the words of `FollowTheMoney`.
//!
//! Formats convert at their edge: nothing here knows OFAC or the EU. Three rules hold for whoever writes a format
//! and whoever stores records:
//!
//! - **The words of the file stay.** Where a value is understood (a date, a country, a kind of number), what was
//!   understood stands beside the words, not in their place. Text is trimmed and runs of white space in it are one
//!   space; nothing else is changed. What is not understood is a remark, never lost.
//! - **An id belongs to its list.** Two records with the same [`Record::list`] and [`Record::id`] are about the
//!   same actor: the second adds what the first has not, most of all another designation (the EU lists some
//!   actors under two programmes). A record with [`Record::extends`] never stands alone: it only adds to the entry
//!   with its id, and comes after it (see [`super::Import`]), but for lists whose own files have no order:
//!   what stands between two actors of `FollowTheMoney` may come before both.
//! - **Everything has a place.** [`Record::place`] leads to the very bytes that say it ([`super::Import::words`]).

mod dating;
mod kind;
mod parts;

pub use dating::{Calendar, Dating};
pub use kind::{Kind, RelationKind};
pub use parts::{
    Address, Country, Designation, Extra, Gender, IdKind, Identifier, LegalBasis, Listing, Name, NameKind,
    Part, Relation, Whom, extra,
};

use core::ops::Range;

/// One file, or one member of an archive: an index into [`super::Report::files`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// Where something stands: the evidence of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The number of the record in its file, counted from 1; 0 for the file as a whole.
    pub record: u64,
    /// The line on which the record begins, counted from 1, where the file has lines.
    pub line: Option<u64>,
    /// The bytes of the record in the text of the file: unpacked, as UTF-8, without a byte order mark.
    pub span: Range<u64>,
}

impl Place {
    /// The file as a whole.
    pub const fn whole(file: FileId) -> Self {
        Self { file, record: 0, line: None, span: 0..0 }
    }
}

/// One entry of a list: an actor with all that the entry says of it; or, where [`Record::extends`] is set, what
/// another file adds to an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The list or dataset in which [`Record::id`] is unique, as a stable key: `ofac`, `un-sc`, `uk-sl`. Files
    /// of one list share it, whatever their format.
    pub list: String,
    /// The id of the entry in its list, as the file has it; it is never empty.
    pub id: String,
    /// True where it only adds to the entry with that id.
    pub extends: bool,
    /// What the actor is.
    pub kind: Kind,
    /// All names, the primary name first where there is one.
    pub names: Vec<Name>,
    /// Numbers by which the actor is known: passports, registers, ships' numbers, addresses of wallets.
    pub identifiers: Vec<Identifier>,
    /// Dates of birth, or for organizations and things those on which they were founded or built.
    pub born: Vec<Dating>,
    /// Places of birth.
    pub birth_places: Vec<Address>,
    /// Dates of death.
    pub died: Vec<Dating>,
    /// Gender, where it is told.
    pub gender: Option<Gender>,
    /// Nationalities and citizenships.
    pub nationalities: Vec<Country>,
    /// Other countries to which it belongs: of registration, of a vessel's flag.
    pub countries: Vec<Country>,
    /// Addresses.
    pub addresses: Vec<Address>,
    /// Titles before a name: Dr, Haji, Major General.
    pub titles: Vec<String>,
    /// Offices and posts.
    pub positions: Vec<String>,
    /// What has a name and none of the fields above: details of vessels and aircraft, web sites, telephones.
    pub extras: Vec<Extra>,
    /// Designations: lists by which authorities have put measures on it.
    pub designations: Vec<Designation>,
    /// Relations to others.
    pub relations: Vec<Relation>,
    /// What else the entry says, piece by piece.
    pub remarks: Vec<String>,
    /// Where it stands.
    pub place: Place,
    /// Where else: rows of other files that belong to the same entry and are part of this record.
    pub also: Vec<Place>,
}

impl Record {
    /// A record of which nothing is known but its id and place.
    pub fn new(list: &str, id: &str, place: Place) -> Self {
        Self {
            list: list.to_owned(),
            id: id.to_owned(),
            extends: false,
            kind: Kind::Unknown,
            names: Vec::new(),
            identifiers: Vec::new(),
            born: Vec::new(),
            birth_places: Vec::new(),
            died: Vec::new(),
            gender: None,
            nationalities: Vec::new(),
            countries: Vec::new(),
            addresses: Vec::new(),
            titles: Vec::new(),
            positions: Vec::new(),
            extras: Vec::new(),
            designations: Vec::new(),
            relations: Vec::new(),
            remarks: Vec::new(),
            place,
            also: Vec::new(),
        }
    }

    /// The primary name, or else the first.
    pub fn name(&self) -> Option<&Name> {
        self.names.iter().find(|it| it.kind == NameKind::Primary).or_else(|| self.names.first())
    }

    /// The values of the extras of a name.
    pub fn extras_of(&self, name: &str) -> impl Iterator<Item = &str> {
        self.extras.iter().filter(move |it| it.name == name).map(|it| it.value.as_str())
    }
}
