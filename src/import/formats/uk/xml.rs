//! The UK Sanctions List as XML: a `Designation` for each target, with lists of elements for all that may come twice.
//!
//! `DateGenerated` stands in an element of its own. Details of persons, entities and ships stand in
//! `IndividualDetails`, `EntityDetails` and `ShipDetails`; what is empty may be there all the same.

use super::fields::{self, Field};
use super::join::order;
use crate::import::formats::elements::Elements;
use crate::import::formats::once::add;
use crate::import::formats::{Confidence, Format, Opening, Reader};
use crate::import::record::{IdKind, Kind};
use crate::import::report::About;
use crate::import::xml::{Element, Xml};
use crate::import::{Place, Record, Refusal, Repair};

/// The list.
pub(in crate::import::formats) const XML: Format = Format {
    key: "uk-xml",
    label: |words| words.uk_xml,
    doc: "The UK Sanctions List as XML: a root `Designations` with `Designation` elements.",
    sniff: |head| head.root().filter(|(name, _)| *name == "Designations").map(|_| Confidence::Sure),
    open,
};

fn open(opening: Opening<'_>) -> Result<Box<dyn Reader>, Refusal> {
    let xml = Xml::new(opening.text, &["Designation"], &["DateGenerated"], opening.limits);
    Ok(Box::new(Elements::new(xml, Some(super::TITLE), head, Box::new(entry))))
}

fn head(element: Element<'_>, about: &mut About) {
    if element.name() == "DateGenerated" && !element.text().is_empty() {
        about.published = Some(element.text().to_owned());
    }
}

/// Fields of the designation itself.
const OWN: &[(&str, Field)] = &[
    ("OFSIGroupID", Field::OfsiGroup),
    ("UNReferenceNumber", Field::UnReference),
    ("RegimeName", Field::Regime),
    ("DesignationSource", Field::Source),
    ("SanctionsImposed", Field::Measures),
    ("DateDesignated", Field::Designated),
    ("LastUpdated", Field::Updated),
    ("OtherInformation", Field::Other),
    ("UKStatementofReasons", Field::Reasons),
];

/// Lists of values, wherever they stand: in the designation or in the details of a target.
const LISTS: &[(&str, &str, Field)] = &[
    ("Titles", "Title", Field::Title),
    ("PhoneNumbers", "PhoneNumber", Field::Phone),
    ("EmailAddresses", "EmailAddress", Field::Email),
    ("Websites", "Website", Field::Website),
    ("DOBs", "DOB", Field::Born),
    ("Genders", "Gender", Field::Gender),
    ("Nationalities", "Nationality", Field::Nationality),
    ("Positions", "Position", Field::Position),
    ("BusinessRegistrationNumbers", "BusinessRegistrationNumber", Field::Registration),
    ("TypeOfEntities", "TypeOfEntity", Field::EntityType),
    ("ParentCompanies", "ParentCompany", Field::Parent),
    ("Subsidiaries", "Subsidiary", Field::Subsidiary),
    ("IMONumbers", "IMONumber", Field::Imo),
    ("CurrentOwnerOperators", "CurrentOwnerOperator", Field::Owner),
    ("PreviousOwnerOperators", "PreviousOwnerOperator", Field::PastOwner),
    ("CurrentBelievedFlagOfShips", "CurrentBelievedFlagOfShip", Field::Flag),
    ("PreviousFlags", "PreviousFlag", Field::PastFlag),
    ("TypeOfShipDetails", "TypeOfShip", Field::ShipType),
    ("TonnageOfShipDetails", "TonnageOfShip", Field::Tonnage),
    ("LengthOfShipDetails", "LengthOfShip", Field::Length),
    ("YearsBuilt", "YearBuilt", Field::Built),
    ("HullIdentificationNumbers", "HullIdentificationNumber", Field::Hull),
];

fn text<'e>(element: Element<'e>, field: &str) -> &'e str {
    element.value(field).unwrap_or_default()
}

