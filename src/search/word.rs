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
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Ends it here and tells of it, if it is one; the next begins empty.
    fn finish(&mut self, genitive: bool, tell: &mut impl FnMut(&mut Self)) {
        if !(self.letters.is_empty() || genitive && self.letters == "s") {
            tell(self);
        }
        self.clear();
    }

    /// Takes its letters away, and keeps the memory.
    fn clear(&mut self) {
        self.letters.clear();
        self.start = 0;
        self.ends.clear();
    }
}

/// The words of a text: runs of letters and digits. A combining mark or an invisible character parts
/// nothing, nor does the stop after an initial (`U.S.` is one word); an apostrophe does, and the `s` of a
/// genitive is no word.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    each_word(text, &mut Word::default(), |word| words.push(core::mem::take(word)));
    words
}

/// Tells the [`words`] of a text one by one. The word that is given is used for all of them, so that who has many texts
/// need not ask for memory for each word.
pub(crate) fn each_word(text: &str, word: &mut Word, mut tell: impl FnMut(&mut Word)) {
    word.clear();
    let mut genitive = false;
    let mut before = None;
    // How many letters stand before the next stop.
    let mut initial = 0;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        let Some(folded) = folded(letter) else {
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
            word.finish(genitive, &mut tell);
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
    word.finish(genitive, &mut tell);
}

/// A letter as it is folded; nothing for what is passed over.
fn folded(letter: char) -> Option<char> {
    // The rules keep ASCII but for its case, and most letters are.
    if letter.is_ascii() {
        return Some(letter.to_ascii_lowercase());
    }
    fold_letter(letter).filter(|_| !is_invisible(letter))
}

/// Characters that are not seen: soft hyphens, joiners, marks of direction.
const fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}
