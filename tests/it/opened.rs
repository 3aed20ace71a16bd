//! Tests of an opened list behind the seam: what the page asks and is told, through the bytes that a worker sees.

use std::io::Cursor;

use sourceline::import::File;
use sourceline::import::formats::plain::{Field, Mapping};
use sourceline::model::Naming;
use sourceline::opened::Opened;
use sourceline::query::{ActorKey, OpenedQuery, Room};
use sourceline::seam::{self, Answer, Ask, Dossier, Request, Rows, Summary, ask};
use sourceline::search::{Group, Kind, Role, Target};
use sourceline::store::{Column, Facet, Order};

/// Four entries of our own as the US Treasury writes them: a name that two have, a link, a weak alias.
const SDN: &str = "11,\"HARBOUR BANK\",-0- ,\"DPRK2\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"Linked To: NORTH PIER TRADING.\"\r\n\
12,\"NORTH PIER TRADING\",-0- ,\"DPRK2] [NPWMD\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"Company Number 77-1 (Korea, North).\"\r\n\
13,\"DOE, Jane\",\"individual\",\"NPWMD\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 10 Dec 1948; a.k.a. 'THE LADY'; nationality Korea, North; Linked To: HARBOUR BANK; Linked To: NOBODY AT ALL.\"\r\n\
14,\"SEA LARK\",\"vessel\",\"DPRK2\",-0- ,\"XYZ1\",\"Cargo\",\"1000\",\"900\",\"Panama\",-0- ,\"Vessel Registration Identification IMO 1234567.\"\r\n";

fn open(files: &[(&str, &str)]) -> (Opened, Vec<Answer>) {
    open_mapped(files, Vec::new())
}

fn open_mapped(files: &[(&str, &str)], mappings: Vec<(String, Mapping)>) -> (Opened, Vec<Answer>) {
    let files = files.iter().map(|(name, text)| File::new(*name, Cursor::new((*text).to_owned()))).collect();
    let mut opened = Opened::new();
    assert_eq!(opened.take(7, Request::Open { mappings }, files), [[0; 0]; 0]);
    let mut told = Vec::new();
    while opened.work() {
        told.extend(opened.told());
    }
    told.extend(opened.told());
    let told = told.iter().map(|bytes| {
        let message = seam::read::<Answer>(bytes).expect("an answer");
        assert_eq!(message.serial, 7, "it answers what was asked");
        message.it
    });
    let told = told.collect();
    (opened, told)
}

fn answer(opened: &mut Opened, ask: impl Ask) -> Answer {
    let told = opened.take(9, ask.into(), Vec::new());
    assert_eq!(told.len(), 1);
    let answer = seam::read::<Answer>(&told[0]).expect("an answer");
    assert_eq!(answer.serial, 9);
    answer.it
}

fn ask<A: Ask>(opened: &mut Opened, ask: A) -> A::Answer {
    A::answered(answer(opened, ask)).expect("the answer to that")
}

fn summary(told: &[Answer]) -> &Summary {
    match told.last() {
        Some(Answer::Opened(summary) | Answer::Refused(summary)) => summary,
        other => panic!("not an end: {other:?}"),
    }
}

fn rows(opened: &mut Opened, query: &str, from: u64, count: u64) -> Rows {
    ask(opened, ask::Rows { query: query.to_owned(), from, count })
}

fn names(rows: &Rows) -> Vec<&str> {
    rows.rows.iter().map(|it| it.name.as_str()).collect()
}

fn dossier(opened: &mut Opened, actor: &str) -> Dossier {
    *ask(opened, ask::Dossier { actor: actor.to_owned() }).expect("a dossier")
}

