//! The CSV files: `sdn.csv`, `alt.csv`, `add.csv`, `sdn_comments.csv`, and `cons_prim.csv` and its like.
//!
//! By OFAC's own description (`dat_spec.txt`) and what the files are: no head, lines end in CR LF, `-0- ` stands for
//! nothing, the last byte is 0x1A on a row of its own. Programmes are joined by `] [`. Remarks hold all that has no
//! column ([`super::remarks`]) and are cut at 1,000 letters; what was cut off is in `sdn_comments.csv`.

use super::{fields, remarks};
use crate::import::formats::{Confidence, Format, Item, Opening, Reader};
use crate::import::input::{Head, Text};
use crate::import::record::{Address, Country, Extra, IdKind, Identifier, Kind, Name, NameKind, extra};
use crate::import::report::About;
use crate::import::rows::{Row, Rows};
use crate::import::{Desk, Place, Record, Refusal, Repair, tidy};

/// The entries.
pub(in crate::import::formats) const SDN: Format = Format {
    key: "ofac-csv",
    label: |words| words.ofac_csv,
    doc: "sdn.csv or cons_prim.csv of the US Treasury: 12 columns without a head.",
    sniff: |head| looks(head, 12, |row| is_number(row, 0) && is_type(cell(row, 2)) && has_null(row)),
    open: |opening| open(opening, Table::Entries),
};

/// Other names of the entries.
pub(in crate::import::formats) const ALIASES: Format = Format {
    key: "ofac-csv-alt",
    label: |words| words.ofac_csv_alt,
    doc: "alt.csv or cons_alt.csv of the US Treasury: strong aliases, 5 columns without a head.",
    sniff: |head| {
        looks(head, 5, |row| is_number(row, 0) && is_number(row, 1) && alias(cell(row, 2)).is_some())
    },
    open: |opening| open(opening, Table::Aliases),
};

/// Addresses of the entries.
pub(in crate::import::formats) const ADDRESSES: Format = Format {
    key: "ofac-csv-add",
    label: |words| words.ofac_csv_add,
    doc: "add.csv or cons_add.csv of the US Treasury: addresses, 6 columns without a head.",
    sniff: |head| looks(head, 6, |row| is_number(row, 0) && is_number(row, 1) && has_null(row)),
    open: |opening| open(opening, Table::Addresses),
};

/// What remarks of entries were too long for.
pub(in crate::import::formats) const COMMENTS: Format = Format {
    key: "ofac-csv-comments",
    label: |words| words.ofac_csv_comments,
    doc: "sdn_comments.csv or cons_comments.csv of the US Treasury: the rest of long remarks, 2 columns without a head.",
    sniff: |head| {
        let is_named = head.is_named("comment");
        // Without its name it could be any table of numbers and names.
        let is_remark = |words: &str| is_named || words.contains(';') || words.ends_with('.');
        let sure = if is_named { Confidence::Likely } else { Confidence::Possible };
        looks(head, 2, |row| is_number(row, 0) && !is_number(row, 1) && is_remark(cell(row, 1).trim()))
            .map(|_| sure)
    },
    open: |opening| open(opening, Table::Comments),
};

/// The longest remarks of an entry, in letters.
const REMARKS_MOST: usize = 1000;

/// Which of the files it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Table {
    Entries,
    Aliases,
    Addresses,
    Comments,
}

impl Table {
    const fn columns(self) -> usize {
        match self {
            Self::Entries => 12,
            Self::Aliases => 5,
            Self::Addresses => 6,
            Self::Comments => 2,
        }
    }
}

/// Sure where all of the first rows have the columns and are what they should be.
fn looks(head: &Head<'_>, columns: usize, is: impl Fn(&[String]) -> bool) -> Option<Confidence> {
    let mut rows = head.rows(b',', 8);
    rows.retain(|row| row.first().is_some_and(|it| it != "\u{1a}"));
    let fits = !rows.is_empty() && rows.iter().all(|row| row.len() == columns && is(row));
    // A row may be cut where the head ends or the file does; the first must be whole.
    let first = rows.first().is_some_and(|row| row.len() == columns && is(row));
    if fits {
        Some(Confidence::Sure)
    } else if first {
        Some(Confidence::Likely)
    } else {
        None
    }
}

fn cell(row: &[String], column: usize) -> &str {
    row.get(column).map(String::as_str).unwrap_or_default()
}

fn is_number(row: &[String], column: usize) -> bool {
    is_id(cell(row, column).trim())
}

/// True for the number of an entry.
fn is_id(text: &str) -> bool {
    !text.is_empty() && text.len() <= 12 && text.bytes().all(|it| it.is_ascii_digit())
}

