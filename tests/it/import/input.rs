//! Tests of packings and encodings: what is unpacked, what is decoded, and what is refused by name.

use std::io::Write;

use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder};
use sourceline::import::{Foreign, Limits, Refusal};

use super::{import, import_with};

pub(super) const SDN: &str = "7,\"DOÉ, Jane\",\"individual\",\"DPRK2\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1950.\"\r\n\
     8,\"ACME\",-0- ,\"DPRK2\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"Linked To: DOÉ, Jane.\"\r\n";

pub(super) fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

/// How a member of an archive is made.
#[derive(Clone, Copy, Default)]
struct How {
    stored: bool,
    flags: u16,
    method: Option<u16>,
    wrong_sum: bool,
}

pub(super) fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    zip_with(members, How::default())
}

/// An archive, by hand: heads with their bytes, the directory, its end.
fn zip_with(members: &[(&str, &[u8])], how: How) -> Vec<u8> {
    let (mut all, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in members {
        let at = all.len() as u32;
        let mut sum = flate2::Crc::new();
        sum.update(bytes);
        let sum = sum.sum() ^ u32::from(how.wrong_sum);
        let packed = if how.stored {
            bytes.to_vec()
        } else {
            let mut packed = DeflateEncoder::new(Vec::new(), Compression::default());
            packed.write_all(bytes).unwrap();
            packed.finish().unwrap()
        };
        let method = how.method.unwrap_or(if how.stored { 0 } else { 8 });
        let mut shared = Vec::new();
        for number in [20, how.flags, method, 0, 0] {
            shared.extend(u16::to_le_bytes(number));
        }
        for number in [sum, packed.len() as u32, bytes.len() as u32] {
            shared.extend(u32::to_le_bytes(number));
        }
        shared.extend(u16::to_le_bytes(name.len() as u16));
        shared.extend(u16::to_le_bytes(0));
        all.extend(b"PK\x03\x04");
        all.extend(&shared);
        all.extend(name.as_bytes());
        all.extend(packed);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&shared);
        directory.extend([0; 10]);
        directory.extend(u32::to_le_bytes(at));
        directory.extend(name.as_bytes());
    }
    let at = all.len() as u32;
    all.extend(&directory);
    all.extend(b"PK\x05\x06\0\0\0\0");
    for _ in 0..2 {
        all.extend(u16::to_le_bytes(members.len() as u16));
    }
    all.extend(u32::to_le_bytes(directory.len() as u32));
    all.extend(u32::to_le_bytes(at));
    all.extend([0; 2]);
    all
}

/// The names in a file, or why there are none.
fn names(name: &str, bytes: &[u8]) -> Result<Vec<String>, Vec<Refusal>> {
    names_with(name, bytes, Limits::default())
}

fn names_with(name: &str, bytes: &[u8], limits: Limits) -> Result<Vec<String>, Vec<Refusal>> {
    let read = import_with(&[(name, bytes)], limits);
    let stopped = read.stopped();
    if !stopped.is_empty() {
        return Err(stopped);
    }
    Ok(read.records.iter().map(|it| it.name().unwrap().full.clone()).collect())
}

fn expected() -> Result<Vec<String>, Vec<Refusal>> {
    Ok(vec!["DOÉ, Jane".to_owned(), "ACME".to_owned()])
}

#[test]
fn packed_files_are_read_as_if_they_were_not() {
    let stored = How { stored: true, ..How::default() };
    let files = [
        gz(SDN.as_bytes()),
        [gz(&SDN.as_bytes()[..100]), gz(&SDN.as_bytes()[100..])].concat(),
        zip(&[("sdn.csv", SDN.as_bytes())]),
        zip_with(&[("a/b/sdn.csv", SDN.as_bytes())], stored),
        zip(&[("sdn.csv.gz", &gz(SDN.as_bytes()))]),
        gz(&gz(SDN.as_bytes())),
    ];
    for (nth, file) in files.iter().enumerate() {
        assert_eq!(names("x", file), expected(), "{nth}");
    }
}