#[test]
fn opening_tells_its_progress_and_then_what_there_is() {
    let (_, told) = open(&[("sdn.csv", SDN)]);
    let progress: Vec<_> = told.iter().filter(|it| matches!(it, Answer::Progress(_))).collect();
    assert!(progress.len() > 2, "{told:?}");
    assert!(matches!(progress.last(), Some(Answer::Progress(it)) if it.indexing && it.records == 4));
    let summary = summary(&told);
    assert_eq!((summary.actors, summary.rows, summary.relations), (4, 4, 3));
    assert_eq!(summary.files[0].format.as_deref(), Some("OFAC entries (CSV)"));
    let keys: Vec<_> = summary.columns.iter().map(|it| it.key.as_str()).collect();
    assert_eq!(
        keys,
        ["target", "kind", "programme", "country", "degree"],
        "columns in which there is nothing are left out"
    );
}

#[test]
fn where_each_record_is_left_out_the_first_are_told_with_their_places() {
    let list = format!("<sdnList>{}</sdnList>", "<sdnEntry><lastName>X</lastName></sdnEntry>".repeat(150));
    let (_, told) = open(&[("a.xml", &list), ("diary.txt", "Dear diary")]);
    let summary = summary(&told);
    assert!(matches!(told.last(), Some(Answer::Refused(_))));
    assert_eq!((summary.findings.len(), summary.files.iter().map(|it| it.refused).sum()), (100, 150_u64));
    let first = &summary.findings[0];
    assert!(first.place.contains("a.xml, record 1"), "{first:?}");
    assert!(first.what.contains("uid") && !first.advice.is_empty(), "{first:?}");
    // What stops a file stands with the file.
    assert!(summary.files.iter().any(|it| it.name == "diary.txt" && it.stopped.is_some()));
    assert!(summary.findings.iter().all(|it| !it.place.contains("diary.txt")));
    // An open list is asked for them.
    let (_, told) = open(&[("a.xml", &list), ("sdn.csv", SDN)]);
    assert_eq!(self::summary(&told).findings, []);
}

#[test]
fn what_goes_before_a_long_step_does_not_wait_for_it_and_the_page_is_heard_between_two() {
    let mut opened = Opened::new();
    opened.take(1, Request::Open { mappings: Vec::new() }, vec![File::new("sdn.csv", Cursor::new(SDN))]);
    let mut turns = Vec::new();
    while opened.work() {
        if opened.has_news() {
            let told =
                opened.told().iter().map(|it| seam::read::<Answer>(it).expect("an answer").it).collect();
            turns.push(told);
            assert!(!opened.has_news(), "it is told once");
        }
    }
    let turns: Vec<Vec<Answer>> = turns;
    // There are several long steps, and the page is heard before each.
    let Some((after, before)) = turns.split_last().filter(|(_, before)| before.len() > 3) else {
        panic!("few turns: {turns:?}")
    };
    for turn in before {
        assert!(matches!(&**turn, [Answer::Progress(it)] if it.indexing), "{turn:?}");
    }
    assert!(matches!(&**after, [Answer::Opened(_)]), "{after:?}");
}

#[test]
fn what_cannot_be_opened_is_refused_with_a_reason_and_advice() {
    let (mut opened, told) = open(&[("diary.txt", "Dear diary")]);
    assert!(matches!(told.last(), Some(Answer::Refused(_))));
    let [what, advice] = summary(&told).files[0].stopped.clone().expect("a reason");
    assert_eq!(what, "No format that is known here fits it.");
    assert!(!advice.is_empty());
    assert_eq!(answer(&mut opened, ask::Overview), Answer::Nothing);
    let found = ask(&mut opened, ask::Findings { outcome: None, from: 0, count: 9 });
    assert_eq!(found.findings[0].place, "diary.txt");
}

#[test]
fn rows_come_in_windows_with_how_many_there_are() {
    let (mut opened, _) = open(&[("sdn.csv", SDN)]);
    let all = rows(&mut opened, "/list", 0, 50);
    assert_eq!((all.total, all.of), (4, 4));
    assert_eq!(names(&all), ["HARBOUR BANK", "NORTH PIER TRADING", "DOE, Jane", "SEA LARK"]);
    let window = rows(&mut opened, "/list", 2, 1);
    assert_eq!((names(&window), window.from, window.total), (vec!["DOE, Jane"], 2, 4));
    assert_eq!(names(&rows(&mut opened, "/list?sort=-target", 0, 2)), ["SEA LARK", "NORTH PIER TRADING"]);
    assert_eq!(names(&rows(&mut opened, "/list", 9, 5)), [""; 0]);
    assert_eq!(names(&rows(&mut opened, "/list", u64::MAX, u64::MAX)), [""; 0]);
}

