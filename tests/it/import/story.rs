//! Tests of stories in TOML that are opened as lists.

use proptest::prelude::*;
use sourceline::import::{Limits, Record, Refusal};

use super::input::zip;
use super::{Read, import, import_with};
use crate::sample;

/// The small story with changes: a file, a text in it and what takes its place.
fn changed(changes: &[(&str, &str, &str)]) -> Vec<(String, Vec<u8>)> {
    let all = sample::FILES.map(|(name, text)| {
        let own = changes.iter().filter(|(file, ..)| *file == name);
        let text = own.fold(text.to_owned(), |text, (_, from, to)| {
            assert_eq!(text.matches(from).count(), 1, "{from:?} stands once in {name}");
            text.replace(from, to)
        });
        (name.to_owned(), text.into_bytes())
    });
    all.to_vec()
}

fn read_with(changes: &[(&str, &str, &str)]) -> Read {
    let files = changed(changes);
    let files: Vec<_> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    import(&files)
}

/// A record without where it stands.
fn placeless(it: &Record) -> Record {
    let nowhere = sourceline::import::Place::whole(sourceline::import::FileId(0));
    Record { place: nowhere, also: Vec::new(), ..it.clone() }
}

#[test]
fn a_story_is_the_dataset_that_its_page_would_publish() {
    let read = read_with(&[]);
    assert!(read.findings().is_empty(), "{:?}", read.findings());
    let facts =
        std::fs::read_to_string(format!("{}/tests/data/golden/facts.json", env!("CARGO_MANIFEST_DIR")))
            .unwrap();
    // A story that is opened has no folder, and is called by its title.
    let facts = facts.replacen("\"long-pier\"", "\"the-meeting-at-the-long-pier\"", 1);
    let published = import(&[("facts.json", facts.as_bytes())]);
    let all = |read: &Read| read.records.iter().map(placeless).collect::<Vec<_>>();
    assert_eq!(all(&read), all(&published));
    let files = read.import.report().files();
    assert_eq!(files.last().unwrap().about.list.as_deref(), Some("The meeting at the Long Pier"));
}

#[test]
fn each_record_leads_to_its_place_in_the_toml() {
    let read = read_with(&[]);
    let files = read.import.report().files();
    assert_eq!(
        files.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(),
        ["actors.toml", "designations.toml", "facts.toml", "sources.toml", "story.toml"]
    );
    for record in &read.records {
        let words = read.words(record);
        let file = &files[record.place.file.0 as usize];
        let sort = file.name.trim_end_matches("s.toml");
        assert!(words.starts_with(&format!("[[{sort}]]\nkey = ")), "{words}");
        assert_eq!(words.matches(&format!("[[{sort}]]")).count(), 1, "{words}");
        assert!(!words.ends_with('\n') && !words.contains("\n# "), "{words}");
        let (_, text) = sample::FILES.iter().find(|(name, _)| *name == file.name).unwrap();
        let line = usize::try_from(record.place.line.unwrap()).unwrap();
        assert_eq!(text.lines().nth(line - 1), Some(format!("[[{sort}]]").as_str()));
    }
    // What a file has is counted where it stands.
    let kept: Vec<_> = files.iter().map(|it| it.kept).collect();
    let count = |nth: usize, sort: &str| {
        sample::FILES[nth].1.matches(&format!("\n[[{sort}]]")).count() as u64
            + u64::from(sample::FILES[nth].1.starts_with("[["))
    };
    assert_eq!(kept[0], count(2, "actor"));
    assert_eq!(kept[4], 1);
}

#[test]
fn files_are_told_by_what_is_in_them_and_may_stand_in_an_archive() {
    let files = changed(&[]);
    let renamed: Vec<_> =
        files.iter().enumerate().map(|(nth, (_, bytes))| (format!("{nth}.txt"), bytes.as_slice())).collect();
    let renamed: Vec<_> = renamed.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let expected = read_with(&[]).records.iter().map(placeless).collect::<Vec<_>>();
    assert_eq!(import(&renamed).records.iter().map(placeless).collect::<Vec<_>>(), expected);
    let archive = zip(&renamed);
    assert_eq!(
        import(&[("story.zip", &archive)]).records.iter().map(placeless).collect::<Vec<_>>(),
        expected
    );
}