fn has_null(row: &[String]) -> bool {
    row.iter().any(|it| it.trim() == "-0-")
}

fn is_type(text: &str) -> bool {
    value(text).is_none_or(|it| kind(it).is_some())
}

/// What a cell says, where it says something.
fn value(cell: &str) -> Option<&str> {
    let cell = cell.trim();
    (!cell.is_empty() && cell != "-0-").then_some(cell)
}

/// The kind of a type; entities have none in CSV and `Entity` in XML.
pub(super) fn kind(words: &str) -> Option<Kind> {
    match words.to_ascii_lowercase().as_str() {
        "individual" => Some(Kind::Person),
        "entity" => Some(Kind::Organization),
        "vessel" => Some(Kind::Vessel),
        "aircraft" => Some(Kind::Airplane),
        _ => None,
    }
}

/// The name that a type of alias makes.
pub(super) fn alias(words: &str) -> Option<(NameKind, Option<&'static str>)> {
    match words.trim().to_ascii_lowercase().replace('.', "").as_str() {
        "aka" => Some((NameKind::Alias, None)),
        "fka" => Some((NameKind::Former, None)),
        "nka" => Some((NameKind::Alias, Some("n.k.a."))),
        _ => None,
    }
}

fn open(opening: Opening<'_>, table: Table) -> Result<Box<dyn Reader>, Refusal> {
    let list = super::list_named(opening.name);
    let about = About { list: list.map(str::to_owned), ..About::default() };
    let rows = Rows::new(opening.text, b',', opening.limits);
    Ok(Box::new(Csv { rows, table, list, about, is_over: false }))
}

struct Csv {
    rows: Rows,
    table: Table,
    list: Option<&'static str>,
    about: About,
    is_over: bool,
}

impl Reader for Csv {
    fn next(&mut self, desk: &mut Desk<'_>) -> Option<Item> {
        let (table, list) = (self.table, self.list);
        let item = match self.rows.next() {
            None => {
                // Comments on entries that did not come are not lost.
                let ends = table == Table::Entries && !self.is_over;
                self.is_over = true;
                return if ends || table == Table::Entries { orphan(desk) } else { None };
            }
            Some(Err((place, refusal))) => {
                self.is_over = true;
                return Some(Item::Stopped(place, refusal));
            }
            Some(Ok(row)) => match read(&row, table, list, desk) {
                Ok(Some(record)) => Item::Record(Box::new(record)),
                Ok(None) => Item::Left(row.place.clone()),
                Err(refusal) => Item::Refused(row.place.clone(), refusal),
            },
        };
        desk.letters(item.place(), self.rows.take_repaired());
        Some(item)
    }

    fn about(&self) -> &About {
        &self.about
    }

    fn text(&self) -> &Text {
        self.rows.text()
    }
}

/// A record of what was left for an entry that is in no file.
fn orphan(desk: &mut Desk<'_>) -> Option<Item> {
    let (id, left) = desk.take_any()?;
    let mut left = left.into_iter();
    let (place, words) = left.next()?;
    let mut record = Record::new(super::LIST, &id, place);
    record.extends = true;
    remarks::read(&words, &mut record, &mut |_| {});
    for (place, words) in left {
        remarks::read(&words, &mut record, &mut |_| {});
        record.also.push(place);
    }
    desk.repair(&record.place, Repair::Orphan { id });
    Some(Item::Record(Box::new(record)))
}

fn read(
    row: &Row<'_>,
    table: Table,
    list: Option<&str>,
    desk: &mut Desk<'_>,
) -> Result<Option<Record>, Refusal> {
    if row.len() != table.columns() {
        return Err(Refusal::Columns { expected: table.columns() as u64, found: row.len() as u64 });
    }
    let id = row.get(0).trim();
    if !is_id(id) {
        return Err(Refusal::Missing { field: "ent_num" });
    }
    match table {
        Table::Entries => entry(row, id, list, desk).map(Some),
        Table::Aliases => added_name(row, id).map(Some),
        Table::Addresses => added_address(row, id).map(Some),
        Table::Comments => comment(row, id, desk),
    }
}

