//! What a column can be, and what its words mean: kinds and genders in the languages of tables.

use serde::{Deserialize, Serialize};

use super::titles::letters;
use crate::import::record::{Gender, Kind};

/// What a column is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "most are the fields of their names")]
pub enum Field {
    /// Kept by the title of its column.
    Extra,
    /// Left out, as a reader wants.
    Skip,
    /// By which the actor is known in this table. Rows of one id are one actor.
    Id,
    /// The first of several values is the name, the others are aliases.
    Name,
    Alias,
    /// An alias that is a poor reason for a match.
    WeakAlias,
    FormerName,
    FirstName,
    LastName,
    /// What the actor is: a person, a company …
    Kind,
    Born,
    BirthPlace,
    Died,
    Gender,
    Nationality,
    Country,
    Address,
    Street,
    City,
    Region,
    PostalCode,
    Title,
    Position,
    Passport,
    NationalId,
    TaxNumber,
    Registration,
    Imo,
    /// Another number; its label is the title of the column.
    Number,
    Authority,
    Programme,
    Measure,
    LegalBasis,
    Reason,
    /// The number of the entry for quoting.
    Reference,
    ListedOn,
    EndedOn,
    /// Whether the listing holds.
    Status,
    Remark,
    /// The name of another actor; the title of the column is the role.
    LinkedTo,
    /// The id of another actor of the table.
    LinkedToId,
    SourceUrl,
    Website,
    Email,
    Phone,
}

impl Field {
    /// All of them, in the order in which a page offers them, which is that of their declaration.
    pub const ALL: [Self; 45] = [
        Self::Extra,
        Self::Skip,
        Self::Id,
        Self::Name,
        Self::Alias,
        Self::WeakAlias,
        Self::FormerName,
        Self::FirstName,
        Self::LastName,
        Self::Kind,
        Self::Born,
        Self::BirthPlace,
        Self::Died,
        Self::Gender,
        Self::Nationality,
        Self::Country,
        Self::Address,
        Self::Street,
        Self::City,
        Self::Region,
        Self::PostalCode,
        Self::Title,
        Self::Position,
        Self::Passport,
        Self::NationalId,
        Self::TaxNumber,
        Self::Registration,
        Self::Imo,
        Self::Number,
        Self::Authority,
        Self::Programme,
        Self::Measure,
        Self::LegalBasis,
        Self::Reason,
        Self::Reference,
        Self::ListedOn,
        Self::EndedOn,
        Self::Status,
        Self::Remark,
        Self::LinkedTo,
        Self::LinkedToId,
        Self::SourceUrl,
        Self::Website,
        Self::Email,
        Self::Phone,
    ];

    /// True where it is a name of the actor, or a part of one.
    pub const fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::FirstName | Self::LastName)
    }

    /// True where a cell may have several values. Sentences may have a semicolon of their own, and so they have one.
    pub(super) const fn has_several(self) -> bool {
        !matches!(
            self,
            Self::Extra
                | Self::Skip
                | Self::Id
                | Self::FirstName
                | Self::LastName
                | Self::Kind
                | Self::Gender
                | Self::Street
                | Self::City
                | Self::Region
                | Self::PostalCode
                | Self::Authority
                | Self::Reason
                | Self::Reference
                | Self::ListedOn
                | Self::EndedOn
                | Self::Status
                | Self::Remark
        )
    }

    /// True where a line end within a cell parts two values: an address has several lines.
    pub(super) const fn has_lines(self) -> bool {
        self.has_several() && !matches!(self, Self::Address | Self::BirthPlace)
    }
}

/// What an actor is, by a word: a schema of `FollowTheMoney`, or a word of some languages.
pub(in crate::import::formats) fn kind(words: &str) -> Option<Kind> {
    const KINDS: &[(Kind, &str)] = &[
        (
            Kind::Person,
            "person|individual|natural person|human|natürliche person|personne|personne physique|persona|pessoa|\
             физическое лицо|개인",
        ),
        (
            Kind::Company,
            "company|corporation|business|unternehmen|firma|société|entreprise|empresa|società|компания|기업",
        ),
        (
            Kind::Organization,
            "entity|organization|organisation|group|ngo|gruppe|entité|entidad|entidade|организация|단체",
        ),
        (
            Kind::LegalEntity,
            "legal entity|legalentity|juristische person|personne morale|persona jurídica|юридическое лицо",
        ),
        (Kind::PublicBody, "public body|publicbody|government|ministry|state|country|behörde|staat"),
        (Kind::Vessel, "vessel|ship|schiff|navire|buque|navio|nave|судно|선박"),
        (Kind::Airplane, "aircraft|airplane|plane|flugzeug|avion|avión|aeronave|самолет|самолёт|항공기"),
        (Kind::Vehicle, "vehicle|car|fahrzeug|véhicule|vehículo"),
        (Kind::CryptoWallet, "wallet|crypto wallet|cryptowallet|digital currency address"),
        (Kind::Asset, "asset|property|vermögenswert|actif|activo"),
        (Kind::Security, "security|bond|wertpapier"),
    ];
    let words = letters(words);
    KINDS.iter().find(|(_, all)| all.split('|').any(|it| it == words)).map(|(kind, _)| *kind)
}

/// A gender by a word of some languages.
pub(in crate::import::formats) fn gender(words: &str) -> Option<Gender> {
    const GENDERS: [(Gender, &str); 3] = [
        (Gender::Male, "man|männlich|mann|masculin|homme|h|masculino|hombre|maschile|муж|мужской|남|남성"),
        (
            Gender::Female,
            "woman|weiblich|frau|w|féminin|femme|femenino|mujer|feminino|femminile|жен|женский|여|여성",
        ),
        (Gender::Other, "divers|d|non binary"),
    ];
    let letters = letters(words);
    let other = || GENDERS.iter().find(|(_, all)| all.split('|').any(|it| it == letters));
    Gender::named(words).or_else(|| other().map(|(gender, _)| *gender))
}
