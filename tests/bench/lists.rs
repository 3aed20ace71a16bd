//! Writes the lists that all are measured with, and measures how fast they are read natively.
//!
//! `cargo bench --bench lists -- FOLDER SIZE...` writes, for each size that is not there yet, the records of `made` as
//! FollowTheMoney entities (`SIZE.ftm.json`), as a table of targets (`SIZE.csv`) and as plain columns with what is asked
//! of them (`SIZE.json`). Then it reads the first two with this program and with the libraries that others would take,
//! and prints a line of JSON for each.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark reads the clock and tells"
)]

mod made;

use std::fs::{self, File};
use std::hint::black_box;
use std::io::{BufWriter, Cursor, Write};
use std::path::Path;
use std::time::Instant;

use made::{Lots, name, records, word, wrong};
use serde_json::{Value, json};
use sourceline::import::record::{Country, Kind, RelationKind, Whom};
use sourceline::import::{self, Import, Limits, Record, Step};

/// How many beginnings of words are asked for, and how many words with a wrong letter.
const ASKED: usize = 200;

fn codes(record: &Record) -> Vec<&str> {
    record.nationalities.iter().map(|it: &Country| it.code.unwrap_or(&it.words)).collect()
}

fn schema(record: &Record) -> &'static str {
    if record.kind == Kind::Unknown { Kind::LegalEntity.schema() } else { record.kind.schema() }
}

fn once<T: PartialEq>(all: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut different = Vec::new();
    for it in all {
        if !different.contains(&it) {
            different.push(it);
        }
    }
    different
}

/// A record as entities: the actor, its designations, its relations.
fn entities(record: &Record) -> Vec<Value> {
    let id = format!("b-{}", record.id);
    let of = |at: usize| record.names.iter().skip(at).map(|it| it.full.clone()).collect::<Vec<_>>();
    let country = if record.kind == Kind::Person { "nationality" } else { "country" };
    let mut own =
        json!({ "name": of(0).first(), "alias": of(1), country: codes(record), "notes": record.remarks });
    if record.kind == Kind::Person {
        own["birthDate"] = record.born.iter().map(|it| it.words.clone()).collect();
        own["passportNumber"] = record.identifiers.iter().map(|it| it.value.clone()).collect();
    }
    // Values are always lists there.
    own["name"] = json!([own["name"]]);
    let mut all = vec![json!({ "id": id, "schema": schema(record), "properties": own })];
    for (nth, it) in record.designations.iter().enumerate() {
        let listed: Vec<_> = it.listed_on.iter().map(|it| it.words.clone()).collect();
        all.push(json!({ "id": format!("s-{}-{nth}", record.id), "schema": "Sanction", "properties": {
            "entity": [id], "authority": [it.authority], "programId": it.programmes, "provisions": it.measures,
            "listingDate": listed,
        } }));
    }
    for (nth, it) in record.relations.iter().enumerate() {
        assert_eq!(it.kind, RelationKind::UnknownLink);
        let Whom::Id(other) = &it.to else { continue };
        all.push(json!({ "id": format!("r-{}-{nth}", record.id), "schema": "UnknownLink", "properties": {
            "subject": [id], "object": [format!("b-{other}")], "role": [it.role],
        } }));
    }
    all
}

const COLUMNS: &str = "\"id\",\"schema\",\"name\",\"aliases\",\"birth_date\",\"countries\",\"addresses\",\"identifiers\",\
    \"sanctions\",\"phones\",\"emails\",\"program_ids\",\"dataset\",\"first_seen\",\"last_seen\",\"last_change\"";

/// A record as a row of a table of targets.
fn row(record: &Record) -> String {
    let joined = |parts: Vec<String>| parts.join(";");
    let designations = || record.designations.iter();
    let sanctions = designations().map(|it| {
        let listed = it.listed_on.as_ref().map_or("", |it| &it.words);
        format!("{} - {} - {listed}", it.authority, it.programmes.join(", "))
    });
    let cells = [
        format!("b-{}", record.id),
        schema(record).to_owned(),
        record.names.first().map(|it| it.full.clone()).unwrap_or_default(),
        joined(record.names.iter().skip(1).map(|it| it.full.clone()).collect()),
        joined(record.born.iter().map(|it| it.words.clone()).collect()),
        joined(codes(record).into_iter().map(str::to_owned).collect()),
        String::new(),
        joined(record.identifiers.iter().map(|it| it.value.clone()).collect()),
        joined(sanctions.collect()),
        String::new(),
        String::new(),
        joined(designations().flat_map(|it| it.programmes.clone()).collect()),
        "Benchmark".to_owned(),
        "2024-01-01T00:00:00".to_owned(),
        "2024-05-01T00:00:00".to_owned(),
        "2024-05-01T00:00:00".to_owned(),
    ];
    cells.map(|it| format!("\"{it}\"")).join(",")
}

