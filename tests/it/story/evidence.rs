//! Sources and the places in them.

use expect_test::expect;

use super::*;

const ABSENCE: &str = "{ source = \"report-one\", paragraph = 4, sentence = 1 }";
const CALM: &str = "exact = \"We want a calm sea\"";

#[test]
fn a_record_without_evidence_is_told() {
    check(
        &[(FACTS, ABSENCE, "")],
        expect![
            "facts.toml: fact `no-details`: has no evidence; name the sentence that says it, or leave the record out"
        ],
    );
    check(
        &[(DESIGNATIONS, "{ source = \"report-two\", paragraph = 3, sentence = 1 }", "")],
        expect![
            "designations.toml: designation `admiral`: has no evidence; name the sentence that says it, or leave the record out"
        ],
    );
}

#[test]
fn a_place_past_the_end_is_told() {
    let at = |place: &str| format!("{{ source = \"report-one\", {place} }}");
    check(
        &[(FACTS, ABSENCE, &at("paragraph = 5, sentence = 1"))],
        expect![
            "facts.toml: fact `no-details`: points to paragraph 5 of `report-one`, which has 4; correct the number; paragraphs are non-empty lines, counted from 1"
        ],
    );
    check(
        &[(FACTS, ABSENCE, &at("paragraph = 0, sentence = 1"))],
        expect![
            "facts.toml: fact `no-details`: points to paragraph 0 of `report-one`, which has 4; correct the number; paragraphs are non-empty lines, counted from 1"
        ],
    );
    check(
        &[(FACTS, ABSENCE, &at("paragraph = 4, sentence = 2"))],
        expect![
            "facts.toml: fact `no-details`: points to sentence 2 of paragraph 4 of `report-one`, which has 1; correct the number; sentences are counted from 1"
        ],
    );
    check(
        &[(FACTS, ABSENCE, &at("paragraph = 4, sentence = 0"))],
        expect![
            "facts.toml: fact `no-details`: points to sentence 0 of paragraph 4 of `report-one`, which has 1; correct the number; sentences are counted from 1"
        ],
    );
}

#[test]
fn evidence_on_furniture_is_told() {
    check(
        &[(FACTS, ABSENCE, "{ source = \"report-one\", paragraph = 1, sentence = 1 }")],
        expect![
            "facts.toml: fact `no-details`: rests on paragraph 1 of `report-one`, which is furniture; point to the text, or correct the kind of the paragraph"
        ],
    );
}

#[test]
fn a_hash_that_is_none_is_told() {
    let sentence = sample::FILES[1].1.lines().find(|line| line.contains("sentences = [\"")).expect("a hash");
    check(
        &[(SOURCES, sentence, "sentences = [\"abc\"]")],
        expect![
            "sources.toml: source `report-one`: the hash of sentence 1 of paragraph 1 is `abc`, which is not 64 hexadecimal digits; copy what `site passages FILE` writes"
        ],
    );
    let sha256 = sample::FILES[1].1.lines().find(|line| line.contains("sha256")).expect("a hash");
    check(
        &[(SOURCES, sha256, "sha256 = \"\"")],
        expect![
            "sources.toml: source `report-one`: the hash of the document is ``, which is not 64 hexadecimal digits; copy what `site passages FILE` writes"
        ],
    );
}

#[test]
fn a_source_without_text_is_told() {
    let text = sample::FILES[1].1;
    let (head, _) = text.split_once("\n[[source.paragraph]]").expect("a paragraph");
    let (_, next) = text.rsplit_once("[[source]]").expect("a source");
    let empty = format!("{head}paragraph = []\n[[source]]{next}");
    check(
        &[(SOURCES, text, &empty), (FACTS, sample::FILES[3].1, "")],
        expect![[r#"
        sources.toml: source `report-one`: has no paragraphs; list them; `site passages FILE` writes the list
        designations.toml: group `smuggling`: names an unknown fact `smuggling-measure`; define it in facts.toml or correct the name
        designations.toml: group `smuggling`: names an unknown fact `package`; define it in facts.toml or correct the name
        designations.toml: group `piracy`: names an unknown fact `piracy-measure`; define it in facts.toml or correct the name
        designations.toml: group `piracy`: names an unknown fact `package`; define it in facts.toml or correct the name"#]],
    );
    check(
        &[(SOURCES, "kind = \"headline\"\n", "kind = \"headline\"\nsentences = []#")],
        expect![[r#"
        sources.toml: source `report-one`: paragraph 2 has no sentences; give the hash of each
        facts.toml: fact `meeting`: points to sentence 1 of paragraph 2 of `report-one`, which has 0; correct the number; sentences are counted from 1"#]],
    );
}

#[test]
fn more_than_thirty_quoted_words_are_told() {
    let words = |count: usize| format!("exact = {:?}", vec!["sea"; count].join(" "));
    assert!(changed(&[(FACTS, CALM, &words(30))]).is_ok());
    check(
        &[(FACTS, CALM, &words(31))],
        expect![
            "facts.toml: fact `calm-sea`: quotes 31 words in `exact`; keep 30 at most, and say the rest in our own words"
        ],
    );
}

#[test]
fn quoted_words_without_a_speaker_are_told() {
    check(
        &[(FACTS, "paragraph = 4, sentence = 1", "paragraph = 4, sentence = 1, exact = \"no\"")],
        expect![
            "facts.toml: fact `no-details`: quotes somebody in `exact`, but nobody speaks; name the `exact_speaker`"
        ],
    );
}

#[test]
fn a_speaker_without_quoted_words_is_told() {
    check(
        &[(FACTS, CALM, "exact_speaker = \"ida-holm\"")],
        expect![
            "facts.toml: fact `calm-sea`: has an `exact_speaker`, but no `exact`; quote the words, or leave the speaker out"
        ],
    );
}

#[test]
fn quotation_marks_around_quoted_words_are_told() {
    check(
        &[(FACTS, CALM, "exact = \"“We want a calm sea”\"")],
        expect!["facts.toml: fact `calm-sea`: has quotation marks around `exact`; give the words alone"],
    );
    check(
        &[(FACTS, CALM, "exact = \"\"")],
        expect!["facts.toml: fact `calm-sea`: has an empty `exact`; write one"],
    );
}
