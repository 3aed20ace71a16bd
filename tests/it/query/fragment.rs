//! A query in a link: what is written is read again, and whatever is read gives a query.

use proptest::prelude::*;
use sourceline::corpus::bundled;
use sourceline::graph::PathKind;
use sourceline::model::{At, Date};
use sourceline::query::{
    Column, Connection, FACETS, Focus, Lanes, MAX_FRAGMENT, MAX_TEXT, Mark, Notice, Parsed, Period, Query,
    Selection, Sort, View,
};
use sourceline::words::EN;

use super::{actor, query};

fn key() -> impl Strategy<Value = String> {
    "[A-Za-z0-9._-]{1,16}"
}

fn sort() -> impl Strategy<Value = Sort> {
    let column = || prop::sample::select(&Column::ALL[..]);
    prop_oneof![Just(Sort::AsReported), column().prop_map(Sort::Up), column().prop_map(Sort::Down)]
}

fn selection() -> impl Strategy<Value = Selection> {
    prop_oneof![
        key().prop_map(Selection::Actor),
        (key(), key()).prop_map(|(one, other)| Selection::edge(one, other)),
        key().prop_map(Selection::Fact),
        key().prop_map(Selection::Designation),
        key().prop_map(Selection::Source),
        (key(), any::<u32>(), any::<u32>()).prop_map(|(source, paragraph, sentence)| {
            Selection::Sentence(source, At { paragraph, sentence })
        }),
    ]
}

/// Two days, months or years in order, or one, or none.
fn period() -> impl Strategy<Value = Period> {
    let date = || prop::option::of((0..3_652_059, prop::sample::select(vec![10, 7, 4])));
    (date(), date()).prop_map(|(one, other)| {
        let date = |(number, precision): (i32, usize)| -> Option<Date> {
            Date::of_number(number)?.to_string().get(..precision)?.parse().ok()
        };
        let (from, to) = (one.and_then(date), other.and_then(date));
        match (from, to) {
            (Some(a), Some(b)) if a.first() > b.last() => Period { from: Some(b), to: Some(a) },
            _ => Period { from, to },
        }
    })
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(any::<char>(), 0..60).prop_map(String::from_iter)
}

prop_compose! {
    fn connection()(
        from in key(),
        to in key(),
        kind in prop::sample::select(&PathKind::ALL[..]),
        nth in 0_u8..9,
    ) -> Option<Connection> {
        (from != to).then_some(Connection { from, to, kind, nth })
    }
}

fn marks() -> impl Strategy<Value = Vec<(Mark, String)>> {
    prop::collection::vec((prop::sample::select(&Mark::ALL[..]), key()), 0..6)
}

prop_compose! {
    fn any_query()(
        view in prop::sample::select(&View::ALL[..]),
        text in text(),
        facets in prop::collection::vec((0..FACETS.len(), prop::collection::vec(key(), 0..4)), 0..6),
        period in period(),
        sort in sort(),
        lanes in prop::sample::select(&Lanes::ALL[..]),
        selection in prop::option::of(selection()),
        focus in prop::option::of(key().prop_map(Focus)),
        marks in marks(),
        path in connection(),
        table in any::<bool>(),
    ) -> Query {
        let mut start =
            Query { view, text, period, sort, lanes, selection, focus, path, table, ..Query::default() };
        marks.iter().for_each(|(mark, actor)| start.marks.add(*mark, actor));
        facets.into_iter().fold(start, |query, (facet, values)| query.with_chosen(&FACETS[facet], values))
    }
}

