//! The dossier of a fact.

use super::{Dossier, Term, reference, sections};
use crate::engine::card::{Card, Span, chain};
use crate::model::{Dataset, Designation, Fact, FactId, Keyed, Naming};
use crate::words::{self, Words};

pub(super) fn dossier(data: &Dataset, words: &'static Words, id: FactId) -> Dossier {
    let (fact, own) = (&data[id], words::dossier());
    let says = chain(data, words, &fact.attribution, &fact.evidence);
    let card = Card::of_fact(data, words, id);
    let actors = |ids: &[_]| ids.iter().map(|id| Span::actor(data, *id)).collect::<Vec<_>>();
    let mut terms = vec![
        Term { small: Some(card.places.join("; ")), ..Term::chain(words.term_says, says.clone()) },
        Term::when(words, own.term_when, &fact.when),
    ];
    if let Some(place) = fact.place {
        terms.push(Term::text(own.term_where, &data[place].name));
    }
    terms.push(Term {
        small: Some(own.standing(fact.standing(data)).to_owned()),
        ..Term::badge(own.term_status, words.status(fact.status), fact.status.key())
    });
    terms.push(Term::new(own.term_subject, actors(&[fact.subject])));
    if !fact.objects.is_empty() {
        let label = if fact.mutual { own.term_with } else { own.term_objects };
        terms.push(Term::new(label, actors(&fact.objects)));
    }
    if !fact.about.is_empty() {
        terms.push(Term::new(own.term_about, actors(&fact.about)));
    }
    if let Some(event) = fact.event_type {
        let code = event.key();
        let class = words.quad_class(event.quad_class());
        terms.push(Term {
            small: Some(format!("PLOVER {code}: {class}")),
            ..Term::text(words.term_event, words.event_type(event))
        });
    }
    if let Some(relation) = fact.relation_type {
        terms.push(Term {
            small: Some("FollowTheMoney".to_owned()),
            ..Term::text(own.term_relation, relation.key())
        });
    }
    terms.push(Term::text(own.term_topic, &data[fact.topic].label));
    if let Some(note) = &*fact.note {
        terms.push(Term::text(own.term_note, note));
    }

    let designations = data
        .all::<Designation>()
        .filter(|(_, it)| data[it.group].measure == id || data[it.group].package == id)
        .map(|(_, it)| Card::of_designation(data, words, it))
        .collect();
    let shares = |other: &Fact| {
        let place = |it: &crate::model::Evidence| (it.source, it.paragraph, it.sentence);
        other.evidence.iter().any(|it| fact.evidence.iter().any(|here| place(here) == place(it)))
    };
    let beside = data
        .all::<Fact>()
        .filter(|(other, it)| *other != id && shares(it))
        .map(|(other, _)| Card::of_fact(data, words, other))
        .collect();

    Dossier {
        kicker: own.fact_kind(fact.kind),
        title: fact.text.to_string(),
        naming: Naming::Named,
        subtitle: Vec::new(),
        reference: Some(reference(data, &fact.text, &says, &fact.evidence)),
        terms,
        exact: card.exact,
        sections: sections([
            (own.section_links, links(data, words, id)),
            (own.section_designations, designations),
            (own.section_beside, beside),
        ]),
    }
}

/// The facts that a fact answers, contradicts, supports …, and those that do so to it.
pub(super) fn links(data: &Dataset, words: &'static Words, id: FactId) -> Vec<Card> {
    let own = words::dossier();
    let forth = data[id].links.iter().map(|link| (link.to, link.kind, own.link(link.kind)));
    let back = data.all::<Fact>().flat_map(|(other, it)| {
        let here = it.links.iter().filter(|link| link.to == id);
        here.map(move |link| (other, link.kind, own.link_back(link.kind)))
    });
    let mut told = Vec::new();
    let mut cards: Vec<Card> = Vec::new();
    for (other, kind, role) in forth.chain(back) {
        // Two facts that contradict each other say so once; one that answers and contradicts says both.
        if !told.contains(&(other, kind)) {
            told.push((other, kind));
            cards.push(Card::of_fact(data, words, other).with_role(role));
        }
    }
    cards
}
