//! Tests of `FollowTheMoney` entities, plain and nested.

use std::collections::BTreeSet;

use sourceline::import::record::{Gender, IdKind, Kind, Listing, NameKind, Part, RelationKind, Whom};
use sourceline::import::{Limits, Record, Refusal, Repair};

use super::{Read, import, import_with, shared};

/// An entity on a line, with its properties as JSON.
fn entity(id: &str, schema: &str, properties: &str) -> String {
    format!("{{\"id\":\"{id}\",\"schema\":\"{schema}\",\"properties\":{{{properties}}}}}\n")
}

fn read(text: &str) -> Read {
    import(&[("entities.ftm.json", text.as_bytes())])
}

/// The only record of a person with these properties.
#[track_caller]
fn person(properties: &str) -> Record {
    let mut read = read(&entity("p", "Person", properties));
    assert_eq!(read.records.len(), 1, "{:?}", read.findings());
    read.records.remove(0)
}

fn extras<'r>(record: &'r Record, name: &str) -> Vec<&'r str> {
    record.extras_of(name).collect()
}

#[test]
fn a_line_is_an_entity_with_its_place_and_its_words() {
    let lines = [
        entity("a", "Company", "\"name\":[\"Blue Keel\"]"),
        entity("b", "Person", "\"name\":[\"Jon Rask\"]"),
    ];
    let read = read(&format!("{}\n  {}", lines[0], lines[1]));
    let (keel, rask) = (read.entry("a"), read.entry("b"));
    assert_eq!((keel.kind, rask.kind), (Kind::Company, Kind::Person));
    assert_eq!(
        (keel.list.as_str(), keel.extends, rask.place.record, rask.place.line),
        ("ftm", false, 2, Some(3))
    );
    assert_eq!((read.words(keel) + "\n", read.words(rask) + "\n"), (lines[0].clone(), lines[1].clone()));
    assert_eq!(read.import.report().files()[0].format.unwrap().key, "ftm");
    assert!(read.findings().is_empty());
}

#[test]
fn names_are_of_their_kinds_and_the_caption_says_which_is_the_first() {
    let text = "{\"id\":\"p\",\"caption\":\"Ida Holm\",\"schema\":\"Person\",\"properties\":{\"name\":[\"HOLM Ida\",\"Ida Holm\"],\
                \"alias\":[\"Holm\"],\"weakAlias\":[\"Ida\"],\"previousName\":[\"Ida Lund\"],\"lastName\":[\"Holm\"],\"firstName\":[\"Ida\"]}}";
    let read = read(text);
    let names: Vec<_> = read.entry("p").names.iter().map(|it| (it.full.as_str(), it.kind, it.weak)).collect();
    use NameKind::{Alias, Former, Primary};
    assert_eq!(
        names,
        [
            ("Ida Holm", Primary, false),
            ("HOLM Ida", Alias, false),
            ("Holm", Alias, false),
            ("Ida", Alias, true),
            ("Ida Lund", Former, false)
        ]
    );
    let name = read.entry("p").name().unwrap();
    assert_eq!((name.part(Part::First), name.part(Part::Last)), (Some("Ida"), Some("Holm")));
    assert!(extras(read.entry("p"), "caption").is_empty());
}

#[test]
fn who_has_no_name_gets_none() {
    let read = read(
        "{\"id\":\"x\",\"schema\":\"Person\",\"caption\":\"Person\",\"properties\":{\"position\":[\"Admiral\"]}}",
    );
    let record = read.entry("x");
    assert!(record.names.is_empty());
    assert_eq!(
        (record.positions.as_slice(), extras(record, "caption")),
        (&["Admiral".to_owned()][..], vec!["Person"])
    );
    assert_eq!(person("\"lastName\":[\"Holm\"],\"firstName\":[\"Ida\"]").name().unwrap().full, "Ida Holm");
}

