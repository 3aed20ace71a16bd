//! What goes together in a fact.

use expect_test::expect;

use super::*;

#[test]
fn a_relation_type_stands_on_relations_and_only_there() {
    check(
        &[(FACTS, "relation_type = \"Directorship\"\n", "")],
        expect![
            "facts.toml: fact `rask-directs`: is a relation without a `relation_type`; name its FollowTheMoney schema"
        ],
    );
    check(
        &[(FACTS, "mutual = true\n", "mutual = true\nrelation_type = \"Family\"\n")],
        expect![
            "facts.toml: fact `meeting`: has a `relation_type`, but is not a relation; leave it out, or make it a relation"
        ],
    );
}

#[test]
fn an_event_type_on_a_relation_is_told() {
    let both = "relation_type = \"Directorship\"\nevent_type = \"AID\"";
    check(
        &[(FACTS, "relation_type = \"Directorship\"", both)],
        expect![
            "facts.toml: fact `rask-directs`: is a relation with an `event_type`; leave it out: a relation is not an event"
        ],
    );
}

#[test]
fn a_relation_to_nobody_is_told() {
    check(
        &[(FACTS, "objects = [\"blue-keel\"]\nrelation", "about = [\"blue-keel\"]\nrelation")],
        expect![
            "facts.toml: fact `rask-directs`: is a relation to nobody; name the other party in `objects`"
        ],
    );
}

#[test]
fn a_subject_among_its_objects_is_told() {
    check(
        &[(FACTS, "objects = [\"eastland\"]", "objects = [\"eastland\", \"ida-holm\"]")],
        expect![
            "facts.toml: fact `calm-sea`: has its subject `ida-holm` among its objects; leave it out there"
        ],
    );
}

#[test]
fn an_actor_named_twice_is_told() {
    check(
        &[(FACTS, "objects = [\"eastland\"]", "objects = [\"eastland\", \"eastland\"]")],
        expect!["facts.toml: fact `calm-sea`: names `eastland` twice in `objects`; name it once"],
    );
}

#[test]
fn mutual_without_objects_is_told() {
    check(
        &[(FACTS, "objects = [\"eastland-minister\"]", "about = [\"eastland-minister\"]")],
        expect![
            "facts.toml: fact `meeting`: is mutual, but has no objects; name the other party, or leave `mutual` out"
        ],
    );
}

#[test]
fn a_link_to_itself_is_told() {
    check(
        &[(FACTS, "to = \"meeting\"", "to = \"calm-sea\"")],
        expect!["facts.toml: fact `calm-sea`: has a link to itself; name the other fact"],
    );
}

#[test]
fn counts_on_what_is_no_measure_are_told() {
    check(
        &[(FACTS, "mutual = true\n", "counts = { person = 1, company = 0 }\n")],
        expect![[r#"
        facts.toml: fact `meeting`: has counts, but is not a measure; leave them out, or make it a measure
        facts.toml: fact `meeting`: has counts, but no group of designations belongs to it; add the group to designations.toml, or leave the counts out"#]],
    );
}

#[test]
fn a_statement_in_the_voice_of_the_report_needs_no_speaker() {
    let absence = dataset().facts.into_iter().find(|fact| fact.key == "no-details");
    assert_eq!(absence.map(|fact| fact.attribution.speaker), Some(None));
}

#[test]
fn an_actor_that_plays_no_part_is_told() {
    let stranger = "[[actor]]\nkey = \"stranger\"\nname = \"A\"\ndescription = \"B\"\nkind = \"person\"\n\n[[actor]]\nkey = \"ida-holm\"";
    check(
        &[(ACTORS, "[[actor]]\nkey = \"ida-holm\"", stranger)],
        expect![
            "actors.toml: actor `stranger`: plays no part: no fact, designation or source names it; tell what it does, or take it out of actors.toml"
        ],
    );
}
