//! Tests of the network: what becomes an edge, and the ways through it.

pub(crate) mod notation;

use expect_test::{Expect, expect};
use sourceline::graph::geometry::Point;
use sourceline::graph::{ClusterKind, Direction, Network, NodeId, Place, Positions};
use sourceline::model::{Actor, ActorId, Dataset, FactId};

use notation::dataset;

fn name(data: &Dataset, network: &Network, node: NodeId) -> String {
    data[network.nodes[node.index()].actor].key.clone()
}

fn node(data: &Dataset, network: &Network, key: &str) -> NodeId {
    network.find(data.find::<Actor>(key).unwrap()).unwrap()
}

/// One edge a line: ends, count, what goes there and what goes back, what else holds.
fn picture(data: &Dataset, network: &Network) -> String {
    let mut out = String::new();
    for edge in &network.edges {
        let [one, other] = edge.ends.map(|end| name(data, network, end));
        out += &format!("{one} {other} {}:", edge.count());
        for (way, sign) in edge.ways.iter().zip([">", "<"]) {
            if let Some(way) = way {
                let quad = way.quad.map_or("-".to_owned(), |quad| format!("{quad:?}"));
                out += &format!(" {sign} {quad}{}", if way.stated_only { " stated" } else { "" });
            }
        }
        out += if edge.relation() { " relation" } else { "" };
        out += if edge.stated_only { ", stated\n" } else { "\n" };
    }
    out
}

#[track_caller]
fn check(text: &str, want: &Expect) {
    let data = dataset(text);
    want.assert_eq(&picture(&data, &Network::whole(&data)));
}

