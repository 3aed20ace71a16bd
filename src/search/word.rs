//! A text as words in folded Latin letters, each letter knowing where it stands in the text.

use core::ops::Range;

use super::script::write_latin;
use crate::query::fold_letter;

/// The most letters of a word that count; what comes after them is passed over.
const LONGEST: usize = 48;

/// One word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Word {
    /// Its letters, folded and in Latin where there is a table for them.
    pub letters: String,
    /// Where it begins in the text, in bytes.
    start: usize,
    /// For each letter, where the letter of the text that gave it ends.
    ends: Vec<usize>,
}

impl Word {
    /// Where its first letters stand in the text, in bytes; the whole word where no number is given.
    pub(super) fn range(&self, letters: Option<usize>) -> Range<usize> {
        let last = letters.and_then(|count| self.ends.get(count.checked_sub(1)?)).or(self.ends.last());
        self.start..last.copied().unwrap_or(self.start)
    }

    /// How many letters it has.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
}

/// The words of a text: runs of letters and digits. A combining mark or an invisible character parts
/// nothing, nor does the stop after an initial (`U.S.` is one word); an apostrophe does, and the `s` of a
/// genitive is no word.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = Word::default();
    let mut genitive = false;
    let mut before = None;
    // How many letters stand before the next stop.
    let mut initial = 0;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        let Some(folded) = fold_letter(letter).filter(|_| !is_invisible(letter)) else {
            // A mark belongs to the letter that it stands on.
            if let Some(last) = word.ends.last_mut() {
                *last = end;
            }
            continue;
        };
        if !folded.is_alphanumeric() {
            if folded == '.' && initial == 1 && before.is_some_and(char::is_alphabetic) {
                initial = 0;
                continue;
            }
            finish(&mut words, &mut word, genitive);
            genitive = folded == '\'' && before.is_some();
            (before, initial) = (None, 0);
            continue;
        }
        initial += 1;
        if before.is_none() {
            word.start = at;
        }
        if word.len() < LONGEST {
            let known = word.letters.len();
            write_latin(folded, before, &mut word.letters);
            let more = word.letters.get(known..).unwrap_or_default().chars().count();
            word.ends.extend(core::iter::repeat_n(end, more));
        }
        before = Some(folded);
    }
    finish(&mut words, &mut word, genitive);
    words
}

fn finish(words: &mut Vec<Word>, word: &mut Word, genitive: bool) {
    let word = core::mem::take(word);
    if !(word.letters.is_empty() || genitive && word.letters == "s") {
        words.push(word);
    }
}

/// Characters that are not seen: soft hyphens, joiners, marks of direction.
const fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}
