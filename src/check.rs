//! Check it yourself: a reader's copy of a document held against the hashes of a source.
//!
//! [`read()`] makes text of the bytes, or says why it cannot; [`check`] cuts that text as [`crate::passage`]
//! does and looks for each sentence of the source by its SHA-256. The source's own text is nowhere in the
//! program, so what a reader then sees is the reader's own copy. Nothing here keeps it.

mod find;
mod fold;
mod read;

pub use fold::{Run, fold};
pub use read::{Format, MAX_BYTES, MAX_SENTENCES, Unreadable, read};

use crate::coverage::Coverage;
use crate::model::{At, Dataset, Hash, ParagraphKind, Source, SourceId};
use crate::passage;
use crate::query::Row;
use find::{Copied, Expected};

/// What a copy was found to be, sentence by sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The source it was held against.
    pub source: SourceId,
    /// What it comes to.
    pub verdict: Verdict,
    /// The sentences of the source in their order.
    pub sentences: Vec<Checked>,
    /// The paragraphs of the copy, with their text.
    pub copy: Vec<Vec<Sentence>>,
    /// True where the lines of the copy had to be joined to paragraphs.
    pub joined: bool,
}

/// What a check comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is the very file, byte for byte.
    Same,
    /// Another file, with all evidence in it.
    Whole,
    /// Some of the evidence is not in it.
    Changed,
    /// It is another document of the story, or more like it.
    Other(SourceId),
    /// No sentence of any source is in it.
    Unknown,
}

/// A sentence of the source, looked for in the copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Its place in the source.
    pub at: At,
    /// What its paragraph is for.
    pub kind: ParagraphKind,
    /// The facts and designations whose evidence it is.
    pub rests: Vec<Row>,
    /// Whether the copy has it.
    pub found: Found,
}

/// Whether a copy has a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// In its place.
    Here,
    /// In another place.
    Moved(At),
    /// Not at all; perhaps with the place of the sentence that the copy has instead.
    Missing {
        /// A sentence of the copy that is none of the source's and stands between the right neighbours.
        instead: Option<At>,
    },
}

/// A sentence of the copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its text, as it stands in the copy.
    pub text: String,
    /// Which sentence of the source it is: an index into [`Check::sentences`].
    pub is: Option<usize>,
}

/// How many evidences a check found. A fact that rests on two sentences has two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// In their place.
    pub here: usize,
    /// In another place.
    pub moved: usize,
    /// Not found.
    pub missing: usize,
}

impl Tally {
    /// All of them.
    pub const fn all(self) -> usize {
        self.here + self.moved + self.missing
    }

    /// Those found, in whatever place.
    pub const fn found(self) -> usize {
        self.here + self.moved
    }
}

/// Holds a copy against a source: each sentence of the source is found once at most, in its own place
/// before any other.
///
/// # Errors
///
/// Where the bytes are no text that can be held against anything: see [`Unreadable`].
pub fn check(data: &Dataset, source: SourceId, bytes: &[u8]) -> Result<Check, Unreadable> {
    let text = read(bytes)?;
    let coverage = Coverage::of(data, source);
    let expected = Expected::of(&data[source]);
    let (copied, joined) = copied(text, data)?;
    let matches = expected.find_in(&copied);
    let sentences = coverage.sentences().zip(&matches.found).map(|((at, kind, rows), found)| Checked {
        at,
        kind,
        rests: rows.to_vec(),
        found: *found,
    });
    let sentences: Vec<_> = sentences.collect();

    let hash = passage::hash_of_file(bytes);
    let own = matches.found.iter().filter(|it| !matches!(it, Found::Missing { .. })).count();
    let verdict = if hash == *data[source].sha256 {
        Verdict::Same
    } else if let Some(other) = other(data, source, hash, own, &copied) {
        Verdict::Other(other)
    } else if own == 0 {
        Verdict::Unknown
    } else if sentences.iter().all(|it| it.rests.is_empty() || !it.is_missing()) {
        Verdict::Whole
    } else {
        Verdict::Changed
    };
    Ok(Check { source, verdict, sentences, copy: copied.into_paragraphs(&matches.of), joined })
}

/// The copy, cut at the ends of its lines; or where more of the sources' sentences are in it so, cut at its blank
/// lines only: what comes out of a mail or a PDF has its lines broken at some width. True for that.
fn copied<'t>(text: &'t str, data: &Dataset) -> Result<(Copied<'t>, bool), Unreadable> {
    let lines = Copied::of(passage::paragraphs(text), data)?;
    if data.sources.iter().any(|source| Expected::of(source).all_in(&lines)) {
        return Ok((lines, false));
    }
    let blocks = Copied::of(passage::blocks(text), data)?;
    Ok(if blocks.known() > lines.known() { (blocks, true) } else { (lines, false) })
}

/// The other source that the copy is, or of which it has more sentences than the `own` of this one.
fn other(data: &Dataset, source: SourceId, hash: Hash, own: usize, copied: &Copied<'_>) -> Option<SourceId> {
    let mut best = (own, None);
    for (id, it) in data.all::<Source>().filter(|(id, _)| *id != source) {
        if *it.sha256 == hash {
            return Some(id);
        }
        let found = Expected::of(it).count_in(copied);
        if found > best.0 {
            best = (found, Some(id));
        }
    }
    best.1
}

impl Check {
    /// How many evidences were found.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for it in &self.sentences {
            let count = it.rests.len();
            match it.found {
                Found::Here => tally.here += count,
                Found::Moved(_) => tally.moved += count,
                Found::Missing { .. } => tally.missing += count,
            }
        }
        tally
    }

    /// The sentences that carry evidence and were not found.
    pub fn failed(&self) -> impl Iterator<Item = &Checked> {
        self.sentences.iter().filter(|it| it.is_missing() && !it.rests.is_empty())
    }

    /// The sentence of the copy at a place.
    pub fn copy_at(&self, at: At) -> Option<&Sentence> {
        let index = |number: u32| usize::try_from(number).ok()?.checked_sub(1);
        self.copy.get(index(at.paragraph)?)?.get(index(at.sentence)?)
    }
}

impl Checked {
    /// True where the copy does not have it.
    pub const fn is_missing(&self) -> bool {
        matches!(self.found, Found::Missing { .. })
    }
}
