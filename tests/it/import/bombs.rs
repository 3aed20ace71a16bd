//! Files that are made to be too much, with the limits that readers have: each is refused by name, and soon.

use std::io::{Read as _, Seek, SeekFrom};

use sourceline::import::{File, Import, Limits, Refusal};

use super::input::{gz, zip};
use super::{import, run};

/// A beginning, and then a piece again and again: bytes that are made when they are read.
struct Endless {
    head: Vec<u8>,
    piece: Vec<u8>,
    at: u64,
}

/// A gigabyte.
const LEN: u64 = 1 << 30;

impl std::io::Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let most = usize::try_from(LEN - self.at).unwrap().min(buffer.len());
        let at = usize::try_from(self.at).unwrap();
        for (place, byte) in (at..).zip(&mut buffer[..most]) {
            *byte = match place.checked_sub(self.head.len()) {
                Some(behind) => self.piece[behind % self.piece.len()],
                None => self.head[place],
            };
        }
        self.at += most as u64;
        Ok(most)
    }
}

impl Seek for Endless {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::End(_) => LEN,
            SeekFrom::Current(_) => self.at,
        };
        Ok(self.at)
    }
}

/// Why a gigabyte is given up that begins so and goes on so.
fn endless(name: &str, head: &str, piece: &str) -> (Vec<Refusal>, usize) {
    let file = Endless { head: head.into(), piece: piece.into(), at: 0 };
    // A record may be smaller than it is for readers, so that the tests are quick; all else is as it is.
    let limits = Limits { record: 1 << 20, ..Limits::default() };
    let read = run(Import::new(vec![File::new(name, file)], limits));
    (read.stopped(), read.records.len())
}

const SDN: &str = "7,\"ROE, Jane\",\"individual\",\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n";

#[test]
fn a_gigabyte_without_an_end_is_given_up_at_the_limit_of_a_record() {
    let ftm = "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ida\"]}}";
    let cases = [
        ("sdn.csv", format!("{SDN}9,\""), 1),
        ("people.csv", "name,country\nIda,ru\nJon,kp\nOla,\"".to_owned(), 2),
        ("entities.ftm.json", format!("{ftm}\n{{\"id\":\""), 1),
        ("entities.json", format!("[{ftm},{{\"id\":\""), 1),
        ("facts.json", "{\"kind\":\"sourceline/dataset\",\"version\":1,\"x\":\"".to_owned(), 0),
        (
            "sdn.xml",
            "<sdnList><sdnEntry><uid>1</uid><lastName>A</lastName></sdnEntry><sdnEntry><uid>".to_owned(),
            1,
        ),
        ("sdn.xml", "<sdnList><!--".to_owned(), 0),
        ("net.graphml", "<graphml><graph><node id='a'/><node id='".to_owned(), 1),
        ("net.gexf", "<gexf><graph><nodes><node id='a'/><node id='b'><attvalues>".to_owned(), 1),
        ("story.toml", "title = \"T\"\nsummary = \"".to_owned(), 0),
        ("targets.simple.csv", "id,schema,name,dataset\na,Person,Ida,X\nb,Person,\"".to_owned(), 1),
    ];
    for (name, head, records) in cases {
        let piece = if name == "net.gexf" { "<attvalue for='1' value='x'/>" } else { "x" };
        assert_eq!(
            endless(name, &head, piece),
            (vec![Refusal::TooLong { limit: 1 << 20 }], records),
            "{name}: {head}"
        );
    }
}

#[test]
fn a_gigabyte_of_columns_brackets_or_attributes_is_given_up_at_once() {
    let cases = [
        ("sdn.csv", format!("{SDN}9,"), ",", Refusal::TooWide { limit: 1024 }),
        (
            "net.graphml",
            "<graphml><graph>".to_owned(),
            "<node id='a'><graph>",
            Refusal::TooDeep { limit: 64 },
        ),
        ("sdn.xml", "<sdnList>".to_owned(), "<a>", Refusal::TooDeep { limit: 64 }),
        ("net.graphml", "<graphml>".to_owned(), "<key id='a' for='node'/>", Refusal::TooWide { limit: 1024 }),
    ];
    for (name, head, piece, refusal) in cases {
        let (stopped, _) = endless(name, &head, piece);
        assert_eq!(stopped, [refusal], "{name}: {head}");
    }
}

