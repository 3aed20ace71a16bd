//! A fact or a designation as a card of the evidence panel: what, who says so, where it stands.

use crate::model::{
    ActorId, At, Attribution, Dataset, Designation, Evidence, Fact, FactId, Keyed, ParagraphKind, Source,
    SourceId, Standing, Status, When,
};
use crate::order;
use crate::query::{Row, Selection, passed};
use crate::words::{self, Words, filled};

/// A piece of text, perhaps with what it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// What a click on it selects.
    pub to: Option<Selection>,
}

/// A fact or a designation, told shortly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What the card opens.
    pub selection: Selection,
    /// What it is to the fact that the panel is about: "contradicts".
    pub role: Option<&'static str>,
    /// The sentence.
    pub text: String,
    /// Direct speech and who spoke it.
    pub exact: Vec<(String, String)>,
    /// From the speaker through the channels to the reports.
    pub chain: Vec<Span>,
    /// Paragraph and sentence of each evidence.
    pub places: Vec<String>,
    /// When, shortly.
    pub when: String,
    /// The status for readers.
    pub status: &'static str,
    /// The class of its bar: a value of the facet `passed`, or `gap` for a reported absence.
    pub tone: &'static str,
    /// True where nothing but its speaker supports it.
    pub stated: bool,
}

impl Span {
    #[inline(never)]
    pub(super) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), to: None }
    }

    #[inline(never)]
    pub(super) fn actor(data: &Dataset, id: ActorId) -> Self {
        let actor = &data[id];
        Self { text: actor.name.clone(), to: Some(Selection::Actor(actor.key.clone())) }
    }

    #[inline(never)]
    pub(super) fn source(data: &Dataset, words: &Words, id: SourceId) -> Self {
        let source = &data[id];
        Self { text: report(words, source), to: Some(Selection::Source(source.key.clone())) }
    }
}

/// "report of 14 September 2023": how a source is called in a chain.
pub(crate) fn report(words: &Words, source: &Source) -> String {
    match source.written.start {
        Some(date) => filled(words.report_of, &[&words.date(date)]),
        None => source.title.clone(),
    }
}

impl Card {
    /// A fact as a card.
    #[inline(never)]
    pub(crate) fn of_fact(data: &Dataset, words: &Words, id: FactId) -> Self {
        let fact = &data[id];
        let tone = match fact.status {
            Status::ReportedAbsence => "gap",
            _ => passed(data, Row::Fact(id)),
        };
        Self {
            selection: Selection::Fact(fact.key.clone()),
            role: None,
            text: fact.text.to_string(),
            exact: exact(data, &fact.evidence),
            chain: chain(data, words, &fact.attribution, &fact.evidence),
            places: places(data, &fact.evidence),
            when: short_when(words, &fact.when),
            status: words.status(fact.status),
            tone,
            stated: fact.standing(data) == Standing::Attributed,
        }
    }

    /// A designation as a card: its target and the reason.
    #[inline(never)]
    pub(crate) fn of_designation(data: &Dataset, words: &Words, it: &Designation) -> Self {
        Self {
            selection: Selection::Designation(it.key.clone()),
            role: None,
            text: format!("{}: {}", data[it.target].name, it.reason),
            exact: exact(data, &it.evidence),
            chain: chain(data, words, &it.attribution, &it.evidence),
            places: places(data, &it.evidence),
            when: short_when(words, &it.listed_on),
            status: words.listing(it.status),
            tone: crate::model::QuadClass::MaterialConflict.key(),
            stated: false,
        }
    }

    /// The same card in a role.
    pub(super) fn with_role(self, role: &'static str) -> Self {
        Self { role: Some(role), ..self }
    }
}

/// Direct speech with its speakers.
fn exact(data: &Dataset, evidence: &[Evidence]) -> Vec<(String, String)> {
    let exact = evidence.iter().filter_map(|it| it.exact.as_ref());
    exact.map(|it| (it.text.clone(), data[it.speaker].name.clone())).collect()
}

/// From the speaker through the channels to the reports that carry it.
pub(super) fn chain(
    data: &Dataset,
    words: &Words,
    attribution: &Attribution,
    evidence: &[Evidence],
) -> Vec<Span> {
    let mut chain: Vec<_> = attribution.speaker.iter().map(|id| Span::actor(data, *id)).collect();
    chain.extend(attribution.via.iter().map(|id| Span::actor(data, *id)));
    if chain.is_empty() {
        chain.push(Span::plain(words.own_voice));
    }
    let mut sources: Vec<_> = evidence.iter().map(|it| it.source).collect();
    order::distinct(&mut sources);
    chain.extend(sources.into_iter().map(|id| Span::source(data, words, id)));
    chain
}

/// A chain in one line: "A → B".
pub fn told<'s>(chain: impl IntoIterator<Item = &'s Span>) -> String {
    let texts: Vec<_> = chain.into_iter().map(|span| span.text.as_str()).collect();
    texts.join(" → ")
}

/// "¶ 10, sentence 1" for each evidence; a headline says that it is one.
pub(super) fn places(data: &Dataset, evidence: &[Evidence]) -> Vec<String> {
    evidence.iter().map(|it| place(data, it)).collect()
}

pub(super) fn place(data: &Dataset, evidence: &Evidence) -> String {
    let paragraph = data[evidence.source].paragraph(evidence.paragraph);
    let kind = paragraph.map_or(ParagraphKind::Text, |it| it.kind);
    let at = At { paragraph: evidence.paragraph.into(), sentence: evidence.sentence.into() };
    place_of(kind, at)
}

/// "¶ 10, sentence 1"; a headline says that it is one.
pub(super) fn place_of(kind: ParagraphKind, at: At) -> String {
    let own = words::dossier();
    let place = filled(own.place, &[&at.paragraph.to_string(), &at.sentence.to_string()]);
    match kind {
        ParagraphKind::Headline => format!("{place}, {}", own.place_headline),
        _ => place,
    }
}

/// The resolved time, or what the report says, or that there is none.
pub(crate) fn long_when(words: &Words, when: &When) -> String {
    spoken(when, |date| words.date(date))
}

fn short_when(words: &Words, when: &When) -> String {
    spoken(when, |date| words.short_date(date))
}

fn spoken(when: &When, date: impl Fn(crate::model::Date) -> String) -> String {
    match (when.start, when.end) {
        (Some(start), Some(end)) if start != end => format!("{} – {}", date(start), date(end)),
        (Some(start), _) => date(start),
        (None, Some(end)) => words::dossier().until.replace("{}", &date(end)),
        (None, None) => (*when.reported).clone().unwrap_or_else(|| words::dossier().no_date.to_owned()),
    }
}

/// True where the fact has the actor as subject or object.
pub(super) fn touches(fact: &Fact, actor: ActorId) -> bool {
    fact.subject == actor || fact.objects.contains(&actor)
}
