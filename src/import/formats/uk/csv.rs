//! The CSV files: the UK Sanctions List in its new layout, and the old `ConList.csv`.
//!
//! A line before the headings says of when the file is: `Report Date: 13-Feb-2026`, or `Last Updated,03/06/2026`.
//! An entry has a row for each name and for each address, which stand together; they are one record here, whose
//! place is all of them. A row that stands apart from the others of its entry extends it. The old list is in
//! Windows-1252, so letters that are not UTF-8 are as they should be in it, and nothing that was put right.

use std::collections::BTreeSet;

use super::columns::{self, Column, Columns};
use super::fields::{self, Field};
use super::{information, join};
use crate::import::formats::once::add;
use crate::import::formats::{Confidence, Format, Item, Opening, Reader};
use crate::import::input::{Head, Text};
use crate::import::record::{Extra, IdKind, Kind};
use crate::import::report::About;
use crate::import::rows::{Row, Rows};
use crate::import::{Desk, Place, Record, Refusal, Repair, tidy};

/// The new layout.
pub(in crate::import::formats) const CSV: Format = Format {
    key: "uk-csv",
    label: |words| words.uk_csv,
    doc: "The UK Sanctions List as CSV: a report date, then headings, one of which is Unique ID.",
    sniff: |head| sniff(head, Layout::List),
    open: |opening| open(opening, Layout::List),
};

/// The old list.
pub(in crate::import::formats) const CONLIST: Format = Format {
    key: "uk-conlist-csv",
    label: |words| words.uk_conlist_csv,
    doc: "ConList.csv of the UK's Treasury, retired in January 2026: a date, then headings, one of which is Group ID.",
    sniff: |head| sniff(head, Layout::ConList),
    open: |opening| open(opening, Layout::ConList),
};

/// How many rows may stand before those of the list.
const HEAD_ROWS: usize = 4;

/// The most rows that are one record; more than that extend it. No entry has as many.
const ROWS_MOST: usize = 1000;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    List,
    ConList,
}

impl Layout {
    /// The heading of the ids.
    const fn id(self) -> &'static str {
        match self {
            Self::List => "Unique ID",
            Self::ConList => "Group ID",
        }
    }
}

fn sniff(head: &Head<'_>, layout: Layout) -> Option<Confidence> {
    let rows = head.rows(b',', HEAD_ROWS);
    let is_head = |row: &Vec<String>| columns::is_head(row.iter().map(String::as_str), layout.id());
    rows.iter().any(is_head).then_some(Confidence::Sure)
}

fn open(opening: Opening<'_>, layout: Layout) -> Result<Box<dyn Reader>, Refusal> {
    let title = if layout == Layout::List { super::TITLE } else { super::CONLIST_TITLE };
    let mut about = About { list: Some(title.to_owned()), ..About::default() };
    let mut rows = Rows::new(opening.text, b',', opening.limits);
    for _ in 0..HEAD_ROWS {
        let row = match rows.next() {
            Some(Ok(row)) => row,
            Some(Err((_, refusal))) => return Err(refusal),
            None => break,
        };
        if columns::is_head((0..row.len()).map(|it| row.get(it)), layout.id()) {
            let columns = Columns::new(&row, layout.id());
            let most = opening.limits.carried;
            let seen = Seen { ids: BTreeSet::new(), bytes: 0, most };
            return Ok(Box::new(Csv {
                rows,
                layout,
                columns,
                about,
                seen,
                held: None,
                record: 0,
                longest: opening.limits.record as u64,
                after: None,
            }));
        }
        about.published = about.published.or_else(|| dated(&row));
    }
    Err(Refusal::Missing { field: layout.id() })
}

/// The date in a row before the headings.
fn dated(row: &Row<'_>) -> Option<String> {
    let first = row.get(0).trim();
    let date = match first.split_once(':') {
        Some((_, date)) => date,
        None => row.get(1),
    };
    Some(date.trim().to_owned()).filter(|it| !it.is_empty())
}

struct Csv {
    rows: Rows,
    layout: Layout,
    columns: Columns,
    about: About,
    seen: Seen,
    held: Option<Held>,
    /// How many entries began, those that were refused among them.
    record: u64,
    /// How many bytes of rows are one record at the most.
    longest: u64,
    /// What comes after the entry that is held.
    after: Option<Item>,
}

