//! Tests of the list of the UN Security Council.

use sourceline::import::record::{Gender, IdKind, Kind, NameKind, Part};
use sourceline::import::{Record, Refusal, Repair};
use sourceline::model::Date;

use super::{Read, import, import_shared, shared};

fn list(persons: &str, entities: &str) -> String {
    format!(
        "<?xml version='1.0' encoding='UTF-8'?>\n<CONSOLIDATED_LIST dateGenerated=\"2024-05-15T00:00:03.012Z\">\n\
         <INDIVIDUALS>{persons}</INDIVIDUALS><ENTITIES>{entities}</ENTITIES></CONSOLIDATED_LIST>"
    )
}

fn read(text: &str) -> Read {
    import(&[("consolidated.xml", text.as_bytes())])
}

#[track_caller]
fn person(rest: &str) -> Record {
    let text = format!("<INDIVIDUAL><DATAID>7</DATAID><FIRST_NAME>JANE</FIRST_NAME>{rest}</INDIVIDUAL>");
    let mut read = read(&list(&text, ""));
    assert_eq!(read.records.len(), 1, "{:?}", read.findings());
    read.records.remove(0)
}

#[track_caller]
fn entity(rest: &str) -> Record {
    let text = format!("<ENTITY><DATAID>8</DATAID><FIRST_NAME>ACME (AC)</FIRST_NAME>{rest}</ENTITY>");
    read(&list("", &text)).records.remove(0)
}

fn date(text: &str) -> Option<Date> {
    Some(text.parse().unwrap())
}

pub(super) const SMALL: &str = "<CONSOLIDATED_LIST dateGenerated='2024-05-15'><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID>\
    <FIRST_NAME>A</FIRST_NAME><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Á &amp; Ö</ALIAS_NAME>\
    </INDIVIDUAL_ALIAS></INDIVIDUAL></INDIVIDUALS>\n<ENTITIES><ENTITY><DATAID>2</DATAID><FIRST_NAME>B</FIRST_NAME>\
    </ENTITY></ENTITIES></CONSOLIDATED_LIST>";

#[test]
fn persons_and_entities_are_told_apart_and_have_their_place() {
    let read = read(SMALL);
    let told: Vec<_> =
        read.records.iter().map(|it| (it.id.as_str(), it.kind, it.place.record, it.place.line)).collect();
    assert_eq!(told, [("1", Kind::Person, 1, Some(1)), ("2", Kind::Organization, 2, Some(2))]);
    assert!(read.words(&read.records[1]).starts_with("<ENTITY><DATAID>2</DATAID>"));
    let about = &read.import.report().files()[0].about;
    assert_eq!(about.published.as_deref(), Some("2024-05-15"));
}

#[test]
fn a_name_has_up_to_four_parts_and_one_in_its_own_script() {
    let record = person(
        "<SECOND_NAME> DOE\n  </SECOND_NAME><THIRD_NAME>AL</THIRD_NAME><FOURTH_NAME>ROE</FOURTH_NAME>\
         <NAME_ORIGINAL_SCRIPT>جين</NAME_ORIGINAL_SCRIPT>",
    );
    let name = record.name().unwrap();
    assert_eq!(name.full, "JANE DOE AL ROE");
    assert_eq!((name.part(Part::Second), name.part(Part::Fourth)), (Some("DOE"), Some("ROE")));
    assert_eq!((record.names[1].full.as_str(), record.names[1].kind), ("جين", NameKind::Alias));
}

#[test]
fn white_space_within_a_text_is_one_space() {
    let record = person("<COMMENTS1>\n  Listed\n   on   sight. </COMMENTS1>");
    assert_eq!(record.remarks, ["Listed on sight."]);
}