#[test]
fn each_member_of_an_archive_is_a_file_and_what_systems_leave_there_is_none() {
    let alt = b"7,220,\"aka\",\"ROE, Jane\",-0- \r\n";
    let members: [(&str, &[u8]); 6] = [
        ("lists/", b""),
        ("lists/alt.csv", alt),
        ("lists/sdn.csv", SDN.as_bytes()),
        ("__MACOSX/lists/._sdn.csv", b"\0\0\0"),
        ("lists/.DS_Store", b"\0\0\0"),
        ("lists/readme.txt", b"Nothing to see"),
    ];
    let read = import(&[("all.zip", &zip(&members))]);
    let names: Vec<_> = read.import.report().files().iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["all.zip / lists/sdn.csv", "all.zip / lists/alt.csv", "all.zip / lists/readme.txt"]);
    assert_eq!(read.records.len(), 3);
    assert_eq!(read.words(&read.records[2]), "7,220,\"aka\",\"ROE, Jane\",-0- ");
}

#[test]
fn no_name_turns_around_what_is_told_after_it() {
    let row = b"Name,Type\r\nIda Holm,person\r\nJon Rask,ship of a sort\r\n";
    let archive = zip(&[("in\u{2067}side\u{202e}.csv", row)]);
    let read = super::import(&[("a\u{202e}list.csv", row), ("many\u{202d}.zip", &archive)]);
    let names: Vec<_> = read.import.report().files().iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["alist.csv", "many.zip / inside.csv"]);
    assert_eq!(read.records[0].list, "csv:alist.csv");
    let net =
        "<gexf><meta><title>a \u{202e}net</title></meta><graph><nodes><node id='a'/></nodes></graph></gexf>";
    let read = super::import(&[("net.gexf", net.as_bytes())]);
    assert_eq!(read.import.report().files()[0].about.list.as_deref(), Some("a net"));
}

#[test]
fn text_of_other_encodings_is_read_and_its_words_are_found_again() {
    let wide = |big: bool| {
        let units = core::iter::once('\u{feff}').chain(SDN.chars());
        let mut bytes = Vec::new();
        for unit in units.collect::<String>().encode_utf16() {
            bytes.extend(if big { unit.to_be_bytes() } else { unit.to_le_bytes() });
        }
        bytes
    };
    let windows: Vec<u8> = SDN.chars().map(|it| u8::try_from(u32::from(it)).unwrap()).collect();
    let files = [format!("\u{feff}{SDN}").into_bytes(), wide(true), wide(false), windows, gz(&wide(true))];
    for (nth, file) in files.iter().enumerate() {
        assert_eq!(names("sdn.csv", file), expected(), "{nth}");
        let read = import(&[("sdn.csv", file)]);
        assert_eq!(read.words(&read.records[1]) + "\r\n", SDN.split_inclusive('\n').nth(1).unwrap(), "{nth}");
    }
}

