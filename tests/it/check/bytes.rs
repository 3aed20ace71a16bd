//! Which bytes are a document, and what is told of the others.

use sourceline::check::{Format, MAX_BYTES, MAX_SENTENCES, Unreadable, check, read};

use super::{ONE, dataset, source};

#[track_caller]
fn refused(bytes: &[u8], want: Unreadable) {
    assert_eq!(read(bytes), Err(want), "{:?}", &bytes[..bytes.len().min(40)]);
    let data = dataset();
    assert_eq!(check(&data, source(&data, "report-one"), bytes), Err(want));
}

/// A text as UTF-16, little end first or last.
fn utf16(text: &str, little: bool) -> Vec<u8> {
    let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn text_is_read_with_and_without_a_mark() {
    assert_eq!(read(b"A line."), Ok("A line."));
    assert_eq!(read("\u{feff}Ein Satz – “so”.".as_bytes()), Ok("\u{feff}Ein Satz – “so”."));
    // Marks of other formats inside a text are text.
    assert_eq!(read(b"It begins with %PDF- or <html>."), Ok("It begins with %PDF- or <html>."));
}

#[test]
fn nothing_but_white_space_is_empty() {
    for bytes in ["", " ", "\r\n\t\n", "\u{feff}", "\u{feff}\n", "\u{a0}"] {
        refused(bytes.as_bytes(), Unreadable::Empty);
    }
}

#[test]
fn utf_16_is_known_with_its_mark_and_without() {
    for little in [true, false] {
        refused(&utf16(&format!("\u{feff}{ONE}"), little), Unreadable::Utf16);
        refused(&utf16(ONE, little), Unreadable::Utf16);
        refused(&utf16("\u{feff}", little), Unreadable::Utf16);
    }
    let utf32 = |text: &str| text.chars().flat_map(|it| u32::from(it).to_be_bytes()).collect::<Vec<_>>();
    refused(&utf32("\u{feff}A line."), Unreadable::Utf16);
}

#[test]
fn other_formats_are_known_by_how_they_begin() {
    let cases: [(&[u8], Format); 8] = [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", Format::Pdf),
        (b"PK\x03\x04\x14\0\x06\0", Format::Packed),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", Format::Packed),
        (b"\x1f\x8b\x08\0", Format::Packed),
        (b"{\\rtf1\\ansi A line.}", Format::Rtf),
        (b"\n  <!DOCTYPE html><p>A line.", Format::Web),
        (b"\xef\xbb\xbf<HTML lang=en>", Format::Web),
        (b"<html>", Format::Web),
    ];
    for (bytes, format) in cases {
        refused(bytes, Unreadable::Format(format));
    }
}

#[test]
fn what_is_no_text_is_told_with_its_first_strange_byte() {
    refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Unreadable::Binary { byte: 8 });
    refused(b"A line.\0", Unreadable::Binary { byte: 7 });
    refused(b"\xff\xd8\xff\xe1\x04JFIF", Unreadable::Binary { byte: 4 });
}

#[test]
fn another_encoding_is_told_with_its_first_strange_line() {
    refused(b"A caf\xe9.", Unreadable::Encoding { line: 1 });
    refused(b"One.\nTwo.\r\n\x93Three,\x94 she said.\nFour \xe9.", Unreadable::Encoding { line: 3 });
    refused(b"Cut inside a letter \xe2\x80", Unreadable::Encoding { line: 1 });
}

#[test]
fn what_is_too_large_is_not_worked_through() {
    let mut bytes = vec![b'a'; MAX_BYTES];
    assert!(read(&bytes).is_ok());
    bytes.push(b'a');
    refused(&bytes, Unreadable::TooLarge);
    refused(&vec![0; MAX_BYTES + 1], Unreadable::TooLarge);
}

#[test]
fn more_sentences_than_a_document_has_are_refused() {
    let data = dataset();
    let id = source(&data, "report-one");
    let held = |count: usize| check(&data, id, "A b.\n".repeat(count).as_bytes());
    assert_eq!(held(MAX_SENTENCES).unwrap().copy.len(), MAX_SENTENCES);
    assert_eq!(held(MAX_SENTENCES + 1), Err(Unreadable::TooLong));
    let in_one_line = "A. b! C? ".repeat(MAX_SENTENCES);
    assert_eq!(check(&data, id, in_one_line.as_bytes()), Err(Unreadable::TooLong));
}
