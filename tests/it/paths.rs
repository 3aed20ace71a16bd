//! How two actors are connected: the paths, the network that a query leaves for them, and the sentences.

use std::collections::BTreeSet;

use proptest::prelude::*;
use sourceline::engine::{Bundled, EXPAND, Route, Step};
use sourceline::graph::{Network, NodeId, Path, PathKind, Paths};
use sourceline::model::{Actor, Dataset};
use sourceline::query::{Connection, Mark, Query, Selection};
use sourceline::scene::Item;

use crate::engine::{engine, query};
use crate::graph::notation::dataset;

/// The paths between two actors, each by the letters of its actors, and how many there are.
fn ways(text: &str, kind: PathKind, from: &str, to: &str) -> (Vec<String>, u64) {
    let data = dataset(text);
    let network = Network::whole(&data);
    let node = |key: &str| network.find(data.find::<Actor>(key).unwrap()).unwrap();
    let paths = network.paths(&data, node(from), node(to), kind);
    let name = |id: &NodeId| data[network.nodes[id.index()].actor].key.clone();
    (paths.best.iter().map(|path| path.nodes.iter().map(name).collect()).collect(), paths.of)
}

#[track_caller]
fn check(text: &str, kind: PathKind, want: &[&str]) {
    let (found, of) = ways(text, kind, "a", "z");
    assert_eq!(found, want, "{text}");
    assert_eq!(of, want.len() as u64, "{text}");
}

use PathKind::{Shortest, Strongest};

#[test]
fn the_shortest_path_has_the_fewest_steps_whoever_acts_on_whom() {
    check("b > a aid\nz > b aid\na > c aid\nc > d aid\nd > z aid", Shortest, &["abz"]);
}

#[test]
fn nothing_leads_to_another_part_of_the_network() {
    check("a > b aid\ny > z aid", Shortest, &[]);
    check("a > b aid\ny > z aid", Strongest, &[]);
}

#[test]
fn an_actor_is_connected_with_itself_in_no_steps() {
    assert_eq!(ways("a > b aid", Shortest, "a", "a"), (vec!["a".to_owned()], 1));
}

#[test]
fn all_paths_of_the_same_length_are_told_the_strongest_first() {
    let text = "a > b aid\nb > z aid\na > c aid aid\nc > z aid aid\na > d accuse\nd > z accuse accuse accuse";
    check(text, Shortest, &["acz", "adz", "abz"]);
}

#[test]
fn of_paths_that_are_alike_the_one_over_the_earlier_actors_comes_first() {
    check("a > c aid\nc > z aid\na > b aid\nb > z aid", Shortest, &["acz", "abz"]);
    check(
        "a = person - A\nb = person - B\na > c aid\nc > z aid\na > b aid\nb > z aid",
        Shortest,
        &["abz", "acz"],
    );
}

#[test]
fn no_more_than_some_paths_are_told_and_how_many_there_are() {
    let text: String = ('b'..='i').map(|it| format!("a > {it} aid\n{it} > z aid\n")).collect();
    let (found, of) = ways(&text, Shortest, "a", "z");
    assert_eq!((found.len(), of), (Paths::MOST, 8));
}

#[test]
fn many_facts_make_a_longer_path_the_stronger() {
    // 1/1 + 1/1 = 2 against 1/4 + 1/4 + 1/2 = 1.
    let text = "a > b aid\nb > z aid\na > c aid aid aid aid\nc > d aid aid aid aid\nd > z aid aid";
    check(text, Strongest, &["acdz"]);
    check(text, Shortest, &["abz"]);
}

#[test]
fn equally_strong_paths_are_found_equal_and_the_shorter_comes_first() {
    // 1/3 + 1/6 = 1/2, which binary fractions do not give.
    let three = "aid aid aid";
    let text = format!("a > z aid aid\na > b {three}\nb > z {three} {three}\n");
    check(&text, Strongest, &["az", "abz"]);
}

