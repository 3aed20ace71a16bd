//! Which fields of an actor or a fact go together: what can be said of a record on its own.

use super::problem::On;
use super::raw::{RawActor, RawFact};
use crate::model::FactKind;

/// Checks an actor.
pub(super) fn actor(raw: &RawActor, on: &mut On<'_>) {
    on.filled("name", &raw.name);
    on.filled("description", &raw.description);
    on.filled_if_there("`short`", raw.short.as_ref());
    for alias in &raw.aliases {
        on.filled("alias", alias);
    }
    for code in &raw.countries {
        country(code, on);
    }
}

/// Checks the code of a country.
pub(super) fn country(code: &str, on: &mut On<'_>) {
    if code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_lowercase()) {
        on.problem(
            format!("has `{code}` as a country"),
            "write the two lower-case letters of ISO 3166-1 alpha-2",
        );
    }
}

/// Checks a fact.
pub(super) fn fact(raw: &RawFact, on: &mut On<'_>) {
    on.filled("text", &raw.text);
    on.filled_if_there("note", raw.note.as_ref());
    types(raw, on);
    parties(raw, on);
    if raw.counts.is_some() && raw.kind != FactKind::Measure {
        on.problem("has counts, but is not a measure", "leave them out, or make it a measure");
    }
    if raw.links.iter().any(|link| link.to == raw.key) {
        on.problem("has a link to itself", "name the other fact");
    }
}

fn types(raw: &RawFact, on: &mut On<'_>) {
    let relation = raw.kind == FactKind::Relation;
    match raw.relation_type {
        None if relation => {
            on.problem("is a relation without a `relation_type`", "name its FollowTheMoney schema");
        }
        Some(_) if !relation => {
            on.problem("has a `relation_type`, but is not a relation", "leave it out, or make it a relation");
        }
        _ => {}
    }
    if relation && raw.event_type.is_some() {
        on.problem("is a relation with an `event_type`", "leave it out: a relation is not an event");
    }
}

fn parties(raw: &RawFact, on: &mut On<'_>) {
    if raw.objects.contains(&raw.subject) {
        on.problem(format!("has its subject `{}` among its objects", raw.subject), "leave it out there");
    }
    for (field, actors) in [("objects", &raw.objects), ("about", &raw.about), ("via", &raw.via)] {
        let mut earlier = Vec::new();
        for actor in actors {
            if earlier.contains(&actor) {
                on.problem(format!("names `{actor}` twice in `{field}`"), "name it once");
            }
            earlier.push(actor);
        }
    }
    if raw.objects.is_empty() && raw.mutual {
        on.problem("is mutual, but has no objects", "name the other party, or leave `mutual` out");
    }
    if raw.objects.is_empty() && raw.kind == FactKind::Relation {
        on.problem("is a relation to nobody", "name the other party in `objects`");
    }
}