#[test]
fn properties_go_to_their_fields() {
    let record = person(
        "\"name\":[\"X\"],\"birthDate\":[\"1951\",\"1951-03\",\"1951-03-04\"],\"birthPlace\":[\"Longport\"],\"birthCountry\":[\"kp\"],\
         \"nationality\":[\"kp\"],\"citizenship\":[\"kp\",\"gb-sct\"],\"country\":[\"ru\"],\"gender\":[\"male\"],\"address\":[\"Pier 1\"],\
         \"title\":[\"Dr\"],\"topics\":[\"sanction\",\"role.pep\"],\"notes\":[\"A note\"],\"website\":[\"https://example.org\"],\"parent\":[\"q\"]",
    );
    let dates: Vec<_> = record.born.iter().map(|it| it.start.unwrap().to_string()).collect();
    assert_eq!(dates, ["1951", "1951-03", "1951-03-04"]);
    let [place] = record.birth_places.as_slice() else { panic!("{:?}", record.birth_places) };
    assert_eq!((place.full.as_str(), place.country.as_ref().unwrap().code), ("Longport", Some("kp")));
    let codes: Vec<_> = record.nationalities.iter().map(|it| (it.code, it.words.as_str())).collect();
    assert_eq!(codes, [(Some("kp"), "kp"), (Some("gb"), "gb-sct")]);
    assert_eq!(record.countries[0].code, Some("ru"));
    assert_eq!((record.gender, record.addresses[0].full.as_str()), (Some(Gender::Male), "Pier 1"));
    assert_eq!(
        (record.titles.as_slice(), record.remarks.as_slice()),
        (&["Dr".to_owned()][..], &["A note".to_owned()][..])
    );
    assert_eq!(extras(&record, "topics"), ["sanction", "role.pep"]);
    assert_eq!(record.relations[0].to, Whom::Id("q".to_owned()));
    assert_eq!(record.relations[0].role.as_deref(), Some("parent"));
}

#[test]
fn numbers_are_of_their_sorts() {
    let record = person(
        "\"name\":[\"X\"],\"passportNumber\":[\"P1\"],\"idNumber\":[\"N1\"],\"taxNumber\":[\"T1\"],\"ogrnCode\":[\"R1\"],\"wikidataId\":[\"Q1\"]",
    );
    let numbers: Vec<_> =
        record.identifiers.iter().map(|it| (it.kind, it.label.as_str(), it.value.as_str())).collect();
    assert_eq!(
        numbers,
        [
            (IdKind::Passport, "passportNumber", "P1"),
            (IdKind::National, "idNumber", "N1"),
            (IdKind::Tax, "taxNumber", "T1"),
            (IdKind::Registration, "ogrnCode", "R1"),
            (IdKind::Other, "wikidataId", "Q1")
        ]
    );
    let read = read(
        &(entity("v", "Vessel", "\"name\":[\"V\"],\"imoNumber\":[\"7406784\"],\"flag\":[\"KP\"]")
            + &entity("a", "Airplane", "\"registrationNumber\":[\"P-1\"]")),
    );
    assert_eq!(read.entry("v").identifiers[0].kind, IdKind::Imo);
    assert_eq!(
        (read.entry("v").countries[0].code, extras(read.entry("v"), "flag")),
        (Some("kp"), vec!["KP"])
    );
    assert_eq!(read.entry("a").identifiers[0].kind, IdKind::TailNumber);
}

#[test]
fn what_is_not_known_is_kept_by_its_own_name() {
    let read = read(
        &(entity("a", "Submarine", "\"name\":[\"Deep\"],\"maxDepth\":[\"300\",\"400\"]")
            + &entity("b", "Position", "\"name\":[\"Minister\"]")),
    );
    let deep = read.entry("a");
    assert_eq!(
        (deep.kind, extras(deep, "maxDepth"), extras(deep, "schema")),
        (Kind::Unknown, vec!["300", "400"], vec!["Submarine"])
    );
    // A schema that is known and no actor is no slip.
    assert_eq!(read.repaired(), [(1, Repair::Kind { words: "Submarine".to_owned() })]);
    assert_eq!(extras(read.entry("b"), "schema"), ["Position"]);
}

#[test]
fn what_is_said_beside_the_properties_is_kept() {
    let read = read(
        "{\"id\":\"a\",\"schema\":\"Person\",\"datasets\":[\"x\",\"y\"],\"referents\":[\"z\"],\"first_seen\":\"2023-01-02T03:04:05\",\"target\":true,\"score\":0.5,\"properties\":{}}",
    );
    let all = ["datasets", "referents", "first_seen", "target", "score"]
        .map(|it| extras(read.entry("a"), it).join(" "));
    assert_eq!(all, ["x y", "z", "2023-01-02T03:04:05", "true", "0.5"]);
}

