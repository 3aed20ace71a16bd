//! Tests of the CSV files of the UK: the list in its new layout, and the old `ConList.csv`.

use sourceline::import::record::{Gender, IdKind, Kind, NameKind, Part, Whom, extra};
use sourceline::import::{Limits, Record, Refusal, Repair};
use sourceline::model::Date;

use super::{Read, import, import_with};

const NEW: &str = "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,\
    Name type,Alias strength,Title,Name non-latin script,Non-latin script type,Non-latin script language,Regime Name,\
    Designation Type,Designation source,Sanctions Imposed,Other Information,UK Statement of Reasons,Address Line 1,\
    Address Line 2,Address Line 3,Address Line 4,Address Line 5,Address Line 6,Address Postal Code,Address Country,\
    Phone number,Website,Email address,Date Designated,D.O.B,Nationality(/ies),National Identifier number,\
    National Identifier additional information,Passport number,Passport additional information,Position,Gender,\
    Town of birth,Country of birth,Type of entity,Subsidiaries,Parent company,Business registration number (s),IMO number,\
    Current owner/operator (s),Previous owner/operator (s),Current believed flag of ship,Previous flags,Type of ship,\
    Tonnage of ship,Length of ship,Year Built,Hull identification number (HIN)";

const OLD: &str = "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,Non-Latin Script Type,\
    Non-Latin Script Language,DOB,Town of Birth,Country of Birth,Nationality,Passport Number,Passport Details,\
    National Identification Number,National Identification Details,Position,Address 1,Address 2,Address 3,Address 4,\
    Address 5,Address 6,Post/Zip Code,Country,Other Information,Group Type,Alias Type,Alias Quality,Regime,Listed On,\
    UK Sanctions List Date Designated,Last Updated,Group ID";

/// A row under headings, of the cells that say something.
fn row(headings: &str, cells: &[(&str, &str)]) -> String {
    for (name, _) in cells {
        assert!(headings.split(',').any(|it| it == *name), "{name}");
    }
    let cell = |name: &str| {
        let words = cells.iter().find(|(own, _)| *own == name).map_or("", |(_, words)| words);
        if words.contains([',', '"', '\n']) {
            format!("\"{}\"", words.replace('"', "\"\""))
        } else {
            words.to_owned()
        }
    };
    headings.split(',').map(cell).collect::<Vec<_>>().join(",")
}

/// The list in its new layout, of rows of cells.
fn new_list(rows: &[&[(&str, &str)]]) -> String {
    let rows: Vec<_> = rows.iter().map(|it| row(NEW, it) + "\r\n").collect();
    format!("Report Date: 13-Feb-2026\r\n{NEW}\r\n{}", rows.concat())
}

fn old_list(rows: &[&[(&str, &str)]]) -> String {
    let rows: Vec<_> = rows.iter().map(|it| row(OLD, it) + "\r\n").collect();
    format!("Last Updated,03/11/2025\r\n{OLD}\r\n{}", rows.concat())
}

fn read(text: &str) -> Read {
    import(&[("list.csv", text.as_bytes())])
}

const JANE: &[(&str, &str)] = &[
    ("Unique ID", "ATL0001"),
    ("Name 6", "DOE"),
    ("Name 1", "Jane"),
    ("Name type", "Primary Name"),
    ("Designation Type", "Individual"),
];

const OLD_JANE: &[(&str, &str)] = &[
    ("Group ID", "7001"),
    ("Name 6", "DOE"),
    ("Name 1", "Jane"),
    ("Alias Type", "Primary name"),
    ("Group Type", "Individual"),
    ("Regime", "Atlantis"),
];

fn with<'a>(base: &[(&'a str, &'a str)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = base.iter().filter(|(name, _)| more.iter().all(|(own, _)| own != name));
    kept.chain(more).copied().collect()
}

#[track_caller]
fn one(text: &str) -> Record {
    let mut read = read(text);
    assert_eq!(read.records.len(), 1, "{:?}", read.findings());
    read.records.remove(0)
}

