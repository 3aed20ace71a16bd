//! Tests of the check of a reader's own copy.

mod bytes;
mod fold;
mod words;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use sourceline::check::{Check, Found, Tally, Unreadable, Verdict, check};
use sourceline::corpus::bundled;
use sourceline::coverage::Coverage;
use sourceline::model::{At, Dataset, Source, SourceId};
use sourceline::passage::{paragraphs, sentences};

use crate::sample::dataset;

const ONE: &str = include_str!("../data/report-one.txt");
const TWO: &str = include_str!("../data/report-two.txt");

fn source(data: &Dataset, key: &str) -> SourceId {
    data.find::<Source>(key).unwrap()
}

/// The check of a copy of report one.
#[track_caller]
fn one(copy: &str) -> Check {
    let data = dataset();
    check(&data, source(&data, "report-one"), copy.as_bytes()).unwrap()
}

fn at(paragraph: u32, sentence: u32) -> At {
    At { paragraph, sentence }
}

fn found(check: &Check, paragraph: u32, sentence: u32) -> Found {
    let place = at(paragraph, sentence);
    check.sentences.iter().find(|it| it.at == place).unwrap().found
}

/// The places of the sentences that were not found.
fn missing(check: &Check) -> Vec<At> {
    check.sentences.iter().filter(|it| it.is_missing()).map(|it| it.at).collect()
}

/// The copy as the check gives it back: a line a paragraph.
fn told(check: &Check) -> Vec<String> {
    let line = |paragraph: &Vec<sourceline::check::Sentence>| {
        let texts: Vec<_> = paragraph.iter().map(|it| it.text.as_str()).collect();
        texts.join(" ")
    };
    check.copy.iter().map(line).collect()
}

/// What must hold of every check: both sides tell the same matches, and each is made once.
#[track_caller]
fn check_whole(data: &Dataset, check: &Check) {
    let coverage = Coverage::of(data, check.source);
    assert!(coverage.sentences().map(|(at, ..)| at).eq(check.sentences.iter().map(|it| it.at)));
    let mut matched = 0;
    for (nth, it) in check.sentences.iter().enumerate() {
        let place = match it.found {
            Found::Here => Some(it.at),
            Found::Moved(to) => {
                assert_ne!(to, it.at, "what has moved is not where it was");
                Some(to)
            }
            Found::Missing { instead } => {
                let other = instead.map(|at| check.copy_at(at).unwrap());
                assert!(other.is_none_or(|it| it.is.is_none()), "what stands instead is nothing else");
                None
            }
        };
        if let Some(place) = place {
            matched += 1;
            assert_eq!(check.copy_at(place).unwrap().is, Some(nth), "{place:?}");
        }
    }
    assert_eq!(check.copy.iter().flatten().filter(|it| it.is.is_some()).count(), matched);
    let rests: usize = check.sentences.iter().map(|it| it.rests.len()).sum();
    assert_eq!(check.tally().all(), rests);
}

#[test]
fn the_very_file_has_all_evidence_in_its_place() {
    let check = one(ONE);
    assert_eq!(check.verdict, Verdict::Same);
    assert_eq!(check.tally(), Tally { here: 5, moved: 0, missing: 0 });
    assert_eq!(check.failed().count(), 0);
    check_whole(&dataset(), &check);
}

#[test]
fn ends_of_lines_a_mark_and_runs_of_white_space_make_another_file_with_the_same_sentences() {
    let copies = [
        format!("\u{feff}{}", ONE.replace('\n', "\r\n")),
        ONE.replace('\n', "\r"),
        ONE.replace(' ', "\u{a0} "),
        format!("\n\n{}\n", ONE.replace('\n', "\n\n  ")),
    ];
    for copy in copies {
        let check = one(&copy);
        assert_eq!(check.verdict, Verdict::Whole, "{copy:?}");
        assert_eq!(check.tally(), Tally { here: 5, moved: 0, missing: 0 }, "{copy:?}");
    }
}

#[test]
fn a_changed_letter_fails_the_evidence_of_its_sentence_and_no_other() {
    let check = one(&ONE.replace("on Tuesday", "on Thursday"));
    assert_eq!(check.verdict, Verdict::Changed);
    assert_eq!(missing(&check), [at(3, 1)]);
    assert_eq!(found(&check, 3, 1), Found::Missing { instead: Some(at(3, 1)) });
    assert_eq!(found(&check, 3, 2), Found::Here);
    assert_eq!(check.tally(), Tally { here: 3, moved: 0, missing: 2 });
    let failed: Vec<_> = check.failed().map(|it| it.rests.len()).collect();
    assert_eq!(failed, [2]);
}

#[test]
fn a_change_where_no_evidence_rests_fails_nothing() {
    let check = one(&ONE.replace("Menu", "Menü"));
    assert_eq!(check.verdict, Verdict::Whole);
    assert_eq!(missing(&check), [at(1, 1)]);
    assert_eq!(check.failed().count(), 0);
    assert_eq!(check.tally().missing, 0);
}