#[test]
fn a_value_that_is_no_list_is_read_and_told() {
    let read = read(
        &(entity("a", "Person", "\"name\":\"Ida\",\"height\":[180],\"alias\":[null,\"\"],\"notes\":null")
            + &entity("b", "Person", "\"name\":[\"X\"]")),
    );
    let ida = read.entry("a");
    assert_eq!(
        (ida.names.len(), ida.name().unwrap().full.as_str(), extras(ida, "height")),
        (1, "Ida", vec!["180"])
    );
    assert_eq!(read.repaired(), [(1, Repair::Form { field: "name".to_owned() })]);
}

#[test]
fn a_sanction_has_one_end_and_is_a_designation() {
    let properties = "\"entity\":[\"a\"],\"authority\":[\"Ministry\"],\"program\":[\"Smuggling programme\"],\"programId\":[\"X-SMUGGLE\"],\
        \"provisions\":[\"Asset freeze\"],\"reason\":[\"Salt\"],\"listingDate\":[\"2020-03-11\"],\"startDate\":[\"2020-03-12\"],\
        \"authorityId\":[\"M.1\"],\"country\":[\"aq\"],\"sourceUrl\":[\"https://example.org/x\"],\"summary\":[\"Told twice\"],\"status\":[\"pending\"]";
    // The sanction stands before its actor.
    let read = read(&(entity("s", "Sanction", properties) + &entity("a", "Person", "\"name\":[\"A\"]")));
    let record = &read.records[0];
    assert_eq!((record.extends, record.id.as_str(), record.names.len()), (true, "a", 0));
    let it = &record.designations[0];
    assert_eq!(
        (it.authority.as_str(), it.programmes[0].as_str(), it.measures[0].as_str()),
        ("Ministry", "X-SMUGGLE", "Asset freeze")
    );
    assert_eq!((it.reasons[0].as_str(), it.reference.as_deref()), ("Salt", Some("M.1")));
    let date =
        |it: &Option<sourceline::import::record::Dating>| it.as_ref().unwrap().start.unwrap().to_string();
    assert_eq!(
        (date(&it.listed_on), date(&it.effective_on)),
        ("2020-03-11".to_owned(), "2020-03-12".to_owned())
    );
    for words in ["status: pending", "country: aq", "Told twice", "program: Smuggling programme"] {
        assert!(it.note.as_deref().unwrap().contains(words), "{:?}", it.note);
    }
    assert_eq!((it.status, extras(record, "sourceUrl")), (Listing::Pending, vec!["https://example.org/x"]));
}

#[test]
fn a_sanction_is_over_when_its_end_has_been_seen() {
    let sanction = |rest: &str, properties: &str| {
        let text = format!(
            "{{\"id\":\"s\",\"schema\":\"Sanction\",{rest}\"properties\":{{\"entity\":[\"a\"],{properties}}}}}"
        );
        read(&text).records[0].designations[0].status
    };
    assert_eq!(sanction("", "\"status\":[\"Delisted\"]"), Listing::Ended);
    assert_eq!(sanction("", "\"endDate\":[\"2020\"]"), Listing::Ended);
    assert_eq!(sanction("\"last_seen\":\"2023-05-06T07:08:09\",", "\"endDate\":[\"2020\"]"), Listing::Ended);
    assert_eq!(
        sanction("\"last_seen\":\"2023-05-06T07:08:09\",", "\"endDate\":[\"2030\"]"),
        Listing::InForce
    );
    assert_eq!(sanction("", "\"status\":[\"active\"]"), Listing::InForce);
}

