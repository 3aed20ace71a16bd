//! Text search, held against every name tried one by one.

use proptest::prelude::*;
use sourceline::import::Record;
use sourceline::import::record::{Designation, IdKind, Identifier, Kind};
use sourceline::store::{Filter, Order, Store};

use super::made::{Plain, named, plain, record, store};

/// The targets that a text finds, best first, with a bar between those that fit as typed and the others.
fn found(store: &Store, text: &str) -> Vec<String> {
    let mut found = store.find(&Filter { text: text.to_owned(), typos: true, ..Filter::default() });
    let rows = found.window(store, Order::Best, 0..usize::MAX);
    assert_eq!(rows.len(), found.total());
    let mut targets: Vec<_> = rows.iter().map(|row| store.line(*row).unwrap().target.to_owned()).collect();
    if found.as_typed() < found.total() {
        targets.insert(found.as_typed(), "|".to_owned());
    }
    targets
}

fn of_names(names: &[&str]) -> Store {
    let records: Vec<_> =
        names.iter().enumerate().map(|(at, name)| named(&format!("n{at}x"), &[name])).collect();
    store(&records)
}

#[test]
fn what_fits_better_comes_first() {
    let store =
        of_names(&["Marian Long Name", "Marianne", "Merian", "Marian", "Maria", "Marianna Bank", "Anna"]);
    let all = ["Marian", "Marian Long Name", "Marianne", "Marianna Bank", "|", "Maria", "Merian"];
    assert_eq!(found(&store, "marian"), all);
    assert_eq!(found(&store, "bank marianna"), ["Marianna Bank"]);
    // Only the last word may still be typed.
    assert_eq!(found(&store, "bank maria"), ["Marianna Bank"]);
    assert_eq!(found(&store, "maria bank"), [""; 0]);
    assert_eq!(found(&store, "marina long"), ["|", "Marian Long Name"]);
    assert_eq!(
        found(&store, ""),
        ["Marian Long Name", "Marianne", "Merian", "Marian", "Maria", "Marianna Bank", "Anna"]
    );
    assert_eq!(found(&store, "?!"), [""; 0]);
}

#[test]
fn letters_of_other_scripts_and_with_marks_meet() {
    let store = of_names(&["ДВОРЖАК, Антон", "Dvořák", "김정은", "Иванов-Петров", "O'Neill"]);
    assert_eq!(found(&store, "dvorak"), ["Dvořák"]);
    assert_eq!(found(&store, "anton dvorzhak"), ["ДВОРЖАК, Антон"]);
    assert_eq!(found(&store, "kimjong"), ["김정은"]);
    assert_eq!(found(&store, "PETROV ivanov"), ["Иванов-Петров"]);
    assert_eq!(found(&store, "neill o"), ["O'Neill"]);
}

#[test]
fn numbers_are_found_as_they_are_and_never_with_a_wrong_digit() {
    let mut record = named("36", &["Acme"]);
    record.identifiers.push(Identifier {
        kind: IdKind::Imo,
        label: "IMO".to_owned(),
        value: "AB 123-456".to_owned(),
        country: None,
        issued: None,
        expires: None,
        note: None,
    });
    record.designations.push(Designation { reference: Some("KPi.001".to_owned()), ..Designation::default() });
    let store = store(&[record, named("x", &["Acme 2001"])]);
    for text in ["ab123456", "AB 123 456", "36", "kpi.001", "acme 36", "ab123456 acm"] {
        assert_eq!(found(&store, text), ["Acme"], "{text}");
    }
    for text in ["ab12345", "ab123457", "2002", "35"] {
        assert_eq!(found(&store, text), [""; 0], "{text}");
    }
    assert_eq!(found(&store, "200"), ["Acme 2001"]);
}

#[test]
fn words_of_several_names_of_one_actor_come_after_those_of_one() {
    let store = store(&[named("a", &["Ali Hassan", "Omar Bakr"]), named("b", &["Zaid", "Ali Omar Long"])]);
    assert_eq!(found(&store, "ali omar"), ["Zaid", "Ali Hassan"]);
}

