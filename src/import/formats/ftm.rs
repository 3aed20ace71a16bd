//! `FollowTheMoney` entities: JSON lines as OpenSanctions, Aleph and this page itself publish them, the same in a JSON array
//! or written over several lines, the changes that OpenSanctions publishes (`{"op":"ADD","entity":{…}}`), the nested form
//! that it makes of entities, and its table of targets.
//!
//! An entity is an actor, or something between actors that `FollowTheMoney` calls an interval: a `Sanction` has one
//! actor at its one end, an `Ownership` two. Entities and intervals come in any order, so an interval is a record that
//! [`Record::extends`] the actor at its first end; whoever stores records brings both together when all are read.
//! What the schemata and properties mean stands in [`schemata`] and [`properties`], what is made of them in
//! [`entity`] and [`interval`].
//!
//! # Addresses
//!
//! An address is an entity, too, and not an actor. It is held until the file is read and given to the actors that name
//! it, those before it by records that extend them. What nobody names is a record at the end; where more is held
//! than [`Limits::carried`], an address that then comes is a record with its own id, to which its actors are related.

mod addresses;
mod entity;
mod interval;
mod properties;
mod schemata;
mod targets;

pub(super) use targets::TARGETS;

use std::borrow::Cow;
use std::collections::VecDeque;

use super::{Confidence, Format, Item, Opening, Reader, dataset};
use crate::import::input::{Head, Text};
use crate::import::items::{self, Items};
use crate::import::json::{Tape, Value};
use crate::import::lines::{Line, Lines};
use crate::import::report::About;
use crate::import::{Desk, Limits, Place, Record, Refusal, Repair};
use addresses::Addresses;

/// The list in which ids are unique: whoever publishes entities gives an id to one actor only, and the files of one
/// publisher share it.
const LIST: &str = "ftm";

/// Entities, one a line or in an array.
pub(super) const ENTITIES: Format = Format {
    key: "ftm",
    label: |words| words.ftm,
    doc: "Entities of FollowTheMoney, one JSON object a line or in an array, alone or in changes: entities.ftm.json and \
          entities.delta.json of OpenSanctions, and entities.ftm.json of this page.",
    sniff: |head| sniff(head).map(|(sure, nested)| if nested { Confidence::Possible } else { sure }),
    open,
};

/// Entities with those around them in them.
pub(super) const NESTED: Format = Format {
    key: "ftm-nested",
    label: |words| words.ftm_nested,
    doc: "targets.nested.json of OpenSanctions: one JSON object a line, entities of FollowTheMoney with what is between \
          them as values of their properties.",
    sniff: |head| sniff(head).filter(|(_, nested)| *nested).map(|(sure, _)| sure),
    open,
};

/// How sure it is that they are entities, and whether there are entities in them.
fn sniff(head: &Head<'_>) -> Option<(Confidence, bool)> {
    let mut tape = Tape::default();
    if !has_lines(head) {
        let (value, is_whole) = items::first(head.text())?;
        return match tape.read(value, Limits::default().json_depth) {
            Ok(entity) if is_entity(entity) => Some((Confidence::Sure, is_nested(entity))),
            _ if is_whole => None,
            _ => cut(value),
        };
    }
    let mut lines = head.lines().map(str::trim).filter(|it| !it.is_empty()).peekable();
    let mut found = None;
    while let Some(line) = lines.next().filter(|it| it.starts_with('{')) {
        match tape.read(line, Limits::default().json_depth) {
            Ok(entity) => {
                let nested = is_nested(entity);
                if !is_entity(entity) {
                    break;
                }
                found = Some((Confidence::Sure, found.is_some_and(|(_, it)| it) || nested));
            }
            // The last line of the head is cut off, and may be the only one.
            Err(_) if lines.peek().is_none() && found.is_none() => {
                return cut(line);
            }
            Err(_) => break,
        }
    }
    found
}

/// What an entity looks like whose end is not in the head.
fn cut(entity: &str) -> Option<(Confidence, bool)> {
    let (before, behind) = entity.split_once("\"properties\"")?;
    let is_entity = before.contains("\"schema\"") || behind.contains("\"schema\"");
    is_entity.then_some((Confidence::Likely, behind.contains("\"properties\"")))
}

/// True where each line is a value: the first one is, or may go on behind the head.
fn has_lines(head: &Head<'_>) -> bool {
    let mut lines = head.lines().map(str::trim).filter(|it| !it.is_empty());
    let Some(line) = lines.next().filter(|it| it.starts_with('{')) else { return false };
    lines.next().is_none() || Tape::default().read(line, Limits::default().json_depth).is_ok()
}

fn is_entity(entity: Value<'_>) -> bool {
    let entity = changed(entity).map_or(entity, |(_, entity)| entity);
    let is_text = |name: &str| entity.get(name).is_some_and(|it| it.text().is_some());
    is_text("id") && is_text("schema") && entity.get("properties").is_some_and(Value::is_map)
}

