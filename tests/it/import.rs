//! Tests of the import: what every format shares, and one module a format.

mod bombs;
mod countries;
mod dataset;
mod dating;
mod eu;
mod formats;
mod ftm;
mod ftm_targets;
mod graph;
mod hostile;
mod input;
mod json;
mod links;
mod ofac_csv;
mod ofac_xml;
mod plain_csv;
mod seco;
mod several;
mod story;
mod uk_csv;
mod uk_xml;
mod un;
mod words;
mod xml;

use std::io::Cursor;
use std::path::{Path, PathBuf};

use sourceline::import::report::{Finding, What};
use sourceline::import::{File, Import, Limits, Record, Refusal, Repair};

use crate::fuzz::targets;

/// What an import of files gave, and the import itself.
struct Read {
    records: Vec<Record>,
    import: Import,
}

/// Imports files to the end.
fn import(files: &[(&str, &[u8])]) -> Read {
    import_with(files, Limits::default())
}

fn import_with(files: &[(&str, &[u8])], limits: Limits) -> Read {
    let files = files.iter().map(|(name, bytes)| File::new(*name, Cursor::new(bytes.to_vec()))).collect();
    run(Import::new(files, limits))
}

fn run(import: Import) -> Read {
    let (import, records) = targets::run(import);
    Read { records, import }
}

impl Read {
    /// The entry of an id: not what only adds to it.
    #[track_caller]
    fn entry(&self, id: &str) -> &Record {
        self.records
            .iter()
            .find(|it| it.id == id && !it.extends)
            .unwrap_or_else(|| panic!("there is no {id}"))
    }

    fn findings(&self) -> Vec<&Finding> {
        self.import.report().findings().collect()
    }

    /// Why files were not read, or not to their end.
    fn stopped(&self) -> Vec<Refusal> {
        let stopped = |it: &&Finding| match &it.what {
            What::Stopped(refusal) => Some(refusal.clone()),
            _ => None,
        };
        self.findings().iter().filter_map(stopped).collect()
    }

    /// Why records were refused, with the number of each.
    fn refused(&self) -> Vec<(u64, Refusal)> {
        let refused = |it: &&Finding| match &it.what {
            What::Refused(refusal) => Some((it.place.record, refusal.clone())),
            _ => None,
        };
        self.findings().iter().filter_map(refused).collect()
    }

    /// What was repaired, with the number of the record.
    fn repaired(&self) -> Vec<(u64, Repair)> {
        let repaired = |it: &&Finding| match &it.what {
            What::Repaired(repair) => Some((it.place.record, repair.clone())),
            _ => None,
        };
        self.findings().iter().filter_map(repaired).collect()
    }

    /// The words of a record in its file.
    fn words(&self, record: &Record) -> String {
        self.import.words(&record.place).unwrap()
    }
}

/// The folder of real lists, which stands beside the project or does not.
fn shared(folder: &str, name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(folder).join(name);
    if path.is_file() {
        return Some(path);
    }
    println!("skipped: {} is not there", path.display());
    None
}

/// The import of real files; nothing where one is not there.
fn import_shared(folder: &str, names: &[&str]) -> Option<Read> {
    let open = |name: &&str| {
        let path = shared(folder, name)?;
        Some(File::new(*name, std::fs::File::open(path).unwrap()))
    };
    let files: Option<Vec<_>> = names.iter().map(open).collect();
    Some(run(Import::new(files?, Limits::default())))
}
