//! The dossier of an edge: all that passes from one actor to another.

use super::{Dossier, sections};
use crate::engine::card::{Card, Span};
use crate::model::{ActorId, Dataset, Designation, Fact, Naming};
use crate::words::{Words, filled};

pub(super) fn dossier(
    data: &Dataset,
    words: &'static Words,
    (from, to): (ActorId, ActorId),
    mutual: bool,
) -> Dossier {
    let passes = |fact: &Fact, from, to| fact.subject == from && fact.objects.contains(&to);
    let cards = |keep: &dyn Fn(&Fact) -> bool| -> Vec<Card> {
        let kept = data.all::<Fact>().filter(|(_, fact)| keep(fact));
        kept.map(|(fact, _)| Card::of_fact(data, words, fact)).collect()
    };
    let one_way = |from, to| cards(&|it| !it.mutual && passes(it, from, to));
    let each_other = cards(&|it| it.mutual && (passes(it, from, to) || passes(it, to, from)));
    let there = one_way(from, to);
    let designations: Vec<_> = data
        .all::<Designation>()
        .filter(|(_, it)| !mutual && it.authority == from && it.target == to)
        .map(|(_, it)| Card::of_designation(data, words, it))
        .collect();
    let pattern = if mutual { words.edge_mutual } else { words.edge_to };
    let title = filled(pattern, &[&data[from].name, &data[to].name]);
    let total = designations.len() + if mutual { each_other.len() } else { there.len() };
    let [first, then] = if mutual {
        [(words.section_says, each_other), (words.section_one_way, there)]
    } else {
        [(words.section_says, there), (words.section_each_other, each_other)]
    };

    Dossier {
        kicker: words.kicker_edge,
        title,
        naming: Naming::Named,
        subtitle: vec![Span::plain(&words.count(total, words.count_facts))],
        terms: Vec::new(),
        exact: Vec::new(),
        sections: sections([
            (words.section_designations, designations),
            first,
            then,
            (words.section_back, one_way(to, from)),
        ]),
        reference: None,
    }
}
