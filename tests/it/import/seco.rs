//! Tests of the sanctions list of Switzerland.

use sourceline::import::record::{
    Calendar, Gender, IdKind, Kind, Listing, NameKind, Part, RelationKind, Whom, extra,
};
use sourceline::import::{Limits, Record, Refusal, Repair};
use sourceline::model::Date;

use super::{Read, import, import_shared, import_with};

const PROGRAMMES: &str = "<sanctions-program ssid=\"5\" version-date=\"2024-01-01\"><program-key lang=\"ger\">Atlantis DE</program-key>\
    <program-key lang=\"eng\">Atlantis</program-key><program-name lang=\"eng\">Ordinance on Atlantis</program-name>\
    <sanctions-set ssid=\"51\" lang=\"ger\">Finanzen</sanctions-set><sanctions-set ssid=\"51\" lang=\"eng\">Financial \
    measures</sanctions-set><sanctions-set ssid=\"52\" lang=\"eng\">Travel ban</sanctions-set><origin>EU</origin>\
    </sanctions-program>";

fn list(targets: &str, places: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<swiss-sanctions-list list-type=\"whole-list\" date=\"2024-02-03\">\
         {PROGRAMMES}{targets}{places}</swiss-sanctions-list>"
    )
}

fn read(text: &str) -> Read {
    import(&[("seco.xml", text.as_bytes())])
}

fn name(sort: &str, value: &str) -> String {
    format!(
        "<name name-type=\"{sort}\" quality=\"good\" lang=\"eng\"><name-part order=\"1\" \
         name-part-type=\"whole-name\"><value>{value}</value></name-part></name>"
    )
}

fn target(id: u32, identity: &str, subject: &str, rest: &str) -> String {
    format!(
        "<target ssid=\"{id}\"><sanctions-set-id>51</sanctions-set-id><individual sex=\"female\"><identity \
         main=\"true\">{}{identity}</identity>{subject}</individual>{rest}</target>",
        name("primary-name", "Jane Doe")
    )
}

#[track_caller]
fn one(identity: &str, subject: &str, rest: &str) -> Record {
    let mut read = read(&list(&target(7, identity, subject, rest), ""));
    assert_eq!(read.records.len(), 1, "{:?}", read.findings());
    read.records.remove(0)
}

fn changed(sort: &str, day: &str) -> String {
    format!(
        "<modification modification-type=\"{sort}\" enactment-date=\"{day}\" publication-date=\"{day}\" \
         effective-date=\"{day}\"/>"
    )
}

fn date(text: &str) -> Option<Date> {
    Some(text.parse().unwrap())
}

pub(super) const SMALL: &str = "<swiss-sanctions-list date='2024-02-03'><sanctions-program ssid='5'><program-key lang='eng'>A</program-key>\
    <sanctions-set ssid='51' lang='eng'>F</sanctions-set></sanctions-program><target ssid='1'><sanctions-set-id>51</sanctions-set-id>\
    <individual><identity main='true'><name name-type='primary-name'><name-part order='1' name-part-type='family-name'><value>Á &amp; B\
    </value><spelling-variant lang='rus' script='CYRL'>Ж</spelling-variant></name-part></name><address place-id='9'/></identity>\
    </individual><modification modification-type='listed' effective-date='2020-01-01'/></target>\n<target ssid='2'><entity>\
    <identity><name><name-part><value>C</value></name-part></name></identity></entity></target><place ssid='9'><location>Bern\
    </location></place></swiss-sanctions-list>";

#[test]
fn a_target_has_its_id_kind_place_and_gender() {
    let text = list(&(target(7, "", "", "") + "\n" + &target(8, "", "", "")), "");
    let read = read(&text);
    let [first, second] = read.records.as_slice() else { panic!("two records") };
    assert_eq!((first.list.as_str(), first.id.as_str(), first.kind), ("ch-seco", "7", Kind::Person));
    assert_eq!((second.place.record, second.place.line), (2, Some(3)));
    assert_eq!(read.words(second), target(8, "", "", ""));
    assert_eq!(first.gender, Some(Gender::Female));
    let file = &read.import.report().files()[0];
    assert_eq!(file.format.unwrap().key, "seco-xml");
    assert_eq!(file.about.published.as_deref(), Some("2024-02-03"));
}

