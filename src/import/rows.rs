//! Rows of CSV, one at a time, with their places and limits: what all formats of rows share.

use std::io::BufRead;

use super::formats::Item;
use super::input::Text;
use super::record::Place;
use super::{Desk, Limits, Record, Refusal, Repair};

/// The rows of a text. Empty lines and the mark by which old systems end a file (0x1A) are no rows.
pub struct Rows {
    text: Text,
    reader: csv_core::Reader,
    limits: Limits,
    fields: Vec<u8>,
    ends: Vec<usize>,
    count: usize,
    record: u64,
    /// The row that was read last ends with a line end.
    ended: bool,
    over: bool,
}

/// A row.
pub struct Row<'r> {
    fields: &'r [u8],
    ends: &'r [usize],
    /// Where it stands.
    pub place: Place,
    /// True where a line end follows it; without one, it is the last row and may be cut.
    pub is_ended: bool,
}

impl Row<'_> {
    /// How many columns it has.
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// True where it has none, which no row is.
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text of a column, counted from 0, as it stands there; empty behind the last.
    pub fn get(&self, column: usize) -> &str {
        let start = column.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(column).copied().unwrap_or(start);
        self.fields.get(start..end).and_then(|it| core::str::from_utf8(it).ok()).unwrap_or_default()
    }
}

impl Rows {
    /// The rows of a text, whose columns are parted by `delimiter`.
    pub fn new(text: Text, delimiter: u8, limits: &Limits) -> Self {
        Self {
            text,
            reader: csv_core::ReaderBuilder::new().delimiter(delimiter).build(),
            limits: *limits,
            fields: vec![0; 1 << 12],
            ends: vec![0; 32],
            count: 0,
            record: 0,
            ended: false,
            over: false,
        }
    }

    /// The text, for its progress and the letters that were repaired in it.
    pub const fn text(&self) -> &Text {
        &self.text
    }

    /// How many letters of the row were no UTF-8. What is read ahead is counted early.
    pub const fn take_repaired(&mut self) -> u64 {
        self.text.take_repaired()
    }

    /// The row that was just given is a head: the next one is record 1.
    pub const fn is_head(&mut self) {
        self.record = 0;
    }

    /// Where the text has come to, for a file as a whole.
    pub fn here(&self) -> Place {
        let at = self.text.at();
        Place { file: self.text.file, record: self.record, line: Some(self.text.line()), span: at..at }
    }

    /// The next row as the record that a format makes of it, with what was put right in it told.
    pub fn item(
        &mut self,
        desk: &mut Desk<'_>,
        read: impl FnOnce(&Row<'_>, &mut Vec<Repair>) -> Result<Record, Refusal>,
    ) -> Option<Item> {
        let row = match self.next()? {
            Ok(row) => row,
            Err((place, refusal)) => return Some(Item::Stopped(place, refusal)),
        };
        let (place, mut repairs) = (row.place.clone(), Vec::new());
        let result = read(&row, &mut repairs);
        for repair in repairs {
            desk.repair(&place, repair);
        }
        desk.letters(&place, self.take_repaired());
        Some(match result {
            Ok(record) => Item::Record(Box::new(record)),
            Err(refusal) => Item::Refused(place, refusal),
        })
    }

    /// The next row; an error where the rest cannot be read, after which there is nothing.
    #[expect(
        clippy::should_implement_trait,
        reason = "a row borrows from its reader, which no iterator can say"
    )]
    pub fn next(&mut self) -> Option<Result<Row<'_>, (Place, Refusal)>> {
        if self.over {
            return None;
        }
        match self.read() {
            Ok(Some(place)) => {
                let ends = self.ends.get(..self.count).unwrap_or_default();
                let filled = ends.last().copied().unwrap_or(0);
                let fields = self.fields.get(..filled).unwrap_or_default();
                Some(Ok(Row { fields, ends, place, is_ended: self.ended }))
            }
            Ok(None) => {
                self.over = true;
                None
            }
            Err(failed) => {
                self.over = true;
                Some(Err(failed))
            }
        }
    }

    fn read(&mut self) -> Result<Option<Place>, (Place, Refusal)> {
        loop {
            self.skip_line_ends()?;
            let Some(place) = self.read_row()? else { return Ok(None) };
            let is_mark =
                self.count == 1 && self.ends.first() == Some(&1) && self.fields.first() == Some(&0x1a);
            if !is_mark {
                return Ok(Some(place));
            }
            self.record -= 1;
        }
    }

    fn skip_line_ends(&mut self) -> Result<(), (Place, Refusal)> {
        loop {
            self.text.begin();
            let place = self.here();
            let bytes = self.text.fill_buf().map_err(|error| (place, Refusal::of_io(&error)))?;
            let ends = bytes.iter().take_while(|it| matches!(it, b'\r' | b'\n')).count();
            if ends == 0 {
                return Ok(());
            }
            self.text.consume(ends);
        }
    }

    fn read_row(&mut self) -> Result<Option<Place>, (Place, Refusal)> {
        let mut place = self.here();
        place.record += 1;
        let (mut filled, mut quotes, mut last) = (0, 0, 0);
        self.count = 0;
        let over = |place: &Place, refusal| Err((place.clone(), refusal));
        loop {
            let input = match self.text.fill_buf() {
                Ok(input) => input,
                Err(error) => return over(&place, Refusal::of_io(&error)),
            };
            let fields = self.fields.get_mut(filled..).unwrap_or_default();
            let ends = self.ends.get_mut(self.count..).unwrap_or_default();
            let (result, read, written, ended) = self.reader.read_record(input, fields, ends);
            let is_end = input.is_empty();
            let consumed = input.get(..read).unwrap_or_default();
            quotes += memchr::memchr_iter(b'"', consumed).count();
            last = consumed.last().copied().unwrap_or(last);
            self.text.consume(read);
            filled += written;
            self.count += ended;
            match result {
                csv_core::ReadRecordResult::InputEmpty => {}
                csv_core::ReadRecordResult::OutputFull => {
                    let len = self.fields.len() * 2;
                    self.fields.resize(len, 0);
                }
                csv_core::ReadRecordResult::OutputEndsFull => {
                    if self.count > self.limits.columns {
                        return over(&place, Refusal::TooWide { limit: self.limits.columns as u64 });
                    }
                    let len = self.ends.len() * 2;
                    self.ends.resize(len, 0);
                }
                csv_core::ReadRecordResult::Record => {
                    if self.count > self.limits.columns {
                        return over(&place, Refusal::TooWide { limit: self.limits.columns as u64 });
                    }
                    self.record += 1;
                    self.ended = matches!(last, b'\r' | b'\n');
                    place.span.end = self.text.at() - u64::from(self.ended);
                    // A quotation mark that is open at the end of the file: its end is missing.
                    if is_end && quotes % 2 == 1 {
                        return over(&place, Refusal::Truncated);
                    }
                    return Ok(Some(place));
                }
                csv_core::ReadRecordResult::End => return Ok(None),
            }
        }
    }
}
