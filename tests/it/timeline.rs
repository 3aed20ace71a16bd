//! Tests of the timeline: what is known of a time, lanes, the picture, the way of the keyboard.

mod axis;
mod brush;
mod picture;

use expect_test::expect;
use sourceline::corpus::bundled;
use sourceline::engine::Bundled;
use sourceline::model::{Basis, Dataset, Date, When};
use sourceline::query::{Lanes, Period, Query, Row, View, rows};
use sourceline::timeline::{At, Item, Time, Timeline, Way, heading};
use sourceline::words::{self, EN};

use crate::sample;

fn number(text: &str) -> i32 {
    text.parse::<Date>().unwrap().number()
}

/// The timeline of all rows of a dataset.
fn timeline(data: &Dataset, by: Lanes) -> Timeline {
    let all = rows(data, &Query::default());
    Timeline::of(data, &EN, by, Period::default(), [&all, &all])
}

/// The timeline of the bundled story that a query leaves.
fn narrowed(fragment: &str) -> Timeline {
    let (data, places) = bundled().unwrap();
    Bundled::new(data, places, &EN).timeline(&Query::parse(fragment).query)
}

fn time(start: &str, end: &str) -> Time {
    let date = |text: &str| (!text.is_empty()).then(|| text.parse().unwrap());
    Time::of(&When { start: date(start), end: date(end), ..When::default() })
}

#[test]
fn a_time_is_what_is_known_and_no_more() {
    let day = number;
    // (start, end, time, told, in a word)
    let cases = [
        ("2023-09-13", "2023-09-13", Time::Day(day("2023-09-13")), "13 September 2023", "on the day"),
        (
            "2023-09-13",
            "2023-09-21",
            Time::Span(day("2023-09-13"), day("2023-09-21")),
            "13 September 2023 – 21 September 2023",
            "over these days",
        ),
        (
            "2023-03",
            "2023-05",
            Time::Span(day("2023-03-01"), day("2023-05-31")),
            "1 March 2023 – 31 May 2023",
            "over these days",
        ),
        (
            "2023-02",
            "2023-02",
            Time::Within(day("2023-02-01"), day("2023-02-28")),
            "some time in February 2023",
            "some time in it",
        ),
        (
            "2020",
            "2020",
            Time::Within(day("2020-01-01"), day("2020-12-31")),
            "some time in 2020",
            "some time in it",
        ),
        ("", "2023-09-14", Time::Until(day("2023-09-14")), "by 14 September 2023", "by then"),
        ("", "2023-09", Time::Until(day("2023-09-30")), "by 30 September 2023", "by then"),
        ("2023-09-14", "", Time::Since(day("2023-09-14")), "from 14 September 2023 on", "from then on"),
        ("", "", Time::Undated, "no date", "no date"),
    ];
    for (start, end, expected, told, word) in cases {
        let time = time(start, end);
        assert_eq!(time, expected, "{start}..{end}");
        assert_eq!((time.told(&EN).as_str(), time.precision()), (told, word), "{start}..{end}");
    }
}

#[test]
fn a_day_stands_as_a_heading_with_its_weekday() {
    assert_eq!(heading(&EN, number("2023-09-13")), "Wednesday, 13 September 2023");
    assert_eq!(heading(&EN, number("2020-02-29")), "Saturday, 29 February 2020");
    assert_eq!(heading(&EN, -1), "");
}

fn show(timeline: &Timeline) -> String {
    let mut text = String::new();
    for lane in timeline.all_lanes() {
        text.push_str(&format!("{} ({})\n", lane.label, lane.items.len()));
        for item in &lane.items {
            let look = match (item.hollow, item.stated) {
                (true, true) => "hollow, dashed",
                (true, false) => "hollow",
                (false, true) => "dashed",
                (false, false) => "full",
            };
            text.push_str(&format!(
                "  {} | {} | {} | {look}, {} | {}\n",
                item.time.told(&EN),
                item.basis(),
                item.text,
                item.tone,
                item.speaker
            ));
        }
    }
    text
}

