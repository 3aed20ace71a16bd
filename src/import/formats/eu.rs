//! The financial sanctions file of the European Union (FSF), XML 1.1.
//!
//! All is in attributes. An alias need not have a language, and one entity has 145 of them; the language of an alias is
//! that of the name, `regulationLanguage` that of the file. A date of birth may be a year, a range, a date of
//! another calendar, or a place without a date. `designationDate` is missing for one in seven, and is never
//! the day on which the regulation was published: that stands with the legal basis. An entity that is listed
//! under two programmes comes twice, with the same id.

use super::elements::Elements;
use super::{Confidence, Format, Opening, Reader};
use crate::import::record::{
    Address, Calendar, Country, Dating, Designation, Extra, Gender, IdKind, Identifier, Kind, LegalBasis,
    Name, NameKind, Part, extra,
};
use crate::import::report::About;
use crate::import::xml::{Element, Xml};
use crate::import::{Place, Record, Refusal, Repair, tidy};
use crate::model::Date;

/// The list.
pub(super) const FORMAT: Format = Format {
    key: "eu-fsf-xml",
    label: |words| words.eu_fsf_xml,
    doc: "The consolidated financial sanctions file 1.1 of the European Union: a root `export` with `sanctionEntity` elements.",
    sniff: |head| {
        let (name, tag) = head.root()?;
        let is_own =
            name == "export" && (tag.contains("fpi/fsd/export") || head.text().contains("<sanctionEntity"));
        is_own.then_some(Confidence::Sure)
    },
    open,
};

/// The list in which ids are unique.
const LIST: &str = "eu-fsf";
const TITLE: &str = "Consolidated list of persons, groups and entities subject to EU financial sanctions";

fn open(opening: Opening<'_>) -> Result<Box<dyn Reader>, Refusal> {
    let xml = Xml::new(opening.text, &["sanctionEntity"], &[], opening.limits);
    Ok(Box::new(Elements::new(xml, Some(TITLE), head, Box::new(entry))))
}

fn head(root: Element<'_>, about: &mut About) {
    about.published = root.attribute("generationDate").map(str::to_owned);
}

fn text(element: Element<'_>, attribute: &str) -> Option<String> {
    element.attribute(attribute).map(tidy)
}

fn is_true(element: Element<'_>, attribute: &str) -> bool {
    element.attribute(attribute) == Some("true")
}

fn remarks(element: Element<'_>) -> impl Iterator<Item = String> {
    element.all("remark").map(|it| tidy(it.text())).filter(|it| !it.is_empty() && it != "none")
}

