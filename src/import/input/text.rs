//! The text of a file as its parser sees it: UTF-8, without a mark, with the place of each byte and line.

use core::cell::Cell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use super::Head;
use crate::import::record::FileId;
use crate::import::{Limits, Refusal};

/// The text of a file: always UTF-8, so a parser needs not look. It counts bytes and lines, and ends a record that
/// is too long for memory ([`Text::begin`]).
pub struct Text {
    inner: Box<dyn Read>,
    encoding: Encoding,
    /// The file, for places.
    pub file: FileId,
    /// Where bytes are read to.
    chunk: Vec<u8>,
    /// What was read and is not decoded: bytes of a letter whose rest is still to come.
    pending: Vec<u8>,
    /// What is decoded, and how much of it is consumed.
    decoded: Vec<u8>,
    consumed: usize,
    at: u64,
    line: u64,
    /// Where the record begins, and how long it may be.
    began: u64,
    most: u64,
    /// Letters that were not UTF-8, since they were last asked for.
    repaired: u64,
    raw: Rc<Cell<u64>>,
}

/// How letters stand in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    /// UTF-8; what is not is read as Windows-1252, and counted.
    Utf8,
    Windows1252,
    Utf16 {
        big: bool,
    },
}

/// How much is read at a time.
const CHUNK: usize = 1 << 16;

impl Encoding {
    /// The encoding of a text that begins so, by its mark or by its XML declaration, and the bytes of the mark.
    pub(super) fn of(head: &[u8]) -> Result<(Self, usize), Refusal> {
        let utf32 = head.starts_with(b"\xff\xfe\0\0") || head.starts_with(b"\0\0\xfe\xff");
        let refused = |name: &str| Refusal::Encoding { name: name.to_owned() };
        match head {
            _ if utf32 => Err(refused("UTF-32")),
            [0xef, 0xbb, 0xbf, ..] => Ok((Self::Utf8, 3)),
            [0xff, 0xfe, ..] => Ok((Self::Utf16 { big: false }, 2)),
            [0xfe, 0xff, ..] => Ok((Self::Utf16 { big: true }, 2)),
            // XML may be UTF-16 without a mark: its first letter tells.
            [b'<', 0, ..] => Ok((Self::Utf16 { big: false }, 0)),
            [0, b'<', ..] => Ok((Self::Utf16 { big: true }, 0)),
            _ => match declared(head) {
                None => Ok((Self::Utf8, 0)),
                Some(name) => match name.to_ascii_lowercase().as_str() {
                    "utf-8" | "utf8" | "us-ascii" | "ascii" => Ok((Self::Utf8, 0)),
                    "windows-1252" | "cp1252" | "iso-8859-1" | "latin1" | "latin-1" => {
                        Ok((Self::Windows1252, 0))
                    }
                    _ => Err(refused(&name)),
                },
            },
        }
    }
}

/// The encoding that an XML declaration names.
fn declared(head: &[u8]) -> Option<String> {
    let head = head.trim_ascii_start();
    let end = head.iter().take(256).position(|it| *it == b'>')?;
    let declaration = core::str::from_utf8(head.get(..end)?).ok()?.strip_prefix("<?xml")?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|it| matches!(it, '"' | '\''))?;
    value.get(1..)?.split(quote).next().map(str::to_owned)
}

/// What the bytes 0x80 to 0x9F are in Windows-1252; those that it leaves free are the control characters of
/// ISO 8859-1, as browsers read them.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// A byte of Windows-1252 as a letter.
fn windows(byte: u8) -> char {
    byte.checked_sub(0x80).and_then(|nth| WINDOWS.get(usize::from(nth)).copied()).unwrap_or(char::from(byte))
}

impl Text {
    pub(super) fn new(
        mut inner: Box<dyn Read>,
        encoding: Encoding,
        mark: usize,
        file: FileId,
        raw: Rc<Cell<u64>>,
        limits: &Limits,
    ) -> Result<Self, Refusal> {
        let mut skipped = [0; 3];
        if let Some(mark) = skipped.get_mut(..mark) {
            inner.read_exact(mark).map_err(|error| Refusal::of_io(&error))?;
        }
        Ok(Self {
            inner,
            encoding,
            file,
            chunk: vec![0; CHUNK],
            pending: Vec::new(),
            decoded: Vec::new(),
            consumed: 0,
            at: 0,
            line: 1,
            began: 0,
            most: limits.record as u64,
            repaired: 0,
            raw,
        })
    }

    /// The beginning of the text, for sniffing: [`Head::BYTES`] at most. Nothing is consumed.
    pub fn head(&mut self) -> Result<Vec<u8>, Refusal> {
        while self.decoded.len() - self.consumed < Head::BYTES {
            match self.more() {
                Ok(0) => break,
                Ok(_) => {}
                // What stands before an error may be all that is needed; the error comes again to who reads.
                Err(_) if self.decoded.len() > self.consumed => break,
                Err(error) => return Err(Refusal::of_io(&error)),
            }
        }
        let rest = self.decoded.get(self.consumed..).unwrap_or_default();
        Ok(rest.get(..Head::BYTES).unwrap_or(rest).to_vec())
    }

