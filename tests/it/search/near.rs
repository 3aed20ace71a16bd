//! Wrong letters: which are allowed, held against a plain reckoning of the distance.

use proptest::prelude::*;

use super::{found, names};

#[test]
fn a_wrong_letter_is_one_too_many_one_too_few_another_or_two_in_each_others_place() {
    let index = names(&["Peskov"]);
    for text in ["Peskov", "Pesskov", "Peskv", "Pezkov", "Peksov", "eskov", "xPeskov", "Peskovx"] {
        assert_eq!(found(&index, text), [0], "{text}");
    }
    for text in ["Pezkof", "Psekvo", "skov", "Pezcov"] {
        assert_eq!(found(&index, text), [0; 0], "{text}");
    }
}

#[test]
fn short_words_are_meant_as_they_are_longer_ones_may_be_wrong() {
    let index = names(&["Lim", "Kore", "Mkrtychev"]);
    assert_eq!(found(&index, "Lin"), [0; 0]);
    assert_eq!(found(&index, "Korx"), [1]);
    assert_eq!(found(&index, "Mkrtixhev"), [2]);
    assert_eq!(found(&index, "Mxrtixhxv"), [0; 0]);
}

#[test]
fn a_number_is_meant_as_it_is() {
    let index = names(&["12345", "version 2023"]);
    assert_eq!(found(&index, "12346"), [0; 0]);
    assert_eq!(found(&index, "2024"), [0; 0]);
    assert_eq!(found(&index, "123"), [0]);
    assert_eq!(found(&index, "verson 2023"), [1]);
}

#[test]
fn fewer_wrong_letters_come_first() {
    let index = names(&["Marlovich", "Markovich", "Markovic"]);
    assert_eq!(found(&index, "markovich"), [1, 0, 2]);
}

#[test]
fn words_may_be_joined_and_parted() {
    let index = names(&["Lim Soo-suk", "Komsomolsk on Amur"]);
    for text in ["limsoosuk", "lim soosuk", "limsoo suk", "l i m soo suk", "lims oosuk", "Lim Su-suk"] {
        assert_eq!(found(&index, text), [0], "{text}");
    }
    for text in ["komsomolskonamur", "komsomolsk-on-amur", "komso molsk on amur", "komsomolskon amur"] {
        assert_eq!(found(&index, text), [1], "{text}");
    }
}

/// The restricted edit distance as its definition says it.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let changed = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let mut least = changed.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(table[i - 2][j - 2] + 1);
                }
                least
            };
        }
    }
    table[a.len()][b.len()]
}

/// How a word fits another, the smaller the better; nothing where it does not.
fn fits(asked: &str, word: &str) -> Option<(u8, usize, bool)> {
    let same = asked == word;
    let (asked, word): (Vec<_>, Vec<_>) = (asked.chars().collect(), word.chars().collect());
    let allowed = |letters: usize| match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    let whole = distance(&asked, &word);
    let begins = (0..=word.len()).map(|end| distance(&asked, &word[..end])).min().unwrap();
    let at_the_beginning = allowed(asked.len() - usize::from(asked.len() >= 4 && asked.len() % 4 == 0));
    let nearly = whole <= allowed(asked.len());
    let whole = nearly.then_some((whole, false));
    let begins = (begins <= at_the_beginning).then_some((begins, true));
    let (wrong, begins) = whole.into_iter().chain(begins).min()?;
    // The whole name, nearly the whole name, a beginning of it, a beginning with wrong letters.
    let tier = if same {
        0
    } else if nearly {
        1
    } else {
        2 + u8::from(wrong > 0)
    };
    Some((tier, wrong, begins))
}

/// Words of few letters, so that many are near each other; none is spelled in two ways.
fn word() -> impl Strategy<Value = String> {
    "[abc]{1,11}".prop_map(|it| {
        let mut letters: Vec<_> = it.chars().collect();
        letters.dedup();
        letters.into_iter().collect()
    })
}

proptest! {
    #[test]
    fn the_walk_over_the_list_finds_what_a_plain_reckoning_finds(
        list in prop::collection::vec(word(), 1..40),
        asked in word(),
    ) {
        let texts: Vec<_> = list.iter().map(String::as_str).collect();
        let index = names(&texts);
        let mut expected: Vec<_> = texts
            .iter()
            .enumerate()
            .filter_map(|(nth, word)| Some((fits(&asked, word)?, nth)))
            .collect();
        expected.sort();
        let expected: Vec<_> = expected.into_iter().map(|(_, nth)| nth).collect();
        prop_assert_eq!(found(&index, &asked), expected);
    }
}