#[test]
fn a_step_that_is_only_said_is_weaker_than_any_number_of_established_ones() {
    check("a >> z accuse accuse accuse\na > b aid\nb > c aid\nc > z aid", Strongest, &["abcz"]);
    check("a >> z accuse accuse accuse\na > b aid\nb > c aid\nc > z aid", Shortest, &["az"]);
}

#[test]
fn of_paths_that_must_be_said_the_one_with_less_of_it_is_stronger() {
    check("a >> b accuse\nb >> z accuse\na > c aid\nc > d aid\nd >> z accuse", Strongest, &["acdz"]);
    check("a >> b accuse\nb > z aid\na >> c accuse accuse\nc > z aid", Strongest, &["acz"]);
}

#[test]
fn what_is_said_beside_established_facts_adds_nothing() {
    let data = dataset("a > b aid\nb >> a accuse accuse\nt = person G T\ns ! t");
    let network = Network::whole(&data);
    let node = |key: &str| network.find(data.find::<Actor>(key).unwrap()).unwrap();
    let strength = network.strength(&data, node("a"), node("b"));
    assert_eq!((strength.established, strength.said, strength.only_said()), (1, 2, false));
    let strength = network.strength(&data, node("a"), node("t"));
    assert_eq!((strength.established, strength.said), (0, 0));
}

#[test]
fn a_designation_and_the_measure_that_imposes_it_are_one_act() {
    // The group of the notation names the first fact as its measure.
    let data = dataset("t = person G T\ns > t sanction\ns > t accuse\ns ! t");
    let network = Network::whole(&data);
    let node = |key: &str| network.find(data.find::<Actor>(key).unwrap()).unwrap();
    assert_eq!(network.strength(&data, node("s"), node("t")).established, 2);
}

/// What a path costs, worked out in fractions without the search: steps that are only said, then the sum of
/// distances over a common denominator.
fn cost(data: &Dataset, network: &Network, path: &Path, kind: PathKind) -> (u64, u64) {
    path.steps().fold((0, 0), |(said, sum), (one, other)| {
        let it = network.strength(data, one, other);
        let number = if it.only_said() { it.said } else { it.established };
        match kind {
            Shortest => (said + 1, 0),
            Strongest => (said + u64::from(it.only_said()), sum + 2520 / number as u64),
        }
    })
}

/// Every path without a circle, by trying all.
fn all_paths(network: &Network, from: NodeId, to: NodeId) -> Vec<Path> {
    let mut found = Vec::new();
    let mut open = vec![vec![from]];
    while let Some(nodes) = open.pop() {
        let last = *nodes.last().unwrap();
        if last == to {
            found.push(Path { nodes });
            continue;
        }
        for other in network.neighbours(last) {
            if !nodes.contains(&other) {
                open.push(nodes.iter().copied().chain([other]).collect());
            }
        }
    }
    found
}

proptest! {
    #[test]
    fn no_path_is_better_than_those_found(
        lines in prop::collection::vec((0_usize..7, 0_usize..7, 1_usize..4, any::<bool>()), 1..14),
        kind in prop::sample::select(&PathKind::ALL[..]),
    ) {
        let name = |it: usize| (b'a' + it as u8) as char;
        let text: String = lines
            .iter()
            .filter(|(from, to, ..)| from != to)
            .map(|(from, to, times, said)| {
                format!("{} {} {}{}\n", name(*from), if *said { ">>" } else { ">" }, name(*to), " aid".repeat(*times))
            })
            .collect();
        let data = dataset(&text);
        let network = Network::whole(&data);
        for from in network.node_ids() {
            for to in network.node_ids().filter(|to| *to != from) {
                let paths = network.paths(&data, from, to, kind);
                let all = all_paths(&network, from, to);
                let least = all.iter().map(|it| cost(&data, &network, it, kind)).min();
                let best: Vec<_> = all.into_iter().filter(|it| Some(cost(&data, &network, it, kind)) == least).collect();
                prop_assert_eq!(paths.of, best.len() as u64, "{}", text);
                prop_assert_eq!(paths.best.len(), best.len().min(Paths::MOST), "{}", text);
                for path in &paths.best {
                    prop_assert!(best.contains(path), "{}", text);
                }
                let distinct: BTreeSet<_> = paths.best.iter().map(|path| path.nodes.clone()).collect();
                prop_assert_eq!(distinct.len(), paths.best.len());
                // The way back is as long and as strong.
                prop_assert_eq!(network.paths(&data, to, from, kind).of, paths.of);
            }
        }
    }
}

