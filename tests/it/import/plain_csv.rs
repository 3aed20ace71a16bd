//! Tests of tables whose columns are guessed or said.

use std::collections::BTreeSet;
use std::io::Cursor;

use sourceline::import::formats::Confidence;
use sourceline::import::formats::plain::{Column, Delimiter, Field, Mapping, Table};
use sourceline::import::record::{Gender, IdKind, Kind, Listing, NameKind, Part, Whom};
use sourceline::import::{File, Import, Limits, Record, Refusal, Repair};
use sourceline::words;

use super::{Read, import, run};

fn read(text: &str) -> Read {
    import(&[("people.csv", text.as_bytes())])
}

fn read_with(text: &str, mapping: Mapping) -> Read {
    let files = vec![File::new("people.csv", Cursor::new(text.to_owned()))];
    run(Import::mapped(files, Limits::default(), vec![("people.csv".to_owned(), mapping)]))
}

#[track_caller]
fn table(read: &Read) -> &Table {
    read.import.report().files()[0].about.table.as_ref().unwrap()
}

#[track_caller]
fn mapping(read: &Read) -> &Mapping {
    &table(read).mapping
}

fn fields(read: &Read) -> Vec<Field> {
    mapping(read).columns.iter().map(|it| it.field).collect()
}

fn names(read: &Read) -> Vec<&str> {
    read.records.iter().map(|it| it.name().unwrap().full.as_str()).collect()
}

/// The record of one row below its titles.
#[track_caller]
fn one(titles: &str, row: &str) -> Record {
    let read = read(&format!("{titles}\n{row}\n"));
    assert_eq!(read.records.len(), 1, "{:?}", read.findings());
    assert_eq!(read.words(&read.records[0]), row);
    read.records.into_iter().next().unwrap()
}

#[test]
fn each_delimiter_is_found() {
    for delimiter in Delimiter::ALL {
        let byte = char::from(delimiter.byte());
        let text = "name_country_note\nIda Holm_ru_\"one, two; three|four\tfive\"\nJon Rask_kp_x\n";
        let read = read(&text.replace('_', &byte.to_string()));
        assert_eq!(mapping(&read).delimiter, delimiter);
        assert_eq!(fields(&read), [Field::Name, Field::Country, Field::Remark], "{delimiter:?}");
        assert_eq!(read.records[0].remarks, ["one, two; three|four five"]);
        assert_eq!(read.import.report().files()[0].format.unwrap().key, "plain-csv");
    }
}

#[test]
fn columns_are_known_by_their_titles_in_several_languages() {
    use Field::{Born, FirstName, LastName, Nationality, Passport, Remark};
    let heads = [
        "Last name,First name,Date of birth,Nationality,Passport number,Remarks",
        "Nachname,Vorname,Geburtsdatum,Staatsangehörigkeit,Reisepass,Bemerkungen",
        "Nom de famille,Prénom,Date de naissance,Nationalité,Passeport,Remarques",
        "Apellidos,Nombre de pila,Fecha de nacimiento,Nacionalidad,Pasaporte,Observaciones",
        "Фамилия,Имя,Дата рождения,Гражданство,Паспорт,Примечание",
        "last_name,firstName,DOB,citizenship,Passport,notes",
    ];
    for head in heads {
        let read = read(&format!("{head}\nHolm,Ida,1951-03-04,ru,P1,x\n"));
        assert_eq!(fields(&read), [LastName, FirstName, Born, Nationality, Passport, Remark], "{head}");
        assert!(mapping(&read).columns.iter().all(|it| it.sure == Some(Confidence::Sure)));
        let it = &read.records[0];
        let name = it.name().unwrap();
        assert_eq!(
            (name.full.as_str(), name.part(Part::Last), it.kind),
            ("Ida Holm", Some("Holm"), Kind::Person)
        );
        assert_eq!((it.nationalities[0].code, it.identifiers[0].kind), (Some("ru"), IdKind::Passport));
    }
}

