//! The parts of a record.

use std::borrow::Cow;

use super::{Dating, RelationKind};
use crate::import::countries;

/// A name of an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The whole name as the list writes it, perhaps with the family name first.
    pub full: String,
    /// Primary, alias or former name.
    pub kind: NameKind,
    /// True where the list itself holds the name for weak: broad or common, and a poor reason for a match.
    pub weak: bool,
    /// Its parts, where the list gives them apart, in the order of [`Part`].
    pub parts: Vec<(Part, String)>,
    /// The language, as BCP 47 in lower case, where the list gives it.
    pub lang: Option<String>,
    /// The script in the words of the list, where it gives it.
    pub script: Option<String>,
    /// What the list says of the name.
    pub note: Option<String>,
}

/// What a name is to its actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// The name under which it is listed.
    Primary,
    /// Another name; also the same in its own script.
    Alias,
    /// A name that it had.
    Former,
}

/// A part of a name, by the properties of `FollowTheMoney` (`firstName` …).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is the part of its name")]
pub enum Part {
    First,
    Second,
    Middle,
    Third,
    Fourth,
    Father,
    Mother,
    Last,
}

impl Name {
    /// A name of which nothing but its words is known.
    pub fn new(kind: NameKind, full: impl Into<String>) -> Self {
        Self { full: full.into(), kind, weak: false, parts: Vec::new(), lang: None, script: None, note: None }
    }

    /// One of its parts.
    pub fn part(&self, part: Part) -> Option<&str> {
        self.parts.iter().find(|(it, _)| *it == part).map(|(_, words)| words.as_str())
    }
}

/// A number by which an actor is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// What sort of number.
    pub kind: IdKind,
    /// What the list calls it: `Cedula No.`.
    pub label: String,
    /// The number, as the list has it.
    pub value: String,
    /// The country that gave it.
    pub country: Option<Country>,
    /// When it was issued.
    pub issued: Option<Dating>,
    /// When it expires or expired.
    pub expires: Option<Dating>,
    /// What else the list says of it: who issued it, that it was lost, or that it is not genuine.
    pub note: Option<String>,
}

impl Identifier {
    /// A number of which nothing more is known.
    pub fn new(kind: IdKind, label: &str, value: impl Into<String>) -> Self {
        let label = label.to_owned();
        Self { kind, label, value: value.into(), country: None, issued: None, expires: None, note: None }
    }
}

/// What sort of number, by the properties of `FollowTheMoney`; [`Identifier::label`] says it in the list's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is the number of its name")]
pub enum IdKind {
    Passport,
    /// An identity card, a number of a population register, a driving licence …
    National,
    Tax,
    /// A company register, a trade licence, a charity register …
    Registration,
    Vat,
    /// The Legal Entity Identifier of ISO 17442.
    Lei,
    Swift,
    Imo,
    Mmsi,
    CallSign,
    /// The registration of an aircraft that is painted on it.
    TailNumber,
    /// A number that a manufacturer gave.
    Serial,
    /// An address of a digital currency; the label names the currency.
    Wallet,
    /// ISIN or a ticker.
    Security,
    Duns,
    Other,
}

/// A country, by the words of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2 in lower case, as in `FollowTheMoney`, where the words are understood; `su`, `yu` and the like
    /// for countries that are no more.
    pub code: Option<&'static str>,
    /// The words.
    pub words: String,
}

impl IdKind {
    /// True for numbers that may be letters alone.
    pub const fn is_letters(self) -> bool {
        matches!(self, Self::Swift | Self::CallSign | Self::Wallet | Self::Security | Self::TailNumber)
    }
}

impl Country {
    /// The country that words or an ISO code name.
    pub fn new(words: &str) -> Self {
        Self { code: countries::code(words), words: words.to_owned() }
    }
}

/// A place: an address, or where somebody was born.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// All of it in one line, as far as the list has it in one, else made of the parts.
    pub full: String,
    /// Street, house, post-office box.
    pub street: Option<String>,
    /// City, town or village; in some lists with the province or the postal code.
    pub city: Option<String>,
    /// Province, state, district.
    pub region: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// The country.
    pub country: Option<Country>,
    /// What the list says of it: "previous address".
    pub note: Option<String>,
}

impl Address {
    /// Makes the line of the parts, where the list has none.
    #[must_use]
    pub fn filled(mut self) -> Self {
        if self.full.is_empty() {
            let country = self.country.as_ref().map(|it| it.words.as_str());
            let parts = [self.street.as_deref(), self.city.as_deref(), self.region.as_deref()];
            let parts = parts.into_iter().chain([self.postal_code.as_deref(), country]);
            let parts: Vec<_> = parts.flatten().filter(|it| !it.is_empty()).collect();
            self.full = parts.join(", ");
        }
        self
    }

    /// True where nothing is known.
    pub fn is_empty(&self) -> bool {
        let parts = [&self.street, &self.city, &self.region, &self.postal_code, &self.note];
        self.full.is_empty() && self.country.is_none() && parts.into_iter().all(Option::is_none)
    }
}

/// Gender, as lists tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Gender {
    Female,
    Male,
    Other,
}

impl Gender {
    /// The gender that a word or its first letter names in English.
    pub fn named(words: &str) -> Option<Self> {
        match words.trim().to_ascii_lowercase().as_str() {
            "female" | "f" => Some(Self::Female),
            "male" | "m" => Some(Self::Male),
            "other" | "x" => Some(Self::Other),
            _ => None,
        }
    }
}