#[test]
fn lanes_by_side_of_the_sample_story() {
    expect![[r#"
        Eastland (1)
          12 March 2020 | as of the date of the report | Eastland’s spokesman rejected the sanctions. | dashed, verbal-conflict | Spokesman of Eastland
        Westland (10)
          3 March 2020 | “Tuesday”; weekday, counted from the date of the report | The foreign ministers of Westland and Eastland met at the Long Pier. | full, verbal-cooperation | the report itself
          3 March 2020 | “Tuesday”; weekday, counted from the date of the report | Holm told Eastland that Westland wants peace at sea. | dashed, verbal-cooperation | Ida Holm
          from 4 March 2020 on | as of the date of the report | Ida Holm is foreign minister of Westland. | full, relation | the report itself
          11 March 2020 | “On Wednesday”; weekday, counted from the date of the report | Westland imposed sanctions on three persons and one company. | full, material-conflict | Government of Westland
          11 March 2020 | “On Wednesday”; weekday, counted from the date of the report | Two persons and Blue Keel Ltd. are on the list for smuggling. | full, material-conflict | Government of Westland
          11 March 2020 | “On Wednesday”; weekday, counted from the date of the report | The admiral of Eastland is on the list for piracy. | full, material-conflict | Government of Westland
          11 March 2020 | “On Wednesday”; weekday, counted from the date of the report | Jon Rask: Smuggling of "salt, rope and tar" | full, material-conflict | Government of Westland
          11 March 2020 | “On Wednesday”; weekday, counted from the date of the report | Blue Keel Ltd.: Smuggling of "salt, rope and tar" | full, material-conflict | Government of Westland
          11 March 2020 | “On Wednesday”; weekday, counted from the date of the report | Person 2 of 2: Smuggling of "salt, rope and tar" | full, material-conflict | Government of Westland
          11 March 2020 | “On Wednesday”; weekday, counted from the date of the report | Admiral of Eastland: Piracy | full, material-conflict | Government of Westland
        No side (1)
          some time in March 2020 | as of the date of the report | Jon Rask is director of Blue Keel Ltd. | full, relation | the report itself
        No date (1)
          no date | no date was resolved | Eastland’s spokesman said nothing of what was spoken about. | dashed, gap | the report itself
    "#]].assert_eq(&show(&timeline(&sample::dataset(), Lanes::Side)));
}

#[test]
fn lanes_by_actor_and_by_kind_hold_the_same() {
    let labels = |by| {
        let timeline = timeline(&sample::dataset(), by);
        let label = |lane: &sourceline::timeline::Lane| format!("{} {}", lane.label, lane.items.len());
        timeline.all_lanes().map(label).collect::<Vec<_>>()
    };
    assert_eq!(
        labels(Lanes::Actor),
        ["Westland 7", "Ida Holm 3", "Spokesman of Eastland 1", "Jon Rask 1", "No date 1"]
    );
    assert_eq!(
        labels(Lanes::Kind),
        ["Statement 2", "Event 1", "Relation 2", "Measure 3", "Designation 4", "No date 1"]
    );
}

#[test]
fn each_row_stands_in_one_lane_whatever_the_lanes_are() {
    let (data, _) = bundled().unwrap();
    for by in Lanes::ALL {
        let timeline = timeline(&data, by);
        let mut shown: Vec<Row> =
            timeline.all_lanes().flat_map(|lane| &lane.items).map(|item| item.row).collect();
        shown.sort_unstable();
        let mut all = Row::of_view(&data, View::Network);
        all.sort_unstable();
        assert_eq!(shown, all, "{}", by.key());
        assert_eq!(timeline.count(), all.len());
        assert!(timeline.undated.items.iter().all(|item| item.time == Time::Undated));
        assert!(timeline.lanes.iter().all(|lane| !lane.items.is_empty()));
    }
}

#[test]
fn a_period_leaves_out_what_has_no_date_and_says_how_many() {
    let whole = narrowed("/timeline");
    assert!(!whole.undated.items.is_empty());
    assert_eq!(whole.left_out, 0);
    let some = narrowed("/timeline?period=2023-09-13..2023-09-14");
    assert_eq!(some.undated.items, []);
    assert_eq!(some.left_out, whole.undated.items.len());
    assert!(some.count() < whole.count());
    assert_eq!(some.all, whole.all, "the axis stays");
}

#[test]
fn a_focus_leaves_what_it_leaves_in_the_network() {
    let (data, places) = bundled().unwrap();
    let engine = Bundled::new(data, places, &EN);
    for fragment in ["/timeline?focus=vladimir-putin", "/timeline?focus=john-kirby&period=2023-09-13.."] {
        let query = Query::parse(fragment).query;
        let mut drawn: Vec<Row> =
            engine.timeline(&query).all_lanes().flat_map(|lane| &lane.items).map(|item| item.row).collect();
        let network = engine.network(&query);
        // What an actor does alone is no line of the network.
        drawn.retain(|row| match row {
            Row::Fact(id) => !engine.data()[*id].objects.is_empty(),
            Row::Designation(_) => true,
        });
        drawn.sort_unstable();
        let edges = || network.edges.iter();
        let facts = edges().flat_map(|edge| edge.facts.iter().map(|id| Row::Fact(*id)));
        let mut lines: Vec<Row> = facts
            .chain(edges().flat_map(|edge| edge.designations.iter().map(|id| Row::Designation(*id))))
            .collect();
        lines.sort_unstable();
        lines.dedup();
        assert!(drawn.iter().all(|row| lines.contains(row)), "{fragment}");
        assert!(!drawn.is_empty() && drawn.len() < engine.data().facts.len() / 2, "{fragment}");
    }
}

fn item<'t>(timeline: &'t Timeline, key: &str) -> &'t Item {
    let named = |item: &Item| item.selection.to_string() == key;
    let at = timeline.find(named).unwrap();
    &timeline.all_lanes().nth(at.lane).unwrap().items[at.item]
}