/// The remarks of an element, as one text.
fn note(element: Element<'_>) -> Option<String> {
    let all: Vec<_> = remarks(element).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

fn date(words: &str, repair: &mut dyn FnMut(Repair)) -> Dating {
    Dating::read(words).unwrap_or_else(|| {
        repair(Repair::Date { words: words.to_owned() });
        Dating::unknown(words)
    })
}

/// The country of an element: `00` and `UNKNOWN` are none.
fn country(element: Element<'_>) -> Option<Country> {
    let code = element.attribute("countryIso2Code").filter(|it| *it != "00");
    let words = text(element, "countryDescription").filter(|it| it != "UNKNOWN");
    let known = code.and_then(crate::import::country).or_else(|| crate::import::country(words.as_deref()?));
    let words = words.or_else(|| code.map(str::to_owned))?;
    Some(Country { code: known, words })
}

fn entry(element: Element<'_>, place: Place, repair: &mut dyn FnMut(Repair)) -> Result<Record, Refusal> {
    let id = element.attribute("logicalId").ok_or(Refusal::Missing { field: "logicalId" })?;
    let mut record = Record::new(LIST, id, place);
    record.kind = kind(element, repair);
    for alias in element.all("nameAlias") {
        add_name(alias, &mut record);
    }
    if record.names.is_empty() {
        return Err(Refusal::Missing { field: "nameAlias" });
    }
    for birth in element.all("birthdate") {
        add_birth(birth, &mut record, repair);
    }
    record.nationalities.extend(element.all("citizenship").filter_map(country));
    for citizenship in element.all("citizenship") {
        record.remarks.extend(remarks(citizenship));
    }
    for number in element.all("identification") {
        add_number(number, &mut record, repair);
    }
    for address in element.all("address") {
        add_address(address, &mut record);
    }
    record.designations.push(designation(element, repair));
    record.remarks.extend(remarks(element));
    Ok(record)
}

fn kind(element: Element<'_>, repair: &mut dyn FnMut(Repair)) -> Kind {
    let subject = element.child("subjectType");
    let code = subject.and_then(|it| it.attribute("code").or_else(|| it.attribute("classificationCode")));
    match code.unwrap_or_default() {
        "person" | "P" => Kind::Person,
        "enterprise" | "E" => Kind::Organization,
        words => {
            repair(Repair::Kind { words: words.to_owned() });
            Kind::Unknown
        }
    }
}

/// The first name is the primary one; the file has no other mark of it.
fn add_name(alias: Element<'_>, record: &mut Record) {
    let parts = [("firstName", Part::First), ("middleName", Part::Middle), ("lastName", Part::Last)];
    let parts: Vec<_> =
        parts.into_iter().filter_map(|(field, part)| Some((part, text(alias, field)?))).collect();
    let joined = || parts.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>().join(" ");
    let full = text(alias, "wholeName").unwrap_or_else(joined);
    let note = note(alias);
    let words = note.as_deref().unwrap_or_default().to_lowercase();
    let says = |all: &[&str]| all.iter().any(|it| words.contains(it));
    if !full.is_empty() {
        let kind = match record.names.is_empty() {
            true => NameKind::Primary,
            false if says(&["formerly", "former name", "f.k.a", "maiden name", "previously known"]) => {
                NameKind::Former
            }
            false => NameKind::Alias,
        };
        // `strong` is true throughout the file; remarks tell what the regulations say.
        let weak = alias.attribute("strong") == Some("false") || says(&["low quality"]);
        let lang = alias.attribute("nameLanguage").map(str::to_ascii_lowercase);
        record.names.push(Name { weak, parts, lang, note, ..Name::new(kind, full) });
    } else {
        record.remarks.extend(note);
    }
    let add = |to: &mut Vec<String>, field| {
        if let Some(words) = text(alias, field).filter(|it| !to.contains(it)) {
            to.push(words);
        }
    };
    add(&mut record.titles, "title");
    add(&mut record.positions, "function");
    record.gender = record.gender.or_else(|| Gender::named(alias.attribute("gender")?));
}

fn add_birth(birth: Element<'_>, record: &mut Record, repair: &mut dyn FnMut(Repair)) {
    record.born.extend(born(birth, repair));
    let place = Address {
        city: text(birth, "city").or_else(|| text(birth, "place")),
        region: text(birth, "region"),
        postal_code: text(birth, "zipCode"),
        country: country(birth),
        ..Address::default()
    };
    let note = note(birth);
    if place.is_empty() {
        record.remarks.extend(note);
    } else {
        record.birth_places.push(Address { note, ..place.filled() });
    }
}

/// The date of a birth, as precisely as the file has it; nothing where it has only the place.
fn born(birth: Element<'_>, repair: &mut dyn FnMut(Repair)) -> Option<Dating> {
    let number = |field| birth.attribute(field).and_then(|it| it.parse::<u16>().ok());
    let part = |field| number(field).and_then(|it| u8::try_from(it).ok()).unwrap_or(0);
    let circa = is_true(birth, "circa");
    let calendar = match birth.attribute("calendarType") {
        None | Some("GREGORIAN") => Calendar::Gregorian,
        Some(other) => Calendar::Other(other.to_owned()),
    };
    let range = [number("yearRangeFrom"), number("yearRangeTo")];
    let (month, day) = (part("monthOfYear"), part("dayOfMonth"));
    let words = |year: u16| {
        let all = [u16::from(day), u16::from(month), year];
        let all: Vec<_> = all.iter().filter(|it| **it > 0).map(u16::to_string).collect();
        all.join("/")
    };
    let own = number("year").map(words);
    let born = match (birth.attribute("birthdate"), own) {
        // Of another calendar, the parts are its own, and a whole date is what the file made of them.
        (Some(whole), Some(words)) if calendar != Calendar::Gregorian => {
            Dating { words, ..date(whole, repair) }
        }
        (Some(whole), _) => date(whole, repair),
        (None, Some(words)) if calendar != Calendar::Gregorian => Dating::unknown(&words),
        (None, Some(words)) => {
            let year = number("year").unwrap_or_default();
            let known = Date::of(year, month, day).or_else(|| Date::of(year, month, 0));
            match known.or_else(|| Date::of(year, 0, 0)) {
                Some(known) => Dating::on(&words, known),
                None => Dating::unknown(&words),
            }
        }
        (None, None) if range.iter().any(Option::is_some) => {
            let words = range.map(|it| it.map_or_else(|| "?".to_owned(), |it| it.to_string())).join(" to ");
            let [start, end] = range.map(|it| it.and_then(|year| Date::of(year, 0, 0)));
            if calendar == Calendar::Gregorian {
                Dating { words, start, end, ..Dating::default() }
            } else {
                Dating::unknown(&words)
            }
        }
        (None, None) => return None,
    };
    Some(Dating { circa: circa || born.circa, calendar, ..born })
}

fn add_number(number: Element<'_>, record: &mut Record, repair: &mut dyn FnMut(Repair)) {
    let kind = match number.attribute("identificationTypeCode").unwrap_or_default() {
        "passport" | "diplpassport" | "travelcardid" => IdKind::Passport,
        "id" | "drivinglicence" | "ssn" | "residentperm" | "birthcert" | "nationcert" | "electionid" => {
            IdKind::National
        }
        "fiscalcode" => IdKind::Tax,
        "regnumber" | "tradelic" => IdKind::Registration,
        "imo" => IdKind::Imo,
        "swiftbic" => IdKind::Swift,
        _ => IdKind::Other,
    };
    let Some(value) = text(number, "number").or_else(|| text(number, "latinNumber")) else {
        record.remarks.extend(note(number));
        return;
    };
    let flags = [
        ("diplomatic", "diplomatic"),
        ("knownExpired", "known to be expired"),
        ("knownFalse", "known to be false"),
        ("reportedLost", "reported lost"),
        ("revokedByIssuer", "revoked by its issuer"),
    ];
    let flags =
        flags.into_iter().filter(|(field, _)| is_true(number, field)).map(|(_, words)| words.to_owned());
    let issuer = text(number, "issuedBy").map(|it| format!("issued by {it}"));
    let all = flags.chain(issuer).chain(text(number, "nameOnDocument")).chain(remarks(number));
    let all: Vec<_> = all.collect();
    let until = |field| number.attribute(field);
    record.identifiers.push(Identifier {
        kind,
        label: text(number, "identificationTypeDescription").unwrap_or_default(),
        value,
        country: country(number),
        issued: until("issueDate").or_else(|| until("validFrom")).map(|it| date(it, repair)),
        expires: until("validTo").map(|it| date(it, repair)),
        note: (!all.is_empty()).then(|| all.join("; ")),
    });
}

fn add_address(element: Element<'_>, record: &mut Record) {
    let box_number = text(element, "poBox")
        .map(|it| if it.bytes().any(|it| it.is_ascii_alphabetic()) { it } else { format!("P.O. Box {it}") });
    let street: Vec<_> = [text(element, "street"), box_number].into_iter().flatten().collect();
    let then = is_true(element, "asAtListingTime").then(|| "at the time of listing".to_owned());
    let notes: Vec<_> = then.into_iter().chain(remarks(element)).collect();
    let address = Address {
        street: (!street.is_empty()).then(|| street.join(", ")),
        city: text(element, "city").or_else(|| text(element, "place")),
        region: text(element, "region"),
        postal_code: text(element, "zipCode"),
        country: country(element),
        note: (!notes.is_empty()).then(|| notes.join("; ")),
        ..Address::default()
    };
    if !address.is_empty() {
        record.addresses.push(address.filled());
    }
    for contact in element.all("contactInfo") {
        let name = match contact.attribute("key").unwrap_or_default() {
            "WEB" => extra::WEBSITE,
            "EMAIL" => extra::EMAIL,
            "PHONE" | "FAX" => extra::PHONE,
            _ => "contact",
        };
        record.extras.extend(text(contact, "value").map(|value| Extra { name: name.into(), value }));
    }
}

fn designation(element: Element<'_>, repair: &mut dyn FnMut(Repair)) -> Designation {
    let mut programmes = Vec::new();
    let mut legal_basis = Vec::new();
    for regulation in element.all("regulation") {
        if let Some(programme) = text(regulation, "programme").filter(|it| !programmes.contains(it)) {
            programmes.push(programme);
        }
        legal_basis.push(LegalBasis {
            title: text(regulation, "numberTitle").unwrap_or_default(),
            url: regulation.value("publicationUrl").map(str::to_owned),
            published_on: regulation.attribute("publicationDate").map(|it| date(it, repair)),
            in_force_on: regulation.attribute("entryIntoForceDate").map(|it| date(it, repair)),
        });
    }
    let un = text(element, "unitedNationId").map(|it| format!("listed by the United Nations as {it}"));
    let notes: Vec<_> = text(element, "designationDetails").into_iter().chain(un).collect();
    Designation {
        authority: "European Union".to_owned(),
        list: Some(TITLE.to_owned()),
        programmes,
        legal_basis,
        listed_on: element.attribute("designationDate").map(|it| date(it, repair)),
        reference: text(element, "euReferenceNumber"),
        note: (!notes.is_empty()).then(|| notes.join("; ")),
        ..Designation::default()
    }
}