#[test]
fn a_story_that_does_not_hold_together_is_told_with_all_its_problems() {
    let read = read_with(&[
        ("actors.toml", "key = \"jon-rask\"", "key = \"jon-rusk\""),
        ("story.toml", "lang = \"en\"", "lang = \"\""),
    ]);
    assert!(read.records.is_empty());
    let refused = read.refused();
    assert!(refused.len() > 2, "{refused:?}");
    let told: Vec<_> = refused
        .iter()
        .map(|(_, it)| match it {
            Refusal::Story { what, advice } => (what.as_str(), advice.as_str()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(
        told.iter().any(|(what, advice)| what.contains("facts.toml, fact `")
            && what.contains("jon-rask")
            && !advice.is_empty()),
        "{told:?}"
    );
    let facts = read.import.report().files().iter().find(|it| it.name == "facts.toml").unwrap();
    assert!(facts.refused > 0);
}

#[test]
fn toml_that_is_none_is_told_with_its_line() {
    let read = read_with(&[("story.toml", "lang = \"en\"", "lang = en")]);
    let finding = read.findings()[0].clone();
    assert_eq!(finding.place.line, Some(4), "{finding:?}");
}

#[test]
fn a_part_without_its_story_is_refused_and_a_story_without_a_part_has_none_of_it() {
    let files = changed(&[]);
    let one = |nth: usize| (files[nth].0.as_str(), files[nth].1.as_slice());
    assert_eq!(import(&[one(2)]).stopped(), [Refusal::Missing { field: "story.toml" }]);
    // Without designations, the facts that count them do not add up.
    let read = import(&[one(0), one(1), one(2), one(3)]);
    assert!(read.refused().iter().all(|(_, it)| matches!(it, Refusal::Story { .. })));
    let alone =
        import(&[("story.toml", b"title = \"T\"\nsummary = \"S\"\nperiod = \"2020\"\nlang = \"en\"\n")]);
    assert!(!alone.findings().is_empty() && alone.records.is_empty());
}

#[test]
fn a_file_that_is_there_twice_is_told() {
    let files = changed(&[]);
    let mut files: Vec<_> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    files.push(("again.toml", files[2].1));
    let read = import(&files);
    assert!(
        read.refused()
            .iter()
            .any(|(_, it)| matches!(it, Refusal::Story { what, .. } if what.contains("twice")))
    );
}

#[test]
fn other_toml_is_unknown() {
    for text in ["[package]\nname = \"x\"\n", "[[bin]]\nname = \"x\"\n", "title = \"x\"\n", "# nothing\n"] {
        assert_eq!(import(&[("x.toml", text.as_bytes())]).stopped(), [Refusal::Unknown], "{text}");
    }
}

#[test]
fn a_story_of_brackets_is_too_deep_and_nothing_worse() {
    let deep = format!("title = \"T\"\nsummary = \"S\"\nperiod = {}\n", "[".repeat(1_000_000));
    let read = import(&[("story.toml", deep.as_bytes())]);
    assert!(matches!(&read.refused()[0].1, Refusal::Story { .. }), "{:?}", read.findings());
    let limits = Limits { record: 1000, ..Limits::default() };
    let read = import_with(&[("story.toml", deep.as_bytes())], limits);
    assert_eq!(read.stopped(), [Refusal::TooLong { limit: 1000 }]);
    let files = changed(&[]);
    let files: Vec<_> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let read = import_with(&files, Limits { carried: 100, ..Limits::default() });
    assert!(read.stopped().contains(&Refusal::Carried { limit: 100 }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_damage_to_a_story_stops_an_import(
        file in 0_usize..5,
        at in 0_usize..60_000,
        len in 0_usize..40,
        with in "(\"|\\[\\[|\\]\\]|=|\n|key = |4294967296|-1|\\{|\\}|'''|é|[a-z]{1,4}){0,6}",
    ) {
        let mut files = changed(&[]);
        let text = String::from_utf8(files[file].1.clone()).unwrap();
        let floor = |at: usize| (0..=at.min(text.len())).rev().find(|it| text.is_char_boundary(*it)).unwrap();
        let start = floor(at % (text.len() + 1));
        let end = floor(start + len).max(start);
        files[file].1 = format!("{}{with}{}", &text[..start], &text[end..]).into_bytes();
        let files: Vec<_> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        import(&files);
    }
}
