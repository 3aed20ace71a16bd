//! Tests of the CSV files of OFAC.

use sourceline::import::record::{Gender, IdKind, Kind, Listing, NameKind, Part, RelationKind, Whom, extra};
use sourceline::import::{Record, Refusal, Repair};
use sourceline::model::Date;

use super::{Read, import, import_shared, shared};

/// A row of `sdn.csv` with remarks.
fn row(id: u32, name: &str, kind: &str, remarks: &str) -> String {
    let kind = if kind.is_empty() { "-0- ".to_owned() } else { format!("\"{kind}\"") };
    format!("{id},\"{name}\",{kind},\"DPRK2\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"{remarks}\"\r\n")
}

fn sdn(text: &str) -> Read {
    import(&[("sdn.csv", text.as_bytes())])
}

/// The only record of a person with these remarks.
#[track_caller]
fn remarks(remarks: &str) -> Record {
    let mut read = sdn(&row(7, "DOE, Jane", "individual", remarks));
    assert_eq!(read.records.len(), 1, "{:?}", read.findings());
    read.records.remove(0)
}

fn date(text: &str) -> Option<Date> {
    Some(text.parse().unwrap())
}

fn words<'r>(all: impl IntoIterator<Item = &'r String>) -> Vec<&'r str> {
    all.into_iter().map(String::as_str).collect()
}

#[test]
fn a_row_is_an_entry_with_its_place_and_its_words() {
    let text = format!("{}{}", row(1, "ACME", "", "x."), row(2, "DOE, Jane", "individual", "y."));
    let read = sdn(&text);
    let [acme, jane] = read.records.as_slice() else { panic!("two records") };
    assert_eq!((acme.list.as_str(), acme.id.as_str(), acme.extends), ("ofac", "1", false));
    assert_eq!((jane.place.record, jane.place.line), (2, Some(2)));
    assert_eq!(read.words(acme) + "\r\n", row(1, "ACME", "", "x."));
    assert_eq!(read.words(jane) + "\r\n", row(2, "DOE, Jane", "individual", "y."));
    let file = &read.import.report().files()[0];
    assert_eq!(file.format.unwrap().key, "ofac-csv");
    assert_eq!((file.read, file.kept, file.repaired, file.refused), (2, 2, 0, 0));
}

#[test]
fn nothing_is_written_as_a_zero_between_dashes() {
    let read = sdn("1,\"ACME\",-0- ,-0- ,-0-,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n");
    let record = read.entry("1");
    assert!(record.designations[0].programmes.is_empty());
    assert!(record.positions.is_empty() && record.remarks.is_empty() && record.extras.is_empty());
}

#[test]
fn no_type_is_an_organization_and_the_others_are_what_they_say() {
    let kinds = [
        ("", Kind::Organization),
        ("individual", Kind::Person),
        ("vessel", Kind::Vessel),
        ("aircraft", Kind::Airplane),
    ];
    for (words, kind) in kinds {
        assert_eq!(sdn(&row(1, "X", words, "z.")).entry("1").kind, kind);
    }
    let text = row(1, "ACME", "", "z.") + &row(2, "X", "submarine", "z.");
    let read = sdn(&text);
    assert_eq!(read.entry("2").kind, Kind::Unknown);
    assert_eq!(read.repaired(), [(2, Repair::Kind { words: "submarine".to_owned() })]);
}

#[test]
fn the_last_byte_of_old_systems_is_no_row() {
    let read = sdn(&(row(1, "ACME", "", "z.") + "\u{1a}"));
    assert_eq!(read.records.len(), 1);
    assert!(read.findings().is_empty(), "{:?}", read.findings());
}

#[test]
fn line_ends_may_be_of_any_kind() {
    let text = row(1, "ACME", "", "z.") + &row(2, "BETA", "", "z.");
    for text in [text.replace("\r\n", "\n"), text.replace("\r\n", "\r"), text.replace("\r\n", "\r\n\r\n")] {
        let read = sdn(&text);
        assert_eq!(read.records.len(), 2, "{text:?}");
        assert!(read.words(&read.records[1]).starts_with("2,"));
    }
}

