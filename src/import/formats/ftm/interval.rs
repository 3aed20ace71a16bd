//! What stands between actors: measures on one, relations of two, papers that one holds.
//!
//! Each is a record that extends the actor at its first end. A value without a field of its own is kept with the name of
//! its property: in the note of a designation, or as a remark that says of which relation it is.

use std::borrow::Cow;

use super::entity::{Entity, country, joined, labelled};
use super::{LIST, Made};
use crate::import::json::Value;
use crate::import::record::{
    Dating, Designation, Extra, IdKind, Identifier, Listing, Relation, RelationKind, Whom,
};
use crate::import::{Record, Refusal};

/// A relation of two. Each actor at the first end gets a record, with a relation to each at the other.
pub(super) fn between(
    it: &Entity<'_>,
    kind: RelationKind,
    [from, to]: [&'static str; 2],
    made: &mut Made,
) -> Result<(), Refusal> {
    let mut read = Read::default();
    let (mut ends, mut others) = (Vec::new(), Vec::new());
    for (property, values) in it.properties() {
        if property == from {
            it.texts(from, values, made, &mut |id| ends.push(id));
        } else if property == to {
            it.texts(to, values, made, &mut |id| others.push(id));
        } else {
            read.property(it, property, values, made);
        }
    }
    let around = it.around.map(|around| around.id.to_owned());
    if ends.is_empty() {
        ends.extend(around.iter().filter(|id| !others.contains(id)).cloned());
    }
    if others.is_empty() {
        others.extend(around.into_iter().filter(|id| !ends.contains(id)));
    }
    if ends.is_empty() {
        return Err(Refusal::Missing { field: from });
    }
    if others.is_empty() {
        return Err(Refusal::Missing { field: to });
    }
    let mut roles = core::mem::take(&mut read.roles);
    if roles.is_empty() {
        roles = core::mem::take(&mut read.shares);
    }
    // What this page has no word for is called by its schema.
    if kind.schema() != it.schema {
        roles.insert(0, it.schema.to_owned());
    }
    let (role, start, end) = (joined(roles, "; "), earliest(&read.starts), latest(&read.ends));
    let relation = |to: &String| Relation {
        kind,
        to: Whom::Id(to.clone()),
        inverse: false,
        role: role.clone(),
        start: start.clone(),
        end: end.clone(),
    };
    let role_len = role.as_ref().map_or(0, String::len);
    let made_of_each: usize = others.iter().map(|it| it.len() + role_len + size_of::<Relation>()).sum();
    it.fits(ends.len(), made_of_each)?;
    let relations: Vec<_> = others.iter().map(relation).collect();
    let rest = read.rest();
    let remark = rest.map(|rest| format!("{} ({}): {rest}", it.schema, others.join(", ")));
    for (end, relations) in each(ends, relations) {
        let mut record = extending(end, it);
        record.relations = relations;
        record.remarks.extend(remark.clone());
        record.extras.clone_from(&read.links);
        made.records.push_back(Box::new(record));
    }
    Ok(())
}

/// A measure on one.
pub(super) fn sanction(it: &Entity<'_>, made: &mut Made) -> Result<(), Refusal> {
    let mut read = Read::default();
    let mut designation = Designation { list: it.dataset(), ..Designation::default() };
    let (mut ends, mut authorities, mut programmes) = (Vec::new(), Vec::new(), Vec::new());
    let (mut references, mut listed, mut status) = (Vec::new(), Vec::new(), None);
    for (property, values) in it.properties() {
        let to = match &*property {
            "entity" => &mut ends,
            "authority" => &mut authorities,
            "programId" => &mut designation.programmes,
            "program" => &mut programmes,
            "provisions" => &mut designation.measures,
            "reason" => &mut designation.reasons,
            "authorityId" | "unscId" => &mut references,
            "listingDate" => {
                let mut words = Vec::new();
                it.texts(&property, values, made, &mut |one| words.push(one));
                listed.extend(words.into_iter().map(|one| it.dating(one, made)));
                continue;
            }
            "status" => {
                it.texts(&property, values, made, &mut |words| {
                    let said = Listing::named(&words);
                    status = status.max(said);
                    if said != Some(Listing::InForce) {
                        read.notes.push(labelled("status", &words));
                    }
                });
                continue;
            }
            _ => {
                read.property(it, property, values, made);
                continue;
            }
        };
        it.texts(&property, values, made, &mut |words| to.push(words));
    }
    if ends.is_empty() {
        ends.extend(it.around.map(|around| around.id.to_owned()));
    }
    if ends.is_empty() {
        return Err(Refusal::Missing { field: "entity" });
    }
    // A programme by its key says it; its words are told beside it.
    if designation.programmes.is_empty() {
        designation.programmes = programmes;
    } else {
        programmes.retain(|it| !designation.programmes.contains(it));
        read.notes.extend(programmes.iter().map(|words| labelled("program", words)));
    }
    if authorities.is_empty() {
        authorities.append(&mut read.publishers);
    }
    designation.authority = joined(authorities, "; ").unwrap_or_default();
    let mut references = references.into_iter();
    designation.reference = references.next();
    read.notes.extend(references.map(|words| labelled("authorityId", &words)));
    let started = earliest(&read.starts);
    designation.listed_on = earliest(&listed).or_else(|| started.clone());
    designation.effective_on = started.filter(|it| designation.listed_on.as_ref() != Some(it));
    designation.ended_on = latest(&read.ends);
    designation.updated_on = core::mem::take(&mut read.changes);
    designation.updated_on.sort_by_key(|it| it.start);
    if has_ended(it, designation.ended_on.as_ref()) {
        status = Some(Listing::Ended);
    }
    designation.status = status.unwrap_or_default();
    read.more("listingDate", &listed);
    designation.note = read.rest();
    it.fits(ends.len(), it.len())?;
    for (end, designation) in each(ends, designation) {
        let mut record = extending(end, it);
        record.designations.push(designation);
        record.extras.clone_from(&read.links);
        made.records.push_back(Box::new(record));
    }
    Ok(())
}

/// A paper that one holds: a number by which the holder is known.
pub(super) fn paper(it: &Entity<'_>, made: &mut Made) -> Result<(), Refusal> {
    let mut read = Read::default();
    let (mut ends, mut sorts, mut numbers, mut countries) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (property, values) in it.properties() {
        let to = match &*property {
            "holder" => &mut ends,
            "type" => &mut sorts,
            "number" | "passportNumber" | "personalNumber" => &mut numbers,
            "country" => &mut countries,
            _ => {
                read.property(it, property, values, made);
                continue;
            }
        };
        it.texts(&property, values, made, &mut |words| {
            if !to.contains(&words) {
                to.push(words);
            }
        });
    }
    if ends.is_empty() {
        ends.extend(it.around.map(|around| around.id.to_owned()));
    }
    if ends.is_empty() {
        return Err(Refusal::Missing { field: "holder" });
    }
    if numbers.is_empty() {
        return Err(Refusal::Missing { field: "number" });
    }
    let label = joined(sorts, "; ").unwrap_or_else(|| it.schema.to_owned());
    let kind = if it.schema == "Passport" { IdKind::Passport } else { paper_kind(&label) };
    let mut countries = countries.into_iter();
    let issuer = countries.next().map(country);
    read.notes.extend(countries.map(|words| labelled("country", &words)));
    let (issued, expires) = (earliest(&read.starts), latest(&read.ends));
    let note = read.rest();
    let made_of_each =
        numbers.len() * (label.len() + note.as_ref().map_or(0, String::len) + size_of::<Identifier>());
    it.fits(ends.len(), made_of_each + it.len())?;
    for end in ends {
        let mut record = extending(end, it);
        for value in &numbers {
            let mut number = Identifier::new(kind, &label, value.clone());
            number.country.clone_from(&issuer);
            number.issued.clone_from(&issued);
            number.expires.clone_from(&expires);
            number.note.clone_from(&note);
            record.identifiers.push(number);
        }
        record.extras.clone_from(&read.links);
        made.records.push_back(Box::new(record));
    }
    Ok(())
}

fn extending(id: String, it: &Entity<'_>) -> Record {
    let mut record = Record::new(LIST, "", it.place.clone());
    record.id = id;
    record.extends = true;
    record
}

/// Each actor with what is said of all: the last has it itself, and mostly it is the only one.
fn each<T: Clone>(ends: Vec<String>, said: T) -> impl Iterator<Item = (String, T)> {
    let all = core::iter::repeat_n(said, ends.len());
    ends.into_iter().zip(all)
}

/// What a paper is, by what the list calls it.
fn paper_kind(label: &str) -> IdKind {
    let label = label.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|it| label.contains(it));
    if has(&["passport"]) {
        IdKind::Passport
    } else if has(&["tax", "fiscal"]) {
        IdKind::Tax
    } else if has(&["national", "identity", "identification", "id card", "licence", "license", "birth"]) {
        IdKind::National
    } else if has(&["regist"]) {
        IdKind::Registration
    } else {
        IdKind::Other
    }
}