/// What is asked: beginnings of words, a letter more each time, and words with one wrong letter beside the right ones.
fn asked(names: usize) -> Value {
    let mut lots = Lots(7);
    let typed = (0..ASKED / 4).flat_map(|_| {
        let name = name(&mut lots, names);
        let word = name.split(' ').next().unwrap_or_default();
        (1..=word.len().min(8)).map(|len| word[..len].to_owned()).collect::<Vec<_>>()
    });
    let typed: Vec<_> = typed.take(ASKED).collect();
    let words: Vec<String> =
        std::iter::repeat_with(|| word(lots.ranked(names))).filter(|it| it.len() >= 6).take(ASKED).collect();
    let wrong: Vec<_> = words
        .iter()
        .enumerate()
        .map(|(nth, it)| [wrong(it, nth, &mut Lots(nth as u64)), it.clone()])
        .collect();
    json!({ "typed": typed, "wrong": wrong })
}

fn write(folder: &Path, names: usize) {
    let path = |end: &str| folder.join(format!("{names}.{end}"));
    // The columns are written last, so where they are, all is.
    if path("json").exists() {
        return;
    }
    let file = |end: &str| BufWriter::new(File::create(path(end)).unwrap());
    let (mut ftm, mut csv) = (file("ftm.json"), file("csv"));
    writeln!(csv, "{COLUMNS}").unwrap();
    let mut actors = Vec::new();
    for record in records(names) {
        entities(&record).iter().for_each(|it| writeln!(ftm, "{it}").unwrap());
        writeln!(csv, "{}", row(&record)).unwrap();
        let own: Vec<_> = record.names.iter().map(|it| &it.full).collect();
        let it = record.designations.first().unwrap();
        // Who counts by hand must not count a value twice.
        let (programmes, countries) = (once(it.programmes.iter()), once(codes(&record)));
        let actor = json!([record.id, schema(&record), own, it.authority, programmes, countries]);
        actors.push(actor.to_string());
    }
    ftm.flush().unwrap();
    csv.flush().unwrap();
    let (half, whole) = (folder.join(format!("{names}.part")), path("json"));
    fs::write(&half, format!("{{\"asked\":{},\"actors\":[{}]}}", asked(names), actors.join(","))).unwrap();
    fs::rename(half, whole).unwrap();
}

/// Reads a file some times and prints what that took.
fn time(what: &str, names: usize, bytes: &[u8], read: impl Fn(&[u8]) -> usize) {
    let rounds = if bytes.len() > 100_000_000 { 2 } else { 5 };
    let mut count = 0;
    let mut spans: Vec<f64> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            count = black_box(read(bytes));
            start.elapsed().as_secs_f64()
        })
        .collect();
    spans.sort_by(f64::total_cmp);
    let speed = |span: f64| bytes.len() as f64 / 1e6 / span;
    let (best, median) = (speed(spans[0]), speed(spans[spans.len() / 2]));
    println!(
        "{}",
        json!({ "what": what, "names": names, "best": best, "median": median, "count": count, "bytes": bytes.len() })
    );
}

fn imported(name: &'static str) -> impl Fn(&[u8]) -> usize {
    move |bytes| {
        let file = import::File::new(name, Cursor::new(bytes.to_vec()));
        let steps = Import::new(vec![file], Limits::default());
        steps.filter(|step| matches!(step, Step::Record(_))).count()
    }
}

fn main() {
    let mut told = std::env::args().skip(1).filter(|it| !it.starts_with("--"));
    let Some(folder) = told.next() else {
        println!("which folder?");
        return;
    };
    let folder = Path::new(&folder);
    fs::create_dir_all(folder).unwrap();
    for names in told.filter_map(|it| it.parse().ok()) {
        write(folder, names);
        let bytes = fs::read(folder.join(format!("{names}.ftm.json"))).unwrap();
        time("FollowTheMoney: Sourceline", names, &bytes, imported("bench.ftm.json"));
        time("FollowTheMoney: serde_json", names, &bytes, |bytes| {
            let lines = bytes.split(|it| *it == b'\n').filter(|it| !it.is_empty());
            lines.filter(|line| serde_json::from_slice::<Value>(line).unwrap().is_object()).count()
        });
        let bytes = fs::read(folder.join(format!("{names}.csv"))).unwrap();
        time("CSV: Sourceline", names, &bytes, imported("targets.simple.csv"));
        time("CSV: csv", names, &bytes, |bytes| {
            let mut reader = csv::Reader::from_reader(bytes);
            let mut record = csv::StringRecord::new();
            let mut count = 0;
            while reader.read_record(&mut record).unwrap() {
                count += usize::from(record.len() == 16);
            }
            count
        });
    }
}