#[track_caller]
fn route(engine: &Bundled, fragment: &str) -> Route {
    let query = query(engine, fragment);
    engine.route(&engine.network(&query), query.path.as_ref().unwrap()).unwrap()
}

fn shown(engine: &Bundled, fragment: &str) -> BTreeSet<String> {
    let network = engine.network(&query(engine, fragment));
    network.nodes.iter().map(|node| engine.data()[node.actor].key.clone()).collect()
}

#[test]
fn a_path_is_told_step_by_step_with_what_passes_and_who_says_so() {
    let engine = engine();
    let network = Network::whole(engine.data());
    let data = engine.data();
    for kind in PathKind::ALL {
        for (from, to) in
            [("versor", "kim-jong-un"), ("kim-jong-un", "john-kirby"), ("dmitry-peskov", "versor")]
        {
            let asked = Connection { kind, ..Connection::new(from, to) };
            let route = engine.route(&network, &asked).unwrap();
            assert_eq!(route.actors.first().map(String::as_str), Some(from));
            assert_eq!(route.actors.last().map(String::as_str), Some(to));
            assert_eq!(route.steps.len() + 1, route.actors.len());
            assert!(route.told >= 1 && route.of >= route.told as u64);
            for (step, pair) in route.steps.iter().zip(route.actors.windows(2)) {
                let ends = step.ends.each_ref().map(|end| end.to.clone().unwrap());
                assert_eq!(ends, [Selection::Actor(pair[0].clone()), Selection::Actor(pair[1].clone())]);
                let nodes =
                    [&pair[0], &pair[1]].map(|key| network.find(data.find::<Actor>(key).unwrap()).unwrap());
                let edge = network.edge(network.between(nodes[0], nodes[1]).unwrap()).unwrap();
                assert_eq!(step.only_said, edge.stated_only);
                assert!(!step.cards.is_empty() && step.cards.len() <= Step::TOLD);
                assert_eq!(step.cards.len() + step.more, step.line.count);
                assert!(engine.dossier(&step.line.selection).is_some());
                for card in &step.cards {
                    assert!(engine.dossier(&card.selection).is_some(), "{}", card.text);
                    assert!(!card.chain.is_empty() && !card.places.is_empty(), "{}", card.text);
                }
                // What stands on more than a word comes first.
                assert!(step.cards.is_sorted_by_key(|card| card.stated));
            }
            let name = |key: &str| &data[data.find::<Actor>(key).unwrap()].name;
            for key in &route.actors {
                assert!(route.summary.contains(name(key)), "{} in {}", name(key), route.summary);
            }
            assert!(!route.summary.contains("{}"), "{}", route.summary);
            let said = route.steps.iter().filter(|step| step.only_said).count();
            assert_eq!(route.caution.is_some(), said > 0);
        }
    }
}

