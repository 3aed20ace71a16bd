//! The stable names of enum values, as they stand in addresses and in published data.

use super::{
    ActorKind, Basis, EventType, FactKind, LinkKind, ListingStatus, Naming, ParagraphKind, QuadClass,
    RelationType, Standing, Status,
};

use crate::pack::{Pack, Reader};

/// A value of a closed set with a stable name.
pub trait Keyed: Copy + 'static {
    /// The stable name.
    fn key(self) -> &'static str;
}

macro_rules! keyed {
    ($($kind:ident { $($value:ident = $key:literal),* $(,)? })*) => {$(
        impl Pack for $kind {
            fn pack(&self, to: &mut Vec<u8>) {
                (*self as u8).pack(to);
            }

            fn unpack(from: &mut Reader<'_>) -> Self {
                const VALUES: &[$kind] = &[$($kind::$value),*];
                let place = usize::from(u8::unpack(from));
                // Only in the order of their declaration does a value stand in its own place.
                match VALUES.get(place) {
                    Some(value) if *value as usize == place => *value,
                    _ => {
                        from.set_broken();
                        VALUES[0]
                    }
                }
            }
        }

        impl Keyed for $kind {
            fn key(self) -> &'static str {
                match self {
                    $(Self::$value => $key,)*
                }
            }
        }
    )*};
}

keyed! {
    ActorKind {
        Person = "person",
        State = "state",
        PublicBody = "public-body",
        Organization = "organization",
        Company = "company",
        Group = "group",
    }
    Naming {
        Named = "named",
        ByOffice = "by-office",
        Unnamed = "unnamed",
    }
    FactKind {
        Statement = "statement",
        Event = "event",
        Relation = "relation",
        Measure = "measure",
    }
    Standing {
        Reported = "reported",
        Announced = "announced",
        Attributed = "attributed",
    }
    Status {
        Stated = "stated",
        Happened = "happened",
        Holds = "holds",
        Planned = "planned",
        UnderDiscussion = "under-discussion",
        Denied = "denied",
        ReportedAbsence = "reported-absence",
    }
    ListingStatus {
        Imposed = "imposed",
        InForce = "in-force",
        UnderDiscussion = "under-discussion",
    }
    QuadClass {
        MaterialConflict = "material-conflict",
        VerbalConflict = "verbal-conflict",
        MaterialCooperation = "material-cooperation",
        VerbalCooperation = "verbal-cooperation",
    }
    LinkKind {
        RespondsTo = "responds-to",
        Contradicts = "contradicts",
        Supports = "supports",
        Repeats = "repeats",
        PartOf = "part-of",
    }
    EventType {
        Agree = "AGREE",
        Consult = "CONSULT",
        Support = "SUPPORT",
        Concede = "CONCEDE",
        Cooperate = "COOPERATE",
        Aid = "AID",
        Retreat = "RETREAT",
        Request = "REQUEST",
        Accuse = "ACCUSE",
        Reject = "REJECT",
        Threaten = "THREATEN",
        Protest = "PROTEST",
        Sanction = "SANCTION",
        Mobilize = "MOBILIZE",
        Coerce = "COERCE",
        Assault = "ASSAULT",
    }
    RelationType {
        Employment = "Employment",
        Directorship = "Directorship",
        Membership = "Membership",
        Ownership = "Ownership",
        Representation = "Representation",
        Family = "Family",
        UnknownLink = "UnknownLink",
    }
    ParagraphKind {
        Text = "text",
        Headline = "headline",
        Credit = "credit",
        Furniture = "furniture",
    }
    Basis {
        NotGiven = "not-given",
        Weekday = "weekday",
        Summit = "summit",
        ReportDate = "report-date",
        PublicRecord = "public-record",
        Relative = "relative",
    }
}
