//! `targets.simple.csv` of OpenSanctions: a row for each target, several values of a cell parted by semicolons.
//!
//! A value with a semicolon in it stands in quotation marks within its cell, as in a CSV in a CSV. The columns are found by
//! their names, because they have changed: older files have no `program_ids` and another order. A cell of `sanctions` has
//! one text for each: programme, reason, status and dates, whichever there are, between dashes. Who designates
//! is in none of the columns, so the authority stays empty; the list is known where the target is in one dataset only.

use super::entity::{country, dating};
use super::{LIST, schemata::Schema};
use crate::import::formats::{Confidence, Format, Item, Opening, Reader};
use crate::import::input::Text;
use crate::import::record::{
    Address, Dating, Designation, Extra, IdKind, Identifier, Kind, Listing, Name, NameKind, extra,
};
use crate::import::report::About;
use crate::import::rows::{Row, Rows};
use crate::import::{Desk, Record, Refusal, Repair, tidy};

/// The table of targets.
pub(in crate::import::formats) const TARGETS: Format = Format {
    key: "ftm-targets",
    label: |words| words.ftm_targets,
    doc: "targets.simple.csv of OpenSanctions: a row for each target, with a head.",
    sniff: |head| {
        let rows = head.rows(b',', 1);
        let first = rows.first()?;
        let has = |name: &str| first.iter().any(|it| it.trim() == name);
        (has("id") && has("schema") && has("name") && has("dataset")).then_some(Confidence::Sure)
    },
    open: |opening: Opening<'_>| {
        let rows = Rows::new(opening.text, b',', opening.limits);
        Ok(Box::new(Targets { rows, head: Vec::new(), about: About::default() }) as Box<dyn Reader>)
    },
};

struct Targets {
    rows: Rows,
    /// The names of the columns.
    head: Vec<String>,
    about: About,
}

impl Reader for Targets {
    fn next(&mut self, desk: &mut Desk<'_>) -> Option<Item> {
        if self.head.is_empty() {
            match self.rows.next()? {
                Ok(row) => self.head = (0..row.len()).map(|at| tidy(row.get(at))).collect(),
                Err((place, refusal)) => return Some(Item::Stopped(place, refusal)),
            }
            self.rows.is_head();
        }
        self.rows.item(desk, |row, repairs| read(row, &self.head, repairs))
    }

    fn about(&self) -> &About {
        &self.about
    }

    fn text(&self) -> &Text {
        self.rows.text()
    }
}

fn read(row: &Row<'_>, head: &[String], repairs: &mut Vec<Repair>) -> Result<Record, Refusal> {
    if row.len() != head.len() {
        return Err(Refusal::Columns { expected: head.len() as u64, found: row.len() as u64 });
    }
    let column = |name: &str| head.iter().position(|it| it == name).map_or("", |at| row.get(at).trim());
    let id = column("id");
    if id.is_empty() {
        return Err(Refusal::Missing { field: "id" });
    }
    let mut record = Record::new(LIST, id, row.place.clone());
    let schema = column("schema");
    record.kind = match Schema::of(schema) {
        Schema::Thing(kind) => kind,
        Schema::Unknown if !schema.is_empty() => {
            repairs.push(Repair::Kind { words: schema.to_owned() });
            Kind::Unknown
        }
        _ => Kind::Unknown,
    };
    if record.kind.schema() != schema {
        put(&mut record, "schema", schema);
    }
    let (mut sanctions, mut programmes, mut datasets) = (Vec::new(), Vec::new(), Vec::new());
    for (at, name) in head.iter().enumerate() {
        let cell = row.get(at);
        match name.as_str() {
            "id" | "schema" => {}
            "name" => {
                let name = tidy(cell);
                if !name.is_empty() {
                    record.names.insert(0, Name::new(NameKind::Primary, name));
                }
            }
            "aliases" => {
                record.names.extend(values(cell).into_iter().map(|it| Name::new(NameKind::Alias, it)))
            }
            "birth_date" => record.born.extend(values(cell).into_iter().map(|it| dating(it, repairs))),
            "countries" => record.countries.extend(values(cell).into_iter().map(country)),
            "addresses" => {
                let address = |full| Address { full, ..Address::default() };
                record.addresses.extend(values(cell).into_iter().map(address));
            }
            "identifiers" => {
                let number = |it| Identifier::new(IdKind::Other, "", it);
                record.identifiers.extend(values(cell).into_iter().map(number));
            }
            "sanctions" => sanctions = values(cell),
            "program_ids" => programmes = values(cell),
            "dataset" => datasets = values(cell),
            "phones" => values(cell).iter().for_each(|it| put(&mut record, extra::PHONE, it)),
            "emails" => values(cell).iter().for_each(|it| put(&mut record, extra::EMAIL, it)),
            _ => {
                let value = tidy(cell);
                if !value.is_empty() {
                    record.extras.push(Extra { name: name.clone().into(), value });
                }
            }
        }
    }
    for dataset in &datasets {
        put(&mut record, "datasets", dataset);
    }
    let list = if let [only] = datasets.as_slice() { Some(only.clone()) } else { None };
    // Which programme is which sanction's is not told where there are several.
    match sanctions.as_slice() {
        [] if programmes.is_empty() => {}
        [] => record.designations.push(Designation { list, programmes, ..Designation::default() }),
        [only] => record.designations.push(Designation { list, programmes, ..sanction(only) }),
        several => {
            record
                .designations
                .extend(several.iter().map(|it| Designation { list: list.clone(), ..sanction(it) }));
            for programme in &programmes {
                put(&mut record, "programId", programme);
            }
        }
    }
    Ok(record)
}

fn put(record: &mut Record, name: &'static str, value: &str) {
    if !value.is_empty() {
        record.extras.push(Extra { name: name.into(), value: value.to_owned() });
    }
}

/// A sanction by its text, of which the dates and the status are understood; all of it stays as a note.
fn sanction(words: &str) -> Designation {
    let date = |piece: &str| piece.parse().ok().map(|date| Dating::on(piece, date));
    let mut dates = words.split(" - ").filter_map(|piece| date(piece.trim()));
    let (listed_on, ended_on) = (dates.next(), dates.last());
    let status = words.split(" - ").filter_map(Listing::named).max().unwrap_or_default();
    Designation { listed_on, ended_on, status, note: Some(words.to_owned()), ..Designation::default() }
}

/// The values of a cell. A quotation mark that begins a value ends it, too, and is doubled within it; one that never
/// ends is a letter like others.
fn values(cell: &str) -> Vec<String> {
    let mut values = Vec::new();
    let mut rest = cell.trim();
    while !rest.is_empty() {
        let (value, behind) = quoted(rest).unwrap_or_else(|| {
            let (value, behind) = rest.split_once(';').unwrap_or((rest, ""));
            (value.to_owned(), behind)
        });
        let value = tidy(&value);
        if !value.is_empty() {
            values.push(value);
        }
        rest = behind.trim_start();
    }
    values
}

/// The value in quotation marks with which a cell begins, and what comes after its semicolon.
fn quoted(cell: &str) -> Option<(String, &str)> {
    let mut rest = cell.strip_prefix('"')?;
    let mut value = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        value.push_str(before);
        if let Some(again) = after.strip_prefix('"') {
            value.push('"');
            rest = again;
        } else if after.is_empty() {
            return Some((value, ""));
        } else {
            return after.strip_prefix(';').map(|behind| (value, behind));
        }
    }
}