fn date(text: &str) -> Option<Date> {
    Some(text.parse().unwrap())
}

/// Small lists of few columns, for tests that read them thousands of times.
pub(super) fn small() -> Vec<u8> {
    "Report Date: 13-Feb-2026\r\nUnique ID,Name 6,Name 1,Name type,Designation Type,D.O.B\r\nATL0001,DOE,Jane,Primary Name,\
     Individual,\r\nATL0001,RÖE,Jane,Alias,Individual,dd/mm/1950\r\nATL0002,\"Á \"\"B\"\"\",,,Ship,\r\n"
        .as_bytes()
        .to_vec()
}

pub(super) fn small_conlist() -> Vec<u8> {
    let text = "Last Updated,03/11/2025\r\nName 6,Name 1,DOB,Other Information,Group Type,Alias Type,Group ID\r\nDOE,Jane,\
                00/00/1959,(UN Ref):ATi.001,Individual,Primary name,7001\r\nROE,Jane,,,Individual,AKA,7001\r\n\
                ACM\u{c9},,,,Entity,,7002\r\n";
    text.chars().map(|it| u8::try_from(u32::from(it)).unwrap()).collect()
}

#[test]
fn rows_of_an_entry_are_one_record_with_the_place_of_all() {
    let other = with(JANE, &[("Name 6", "ROE"), ("Name type", "Alias")]);
    let next = with(JANE, &[("Unique ID", "ATL0002")]);
    let read = read(&new_list(&[JANE, &other, &next]));
    let [first, second] = read.records.as_slice() else { panic!("two records") };
    assert_eq!((first.list.as_str(), first.id.as_str(), first.kind), ("uk-sl", "ATL0001", Kind::Person));
    let names: Vec<_> = first.names.iter().map(|it| (it.full.as_str(), it.kind)).collect();
    assert_eq!(names, [("Jane DOE", NameKind::Primary), ("Jane ROE", NameKind::Alias)]);
    assert_eq!(first.names[0].part(Part::Last), Some("DOE"));
    assert_eq!(read.words(first) + "\r\n", row(NEW, JANE) + "\r\n" + &row(NEW, &other) + "\r\n");
    assert_eq!((second.place.record, second.place.line), (2, Some(5)));
    let file = &read.import.report().files()[0];
    assert_eq!((file.format.unwrap().key, file.read, file.kept), ("uk-csv", 2, 2));
    assert_eq!(file.about.published.as_deref(), Some("13-Feb-2026"));
}

#[test]
fn what_rows_say_again_is_told_once() {
    let cells: &[(&str, &str)] = &[
        ("Nationality(/ies)", "Peru"),
        ("Sanctions Imposed", "Asset freeze|Travel Ban"),
        ("UK Statement of Reasons", "For reasons."),
        ("Regime Name", "The Atlantis Regulations 2020"),
        ("Position", "Head"),
        ("D.O.B", "dd/mm/1950"),
        ("Address Line 6", "Lima"),
        ("Address Country", "Peru"),
        ("Passport number", "P1"),
        ("OFSI Group ID", "12000"),
    ];
    let both = with(JANE, cells);
    let other = with(&both, &[("Address Line 6", "Cusco")]);
    let record = one(&new_list(&[&both, &both, &other]));
    assert_eq!((record.names.len(), record.nationalities.len(), record.born.len()), (1, 1, 1));
    let towns: Vec<_> = record.addresses.iter().map(|it| it.full.as_str()).collect();
    assert_eq!(towns, ["Lima, Peru", "Cusco, Peru"]);
    assert_eq!((record.identifiers.len(), record.designations.len()), (2, 1));
    let own = &record.designations[0];
    assert_eq!((own.measures.len(), own.reasons.len(), own.programmes.len()), (2, 1, 1));
}