#[test]
fn a_row_found_by_another_name_says_by_which() {
    let (mut opened, _) = open(&[("sdn.csv", SDN)]);
    let found = rows(&mut opened, "/list?q=lady", 0, 5);
    assert_eq!((names(&found), found.rows[0].detail.as_str()), (vec!["DOE, Jane"], "also “THE LADY”"));
    let own = rows(&mut opened, "/list?q=doe", 0, 5);
    assert_eq!(own.rows[0].detail, "13");
}

#[test]
fn where_nothing_is_spelled_so_it_is_told_what_is_spelled_alike() {
    let (mut opened, _) = open(&[("sdn.csv", SDN)]);
    let none = rows(&mut opened, "/list?q=harbuor", 0, 5);
    assert_eq!((none.total, none.similar), (0, 1));
    assert_eq!(names(&rows(&mut opened, "/list?q=harbuor&similar=1", 0, 5)), ["HARBOUR BANK"]);
}

#[test]
fn facets_tell_what_each_choice_would_leave() {
    let (mut opened, _) = open(&[("sdn.csv", SDN)]);
    let mut facets = |query: &str, wider: &[(String, u64, String)]| {
        ask(&mut opened, ask::Facets { query: query.to_owned(), most: 1, wider: wider.to_vec() })
    };
    let all = facets("/list?kind=Vessel", &[]);
    let keys: Vec<_> = all.iter().map(|it| it.key.as_str()).collect();
    assert_eq!(keys, ["kind", "programme", "country"], "a facet of one value tells nothing apart");
    let kinds: Vec<_> = all[0].choices.iter().map(|it| (it.label.as_str(), it.count, it.chosen)).collect();
    assert_eq!(kinds.len(), 2, "the chosen one and one more");
    assert!(kinds.contains(&("Vessel", 1, true)));
    let programmes = facets("/list", &[("programme".to_owned(), 9, "wm".to_owned())]);
    let programme = programmes.iter().find(|it| it.key == "programme").expect("programmes");
    let labels: Vec<_> = programme.choices.iter().map(|it| (it.label.as_str(), it.count)).collect();
    assert_eq!((labels, programme.more), (vec![("NPWMD", 2)], 0));
    let countries = facets("/list", &[("country".to_owned(), 9, String::new())]);
    let country = countries.iter().find(|it| it.key == "country").expect("countries");
    assert!(country.choices.iter().any(|it| it.value == "kp" && it.label == "North Korea"));
}

#[test]
fn a_dossier_leads_to_the_words_of_the_file() {
    let (mut opened, _) = open(&[("sdn.csv", SDN)]);
    let it = dossier(&mut opened, "ofac/13");
    assert_eq!(it.title, "DOE, Jane");
    assert!(it.chain.last().is_some_and(|last| last == "sdn.csv"), "{:?}", it.chain);
    let (place, spot) = it.spots[0].clone();
    assert_eq!(place, "sdn.csv, record 3, line 3");
    let words = ask(&mut opened, ask::Words { spot }).expect("words");
    assert_eq!(words.trim_end(), SDN.lines().nth(2).unwrap());
    let section = |heading: &str| it.sections.iter().find(|it| it.heading == heading);
    let designation = &section("Designations").expect("designations").items[0];
    assert_eq!(designation.spot, Some(0));
    let relations = &section("Relations that its record tells").expect("relations").items;
    assert_eq!(relations[0].text[0].actor.as_deref(), Some("ofac/11"));
    assert_eq!(relations[1].text[0].text, "NOBODY AT ALL");
    assert!(relations[1].text[0].actor.is_none() && relations[1].text[0].small.is_some());
    assert_eq!(ask(&mut opened, ask::Dossier { actor: "ofac/99".to_owned() }), None);
}