#[test]
fn each_relation_goes_from_its_first_end_to_its_second() {
    let all = [
        ("Ownership", "owner", "asset", RelationKind::Ownership),
        ("Directorship", "director", "organization", RelationKind::Directorship),
        ("Membership", "member", "organization", RelationKind::Membership),
        ("Family", "person", "relative", RelationKind::Family),
        ("Associate", "person", "associate", RelationKind::Associate),
        ("UnknownLink", "subject", "object", RelationKind::UnknownLink),
        ("Employment", "employee", "employer", RelationKind::Employment),
        ("Representation", "agent", "client", RelationKind::Representation),
        ("Succession", "predecessor", "successor", RelationKind::Succession),
        ("Payment", "payer", "beneficiary", RelationKind::Payment),
        ("Debt", "debtor", "creditor", RelationKind::Debt),
    ];
    for (schema, from, to, kind) in all {
        let role = if matches!(schema, "Family" | "Associate") { "relationship" } else { "role" };
        let text = entity(
            "r",
            schema,
            &format!(
                "\"{to}\":[\"b\"],\"{from}\":[\"a\"],\"{role}\":[\"x\"],\"startDate\":[\"2019\"],\"endDate\":[\"2020-01\"]"
            ),
        );
        let read = read(&text);
        let [record] = read.records.as_slice() else { panic!("{schema}") };
        let [it] = record.relations.as_slice() else { panic!("{schema}") };
        assert_eq!((record.id.as_str(), record.extends, it.kind), ("a", true, kind), "{schema}");
        assert_eq!((&it.to, it.inverse, it.role.as_deref()), (&Whom::Id("b".to_owned()), false, Some("x")));
        let dates = [&it.start, &it.end].map(|it| it.as_ref().unwrap().start.unwrap().to_string());
        assert_eq!(dates, ["2019", "2020-01"]);
        assert!(record.remarks.is_empty() && read.findings().is_empty());
    }
}

#[test]
fn a_relation_between_several_is_one_for_each_pair() {
    let read = read(&entity(
        "r",
        "Ownership",
        "\"owner\":[\"a\",\"b\"],\"asset\":[\"c\",\"d\"],\"percentage\":[\"51\"],\"sharesType\":[\"A\"]",
    ));
    let pairs: Vec<_> =
        read.records.iter().flat_map(|it| it.relations.iter().map(|to| (it.id.as_str(), &to.to))).collect();
    let to = |id: &str| Whom::Id(id.to_owned());
    assert_eq!(pairs, [("a", &to("c")), ("a", &to("d")), ("b", &to("c")), ("b", &to("d"))]);
    assert_eq!(read.records[0].relations[0].role.as_deref(), Some("51"));
    assert_eq!(read.records[0].remarks, ["Ownership (c, d): sharesType: A"]);
}

#[test]
fn a_relation_without_a_word_of_ours_is_called_by_its_schema() {
    let read =
        read(&entity("o", "Occupancy", "\"holder\":[\"a\"],\"post\":[\"p\"],\"status\":[\"current\"]"));
    let it = &read.records[0].relations[0];
    assert_eq!((it.kind, it.role.as_deref()), (RelationKind::UnknownLink, Some("Occupancy")));
    assert_eq!(read.records[0].remarks, ["Occupancy (p): status: current"]);
}

#[test]
fn a_paper_is_a_number_of_its_holder() {
    let read = read(
        &(entity(
            "1",
            "Passport",
            "\"holder\":[\"a\"],\"number\":[\"P1\"],\"passportNumber\":[\"P1\"],\"country\":[\"kp\"],\"startDate\":[\"2001\"],\"endDate\":[\"2011\"]",
        ) + &entity(
            "2",
            "Identification",
            "\"holder\":[\"a\"],\"number\":[\"N1\"],\"type\":[\"National identity card\"],\"authority\":[\"Town\"]",
        )),
    );
    let numbers: Vec<_> = read.records.iter().flat_map(|it| &it.identifiers).collect();
    let [passport, card] = numbers.as_slice() else { panic!("{numbers:?}") };
    assert_eq!((passport.kind, passport.value.as_str()), (IdKind::Passport, "P1"));
    assert_eq!(passport.country.as_ref().unwrap().code, Some("kp"));
    assert!(passport.issued.is_some() && passport.expires.is_some());
    assert_eq!(
        (card.kind, card.label.as_str(), card.note.as_deref()),
        (IdKind::National, "National identity card", Some("authority: Town"))
    );
}