#[test]
fn the_primary_name_comes_first_wherever_its_row_stands() {
    let alias =
        with(JANE, &[("Name 6", "ROE"), ("Name type", "Alias"), ("Alias strength", "Low quality a.k.a")]);
    let record = one(&new_list(&[&alias, JANE]));
    let names: Vec<_> = record.names.iter().map(|it| (it.full.as_str(), it.weak)).collect();
    assert_eq!(names, [("Jane DOE", false), ("Jane ROE", true)]);
}

#[test]
fn a_row_that_stands_apart_extends_its_entry() {
    let next = with(JANE, &[("Unique ID", "ATL0002")]);
    let late = with(JANE, &[("Name 6", "ROE"), ("Name type", "Alias")]);
    let read = read(&new_list(&[JANE, &next, &late]));
    let ids: Vec<_> = read.records.iter().map(|it| (it.id.as_str(), it.extends)).collect();
    assert_eq!(ids, [("ATL0001", false), ("ATL0002", false), ("ATL0001", true)]);
    assert_eq!(read.records[2].names[0].full, "Jane ROE");
}

#[test]
fn very_many_rows_of_an_entry_are_several_records() {
    let rows: Vec<&[(&str, &str)]> = vec![JANE; 1001];
    let records = read(&new_list(&rows)).records;
    let extends: Vec<_> = records.iter().map(|it| it.extends).collect();
    assert_eq!(extends, [false, true]);
    let text = new_list(&[JANE; 9]);
    let limits = Limits { record: 600, ..Limits::default() };
    let read = import_with(&[("list.csv", text.as_bytes())], limits);
    assert!(read.records.len() > 1);
    assert!(
        read.records.iter().all(|it| read.import.words(&it.place).is_ok()),
        "no record is longer than it may be"
    );
}

#[test]
fn a_ship_has_its_number_flag_and_owner() {
    let record = one(&new_list(&[&[
        ("Unique ID", "ATL0003"),
        ("Name 6", "SEA BREEZE"),
        ("Name type", "Primary Name"),
        ("Designation Type", "Ship"),
        ("IMO number", "9000001"),
        ("Current owner/operator (s)", "ACME"),
        ("Current believed flag of ship", "Panama"),
        ("Year Built", "2001"),
        ("Hull identification number (HIN)", "H1"),
    ]]));
    assert_eq!(record.kind, Kind::Vessel);
    let numbers: Vec<_> = record.identifiers.iter().map(|it| (it.kind, it.value.as_str())).collect();
    assert_eq!(numbers, [(IdKind::Imo, "9000001"), (IdKind::Serial, "H1")]);
    assert_eq!(record.relations[0].to, Whom::Name("ACME".to_owned()));
    assert_eq!((record.countries[0].code, record.born[0].start), (Some("pa"), date("2001")));
}

#[test]
fn numbers_have_what_is_said_of_them() {
    let cells = with(
        JANE,
        &[
            ("Passport number", "(1) P1 (2) P2"),
            ("Passport additional information", "(1) Peru (2) lost"),
            ("National Identifier number", "N1"),
            ("National Identifier additional information", "Peru, DNI"),
        ],
    );
    let record = one(&new_list(&[&cells]));
    let numbers: Vec<_> =
        record.identifiers.iter().map(|it| (it.kind, it.value.as_str(), it.note.as_deref())).collect();
    let expected = [
        (IdKind::Passport, "P1", Some("Peru")),
        (IdKind::Passport, "P2", Some("lost")),
        (IdKind::National, "N1", Some("Peru, DNI")),
    ];
    assert_eq!(numbers, expected);
}

#[test]
fn a_date_that_is_not_understood_is_told_with_its_entry() {
    let strange = with(JANE, &[("D.O.B", "in spring")]);
    let next = with(JANE, &[("Unique ID", "ATL0002"), ("D.O.B", "soon after")]);
    let read = read(&new_list(&[&strange, &strange, &next]));
    let told = |words: &str| Repair::Date { words: words.to_owned() };
    assert_eq!(read.repaired(), [(1, told("in spring")), (2, told("soon after"))]);
    assert_eq!(read.import.report().files()[0].repaired, 2);
    assert_eq!(read.records[0].born[0].words, "in spring");
}

