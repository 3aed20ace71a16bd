//! Raw records to the model: names to ids, defaults filled in, each record checked on the way.

use super::names::{ACTOR, DESIGNATION, FACT, GROUP, Names, PLACE, SIDE, SOURCE, TOPIC, check_story_key};
use super::parse::{Raw, STORY};
use super::problem::{Findings, On};
use super::raw::{RawActor, RawCounts, RawDesignation, RawFact, RawGroup, StoryFile};
use super::{evidence, shape, time};
use crate::model::{
    Actor, Attribution, Counts, Dataset, Designation, Fact, Group, Link, Place, Side, Story, Topic,
};

/// The whole story; worthless where `findings` then holds problems.
pub(super) fn dataset(raw: &Raw, key: &str, names: &Names<'_>, findings: &mut Findings) -> Dataset {
    let story = self::story(&raw.story, key, &mut findings.on_file(STORY));
    let sides = raw.story.side.iter().map(|side| {
        findings.on(SIDE, &side.key).filled("label", &side.label);
        Side { key: side.key.clone(), label: side.label.clone() }
    });
    let sides = sides.collect();
    let topics = raw.story.topic.iter().map(|topic| {
        findings.on(TOPIC, &topic.key).filled("label", &topic.label);
        Topic { key: topic.key.clone(), label: topic.label.clone() }
    });
    let topics = topics.collect();
    let places = raw.story.place.iter().map(|place| {
        let mut on = findings.on(PLACE, &place.key);
        on.filled("name", &place.name);
        shape::country(&place.country, &mut on);
        Place { key: place.key.clone(), name: place.name.clone(), country: place.country.clone() }
    });
    let places = places.collect();
    let sources = raw.sources.source.iter();
    let sources = sources.map(|r| evidence::source(r, names, &mut findings.on(SOURCE, &r.key))).collect();
    let actors = raw.actors.actor.iter();
    let actors = actors.map(|r| actor(r, names, &mut findings.on(ACTOR, &r.key))).collect();
    let facts = raw.facts.fact.iter();
    let facts = facts.map(|r| fact(r, raw, names, &mut findings.on(FACT, &r.key))).collect();
    let groups = raw.designations.group.iter();
    let groups = groups.map(|r| group(r, names, &mut findings.on(GROUP, &r.key))).collect();
    let designations = raw.designations.designation.iter();
    let designations =
        designations.map(|r| designation(r, raw, names, &mut findings.on(DESIGNATION, &r.key))).collect();
    Dataset { story, sides, topics, places, sources, actors, facts, groups, designations }
}

fn story(raw: &StoryFile, key: &str, on: &mut On<'_>) -> Story {
    check_story_key(key, on);
    on.filled("title", &raw.title);
    on.filled("summary", &raw.summary);
    on.filled("period", &raw.period);
    on.filled("lang", &raw.lang);
    Story {
        key: key.to_owned(),
        title: raw.title.clone().into(),
        summary: raw.summary.clone().into(),
        period: raw.period.clone().into(),
        lang: raw.lang.clone(),
    }
}

fn actor(raw: &RawActor, names: &Names<'_>, on: &mut On<'_>) -> Actor {
    shape::actor(raw, on);
    Actor {
        key: raw.key.clone(),
        name: raw.name.clone(),
        short: raw.short.clone().unwrap_or_else(|| raw.name.clone()),
        aliases: raw.aliases.clone().into(),
        description: raw.description.clone().into(),
        kind: raw.kind,
        naming: raw.naming,
        side: names.sides.find_some(raw.side.as_ref(), on),
        countries: raw.countries.clone(),
    }
}

fn fact(raw: &RawFact, story: &Raw, names: &Names<'_>, on: &mut On<'_>) -> Fact {
    shape::fact(raw, on);
    let attribution = attribution(raw.speaker.as_ref(), &raw.via, names, on);
    let evidence = evidence::all(&raw.evidence, &attribution, story, names, on);
    let links = raw.links.iter().map(|link| Link { kind: link.kind, to: names.facts.find(&link.to, on) });
    let links = links.collect();
    Fact {
        key: raw.key.clone(),
        text: raw.text.clone().into(),
        kind: raw.kind,
        subject: names.actors.find(&raw.subject, on),
        objects: names.actors.find_all(&raw.objects, on),
        about: names.actors.find_all(&raw.about, on),
        mutual: raw.mutual,
        event_type: raw.event_type,
        relation_type: raw.relation_type,
        topic: names.topics.find(&raw.topic, on),
        status: raw.status,
        attribution,
        when: time::when(&raw.when, on),
        place: names.places.find_some(raw.place.as_ref(), on),
        counts: raw.counts.as_ref().map(counts),
        note: raw.note.clone().into(),
        evidence,
        links,
    }
}

fn attribution(speaker: Option<&String>, via: &[String], names: &Names<'_>, on: &mut On<'_>) -> Attribution {
    Attribution { speaker: names.actors.find_some(speaker, on), via: names.actors.find_all(via, on) }
}

const fn counts(raw: &RawCounts) -> Counts {
    Counts { person: raw.person, company: raw.company }
}

fn group(raw: &RawGroup, names: &Names<'_>, on: &mut On<'_>) -> Group {
    on.filled("label", &raw.label);
    Group {
        key: raw.key.clone(),
        label: raw.label.clone(),
        measure: names.facts.find(&raw.measure, on),
        package: names.facts.find(&raw.package, on),
        counts: counts(&raw.counts),
    }
}

fn designation(raw: &RawDesignation, story: &Raw, names: &Names<'_>, on: &mut On<'_>) -> Designation {
    on.filled("reason", &raw.reason);
    on.filled_if_there("note", raw.note.as_ref());
    let attribution = attribution(raw.speaker.as_ref(), &raw.via, names, on);
    let evidence = evidence::all(&raw.evidence, &attribution, story, names, on);
    Designation {
        key: raw.key.clone(),
        target: names.actors.find(&raw.target, on),
        authority: names.actors.find(&raw.authority, on),
        group: names.groups.find(&raw.group, on),
        reason: raw.reason.clone().into(),
        attribution,
        listed_on: time::when(&raw.listed_on, on),
        status: raw.status,
        note: raw.note.clone().into(),
        evidence,
    }
}