#[test]
fn an_address_of_its_own_goes_to_who_names_it_before_or_after() {
    let address = entity(
        "x",
        "Address",
        "\"full\":[\"Pier 1, Longport\"],\"city\":[\"Longport\"],\"country\":[\"kp\"]",
    );
    let named = |id: &str| entity(id, "Person", "\"name\":[\"N\"],\"addressEntity\":[\"x\"]");
    let other = entity("y", "Address", "\"street\":[\"Pier 2\"],\"city\":[\"Longport\"]");
    let read = read(&(named("a") + &named("b") + &address + &named("c") + &other));
    let at: Vec<_> = read.records.iter().map(|it| (it.id.as_str(), it.extends, it.addresses.len())).collect();
    assert_eq!(
        at,
        [("a", false, 0), ("b", false, 0), ("a", true, 1), ("b", true, 1), ("c", false, 1), ("y", false, 1)]
    );
    assert_eq!(read.records[2].addresses[0].country.as_ref().unwrap().code, Some("kp"));
    assert_eq!(read.records[5].addresses[0].full, "Pier 2, Longport");
    assert!(read.findings().is_empty());
    let alone = read_one(&named("a"));
    assert_eq!(
        (alone[1].extends, extras(&alone[1], "addressEntity")),
        (true, vec!["x"]),
        "what does not come is kept"
    );
}

fn read_one(text: &str) -> Vec<Record> {
    read(text).records
}

#[test]
fn addresses_beyond_the_room_for_them_are_records_to_which_actors_are_related() {
    let text =
        entity("a", "Person", "\"addressEntity\":[\"x\"]") + &entity("x", "Address", "\"full\":[\"Pier 1\"]");
    let read = import_with(&[("a.json", text.as_bytes())], Limits { carried: 0, ..Limits::default() });
    assert_eq!(read.entry("a").relations[0].to, Whom::Id("x".to_owned()));
    assert_eq!(read.entry("x").addresses[0].full, "Pier 1");
}

#[test]
fn a_line_that_is_no_entity_is_refused_and_its_neighbours_are_kept() {
    let text = entity("a", "Person", "")
        + "{\"id\":\"b\"}\n[]\n{\"id\":\"c\",\"schema\":\"Person\",\"properties\":{]}\n{\"schema\":\"Person\",\"properties\":{}}\n"
        + &entity("s", "Sanction", "\"authority\":[\"M\"]")
        + &entity("o", "Ownership", "\"owner\":[\"a\"]")
        + &entity("z", "Person", "");
    let read = read(&text);
    assert_eq!(read.records.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["a", "z"]);
    let mut refused = read.refused();
    refused.sort();
    assert_eq!(
        refused.iter().map(|(at, why)| (*at, why.key())).collect::<Vec<_>>(),
        [(2, "missing"), (3, "missing"), (4, "malformed"), (5, "missing"), (6, "missing"), (7, "missing")]
    );
    assert_eq!(refused[5].1, Refusal::Missing { field: "asset" });
}

#[test]
fn a_file_that_was_cut_off_keeps_what_came_before() {
    let text = entity("a", "Person", "\"name\":[\"A\"]") + &entity("b", "Person", "\"name\":[\"B\"]");
    let read = read(&text[..text.len() - 9]);
    assert_eq!((read.records.len(), read.stopped()), (1, vec![Refusal::Truncated]));
}

#[test]
fn what_is_too_deep_is_refused() {
    let deep = entity("a", "Person", &format!("\"name\":{}{}", "[".repeat(200), "]".repeat(200)));
    let read = read(&(entity("b", "Person", "") + &deep + &entity("c", "Person", "")));
    assert_eq!((read.records.len(), read.refused()), (2, vec![(2, Refusal::TooDeep { limit: 128 })]));
}