#[test]
fn a_row_that_is_cut_or_has_no_number_or_name_is_refused_and_the_others_are_kept() {
    let nameless = [("Unique ID", "ATL0009"), ("Designation Type", "Entity")];
    let text =
        new_list(&[JANE, &with(JANE, &[("Unique ID", "")]), JANE, &nameless]) + "01/01/2020,ATL0003,x\r\n";
    let read = read(&text);
    let columns = Refusal::Columns { expected: 58, found: 3 };
    let missing = |field| Refusal::Missing { field };
    assert_eq!(read.refused(), [(5, columns), (2, missing("Unique ID")), (4, missing("Name 6"))]);
    let ids: Vec<_> = read.records.iter().map(|it| (it.id.as_str(), it.extends)).collect();
    assert_eq!(ids, [("ATL0001", false), ("ATL0001", true)]);
}

#[test]
fn columns_may_stand_in_another_order_and_new_ones_are_not_lost() {
    let text = "Report Date: 1-Jan-2027\nNAME 1,Name  6,unique id,Shoe size,Designation Type\nJane,DOE,ATL0001,38,Individual\n";
    let record = one(text);
    assert_eq!(record.names[0].full, "Jane DOE");
    assert_eq!(record.extras_of("Shoe size").collect::<Vec<_>>(), ["38"]);
    // Without the line before the headings it is the same list.
    assert_eq!(one(text.split_once('\n').unwrap().1).names, record.names);
}

#[test]
fn an_id_that_is_cut_with_the_file_names_no_entry() {
    let text = old_list(&[OLD_JANE, OLD_JANE]);
    let read = read(text.strip_suffix("1\r\n").unwrap());
    assert_eq!(read.refused(), [(2, Refusal::Truncated)]);
    let ids: Vec<_> = read.records.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["7001"]);
}

#[test]
fn headings_without_a_row_are_an_empty_list() {
    let read = read(&new_list(&[]));
    assert_eq!((read.records.len(), read.stopped()), (0, vec![Refusal::Empty]));
}

#[test]
fn the_old_list_is_told_by_its_headings_and_joined_on_the_group() {
    let other = with(OLD_JANE, &[("Name 6", "ROE"), ("Alias Type", "AKA"), ("Alias Quality", "Low quality")]);
    let former = with(OLD_JANE, &[("Name 6", "OLD"), ("Alias Type", "FKA")]);
    let read = read(&old_list(&[OLD_JANE, &other, &former]));
    let [record] = read.records.as_slice() else { panic!("one record") };
    assert_eq!((record.list.as_str(), record.id.as_str()), ("uk-conlist", "7001"));
    let names: Vec<_> = record.names.iter().map(|it| (it.full.as_str(), it.kind, it.weak)).collect();
    let expected = [
        ("Jane DOE", NameKind::Primary, false),
        ("Jane ROE", NameKind::Alias, true),
        ("Jane OLD", NameKind::Former, false),
    ];
    assert_eq!(names, expected);
    let file = &read.import.report().files()[0];
    assert_eq!(file.format.unwrap().key, "uk-conlist-csv");
    assert_eq!(file.about.published.as_deref(), Some("03/11/2025"));
    assert_eq!(record.designations[0].programmes, ["Atlantis"]);
}

#[test]
fn the_old_list_is_windows_1252_and_that_is_nothing_to_put_right() {
    let read = import(&[("ConList.csv", &small_conlist())]);
    assert_eq!(read.entry("7002").names[0].full, "ACMÉ");
    assert!(read.findings().is_empty(), "{:?}", read.findings());
    // In the new layout it is.
    let text = String::from_utf8(small()).unwrap();
    let bytes: Vec<u8> = text.chars().map(|it| u8::try_from(u32::from(it)).unwrap()).collect();
    let read = import(&[("uk.csv", &bytes)]);
    assert_eq!(read.repaired(), [(1, Repair::Encoding { letters: 2 })]);
}