#[test]
fn a_neighbourhood_grows_where_it_is_asked_to() {
    let (mut opened, _) = open(&[("sdn.csv", SDN)]);
    let mut around = |actors: &[&str], most| {
        let actors = actors.iter().map(|it| (*it).to_owned()).collect();
        ask(&mut opened, ask::Around { actors, most, two_sided: true })
    };
    let lady = around(&["ofac/13"], 9).expect("a network");
    let names: Vec<_> = lady.nodes.iter().map(|it| (it.name.as_str(), it.more, it.expanded)).collect();
    assert_eq!(names, [("DOE, Jane", 0, true), ("HARBOUR BANK", 1, false)]);
    assert_eq!(lady.edges[0].ends, (0, 1));
    let grown = around(&["ofac/13", "ofac/11"], 9).expect("a network");
    assert_eq!(grown.nodes[2].name, "NORTH PIER TRADING");
    assert_eq!(grown.nodes[2].column.abs(), 2);
    let bank = around(&["ofac/11"], 1).expect("a network");
    assert_eq!((bank.nodes.len(), bank.nodes[0].more), (2, 1), "what is not shown is counted");
    assert_eq!(around(&["ofac/99"], 9), None);
    let all = ask(&mut opened, ask::Overview);
    assert_eq!((all.relations, all.unresolved, all.components, all.largest), (3, 1, 1, 3));
    assert_eq!(all.most_related[0].name, "HARBOUR BANK");
}

#[test]
fn what_is_shown_is_saved() {
    let (mut opened, _) = open(&[("sdn.csv", SDN)]);
    let query = "/list?programme=NPWMD".to_owned();
    let saved = ask(&mut opened, ask::Save { query, format: "csv".to_owned() });
    assert!(saved.name.ends_with(".csv"));
    let lines: Vec<_> = saved.text.lines().collect();
    assert_eq!(lines[0], "target,kind,programme,country,degree,id,dataset,evidence");
    assert_eq!(lines.len(), 3);
    assert!(lines[1].starts_with("NORTH PIER TRADING,"));
    assert!(lines[1].ends_with(",12,ofac,\"sdn.csv, record 2, line 2\""), "where it stands: {}", lines[1]);
}

#[test]
fn of_several_values_in_a_cell_none_turns_the_others_around() {
    let (mut opened, _) = open(&[("sdn.csv", &SDN.replace("DPRK2] [NPWMD", "\u{202e}DPRK2] [NPWMD"))]);
    let pier = &rows(&mut opened, "/list", 1, 1).rows[0];
    assert_eq!(pier.cells[1], "\u{2068}\u{202e}DPRK2\u{202c}\u{2069}, NPWMD");
    // A file has them as they are.
    let query = "/list?programme=NPWMD".to_owned();
    let saved = ask(&mut opened, ask::Save { query, format: "csv".to_owned() });
    assert!(saved.text.contains("\"\u{202e}DPRK2, NPWMD\""), "{}", saved.text);
}

#[test]
fn who_has_no_name_is_told_to_have_none() {
    let text = r#"{"id":"a","schema":"Company","properties":{"name":["Old Pier"]}}
{"id":"b","schema":"Company","properties":{"country":["ru"]}}"#;
    let (mut opened, _) = open(&[("pier.ftm.json", text)]);
    let all = rows(&mut opened, "/list", 0, 9).rows;
    let told: Vec<_> = all.iter().map(|it| (it.name.as_str(), it.naming)).collect();
    assert_eq!(told, [("Old Pier", Naming::Named), ("without a name", Naming::Unnamed)]);
}

