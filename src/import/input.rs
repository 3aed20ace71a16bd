//! From the bytes of a dropped file to text: packings are taken off, encodings are turned into UTF-8, and
//! everything is counted as it comes out.
//!
//! The core opens no file. Whoever calls gives [`Bytes`] that can be read from any place, as a `Blob` in a worker or a
//! file can; a `.zip` has its directory at the end, and members are read in another order than they stand. Refusals
//! travel through the parsers as [`std::io::Error`] and come out by [`super::Refusal::of_io`].

mod head;
mod layers;
mod text;
mod zip;

pub use head::Head;
pub use text::Text;

use core::cell::RefCell;
use std::io::{self, Read, Seek, SeekFrom};
use std::rc::Rc;

use super::record::FileId;
use super::{Limits, Refusal};
use layers::{Capped, Checked, Window};
use text::Encoding;

/// The bytes of a dropped file, readable from any place.
pub trait Bytes: Read + Seek {}

impl<T: Read + Seek> Bytes for T {}

/// A dropped file.
pub struct File {
    /// Its name, with its extension.
    pub name: String,
    /// Its bytes.
    pub bytes: Box<dyn Bytes>,
}

impl File {
    /// A file of a name.
    pub fn new(name: impl Into<String>, bytes: impl Bytes + 'static) -> Self {
        Self { name: name.into(), bytes: Box::new(bytes) }
    }
}

/// The bytes of a dropped file, shared by the members that are read from it, and how many have been read.
#[derive(Clone)]
pub(super) struct Raw {
    bytes: Rc<RefCell<Box<dyn Bytes>>>,
    len: u64,
}

impl Raw {
    /// Learns how long the file is.
    pub(super) fn new(mut bytes: Box<dyn Bytes>, limits: &Limits) -> Result<Self, Refusal> {
        let len = bytes.seek(SeekFrom::End(0)).map_err(|error| Refusal::of_io(&error))?;
        if len > limits.raw {
            return Err(Refusal::TooLarge { bytes: len, limit: limits.raw });
        }
        Ok(Self { bytes: Rc::new(RefCell::new(bytes)), len })
    }

    /// How many bytes the file has.
    pub(super) const fn len(&self) -> u64 {
        self.len
    }

    /// Reads at a place; the bytes are another's only while one reads, which never overlaps.
    fn read_at(&self, at: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let mut bytes = self.bytes.try_borrow_mut().map_err(|_| io::Error::from(Refusal::Unread))?;
        bytes.seek(SeekFrom::Start(at))?;
        loop {
            match bytes.read(buffer) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                result => return result,
            }
        }
    }

    /// The bytes of a place, as many as there are, `most` at most.
    fn bytes_at(&self, at: u64, most: usize) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; most];
        let mut filled = 0;
        while let Some(rest) = bytes.get_mut(filled..).filter(|rest| !rest.is_empty()) {
            match self.read_at(at + filled as u64, rest)? {
                0 => break,
                more => filled += more,
            }
        }
        bytes.truncate(filled);
        Ok(bytes)
    }
}

/// One text in a dropped file: the file itself, or a member of an archive.
#[derive(Clone)]
pub(super) struct Member {
    /// Its name, for readers.
    pub(super) name: String,
    /// The bytes that hold it, packed or not.
    start: u64,
    len: u64,
    packing: Packing,
    /// The checksum of what comes out, where the archive has one.
    checksum: Option<u32>,
}

impl Member {
    /// How many bytes of its file hold it.
    pub(super) const fn len(&self) -> u64 {
        self.len
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Packing {
    None,
    Deflate,
}

/// How a `.gz` begins.
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// The texts in a file, and refusals for the members of an archive that cannot be read.
pub(super) type Members = Vec<Result<Member, (String, Refusal)>>;

/// The texts in a file: itself, or each member of a `.zip` but folders and what systems leave in archives.
pub(super) fn members(name: &str, raw: &Raw, limits: &Limits) -> Result<Members, Refusal> {
    let name = &unturned(name);
    let head = raw.bytes_at(0, 4).map_err(|error| Refusal::of_io(&error))?;
    if !head.starts_with(zip::BEGINS) && !head.starts_with(zip::BEGINS_EMPTY) {
        let whole =
            Member { name: name.to_owned(), start: 0, len: raw.len, packing: Packing::None, checksum: None };
        return Ok(vec![Ok(whole)]);
    }
    let entries = zip::directory(raw, limits)?;
    if let Some(foreign) = zip::foreign(&entries) {
        return Err(Refusal::Foreign { sort: foreign });
    }
    let is_file = |entry: &zip::Entry| {
        let name = entry.name.rsplit('/').next().unwrap_or_default();
        !name.is_empty() && !name.starts_with('.') && !entry.name.starts_with("__MACOSX/")
    };
    let member = |entry: zip::Entry| {
        let full = format!("{name} / {}", unturned(&entry.name));
        match entry.place(raw) {
            Ok((start, packing)) => {
                Ok(Member { name: full, start, len: entry.packed, packing, checksum: Some(entry.checksum) })
            }
            Err(refusal) => Err((full, refusal)),
        }
    };
    Ok(entries.into_iter().filter(is_file).map(member).collect())
}

/// What is told within sentences of the page, as names of files are: without the letters that turn what comes after them
/// around, for they would turn the number of a line as well.
pub(super) fn unturned(name: &str) -> String {
    name.chars().filter(|it| !matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')).collect()
}

/// Opens the text of a member: all packings taken off, in UTF-8.
pub(super) fn open(raw: &Raw, member: &Member, file: FileId, limits: &Limits) -> Result<Text, Refusal> {
    let window = Window::new(raw.clone(), member.start, member.len);
    let read = window.counter();
    let mut inner: Box<dyn Read> = match member.packing {
        Packing::None => Box::new(window),
        Packing::Deflate => Box::new(flate2::bufread::DeflateDecoder::new(io::BufReader::new(window))),
    };
    if let Some(checksum) = member.checksum {
        inner = Box::new(Checked::new(inner, checksum));
    }
    let mut depth = usize::from(member.checksum.is_some());
    loop {
        let (head, again) = layers::peek(inner, Head::BYTES).map_err(|error| Refusal::of_io(&error))?;
        inner = again;
        if head.starts_with(zip::BEGINS) {
            return Err(Refusal::Nested);
        }
        if let Some(refusal) = head::foreign(&head) {
            return Err(refusal);
        }
        if !head.starts_with(&GZIP) {
            let (encoding, mark) = Encoding::of(&head)?;
            let capped = Capped::new(inner, read.clone(), limits);
            return Text::new(Box::new(capped), encoding, mark, file, read, limits);
        }
        if depth >= limits.nesting {
            return Err(Refusal::Nested);
        }
        depth += 1;
        inner = Box::new(flate2::bufread::MultiGzDecoder::new(io::BufReader::new(inner)));
        // What comes out is capped at each step, as a bomb may stand in a bomb.
        inner = Box::new(Capped::new(inner, read.clone(), limits));
    }
}
