//! Tests of the FollowTheMoney export.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use sourceline::corpus::bundled;
use sourceline::model::{ActorKind, Dataset, Fact, Status};

use super::*;
use crate::sample::changed;

fn entities(data: &Dataset) -> Vec<Value> {
    written("entities", data).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[track_caller]
fn entity(data: &Dataset, id: &str) -> Value {
    let id = format!("long-pier.{id}");
    entities(data).into_iter().find(|entity| entity["id"] == *id).expect("an entity")
}

#[test]
fn actors_sanctions_and_relations_as_entities() {
    check(&written("entities", &dataset()), expect_file!["../../data/golden/entities.ftm.json"]);
}

#[test]
fn nobody_gets_a_name_that_no_source_gives() {
    let data = dataset();
    for actor in ["actor.smuggler-2", "actor.eastland-admiral"] {
        assert_eq!(entity(&data, actor)["properties"].get("name"), None);
    }
    let admiral = &entity(&data, "actor.eastland-admiral")["properties"];
    assert_eq!(admiral["position"][0], "Admiral of Eastland");
    assert_eq!(admiral["topics"][0], "sanction");
}

#[test]
fn what_is_only_under_discussion_is_no_sanction_topic() {
    let discussed = changed(&[
        (
            "facts.toml",
            "objects = [\"eastland-admiral\"]\nevent_type = \"SANCTION\"\ntopic = \"sanctions\"\nstatus = \"happened\"",
            "objects = [\"eastland-admiral\"]\nevent_type = \"SANCTION\"\ntopic = \"sanctions\"\nstatus = \"under-discussion\"",
        ),
        (
            "designations.toml",
            "status = \"imposed\"\nevidence = [{ source = \"report-two\", paragraph = 3",
            "status = \"under-discussion\"\nevidence = [{ source = \"report-two\", paragraph = 3",
        ),
    ]);
    let data = discussed.expect("a valid story");
    assert_eq!(entity(&data, "actor.eastland-admiral")["properties"].get("topics"), None);
    assert_eq!(entity(&data, "designation.admiral")["properties"]["status"][0], "under-discussion");
}

/// The story with its fact `rask-directs` as `change` leaves it.
fn with_relation(change: impl Fn(&mut Fact)) -> Dataset {
    let mut data = dataset();
    change(data.facts.iter_mut().find(|fact| fact.key == "rask-directs").expect("a fact"));
    data
}

#[test]
fn a_relation_that_does_not_hold_is_left_out() {
    for (status, there) in [(Status::Holds, true), (Status::Denied, false), (Status::Planned, false)] {
        let data = with_relation(|fact| fact.status = status);
        let found = entities(&data).iter().any(|entity| entity["id"] == "long-pier.fact.rask-directs");
        assert_eq!(found, there, "{status:?}");
    }
}

#[test]
fn a_relation_whose_ends_do_not_fit_is_an_unknown_link() {
    let mut data = dataset();
    for actor in &mut data.actors {
        if actor.key == "blue-keel" {
            actor.kind = ActorKind::Group;
        }
    }
    let link = entity(&data, "fact.rask-directs");
    assert_eq!(link["schema"], "UnknownLink");
    assert_eq!(link["properties"]["object"][0], "long-pier.actor.blue-keel");
}

#[test]
fn a_relation_that_only_somebody_says_names_who() {
    let mut data = dataset();
    let holm = data.find::<sourceline::model::Actor>("ida-holm");
    let agency = data.find::<sourceline::model::Actor>("pier-news-agency").expect("the agency");
    for fact in &mut data.facts {
        if fact.key == "rask-directs" {
            fact.attribution.speaker = holm;
            fact.attribution.via = vec![agency];
        }
    }
    let link = entity(&data, "fact.rask-directs");
    assert_eq!(link["properties"]["summary"][0], "Attributed to: Ida Holm, through Pier News Agency.");
}

/// Each property is one that its schema has, and each reference leads to an entity.
#[test]
fn every_property_is_one_of_its_schema() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/fixtures/ftm_schema_props.json");
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!("skipped: there is no table of FollowTheMoney properties");
        return;
    };
    let schemata: Value = serde_json::from_str(&text).expect("JSON");
    for data in [dataset(), bundled().expect("the bundled story").0] {
        check_properties(&schemata, &entities(&data));
    }
}

#[track_caller]
fn check_properties(schemata: &Value, all: &[Value]) {
    let ids: BTreeSet<_> = all.iter().map(|entity| entity["id"].as_str().expect("an id")).collect();
    assert_eq!(ids.len(), all.len(), "ids are unique");
    for entity in all {
        let schema = entity["schema"].as_str().expect("a schema");
        // The table leaves some schemata out; these extend one that it has.
        let (known, own): (_, &[&str]) = match schema {
            "Company" | "PublicBody" => ("Organization", &[]),
            "Employment" => ("Interest", &["employer", "employee"]),
            "Representation" => ("Interest", &["agent", "client"]),
            schema => (schema, &[]),
        };
        for (property, values) in entity["properties"].as_object().expect("properties") {
            let of_table = schemata[known]["all"].get(property).and_then(Value::as_str);
            let kind = of_table.or(own.contains(&property.as_str()).then_some("entity"));
            let kind = kind.unwrap_or_else(|| panic!("{schema} has no {property}"));
            for value in values.as_array().expect("values") {
                let value = value.as_str().expect("a text");
                assert!(!value.is_empty(), "{schema}:{property}");
                assert!(kind != "entity" || ids.contains(value), "{schema}:{property} leads to {value}");
            }
        }
    }
}

/// Reads lines of entities, and says which of them the library does not take as they are.
const VALIDATE: &str = r#"
import json, sys
from followthemoney import model

lines = [json.loads(line) for line in sys.stdin]
schemata = {line["id"]: model.get(line["schema"]) for line in lines}
for line in lines:
    proxy = model.get_proxy(line, cleaned=False)
    proxy.schema.validate(proxy.to_dict())
    kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
    given = {name: sorted(values) for name, values in line["properties"].items()}
    assert kept == given, (line["id"], kept, given)
    for prop, value in proxy.itervalues():
        if prop.range is not None:
            assert schemata[value].is_a(prop.range), (line["id"], prop.name, value)
"#;

#[test]
fn followthemoney_itself_takes_every_entity() {
    let python = |code: &str| {
        let mut command = Command::new("python3");
        command.args(["-c", code]).stdin(Stdio::piped()).stdout(Stdio::null());
        command
    };
    let there = python("import followthemoney").stderr(Stdio::null()).status();
    if !there.is_ok_and(|status| status.success()) {
        println!("skipped: python3 has no followthemoney here");
        return;
    }
    for data in [dataset(), bundled().expect("the bundled story").0] {
        let mut child = python(VALIDATE).spawn().expect("python3 starts");
        let mut stdin = child.stdin.take().expect("its input");
        stdin.write_all(written("entities", &data).as_bytes()).expect("it reads");
        drop(stdin);
        assert!(child.wait().expect("it ends").success(), "followthemoney refuses an entity");
    }
}