#[test]
fn programmes_are_joined_by_brackets() {
    let text = "1,\"BANK\",-0- ,\"IRAN] [SDGT] [IFSR\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n";
    let read = sdn(text);
    let designation = &read.entry("1").designations[0];
    assert_eq!(words(&designation.programmes), ["IRAN", "SDGT", "IFSR"]);
    assert_eq!(designation.status, Listing::InForce);
    assert!(designation.list.as_deref().unwrap().starts_with("Specially Designated"));
}

#[test]
fn a_person_has_the_family_name_before_the_comma_and_a_company_has_no_parts() {
    let read = sdn(&(row(1, "DOE, Jane Ann", "individual", "z.") + &row(2, "ACME, INC.", "", "z.")));
    let name = read.entry("1").name().unwrap();
    assert_eq!((name.kind, name.weak, name.full.as_str()), (NameKind::Primary, false, "DOE, Jane Ann"));
    assert_eq!((name.part(Part::First), name.part(Part::Last)), (Some("Jane Ann"), Some("DOE")));
    assert!(read.entry("2").name().unwrap().parts.is_empty());
}

#[test]
fn a_vessel_has_its_columns() {
    let text = "4,\"MAR\",\"vessel\",\"CUBA\",-0- ,\"CL20\",\"Tug\",\"99,094\",\"212\",\"Cuba\",\"Acme S.A.\",\
                \"Vessel Registration Identification IMO 7406784; MMSI 256843000; Former Vessel Flag Malta; \
                alt. Former Vessel Flag Togo; Vessel Year of Build 1999.\"\r\n";
    let read = sdn(text);
    let vessel = read.entry("4");
    assert_eq!(vessel.kind, Kind::Vessel);
    let extras = [
        (extra::TYPE, vec!["Tug"]),
        (extra::TONNAGE, vec!["99,094"]),
        (extra::GROSS_REGISTERED_TONNAGE, vec!["212"]),
        (extra::FLAG, vec!["Cuba"]),
        (extra::PAST_FLAGS, vec!["Malta", "Togo"]),
        (extra::OWNER, vec!["Acme S.A."]),
    ];
    for (name, values) in extras {
        assert_eq!(vessel.extras_of(name).collect::<Vec<_>>(), values, "{name}");
    }
    let numbers: Vec<_> = vessel.identifiers.iter().map(|it| (it.kind, it.value.as_str())).collect();
    let expected = [(IdKind::CallSign, "CL20"), (IdKind::Imo, "7406784"), (IdKind::Mmsi, "256843000")];
    assert_eq!(numbers, expected);
    assert_eq!(vessel.countries[0].code, Some("cu"));
    assert_eq!(vessel.born[0].start, date("1999"));
    let owned = &vessel.relations[0];
    assert_eq!((owned.kind, owned.inverse), (RelationKind::Ownership, true));
    assert_eq!(owned.to, Whom::Name("Acme S.A.".to_owned()));
}

#[test]
fn an_aircraft_has_its_numbers_and_details() {
    let text = row(
        5,
        "EP-ABC",
        "aircraft",
        "Aircraft Construction Number (also called L/N or S/N or F/N) 8401; Aircraft Manufacture Date 1992; \
         Aircraft Model IL76-TD; Aircraft Operator YAS AIR; Aircraft Manufacturer's Serial Number (MSN) \
         1023409321; Aircraft Tail Number RA-76842; Linked To: POUYA AIR.",
    );
    let read = sdn(&text);
    let craft = read.entry("5");
    assert_eq!(craft.extras_of(extra::MODEL).collect::<Vec<_>>(), ["IL76-TD"]);
    assert_eq!(craft.extras_of(extra::OPERATOR).collect::<Vec<_>>(), ["YAS AIR"]);
    let numbers: Vec<_> = craft.identifiers.iter().map(|it| (it.kind, it.value.as_str())).collect();
    let expected =
        [(IdKind::Serial, "8401"), (IdKind::Serial, "1023409321"), (IdKind::TailNumber, "RA-76842")];
    assert_eq!(numbers, expected);
    assert_eq!(craft.born[0].start, date("1992"));
    assert!(craft.remarks.is_empty());
}

