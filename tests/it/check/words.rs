//! What a reader is told of a check.

use sourceline::check::{Format, Unreadable, check};
use sourceline::coverage::{Coverage, Sums};
use sourceline::engine::{Bundled, refusal};
use sourceline::scene::Places;
use sourceline::words::{EN, filled};

use super::{ONE, TWO, dataset, source};

fn engine() -> Bundled {
    let data = dataset();
    let places = Places::of(&data);
    Bundled::new(data, places, &EN)
}

/// What is told of a copy of report one.
#[track_caller]
fn told(copy: &str) -> String {
    let engine = engine();
    let check = check(engine.data(), source(engine.data(), "report-one"), copy.as_bytes()).unwrap();
    engine.verdict(&check, "copy.txt")
}

#[test]
fn the_sums_leave_out_what_there_is_none_of() {
    let engine = engine();
    let sums = |key| engine.sums(Coverage::of(engine.data(), source(engine.data(), key)).sums());
    assert_eq!(
        sums("report-one"),
        "4 of 4 sentences about the event carry facts. 4 facts. 1 sentence of page furniture."
    );
    assert_eq!(sums("report-two"), "5 of 5 sentences about the event carry facts. 5 facts, 4 designations.");
    let nothing = Sums { about: 2, credit: 1, ..Sums::default() };
    assert_eq!(engine.sums(nothing), "0 of 2 sentences about the event carry facts. 1 credit.");
}

#[test]
fn a_verdict_says_what_was_found_of_how_much() {
    let cases = [
        (
            ONE.to_owned(),
            "copy.txt is the very file, byte for byte. 5 of 5 pieces of evidence found, each in its place.",
        ),
        (
            ONE.replace('\n', "\r\n"),
            "copy.txt is another file with the same sentences. 5 of 5 pieces of evidence found.",
        ),
        (
            ONE.replace("Menu\n", ""),
            "copy.txt is another file with the same sentences. 5 of 5 pieces of evidence found. In another place than in the document: 5.",
        ),
        (
            ONE.replace("Tuesday", "Monday"),
            "copy.txt differs where evidence stands. 3 of 5 pieces of evidence found, 2 not.",
        ),
    ];
    for (copy, want) in cases {
        assert_eq!(told(&copy), want);
    }
    assert!(told(TWO).contains("it looks like “A report on the sanctions”"), "{}", told(TWO));
    assert!(told("Nothing of it.").contains("holds no sentence of this document"));
}

#[test]
fn a_refusal_says_what_where_and_what_to_do() {
    // Each with a piece of what must be told.
    let cases = [
        (Unreadable::Empty, "is empty"),
        (Unreadable::TooLarge, "larger than 256 kB"),
        (Unreadable::TooLong, "more than 20000 sentences"),
        (Unreadable::Format(Format::Pdf), "is a PDF"),
        (Unreadable::Format(Format::Packed), "Word or OpenDocument"),
        (Unreadable::Format(Format::Rtf), "rich text"),
        (Unreadable::Format(Format::Web), "web page"),
        (Unreadable::Utf16, "Save it as UTF-8"),
        (Unreadable::Binary { byte: 8 }, "byte 9"),
        (Unreadable::Encoding { line: 3 }, "line 3"),
    ];
    for (why, piece) in cases {
        let text = refusal(why, "a {} copy.txt");
        assert!(text.starts_with("a {} copy.txt ") && text.contains(piece), "{text}");
        assert!(["Choose", "Open it", "Save it", "save it"].iter().any(|way| text.contains(way)), "{text}");
    }
}

#[test]
fn values_are_not_filled_again() {
    assert_eq!(filled("{} and {}", &["{}", "b"]), "{} and b");
    assert_eq!(filled("{}{}", &["a"]), "a");
    assert_eq!(filled("none", &["a"]), "none");
}
