//! The record that a row is by a mapping.

use super::{Column, Field, Mapping};
use crate::import::record::{
    Address, Country, Dating, Designation, Extra, IdKind, Identifier, Kind, LegalBasis, Listing, Name,
    NameKind, Part, Relation, Whom, extra,
};
use crate::import::rows::Row;
use crate::import::{Record, Refusal, Repair, country_by_code, tidy};

/// Reads a row, and tells what was put right in it.
///
/// # Errors
///
/// Where it has more columns than the mapping and something in them, or names nobody.
pub(super) fn record(
    row: &Row<'_>,
    mapping: &Mapping,
    list: &str,
    repairs: &mut Vec<Repair>,
) -> Result<Record, Refusal> {
    let (expected, found) = (mapping.columns.len(), row.len());
    if (expected..found).any(|at| !row.get(at).trim().is_empty()) {
        return Err(Refusal::Columns { expected: expected as u64, found: found as u64 });
    }
    if found < expected {
        repairs.push(Repair::Short { expected: expected as u64, found: found as u64 });
    }
    let mut record = Record::new(list, "", row.place.clone());
    let mut reading = Reading {
        parts: Vec::new(),
        address: Address::default(),
        designation: None,
        status: None,
        month_first: mapping.month_first,
        repairs,
    };
    for (at, column) in mapping.columns.iter().enumerate() {
        let cell = row.get(at);
        let is_between =
            |it: char| matches!(it, ';' | '|') || matches!(it, '\n' | '\r') && column.field.has_lines();
        let all = cell.split(|it| column.field.has_several() && is_between(it));
        for value in all.map(tidy).filter(|it| !it.is_empty()) {
            reading.put(column, value, &mut record);
        }
    }
    reading.finish(&mut record)?;
    if record.id.is_empty() {
        let has_ids = mapping.columns.iter().any(|it| it.field == Field::Id);
        // Where others have an id, a mere number could be one of theirs.
        let number = row.place.record;
        record.id = if has_ids { format!("row {number}") } else { number.to_string() };
    }
    Ok(record)
}

/// What several columns say together.
struct Reading<'r> {
    parts: Vec<(Part, String)>,
    address: Address,
    designation: Option<Designation>,
    /// What the columns of status say.
    status: Option<Listing>,
    month_first: bool,
    repairs: &'r mut Vec<Repair>,
}

