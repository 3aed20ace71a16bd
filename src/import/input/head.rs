//! The beginning of a text, from which a format is told.

use crate::import::Refusal;
use crate::import::refusal::Foreign;

/// The beginning of a text, in UTF-8.
pub struct Head<'t> {
    /// The name of the file or of the member, without folders.
    pub name: &'t str,
    text: &'t str,
}

/// How files begin that are dropped by mistake, in lower case.
const BEGINNINGS: [(&[u8], Foreign); 14] = [
    (b"%pdf-", Foreign::Pdf),
    (b"\xd0\xcf\x11\xe0", Foreign::Office),
    (b"{\\rtf", Foreign::Office),
    (b"<!doctype html", Foreign::Web),
    (b"<html", Foreign::Web),
    (b"\x89png", Foreign::Picture),
    (b"\xff\xd8\xff", Foreign::Picture),
    (b"gif8", Foreign::Picture),
    (b"<svg", Foreign::Picture),
    (b"7z\xbc\xaf", Foreign::Archive),
    (b"rar!", Foreign::Archive),
    (b"\xfd7zxz", Foreign::Archive),
    (b"\x28\xb5\x2f\xfd", Foreign::Archive),
    (b"bzh", Foreign::Archive),
];

/// The sort of a file by its first bytes, where it is none that could be read.
pub(crate) fn foreign(bytes: &[u8]) -> Option<Refusal> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let begins = |with: &[u8]| bytes.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
    BEGINNINGS.iter().find(|(with, _)| begins(with)).map(|(_, sort)| Refusal::Foreign { sort: *sort })
}

impl<'t> Head<'t> {
    /// How much of a text is looked at, in bytes.
    pub const BYTES: usize = 1 << 16;

    /// The beginning of a text of a name.
    pub fn new(name: &'t str, bytes: &'t [u8]) -> Self {
        let text = match core::str::from_utf8(bytes) {
            Ok(text) => text,
            // The last letter may be cut.
            Err(error) => bytes
                .get(..error.valid_up_to())
                .and_then(|good| core::str::from_utf8(good).ok())
                .unwrap_or_default(),
        };
        Self { name: name.rsplit(['/', '\\']).next().unwrap_or(name), text }
    }

    /// The text.
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// True where there is nothing but white space and the mark by which old systems end a file.
    pub fn is_blank(&self) -> bool {
        self.text.chars().all(|it| it.is_whitespace() || it == '\u{1a}' || it == '\u{feff}')
    }

    /// True where the name has these words in it, in any case.
    pub fn is_named(&self, words: &str) -> bool {
        self.name.to_ascii_lowercase().contains(words)
    }

    /// The lines, without their ends.
    pub fn lines(&self) -> impl Iterator<Item = &'t str> {
        self.text.lines()
    }

    /// The first lines as rows of CSV, quotation marks understood; as many as the head has whole, `most` at most.
    pub fn rows(&self, delimiter: u8, most: usize) -> Vec<Vec<String>> {
        let mut reader = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
        let (mut rows, mut row) = (Vec::new(), Vec::new());
        let mut input = self.text.as_bytes();
        let mut field = vec![0; input.len().max(1)];
        let mut filled = 0;
        while rows.len() < most && !input.is_empty() {
            let to = field.get_mut(filled..).unwrap_or_default();
            let (result, read, written) = reader.read_field(input, to);
            input = input.get(read..).unwrap_or_default();
            filled += written;
            match result {
                csv_core::ReadFieldResult::Field { record_end } => {
                    row.push(String::from_utf8_lossy(field.get(..filled).unwrap_or_default()).into_owned());
                    filled = 0;
                    if record_end {
                        rows.push(core::mem::take(&mut row));
                    }
                }
                _ => break,
            }
        }
        if rows.is_empty() && most > 0 {
            // A single line without an end is a row, too.
            row.push(String::from_utf8_lossy(field.get(..filled).unwrap_or_default()).into_owned());
            rows.push(row);
        }
        rows
    }

    /// The start tag of the root element of XML: its local name, and all that stands between the angle brackets.
    pub fn root(&self) -> Option<(&'t str, &'t str)> {
        let mut rest = self.text.trim_start();
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix("<?") {
                rest = after.split_once("?>")?.1;
            } else if let Some(after) = rest.strip_prefix("<!--") {
                rest = after.split_once("-->")?.1;
            } else if let Some(after) = rest.strip_prefix("<!") {
                let end = after.find(['[', '>'])?;
                let close = if after.get(end..)?.starts_with('[') { "]>" } else { ">" };
                rest = after.split_once(close)?.1;
            } else {
                break;
            }
        }
        let tag = rest.strip_prefix('<')?;
        let tag = tag.get(..tag.find('>')?)?;
        let name = tag.split(|it: char| it.is_whitespace() || it == '/').next()?;
        Some((name.rsplit(':').next().unwrap_or(name), tag))
    }
}