#[test]
fn what_is_left_out_is_missing_and_what_follows_has_moved() {
    let check = one(&ONE.replace("Menu\n", ""));
    assert_eq!(check.verdict, Verdict::Whole);
    assert_eq!(found(&check, 1, 1), Found::Missing { instead: None });
    assert_eq!(found(&check, 2, 1), Found::Moved(at(1, 1)));
    assert_eq!(found(&check, 4, 1), Found::Moved(at(3, 1)));
    assert_eq!(check.tally(), Tally { here: 0, moved: 5, missing: 0 });
}

#[test]
fn a_change_after_something_new_is_still_told_by_its_neighbours() {
    let copy = format!("News. Sport.\n{}", ONE.replace("gave no details", "gave details"));
    let check = one(&copy);
    assert_eq!(missing(&check), [at(4, 1)]);
    assert_eq!(found(&check, 4, 1), Found::Missing { instead: Some(at(5, 1)) });
}

#[test]
fn a_change_at_the_very_start_is_told_by_what_follows() {
    let check = one(&ONE.replace("Menu", "Menus"));
    assert_eq!(found(&check, 1, 1), Found::Missing { instead: Some(at(1, 1)) });
}

#[test]
fn two_sentences_that_became_one_are_both_missing() {
    let check = one(&ONE.replace("on Tuesday. “We", "on Tuesday: “We"));
    assert_eq!(missing(&check), [at(3, 1), at(3, 2)]);
    // One sentence stands in the place of two.
    assert_eq!(found(&check, 3, 1), Found::Missing { instead: Some(at(3, 1)) });
    assert_eq!(found(&check, 3, 2), Found::Missing { instead: None });
}

/// The text with its lines broken at a width, and a blank line between paragraphs: as a mail has it.
fn broken(text: &str, width: usize) -> String {
    let mut out = String::new();
    for paragraph in paragraphs(text) {
        let mut column = 0;
        for word in paragraph.split_whitespace() {
            if column + word.len() >= width && column > 0 {
                out.push_str("\r\n");
                column = 0;
            } else if column > 0 {
                out.push(' ');
            }
            out.push_str(word);
            column += word.len() + 1;
        }
        out.push_str("\r\n\r\n");
    }
    out
}

#[test]
fn a_copy_with_broken_lines_is_joined_to_paragraphs_and_all_of_it_is_found() {
    for width in [24, 60, 76] {
        let check = one(&broken(ONE, width));
        assert_eq!((check.verdict, check.joined, missing(&check)), (Verdict::Whole, true, vec![]));
        assert_eq!(check.tally().moved, 0);
        check_whole(&dataset(), &check);
    }
    assert!(!one(ONE).joined, "what has a line a paragraph is taken as it stands");
    assert!(!one(&ONE.replace('\n', "\n\n")).joined, "and so is what has blank lines between");
}

#[test]
fn a_changed_copy_with_broken_lines_fails_exactly_its_sentence() {
    let changed = one(ONE).copy.into_iter().flatten().find(|it| it.is.is_some()).unwrap().text;
    let copy = ONE.replacen(&changed, &format!("Not {changed}"), 1);
    let [lines, blocks] = [one(&copy), one(&broken(&copy, 40))];
    assert!(!lines.joined && blocks.joined && !missing(&lines).is_empty());
    assert_eq!(missing(&lines), missing(&blocks));
}

#[test]
fn another_document_of_the_story_is_known_as_such() {
    let data = dataset();
    let (first, second) = (source(&data, "report-one"), source(&data, "report-two"));
    let verdict = |source, copy: &str| check(&data, source, copy.as_bytes()).unwrap().verdict;
    assert_eq!(verdict(first, TWO), Verdict::Other(second));
    assert_eq!(verdict(second, ONE), Verdict::Other(first));
    assert_eq!(verdict(first, &TWO.replace("three", "four")), Verdict::Other(second));
    // More of one than of the other, whichever it is held against.
    let both = format!("{ONE}\n{}", TWO.lines().next().unwrap());
    assert_eq!(verdict(first, &both), Verdict::Whole);
    assert_eq!(verdict(second, &both), Verdict::Other(first));
}

#[test]
fn a_document_of_another_story_is_told_as_unknown() {
    let check = one("Something else.\nAltogether.");
    assert_eq!(check.verdict, Verdict::Unknown);
    assert_eq!(check.tally(), Tally { here: 0, moved: 0, missing: 5 });
    assert!(check.sentences.iter().all(|it| it.found == Found::Missing { instead: None }));
}

#[test]
fn a_sentence_that_stands_twice_must_be_there_twice() {
    let mut data = dataset();
    let id = source(&data, "report-one");
    let again = data.sources[id.index()].paragraphs[3].clone();
    data.sources[id.index()].paragraphs.push(again);
    let twice = format!("{ONE}{}\n", ONE.lines().last().unwrap());
    let check_of = |copy: &str| check(&data, id, copy.as_bytes()).unwrap();
    assert_eq!(missing(&check_of(&twice)), []);
    // The second is taken for none of the first's.
    let once = check_of(&twice.replacen("gave no details", "gave details", 1));
    assert_eq!(missing(&once), [at(4, 1)]);
    assert_eq!(found(&once, 5, 1), Found::Here);
    let shortened = check_of(ONE);
    assert_eq!(missing(&shortened), [at(5, 1)]);
}

