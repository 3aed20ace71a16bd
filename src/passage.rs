//! Paragraphs and sentences of a document: the places that evidence names.
//!
//! Evidence points to a sentence by its numbers and by the SHA-256 of its text, never by the text. So
//! whoever holds the document must come to the same sentences: the rules here are few, fixed, and the
//! same natively and in the browser. They are made for news prose in English; where a full stop could be
//! read both ways, [`sentences`] says which way it is read.

use sha2::{Digest, Sha256};

use crate::model::Hash;

/// The paragraphs of a document: its lines that are not blank, without the white space around them.
///
/// Lines end with LF, CR LF or CR. A byte order mark at the start is no part of the text.
pub fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty())
}

/// The paragraphs of a document whose lines are broken at some width: runs of lines that are not blank,
/// without the white space around them.
///
/// Lines end with LF or CR LF. A byte order mark at the start is no part of the text.
pub fn blocks(text: &str) -> impl Iterator<Item = &str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rest = text;
    core::iter::from_fn(move || {
        rest = rest.trim_start();
        let mut end = 0;
        for line in rest.split_inclusive('\n') {
            if line.trim().is_empty() {
                break;
            }
            end += line.len();
        }
        let (block, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(block.trim_end()).filter(|block| !block.is_empty())
    })
}

/// The sentences of a paragraph, without the white space around them.
///
/// A sentence ends after `.`, `!`, `?` or `…`, more of them, and the quotation marks and brackets that
/// close there, if white space follows and then a capital letter, a digit or an opening quotation mark or
/// bracket. A single full stop does not end one
///
/// - after a title that stands before a name ("Mr. Putin"), nor after a word that stands before a number
///   and is followed by one ("No. 5", "Jan. 3");
/// - after initials, abbreviations with inner full stops and suffixes of names ("J. Smith", "U.S. Army",
///   "Acme Inc."), unless a word follows that hardly stands inside a sentence with a capital letter
///   ("… in the U.S. The …");
/// - after what numbers the paragraph ("1. First").
///
/// A question in quotation marks that goes on with a name ("“Why?” Kirby asked.") is read as two
/// sentences: nothing in the letters tells it from two.
pub fn sentences(paragraph: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = paragraph.trim();
    while let Some((sentence, after)) = first_sentence(rest) {
        found.push(sentence);
        rest = after;
    }
    if !rest.is_empty() {
        found.push(rest);
    }
    found
}

/// The sentence as it is hashed: each run of white space as one space, none around it; nothing else is
/// changed.
pub fn normalise(sentence: &str) -> String {
    let mut text = String::with_capacity(sentence.len());
    for word in sentence.split_whitespace() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

/// The SHA-256 of the sentence as [`normalise`] leaves it, in UTF-8.
pub fn hash(sentence: &str) -> Hash {
    Hash(Sha256::digest(normalise(sentence)).into())
}

/// The SHA-256 of a whole document, byte for byte.
pub fn hash_of_file(bytes: &[u8]) -> Hash {
    Hash(Sha256::digest(bytes).into())
}

/// The first sentence of `text` and what follows it, where it ends before `text` does.
fn first_sentence(text: &str) -> Option<(&str, &str)> {
    let mut from = 0;
    loop {
        let at = from + text.get(from..)?.find(ends_sentence)?;
        let (before, tail) = text.split_at_checked(at)?;
        let after_stops = tail.trim_start_matches(ends_sentence);
        let after_closing = after_stops.trim_start_matches(closes);
        let next = after_closing.trim_start();
        if next.is_empty() {
            return None;
        }
        let end = text.len() - after_closing.len();
        let spaced = next.len() < after_closing.len();
        let lone_stop = text.get(at..end) == Some(".");
        if spaced && opens_sentence(next) && !(lone_stop && abbreviates(before, next)) {
            return text.split_at_checked(end).map(|(sentence, _)| (sentence, next));
        }
        from = end;
    }
}

const fn ends_sentence(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '…')
}

const fn closes(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}')
}

const fn opens(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '“' | '‘' | '„' | '‚' | '«' | '‹' | '(' | '[' | '{')
}

/// Whether a sentence may begin so.
fn opens_sentence(text: &str) -> bool {
    text.starts_with(|first: char| opens(first) || first.is_uppercase() || first.is_numeric())
}

/// Titles: what follows is a name.
const TITLES: [&str; 26] = [
    "Adm", "Amb", "Capt", "Cmdr", "Col", "Dr", "Fr", "Gen", "Gov", "Hon", "Lt", "Maj", "Messrs", "Mr", "Mrs",
    "Ms", "Mt", "Pres", "Prof", "Rep", "Rev", "Sen", "Sgt", "St", "Supt", "vs",
];

/// What stands before a number.
const NUMBERED: [&str; 24] = [
    "Apr", "Art", "Aug", "Ch", "Dec", "Feb", "Fig", "Jan", "Jul", "Jun", "Mar", "No", "Nos", "Nov", "Oct",
    "Sec", "Sep", "Sept", "Vol", "no", "nos", "p", "para", "pp",
];

/// What stands after a name.
const SUFFIXES: [&str; 11] = ["Bros", "Co", "Corp", "Dept", "Inc", "Jr", "Ltd", "Plc", "Sr", "al", "etc"];

/// Words that hardly ever stand with a capital letter inside a sentence.
const OPENERS: [&str; 47] = [
    "A",
    "After",
    "All",
    "Although",
    "An",
    "And",
    "Another",
    "As",
    "At",
    "Before",
    "But",
    "By",
    "During",
    "Each",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "How",
    "However",
    "If",
    "In",
    "It",
    "Its",
    "Meanwhile",
    "No",
    "Nor",
    "On",
    "Or",
    "Our",
    "She",
    "Since",
    "So",
    "Some",
    "That",
    "The",
    "Their",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "We",
    "What",
    "When",
    "While",
];

/// Whether the full stop after `before` belongs to an abbreviation with which the sentence goes on.
fn abbreviates(before: &str, next: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = word.trim_start_matches(|letter| opens(letter) || letter == '—' || letter == '–');
    let number_follows = next.starts_with(char::is_numeric);
    if TITLES.contains(&word) {
        return true;
    }
    if NUMBERED.contains(&word) && number_follows {
        return true;
    }
    if before == word && !word.is_empty() && word.chars().all(char::is_numeric) {
        return true;
    }
    (is_dotted(word) || SUFFIXES.contains(&word)) && !opens_with_opener(next)
}

/// Single letters with full stops between them: "J", "U.S", "S.R.O", "a.m"; a lone letter is a capital.
fn is_dotted(word: &str) -> bool {
    let single = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    let lone_small = !word.contains('.') && word.chars().all(char::is_lowercase);
    !lone_small && word.split('.').all(single)
}

fn opens_with_opener(text: &str) -> bool {
    let text = text.trim_start_matches(opens);
    let word = text.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    OPENERS.contains(&word)
}