/// True where the end has come before the list was last seen. A list that does not tell when that was would
/// not have an end that is still to come.
fn has_ended(it: &Entity<'_>, ended: Option<&Dating>) -> bool {
    let Some(end) = ended.and_then(|it| it.end) else { return false };
    let seen = it.member("last_seen").and_then(Value::text).and_then(|it| Dating::read(&it)?.start);
    seen.is_none_or(|seen| end.last() <= seen.last())
}

fn earliest(all: &[Dating]) -> Option<Dating> {
    // What is not understood is better than nothing.
    all.iter().filter(|it| it.is_known()).min_by_key(|it| it.start).or_else(|| all.first()).cloned()
}

fn latest(all: &[Dating]) -> Option<Dating> {
    all.iter().filter(|it| it.is_known()).max_by_key(|it| it.end).or_else(|| all.first()).cloned()
}

/// The properties that all intervals share.
#[derive(Default)]
struct Read {
    starts: Vec<Dating>,
    ends: Vec<Dating>,
    changes: Vec<Dating>,
    roles: Vec<String>,
    /// How much is owned: the role of an ownership that has none.
    shares: Vec<String>,
    publishers: Vec<String>,
    links: Vec<Extra>,
    notes: Vec<String>,
}

impl Read {
    fn property<'t>(&mut self, it: &Entity<'t>, property: Cow<'t, str>, values: Value<'t>, made: &mut Made) {
        let mut words = Vec::new();
        it.texts(&property, values, made, &mut |one| words.push(one));
        let dates = match &*property {
            "startDate" => Some(&mut self.starts),
            "endDate" => Some(&mut self.ends),
            "modifiedAt" => Some(&mut self.changes),
            _ => None,
        };
        if let Some(dates) = dates {
            return dates.extend(words.into_iter().map(|one| it.dating(one, made)));
        }
        match &*property {
            "role" | "relationship" => self.roles.append(&mut words),
            "percentage" => self.shares.append(&mut words),
            "publisher" => self.publishers.append(&mut words),
            "sourceUrl" | "programUrl" | "publisherUrl" | "alephUrl" => {
                let link = |value: String| Extra { name: property.clone().into_owned().into(), value };
                self.links.extend(words.into_iter().map(link));
            }
            // Words that are a remark by themselves.
            "summary" | "description" => self.notes.append(&mut words),
            _ => self.notes.extend(words.iter().map(|one| labelled(&property, one))),
        }
    }

    /// A field has one date: where there are several, all are noted.
    fn more(&mut self, property: &str, dates: &[Dating]) {
        if dates.len() > 1 {
            self.notes.extend(dates.iter().map(|it| labelled(property, &it.words)));
        }
    }

    /// What has no field of its own; the fields are read before.
    fn rest(&mut self) -> Option<String> {
        let (starts, ends) = (core::mem::take(&mut self.starts), core::mem::take(&mut self.ends));
        self.more("startDate", &starts);
        self.more("endDate", &ends);
        let mut notes = core::mem::take(&mut self.notes);
        notes.extend(self.roles.iter().map(|it| labelled("role", it)));
        notes.extend(self.shares.iter().map(|it| labelled("percentage", it)));
        notes.extend(self.publishers.iter().map(|it| labelled("publisher", it)));
        notes.extend(self.changes.iter().map(|it| labelled("modifiedAt", &it.words)));
        joined(notes, "; ")
    }
}
