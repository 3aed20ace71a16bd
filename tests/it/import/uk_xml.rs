//! Tests of the UK Sanctions List as XML.

use sourceline::import::record::{Gender, IdKind, Kind, NameKind, Part, RelationKind, Whom, extra};
use sourceline::import::{Record, Refusal, Repair};
use sourceline::model::Date;

use super::{Read, import, import_shared};

fn list(designations: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Designations>\n<DateGenerated>02/03/2026</DateGenerated>\n\
         {designations}</Designations>"
    )
}

fn read(text: &str) -> Read {
    import(&[("uk.xml", text.as_bytes())])
}

/// A designation of a sort, `Individual`, `Entity` or `Ship`.
fn designation(id: &str, sort: &str, rest: &str) -> String {
    format!(
        "<Designation><UniqueID>{id}</UniqueID><Names><Name><Name1>Jane</Name1><Name6>DOE</Name6><NameType>Primary \
         Name</NameType></Name></Names><IndividualEntityShip>{sort}</IndividualEntityShip>{rest}</Designation>"
    )
}

#[track_caller]
fn one(sort: &str, rest: &str) -> Record {
    let mut read = read(&list(&designation("ATL0001", sort, rest)));
    assert_eq!(read.records.len(), 1, "{:?}", read.findings());
    read.records.remove(0)
}

fn date(text: &str) -> Option<Date> {
    Some(text.parse().unwrap())
}

pub(super) const SMALL: &str = "<Designations><DateGenerated>02/03/2026</DateGenerated><Designation><UniqueID>ATL0001</UniqueID>\
    <Names><Name><Name1>Á</Name1><Name6>B &amp; C</Name6><NameType>Primary Name</NameType></Name></Names><IndividualEntityShip>\
    Individual</IndividualEntityShip><IndividualDetails><Individual><DOBs><DOB>dd/mm/1950</DOB></DOBs></Individual>\
    </IndividualDetails></Designation>\n<Designation><UniqueID>ATL0002</UniqueID><Names><Name><Name6>D</Name6></Name></Names>\
    </Designation></Designations>";

#[test]
fn a_designation_has_its_id_kind_and_place() {
    let text = designation("ATL0001", "Individual", "")
        + "\n"
        + &designation("ATL0002", "Entity", "")
        + "\n"
        + &designation("ATL0003", "Ship", "");
    let read = read(&list(&text));
    let kinds: Vec<_> = read.records.iter().map(|it| (it.id.as_str(), it.kind, it.place.line)).collect();
    let expected = [
        ("ATL0001", Kind::Person, Some(4)),
        ("ATL0002", Kind::Organization, Some(5)),
        ("ATL0003", Kind::Vessel, Some(6)),
    ];
    assert_eq!(kinds, expected);
    assert_eq!(read.words(&read.records[1]), designation("ATL0002", "Entity", ""));
    let file = &read.import.report().files()[0];
    assert_eq!((file.format.unwrap().key, file.about.published.as_deref()), ("uk-xml", Some("02/03/2026")));
}

#[test]
fn a_sort_that_is_not_known_is_told() {
    let read = read(&list(&designation("ATL0001", "Goat", "")));
    assert_eq!(read.records[0].kind, Kind::Unknown);
    assert_eq!(read.repaired(), [(1, Repair::Kind { words: "Goat".to_owned() })]);
}

#[test]
fn names_have_six_parts_types_and_strengths() {
    let name = |parts: &str, sort: &str, strength: &str| {
        format!("<Name>{parts}<NameType>{sort}</NameType><AliasStrength>{strength}</AliasStrength></Name>")
    };
    let names = [
        name(
            "<Name1>Jo</Name1><Name2>An</Name2><Name3>Bo</Name3><Name4>Cy</Name4><Name5>Di</Name5><Name6>ROE</Name6>",
            "Alias",
            "",
        ),
        name("<Name6>JAY</Name6>", "Alias", "Low quality a.k.a"),
        name("<Name6>KAY</Name6>", "Alias", "Good quality a.k.a"),
        name("<Name6>DOHE</Name6>", "Primary Name Variation", ""),
        name("<Name6>OLD</Name6>", "FKA", ""),
        name("", "Alias", ""),
    ];
    let record = one("Individual", &format!("<Names>{}</Names>", names.concat()));
    let all: Vec<_> = record.names.iter().map(|it| (it.full.as_str(), it.kind, it.weak)).collect();
    let expected = [
        ("Jane DOE", NameKind::Primary, false),
        ("Jo An Bo Cy Di ROE", NameKind::Alias, false),
        ("JAY", NameKind::Alias, true),
        ("KAY", NameKind::Alias, false),
        ("DOHE", NameKind::Alias, false),
        ("OLD", NameKind::Former, false),
    ];
    assert_eq!(all, expected);
    let long = &record.names[1];
    assert_eq!(
        (long.part(Part::First), long.part(Part::Fourth), long.part(Part::Last)),
        (Some("Jo"), Some("Cy"), Some("ROE"))
    );
    assert_eq!(record.names[4].note.as_deref(), Some("Primary Name Variation"));
}

