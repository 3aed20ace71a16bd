//! What the properties of actors in `FollowTheMoney` are here.

use core::cmp::Ordering;

use crate::import::record::{IdKind, NameKind, Part};

/// What a property is.
#[derive(Clone, Copy)]
pub(super) enum Field {
    Name(NameKind),
    /// A name that the list holds for weak.
    Weak,
    /// An abbreviation of a name.
    Short,
    Part(Part),
    Id(IdKind),
    Born,
    BornPlace,
    BornCountry,
    Died,
    Gender,
    Nationality,
    Country,
    /// The flag of a vessel: a country, and a detail of the vessel.
    Flag,
    Address,
    /// An address that is an entity, by its id.
    AddressEntity,
    Title,
    Position,
    Remark,
    /// Another actor, to whom there is no more to say than the name of the property.
    Link,
    /// What has no field in a record.
    Extra,
}

impl Field {
    /// What a property is, and its name as it lasts; a property that is not known is an extra by its own name.
    pub(super) fn of(property: &str) -> Option<(&'static str, Self)> {
        let found = PROPERTIES.binary_search_by(|(it, _)| compare(it, property)).ok()?;
        PROPERTIES.get(found).copied()
    }
}

/// By length first: most are told from each other without a look at their letters.
fn compare(name: &str, property: &str) -> Ordering {
    name.len().cmp(&property.len()).then_with(|| name.cmp(property))
}

use Field::{
    AddressEntity, Born, BornCountry, BornPlace, Country, Died, Extra, Flag, Gender, Id, Link, Name,
};
use Field::{Nationality, Remark, Short, Weak};
use IdKind::{
    CallSign, Duns, Imo, Lei, Mmsi, National, Passport, Registration, Serial, Swift, Tax, Vat, Wallet,
};
use Part::{Father, First, Last, Middle, Mother, Second};

