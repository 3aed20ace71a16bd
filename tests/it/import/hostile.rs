//! Whatever is dropped, an import goes to its end and tells what became of it.

use proptest::prelude::*;
use sourceline::import::Limits;

use super::input::{SDN, gz};
use super::{import, import_with};

/// A small sample of each format, with its name.
fn samples() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("sdn.csv", SDN.as_bytes().to_vec()),
        ("sdn.csv.gz", gz(SDN.as_bytes())),
        ("alt.csv", b"7,220,\"aka\",\"ROE, Jane\",-0- \r\n8,221,\"fka\",\"BETA\",-0- \r\n".to_vec()),
        ("add.csv", b"7,199,\"Main Street 1\",\"Bern\",\"Switzerland\",-0- \r\n".to_vec()),
        (
            "entities.ftm.json",
            b"{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"J\\u00e9\"],\"birthDate\":[\"1951\"]}}\n\
              {\"id\":\"s\",\"schema\":\"Sanction\",\"properties\":{\"entity\":[\"a\"],\"startDate\":\"2020\"}}\n"
                .to_vec(),
        ),
        (
            "facts.json",
            b"{\"kind\":\"sourceline/dataset\",\"version\":1,\"story\":{\"id\":\"s\"},\"actors\":[{\"id\":\"a\",\"name\":\"A\"}]}"
                .to_vec(),
        ),
        (
            "targets.simple.csv",
            b"id,schema,name,dataset\na,Person,Ida,X\nb,Person,\"O\nla\",X\n".to_vec(),
        ),
        ("people.csv", b"Name;Alias;Born\nIda Holm;Holm|Idi;1951\n\"Rask;\nJon\";;13.09.1960\n".to_vec()),
        ("sdn_comments.csv", b"8,\"Linked To: DOE, Jane.\"\r\n".to_vec()),
        ("sdn.xml", super::ofac_xml::SMALL.as_bytes().to_vec()),
        ("un.xml", super::un::SMALL.as_bytes().to_vec()),
        ("eu.xml", super::eu::SMALL.as_bytes().to_vec()),
        ("uk.xml", super::uk_xml::SMALL.as_bytes().to_vec()),
        ("uk.csv", super::uk_csv::small()),
        ("ConList.csv", super::uk_csv::small_conlist()),
        ("seco.xml", super::seco::SMALL.as_bytes().to_vec()),
        ("net.xml", super::graph::GEXF.as_bytes().to_vec()),
        ("yed.xml", super::graph::GRAPHML.as_bytes().to_vec()),
    ]
}

#[test]
fn every_truncation_of_a_sample_gives_what_came_before_it() {
    for (name, bytes) in samples() {
        let whole = import(&[(name, &bytes)]).records;
        for end in 0..bytes.len() {
            let read = import(&[(name, &bytes[..end])]);
            // What is left of a head may be a table of its own.
            let format = read.import.report().files().first().and_then(|it| it.format);
            if format.is_some_and(|it| it.key == "plain-csv") && name != "people.csv" {
                continue;
            }
            let mut kept = read.records.iter().zip(&whole).filter(|(a, b)| a.names == b.names).count();
            // The last row may be whole in all but its end.
            kept += usize::from(kept < read.records.len());
            assert_eq!(kept, read.records.len(), "{name} cut at {end}");
            let told = read.findings().len() + read.records.len();
            assert!(told > 0, "{name} cut at {end} is told");
        }
    }
}

#[test]
fn every_single_wrong_byte_is_survived() {
    for (name, bytes) in samples() {
        for place in 0..bytes.len() {
            for wrong in [0, b'"', 0xff] {
                let mut bytes = bytes.clone();
                bytes[place] = wrong;
                import(&[(name, &bytes)]);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_stop_an_import(bytes in proptest::collection::vec(any::<u8>(), 0..600), name in "[a-z_]{1,9}\\.(csv|xml|json|zip|gz)") {
        import(&[(&name, &bytes)]);
    }

    #[test]
    fn no_rows_stop_an_import(rows in "([0-9]{1,3}|\"[a-z;'. ():0-9]{0,30}\"|-0- |,|\n|DOB |a\\.k\\.a\\. '|Linked To: |Passport |é){0,80}", at in 0_usize..100) {
        let at = at.min(SDN.len());
        let at = (0..=at).rev().find(|it| SDN.is_char_boundary(*it)).unwrap();
        let (before, after) = SDN.split_at(at);
        import(&[("sdn.csv", format!("{before}{rows}{after}").as_bytes())]);
    }

    #[test]
    fn no_markup_stops_an_import(
        markup in "(<[a-zA-Z]{1,5}( [a-z]{1,3}=['\"][a-z&;#0-9]{0,5}['\"])?/?>|</?sdnEntry>|</[a-z]{1,3}>|<!--|-->|<!\\[CDATA\\[|\\]\\]>|&[a-z#0-9]{0,4};?|<!DOCTYPE|é|[a-z ]{0,9}){0,30}",
        at in 0_usize..400,
    ) {
        for (name, sample) in samples().into_iter().filter(|(name, _)| name.ends_with(".xml")) {
            let text = String::from_utf8(sample).unwrap();
            let at = (0..=at.min(text.len())).rev().find(|it| text.is_char_boundary(*it)).unwrap();
            let (before, after) = text.split_at(at);
            import(&[(name, format!("{before}{markup}{after}").as_bytes())]);
        }
    }

    #[test]
    fn no_rows_with_headings_stop_an_import(
        rows in "([A-Z]{3}000[12]|1234|\"[a-zA-Z;'. ():0-9|]{0,30}\"|,|\n|dd/mm/19|\\(1\\) |\\(UN Ref\\):|Primary Name|Ship|é){0,80}",
        at in 0_usize..2000,
    ) {
        for bytes in [super::uk_csv::small(), super::uk_csv::small_conlist()] {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let at = (0..=at.min(text.len())).rev().find(|it| text.is_char_boundary(*it)).unwrap();
            let (before, after) = text.split_at(at);
            import(&[("uk.csv", format!("{before}{rows}{after}").as_bytes())]);
        }
    }

    #[test]
    fn no_bytes_behind_the_beginning_of_a_packing_stop_an_import(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        for beginning in [&b"PK\x03\x04"[..], b"PK\x05\x06", b"\x1f\x8b\x08\0"] {
            let mut file = beginning.to_vec();
            file.extend(&bytes);
            import(&[("x", &file)]);
            file.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0\x40\0\0\0\0\0\0\0\0\0");
            import(&[("x", &file)]);
        }
    }

    #[test]
    fn no_limits_stop_an_import(record in 0_usize..300, text in 0_u64..400, columns in 0_usize..14, findings in 0_usize..3) {
        let limits = Limits { record, text, columns, findings, ..Limits::default() };
        for (name, bytes) in samples() {
            import_with(&[(name, &bytes)], limits);
        }
    }
}