#[test]
fn nested_entities_are_read_with_what_stands_between_them() {
    let sanction = "{\"id\":\"s\",\"schema\":\"Sanction\",\"properties\":{\"authority\":[\"M\"]}}";
    let address = "{\"id\":\"x\",\"schema\":\"Address\",\"properties\":{\"full\":[\"Pier 1\"]}}";
    let company = "{\"id\":\"c\",\"caption\":\"Blue Keel\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Blue Keel\"]}}";
    let owned = format!(
        "{{\"id\":\"o\",\"schema\":\"Ownership\",\"properties\":{{\"asset\":[{company}],\"role\":[\"founder\"]}}}}"
    );
    let relative = "{\"id\":\"f\",\"schema\":\"Family\",\"properties\":{\"person\":[{\"id\":\"m\",\"schema\":\"Person\",\"properties\":{\"name\":[\"M\"]}}],\"relative\":[\"a\"]}}";
    let text = entity(
        "a",
        "Person",
        &format!(
            "\"name\":[\"A\"],\"sanctions\":[{sanction}],\"addressEntity\":[{address}],\"ownershipOwner\":[{owned}],\"familyRelative\":[{relative}]"
        ),
    );
    let read = import(&[("targets.nested.json", text.as_bytes())]);
    assert_eq!(read.import.report().files()[0].format.unwrap().key, "ftm-nested");
    let ids: BTreeSet<_> = read.records.iter().map(|it| (it.id.as_str(), it.extends)).collect();
    assert_eq!(ids, BTreeSet::from([("a", false), ("a", true), ("c", false), ("m", false), ("m", true)]));
    assert_eq!((read.entry("a").addresses[0].full.as_str(), read.entry("c").kind), ("Pier 1", Kind::Company));
    let designations: Vec<_> =
        read.records.iter().filter(|it| it.id == "a").flat_map(|it| &it.designations).collect();
    assert_eq!(designations[0].authority, "M");
    let relations: Vec<_> = read
        .records
        .iter()
        .flat_map(|it| it.relations.iter().map(|to| (it.id.as_str(), to.kind, &to.to)))
        .collect();
    let to = |id: &str| Whom::Id(id.to_owned());
    assert!(relations.contains(&("a", RelationKind::Ownership, &to("c"))), "{relations:?}");
    assert!(relations.contains(&("m", RelationKind::Family, &to("a"))));
    assert_eq!(relations.len(), 2);
    assert!(read.findings().is_empty(), "{:?}", read.findings());
}

#[test]
fn the_bundled_story_is_read_back_as_it_was_published() {
    let (data, _) = sourceline::corpus::bundled().expect("the bundled story");
    let format = sourceline::export::FORMATS.iter().find(|it| it.extension == "ftm.json").unwrap();
    let text = (format.write)(&data);
    let read = read(&text);
    assert!(read.findings().is_empty(), "{:?}", read.findings());
    let all =
        |schema: &str| text.lines().filter(|it| it.contains(&format!("\"schema\":\"{schema}\""))).count();
    let of = |what: &dyn Fn(&Record) -> usize| read.records.iter().map(what).sum::<usize>();
    let actors: Vec<_> = read.records.iter().filter(|it| !it.extends).collect();
    assert_eq!(actors.len(), data.actors.len());
    for (actor, record) in data.actors.iter().zip(&actors) {
        assert!(record.id.ends_with(&format!(".actor.{}", actor.key)));
        if actor.naming == sourceline::model::Naming::Named {
            assert_eq!(record.name().unwrap().full, actor.name);
            assert_eq!(record.names.len(), 1 + actor.aliases.len());
        } else {
            assert!(record.names.is_empty());
        }
        let codes: Vec<_> = record.countries.iter().map(|it| it.words.clone()).collect();
        assert_eq!(codes, actor.countries);
        assert!(record.countries.iter().all(|it| it.code.is_some()), "{:?}", record.countries);
    }
    assert_eq!(of(&|it| it.designations.len()), data.designations.len());
    let ids: BTreeSet<_> = actors.iter().map(|it| it.id.as_str()).collect();
    for kind in RelationKind::ALL {
        let pairs = of(&|it| it.relations.iter().filter(|it| it.kind == kind).count());
        assert!(pairs >= all(kind.schema()), "{kind:?}");
    }
    for record in &read.records {
        assert!(ids.contains(record.id.as_str()), "{}", record.id);
        for relation in &record.relations {
            assert!(matches!(&relation.to, Whom::Id(id) if ids.contains(id.as_str())), "{relation:?}");
        }
    }
    for (designation, record) in
        data.designations.iter().zip(read.records.iter().filter(|it| !it.designations.is_empty()))
    {
        let it = &record.designations[0];
        assert!(record.id.ends_with(&format!(".actor.{}", data[designation.target].key)));
        assert_eq!(it.authority, data[designation.authority].name);
        assert_eq!(it.programmes, [data[designation.group].label.clone()]);
        assert_eq!(it.listed_on.as_ref().and_then(|it| it.start), designation.listed_on.start);
    }
}

