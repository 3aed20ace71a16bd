//! Sources, and the places in them that facts and designations point to.

use super::names::Names;
use super::parse::Raw;
use super::problem::On;
use super::raw::{RawEvidence, RawSource};
use super::time;
use crate::model::{Attribution, Evidence, Exact, Hash, Paragraph, ParagraphKind, Source};

/// No more of a speaker's own words are kept than this.
const MOST_WORDS: usize = 30;

/// A document.
pub(super) fn source(raw: &RawSource, names: &Names<'_>, on: &mut On<'_>) -> Source {
    on.filled("title", &raw.title);
    on.filled("note", &raw.note);
    on.filled("lang", &raw.lang);
    on.filled_if_there("publisher", raw.publisher.as_ref());
    let paragraphs = (1..).zip(&raw.paragraph).map(|(number, raw)| {
        if raw.sentences.is_empty() && raw.kind != ParagraphKind::Furniture {
            on.problem(format!("paragraph {number} has no sentences"), "give the hash of each");
        }
        let sentences = (1..).zip(&raw.sentences);
        let sentences =
            sentences.map(|(n, text)| hash(&format!("sentence {n} of paragraph {number}"), text, on));
        Paragraph { kind: raw.kind, sentences: sentences.map(Into::into).collect() }
    });
    let paragraphs: Vec<_> = paragraphs.collect();
    if paragraphs.is_empty() {
        on.problem("has no paragraphs", "list them; `site passages FILE` writes the list");
    }
    Source {
        key: raw.key.clone(),
        title: raw.title.clone(),
        note: raw.note.clone().into(),
        publisher: raw.publisher.clone(),
        written: time::when(&raw.written, on),
        lang: raw.lang.clone(),
        sha256: hash("the document", &raw.sha256, on).into(),
        contributors: names.actors.find_all(&raw.contributors, on),
        paragraphs,
    }
}

fn hash(of: &str, text: &str, on: &mut On<'_>) -> Hash {
    text.parse().unwrap_or_else(|()| {
        on.problem(
            format!("the hash of {of} is `{text}`, which is not 64 hexadecimal digits"),
            "copy what `site passages FILE` writes",
        );
        Hash([0; 32])
    })
}

/// The evidence of a record that rests on `attribution`.
pub(super) fn all(
    evidence: &[RawEvidence],
    attribution: &Attribution,
    raw: &Raw,
    names: &Names<'_>,
    on: &mut On<'_>,
) -> Vec<Evidence> {
    if evidence.is_empty() {
        on.problem("has no evidence", "name the sentence that says it, or leave the record out");
    }
    evidence.iter().map(|one| self::one(one, attribution, raw, names, on)).collect()
}

fn one(
    evidence: &RawEvidence,
    attribution: &Attribution,
    raw: &Raw,
    names: &Names<'_>,
    on: &mut On<'_>,
) -> Evidence {
    Evidence {
        source: names.sources.find(&evidence.source, on),
        paragraph: evidence.paragraph,
        sentence: evidence.sentence,
        hash: place(evidence, raw, on).unwrap_or(Hash([0; 32])).into(),
        exact: exact(evidence, attribution, names, on).into(),
    }
}

/// The hash of the sentence. A hash that cannot be read is a problem of the source alone.
fn place(evidence: &RawEvidence, raw: &Raw, on: &mut On<'_>) -> Option<Hash> {
    let RawEvidence { source: key, paragraph: number, sentence, .. } = evidence;
    let source = raw.sources.source.iter().find(|source| source.key == *key)?;
    let Some(paragraph) = nth(&source.paragraph, *number) else {
        let count = source.paragraph.len();
        on.problem(
            format!("points to paragraph {number} of `{key}`, which has {count}"),
            "correct the number; paragraphs are non-empty lines, counted from 1",
        );
        return None;
    };
    if paragraph.kind == ParagraphKind::Furniture {
        on.problem(
            format!("rests on paragraph {number} of `{key}`, which is furniture"),
            "point to the text, or correct the kind of the paragraph",
        );
    }
    let Some(hash) = nth(&paragraph.sentences, *sentence) else {
        let count = paragraph.sentences.len();
        on.problem(
            format!("points to sentence {sentence} of paragraph {number} of `{key}`, which has {count}"),
            "correct the number; sentences are counted from 1",
        );
        return None;
    };
    hash.parse().ok()
}

fn nth<T>(list: &[T], number: u16) -> Option<&T> {
    list.get(usize::from(number).checked_sub(1)?)
}

fn exact(
    evidence: &RawEvidence,
    attribution: &Attribution,
    names: &Names<'_>,
    on: &mut On<'_>,
) -> Option<Exact> {
    let speaker = names.actors.find_some(evidence.exact_speaker.as_ref(), on);
    let Some(text) = &evidence.exact else {
        if speaker.is_some() {
            on.problem("has an `exact_speaker`, but no `exact`", "quote the words, or leave the speaker out");
        }
        return None;
    };
    on.filled("`exact`", text);
    let words = text.split_whitespace().count();
    if words > MOST_WORDS {
        on.problem(
            format!("quotes {words} words in `exact`"),
            format!("keep {MOST_WORDS} at most, and say the rest in our own words"),
        );
    }
    if text.starts_with(is_mark) || text.ends_with(is_mark) {
        on.problem("has quotation marks around `exact`", "give the words alone");
    }
    let Some(speaker) = speaker.or(attribution.speaker) else {
        on.problem("quotes somebody in `exact`, but nobody speaks", "name the `exact_speaker`");
        return None;
    };
    Some(Exact { text: text.clone(), speaker })
}

const fn is_mark(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„' | '«' | '»')
}
