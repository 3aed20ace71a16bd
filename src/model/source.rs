//! Sources and the places in them: where a fact is said.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{ActorId, Late, MayBeLate, SourceId, When};

/// One document, without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file name without its extension: the stable name in addresses and data.
    pub key: String,
    /// A title in our own words.
    pub title: String,
    /// What is known of the document and on what basis, in our own words.
    pub note: Late<String>,
    /// The publisher, where the document names one.
    pub publisher: Option<String>,
    /// When it was written, and how that was resolved.
    pub written: When,
    /// The language of the text (BCP 47).
    pub lang: String,
    /// SHA-256 of the whole file, byte for byte.
    pub sha256: Late<Hash>,
    /// Agencies that the document credits.
    pub contributors: Vec<ActorId>,
    /// The paragraphs in order; paragraph 1 is the first.
    pub paragraphs: Vec<Paragraph>,
}

impl Source {
    /// The paragraph with number `paragraph`, counted from 1.
    pub fn paragraph(&self, paragraph: u16) -> Option<&Paragraph> {
        self.paragraphs.get(usize::from(paragraph).checked_sub(1)?)
    }

    /// The hash of a sentence; paragraph and sentence are counted from 1.
    pub fn sentence(&self, paragraph: u16, sentence: u16) -> Option<&Late<Hash>> {
        let sentence = usize::from(sentence).checked_sub(1)?;
        self.paragraph(paragraph)?.sentences.get(sentence)
    }

    /// The hash of the sentence at a place; none where the source has no such place.
    pub fn hash_at(&self, at: At) -> Option<&Late<Hash>> {
        self.sentence(u16::try_from(at.paragraph).ok()?, u16::try_from(at.sentence).ok()?)
    }
}

/// A non-empty line of a source: what kind it is, and the hash of each of its sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// What the paragraph is for.
    pub kind: ParagraphKind,
    /// SHA-256 of each sentence as [`crate::passage`] cuts and normalises it.
    pub sentences: Vec<Late<Hash>>,
}

/// What a paragraph of a source is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ParagraphKind {
    /// Running text: every sentence is covered by at least one fact.
    Text,
    /// The headline of the document: evidence of its own.
    Headline,
    /// Who contributed to the document.
    Credit,
    /// Menus, notices, links to other stories: not about the event.
    Furniture,
}

/// The place of a sentence in a document: its paragraph, and its number within that; both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct At {
    /// The paragraph.
    pub paragraph: u32,
    /// The sentence within the paragraph.
    pub sentence: u32,
}

/// Where a source supports a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The document.
    pub source: SourceId,
    /// The paragraph, counted from 1 (a paragraph is a non-empty line).
    pub paragraph: u16,
    /// The sentence within the paragraph, counted from 1.
    pub sentence: u16,
    /// SHA-256 of that sentence.
    pub hash: Late<Hash>,
    /// Words that the source itself quotes from a speaker.
    pub exact: Late<Option<Exact>>,
}

/// Direct speech, verbatim: the `exact` of a W3C Web Annotation `TextQuoteSelector`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exact {
    /// The quoted words, without quotation marks; 30 words at most.
    pub text: String,
    /// Who spoke them.
    pub speaker: ActorId,
}

/// A SHA-256 digest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

/// Lower-case hexadecimal.
impl MayBeLate for Hash {
    const NOTHING: &'static Self = &Self([0; 32]);
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Hash {
    /// There is one way to be wrong: not 64 hexadecimal digits.
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut bytes = [0; 32];
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(());
        }
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            let pair = core::str::from_utf8(pair).map_err(|_| ())?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| ())?;
        }
        Ok(Self(bytes))
    }
}
