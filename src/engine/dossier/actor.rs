//! The dossier of an actor.

use super::{Dossier, Term, sections};
use crate::engine::card::{Card, Span, touches};
use crate::model::{ActorId, Dataset, Designation, Fact, FactKind, Naming};
use crate::words::{self, Words};

pub(super) fn dossier(data: &Dataset, words: &'static Words, id: ActorId) -> Dossier {
    let (actor, own) = (&data[id], words::dossier());
    let mut terms = Vec::new();
    if let Some(side) = actor.side {
        terms.push(Term::text(own.term_side, &data[side].label));
    }
    let country = |code: &String| Span::plain(words.country(code).unwrap_or(code));
    if !actor.countries.is_empty() {
        terms.push(Term::new(own.term_country, actor.countries.iter().map(country).collect()));
    }
    if !actor.aliases.is_empty() {
        terms.push(Term::text(own.term_aliases, &actor.aliases.join(", ")));
    }
    if actor.naming != Naming::Named {
        terms.push(Term::text(own.term_naming, words.naming(actor.naming)));
    }

    let facts = |keep: &dyn Fn(&Fact) -> bool| -> Vec<Card> {
        let kept = data.all::<Fact>().filter(|(_, fact)| keep(fact));
        kept.map(|(fact, _)| Card::of_fact(data, words, fact)).collect()
    };
    let of_kind = |kinds: &'static [FactKind]| facts(&|fact| touches(fact, id) && kinds.contains(&fact.kind));
    let designations = data.all::<Designation>().filter(|(_, it)| it.target == id || it.authority == id);

    Dossier {
        kicker: words.actor_kind(actor.kind),
        title: actor.name.clone(),
        naming: actor.naming,
        subtitle: vec![Span::plain(&actor.description)],
        terms,
        exact: Vec::new(),
        sections: sections([
            (
                own.section_designations,
                designations.map(|(_, it)| Card::of_designation(data, words, it)).collect(),
            ),
            (own.section_facts, of_kind(&[FactKind::Event, FactKind::Measure])),
            (own.section_statements, of_kind(&[FactKind::Statement])),
            (own.section_relations, of_kind(&[FactKind::Relation])),
            (
                own.section_concerned,
                facts(&|fact| {
                    let speaks = fact.attribution.speaker == Some(id);
                    let carries = fact.attribution.via.contains(&id);
                    !touches(fact, id) && (fact.about.contains(&id) || speaks || carries)
                }),
            ),
        ]),
        reference: None,
    }
}