#[test]
fn every_property_of_the_schemata_has_its_place() {
    let Some(path) = shared("fixtures", "ftm_schema_props.json") else { return };
    let schemata: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut count = 0;
    for (schema, told) in schemata.as_object().unwrap() {
        let ends: Vec<_> =
            told["required"].as_array().into_iter().flatten().map(|it| it.as_str().unwrap()).collect();
        for (property, sort) in told["all"].as_object().unwrap() {
            let sort = sort.as_str().unwrap();
            let value = if sort == "date" { "2019-08-07" } else { "kp" };
            let mut properties = format!("\"{property}\":[\"{value}\"]");
            if schema != "Thing" && told["chain"][0] == "Interval" {
                for end in ends.iter().filter(|it| *it != property) {
                    properties += &format!(",\"{end}\":[\"other\"]");
                }
            }
            let read = read(&entity("x", schema, &properties));
            assert!(read.findings().is_empty(), "{schema}.{property}: {:?}", read.findings());
            let Some(record) = read.records.last() else { panic!("{schema}.{property}") };
            assert!(format!("{record:?}").contains(value), "{schema}.{property} is lost");
            if record.extends {
                continue;
            }
            // What was found in the text of a document is not said of it.
            let is_read = told["chain"].as_array().unwrap()[0] == "Interval"
                || told["chain"].as_array().unwrap().iter().any(|it| it == "Analyzable");
            let is_there = is_read
                || match sort {
                    "identifier" if property == "programId" => !record.extras.is_empty(),
                    "identifier" => record.identifiers.len() == 1,
                    "name" => record.names.len() == 1,
                    "country" if property == "contextCountry" => !record.extras.is_empty(),
                    "country" => {
                        record.countries.len() + record.nationalities.len() + record.birth_places.len() == 1
                    }
                    "address" if property == "location" => !record.extras.is_empty(),
                    "address" => record.addresses.len() == 1,
                    "gender" => record.gender.is_some() || !record.extras.is_empty(),
                    _ => true,
                };
            assert!(is_there, "{schema}.{property}: {record:?}");
            count += 1;
        }
    }
    assert!(count > 300, "{count}");
}

#[test]
fn entities_stand_in_an_array_or_over_several_lines_as_well() {
    let lines = [
        entity("a", "Person", "\"name\":[\"Ida, \\\"[Holm]\\\"\"]"),
        entity("b", "Person", "\"name\":[\"Jon {\"]"),
    ];
    let lines = lines.map(|it| it.trim_end().to_owned());
    let plain = read(&lines.join("\n"));
    let broken = |it: &String| it.replace(",\"properties\"", ",\n \"properties\"");
    let texts = [
        format!("[{}]", lines.join(",")),
        format!("\n[\n  {}\n  ,\n  {}\n]\n", broken(&lines[0]), lines[1]),
        format!("[{},{}", lines[0], lines[1]),
        format!("{}\n{}", broken(&lines[0]), broken(&lines[1])),
    ];
    for (nth, text) in texts.iter().enumerate() {
        let read = read(text);
        assert_eq!(read.records.len(), 2, "{text}");
        for (record, other) in read.records.iter().zip(&plain.records) {
            assert_eq!(
                (&record.id, &record.names, record.place.record),
                (&other.id, &other.names, other.place.record)
            );
        }
        assert!(text.contains(&read.words(&read.records[0])));
        assert_eq!(read.stopped(), if nth == 2 { vec![Refusal::Truncated] } else { vec![] });
    }
    assert_eq!(read(&texts[1]).records[1].place.line, Some(6));
}

