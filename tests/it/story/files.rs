//! The files of a story as a whole.

use expect_test::expect;

use super::*;

#[test]
fn toml_that_cannot_be_parsed_is_told_with_its_line() {
    check(
        &[(STORY, r#"period = "March 2020""#, "period = March")],
        expect![
            "story.toml: line 3: cannot be read: string values must be quoted, expected literal string; correct the TOML there; src/story/raw.rs says which fields there are"
        ],
    );
}

#[test]
fn an_unknown_field_is_told() {
    check(
        &[(ACTORS, "aliases = [", "alias = [")],
        expect![
            "actors.toml: line 21: cannot be read: unknown field `alias`, expected one of `key`, `name`, `short`, `aliases`, `description`, `kind`, `naming`, `side`, `countries`; correct the TOML there; src/story/raw.rs says which fields there are"
        ],
    );
}

#[test]
fn a_field_that_is_missing_is_told() {
    check(
        &[(FACTS, "key = \"no-details\"\n", "")],
        expect![
            "facts.toml: line 34: cannot be read: missing field `key`; correct the TOML there; src/story/raw.rs says which fields there are"
        ],
    );
}

#[test]
fn a_value_that_there_is_not_is_told() {
    check(
        &[(FACTS, r#"status = "reported-absence""#, r#"status = "rumoured""#)],
        expect![
            "facts.toml: line 40: cannot be read: unknown variant `rumoured`, expected one of `stated`, `happened`, `holds`, `planned`, `under-discussion`, `denied`, `reported-absence`; correct the TOML there; src/story/raw.rs says which fields there are"
        ],
    );
}

#[test]
fn a_missing_file_is_told() {
    let problems = read(&sample::FILES[..3], "long-pier").expect_err("two files are missing");
    expect![[r#"
        facts.toml: is missing; add it, empty if there is nothing to say
        designations.toml: is missing; add it, empty if there is nothing to say"#]]
    .assert_eq(&lines(&problems));
}

#[test]
fn a_file_that_is_there_twice_is_told() {
    let mut files = sample::FILES.to_vec();
    files.push(sample::FILES[2]);
    expect!["actors.toml: is there twice; keep one of them"]
        .assert_eq(&lines(&read(&files, "long-pier").expect_err("a file is there twice")));
}

#[test]
fn a_file_that_no_story_has_is_told() {
    let mut files = sample::FILES.to_vec();
    files.push(("notes.toml", ""));
    expect!["notes.toml: is not a file of a story; a story has story.toml, sources.toml, actors.toml, facts.toml, designations.toml"].assert_eq(&lines(&read(&files, "long-pier").expect_err("a file too many")));
}

#[test]
fn every_file_is_parsed_before_the_story_is_given_up() {
    let files = FILES.map(|name| (name, "]"));
    assert_eq!(read(&files, "long-pier").expect_err("no file parses").len(), FILES.len());
}