fn entry(row: &Row<'_>, id: &str, list: Option<&str>, desk: &mut Desk<'_>) -> Result<Record, Refusal> {
    let name = value(row.get(1)).ok_or(Refusal::Missing { field: "SDN_Name" })?;
    let place = row.place.clone();
    let mut record = super::entry(id, list, place.clone());
    record.kind = match value(row.get(2)) {
        None => Kind::Organization,
        Some(words) => kind(words).unwrap_or_else(|| {
            desk.repair(&place, Repair::Kind { words: words.to_owned() });
            Kind::Unknown
        }),
    };
    record.names.push(listed_name(name, record.kind));
    if let Some(designation) = record.designations.first_mut() {
        designation.programmes = programmes(row.get(3));
    }
    record.positions.extend(value(row.get(4)).map(tidy));
    vessel(row, &mut record);
    // Not trimmed: what goes on in the comments may begin with the next word.
    let mut words = value(row.get(11)).map_or("", |_| row.get(11)).to_owned();
    let mut is_cut = words.chars().count() >= REMARKS_MOST;
    for (place, more) in desk.take(id) {
        // What goes on in the middle of a word is joined to it.
        if !is_cut && !words.is_empty() {
            words.push_str("; ");
        }
        words.push_str(&more);
        is_cut = false;
        record.also.push(place);
    }
    if is_cut {
        let cut = words.rfind(';').map_or(0, |place| place + 1);
        let rest = words.split_off(cut);
        record.remarks.extend(value(&rest).map(str::to_owned));
        desk.repair(&place, Repair::Cut { field: "Remarks", after: REMARKS_MOST as u64 });
    }
    remarks::read(&words, &mut record, &mut |repair| desk.repair(&place, repair));
    // The remarks say most titles again.
    let positions = &record.positions;
    record.remarks.retain(|it| !positions.contains(it));
    Ok(record)
}

/// The name of an entry: of a person, the family name stands before the first comma.
fn listed_name(words: &str, kind: Kind) -> Name {
    let mut name = Name::new(NameKind::Primary, tidy(words));
    if kind == Kind::Person {
        name.parts = fields::parts(&name.full);
    }
    name
}

/// `CUBA] [SDGT`: the brackets between programmes, without those around them.
fn programmes(cell: &str) -> Vec<String> {
    let Some(cell) = value(cell) else { return Vec::new() };
    let all = cell.split(']').map(|it| it.trim().trim_start_matches('[').trim());
    all.filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

fn vessel(row: &Row<'_>, record: &mut Record) {
    if let Some(sign) = value(row.get(5)) {
        record.identifiers.push(Identifier::new(IdKind::CallSign, "Call sign", tidy(sign)));
    }
    let extras =
        [(6, extra::TYPE), (7, extra::TONNAGE), (8, extra::GROSS_REGISTERED_TONNAGE), (9, extra::FLAG)];
    for (column, name) in extras {
        if let Some(words) = value(row.get(column)) {
            record.extras.push(Extra { name: name.into(), value: words.to_owned() });
        }
    }
    record.countries.extend(value(row.get(9)).map(Country::new));
    if let Some(owner) = value(row.get(10)) {
        fields::owner(owner, record);
    }
}

fn added_name(row: &Row<'_>, id: &str) -> Result<Record, Refusal> {
    let words = value(row.get(3)).ok_or(Refusal::Missing { field: "alt_name" })?;
    let (kind, note) = alias(row.get(2)).ok_or(Refusal::Missing { field: "alt_type" })?;
    let mut record = Record::new(super::LIST, id, row.place.clone());
    record.extends = true;
    let name = Name { note: note.map(str::to_owned), ..Name::new(kind, tidy(words)) };
    record.names.push(name);
    record.remarks.extend(value(row.get(4)).map(str::to_owned));
    Ok(record)
}

fn added_address(row: &Row<'_>, id: &str) -> Result<Record, Refusal> {
    let text = |column| value(row.get(column)).map(tidy);
    let address = Address {
        street: text(2),
        city: text(3),
        country: value(row.get(4)).map(Country::new),
        note: text(5),
        ..Address::default()
    };
    if address.is_empty() {
        return Err(Refusal::Missing { field: "Address" });
    }
    let mut record = Record::new(super::LIST, id, row.place.clone());
    record.extends = true;
    record.addresses.push(address.filled());
    Ok(record)
}

/// Comments are kept for their entry where its file is in the drop; alone they add to it by themselves.
fn comment(row: &Row<'_>, id: &str, desk: &mut Desk<'_>) -> Result<Option<Record>, Refusal> {
    let words = value(row.get(1)).ok_or(Refusal::Missing { field: "Remarks" })?;
    if desk.has(SDN.key) {
        desk.leave(id, row.place.clone(), words.to_owned())?;
        return Ok(None);
    }
    let place: Place = row.place.clone();
    let mut record = Record::new(super::LIST, id, place.clone());
    record.extends = true;
    remarks::read(words, &mut record, &mut |repair| desk.repair(&place, repair));
    Ok(Some(record))
}