/// Something with a name and a value that has no field of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extra {
    /// A property of `FollowTheMoney` where it has one (see [`extra`]), else the words of the list.
    pub name: Cow<'static, str>,
    /// The value, as the list has it.
    pub value: String,
}

/// Names of extras, by the properties of `FollowTheMoney`.
#[expect(missing_docs, reason = "each is the property of its name")]
pub mod extra {
    pub const WEBSITE: &str = "website";
    pub const EMAIL: &str = "email";
    pub const PHONE: &str = "phone";
    /// The type of a vessel or aircraft.
    pub const TYPE: &str = "type";
    pub const MODEL: &str = "model";
    pub const FLAG: &str = "flag";
    pub const PAST_FLAGS: &str = "pastFlags";
    pub const TONNAGE: &str = "tonnage";
    pub const GROSS_REGISTERED_TONNAGE: &str = "grossRegisteredTonnage";
    pub const OWNER: &str = "owner";
    pub const OPERATOR: &str = "operator";
    pub const BUILD_DATE: &str = "buildDate";
    pub const SECTOR: &str = "sector";
    pub const LEGAL_FORM: &str = "legalForm";
    pub const ETHNICITY: &str = "ethnicity";
    /// What being named with the actor may bring: not a property of `FollowTheMoney`.
    pub const SECONDARY_SANCTIONS: &str = "secondarySanctionsRisk";
}

/// One target on one list by one authority.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Designation {
    /// Who designates: `US Treasury, Office of Foreign Assets Control`.
    pub authority: String,
    /// The list, as the authority calls it.
    pub list: Option<String>,
    /// Programmes, as the list abbreviates them: `DPRK2`, `PRK`.
    pub programmes: Vec<String>,
    /// The acts on which it rests.
    pub legal_basis: Vec<LegalBasis>,
    /// What it does: asset freeze, travel ban …
    pub measures: Vec<String>,
    /// When the target was listed.
    pub listed_on: Option<Dating>,
    /// When it began to have effect, where that is another day.
    pub effective_on: Option<Dating>,
    /// When the entry was changed, the oldest first.
    pub updated_on: Vec<Dating>,
    /// When it ended.
    pub ended_on: Option<Dating>,
    /// Whether it holds.
    pub status: Listing,
    /// The number that the authority gives to the entry for quoting: `KPi.001`, `EU.4011.64`.
    pub reference: Option<String>,
    /// Why, in the words of the authority.
    pub reasons: Vec<String>,
    /// What else is said of the listing.
    pub note: Option<String>,
}

/// Whether a designation holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Listing {
    /// It is on the list.
    #[default]
    InForce,
    /// It is proposed or under discussion, and on no list yet.
    Pending,
    /// It was taken off the list, and the file still has it.
    Ended,
}

impl Listing {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::InForce, Self::Pending, Self::Ended];

    /// A stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::InForce => "in-force",
            Self::Pending => "pending",
            Self::Ended => "ended",
        }
    }

    /// What the words of a status say; nothing where they say something else.
    pub fn named(words: &str) -> Option<Self> {
        const WORDS: [(Listing, &[&str]); 3] = [
            (
                Listing::InForce,
                &["active", "in force", "in-force", "current", "imposed", "listed", "designated"],
            ),
            (
                Listing::Ended,
                &[
                    "inactive",
                    "terminated",
                    "ended",
                    "expired",
                    "removed",
                    "delisted",
                    "de-listed",
                    "revoked",
                    "lifted",
                    "repealed",
                    "withdrawn",
                    "former",
                ],
            ),
            (
                Listing::Pending,
                &["pending", "proposed", "planned", "draft", "under discussion", "under-discussion"],
            ),
        ];
        let is = |all: &[&str]| all.iter().any(|it| words.trim().eq_ignore_ascii_case(it));
        WORDS.into_iter().find(|(_, all)| is(all)).map(|(listing, _)| listing)
    }
}

/// An act on which a designation rests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LegalBasis {
    /// Its number and title: `2017/1509 (OJ L224)`.
    pub title: String,
    /// Where it can be read, as the file has it. Text: it is made a link only by what knows safe ones.
    pub url: Option<String>,
    /// When it was published.
    pub published_on: Option<Dating>,
    /// When it came into force.
    pub in_force_on: Option<Dating>,
}

/// A relation of the record's actor to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// How they are related.
    pub kind: RelationKind,
    /// To whom.
    pub to: Whom,
    /// True where the other is the one that owns, directs, employs …: the record's actor is then what is owned.
    pub inverse: bool,
    /// The role, in the words of the list: `Linked To`, `brother`.
    pub role: Option<String>,
    /// Since when.
    pub start: Option<Dating>,
    /// Until when.
    pub end: Option<Dating>,
}

impl Relation {
    /// A relation of which nothing but its role is known.
    pub fn link(to: Whom, role: impl Into<String>) -> Self {
        let role = Some(role.into());
        Self { kind: RelationKind::UnknownLink, to, inverse: false, role, start: None, end: None }
    }
}

/// How a list names somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// By the id of an entry of the same list.
    Id(String),
    /// By a name, which may be that of several entries, or of none: see [`crate::import::links`].
    Name(String),
}
