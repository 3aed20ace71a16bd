//! Designations: one target put on one list by one authority.

use serde::Deserialize;

use super::{ActorId, Attribution, Evidence, FactId, GroupId, Late, Status, When};

/// One target put on one list by one authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Designation {
    /// The stable name in addresses and data.
    pub key: String,
    /// Who is designated.
    pub target: ActorId,
    /// Who designates.
    pub authority: ActorId,
    /// The group within the package, with its reason.
    pub group: GroupId,
    /// Why, in our own words.
    pub reason: Late<String>,
    /// Who announced it, and through whom it reached the report.
    pub attribution: Attribution,
    /// When the target was listed.
    pub listed_on: When,
    /// Imposed, in force since earlier, under discussion.
    pub status: ListingStatus,
    /// Something that a reader must know to read the row right, in our own words.
    pub note: Late<Option<String>>,
    /// Where the sources say it; never empty.
    pub evidence: Vec<Evidence>,
}

/// What holds of a designation or a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListingStatus {
    /// Imposed in this story.
    Imposed,
    /// In force since before this story.
    InForce,
    /// Being discussed.
    UnderDiscussion,
}

impl ListingStatus {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Imposed, Self::InForce, Self::UnderDiscussion];

    /// What the status of a measure means on a list; nothing where the fact imposes nothing.
    pub const fn of_measure(status: Status) -> Option<Self> {
        match status {
            Status::Happened => Some(Self::Imposed),
            Status::Holds => Some(Self::InForce),
            Status::UnderDiscussion | Status::Planned => Some(Self::UnderDiscussion),
            Status::Stated | Status::Denied | Status::ReportedAbsence => None,
        }
    }
}

/// A group of designations within a package: the same reason, so many persons and companies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The stable name in addresses and data.
    pub key: String,
    /// A short label for readers.
    pub label: String,
    /// The fact that imposes the group.
    pub measure: FactId,
    /// The fact that imposes the whole package.
    pub package: FactId,
    /// How many targets of each kind it has.
    pub counts: Counts,
}

/// How many targets of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Persons.
    pub person: u32,
    /// Companies.
    pub company: u32,
}