#[test]
fn entities_vessels_and_aircraft_are_told_apart() {
    let of = |subject: &str, end: &str| {
        let name = name("primary-name", "X");
        format!("<target ssid=\"1\"><{subject}><identity>{name}</identity></{end}></target>")
    };
    let cases = [
        (of("entity", "entity"), Kind::Organization),
        (of("object object-type=\"vessel\"", "object"), Kind::Vessel),
        (of("object object-type=\"aircraft\"", "object"), Kind::Airplane),
        (of("object object-type=\"goat\"", "object"), Kind::Unknown),
    ];
    for (text, kind) in cases {
        let read = read(&list(&text, ""));
        assert_eq!(read.records[0].kind, kind, "{text}");
        let repairs: Vec<_> = read.repaired().into_iter().map(|(_, it)| it).collect();
        let expected = Repair::Kind { words: "goat".to_owned() };
        assert_eq!(repairs, if kind == Kind::Unknown { vec![expected] } else { Vec::new() });
    }
}

#[test]
fn parts_of_a_name_are_joined_in_their_order_and_titles_stand_apart() {
    let record = one(
        "<name name-type=\"alias\" quality=\"low\"><name-part order=\"2\" name-part-type=\"family-name\"><value>Roe\
         </value></name-part><name-part order=\"1\" name-part-type=\"given-name\"><value>Ann</value></name-part><name-part \
         order=\"3\" name-part-type=\"father-name\"><value>Johns</value></name-part><name-part order=\"4\" \
         name-part-type=\"title\"><value>Dr</value></name-part></name>",
        "",
        "",
    );
    let alias = &record.names[1];
    assert_eq!((alias.full.as_str(), alias.kind, alias.weak), ("Ann Roe Johns", NameKind::Alias, true));
    assert_eq!(
        (alias.part(Part::First), alias.part(Part::Last), alias.part(Part::Father)),
        (Some("Ann"), Some("Roe"), Some("Johns"))
    );
    assert_eq!(record.titles, ["Dr"]);
}

#[test]
fn spellings_of_parts_make_names_in_one_writing() {
    let variant = |lang: &str, script: &str, words: &str| {
        format!("<spelling-variant lang=\"{lang}\" script=\"{script}\">{words}</spelling-variant>")
    };
    let part = |order: u32, sort: &str, value: &str, variants: &str| {
        format!(
            "<name-part order=\"{order}\" name-part-type=\"{sort}\"><value>{value}</value>{variants}</name-part>"
        )
    };
    let family =
        variant("RUS", "LATN", "Doh") + &variant("RUS", "LATN", "Do") + &variant("RUS", "CYRL", "ДОУ");
    let given = variant("RUS", "CYRL", "ДЖЕЙН");
    let identity = format!(
        "<name name-type=\"primary-name\" lang=\"eng\">{}{}</name>",
        part(1, "family-name", "Doe", &family),
        part(2, "given-name", "Jane", &given)
    );
    let text = list(
        &format!(
            "<target ssid=\"7\"><individual><identity main=\"true\">{identity}</identity></individual></target>"
        ),
        "",
    );
    let record = read(&text).records.remove(0);
    let names: Vec<_> = record
        .names
        .iter()
        .map(|it| (it.full.as_str(), it.kind, it.lang.as_deref(), it.script.as_deref()))
        .collect();
    let expected = [
        ("Doe Jane", NameKind::Primary, Some("en"), None),
        ("Doh Jane", NameKind::Alias, Some("ru"), Some("LATN")),
        ("Do Jane", NameKind::Alias, Some("ru"), Some("LATN")),
        ("ДОУ ДЖЕЙН", NameKind::Alias, Some("ru"), Some("CYRL")),
    ];
    assert_eq!(names, expected);
}

#[test]
fn very_many_spellings_are_kept_and_do_not_multiply() {
    let variants: String =
        (0..500).map(|nth| format!("<spelling-variant>v{nth}</spelling-variant>")).collect();
    let part =
        |order: u32| format!("<name-part order=\"{order}\"><value>p{order}</value>{variants}</name-part>");
    let record = one(&format!("<name name-type=\"alias\">{}{}</name>", part(1), part(2)), "", "");
    assert!(record.names.len() <= 2 + 1000, "{}", record.names.len());
    assert!(
        record.names.iter().any(|it| it.full == "v0 p2") && record.names.iter().any(|it| it.full == "v499")
    );
}

