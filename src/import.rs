//! Opening lists: from dropped files to records, with a report of what became of each.
//!
//! This is core code: it opens nothing, asks no clock and never waits. A worker gives it [`File`]s and pulls:
//!
//! ```
//! use std::io::Cursor;
//! use sourceline::import::{File, Import, Limits, Step};
//!
//! let sdn = "1,\"ACME TRADING\",-0- ,\"DPRK2\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"Linked To: ACME BANK.\"\r\n";
//! let files = vec![File::new("sdn.csv", Cursor::new(sdn))];
//! let mut import = Import::new(files, Limits::default());
//! let mut names = Vec::new();
//! // A worker stops after some 30 ms, reports `import.progress()` and goes on unless it was cancelled.
//! while let Some(step) = import.next() {
//!     if let Step::Record(record) = step {
//!         names.push(record.name().unwrap().full.clone());
//!     }
//! }
//! assert_eq!(names, ["ACME TRADING"]);
//! assert_eq!(import.report().kept(), 1);
//! ```
//!
//! # The way of the bytes
//!
//! [`input`] takes packings off and turns every encoding into UTF-8, counting what comes out; a [`formats::Format`]
//! is told by the beginning of the text ([`formats::sniff`]); its reader gives one [`record::Record`] at a time.
//! Nothing is held but one record, so a file may be larger than memory; only stories of this project, in JSON or TOML, are
//! read as a whole.
//!
//! # Several files
//!
//! The files of one drop are one dataset. All are sniffed before any is read, and they are read in the order of
//! [`formats::FORMATS`], then of their names: which was dropped first changes nothing. So entries come before what
//! adds to them, and an OFAC entry has its comments when it is given, as these are read before.
//!
//! Relations are as the list has them, most of them by name: [`links`] says whom they may mean.
//!
//! # Tables without a format of their own
//!
//! Which column of a CSV is what is guessed, and the guess is in the report with a sample of the rows
//! ([`report::About::table`]). Who knows better changes the [`formats::plain::Mapping`] and imports the files once more by
//! [`Import::mapped`].
//!
//! # What goes wrong
//!
//! Nothing stops the program and no record is lost without a word. [`Refusal`] says why a file, its rest or a record
//! was not read, [`Repair`] what was put right; each is counted in the [`Report`] and kept there with its [`Place`].
//! The words for readers stand in [`crate::words::import`].

mod countries;
mod desk;
pub mod formats;
pub mod input;
pub mod items;
pub mod json;
mod limits;
pub mod lines;
pub mod links;
pub mod record;
mod refusal;
pub mod report;
pub mod rows;
pub mod xml;

pub use countries::{NAMES as COUNTRIES, by_code as country_by_code, code as country};
pub use desk::Desk;
pub use input::File;
pub use limits::Limits;
pub use record::{FileId, Place, Record};
pub use refusal::{Foreign, Notice, Refusal, Repair};
pub use report::Report;

use std::io::{BufRead, Read};

use desk::Left;
use formats::plain::{self, Mapping};
use formats::{FORMATS, Format, Item, Opening, Reader};
use input::{Head, Member, Raw, Text};
use report::{About, What};

/// An import under way. Dropping it cancels it.
pub struct Import {
    limits: Limits,
    /// How readers want tables to be read, by the names that the report gives to files.
    mappings: Vec<(String, Mapping)>,
    /// The format that all files are read in, as its place in [`FORMATS`], where that is said.
    said: Option<usize>,
    report: Report,
    left: Left,
    stage: Stage,
    /// What is to be read and has been read, by [`FileId`].
    jobs: Vec<Job>,
    present: Vec<&'static str>,
    records: u64,
    /// Bytes of files that are read to their end.
    done: u64,
    /// How many findings there were when the file that is being read was opened.
    told: u64,
}

/// What a step gave.
#[derive(Debug)]
pub enum Step {
    /// A record to keep.
    Record(Box<Record>),
    /// A record was refused; the report says which and why.
    Refused,
    /// A file was begun, ended or refused, or a row was kept for another record.
    Passed,
}