#[test]
fn the_name_of_an_entity_has_no_parts() {
    assert!(one("Entity", "").names[0].parts.is_empty());
}

#[test]
fn names_in_other_scripts_have_script_and_language() {
    let record = one(
        "Individual",
        "<NonLatinNames><NonLatinName><NameNonLatinScript>Джейн</NameNonLatinScript><NonLatinScriptType>Cyrillic\
         </NonLatinScriptType><NonLatinScriptLanguage>Russian</NonLatinScriptLanguage></NonLatinName><NonLatinName>\
         <NameNonLatinScript>جين</NameNonLatinScript><NonLatinScriptLanguage>Arabic; Persian</NonLatinScriptLanguage>\
         </NonLatinName><NonLatinName/></NonLatinNames>",
    );
    let names: Vec<_> =
        record.names.iter().skip(1).map(|it| (it.full.as_str(), it.lang.as_deref())).collect();
    assert_eq!(names, [("Джейн", Some("ru")), ("جين", None)]);
    assert_eq!(record.names[1].script.as_deref(), Some("Cyrillic"));
    assert_eq!(record.names[2].note.as_deref(), Some("Arabic; Persian"));
}

#[test]
fn a_birth_may_lack_its_day_and_month() {
    let record = one(
        "Individual",
        "<IndividualDetails><Individual><DOBs><DOB>dd/mm/1945</DOB><DOB>dd/07/1946</DOB><DOB>03/07/1947</DOB><DOB/></DOBs>\
         </Individual></IndividualDetails>",
    );
    let born: Vec<_> = record.born.iter().map(|it| (it.words.as_str(), it.start)).collect();
    let expected =
        [("dd/mm/1945", date("1945")), ("dd/07/1946", date("1946-07")), ("03/07/1947", date("1947-07-03"))];
    assert_eq!(born, expected);
}

#[test]
fn measures_are_parted_by_strokes_and_told_once() {
    let record =
        one("Individual", "<SanctionsImposed>Asset freeze|Travel Ban|Asset freeze</SanctionsImposed>");
    assert_eq!(record.designations[0].measures, ["Asset freeze", "Travel Ban"]);
    let marks = "<SanctionsImposed/><SanctionsImposedIndicators><AssetFreeze>true</AssetFreeze><TravelBan>false</TravelBan>\
                 <CharteringOfShips>true</CharteringOfShips></SanctionsImposedIndicators>";
    assert_eq!(one("Ship", marks).designations[0].measures, ["Asset freeze", "Chartering of ships"]);
}

#[test]
fn a_designation_has_regime_numbers_dates_and_reasons() {
    let record = one(
        "Individual",
        "<LastUpdated>04/08/2025</LastUpdated><DateDesignated>29/06/2012</DateDesignated><OFSIGroupID>12000</OFSIGroupID>\
         <UNReferenceNumber>ATi.001</UNReferenceNumber><RegimeName>The Atlantis (Sanctions) Regulations 2020</RegimeName>\
         <DesignationSource>UN</DesignationSource><OtherInformation>Tall.</OtherInformation><UKStatementofReasons>For  good\n\
         reason.</UKStatementofReasons>",
    );
    let own = &record.designations[0];
    assert_eq!((own.reference.as_deref(), own.list.as_deref()), (Some("ATL0001"), Some("UK Sanctions List")));
    assert_eq!(own.programmes, ["The Atlantis (Sanctions) Regulations 2020"]);
    assert_eq!(own.legal_basis[0].title, own.programmes[0]);
    assert_eq!(own.listed_on.as_ref().unwrap().start, date("2012-06-29"));
    assert_eq!(own.updated_on[0].start, date("2025-08-04"));
    assert_eq!(own.reasons, ["For good reason."]);
    assert_eq!(own.note.as_deref(), Some("listed by the United Nations as ATi.001; designated by: UN"));
    let [number] = record.identifiers.as_slice() else { panic!("one number") };
    assert_eq!((number.label.as_str(), number.value.as_str()), ("OFSI Group ID", "12000"));
    assert_eq!(record.remarks, ["Tall."]);
}

