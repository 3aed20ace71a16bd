//! The facets: one unit each, one registry.

use super::{Row, View};
use crate::model::{
    Actor, ActorId, ActorKind, Dataset, EventType, FactKind, Group, Keyed, ListingStatus, Naming, QuadClass,
    Side, Status, Topic,
};
use crate::order;
use crate::words::Words;

/// A facet: a way to sort rows into values that a reader can choose.
pub struct Facet {
    /// The stable name in the fragment.
    pub key: &'static str,
    /// The views whose rows it sorts.
    pub views: &'static [View],
    /// The values chosen where the reader has chosen none.
    pub default: &'static [&'static str],
    label: fn(&Words) -> &'static str,
    values: for<'d> fn(&'d Dataset, Row) -> Vec<&'d str>,
    pub(super) all: for<'d> fn(&'d Dataset) -> Vec<&'d str>,
    pub(super) value_label: fn(&Dataset, &Words, &str) -> Option<String>,
}

/// All facets in the order in which readers see them.
pub const FACETS: &[Facet] = &[
    // `disputed` by another statement, or resting on one speaker `alone`.
    Facet {
        key: "rests",
        views: &[View::Statements],
        default: &[],
        label: |words| words.facet_rests,
        values: |data, row| match row {
            Row::Fact(id) => {
                let disputed = data.is_disputed(id).then_some(DISPUTED);
                disputed.into_iter().chain(data.is_alone(id).then_some(ALONE)).collect()
            }
            Row::Designation(_) => Vec::new(),
        },
        all: |_| vec![DISPUTED, ALONE],
        value_label: |_, words, value| {
            Some(if value == ALONE { words.alone } else { words.disputed }.to_owned())
        },
    },
    // Who says so, or the channel where no speaker is named; `report` for the report itself.
    Facet {
        key: "speaker",
        views: &[View::Statements],
        default: &[],
        label: |words| words.term_says,
        values: |data, row| vec![voice(data, row).map_or(REPORT, |actor| data[actor].key.as_str())],
        all: |data| {
            let mut all: Vec<_> = data.actors.iter().map(|actor| actor.key.as_str()).collect();
            all.push(REPORT);
            all
        },
        value_label: |data, words, value| match data.find::<Actor>(value) {
            Some(id) => Some(data[id].name.clone()),
            None => Some(words.own_voice.to_owned()),
        },
    },
    // The side of who says so.
    Facet {
        key: "speaker-side",
        views: &[View::Statements],
        default: &[],
        label: |words| words.facet_speaker_side,
        values: |data, row| {
            let side = voice(data, row).and_then(|actor| data[actor].side);
            side.map(|side| data[side].key.as_str()).into_iter().collect()
        },
        all: |data| data.sides.iter().map(|side| side.key.as_str()).collect(),
        value_label: |data, _, value| data.find::<Side>(value).map(|id| data[id].label.clone()),
    },
    // What passes between two actors: the quad class, an office or role, a mere remark.
    Facet {
        key: "passed",
        views: &[View::Network, View::Timeline],
        default: &[],
        label: |words| words.facet_passed,
        values: |data, row| vec![passed(data, row)],
        all: |_| QuadClass::ALL.map(Keyed::key).into_iter().chain([RELATION, REMARK]).collect(),
        value_label: |_, words, value| words.passed(value).map(str::to_owned),
    },
    // Whether it happened, is planned, was only said ….
    Facet {
        key: "status",
        views: &[View::Network, View::Timeline, View::Statements],
        default: &[],
        label: |words| words.facet_status,
        values: |data, row| {
            vec![match row {
                Row::Fact(id) => data[id].status.key(),
                Row::Designation(_) => Status::Happened.key(),
            }]
        },
        all: |_| Status::ALL.map(Keyed::key).to_vec(),
        value_label: |_, words, value| labelled(&Status::ALL, value, |it| words.status(it)),
    },
    // The side of who acts or of whom it is done to.
    Facet {
        key: "side",
        views: &[View::Network, View::Timeline],
        default: &[],
        label: |words| words.facet_side,
        values: |data, row| {
            distinct(&ends(data, row), |actor| data[*actor].side.map(|side| data[side].key.as_str()))
        },
        all: |data| data.sides.iter().map(|side| side.key.as_str()).collect(),
        value_label: |data, _, value| data.find::<Side>(value).map(|id| data[id].label.clone()),
    },
    // What it is about.
    Facet {
        key: "topic",
        views: &[View::Network, View::Timeline, View::Statements],
        default: &[],
        label: |words| words.facet_topic,
        values: |data, row| match row {
            Row::Fact(id) => vec![data[data[id].topic].key.as_str()],
            Row::Designation(id) => {
                let measure = data[data[id].group].measure;
                vec![data[data[measure].topic].key.as_str()]
            }
        },
        all: |data| data.topics.iter().map(|topic| topic.key.as_str()).collect(),
        value_label: |data, _, value| data.find::<Topic>(value).map(|id| data[id].label.clone()),
    },
    // The PLOVER event type; none for a mere remark.
    Facet {
        key: "event",
        views: &[View::Statements],
        default: &[],
        label: |words| words.term_event,
        values: |data, row| match row {
            Row::Fact(id) => data[id].event_type.map(Keyed::key).into_iter().collect(),
            Row::Designation(_) => Vec::new(),
        },
        all: |_| EventType::ALL.map(Keyed::key).to_vec(),
        value_label: |_, words, value| labelled(&EventType::ALL, value, |it| words.event_type(it)),
    },
    // Imposed in this story, in force since before it, under discussion.
    Facet {
        key: "listing",
        views: &[View::Sanctions],
        default: &["imposed"],
        label: |words| words.facet_listing,
        values: |data, row| match row {
            Row::Designation(id) => vec![data[id].status.key()],
            Row::Fact(id) => ListingStatus::of_measure(data[id].status).map(Keyed::key).into_iter().collect(),
        },
        all: |_| ListingStatus::ALL.map(Keyed::key).to_vec(),
        value_label: |_, words, value| labelled(&ListingStatus::ALL, value, |it| words.listing(it)),
    },
    // What the target is: person, company, state ….
    Facet {
        key: "target",
        views: &[View::Sanctions],
        default: &[],
        label: |words| words.facet_target,
        values: |data, row| distinct(targets(data, row), |actor| Some(data[*actor].kind.key())),
        all: |_| ActorKind::ALL.map(Keyed::key).to_vec(),
        value_label: |_, words, value| labelled(&ActorKind::ALL, value, |it| words.actor_kind(it)),
    },
    // Whether the report names the target, gives its office, or only counts it.
    Facet {
        key: "naming",
        views: &[View::Sanctions],
        default: &[],
        label: |words| words.facet_naming,
        values: |data, row| distinct(targets(data, row), |actor| Some(data[*actor].naming.key())),
        all: |_| Naming::ALL.map(Keyed::key).to_vec(),
        value_label: |_, words, value| labelled(&Naming::ALL, value, |it| words.naming(it)),
    },
    // The group of the package.
    Facet {
        key: "group",
        views: &[View::Sanctions],
        default: &[],
        label: |words| words.facet_group,
        values: |data, row| match row {
            Row::Designation(id) => vec![data[data[id].group].key.as_str()],
            Row::Fact(_) => Vec::new(),
        },
        all: |data| data.groups.iter().map(|group| group.key.as_str()).collect(),
        value_label: |data, _, value| data.find::<Group>(value).map(|id| data[id].label.clone()),
    },
    // Who designates or imposes.
    Facet {
        key: "authority",
        views: &[View::Sanctions],
        default: &[],
        label: |words| words.facet_authority,
        values: |data, row| vec![data[authority(data, row)].key.as_str()],
        all: |data| data.actors.iter().map(|actor| actor.key.as_str()).collect(),
        value_label: |data, _, value| data.find::<Actor>(value).map(|id| data[id].name.clone()),
    },
    // A country of the target (ISO 3166-1 alpha-2), or `none` where the report gives none.
    Facet {
        key: "country",
        views: &[View::Sanctions],
        default: &[],
        label: |words| words.facet_country,
        values: |data, row| {
            let countries =
                distinct(targets(data, row), |actor| data[*actor].countries.iter().map(String::as_str));
            if countries.is_empty() { vec![NO_COUNTRY] } else { countries }
        },
        all: |data| {
            let mut countries: Vec<_> =
                data.actors.iter().flat_map(|actor| &actor.countries).map(String::as_str).collect();
            order::distinct(&mut countries);
            countries.push(NO_COUNTRY);
            countries
        },
        value_label: |_, words, value| {
            Some(if value == NO_COUNTRY {
                words.no_country.to_owned()
            } else {
                words.country(value).unwrap_or(value).to_owned()
            })
        },
    },
];

