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
