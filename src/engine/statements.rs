//! The statements: who said what about what, by topic, each beside what answers, contradicts or supports it.
//!
//! A **statement** is here any fact that somebody says ([`Fact::is_said`]): also an event, a relation or a
//! measure for which the report names a speaker. Statements of a topic that say the same (links `repeats`)
//! are folded under the **fullest** of them: the one with most words of direct speech; among equals, one
//! that repeats no other; among those, the first.
//!
//! A **thread** begins with one statement, the claim, and holds what is linked to it; `threads` says how
//! threads are made. What belongs to another topic, or is left out by the query, still stands beside the
//! claim to which it is linked: as a **guest**, which no number of the topic counts.
//!
//! What a statement rests on, and when it is disputed, [`crate::model`] says (`voice`).

mod disputes;
mod threads;

use core::cmp::Reverse;

use super::Bundled;
use super::card::{Card, Span};
use crate::model::{ActorId, Dataset, Fact, FactId, Keyed, LinkKind, Standing, Topic};
use crate::order;
use crate::query::{Query, Row, Selection, View, rows};
use crate::words::{StatementWords, Words, filled, statements};

/// The statements that a query leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statements {
    /// How many there are in all.
    pub of: usize,
    /// What the query leaves, in numbers.
    pub tally: Tally,
    /// The topics that have some, in the order of the story.
    pub chapters: Vec<Chapter>,
    /// Where accounts disagree, in the order of the facts.
    pub disputes: Vec<Dispute>,
}

/// Statements in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many there are, each telling counted.
    pub statements: usize,
    /// How many speakers they have; the report's own voice is none.
    pub speakers: usize,
    /// How many are disputed.
    pub disputed: usize,
    /// How many rest on one speaker alone.
    pub alone: usize,
}

/// The statements on a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// The key of the topic.
    pub key: String,
    /// The name of the topic.
    pub label: String,
    /// Its statements in numbers.
    pub tally: Tally,
    /// Its statements, each once, in the order of the facts that the threads begin with.
    pub threads: Vec<Thread>,
}

/// A claim and what is linked to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// The statement that it begins with.
    pub claim: Said,
    /// What stands beside the claim: what others say to it.
    pub beside: Vec<Reply>,
    /// What stands under the claim: where something stands beside it, the support from its own side and
    /// its parts.
    pub under: Vec<Reply>,
}

/// A statement beside the one that it is linked to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The link in words: "answers and contradicts"; "this contradicts" where the link goes the other way.
    pub word: String,
    /// The gravest of the links.
    pub kind: LinkKind,
    /// True where the link goes from the claim to this.
    pub back: bool,
    /// The statement.
    pub said: Said,
    /// Why it is here only as a guest, in words; nothing where this is its place.
    pub guest: Option<String>,
    /// What is linked to it in turn.
    pub replies: Vec<Reply>,
}

/// One statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Text, direct speech, chain, places, time and status.
    pub card: Card,
    /// Whose word it is.
    pub voice: Span,
    /// The side of whose word it is.
    pub side: Option<String>,
    /// The event type and its quad class, for readers.
    pub event: Option<String>,
    /// The key of its status, for the badge.
    pub status: &'static str,
    /// On how many independent voices it rests.
    pub voices: usize,
    /// What it rests on, in words.
    pub rests: String,
    /// True where it rests on one speaker alone.
    pub alone: bool,
    /// True where another statement contradicts it.
    pub disputed: bool,
    /// The other tellings, folded under this one.
    pub again: Vec<Card>,
    /// Links to what does not stand beside it: the link in words, and the other statement.
    pub links: Vec<(&'static str, Mention)>,
}

/// A statement mentioned elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Whose word it is.
    pub voice: String,
    /// The statement.
    pub text: String,
    /// What it opens.
    pub selection: Selection,
}

/// A statement and what contradicts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// The contradicted statement; its fullest telling.
    pub claim: Mention,
    /// The topic under which it stands.
    pub topic: String,
    /// What contradicts it.
    pub against: Vec<Mention>,
}

impl Bundled {
    /// The statements that a query leaves.
    pub fn statements(&self, query: &Query) -> Statements {
        let query = query.viewing(View::Statements);
        let facts = |rows: Vec<Row>| -> Vec<FactId> {
            let fact = |row| match row {
                Row::Fact(id) => Some(id),
                Row::Designation(_) => None,
            };
            rows.into_iter().filter_map(fact).collect()
        };
        let shown = facts(rows(&self.data, &query));
        let teller = Teller { data: &self.data, words: self.words, own: statements(), shown: &shown };
        let chapter = |(id, topic): (_, &Topic)| {
            let here: Vec<_> = shown.iter().copied().filter(|it| self.data[*it].topic == id).collect();
            (!here.is_empty()).then(|| Chapter {
                key: topic.key.clone(),
                label: topic.label.clone(),
                tally: teller.tally(&here),
                threads: threads::threads(&teller, &here),
            })
        };
        Statements {
            of: facts(Row::of_view(&self.data, View::Statements)).len(),
            tally: teller.tally(&shown),
            chapters: self.data.all::<Topic>().filter_map(chapter).collect(),
            disputes: disputes::disputes(&teller),
        }
    }
}

