//! JSON, read where it stands: what all formats of JSON share.
//!
//! A list of millions of small objects is read an object at a time, so what is built of one is thrown away with
//! the next. A [`Tape`] therefore keeps no values but their places, in one vector that is used again, and a [`Value`]
//! borrows its text. `serde_json` would build a tree, or take types of us that a list does not keep to: lists have texts
//! where they should have arrays, numbers where they should have texts, and objects where nobody expects them.
//!
//! It reads what RFC 8259 allows, no deeper than it is told, and is milder in two points: a text may have tabs and other
//! control characters in it, and half of a pair of surrogates is read as U+FFFD.

use core::ops::Range;
use std::borrow::Cow;

use super::Refusal;

/// The places of the values of one text, used again for the next.
#[derive(Default)]
pub struct Tape {
    nodes: Vec<Node>,
    /// What is open while a text is read: places in `nodes`.
    open: Vec<usize>,
}

/// A value, or the name of a member; its parts stand behind it.
#[derive(Clone, Copy)]
struct Node {
    sort: Sort,
    /// Where it stands in the text; of a text, what is between the quotation marks.
    start: u32,
    end: u32,
    /// Where the nodes of its parts end.
    next: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Null,
    False,
    True,
    Number,
    Text,
    /// A text with escapes in it.
    Escaped,
    List,
    Map,
}

/// Why a text is no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It ends within a value.
    End,
    /// Something stands there that no JSON has.
    Wrong {
        /// The place of its first byte.
        at: usize,
    },
    /// It is deeper than it may be.
    Deep,
}

impl Fault {
    /// The refusal of a record whose text this is.
    pub fn refusal(self, text: &str, depth: usize) -> Refusal {
        match self {
            Self::End => Refusal::Truncated,
            Self::Deep => Refusal::TooDeep { limit: depth as u64 },
            Self::Wrong { at } => {
                let from = (0..=at.min(text.len())).rev().find(|it| text.is_char_boundary(*it));
                let there = from.and_then(|from| text.get(from..)).unwrap_or_default();
                Refusal::Malformed { what: there.chars().take(24).collect() }
            }
        }
    }
}

impl Tape {
    /// Reads a text that is one value, with arrays and objects no more than `depth` in each other.
    ///
    /// # Errors
    ///
    /// The first fault. A text of 4 GiB or more is at fault where it could not be counted any more.
    pub fn read<'t>(&'t mut self, text: &'t str, depth: usize) -> Result<Value<'t>, Fault> {
        self.nodes.clear();
        self.open.clear();
        if u32::try_from(text.len()).is_err() {
            return Err(Fault::Wrong { at: u32::MAX as usize });
        }
        self.fill(text.as_bytes(), depth)?;
        Ok(Value { nodes: &self.nodes, text, at: 0 })
    }

    fn fill(&mut self, text: &[u8], depth: usize) -> Result<(), Fault> {
        let mut at = white(text, 0);
        loop {
            at = self.value(text, at, depth)?;
            // Behind a value: what goes on in what is open, or closes it.
            loop {
                at = white(text, at);
                let Some(open) = self.open.last().copied() else {
                    return if at == text.len() { Ok(()) } else { Err(Fault::Wrong { at }) };
                };
                let is_map = self.nodes.get(open).is_some_and(|it| it.sort == Sort::Map);
                let is_first = self.nodes.len() == open + 1;
                match text.get(at) {
                    None => return Err(Fault::End),
                    Some(b'}') if is_map => at = self.close(open, at),
                    Some(b']') if !is_map => at = self.close(open, at),
                    Some(b',') if !is_first => {
                        at = white(text, at + 1);
                        at = self.name(text, at, is_map)?;
                        break;
                    }
                    Some(_) if is_first => {
                        at = self.name(text, at, is_map)?;
                        break;
                    }
                    Some(_) => return Err(Fault::Wrong { at }),
                }
            }
        }
    }

    /// Reads the name of a member with its colon, where members are what is open.
    fn name(&mut self, text: &[u8], at: usize, is_map: bool) -> Result<usize, Fault> {
        if !is_map {
            return Ok(at);
        }
        match text.get(at) {
            None => return Err(Fault::End),
            Some(b'"') => {}
            Some(_) => return Err(Fault::Wrong { at }),
        }
        let at = self.text(text, at)?;
        let at = white(text, at);
        match text.get(at) {
            None => Err(Fault::End),
            Some(b':') => Ok(white(text, at + 1)),
            Some(_) => Err(Fault::Wrong { at }),
        }
    }

