//! Words that are near a word: that begin with it, or would but for a letter or two.
//!
//! A wrong letter is one too many, one too few, another one, or two neighbours in each other's place: the
//! restricted edit distance of Damerau ("A technique for computer detection and correction of spelling
//! errors", Communications of the ACM 7, 1964), also called optimal string alignment. It is worked out
//! row by row over a sorted list of words as over a trie (Navarro and Baeza-Yates, "A hybrid indexing method for
//! approximate string matching", 2000): words that begin alike share the rows of their beginning, and where
//! a row says that no continuation can be near, all words with that beginning are passed over.

/// A word of a sorted list.
#[derive(Clone, Debug)]
pub(super) struct Spelling {
    /// The word.
    pub letters: String,
    /// With how many letters the word before it in the list begins too.
    shared: usize,
}

/// How near a word of the list is to the one that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Near {
    /// How many letters are wrong.
    pub wrong: u8,
    /// True where only the beginning of the word is that near.
    pub begins: bool,
}

/// A sorted list of different words, made for [`near`].
pub(super) fn spellings(sorted: Vec<String>) -> Vec<Spelling> {
    let mut all: Vec<Spelling> = Vec::with_capacity(sorted.len());
    for letters in sorted {
        let before = all.last().map_or("", |it| it.letters.as_str());
        let shared = before.chars().zip(letters.chars()).take_while(|(a, b)| a == b).count();
        all.push(Spelling { letters, shared });
    }
    all
}

/// How many letters of a word may be wrong: none below 4, one below 8, then two; none beside a digit.
pub(super) fn allowed(word: &str) -> u8 {
    match word.chars().count() {
        _ if has_digit(word) => 0,
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// The same for the beginning of a word: what is still being typed must be a letter longer.
fn allowed_at_the_beginning(word: &str) -> u8 {
    let letters = word.chars().count();
    if matches!(letters, 4 | 8) { allowed(word).saturating_sub(1) } else { allowed(word) }
}

/// Tells `found` of each word of the list that is near `word`, by its place in the list, once.
pub(super) fn near(list: &[Spelling], word: &str, found: &mut dyn FnMut(usize, Near)) {
    let whole = allowed(word);
    let beginning = allowed_at_the_beginning(word);
    let letters: Vec<char> = word.chars().collect();
    let mut rows = Rows::new(&letters, whole);
    // With how many letters the rows and the word at hand begin alike.
    let mut alike = 0;
    let mut at = 0;
    while let Some(spelling) = list.get(at) {
        alike = spelling.shared.min(alike);
        rows.cut(alike);
        let mut hopeless = false;
        for letter in spelling.letters.chars().skip(alike) {
            hopeless = rows.push(letter);
            alike += 1;
            if hopeless {
                break;
            }
        }
        let begins = Near { wrong: rows.beginning(), begins: true };
        let begins = (begins.wrong <= beginning).then_some(begins);
        if !hopeless {
            let whole_word = Near { wrong: rows.whole(), begins: false };
            let whole_word = (whole_word.wrong <= whole).then_some(whole_word);
            tell(found, at, &spelling.letters, whole_word.into_iter().chain(begins).min());
            at += 1;
            continue;
        }
        // No word with this beginning is near as a whole; all of them are if the beginning is.
        tell(found, at, &spelling.letters, begins);
        at += 1;
        while let Some(spelling) = list.get(at).filter(|it| it.shared >= alike) {
            tell(found, at, &spelling.letters, begins);
            at += 1;
        }
    }
}

/// Tells of a word, if it is near; a number is never meant by another one, nor a word with one in it.
fn tell(found: &mut dyn FnMut(usize, Near), at: usize, letters: &str, near: Option<Near>) {
    if let Some(near) = near
        && (near.wrong == 0 || !has_digit(letters))
    {
        found(at, near);
    }
}

fn has_digit(letters: &str) -> bool {
    letters.bytes().any(|byte| byte.is_ascii_digit())
}

/// True where a word is another one but for so many wrong letters as are allowed.
pub(super) fn is_near(word: &str, other: &str) -> bool {
    let most = if has_digit(other) { 0 } else { allowed(word) };
    // A letter has four bytes at most.
    if word.len().abs_diff(other.len()) > 4 * usize::from(most) {
        return false;
    }
    let letters: Vec<char> = word.chars().collect();
    let mut rows = Rows::new(&letters, most);
    !other.chars().any(|letter| rows.push(letter)) && rows.whole() <= most
}

/// The rows of the distance between the word asked for and the beginnings of a word of the list.
struct Rows<'w> {
    word: &'w [char],
    most: u8,
    /// The letters of the word of the list so far.
    letters: Vec<char>,
    /// One row more than letters, each one cell longer than the word asked for.
    rows: Vec<Vec<u8>>,
    /// For each row, the smallest distance of the whole word asked for from that beginning or a shorter one.
    best: Vec<u8>,
}

impl<'w> Rows<'w> {
    fn new(word: &'w [char], most: u8) -> Self {
        let first: Vec<u8> = (0..=word.len()).map(|it| u8::try_from(it).unwrap_or(u8::MAX)).collect();
        let best = first.last().copied().unwrap_or_default();
        Self { word, most, letters: Vec::new(), rows: vec![first], best: vec![best] }
    }

    /// Goes back to the first so many letters.
    fn cut(&mut self, letters: usize) {
        self.letters.truncate(letters);
        self.rows.truncate(letters + 1);
        self.best.truncate(letters + 1);
    }

    /// Goes on by a letter; true where nothing that follows can bring the whole near enough.
    fn push(&mut self, letter: char) -> bool {
        let (above, before) = match self.rows.as_slice() {
            [.., before, above] => (above, Some(before)),
            [above] => (above, None),
            [] => return true,
        };
        let cell = |row: &[u8], at: usize| row.get(at).copied().unwrap_or(u8::MAX);
        let mut row = Vec::with_capacity(above.len());
        row.push(cell(above, 0).saturating_add(1));
        let mut last = None;
        for (at, wanted) in self.word.iter().enumerate() {
            let one_more = cell(above, at + 1).saturating_add(1);
            let one_less = cell(&row, at).saturating_add(1);
            let another = cell(above, at).saturating_add(u8::from(*wanted != letter));
            let mut least = one_more.min(one_less).min(another);
            if let (Some(before), Some(at_before)) = (before, at.checked_sub(1))
                && last == Some(letter)
                && self.letters.last() == Some(wanted)
            {
                least = least.min(cell(before, at_before).saturating_add(1));
            }
            row.push(least);
            last = Some(*wanted);
        }
        let least = |row: &[u8]| row.iter().copied().min().unwrap_or(u8::MAX);
        // Two neighbours in each other's place reach over one row.
        let hopeless = least(&row) > self.most && least(above) >= self.most;
        let best = self.beginning().min(row.last().copied().unwrap_or(u8::MAX));
        self.letters.push(letter);
        self.rows.push(row);
        self.best.push(best);
        hopeless
    }

    /// How far the letters so far are from the word asked for.
    fn whole(&self) -> u8 {
        self.rows.last().and_then(|row| row.last()).copied().unwrap_or(u8::MAX)
    }

    /// How far the nearest of their beginnings is.
    fn beginning(&self) -> u8 {
        self.best.last().copied().unwrap_or(u8::MAX)
    }
}
