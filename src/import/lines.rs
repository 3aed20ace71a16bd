//! Lines, one at a time, with their places and limits: what all formats of a record a line share.

use std::io::BufRead;

use super::input::Text;
use super::record::Place;
use super::{Limits, Refusal};

/// The lines of a text. Those with nothing but white space in them are none.
pub struct Lines {
    text: Text,
    line: Vec<u8>,
    record: u64,
    limits: Limits,
    over: bool,
}

/// A line.
pub struct Line<'l> {
    /// Its text, without white space at its ends.
    pub text: &'l str,
    /// Where it stands.
    pub place: Place,
    /// True where the file ends without a line end behind it, as it does where it was cut off.
    pub is_open: bool,
}

impl Lines {
    /// The lines of a text.
    pub const fn new(text: Text, limits: &Limits) -> Self {
        Self { text, line: Vec::new(), record: 0, limits: *limits, over: false }
    }

    /// The text, for its progress.
    pub const fn text(&self) -> &Text {
        &self.text
    }

    /// The limits.
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// How many letters of the line were no UTF-8. What is read ahead is counted early.
    pub const fn take_repaired(&mut self) -> u64 {
        self.text.take_repaired()
    }

    /// Where the text has come to.
    pub fn here(&self) -> Place {
        let at = self.text.at();
        Place { file: self.text.file, record: self.record, line: Some(self.text.line()), span: at..at }
    }

    /// Nothing is read any more.
    pub const fn stop(&mut self) {
        self.over = true;
    }

    /// The next line; an error where the rest cannot be read, after which there is nothing.
    #[expect(
        clippy::should_implement_trait,
        reason = "a line borrows from its reader, which no iterator can say"
    )]
    pub fn next(&mut self) -> Option<Result<Line<'_>, (Place, Refusal)>> {
        while !self.over {
            self.text.begin();
            let mut place = self.here();
            place.record += 1;
            self.line.clear();
            match self.text.read_until(b'\n', &mut self.line) {
                Err(error) => {
                    self.over = true;
                    return Some(Err((place, Refusal::of_io(&error))));
                }
                Ok(0) => self.over = true,
                Ok(_) if self.line.iter().all(u8::is_ascii_whitespace) => {}
                Ok(_) => {
                    self.record += 1;
                    let before = self.line.len() - self.line.trim_ascii_start().len();
                    place.span.start += before as u64;
                    let is_open = self.line.last() != Some(&b'\n');
                    let text = core::str::from_utf8(self.line.trim_ascii()).unwrap_or_default();
                    place.span.end = place.span.start + text.len() as u64;
                    return Some(Ok(Line { text, place, is_open }));
                }
            }
        }
        None
    }
}