#[test]
fn the_copy_is_given_back_as_it_stands() {
    let check = one("A  line.  Another line.\n\nThe spokesman of Eastland   gave no details of the meeting.");
    assert_eq!(
        told(&check),
        ["A  line. Another line.", "The spokesman of Eastland   gave no details of the meeting."]
    );
    assert_eq!(check.copy_at(at(2, 1)).and_then(|it| it.is), Some(4));
    for place in [at(0, 1), at(1, 0), at(1, 3), at(3, 1), at(u32::MAX, 1)] {
        assert_eq!(check.copy_at(place), None, "{place:?}");
    }
}

/// Letters of [`ONE`] inside words of some length that end no sentence: to change one leaves the sentences
/// where they are.
fn changeable() -> Vec<(usize, At)> {
    let mut places = Vec::new();
    for (paragraph, text) in (1..).zip(paragraphs(ONE)) {
        for (sentence, text) in (1..).zip(sentences(text)) {
            let start = ONE.find(text).unwrap();
            for (nth, letter) in text.char_indices() {
                if letter.is_ascii_lowercase() {
                    places.push((start + nth, at(paragraph, sentence)));
                }
            }
        }
    }
    places
}

proptest! {
    #[test]
    fn no_bytes_stop_the_check(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let data = dataset();
        for (id, _) in data.all::<Source>() {
            if let Ok(check) = check(&data, id, &bytes) {
                check_whole(&data, &check);
            }
        }
    }

    #[test]
    fn any_text_can_be_held_against_a_source(text in "(\\PC|\n|\r| |\\. [A-Z]|Menu|\u{feff}){0,60}") {
        let data = dataset();
        match check(&data, source(&data, "report-one"), text.as_bytes()) {
            Ok(check) => check_whole(&data, &check),
            Err(error) => prop_assert!(matches!(error, Unreadable::Empty | Unreadable::Format(_)), "{error:?}"),
        }
    }

    #[test]
    fn one_letter_fails_exactly_its_sentence(pick in any::<prop::sample::Index>(), letter in "[a-z]") {
        let all = changeable();
        let (place, changed) = all[pick.index(all.len())];
        prop_assume!(ONE[place..place + 1] != letter);
        let mut copy = ONE.to_owned();
        copy.replace_range(place..place + 1, &letter);
        let check = one(&copy);
        check_whole(&dataset(), &check);
        prop_assert_eq!(missing(&check), [changed]);
        prop_assert_eq!(found(&check, changed.paragraph, changed.sentence), Found::Missing { instead: Some(changed) });
        let elsewhere = check.sentences.iter().filter(|it| it.at != changed);
        prop_assert!(elsewhere.into_iter().all(|it| it.found == Found::Here));
    }

    #[test]
    fn paragraphs_in_another_order_are_found_as_moved(
        order in Just((0..4_usize).collect::<Vec<_>>()).prop_shuffle(),
        noise in proptest::collection::vec("[a-z]{1,8} [a-z]{1,8}", 0..4),
    ) {
        let all: Vec<_> = paragraphs(ONE).collect();
        let mut lines: Vec<&str> = noise.iter().map(String::as_str).collect();
        lines.extend(order.iter().map(|nth| all[*nth]));
        let check = one(&lines.join("\n"));
        check_whole(&dataset(), &check);
        prop_assert_eq!(missing(&check), []);
        for (place, nth) in (1 + noise.len()..).zip(order) {
            let (own, there) = (u32::try_from(nth + 1).unwrap(), u32::try_from(place).unwrap());
            let want = if own == there { Found::Here } else { Found::Moved(at(there, 1)) };
            prop_assert_eq!(found(&check, own, 1), want);
        }
    }
}

#[test]
fn the_bundled_documents_hold_every_evidence() {
    let (data, _) = bundled().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/sources");
    for (id, source) in data.all::<Source>() {
        let Ok(bytes) = fs::read(folder.join(&source.key).with_extension("txt")) else {
            println!("skipped: {} is not in {}, so no evidence is looked for", source.key, folder.display());
            continue;
        };
        let whole = check(&data, id, &bytes).unwrap();
        check_whole(&data, &whole);
        let all = data.facts.iter().flat_map(|it| &it.evidence);
        let all = all.chain(data.designations.iter().flat_map(|it| &it.evidence));
        let own = all.filter(|it| it.source == id).count();
        assert_eq!(whole.verdict, Verdict::Same);
        assert_eq!(whole.tally(), Tally { here: own, moved: 0, missing: 0 });
        for other in data.all::<Source>().map(|(other, _)| other).filter(|other| *other != id) {
            assert_eq!(check(&data, other, &bytes).unwrap().verdict, Verdict::Other(id));
        }
    }
}
