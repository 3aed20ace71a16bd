//! Text search: which letters meet, and which rows words find.

use sourceline::corpus::bundled;
use sourceline::model::Dataset;
use sourceline::query::{Query, Row, View, fold, rows};

#[test]
fn letters_meet_without_case_and_diacritics() {
    let cases = [
        ("", ""),
        ("Mkrtyčev", "mkrtycev"),
        ("MKRTYČEV", "mkrtycev"),
        ("Łódź", "lodz"),
        ("ĐURĐEVIĆ", "durdevic"),
        ("İstanbul", "istanbul"),
        ("Ÿ ÿ", "y y"),
        ("Șț Şţ", "st st"),
        ("Ærø", "æro"),
        ("Kim’s ‘words’", "kim's 'words'"),
        ("e\u{301}a\u{30a}", "ea"),
        ("123 – ¶ “x”", "123 – ¶ “x”"),
        ("김정은", "김정은"),
    ];
    for (text, folded) in cases {
        assert_eq!(fold(text), folded, "{text}");
    }
}

#[test]
fn capital_and_small_letters_meet_as_unicode_pairs_them() {
    let latin = ['A'..='Z', 'À'..='Ö', 'Ø'..='Þ', '\u{100}'..='\u{17e}', '\u{218}'..='\u{21b}'];
    let greek = ['Ά'..='Ά', 'Έ'..='Ί', 'Ό'..='Ό', 'Ύ'..='Ώ', 'Α'..='Ρ', 'Σ'..='Ϋ'];
    let cyrillic = ['\u{400}'..='\u{42f}', '\u{460}'..='\u{481}', '\u{48a}'..='\u{52f}'];
    for letter in latin.into_iter().chain(greek).chain(cyrillic).flatten() {
        let small: String = letter.to_lowercase().collect();
        assert_eq!(fold(&letter.to_string()), fold(&small), "{letter} and {small}");
    }
}

#[test]
fn folding_again_changes_nothing() {
    for letter in '\0'..='\u{2fff}' {
        let once = fold(&letter.to_string());
        assert_eq!(fold(&once), once, "{letter:?}");
    }
}

#[test]
fn a_text_composed_or_not_folds_alike() {
    let pairs =
        [("é", "e\u{301}"), ("Č", "C\u{30c}"), ("ő", "o\u{30b}"), ("Ş", "S\u{327}"), ("ñ", "n\u{303}")];
    for (composed, apart) in pairs {
        assert_eq!(fold(composed), fold(apart), "{composed}");
    }
}

fn found(data: &Dataset, view: View, text: &str) -> Vec<Row> {
    rows(data, &Query { view, text: text.to_owned(), ..Query::default() })
}

#[test]
fn each_word_must_stand_somewhere_in_the_row() {
    let (data, _) = bundled().unwrap();
    let find = |text: &str| found(&data, View::Sanctions, text);
    let all = find("").len();
    assert!((1..all).contains(&find("versor").len()));
    assert!((1..find("versor").len()).contains(&find("versor company").len()));
    assert_eq!(find("  VERSÓR\t"), find("versor"));
    assert_eq!(find("versor trade"), find("trade versor"));
    assert_eq!(find("vers").first(), find("versor").first());
    assert_eq!(find("versor ashot-nobody"), []);
}

#[test]
fn blank_text_finds_all() {
    let (data, _) = bundled().unwrap();
    for view in View::ALL {
        assert_eq!(found(&data, view, " \t\u{a0}"), found(&data, view, ""));
    }
}

#[test]
fn more_words_never_find_more() {
    let (data, _) = bundled().unwrap();
    for view in View::ALL {
        let more = if view == View::Statements { "korea russia" } else { "korea minister" };
        let (all, few) = (found(&data, view, "korea"), found(&data, view, more));
        assert!(!few.is_empty() && few.len() < all.len());
        assert!(few.iter().all(|row| all.contains(row)));
    }
}

#[test]
fn a_row_is_found_by_its_actors_its_direct_speech_and_its_topic() {
    let (data, _) = bundled().unwrap();
    for (index, fact) in data.facts.iter().enumerate() {
        let row = Row::Fact(sourceline::model::FactId::new(index as u32));
        let exact = fact.evidence.iter().filter_map(|it| it.exact.as_ref()).map(|it| it.text.as_str());
        let actors = fact.objects.iter().chain([&fact.subject]).map(|id| data[*id].name.as_str());
        let topic = data[fact.topic].label.as_str();
        for text in exact.chain(actors).chain([topic, &fact.text]) {
            assert!(found(&data, View::Network, text).contains(&row), "{} by {text}", fact.key);
        }
    }
}