/// How far an import has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the dropped files that are read, packed where they are packed.
    pub read: u64,
    /// Of how many; 0 until all files have been looked at.
    pub of: u64,
    /// Records given.
    pub records: u64,
    /// The file that is being read.
    pub file: Option<FileId>,
}

/// A text to be read, and where it is.
struct Job {
    raw: Raw,
    member: Member,
    /// Its place in [`FORMATS`].
    format: usize,
}

enum Stage {
    /// Files are being looked into.
    Looking {
        files: std::vec::IntoIter<File>,
        members: Vec<(Raw, Member)>,
        found: Found,
    },
    /// Jobs are being done: the number of the next, and what is being read.
    Reading {
        next: usize,
        open: Option<(FileId, Box<dyn Reader>)>,
    },
    Over,
}

/// What was found in the files.
#[derive(Default)]
struct Found {
    jobs: Vec<Job>,
    refused: Vec<(String, Refusal)>,
}

impl Import {
    /// An import of the files of one drop. Nothing is read yet.
    pub fn new(files: Vec<File>, limits: Limits) -> Self {
        Self::mapped(files, limits, Vec::new())
    }

    /// The same where a reader has said how some of the files are read as tables, by the names that
    /// [`Report::files`] gives them: these are read so whatever they look like, and all others as ever.
    pub fn mapped(files: Vec<File>, limits: Limits, mappings: Vec<(String, Mapping)>) -> Self {
        let stage = Stage::Looking { files: files.into_iter(), members: Vec::new(), found: Found::default() };
        Self {
            limits,
            mappings,
            said: None,
            report: Report::new(limits.findings),
            left: Left::default(),
            stage,
            jobs: Vec::new(),
            present: Vec::new(),
            records: 0,
            done: 0,
            told: 0,
        }
    }

    /// The same where somebody says the format of all files, by its key, and their beginnings are not asked.
    #[must_use]
    pub fn said(mut self, format: &str) -> Self {
        self.said = FORMATS.iter().position(|it| it.key == format);
        self
    }

    /// What became of it so far.
    pub const fn report(&self) -> &Report {
        &self.report
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        let (file, read) = match &self.stage {
            Stage::Reading { open: Some((file, reader)), .. } => (Some(*file), reader.text().raw()),
            _ => (None, 0),
        };
        let of = self.jobs.iter().map(|it| it.member.len()).sum();
        Progress { read: self.done + read, of, records: self.records, file }
    }

    /// Ends it before its end: what was read is kept, and why the rest is not is told of the file that is being read.
    pub fn stop(&mut self, refusal: Refusal) {
        if let Stage::Reading { open: Some((file, _)), .. } = &self.stage {
            let place = Place::whole(*file);
            self.close(Some((place, refusal)));
        }
        self.stage = Stage::Over;
    }

    /// The words of a place, as they stand in the text of its file: the evidence of a record, again.
    ///
    /// The file is read from its beginning, as a packed text can be entered nowhere else.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read any more, or the place is in none.
    pub fn words(&self, place: &Place) -> Result<String, Refusal> {
        let job = self.jobs.get(place.file.0 as usize).ok_or(Refusal::Unread)?;
        let mut text = input::open(&job.raw, &job.member, place.file, &self.limits)?;
        let told = |error: std::io::Error| Refusal::of_io(&error);
        while text.at() < place.span.start {
            text.begin();
            let there = text.fill_buf().map_err(told)?.len() as u64;
            if there == 0 {
                return Err(Refusal::Truncated);
            }
            let skip = there.min(place.span.start - text.at());
            text.consume(usize::try_from(skip).unwrap_or(usize::MAX));
        }
        text.begin();
        let mut words = Vec::new();
        let len = place.span.end.saturating_sub(place.span.start);
        text.take(len).read_to_end(&mut words).map_err(told)?;
        Ok(String::from_utf8_lossy(&words).into_owned())
    }