#[test]
fn on_paper_each_row_says_who_says_so_and_where() {
    let (mut opened, _) = open(&[("sdn.csv", SDN)]);
    let paper = ask(&mut opened, ask::Paper { query: "/list?sort=target".to_owned(), most: 2 });
    assert_eq!((paper.total, paper.of), (4, 4));
    let told: Vec<_> = paper.rows.iter().map(|(row, says)| (row.name.as_str(), says.as_str())).collect();
    let who = "US Treasury, Office of Foreign Assets Control → sdn.csv, record";
    let says = [format!("{who} 3, line 3"), format!("{who} 1, line 1")];
    assert_eq!(told, [("DOE, Jane", says[0].as_str()), ("HARBOUR BANK", says[1].as_str())]);
}

fn find(opened: &mut Opened, text: &str, most: u64) -> Vec<Group> {
    ask(opened, ask::Find { text: text.to_owned(), most, whole: Vec::new() })
}

#[test]
fn search_everywhere_finds_targets_with_what_matched_and_where_they_are_listed() {
    let (mut opened, _) = open(&[("sdn.csv", SDN)]);
    let [group] = &find(&mut opened, "pier", 5)[..] else { panic!("one kind") };
    assert_eq!((group.kind, group.total, group.similar), (Kind::Record, 1, false));
    let [hit] = &group.hits[..] else { panic!("one hit") };
    assert_eq!(hit.target, Target::Record("ofac/12".to_owned()));
    assert_eq!(hit.title.pieces(), [("NORTH ", false), ("PIER", true), (" TRADING", false)]);
    assert!(hit.line.text.contains("DPRK2, NPWMD"), "{}", hit.line.text);
    // By another name, and by a number: both are shown with what matched.
    let through = |opened: &mut Opened, text: &str| {
        let hit = find(opened, text, 5)[0].hits[0].clone();
        let (role, text) = hit.through.expect("another text");
        (hit.title.text, role, text.text)
    };
    assert_eq!(through(&mut opened, "lady"), ("DOE, Jane".to_owned(), Role::Alias, "THE LADY".to_owned()));
    assert_eq!(through(&mut opened, "1234567"), ("SEA LARK".to_owned(), Role::Number, "1234567".to_owned()));
    assert_eq!(find(&mut opened, " ", 5), []);
    assert_eq!(find(&mut opened, "zzzzz", 5), []);
}

#[test]
fn search_everywhere_allows_a_wrong_letter_where_nothing_fits_and_leaves_the_list_as_it_is() {
    let (mut opened, _) = open(&[("sdn.csv", SDN)]);
    assert_eq!(names(&rows(&mut opened, "/list?q=lark", 0, 9)), ["SEA LARK"]);
    let [group] = &find(&mut opened, "harbor", 1)[..] else { panic!("one kind") };
    assert!(group.similar);
    assert_eq!(group.hits[0].title.text, "HARBOUR BANK");
    assert_eq!(names(&rows(&mut opened, "/list?q=lark", 0, 9)), ["SEA LARK"]);
}

#[test]
fn messages_that_mean_nothing_are_answered_by_nothing() {
    let (mut opened, _) = open(&[("sdn.csv", SDN)]);
    assert_eq!(seam::read::<Request>(b"\xff\xff\xff\xff\xff\xff"), None);
    assert_eq!(answer(&mut Opened::new(), ask::Overview), Answer::Nothing);
    assert_eq!(rows(&mut opened, "?%%%&kind", 0, 9).total, 4, "what a query does not say is left out");
}

#[test]
fn the_query_of_a_list_is_written_and_read_again() {
    for fragment in [
        "/list",
        "/network?around=ofac%2F13&around=ofac%2F11&sel=un-sc%2FKPi.001",
        "/list?q=b%C3%A4nk%20%26%20co&similar=1&kind=Vessel&country=kp&country=ru&period=2020-01-01..&dates=ended&sort=-listed",
        "/report?sort=file",
    ] {
        let (query, notices) = OpenedQuery::parse(fragment);
        assert_eq!((query.to_fragment().as_str(), notices.len()), (fragment, 0));
    }
    let (query, notices) = OpenedQuery::parse("/nowhere?kind=&bogus=1&sort=color&sel=nobody");
    assert_eq!(query.room, Room::List);
    assert_eq!(notices.len(), 4, "{notices:?}");
}

