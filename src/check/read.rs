//! Bytes of a reader's file as text, or why they are none.

/// The largest document that is read, in bytes: 40,000 words. It is worked through at one go, twice at most, while
/// the page waits, so the limit is one of time: eight times as much took 45 to 85 ms in Chromium on two busy cores.
pub const MAX_BYTES: usize = 1 << 18;

/// The most sentences that a document may have, for the same reason.
pub const MAX_SENTENCES: usize = 20_000;

/// Why a document cannot be held against anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nothing in it but white space.
    Empty,
    /// It has more than [`MAX_BYTES`].
    TooLarge,
    /// It has more than [`MAX_SENTENCES`].
    TooLong,
    /// It is a file of another format, in which its text stands in other bytes.
    Format(Format),
    /// It is UTF-16 or UTF-32.
    Utf16,
    /// It is no text.
    Binary {
        /// The first byte that stands in no text, counted from 0.
        byte: usize,
    },
    /// It is text in another encoding than UTF-8.
    Encoding {
        /// The line of the first byte that is not UTF-8, counted from 1.
        line: usize,
    },
}

/// A format that holds text and is not plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// PDF.
    Pdf,
    /// Word, OpenDocument or another format that is packed as ZIP; or a ZIP.
    Packed,
    /// Rich text.
    Rtf,
    /// A web page with its markup.
    Web,
}

/// How files of a format begin, in lower case.
const BEGINNINGS: [(&[u8], Format); 7] = [
    (b"%pdf-", Format::Pdf),
    (b"pk\x03\x04", Format::Packed),
    (b"\xd0\xcf\x11\xe0", Format::Packed),
    (b"\x1f\x8b", Format::Packed),
    (b"{\\rtf", Format::Rtf),
    (b"<!doctype html", Format::Web),
    (b"<html", Format::Web),
];

/// How far into a file a reader of encodings looks, in bytes.
const SNIFFED: usize = 1024;

/// The text of a document: UTF-8, with a byte order mark or without.
///
/// # Errors
///
/// Where it is too large, empty or not such a text.
pub fn read(bytes: &[u8]) -> Result<&str, Unreadable> {
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    // The mark of UTF-32 begins, or ends, with that of UTF-16.
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || bytes.starts_with(b"\0\0\xfe\xff")
    {
        return Err(Unreadable::Utf16);
    }
    if let Some(format) = format(bytes) {
        return Err(Unreadable::Format(format));
    }
    if let Some(byte) = bytes.iter().position(|byte| *byte == 0) {
        return Err(if is_wide(bytes) { Unreadable::Utf16 } else { Unreadable::Binary { byte } });
    }
    let text = core::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let sniffed = bytes.get(..SNIFFED).unwrap_or(bytes);
        match sniffed.iter().position(|byte| is_control(*byte)) {
            Some(byte) => Unreadable::Binary { byte },
            None => Unreadable::Encoding { line: 1 + before.iter().filter(|byte| **byte == b'\n').count() },
        }
    })?;
    if text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}').is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(text)
}

/// The format that a file begins as, after white space.
fn format(bytes: &[u8]) -> Option<Format> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let begins = |with: &[u8]| bytes.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
    BEGINNINGS.iter().find(|(with, _)| begins(with)).map(|(_, format)| *format)
}

/// True where nearly every second byte is zero: letters of two bytes, most of them of Western scripts.
fn is_wide(bytes: &[u8]) -> bool {
    let pairs = bytes.get(..SNIFFED).unwrap_or(bytes).chunks_exact(2);
    let (mut pairs_seen, mut zeros) = (0, [0, 0]);
    for pair in pairs {
        pairs_seen += 1;
        match pair {
            [0, letter] if *letter != 0 => zeros[0] += 1,
            [letter, 0] if *letter != 0 => zeros[1] += 1,
            _ => {}
        }
    }
    zeros.into_iter().any(|zeros| zeros * 4 > pairs_seen * 3)
}

/// True for bytes that stand in no text of any encoding that has ASCII's lower half.
const fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1a | 0x1b)
}