#[test]
fn aliases_without_a_name_are_none_and_quality_has_two_scales() {
    let alias = |of: &str, quality: &str, name: &str| {
        format!("<{of}_ALIAS><QUALITY>{quality}</QUALITY><ALIAS_NAME>{name}</ALIAS_NAME></{of}_ALIAS>")
    };
    let own = alias("INDIVIDUAL", "Good", "Good one") + &alias("INDIVIDUAL", "Low", " Low  one ");
    let record = person(
        &(own
            + &alias("INDIVIDUAL", "", "")
            + "<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>"),
    );
    let names: Vec<_> = record.names.iter().skip(1).map(|it| (it.full.as_str(), it.kind, it.weak)).collect();
    assert_eq!(names, [("Good one", NameKind::Alias, false), ("Low one", NameKind::Alias, true)]);
    let record = entity(&(alias("ENTITY", "a.k.a.", "Other") + &alias("ENTITY", "f.k.a.", "Old")));
    let names: Vec<_> = record.names.iter().skip(1).map(|it| (it.full.as_str(), it.kind, it.weak)).collect();
    assert_eq!(names, [("Other", NameKind::Alias, false), ("Old", NameKind::Former, false)]);
}

#[test]
fn an_alias_may_have_a_note_and_a_birth_of_its_own() {
    let record = person(
        "<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Jay</ALIAS_NAME><DATE_OF_BIRTH>1965</DATE_OF_BIRTH>\
         <CITY_OF_BIRTH>Algiers</CITY_OF_BIRTH><COUNTRY_OF_BIRTH>Algeria</COUNTRY_OF_BIRTH><NOTE>formerly listed as\
         </NOTE></INDIVIDUAL_ALIAS><INDIVIDUAL_ALIAS><ALIAS_NAME>Kay</ALIAS_NAME><DATE_OF_BIRTH>null</DATE_OF_BIRTH>\
         </INDIVIDUAL_ALIAS>",
    );
    assert_eq!(
        (record.names[1].kind, record.names[1].note.as_deref()),
        (NameKind::Former, Some("formerly listed as"))
    );
    assert_eq!(record.born.len(), 1);
    assert_eq!(record.born[0].start, date("1965"));
    assert_eq!(record.birth_places[0].full, "Algiers, Algeria");
}

#[test]
fn a_date_of_birth_is_exact_about_or_between() {
    let birth = |inner: &str| format!("<INDIVIDUAL_DATE_OF_BIRTH>{inner}</INDIVIDUAL_DATE_OF_BIRTH>");
    let record = person(
        &[
            birth("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1950-07-01</DATE>"),
            birth("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>1946</YEAR>"),
            birth("<TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1960</YEAR>"),
            birth("<TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1963</FROM_YEAR><TO_YEAR>1968</TO_YEAR>"),
            birth("<TYPE_OF_DATE/>"),
            birth("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>1977</YEAR><NOTE>Approximately</NOTE>"),
        ]
        .concat(),
    );
    let born: Vec<_> = record.born.iter().map(|it| (it.start, it.end, it.circa)).collect();
    let expected = [
        (date("1950-07-01"), date("1950-07-01"), false),
        (date("1946"), date("1946"), false),
        (date("1960"), date("1960"), true),
        (date("1963"), date("1968"), false),
        (date("1977"), date("1977"), true),
    ];
    assert_eq!(born, expected);
    assert_eq!(record.born[4].words, "1977 (Approximately)");
}

#[test]
fn documents_places_and_offices_are_read_and_empty_ones_are_none() {
    let record = person(
        "<TITLE><VALUE>Dr</VALUE></TITLE><DESIGNATION><VALUE>Head of\nX</VALUE><VALUE/></DESIGNATION><NATIONALITY>\
         <VALUE>Democratic People's Republic of Korea</VALUE></NATIONALITY><GENDER>Male</GENDER><INDIVIDUAL_ADDRESS>\
         <STREET>Main 1</STREET><CITY>Bern</CITY><COUNTRY>Switzerland</COUNTRY><NOTE>previous</NOTE>\
         </INDIVIDUAL_ADDRESS><INDIVIDUAL_ADDRESS><COUNTRY/></INDIVIDUAL_ADDRESS><INDIVIDUAL_PLACE_OF_BIRTH>\
         <COUNTRY/></INDIVIDUAL_PLACE_OF_BIRTH><INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Número de pasaporte\
         </TYPE_OF_DOCUMENT><NUMBER>B0</NUMBER><ISSUING_COUNTRY>Libya</ISSUING_COUNTRY><DATE_OF_ISSUE>2011-12-07\
         </DATE_OF_ISSUE><CITY_OF_ISSUE>Tripoli</CITY_OF_ISSUE><NOTE>lost</NOTE></INDIVIDUAL_DOCUMENT>\
         <INDIVIDUAL_DOCUMENT/>",
    );
    assert_eq!((record.titles, record.positions), (vec!["Dr".to_owned()], vec!["Head of X".to_owned()]));
    assert_eq!((record.nationalities[0].code, record.gender), (Some("kp"), Some(Gender::Male)));
    assert_eq!((record.addresses.len(), record.birth_places.len()), (1, 0));
    assert_eq!(record.addresses[0].note.as_deref(), Some("previous"));
    let [passport] = record.identifiers.as_slice() else { panic!("one document") };
    assert_eq!((passport.kind, passport.value.as_str()), (IdKind::Passport, "B0"));
    assert_eq!(passport.country.as_ref().unwrap().code, Some("ly"));
    assert_eq!(passport.note.as_deref(), Some("issued in Tripoli; lost"));
}

