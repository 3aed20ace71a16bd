//! The facets of an opened list, and its other columns.

use crate::import::record::Listing;

/// A way to sort rows into values that a reader can choose; a row may have several values of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The list or dataset whose entry it is, by its key.
    List,
    /// Who designates.
    Authority,
    /// Programmes.
    Programme,
    /// What the designation does.
    Measure,
    /// What the target is, as a schema of `FollowTheMoney`.
    Kind,
    /// Countries of the target: nationalities, registration, flag, addresses. ISO 3166-1 alpha-2 in lower case, or
    /// the words of the list where they are not understood.
    Country,
    /// Whether the designation holds: [`IN_FORCE`], [`PENDING`], [`ENDED`], or [`UNLISTED`] for an actor without any.
    Status,
}

/// The status of a designation that holds.
pub const IN_FORCE: &str = Listing::InForce.key();
/// The status of a designation that is proposed or under discussion.
pub const PENDING: &str = Listing::Pending.key();
/// The status of a designation that has ended.
pub const ENDED: &str = Listing::Ended.key();
/// The status of the row of an actor without a designation.
pub const UNLISTED: &str = "unlisted";

impl Facet {
    /// All facets in the order in which readers see them.
    pub const ALL: [Self; 7] = [
        Self::Status,
        Self::Kind,
        Self::Programme,
        Self::Country,
        Self::Measure,
        Self::Authority,
        Self::List,
    ];

    /// The stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Authority => "authority",
            Self::Programme => "programme",
            Self::Measure => "measure",
            Self::Kind => "kind",
            Self::Country => "country",
            Self::Status => "listing",
        }
    }

    /// The facet with that key.
    pub fn find(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.key() == key)
    }
}

/// A facet with the values that a reader can choose now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCounts {
    /// The facet.
    pub facet: Facet,
    /// Its values: those with most rows first, then by their words. What is chosen is always among them.
    pub choices: Vec<Choice>,
    /// How many more values have rows and are left out.
    pub more: usize,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The value.
    pub value: String,
    /// How many rows have it, with the text, the period and all other facets as chosen.
    pub count: usize,
    /// True where the filter is narrowed to it.
    pub chosen: bool,
}

/// What rows can be put in order by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The name of the target, folded.
    Target,
    /// The values of a facet, by their words; of several the first counts most.
    Facet(Facet),
    /// Since when: the first day that it can be, the more precise date first.
    Listed,
    /// Until when, likewise.
    Ended,
    /// With how many others the target is related, the fewest first.
    Degree,
}

impl Column {
    /// All columns.
    pub const ALL: [Self; 11] = [
        Self::Target,
        Self::Facet(Facet::Kind),
        Self::Facet(Facet::Programme),
        Self::Facet(Facet::Country),
        Self::Facet(Facet::Measure),
        Self::Facet(Facet::Authority),
        Self::Facet(Facet::List),
        Self::Facet(Facet::Status),
        Self::Listed,
        Self::Ended,
        Self::Degree,
    ];

    /// The stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::Facet(facet) => facet.key(),
            Self::Listed => "listed",
            Self::Ended => "ended",
            Self::Degree => "degree",
        }
    }
}

/// The order of rows. Rows that are equal in it keep the order of the list, upwards and downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// What the text means best first; the order of the list where there is no text.
    #[default]
    Best,
    /// The order in which the list has them.
    AsListed,
    /// By a column, upwards; rows without a value come last.
    Up(Column),
    /// By a column, downwards; rows without a value come last.
    Down(Column),
}

/// One of something for each facet.
#[derive(Clone, Debug, Default)]
pub(super) struct OfFacets<T>([T; Facet::ALL.len()]);

impl<T> OfFacets<T> {
    pub(super) fn get(&self, facet: Facet) -> &T {
        let [list, authority, programme, measure, kind, country, status] = &self.0;
        match facet {
            Facet::List => list,
            Facet::Authority => authority,
            Facet::Programme => programme,
            Facet::Measure => measure,
            Facet::Kind => kind,
            Facet::Country => country,
            Facet::Status => status,
        }
    }

    pub(super) fn get_mut(&mut self, facet: Facet) -> &mut T {
        let [list, authority, programme, measure, kind, country, status] = &mut self.0;
        match facet {
            Facet::List => list,
            Facet::Authority => authority,
            Facet::Programme => programme,
            Facet::Measure => measure,
            Facet::Kind => kind,
            Facet::Country => country,
            Facet::Status => status,
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter()
    }
}
