//! The dossier of a designation.

use super::{Dossier, Term, fact, reference, sections};
use crate::engine::card::{Card, Span, chain, places, touches};
use crate::model::{Dataset, DesignationId, Fact, FactKind, Keyed, Naming};
use crate::query::Selection;
use crate::words::Words;

pub(super) fn dossier(data: &Dataset, words: &'static Words, id: DesignationId) -> Dossier {
    let it = &data[id];
    let (target, group) = (&data[it.target], &data[it.group]);
    let says = chain(data, words, &it.attribution, &it.evidence);
    let evidence = places(data, words, &it.evidence).join("; ");
    let mut terms = vec![
        Term::new(words.term_authority, vec![Span::actor(data, it.authority)]),
        Term::text(words.term_reason, &it.reason),
        Term::new(
            words.term_group,
            vec![Span {
                text: group.label.clone(),
                to: Some(Selection::Fact(data[group.measure].key.clone())),
            }],
        ),
        Term::when(words, words.term_listed, &it.listed_on),
        Term::badge(words.term_status, words.listing(it.status), it.status.key()),
        Term { small: Some(evidence), ..Term::chain(words.term_says, says.clone()) },
    ];
    if target.naming != Naming::Named {
        terms.push(Term::text(words.term_naming, words.naming(target.naming)));
    }
    if let Some(note) = &*it.note {
        terms.push(Term::text(words.term_note, note));
    }

    let own = [group.measure, group.package];
    let says_cards = own.into_iter().map(|fact| Card::of_fact(data, words, fact)).collect();
    let mut links: Vec<Card> = Vec::new();
    for card in own.into_iter().flat_map(|measure| fact::links(data, words, measure)) {
        let is_own = own.iter().any(|fact| card.selection == Selection::Fact(data[*fact].key.clone()));
        if !is_own && !links.iter().any(|it| it.selection == card.selection) {
            links.push(card);
        }
    }
    let relations =
        data.all::<Fact>().filter(|(_, fact)| fact.kind == FactKind::Relation && touches(fact, it.target));
    let relations = relations.map(|(fact, _)| Card::of_fact(data, words, fact)).collect();

    let text = format!("{}: {}", target.name, it.reason);
    Dossier {
        kicker: words.kicker_designation,
        title: target.name.clone(),
        naming: target.naming,
        subtitle: vec![
            Span::plain(&format!("{} · {} · ", words.actor_kind(target.kind), target.description)),
            Span { text: words.all_about.to_owned(), to: Some(Selection::Actor(target.key.clone())) },
        ],
        reference: Some(reference(data, words, &text, &says, &it.evidence)),
        terms,
        exact: Vec::new(),
        sections: sections([
            (words.section_says, says_cards),
            (words.section_links, links),
            (words.section_relations, relations),
        ]),
    }
}