/// Who tells the statements: what there is, what the query leaves of it, and in which words.
struct Teller<'a> {
    data: &'a Dataset,
    words: &'static Words,
    own: &'static StatementWords,
    shown: &'a [FactId],
}

impl Teller<'_> {
    fn tally(&self, facts: &[FactId]) -> Tally {
        let data = self.data;
        let mut speakers: Vec<ActorId> = facts.iter().filter_map(|id| data[*id].voice()).collect();
        order::distinct(&mut speakers);
        Tally {
            statements: facts.len(),
            speakers: speakers.len(),
            disputed: facts.iter().filter(|id| data.is_disputed(**id)).count(),
            alone: facts.iter().filter(|id| data.is_alone(**id)).count(),
        }
    }

    /// A statement with its other tellings folded under it; links are for the thread to give.
    fn said(&self, told: &Told) -> Said {
        let (data, words, id) = (self.data, self.words, told.fullest);
        let fact = &data[id];
        let event = fact.event_type.map(|it| {
            let class = words.quad_class(it.quad_class()).to_lowercase();
            filled(self.own.event, &[words.event_type(it), &class])
        });
        let voices = data.rests_on(id);
        let alone = data.is_alone(id);
        Said {
            card: Card::of_fact(data, words, id),
            voice: self.voice(fact),
            side: data.side_of_voice(id).map(|side| data[side].label.clone()),
            event,
            status: fact.status.key(),
            voices: voices.len(),
            rests: self.rests(id, &voices, alone),
            alone,
            disputed: data.is_disputed(id),
            again: told.again.iter().map(|id| Card::of_fact(data, words, *id)).collect(),
            links: Vec::new(),
        }
    }

    fn mention(&self, id: FactId) -> Mention {
        let fact = &self.data[id];
        Mention {
            voice: self.voice(fact).text,
            text: fact.text.to_string(),
            selection: Selection::Fact(fact.key.clone()),
        }
    }

    fn voice(&self, fact: &Fact) -> Span {
        match fact.voice() {
            Some(actor) => Span::actor(self.data, actor),
            None => Span::plain(self.words.own_voice),
        }
    }

    /// What a statement rests on, in words.
    fn rests(&self, id: FactId, voices: &[FactId], alone: bool) -> String {
        let (data, words, own) = (self.data, self.words, self.own);
        if let [_] = voices {
            let announced = data[id].standing(data) == Standing::Announced;
            return match alone {
                true => own.rests_alone,
                false if announced => own.rests_announced,
                false => own.rests_report,
            }
            .to_owned();
        }
        // The report's own voice counts, but it is no speaker.
        let speakers = voices.iter().filter(|voice| data[**voice].voice().is_some()).count();
        let number = words.count(speakers, own.count_speakers);
        let side = data.side_of_voice(id);
        match side.filter(|_| voices.iter().all(|voice| data.side_of_voice(*voice) == side)) {
            Some(side) => filled(own.rests_on_side, &[&number, &data[side].label]),
            None if speakers < voices.len() => own.rests_and_report.replace("{}", &number),
            None => own.rests_on.replace("{}", &number),
        }
    }
}

/// Tellings of one statement, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Told {
    fullest: FactId,
    again: Vec<FactId>,
}

impl Told {
    /// Facts with the tellings of one statement folded, in the order of the first of each.
    fn fold(data: &Dataset, facts: &[FactId]) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for id in facts {
            if all.iter().any(|told| told.has(*id)) {
                continue;
            }
            let tellings = data.tellings(*id);
            let here = || facts.iter().copied().filter(|it| tellings.contains(it));
            let fullness = |it: &FactId| {
                let fact = &data[*it];
                let exact = fact.evidence.iter().filter_map(|it| it.exact.as_ref());
                let words: usize = exact.map(|exact| exact.text.split_whitespace().count()).sum();
                let repeats = fact.links.iter().any(|link| link.kind == LinkKind::Repeats);
                (words, !repeats, Reverse(*it))
            };
            if let Some(fullest) = here().max_by_key(fullness) {
                all.push(Self { fullest, again: here().filter(|it| *it != fullest).collect() });
            }
        }
        all
    }

    fn has(&self, id: FactId) -> bool {
        self.fullest == id || self.again.contains(&id)
    }

    /// All its tellings.
    fn all(&self) -> impl Iterator<Item = FactId> + '_ {
        core::iter::once(self.fullest).chain(self.again.iter().copied())
    }
}
