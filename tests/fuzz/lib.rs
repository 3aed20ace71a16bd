//! What each fuzz target does with its bytes. It stops where something does not hold that must.

#![allow(unreachable_pub, reason = "it is a library for the targets, and a module for the tests")]

use std::io::Cursor;

use sourceline::import::{File, Import, Limits, Record, Step};
use sourceline::query::{OpenedQuery, Query};
use sourceline::store::{Builder, Column, Facet, Filter, Order, Store};

/// Limits that small inputs can reach.
#[must_use]
pub fn limits() -> Limits {
    Limits {
        raw: 1 << 20,
        text: 1 << 22,
        ratio_from: 1 << 16,
        record: 1 << 16,
        carried: 1 << 16,
        records: 10_000,
        members: 20,
        ..Limits::default()
    }
}

/// Reads bytes as a format, by its key.
pub fn format(key: &str, bytes: &[u8]) -> Vec<Record> {
    read(Import::new(files(bytes), limits()).said(key))
}

/// Reads bytes as whatever they are, fills a store and asks it.
pub fn anything(bytes: &[u8]) {
    let records = read(Import::new(files(bytes), limits()));
    let store = store(&records);
    for record in records.iter().take(20) {
        let is_there = store.actor_by_id(&record.list, &record.id);
        assert!(is_there.is_some(), "{} of {} is in the store", record.id, record.list);
        let name = record.name().map(|it| it.full.clone()).unwrap_or_default();
        ask(&store, &name);
    }
    store.components();
}

/// Reads an address; what is written of it is read again as it was.
pub fn fragment(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let read = Query::parse(&text).query;
    let again = Query::parse(&read.to_fragment());
    assert!(again.query == read && again.notices.is_empty(), "{}", read.to_fragment());
    let (read, _) = OpenedQuery::parse(&text);
    let (again, notices) = OpenedQuery::parse(&read.to_fragment());
    assert!(again == read && notices.is_empty(), "{}", read.to_fragment());
}

/// Searches a store for what is typed.
pub fn search(store: &Store, bytes: &[u8]) {
    ask(store, &String::from_utf8_lossy(bytes));
}

/// A small store, of a table in several scripts.
#[must_use]
pub fn small_store() -> Store {
    let table = include_str!("../data/seeds/plain-csv/scripts.csv");
    store(&read(Import::new(files(table.as_bytes()), limits())))
}

fn store(records: &[Record]) -> Store {
    let mut builder = Builder::new();
    for record in records {
        assert!(builder.add(record).is_ok(), "there is room");
    }
    builder.finish()
}

/// The files that bytes are, parted by zeros; a packed file may have zeros and is one.
fn files(bytes: &[u8]) -> Vec<File> {
    let file = |nth: usize, bytes: &[u8]| File::new(format!("{nth}.csv"), Cursor::new(bytes.to_vec()));
    if bytes.starts_with(b"PK") || bytes.starts_with(b"\x1f\x8b") || bytes.starts_with(b"\xff\xfe") {
        return vec![file(0, bytes)];
    }
    bytes.splitn(8, |it| *it == 0).enumerate().map(|(nth, bytes)| file(nth, bytes)).collect()
}

/// Takes every step of an import, and holds what must hold of any.
pub fn run(mut import: Import) -> (Import, Vec<Record>) {
    let mut records = Vec::new();
    let mut before = 0;
    while let Some(step) = import.next() {
        if let Step::Record(record) = step {
            records.push(*record);
        }
        let progress = import.progress();
        assert!(progress.read >= before || progress.of == 0, "progress only grows");
        before = progress.read;
        assert_eq!(progress.records, records.len() as u64);
    }
    assert!(import.next().is_none(), "what is over stays over");
    let progress = import.progress();
    assert!(progress.file.is_none() && progress.read == progress.of, "all is read: {progress:?}");
    let report = import.report();
    for file in report.files() {
        assert_eq!(file.read, file.kept + file.refused, "{}", file.name);
        assert!(file.repaired <= file.kept, "{}", file.name);
    }
    let words = sourceline::words::import();
    for finding in report.findings() {
        let [what, _] = words.what(&finding.what);
        assert!(!what.is_empty());
        assert!(!words.place(report, &finding.place).is_empty());
    }
    (import, records)
}

/// Reads bytes that somebody else has made: something is told of every drop, and every record leads to its words.
fn read(import: Import) -> Vec<Record> {
    let (import, records) = run(import);
    let told = import.report().findings().count() + records.len() + import.report().kept() as usize;
    assert!(told > 0, "something is told of every drop");
    for record in records.iter().take(50) {
        assert!(!record.id.is_empty() && !record.list.is_empty(), "every record has an id");
        assert!(import.words(&record.place).is_ok(), "every record leads to its words");
    }
    records
}

/// Asks a store for a text, with and without wrong letters, in two orders.
fn ask(store: &Store, text: &str) {
    for typos in [false, true] {
        let filter = Filter { text: text.to_owned(), typos, ..Filter::default() };
        let mut found = store.find(&filter);
        assert!(found.total() <= store.row_count() && found.as_typed() <= found.total());
        for order in [Order::Best, Order::Up(Column::Target)] {
            let rows = found.window(store, order, 0..found.total());
            assert_eq!(rows.len(), found.total());
            assert!(rows.iter().all(|row| found.contains(*row)));
        }
        found.facet(store, Facet::Country, 10);
    }
}
