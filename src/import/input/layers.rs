//! Readers over readers: a window of a file, a cap, a checksum.

use core::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use super::Raw;
use crate::import::{Limits, Refusal};

/// Part of a file, which counts what is read of it.
pub(super) struct Window {
    raw: Raw,
    at: u64,
    end: u64,
    read: Rc<Cell<u64>>,
}

impl Window {
    pub(super) fn new(raw: Raw, start: u64, len: u64) -> Self {
        let end = start.saturating_add(len).min(raw.len());
        Self { raw, at: start, end, read: Rc::default() }
    }

    /// How many bytes of the file have been read.
    pub(super) fn counter(&self) -> Rc<Cell<u64>> {
        Rc::clone(&self.read)
    }
}

impl Read for Window {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.end.saturating_sub(self.at)).unwrap_or(usize::MAX);
        let most = buffer.len().min(left);
        let Some(buffer) = buffer.get_mut(..most).filter(|it| !it.is_empty()) else { return Ok(0) };
        let read = self.raw.read_at(self.at, buffer)?;
        if read == 0 {
            // The file has become shorter than it was.
            return Err(Refusal::Unread.into());
        }
        self.at += read as u64;
        self.read.set(self.read.get() + read as u64);
        Ok(read)
    }
}

/// Ends where more comes out than limits allow.
pub(super) struct Capped<R> {
    inner: R,
    out: u64,
    packed: Rc<Cell<u64>>,
    limits: Limits,
}

impl<R: Read> Capped<R> {
    pub(super) fn new(inner: R, packed: Rc<Cell<u64>>, limits: &Limits) -> Self {
        Self { inner, out: 0, packed, limits: *limits }
    }
}

impl<R: Read> Read for Capped<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.out += read as u64;
        let limits = &self.limits;
        if self.out > limits.text {
            return Err(Refusal::TooMuchText { limit: limits.text }.into());
        }
        let most = self.packed.get().saturating_mul(limits.ratio);
        if self.out > limits.ratio_from && self.out > most {
            return Err(Refusal::Bomb { limit: limits.ratio }.into());
        }
        Ok(read)
    }
}

/// Holds what was read against a checksum at its end.
pub(super) struct Checked<R> {
    inner: R,
    sum: flate2::Crc,
    expected: u32,
}

impl<R: Read> Checked<R> {
    pub(super) fn new(inner: R, expected: u32) -> Self {
        Self { inner, sum: flate2::Crc::new(), expected }
    }
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.sum.update(buffer.get(..read).unwrap_or_default());
        if read == 0 && !buffer.is_empty() && self.sum.sum() != self.expected {
            return Err(Refusal::Damaged.into());
        }
        Ok(read)
    }
}

/// Reads the beginning, and gives it with a reader that begins with it again. An error behind the beginning is told
/// when the reader comes to it.
pub(super) fn peek(mut inner: Box<dyn Read>, most: usize) -> io::Result<(Vec<u8>, Box<dyn Read>)> {
    let mut head = vec![0; most];
    let mut filled = 0;
    let mut failed = None;
    while let Some(rest) = head.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match inner.read(rest) {
            Ok(0) => break,
            Ok(more) => filled += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if filled == 0 => return Err(error),
            Err(error) => {
                failed = Some(Refusal::of_io(&error));
                break;
            }
        }
    }
    head.truncate(filled);
    let begins = io::Cursor::new(head.clone());
    let again: Box<dyn Read> = match failed {
        Some(refusal) => Box::new(begins.chain(Failed(refusal))),
        None => Box::new(begins.chain(inner)),
    };
    Ok((head, again))
}

/// Nothing but an error.
struct Failed(Refusal);

impl Read for Failed {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(self.0.clone().into())
    }
}