#[test]
fn the_strongest_path_avoids_what_is_only_said() {
    let engine = engine();
    let shortest = route(&engine, "/network?path=versor~kim-jong-un");
    assert_eq!(
        shortest.summary,
        "Versor S.R.O. and Kim Jong Un are connected in 2 steps, through South Korea."
    );
    assert_eq!(shortest.caution.as_deref(), Some(sourceline::words::paths().one_step_said));
    let strongest = route(&engine, "/network?path=strongest:versor~kim-jong-un");
    let want = "Versor S.R.O. and Kim Jong Un are connected in 3 steps, through South Korea and North Korea.";
    assert_eq!((strongest.summary.as_str(), strongest.caution), (want, None));
    let direct = route(&engine, "/network?path=kim-jong-un~vladimir-putin");
    assert_eq!(direct.summary, "Kim Jong Un and Vladimir Putin are connected directly.");
}

#[test]
fn what_stands_out_is_the_path_and_its_lines() {
    let engine = engine();
    let network = Network::whole(engine.data());
    let asked = Connection::new("versor", "kim-jong-un");
    let route = engine.route(&network, &asked).unwrap();
    let nodes = route.items.iter().filter(|it| matches!(it, Item::Node(_))).count();
    let edges = route.items.iter().filter(|it| matches!(it, Item::Edge(_))).count();
    assert_eq!(nodes, route.actors.len());
    assert_eq!(edges, route.steps.len());
}

#[test]
fn the_nth_of_equal_paths_is_another_one_and_a_number_too_high_is_the_last() {
    let engine = engine();
    let network = Network::whole(engine.data());
    let ends = network.node_ids().flat_map(|one| network.node_ids().map(move |other| (one, other)));
    let key = |node: NodeId| engine.actor_of(&network, node).unwrap().key.clone();
    let several = ends
        .filter(|(one, other)| one < other)
        .map(|(one, other)| Connection::new(&key(one), &key(other)))
        .find(|asked| engine.route(&network, asked).unwrap().told > 1)
        .expect("somebody is connected in two ways");
    let nth = |nth: u8| engine.route(&network, &Connection { nth, ..several.clone() }).unwrap();
    assert_ne!(nth(0).actors, nth(1).actors);
    assert_eq!((nth(1).nth, nth(0).told), (1, nth(1).told));
    assert_eq!(nth(8).nth, nth(8).told - 1);
}

#[test]
fn a_path_is_sought_in_what_is_shown_and_around_who_is_hidden() {
    let engine = engine();
    let with = route(&engine, "/network?path=versor~kim-jong-un");
    let over = with.actors[1].clone();
    let without = route(&engine, &format!("/network?path=versor~kim-jong-un&hide={over}"));
    assert!(!without.actors.contains(&over), "{over} is hidden");
}

#[test]
fn where_there_is_no_path_it_is_told_why_and_what_would_help() {
    let engine = engine();
    let fragment = "/network?focus=versor&path=versor~john-kirby&q=slovak";
    let none = route(&engine, fragment);
    assert!(none.steps.is_empty() && none.actors.is_empty() && none.items.is_empty());
    assert_eq!(none.summary, "John Kirby is not among the actors that are shown.");
    let (words, helps) = engine.way_out(&query(&engine, fragment)).unwrap();
    assert!(!words.is_empty() && helps.path.is_some());
    let found = engine.route(&engine.network(&helps), helps.path.as_ref().unwrap()).unwrap();
    assert!(!found.steps.is_empty());

    let neither = route(&engine, "/network?focus=versor&path=john-kirby~dmitry-peskov");
    assert_eq!(neither.summary, sourceline::words::paths().neither_shown);
    let apart = route(&engine, "/network?only=versor,john-kirby&path=versor~john-kirby");
    assert_eq!(apart.summary, "Nothing that is shown leads from Versor S.R.O. to John Kirby.");

    let focused = query(&engine, "/network?focus=john-kirby&path=versor~kim-jong-un");
    let (_, helps) = engine.way_out(&focused).unwrap();
    assert_eq!(helps.to_fragment(), "/network?path=versor~kim-jong-un");
}

