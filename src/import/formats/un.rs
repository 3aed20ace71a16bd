//! The consolidated list of the United Nations Security Council, as XML.
//!
//! Persons and entities stand apart, with `INDIVIDUAL_` or `ENTITY_` before their fields. Fields that say nothing are
//! there all the same (401 aliases have no name), and white space runs through all of them. The quality of a
//! person's alias is Good or Low, that of an entity a.k.a. or f.k.a. Dates are EXACT, APPROXIMATELY or BETWEEN.

use super::elements::Elements;
use super::{Confidence, Format, Opening, Reader};
use crate::import::record::{
    Address, Country, Dating, Designation, Gender, IdKind, Identifier, Kind, LegalBasis, Name, NameKind, Part,
};
use crate::import::report::About;
use crate::import::xml::{Element, Xml};
use crate::import::{Place, Record, Refusal, Repair, tidy};

/// The list.
pub(super) const FORMAT: Format = Format {
    key: "un-xml",
    label: |words| words.un_xml,
    doc: "consolidated.xml of the UN Security Council: a root `CONSOLIDATED_LIST` with `INDIVIDUAL` and `ENTITY` elements.",
    sniff: |head| head.root().filter(|(name, _)| *name == "CONSOLIDATED_LIST").map(|_| Confidence::Sure),
    open,
};

/// The list in which ids are unique.
const LIST: &str = "un-sc";
const TITLE: &str = "United Nations Security Council Consolidated List";

fn open(opening: Opening<'_>) -> Result<Box<dyn Reader>, Refusal> {
    let xml = Xml::new(opening.text, &["INDIVIDUAL", "ENTITY"], &[], opening.limits);
    Ok(Box::new(Elements::new(xml, Some(TITLE), head, Box::new(entry))))
}

fn head(root: Element<'_>, about: &mut About) {
    about.published = root.attribute("dateGenerated").map(str::to_owned);
}

/// The text of a field, tidy, where it says something: some fields say `null`.
fn text(element: Element<'_>, field: &str) -> Option<String> {
    element.value(field).map(tidy).filter(|it| it != "null")
}

/// The values in a field, as `NATIONALITY` has them.
fn values<'e>(element: Element<'e>, field: &'e str) -> impl Iterator<Item = String> {
    element.listed(field, "VALUE").map(|it| tidy(it.text())).filter(|it| !it.is_empty())
}

fn entry(element: Element<'_>, place: Place, repair: &mut dyn FnMut(Repair)) -> Result<Record, Refusal> {
    let id = element.value("DATAID").ok_or(Refusal::Missing { field: "DATAID" })?;
    let is_person = element.name() == "INDIVIDUAL";
    let mut record = Record::new(LIST, id, place);
    record.kind = if is_person { Kind::Person } else { Kind::Organization };
    record.names.push(name(element, is_person).ok_or(Refusal::Missing { field: "FIRST_NAME" })?);
    if let Some(script) = text(element, "NAME_ORIGINAL_SCRIPT") {
        let note = Some("original script".to_owned());
        record.names.push(Name { note, ..Name::new(NameKind::Alias, script) });
    }
    let field = |own: &str| format!("{}_{own}", element.name());
    for alias in element.all(&field("ALIAS")) {
        add_alias(alias, &mut record, repair);
    }
    for address in element.all(&field("ADDRESS")) {
        record.addresses.extend(place_of(address, ["CITY", "COUNTRY"]));
    }
    for born in element.all(&field("DATE_OF_BIRTH")) {
        record.born.extend(birth(born, repair));
    }
    for place in element.all(&field("PLACE_OF_BIRTH")) {
        record.birth_places.extend(place_of(place, ["CITY", "COUNTRY"]));
    }
    for document in element.all(&field("DOCUMENT")) {
        add_document(document, &mut record, repair);
    }
    record.gender = element.value("GENDER").and_then(Gender::named);
    record.titles.extend(values(element, "TITLE"));
    record.positions.extend(values(element, "DESIGNATION"));
    record.nationalities.extend(values(element, "NATIONALITY").map(|it| Country::new(&it)));
    record.designations.push(designation(element, repair));
    record.remarks.extend(text(element, "COMMENTS1"));
    Ok(record)
}

/// The name in its parts: up to four for a person, one for an entity.
fn name(element: Element<'_>, is_person: bool) -> Option<Name> {
    let parts = [
        ("FIRST_NAME", Part::First),
        ("SECOND_NAME", Part::Second),
        ("THIRD_NAME", Part::Third),
        ("FOURTH_NAME", Part::Fourth),
    ];
    let parts: Vec<_> =
        parts.into_iter().filter_map(|(field, part)| Some((part, text(element, field)?))).collect();
    let words: Vec<_> = parts.iter().map(|(_, words)| words.as_str()).collect();
    let full = words.join(" ");
    (!full.is_empty()).then(|| Name {
        parts: if is_person { parts } else { Vec::new() },
        ..Name::new(NameKind::Primary, full)
    })
}