    /// Looks into one file or one member of an archive.
    fn look(&mut self) {
        let Self { stage: Stage::Looking { files, members, found }, mappings, said, .. } = self else {
            return;
        };
        let table = || FORMATS.iter().position(|it| it.key == plain::KEY);
        if let Some((raw, member)) = members.pop() {
            let said = said.or_else(|| mapping(mappings, &member).and_then(|_| table()));
            match sniffed(&raw, &member, said, &self.limits) {
                Ok(format) => found.jobs.push(Job { raw, member, format }),
                Err(refusal) => found.refused.push((member.name, refusal)),
            }
        } else if let Some(File { name, bytes }) = files.next() {
            let raw = Raw::new(bytes, &self.limits);
            match raw.and_then(|raw| Ok((input::members(&name, &raw, &self.limits)?, raw))) {
                Ok((all, raw)) => {
                    if all.is_empty() {
                        found.refused.push((name, Refusal::Empty));
                    }
                    for member in all {
                        match member {
                            Ok(member) => members.push((raw.clone(), member)),
                            Err(refused) => found.refused.push(refused),
                        }
                    }
                }
                Err(refusal) => found.refused.push((name, refusal)),
            }
        } else {
            let found = core::mem::take(found);
            self.plan(found);
        }
    }

    /// Puts the files in the order in which they are read, which is none in which they were dropped.
    fn plan(&mut self, mut found: Found) {
        found.jobs.sort_by(|a, b| {
            (a.format, &a.member.name, a.member.len()).cmp(&(b.format, &b.member.name, b.member.len()))
        });
        found.refused.sort();
        for job in &found.jobs {
            let format = FORMATS.get(job.format);
            self.report.add_file(job.member.name.clone(), format);
            self.present.extend(format.map(|it| it.key));
        }
        for (name, refusal) in found.refused {
            let file = self.report.add_file(name, None);
            self.report.add(Place::whole(file), What::Stopped(refusal));
        }
        self.jobs = found.jobs;
        self.stage = Stage::Reading { next: 0, open: None };
    }

    /// Opens the next file, or ends.
    fn open(&mut self) {
        let Stage::Reading { next, open } = &mut self.stage else { return };
        let Some(job) = self.jobs.get(*next) else {
            self.stage = Stage::Over;
            return;
        };
        let file = FileId(u32::try_from(*next).unwrap_or(u32::MAX));
        *next += 1;
        match opened(job, file, mapping(&self.mappings, &job.member), &self.limits) {
            Ok(reader) => {
                // A mapping can be shown before the rows are read.
                if let Some(told) = self.report.file_mut(file) {
                    told.about = about(&*reader);
                }
                self.told = self.report.told();
                *open = Some((file, reader));
            }
            Err(refusal) => {
                self.done += job.member.len();
                self.report.add(Place::whole(file), What::Stopped(refusal));
            }
        }
    }

    /// Closes the file that is being read.
    fn close(&mut self, stopped: Option<(Place, Refusal)>) {
        let Stage::Reading { open, .. } = &mut self.stage else { return };
        let Some((file, reader)) = open.take() else { return };
        self.done += self.jobs.get(file.0 as usize).map_or(0, |job| job.member.len());
        let about = about(&*reader);
        let counted = about.count;
        let Some(told) = self.report.file_mut(file) else { return };
        told.about = about;
        let found = told.read;
        // A list without entries, or a head and nothing below it: nobody would know why nothing is there.
        let is_silent = found == 0 && self.told == self.report.told();
        match (stopped, counted) {
            (Some((place, refusal)), _) => self.report.add(place, What::Stopped(refusal)),
            (None, _) if is_silent => self.report.add(Place::whole(file), What::Stopped(Refusal::Empty)),
            (None, Some(said)) if said != found => {
                self.report.add(Place::whole(file), What::Noticed(Notice::Count { said, found }));
            }
            (None, _) => {}
        }
    }

