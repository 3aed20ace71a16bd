//! Tests of countries by the words of lists.

use sourceline::import::{COUNTRIES, country};

#[test]
fn a_country_is_found_by_its_turns_and_twists() {
    let cases = [
        ("Korea, North", Some("kp")),
        ("KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF", Some("kp")),
        ("Democratic People’s Republic of Korea", Some("kp")),
        ("Congo, Democratic Republic of the", Some("cd")),
        ("CONGO, Democratic Republic of (was Zaire)", Some("cd")),
        ("IRAN (ISLAMIC REPUBLIC OF)", Some("ir")),
        ("The Gambia", Some("gm")),
        ("Cote d'Ivoire", Some("ci")),
        ("Guinea-Bissau", Some("gw")),
        ("  Russia ", Some("ru")),
        ("KP", Some("kp")),
        ("UK", Some("gb")),
        ("St. Kitts & Nevis", Some("kn")),
        ("00", None),
        ("ZZ", None),
        ("kp", None),
        ("Region: Kafia Kingi", None),
        ("Korea", None),
        ("", None),
    ];
    for (words, code) in cases {
        assert_eq!(country(words), code, "{words:?}");
    }
}

#[test]
fn the_names_stand_in_their_order_and_each_is_found() {
    assert!(COUNTRIES.is_sorted_by(|a, b| a.0.chars().lt(b.0.chars())));
    for (name, code) in COUNTRIES {
        assert_eq!(country(name), Some(*code), "{name}");
        assert!(code.len() == 2 && code.bytes().all(|it| it.is_ascii_lowercase()), "{code}");
    }
}
