//! Tests of dates as lists write them.

use proptest::prelude::*;
use sourceline::import::record::Dating;

/// The two ends of a date, and whether it is approximate.
fn told(it: Option<Dating>) -> String {
    let Some(it) = it else { return "none".to_owned() };
    let ends = [it.start, it.end].map(|end| end.map_or("open".to_owned(), |it| it.to_string()));
    let ends = if ends[0] == ends[1] { ends[0].clone() } else { ends.join("..") };
    if it.circa { format!("~{ends}") } else { ends }
}

#[test]
fn a_date_is_as_precise_as_its_words() {
    let cases = [
        ("1951", "1951"),
        ("Sep 1938", "1938-09"),
        ("10 Dec 1948", "1948-12-10"),
        ("December 10, 1948", "1948-12-10"),
        ("1948-12-10", "1948-12-10"),
        ("2024-05-15T00:00:03.012Z", "2024-05-15"),
        ("2015-03-27-04:00", "2015-03-27"),
        ("2015-03-27Z", "2015-03-27"),
        ("2015-03-27x", "none"),
        ("Between Aug. and Sep. 1977", "1977-08..1977-09"),
        ("Nov. 1973", "1973-11"),
        ("10/12/1948", "1948-12-10"),
        ("dd/mm/1945", "1945"),
        ("dd/03/1945", "1945-03"),
        ("00/00/1945", "1945"),
        ("circa 1951", "~1951"),
        ("c. 1951", "~1951"),
        ("Approximately 1960", "~1960"),
        ("circa 01 Jan 1961", "~1961-01-01"),
        ("1958 to 1959", "1958..1959"),
        ("1958-1959", "1958..1959"),
        ("between 1958 and 1959", "1958..1959"),
        ("08 Nov 1985 to 07 Nov 1986", "1985-11-08..1986-11-07"),
        ("Mar 1980 to Mar 1981", "1980-03..1981-03"),
        ("1959 to 1958", "1958..1959"),
        ("", "none"),
        ("in the 1950s", "none"),
        ("31 Feb 1950", "none"),
        ("1 Ma 1950", "none"),
        ("13/13/1950", "none"),
        ("Teacher 1950", "none"),
    ];
    for (words, expected) in cases {
        assert_eq!(told(Dating::read(words)), expected, "{words:?}");
    }
    assert_eq!(told(Dating::read_american("05/07/2024")), "2024-05-07");
}

#[test]
fn the_words_stay() {
    assert_eq!(Dating::read("circa 1951").unwrap().words, "circa 1951");
}

proptest! {
    #[test]
    fn no_text_stops_the_reader_of_dates_of_lists(text in any::<String>()) {
        let _ = Dating::read(&text);
        let _ = Dating::read_american(&text);
    }

    #[test]
    fn no_near_date_stops_it(text in "(circa |c|between )?[0-9dm]{0,4}[ /.-]?[A-Za-z0-9]{0,4}[ /.-]?[0-9]{0,5}( to | and |-)?[0-9é]{0,4}") {
        let _ = Dating::read(&text);
    }
}