#[test]
fn a_hundred_thousand_attributes_are_too_many() {
    let attributes: String = (0..100_000).map(|it| format!(" a{it}='x'")).collect();
    for text in [
        format!("<sdnList><sdnEntry{attributes}/></sdnList>"),
        format!("<gexf><graph><nodes><node{attributes}/></nodes></graph></gexf>"),
    ] {
        assert_eq!(import(&[("x.xml", text.as_bytes())]).stopped(), [Refusal::Attributes { limit: 256 }]);
    }
}

#[test]
fn a_hundred_thousand_brackets_are_too_deep() {
    let deep = "[".repeat(100_000);
    let entity = format!("{{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{{\"name\":{deep}");
    let good = "{\"id\":\"b\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ida\"]}}";
    let read = import(&[("x.json", format!("{good}\n{entity}\n{good}\n").as_bytes())]);
    assert_eq!((read.records.len(), read.refused()), (2, vec![(2, Refusal::TooDeep { limit: 128 })]));
    let read = import(&[("x.json", format!("[{good},{entity}").as_bytes())]);
    assert_eq!((read.records.len(), read.refused()), (1, vec![(2, Refusal::TooDeep { limit: 128 })]));
    let facts = format!("{{\"kind\":\"sourceline/dataset\",\"version\":1,\"actors\":{deep}");
    assert_eq!(import(&[("facts.json", facts.as_bytes())]).stopped(), [Refusal::TooDeep { limit: 128 }]);
}

#[test]
fn packed_bombs_are_told_by_what_they_are() {
    // 64 MB of nothing new.
    let mut long = SDN.as_bytes().to_vec();
    std::io::repeat(b'x').take(1 << 26).read_to_end(&mut long).unwrap();
    let bomb = gz(&long);
    assert!(bomb.len() < 100_000);
    let limits = Limits::default();
    let told = Refusal::Bomb { limit: limits.ratio };
    let read = |name: &str, bytes: &[u8]| {
        let read = import(&[(name, bytes)]);
        (read.stopped(), read.records.len())
    };
    assert_eq!(read("sdn.csv.gz", &bomb), (vec![told.clone()], 1));
    assert_eq!(read("sdn.zip", &zip(&[("sdn.csv", &long)])), (vec![told.clone()], 1));
    assert_eq!(read("sdn.zip", &zip(&[("sdn.csv.gz", &gz(&bomb))])).0, [Refusal::Nested]);
    // In a bomb, a bomb: what comes out of the first is counted before the second is unpacked.
    let (stopped, _) = read("sdn.csv.gz.gz", &gz(&bomb));
    assert!(
        stopped == [told] || stopped == [Refusal::TooLong { limit: limits.record as u64 }],
        "{stopped:?}"
    );
    let many: Vec<_> = (0..2000).map(|it| (format!("{it}.csv"), SDN.as_bytes())).collect();
    let many: Vec<_> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    assert_eq!(read("lists.zip", &zip(&many)).0, [Refusal::Members { count: 2000, limit: 1000 }]);
}

#[test]
fn laughs_are_not_heard() {
    let laughs: String =
        (1..10).map(|it| format!("<!ENTITY l{it} \"{}\">", format!("&l{};", it - 1).repeat(10))).collect();
    for (root, entry) in
        [("sdnList", "sdnEntry"), ("graphml", "node"), ("gexf", "node"), ("CONSOLIDATED_LIST", "INDIVIDUAL")]
    {
        let text = format!(
            "<?xml version='1.0'?><!DOCTYPE {root} [<!ENTITY l0 \"ha\">{laughs}]><{root}><{entry}>&l9;</{entry}></{root}>"
        );
        assert_eq!(import(&[("x.xml", text.as_bytes())]).stopped(), [Refusal::Doctype], "{root}");
    }
}
