//! Tests of the reading of JSON: what `serde_json` says of a text is what we say.

use proptest::prelude::*;
use serde_json::Value as Known;
use sourceline::import::json::{Fault, Tape, Value};

/// A value as `serde_json` has it.
fn known(value: Value<'_>) -> Known {
    if let Some(text) = value.text() {
        Known::String(text.into_owned())
    } else if value.is_map() {
        Known::Object(value.members().map(|(name, it)| (name.into_owned(), known(it))).collect())
    } else if value.is_list() {
        Known::Array(value.items().map(known).collect())
    } else {
        serde_json::from_str(value.raw()).unwrap()
    }
}

#[track_caller]
fn agrees(text: &str) {
    let mut tape = Tape::default();
    let ours = tape.read(text, 100).map(known);
    // What is not a number that fits, and half of a pair of surrogates, we read on.
    match (serde_json::from_str::<Known>(text), ours) {
        (Ok(theirs), Ok(ours)) => assert_eq!(ours, theirs, "{text}"),
        (Err(error), Err(fault)) => {
            assert_eq!(error.is_eof(), fault == Fault::End, "{text}: {error}, {fault:?}")
        }
        (Err(error), Ok(_)) => {
            let words = error.to_string();
            let is_mild = ["control character", "surrogate", "hex escape", "number out of range"];
            assert!(is_mild.iter().any(|it| words.contains(it)), "{text}: {words}");
        }
        (Ok(_), Err(fault)) => panic!("{text}: {fault:?}"),
    }
}

#[test]
fn values_are_what_they_are_to_everybody() {
    for text in [
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1.5e3",
        "-12.25E-2",
        "\"\"",
        "\"a\\n\\u00e9\\ud83d\\ude00\\/\"",
        "[]",
        "{}",
        " [ 1 , [ ] , { } , \"x\" ] ",
        "{\"a\":{\"b\":[null,{\"c\":\"d\"}]},\"e\":false}",
        "{\"\\u0061\":1}",
    ] {
        agrees(text);
    }
}

#[test]
fn what_is_no_json_is_told_with_its_place() {
    for text in [
        "",
        " ",
        "[",
        "[1",
        "[1,",
        "{",
        "{\"a",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "tru",
        "-",
        "1.",
        "1e",
        "\"\\",
        "\"\\u00",
        "01",
        "1 2",
        "[1,]",
        "{\"a\":1,}",
        "{,}",
        "[,1]",
        "{1:2}",
        "{\"a\" 1}",
        "]",
        "}",
        "[}",
        "{]",
        "nulls",
        "'a'",
        "\"\\x\"",
        "\"\\u00g0\"",
        "+1",
        ".5",
        "[1 2]",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1:2}",
        "[:]",
    ] {
        agrees(text);
    }
    let mut tape = Tape::default();
    assert_eq!(tape.read("[1, x]", 9).err(), Some(Fault::Wrong { at: 4 }));
}

#[test]
fn what_is_too_deep_is_told_before_it_is_read() {
    let mut tape = Tape::default();
    assert!(tape.read("[[[]]]", 3).is_ok());
    assert_eq!(tape.read("[[[]]]", 2).err(), Some(Fault::Deep));
    assert_eq!(tape.read(&"[".repeat(1_000_000), 128).err(), Some(Fault::Deep));
}

#[test]
fn control_characters_and_halves_of_pairs_are_read() {
    let mut tape = Tape::default();
    assert_eq!(tape.read("\"a\tb\"", 9).unwrap().text().unwrap(), "a\tb");
    for text in ["\"\\ud83d\"", "\"\\ude00\""] {
        assert_eq!(tape.read(text, 9).unwrap().text().unwrap(), "\u{fffd}");
    }
    assert_eq!(tape.read("\"\\ud83d\\u0041\"", 9).unwrap().text().unwrap(), "\u{fffd}A");
}

proptest! {
    #[test]
    fn whatever_stands_there_it_is_read_as_everybody_reads_it(text in "(\\[|\\]|\\{|\\}|,|:|\"[a-zé]{0,2}\"|\"a\":|1|-|0|\\.|e|true|null|\\\\|\"|u12| ){0,14}") {
        agrees(&text);
    }

    #[test]
    fn texts_are_what_was_written(text in any::<String>()) {
        let written = serde_json::to_string(&text).unwrap();
        let mut tape = Tape::default();
        prop_assert_eq!(&*tape.read(&written, 1).unwrap().text().unwrap(), &text);
    }
}
