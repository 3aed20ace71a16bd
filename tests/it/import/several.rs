//! Tests of several files in one drop.

use sourceline::import::{Limits, Record, Refusal};

use super::{Read, import, import_with};

const SDN: &str = "7,\"DOE, Jane\",\"individual\",\"DPRK2\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1950.\"\r\n\
                   8,\"ACME\",-0- ,\"DPRK2\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n";
const ALT: &str = "7,220,\"aka\",\"ROE, Jane\",-0- \r\n8,221,\"fka\",\"BETA\",-0- \r\n";
const ADD: &str = "7,199,\"Main Street 1\",\"Bern\",\"Switzerland\",-0- \r\n";
const COMMENTS: &str = "8,\"Linked To: DOE, Jane.\"\r\n";
const FILES: [(&str, &[u8]); 4] = [
    ("sdn.csv", SDN.as_bytes()),
    ("alt.csv", ALT.as_bytes()),
    ("add.csv", ADD.as_bytes()),
    ("sdn_comments.csv", COMMENTS.as_bytes()),
];

/// All orders of so many things.
fn orders(count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for order in orders(count - 1) {
        for place in 0..count {
            let mut order = order.clone();
            order.insert(place, count - 1);
            all.push(order);
        }
    }
    all
}

#[test]
fn the_order_in_which_files_were_dropped_changes_nothing() {
    let expected = import(&FILES);
    assert_eq!(expected.records.len(), 5);
    for order in orders(FILES.len()) {
        let files: Vec<_> = order.iter().map(|nth| FILES[*nth]).collect();
        assert_eq!(import(&files).records, expected.records, "{order:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_takes_none_of_the_others_along() {
    let mut files = FILES.to_vec();
    files.push(("notes.txt", b"Dear diary"));
    files.push(("empty.csv", b""));
    let read = import(&files);
    assert_eq!(read.records.len(), 5);
    let mut stopped = read.stopped();
    stopped.sort();
    assert_eq!(stopped, [Refusal::Empty, Refusal::Unknown]);
    let names: Vec<_> = read.import.report().files().iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["sdn_comments.csv", "sdn.csv", "alt.csv", "add.csv", "empty.csv", "notes.txt"]);
}

#[test]
fn a_wrong_extension_is_no_matter() {
    for name in ["sdn.xml", "list.json", "x", "x.gz"] {
        assert_eq!(import(&[(name, SDN.as_bytes())]).records.len(), 2, "{name}");
    }
}

#[test]
fn more_records_than_the_limit_are_told_and_those_before_are_kept() {
    let read: Read = import_with(&FILES, Limits { records: 1, ..Limits::default() });
    assert_eq!(read.records.len(), 1);
    assert!(read.stopped().contains(&Refusal::TooMany { limit: 1 }));
}

#[test]
fn what_one_file_leaves_for_another_has_a_limit() {
    let read = import_with(&FILES, Limits { carried: 10, ..Limits::default() });
    assert_eq!(read.refused(), [(1, Refusal::Carried { limit: 10 })]);
    assert_eq!(read.records.len(), 5);
}

#[test]
fn of_each_reason_some_findings_are_kept_and_all_are_counted() {
    let broken = "1,\"x\"\r\n".repeat(50);
    let text = format!("{SDN}{broken}");
    let read = import_with(&[("sdn.csv", text.as_bytes())], Limits { findings: 3, ..Limits::default() });
    let (_, tally) = read.import.report().reasons().next().unwrap();
    assert_eq!((tally.count, tally.first.len()), (50, 3));
    assert_eq!(read.import.report().files()[0].refused, 50);
}

#[test]
fn words_of_a_place_that_is_in_no_file_are_refused() {
    let read = import(&FILES);
    let record: &Record = &read.records[0];
    let mut place = record.place.clone();
    place.file.0 = 99;
    assert_eq!(read.import.words(&place), Err(Refusal::Unread));
    let mut place = record.place.clone();
    place.span = 1 << 40..1 << 41;
    assert_eq!(read.import.words(&place), Err(Refusal::Truncated));
}
