//! Tests of what all formats of XML share: limits, document types, entities, encodings.

use sourceline::import::{Limits, Refusal};

use super::{Read, import, import_with};

fn list(inner: &str) -> String {
    let first = "<sdnEntry><uid>1</uid><lastName>A</lastName></sdnEntry>";
    format!("<sdnList>{first}{inner}<sdnEntry><uid>9</uid><lastName>Z</lastName></sdnEntry></sdnList>")
}

/// Why the rest of a list was not read; its first entry was.
#[track_caller]
fn stopped(text: &str, limits: Limits) -> Vec<Refusal> {
    let read: Read = import_with(&[("x.xml", text.as_bytes())], limits);
    assert_eq!(read.records.len(), 1, "what came before is kept");
    read.stopped()
}

#[test]
fn document_types_are_refused() {
    let laughs = "<!DOCTYPE sdnList [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
    let text = format!("<?xml version='1.0'?>{laughs}{}", list("<x>&b;</x>"));
    let read = import(&[("x.xml", text.as_bytes())]);
    assert_eq!(read.stopped(), [Refusal::Doctype]);
    assert!(read.records.is_empty());
    let late = list(laughs);
    assert_eq!(stopped(&late, Limits::default()), [Refusal::Doctype]);
}

#[test]
fn entities_are_the_five_of_xml_and_letters_by_number() {
    let entry = |name: &str| list(&format!("<sdnEntry><uid>2</uid><lastName>{name}</lastName></sdnEntry>"));
    let read = import(&[(
        "x.xml",
        entry("&lt;b&gt; &amp; &quot;&apos; &#65;&#x42; <![CDATA[<c> & d]]>").as_bytes(),
    )]);
    assert_eq!(read.entry("2").name().unwrap().full, "<b> & \"' AB <c> & d");
    let unknown = |name: &str| vec![Refusal::Entity { name: name.to_owned() }];
    assert_eq!(stopped(&entry("&lol;"), Limits::default()), unknown("lol"));
    assert_eq!(stopped(&list("<sdnEntry a='&nbsp;'/>"), Limits::default()), unknown("nbsp"));
    let nothing = stopped(&entry("&#0;"), Limits::default());
    assert!(matches!(nothing[..], [Refusal::Malformed { .. }]), "{nothing:?}");
}

#[test]
fn depth_attributes_and_length_have_limits() {
    let limits = Limits { xml_depth: 8, attributes: 5, record: 2000, ..Limits::default() };
    let deep = "<x>".repeat(9) + &"</x>".repeat(9);
    let inside = format!("<sdnEntry>{deep}</sdnEntry>");
    assert_eq!(stopped(&list(&deep), limits), [Refusal::TooDeep { limit: 8 }]);
    assert_eq!(stopped(&list(&inside), limits), [Refusal::TooDeep { limit: 8 }]);
    let many: String = (0..100_000).map(|nth| format!(" a{nth}='x'")).collect();
    let wide = Limits { record: 10 << 20, ..limits };
    assert_eq!(stopped(&list(&format!("<sdnEntry{many}/>")), wide), [Refusal::Attributes { limit: 5 }]);
    let long = format!("<sdnEntry><remarks>{}</remarks></sdnEntry>", "x".repeat(200_000));
    assert_eq!(stopped(&list(&long), limits), [Refusal::TooLong { limit: 2000 }]);
}

#[test]
fn text_around_elements_is_joined_and_comments_are_none() {
    let entry = "<sdnEntry><uid>2</uid><lastName>A<!-- no -->B<x>C</x>D</lastName><?pi x?></sdnEntry>";
    let read = import(&[("x.xml", list(entry).as_bytes())]);
    assert_eq!(read.entry("2").name().unwrap().full, "ABD");
}

#[test]
fn broken_markup_keeps_what_came_before() {
    let broken = [
        ("</x>", "malformed"),
        ("<sdnEntry><uid></lastName>", "malformed"),
        ("<sdnEntry a=b/>", "malformed"),
        ("<sdnEntry a/>", "malformed"),
        ("<!x>", "malformed"),
        ("<!-- never closed", "truncated"),
        ("<sdnEntry a='never closed", "truncated"),
    ];
    for (markup, key) in broken {
        let keys: Vec<_> = stopped(&list(markup), Limits::default()).iter().map(Refusal::key).collect();
        assert_eq!(keys, [key], "{markup}");
    }
}

#[test]
fn a_declared_encoding_is_read() {
    let text = list("").replace(">A<", ">CAFÉ<");
    let windows: Vec<u8> = text.chars().map(|it| u8::try_from(u32::from(it)).unwrap()).collect();
    let declared = |name: &str, bytes: &[u8]| {
        [format!("<?xml version=\"1.0\" encoding=\"{name}\"?>").as_bytes(), bytes].concat()
    };
    for (name, bytes) in
        [("windows-1252", &windows), ("ISO-8859-1", &windows), ("utf-8", &text.clone().into_bytes())]
    {
        let read = import(&[("x.xml", &declared(name, bytes))]);
        assert_eq!(read.entry("1").name().unwrap().full, "CAFÉ", "{name}");
        assert!(read.repaired().is_empty(), "{name}");
    }
    // What is not what it says is read all the same, and told.
    let read = import(&[("x.xml", &declared("utf-8", &windows))]);
    assert_eq!(read.entry("1").name().unwrap().full, "CAFÉ");
    assert_eq!(read.repaired().len(), 1);
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let read = import(&[("x.xml", &units)]);
    assert_eq!(read.entry("1").name().unwrap().full, "CAFÉ");
}
