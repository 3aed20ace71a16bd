//! Tests of the XML files of OFAC.

use std::collections::BTreeSet;

use sourceline::import::record::{Gender, IdKind, Kind, NameKind, Part, RelationKind, Whom, extra};
use sourceline::import::report::{Outcome, What};
use sourceline::import::{Notice, Record, Refusal, Repair};
use sourceline::model::Date;

use super::{Read, import, import_shared, shared};

/// A list of entries, which says that it has so many.
fn list(count: u32, entries: &str) -> String {
    format!(
        "<?xml version=\"1.0\" standalone=\"yes\"?>\n<sdnList xmlns=\"http://tempuri.org/sdnList.xsd\">\n\
         <publshInformation><Publish_Date>05/07/2024</Publish_Date><Record_Count>{count}</Record_Count>\
         </publshInformation>\n{entries}</sdnList>\n"
    )
}

fn entry(id: u32, kind: &str, rest: &str) -> String {
    format!("<sdnEntry><uid>{id}</uid><lastName>N{id}</lastName><sdnType>{kind}</sdnType>{rest}</sdnEntry>\n")
}

fn read(text: &str) -> Read {
    import(&[("sdn.xml", text.as_bytes())])
}

/// The only record of a person with these elements.
#[track_caller]
fn person(rest: &str) -> Record {
    let mut read = read(&list(1, &entry(7, "Individual", rest)));
    assert_eq!(read.records.len(), 1, "{:?}", read.findings());
    read.records.remove(0)
}

fn date(text: &str) -> Option<Date> {
    Some(text.parse().unwrap())
}

pub(super) const SMALL: &str = "<?xml version='1.0'?><sdnList><publshInformation><Record_Count>2</Record_Count>\
    </publshInformation><sdnEntry><uid>1</uid><lastName>A &amp; B</lastName><sdnType>Entity</sdnType><remarks>(Linked \
    To: ACME)</remarks></sdnEntry>\n<sdnEntry><uid>2</uid><firstName>Jane</firstName><lastName>DOÉ</lastName>\
    <dateOfBirthList><dateOfBirthItem><dateOfBirth>1950</dateOfBirth></dateOfBirthItem></dateOfBirthList></sdnEntry>\
    </sdnList>";

#[test]
fn the_head_says_when_it_was_published_and_how_many_entries_there_are() {
    let text = list(2, &(entry(1, "Entity", "") + &entry(2, "Vessel", "")));
    let read = read(&text);
    let file = &read.import.report().files()[0];
    assert_eq!(file.format.unwrap().key, "ofac-xml");
    assert_eq!((file.about.published.as_deref(), file.about.count), (Some("2024-05-07"), Some(2)));
    assert!(read.findings().is_empty());
    let second = &read.records[1];
    assert_eq!((second.place.record, second.place.line), (2, Some(5)));
    assert_eq!(read.words(second) + "\n", entry(2, "Vessel", ""));
}

#[test]
fn a_count_that_does_not_agree_is_told() {
    let read = read(&list(3, &entry(1, "Entity", "")));
    let noticed = read.findings();
    assert_eq!(noticed[0].what, What::Noticed(Notice::Count { said: 3, found: 1 }));
    assert_eq!(read.import.report().count((Outcome::Noticed, "count")), 1);
    assert_eq!(read.records.len(), 1);
}

#[test]
fn namespaces_and_prefixes_do_not_matter() {
    let text = list(1, &entry(1, "Entity", "<remarks>x</remarks>"));
    let other = text.replace("http://tempuri.org/sdnList.xsd", "https://other.example/api/exports/XML");
    let prefixed = text.replace("xmlns=", "xmlns:o=").replace("</", "</o:").replace('<', "<o:");
    let prefixed = prefixed.replace("<o:/", "</").replace("<o:?xml", "<?xml");
    let none = text.replace(" xmlns=\"http://tempuri.org/sdnList.xsd\"", "");
    for text in [other, prefixed, none] {
        let read = read(&text);
        assert_eq!(read.entry("1").remarks, ["x"], "{text}");
    }
}

#[test]
fn the_parts_of_a_name_come_in_any_order() {
    let record = person(
        "<firstName>Jane</firstName><akaList><aka><uid>1</uid><type>a.k.a.</type><category>strong</category>\
         <lastName>ROE</lastName><firstName>Jane</firstName></aka><aka><type>f.k.a.</type><category>weak</category>\
         <firstName>Jinny</firstName></aka><aka><type>n.k.a.</type><lastName>POE</lastName></aka></akaList>",
    );
    let names: Vec<_> = record.names.iter().map(|it| (it.full.as_str(), it.kind, it.weak)).collect();
    let expected = [
        ("N7, Jane", NameKind::Primary, false),
        ("ROE, Jane", NameKind::Alias, false),
        ("Jinny", NameKind::Former, true),
        ("POE", NameKind::Alias, false),
    ];
    assert_eq!(names, expected);
    assert_eq!(record.names[1].part(Part::Last), Some("ROE"));
    assert_eq!(record.names[3].note.as_deref(), Some("n.k.a."));
}

