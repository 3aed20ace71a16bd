//! Keys, and names that lead to them or nowhere.

use expect_test::expect;

use super::*;

#[test]
fn a_key_that_is_there_twice_is_told() {
    check(
        &[(FACTS, r#"key = "rejection""#, r#"key = "no-details""#)],
        expect!["facts.toml: fact `no-details`: is there twice; give each a key of its own"],
    );
    check(
        &[(DESIGNATIONS, r#"key = "admiral""#, r#"key = "rask""#)],
        expect!["designations.toml: designation `rask`: is there twice; give each a key of its own"],
    );
    check(
        &[(STORY, "key = \"westland\"", "key = \"eastland\"")],
        expect![[r#"
        story.toml: side `eastland`: is there twice; give each a key of its own
        actors.toml: actor `westland`: names an unknown side `westland`; define it in story.toml or correct the name
        actors.toml: actor `ida-holm`: names an unknown side `westland`; define it in story.toml or correct the name"#]],
    );
}

#[test]
fn a_key_of_another_form_is_told() {
    check(
        &[(FACTS, r#"key = "rejection""#, r#"key = "Rejection!""#)],
        expect!["facts.toml: fact `Rejection!`: has a key of another form; a key is made of a-z, 0-9 and -"],
    );
    check(
        &[(FACTS, r#"key = "rejection""#, r#"key = """#)],
        expect!["facts.toml: fact ``: has a key of another form; a key is made of a-z, 0-9 and -"],
    );
}

#[test]
fn the_key_of_a_source_may_be_any_file_name() {
    let rename = |key: &str| {
        changed(&[
            (SOURCES, r#"key = "report-one""#, &format!("key = {key:?}")),
            (FACTS, "source = \"report-one\", paragraph = 2", &format!("source = {key:?}, paragraph = 2")),
        ])
    };
    let form = |problems: Vec<Problem>| problems.iter().any(|it| it.reason.contains("form"));
    assert!(!form(rename("000_36E2.v2-x").expect_err("other facts name the source")));
    assert!(form(rename("a b").expect_err("a blank")));
}

#[test]
fn a_folder_of_another_form_is_told() {
    let problems = read(&sample::FILES, "Long Pier").expect_err("a blank in the name");
    expect!["story.toml: has a key of another form; name its folder with a-z, 0-9 and -"]
        .assert_eq(&lines(&problems));
}

#[test]
fn an_unknown_name_of_every_sort_is_told() {
    check(
        &[(FACTS, "about = [\"westland\"]", "about = [\"southland\"]")],
        expect![
            "facts.toml: fact `calm-sea`: names an unknown actor `southland`; define it in actors.toml or correct the name"
        ],
    );
    check(
        &[(FACTS, r#"place = "long-pier""#, r#"place = "short-pier""#)],
        expect![
            "facts.toml: fact `meeting`: names an unknown place `short-pier`; define it in story.toml or correct the name"
        ],
    );
    check(
        &[(
            FACTS,
            "topic = \"sea\"\nstatus = \"reported-absence\"",
            "topic = \"air\"\nstatus = \"reported-absence\"",
        )],
        expect![
            "facts.toml: fact `no-details`: names an unknown topic `air`; define it in story.toml or correct the name"
        ],
    );
    check(
        &[(FACTS, "source = \"report-one\", paragraph = 4", "source = \"report-six\", paragraph = 4")],
        expect![
            "facts.toml: fact `no-details`: names an unknown source `report-six`; define it in sources.toml or correct the name"
        ],
    );
    check(
        &[(FACTS, r#"to = "meeting""#, r#"to = "quarrel""#)],
        expect![
            "facts.toml: fact `calm-sea`: names an unknown fact `quarrel`; define it in facts.toml or correct the name"
        ],
    );
    check(
        &[(ACTORS, "naming = \"unnamed\"", "naming = \"unnamed\"\nside = \"southland\"")],
        expect![
            "actors.toml: actor `smuggler-2`: names an unknown side `southland`; define it in story.toml or correct the name"
        ],
    );
    check(
        &[(SOURCES, "contributors = [\"pier-news-agency\"]", "contributors = [\"nobody\"]")],
        expect![
            "sources.toml: source `report-one`: names an unknown actor `nobody`; define it in actors.toml or correct the name"
        ],
    );
    check(
        &[(DESIGNATIONS, "group = \"piracy\"\n", "group = \"arson\"\n")],
        expect![
            "designations.toml: designation `admiral`: names an unknown group `arson`; define it in designations.toml or correct the name"
        ],
    );
    check(
        &[(DESIGNATIONS, r#"measure = "piracy-measure""#, r#"measure = "arson-measure""#)],
        expect![
            "designations.toml: group `piracy`: names an unknown fact `arson-measure`; define it in facts.toml or correct the name"
        ],
    );
    check(
        &[(DESIGNATIONS, r#"exact_speaker = "westland""#, r#"exact_speaker = "southland""#)],
        expect![
            "designations.toml: designation `rask`: names an unknown actor `southland`; define it in actors.toml or correct the name"
        ],
    );
}

#[test]
fn a_name_that_leads_nowhere_is_told_once_and_not_again_as_a_wrong_sum() {
    check(
        &[(DESIGNATIONS, "target = \"blue-keel\"", "target = \"red-keel\"")],
        expect![
            "designations.toml: designation `blue-keel`: names an unknown actor `red-keel`; define it in actors.toml or correct the name"
        ],
    );
}

#[test]
fn all_problems_are_told_at_once() {
    check(
        &[
            (STORY, "title = \"The meeting at the Long Pier\"", "title = \"\""),
            (FACTS, r#"place = "long-pier""#, r#"place = "short-pier""#),
            (DESIGNATIONS, "reason = \"Piracy\"", "reason = \" \""),
        ],
        expect![[r#"
            story.toml: has an empty title; write one
            facts.toml: fact `meeting`: names an unknown place `short-pier`; define it in story.toml or correct the name
            designations.toml: designation `admiral`: has an empty reason; write one"#]],
    );
}