#[test]
fn what_is_wrong_in_an_array_is_told_with_its_number() {
    let good = entity("a", "Person", "");
    let good = good.trim_end();
    let read = read(&format!("[{good}, 7, {{\"id\":\"x\"}}, null, {{]}}, {good}] {{"));
    assert_eq!(read.records.len(), 2);
    let refused: Vec<_> = read.refused().into_iter().map(|(nth, _)| nth).collect();
    assert_eq!(refused.iter().copied().collect::<BTreeSet<_>>(), (2..=6).collect());
    assert_eq!(read.stopped(), [Refusal::Malformed { what: "{".to_owned() }]);
    let cut = self::read(&format!("[{good},{}", &good[..good.len() - 1]));
    assert_eq!((cut.records.len(), cut.stopped()), (1, vec![Refusal::Truncated]));
    let long = format!("[{good},{{\"id\":\"{}", "x".repeat(200_000));
    let limits = Limits { record: 1000, ..Limits::default() };
    let read = import_with(&[("x.json", long.as_bytes())], limits);
    assert_eq!((read.records.len(), read.stopped()), (1, vec![Refusal::TooLong { limit: 1000 }]));
}

#[test]
fn an_array_of_something_else_is_unknown() {
    for text in ["[1,2,3]", "[]", "[", "[{\"a\":1}]", "{\n\"a\": 1\n}"] {
        assert_eq!(read(text).stopped(), [Refusal::Unknown], "{text}");
    }
}

#[test]
fn changes_of_a_list_are_its_entities_and_what_is_gone_is_told() {
    let line = |op: &str, entity: &str| format!("{{\"op\":\"{op}\",\"entity\":{}}}\n", entity.trim_end());
    let text = [
        line("ADD", &entity("a", "Person", "\"name\":[\"Ida\"]")),
        line("MOD", &entity("b", "Person", "\"name\":[\"Jon\"]")),
        line("DEL", "{\"id\":\"c\"}"),
    ];
    let read = read(&text.concat());
    assert_eq!(read.records.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(read.refused(), [(3, Refusal::Removed { id: "c".to_owned() })]);
}

#[test]
fn many_actors_at_both_ends_do_not_make_a_small_file_a_large_one() {
    let ids = |of: &str| (0..3000).map(|it| format!("\"{of}{it}\"")).collect::<Vec<_>>().join(",");
    let family = entity("f", "Family", &format!("\"person\":[{}],\"relative\":[{}]", ids("a"), ids("b")));
    assert_eq!(read(&family).refused(), [(1, Refusal::Bomb { limit: 16 })]);
    let reason = "x".repeat(100_000);
    let sanction = entity("s", "Sanction", &format!("\"entity\":[{}],\"reason\":[\"{reason}\"]", ids("a")));
    assert_eq!(read(&sanction).refused(), [(1, Refusal::Bomb { limit: 16 })]);
    // A sanction on thirty is no bomb.
    let thirty = (0..30).map(|it| format!("\"a{it}\"")).collect::<Vec<_>>().join(",");
    assert_eq!(read(&entity("s", "Sanction", &format!("\"entity\":[{thirty}]"))).records.len(), 30);
}

#[test]
fn what_a_page_publishes_twice_is_there_once() {
    let golden = |name: &str| {
        std::fs::read(format!("{}/tests/data/golden/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
    };
    let (facts, entities) = (golden("facts.json"), golden("entities.ftm.json"));
    let alone = import(&[("facts.json", &facts)]);
    let both = import(&[("entities.ftm.json", &entities), ("facts.json", &facts)]);
    let ids =
        |read: &Read| read.records.iter().map(|it| (it.list.clone(), it.id.clone())).collect::<Vec<_>>();
    assert_eq!(ids(&both), ids(&alone));
    let files = both.import.report().files();
    let lines = entities.iter().filter(|it| **it == b'\n').count() as u64;
    assert_eq!((files[1].format.unwrap().key, files[1].kept), ("ftm", lines));
    // Alone they are read, and so are those of another story beside it.
    assert!(import(&[("entities.ftm.json", &entities)]).records.len() > 5);
    let other = String::from_utf8(entities).unwrap().replace("long-pier", "other");
    assert!(
        import(&[("facts.json", &facts), ("x.ftm.json", other.as_bytes())]).records.len()
            > alone.records.len() + 5
    );
}