/// What is done to an entity, and the entity, where it stands in a change.
fn changed(value: Value<'_>) -> Option<(Cow<'_, str>, Value<'_>)> {
    Some((value.get("op")?.text()?, value.get("entity").filter(|it| it.is_map())?))
}

fn is_nested(entity: Value<'_>) -> bool {
    let properties = entity.get("properties");
    properties.is_some_and(|it| it.members().any(|(_, values)| values.items().any(Value::is_map)))
}

fn open(opening: Opening<'_>) -> Result<Box<dyn Reader>, Refusal> {
    let Opening { name, mut text, limits, .. } = opening;
    let head = text.head()?;
    let values = if has_lines(&Head::new(name, &head)) {
        Values::Lines(Lines::new(text, limits))
    } else {
        Values::Items(Items::new(text, limits))
    };
    Ok(Box::new(Entities {
        values,
        tape: Tape::default(),
        made: Made::new(limits.carried),
        about: About::default(),
    }))
}

struct Entities {
    values: Values,
    tape: Tape,
    made: Made,
    about: About,
}

/// What the entities that were read have given and is still to be fetched.
struct Made {
    records: VecDeque<Box<Record>>,
    repairs: Vec<Repair>,
    addresses: Addresses,
}

impl Made {
    fn new(carried: usize) -> Self {
        Self { records: VecDeque::new(), repairs: Vec::new(), addresses: Addresses::new(carried) }
    }

    /// Something is not written as it should be. Told once for a record: one slip is made in all of its values.
    fn slip(&mut self, field: &str) {
        if !self.repairs.iter().any(|it| matches!(it, Repair::Form { .. })) {
            self.repairs.push(Repair::Form { field: field.to_owned() });
        }
    }
}

/// Reads an entity, alone or in a change.
fn read(value: Value<'_>, desk: &Desk<'_>, place: &Place, made: &mut Made) -> Result<(), Refusal> {
    let (op, entity) = changed(value).unwrap_or_else(|| ("ADD".into(), value));
    let id = || entity.get("id").and_then(Value::text).unwrap_or_default();
    if op.eq_ignore_ascii_case("DEL") {
        return Err(Refusal::Removed { id: id().into_owned() });
    }
    // The facts of a page say more of the same; see [`super::dataset`].
    if desk.has(dataset::FORMAT.key) && desk.knows(&dataset::key_of(&id())) {
        return Ok(());
    }
    entity::read(entity, None, place, made)
}

/// The values of a text, one a line or not.
enum Values {
    Lines(Lines),
    Items(Items),
}

impl Values {
    fn next(&mut self) -> Option<Result<Line<'_>, (Place, Refusal)>> {
        match self {
            Self::Lines(it) => it.next(),
            Self::Items(it) => it.next(),
        }
    }

    const fn text(&self) -> &Text {
        match self {
            Self::Lines(it) => it.text(),
            Self::Items(it) => it.text(),
        }
    }

    const fn limits(&self) -> &Limits {
        match self {
            Self::Lines(it) => it.limits(),
            Self::Items(it) => it.limits(),
        }
    }

    const fn take_repaired(&mut self) -> u64 {
        match self {
            Self::Lines(it) => it.take_repaired(),
            Self::Items(it) => it.take_repaired(),
        }
    }

    const fn stop(&mut self) {
        match self {
            Self::Lines(it) => it.stop(),
            Self::Items(it) => it.stop(),
        }
    }
}

impl Reader for Entities {
    fn next(&mut self, desk: &mut Desk<'_>) -> Option<Item> {
        if let Some(record) = self.made.records.pop_front() {
            return Some(Item::Record(record));
        }
        let depth = self.values.limits().json_depth;
        let line = match self.values.next() {
            Some(Ok(line)) => line,
            Some(Err((place, refusal))) => return Some(Item::Stopped(place, refusal)),
            // Addresses that nobody named are not lost, nor are those that did not come.
            None => return self.made.addresses.take_left().map(|it| Item::Record(Box::new(it))),
        };
        let (is_open, place) = (line.is_open, line.place.clone());
        let result = match self.tape.read(line.text, depth) {
            Ok(value) => read(value, desk, &place, &mut self.made),
            Err(fault) => Err(fault.refusal(line.text, depth)),
        };
        self.tell(desk, &place);
        Some(match result {
            Ok(()) => self.made.records.pop_front().map_or_else(|| Item::Left(place), Item::Record),
            Err(Refusal::Truncated) if is_open => {
                self.values.stop();
                Item::Stopped(place, Refusal::Truncated)
            }
            Err(refusal) => {
                self.made.records.clear();
                Item::Refused(place, refusal)
            }
        })
    }

    fn about(&self) -> &About {
        &self.about
    }

    fn text(&self) -> &Text {
        self.values.text()
    }
}

impl Entities {
    /// Tells what was put right in the record of a place.
    fn tell(&mut self, desk: &mut Desk<'_>, place: &Place) {
        for repair in self.made.repairs.drain(..) {
            desk.repair(place, repair);
        }
        desk.letters(place, self.values.take_repaired());
    }
}