/// The properties of all that is an actor, the short ones first, each length in the order of their names.
const PROPERTIES: &[(&str, Field)] = &[
    ("bic", Id(Swift)),
    ("date", Extra),
    ("flag", Flag),
    ("iban", Id(IdKind::Other)),
    ("isin", Id(IdKind::Security)),
    ("mmsi", Id(Mmsi)),
    ("name", Name(NameKind::Primary)),
    ("port", Extra),
    ("type", Extra),
    ("alias", Name(NameKind::Alias)),
    ("bvdId", Id(IdKind::Other)),
    ("draft", Extra),
    ("email", Extra),
    ("model", Extra),
    ("notes", Remark),
    ("owner", Extra),
    ("phone", Extra),
    ("proof", Extra),
    ("title", Field::Title),
    ("amount", Extra),
    ("entity", Extra),
    ("gender", Gender),
    ("height", Extra),
    ("ibcRuc", Id(IdKind::Other)),
    ("icijId", Id(IdKind::Other)),
    ("issuer", Extra),
    ("number", Extra),
    ("parent", Link),
    ("permId", Id(IdKind::Other)),
    ("sector", Extra),
    ("status", Extra),
    ("tenure", Extra),
    ("ticker", Id(IdKind::Security)),
    ("topics", Extra),
    ("unscId", Extra),
    ("weight", Extra),
    ("address", Field::Address),
    ("balance", Extra),
    ("bikCode", Id(IdKind::Other)),
    ("capital", Extra),
    ("cikCode", Id(Registration)),
    ("country", Country),
    ("endDate", Extra),
    ("fnsCode", Id(IdKind::Other)),
    ("fssCode", Id(IdKind::Other)),
    ("innCode", Id(Tax)),
    ("ipoCode", Id(IdKind::Other)),
    ("irsCode", Id(Tax)),
    ("jibCode", Id(IdKind::Other)),
    ("kppCode", Id(Registration)),
    ("leiCode", Id(Lei)),
    ("npiCode", Id(IdKind::Other)),
    ("pirCode", Id(IdKind::Other)),
    ("program", Extra),
    ("ricCode", Id(IdKind::Security)),
    ("summary", Remark),
    ("tonnage", Extra),
    ("uscCode", Id(Registration)),
    ("vatCode", Id(Vat)),
    ("website", Extra),
    ("alephUrl", Extra),
    ("bankName", Extra),
    ("bodyText", Extra),
    ("caemCode", Id(IdKind::Other)),
    ("cageCode", Id(IdKind::Other)),
    ("callSign", Id(CallSign)),
    ("category", Extra),
    ("currency", Extra),
    ("document", Extra),
    ("dunsCode", Id(Duns)),
    ("duration", Extra),
    ("eyeColor", Extra),
    ("figiCode", Id(IdKind::Security)),
    ("fileName", Extra),
    ("icaoCode", Id(IdKind::Other)),
    ("idNumber", Id(National)),
    ("involved", Link),
    ("isinCode", Id(IdKind::Security)),
    ("keywords", Extra),
    ("landType", Extra),
    ("lastName", Field::Part(Last)),
    ("latitude", Extra),
    ("location", Extra),
    ("mimeType", Extra),
    ("ogrnCode", Id(Registration)),
    ("okpoCode", Id(Registration)),
    ("operator", Extra),
    ("platform", Extra),
    ("position", Field::Position),
    ("recordId", Extra),
    ("religion", Extra),
    ("resolved", Extra),
    ("sayariId", Id(IdKind::Other)),
    ("swiftBic", Id(Swift)),
    ("username", Extra),
    ("voenCode", Id(Registration)),
    ("accountId", Id(IdKind::Other)),
    ("amountEur", Extra),
    ("amountUsd", Extra),
    ("biography", Remark),
    ("birthDate", Born),
    ("buildDate", Born),
    ("coatoCode", Id(IdKind::Other)),
    ("createdAt", Extra),
    ("crsNumber", Id(Registration)),
    ("deathDate", Died),
    ("education", Extra),
    ("ethnicity", Extra),
    ("firstName", Field::Part(First)),
    ("giiNumber", Id(IdKind::Other)),
    ("hairColor", Extra),
    ("imoNumber", Id(Imo)),
    ("important", Extra),
    ("indexText", Extra),
    ("issueDate", Extra),
    ("legalForm", Extra),
    ("longitude", Extra),
    ("navalName", Extra),
    ("okvedCode", Id(IdKind::Other)),
    ("organizer", Link),
    ("pastFlags", Extra),
    ("pastNames", Extra),
    ("pastTypes", Extra),
    ("political", Extra),
    ("programId", Extra),
    ("publicKey", Id(Wallet)),
    ("publisher", Extra),
    ("sourceUrl", Extra),
    ("startDate", Extra),
    ("taxNumber", Id(Tax)),
    ("taxStatus", Extra),
    ("weakAlias", Weak),
    ("yearBuilt", Extra),
    ("appearance", Extra),
    ("birthPlace", BornPlace),
    ("fatherName", Field::Part(Father)),
    ("middleName", Field::Part(Middle)),
    ("modifiedAt", Extra),
    ("motherName", Field::Part(Mother)),
    ("nameSuffix", Extra),
    ("profession", Extra),
    ("programUrl", Extra),
    ("riskSource", Extra),
    ("secondName", Field::Part(Second)),
    ("torgNumber", Id(IdKind::Other)),
    ("wikidataId", Id(IdKind::Other)),
    ("balanceDate", Extra),
    ("bankAddress", Extra),
    ("censusBlock", Extra),
    ("circulation", Extra),
    ("citizenship", Nationality),
    ("description", Remark),
    ("encumbrance", Extra),
    ("mainCountry", Country),
    ("nationality", Nationality),
    ("phoneNumber", Extra),
    ("retrievedAt", Extra),
    ("abbreviation", Short),
    ("birthCountry", BornCountry),
    ("contextEmail", Extra),
    ("contextPhone", Extra),
    ("jurisdiction", Country),
    ("manufacturer", Extra),
    ("maturityDate", Extra),
    ("previousName", Name(NameKind::Former)),
    ("publisherUrl", Extra),
    ("serialNumber", Id(Serial)),
    ("wikipediaUrl", Extra),
    ("accountNumber", Id(IdKind::Other)),
    ("addressEntity", AddressEntity),
    ("brightQueryId", Id(IdKind::Other)),
    ("cadastralCode", Id(IdKind::Other)),
    ("inceptionDate", Born),
    ("licenseNumber", Id(Registration)),
    ("numberOfSeats", Extra),
    ("classification", Extra),
    ("contextCountry", Extra),
    ("detectedSchema", Extra),
    ("namesMentioned", Extra),
    ("passportNumber", Id(Passport)),
    ("spokenLanguage", Extra),
    ("uniqueEntityId", Id(IdKind::Other)),
    ("dissolutionDate", Died),
    ("subnationalArea", Extra),
    ("brightQueryOrgId", Id(IdKind::Other)),
    ("managingExchange", Extra),
    ("deadWeightTonnage", Extra),
    ("incorporationDate", Born),
    ("opencorporatesUrl", Extra),
    ("registrationNumber", Id(Registration)),
    ("socialSecurityNumber", Id(National)),
    ("grossRegisteredTonnage", Extra),
];

const _: () = assert!(is_ordered(PROPERTIES), "properties stand in their order");

/// True where names stand in the order of their bytes.
pub(super) const fn is_sorted<T>(names: &[(&str, T)]) -> bool {
    let mut rest = names;
    while let [(first, _), others @ ..] = rest {
        if let [(second, _), ..] = others
            && !is_before(first, second)
        {
            return false;
        }
        rest = others;
    }
    true
}

const fn is_ordered<T>(names: &[(&str, T)]) -> bool {
    let mut rest = names;
    while let [(first, _), others @ ..] = rest {
        if let [(second, _), ..] = others
            && (first.len() > second.len() || (first.len() == second.len() && !is_before(first, second)))
        {
            return false;
        }
        rest = others;
    }
    true
}

const fn is_before(first: &str, second: &str) -> bool {
    let (mut first, mut second) = (first.as_bytes(), second.as_bytes());
    while let ([a, more @ ..], [b, others @ ..]) = (first, second) {
        if *a != *b {
            return *a < *b;
        }
        (first, second) = (more, others);
    }
    first.len() < second.len()
}