#[test]
fn what_is_no_list_is_refused_by_what_it_is() {
    let office = zip(&[("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")]);
    let foreign = |sort| Refusal::Foreign { sort };
    let cases: [(&[u8], Refusal); 14] = [
        (b"", Refusal::Empty),
        (b" \r\n\t\n\x1a", Refusal::Empty),
        (b"%PDF-1.7 \x00", foreign(Foreign::Pdf)),
        (&office, foreign(Foreign::Office)),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", foreign(Foreign::Office)),
        (b"<!DOCTYPE html><title>Sanctions</title>", foreign(Foreign::Web)),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html></html>", foreign(Foreign::Web)),
        (b"\x89PNG\r\n\x1a\n\0\0", foreign(Foreign::Picture)),
        (b"7z\xbc\xaf\x27\x1c", foreign(Foreign::Archive)),
        (b"7,\"x\0\"", Refusal::Binary { byte: 4 }),
        (b"\xff\xfe\0\0x\0\0\0", Refusal::Encoding { name: "UTF-32".to_owned() }),
        (
            b"<?xml version='1.0' encoding='Shift_JIS'?><a/>",
            Refusal::Encoding { name: "Shift_JIS".to_owned() },
        ),
        (b"Dear diary", Refusal::Unknown),
        (b"{\"hello\": 1}", Refusal::Unknown),
    ];
    for (bytes, refusal) in cases {
        assert_eq!(names("sdn.csv", bytes), Err(vec![refusal]), "{:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn archives_that_cannot_be_opened_say_why() {
    let list: [(&str, &[u8]); 1] = [("sdn.csv", SDN.as_bytes())];
    let encrypted = How { flags: 1, ..How::default() };
    let packing = How { method: Some(12), ..How::default() };
    let damaged = How { wrong_sum: true, ..How::default() };
    let whole = zip(&list);
    let cases = [
        (zip_with(&list, encrypted), Refusal::Encrypted),
        (zip_with(&list, packing), Refusal::Packing { method: 12 }),
        (zip_with(&list, damaged), Refusal::Damaged),
        (zip(&[("inner.zip", &whole)]), Refusal::Nested),
        (gz(&whole), Refusal::Nested),
        (gz(&gz(&gz(SDN.as_bytes()))), Refusal::Nested),
        (zip(&[]), Refusal::Empty),
        (whole[..whole.len() - 30].to_vec(), Refusal::Truncated),
    ];
    for (nth, (bytes, refusal)) in cases.into_iter().enumerate() {
        assert_eq!(names("x.zip", &bytes), Err(vec![refusal]), "{nth}");
    }
}

#[test]
fn limits_of_size_are_held_where_the_bytes_come_out() {
    let long = SDN.repeat(2000);
    let bomb = gz(long.as_bytes());
    let limits = Limits::default();
    let cases = [
        (
            SDN.as_bytes(),
            Limits { raw: 50, ..limits },
            Refusal::TooLarge { bytes: SDN.len() as u64, limit: 50 },
        ),
        (&bomb, Limits { text: 100_000, ..limits }, Refusal::TooMuchText { limit: 100_000 }),
        (&bomb, Limits { ratio: 5, ratio_from: 100_000, ..limits }, Refusal::Bomb { limit: 5 }),
        (SDN.as_bytes(), Limits { columns: 11, ..limits }, Refusal::TooWide { limit: 11 }),
    ];
    for (bytes, limits, refusal) in cases {
        assert_eq!(names_with("sdn.csv", bytes, limits), Err(vec![refusal]));
    }
    let members: Vec<_> = (0..9).map(|nth| (format!("{nth}.csv"), SDN.as_bytes())).collect();
    let members: Vec<_> = members.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let refusal = Refusal::Members { count: 9, limit: 8 };
    assert_eq!(names_with("x.zip", &zip(&members), Limits { members: 8, ..limits }), Err(vec![refusal]));
}

#[test]
fn a_damaged_packing_keeps_what_came_before() {
    let mut state = 1_u64;
    let rows: String = (0..5000)
        .map(|nth| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(nth);
            SDN.replace("ACME", &format!("ACME {state}"))
        })
        .collect();
    let packed = gz(rows.as_bytes());
    let read = import(&[("sdn.csv.gz", &packed[..packed.len() / 2])]);
    assert!(read.records.len() > 1000, "{}", read.records.len());
    assert_eq!(read.stopped(), [Refusal::Truncated]);
    let mut wrong = packed.clone();
    let len = wrong.len();
    wrong[len - 6] ^= 1;
    let read = import(&[("sdn.csv.gz", &wrong)]);
    assert_eq!((read.records.len(), read.stopped()), (10_000, vec![Refusal::Damaged]));
}

/// Bytes that are made when they are read: a file of any size that takes no memory.
struct Endless {
    at: u64,
    len: u64,
}

impl std::io::Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let most = usize::try_from(self.len - self.at).unwrap().min(buffer.len());
        buffer[..most].fill(b'x');
        // It begins as a list does.
        let head = SDN.split_inclusive('\n').next().unwrap().as_bytes();
        let head = [head, b"9,\""].concat();
        if let Some(rest) = usize::try_from(self.at).ok().and_then(|at| head.get(at..)) {
            let both = rest.len().min(most);
            buffer[..both].copy_from_slice(&rest[..both]);
        }
        self.at += most as u64;
        Ok(most)
    }
}

impl std::io::Seek for Endless {
    fn seek(&mut self, to: std::io::SeekFrom) -> std::io::Result<u64> {
        self.at = match to {
            std::io::SeekFrom::Start(at) => at,
            std::io::SeekFrom::End(_) => self.len,
            std::io::SeekFrom::Current(_) => self.at,
        };
        Ok(self.at)
    }
}

#[test]
fn a_line_without_an_end_is_given_up_at_the_limit() {
    let file = sourceline::import::File::new("sdn.csv", Endless { at: 0, len: 1 << 30 });
    let limits = Limits { record: 1 << 20, ..Limits::default() };
    let read = super::run(sourceline::import::Import::new(vec![file], limits));
    assert_eq!(read.records.len(), 1);
    assert_eq!(read.stopped(), [Refusal::TooLong { limit: 1 << 20 }]);
}
