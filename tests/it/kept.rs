//! Tests of what is noted of lists that a reader keeps in the browser.

use sourceline::import::formats::plain::{Column, Delimiter, Field, Mapping};
use sourceline::kept::{Kept, id_of};

fn kept() -> Kept {
    let column = Column { title: "Who".to_owned(), field: Field::Name, sure: None };
    let mapping = Mapping {
        delimiter: Delimiter::Semicolon,
        skip: 2,
        has_head: true,
        month_first: false,
        columns: vec![column],
    };
    Kept {
        id: id_of([("piers.csv", 1200, 1_700_000_000_000)].into_iter()),
        name: "Piers “of the” North".to_owned(),
        published: Some("21 September 2023".to_owned()),
        rows: 12,
        bytes: 1200,
        since: "2026-11-22T12:40:00.000Z".to_owned(),
        mappings: vec![("piers.csv".to_owned(), mapping)],
    }
}

#[test]
fn what_is_noted_of_a_list_is_read_again() {
    assert_eq!(Kept::from_json(&kept().to_json()), Some(kept()));
}

#[test]
fn a_note_says_what_it_is_and_of_which_version() {
    let text = kept().to_json();
    assert!(text.starts_with(r#"{"kind":"sourceline/kept","version":1,"#), "{text}");
    let later = text.replace(r#""version":1"#, r#""version":2"#);
    assert_eq!(Kept::from_json(&later), None, "a later program knows what it wrote");
    assert_eq!(Kept::from_json(&text.replace("sourceline/kept", "something/else")), None);
    assert_eq!(Kept::from_json("{}"), None);
    assert_eq!(Kept::from_json("\0"), None);
}

#[test]
fn a_list_can_be_opened_where_what_was_said_of_its_columns_means_nothing_any_more() {
    let text = kept().to_json();
    let old = text.replace(r#""field":"Name""#, r#""field":"Appellation""#);
    assert_ne!(old, text);
    assert_eq!(Kept::from_json(&old), Some(Kept { mappings: Vec::new(), ..kept() }));
}

#[test]
fn files_are_known_again_by_name_size_and_day_of_change() {
    let id = |name, bytes, changed| id_of([(name, bytes, changed)].into_iter());
    let one = id("sdn.csv", 9, 7);
    assert_eq!(one, id("sdn.csv", 9, 7));
    for other in [id("alt.csv", 9, 7), id("sdn.csv", 8, 7), id("sdn.csv", 9, 8)] {
        assert_ne!(one, other);
    }
}
