//! Tests of the list of formats.

use std::collections::BTreeSet;

use sourceline::import::formats::FORMATS;
use sourceline::words;

#[test]
fn each_format_has_a_key_of_its_own_a_label_and_a_word_on_it() {
    let keys: BTreeSet<_> = FORMATS.iter().map(|it| it.key).collect();
    let labels: BTreeSet<_> = FORMATS.iter().map(|it| (it.label)(words::import())).collect();
    assert_eq!((keys.len(), labels.len()), (FORMATS.len(), FORMATS.len()));
    for it in FORMATS {
        assert!(!it.doc.is_empty() && it.doc.ends_with('.'), "{}", it.key);
        assert!(
            it.key.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-'),
            "{}",
            it.key
        );
    }
    assert!(!keys.contains("") && !labels.contains(""));
}

#[test]
fn a_reader_is_told_of_each_format_before_opening_one() {
    let told = words::opening().formats.join(" ").to_lowercase();
    for it in FORMATS {
        let label = (it.label)(words::import());
        let publisher = label.trim_start_matches("Part of a ").split(' ').next().unwrap();
        assert!(
            told.contains(&publisher.to_lowercase()),
            "{label} is among what the page says that it reads"
        );
    }
}