#[test]
fn the_list_of_numbers_also_holds_what_is_none() {
    let id = |sort: &str, value: &str, rest: &str| {
        format!("<id><uid>1</uid><idType>{sort}</idType><idNumber>{value}</idNumber>{rest}</id>")
    };
    let dates =
        "<idCountry>Iran</idCountry><issueDate>04 Jun 1985</issueDate><expirationDate>1990</expirationDate>";
    let record = person(&format!(
        "<idList>{}{}{}{}{}{}{}<id><idType>Only a label</idType></id></idList>",
        id("Gender", "Male", ""),
        id("Secondary sanctions risk:", "section 1(b)", ""),
        id("Passport", "A123", dates),
        id("Vessel Registration Identification", "IMO 7406784", ""),
        id("Digital Currency Address - XBT", "12Qt", ""),
        id("Number of a new sort", "55", ""),
        id("Listing Date (EO 14024 Directive 2):", "24 Feb 2022", ""),
    ));
    assert_eq!(record.gender, Some(Gender::Male));
    assert_eq!(record.extras_of(extra::SECONDARY_SANCTIONS).collect::<Vec<_>>(), ["section 1(b)"]);
    let numbers: Vec<_> = record.identifiers.iter().map(|it| (it.kind, it.value.as_str())).collect();
    let expected = [
        (IdKind::Passport, "A123"),
        (IdKind::Imo, "7406784"),
        (IdKind::Wallet, "12Qt"),
        (IdKind::Other, "55"),
    ];
    assert_eq!(numbers, expected);
    let passport = &record.identifiers[0];
    assert_eq!(passport.country.as_ref().unwrap().code, Some("ir"));
    assert_eq!(passport.issued.as_ref().unwrap().start, date("1985-06-04"));
    assert_eq!(passport.expires.as_ref().unwrap().start, date("1990"));
    assert_eq!(record.designations[1].listed_on.as_ref().unwrap().start, date("2022-02-24"));
    assert_eq!(record.remarks, ["Only a label"]);
}

#[test]
fn links_stand_in_the_remarks_within_parentheses() {
    let record = person("<remarks>son of X; (Linked To: GUARD (IG)-QODS; Linked To: ACME)</remarks>");
    let whom: Vec<_> = record.relations.iter().map(|it| (it.kind, it.to.clone())).collect();
    let named = |name: &str| (RelationKind::UnknownLink, Whom::Name(name.to_owned()));
    assert_eq!(whom, [named("GUARD (IG)-QODS"), named("ACME")]);
    assert_eq!(record.remarks, ["son of X"]);
}

#[test]
fn all_else_that_an_entry_has_is_read() {
    let record = person(
        "<title>General</title><programList><program>DPRK</program><program>NPWMD</program></programList>\
         <addressList><address><address1>Main Street 1</address1><address2>Floor 2</address2><city>Bern</city>\
         <stateOrProvince>BE</stateOrProvince><postalCode>3000</postalCode><country>Switzerland</country></address>\
         <address><uid>3</uid></address></addressList><placeOfBirthList><placeOfBirthItem><placeOfBirth>Pyongyang, \
         Korea, North</placeOfBirth></placeOfBirthItem></placeOfBirthList><nationalityList><nationality><country>\
         Russia</country></nationality></nationalityList><citizenshipList><citizenship><country>Cuba</country>\
         </citizenship></citizenshipList><vesselInfo><callSign>CL2</callSign><vesselType>Tug</vesselType><vesselFlag>\
         Cuba</vesselFlag><vesselOwner>Acme</vesselOwner><tonnage>5</tonnage></vesselInfo>",
    );
    assert_eq!(record.positions, ["General"]);
    assert_eq!(record.designations[0].programmes, ["DPRK", "NPWMD"]);
    assert_eq!(record.addresses.len(), 1);
    assert_eq!(record.addresses[0].full, "Main Street 1, Floor 2, Bern, BE, 3000, Switzerland");
    assert_eq!(record.birth_places[0].country.as_ref().unwrap().code, Some("kp"));
    let codes: Vec<_> = record.nationalities.iter().map(|it| it.code).collect();
    assert_eq!(codes, [Some("ru"), Some("cu")]);
    assert_eq!(record.extras_of(extra::TYPE).collect::<Vec<_>>(), ["Tug"]);
    assert!(record.relations[0].inverse);
}