/// An entry some of whose rows are read, and the next row may be one more.
struct Held {
    record: Record,
    rows: usize,
    /// Told when the record is given: the report goes by the last place that it heard of.
    repairs: Vec<Repair>,
}

/// The ids that were given, so that what comes later extends them. Beyond a limit no more are kept: an entry that
/// comes twice then stands twice, with one id, which means the same.
struct Seen {
    ids: BTreeSet<String>,
    bytes: usize,
    most: usize,
}

impl Seen {
    /// True where the id was given before.
    fn add(&mut self, id: &str) -> bool {
        if self.ids.contains(id) {
            return true;
        }
        let bytes = self.bytes + id.len() + size_of::<String>();
        if bytes <= self.most {
            self.bytes = bytes;
            self.ids.insert(id.to_owned());
        }
        false
    }
}

impl Reader for Csv {
    fn next(&mut self, desk: &mut Desk<'_>) -> Option<Item> {
        let item = match self.after.take() {
            Some(item) => item,
            None => self.read(desk)?,
        };
        let letters = self.rows.take_repaired();
        if self.layout == Layout::List {
            desk.letters(item.place(), letters);
        }
        Some(item)
    }

    fn about(&self) -> &About {
        &self.about
    }

    fn text(&self) -> &Text {
        self.rows.text()
    }
}

impl Csv {
    fn read(&mut self, desk: &mut Desk<'_>) -> Option<Item> {
        loop {
            let mut repairs = Vec::new();
            let row = match self.rows.next() {
                None if self.record == 0 => {
                    // Headings and no row are told once, as the end of the file.
                    self.record = 1;
                    return Some(Item::Stopped(self.rows.here(), Refusal::Empty));
                }
                None => return self.held.take().map(|held| given(held, &mut self.seen, desk)),
                Some(Err((mut place, refusal))) => {
                    place.record = self.record + 1;
                    return Some(self.then(Item::Stopped(place, refusal), desk));
                }
                Some(Ok(row)) => row,
            };
            let id = self.columns.get(&row, Column::Id);
            let mut place = row.place.clone();
            // In the old list the id stands last: a file that is cut there would name an entry that there is not.
            let is_cut = |it: &Held| it.record.id.len() > id.len() && it.record.id.starts_with(id);
            if !row.is_ended && self.held.as_ref().is_some_and(is_cut) {
                self.record += 1;
                place.record = self.record;
                return Some(self.then(Item::Refused(place, Refusal::Truncated), desk));
            }
            let longest = self.longest;
            let is_more = |it: &&mut Held| {
                let bytes = place.span.end.saturating_sub(it.record.place.span.start);
                it.record.id == id && it.rows < ROWS_MOST && bytes <= longest
            };
            if let Some(held) = self.held.as_mut().filter(is_more) {
                place.record = held.record.place.record;
                match record(&row, &self.columns, self.layout, place, &mut |it| repairs.push(it)) {
                    Ok(more) => {
                        held.record.place.span.end = more.place.span.end;
                        held.repairs.extend(
                            repairs.into_iter().filter(|it| !held.repairs.contains(it)).collect::<Vec<_>>(),
                        );
                        held.rows += 1;
                        join::join(&mut held.record, more);
                        continue;
                    }
                    Err(refusal) => {
                        self.record += 1;
                        let mut place = row.place.clone();
                        place.record = self.record;
                        return Some(self.then(Item::Refused(place, refusal), desk));
                    }
                }
            }
            self.record += 1;
            place.record = self.record;
            match record(&row, &self.columns, self.layout, place.clone(), &mut |it| repairs.push(it)) {
                Ok(record) => {
                    let before = self.held.replace(Held { record, rows: 1, repairs });
                    if let Some(before) = before {
                        return Some(given(before, &mut self.seen, desk));
                    }
                }
                Err(refusal) => return Some(self.then(Item::Refused(place, refusal), desk)),
            }
        }
    }

    /// What is held, and then an item; or the item, where nothing is held.
    fn then(&mut self, item: Item, desk: &mut Desk<'_>) -> Item {
        match self.held.take() {
            Some(held) => {
                self.after = Some(item);
                given(held, &mut self.seen, desk)
            }
            None => item,
        }
    }
}

