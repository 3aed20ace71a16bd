//! Tests of export: what each format writes for the small story, held against golden files.

mod ftm;

use expect_test::{ExpectFile, expect_file};
use serde_json::Value;
use sourceline::export::{FORMATS, Table, list_csv, list_json};
use sourceline::model::Dataset;

use crate::sample::dataset;

/// What the format with that key writes.
#[track_caller]
fn written(key: &str, data: &Dataset) -> String {
    let format = FORMATS.iter().find(|format| format.key == key).expect("a format");
    (format.write)(data)
}

/// Golden files have line feeds alone.
#[track_caller]
fn check(text: &str, expected: ExpectFile) {
    expected.assert_eq(&text.replace("\r\n", "\n"));
}

#[test]
fn the_formats_have_files_of_their_own() {
    let files: Vec<_> = FORMATS.iter().map(|format| format.file()).collect();
    assert_eq!(files, ["facts.json", "sanctions.csv", "entities.ftm.json"]);
}

#[test]
fn the_dataset_as_json() {
    check(&written("facts", &dataset()), expect_file!["../data/golden/facts.json"]);
}

#[test]
fn the_dataset_says_its_kind_and_version_first() {
    let text = written("facts", &dataset());
    assert!(text.starts_with("{\n  \"kind\": \"sourceline/dataset\",\n  \"version\": 1,\n"), "{text}");
}

#[test]
fn records_of_the_dataset_name_each_other_by_id() {
    let json: Value = serde_json::from_str(&written("facts", &dataset())).expect("JSON");
    let ids = |table: &str| -> Vec<&str> {
        json[table].as_array().expect("a table").iter().map(|it| it["id"].as_str().expect("an id")).collect()
    };
    let (actors, facts, sources) = (ids("actors"), ids("facts"), ids("sources"));
    for fact in json["facts"].as_array().expect("facts") {
        assert!(actors.contains(&fact["subject"].as_str().expect("a subject")));
        for link in fact["links"].as_array().expect("links") {
            assert!(facts.contains(&link["to"].as_str().expect("a fact")));
        }
        for evidence in fact["evidence"].as_array().expect("evidence") {
            assert!(sources.contains(&evidence["source"].as_str().expect("a source")));
        }
    }
    assert_eq!(json["designations"][0]["target_id"], "jon-rask");
    assert_eq!(json["designations"][0]["named"], true);
    assert_eq!(json["designations"][3]["named"], false);
}

#[test]
fn the_designations_as_csv() {
    let text = written("sanctions", &dataset());
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    check(&text, expect_file!["../data/golden/sanctions.csv"]);
}

#[test]
fn writing_twice_gives_the_same() {
    for format in FORMATS {
        assert_eq!((format.write)(&dataset()), (format.write)(&dataset()), "{}", format.key);
    }
}

fn table(cells: &[&str]) -> Table {
    let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
    Table { columns: row(&["target", "a \"b\""]), rows: cells.chunks(2).map(row).collect() }
}

#[test]
fn a_list_as_csv_quotes_what_must_be_quoted() {
    let text = list_csv(&table(&["a,b", "plain", "\"q\"", "two\nlines", "", " kept "]));
    assert_eq!(
        text,
        "target,\"a \"\"b\"\"\"\r\n\"a,b\",plain\r\n\"\"\"q\"\"\",\"two\nlines\"\r\n, kept \r\n"
    );
}

#[test]
fn no_cell_of_a_list_is_a_formula() {
    let formulas = ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "=\"a\",1"];
    for formula in formulas {
        let text =
            list_csv(&Table { columns: vec![formula.to_owned()], rows: vec![vec![formula.to_owned()]] });
        let mut reader = text.trim_start_matches('"').chars();
        assert_eq!(reader.next(), Some('\''), "{formula:?} as {text:?}");
        assert_eq!(text.matches('\'').count(), 2, "{formula:?} as {text:?}");
    }
    let harmless = list_csv(&table(&["a=1", "1-2", "’=1", "−1"]));
    assert!(!harmless.contains('\''), "{harmless}");
}

#[test]
fn a_list_as_json_keeps_the_order_of_its_columns() {
    check(&list_json(&table(&["=1", "x", "Ida & <b>", ""])), expect_file!["../data/golden/list.json"]);
}

#[test]
fn an_empty_list_is_still_a_list() {
    let none = Table { columns: vec!["a".to_owned()], rows: Vec::new() };
    assert_eq!(list_csv(&none), "a\r\n");
    let json: Value = serde_json::from_str(&list_json(&none)).expect("JSON");
    assert_eq!(json["rows"], Value::Array(Vec::new()));
}
