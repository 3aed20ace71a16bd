//! The dossier of a source.

use super::{Dossier, Term, sections};
use crate::engine::card::{Card, Span};
use crate::model::{Dataset, Fact, Naming, SourceId};
use crate::order;
use crate::words::{self, Words};

pub(super) fn dossier(data: &Dataset, words: &'static Words, id: SourceId) -> Dossier {
    let (source, own) = (&data[id], words::dossier());
    let publisher = source.publisher.clone().unwrap_or_else(|| own.publisher_not_given.to_owned());
    let mut terms = vec![
        Term::text(own.term_publisher, &publisher),
        Term::when(words, own.term_written, &source.written),
        Term::text(own.term_file, &source.key),
        Term::text(own.term_language, &source.lang),
        Term::text(own.term_sha256, &source.sha256.to_string()),
    ];
    if !source.contributors.is_empty() {
        let credits = source.contributors.iter().map(|actor| Span::actor(data, *actor)).collect();
        terms.push(Term::new(own.term_contributors, credits));
    }
    let mut facts: Vec<_> = data
        .all::<Fact>()
        .filter_map(|(fact, it)| {
            let here = it.evidence.iter().filter(|evidence| evidence.source == id);
            here.map(|evidence| (evidence.paragraph, evidence.sentence)).min().map(|at| (at, fact))
        })
        .collect();
    order::distinct(&mut facts);
    let cards = facts.into_iter().map(|(_, fact)| Card::of_fact(data, words, fact)).collect();

    Dossier {
        kicker: own.kicker_source,
        title: source.title.clone(),
        naming: Naming::Named,
        subtitle: vec![Span::plain(&source.note)],
        terms,
        exact: Vec::new(),
        sections: sections([(own.section_in_source, cards)]),
        reference: None,
    }
}