#[test]
fn a_guess_says_how_sure_it_is_and_shows_rows() {
    let read = read("Full name of the person,Registered in,Colour\nIda,France,blue 1\nJon,Russia,red 2\n");
    let sure: Vec<_> = mapping(&read).columns.iter().map(|it| (it.field, it.sure)).collect();
    let expected = [
        (Field::Name, Some(Confidence::Likely)),
        (Field::Country, Some(Confidence::Possible)),
        (Field::Extra, Some(Confidence::Possible)),
    ];
    assert_eq!(sure, expected);
    assert_eq!(read.records[0].extras_of("Colour").collect::<Vec<_>>(), ["blue 1"]);
    let table = table(&read);
    assert_eq!(
        (table.is_given, &table.sample),
        (
            false,
            &vec![
                vec!["Ida", "France", "blue 1"].into_iter().map(str::to_owned).collect(),
                vec!["Jon".to_owned(), "Russia".to_owned(), "red 2".to_owned()]
            ]
        )
    );
    assert_eq!(mapping(&read).columns[1].title, "Registered in");
}

#[test]
fn the_guess_is_there_before_the_rows_are_read() {
    let files = vec![File::new("people.csv", Cursor::new("name,born\nIda,1951\nJon,1952\n"))];
    let mut import = Import::new(files, Limits::default());
    while import.progress().file.is_none() {
        import.next().unwrap();
    }
    assert!(import.report().files()[0].about.table.is_some());
    assert_eq!(import.progress().records, 0);
}

#[test]
fn a_guess_goes_through_a_message_and_comes_back() {
    let read = read("name,born\nIda,1951\nJon,1952\n");
    let sent = serde_json::to_string(table(&read)).unwrap();
    assert_eq!(&serde_json::from_str::<Table>(&sent).unwrap(), table(&read));
}

