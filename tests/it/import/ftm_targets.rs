//! Tests of the table of targets of OpenSanctions.

use sourceline::import::record::{Kind, Listing, NameKind};
use sourceline::import::{Refusal, Repair};

use super::{Read, import};

const HEAD: &str = "\"id\",\"schema\",\"name\",\"aliases\",\"birth_date\",\"countries\",\"addresses\",\"identifiers\",\"sanctions\",\
    \"phones\",\"emails\",\"program_ids\",\"dataset\",\"first_seen\",\"last_seen\",\"last_change\"\n";

fn read(rows: &str) -> Read {
    import(&[("targets.simple.csv", format!("{HEAD}{rows}").as_bytes())])
}

#[test]
fn a_row_is_a_target() {
    let read = read(
        "\"a\",\"Person\",\"Ida Holm\",\"Holm;I. Holm\",\"1951;1951-03-04\",\"kp;ru\",\"Pier 1;Pier 2\",\"P1\",\
         \"Smuggling - Salt - 2020-03-11\",\"+1\",\"a@example.org\",\"X-SMUGGLE\",\"A list\",\"2023-01-02\",\"2024-01-02\",\"2023-02-03\"\n",
    );
    let it = read.entry("a");
    assert_eq!(
        (it.kind, it.list.as_str(), it.place.record, it.place.line),
        (Kind::Person, "ftm", 1, Some(2))
    );
    let names: Vec<_> = it.names.iter().map(|it| (it.full.as_str(), it.kind)).collect();
    assert_eq!(
        names,
        [("Ida Holm", NameKind::Primary), ("Holm", NameKind::Alias), ("I. Holm", NameKind::Alias)]
    );
    assert_eq!((it.born.len(), it.countries.len(), it.addresses.len(), it.identifiers.len()), (2, 2, 2, 1));
    assert_eq!(it.countries[1].code, Some("ru"));
    let [designation] = it.designations.as_slice() else { panic!("{:?}", it.designations) };
    assert_eq!(
        (designation.list.as_deref(), designation.programmes.as_slice()),
        (Some("A list"), &["X-SMUGGLE".to_owned()][..])
    );
    assert_eq!(designation.listed_on.as_ref().unwrap().start.unwrap().to_string(), "2020-03-11");
    assert_eq!(designation.note.as_deref(), Some("Smuggling - Salt - 2020-03-11"));
    for (name, value) in [
        ("phone", "+1"),
        ("email", "a@example.org"),
        ("datasets", "A list"),
        ("first_seen", "2023-01-02"),
        ("last_change", "2023-02-03"),
    ] {
        assert_eq!(it.extras_of(name).collect::<Vec<_>>(), [value], "{name}");
    }
    assert!(read.findings().is_empty());
}

#[test]
fn line_ends_in_quotes_part_no_rows_and_semicolons_in_quotes_no_values() {
    let read = read(
        "\"a\",\"Company\",\"Blue\nKeel\",\"\"\"Keel; Blue\"\";Keel \"\"B\"\"\",\"\",\"\",\"\"\"Pier 1;\n Longport\"\";Pier 2\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\n\
         \"b\",\"Vessel\",\"Rope\",\"\"\"never ends;Tar\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\n",
    );
    let names = |id: &str| read.entry(id).names.iter().map(|it| it.full.clone()).collect::<Vec<_>>();
    assert_eq!(names("a"), ["Blue Keel", "Keel; Blue", "Keel \"B\""]);
    assert_eq!(
        read.entry("a").addresses.iter().map(|it| it.full.as_str()).collect::<Vec<_>>(),
        ["Pier 1; Longport", "Pier 2"]
    );
    assert_eq!(names("b"), ["Rope", "\"never ends", "Tar"]);
    assert_eq!((read.entry("b").place.record, read.entry("b").place.line), (2, Some(5)));
}

#[test]
fn older_files_have_fewer_columns_in_another_order() {
    let text = "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,dataset,last_seen,first_seen\n\
                a,Person,Ida,,,,,,Piracy - terminated - 2019-01-02 - 2020-03-04;Smuggling,,,One;Two,2022,2021\n";
    let read = import(&[("x.csv", text.as_bytes())]);
    let it = read.entry("a");
    let [piracy, smuggling] = it.designations.as_slice() else { panic!("{:?}", it.designations) };
    assert_eq!((piracy.status, smuggling.status), (Listing::Ended, Listing::InForce));
    assert_eq!(piracy.ended_on.as_ref().unwrap().words, "2020-03-04");
    assert_eq!((&piracy.list, it.extras_of("first_seen").collect::<Vec<_>>()), (&None, vec!["2021"]));
}

#[test]
fn programmes_of_several_sanctions_are_kept_beside_them() {
    let read = read("a,Person,Ida,,,,,,A - 2019;B - 2020,,,P1;P2,D,,,\n");
    let it = read.entry("a");
    assert!(it.designations.iter().all(|it| it.programmes.is_empty()) && it.designations.len() == 2);
    assert_eq!(it.extras_of("programId").collect::<Vec<_>>(), ["P1", "P2"]);
}

#[test]
fn a_broken_row_is_refused_and_its_neighbours_are_kept() {
    let read = read("a,Person\n,Person,X,,,,,,,,,,,,,\nb,Submarine,Deep,,sometime,,,,,,,,,,,\n");
    assert_eq!(
        read.refused(),
        [(1, Refusal::Columns { expected: 16, found: 2 }), (2, Refusal::Missing { field: "id" })]
    );
    assert_eq!(read.records.len(), 1);
    let mut repaired = read.repaired();
    repaired.sort();
    assert_eq!(
        repaired,
        [
            (3, Repair::Date { words: "sometime".to_owned() }),
            (3, Repair::Kind { words: "Submarine".to_owned() })
        ]
    );
}