#[test]
fn a_name_of_any_length_and_any_text_can_be_asked_for() {
    let long = "x".repeat(100_000);
    let many = "ab ".repeat(50_000);
    let store = of_names(&[&long, &many, "e\u{301}\u{301}", "\u{feff}", "中国工行", "中国农行"]);
    assert_eq!(found(&store, &long), [long.as_str()]);
    assert_eq!(found(&store, &many).len(), 1);
    assert_eq!(found(&store, "中国工行"), ["中国工行", "|", "中国农行"]);
    assert_eq!(found(&store, "é").len(), 1);
}

/// How far apart two words are (optimal string alignment), the long way.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = match (i, j) {
                (0, _) => j,
                (_, 0) => i,
                _ => {
                    let cost = usize::from(a[i - 1] != b[j - 1]);
                    let mut least =
                        (table[i - 1][j] + 1).min(table[i][j - 1] + 1).min(table[i - 1][j - 1] + cost);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        least = least.min(table[i - 2][j - 2] + 1);
                    }
                    least
                }
            };
        }
    }
    table[a.len()][b.len()]
}

/// How a word of a query fits a word of a name, the long way.
fn fit(asked: &str, word: &str, is_last: bool) -> Option<u16> {
    if asked == word {
        return Some(0);
    }
    if is_last && word.starts_with(asked) {
        return Some(1);
    }
    let numbers = [asked, word].iter().any(|it| it.bytes().any(|byte| byte.is_ascii_digit()));
    let (asked, word) = (asked.as_bytes(), word.as_bytes());
    if numbers || asked.len() < 4 {
        return None;
    }
    // Words of which one is longer by two letters or more are at least two letters apart.
    if asked.len().abs_diff(word.len()) <= 1 && distance(asked, word) == 1 {
        return Some(2);
    }
    let (last, before) = asked.split_last().unwrap();
    let begins = |len: usize| {
        word[len - 1] == *last && asked.len().abs_diff(len) <= 1 && distance(before, &word[..len - 1]) == 1
    };
    (is_last && asked.len() >= 5 && (1..=word.len()).any(begins)).then_some(3)
}

fn squashed(text: &str) -> String {
    text.chars().filter(|it| it.is_ascii_alphanumeric()).collect::<String>().to_lowercase()
}

/// What the long way compares: fit of several names or of one, of the worst word, kind and length of the name.
type Rank = (bool, u16, u16, usize);

/// The rank of an actor, worked out the long way; nothing where it is not meant.
fn rank(actor: &Plain, asked: &[&str]) -> Option<Rank> {
    rank_of(&actor.names(), &numbers(actor), asked, true)
}

/// The numbers of an actor.
pub(super) fn numbers(actor: &Plain) -> Vec<String> {
    let records = || actor.records.iter();
    let references = records().flat_map(|it| &it.designations).filter_map(|it| it.reference.as_ref());
    let all = records().flat_map(|it| it.identifiers.iter().map(|it| &it.value).chain([&it.id]));
    all.chain(references).map(|it| squashed(it)).collect()
}

/// The rank of somebody with names of words that are parted by spaces, and with numbers, with wrong letters or without.
pub(super) fn rank_of(
    names: &[(u16, String)],
    numbers: &[String],
    asked: &[&str],
    typos: bool,
) -> Option<Rank> {
    let is_last = |at: usize| at + 1 == asked.len();
    let best = |name: &str, at: usize| {
        name.split(' ')
            .filter_map(|word| fit(asked[at], word, is_last(at)))
            .filter(|fit| typos || *fit <= 1)
            .min()
    };
    let in_one = names.iter().filter_map(|(weight, name)| {
        let worst =
            (0..asked.len()).map(|at| best(name, at)).collect::<Option<Vec<_>>>()?.into_iter().max()?;
        Some((false, worst, *weight, name.replace(' ', "").len().min(255)))
    });
    let in_all = (0..asked.len()).map(|at| {
        let number = numbers.iter().any(|it| it == asked[at]).then_some(0);
        names.iter().filter_map(|(_, name)| best(name, at)).chain(number).min()
    });
    let in_all = in_all.collect::<Option<Vec<_>>>().and_then(|it| it.into_iter().max());
    let spread = in_all.filter(|_| asked.len() > 1).map(|worst| (true, worst, 0, 0));
    let whole = asked.concat();
    let number = numbers.iter().any(|it| *it == whole && !it.is_empty()).then_some((false, 0, 3, 0));
    in_one.chain(spread).chain(number).min()
}