const RELATION: &str = "relation";
const REMARK: &str = "remark";
const NO_COUNTRY: &str = "none";
const REPORT: &str = "report";
const DISPUTED: &str = "disputed";
const ALONE: &str = "alone";

/// The value of the facet `passed`: also the class of a row's colour.
pub(crate) fn passed(data: &Dataset, row: Row) -> &'static str {
    match row {
        Row::Designation(_) => QuadClass::MaterialConflict.key(),
        Row::Fact(id) => match (data[id].quad_class(), data[id].kind) {
            (Some(class), _) => class.key(),
            (None, FactKind::Relation) => RELATION,
            (None, _) => REMARK,
        },
    }
}

/// Whose word a row rests on; nobody's where the report itself says it.
fn voice(data: &Dataset, row: Row) -> Option<ActorId> {
    match row {
        Row::Designation(id) => data[id].attribution.speaker,
        Row::Fact(id) => data[id].voice(),
    }
}

/// Who designates or imposes.
pub(crate) fn authority(data: &Dataset, row: Row) -> ActorId {
    match row {
        Row::Designation(id) => data[id].authority,
        Row::Fact(id) => data[id].subject,
    }
}

/// Who is designated or hit by a measure.
pub(crate) fn targets(data: &Dataset, row: Row) -> &[ActorId] {
    match row {
        Row::Designation(id) => core::slice::from_ref(&data[id].target),
        Row::Fact(id) => &data[id].objects,
    }
}

