//! The dossier of a sentence of a source: what rests on it.

use super::{Dossier, Term, sections};
use crate::coverage::Coverage;
use crate::engine::card::{self, Card, Span};
use crate::model::{At, Dataset, Naming, SourceId};
use crate::query::{Row, Selection};
use crate::words::{self, Words};

pub(super) fn dossier(data: &Dataset, words: &'static Words, id: SourceId, at: At) -> Option<Dossier> {
    let (source, own) = (&data[id], words::dossier());
    let hash = source.hash_at(at)?;
    let coverage = Coverage::of(data, id);
    let (kind, rests) = coverage.at(at)?;
    let title = Span { text: source.title.clone(), to: Some(Selection::Source(source.key.clone())) };
    let (mut facts, mut designations) = (Vec::new(), Vec::new());
    for row in rests {
        match row {
            Row::Fact(fact) => facts.push(Card::of_fact(data, words, *fact)),
            Row::Designation(it) => designations.push(Card::of_designation(data, words, &data[*it])),
        }
    }
    Some(Dossier {
        kicker: words::sources().kicker_sentence,
        title: card::place_of(kind, at),
        naming: Naming::Named,
        subtitle: vec![title],
        terms: vec![
            Term::when(words, own.term_written, &source.written),
            Term::text(own.term_sha256, &hash.to_string()),
        ],
        exact: Vec::new(),
        sections: sections([
            (words::sources().section_rests, facts),
            (own.section_designations, designations),
        ]),
        reference: None,
    })
}