#[test]
fn the_old_list_has_two_dates_of_listing() {
    let cells = with(
        OLD_JANE,
        &[
            ("Listed On", "23/02/2001"),
            ("UK Sanctions List Date Designated", "25/01/2001"),
            ("Last Updated", "01/02/2021"),
        ],
    );
    let own = one(&old_list(&[&cells])).designations.remove(0);
    assert_eq!(own.listed_on.unwrap().start, date("2001-02-23"));
    assert_eq!(own.updated_on[0].start, date("2021-02-01"));
    assert_eq!(own.note.as_deref(), Some("date designated on the UK Sanctions List: 25/01/2001"));
}

#[test]
fn cells_of_the_old_list_number_what_they_have_several_of() {
    let cells = with(
        OLD_JANE,
        &[
            ("DOB", "00/00/1959"),
            ("Nationality", "(1) Iran (2) Iraq"),
            ("Town of Birth", "(1) Lima (2) Cusco"),
            ("Country of Birth", "(1) Peru (2) Peru"),
            ("Position", "(1) Head of X (2) Minister (1999)"),
            ("Passport Number", "(1) P1 (2) P2"),
            ("Passport Details", "both lost"),
        ],
    );
    let record = one(&old_list(&[&cells]));
    assert_eq!(record.born[0].start, date("1959"));
    let nations: Vec<_> = record.nationalities.iter().map(|it| it.code).collect();
    assert_eq!(nations, [Some("ir"), Some("iq")]);
    let births: Vec<_> = record.birth_places.iter().map(|it| it.full.as_str()).collect();
    assert_eq!(births, ["Lima, Peru", "Cusco, Peru"]);
    assert_eq!(record.positions, ["Head of X", "Minister (1999)"]);
    let numbers: Vec<_> =
        record.identifiers.iter().map(|it| (it.value.as_str(), it.note.as_deref())).collect();
    assert_eq!(numbers, [("P1", Some("both lost")), ("P2", Some("both lost"))]);
}

#[test]
fn older_files_have_the_numbers_in_the_details() {
    let text = "Last Updated,01/01/2010\nName 6,Name 1,Passport Details,NI Number,Group Type,Group ID\n\
                DOE,Jane,(1) P1 (Peru) (2) P2,N1,Individual,7001\n";
    let record = one(text);
    let numbers: Vec<_> = record.identifiers.iter().map(|it| (it.kind, it.value.as_str())).collect();
    let expected = [(IdKind::Passport, "P1 (Peru)"), (IdKind::Passport, "P2"), (IdKind::National, "N1")];
    assert_eq!(numbers, expected);
}

#[test]
fn other_information_of_the_old_list_has_labels_in_brackets() {
    let words = "Seen in Lima (Peru). (UK Sanctions List Ref):ATL0001. (UN Ref):ATi.001. (UK Statement of Reasons):Head of \
                 X (XX). A danger. (Gender):Female (Phone number):(1) +51 1 (2) +51 2 (Website):x.example \
                 (Current owner/operator (s)):ACME (Shoe size):38";
    let record = one(&old_list(&[&with(OLD_JANE, &[("Other Information", words)])]));
    let own = &record.designations[0];
    assert_eq!(own.reference.as_deref(), Some("ATL0001"));
    assert_eq!(own.note.as_deref(), Some("listed by the United Nations as ATi.001"));
    assert_eq!(own.reasons, ["Head of X (XX). A danger."]);
    assert_eq!(record.gender, Some(Gender::Female));
    assert_eq!(record.extras_of(extra::PHONE).collect::<Vec<_>>(), ["+51 1", "+51 2"]);
    assert_eq!(record.extras_of(extra::OWNER).collect::<Vec<_>>(), ["ACME"]);
    assert_eq!(record.remarks, ["Seen in Lima (Peru).", "Shoe size: 38"]);
}

#[test]
fn an_entry_without_a_reference_is_quoted_by_its_group() {
    assert_eq!(one(&old_list(&[OLD_JANE])).designations[0].reference.as_deref(), Some("7001"));
}
