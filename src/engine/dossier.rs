//! What the evidence panel says of an actor, an edge, a fact, a designation, a source or one of its sentences.

mod actor;
mod designation;
mod edge;
mod fact;
mod sentence;
mod source;

use super::Bundled;
use super::card::{self, Card, Span};
use crate::model::{Actor, Dataset, Designation, Evidence, Fact, Naming, Source, When};
use crate::query::Selection;
use crate::words::{self, Words};

/// All that the evidence panel says of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// What kind of thing it is: "Designation".
    pub kicker: &'static str,
    /// Its name, or the sentence of a fact.
    pub title: String,
    /// How far the reports name it.
    pub naming: Naming,
    /// One line under the title.
    pub subtitle: Vec<Span>,
    /// Its properties.
    pub terms: Vec<Term>,
    /// Direct speech and who spoke it, for a fact.
    pub exact: Vec<(String, String)>,
    /// Facts and designations under headings; no section is empty.
    pub sections: Vec<Section>,
    /// One line to put under a text of one's own.
    pub reference: Option<String>,
}

/// One property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// What it is.
    pub label: &'static str,
    /// What is said, its parts one after another.
    pub value: Vec<Span>,
    /// What stands between the parts: an arrow in a chain, a comma in a list.
    pub between: &'static str,
    /// On what basis.
    pub small: Option<String>,
    /// The key of a status, where the value is one and drawn as such.
    pub badge: Option<&'static str>,
}

/// Cards under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// The cards.
    pub cards: Vec<Card>,
}

impl Bundled {
    /// What the evidence panel says of a selection; nothing where the dataset does not hold it.
    pub fn dossier(&self, selection: &Selection) -> Option<Dossier> {
        let (data, words) = (&self.data, self.words);
        match selection {
            Selection::Actor(key) => Some(actor::dossier(data, words, data.find::<Actor>(key)?)),
            Selection::Edge(one, other) => {
                Some(edge::dossier(data, words, data.find::<Actor>(one)?, data.find::<Actor>(other)?))
            }
            Selection::Fact(key) => Some(fact::dossier(data, words, data.find::<Fact>(key)?)),
            Selection::Designation(key) => {
                Some(designation::dossier(data, words, data.find::<Designation>(key)?))
            }
            Selection::Source(key) => Some(source::dossier(data, words, data.find::<Source>(key)?)),
            Selection::Sentence(key, at) => sentence::dossier(data, words, data.find::<Source>(key)?, *at),
        }
    }

    /// The sources, each as a line of title and how it is known: where a reader starts.
    pub fn sources(&self) -> Vec<(Span, String)> {
        let sources = self.data.all::<Source>();
        sources
            .map(|(_, source)| {
                let to = Some(Selection::Source(source.key.clone()));
                (Span { text: source.title.clone(), to }, card::report(self.words, source))
            })
            .collect()
    }
}

impl Term {
    #[inline(never)]
    fn new(label: &'static str, value: Vec<Span>) -> Self {
        Self { label, value, between: ", ", small: None, badge: None }
    }

    #[inline(never)]
    fn text(label: &'static str, value: &str) -> Self {
        Self::new(label, vec![Span::plain(value)])
    }

    #[inline(never)]
    fn badge(label: &'static str, value: &'static str, key: &'static str) -> Self {
        Self { badge: Some(key), ..Self::text(label, value) }
    }

    #[inline(never)]
    fn chain(label: &'static str, value: Vec<Span>) -> Self {
        Self { between: " → ", ..Self::new(label, value) }
    }

    #[inline(never)]
    fn when(words: &Words, label: &'static str, when: &When) -> Self {
        let own = words::dossier();
        let reported = match &*when.reported {
            Some(reported) => own.reported_as.replace("{}", reported),
            None => own.no_time_words.to_owned(),
        };
        let small = Some(format!("{reported}; {}", own.basis(when.basis)));
        Self { small, ..Self::text(label, &card::long_when(words, when)) }
    }
}

/// Sections without the empty ones.
fn sections<H: Into<String>>(all: impl IntoIterator<Item = (H, Vec<Card>)>) -> Vec<Section> {
    let all = all.into_iter().filter(|(_, cards)| !cards.is_empty());
    all.map(|(heading, cards)| Section { heading: heading.into(), cards }).collect()
}

/// "Title: paragraph 10, sentence 1 (document …, SHA-256 of the sentence …)" for each evidence.
fn reference(data: &Dataset, text: &str, chain: &[Span], evidence: &[Evidence]) -> String {
    let mut line = format!("{text} ({})", card::told(chain));
    for it in evidence {
        let source = &data[it.source];
        line.push_str(&format!(
            ". {}, {}, {}, SHA-256 {}",
            source.title,
            source.key,
            card::place(data, it),
            it.hash
        ));
    }
    line.push('.');
    line
}
