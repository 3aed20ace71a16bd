//! Tests of the financial sanctions file of the EU.

use sourceline::import::record::{Calendar, Gender, IdKind, Kind, NameKind, Part, extra};
use sourceline::import::{Record, Refusal, Repair};
use sourceline::model::Date;

use super::{Read, import, import_shared, shared};

fn list(entities: &str) -> String {
    format!(
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<export \
         xmlns=\"http://eu.europa.ec/fpi/fsd/export\" generationDate=\"2024-05-13T17:44:28.283+02:00\" \
         globalFileId=\"1\">\n{entities}</export>"
    )
}

const NAME: &str = "<nameAlias firstName=\"Jane\" middleName=\"A.\" lastName=\"Doe\" wholeName=\"Jane A. Doe\" function=\"\" \
                    title=\"\" nameLanguage=\"\" strong=\"true\" regulationLanguage=\"en\" logicalId=\"1\"/>";

fn entity(id: u32, rest: &str) -> String {
    format!(
        "<sanctionEntity designationDate=\"2009-07-16\" designationDetails=\"\" unitedNationId=\"\" \
         euReferenceNumber=\"EU.{id}.1\" logicalId=\"{id}\"><subjectType code=\"person\" \
         classificationCode=\"P\"/>{NAME}{rest}</sanctionEntity>\n"
    )
}

fn read(text: &str) -> Read {
    import(&[("eu.xml", text.as_bytes())])
}

#[track_caller]
fn one(rest: &str) -> Record {
    let mut read = read(&list(&entity(7, rest)));
    assert_eq!(read.records.len(), 1, "{:?}", read.findings());
    read.records.remove(0)
}

fn date(text: &str) -> Option<Date> {
    Some(text.parse().unwrap())
}

pub(super) const SMALL: &str = "<export xmlns='http://eu.europa.ec/fpi/fsd/export'><sanctionEntity logicalId='1'>\
    <subjectType code='enterprise'/><nameAlias wholeName='Á &amp; B'/><remark>x &#x26; y</remark></sanctionEntity>\n\
    <sanctionEntity logicalId='2'><subjectType code='person'/><nameAlias wholeName='C'/></sanctionEntity></export>";

#[test]
fn an_entity_has_its_id_kind_reference_and_place() {
    let read = read(&list(&(entity(1, "") + &entity(2, "").replace("\"person\"", "\"enterprise\""))));
    let [first, second] = read.records.as_slice() else { panic!("two records") };
    assert_eq!((first.list.as_str(), first.id.as_str(), first.kind), ("eu-fsf", "1", Kind::Person));
    assert_eq!((second.kind, second.place.record, second.place.line), (Kind::Organization, 2, Some(4)));
    assert_eq!(read.words(second) + "\n", entity(2, "").replace("\"person\"", "\"enterprise\""));
    assert_eq!(first.designations[0].reference.as_deref(), Some("EU.1.1"));
    let about = &read.import.report().files()[0].about;
    assert_eq!(about.published.as_deref(), Some("2024-05-13T17:44:28.283+02:00"));
}

#[test]
fn names_need_no_language_and_keep_what_is_said_of_them() {
    let alias = |name: &str, rest: &str, inner: &str| {
        format!("<nameAlias wholeName=\"{name}\" {rest} regulationLanguage=\"en\">{inner}</nameAlias>")
    };
    let record = one(&[
        alias("Jane Roe", "nameLanguage=\"FR\" strong=\"true\" gender=\"F\"", ""),
        alias("Low", "strong=\"true\"", "<remark>Low quality alias</remark>"),
        alias("Weak", "strong=\"false\"", ""),
        alias("Old", "strong=\"true\"", "<remark>formerly known as</remark>"),
        alias("", "firstName=\"No\" lastName=\"Whole\" function=\"Head\" title=\"Dr.\"", ""),
    ]
    .concat());
    let names: Vec<_> = record.names.iter().map(|it| (it.full.as_str(), it.kind, it.weak)).collect();
    let expected = [
        ("Jane A. Doe", NameKind::Primary, false),
        ("Jane Roe", NameKind::Alias, false),
        ("Low", NameKind::Alias, true),
        ("Weak", NameKind::Alias, true),
        ("Old", NameKind::Former, false),
        ("No Whole", NameKind::Alias, false),
    ];
    assert_eq!(names, expected);
    assert_eq!((record.names[0].lang.as_deref(), record.names[1].lang.as_deref()), (None, Some("fr")));
    assert_eq!(record.names[0].part(Part::Middle), Some("A."));
    assert_eq!(record.gender, Some(Gender::Female));
    assert_eq!((record.positions, record.titles), (vec!["Head".to_owned()], vec!["Dr.".to_owned()]));
}