    /// How many bytes of the text are consumed.
    pub const fn at(&self) -> u64 {
        self.at
    }

    /// The line of the next byte, counted from 1.
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// How many bytes of the file itself are read.
    pub fn raw(&self) -> u64 {
        self.raw.get()
    }

    /// A record begins here: it may be so long and no longer.
    pub const fn begin(&mut self) {
        self.began = self.at;
    }

    /// How many letters that are not UTF-8 were read as Windows-1252 since this was last asked.
    pub const fn take_repaired(&mut self) -> u64 {
        core::mem::replace(&mut self.repaired, 0)
    }

    /// Reads more behind what is decoded; 0 where there is no more.
    fn more(&mut self) -> io::Result<usize> {
        if self.consumed > 0 {
            self.decoded.drain(..self.consumed);
            self.consumed = 0;
        }
        let had = self.decoded.len();
        loop {
            let read = match self.inner.read(&mut self.chunk) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                result => result?,
            };
            let held = self.pending.len();
            self.pending.extend_from_slice(self.chunk.get(..read).unwrap_or_default());
            if !matches!(self.encoding, Encoding::Utf16 { .. }) {
                // What is held back was looked at before.
                let zero = memchr::memchr(0, self.pending.get(held..).unwrap_or_default());
                if let Some(zero) = zero {
                    let byte = self.at + (had + held + zero) as u64;
                    return Err(Refusal::Binary { byte }.into());
                }
            }
            self.decode(read == 0);
            let more = self.decoded.len() - had;
            if read == 0 || more > 0 {
                return Ok(more);
            }
        }
    }

    /// Decodes what is pending; at the end also what is no whole letter.
    fn decode(&mut self, ends: bool) {
        let pending = core::mem::take(&mut self.pending);
        let rest = match self.encoding {
            Encoding::Utf8 => self.decode_utf8(&pending, ends),
            Encoding::Windows1252 => {
                push_all(&mut self.decoded, pending.iter().map(|it| windows(*it)));
                0
            }
            Encoding::Utf16 { big } => self.decode_utf16(&pending, big, ends),
        };
        self.pending = pending;
        self.pending.drain(..self.pending.len().saturating_sub(rest));
    }

    /// How many bytes are left for the next time.
    fn decode_utf8(&mut self, mut bytes: &[u8], ends: bool) -> usize {
        loop {
            let error = match core::str::from_utf8(bytes) {
                Ok(_) => {
                    self.decoded.extend_from_slice(bytes);
                    return 0;
                }
                Err(error) => error,
            };
            let (good, bad) = bytes.split_at(error.valid_up_to());
            self.decoded.extend_from_slice(good);
            if error.error_len().is_none() && !ends {
                return bad.len();
            }
            let wrong = error.error_len().unwrap_or(bad.len());
            let (wrong, rest) = bad.split_at(wrong.min(bad.len()));
            push_all(&mut self.decoded, wrong.iter().map(|it| windows(*it)));
            self.repaired += wrong.len() as u64;
            bytes = rest;
        }
    }

    fn decode_utf16(&mut self, bytes: &[u8], big: bool, ends: bool) -> usize {
        let unit = |pair: &[u8]| {
            let pair = [pair.first().copied().unwrap_or(0), pair.get(1).copied().unwrap_or(0)];
            if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
        };
        let mut whole = bytes.len() / 2 * 2;
        // Half of a pair of units waits for the other half.
        let last = bytes.get(whole.saturating_sub(2)..whole).map(unit);
        if !ends && last.is_some_and(|it| (0xd800..0xdc00).contains(&it)) {
            whole -= 2;
        }
        let units = bytes.get(..whole).unwrap_or_default().chunks_exact(2).map(unit);
        for letter in char::decode_utf16(units) {
            self.repaired += u64::from(letter.is_err());
            push_all(&mut self.decoded, [letter.unwrap_or(char::REPLACEMENT_CHARACTER)]);
        }
        if ends { 0 } else { bytes.len() - whole }
    }
}

fn push_all(to: &mut Vec<u8>, letters: impl IntoIterator<Item = char>) {
    let mut bytes = [0; 4];
    for letter in letters {
        to.extend_from_slice(letter.encode_utf8(&mut bytes).as_bytes());
    }
}

impl Read for Text {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let from = self.fill_buf()?;
        let most = from.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..most), from.get(..most)) {
            to.copy_from_slice(from);
        }
        self.consume(most);
        Ok(most)
    }
}

impl BufRead for Text {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at - self.began > self.most {
            return Err(Refusal::TooLong { limit: self.most }.into());
        }
        if self.consumed >= self.decoded.len() {
            self.more()?;
        }
        Ok(self.decoded.get(self.consumed..).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        let end = (self.consumed + amount).min(self.decoded.len());
        let consumed = self.decoded.get(self.consumed..end).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', consumed).count() as u64;
        self.at += (end - self.consumed) as u64;
        self.consumed = end;
    }
}
