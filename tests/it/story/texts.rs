//! Texts that readers see.

use expect_test::expect;

use super::*;

#[test]
fn an_empty_text_is_told() {
    check(
        &[(ACTORS, "name = \"Ida Holm\"", "name = \"\"")],
        expect!["actors.toml: actor `ida-holm`: has an empty name; write one"],
    );
    check(
        &[(ACTORS, "aliases = [\"Holm\"]", "aliases = [\"\"]")],
        expect!["actors.toml: actor `ida-holm`: has an empty alias; write one"],
    );
    check(
        &[(ACTORS, "short = \"Westland\"", "short = \"\"")],
        expect!["actors.toml: actor `westland`: has an empty `short`; write one, or leave it out"],
    );
    check(
        &[(FACTS, "text = \"Jon Rask is director of Blue Keel Ltd.\"", "text = \" \"")],
        expect!["facts.toml: fact `rask-directs`: has an empty text; write one"],
    );
    check(
        &[(FACTS, "note = \"The report does not name the admiral.\"", "note = \"\"")],
        expect!["facts.toml: fact `piracy-measure`: has an empty note; write one, or leave it out"],
    );
    check(
        &[(STORY, "label = \"The sea\"", "label = \"\"")],
        expect!["story.toml: topic `sea`: has an empty label; write one"],
    );
    check(
        &[(STORY, "name = \"Long Pier\"", "name = \"\"")],
        expect!["story.toml: place `long-pier`: has an empty name; write one"],
    );
    check(
        &[(SOURCES, "publisher = \"The Tidewatch\"", "publisher = \"\"")],
        expect!["sources.toml: source `report-one`: has an empty publisher; write one, or leave it out"],
    );
    check(
        &[(DESIGNATIONS, "label = \"Piracy\"", "label = \"\"")],
        expect!["designations.toml: group `piracy`: has an empty label; write one"],
    );
}

#[test]
fn a_country_that_is_no_code_is_told() {
    check(
        &[(STORY, "country = \"aq\"", "country = \"AQ\"")],
        expect![
            "story.toml: place `long-pier`: has `AQ` as a country; write the two lower-case letters of ISO 3166-1 alpha-2"
        ],
    );
    check(
        &[(
            ACTORS,
            "description = \"A company\"",
            "countries = [\"west\"]
description = \"A company\"",
        )],
        expect![
            "actors.toml: actor `blue-keel`: has `west` as a country; write the two lower-case letters of ISO 3166-1 alpha-2"
        ],
    );
}
