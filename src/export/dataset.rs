//! The whole dataset as one JSON document: `sourceline/dataset`.

use serde::Serialize;

use super::Format;
use super::wire::{Envelope, WireEvidence, WireWhen, json};
use crate::model::{Actor, ActorId, Dataset, Designation, Fact, Group, Keyed, Naming, Source};

pub(super) const FORMAT: Format = Format {
    key: "facts",
    label: || crate::words::published().data_facts,
    extension: "json",
    mime: "application/json",
    doc: "One JSON object of the kind `sourceline/dataset`: story, sources, actors, facts and \
          designations. Records have an `id` and name each other by it; every fact and designation has \
          `evidence`: a source (its file name without extension), a paragraph, a sentence and the SHA-256 \
          of that sentence.",
    write,
};

fn write(data: &Dataset) -> String {
    json(&WireDataset {
        envelope: Envelope::of("sourceline/dataset"),
        story: WireStory {
            id: &data.story.key,
            title: &data.story.title,
            summary: &data.story.summary,
            period: &data.story.period,
            lang: &data.story.lang,
        },
        sides: data.sides.iter().map(|it| Labelled { id: &it.key, label: &it.label }).collect(),
        topics: data.topics.iter().map(|it| Labelled { id: &it.key, label: &it.label }).collect(),
        places: data
            .places
            .iter()
            .map(|it| WirePlace { id: &it.key, name: &it.name, country: &it.country })
            .collect(),
        sources: data.sources.iter().map(|it| WireSource::of(data, it)).collect(),
        actors: data.actors.iter().map(|it| WireActor::of(data, it)).collect(),
        facts: data.facts.iter().map(|it| WireFact::of(data, it)).collect(),
        groups: data.groups.iter().map(|it| WireGroup::of(data, it)).collect(),
        designations: data.designations.iter().map(|it| WireDesignation::of(data, it)).collect(),
    })
}

#[derive(Serialize)]
struct WireDataset<'a> {
    #[serde(flatten)]
    envelope: Envelope,
    story: WireStory<'a>,
    sides: Vec<Labelled<'a>>,
    topics: Vec<Labelled<'a>>,
    places: Vec<WirePlace<'a>>,
    sources: Vec<WireSource<'a>>,
    actors: Vec<WireActor<'a>>,
    facts: Vec<WireFact<'a>>,
    groups: Vec<WireGroup<'a>>,
    designations: Vec<WireDesignation<'a>>,
}

#[derive(Serialize)]
struct WireStory<'a> {
    id: &'a str,
    title: &'a str,
    summary: &'a str,
    period: &'a str,
    lang: &'a str,
}

#[derive(Serialize)]
struct Labelled<'a> {
    id: &'a str,
    label: &'a str,
}

#[derive(Serialize)]
struct WirePlace<'a> {
    id: &'a str,
    name: &'a str,
    country: &'a str,
}

#[derive(Serialize)]
struct WireSource<'a> {
    id: &'a str,
    title: &'a str,
    note: &'a str,
    publisher: Option<&'a str>,
    written: WireWhen<'a>,
    lang: &'a str,
    sha256: String,
    contributors: Vec<&'a str>,
    paragraphs: Vec<WireParagraph>,
}

#[derive(Serialize)]
struct WireParagraph {
    kind: &'static str,
    /// SHA-256 of each.
    sentences: Vec<String>,
}

impl<'a> WireSource<'a> {
    fn of(data: &'a Dataset, it: &'a Source) -> Self {
        let paragraphs = it.paragraphs.iter().map(|paragraph| WireParagraph {
            kind: paragraph.kind.key(),
            sentences: paragraph.sentences.iter().map(ToString::to_string).collect(),
        });
        Self {
            id: &it.key,
            title: &it.title,
            note: &it.note,
            publisher: it.publisher.as_deref(),
            written: WireWhen::of(&it.written),
            lang: &it.lang,
            sha256: it.sha256.to_string(),
            contributors: keys(data, &it.contributors),
            paragraphs: paragraphs.collect(),
        }
    }
}

#[derive(Serialize)]
struct WireActor<'a> {
    id: &'a str,
    name: &'a str,
    short: &'a str,
    aliases: &'a [String],
    description: &'a str,
    kind: &'static str,
    naming: &'static str,
    side: Option<&'a str>,
    countries: &'a [String],
}

impl<'a> WireActor<'a> {
    fn of(data: &'a Dataset, it: &'a Actor) -> Self {
        Self {
            id: &it.key,
            name: &it.name,
            short: &it.short,
            aliases: &it.aliases,
            description: &it.description,
            kind: it.kind.key(),
            naming: it.naming.key(),
            side: it.side.map(|side| &*data[side].key),
            countries: &it.countries,
        }
    }
}