/// Who acts and who is acted on.
pub(crate) fn ends(data: &Dataset, row: Row) -> Vec<ActorId> {
    let subject = authority(data, row);
    targets(data, row).iter().copied().chain([subject]).collect()
}

/// The values of some actors, each once, in order.
fn distinct<'d, I>(actors: &[ActorId], values: impl Fn(&ActorId) -> I) -> Vec<&'d str>
where
    I: IntoIterator<Item = &'d str>,
{
    let mut all: Vec<_> = actors.iter().flat_map(values).collect();
    order::distinct(&mut all);
    all
}

fn labelled<T: Keyed>(all: &[T], value: &str, label: impl Fn(T) -> &'static str) -> Option<String> {
    all.iter().find(|it| it.key() == value).map(|it| label(*it).to_owned())
}

impl Facet {
    /// The facets of a view.
    pub fn of_view(view: View) -> impl Iterator<Item = &'static Self> {
        FACETS.iter().filter(move |facet| facet.views.contains(&view))
    }

    /// The facet with that key.
    pub fn find(key: &str) -> Option<&'static Self> {
        FACETS.iter().find(|facet| facet.key == key)
    }

    /// The heading for readers.
    pub fn label(&self, words: &Words) -> &'static str {
        (self.label)(words)
    }

    /// The values that a row has.
    pub fn values<'d>(&self, data: &'d Dataset, row: Row) -> Vec<&'d str> {
        (self.values)(data, row)
    }

    /// The name of a value for readers; nothing for a value that the dataset does not know.
    pub fn value_label(&self, data: &Dataset, words: &Words, value: &str) -> Option<String> {
        if !(self.all)(data).contains(&value) {
            return None;
        }
        (self.value_label)(data, words, value)
    }
}
