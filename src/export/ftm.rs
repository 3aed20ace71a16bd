//! Actors, designations and relations as FollowTheMoney entities, one JSON object a line.
//!
//! Nobody gets a name that no source gives. An actor known by office only, or as one of a number,
//! has no `name`: what the source says of it stands in `description` (and, for a person known by
//! office, in `position`), so that a tool that matches names matches nothing here. Statements and
//! events have no place in FollowTheMoney; they are in `facts.json`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Format;
use crate::model::{
    Actor, ActorId, ActorKind, Basis, Dataset, Designation, Fact, Keyed, ListingStatus, Naming, RelationType,
    Standing, Status, When,
};

pub(super) const FORMAT: Format = Format {
    key: "entities",
    label: || crate::words::published().data_ftm,
    extension: "ftm.json",
    mime: "application/x-ndjson",
    doc: "Actors, designations (`Sanction`) and relations as FollowTheMoney entities, one JSON object a \
          line. An actor whom no source names has no `name`, but a `description`. A relation that holds \
          when its report was written has a `date`, not a start.",
    write,
};

fn write(data: &Dataset) -> String {
    let actors = data.all::<Actor>().map(|(id, it)| actor(data, id, it));
    let designations = data.designations.iter().map(|it| sanction(data, it));
    let relations = data.facts.iter().filter_map(|it| relation(data, it));
    let mut text = String::new();
    for entity in actors.chain(designations).chain(relations) {
        // Text keys, text values: nothing here can fail to serialise.
        text.push_str(&serde_json::to_string(&entity).unwrap_or_default());
        text.push('\n');
    }
    text
}

#[derive(Serialize)]
struct Entity {
    id: String,
    schema: &'static str,
    properties: BTreeMap<&'static str, Vec<String>>,
}

impl Entity {
    fn new(data: &Dataset, sort: &str, key: &str, schema: &'static str) -> Self {
        Self { id: id(data, sort, key), schema, properties: BTreeMap::new() }
    }

    /// Adds values; a property without values stays out.
    fn with(mut self, property: &'static str, values: impl IntoIterator<Item = String>) -> Self {
        let mut values = values.into_iter().peekable();
        if values.peek().is_some() {
            self.properties.entry(property).or_default().extend(values);
        }
        self
    }
}

/// Unique among all stories and all sorts of record.
fn id(data: &Dataset, sort: &str, key: &str) -> String {
    format!("{}.{sort}.{key}", data.story.key)
}

fn actor_id(data: &Dataset, actor: ActorId) -> String {
    id(data, "actor", &data[actor].key)
}

fn actor(data: &Dataset, id: ActorId, it: &Actor) -> Entity {
    let entity = Entity::new(data, "actor", &it.key, schema(it.kind))
        .with("country", it.countries.iter().cloned())
        .with("topics", is_listed(data, id).then(|| "sanction".to_owned()));
    if it.naming == Naming::Named {
        return entity
            .with("name", [it.name.clone()])
            .with("alias", it.aliases.iter().cloned())
            .with("description", [it.description.to_string()]);
    }
    let office = it.kind == ActorKind::Person && it.naming == Naming::ByOffice;
    entity
        .with("description", [it.name.clone(), it.description.to_string()])
        .with("position", office.then(|| it.name.clone()))
}

const fn schema(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "Person",
        ActorKind::State | ActorKind::PublicBody => "PublicBody",
        ActorKind::Organization => "Organization",
        ActorKind::Company => "Company",
        ActorKind::Group => "LegalEntity",
    }
}

fn is_listed(data: &Dataset, actor: ActorId) -> bool {
    let mut designations = data.designations.iter().filter(|it| it.target == actor);
    designations.any(|it| it.status != ListingStatus::UnderDiscussion)
}

fn sanction(data: &Dataset, it: &Designation) -> Entity {
    let authority = &data[it.authority];
    Entity::new(data, "designation", &it.key, "Sanction")
        .with("entity", [actor_id(data, it.target)])
        .with("authority", [authority.name.clone()])
        .with("country", authority.countries.iter().cloned())
        .with("program", [data[it.group].label.clone()])
        .with("reason", [it.reason.to_string()])
        .with("status", [it.status.key().to_owned()])
        .with("listingDate", it.listed_on.start.map(|date| date.to_string()))
        .with("summary", (*it.note).clone())
}

/// A relation that holds; one that is denied or only planned would be read as if it held.
fn relation(data: &Dataset, it: &Fact) -> Option<Entity> {
    let relation_type = it.relation_type?;
    if !matches!(it.status, Status::Holds | Status::Happened) || it.objects.is_empty() {
        return None;
    }
    let (_, _, fits) = ends(relation_type);
    let fits = it.objects.iter().all(|object| fits(data[it.subject].kind, data[*object].kind));
    let relation_type = if fits { relation_type } else { RelationType::UnknownLink };
    let (from, to, _) = ends(relation_type);
    let mut entity = Entity::new(data, "fact", &it.key, relation_type.key())
        .with(from, [actor_id(data, it.subject)])
        .with(to, it.objects.iter().map(|object| actor_id(data, *object)))
        .with(
            if relation_type == RelationType::Family { "relationship" } else { "role" },
            [it.text.to_string()],
        )
        .with("summary", (*it.note).clone());
    if it.standing(data) == Standing::Attributed {
        let chain = it.attribution.speaker.iter().chain(&it.attribution.via);
        let chain: Vec<_> = chain.map(|actor| data[*actor].name.as_str()).collect();
        entity = entity.with("summary", [format!("Attributed to: {}.", chain.join(", through "))]);
    }
    Some(dated(entity, &it.when))
}

/// The two ends of an interval schema, and whether actors of two kinds may stand there.
type Ends = (&'static str, &'static str, fn(ActorKind, ActorKind) -> bool);

const fn ends(relation_type: RelationType) -> Ends {
    match relation_type {
        RelationType::Employment => {
            ("employee", "employer", |from, to| from == ActorKind::Person && is_organization(to))
        }
        RelationType::Directorship => ("director", "organization", |_, to| is_organization(to)),
        RelationType::Membership => ("member", "organization", |_, to| is_organization(to)),
        RelationType::Ownership => ("owner", "asset", |_, to| matches!(to, ActorKind::Company)),
        RelationType::Representation => ("agent", "client", |_, _| true),
        RelationType::Family => {
            ("person", "relative", |from, to| matches!((from, to), (ActorKind::Person, ActorKind::Person)))
        }
        RelationType::UnknownLink => ("subject", "object", |_, _| true),
    }
}

const fn is_organization(kind: ActorKind) -> bool {
    !matches!(kind, ActorKind::Person | ActorKind::Group)
}

/// What holds when a report is written began on a day that nobody gives.
fn dated(entity: Entity, when: &When) -> Entity {
    let text = |date: Option<crate::model::Date>| date.map(|date| date.to_string());
    if when.basis == Basis::ReportDate || when.start == when.end {
        entity.with("date", text(when.start))
    } else {
        entity.with("startDate", text(when.start)).with("endDate", text(when.end))
    }
}
