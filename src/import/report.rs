//! What an import tells beside its records: read, kept, repaired, refused, each with place and reason.

use std::collections::BTreeMap;

use super::formats::Format;
use super::formats::plain::Table;
use super::record::{FileId, Place};
use super::refusal::{Notice, Refusal, Repair};

/// What became of each file and record. All is counted; of each reason the first [`super::Limits::findings`] are
/// kept with their places, so that its size is bounded whatever is dropped.
#[derive(Clone, Debug, Default)]
pub struct Report {
    files: Vec<FileReport>,
    reasons: BTreeMap<Reason, Tally>,
    kept_of_each: usize,
}

/// What is told of one file, or of one member of an archive.
#[derive(Clone, Debug)]
pub struct FileReport {
    /// Its name; of a member, the archive's name, ` / ` and its own.
    pub name: String,
    /// The format that it was read in; nothing where it was refused before.
    pub format: Option<&'static Format>,
    /// What it says of itself.
    pub about: About,
    /// Records that were read, well or not: kept and refused.
    pub read: u64,
    /// Records that were kept.
    pub kept: u64,
    /// Records of the kept that were repaired.
    pub repaired: u64,
    /// Records that were refused.
    pub refused: u64,
    /// Why the file, or the rest of it, was not read.
    pub stopped: Option<Refusal>,
    /// The last record in which something was put right, whether it is kept or not.
    last_repaired: Option<u64>,
}

/// What a list says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The list, as its publisher calls it.
    pub list: Option<String>,
    /// When it was published, as the file has it.
    pub published: Option<String>,
    /// How many records it says that it has.
    pub count: Option<u64>,
    /// Of a table without a format of its own: how its columns are read, and a sample of its rows.
    pub table: Option<Table>,
}

/// One thing that the report tells, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub place: Place,
    /// What.
    pub what: What,
}

/// What is told of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A record was kept, with something put right in it.
    Repaired(Repair),
    /// A record was left out, and reading went on behind it.
    Refused(Refusal),
    /// The file, or the rest of it, was not read.
    Stopped(Refusal),
    /// Something to know of the whole file.
    Noticed(Notice),
}

/// What became of it: the first of the two keys by which findings are filtered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The file, or the rest of it, was not read.
    Stopped,
    /// A record was left out.
    Refused,
    /// A record was kept, with something put right in it.
    Repaired,
    /// Something to know of the whole file.
    Noticed,
}

/// What became of it and why: findings of one reason are counted together.
pub type Reason = (Outcome, &'static str);

/// The findings of one reason.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// How many there are.
    pub count: u64,
    /// The first of them.
    pub first: Vec<Finding>,
}

impl What {
    /// What became of it and why.
    pub const fn reason(&self) -> Reason {
        match self {
            Self::Stopped(it) => (Outcome::Stopped, it.key()),
            Self::Refused(it) => (Outcome::Refused, it.key()),
            Self::Repaired(it) => (Outcome::Repaired, it.key()),
            Self::Noticed(it) => (Outcome::Noticed, it.key()),
        }
    }
}

impl Report {
    pub(super) fn new(kept_of_each: usize) -> Self {
        Self { kept_of_each, ..Self::default() }
    }

    /// The files in the order in which they are read; a [`FileId`] of a place is an index here.
    pub fn files(&self) -> &[FileReport] {
        &self.files
    }

    /// One file.
    pub fn file(&self, id: FileId) -> Option<&FileReport> {
        self.files.get(id.0 as usize)
    }

    /// Each reason with its findings, what stopped files first.
    pub fn reasons(&self) -> impl Iterator<Item = (Reason, &Tally)> {
        self.reasons.iter().map(|(reason, tally)| (*reason, tally))
    }

    /// All findings that are kept, those of one reason together.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.reasons.values().flat_map(|tally| &tally.first)
    }

    /// How many findings there are of a reason.
    pub fn count(&self, reason: Reason) -> u64 {
        self.reasons.get(&reason).map_or(0, |tally| tally.count)
    }

    /// How many findings there are of all reasons.
    pub(super) fn told(&self) -> u64 {
        self.reasons.values().map(|tally| tally.count).sum()
    }

    /// Records that were kept, of all files.
    pub fn kept(&self) -> u64 {
        self.files.iter().map(|it| it.kept).sum()
    }

    pub(super) fn add_file(&mut self, name: String, format: Option<&'static Format>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        let about = About::default();
        let file = FileReport {
            name,
            format,
            about,
            read: 0,
            kept: 0,
            repaired: 0,
            refused: 0,
            stopped: None,
            last_repaired: None,
        };
        self.files.push(file);
        id
    }

    pub(super) fn file_mut(&mut self, id: FileId) -> Option<&mut FileReport> {
        self.files.get_mut(id.0 as usize)
    }

    /// Counts a record, or a row that was left for another, which stands there and is kept.
    pub(super) fn keep(&mut self, place: &Place) {
        if let Some(file) = self.file_mut(place.file) {
            file.read += 1;
            file.kept += 1;
            file.repaired += u64::from(file.last_repaired == Some(place.record));
        }
    }

    /// Takes a finding down and counts it for its file.
    pub(super) fn add(&mut self, place: Place, what: What) {
        if let Some(file) = self.file_mut(place.file) {
            match &what {
                What::Repaired(_) => file.last_repaired = Some(place.record),
                What::Refused(_) => {
                    file.read += 1;
                    file.refused += 1;
                }
                What::Stopped(refusal) => file.stopped = Some(refusal.clone()),
                What::Noticed(_) => {}
            }
        }
        let kept_of_each = self.kept_of_each;
        let tally = self.reasons.entry(what.reason()).or_default();
        tally.count += 1;
        if tally.first.len() < kept_of_each {
            tally.first.push(Finding { place, what });
        }
    }
}