#[test]
fn each_actor_with_a_line_can_be_asked_for_by_name() {
    let engine = engine();
    let all = engine.connectable(&query(&engine, "/network?focus=john-kirby"));
    let network = Network::whole(engine.data());
    assert_eq!(all.len(), network.nodes.iter().filter(|node| node.degree > 0).count());
    assert!(all.is_sorted_by_key(|(name, _)| sourceline::query::fold(name)));
}

#[test]
fn hiding_leaves_out_an_actor_and_its_lines_and_nothing_else() {
    let engine = engine();
    let whole = Network::whole(engine.data());
    for (id, actor) in engine.data().all::<Actor>() {
        let Some(node) = whole.find(id) else { continue };
        let left = engine.network(&query(&engine, &format!("/network?hide={}", actor.key)));
        assert_eq!(left.find(id), None);
        assert_eq!(left.edges.len(), whole.edges.len() - whole.edges_of(node).len(), "{}", actor.key);
        assert_eq!(left.nodes.len(), whole.nodes.len() - 1, "{}", actor.key);
    }
}

#[test]
fn alone_leaves_those_actors_and_all_that_passes_between_them() {
    let engine = engine();
    let left = shown(&engine, "/network?only=kim-jong-un,vladimir-putin");
    assert_eq!(left, ["kim-jong-un", "vladimir-putin"].map(str::to_owned).into());
    let network = engine.network(&query(&engine, "/network?only=kim-jong-un,vladimir-putin"));
    let whole = Network::whole(engine.data());
    let between = |network: &Network| {
        let find = |key: &str| network.find(engine.data().find::<Actor>(key).unwrap()).unwrap();
        let edge = network.between(find("kim-jong-un"), find("vladimir-putin")).unwrap();
        network.edge(edge).unwrap().count()
    };
    assert_eq!(between(&network), between(&whole));
}

#[test]
fn expanding_adds_neighbours_a_helping_at_a_time_until_none_is_left() {
    let engine = engine();
    let start = query(&engine, "/network?only=south-korea");
    let mut query = start.clone();
    let mut left = engine.beyond(&query, "south-korea").len();
    assert!(left > EXPAND, "the test needs an actor with many neighbours");
    while left > 0 {
        let before = engine.network(&query).nodes.len();
        query = query.expanding("south-korea");
        let added = engine.network(&query).nodes.len() - before;
        assert_eq!(added, left.min(EXPAND));
        left -= added;
        assert_eq!(engine.beyond(&query, "south-korea").len(), left);
    }
    let around = shown(&engine, "/network?focus=south-korea");
    let network = engine.network(&query);
    let all: BTreeSet<_> = network.nodes.iter().map(|node| engine.data()[node.actor].key.clone()).collect();
    assert!(all.is_subset(&around));
}

#[test]
fn a_later_expansion_takes_nobody_of_an_earlier_one_away() {
    let engine = engine();
    let one = shown(&engine, "/network?only=south-korea&expand=south-korea");
    let two = shown(&engine, "/network?only=south-korea&expand=south-korea,kim-jong-un");
    assert!(one.is_subset(&two) && two.len() > one.len());
    assert!(two.contains("kim-jong-un"));
}

#[test]
fn nobody_hidden_comes_back_by_expanding_another() {
    let engine = engine();
    let with = shown(&engine, "/network?only=south-korea&expand=south-korea");
    let first = with.iter().find(|key| *key != "south-korea").unwrap();
    let without = shown(&engine, &format!("/network?only=south-korea&expand=south-korea&hide={first}"));
    assert!(!without.contains(first));
    assert_eq!(without.len(), with.len(), "another takes the place");
}

#[test]
fn where_all_are_shown_there_is_nobody_to_expand_to() {
    let engine = engine();
    assert_eq!(engine.beyond(&Query::default(), "south-korea"), []);
    let marked = query(&engine, "/network?expand=south-korea");
    assert!(marked.marks.has(Mark::Expand, "south-korea"));
    assert_eq!(engine.network(&marked), Network::whole(engine.data()));
}
