//! The values of a JSON text, one at a time, with their places and limits: the elements of an array, or values that
//! follow each other. Nothing is held but one of them, so an array may be larger than memory.

use std::io::BufRead;

use super::input::Text;
use super::lines::Line;
use super::record::Place;
use super::{Limits, Refusal};

/// The values of a text: the elements of the array that it is, or else the values in it.
pub struct Items {
    text: Text,
    item: Vec<u8>,
    record: u64,
    limits: Limits,
    stage: Stage,
}

/// Where in the text it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Before,
    /// In the array.
    Array,
    /// Among values without an array around them.
    Values,
    /// Behind the array.
    Behind,
    Over,
}

impl Items {
    /// The values of a text.
    pub const fn new(text: Text, limits: &Limits) -> Self {
        Self { text, item: Vec::new(), record: 0, limits: *limits, stage: Stage::Before }
    }

    /// The text, for its progress.
    pub const fn text(&self) -> &Text {
        &self.text
    }

    /// The limits.
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// How many letters of the value were no UTF-8. What is read ahead is counted early.
    pub const fn take_repaired(&mut self) -> u64 {
        self.text.take_repaired()
    }

    /// Nothing is read any more.
    pub const fn stop(&mut self) {
        self.stage = Stage::Over;
    }

    /// The next value, as a line is given by [`super::lines::Lines`]; an error where the rest cannot be read, after which
    /// there is nothing.
    #[expect(
        clippy::should_implement_trait,
        reason = "a value borrows from its reader, which no iterator can say"
    )]
    pub fn next(&mut self) -> Option<Result<Line<'_>, (Place, Refusal)>> {
        match self.read() {
            Ok(Some((place, is_open))) => {
                let text = core::str::from_utf8(&self.item).unwrap_or_default();
                Some(Ok(Line { text, place, is_open }))
            }
            Ok(None) => None,
            Err(failed) => {
                self.stage = Stage::Over;
                Some(Err(failed))
            }
        }
    }

    fn here(&self) -> Place {
        let at = self.text.at();
        Place { file: self.text.file, record: self.record + 1, line: Some(self.text.line()), span: at..at }
    }

    /// The place of the next value, which is then held, and whether the text ends within it.
    fn read(&mut self) -> Result<Option<(Place, bool)>, (Place, Refusal)> {
        loop {
            self.text.begin();
            if self.stage == Stage::Over {
                return Ok(None);
            }
            let place = self.here();
            let failed = |refusal| Err((place.clone(), refusal));
            let next = match self.text.fill_buf() {
                Ok(bytes) => bytes.first().copied(),
                Err(error) => return failed(Refusal::of_io(&error)),
            };
            let separates = matches!(next, Some(b' ' | b'\t' | b'\r' | b'\n'))
                || next == Some(b',') && matches!(self.stage, Stage::Array | Stage::Values);
            match (self.stage, next) {
                (Stage::Array, None) => return failed(Refusal::Truncated),
                (_, None) => self.stage = Stage::Over,
                _ if separates => self.text.consume(1),
                (Stage::Before, Some(b'[')) => {
                    self.stage = Stage::Array;
                    self.text.consume(1);
                }
                (Stage::Before, Some(_)) => self.stage = Stage::Values,
                (Stage::Array, Some(b']')) => {
                    self.stage = Stage::Behind;
                    self.text.consume(1);
                }
                (Stage::Behind, Some(byte)) => {
                    return failed(Refusal::Malformed { what: char::from(byte).to_string() });
                }
                (_, Some(_)) => return self.value(place).map(Some),
            }
        }
    }

    /// Reads a value from its first byte to its last.
    fn value(&mut self, mut place: Place) -> Result<(Place, bool), (Place, Refusal)> {
        self.item.clear();
        let mut ends = Ends::default();
        loop {
            let bytes = match self.text.fill_buf() {
                Ok(bytes) => bytes,
                Err(error) => return Err((place, Refusal::of_io(&error))),
            };
            let is_over = bytes.is_empty();
            let end = ends.find(bytes);
            let taken = bytes.get(..end.unwrap_or(bytes.len())).unwrap_or_default();
            self.item.extend_from_slice(taken);
            let len = taken.len();
            self.text.consume(len);
            if end.is_some() || is_over {
                self.record += 1;
                place.span.end = place.span.start + self.item.len() as u64;
                // A number ends with its text; what is in brackets or quotation marks does not.
                return Ok((place, end.is_none() && ends.is_open()));
            }
        }
    }
}

/// Finds where a value ends, piece by piece.
#[derive(Default)]
struct Ends {
    depth: usize,
    in_text: bool,
    is_escaped: bool,
    is_begun: bool,
}

impl Ends {
    const fn is_open(&self) -> bool {
        self.depth > 0 || self.in_text
    }

    /// How many of the bytes still belong to the value; nothing where it goes on behind them.
    fn find(&mut self, bytes: &[u8]) -> Option<usize> {
        for (at, byte) in bytes.iter().enumerate() {
            if self.in_text {
                match byte {
                    _ if self.is_escaped => self.is_escaped = false,
                    b'\\' => self.is_escaped = true,
                    b'"' => {
                        self.in_text = false;
                        if self.depth == 0 {
                            return Some(at + 1);
                        }
                    }
                    _ => {}
                }
                continue;
            }
            match byte {
                b'"' if self.depth > 0 || !self.is_begun => self.in_text = true,
                b'{' | b'[' if self.depth > 0 || !self.is_begun => self.depth += 1,
                b'}' | b']' if self.depth > 0 => {
                    self.depth -= 1;
                    if self.depth == 0 {
                        return Some(at + 1);
                    }
                }
                // A number or a word ends before what is none of its letters.
                b',' | b']' | b'}' | b'[' | b'{' | b'"' | b' ' | b'\t' | b'\r' | b'\n' if self.depth == 0 => {
                    // What belongs to nothing is a value that is told as none.
                    return Some(at.max(usize::from(!self.is_begun)));
                }
                _ => {}
            }
            self.is_begun = true;
        }
        None
    }
}

/// The first value of a text and whether it is whole: the first element where the text is an array.
pub fn first(text: &str) -> Option<(&str, bool)> {
    let text = text.trim_start();
    let inner = text.strip_prefix('[').unwrap_or(text).trim_start();
    if inner.is_empty() {
        return None;
    }
    match Ends::default().find(inner.as_bytes()) {
        Some(end) => inner.get(..end).map(|it| (it, true)),
        None => Some((inner, false)),
    }
}