#[test]
fn a_table_without_a_head_is_read_from_its_first_row() {
    let read = read("17,Ida Holm,1951-03-04,Russia\n18,Jon Rask,1960-01-02,France\n");
    assert!(!mapping(&read).has_head);
    assert_eq!(fields(&read), [Field::Extra, Field::Name, Field::Born, Field::Country]);
    assert_eq!(read.records.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    assert_eq!(read.records[0].extras_of("1").next(), Some("17"));
    assert_eq!(mapping(&read).columns[1].title, "2");
}

#[test]
fn names_alone_are_a_table() {
    let whole = ["Ida Holm", "Vessel 17 Ltd.", "홍길동", "Иван Петров"];
    for text in [whole.join("\n"), whole.join("\r\n") + "\r\n", format!("Name\n{}", whole.join("\n"))] {
        for name in ["names.csv", "names.txt", "names"] {
            let read = import(&[(name, text.as_bytes())]);
            assert_eq!(names(&read), whole, "{text}");
            assert_eq!(mapping(&read).has_head, text.starts_with("Name"));
        }
        // What is named as something else and is not it was cut, or is broken.
        assert_eq!(import(&[("names.json", text.as_bytes())]).stopped(), [Refusal::Unknown]);
    }
}

#[test]
fn a_family_name_before_a_comma_is_a_part_of_the_name() {
    let read = read("Holm, Ida\nRask, Jon Peder\n");
    assert_eq!(
        (fields(&read), names(&read)),
        (vec![Field::LastName, Field::FirstName], vec!["Ida Holm", "Jon Peder Rask"])
    );
    // Behind a name may as well stand a country.
    assert_eq!(fields(&self::read("Ida Holm, France\nJon Rask, Russia\n")), [Field::Name, Field::Country]);
}

#[test]
fn kinds_genders_and_addresses_of_the_net_are_known_by_their_values() {
    let read = read(
        "x1,Ida Holm,person,female,i@example.org,https://example.org\nx2,Acme Trading,company,,a@example.org,https://example.org/a\n",
    );
    assert_eq!(
        fields(&read),
        [Field::Extra, Field::Name, Field::Kind, Field::Gender, Field::Email, Field::Website]
    );
    assert_eq!((read.records[0].kind, read.records[1].kind), (Kind::Person, Kind::Company));
}

#[test]
fn cells_go_to_their_fields() {
    let titles = "id,name,alias,weak alias,type,gender,country,street,city,authority,program,listed on,reason,legal basis,status,linked to,imo,tax number,source url";
    let row = "x7,Ida Holm,Holm; I. Holm|Ida,Idi,individual,f,ru;kp,Pier 1,Longport,Ministry,P1;P2,2020-03-11,Salt; and pepper,Act 7,proposed,Jon Rask,7406784,T9,https://example.org/1";
    let it = one(titles, row);
    assert_eq!((it.list.as_str(), it.id.as_str(), it.kind), ("csv:people.csv", "x7", Kind::Person));
    assert_eq!(it.gender, Some(Gender::Female));
    let aliases: Vec<_> = it
        .names
        .iter()
        .filter(|it| it.kind == NameKind::Alias)
        .map(|it| (it.full.as_str(), it.weak))
        .collect();
    assert_eq!(aliases, [("Holm", false), ("I. Holm", false), ("Ida", false), ("Idi", true)]);
    assert_eq!(it.countries.iter().map(|it| it.code).collect::<Vec<_>>(), [Some("ru"), Some("kp")]);
    assert_eq!(it.addresses[0].full, "Pier 1, Longport");
    let designation = &it.designations[0];
    assert_eq!((designation.authority.as_str(), designation.programmes.len()), ("Ministry", 2));
    assert_eq!(
        (designation.reasons[0].as_str(), designation.legal_basis[0].title.as_str()),
        ("Salt; and pepper", "Act 7")
    );
    assert_eq!((designation.status, &designation.note), (Listing::Pending, &None));
    assert_eq!(designation.listed_on.as_ref().unwrap().words, "2020-03-11");
    assert_eq!(
        (&it.relations[0].to, it.relations[0].role.as_deref()),
        (&Whom::Name("Jon Rask".to_owned()), Some("linked to"))
    );
    let numbers: Vec<_> =
        it.identifiers.iter().map(|it| (it.kind, it.label.as_str(), it.value.as_str())).collect();
    assert_eq!(numbers, [(IdKind::Imo, "imo", "7406784"), (IdKind::Tax, "tax number", "T9")]);
    assert_eq!(it.extras_of("sourceUrl").next(), Some("https://example.org/1"));
}

#[test]
fn a_cell_may_have_lines() {
    let read = read("name,alias,address\n\"Ida Holm\",\"Holm\nI. Holm\",\"Pier 1\nLongport\"\nJon,,\n");
    let it = &read.records[0];
    assert_eq!(
        it.names.iter().map(|it| it.full.as_str()).collect::<Vec<_>>(),
        ["Ida Holm", "Holm", "I. Holm"]
    );
    assert_eq!(it.addresses[0].full, "Pier 1 Longport");
    assert_eq!(read.records[1].place.line, Some(5));
}

#[test]
fn several_names_in_a_cell_are_a_name_and_aliases() {
    let it = one("name,country", "Ida Holm | I. Holm,ru");
    assert_eq!(
        it.names.iter().map(|it| (it.kind, it.full.as_str())).collect::<Vec<_>>(),
        [(NameKind::Primary, "Ida Holm"), (NameKind::Alias, "I. Holm")]
    );
}

#[test]
fn what_stands_over_a_table_is_passed_over() {
    for over in ["sep=;\n", "Export of the register\nas of 2024-05-07\n"] {
        let read = read(&format!("{over}name;country\nIda;ru\nJon;kp\n"));
        assert_eq!(
            (mapping(&read).delimiter, mapping(&read).has_head),
            (Delimiter::Semicolon, true),
            "{over}"
        );
        assert_eq!(names(&read), ["Ida", "Jon"]);
        assert_eq!(read.records[0].place.record, 1);
    }
}

#[test]
fn a_status_says_whether_a_listing_holds_and_an_end_that_it_does_not() {
    let status = |titles: &str, row: &str| one(titles, row).designations[0].status;
    assert_eq!(status("name,authority,status", "Ida,M,Delisted"), Listing::Ended);
    assert_eq!(status("name,authority,status", "Ida,M,active"), Listing::InForce);
    assert_eq!(status("name,authority,end date", "Ida,M,2020-01-02"), Listing::Ended);
    assert_eq!(status("name,status,valid until", "Ida,active,2090-01-02"), Listing::InForce);
    let odd = one("name,status", "Ida,odd");
    assert_eq!(odd.designations[0].note.as_deref(), Some("status: odd"));
}

#[test]
fn dates_with_the_month_first_are_seen_where_one_of_them_tells() {
    let dates = |text: &str| {
        let read = read(text);
        let all: Vec<_> = read.records.iter().map(|it| it.born[0].start.map(|it| it.to_string())).collect();
        all.into_iter().flatten().collect::<Vec<_>>()
    };
    assert_eq!(dates("name,born\nIda,05/07/1951\nJon,05/27/1951\n"), ["1951-05-07", "1951-05-27"]);
    assert_eq!(dates("name,born\nIda,05/07/1951\nJon,27/05/1951\n"), ["1951-07-05", "1951-05-27"]);
    assert_eq!(dates("name,born\nIda,13.09.1951\nJon,1951/09/13\n"), ["1951-09-13", "1951-09-13"]);
}

#[test]
fn a_reader_says_what_the_columns_are() {
    let text = "name,colour\nIda,blue\nJon,red\n";
    let mut said = mapping(&read(text)).clone();
    said.columns[0].field = Field::Skip;
    said.columns[1].field = Field::Name;
    said.has_head = false;
    let read = read_with(text, said.clone());
    assert_eq!(names(&read), ["colour", "blue", "red"]);
    assert_eq!(read.records[0].extras, []);
    assert_eq!((&table(&read).mapping, table(&read).is_given, table(&read).sample.len()), (&said, true, 3));
    // Even of a file that says itself what it is.
    let read = read_with(
        "id,schema,name,dataset\na,Person,Ida,X\n",
        Mapping {
            delimiter: Delimiter::Comma,
            skip: 0,
            has_head: true,
            month_first: false,
            columns: ["id", "schema", "name", "dataset"]
                .map(|it| Column {
                    title: it.to_owned(),
                    field: if it == "schema" { Field::Name } else { Field::Extra },
                    sure: None,
                })
                .to_vec(),
        },
    );
    assert_eq!(names(&read), ["Person"]);
}

#[test]
fn other_files_of_the_drop_are_read_as_ever() {
    let text = "name,colour\nIda,blue\nJon,red\n";
    let said = Mapping { has_head: false, ..mapping(&read(text)).clone() };
    let file = |name: &str| File::new(name, Cursor::new(text.to_owned()));
    let files = vec![file("people.csv"), file("other.csv")];
    let read = run(Import::mapped(files, Limits::default(), vec![("people.csv".to_owned(), said)]));
    assert_eq!(names(&read), ["Ida", "Jon", "name", "Ida", "Jon"]);
}

#[test]
fn a_table_in_which_nothing_looks_like_a_name_is_refused_and_opened_once_it_is_said() {
    let text = "size,colour\n12,blue\n13,red\n14,green\n";
    let read = read(text);
    assert_eq!(read.stopped(), [Refusal::Nameless]);
    assert_eq!(fields(&read), [Field::Extra, Field::Extra]);
    let mut said = mapping(&read).clone();
    said.columns[1].field = Field::Name;
    assert_eq!(names(&read_with(text, said.clone())), ["blue", "red", "green"]);
    // What a reader says without saying who is who is refused as well.
    said.columns[1].field = Field::Country;
    assert_eq!(read_with(text, said).stopped(), [Refusal::Nameless]);
}

#[test]
fn what_is_wrong_with_a_row_is_told() {
    let read = read(
        "name,born,kind\nIda,sometime,robot\nJon\n,1951,person\nOla,1951,person,,\nUlf,1951,person,more\nEva,,\nAda,,\nUwe,,\nKai,,\nPer,,\nLiv,,\nTim,,\n",
    );
    let expected = [(3, Refusal::Missing { field: "name" }), (5, Refusal::Columns { expected: 3, found: 4 })];
    let mut refused = read.refused();
    refused.sort();
    assert_eq!(refused, expected);
    let mut repaired = read.repaired();
    repaired.sort();
    let expected = [
        (1, Repair::Date { words: "sometime".to_owned() }),
        (1, Repair::Kind { words: "robot".to_owned() }),
        (2, Repair::Short { expected: 3, found: 1 }),
    ];
    assert_eq!(repaired, expected);
    assert_eq!(names(&read)[..3], ["Ida", "Jon", "Ola"]);
    assert_eq!(read.records[0].extras_of("kind").next(), Some("robot"));
    assert_eq!(read.records[0].born[0].words, "sometime");
}

#[test]
fn rows_of_one_id_are_one_actor_and_rows_without_one_are_nobody_elses() {
    let read = read("id,name,alias\n2,Ida,Holm\n,Jon,Rask\n2,Ida,Idi\n");
    assert_eq!(read.records.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["2", "row 2", "2"]);
    let linked = one("id,name,parent id", "a,Ida,b");
    assert_eq!(linked.relations[0].to, Whom::Id("b".to_owned()));
}

#[test]
fn a_head_with_nothing_below_it_is_empty() {
    let text = "name,country\nIda,ru\n";
    let said = mapping(&read(text)).clone();
    assert_eq!(read_with("name,country\n", said).stopped(), [Refusal::Empty]);
}

#[test]
fn a_text_is_no_table() {
    let texts = [
        "Dear reader, this is a letter.\nIt has lines, some of them, with commas.\nAnd some without.\n",
        "Dear diary,\ntoday nothing happened, again.\nTomorrow, perhaps, more.\n",
        "one\ntwo\n",
        "Ida Holm",
        "a,b",
        "{\"a\":1,\n\"b\":2,\n",
        "<a>,b\n<c>,d\n",
        "fn main() {\n    run();\n}\n",
    ];
    for text in texts {
        assert_eq!(read(text).stopped(), [Refusal::Unknown], "{text}");
    }
}

#[test]
fn numbers_and_names_without_remarks_are_no_comments_of_ofac() {
    let read = read("1,Ida Holm\n2,Jon Rask\n");
    assert_eq!(
        (names(&read), fields(&read)),
        (vec!["Ida Holm", "Jon Rask"], vec![Field::Extra, Field::Name])
    );
}

#[test]
fn a_real_table_of_a_list_is_read_by_its_titles() {
    let Some(path) = super::shared("data", "alt_from_xml_2024-05-07.csv") else { return };
    let bytes = std::fs::read(path).unwrap();
    let text = format!("ent num,alt num,alt type,name,remarks\n{}", String::from_utf8(bytes).unwrap());
    let read = read(&text);
    assert_eq!(fields(&read), [Field::Id, Field::Extra, Field::Extra, Field::Name, Field::Remark]);
    assert!(read.records.len() > 1000 && read.refused().len() * 100 < read.records.len());
}

#[test]
fn every_field_stands_once_in_the_list_at_its_own_place_and_has_words() {
    for (nth, field) in Field::ALL.into_iter().enumerate() {
        assert_eq!(field as usize, nth);
    }
    let words = words::import();
    let labels: BTreeSet<_> = Field::ALL.iter().map(|it| words.field(*it)).collect();
    assert_eq!(labels.len(), Field::ALL.len());
    assert_eq!(
        Delimiter::ALL.map(|it| words.delimiter(it)),
        ["Comma", "Semicolon", "Tab", "Vertical stroke"]
    );
    let sure = [Confidence::Possible, Confidence::Likely, Confidence::Sure].map(|it| words.sure(it));
    assert_eq!(sure, words.sure);
}
