//! `FollowTheMoney` entities: JSON lines as OpenSanctions, Aleph and this page itself publish them, the nested form
//! that OpenSanctions makes of them, and its table of targets.
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

use std::collections::VecDeque;

use super::{Confidence, Format, Item, Opening, Reader};
use crate::import::input::{Head, Text};
use crate::import::json::{Tape, Value};
use crate::import::lines::Lines;
use crate::import::report::About;
use crate::import::{Desk, Limits, Place, Record, Refusal, Repair};
use addresses::Addresses;

/// The list in which ids are unique: whoever publishes entities gives an id to one actor only, and the files of one
/// publisher share it.
const LIST: &str = "ftm";

/// Entities, one a line.
pub(super) const ENTITIES: Format = Format {
    key: "ftm",
    label: |words| words.ftm,
    doc: "Entities of FollowTheMoney, one JSON object a line: entities.ftm.json of OpenSanctions, and of this page.",
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
    let mut lines = head.lines().map(str::trim).filter(|it| !it.is_empty()).peekable();
    let mut tape = Tape::default();
    let mut found = None;
    while let Some(line) = lines.next().filter(|it| it.starts_with('{')) {
        let has = |name: &str| line.contains(name);
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
                if has("\"schema\"") && has("\"properties\"") {
                    let (_, behind) = line.split_once("\"properties\"")?;
                    return Some((Confidence::Likely, behind.contains("\"properties\"")));
                }
            }
            Err(_) => break,
        }
    }
    found
}

fn is_entity(entity: Value<'_>) -> bool {
    let is_text = |name: &str| entity.get(name).is_some_and(|it| it.text().is_some());
    is_text("id") && is_text("schema") && entity.get("properties").is_some_and(Value::is_map)
}

fn is_nested(entity: Value<'_>) -> bool {
    let properties = entity.get("properties");
    properties.is_some_and(|it| it.members().any(|(_, values)| values.items().any(Value::is_map)))
}

fn open(opening: Opening<'_>) -> Result<Box<dyn Reader>, Refusal> {
    Ok(Box::new(Entities {
        lines: Lines::new(opening.text, opening.limits),
        tape: Tape::default(),
        made: Made::new(opening.limits.carried),
        about: About::default(),
    }))
}

struct Entities {
    lines: Lines,
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

impl Reader for Entities {
    fn next(&mut self, desk: &mut Desk<'_>) -> Option<Item> {
        if let Some(record) = self.made.records.pop_front() {
            return Some(Item::Record(record));
        }
        let depth = self.lines.limits().json_depth;
        let line = match self.lines.next() {
            Some(Ok(line)) => line,
            Some(Err((place, refusal))) => return Some(Item::Stopped(place, refusal)),
            // Addresses that nobody named are not lost, nor are those that did not come.
            None => return self.made.addresses.take_left().map(|it| Item::Record(Box::new(it))),
        };
        let (is_open, place) = (line.is_open, line.place.clone());
        let result = match self.tape.read(line.text, depth) {
            Ok(value) => entity::read(value, None, &place, &mut self.made),
            Err(fault) => Err(fault.refusal(line.text, depth)),
        };
        self.tell(desk, &place);
        Some(match result {
            Ok(()) => self.made.records.pop_front().map_or_else(|| Item::Left(place), Item::Record),
            Err(Refusal::Truncated) if is_open => {
                self.lines.stop();
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
        self.lines.text()
    }
}

impl Entities {
    /// Tells what was put right in the record of a place.
    fn tell(&mut self, desk: &mut Desk<'_>, place: &Place) {
        for repair in self.made.repairs.drain(..) {
            desk.repair(place, repair);
        }
        let letters = self.lines.take_repaired();
        if letters > 0 {
            desk.repair(place, Repair::Encoding { letters });
        }
    }
}