/// The record of an entry whose rows are read.
fn given(held: Held, seen: &mut Seen, desk: &mut Desk<'_>) -> Item {
    let Held { mut record, repairs, .. } = held;
    join::order(&mut record);
    record.extends = seen.ids.contains(&record.id);
    if record.names.is_empty() && !record.extends {
        return Item::Refused(record.place, Refusal::Missing { field: "Name 6" });
    }
    seen.add(&record.id);
    for repair in repairs {
        desk.repair(&record.place, repair);
    }
    Item::Record(Box::new(record))
}

/// What one row says of an entry.
fn record(
    row: &Row<'_>,
    columns: &Columns,
    layout: Layout,
    place: Place,
    repair: &mut dyn FnMut(Repair),
) -> Result<Record, Refusal> {
    let has_more = (columns.len()..row.len()).any(|it| !row.get(it).trim().is_empty());
    if row.len() < columns.len() || has_more {
        return Err(Refusal::Columns { expected: columns.len() as u64, found: row.len() as u64 });
    }
    let id = columns.get(row, Column::Id);
    if id.is_empty() {
        return Err(Refusal::Missing { field: layout.id() });
    }
    let get = |column| columns.get(row, column);
    let is_list = layout == Layout::List;
    let mut record = Record::new(if is_list { super::LIST } else { super::CONLIST_LIST }, id, place);
    let designation = if is_list { super::designation(id) } else { super::conlist_designation(id) };
    record.designations.push(designation);
    record.kind = fields::kind(get(Column::Kind), repair);
    let parts = [0, 1, 2, 3, 4, 5].map(|it| get(Column::Name(it)));
    let is_person = record.kind == Kind::Person;
    record.names.extend(fields::name(parts, get(Column::NameType), get(Column::Strength), is_person));
    let original = get(Column::Original);
    record.names.extend(fields::original(original, get(Column::Script), get(Column::Language)));
    let lines = [0, 1, 2, 3, 4, 5].map(|it| get(Column::Line(it)));
    record.addresses.extend(fields::address(lines, get(Column::PostalCode), get(Column::Country)));
    births(get(Column::Town), get(Column::BirthCountry), &mut record);
    numbers(row, columns, &mut record);
    for (column, heading, cell) in columns.cells(row) {
        match column {
            Some(Column::One(Field::Other)) if !is_list => information::read(cell, &mut record, repair),
            Some(Column::One(field)) => fields::put(field, cell, &mut record, repair),
            Some(Column::Many(field)) => {
                for item in fields::items(cell) {
                    fields::put(field, item, &mut record, repair);
                }
            }
            Some(_) => {}
            // A column that came later is not lost.
            None => {
                let name = if heading.is_empty() { "column without a heading" } else { heading };
                add(&mut record.extras, Extra { name: name.to_owned().into(), value: tidy(cell) });
            }
        }
    }
    Ok(record)
}

/// Places of birth: the towns and the countries of several are numbered alike, and one country may be that of all.
fn births(town: &str, country: &str, record: &mut Record) {
    let (towns, countries) = (fields::items(town), fields::items(country));
    for nth in 0..towns.len().max(countries.len()) {
        let country = countries.get(nth).or_else(|| countries.first().filter(|_| countries.len() == 1));
        let town = towns.get(nth).copied().unwrap_or_default();
        let own = fields::birth_place(town, country.copied().unwrap_or_default());
        if let Some(own) = own {
            add(&mut record.birth_places, own);
        }
    }
}

/// Passports and national numbers; what is said of several is numbered as they are.
fn numbers(row: &Row<'_>, columns: &Columns, record: &mut Record) {
    let both = [
        (IdKind::Passport, "Passport", Column::Passport, Column::PassportNote),
        (IdKind::National, "National identifier", Column::National, Column::NationalNote),
    ];
    for (kind, label, value, note) in both {
        let [values, notes] = [value, note].map(|it| fields::items(columns.get(row, it)));
        if !columns.has(value) {
            // In older files the details are all there is, and begin with the number.
            for value in notes {
                fields::number(kind, label, value, "", record);
            }
        } else if values.len() == notes.len() || notes.is_empty() {
            for (nth, value) in values.iter().enumerate() {
                fields::number(kind, label, value, notes.get(nth).copied().unwrap_or_default(), record);
            }
        } else if values.is_empty() {
            fields::number(kind, label, "", columns.get(row, note), record);
        } else {
            for value in values {
                fields::number(kind, label, value, columns.get(row, note), record);
            }
        }
    }
}