#[test]
fn the_name_of_another_identity_is_an_alias_and_the_main_one_comes_first() {
    let other = format!("<identity main=\"false\">{}</identity>", name("primary-name", "Ann Roe"));
    let main = format!(
        "<identity main=\"true\">{}{}</identity>",
        name("formerly-known-as", "Jane Old"),
        name("primary-name", "Jane Doe")
    );
    let text = format!("<target ssid=\"7\"><individual>{other}{main}</individual></target>");
    let record = read(&list(&text, "")).records.remove(0);
    let names: Vec<_> = record.names.iter().map(|it| (it.full.as_str(), it.kind)).collect();
    let expected =
        [("Jane Doe", NameKind::Primary), ("Jane Old", NameKind::Former), ("Ann Roe", NameKind::Alias)];
    assert_eq!(names, expected);
}

#[test]
fn a_birth_is_as_precise_as_its_parts() {
    let record = one(
        "<day-month-year day=\"31\" month=\"12\" year=\"1950\" calendar=\"Gregorian\" quality=\"good\"/><day-month-year \
         month=\"3\" year=\"1951\"/><day-month-year year=\"1952\" quality=\"low\"/><day-month-year day=\"1\" month=\"1\" \
         year=\"1330\" calendar=\"Hijri\"/><day-month-year/>",
        "",
        "",
    );
    let born: Vec<_> = record.born.iter().map(|it| (it.words.as_str(), it.start, it.circa)).collect();
    let expected = [
        ("31.12.1950", date("1950-12-31"), false),
        ("3.1951", date("1951-03"), false),
        ("1952 (low quality)", date("1952"), true),
        ("1.1.1330", None, false),
    ];
    assert_eq!(born, expected);
    assert_eq!(record.born[3].calendar, Calendar::Other("Hijri".to_owned()));
}

#[test]
fn a_day_that_there_is_not_keeps_its_words() {
    let text = list(&target(7, "<day-month-year day=\"31\" month=\"2\" year=\"1950\"/>", "", ""), "");
    let read = read(&text);
    assert_eq!(read.repaired(), [(1, Repair::Date { words: "31.2.1950".to_owned() })]);
    assert_eq!(read.records[0].born[0].start, None);
}

#[test]
fn places_that_stand_behind_the_targets_are_added_to_them() {
    let identity = "<address place-id=\"91\" quality=\"good\"><c-o>Club</c-o><address-details>Main 4</address-details>\
                    <zip-code>3003</zip-code></address><place-of-birth place-id=\"92\"/><address><address-details>Side 5\
                    </address-details><country iso-code=\"CH\">Switzerland</country></address>";
    let places = "<place ssid=\"91\"><location>Bern</location><area>Bern BE</area><country iso-code=\"CH\">Switzerland\
                  </country></place><place ssid=\"92\"><location>Lima</location><country iso-code=\"PE\"/></place>";
    let text = list(&(target(7, identity, "", "") + &target(8, "", "", "")), places);
    let read = read(&text);
    let ids: Vec<_> = read.records.iter().map(|it| (it.id.as_str(), it.extends)).collect();
    assert_eq!(ids, [("7", false), ("8", false), ("7", true)]);
    assert_eq!(read.records[0].addresses[0].full, "Side 5, Switzerland");
    let added = &read.records[2];
    assert_eq!(added.addresses[0].full, "Main 4, Bern, Bern BE, 3003, Switzerland");
    assert_eq!(added.addresses[0].note.as_deref(), Some("c/o Club"));
    assert_eq!(
        (added.birth_places[0].full.as_str(), added.birth_places[0].country.as_ref().unwrap().code),
        ("Lima, PE", Some("pe"))
    );
    assert_eq!(added.place, read.records[0].place);
    let file = &read.import.report().files()[0];
    assert_eq!((file.read, file.kept), (2, 2), "a target is counted once");
}

#[test]
fn places_that_stand_before_the_targets_are_in_them() {
    let place = "<place ssid=\"91\"><location>Bern</location></place>";
    let read = read(&list(&(place.to_owned() + &target(7, "<address place-id=\"91\"/>", "", "")), ""));
    assert_eq!(read.records.len(), 1);
    assert_eq!(read.records[0].addresses[0].full, "Bern");
}

#[test]
fn a_place_that_is_not_in_the_file_is_told_by_its_number() {
    let text = list(&target(7, "<address place-id=\"91\"><zip-code>3003</zip-code></address>", "", ""), "");
    let whole = read(&text);
    let note = Some("place 91, which is not in the file");
    assert_eq!(whole.records[1].addresses[0].note.as_deref(), note);
    assert_eq!(whole.records[1].addresses[0].postal_code.as_deref(), Some("3003"));
    // What waits is not lost where the file is cut.
    let cut = read(text.strip_suffix("</swiss-sanctions-list>").unwrap());
    assert_eq!(cut.records, whole.records);
    assert_eq!(cut.stopped(), [Refusal::Truncated]);
}

