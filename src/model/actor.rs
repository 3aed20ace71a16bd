//! Actors: who acts or is acted on.

use serde::{Deserialize, Serialize};

use super::{Late, SideId};

/// Someone or something that acts or is acted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The stable name in addresses and data, `kim-jong-un`.
    pub key: String,
    /// The name, or what stands for it: "Defence minister of North Korea".
    pub name: String,
    /// A shorter name for drawings; the same as `name` where none is needed.
    pub short: String,
    /// Other names: those that the sources use, and the name in its own script where it is public record.
    pub aliases: Late<Vec<String>>,
    /// One line in our own words: office, role, what it is.
    pub description: Late<String>,
    /// Person, state, company …
    pub kind: ActorKind,
    /// Whether the source names it.
    pub naming: Naming,
    /// The side it belongs to, where the sources say.
    pub side: Option<SideId>,
    /// Countries it belongs to, ISO 3166-1 alpha-2 in lower case, as in FollowTheMoney.
    pub countries: Vec<String>,
}

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActorKind {
    /// A human being.
    Person,
    /// A state, also where its capital or its government stands for it.
    State,
    /// A ministry, council, court or the like.
    PublicBody,
    /// Any other organization: an agency, a broadcaster, an alliance.
    Organization,
    /// A company.
    Company,
    /// Several actors whom the sources name only together: a delegation.
    Group,
}

impl ActorKind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Person, Self::State, Self::PublicBody, Self::Organization, Self::Company, Self::Group];
}

/// Whether the sources name an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Naming {
    /// By name.
    Named,
    /// By office only: "defence minister (not named)".
    ByOffice,
    /// Only as one of a number: "one of four persons".
    Unnamed,
}

impl Naming {
    /// All of them, best known first.
    pub const ALL: [Self; 3] = [Self::Named, Self::ByOffice, Self::Unnamed];
}

/// A side of the story: actors that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The stable name in addresses and data.
    pub key: String,
    /// The name for readers.
    pub label: String,
}
