//! The dossier of an edge: all that passes from one actor to another.

use super::{Dossier, sections};
use crate::engine::card::{Card, Span};
use crate::model::{ActorId, Dataset, Designation, Fact, Naming};
use crate::words::Words;

pub(super) fn dossier(data: &Dataset, words: &'static Words, from: ActorId, to: ActorId) -> Dossier {
    let passes = |fact: &Fact, from, to| fact.subject == from && fact.objects.contains(&to);
    let cards = |keep: &dyn Fn(&Fact) -> bool| -> Vec<Card> {
        let kept = data.all::<Fact>().filter(|(_, fact)| keep(fact));
        kept.map(|(fact, _)| Card::of_fact(data, words, fact)).collect()
    };
    let there = cards(&|it| passes(it, from, to) || (it.mutual && passes(it, to, from)));
    let back = cards(&|it| !it.mutual && passes(it, to, from));
    let designations: Vec<_> = data
        .all::<Designation>()
        .filter(|(_, it)| it.authority == from && it.target == to)
        .map(|(_, it)| Card::of_designation(data, words, it))
        .collect();
    let only_mutual = !there.is_empty()
        && designations.is_empty()
        && data.facts.iter().all(|it| it.mutual || !passes(it, from, to));
    let pattern = if only_mutual { words.edge_mutual } else { words.edge_to };
    let title = pattern.replacen("{}", &data[from].name, 1).replacen("{}", &data[to].name, 1);
    let total = there.len() + designations.len();

    Dossier {
        kicker: words.kicker_edge,
        title,
        naming: Naming::Named,
        subtitle: vec![Span::plain(&words.count(total, words.count_facts))],
        terms: Vec::new(),
        exact: Vec::new(),
        sections: sections([
            (words.section_designations, designations),
            (words.section_says, there),
            (words.section_back, back),
        ]),
        reference: None,
    }
}