#[test]
fn what_is_empty_says_nothing() {
    let record = one(
        "Individual",
        "<UKStatementofReasons>\n</UKStatementofReasons><OtherInformation/><Addresses><Address/></Addresses>\
         <IndividualDetails><Individual><BirthDetails><Location/></BirthDetails></Individual></IndividualDetails>",
    );
    assert!(record.designations[0].reasons.is_empty() && record.remarks.is_empty());
    assert!(record.addresses.is_empty() && record.birth_places.is_empty());
}

#[test]
fn a_person_has_births_documents_offices_and_addresses() {
    let record = one(
        "Individual",
        "<Titles><Title>Dr</Title></Titles><Addresses><Address><AddressLine1>Main 1</AddressLine1><AddressLine5>Old Town\
         </AddressLine5><AddressLine6>Bern</AddressLine6><AddressPostalCode>3003</AddressPostalCode><AddressCountry>\
         Switzerland</AddressCountry></Address></Addresses><PhoneNumbers><PhoneNumber>+41 1</PhoneNumber></PhoneNumbers>\
         <EmailAddresses><EmailAddress>a@b.example</EmailAddress></EmailAddresses><Websites><Website>b.example</Website>\
         </Websites><IndividualDetails><Individual><BirthDetails><Location><TownOfBirth>Lima</TownOfBirth><CountryOfBirth>\
         Peru</CountryOfBirth></Location></BirthDetails><Genders><Gender>Female</Gender></Genders><Nationalities>\
         <Nationality>Peru</Nationality></Nationalities><Positions><Position>Head of X</Position></Positions>\
         <PassportDetails><Passport><PassportNumber>P1</PassportNumber><PassportAdditionalInformation>Peru, expired\
         </PassportAdditionalInformation></Passport><Passport><PassportAdditionalInformation>lost</PassportAdditionalInformation>\
         </Passport></PassportDetails><NationalIdentifierDetails><NationalIdentifier><NationalIdentifierNumber>N1\
         </NationalIdentifierNumber></NationalIdentifier></NationalIdentifierDetails></Individual></IndividualDetails>",
    );
    assert_eq!((record.titles, record.positions), (vec!["Dr".to_owned()], vec!["Head of X".to_owned()]));
    let address = &record.addresses[0];
    assert_eq!(address.full, "Main 1, Old Town, Bern, 3003, Switzerland");
    assert_eq!(
        (address.street.as_deref(), address.city.as_deref()),
        (Some("Main 1, Old Town"), Some("Bern"))
    );
    assert_eq!(record.birth_places[0].full, "Lima, Peru");
    assert_eq!((record.gender, record.nationalities[0].code), (Some(Gender::Female), Some("pe")));
    let numbers: Vec<_> =
        record.identifiers.iter().map(|it| (it.kind, it.value.as_str(), it.note.as_deref())).collect();
    assert_eq!(numbers, [(IdKind::Passport, "P1", Some("Peru, expired")), (IdKind::National, "N1", None)]);
    assert_eq!(record.remarks, ["Passport: lost"]);
    let extras: Vec<_> = record.extras.iter().map(|it| (it.name.as_ref(), it.value.as_str())).collect();
    let expected = [(extra::PHONE, "+41 1"), (extra::EMAIL, "a@b.example"), (extra::WEBSITE, "b.example")];
    assert_eq!(extras, expected);
}

