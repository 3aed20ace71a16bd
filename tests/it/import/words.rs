//! Tests of the words of an import.

use std::collections::BTreeSet;

use sourceline::import::report::Outcome;
use sourceline::import::{Foreign, Notice, Refusal, Repair};
use sourceline::words;

fn refusals() -> Vec<Refusal> {
    let text = || "{} x".to_owned();
    let sorts = [Foreign::Pdf, Foreign::Office, Foreign::Web, Foreign::Picture, Foreign::Archive];
    let mut all = vec![
        Refusal::Empty,
        Refusal::TooLarge { bytes: 71, limit: 72 },
        Refusal::TooMuchText { limit: 71 },
        Refusal::Bomb { limit: 71 },
        Refusal::Nested,
        Refusal::Members { count: 71, limit: 72 },
        Refusal::Encrypted,
        Refusal::Packing { method: 71 },
        Refusal::Damaged,
        Refusal::Truncated,
        Refusal::Binary { byte: 71 },
        Refusal::Encoding { name: text() },
        Refusal::Unknown,
        Refusal::TooLong { limit: 71 },
        Refusal::TooWide { limit: 71 },
        Refusal::TooDeep { limit: 71 },
        Refusal::Attributes { limit: 71 },
        Refusal::TooMany { limit: 71 },
        Refusal::Carried { limit: 71 },
        Refusal::Doctype,
        Refusal::Entity { name: text() },
        Refusal::Version { kind: text(), version: "71".to_owned() },
        Refusal::Malformed { what: text() },
        Refusal::Columns { expected: 71, found: 72 },
        Refusal::Missing { field: "a field" },
        Refusal::Removed { id: text() },
        Refusal::Story { what: text(), advice: text() },
        Refusal::Hyperedge,
        Refusal::Nameless,
        Refusal::Unread,
    ];
    all.extend(sorts.map(|sort| Refusal::Foreign { sort }));
    all
}

/// No place of a value is left but in the values of these tests, which are texts of files and may say anything.
#[track_caller]
fn filled(words: &str) {
    assert!(!words.replace("{} x", "").contains("{}"), "{words}");
}

#[test]
fn a_refusal_says_what_and_what_to_do_in_words_of_its_own() {
    let all = refusals();
    let told: Vec<_> = all.iter().map(|it| words::import().refusal(it)).collect();
    assert_eq!(told.iter().map(|[what, _]| what).collect::<BTreeSet<_>>().len(), all.len());
    for (refusal, [what, advice]) in all.iter().zip(&told) {
        assert!(what.ends_with('.') && advice.ends_with(['.', '?']), "{what} {advice}");
        // All numbers and texts are told: the debug form has them, too.
        for value in ["71", "72", "{} x", "a field"] {
            assert_eq!(format!("{refusal:?}").contains(value), what.contains(value), "{refusal:?}: {what}");
        }
        filled(what);
        filled(advice);
    }
    let keys: BTreeSet<_> = all.iter().map(Refusal::key).collect();
    assert_eq!(keys.len(), all.len() - 4, "sorts of files share a key, all others have one of their own");
}

#[test]
fn what_was_put_right_and_what_is_to_know_has_words() {
    let text = || "{} x".to_owned();
    let repairs = [
        Repair::Encoding { letters: 71 },
        Repair::Cut { field: "a field", after: 71 },
        Repair::Date { words: text() },
        Repair::Kind { words: text() },
        Repair::Form { field: text() },
        Repair::Short { expected: 71, found: 72 },
        Repair::Orphan { id: text() },
    ];
    let mut told: BTreeSet<String> = repairs.iter().map(|it| words::import().repair(it)).collect();
    told.insert(words::import().notice(&Notice::Count { said: 71, found: 72 }));
    assert_eq!(told.len(), repairs.len() + 1);
    for words in &told {
        assert!(words.ends_with('.') && (words.contains("71") || words.contains("{} x")), "{words}");
        filled(words);
    }
    let keys: BTreeSet<_> = repairs.iter().map(Repair::key).collect();
    assert_eq!(keys.len(), repairs.len());
    let all = [Outcome::Stopped, Outcome::Refused, Outcome::Repaired, Outcome::Noticed];
    assert_eq!(all.map(|it| words::import().outcome(it)).into_iter().collect::<BTreeSet<_>>().len(), 4);
}

#[test]
fn what_a_file_says_turns_around_nothing_of_what_is_told_of_it() {
    let [told, _] = words::import().refusal(&Refusal::Removed { id: "\u{202e}7".to_owned() });
    assert!(told.contains("\u{2068}\u{202e}7\u{202c}\u{2069}"), "{told:?}");
    let told = words::import().repair(&Repair::Date { words: "\u{2069}\u{202e}x".to_owned() });
    assert!(told.contains("\u{2068}\u{2069}\u{202e}x\u{202c}"), "{told:?}");
}
