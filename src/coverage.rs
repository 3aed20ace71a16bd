//! Coverage: which facts and designations rest on which sentence of a source.
//!
//! It knows places and ids alone. The words for readers are [`crate::engine`]'s, and whether a reader's copy
//! has these sentences is [`crate::check`]'s.

use crate::model::{At, Dataset, Designation, Evidence, Fact, ParagraphKind, SourceId};
use crate::query::Row;

/// A source, sentence by sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Its paragraphs in order.
    pub paragraphs: Vec<Covered>,
}

/// A paragraph of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    /// What the paragraph is for.
    pub kind: ParagraphKind,
    /// For each of its sentences what rests on it: facts first, each in the order of the dataset.
    pub sentences: Vec<Vec<Row>>,
}

/// How much of a source carries facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Sentences about the event: running text and headlines.
    pub about: usize,
    /// Those of them on which something rests.
    pub carrying: usize,
    /// Sentences that say who contributed.
    pub credit: usize,
    /// Sentences of menus, notices and links to other stories.
    pub furniture: usize,
    /// Facts that rest on the source.
    pub facts: usize,
    /// Designations that rest on the source.
    pub designations: usize,
}

impl Coverage {
    /// The coverage of a source.
    pub fn of(data: &Dataset, source: SourceId) -> Self {
        let covered = data[source].paragraphs.iter().map(|paragraph| Covered {
            kind: paragraph.kind,
            sentences: paragraph.sentences.iter().map(|_| Vec::new()).collect(),
        });
        let mut coverage = Self { paragraphs: covered.collect() };
        for (id, fact) in data.all::<Fact>() {
            coverage.rest(source, Row::Fact(id), &fact.evidence);
        }
        for (id, designation) in data.all::<Designation>() {
            coverage.rest(source, Row::Designation(id), &designation.evidence);
        }
        coverage
    }

    /// Lets `row` rest on the places of its evidence.
    fn rest(&mut self, source: SourceId, row: Row, evidence: &[Evidence]) {
        for it in evidence.iter().filter(|it| it.source == source) {
            let place = usize::from(it.paragraph).checked_sub(1).zip(usize::from(it.sentence).checked_sub(1));
            let rows = place.and_then(|(paragraph, sentence)| {
                self.paragraphs.get_mut(paragraph)?.sentences.get_mut(sentence)
            });
            if let Some(rows) = rows
                && !rows.contains(&row)
            {
                rows.push(row);
            }
        }
    }

    /// The sentences in order: where each is, what its paragraph is for, what rests on it.
    pub fn sentences(&self) -> impl Iterator<Item = (At, ParagraphKind, &[Row])> {
        (1..).zip(&self.paragraphs).flat_map(|(paragraph, covered)| {
            let sentences = (1..).zip(&covered.sentences);
            sentences.map(move |(sentence, rows)| (At { paragraph, sentence }, covered.kind, rows.as_slice()))
        })
    }

    /// What rests on the sentence at a place; nothing where there is no such sentence.
    pub fn at(&self, at: At) -> Option<(ParagraphKind, &[Row])> {
        self.sentences().find(|(it, ..)| *it == at).map(|(_, kind, rows)| (kind, rows))
    }

    /// How much of it carries facts.
    pub fn sums(&self) -> Sums {
        let mut sums = Sums::default();
        let mut counted: Vec<Row> = Vec::new();
        for (_, kind, rows) in self.sentences() {
            match kind {
                ParagraphKind::Text | ParagraphKind::Headline => {
                    sums.about += 1;
                    sums.carrying += usize::from(!rows.is_empty());
                }
                ParagraphKind::Credit => sums.credit += 1,
                ParagraphKind::Furniture => sums.furniture += 1,
            }
            for row in rows {
                if counted.contains(row) {
                    continue;
                }
                counted.push(*row);
                match row {
                    Row::Fact(_) => sums.facts += 1,
                    Row::Designation(_) => sums.designations += 1,
                }
            }
        }
        sums
    }
}
