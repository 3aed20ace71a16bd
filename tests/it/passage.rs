//! Tests of passage.

use proptest::prelude::*;
use sourceline::passage::{hash, normalise, paragraphs, sentences};

#[test]
fn paragraphs_are_the_lines_that_are_not_blank() {
    let cases: [(&str, &[&str]); 9] = [
        ("", &[]),
        ("\n \n\t\n", &[]),
        ("one", &["one"]),
        ("one\ntwo", &["one", "two"]),
        ("one\n\n\ntwo\n", &["one", "two"]),
        ("one\r\n\r\ntwo\r\n", &["one", "two"]),
        ("one\rtwo", &["one", "two"]),
        ("\u{feff}one\n  two\u{a0}\n", &["one", "two"]),
        ("\u{feff}\n", &[]),
    ];
    for (text, want) in cases {
        assert_eq!(paragraphs(text).collect::<Vec<_>>(), want, "{text:?}");
    }
}

/// Each case is a paragraph with a bar where a sentence ends.
fn check(cases: &[&str]) {
    for case in cases {
        let want: Vec<&str> = case.split('|').map(str::trim).collect();
        let text = case.replace('|', "");
        assert_eq!(sentences(&text), want, "{text:?}");
    }
}

#[test]
fn a_blank_paragraph_has_no_sentences() {
    assert!(sentences("").is_empty());
    assert!(sentences(" \t ").is_empty());
}

#[test]
fn a_paragraph_without_a_stop_is_one_sentence() {
    check(&["A headline without a stop", "no capital, no stop", "1", "…"]);
}

#[test]
fn sentences_end_at_a_stop_before_a_capital() {
    check(&[
        "One.| Two.",
        "One!| Two?| Three…| Four",
        "One?!| Two...| Three",
        "One.|  \t Two.",
        "One.|\u{a0}Two.",
        "Sie ging.| Über Nacht kam er.",
        "It was 2023.| 12 were listed.",
    ]);
}

#[test]
fn a_stop_before_a_small_letter_or_without_space_ends_nothing() {
    check(&[
        "He waited … and it came.",
        "It rose 3.5 per cent.",
        "See example.org for more.",
        "Version 1.2.3 is out.",
        "They said no.thing.",
        "“Is it so?” he asked.",
        "“Stop!” the guard said.",
    ]);
}

#[test]
fn closing_marks_belong_to_the_sentence_that_they_close() {
    check(&[
        "\"It is so.\"| He left.",
        "“It is so.”| He left.",
        "(It is so.)| He left.",
        "He called it “a risk.”| “Not ours,” she said.",
        "‘It is so.’| Then [he left].| ‘Why?’",
        "He said \"no.\"| \"Yes,\" she said.",
        "«Ja.»| „Nein“, sagte sie.",
    ]);
}

#[test]
fn a_quotation_that_ends_in_a_comma_goes_on() {
    check(&[
        "\"Nobody should help,\" Kirby said.| If so, it ends.",
        "“We are of one mind,” Lim said.| He added more.",
    ]);
}

#[test]
fn titles_stand_before_names() {
    check(&[
        "Nobody helps Mr. Putin.| Nobody.",
        "Dr. Who and Mrs. Which met Gen. Grant.",
        "Sen. Smith told Lt. Col. Jones.",
        "He went to St. Petersburg.",
    ]);
}

#[test]
fn initials_and_dotted_abbreviations_go_on() {
    check(&[
        "George W. Bush met J. R. R. Tolkien.",
        "The U.S. Army came.",
        "The U.N. Security Council met.| It was split.",
        "Versor S.R.O. Bratislava is listed.",
        "It met at 9 a.m. Wednesday.",
        "The “U.S. Army” came.",
        "(U.S. Army)",
        "А. С. Пушкин wrote it.",
    ]);
}

#[test]
fn a_dotted_abbreviation_may_end_a_sentence_too() {
    check(&[
        "He lives in the U.S.| The law is clear.",
        "It was 9 p.m.| He slept.",
        "It trusts the U.S.| “In God we trust.”",
        "It is listed as Versor S.R.O.| It is Slovak.",
        "This is plan B.| The other is plan A.",
        "He lives in the U.S.",
    ]);
}

#[test]
fn months_and_numbers_stand_before_numbers() {
    check(&[
        "It was Jan. 3 already.",
        "It was in Jan.| The snow fell.",
        "On Sept. 21, No. 5 was listed; see p. 7 and Art. 41.",
        "He said no.| Nobody moved.",
        "No.| We will not.",
    ]);
}

#[test]
fn company_suffixes_go_on_unless_a_new_sentence_is_plain() {
    check(&[
        "Acme Inc. Director Smith spoke.",
        "He owns Acme Inc.| It trades arms.",
        "Acme Co. Ltd. Shanghai closed.",
        "Sammy Davis Jr. Sang was heard.",
    ]);
}

#[test]
fn a_number_at_the_head_of_a_paragraph_belongs_to_it() {
    check(&["1. First things.| Second.", "12. Twelfth."]);
}

#[test]
fn a_question_in_quotes_before_a_name_is_read_as_two() {
    check(&["“Why?”| Kirby asked."]);
}

#[test]
fn normalising_touches_white_space_alone() {
    let cases = [
        ("", ""),
        ("  a  b\t\nc \u{a0}d ", "a b c d"),
        ("“A … b,” he’d said – so.", "“A … b,” he’d said – so."),
        ("CASE Kept", "CASE Kept"),
    ];
    for (text, want) in cases {
        assert_eq!(normalise(text), want, "{text:?}");
    }
}

#[test]
fn the_hash_is_the_sha256_of_the_normalised_text() {
    // The first two stand in FIPS 180-2; the last is what `printf "a b" | sha256sum` says.
    let cases = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (" abc\n", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("a \t b", "c8687a08aa5d6ed2044328fa6a697ab8e96dc34291e8c2034ae8c38e6fcc6d65"),
    ];
    for (text, want) in cases {
        assert_eq!(hash(text).to_string(), want, "{text:?}");
    }
}

proptest! {
    #[test]
    fn no_letter_is_lost_and_no_sentence_is_blank(text in "([A-Za-z.!?… \"“”’()0-9\u{a0}é]|Mr\\. |U\\.S\\. ){0,60}") {
        let found = sentences(&text);
        prop_assert!(found.iter().all(|one| !one.is_empty() && one.trim() == *one));
        prop_assert_eq!(normalise(&found.join(" ")), normalise(&text));
    }

    #[test]
    fn any_text_can_be_cut(text in "\\PC{0,80}") {
        for paragraph in paragraphs(&text) {
            prop_assert!(!sentences(paragraph).is_empty());
        }
        prop_assert_eq!(normalise(&normalise(&text)), normalise(&text));
    }
}
