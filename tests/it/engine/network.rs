//! The network of a query, and its edges in words.

use std::collections::BTreeSet;

use sourceline::engine::{Arrow, Bundled};
use sourceline::graph::{EdgeId, Network, NodeId};
use sourceline::model::{Actor, ActorId, Naming};
use sourceline::query::{Facet, Query, Selection};
use sourceline::words::EN;

use super::{engine, facets, query};

fn actors(network: &Network) -> BTreeSet<ActorId> {
    network.nodes.iter().map(|node| node.actor).collect()
}

fn items(network: &Network) -> usize {
    network.edges.iter().map(|edge| edge.count()).sum()
}

fn network(engine: &Bundled, fragment: &str) -> Network {
    engine.network(&query(engine, fragment))
}

#[test]
fn nothing_narrowed_leaves_the_whole_network() {
    let engine = engine();
    assert_eq!(engine.network(&Query::default()), Network::whole(engine.data()));
}

#[test]
fn what_other_views_are_narrowed_by_is_of_no_matter() {
    let engine = engine();
    let whole = Network::whole(engine.data());
    assert_eq!(network(&engine, "/sanctions"), whole);
    assert_eq!(network(&engine, "/sanctions?group=weapons-trade&sort=kind"), whole);
}

#[test]
fn each_value_of_each_facet_leaves_less() {
    let engine = engine();
    let start = Query::default();
    let whole = engine.network(&start);
    for counts in facets(&engine, &start) {
        let facet = Facet::find(&counts.key).unwrap();
        for choice in counts.choices {
            let left = engine.network(&start.toggled(facet, &choice.value));
            assert!(!left.nodes.is_empty(), "{}={}", counts.key, choice.value);
            assert!(items(&left) < items(&whole), "{}={}", counts.key, choice.value);
            assert!(actors(&left).is_subset(&actors(&whole)), "{}={}", counts.key, choice.value);
        }
    }
}

#[test]
fn words_that_no_fact_has_leave_nothing() {
    let engine = engine();
    let left = network(&engine, "/network?q=zzzz");
    assert!(left.nodes.is_empty() && left.edges.is_empty() && left.clusters.is_empty());
}

#[test]
fn a_focus_leaves_an_actor_its_neighbours_and_what_passes_among_them() {
    let engine = engine();
    let data = engine.data();
    let whole = Network::whole(data);
    for (id, actor) in data.all::<Actor>() {
        let Some(node) = whole.find(id) else { continue };
        let near = network(&engine, &format!("/network?focus={}", actor.key));
        let around = actors(&near);
        assert!(around.contains(&id), "{}", actor.key);
        for other in whole.neighbours(node) {
            assert!(around.contains(&whole.node(other).unwrap().actor), "a neighbour of {}", actor.key);
        }
        // Who stands there without an edge to it does the same as others to a third.
        let own = near.find(id).unwrap();
        let with: BTreeSet<_> = data
            .facts
            .iter()
            .map(|it| it.objects.iter().copied().chain([it.subject]).collect::<BTreeSet<_>>())
            .chain(data.designations.iter().map(|it| BTreeSet::from([it.target, it.authority])))
            .filter(|ends| ends.contains(&id))
            .flatten()
            .collect();
        assert_eq!(around, with, "{}", actor.key);
        assert_eq!(near.edges_of(own).len(), whole.edges_of(node).len(), "{}", actor.key);
    }
}

#[test]
fn a_focus_on_an_actor_that_the_filters_leave_out_leaves_nothing() {
    let engine = engine();
    let left = network(&engine, "/network?focus=versor&q=summit");
    assert!(left.nodes.is_empty());
}

#[test]
fn each_edge_has_a_line_in_words() {
    let engine = engine();
    let network = Network::whole(engine.data());
    let lines = engine.lines(&network);
    assert_eq!(lines.len(), network.edges.len());
    for (line, edge) in lines.iter().zip(&network.edges) {
        let name = |node: NodeId| &engine.actor_of(&network, node).unwrap().name;
        let [from, to] = edge.told.map(name);
        assert_eq!((&line.from, &line.to, line.count), (from, to, edge.count()));
        assert!(matches!(&line.selection, Selection::Edge(..)));
        assert!(engine.dossier(&line.selection).is_some(), "{}", line.selection);
        let arrow = match (edge.relation(), edge.both_ways()) {
            (true, _) => Arrow::Neither,
            (_, true) => Arrow::Both,
            _ => Arrow::To,
        };
        assert_eq!(line.arrow, arrow);

        let ways: Vec<_> = edge.ways.iter().flatten().collect();
        let alike = ways.windows(2).all(|pair| pair[0] == pair[1]);
        assert_eq!(line.passed.len(), if alike { 1 } else { ways.len() });
        for (passed, way) in line.passed.iter().zip(&ways) {
            assert_eq!(passed.stated, way.stated_only);
        }
        let said = engine.say_line(line);
        for part in [&line.from, &line.to, &line.count.to_string(), arrow.sign()] {
            assert!(said.contains(part), "{part} in {said}");
        }
        for passed in &line.passed {
            assert_eq!(Some(passed.label), EN.passed(passed.tone), "{}", passed.tone);
            assert!(said.contains(passed.label), "{} in {said}", passed.label);
        }
        assert_eq!(said.contains(EN.legend_stated), line.passed.iter().any(|it| it.stated), "{said}");
    }
}

#[test]
fn where_the_ways_differ_each_is_said_with_whom_it_leads_to() {
    let engine = engine();
    let network = Network::whole(engine.data());
    let lines = engine.lines(&network);
    let differ = lines.iter().find(|line| line.passed.len() == 2).expect("two who differ");
    let said = engine.say_line(differ);
    for (passed, to) in differ.passed.iter().zip([&differ.to, &differ.from]) {
        assert!(said.contains(&format!("to {to}: {}", passed.label)), "{said}");
    }
}

#[test]
fn a_line_says_one_fact_or_several() {
    let engine = engine();
    let network = Network::whole(engine.data());
    let said: Vec<_> = engine.lines(&network).iter().map(|line| engine.say_line(line)).collect();
    assert!(said.iter().any(|said| said.contains(", 1 fact,")));
    assert!(said.iter().all(|said| !said.contains(", 1 facts")));
}

#[test]
fn an_edge_of_another_network_has_no_line() {
    let engine = engine();
    let network = Network::whole(engine.data());
    assert_eq!(engine.line(&network, EdgeId::new(network.edges.len() as u32)), None);
    assert_eq!(engine.actor_of(&network, NodeId::new(network.nodes.len() as u32)), None);
}

#[test]
fn everybody_in_the_network_has_a_place_in_every_room() {
    let engine = engine();
    let network = Network::whole(engine.data());
    for shape in [sourceline::scene::Shape::Wide, sourceline::scene::Shape::Tall] {
        for node in &network.nodes {
            let actor = &engine.data()[node.actor];
            assert!(engine.place(shape).positions.get(node.actor).is_some(), "{}", actor.key);
        }
    }
    let unnamed = engine.data().actors.iter().filter(|it| it.naming == Naming::Unnamed).count();
    assert!(unnamed > 0 && unnamed < network.nodes.len());
}