#[test]
fn an_entity_has_registers_parents_and_subsidiaries() {
    let record = one(
        "Entity",
        "<EntityDetails><Entity><TypeOfEntities><TypeOfEntity>Bank</TypeOfEntity></TypeOfEntities>\
         <BusinessRegistrationNumbers><BusinessRegistrationNumber>R1</BusinessRegistrationNumber></BusinessRegistrationNumbers>\
         <ParentCompanies><ParentCompany>TOP</ParentCompany></ParentCompanies><Subsidiaries><Subsidiary>SUB</Subsidiary>\
         </Subsidiaries></Entity></EntityDetails>",
    );
    assert_eq!(record.extras_of(extra::LEGAL_FORM).collect::<Vec<_>>(), ["Bank"]);
    assert_eq!(
        (record.identifiers[0].kind, record.identifiers[0].value.as_str()),
        (IdKind::Registration, "R1")
    );
    let relations: Vec<_> = record.relations.iter().map(|it| (it.kind, it.to.clone(), it.inverse)).collect();
    let to = |name: &str| Whom::Name(name.to_owned());
    let owns = RelationKind::Ownership;
    assert_eq!(relations, [(owns, to("TOP"), true), (owns, to("SUB"), false)]);
}

#[test]
fn a_ship_has_its_number_flags_and_owners() {
    let record = one(
        "Ship",
        "<ShipDetails><Ship><IMONumbers><IMONumber>9000001</IMONumber></IMONumbers><CurrentOwnerOperators>\
         <CurrentOwnerOperator>ACME</CurrentOwnerOperator></CurrentOwnerOperators><PreviousOwnerOperators>\
         <PreviousOwnerOperator>BETA</PreviousOwnerOperator></PreviousOwnerOperators><CurrentBelievedFlagOfShips>\
         <CurrentBelievedFlagOfShip>Panama</CurrentBelievedFlagOfShip></CurrentBelievedFlagOfShips><PreviousFlags>\
         <PreviousFlag>Togo</PreviousFlag></PreviousFlags><TypeOfShipDetails><TypeOfShip>Tanker</TypeOfShip>\
         </TypeOfShipDetails><TonnageOfShipDetails><TonnageOfShip>5000</TonnageOfShip></TonnageOfShipDetails>\
         <LengthOfShipDetails><LengthOfShip>100</LengthOfShip></LengthOfShipDetails><YearsBuilt><YearBuilt>2001</YearBuilt>\
         </YearsBuilt></Ship></ShipDetails>",
    );
    assert_eq!((record.identifiers[0].kind, record.identifiers[0].value.as_str()), (IdKind::Imo, "9000001"));
    assert_eq!((record.countries[0].code, record.born[0].start), (Some("pa"), date("2001")));
    let [owner] = record.relations.as_slice() else { panic!("one owner") };
    assert_eq!((&owner.to, owner.inverse), (&Whom::Name("ACME".to_owned()), true));
    let extras: Vec<_> = record.extras.iter().map(|it| (it.name.as_ref(), it.value.as_str())).collect();
    let expected = [
        (extra::OWNER, "ACME"),
        ("Previous owner/operator", "BETA"),
        (extra::FLAG, "Panama"),
        (extra::PAST_FLAGS, "Togo"),
        (extra::TYPE, "Tanker"),
        (extra::TONNAGE, "5000"),
        ("Length of ship", "100"),
    ];
    assert_eq!(extras, expected);
}

#[test]
fn a_designation_without_number_or_name_is_refused() {
    let read = read(&list("<Designation/><Designation><UniqueID>X</UniqueID></Designation>"));
    let fields: Vec<_> = read.refused().into_iter().map(|(_, it)| it).collect();
    let missing = |field| Refusal::Missing { field };
    assert_eq!(fields, [missing("UniqueID"), missing("Name6")]);
}

#[test]
fn the_small_real_sample_is_read_whole() {
    let Some(read) = import_shared("fixtures", &["uksl_trimmed_2026-09-02.xml"]) else { return };
    assert!(read.findings().is_empty(), "{:?}", read.findings());
    let [entity, person] = read.records.as_slice() else { panic!("two designations") };
    assert_eq!((entity.kind, entity.names.len(), entity.addresses.len()), (Kind::Organization, 3, 2));
    assert_eq!((person.kind, person.born.len()), (Kind::Person, 2));
    assert_eq!(person.born[0].start, date("1945"));
    assert_eq!(person.designations[0].measures, ["Asset freeze", "Travel Ban"]);
    assert_eq!(person.name().unwrap().part(Part::Last), Some("AKHUND"));
    let about = &read.import.report().files()[0].about;
    assert_eq!(about.published.as_deref(), Some("02/09/2026"));
}
