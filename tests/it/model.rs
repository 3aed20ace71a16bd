//! Tests of the model: dates, hashes, ids, places in a source, stable names, how far facts are established.

use std::collections::BTreeSet;
use std::str::FromStr;

use proptest::prelude::*;
use sourceline::model::*;

use crate::sample;

// --- dates ---

#[track_caller]
fn date(text: &str) -> Date {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn a_date_is_known_to_the_year_the_month_or_the_day() {
    for (text, month, day) in
        [("2023", None, None), ("2023-09", Some(9), None), ("2023-09-13", Some(9), Some(13))]
    {
        let date = date(text);
        assert_eq!((date.year(), date.month(), date.day()), (2023, month, day), "{text}");
    }
}

#[test]
fn a_text_of_another_form_is_no_date() {
    for text in [
        "",
        "-",
        "23",
        "02023",
        "2023-",
        "2023-9",
        "2023-09-",
        "2023-09-1",
        "2023-09-013",
        "2023-09-13-01",
        "-2023",
        "+023",
        "2023/09/13",
        "2023-09-13T00:00",
        " 2023",
        "2023 ",
        "2o23",
        "２０２３",
        "2023--13",
        "2023-+9",
        "٢٠٢٣",
    ] {
        assert_eq!(Date::from_str(text), Err(DateError::Form), "{text:?}");
    }
}

#[test]
fn a_day_that_the_calendar_does_not_have_is_no_date() {
    for text in [
        "0000",
        "2023-00",
        "2023-13",
        "2023-99",
        "2023-01-00",
        "2023-01-32",
        "2023-04-31",
        "2023-06-31",
        "2023-09-31",
        "2023-11-31",
        "2023-02-29",
        "2024-02-30",
        "1900-02-29",
        "2100-02-29",
        "0000-01-01",
    ] {
        assert_eq!(Date::from_str(text), Err(DateError::Calendar), "{text}");
    }
}

#[test]
fn leap_years_have_a_29th_of_february() {
    for text in ["2024-02-29", "2000-02-29", "1600-02-29", "0004-02-29"] {
        assert_eq!(date(text).to_string(), text);
    }
}

#[test]
fn an_error_says_what_a_date_is() {
    assert!(DateError::Form.to_string().contains("YYYY-MM-DD"));
    assert!(DateError::Calendar.to_string().contains("calendar"));
}

#[test]
fn dates_order_by_their_first_day() {
    let order = ["0001", "2022-12-31", "2023", "2023-01", "2023-01-01", "2023-01-02", "2023-02", "2024"];
    let dates = order.map(date);
    assert!(dates.is_sorted());
    assert!(dates.windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn weekdays_are_those_of_the_calendar() {
    let days = [
        ("2023-09-13", Weekday::Wednesday), // The summit.
        ("2023-09-14", Weekday::Thursday),
        ("2023-09-21", Weekday::Thursday),
        ("2000-01-01", Weekday::Saturday),
        ("2000-02-29", Weekday::Tuesday),
        ("1970-01-01", Weekday::Thursday),
        ("1969-07-20", Weekday::Sunday),
        ("1900-03-01", Weekday::Thursday),
        ("1582-10-15", Weekday::Friday), // The first day of the calendar.
        ("2100-02-28", Weekday::Sunday),
        ("0001-01-01", Weekday::Monday),
        ("9999-12-31", Weekday::Friday),
    ];
    for (text, weekday) in days {
        assert_eq!(date(text).weekday(), Some(weekday), "{text}");
    }
}

#[test]
fn a_date_without_a_day_has_no_weekday() {
    assert_eq!([date("2023"), date("2023-09")].map(Date::weekday), [None, None]);
}

#[test]
fn each_day_has_the_weekday_after_that_of_the_day_before() {
    let mut place = None;
    for year in 1995..=2030 {
        for month in 1..=12 {
            let days = (1..=31).filter_map(|day| format!("{year}-{month:02}-{day:02}").parse::<Date>().ok());
            for date in days {
                let weekday = date.weekday().unwrap();
                let now = Weekday::ALL.iter().position(|day| *day == weekday).unwrap();
                assert!(place.is_none_or(|before| (before + 1) % 7 == now), "{date}");
                place = Some(now);
            }
        }
    }
}

#[test]
fn a_weekday_is_named_in_english_and_with_a_capital() {
    for day in Weekday::ALL {
        assert_eq!(Weekday::named(&format!("{day:?}")), Some(day));
    }
    for text in ["", "wednesday", "Wed", "On Wednesday", "Mittwoch"] {
        assert_eq!(Weekday::named(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn a_date_is_written_as_it_is_read(
        year in 1..=9999_u16,
        month in prop::option::of(1..=12_u8),
        day in 1..=31_u8,
        exact in any::<bool>(),
    ) {
        let mut text = format!("{year:04}");
        if let Some(month) = month {
            text += &format!("-{month:02}");
            if exact {
                text += &format!("-{day:02}");
            }
        }
        match text.parse::<Date>() {
            Ok(date) => prop_assert_eq!(date.to_string(), text),
            Err(error) => {
                prop_assert_eq!(error, DateError::Calendar);
                prop_assert!(exact && day > 28, "{}", text);
            }
        }
    }

    #[test]
    fn no_text_stops_the_reader_of_dates(text in "[0-9-]{0,12}|\\PC{0,12}") {
        if let Ok(date) = text.parse::<Date>() {
            prop_assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn a_hash_is_written_as_it_is_read(bytes in any::<[u8; 32]>()) {
        let text = Hash(bytes).to_string();
        prop_assert_eq!(text.len(), 64);
        prop_assert_eq!(text.parse(), Ok(Hash(bytes)));
        prop_assert_eq!(text.to_uppercase().parse(), Ok(Hash(bytes)));
    }
}

// --- hashes and ids ---

#[test]
fn a_hash_is_64_digits_in_lower_case() {
    let mut bytes = [0; 32];
    bytes[0] = 0x0f;
    bytes[31] = 0xa0;
    let text = format!("0f{}a0", "0".repeat(60));
    assert_eq!(Hash(bytes).to_string(), text);
    assert_eq!(format!("{:?}", Hash(bytes)), text);
}

#[test]
fn what_is_not_64_digits_is_no_hash() {
    let of = |letter: &str, count: usize| letter.repeat(count);
    for text in
        [String::new(), of("0", 63), of("0", 65), of("g", 64), of("é", 32), of("+0", 32), of(" 0", 32)]
    {
        assert_eq!(text.parse::<Hash>(), Err(()), "{text:?}");
    }
}

#[test]
fn an_id_is_a_place_in_a_table() {
    assert_eq!(FactId::new(7).index(), 7);
    assert!(ActorId::new(1) < ActorId::new(2));
    let data = sample::dataset();
    for (id, fact) in data.all::<Fact>() {
        assert_eq!(data[id], *fact);
        assert_eq!(data.find::<Fact>(&fact.key), Some(id));
    }
    assert_eq!(data.all::<Actor>().count(), data.actors.len());
    assert_eq!(data.find::<Actor>("nobody"), None);
    assert_eq!(data.find::<Actor>(""), None);
}

#[test]
fn paragraphs_and_sentences_are_counted_from_one() {
    let data = sample::dataset();
    let source = data.sources.iter().find(|it| it.paragraphs.len() > 1).unwrap();
    assert_eq!(source.paragraph(0), None);
    assert_eq!(source.paragraph(1), source.paragraphs.first());
    assert_eq!(source.paragraph(source.paragraphs.len() as u16), source.paragraphs.last());
    assert_eq!(source.paragraph(source.paragraphs.len() as u16 + 1), None);
    assert_eq!(source.sentence(1, 0), None);
    assert_eq!(source.sentence(1, 1), source.paragraphs[0].sentences.first());
    assert_eq!(source.sentence(1, u16::MAX), None);
    assert_eq!(source.sentence(0, 1), None);
}

// --- stable names ---

#[track_caller]
fn check_keys<T: Keyed>(all: &[T], want: &str) {
    let keys: Vec<_> = all.iter().map(|it| it.key()).collect();
    assert_eq!(keys.join(" "), want);
}

#[test]
fn stable_names_stay_as_they_are() {
    check_keys(&FactKind::ALL, "statement event relation measure");
    check_keys(&ActorKind::ALL, "person state public-body organization company group");
    check_keys(&Naming::ALL, "named by-office unnamed");
    check_keys(&Status::ALL, "happened holds stated planned under-discussion denied reported-absence");
    check_keys(&ListingStatus::ALL, "imposed in-force under-discussion");
    check_keys(&LinkKind::ALL, "responds-to contradicts supports repeats part-of");
    check_keys(&Basis::ALL, "not-given weekday summit report-date public-record relative");
    check_keys(&QuadClass::ALL, "material-conflict verbal-conflict material-cooperation verbal-cooperation");
    check_keys(
        &EventType::ALL,
        "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION \
         MOBILIZE COERCE ASSAULT",
    );
}

#[test]
fn no_stable_name_stands_twice() {
    let keys: BTreeSet<_> = EventType::ALL.iter().map(|it| it.key()).collect();
    assert_eq!(keys.len(), EventType::ALL.len());
}

// --- rules ---

#[test]
fn event_types_have_the_quad_classes_of_plover() {
    let of = |class: QuadClass| {
        let types = EventType::ALL.into_iter().filter(|it| it.quad_class() == class);
        types.map(Keyed::key).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(of(QuadClass::VerbalCooperation), "AGREE CONSULT SUPPORT CONCEDE");
    assert_eq!(of(QuadClass::MaterialCooperation), "COOPERATE AID RETREAT");
    assert_eq!(of(QuadClass::VerbalConflict), "REQUEST ACCUSE REJECT THREATEN");
    assert_eq!(of(QuadClass::MaterialConflict), "PROTEST SANCTION MOBILIZE COERCE ASSAULT");
}

#[test]
fn a_fact_without_an_event_type_has_no_class() {
    let (mut fact, _) = measure();
    assert_eq!(fact.quad_class(), Some(QuadClass::MaterialConflict));
    fact.event_type = None;
    assert_eq!(fact.quad_class(), None);
}

#[test]
fn the_status_of_a_measure_says_how_it_is_listed() {
    let listed = Status::ALL.map(|status| ListingStatus::of_measure(status).map(Keyed::key));
    let want = [
        Some("imposed"),
        Some("in-force"),
        None,
        Some("under-discussion"),
        Some("under-discussion"),
        None,
        None,
    ];
    assert_eq!(listed, want);
}

/// A measure that happened, in the report's own voice; with the story it stands in.
fn measure() -> (Fact, Dataset) {
    let data = sample::dataset();
    let id = data.find::<Fact>("package").unwrap();
    let attribution = Attribution::default();
    (Fact { status: Status::Happened, attribution, ..data[id].clone() }, data)
}

/// The same fact as somebody tells it, through whom.
fn told(fact: &Fact, data: &Dataset, speaker: &str, via: &[&str]) -> Fact {
    let actor = |key: &str| data.find::<Actor>(key).unwrap_or_else(|| panic!("there is no actor `{key}`"));
    let speaker = (!speaker.is_empty()).then(|| actor(speaker));
    let via = via.iter().map(|key| actor(key)).collect();
    Fact { attribution: Attribution { speaker, via }, ..fact.clone() }
}

#[test]
fn what_a_report_says_in_its_own_voice_is_reported() {
    let (fact, data) = measure();
    assert_eq!(fact.standing(&data), Standing::Reported);
    assert_eq!(told(&fact, &data, "", &["pier-news-agency"]).standing(&data), Standing::Attributed);
    let statement = Fact { kind: FactKind::Statement, ..fact };
    assert_eq!(statement.standing(&data), Standing::Attributed);
}

#[test]
fn a_measure_is_announced_by_who_takes_it_or_by_a_public_body_of_its_side() {
    let (fact, data) = measure();
    assert_eq!(data[fact.subject].key, "westland");
    let by = |fact: &Fact, speaker| told(fact, &data, speaker, &[]).standing(&data);
    assert_eq!(by(&fact, "westland"), Standing::Announced);
    assert_eq!(by(&fact, "ida-holm"), Standing::Attributed, "a person of the side");
    assert_eq!(by(&fact, "pier-news-agency"), Standing::Attributed, "somebody of no side");
    assert_eq!(by(&fact, "eastland"), Standing::Attributed, "the other side");
    let through = told(&fact, &data, "westland", &["pier-news-agency"]);
    assert_eq!(through.standing(&data), Standing::Announced, "through an agency");

    // A public body of the side speaks for one of its own.
    let of_its_minister = Fact { subject: data.find::<Actor>("ida-holm").unwrap(), ..fact.clone() };
    assert_eq!(by(&of_its_minister, "westland"), Standing::Announced);
    let of_nobodys = Fact { subject: data.find::<Actor>("pier-news-agency").unwrap(), ..fact };
    assert_eq!(by(&of_nobodys, "westland"), Standing::Attributed);
}

#[test]
fn only_a_measure_that_was_taken_can_be_announced() {
    let (fact, data) = measure();
    let fact = told(&fact, &data, "westland", &[]);
    for kind in FactKind::ALL {
        for status in Status::ALL {
            let is = Fact { kind, status, ..fact.clone() }.standing(&data);
            let announced = kind == FactKind::Measure && status == Status::Happened;
            let want = if announced { Standing::Announced } else { Standing::Attributed };
            assert_eq!(is, want, "{kind:?} {status:?}");
        }
    }
}

// --- addresses out of files ---

#[test]
fn an_address_of_the_web_may_be_a_link() {
    for text in [
        "https://example.org",
        "HTTP://example.org/a?b=c#d",
        " https://example.org/list ",
        "https://bücher.example/ü",
    ] {
        assert_eq!(SafeUrl::parse(text).map(|it| it.as_str().to_owned()), Some(text.trim().to_owned()));
    }
}

#[test]
fn no_other_address_is_a_link() {
    let long = format!("https://example.org/{}", "a".repeat(3_000));
    for text in [
        "",
        "example.org",
        "javascript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        "data:text/html,<b>",
        "file:///etc/passwd",
        "ftp://example.org",
        "//example.org",
        "https://",
        "https:///path",
        "https://example.org@evil.example",
        "https://evil.example\\@example.org",
        "https://example.org/a b",
        "https://example.org/\u{202e}gro",
        "https://example.org/\"onclick=",
        "java\tscript://example.org",
        &long,
    ] {
        assert_eq!(SafeUrl::parse(text), None, "{text:?}");
    }
}

proptest! {
    #[test]
    fn whatever_text_it_comes_from_a_link_leads_to_the_web(text in "(https?|javascript|data|HTTPS)?:?/{0,3}\\PC{0,40}") {
        if let Some(url) = SafeUrl::parse(&text) {
            let url = url.as_str().to_ascii_lowercase();
            prop_assert!(url.starts_with("http://") || url.starts_with("https://"));
        }
    }
}
