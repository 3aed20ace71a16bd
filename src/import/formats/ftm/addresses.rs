//! Addresses that are entities of their own, held until the actors that name them have been read.

use std::collections::BTreeMap;

use crate::import::Record;
use crate::import::record::{Address, Extra, Place, Relation, RelationKind, Whom};

/// Addresses by their id.
pub(super) struct Addresses {
    known: BTreeMap<String, Known>,
    /// Actors that named an address that has not come.
    awaited: BTreeMap<String, Vec<(String, Place)>>,
    /// How much is held, and how much may be.
    bytes: usize,
    most: usize,
}

struct Known {
    address: Address,
    place: Place,
    is_used: bool,
}

impl Addresses {
    pub(super) const fn new(most: usize) -> Self {
        Self { known: BTreeMap::new(), awaited: BTreeMap::new(), bytes: 0, most }
    }

    fn has_room(&mut self, more: usize) -> bool {
        self.bytes += more;
        self.bytes <= self.most
    }

    /// An actor names an address: it gets it now, or when it comes.
    pub(super) fn name(&mut self, id: &str, actor: &mut Record) {
        if let Some(known) = self.known.get_mut(id) {
            known.is_used = true;
            actor.addresses.push(known.address.clone());
        } else if self.has_room(id.len() + actor.id.len() + size_of::<(String, Place)>()) {
            self.awaited.entry(id.to_owned()).or_default().push((actor.id.clone(), actor.place.clone()));
        } else {
            actor.relations.push(Relation {
                kind: RelationKind::UnknownLink,
                to: Whom::Id(id.to_owned()),
                inverse: false,
                role: Some("addressEntity".to_owned()),
                start: None,
                end: None,
            });
        }
    }

    /// An address comes: it is held, and what extends the actors that wait for it is given.
    pub(super) fn come(&mut self, id: &str, address: Address, place: &Place) -> Vec<Record> {
        let mut records = Vec::new();
        for (actor, _) in self.awaited.remove(id).unwrap_or_default() {
            let mut record = Record::new(super::LIST, &actor, place.clone());
            record.extends = true;
            record.addresses.push(address.clone());
            records.push(record);
        }
        if self.has_room(id.len() + address.full.len() + size_of::<Known>()) {
            let known = Known { address, place: place.clone(), is_used: !records.is_empty() };
            self.known.insert(id.to_owned(), known);
        } else {
            records.push(alone(id, address, place.clone()));
        }
        records
    }

    /// At the end: what is left of an address that did not come, or an address that nobody named.
    pub(super) fn take_left(&mut self) -> Option<Record> {
        while let Some(mut entry) = self.awaited.first_entry() {
            if let Some((actor, place)) = entry.get_mut().pop() {
                let mut record = Record::new(super::LIST, &actor, place);
                record.extends = true;
                let value = entry.key().clone();
                record.extras.push(Extra { name: "addressEntity".into(), value });
                return Some(record);
            }
            entry.remove();
        }
        while let Some((id, known)) = self.known.pop_first() {
            if !known.is_used {
                return Some(alone(&id, known.address, known.place));
            }
        }
        None
    }
}

/// A record of an address and nobody at it.
fn alone(id: &str, address: Address, place: Place) -> Record {
    let mut record = Record::new(super::LIST, id, place);
    record.extras.push(Extra { name: "schema".into(), value: "Address".to_owned() });
    record.addresses.push(address);
    record
}