    /// Reads a value, or the beginning of an array or object.
    fn value(&mut self, text: &[u8], at: usize, depth: usize) -> Result<usize, Fault> {
        match text.get(at) {
            None => Err(Fault::End),
            Some(b'"') => self.text(text, at),
            Some(first @ (b'{' | b'[')) => {
                if self.open.len() >= depth {
                    return Err(Fault::Deep);
                }
                self.open.push(self.nodes.len());
                let sort = if *first == b'{' { Sort::Map } else { Sort::List };
                self.push(sort, at, at + 1);
                Ok(at + 1)
            }
            Some(b't') => self.word(text, at, b"true", Sort::True),
            Some(b'f') => self.word(text, at, b"false", Sort::False),
            Some(b'n') => self.word(text, at, b"null", Sort::Null),
            Some(b'-' | b'0'..=b'9') => {
                let end = number(text, at)?;
                self.push(Sort::Number, at, end);
                Ok(end)
            }
            Some(_) => Err(Fault::Wrong { at }),
        }
    }

    fn word(&mut self, text: &[u8], at: usize, word: &[u8], sort: Sort) -> Result<usize, Fault> {
        for (place, byte) in (at..).zip(word) {
            match text.get(place) {
                None => return Err(Fault::End),
                Some(it) if it == byte => {}
                Some(_) => return Err(Fault::Wrong { at: place }),
            }
        }
        self.push(sort, at, at + word.len());
        Ok(at + word.len())
    }

    /// Reads a text; `at` is its first quotation mark.
    fn text(&mut self, text: &[u8], at: usize) -> Result<usize, Fault> {
        let start = at + 1;
        let (mut at, mut sort) = (start, Sort::Text);
        loop {
            let rest = text.get(at..).unwrap_or_default();
            at += memchr::memchr2(b'"', b'\\', rest).ok_or(Fault::End)?;
            if text.get(at) == Some(&b'"') {
                self.push(sort, start, at);
                return Ok(at + 1);
            }
            sort = Sort::Escaped;
            match text.get(at + 1) {
                None => return Err(Fault::End),
                Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => at += 2,
                Some(b'u') => {
                    let digits = text.get(at + 2..at + 6).ok_or(Fault::End)?;
                    if let Some(place) = digits.iter().position(|it| !it.is_ascii_hexdigit()) {
                        return Err(Fault::Wrong { at: at + 2 + place });
                    }
                    at += 6;
                }
                Some(_) => return Err(Fault::Wrong { at: at + 1 }),
            }
        }
    }

    fn push(&mut self, sort: Sort, start: usize, end: usize) {
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let next = place(self.nodes.len() + 1);
        self.nodes.push(Node { sort, start: place(start), end: place(end), next });
    }

    fn close(&mut self, open: usize, at: usize) -> usize {
        let next = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        if let Some(node) = self.nodes.get_mut(open) {
            node.end = u32::try_from(at + 1).unwrap_or(u32::MAX);
            node.next = next;
        }
        self.open.pop();
        at + 1
    }
}

/// The first place that is no white space.
fn white(text: &[u8], mut at: usize) -> usize {
    while matches!(text.get(at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
        at += 1;
    }
    at
}

/// The end of the number that begins there.
fn number(text: &[u8], at: usize) -> Result<usize, Fault> {
    let digits = |from: usize| {
        let count = text.get(from..).unwrap_or_default().iter().take_while(|it| it.is_ascii_digit()).count();
        match (count, text.get(from)) {
            (0, None) => Err(Fault::End),
            (0, Some(_)) => Err(Fault::Wrong { at: from }),
            _ => Ok(from + count),
        }
    };
    let start = at + usize::from(text.get(at) == Some(&b'-'));
    let mut end = if text.get(start) == Some(&b'0') { start + 1 } else { digits(start)? };
    if text.get(end) == Some(&b'.') {
        end = digits(end + 1)?;
    }
    if matches!(text.get(end), Some(b'e' | b'E')) {
        let signed = usize::from(matches!(text.get(end + 1), Some(b'+' | b'-')));
        end = digits(end + 1 + signed)?;
    }
    Ok(end)
}

/// A value, borrowed from its text.
#[derive(Clone, Copy)]
pub struct Value<'t> {
    nodes: &'t [Node],
    text: &'t str,
    at: usize,
}