#[test]
fn dates_and_places_of_birth_are_read_as_precisely_as_they_are_told() {
    let record = remarks(
        "DOB 10 Dec 1948; alt. DOB Sep 1938; alt. DOB circa 1951; alt. DOB 1958 to 1959; POB Foca, Bosnia and \
         Herzegovina; alt. POB Pyongyang, Korea, North; alt. POB Sinaloa; Gender Female.",
    );
    let born: Vec<_> = record.born.iter().map(|it| (it.start, it.end, it.circa)).collect();
    let expected = [
        (date("1948-12-10"), date("1948-12-10"), false),
        (date("1938-09"), date("1938-09"), false),
        (date("1951"), date("1951"), true),
        (date("1958"), date("1959"), false),
    ];
    assert_eq!(born, expected);
    let places: Vec<_> =
        record.birth_places.iter().map(|it| (it.city.as_deref(), it.country.as_ref())).collect();
    let codes: Vec<_> =
        places.iter().map(|(city, country)| (*city, country.and_then(|it| it.code))).collect();
    assert_eq!(codes, [(Some("Foca"), Some("ba")), (Some("Pyongyang"), Some("kp")), (Some("Sinaloa"), None)]);
    assert_eq!(record.gender, Some(Gender::Female));
    assert!(record.remarks.is_empty());
}

#[test]
fn a_date_that_is_not_understood_stays_and_is_told() {
    let read = sdn(&row(7, "DOE, Jane", "individual", "DOB in the 1950s."));
    let born = &read.entry("7").born[0];
    assert_eq!((born.words.as_str(), born.is_known()), ("in the 1950s", false));
    assert_eq!(read.repaired(), [(1, Repair::Date { words: "in the 1950s".to_owned() })]);
}

#[test]
fn numbers_have_a_label_a_country_and_dates() {
    let record = remarks(
        "Passport A123 (Iran) issued 04 Jun 1985 expires 03 Jun 1990; alt. Passport RL 320 (Korea, North); \
         National ID No. 52 (Germany); Tax ID No. 100036386 (Serbia); NIT # 8300 (Colombia); Registration Number \
         HRA 738077 (Stuttgart) (Germany); V.A.T. Number BG 121 (Bulgaria); SWIFT/BIC ABCDEFGH; C.R. No. 66488.",
    );
    let told: Vec<_> = record
        .identifiers
        .iter()
        .map(|it| {
            let country = it.country.as_ref().and_then(|it| it.code).unwrap_or("-");
            (it.kind, it.label.as_str(), it.value.as_str(), country)
        })
        .collect();
    let expected = [
        (IdKind::Passport, "Passport", "A123", "ir"),
        (IdKind::Passport, "Passport", "RL 320", "kp"),
        (IdKind::National, "National ID No.", "52", "de"),
        (IdKind::Tax, "Tax ID No.", "100036386", "rs"),
        (IdKind::Tax, "NIT #", "8300", "co"),
        (IdKind::Registration, "Registration Number", "HRA 738077 (Stuttgart)", "de"),
        (IdKind::Vat, "V.A.T. Number", "BG 121", "bg"),
        (IdKind::Swift, "SWIFT/BIC", "ABCDEFGH", "-"),
        (IdKind::Registration, "C.R. No.", "66488", "-"),
    ];
    assert_eq!(told, expected);
    let passport = &record.identifiers[0];
    assert_eq!(passport.issued.as_ref().unwrap().start, date("1985-06-04"));
    assert_eq!(passport.expires.as_ref().unwrap().start, date("1990-06-03"));
    assert!(record.remarks.is_empty(), "{:?}", record.remarks);
}

