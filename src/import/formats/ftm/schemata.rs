//! What the schemata of `FollowTheMoney` are here: kinds of actors, things between them, and others.

use crate::import::record::{Kind, RelationKind};

/// What a schema is.
#[derive(Clone, Copy)]
pub(super) enum Schema {
    /// An actor; one whose kind has another name keeps its schema as an extra.
    Thing(Kind),
    /// Something between two, by the names of the properties that are its ends, from one to the other.
    Between(RelationKind, &'static str, &'static str),
    /// A measure on one.
    Sanction,
    /// A paper that one holds.
    Paper,
    /// A place at which actors are.
    Address,
    /// None that is known.
    Unknown,
}

impl Schema {
    /// The schema of a name.
    pub(super) fn of(name: &str) -> Self {
        let found = SCHEMATA.binary_search_by(|(it, _)| (*it).cmp(name));
        found.ok().and_then(|at| SCHEMATA.get(at)).map_or(Self::Unknown, |(_, schema)| *schema)
    }
}

use RelationKind::UnknownLink as Link;
use Schema::{Between, Thing};

/// All schemata of `FollowTheMoney` 4, in the order of their names. An interval for whose sort this page has no word is an
/// unknown link, with the schema as its role.
const SCHEMATA: &[(&str, Schema)] = &[
    ("Address", Schema::Address),
    ("Airplane", Thing(Kind::Airplane)),
    ("Analyzable", Thing(Kind::Unknown)),
    ("Article", Thing(Kind::Unknown)),
    ("Assessment", Thing(Kind::Unknown)),
    ("Asset", Thing(Kind::Asset)),
    ("Associate", Between(RelationKind::Associate, "person", "associate")),
    ("Audio", Thing(Kind::Unknown)),
    ("BankAccount", Thing(Kind::Asset)),
    ("Call", Between(Link, "caller", "receiver")),
    ("CallForTenders", Thing(Kind::Unknown)),
    ("Company", Thing(Kind::Company)),
    ("Contract", Thing(Kind::Asset)),
    ("ContractAward", Between(Link, "supplier", "contract")),
    ("CourtCase", Thing(Kind::Unknown)),
    ("CourtCaseParty", Between(Link, "party", "case")),
    ("CryptoWallet", Thing(Kind::CryptoWallet)),
    ("Debt", Between(RelationKind::Debt, "debtor", "creditor")),
    ("Directorship", Between(RelationKind::Directorship, "director", "organization")),
    ("Document", Thing(Kind::Unknown)),
    ("Documentation", Between(Link, "document", "entity")),
    ("EconomicActivity", Thing(Kind::Unknown)),
    ("Email", Thing(Kind::Unknown)),
    ("Employment", Between(RelationKind::Employment, "employee", "employer")),
    ("Event", Thing(Kind::Unknown)),
    ("Family", Between(RelationKind::Family, "person", "relative")),
    ("Folder", Thing(Kind::Unknown)),
    ("HyperText", Thing(Kind::Unknown)),
    ("Identification", Schema::Paper),
    ("Image", Thing(Kind::Unknown)),
    ("Interest", Thing(Kind::Unknown)),
    ("Interval", Thing(Kind::Unknown)),
    ("LegalEntity", Thing(Kind::LegalEntity)),
    ("License", Thing(Kind::Asset)),
    ("Membership", Between(RelationKind::Membership, "member", "organization")),
    ("Mention", Thing(Kind::Unknown)),
    ("Message", Thing(Kind::Unknown)),
    ("Note", Thing(Kind::Unknown)),
    ("Occupancy", Between(Link, "holder", "post")),
    ("Organization", Thing(Kind::Organization)),
    ("Ownership", Between(RelationKind::Ownership, "owner", "asset")),
    ("Package", Thing(Kind::Unknown)),
    ("Page", Thing(Kind::Unknown)),
    ("Pages", Thing(Kind::Unknown)),
    ("Passport", Schema::Paper),
    ("Payment", Between(RelationKind::Payment, "payer", "beneficiary")),
    ("Person", Thing(Kind::Person)),
    ("PlainText", Thing(Kind::Unknown)),
    ("Position", Thing(Kind::Unknown)),
    ("Post", Thing(Kind::Unknown)),
    ("Product", Thing(Kind::Unknown)),
    ("Project", Thing(Kind::Unknown)),
    ("ProjectParticipant", Between(Link, "participant", "project")),
    ("PublicBody", Thing(Kind::PublicBody)),
    ("RealEstate", Thing(Kind::Asset)),
    ("Representation", Between(RelationKind::Representation, "agent", "client")),
    ("Risk", Thing(Kind::Unknown)),
    ("Sanction", Schema::Sanction),
    ("Security", Thing(Kind::Security)),
    ("Similar", Between(Link, "candidate", "match")),
    ("Succession", Between(RelationKind::Succession, "predecessor", "successor")),
    ("Table", Thing(Kind::Unknown)),
    ("TaxRoll", Thing(Kind::Unknown)),
    ("Thing", Thing(Kind::Unknown)),
    ("Trip", Thing(Kind::Unknown)),
    ("UnknownLink", Between(Link, "subject", "object")),
    ("UserAccount", Thing(Kind::Unknown)),
    ("Value", Thing(Kind::Unknown)),
    ("Vehicle", Thing(Kind::Vehicle)),
    ("Vessel", Thing(Kind::Vessel)),
    ("Video", Thing(Kind::Unknown)),
    ("Workbook", Thing(Kind::Unknown)),
];

const _: () = assert!(super::properties::is_sorted(SCHEMATA), "schemata stand in the order of their names");