#[test]
fn an_entry_that_lacks_its_number_or_name_is_refused_and_the_next_is_kept() {
    let entries = "<sdnEntry><lastName>X</lastName></sdnEntry><sdnEntry><uid>2</uid></sdnEntry>".to_owned()
        + &entry(3, "Submarine", "");
    let read = read(&list(3, &entries));
    let expected = [(1, Refusal::Missing { field: "uid" }), (2, Refusal::Missing { field: "lastName" })];
    let mut refused = read.refused();
    refused.sort();
    assert_eq!(refused, expected);
    assert_eq!(read.entry("3").kind, Kind::Unknown);
    assert_eq!(read.repaired(), [(3, Repair::Kind { words: "Submarine".to_owned() })]);
}

/// What the two forms of the list must say alike of an entry.
#[derive(Debug, PartialEq, Eq)]
struct Alike {
    kind: Kind,
    name: String,
    programmes: BTreeSet<String>,
    positions: Vec<String>,
    weak: BTreeSet<String>,
    born: BTreeSet<String>,
    linked: BTreeSet<String>,
    numbers: BTreeSet<(IdKind, String)>,
}

fn alike(record: &Record) -> Alike {
    let linked = record.relations.iter().filter(|it| !it.inverse).filter_map(|it| match &it.to {
        Whom::Name(name) => Some(name.clone()),
        Whom::Id(_) => None,
    });
    Alike {
        kind: record.kind,
        name: record.name().unwrap().full.clone(),
        programmes: record.designations[0].programmes.iter().cloned().collect(),
        positions: record.positions.clone(),
        weak: record.names.iter().filter(|it| it.weak).map(|it| it.full.clone()).collect(),
        born: record.born.iter().map(|it| it.words.clone()).collect(),
        linked: linked.collect(),
        numbers: record.identifiers.iter().map(|it| (it.kind, it.value.clone())).collect(),
    }
}

#[test]
fn the_two_forms_of_the_small_real_list_say_the_same() {
    let Some(csv) = import_shared("fixtures", &["sdn.csv"]) else { return };
    let Some(xml) = import_shared("fixtures", &["ofac_sdn_subset_2024-05-07.xml"]) else { return };
    assert_eq!((csv.records.len(), xml.records.len()), (497, 497));
    assert!(xml.findings().is_empty(), "{:?}", xml.findings());
    let cut: BTreeSet<u64> = csv.repaired().iter().map(|(record, _)| *record).collect();
    let mut differ = Vec::new();
    for record in csv.records.iter().filter(|it| !cut.contains(&it.place.record)) {
        let (own, other) = (alike(record), alike(xml.entry(&record.id)));
        if own != other {
            differ.push(format!("{}: {own:#?} {other:#?}", record.id));
        }
    }
    // The files are of two days of one week.
    assert!(differ.len() <= 5, "{} differ: {}", differ.len(), differ.join("\n"));
}

#[test]
fn the_large_real_list_has_as_many_records_as_it_says() {
    let Some(path) = shared("data", "sdn_2024-05-07.xml") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let read = read(&text);
    let file = &read.import.report().files()[0];
    assert_eq!((file.about.count, file.kept), (Some(14_966), 14_966));
    assert!(read.findings().is_empty(), "{:?}", read.findings());
    let all = |what: &dyn Fn(&Record) -> usize| read.records.iter().map(what).sum::<usize>();
    let count = |needle: &str| text.matches(needle).count();
    assert_eq!(all(&|it| it.names.len()), 14_966 + count("<aka>"));
    assert_eq!(all(&|it| it.names.iter().filter(|it| it.weak).count()), count("<category>weak<"));
    assert_eq!(all(&|it| it.designations[0].programmes.len()), count("<program>"));
    assert_eq!(all(&|it| it.addresses.len()), count("<address>"));
    assert_eq!(all(&|it| usize::from(it.gender.is_some())), count("<idType>Gender<"));
    assert_eq!(all(&|it| it.relations.iter().filter(|it| !it.inverse).count()), count("Linked To: "));
    let countries = count("<nationality>") + count("<citizenship>") + count("<remarks>nationality ");
    assert_eq!(all(&|it| it.nationalities.len()), countries);
    let dated = count("<dateOfBirth>") + count("<idType>Organization Established Date<");
    let dated = dated + count("<idType>Aircraft Manufacture Date<") + count("<idType>Vessel Year of Build<");
    // One entry has its dates of birth in the remarks alone.
    assert_eq!(all(&|it| it.born.len()), dated + count("<remarks>DOB ") + count("alt. DOB "));
}