#[test]
fn what_waits_for_places_has_a_limit() {
    let text = list(&target(7, "<address place-id=\"91\"/>", "", ""), "");
    let read = import_with(&[("seco.xml", text.as_bytes())], Limits { carried: 10, ..Limits::default() });
    assert_eq!(read.stopped(), [Refusal::Carried { limit: 10 }]);
    let text = text.replace(PROGRAMMES, "");
    let read = import_with(&[("seco.xml", text.as_bytes())], Limits { carried: 10, ..Limits::default() });
    assert_eq!(read.refused(), [(1, Refusal::Carried { limit: 10 })]);
}

#[test]
fn sets_of_sanctions_tell_programme_measure_and_ordinance_in_english() {
    let text = target(7, "", "<justification>For\n good  reason.</justification>", "").replace(
        "<individual",
        "<sanctions-set-id>52</sanctions-set-id><sanctions-set-id>99</sanctions-set-id><individual",
    );
    let record = read(&list(&text, "")).records.remove(0);
    let [designation] = record.designations.as_slice() else { panic!("one designation") };
    assert_eq!(designation.programmes, ["Atlantis"]);
    assert_eq!(designation.measures, ["Financial measures", "Travel ban"]);
    assert_eq!(designation.legal_basis[0].title, "Ordinance on Atlantis");
    assert_eq!(designation.reference.as_deref(), Some("7"));
    assert_eq!(designation.reasons, ["For good reason."]);
    assert_eq!(designation.note.as_deref(), Some("origin: EU; sanctions set 99"));
}

#[test]
fn the_newest_change_says_whether_it_holds() {
    let listed = changed("listed", "2014-05-01");
    let amended = changed("amended", "2015-06-01") + &changed("amended", "2014-12-01");
    let record = one("", "", &(changed("de-listed", "2016-03-01") + &amended + &listed));
    let designation = &record.designations[0];
    assert_eq!(designation.status, Listing::Ended);
    assert_eq!(designation.ended_on.as_ref().unwrap().start, date("2016-03-01"));
    assert_eq!(designation.listed_on.as_ref().unwrap().start, date("2014-05-01"));
    let updated: Vec<_> = designation.updated_on.iter().map(|it| it.words.as_str()).collect();
    assert_eq!(updated, ["2014-12-01", "2015-06-01"]);
    // The same with the oldest first.
    let record = one("", "", &(listed + &changed("de-listed", "2016-03-01")));
    assert_eq!(record.designations[0].status, Listing::Ended);
}

#[test]
fn who_was_taken_off_and_came_back_is_on_the_list() {
    let changes = changed("listed", "2020-01-01")
        + &changed("de-listed", "2016-03-01")
        + &changed("listed", "2014-05-01");
    let designation = one("", "", &changes).designations.remove(0);
    assert_eq!((designation.status, designation.ended_on), (Listing::InForce, None));
    assert_eq!(designation.listed_on.unwrap().start, date("2020-01-01"));
    let note = "origin: EU; was de-listed on 2016-03-01; was listed on 2014-05-01";
    assert_eq!(designation.note.as_deref(), Some(note));
}

#[test]
fn a_change_may_have_no_days_and_what_it_changed_is_none_of_the_target() {
    let changes = "<modification modification-type=\"amended\"><removed><individual><identity><name><name-part><value>Old\
                   </value></name-part></name></identity></individual><target ssid=\"9\"/></removed></modification>\
                   <modification modification-type=\"listed\"/>";
    let record = one("", "", changes);
    assert_eq!((record.names.len(), record.designations[0].status), (1, Listing::InForce));
    assert_eq!(record.designations[0].listed_on, None);
}

#[test]
fn the_day_of_effect_stands_apart_where_it_is_another() {
    let designation = one(
        "",
        "",
        "<modification modification-type=\"listed\" enactment-date=\"2022-02-25\" effective-date=\"2022-03-01\"/>",
    )
    .designations
    .remove(0);
    assert_eq!(designation.listed_on.unwrap().start, date("2022-02-25"));
    assert_eq!(designation.effective_on.unwrap().start, date("2022-03-01"));
}

