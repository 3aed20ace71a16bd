//! Whether the designations add up.

use expect_test::expect;

use super::*;

const SMUGGLING: &str = "package = \"package\"\ncounts = { person = 2, company = 1 }";

#[test]
fn a_group_that_does_not_have_its_count_is_told() {
    check(
        &[(DESIGNATIONS, SMUGGLING, "package = \"package\"\ncounts = { person = 3, company = 1 }")],
        expect![[r#"
            designations.toml: group `smuggling`: counts 3 persons and 1 company, but its designations are 2 persons and 1 company; add what is missing, take away what is too many, or correct the counts
            designations.toml: group `smuggling`: counts 3 persons and 1 company, but its measure `smuggling-measure` has 2 persons and 1 company; correct one of them
            facts.toml: fact `package`: counts 3 persons and 1 company, but the groups of the package are 4 persons and 1 company; correct the counts of one of them, or add the group that is missing"#]],
    );
    check(
        &[(DESIGNATIONS, "target = \"jon-rask\"", "target = \"blue-keel\"")],
        expect![[r#"
        designations.toml: designation `blue-keel`: designates `blue-keel` once more than `rask`; keep one of them, or correct the target, the authority or the group
        designations.toml: group `smuggling`: counts 2 persons and 1 company, but its designations are 1 person and 2 companies; add what is missing, take away what is too many, or correct the counts"#]],
    );
}

#[test]
fn a_measure_with_other_counts_than_its_group_is_told() {
    let piracy = "counts = { person = 1, company = 0 }";
    check(
        &[(FACTS, piracy, "counts = { person = 1, company = 2 }")],
        expect![
            "designations.toml: group `piracy`: counts 1 person and 0 companies, but its measure `piracy-measure` has 1 person and 2 companies; correct one of them"
        ],
    );
    check(
        &[(FACTS, piracy, "")],
        expect![
            "designations.toml: group `piracy`: names the measure `piracy-measure`, which has no counts; give the measure its counts, or name another"
        ],
    );
}

#[test]
fn a_package_that_is_not_the_sum_of_its_groups_is_told() {
    let package = "counts = { person = 3, company = 1 }";
    check(
        &[(FACTS, package, "counts = { person = 10, company = 2 }")],
        expect![
            "facts.toml: fact `package`: counts 10 persons and 2 companies, but the groups of the package are 3 persons and 1 company; correct the counts of one of them, or add the group that is missing"
        ],
    );
    check(
        &[(FACTS, package, "")],
        expect![
            "facts.toml: fact `package`: is the package of a group, but has no counts; give it the counts of the report"
        ],
    );
}

#[test]
fn counts_without_a_group_are_told() {
    let measure = "kind = \"statement\"\nsubject = \"eastland-spokesman\"\nobjects";
    let counted =
        "kind = \"measure\"\ncounts = { person = 1, company = 0 }\nsubject = \"eastland-spokesman\"\nobjects";
    check(
        &[(FACTS, measure, counted)],
        expect![
            "facts.toml: fact `rejection`: has counts, but no group of designations belongs to it; add the group to designations.toml, or leave the counts out"
        ],
    );
}

#[test]
fn a_target_that_is_neither_person_nor_company_is_told() {
    check(
        &[(DESIGNATIONS, "target = \"eastland-admiral\"", "target = \"eastland\"")],
        expect![[r#"
        designations.toml: designation `admiral`: has the target `eastland`, which is neither a person nor a company; correct the target or its kind
        designations.toml: group `piracy`: counts 1 person and 0 companies, but its designations are 0 persons and 0 companies; add what is missing, take away what is too many, or correct the counts"#]],
    );
}

#[test]
fn a_target_that_is_designated_twice_is_told() {
    check(
        &[(DESIGNATIONS, "target = \"smuggler-2\"", "target = \"jon-rask\"")],
        expect![
            "designations.toml: designation `smuggling-person-2`: designates `jon-rask` once more than `rask`; keep one of them, or correct the target, the authority or the group"
        ],
    );
}

#[test]
fn a_status_that_is_not_that_of_the_measure_is_told() {
    check(
        &[(DESIGNATIONS, "status = \"imposed\"\nnote", "status = \"under-discussion\"\nnote")],
        expect![
            "designations.toml: designation `smuggling-person-2`: has another status than the measure `smuggling-measure` that imposes it; correct one of them"
        ],
    );
}
