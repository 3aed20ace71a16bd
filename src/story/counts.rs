//! Whether the designations add up to the numbers that the reports give.

use super::names::{DESIGNATION, FACT, GROUP};
use super::problem::{Findings, On};
use crate::model::{ActorKind, Counts, Dataset, Designation, Fact, FactId, Group, GroupId, ListingStatus};

/// Checks each designation, each group and each package. Every id must lead to a record.
pub(super) fn check(data: &Dataset, findings: &mut Findings) {
    designations(data, findings);
    for (id, group) in data.all::<Group>() {
        self::group(data, id, &mut findings.on(GROUP, &group.key));
    }
    packages(data, findings);
}

fn designations(data: &Dataset, findings: &mut Findings) {
    let mut earlier: Vec<&Designation> = Vec::new();
    for designation in &data.designations {
        let mut on = findings.on(DESIGNATION, &designation.key);
        let target = &data[designation.target];
        if !matches!(target.kind, ActorKind::Person | ActorKind::Company) {
            on.problem(
                format!("has the target `{}`, which is neither a person nor a company", target.key),
                "correct the target or its kind",
            );
        }
        let twin = earlier.iter().find(|other| {
            (other.target, other.authority, other.group)
                == (designation.target, designation.authority, designation.group)
        });
        if let Some(twin) = twin {
            on.problem(
                format!("designates `{}` once more than `{}`", target.key, twin.key),
                "keep one of them, or correct the target, the authority or the group",
            );
        }
        let measure = &data[data[designation.group].measure];
        if ListingStatus::of_measure(measure.status).is_some_and(|status| status != designation.status) {
            on.problem(
                format!("has another status than the measure `{}` that imposes it", measure.key),
                "correct one of them",
            );
        }
        earlier.push(designation);
    }
}

fn group(data: &Dataset, id: GroupId, on: &mut On<'_>) {
    let group = &data[id];
    let mut found = Counts::default();
    for designation in data.designations.iter().filter(|designation| designation.group == id) {
        match data[designation.target].kind {
            ActorKind::Person => found.person += 1,
            ActorKind::Company => found.company += 1,
            _ => {}
        }
    }
    if found != group.counts {
        on.problem(
            format!("counts {}, but its designations are {}", words(group.counts), words(found)),
            "add what is missing, take away what is too many, or correct the counts",
        );
    }
    let measure = &data[group.measure];
    match measure.counts {
        Some(counts) if counts == group.counts => {}
        Some(counts) => on.problem(
            format!(
                "counts {}, but its measure `{}` has {}",
                words(group.counts),
                measure.key,
                words(counts)
            ),
            "correct one of them",
        ),
        None => on.problem(
            format!("names the measure `{}`, which has no counts", measure.key),
            "give the measure its counts, or name another",
        ),
    }
}

/// A package is a fact with counts: the groups that name it, or whose measure it is, make it up.
fn packages(data: &Dataset, findings: &mut Findings) {
    for (id, fact) in data.all::<Fact>() {
        let mut on = findings.on(FACT, &fact.key);
        let sum = sum(data, id);
        let measures = data.groups.iter().any(|group| group.measure == id);
        match (fact.counts, sum) {
            (Some(counts), Some(sum)) if counts != sum => on.problem(
                format!("counts {}, but the groups of the package are {}", words(counts), words(sum)),
                "correct the counts of one of them, or add the group that is missing",
            ),
            (None, Some(_)) => {
                on.problem(
                    "is the package of a group, but has no counts",
                    "give it the counts of the report",
                );
            }
            (Some(_), None) if !measures => on.problem(
                "has counts, but no group of designations belongs to it",
                "add the group to designations.toml, or leave the counts out",
            ),
            _ => {}
        }
    }
}

/// The sum of the groups of a package; nothing where it has none.
fn sum(data: &Dataset, package: FactId) -> Option<Counts> {
    let groups = data.groups.iter().filter(|group| group.package == package);
    groups.map(|group| group.counts).reduce(|a, b| Counts {
        person: a.person.saturating_add(b.person),
        company: a.company.saturating_add(b.company),
    })
}

fn words(counts: Counts) -> String {
    let Counts { person, company } = counts;
    let persons = if person == 1 { "person" } else { "persons" };
    let companies = if company == 1 { "company" } else { "companies" };
    format!("{person} {persons} and {company} {companies}")
}
