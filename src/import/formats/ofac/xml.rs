//! The XML files: `sdn.xml` and `consolidated.xml`, which have one layout.
//!
//! The namespace changed over the years, so names are local ones. The head is spelled `publshInformation`. First and
//! last name come in either order. `idList` holds numbers, and with them gender, risks and what an organization
//! is: the label tells ([`super::fields`]). Remarks hold what links entries ([`super::remarks`]).

use super::fields::{self, Labelled};
use super::{csv, remarks};
use crate::import::formats::elements::Elements;
use crate::import::formats::{Confidence, Format, Opening, Reader};
use crate::import::record::{
    Address, Country, Dating, Extra, IdKind, Identifier, Kind, Name, NameKind, Part, extra,
};
use crate::import::report::About;
use crate::import::xml::{Element, Xml};
use crate::import::{Place, Record, Refusal, Repair, tidy};

/// The entries, with all that belongs to them.
pub(in crate::import::formats) const XML: Format = Format {
    key: "ofac-xml",
    label: |words| words.ofac_xml,
    doc: "sdn.xml or consolidated.xml of the US Treasury: a root `sdnList` with `sdnEntry` elements.",
    sniff: |head| head.root().filter(|(name, _)| *name == "sdnList").map(|_| Confidence::Sure),
    open,
};

fn open(opening: Opening<'_>) -> Result<Box<dyn Reader>, Refusal> {
    let list = super::list_named(opening.name);
    let xml = Xml::new(opening.text, &["sdnEntry"], &["publshInformation"], opening.limits);
    let entry = Box::new(move |element: Element<'_>, place, repair: &mut dyn FnMut(Repair)| {
        entry(element, place, list, repair)
    });
    Ok(Box::new(Elements::new(xml, list, head, entry)))
}

fn head(element: Element<'_>, about: &mut About) {
    if let Some(date) = element.value("Publish_Date") {
        about.published = Some(
            Dating::read_american(date).and_then(|it| it.start).map_or(date.to_owned(), |it| it.to_string()),
        );
    }
    if let Some(count) = element.value("Record_Count") {
        about.count = count.parse().ok();
    }
}

fn entry(
    element: Element<'_>,
    place: Place,
    list: Option<&str>,
    repair: &mut dyn FnMut(Repair),
) -> Result<Record, Refusal> {
    let id = element.value("uid").ok_or(Refusal::Missing { field: "uid" })?;
    let mut record = super::entry(id, list, place);
    record.kind = match element.value("sdnType") {
        None => Kind::Organization,
        Some(words) => csv::kind(words).unwrap_or_else(|| {
            repair(Repair::Kind { words: words.to_owned() });
            Kind::Unknown
        }),
    };
    let primary =
        name(element, NameKind::Primary, record.kind).ok_or(Refusal::Missing { field: "lastName" })?;
    record.names.push(primary);
    for aka in element.listed("akaList", "aka") {
        let (kind, note) = aka.value("type").and_then(csv::alias).unwrap_or((NameKind::Alias, None));
        let Some(name) = name(aka, kind, record.kind) else { continue };
        let weak = aka.value("category").is_some_and(|it| it.eq_ignore_ascii_case("weak"));
        record.names.push(Name { weak, note: note.map(str::to_owned), ..name });
    }
    if let Some(designation) = record.designations.first_mut() {
        designation.programmes = element.listed("programList", "program").map(|it| tidy(it.text())).collect();
        designation.programmes.retain(|it| !it.is_empty());
    }
    record.positions.extend(element.value("title").map(tidy));
    record
        .addresses
        .extend(element.listed("addressList", "address").map(address).filter(|it| !it.is_empty()));
    let born = element.listed("dateOfBirthList", "dateOfBirthItem").filter_map(|it| it.value("dateOfBirth"));
    record.born.extend(born.map(|words| Dating::or_told(words, repair)));
    let places =
        element.listed("placeOfBirthList", "placeOfBirthItem").filter_map(|it| it.value("placeOfBirth"));
    record.birth_places.extend(places.map(|words| remarks::birth_place(&tidy(words))));
    let nationalities = element.listed("nationalityList", "nationality");
    let citizenships = element.listed("citizenshipList", "citizenship");
    let countries = nationalities.chain(citizenships).filter_map(|it| it.value("country"));
    record.nationalities.extend(countries.map(Country::new));
    if let Some(vessel) = element.child("vesselInfo") {
        add_vessel(vessel, &mut record);
    }
    for id in element.listed("idList", "id") {
        add_number(id, &mut record, repair);
    }
    if let Some(words) = element.value("remarks") {
        remarks::read(words, &mut record, repair);
    }
    Ok(record)
}

/// A name from its parts, whatever their order: the family name first, as the CSV has it.
fn name(element: Element<'_>, kind: NameKind, of: Kind) -> Option<Name> {
    let (first, last) = (element.value("firstName").map(tidy), element.value("lastName").map(tidy));
    let full = match (&first, &last) {
        (Some(first), Some(last)) => format!("{last}, {first}"),
        (first, last) => last.clone().or_else(|| first.clone())?,
    };
    let mut name = Name::new(kind, full);
    if of == Kind::Person {
        let parts = [(Part::First, first), (Part::Last, last)];
        name.parts = parts.into_iter().filter_map(|(part, words)| Some((part, words?))).collect();
    }
    Some(name)
}

fn address(element: Element<'_>) -> Address {
    let lines = ["address1", "address2", "address3"].into_iter().filter_map(|it| element.value(it).map(tidy));
    let street = lines.collect::<Vec<_>>().join(", ");
    let text = |name| element.value(name).map(tidy);
    let address = Address {
        street: (!street.is_empty()).then_some(street),
        city: text("city"),
        region: text("stateOrProvince"),
        postal_code: text("postalCode"),
        country: element.value("country").map(Country::new),
        ..Address::default()
    };
    address.filled()
}

fn add_vessel(element: Element<'_>, record: &mut Record) {
    if let Some(sign) = element.value("callSign") {
        record.identifiers.push(Identifier::new(IdKind::CallSign, "Call sign", tidy(sign)));
    }
    let extras = [
        ("vesselType", extra::TYPE),
        ("tonnage", extra::TONNAGE),
        ("grossRegisteredTonnage", extra::GROSS_REGISTERED_TONNAGE),
        ("vesselFlag", extra::FLAG),
    ];
    for (field, name) in extras {
        if let Some(words) = element.value(field) {
            record.extras.push(Extra { name: name.into(), value: tidy(words) });
        }
    }
    record.countries.extend(element.value("vesselFlag").map(Country::new));
    if let Some(owner) = element.value("vesselOwner") {
        fields::owner(&tidy(owner), record);
    }
}

fn add_number(id: Element<'_>, record: &mut Record, repair: &mut dyn FnMut(Repair)) {
    let label = id.value("idType").map(tidy).unwrap_or_default();
    // A label without a number says something by itself.
    let Some(value) = id.value("idNumber") else {
        if !label.is_empty() {
            record.remarks.push(label);
        }
        return;
    };
    let labelled = Labelled {
        label: &label,
        field: fields::of_label(&label),
        value: &tidy(value),
        country: id.value("idCountry"),
        issued: id.value("issueDate"),
        expires: id.value("expirationDate"),
    };
    fields::put(&labelled, record, repair);
}