fn queries() -> impl Strategy<Value = Vec<String>> {
    let known = [
        "marina", "mar", "bank", "banj", "amrina", "marinaa", "arina", "ab12345", "9", "kpi", "a", "marx",
        "mraia",
    ];
    let word = prop_oneof![
        3 => prop::sample::select(known.to_vec()).prop_map(str::to_owned),
        1 => "[abn]{1,6}",
        1 => "ma[a-z]{2,4}",
    ];
    prop::collection::vec(word, 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_same_are_found_in_the_same_order_as_the_long_way(
        records in prop::collection::vec(record(), 0..14),
        asked in queries(),
    ) {
        let store = store(&records);
        let (actors, rows) = plain(&records);
        let asked: Vec<_> = asked.iter().map(String::as_str).collect();
        let ranks: Vec<_> = actors.iter().map(|actor| rank(actor, &asked)).collect();
        let mut expected: Vec<_> =
            rows.iter().enumerate().filter_map(|(row, (actor, _))| Some((ranks[*actor]?, *actor, row))).collect();
        expected.sort();
        let filter = Filter { text: asked.join(" "), typos: true, ..Filter::default() };
        let mut found = store.find(&filter);
        let rows: Vec<_> =
            found.window(&store, Order::Best, 0..usize::MAX).iter().map(|row| row.0 as usize).collect();
        prop_assert_eq!(rows, expected.iter().map(|(_, _, row)| *row).collect::<Vec<_>>());
        prop_assert_eq!(found.total(), expected.len());
        prop_assert_eq!(found.as_typed(), expected.iter().filter(|((_, fit, _, _), _, _)| *fit <= 1).count());
        let typed = store.find(&Filter { typos: false, ..filter });
        prop_assert!(typed.total() <= found.total());
    }

    #[test]
    fn any_text_can_be_asked_for(names in prop::collection::vec(".{0,12}", 0..8), text in ".{0,20}") {
        let records: Vec<_> = names
            .iter()
            .enumerate()
            .map(|(at, name)| Record { kind: Kind::Person, ..named(&at.to_string(), &[name]) })
            .collect();
        let store = store(&records);
        let all = found(&store, &text);
        prop_assert!(all.len() <= names.len() + 1);
        // Whoever is asked for by name is found.
        for name in &names {
            if name.chars().any(char::is_alphanumeric) && name.is_ascii() && !name.contains('\'') {
                prop_assert!(found(&store, name).contains(name), "{}", name);
            }
        }
    }
}

#[test]
fn every_word_with_one_wrong_letter_is_found_again() {
    // A wrong letter in each place and of each sort, in a list where many words are near each other.
    let words: Vec<String> = (0..400_usize)
        .map(|at| {
            let syllables = ["ka", "ri", "mo", "sha", "du", "el", "an"];
            (0..2 + at % 3).map(|nth| syllables[(at / 7_usize.pow(nth as u32) + nth) % 7]).collect()
        })
        .collect();
    let store = of_names(&words.iter().map(String::as_str).collect::<Vec<_>>());
    let mut tried = 0;
    for word in words.iter().step_by(31).filter(|it| it.len() >= 5) {
        for at in 0..word.len() {
            let (before, after) = word.split_at(at);
            let swapped = after.get(..2).map(|two| two.chars().rev().collect::<String>() + &after[2..]);
            let wrong = [
                Some(format!("{before}x{after}")),
                Some(format!("{before}x{}", &after[1..])),
                Some(format!("{before}{}", &after[1..])),
                swapped.map(|it| before.to_owned() + &it),
            ];
            for wrong in wrong.into_iter().flatten() {
                let naive = words.iter().filter(|it| fit(&wrong, it, true).is_some()).count();
                let found = store.find(&Filter { text: wrong.clone(), typos: true, ..Filter::default() });
                assert_eq!(found.total(), naive, "{wrong}");
                assert!(found_again(&store, &wrong, word), "{wrong} {word}");
                tried += 1;
            }
        }
    }
    assert!(tried > 200, "{tried}");
}

fn found_again(store: &Store, text: &str, name: &str) -> bool {
    found(store, text).iter().any(|it| it == name)
}