impl<'t> Value<'t> {
    fn node(self) -> Option<&'t Node> {
        self.nodes.get(self.at)
    }

    fn is(self, sort: Sort) -> bool {
        self.node().is_some_and(|it| it.sort == sort)
    }

    /// True for `null`.
    pub fn is_null(self) -> bool {
        self.is(Sort::Null)
    }

    /// True for an array.
    pub fn is_list(self) -> bool {
        self.is(Sort::List)
    }

    /// True for an object.
    pub fn is_map(self) -> bool {
        self.is(Sort::Map)
    }

    /// True for `true`.
    pub fn is_true(self) -> bool {
        self.is(Sort::True)
    }

    /// How it is written; a text without its quotation marks, its escapes as they are.
    pub fn raw(self) -> &'t str {
        let raw = self.node().and_then(|it| self.text.get(it.start as usize..it.end as usize));
        raw.unwrap_or_default()
    }

    /// Where it stands in the text, in bytes; of a text, what is between its quotation marks.
    pub fn span(self) -> Range<usize> {
        self.node().map_or(0..0, |it| it.start as usize..it.end as usize)
    }

    /// The text that it is; nothing where it is no text.
    pub fn text(self) -> Option<Cow<'t, str>> {
        match self.node()?.sort {
            Sort::Text => Some(Cow::Borrowed(self.raw())),
            Sort::Escaped => Some(Cow::Owned(unescaped(self.raw()))),
            _ => None,
        }
    }

    /// The elements of an array; of anything else, none.
    pub fn items(self) -> impl Iterator<Item = Self> {
        let mut parts = self.parts(Sort::List);
        core::iter::from_fn(move || parts.next())
    }

    /// The members of an object in their order; of anything else, none.
    pub fn members(self) -> impl Iterator<Item = (Cow<'t, str>, Self)> {
        let mut parts = self.parts(Sort::Map);
        core::iter::from_fn(move || Some((parts.next()?.text()?, parts.next()?)))
    }

    /// The first member of a name.
    pub fn get(self, name: &str) -> Option<Self> {
        self.members().find(|(it, _)| it == name).map(|(_, value)| value)
    }

    /// What follows each other in it, names and values alike.
    fn parts(self, sort: Sort) -> Parts<'t> {
        let end = self.node().filter(|it| it.sort == sort).map_or(0, |it| it.next as usize);
        Parts { value: Self { at: self.at + 1, ..self }, end }
    }
}

struct Parts<'t> {
    value: Value<'t>,
    end: usize,
}

impl<'t> Parts<'t> {
    fn next(&mut self) -> Option<Value<'t>> {
        if self.value.at >= self.end {
            return None;
        }
        let value = self.value;
        self.value.at = value.node()?.next as usize;
        Some(value)
    }
}

/// A text without its escapes.
fn unescaped(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let escape = after.as_bytes().first().copied().unwrap_or(b'\\');
        let mut length = 1;
        text.push(match escape {
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let (letter, long) = letter(after);
                length = long;
                letter
            }
            it => char::from(it),
        });
        rest = after.get(length..).unwrap_or_default();
    }
    text.push_str(rest);
    text
}

/// The letter that `u` and four digits are, perhaps with the other half of a pair, and how much of the text.
fn letter(after: &str) -> (char, usize) {
    let unit = |from: usize| after.get(from..from + 4).and_then(|it| u16::from_str_radix(it, 16).ok());
    let first = unit(1).unwrap_or(0xfffd);
    if let Ok(letter) = char::try_from(u32::from(first)) {
        return (letter, 5);
    }
    let second = after.get(5..7).filter(|it| *it == "\\u").and_then(|_| unit(7));
    if let Some(second) = second {
        let mut pair = char::decode_utf16([first, second]);
        if let (Some(Ok(letter)), None) = (pair.next(), pair.next()) {
            return (letter, 11);
        }
    }
    (char::REPLACEMENT_CHARACTER, 5)
}
