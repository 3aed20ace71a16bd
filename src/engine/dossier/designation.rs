//! The dossier of a designation.

use super::{Dossier, Term, fact, reference, sections};
use crate::engine::card::{Card, Span, chain, places, touches};
use crate::model::{Dataset, DesignationId, Fact, FactKind, Keyed, Naming};
use crate::query::Selection;
use crate::words::{self, Words};

pub(super) fn dossier(data: &Dataset, words: &'static Words, id: DesignationId) -> Dossier {
    let (it, own) = (&data[id], words::dossier());
    let (target, group) = (&data[it.target], &data[it.group]);
    let says = chain(data, words, &it.attribution, &it.evidence);
    let evidence = places(data, &it.evidence).join("; ");
    let mut terms = vec![
        Term::new(own.term_authority, vec![Span::actor(data, it.authority)]),
        Term::text(own.term_reason, &it.reason),
        Term::new(
            own.term_group,
            vec![Span {
                text: group.label.clone(),
                to: Some(Selection::Fact(data[group.measure].key.clone())),
            }],
        ),
        Term::when(words, own.term_listed, &it.listed_on),
        Term::badge(own.term_status, words.listing(it.status), it.status.key()),
        Term { small: Some(evidence), ..Term::chain(words.term_says, says.clone()) },
    ];
    if target.naming != Naming::Named {
        terms.push(Term::text(own.term_naming, words.naming(target.naming)));
    }
    if let Some(note) = &*it.note {
        terms.push(Term::text(own.term_note, note));
    }

    let measures = [group.measure, group.package];
    let says_cards = measures.into_iter().map(|fact| Card::of_fact(data, words, fact)).collect();
    let mut links: Vec<Card> = Vec::new();
    for card in measures.into_iter().flat_map(|measure| fact::links(data, words, measure)) {
        let is_own = measures.iter().any(|fact| card.selection == Selection::Fact(data[*fact].key.clone()));
        if !is_own && !links.iter().any(|it| it.selection == card.selection) {
            links.push(card);
        }
    }
    let relations =
        data.all::<Fact>().filter(|(_, fact)| fact.kind == FactKind::Relation && touches(fact, it.target));
    let relations = relations.map(|(fact, _)| Card::of_fact(data, words, fact)).collect();

    let text = format!("{}: {}", target.name, it.reason);
    Dossier {
        kicker: own.kicker_designation,
        title: target.name.clone(),
        naming: target.naming,
        subtitle: vec![
            Span::plain(&format!("{} · {} · ", words.actor_kind(target.kind), target.description)),
            Span { text: own.all_about.to_owned(), to: Some(Selection::Actor(target.key.clone())) },
        ],
        reference: Some(reference(data, &text, &says, &it.evidence)),
        terms,
        exact: Vec::new(),
        sections: sections([
            (own.section_says, says_cards),
            (own.section_links, links),
            (own.section_relations, relations),
        ]),
    }
}