#[test]
fn an_item_looks_as_far_established_as_it_is() {
    let (data, _) = bundled().unwrap();
    let timeline = timeline(&data, Lanes::Side);
    // (item, hollow, dashed, class, status)
    let cases = [
        ("fact:summit-held", false, false, "verbal-cooperation", "happened"),
        ("fact:visit-to-pacific-fleet", true, true, "verbal-cooperation", "planned"),
        ("fact:more-sanctions-on-russia", true, true, "material-conflict", "under discussion"),
        ("fact:kim-vows-support", false, true, "verbal-cooperation", "only said"),
        ("fact:putin-silent-on-military-cooperation", false, true, "gap", "reported absence"),
        ("fact:seoul-sanctions-package", false, false, "material-conflict", "happened"),
        ("designation:versor", false, false, "material-conflict", "imposed"),
    ];
    for (key, hollow, stated, tone, status) in cases {
        let item = item(&timeline, key);
        assert_eq!(
            (item.hollow, item.stated, item.tone, item.status),
            (hollow, stated, tone, status),
            "{key}"
        );
    }
}

#[test]
fn an_item_is_said_with_its_time_its_status_and_its_speaker() {
    let (data, _) = bundled().unwrap();
    let timeline = timeline(&data, Lanes::Side);
    let said = |key| item(&timeline, key).said(&EN);
    expect!["Kim Jong Un and Vladimir Putin met at Vostochny Cosmodrome in the Russian Far East. (13 September 2023; happened; says the report itself)"].assert_eq(&said("fact:summit-held"));
    expect!["Russia and North Korea had military dealings for months before the summit, according to an aide to South Korea’s president. (by 13 September 2023, “several months prior”; only said; says Presidential aide of South Korea)"].assert_eq(&said("fact:military-transactions"));
    expect!["On his own, Kim Jong Un is to see the Russian Pacific Fleet, according to Russian state television. (from 14 September 2023 on; planned; only said; says Russian state television)"].assert_eq(&said("fact:visit-to-pacific-fleet"));
    expect!["Vladimir Putin has innocent Ukrainians killed, according to John Kirby. (no date; only said; says John Kirby)"].assert_eq(&said("fact:putin-kills-ukrainians"));
}

#[test]
fn in_order_of_time_what_was_by_a_day_comes_before_it_and_what_has_no_date_last() {
    let (data, _) = bundled().unwrap();
    let timeline = timeline(&data, Lanes::Kind);
    let order: Vec<_> = timeline.by_time(&data);
    assert_eq!(order.len(), timeline.count());
    let anchors: Vec<_> = order.iter().map(|(_, item)| item.time.anchor().unwrap_or(i32::MAX)).collect();
    assert!(anchors.is_sorted());
    let on_thursday: Vec<_> = order
        .iter()
        .map(|(_, item)| item.time)
        .filter(|time| time.anchor() == Some(number("2023-09-21")))
        .collect();
    let until = on_thursday.iter().take_while(|time| matches!(time, Time::Until(_))).count();
    assert!(until > 0 && on_thursday[until..].iter().all(|time| matches!(time, Time::Day(_))));
    for (lane, item) in &order {
        let of_kind = timeline.lanes.iter().any(|it| it.label == *lane && it.items.contains(item));
        assert!(of_kind || item.time == Time::Undated, "{lane}: {}", item.text);
    }
}

#[test]
fn arrows_walk_a_lane_and_to_what_is_nearest_in_the_lane_beside_it() {
    let timeline = timeline(&sample::dataset(), Lanes::Side);
    let lanes: Vec<_> = timeline.all_lanes().map(|lane| lane.items.len()).collect();
    let at = |lane, item| At { lane, item };
    let last = lanes[1] - 1;
    assert_eq!(timeline.walk(at(1, 0), Way::On), Some(at(1, 1)));
    assert_eq!(timeline.walk(at(1, 1), Way::Back), Some(at(1, 0)));
    assert_eq!(timeline.walk(at(1, 0), Way::Back), None);
    assert_eq!(timeline.walk(at(1, last), Way::On), None);
    assert_eq!(timeline.walk(at(1, 1), Way::Last), Some(at(1, last)));
    assert_eq!(timeline.walk(at(1, last), Way::First), Some(at(1, 0)));
    assert_eq!(timeline.walk(at(0, 0), Way::Up), None);
    assert_eq!(timeline.walk(at(lanes.len() - 1, 0), Way::Down), None);
    assert_eq!(timeline.walk(at(9, 0), Way::On), None);
    for (lane, items) in lanes.iter().enumerate().take(lanes.len() - 1) {
        for item in 0..*items {
            let to = timeline.walk(at(lane, item), Way::Down).unwrap();
            assert_eq!(to.lane, lane + 1);
            let time = |at: At| timeline.all_lanes().nth(at.lane).unwrap().items[at.item].time.anchor();
            let Some(here) = time(at(lane, item)) else { continue };
            let away = |at: At| time(at).map_or(0, |there| there.abs_diff(here));
            let best = (0..lanes[lane + 1]).map(|item| away(At { lane: lane + 1, item })).min();
            assert_eq!(Some(away(to)), best);
        }
    }
}

#[test]
fn all_bases_are_told() {
    for basis in Basis::ALL {
        assert!(!words::dossier().basis(basis).is_empty());
    }
}