fn entry(element: Element<'_>, place: Place, repair: &mut dyn FnMut(Repair)) -> Result<Record, Refusal> {
    let id = element.value("UniqueID").ok_or(Refusal::Missing { field: "UniqueID" })?;
    let mut record = Record::new(super::LIST, id, place);
    record.kind = fields::kind(text(element, "IndividualEntityShip"), repair);
    record.designations.push(super::designation(id));
    for name in element.listed("Names", "Name") {
        let parts = ["Name1", "Name2", "Name3", "Name4", "Name5", "Name6"].map(|part| text(name, part));
        let is_person = record.kind == Kind::Person;
        let name = fields::name(parts, text(name, "NameType"), text(name, "AliasStrength"), is_person);
        if let Some(name) = name {
            add(&mut record.names, name);
        }
    }
    for name in element.listed("NonLatinNames", "NonLatinName") {
        let of = |field| text(name, field);
        let words = of("NameNonLatinScript");
        if let Some(name) = fields::original(words, of("NonLatinScriptType"), of("NonLatinScriptLanguage")) {
            add(&mut record.names, name);
        }
    }
    if record.names.is_empty() {
        return Err(Refusal::Missing { field: "Name6" });
    }
    order(&mut record);
    for address in element.listed("Addresses", "Address") {
        let lines =
            ["AddressLine1", "AddressLine2", "AddressLine3", "AddressLine4", "AddressLine5", "AddressLine6"]
                .map(|line| text(address, line));
        let own = fields::address(lines, text(address, "AddressPostalCode"), text(address, "AddressCountry"));
        if let Some(own) = own {
            add(&mut record.addresses, own);
        }
    }
    for (field, own) in OWN {
        for value in element.all(field) {
            fields::put(*own, value.text(), &mut record, repair);
        }
    }
    indicators(element, &mut record);
    lists(element, &mut record, repair);
    let details = [("IndividualDetails", "Individual"), ("EntityDetails", "Entity"), ("ShipDetails", "Ship")];
    for (list, target) in details {
        for details in element.listed(list, target) {
            lists(details, &mut record, repair);
            person(details, &mut record);
        }
    }
    Ok(record)
}

fn lists(element: Element<'_>, record: &mut Record, repair: &mut dyn FnMut(Repair)) {
    for (list, item, field) in LISTS {
        for value in element.listed(list, item) {
            fields::put(*field, value.text(), record, repair);
        }
    }
}

/// Places of birth and documents of a person.
fn person(details: Element<'_>, record: &mut Record) {
    for location in details.listed("BirthDetails", "Location") {
        let own = fields::birth_place(text(location, "TownOfBirth"), text(location, "CountryOfBirth"));
        if let Some(own) = own {
            add(&mut record.birth_places, own);
        }
    }
    for own in details.all("PassportDetails").flat_map(Element::children) {
        let note = text(own, "PassportAdditionalInformation");
        fields::number(IdKind::Passport, "Passport", text(own, "PassportNumber"), note, record);
    }
    for own in details.all("NationalIdentifierDetails").flat_map(Element::children) {
        let note = text(own, "NationalIdentifierAdditionalInformation");
        let value = text(own, "NationalIdentifierNumber");
        fields::number(IdKind::National, "National identifier", value, note, record);
    }
}

/// The measures by their marks, `<TravelBan>true</TravelBan>`, where they are not told in words.
fn indicators(element: Element<'_>, record: &mut Record) {
    let Some(own) = record.designations.first_mut().filter(|it| it.measures.is_empty()) else { return };
    for mark in element.all("SanctionsImposedIndicators").flat_map(Element::children) {
        if mark.text().eq_ignore_ascii_case("true") {
            let mut words = String::new();
            for letter in mark.name().chars() {
                if letter.is_uppercase() && !words.is_empty() {
                    words.push(' ');
                    words.extend(letter.to_lowercase());
                } else {
                    words.push(letter);
                }
            }
            own.measures.push(words);
        }
    }
}