    /// Reads one record of the file that is open.
    fn read(&mut self) -> Step {
        let Stage::Reading { open: Some((file, reader)), .. } = &mut self.stage else { return Step::Passed };
        let file = *file;
        let mut desk = Desk {
            report: &mut self.report,
            left: &mut self.left,
            present: &self.present,
            limits: &self.limits,
        };
        let item = reader.next(&mut desk);
        let is_counted = matches!(item, Some(Item::Record(_)));
        match item {
            Some(Item::Record(record) | Item::Added(record)) => {
                if self.records >= self.limits.records {
                    let refusal = Refusal::TooMany { limit: self.limits.records };
                    self.close(Some((record.place, refusal)));
                    return Step::Passed;
                }
                self.records += 1;
                // What another file left was counted when it was read.
                if is_counted && record.place.file == file {
                    self.report.keep(&record.place);
                }
                Step::Record(record)
            }
            Some(Item::Left(place)) => {
                self.report.keep(&place);
                Step::Passed
            }
            Some(Item::Refused(place, refusal)) => {
                self.report.add(place, What::Refused(refusal));
                Step::Refused
            }
            Some(Item::Stopped(place, refusal)) => {
                self.close(Some((place, refusal)));
                Step::Passed
            }
            None => {
                self.close(None);
                Step::Passed
            }
        }
    }
}

/// One step a call: one record, one refusal, or one file looked into. Nothing at the end.
impl Iterator for Import {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        match &self.stage {
            Stage::Looking { .. } => self.look(),
            Stage::Reading { open: Some(_), .. } => return Some(self.read()),
            Stage::Reading { open: None, .. } => self.open(),
            Stage::Over => return None,
        }
        Some(Step::Passed)
    }
}

/// What a reader has said of a text.
fn mapping<'m>(mappings: &'m [(String, Mapping)], member: &Member) -> Option<&'m Mapping> {
    mappings.iter().find(|(name, _)| *name == member.name).map(|(_, mapping)| mapping)
}

/// The format of a text, as its place in [`FORMATS`].
fn sniffed(raw: &Raw, member: &Member, said: Option<usize>, limits: &Limits) -> Result<usize, Refusal> {
    let mut text = input::open(raw, member, FileId(0), limits)?;
    let bytes = text.head()?;
    let head = Head::new(&member.name, &bytes);
    if head.is_blank() {
        return Err(Refusal::Empty);
    }
    if let Some(said) = said {
        return Ok(said);
    }
    if head.root().is_some_and(|(name, _)| name.eq_ignore_ascii_case("html")) {
        return Err(Refusal::Foreign { sort: Foreign::Web });
    }
    formats::sniff(&head).ok_or(Refusal::Unknown)
}

fn opened(
    job: &Job,
    file: FileId,
    mapping: Option<&Mapping>,
    limits: &Limits,
) -> Result<Box<dyn Reader>, Refusal> {
    let format: &Format = FORMATS.get(job.format).ok_or(Refusal::Unknown)?;
    let text: Text = input::open(&job.raw, &job.member, file, limits)?;
    let name = job.member.name.rsplit(" / ").next().unwrap_or_default();
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    (format.open)(Opening { name, text, limits, mapping })
}

/// What a file says of itself.
fn about(reader: &dyn Reader) -> About {
    let it = reader.about().clone();
    let unturned = |words: Option<String>| words.map(|it| input::unturned(&it));
    About { list: unturned(it.list), published: unturned(it.published), ..it }
}

/// A text with each run of white space as one space, and none at its ends.
pub fn tidy(words: &str) -> String {
    if is_tidy(words) {
        return words.to_owned();
    }
    let mut tidy = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    tidy
}

/// True where nothing is to be done, as for nearly all texts of a list. It is sure only of what it takes for tidy:
/// no letter whose first byte may begin a space is.
fn is_tidy(words: &str) -> bool {
    let words = words.as_bytes();
    // Without a branch for each byte, so that several are looked at in one step.
    let odd = |byte: u8| {
        byte.wrapping_sub(b'\t') < 5
            || byte.wrapping_sub(0x1c) < 4
            || byte == 0xc2
            || byte.wrapping_sub(0xe1) < 3
    };
    let pairs = words.iter().zip(words.get(1..).unwrap_or_default());
    let twice = pairs.fold(false, |found, (a, b)| found | ((*a == b' ') & (*b == b' ')));
    let has_odd = words.iter().fold(false, |found, byte| found | odd(*byte));
    !twice && !has_odd && words.first() != Some(&b' ') && words.last() != Some(&b' ')
}
