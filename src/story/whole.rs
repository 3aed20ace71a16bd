//! What can be said only of a story as a whole: whether each actor plays a part in it.

use std::collections::BTreeSet;

use super::names::ACTOR;
use super::problem::Findings;
use crate::model::{Actor, ActorId, Attribution, Dataset, Evidence};

/// Checks that every actor is used.
pub(super) fn check(data: &Dataset, findings: &mut Findings) {
    let mut used = BTreeSet::new();
    for fact in &data.facts {
        used.insert(fact.subject);
        used.extend(&fact.objects);
        used.extend(&fact.about);
        speakers(&fact.attribution, &fact.evidence, &mut used);
    }
    for designation in &data.designations {
        used.extend([designation.target, designation.authority]);
        speakers(&designation.attribution, &designation.evidence, &mut used);
    }
    for source in &data.sources {
        used.extend(&source.contributors);
    }
    for (id, actor) in data.all::<Actor>() {
        if !used.contains(&id) {
            findings.on(ACTOR, &actor.key).problem(
                "plays no part: no fact, designation or source names it",
                "tell what it does, or take it out of actors.toml",
            );
        }
    }
}

fn speakers(attribution: &Attribution, evidence: &[Evidence], used: &mut BTreeSet<ActorId>) {
    used.extend(attribution.speaker);
    used.extend(&attribution.via);
    used.extend(evidence.iter().filter_map(|one| one.exact.as_ref()).map(|exact| exact.speaker));
}