/// Texts that look like fragments, and are not quite.
fn nearly_a_fragment() -> impl Strategy<Value = String> {
    let pieces = [
        "#",
        "/",
        "network",
        "sanctions",
        "?",
        "&",
        "=",
        "q",
        "listing",
        "imposed",
        "*",
        ",",
        "sel",
        "actor",
        "edge",
        "sentence",
        "3.1",
        ":",
        "~",
        "%",
        "%20",
        "%FF",
        "%2C",
        "sort",
        "-",
        "target",
        "period",
        "2023-09-13",
        "..",
        "lanes",
        "kind",
        "focus",
        "path",
        "strongest",
        "hide",
        "expand",
        "as",
        "table",
        "a.b_c",
    ];
    let piece = prop_oneof![
        6 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

/// Fragments with well-formed parts, many of them wrong.
fn parts() -> impl Strategy<Value = String> {
    let keys: Vec<_> = FACETS
        .iter()
        .map(|it| it.key)
        .chain(["q", "period", "lanes", "sort", "focus", "only", "expand", "hide", "path", "as", "sel", "x"])
        .collect();
    let value = prop_oneof![key(), Just("*".to_owned()), Just(String::new()), any::<String>()];
    let part = (prop::sample::select(keys), value).prop_map(|(key, value)| format!("{key}={value}"));
    (prop::sample::select(vec!["/network?", "/sanctions?", "?"]), prop::collection::vec(part, 0..8))
        .prop_map(|(view, parts)| format!("{view}{}", parts.join("&")))
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(query in any_query()) {
        let fragment = query.to_fragment();
        let address = |letter: char| letter.is_ascii_alphanumeric() || "/?&=%-_.~:,*".contains(letter);
        prop_assert!(fragment.chars().all(address), "{}", fragment);
        prop_assert_eq!(Query::parse(&fragment), Parsed { query: query.clone(), notices: Vec::new() });
        prop_assert_eq!(Query::parse(&format!("#{fragment}")).query, query);
    }

    #[test]
    fn whatever_is_read_is_written_in_one_way(
        fragment in prop_oneof![any::<String>(), nearly_a_fragment(), parts()]
    ) {
        let query = Query::parse(&fragment).query;
        let again = Query::parse(&query.to_fragment());
        prop_assert_eq!(&again.notices, &[]);
        prop_assert_eq!(again.query, query);
    }

    #[test]
    fn what_the_facts_do_not_hold_is_left_out_once(query in any_query()) {
        let (data, _) = bundled().unwrap();
        let once = query.known(&data);
        let twice = once.query.clone().known(&data);
        prop_assert_eq!(&twice.notices, &[]);
        prop_assert_eq!(twice.query, once.query);
    }
}

#[test]
fn an_empty_fragment_is_the_start() {
    for fragment in ["", "#", "/", "#/", "#/network", "/network", "/network?", "?", "/network?&&"] {
        assert_eq!(query(fragment), Query::default(), "{fragment:?}");
    }
    assert_eq!(Query::default().to_fragment(), "/network");
}

#[test]
fn a_link_names_what_is_chosen() {
    // (fragment as a reader may type it, as it is written)
    let cases = [
        ("#/sanctions", "/sanctions"),
        ("?q=missile+parts", "/network?q=missile%2Bparts"),
        ("/network?q=a%20b", "/network?q=a%20b"),
        ("/network?q=Mkrtyčev", "/network?q=Mkrty%C4%8Dev"),
        ("/network?status=planned,denied,planned", "/network?status=denied,planned"),
        ("/network?topic=x&side=y", "/network?side=y&topic=x"),
        ("/sanctions?listing=imposed", "/sanctions"),
        ("/sanctions?listing=*", "/sanctions?listing=*"),
        ("/network?status=*", "/network"),
        ("/sanctions?sort=-listed", "/sanctions?sort=-listed"),
        ("/sanctions?sort=for&sort=kind", "/sanctions?sort=kind"),
        ("/network?hide=b,a,b&expand=d,c,d&only=f,e,f", "/network?only=e,f&expand=d,c,d&hide=a,b"),
        ("/network?hide=a&hide=b", "/network?hide=b"),
        ("/network?path=a~b", "/network?path=a~b"),
        ("/network?path=shortest:a~b", "/network?path=a~b"),
        ("/network?path=strongest:a~b~2&hide=c", "/network?hide=c&path=strongest:a~b~2"),
        ("/network?sel=edge:a~b&as=table&focus=a", "/network?focus=a&as=table&sel=edge:a~b"),
        ("/sanctions?group=g&passed=relation", "/sanctions?group=g&passed=relation"),
    ];
    for (typed, written) in cases {
        assert_eq!(query(typed).to_fragment(), written, "{typed}");
    }
}

#[test]
fn a_view_that_there_is_not_falls_back_to_the_start() {
    for (fragment, view) in
        [("/nowhere?q=a", "/nowhere"), ("network", "network"), ("/Network", "/Network"), ("main", "main")]
    {
        let notices = vec![Notice::View(view.to_owned())];
        assert_eq!(Query::parse(fragment), Parsed { query: Query::default(), notices }, "{fragment}");
    }
}

#[test]
fn a_part_that_is_not_understood_is_told_and_the_rest_is_kept() {
    let parts = [
        "q",
        "x=1",
        "=",
        "=a",
        "sort=",
        "sort=name",
        "sort=--kind",
        "focus=",
        "focus=a%20b",
        "hide=",
        "hide=a,,b",
        "expand=a%20b",
        "only=*",
        "path=",
        "path=a",
        "path=a~",
        "path=a~a",
        "path=a~b~c",
        "path=a~b~1",
        "path=a~b~0",
        "path=a~b~10",
        "path=a~b~2~3",
        "path=longest:a~b",
        "path=:a~b",
        "as=",
        "as=list",
        "sel=",
        "sel=kim",
        "sel=actor",
        "sel=actor:",
        "sel=actor:a/b",
        "sel=edge:a",
        "sel=edge:a~",
        "sel=edge:a~b~c",
        "sel=sentence:a",
        "sel=sentence:a~3",
        "sel=sentence:a~3.x",
        "sel=sentence:a~-3.1",
        "sel=sentence:a~3.4294967296",
        "sel=sentence:a%20b~3.1",
        "sel=entity:a",
        "sel=:a",
        "status=",
        "status=a,,b",
        "status=a%20b",
        "status=*,a",
        "q=%FF",
        "status=%FF",
        "Status=planned",
    ];
    for part in parts {
        let parsed = Query::parse(&format!("/network?{part}&side=russia"));
        assert_eq!(parsed.notices, [Notice::Part(part.to_owned())], "{part}");
        assert_eq!(parsed.query, query("/network?side=russia"), "{part}");
    }
}

#[test]
fn each_part_that_is_not_understood_is_told() {
    let notices = Query::parse("/network?x=1&q=a&y=2").notices;
    assert_eq!(notices, ["x=1", "y=2"].map(|part| Notice::Part(part.to_owned())));
}

#[test]
fn a_fragment_that_is_too_long_is_not_read() {
    let of = |length: usize| format!("/network?q=a{}", "&".repeat(length - "/network?q=a".len()));
    assert_eq!(query(&of(MAX_FRAGMENT)).text, "a");
    let notices = vec![Notice::TooLong];
    assert_eq!(Query::parse(&of(MAX_FRAGMENT + 1)), Parsed { query: Query::default(), notices });
}

#[test]
fn a_text_has_an_end_and_the_longest_fits_into_a_fragment() {
    let of = |length: usize| Query { text: "ž".repeat(length), ..Query::default() }.to_fragment();
    assert!(of(MAX_TEXT).len() < MAX_FRAGMENT);
    assert_eq!(query(&of(MAX_TEXT)).text.chars().count(), MAX_TEXT);
    let long = Query::parse(&of(MAX_TEXT + 1));
    assert_eq!((long.query, long.notices.len()), (Query::default(), 1));
}

#[test]
fn a_key_has_an_end() {
    let of = |length: usize| Query::parse(&format!("/network?sel=actor:{}", "a".repeat(length)));
    assert_eq!(of(128).query.selection, actor(&"a".repeat(128)));
    assert_eq!((of(129).query.selection, of(129).notices.len()), (None, 1));
}

#[test]
fn a_notice_tells_a_reader_what_and_not_too_much_of_it() {
    let long = "ž".repeat(100);
    let notices = [
        Notice::TooLong,
        Notice::View(long.clone()),
        Notice::Part(long.clone()),
        Notice::Unknown(long.clone()),
    ];
    for notice in notices {
        let text = notice.text(&EN);
        assert!(!text.is_empty() && !text.contains("{}"), "{text}");
        let told = if notice == Notice::TooLong { 0 } else { 60 };
        assert_eq!(text.matches('ž').count(), told, "{text}");
    }
}

#[track_caller]
fn check_known(fragment: &str, left: &str, unknown: &[&str]) {
    let (data, _) = bundled().unwrap();
    let parsed = query(fragment).known(&data);
    assert_eq!(parsed.query.to_fragment(), left, "{fragment}");
    let notices: Vec<_> = unknown.iter().map(|what| Notice::Unknown((*what).to_owned())).collect();
    assert_eq!(parsed.notices, notices, "{fragment}");
}

#[test]
fn what_the_facts_hold_is_kept() {
    for fragment in [
        "/network",
        "/network?q=nothing%20has%20this",
        "/network?side=north-korea,russia&focus=kim-jong-un&as=table&sel=edge:kim-jong-un~vladimir-putin",
        "/sanctions?group=weapons-trade&listing=*&sort=-target&sel=designation:versor",
        "/network?only=kim-jong-un,versor&expand=versor&hide=russia&path=strongest:versor~kim-jong-un~2",
        "/sanctions?country=kp,none&naming=by-office&target=person&sel=fact:seoul-sanctions-package",
        "/network?sel=source:003_40645e43958e305f",
        "/network?sel=sentence:003_40645e43958e305f~11.2",
    ] {
        check_known(fragment, fragment, &[]);
    }
}

#[test]
fn what_the_facts_do_not_hold_is_told_and_left_out() {
    check_known("/network?sel=actor:nobody", "/network", &["actor:nobody"]);
    check_known("/network?sel=fact:versor", "/network", &["fact:versor"]);
    check_known("/network?sel=source:x", "/network", &["source:x"]);
    check_known("/network?sel=designation:x", "/network", &["designation:x"]);
    for sentence in ["x~1.1", "003_40645e43958e305f~11.3", "003_40645e43958e305f~0.1"] {
        let selection = format!("sentence:{sentence}");
        check_known(&format!("/network?sel={selection}"), "/network", &[&selection]);
    }
    check_known("/network?sel=edge:kim-jong-un~x", "/network", &["edge:kim-jong-un~x"]);
    check_known("/network?focus=nobody&q=a", "/network?q=a", &["nobody"]);
    check_known("/network?path=versor~x", "/network", &["x"]);
    check_known("/network?path=x~y&q=a", "/network?q=a", &["x", "y"]);
    check_known("/network?hide=x,versor&expand=y&only=z", "/network?hide=versor", &["z", "y", "x"]);
    check_known("/network?status=planned,soon", "/network?status=planned", &["soon"]);
    check_known("/network?status=soon", "/network", &["soon"]);
    check_known("/sanctions?country=xx", "/sanctions", &["xx"]);
    check_known("/sanctions?listing=soon", "/sanctions", &["soon"]);
    check_known("/sanctions?listing=imposed,soon", "/sanctions", &["soon"]);
    check_known("/sanctions?listing=in-force,soon", "/sanctions?listing=in-force", &["soon"]);
}

#[test]
fn all_that_is_unknown_is_told() {
    check_known("/network?focus=x&side=y,z&sel=actor:w", "/network", &["actor:w", "x", "y", "z"]);
}