/// An alias; with it may stand where and when somebody of that name would have been born.
fn add_alias(alias: Element<'_>, record: &mut Record, repair: &mut dyn FnMut(Repair)) {
    let quality = alias.value("QUALITY").unwrap_or_default().to_ascii_lowercase();
    let note = text(alias, "NOTE");
    if let Some(full) = text(alias, "ALIAS_NAME") {
        let was_listed = note.as_deref().is_some_and(|it| it.to_ascii_lowercase().contains("formerly"));
        let kind =
            if quality.starts_with("f.k.a") || was_listed { NameKind::Former } else { NameKind::Alias };
        record.names.push(Name { weak: quality == "low", note, ..Name::new(kind, full) });
    } else {
        record.remarks.extend(note);
    }
    if let Some(words) = text(alias, "DATE_OF_BIRTH") {
        record.born.push(Dating::or_told(&words, repair));
    }
    record.birth_places.extend(
        place_of(alias, ["CITY_OF_BIRTH", "COUNTRY_OF_BIRTH"]).map(|it| Address { note: None, ..it }),
    );
}

/// An address or a place of birth; nothing where its fields say nothing.
fn place_of(element: Element<'_>, [city, country]: [&str; 2]) -> Option<Address> {
    let place = Address {
        street: text(element, "STREET"),
        city: text(element, city),
        region: text(element, "STATE_PROVINCE"),
        postal_code: text(element, "ZIP_CODE"),
        country: text(element, country).map(|it| Country::new(&it)),
        note: if city == "CITY" { text(element, "NOTE") } else { None },
        ..Address::default()
    };
    (!place.is_empty()).then(|| place.filled())
}

/// A date of birth: exact, about, or between two years.
fn birth(element: Element<'_>, repair: &mut dyn FnMut(Repair)) -> Option<Dating> {
    let sort = element.value("TYPE_OF_DATE").unwrap_or_default().to_ascii_uppercase();
    let years = [text(element, "FROM_YEAR"), text(element, "TO_YEAR")];
    let single = text(element, "DATE").or_else(|| text(element, "YEAR"));
    let note = text(element, "NOTE");
    let words = match (&single, &years) {
        (Some(date), _) => date.clone(),
        (None, [Some(from), Some(to)]) => format!("{from} to {to}"),
        (None, [from, to]) => from.clone().or_else(|| to.clone()).or_else(|| note.clone())?,
    };
    let mut born = Dating::or_told(&words, repair);
    born.circa |= sort.starts_with("APPROX") || note.as_deref().is_some_and(|it| it.starts_with("Approx"));
    if let Some(note) = note.filter(|it| *it != words) {
        born.words = format!("{words} ({note})");
    }
    Some(born)
}

fn add_document(document: Element<'_>, record: &mut Record, repair: &mut dyn FnMut(Repair)) {
    let sort = text(document, "TYPE_OF_DOCUMENT");
    let detail = text(document, "TYPE_OF_DOCUMENT2");
    let label = detail.or(sort).unwrap_or_default();
    let note = text(document, "NOTE");
    let Some(value) = text(document, "NUMBER") else {
        record.remarks.extend(note);
        return;
    };
    let lower = label.to_lowercase();
    let kind = if ["passport", "passeport", "pasaporte"].iter().any(|it| lower.contains(it)) {
        IdKind::Passport
    } else if label.is_empty() {
        IdKind::Other
    } else {
        IdKind::National
    };
    let city = text(document, "CITY_OF_ISSUE").map(|it| format!("issued in {it}"));
    let notes: Vec<_> = [city, note].into_iter().flatten().collect();
    let country = text(document, "ISSUING_COUNTRY").or_else(|| text(document, "COUNTRY_OF_ISSUE"));
    record.identifiers.push(Identifier {
        kind,
        label,
        value,
        country: country.map(|it| Country::new(&it)),
        issued: text(document, "DATE_OF_ISSUE").map(|it| Dating::or_told(&it, repair)),
        expires: None,
        note: (!notes.is_empty()).then(|| notes.join("; ")),
    });
}

fn designation(element: Element<'_>, repair: &mut dyn FnMut(Repair)) -> Designation {
    let comments = text(element, "COMMENTS1").unwrap_or_default();
    Designation {
        authority: "United Nations Security Council".to_owned(),
        list: Some(TITLE.to_owned()),
        programmes: text(element, "UN_LIST_TYPE").into_iter().collect(),
        legal_basis: basis(&comments).into_iter().collect(),
        listed_on: text(element, "LISTED_ON").map(|it| Dating::or_told(&it, repair)),
        updated_on: values(element, "LAST_DAY_UPDATED").map(|it| Dating::or_told(&it, repair)).collect(),
        reference: text(element, "REFERENCE_NUMBER"),
        ..Designation::default()
    }
}

/// `Listed pursuant to paragraph 15 of resolution 1970 (Travel Ban).`: the first sentence of some comments.
fn basis(comments: &str) -> Option<LegalBasis> {
    let rest = comments.strip_prefix("Listed pursuant to ")?;
    let title = rest.split(". ").next()?.trim_end_matches('.').to_owned();
    Some(LegalBasis { title, ..LegalBasis::default() })
}