impl Reading<'_> {
    /// Puts a value where it belongs.
    fn put(&mut self, column: &Column, value: String, record: &mut Record) {
        match column.field {
            Field::Skip => {}
            Field::Extra => keep(column, value, record),
            Field::Id => record.id = value,
            Field::Kind => match super::kind(&value) {
                Some(kind) => record.kind = kind,
                None => {
                    self.repairs.push(Repair::Kind { words: value.clone() });
                    keep(column, value, record);
                }
            },
            Field::Gender => match super::gender(&value) {
                Some(gender) => record.gender = Some(gender),
                None => keep(column, value, record),
            },
            Field::Born => record.born.push(self.dating(&value)),
            Field::Died => record.died.push(self.dating(&value)),
            Field::BirthPlace => record.birth_places.push(birth_place(value)),
            Field::Nationality => record.nationalities.push(country(value)),
            Field::Country => record.countries.push(country(value)),
            Field::Title => record.titles.push(value),
            Field::Position => record.positions.push(value),
            Field::Remark => record.remarks.push(value),
            Field::LinkedTo => record.relations.push(link(column, Whom::Name(value))),
            Field::LinkedToId => record.relations.push(link(column, Whom::Id(value))),
            Field::SourceUrl => record.extras.push(Extra { name: "sourceUrl".into(), value }),
            Field::Website => record.extras.push(Extra { name: extra::WEBSITE.into(), value }),
            Field::Email => record.extras.push(Extra { name: extra::EMAIL.into(), value }),
            Field::Phone => record.extras.push(Extra { name: extra::PHONE.into(), value }),
            Field::Name
            | Field::Alias
            | Field::WeakAlias
            | Field::FormerName
            | Field::FirstName
            | Field::LastName => self.put_name(column.field, value, record),
            Field::Address | Field::Street | Field::City | Field::Region | Field::PostalCode => {
                self.put_address(column.field, value, record);
            }
            Field::Passport => {
                record.identifiers.push(Identifier::new(IdKind::Passport, &column.title, value))
            }
            Field::NationalId => {
                record.identifiers.push(Identifier::new(IdKind::National, &column.title, value))
            }
            Field::TaxNumber => record.identifiers.push(Identifier::new(IdKind::Tax, &column.title, value)),
            Field::Registration => {
                record.identifiers.push(Identifier::new(IdKind::Registration, &column.title, value))
            }
            Field::Imo => record.identifiers.push(Identifier::new(IdKind::Imo, &column.title, value)),
            Field::Number => record.identifiers.push(Identifier::new(IdKind::Other, &column.title, value)),
            Field::Authority
            | Field::Programme
            | Field::Measure
            | Field::LegalBasis
            | Field::Reason
            | Field::Reference
            | Field::ListedOn
            | Field::EndedOn
            | Field::Status => self.put_designation(column.field, value),
        }
    }

    fn put_name(&mut self, field: Field, value: String, record: &mut Record) {
        match field {
            Field::FirstName => self.parts.push((Part::First, value)),
            Field::LastName => self.parts.push((Part::Last, value)),
            Field::Name if !has_name(record) => {
                record.names.insert(0, Name::new(NameKind::Primary, value));
            }
            Field::FormerName => record.names.push(Name::new(NameKind::Former, value)),
            _ => {
                let weak = field == Field::WeakAlias;
                record.names.push(Name { weak, ..Name::new(NameKind::Alias, value) });
            }
        }
    }

    fn put_address(&mut self, field: Field, value: String, record: &mut Record) {
        let to = match field {
            Field::Street => &mut self.address.street,
            Field::City => &mut self.address.city,
            Field::Region => &mut self.address.region,
            Field::PostalCode => &mut self.address.postal_code,
            _ => return record.addresses.push(Address { full: value, ..Address::default() }),
        };
        // Two columns of streets are two lines of one.
        *to = Some(to.take().map_or_else(|| value.clone(), |before| format!("{before}, {value}")));
    }

    fn put_designation(&mut self, field: Field, value: String) {
        let date = matches!(field, Field::ListedOn | Field::EndedOn).then(|| self.dating(&value));
        let to = self.designation.get_or_insert_default();
        match field {
            Field::Authority if to.authority.is_empty() => to.authority = value,
            Field::Authority => to.authority = format!("{}; {value}", to.authority),
            Field::Programme => to.programmes.push(value),
            Field::Measure => to.measures.push(value),
            Field::LegalBasis => to.legal_basis.push(LegalBasis { title: value, ..LegalBasis::default() }),
            Field::Reason => to.reasons.push(value),
            Field::Reference if to.reference.is_none() => to.reference = Some(value),
            Field::ListedOn => to.listed_on = date,
            Field::EndedOn => to.ended_on = date,
            Field::Status => {
                let said = Listing::named(&value);
                self.status = self.status.max(said);
                if said.is_none() {
                    note(to, "status", &value);
                }
            }
            _ => note(to, "reference", &value),
        }
    }

    fn dating(&mut self, words: &str) -> Dating {
        let american = Dating::read_american(words).filter(|_| self.month_first);
        american.unwrap_or_else(|| Dating::or_told(words, &mut |repair| self.repairs.push(repair)))
    }

    fn finish(mut self, record: &mut Record) -> Result<(), Refusal> {
        self.parts.sort_by_key(|(part, _)| *part);
        if !self.parts.is_empty() && !has_name(record) {
            let words: Vec<_> = self.parts.iter().map(|(_, it)| it.as_str()).collect();
            record.names.insert(0, Name::new(NameKind::Primary, words.join(" ")));
        }
        let first = record.names.first_mut().ok_or(Refusal::Missing { field: "name" })?;
        let has_parts = !self.parts.is_empty();
        first.parts = self.parts;
        if record.kind == Kind::Unknown && (record.gender.is_some() || has_parts) {
            record.kind = Kind::Person;
        }
        if !self.address.is_empty() {
            record.addresses.push(self.address.filled());
        }
        record.designations.extend(self.designation.map(|mut it| {
            // Nothing tells when the table was made: what it gives an end has ended, unless it says what it is.
            let ended = it.ended_on.as_ref().map(|_| Listing::Ended);
            it.status = self.status.or(ended).unwrap_or_default();
            it
        }));
        Ok(())
    }
}

fn has_name(record: &Record) -> bool {
    record.names.iter().any(|it| it.kind == NameKind::Primary)
}

/// Keeps a value by the title of its column.
fn keep(column: &Column, value: String, record: &mut Record) {
    record.extras.push(Extra { name: column.title.clone().into(), value });
}

fn note(to: &mut Designation, what: &str, words: &str) {
    let more = format!("{what}: {words}");
    to.note = Some(to.note.take().map_or_else(|| more.clone(), |before| format!("{before}; {more}")));
}

fn link(column: &Column, to: Whom) -> Relation {
    Relation::link(to, column.title.clone())
}

/// A country by a code in any case, or by its name.
fn country(words: String) -> Country {
    Country { code: country_by_code(&words).or_else(|| crate::import::country(&words)), words }
}

/// A place of birth may be a country alone.
fn birth_place(words: String) -> Address {
    let known = country(words);
    if known.code.is_some() {
        Address { full: known.words.clone(), country: Some(known), ..Address::default() }
    } else {
        Address { full: known.words, ..Address::default() }
    }
}
