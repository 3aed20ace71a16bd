//! A file of the reader as bytes that can be read from any place, without waiting for a promise.

use core::ops::Range;
use std::io::{self, Read, Seek, SeekFrom};

use js_sys::Uint8Array;
use web_sys::{File, FileReaderSync};

/// How much is read ahead after a jump, in bytes: what looks into a file or an archive needs little.
const LEAST: u64 = 1 << 16;

/// How much is read ahead where a file is read on and on: each read asks another process of the browser, and pieces
/// of this size are had two to five times as fast as pieces of a quarter of it.
const MOST: u64 = 1 << 22;

/// A file, read a piece at a time; the last piece is kept. It stays with the browser, which frees it: what a program in
/// WebAssembly once had is its own for good.
pub(super) struct Ahead {
    file: File,
    len: u64,
    /// Where the next byte is read.
    at: u64,
    /// Where the piece begins, and what it says.
    from: u64,
    piece: Uint8Array,
}

impl Ahead {
    /// A file, of which nothing is read yet.
    pub(super) fn new(file: File) -> Self {
        let len = file.size() as u64;
        Self { file, len, at: 0, from: 0, piece: Uint8Array::new_with_length(0) }
    }

    /// What of the piece stands from the place on, as its places there; none where the place is not in it.
    fn here(&self) -> Range<u32> {
        let len = self.piece.length();
        let skip = self.at.checked_sub(self.from).and_then(|skip| u32::try_from(skip).ok());
        skip.filter(|skip| *skip < len).unwrap_or(len)..len
    }

    /// Reads the piece that begins at the place; a longer one where it follows the last.
    fn fetch(&mut self) -> io::Result<()> {
        let last = u64::from(self.piece.length());
        let follows = last > 0 && self.at == self.from + last;
        let ahead = if follows { (4 * last).min(MOST) } else { LEAST };
        let end = self.len.min(self.at + ahead);
        // A file that was changed or taken away since it was chosen refuses to be read.
        let refused = |_| io::Error::from(io::ErrorKind::PermissionDenied);
        let slice = self.file.slice_with_f64_and_f64(self.at as f64, end as f64).map_err(refused)?;
        let reader = FileReaderSync::new().map_err(refused)?;
        let buffer = reader.read_as_array_buffer(&slice).map_err(refused)?;
        self.piece = Uint8Array::new(&buffer);
        self.from = self.at;
        Ok(())
    }
}

impl Read for Ahead {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.here().is_empty() && self.at < self.len {
            self.fetch()?;
        }
        let here = self.here();
        let most = here.len().min(buffer.len());
        if let Some(buffer) = buffer.get_mut(..most) {
            self.piece.subarray(here.start, here.start + most as u32).copy_to(buffer);
        }
        self.at += most as u64;
        Ok(most)
    }
}

impl Seek for Ahead {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.len.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}