#[test]
fn a_designation_has_its_regime_reference_dates_and_basis() {
    let record = person(
        "<UN_LIST_TYPE>Libya</UN_LIST_TYPE><REFERENCE_NUMBER>LYi.001</REFERENCE_NUMBER><LISTED_ON>2011-02-26\
         </LISTED_ON><COMMENTS1>Listed pursuant to paragraph 15 of resolution 1970 (Travel Ban). Believed dead.\
         </COMMENTS1><LAST_DAY_UPDATED><VALUE>2012-04-02</VALUE><VALUE/><VALUE>2015-03-26</VALUE></LAST_DAY_UPDATED>",
    );
    let designation = &record.designations[0];
    assert_eq!(designation.programmes, ["Libya"]);
    assert_eq!(designation.reference.as_deref(), Some("LYi.001"));
    assert_eq!(designation.listed_on.as_ref().unwrap().start, date("2011-02-26"));
    assert_eq!(designation.updated_on.len(), 2);
    assert_eq!(designation.legal_basis[0].title, "paragraph 15 of resolution 1970 (Travel Ban)");
}

#[test]
fn an_entry_without_a_name_or_number_is_refused() {
    let read = read(&list("<INDIVIDUAL><DATAID>1</DATAID></INDIVIDUAL><INDIVIDUAL/>", "<ENTITY/>"));
    let fields: Vec<_> = read.refused().into_iter().map(|(_, it)| it).collect();
    let missing = |field| Refusal::Missing { field };
    assert_eq!(fields, [missing("FIRST_NAME"), missing("DATAID"), missing("DATAID")]);
}

#[test]
fn the_small_real_list_is_read_whole() {
    let Some(read) = import_shared("fixtures", &["un_subset_2024-05-15.xml"]) else { return };
    assert_eq!(read.records.len(), 186);
    assert!(read.refused().is_empty() && read.stopped().is_empty());
}

#[test]
fn the_large_real_list_agrees_with_counts_of_its_text() {
    let Some(path) = shared("data", "un_2024-05-15.xml") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let read = read(&text);
    let of = |kind: Kind| read.records.iter().filter(|it| it.kind == kind).count();
    assert_eq!((of(Kind::Person), of(Kind::Organization)), (682, 193));
    let repaired: Vec<_> = read.repaired().into_iter().map(|(_, it)| it).collect();
    assert_eq!(repaired, [Repair::Date { words: "30-35 years old".to_owned() }]);
    assert_eq!(read.findings().len(), 1);
    let all = |what: &dyn Fn(&Record) -> usize| read.records.iter().map(what).sum::<usize>();
    let count = |needle: &str| text.matches(needle).count();
    let scripts = count("<NAME_ORIGINAL_SCRIPT>");
    let aliases = count("<ALIAS_NAME>");
    assert_eq!(all(&|it| it.names.len()), 682 + 193 + scripts + aliases);
    assert_eq!(all(&|it| it.names.iter().filter(|it| it.weak).count()), count("<QUALITY>Low<"));
    assert_eq!(all(&|it| usize::from(it.designations[0].listed_on.is_some())), count("<LISTED_ON>"));
    assert_eq!(all(&|it| usize::from(it.gender.is_some())), count("<GENDER>"));
}
