//! Facts: one atomic assertion each, with its evidence.

use serde::Deserialize;

use super::{ActorId, ActorKind, Counts, Dataset, Evidence, FactId, Late, PlaceId, TopicId, When};

/// One atomic assertion with at least one evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The stable name in addresses and data.
    pub key: String,
    /// The fact as one sentence in our own words, in the language of the story.
    pub text: Late<String>,
    /// Statement, event, relation or measure.
    pub kind: FactKind,
    /// Who acts or speaks.
    pub subject: ActorId,
    /// Whom it is done or said to.
    pub objects: Vec<ActorId>,
    /// Actors that it also concerns.
    pub about: Vec<ActorId>,
    /// True where subject and objects do it to each other (they meet, they discuss).
    pub mutual: bool,
    /// The PLOVER code, where PLOVER would code it.
    pub event_type: Option<EventType>,
    /// The FollowTheMoney schema, for relations.
    pub relation_type: Option<RelationType>,
    /// What it is about.
    pub topic: TopicId,
    /// Whether it happened, is planned, was only said …
    pub status: Status,
    /// Who says so.
    pub attribution: Attribution,
    /// When, as reported and as resolved.
    pub when: When,
    /// Where.
    pub place: Option<PlaceId>,
    /// How many targets it names, for a sanction package.
    pub counts: Option<Counts>,
    /// Something that a reader must know to read the fact right, in our own words.
    pub note: Late<Option<String>>,
    /// Where the sources say it; never empty.
    pub evidence: Vec<Evidence>,
    /// What it answers, contradicts, supports, repeats or is part of.
    pub links: Vec<Link>,
}

impl Fact {
    /// How far a reader can lean on it.
    ///
    /// A measure that was taken is announced where its authority speaks: the subject itself, or a public
    /// body of the subject's side ("the ministry said that the country imposed …").
    pub fn standing(&self, data: &Dataset) -> Standing {
        let Some(speaker) = self.attribution.speaker else {
            let own_voice = self.attribution.via.is_empty() && self.kind != FactKind::Statement;
            return if own_voice { Standing::Reported } else { Standing::Attributed };
        };
        let authority = speaker == self.subject || {
            let (speaker, subject) = (&data[speaker], &data[self.subject]);
            speaker.kind == ActorKind::PublicBody && speaker.side.is_some() && speaker.side == subject.side
        };
        if self.kind == FactKind::Measure && self.status == Status::Happened && authority {
            Standing::Announced
        } else {
            Standing::Attributed
        }
    }

    /// The quad class of its event type.
    pub fn quad_class(&self) -> Option<QuadClass> {
        self.event_type.map(EventType::quad_class)
    }
}

/// The four kinds of fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    /// Somebody said something about something.
    Statement,
    /// Something happened or is planned.
    Event,
    /// Something holds over a time.
    Relation,
    /// A rule or a sanction package.
    Measure,
}

impl FactKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Statement, Self::Event, Self::Relation, Self::Measure];
}

/// How far a fact is established by the sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// A report says it in its own voice.
    Reported,
    /// The authority whose act it is announces it.
    Announced,
    /// Only its speaker, or the channel it came through, asserts it.
    Attributed,
}

/// The chain from the report back to the speaker.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attribution {
    /// Who says so; nobody where the report says it in its own voice.
    pub speaker: Option<ActorId>,
    /// Through whom it reached the report, nearest to the speaker first: an agency, a broadcaster.
    pub via: Vec<ActorId>,
}

/// Whether something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It was said; whether it is so rests on the speaker.
    Stated,
    /// It happened.
    Happened,
    /// It holds: an office, a rule in force.
    Holds,
    /// It is planned.
    Planned,
    /// It is being discussed.
    UnderDiscussion,
    /// It was denied.
    Denied,
    /// The report says that something was *not* said or given.
    ReportedAbsence,
}

impl Status {
    /// All of them, in the order in which readers see them.
    pub const ALL: [Self; 7] = [
        Self::Happened,
        Self::Holds,
        Self::Stated,
        Self::Planned,
        Self::UnderDiscussion,
        Self::Denied,
        Self::ReportedAbsence,
    ];
}

/// A PLOVER event type as POLECAT uses it (2023).
///
/// Source: "PLOVER and POLECAT: A New Political Event Ontology and Dataset" (Halterman, Bagozzi,
/// Beger, Schrodt, Scarborough; 2023).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "the codes of PLOVER, defined there")]
pub enum EventType {
    Agree,
    Consult,
    Support,
    Concede,
    Cooperate,
    Aid,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
}

impl EventType {
    /// All sixteen, in PLOVER's order.
    pub const ALL: [Self; 16] = [
        Self::Agree,
        Self::Consult,
        Self::Support,
        Self::Concede,
        Self::Cooperate,
        Self::Aid,
        Self::Retreat,
        Self::Request,
        Self::Accuse,
        Self::Reject,
        Self::Threaten,
        Self::Protest,
        Self::Sanction,
        Self::Mobilize,
        Self::Coerce,
        Self::Assault,
    ];

    /// The quad class that the type belongs to.
    pub const fn quad_class(self) -> QuadClass {
        match self {
            Self::Agree | Self::Consult | Self::Support | Self::Concede => QuadClass::VerbalCooperation,
            Self::Cooperate | Self::Aid | Self::Retreat => QuadClass::MaterialCooperation,
            Self::Request | Self::Accuse | Self::Reject | Self::Threaten => QuadClass::VerbalConflict,
            Self::Protest | Self::Sanction | Self::Mobilize | Self::Coerce | Self::Assault => {
                QuadClass::MaterialConflict
            }
        }
    }
}

/// The four quad classes: cooperation or conflict, in words or in deeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum QuadClass {
    MaterialConflict,
    VerbalConflict,
    MaterialCooperation,
    VerbalCooperation,
}

impl QuadClass {
    /// All four, the gravest first: also the order in which ties are broken.
    pub const ALL: [Self; 4] =
        [Self::MaterialConflict, Self::VerbalConflict, Self::MaterialCooperation, Self::VerbalCooperation];
}

/// A FollowTheMoney interval schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[expect(missing_docs, reason = "the schemata of FollowTheMoney, defined there")]
pub enum RelationType {
    Employment,
    Directorship,
    Membership,
    Ownership,
    Representation,
    Family,
    UnknownLink,
}

/// A link from one fact to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// What this fact is to the other.
    pub kind: LinkKind,
    /// The other fact.
    pub to: FactId,
}

/// What one fact is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// It answers the other.
    RespondsTo,
    /// Both cannot be true.
    Contradicts,
    /// It makes the other more credible.
    Supports,
    /// It says the same again.
    Repeats,
    /// It is a part of the other.
    PartOf,
}

impl LinkKind {
    /// All kinds.
    pub const ALL: [Self; 5] =
        [Self::RespondsTo, Self::Contradicts, Self::Supports, Self::Repeats, Self::PartOf];
}