#[test]
fn a_value_is_chosen_once_and_then_not() {
    let query = OpenedQuery::default().toggled(Facet::Country, "ru").toggled(Facet::Country, "kp");
    assert_eq!(query.chosen(Facet::Country), ["kp", "ru"]);
    assert!(query.narrowed());
    assert_eq!(query.toggled(Facet::Country, "ru").toggled(Facet::Country, "kp"), OpenedQuery::default());
    let sorted = query.sorted(Column::Listed);
    assert_eq!(sorted.order, Order::Up(Column::Listed));
    assert_eq!(sorted.sorted(Column::Listed).sorted(Column::Listed).order, Order::Best);
    assert_eq!(ActorKey::parse("ofac/a/b").map(|it| it.id), Some("a/b".to_owned()));
}

/// The whole list of the US Treasury, where it is there.
#[test]
fn a_whole_list_is_opened_searched_and_traced_to_its_lines() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/sdn_2024-05-03.csv");
    let Ok(bytes) = std::fs::read(path) else {
        println!("skipped: {path} is not there");
        return;
    };
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (mut opened, told) = open(&[("sdn.csv", &text)]);
    assert_eq!(summary(&told).files[0].kept, 14_965);
    let all = rows(&mut opened, "/list", 0, 60);
    assert_eq!((summary(&told).actors, all.rows.len()), (14_965, 60));
    let lines: Vec<_> = text.lines().map(str::trim_end).collect();
    for row in all.rows.iter().step_by(7) {
        let it = dossier(&mut opened, &row.key);
        let words = ask(&mut opened, ask::Words { spot: it.spots[0].1.clone() }).expect("words");
        assert!(
            lines.iter().any(|it| it.trim_end() == words.trim_end()),
            "{} stands in the file as it is told",
            row.key
        );
    }
    let overview = ask(&mut opened, ask::Overview);
    // Links to 6,367 names and to 8 that nobody has, and 6 owners of vessels, of whom one is on the list.
    assert_eq!(overview.relations, 6_381);
    assert_eq!(overview.unresolved, 13);
}

#[test]
fn what_a_reader_says_of_columns_holds() {
    let text = "who,where\nHarbour Bank,Korea\nGrey Heron,Russia\nOld Pier,Chad\n";
    let (_, told) = open(&[("table.csv", text)]);
    let table = summary(&told).files[0].table.clone().expect("its columns are told");
    assert!(!table.is_given);
    let mut mapping = table.mapping;
    let fields: Vec<_> = mapping.columns.iter().map(|it| it.field).collect();
    assert_eq!(fields.len(), 2);
    mapping.has_head = true;
    mapping.columns[0].field = Field::Remark;
    mapping.columns[1].field = Field::Name;
    let (mut opened, told) = open_mapped(&[("table.csv", text)], vec![("table.csv".to_owned(), mapping)]);
    assert!(summary(&told).files[0].table.as_ref().is_some_and(|it| it.is_given));
    assert_eq!(names(&rows(&mut opened, "/list", 0, 9)), ["Korea", "Russia", "Chad"]);
}

/// `tests/bench/browser/ours.mjs` writes and reads these bytes by hand.
#[test]
fn the_benchmarks_speak_as_the_page_does() {
    assert_eq!(seam::write(1, Request::Open { mappings: Vec::new() }), [1, 0, 0]);
    let rows = Request::from(ask::Rows { query: "/list".to_owned(), from: 0, count: 50 });
    assert_eq!(seam::write(2, rows), [&[2, 1, 5][..], b"/list", &[0, 50]].concat());
    let facets = Request::from(ask::Facets { query: "/list".to_owned(), most: 7, wider: Vec::new() });
    assert_eq!(seam::write(3, facets), [&[3, 2, 5][..], b"/list", &[7, 0]].concat());
}