#[test]
fn wallets_have_their_currency_in_the_label() {
    let record =
        remarks("Digital Currency Address - XBT 12QtD5; alt. Digital Currency Address - ETH 0xD21b.");
    let told: Vec<_> =
        record.identifiers.iter().map(|it| (it.kind, it.label.as_str(), it.value.as_str())).collect();
    let expected = [
        (IdKind::Wallet, "Digital Currency Address - XBT", "12QtD5"),
        (IdKind::Wallet, "Digital Currency Address - ETH", "0xD21b"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn links_are_relations_by_name_with_parentheses_and_commas_in_them() {
    let record = remarks(
        "Linked To: ISLAMIC GUARD CORPS (IGC)-QODS FORCE; Linked To: ACME CO., LTD; Linked To: AL-QA'IDA.",
    );
    let told: Vec<_> = record.relations.iter().map(|it| (it.kind, it.to.clone(), it.inverse)).collect();
    let named = |name: &str| (RelationKind::UnknownLink, Whom::Name(name.to_owned()), false);
    assert_eq!(
        told,
        [named("ISLAMIC GUARD CORPS (IGC)-QODS FORCE"), named("ACME CO., LTD"), named("AL-QA'IDA")]
    );
}

#[test]
fn aliases_in_remarks_are_weak_and_may_hold_marks_of_their_own() {
    let record = remarks(
        "a.k.a. 'ABU-'UMAR'; f.k.a. 'ANA I'; a.k.a. ''ABD AL-MUHSI'; a.k.a. 'ONE; TWO'; n.k.a. 'NEW'.",
    );
    let told: Vec<_> = record.names.iter().skip(1).map(|it| (it.kind, it.weak, it.full.as_str())).collect();
    let expected = [
        (NameKind::Alias, true, "ABU-'UMAR"),
        (NameKind::Former, true, "ANA I"),
        (NameKind::Alias, true, "'ABD AL-MUHSI"),
        (NameKind::Alias, true, "ONE; TWO"),
        (NameKind::Alias, true, "NEW"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_mark_that_is_never_closed_swallows_no_neighbour() {
    let record = remarks("a.k.a. 'OPEN; Linked To: ACME; Passport 12 (Iran; DOB 1950.");
    assert_eq!(record.names.len(), 2);
    assert_eq!(record.relations.len(), 1);
    assert_eq!(record.born.len(), 1);
}

#[test]
fn ways_to_reach_somebody_and_risks_have_names() {
    let record = remarks(
        "Website http://a.example; Email Address a@b.example; Phone Number 98218; Organization Type: Banking; \
         Target Type State-Owned Enterprise; Secondary sanctions risk: section 1(b) of Executive Order 13224; \
         Additional Sanctions Information - Subject to Secondary Sanctions; Organization Established Date 1969.",
    );
    let extras: Vec<_> = record.extras.iter().map(|it| (it.name.as_ref(), it.value.as_str())).collect();
    let expected = [
        (extra::WEBSITE, "http://a.example"),
        (extra::EMAIL, "a@b.example"),
        (extra::PHONE, "98218"),
        (extra::SECTOR, "Banking"),
        (extra::LEGAL_FORM, "State-Owned Enterprise"),
        (extra::SECONDARY_SANCTIONS, "section 1(b) of Executive Order 13224"),
        (extra::SECONDARY_SANCTIONS, "Subject to Secondary Sanctions"),
    ];
    assert_eq!(extras, expected);
    assert_eq!(record.born[0].start, date("1969"));
}

#[test]
fn nationality_and_citizenship_are_countries() {
    let record = remarks("nationality Korea, North; alt. nationality Cyprus; citizen Burma.");
    let codes: Vec<_> = record.nationalities.iter().map(|it| it.code).collect();
    assert_eq!(codes, [Some("kp"), Some("cy"), Some("mm")]);
}

#[test]
fn measures_go_to_the_designation_and_directives_are_designations_of_their_own() {
    let record = remarks(
        "Executive Order 13662 Directive Determination - Subject to Directive 1; Listing Date (EO 14024 Directive \
         2): 24 Feb 2022; Effective Date (EO 14024 Directive 2): 26 Mar 2022; Listing Date (EO 14024 Directive \
         3): 24 Feb 2022.",
    );
    let [own, two, three] = record.designations.as_slice() else { panic!("three designations") };
    assert_eq!(
        words(&own.measures),
        ["Executive Order 13662 Directive Determination - Subject to Directive 1"]
    );
    assert_eq!(two.legal_basis[0].title, "EO 14024 Directive 2");
    assert_eq!(two.listed_on.as_ref().unwrap().start, date("2022-02-24"));
    assert_eq!(two.effective_on.as_ref().unwrap().start, date("2022-03-26"));
    assert_eq!(three.legal_basis[0].title, "EO 14024 Directive 3");
}

#[test]
fn a_title_that_the_remarks_say_again_is_said_once() {
    let text = row(7, "DOE, Jane", "individual", "Head of X; DOB 1950; Head of Y.");
    let text = text.replacen("-0- ", "\"Head of X\"", 1);
    let read = sdn(&text);
    assert_eq!(words(&read.entry("7").positions), ["Head of X"]);
    assert_eq!(words(&read.entry("7").remarks), ["Head of Y"]);
}

#[test]
fn what_is_not_understood_stays_a_remark() {
    let record = remarks("ICTY indictee; Passport revoked; License to kill; all offices worldwide.");
    let expected = ["ICTY indictee", "Passport revoked", "License to kill", "all offices worldwide"];
    assert_eq!(words(&record.remarks), expected);
}

#[test]
fn remarks_that_are_cut_off_are_told_and_their_last_piece_is_no_field() {
    let long = format!("DOB 1950; {}; Passport 123456 (Ir", "x".repeat(1000 - 31));
    assert_eq!(long.len(), 1000, "as long as remarks can be");
    let read = sdn(&row(7, "DOE, Jane", "individual", &long));
    let record = read.entry("7");
    assert!(record.identifiers.is_empty());
    assert!(record.remarks.iter().any(|it| it == "Passport 123456 (Ir"));
    assert_eq!(read.repaired(), [(1, Repair::Cut { field: "Remarks", after: 1000 })]);
}

#[test]
fn comments_complete_the_remarks_that_were_cut_off() {
    let long = format!("DOB 1950; {}; Passport 123456 (Ir", "x".repeat(1000 - 31));
    let sdn = row(7, "DOE, Jane", "individual", &long) + &row(8, "ACME", "", "Linked To: BETA.");
    let comments = "7,\"an); Linked To: ACME.\"\r\n8,\"Linked To: GAMMA.\"\r\n9,\"Gender Male.\"\r\n\u{1a}";
    let read = import(&[("sdn.csv", sdn.as_bytes()), ("sdn_comments.csv", comments.as_bytes())]);
    let jane = read.entry("7");
    let passport = &jane.identifiers[0];
    assert_eq!((passport.value.as_str(), passport.country.as_ref().unwrap().code), ("123456", Some("ir")));
    assert_eq!(jane.relations.len(), 1);
    assert_eq!(jane.also.len(), 1);
    assert_eq!(read.import.words(&jane.also[0]).unwrap(), "7,\"an); Linked To: ACME.\"");
    assert_eq!(read.entry("8").relations.len(), 2);
    // What belongs to no entry is kept, and told.
    let orphan = read.records.iter().find(|it| it.id == "9").unwrap();
    assert!(orphan.extends && orphan.gender == Some(Gender::Male));
    assert_eq!(read.repaired(), [(3, Repair::Orphan { id: "9".to_owned() })]);
}

#[test]
fn comments_alone_add_to_their_entries() {
    let read = import(&[("sdn_comments.csv", b"7,\"Linked To: ACME.\"\r\n")]);
    assert!(read.records[0].extends);
    assert_eq!(read.records[0].relations.len(), 1);
}

#[test]
fn aliases_and_addresses_add_to_their_entries() {
    let sdn = row(7, "DOE, Jane", "individual", "z.");
    let alt = "7,220,\"aka\",\"ROE, Jane\",-0- \r\n7,221,\"fka\",\"POE, Jane\",-0- \r\n7,222,\"nka\",\"NOE\",-0- \r\n\u{1a}";
    let add = "7,199,\"Main Street 1\",\"Zurich CH-8022\",\"Switzerland\",-0- \r\n7,200,-0- ,-0- ,\"Iran\",\"old\"\r\n";
    let files = [("alt.csv", alt.as_bytes()), ("add.csv", add.as_bytes()), ("sdn.csv", sdn.as_bytes())];
    let read = import(&files);
    let added: Vec<_> = read.records.iter().filter(|it| it.extends).collect();
    assert_eq!(added.len(), 5);
    assert!(!read.records[0].extends, "the entry comes before what adds to it");
    let kinds: Vec<_> = added.iter().flat_map(|it| &it.names).map(|it| (it.kind, it.weak)).collect();
    assert_eq!(kinds, [(NameKind::Alias, false), (NameKind::Former, false), (NameKind::Alias, false)]);
    let address = &added[3].addresses[0];
    assert_eq!(address.full, "Main Street 1, Zurich CH-8022, Switzerland");
    assert_eq!(address.country.as_ref().unwrap().code, Some("ch"));
    assert_eq!(added[4].addresses[0].note.as_deref(), Some("old"));
}

#[test]
fn a_broken_row_is_refused_and_its_neighbours_are_kept() {
    let text = row(1, "ACME", "", "z.")
        + "2,\"SHORT\"\r\n"
        + "x,\"NO NUMBER\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n"
        + "4,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n"
        + &row(5, "LAST", "", "z.");
    let read = sdn(&text);
    let expected = [
        (2, Refusal::Columns { expected: 12, found: 2 }),
        (3, Refusal::Missing { field: "ent_num" }),
        (4, Refusal::Missing { field: "SDN_Name" }),
    ];
    let mut refused = read.refused();
    refused.sort();
    assert_eq!(refused, expected);
    assert_eq!(read.records.len(), 2);
    let file = &read.import.report().files()[0];
    assert_eq!((file.read, file.kept, file.refused), (5, 2, 3));
}

#[test]
fn a_file_that_was_cut_off_keeps_what_came_before() {
    let text = row(1, "ACME", "", "z.") + &row(2, "BETA", "", "z.");
    let cut = &text[..text.len() - 5];
    let read = sdn(cut);
    assert_eq!(read.records.len(), 1);
    assert_eq!(read.stopped(), [Refusal::Truncated]);
}

#[test]
fn letters_of_windows_are_read_and_told() {
    let text = row(1, "ACME", "", "z.") + &row(2, "CAF#", "", "z.");
    let bytes: Vec<u8> = text.bytes().map(|it| if it == b'#' { 0xc9 } else { it }).collect();
    let read = import(&[("sdn.csv", &bytes)]);
    assert_eq!(read.entry("2").name().unwrap().full, "CAFÉ");
    let letters: u64 =
        read.repaired().iter().map(|(_, it)| u64::from(*it == Repair::Encoding { letters: 1 })).sum();
    assert_eq!(letters, 1);
}

#[test]
fn the_small_real_list_is_read_whole() {
    let Some(read) = import_shared("fixtures", &["sdn.csv", "alt.csv", "add.csv"]) else { return };
    let count = |extends: bool| read.records.iter().filter(|it| it.extends == extends).count();
    // Counted by lines: the files have 497, 462 and 525, and a mark at the end.
    assert_eq!((count(false), count(true)), (497, 462 + 525));
    assert!(read.refused().is_empty() && read.stopped().is_empty());
    for record in read.records.iter().step_by(40) {
        assert!(read.words(record).starts_with(&format!("{},", record.id)));
    }
}

#[test]
fn the_large_real_list_agrees_with_counts_of_its_text() {
    let Some(path) = shared("data", "sdn_2024-05-03.csv") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let read = sdn(&text);
    assert_eq!(read.records.len(), 14_965);
    assert!(read.refused().is_empty() && read.stopped().is_empty());
    // What is cut off is told of each of the 18 remarks that are.
    assert_eq!(read.repaired().iter().filter(|(_, it)| it.key() == "cut").count(), 18);
    assert_eq!(read.repaired().len(), 18, "no date is left without being understood");
    let all = |what: &dyn Fn(&Record) -> usize| read.records.iter().map(what).sum::<usize>();
    let count = |needle: &str| text.matches(needle).count();
    assert_eq!(
        all(&|it| it.relations.iter().filter(|it| it.role.as_deref() == Some("Linked To")).count()),
        {
            let cut =
                read.records.iter().flat_map(|it| &it.remarks).filter(|it| it.starts_with("Linked To:"));
            count("Linked To: ") - cut.count()
        }
    );
    assert_eq!(all(&|it| usize::from(it.gender.is_some())), count("Gender Male") + count("Gender Female"));
    assert_eq!(all(&|it| it.identifiers.iter().filter(|it| it.kind == IdKind::Mmsi).count()), count("MMSI "));
    let is = |kind: Kind| read.records.iter().filter(|it| it.kind == kind).count();
    assert_eq!(
        [Kind::Organization, Kind::Person, Kind::Vessel, Kind::Airplane].map(is),
        [6_884, count(",\"individual\","), count(",\"vessel\","), count(",\"aircraft\",")]
    );
}
