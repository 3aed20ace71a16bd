//! The dossier of an edge: all that passes between two actors, and what holds between them.

use super::{Dossier, sections};
use crate::engine::card::{Card, Span};
use crate::engine::lines::Arrow;
use crate::graph::{Edge, Network};
use crate::model::{ActorId, Dataset, Designation, Fact, FactKind, Naming};
use crate::words::{self, Words};

pub(super) fn dossier(data: &Dataset, words: &'static Words, one: ActorId, other: ActorId) -> Dossier {
    let own = words::dossier();
    // Who comes first, and which way it goes, is told as in the network.
    let network = Network::whole(data);
    let edge =
        network.find(one).zip(network.find(other)).and_then(|(one, other)| network.between(one, other));
    let edge = edge.and_then(|id| network.edge(id));
    let arrow = edge.map_or(Arrow::Neither, Edge::arrow);
    let turned = edge.and_then(|edge| network.node(edge.told[0])).is_some_and(|first| first.actor == other);
    let (one, other) = if turned { (other, one) } else { (one, other) };
    let cards = |keep: &dyn Fn(&Fact) -> bool| -> Vec<Card> {
        let kept = data.all::<Fact>().filter(|(_, fact)| keep(fact));
        kept.map(|(fact, _)| Card::of_fact(data, words, fact)).collect()
    };
    let passes = |fact: &Fact, from, to| fact.subject == from && fact.objects.contains(&to);
    let either = |fact: &Fact| passes(fact, one, other) || passes(fact, other, one);
    let relation = |fact: &Fact| fact.kind == FactKind::Relation;
    let one_way = |from, to| {
        let mut all: Vec<_> = data
            .all::<Designation>()
            .filter(|(_, it)| it.authority == from && it.target == to)
            .map(|(_, it)| Card::of_designation(data, words, it))
            .collect();
        all.extend(cards(&|it| !it.mutual && !relation(it) && passes(it, from, to)));
        all
    };
    let (there, back) = (one_way(one, other), one_way(other, one));
    let each_other = cards(&|it| it.mutual && !relation(it) && either(it));
    let relations = cards(&|it| relation(it) && either(it));

    let [one, other] = [one, other].map(|actor| data[actor].name.as_str());
    let total = there.len() + back.len() + each_other.len() + relations.len();
    let first = if arrow == Arrow::To { own.section_says.to_owned() } else { Arrow::To.between(one, other) };

    Dossier {
        kicker: own.kicker_edge,
        title: arrow.between(one, other),
        naming: Naming::Named,
        subtitle: vec![Span::plain(&words.count(total, words.count_facts))],
        terms: Vec::new(),
        exact: Vec::new(),
        sections: sections([
            (first, there),
            (own.section_each_other.to_owned(), each_other),
            (Arrow::To.between(other, one), back),
            (own.section_relations.to_owned(), relations),
        ]),
        reference: None,
    }
}