#[test]
fn documents_nationalities_and_foreign_numbers_are_read() {
    let record = one(
        "<nationality><country iso-code=\"GB\">United Kingdom</country></nationality><identification-document \
         document-type=\"diplomatic-passport\"><number> P 1</number><issuer code=\"KP\">Korea</issuer><date-of-issue>\
         2011-05-03</date-of-issue><expiry-date>2021-05-03</expiry-date><remark>lost</remark></identification-document>\
         <identification-document document-type=\"id-card\"><number>N2</number></identification-document>",
        "",
        "<foreign-identifier>ATi.001</foreign-identifier>",
    );
    assert_eq!(record.nationalities[0].code, Some("gb"));
    let numbers: Vec<_> = record.identifiers.iter().map(|it| (it.kind, it.value.as_str())).collect();
    let expected = [(IdKind::Passport, "P 1"), (IdKind::National, "N2"), (IdKind::Other, "ATi.001")];
    assert_eq!(numbers, expected);
    let passport = &record.identifiers[0];
    assert_eq!(passport.label, "diplomatic passport");
    assert_eq!(passport.country.as_ref().unwrap().code, Some("kp"));
    assert_eq!(passport.expires.as_ref().unwrap().start, date("2021-05-03"));
    assert_eq!(passport.note.as_deref(), Some("lost"));
}

#[test]
fn relations_name_other_targets_by_their_number() {
    let record = one(
        "",
        "<relation target-id=\"8\" relation-type=\"related-to\"><remark>sister</remark></relation>",
        "",
    );
    let [relation] = record.relations.as_slice() else { panic!("one relation") };
    assert_eq!((relation.kind, &relation.to), (RelationKind::UnknownLink, &Whom::Id("8".to_owned())));
    assert_eq!(relation.role.as_deref(), Some("related to: sister"));
}

#[test]
fn information_with_a_label_is_a_field_and_other_is_a_remark() {
    let other = |words: &str| format!("<other-information>{words}</other-information>");
    let all = [
        "IMO Number: 9000001",
        "Registration number: 1234.",
        "SWIFT/BIC code: ABCD and 1234",
        "Website: https://example.org",
        "Tel.: +41 1 2",
        "Type of entity: company",
        "Date of registration: 3.1.2003 or so",
        "Known to travel.",
        "",
    ];
    let record = one("", &all.map(other).concat(), "");
    let numbers: Vec<_> = record.identifiers.iter().map(|it| (it.kind, it.value.as_str())).collect();
    assert_eq!(numbers, [(IdKind::Imo, "9000001"), (IdKind::Registration, "1234")]);
    assert_eq!(record.extras_of(extra::WEBSITE).collect::<Vec<_>>(), ["https://example.org"]);
    assert_eq!(record.extras_of(extra::PHONE).collect::<Vec<_>>(), ["+41 1 2"]);
    assert_eq!(record.extras_of(extra::LEGAL_FORM).collect::<Vec<_>>(), ["company"]);
    let remarks =
        ["SWIFT/BIC code: ABCD and 1234", "Date of registration: 3.1.2003 or so", "Known to travel."];
    assert_eq!(record.remarks, remarks);
}

#[test]
fn a_target_without_number_subject_or_name_is_refused() {
    let text = "<target/><target ssid=\"1\"/><target ssid=\"2\"><entity/></target>";
    let fields: Vec<_> = read(&list(text, "")).refused().into_iter().map(|(_, it)| it).collect();
    let missing = |field| Refusal::Missing { field };
    assert_eq!(fields, [missing("ssid"), missing("individual"), missing("name")]);
}

#[test]
fn a_list_of_amendments_says_so() {
    let text = list("", "").replace("whole-list", "amendment");
    let about = read(&text).import.report().files()[0].about.clone();
    assert_eq!(about.list.as_deref(), Some("Swiss consolidated sanctions list (SESAM): amendment"));
}

#[test]
fn the_small_real_sample_is_read_whole() {
    let Some(read) = import_shared("fixtures", &["seco_sample_2024-01-17.xml"]) else { return };
    assert_eq!(read.records.len(), 3);
    assert!(read.findings().is_empty(), "{:?}", read.findings());
    let both = &read.entry("64393").designations[0];
    assert_eq!(both.measures, ["Financial measures, annex 2", "Travel ban, annex 1"]);
    assert_eq!((both.programmes.len(), both.status), (1, Listing::InForce));
    let born = |id: &str| read.entry(id).born[0].start;
    assert_eq!((born("64398"), born("64393")), (date("2025-12-31"), date("1900-01-01")));
    assert_eq!(read.entry("64403").nationalities[0].code, Some("us"));
}