#[test]
fn an_entity_may_have_very_many_names() {
    let record = one(&NAME.repeat(144));
    assert_eq!(record.names.len(), 145);
}

#[test]
fn a_birth_is_as_precise_as_it_is_told_and_need_have_no_date() {
    let birth = |rest: &str| format!("<birthdate {rest}/>");
    let unknown = "countryIso2Code=\"00\" countryDescription=\"UNKNOWN\"";
    let record = one(&[
        birth(&format!("circa=\"false\" birthdate=\"1943-09-26\" dayOfMonth=\"26\" monthOfYear=\"9\" year=\"1943\" {unknown}")),
        birth(&format!("circa=\"true\" year=\"1938\" {unknown}")),
        birth(&format!("monthOfYear=\"3\" year=\"1968\" {unknown}")),
        birth(&format!("yearRangeFrom=\"1958\" yearRangeTo=\"1963\" {unknown}")),
        birth(&format!("yearRangeTo=\"1963\" {unknown}")),
        birth("city=\"Tehran\" countryIso2Code=\"IR\" countryDescription=\"IRAN (ISLAMIC REPUBLIC OF)\""),
        birth(unknown),
    ]
    .concat());
    let born: Vec<_> = record.born.iter().map(|it| (it.start, it.end, it.circa)).collect();
    let expected = [
        (date("1943-09-26"), date("1943-09-26"), false),
        (date("1938"), date("1938"), true),
        (date("1968-03"), date("1968-03"), false),
        (date("1958"), date("1963"), false),
        (None, date("1963"), false),
    ];
    assert_eq!(born, expected);
    assert_eq!(record.birth_places.len(), 1);
    assert_eq!(record.birth_places[0].country.as_ref().unwrap().code, Some("ir"));
}

#[test]
fn another_calendar_is_kept_and_read_only_as_the_file_converts_it() {
    let record = one(
        "<birthdate calendarType=\"ISLAMIC\" birthdate=\"1982-04-19\" dayOfMonth=\"24\" monthOfYear=\"6\" year=\"1402\"/>\
         <birthdate calendarType=\"ISLAMIC\" year=\"1343\"/>",
    );
    let islamic = Calendar::Other("ISLAMIC".to_owned());
    let told: Vec<_> = record.born.iter().map(|it| (it.words.as_str(), it.start)).collect();
    assert_eq!(told, [("24/6/1402", date("1982-04-19")), ("1343", None)]);
    assert!(record.born.iter().all(|it| it.calendar == islamic));
}

#[test]
fn the_day_of_designation_is_never_that_of_a_publication() {
    let regulation = "<regulation regulationType=\"amendment\" publicationDate=\"2023-11-14\" \
                      entryIntoForceDate=\"2023-11-15\" numberTitle=\"2023/2576 (OJ L14)\" programme=\"PRK\">\
                      <publicationUrl>https://eur-lex.example/?a=1&amp;b=2</publicationUrl></regulation>";
    let with = one(regulation);
    let without = entity(7, regulation).replace("designationDate=\"2009-07-16\"", "");
    let without = read(&list(&without)).records.remove(0);
    assert_eq!(with.designations[0].listed_on.as_ref().unwrap().start, date("2009-07-16"));
    let designation = &without.designations[0];
    assert_eq!(designation.listed_on, None);
    let basis = &designation.legal_basis[0];
    assert_eq!((designation.programmes[0].as_str(), basis.title.as_str()), ("PRK", "2023/2576 (OJ L14)"));
    assert_eq!(basis.published_on.as_ref().unwrap().start, date("2023-11-14"));
    assert_eq!(basis.in_force_on.as_ref().unwrap().start, date("2023-11-15"));
    assert_eq!(basis.url.as_deref(), Some("https://eur-lex.example/?a=1&b=2"));
}

#[test]
fn an_entity_under_two_programmes_comes_twice_with_one_id() {
    let regulation = |programme: &str| format!("<regulation programme=\"{programme}\" numberTitle=\"x\"/>");
    let read = read(&list(&(entity(547, &regulation("AFG")) + &entity(547, &regulation("TAQA")))));
    let told: Vec<_> =
        read.records.iter().map(|it| (it.id.as_str(), it.designations[0].programmes[0].as_str())).collect();
    assert_eq!(told, [("547", "AFG"), ("547", "TAQA")]);
}