#[derive(Serialize)]
struct WireFact<'a> {
    id: &'a str,
    text: &'a str,
    kind: &'static str,
    subject: &'a str,
    objects: Vec<&'a str>,
    about: Vec<&'a str>,
    mutual: bool,
    event_type: Option<&'static str>,
    quad_class: Option<&'static str>,
    relation_type: Option<&'static str>,
    topic: &'a str,
    status: &'static str,
    standing: &'static str,
    speaker: Option<&'a str>,
    via: Vec<&'a str>,
    when: WireWhen<'a>,
    place: Option<&'a str>,
    counts: Option<WireCounts>,
    note: Option<&'a str>,
    evidence: Vec<WireEvidence<'a>>,
    links: Vec<WireLink<'a>>,
}

#[derive(Serialize)]
struct WireCounts {
    person: u32,
    company: u32,
}

#[derive(Serialize)]
struct WireLink<'a> {
    kind: &'static str,
    to: &'a str,
}

impl<'a> WireFact<'a> {
    fn of(data: &'a Dataset, it: &'a Fact) -> Self {
        let links = it.links.iter();
        let links = links.map(|link| WireLink { kind: link.kind.key(), to: &data[link.to].key });
        Self {
            id: &it.key,
            text: &it.text,
            kind: it.kind.key(),
            subject: &data[it.subject].key,
            objects: keys(data, &it.objects),
            about: keys(data, &it.about),
            mutual: it.mutual,
            event_type: it.event_type.map(Keyed::key),
            quad_class: it.quad_class().map(Keyed::key),
            relation_type: it.relation_type.map(Keyed::key),
            topic: &data[it.topic].key,
            status: it.status.key(),
            standing: it.standing(data).key(),
            speaker: it.attribution.speaker.map(|speaker| &*data[speaker].key),
            via: keys(data, &it.attribution.via),
            when: WireWhen::of(&it.when),
            place: it.place.map(|place| &*data[place].key),
            counts: it.counts.map(|counts| WireCounts { person: counts.person, company: counts.company }),
            note: it.note.as_deref(),
            evidence: WireEvidence::all(data, &it.evidence),
            links: links.collect(),
        }
    }
}

#[derive(Serialize)]
struct WireGroup<'a> {
    id: &'a str,
    label: &'a str,
    measure: &'a str,
    package: &'a str,
    counts: WireCounts,
}

impl<'a> WireGroup<'a> {
    fn of(data: &'a Dataset, it: &'a Group) -> Self {
        Self {
            id: &it.key,
            label: &it.label,
            measure: &data[it.measure].key,
            package: &data[it.package].key,
            counts: WireCounts { person: it.counts.person, company: it.counts.company },
        }
    }
}

#[derive(Serialize)]
struct WireDesignation<'a> {
    id: &'a str,
    target: &'a str,
    target_id: &'a str,
    target_kind: &'static str,
    named: bool,
    naming: &'static str,
    authority: &'a str,
    authority_id: &'a str,
    group: &'a str,
    group_label: &'a str,
    reason: &'a str,
    status: &'static str,
    listed_on: Option<String>,
    listed_on_reported: Option<&'a str>,
    listed_on_basis: &'static str,
    speaker: Option<&'a str>,
    via: Vec<&'a str>,
    note: Option<&'a str>,
    evidence: Vec<WireEvidence<'a>>,
}

impl<'a> WireDesignation<'a> {
    fn of(data: &'a Dataset, it: &'a Designation) -> Self {
        let (target, authority, group) = (&data[it.target], &data[it.authority], &data[it.group]);
        Self {
            id: &it.key,
            target: &target.name,
            target_id: &target.key,
            target_kind: target.kind.key(),
            named: target.naming == Naming::Named,
            naming: target.naming.key(),
            authority: &authority.name,
            authority_id: &authority.key,
            group: &group.key,
            group_label: &group.label,
            reason: &it.reason,
            status: it.status.key(),
            listed_on: it.listed_on.start.map(|date| date.to_string()),
            listed_on_reported: it.listed_on.reported.as_deref(),
            listed_on_basis: it.listed_on.basis.key(),
            speaker: it.attribution.speaker.map(|speaker| &*data[speaker].key),
            via: keys(data, &it.attribution.via),
            note: it.note.as_deref(),
            evidence: WireEvidence::all(data, &it.evidence),
        }
    }
}

fn keys<'a>(data: &'a Dataset, actors: &[ActorId]) -> Vec<&'a str> {
    actors.iter().map(|actor| &*data[*actor].key).collect()
}