#[test]
fn what_passes_between_two_gathers_in_one_edge() {
    check(
        "a > b support consult",
        &expect![[r#"
            a b 2: > VerbalCooperation
        "#]],
    );
}

#[test]
fn an_edge_tells_what_goes_there_from_what_goes_back() {
    check(
        "a > b aid\nb > a accuse",
        &expect![[r#"
            a b 2: > MaterialCooperation < VerbalConflict
        "#]],
    );
}

#[test]
fn each_object_has_its_edge_and_nobody_has_one_to_itself() {
    check(
        "a > b,c,a accuse",
        &expect![[r#"
            a b 1: > VerbalConflict
            a c 1: > VerbalConflict
        "#]],
    );
}

#[test]
fn a_mutual_fact_goes_both_ways_whoever_is_named_first() {
    check(
        "b = person - B\na = person - A\nb <> a consult\na <> b agree",
        &expect![[r#"
            b a 2: > VerbalCooperation < VerbalCooperation
        "#]],
    );
}

#[test]
fn a_mutual_fact_counts_both_ways_beside_what_goes_one_way() {
    check(
        "a <> b consult\na > b accuse",
        &expect![[r#"
            a b 2: > VerbalConflict < VerbalCooperation
        "#]],
    );
}

#[test]
fn a_relation_alone_is_an_edge_on_which_nothing_goes() {
    check(
        "a -- b",
        &expect![[r#"
            a b 1: relation
        "#]],
    );
}

#[test]
fn a_relation_joins_what_goes_between_the_two() {
    check(
        "a -- b\na > b aid",
        &expect![[r#"
            a b 2: > MaterialCooperation
        "#]],
    );
}

#[test]
fn what_is_established_one_way_leaves_what_is_only_said_the_other_way_as_it_is() {
    check(
        "a > b aid\nb >> a accuse\na -- b",
        &expect![[r#"
        a b 3: > MaterialCooperation < VerbalConflict stated
    "#]],
    );
}

#[test]
fn the_most_frequent_class_counts_and_the_graver_of_two() {
    check(
        "a > b aid aid accuse",
        &expect![[r#"
            a b 3: > MaterialCooperation
        "#]],
    );
    check(
        "a > b aid accuse",
        &expect![[r#"
            a b 2: > VerbalConflict
        "#]],
    );
}

#[test]
fn a_remark_without_a_class_has_none() {
    check(
        "a >> b",
        &expect![[r#"
            a b 1: > - stated, stated
        "#]],
    );
}

#[test]
fn one_established_fact_makes_a_way_more_than_stated() {
    check(
        "a >> b accuse\na > b aid",
        &expect![[r#"
            a b 2: > VerbalConflict
        "#]],
    );
}

#[test]
fn a_designation_is_a_material_conflict_and_not_only_stated() {
    check(
        "t = person G T\na ! t",
        &expect![[r#"
            t a 1: < MaterialConflict
        "#]],
    );
}

#[test]
fn who_acts_on_nobody_is_there_without_an_edge() {
    let data = dataset("a >>");
    let network = Network::whole(&data);
    assert_eq!((network.nodes.len(), network.edges.len()), (1, 0));
}

#[test]
fn targets_stand_with_their_group_others_with_their_side_the_rest_loose() {
    let data = dataset("t = person G T\ns = state east S\nl = person - L\ns ! t\ns > l accuse");
    let network = Network::whole(&data);
    let kinds: Vec<_> = network.clusters.iter().map(|c| (c.label.as_str(), c.members.len())).collect();
    assert_eq!(kinds, [("East", 1), ("G", 1), ("", 1)]);
    assert_eq!(network.clusters[2].kind, ClusterKind::Loose);
}

#[test]
fn a_thinned_out_network_keeps_clusters() {
    let data = dataset("t = person G T\ns = state east S\ns ! t\nt >> s accuse");
    let thin = Network::of(&data, &[FactId::new(0)], &[]);
    let t = thin.node(node(&data, &thin, "t")).unwrap();
    assert_eq!(thin.cluster(t.cluster).unwrap().label, "G");
}

const RING: &str = "a > b aid\nb > c aid\nc > d aid\nd > a aid\nd > e aid\nx > y aid";

#[test]
fn a_neighbourhood_grows_edge_by_edge() {
    let data = dataset(RING);
    let network = Network::whole(&data);
    let around = |hops| {
        let found = network.neighbourhood(node(&data, &network, "a"), hops);
        found.into_iter().map(|id| name(&data, &network, id)).collect::<String>()
    };
    assert_eq!([around(0), around(1), around(2), around(9)], ["a", "abd", "abdce", "abdce"]);
}

#[test]
fn components_are_what_nothing_joins() {
    let data = dataset(RING);
    let network = Network::whole(&data);
    let sizes: Vec<usize> = network.components().iter().map(Vec::len).collect();
    assert_eq!(sizes, [5, 2]);
}

#[test]
fn those_come_nearest_who_share_most_and_the_earlier_of_two() {
    let data = dataset("m > a aid\nm > b aid accuse\nb > m aid\nc > m aid aid\nm > d aid");
    let network = Network::whole(&data);
    let near = network.nearest(node(&data, &network, "m"));
    assert_eq!(near.into_iter().map(|id| name(&data, &network, id)).collect::<String>(), "bcad");
}

#[test]
fn among_some_actors_stands_all_that_passes_between_them() {
    let data = dataset("a > b,c aid\nb > c accuse accuse\nc > d aid");
    let seen = |id: ActorId| ["a", "c"].contains(&data[id].key.as_str());
    let facts: Vec<_> = (0..data.facts.len() as u32).map(FactId::new).collect();
    let network = Network::among(&data, &facts, &[], &seen);
    assert_eq!(picture(&data, &network), "a c 1: > MaterialCooperation\n");
    let lonely = Network::among(&data, &facts, &[], &|id| data[id].key == "d");
    assert_eq!((lonely.nodes.len(), lonely.edges.len()), (1, 0));
}

#[test]
fn an_edge_tells_who_acts_before_on_whom() {
    let data = dataset("a = person - A\nb = person - B\nb > a accuse\nc > a aid\na > c aid\nc -- b");
    let network = Network::whole(&data);
    let told: Vec<_> =
        network.edges.iter().map(|edge| edge.told.map(|end| name(&data, &network, end)).concat()).collect();
    assert_eq!(told, ["ba", "ac", "cb"]);
}

#[test]
fn arrow_keys_walk_to_the_neighbour_that_lies_there() {
    let data = dataset("m > l aid\nm > r aid\nm > u aid\nm > far aid");
    let network = Network::whole(&data);
    let mut positions = Positions::default();
    for (key, x, y) in
        [("m", 0.0, 0.0), ("l", -50.0, 5.0), ("r", 60.0, 0.0), ("u", 5.0, -40.0), ("far", 200.0, 20.0)]
    {
        let place = Place { at: Point::new(x, y), side: Default::default() };
        positions.place(data.find::<Actor>(key).unwrap(), place);
    }
    let m = node(&data, &network, "m");
    let step = |way| network.walk(m, way, &positions).map(|(_, to)| name(&data, &network, to));
    let all = Direction::ALL.map(step);
    assert_eq!(all.map(Option::unwrap_or_default), ["l", "r", "u", ""]);
}