#[test]
fn numbers_addresses_and_contacts_are_read() {
    let record = one(
        "<identification diplomatic=\"true\" knownExpired=\"true\" knownFalse=\"false\" number=\"D0\" issuedBy=\"Bombay\" \
         identificationTypeCode=\"passport\" identificationTypeDescription=\"National passport\" \
         countryIso2Code=\"IN\" countryDescription=\"INDIA\" issueDate=\"1999-04-27\" validTo=\"2009-04-27\"><remark>\
         stamped</remark></identification><identification number=\"\" countryIso2Code=\"00\"><remark>only words\
         </remark></identification><address city=\"Moscow\" street=\"Main 1\" poBox=\"12\" zipCode=\"119\" region=\"\" \
         asAtListingTime=\"true\" countryIso2Code=\"RU\" countryDescription=\"RUSSIAN FEDERATION\"><contactInfo \
         key=\"WEB\" value=\"https://a.example\"/><contactInfo key=\"FAX\" value=\"+1\"/></address><citizenship \
         countryIso2Code=\"KP\" countryDescription=\"KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF\"/><remark>none</remark>\
         <remark>Son of\n X</remark>",
    );
    let [passport] = record.identifiers.as_slice() else { panic!("one number") };
    assert_eq!((passport.kind, passport.value.as_str()), (IdKind::Passport, "D0"));
    assert_eq!(passport.country.as_ref().unwrap().code, Some("in"));
    assert_eq!(passport.note.as_deref(), Some("diplomatic; known to be expired; issued by Bombay; stamped"));
    assert_eq!(passport.expires.as_ref().unwrap().start, date("2009-04-27"));
    assert_eq!(record.addresses[0].full, "Main 1, P.O. Box 12, Moscow, 119, RUSSIAN FEDERATION");
    assert_eq!(record.addresses[0].note.as_deref(), Some("at the time of listing"));
    assert_eq!(record.extras_of(extra::WEBSITE).collect::<Vec<_>>(), ["https://a.example"]);
    assert_eq!(record.extras_of(extra::PHONE).collect::<Vec<_>>(), ["+1"]);
    assert_eq!(record.nationalities[0].code, Some("kp"));
    assert_eq!(record.remarks, ["only words", "Son of X"]);
}

#[test]
fn what_lacks_an_id_or_a_name_is_refused_and_an_unknown_kind_is_told() {
    let entities = "<sanctionEntity><nameAlias wholeName=\"X\"/></sanctionEntity><sanctionEntity logicalId=\"2\"/>\
                    <sanctionEntity logicalId=\"3\"><subjectType code=\"ship\"/><nameAlias wholeName=\"X\"/>\
                    </sanctionEntity>";
    let read = read(&list(entities));
    let mut fields: Vec<_> = read.refused().into_iter().collect();
    fields.sort();
    assert_eq!(fields[0], (1, Refusal::Missing { field: "logicalId" }));
    assert_eq!(fields[1], (2, Refusal::Missing { field: "nameAlias" }));
    assert!(read.repaired().contains(&(3, Repair::Kind { words: "ship".to_owned() })));
}

#[test]
fn the_small_real_list_is_read_whole() {
    let Some(read) = import_shared("fixtures", &["eu_fsf_subset_2024-05-13.xml"]) else { return };
    assert_eq!(read.records.len(), 248);
    assert!(read.findings().is_empty(), "{:?}", read.findings());
}

#[test]
fn the_large_real_list_agrees_with_counts_of_its_text() {
    let Some(path) = shared("data", "eu_fsf_2024-05-13.xml") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let read = read(&text);
    assert_eq!(read.records.len(), 4_811);
    assert!(read.findings().is_empty(), "{:?}", read.findings());
    let all = |what: &dyn Fn(&Record) -> usize| read.records.iter().map(what).sum::<usize>();
    let count = |needle: &str| text.matches(needle).count();
    assert_eq!(all(&|it| it.names.len()), 25_257);
    assert_eq!(all(&|it| it.names.iter().filter(|it| it.lang.is_none()).count()), count("nameLanguage=\"\""));
    assert_eq!(all(&|it| it.designations.iter().filter(|it| it.listed_on.is_none()).count()), 672);
    assert_eq!(all(&|it| it.born.iter().filter(|it| it.calendar != Calendar::Gregorian).count()), 5);
    assert_eq!(all(&|it| it.born.len()), count("<birthdate ") - 109);
    assert_eq!(all(&|it| it.identifiers.len()), count("<identification "));
    assert_eq!(
        all(&|it| it.nationalities.len()),
        count("<citizenship ") - {
            let unknown =
                |line: &&str| line.contains("<citizenship ") && line.contains("countryIso2Code=\"00\"");
            text.lines().filter(unknown).count()
        }
    );
}
