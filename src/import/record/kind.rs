//! What an actor of a list is, and how two of them are related, by the schemata of `FollowTheMoney`.

/// What an actor of a list is. The names are schemata of `FollowTheMoney`, which knows more kinds than a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is the schema of its name")]
pub enum Kind {
    Person,
    Organization,
    Company,
    PublicBody,
    /// A person or an organization: the file does not say which.
    LegalEntity,
    Vessel,
    Airplane,
    Vehicle,
    CryptoWallet,
    Asset,
    Security,
    /// Nothing is known of what it is.
    Unknown,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 12] = [
        Self::Person,
        Self::Organization,
        Self::Company,
        Self::PublicBody,
        Self::LegalEntity,
        Self::Vessel,
        Self::Airplane,
        Self::Vehicle,
        Self::CryptoWallet,
        Self::Asset,
        Self::Security,
        Self::Unknown,
    ];

    /// The schema of `FollowTheMoney`; `Thing` where nothing is known.
    pub const fn schema(self) -> &'static str {
        match self {
            Self::Person => "Person",
            Self::Organization => "Organization",
            Self::Company => "Company",
            Self::PublicBody => "PublicBody",
            Self::LegalEntity => "LegalEntity",
            Self::Vessel => "Vessel",
            Self::Airplane => "Airplane",
            Self::Vehicle => "Vehicle",
            Self::CryptoWallet => "CryptoWallet",
            Self::Asset => "Asset",
            Self::Security => "Security",
            Self::Unknown => "Thing",
        }
    }

    /// The kind of that schema.
    pub fn of_schema(schema: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.schema() == schema)
    }
}

/// How two actors are related: interval schemata of `FollowTheMoney`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is the schema of its name")]
pub enum RelationKind {
    Ownership,
    Directorship,
    Membership,
    Employment,
    Representation,
    Family,
    Associate,
    Succession,
    Payment,
    Debt,
    /// Related in a way that the file does not tell.
    UnknownLink,
}

impl RelationKind {
    /// All kinds.
    pub const ALL: [Self; 11] = [
        Self::Ownership,
        Self::Directorship,
        Self::Membership,
        Self::Employment,
        Self::Representation,
        Self::Family,
        Self::Associate,
        Self::Succession,
        Self::Payment,
        Self::Debt,
        Self::UnknownLink,
    ];

    /// The schema of `FollowTheMoney`.
    pub const fn schema(self) -> &'static str {
        match self {
            Self::Ownership => "Ownership",
            Self::Directorship => "Directorship",
            Self::Membership => "Membership",
            Self::Employment => "Employment",
            Self::Representation => "Representation",
            Self::Family => "Family",
            Self::Associate => "Associate",
            Self::Succession => "Succession",
            Self::Payment => "Payment",
            Self::Debt => "Debt",
            Self::UnknownLink => "UnknownLink",
        }
    }

    /// The relation of that schema.
    pub fn of_schema(schema: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.schema() == schema)
    }
}
