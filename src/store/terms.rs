//! The different words of all names as one sorted list, and how words near another one are found in it.
//!
//! A sorted list is a trie without pointers: the words with a beginning stand together, and a letter more narrows them
//! by binary search. A wrong letter is one too many, one too few, another one, or two neighbours in each other's place
//! (the restricted edit distance of Damerau, "A technique for computer detection and correction of spelling errors",
//! Communications of the ACM 7, 1964). Words with one wrong letter are found by walking down the letters that were
//! asked for and leaving that way once, at each letter, in each way that some word of the list goes on; what remains
//! must then fit exactly. So nothing is missed, and nothing is kept for it: the same list serves whole words,
//! beginnings and wrong letters. (A list of all words with a letter taken out, as in `SymSpell`, would be 4 to 8 times as
//! large as the words; the Levenshtein automata of the `fst` crate know no swapped neighbours.)

use core::ops::Range;

/// Different words in the order of their bytes.
#[derive(Clone, Debug, Default)]
pub(super) struct Terms {
    text: String,
    /// Where each begins, and where the last ends.
    starts: Vec<u32>,
}

impl Terms {
    /// A list of words that are sorted and different. Words beyond 4 GiB of text are left out.
    pub(super) fn new<'t>(sorted: impl IntoIterator<Item = &'t str>) -> Self {
        let mut terms = Self { text: String::new(), starts: vec![0] };
        for term in sorted {
            let Ok(end) = u32::try_from(terms.text.len() + term.len()) else { break };
            terms.text.push_str(term);
            terms.starts.push(end);
        }
        terms.text.shrink_to_fit();
        terms.starts.shrink_to_fit();
        terms
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// A word as bytes; none where there is no such word.
    fn bytes_of(&self, at: usize) -> &[u8] {
        let start = self.starts.get(at).copied().unwrap_or_default() as usize;
        let end = self.starts.get(at + 1).copied().unwrap_or_default() as usize;
        self.text.as_bytes().get(start..end).unwrap_or_default()
    }

    /// A word.
    pub(super) fn get(&self, at: usize) -> &str {
        core::str::from_utf8(self.bytes_of(at)).unwrap_or_default()
    }

    pub(super) fn bytes(&self) -> usize {
        self.text.capacity() + self.starts.capacity() * size_of::<u32>()
    }

    /// The place of a word.
    pub(super) fn whole(&self, word: &str) -> Option<usize> {
        self.whole_of(&self.beginning(word), word.len())
    }

    /// The words that begin so.
    pub(super) fn beginning(&self, word: &str) -> Range<usize> {
        self.narrow(0..self.len(), 0, word.as_bytes())
    }

    /// Words that are another one but for one wrong letter, some more than once.
    pub(super) fn wrong(&self, word: &str, found: &mut dyn FnMut(usize)) {
        let mut whole =
            |range: Range<usize>, len: usize| self.whole_of(&range, len).into_iter().for_each(&mut *found);
        self.each_wrong(word, &mut whole);
    }

    /// Words of which a beginning is another one but for one wrong letter that is not its last, some more than once.
    pub(super) fn wrong_beginning(&self, word: &str, found: &mut dyn FnMut(usize)) {
        // What is still being typed is right in its last letter, or else a beginning one letter shorter would do.
        let Some((at, last)) = word.char_indices().next_back() else { return };
        let last = last.encode_utf8(&mut [0; 4]).to_owned();
        let mut begins = |range: Range<usize>, len: usize| {
            self.narrow(range, len, last.as_bytes()).for_each(&mut *found);
        };
        self.each_wrong(word.get(..at).unwrap_or_default(), &mut begins);
    }

    /// Tells all words that begin with a word with one wrong letter, and how many bytes that beginning has.
    fn each_wrong(&self, word: &str, tell: &mut dyn FnMut(Range<usize>, usize)) {
        let mut tell_if = |range: Range<usize>, len: usize| {
            if range.start < range.end {
                tell(range, len);
            }
        };
        let mut here = 0..self.len();
        // How many bytes of the word are those of `here`.
        let mut at = 0;
        loop {
            let rest = word.get(at..).unwrap_or_default();
            let mut letters = rest.chars();
            let letter = letters.next();
            let behind = letters.as_str();
            // One letter too many was asked for.
            if letter.is_some() {
                tell_if(self.narrow(here.clone(), at, behind.as_bytes()), at + behind.len());
            }
            // Two neighbours stand in each other's place.
            let mut letters = behind.chars();
            if let (Some(first), Some(second)) = (letter, letters.next())
                && first != second
            {
                let mut swapped = String::with_capacity(rest.len());
                swapped.extend([second, first]);
                swapped.push_str(letters.as_str());
                tell_if(self.narrow(here.clone(), at, swapped.as_bytes()), at + swapped.len());
            }
            // Another letter, or one too few.
            let mut next = here.clone();
            while let Some((group, other)) = self.next_letter(&mut next, at) {
                let at = at + other.len_utf8();
                tell_if(self.narrow(group.clone(), at, rest.as_bytes()), at + rest.len());
                if letter.is_some_and(|letter| letter != other) {
                    tell_if(self.narrow(group, at, behind.as_bytes()), at + behind.len());
                }
            }
            let Some(letter) = letter else { return };
            here = self.narrow(here, at, rest.get(..letter.len_utf8()).unwrap_or_default().as_bytes());
            at += letter.len_utf8();
            if here.is_empty() {
                return;
            }
        }
    }

    /// Takes the words with the first of the next letters off a range of words that agree in their first `at` bytes.
    fn next_letter(&self, range: &mut Range<usize>, at: usize) -> Option<(Range<usize>, char)> {
        loop {
            let first = range.start;
            if first >= range.end {
                return None;
            }
            let Some(letter) = self.get(first).get(at..).and_then(|rest| rest.chars().next()) else {
                // It ends here, and as the shortest it is the only one.
                range.start += 1;
                continue;
            };
            let mut bytes = [0; 4];
            let bytes = letter.encode_utf8(&mut bytes).as_bytes();
            // The end is near for most, so steps double until it is passed.
            let mut step = 1;
            while first + step < range.end && self.begins(first + step, at, bytes).is_eq() {
                step *= 2;
            }
            let within = first + step / 2..range.end.min(first + step);
            let end = self.partition(within, |it| self.begins(it, at, bytes).is_le());
            range.start = end;
            return Some((first..end, letter));
        }
    }

    /// The words of a range, all of which agree in their first `at` bytes, that go on with `rest`.
    fn narrow(&self, range: Range<usize>, at: usize, rest: &[u8]) -> Range<usize> {
        if rest.is_empty() || range.is_empty() {
            return range;
        }
        let start = self.partition(range.clone(), |it| self.begins(it, at, rest).is_lt());
        let end = self.partition(start..range.end, |it| self.begins(it, at, rest).is_le());
        start..end
    }

    /// How the bytes of a word from `at` on compare with `rest`, as far as that goes.
    fn begins(&self, word: usize, at: usize, rest: &[u8]) -> core::cmp::Ordering {
        let bytes = self.bytes_of(word).get(at..).unwrap_or_default();
        bytes.get(..rest.len()).unwrap_or(bytes).cmp(rest)
    }

    fn partition(&self, range: Range<usize>, is_before: impl Fn(usize) -> bool) -> usize {
        let Range { mut start, mut end } = range;
        while start < end {
            let middle = start.midpoint(end);
            if is_before(middle) {
                start = middle + 1;
            } else {
                end = middle;
            }
        }
        start
    }

    /// The word with that many bytes among words that agree in them: the first, if there is one.
    fn whole_of(&self, range: &Range<usize>, len: usize) -> Option<usize> {
        (!range.is_empty() && self.bytes_of(range.start).len() == len).then_some(range.start)
    }
}
