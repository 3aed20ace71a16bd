//! Records of one entry as one: what several rows say of it, without what they say again.

use crate::import::Record;
use crate::import::formats::once::add;
use crate::import::record::{Designation, Kind, NameKind};

fn add_all<T: PartialEq>(all: &mut Vec<T>, more: Vec<T>) {
    for value in more {
        add(all, value);
    }
}

/// Puts what another row says of an entry into its record. Places are not joined: the caller knows whether the
/// rows stand together.
pub(super) fn join(into: &mut Record, from: Record) {
    if into.kind == Kind::Unknown {
        into.kind = from.kind;
    }
    into.gender = into.gender.or(from.gender);
    add_all(&mut into.names, from.names);
    add_all(&mut into.identifiers, from.identifiers);
    add_all(&mut into.born, from.born);
    add_all(&mut into.birth_places, from.birth_places);
    add_all(&mut into.nationalities, from.nationalities);
    add_all(&mut into.countries, from.countries);
    add_all(&mut into.addresses, from.addresses);
    add_all(&mut into.titles, from.titles);
    add_all(&mut into.positions, from.positions);
    add_all(&mut into.extras, from.extras);
    add_all(&mut into.relations, from.relations);
    add_all(&mut into.remarks, from.remarks);
    for designation in from.designations {
        let own = into.designations.iter_mut().find(|it| it.programmes == designation.programmes);
        match own {
            Some(own) => join_designation(own, designation),
            None => into.designations.push(designation),
        }
    }
}

fn join_designation(into: &mut Designation, from: Designation) {
    add_all(&mut into.legal_basis, from.legal_basis);
    add_all(&mut into.measures, from.measures);
    add_all(&mut into.reasons, from.reasons);
    add_all(&mut into.updated_on, from.updated_on);
    into.updated_on.sort_by_key(|it| it.start);
    into.listed_on = into.listed_on.take().or(from.listed_on);
    into.note = match (into.note.take(), from.note) {
        (Some(own), Some(more)) if !own.contains(&more) => Some(format!("{own}; {more}")),
        (own, more) => own.or(more),
    };
}

/// The primary name stands first; the others stay in their order.
pub(super) fn order(record: &mut Record) {
    record.names.sort_by_key(|it| it.kind != NameKind::Primary);
}
