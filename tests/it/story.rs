//! Tests of story: a small valid story, and one test for each way in which it can be wrong.

mod evidence;
mod facts;
mod files;
mod keys;
mod sums;
mod texts;
mod time;

use expect_test::{Expect, expect};
use sourceline::model::{ActorKind, Basis, Evidence};
use sourceline::passage::{hash, paragraphs, sentences};
use sourceline::story::{FILES, Problem, read, report};

use crate::sample::{self, changed, dataset};

/// The problems of the story after `changes`, one a line.
#[track_caller]
fn check(changes: &[(&str, &str, &str)], expected: Expect) {
    expected.assert_eq(&lines(&changed(changes).expect_err("the story has a problem")));
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n")
}

const STORY: &str = "story.toml";
const SOURCES: &str = "sources.toml";
const ACTORS: &str = "actors.toml";
const FACTS: &str = "facts.toml";
const DESIGNATIONS: &str = "designations.toml";

mod a_valid_story {
    use super::*;

    #[test]
    fn is_read_into_records_that_refer_to_each_other() {
        let data = dataset();
        assert_eq!((data.story.key.as_str(), data.story.period.as_str()), ("long-pier", "March 2020"));
        assert_eq!((data.sources.len(), data.actors.len()), (2, 10));
        assert_eq!((data.facts.len(), data.groups.len(), data.designations.len()), (9, 2, 4));

        let rask = &data.designations[0];
        assert_eq!(data[rask.target].name, "Jon Rask");
        assert_eq!(data[rask.target].kind, ActorKind::Person);
        assert_eq!(data[data[rask.group].package].key, "package");
    }

    #[test]
    fn gives_each_evidence_the_hash_of_its_sentence() {
        let data = dataset();
        let all: Vec<&Evidence> = data.facts.iter().flat_map(|fact| &fact.evidence).collect();
        assert_eq!(all.len(), 10);
        for one in all {
            assert_eq!(Some(&one.hash), data[one.source].sentence(one.paragraph, one.sentence));
        }
    }

    #[test]
    fn has_the_sentences_of_its_documents() {
        let data = dataset();
        let documents = [include_str!("../data/report-one.txt"), include_str!("../data/report-two.txt")];
        for (source, text) in data.sources.iter().zip(documents) {
            let found: Vec<Vec<_>> =
                paragraphs(text).map(|it| sentences(it).into_iter().map(hash).collect()).collect();
            let told: Vec<_> = source
                .paragraphs
                .iter()
                .map(|it| it.sentences.iter().map(|hash| **hash).collect::<Vec<_>>())
                .collect();
            assert_eq!(found, told, "{}", source.key);
        }
    }

    #[test]
    fn fills_in_what_may_be_left_out() {
        let data = dataset();
        let [eastland, westland, ..] = &*data.actors else { panic!("two actors") };
        assert_eq!((eastland.short.as_str(), westland.short.as_str()), ("Eastland", "Westland"));

        let when = |key: &str| {
            let when = &data.facts.iter().find(|fact| fact.key == key).expect("a fact").when;
            let text = |date: Option<_>| {
                date.map_or("-".to_owned(), |date: sourceline::model::Date| date.to_string())
            };
            (text(when.start), text(when.end), when.basis)
        };
        let day = |text: &str| text.to_owned();
        assert_eq!(when("meeting"), (day("2020-03-03"), day("2020-03-03"), Basis::Weekday));
        assert_eq!(when("holm-office"), (day("2020-03-04"), day("-"), Basis::ReportDate));
        assert_eq!(when("no-details"), (day("-"), day("-"), Basis::NotGiven));
    }

    #[test]
    fn gives_quoted_words_the_speaker_of_the_fact_unless_another_is_named() {
        let data = dataset();
        let speaker = |evidence: &Evidence| data[evidence.exact.as_ref().expect("words").speaker].key.clone();
        let calm = data.facts.iter().find(|fact| fact.key == "calm-sea").expect("a fact");
        assert_eq!(speaker(&calm.evidence[0]), "ida-holm");
        assert_eq!(speaker(&data.designations[0].evidence[0]), "westland");
    }

    #[test]
    fn is_the_same_in_whatever_order_its_files_come() {
        let mut files = sample::FILES;
        files.reverse();
        assert_eq!(read(&files, "long-pier"), Ok(dataset()));
    }
}

/// The build script prints this and fails.
#[test]
fn the_report_of_a_failed_build_names_folder_file_record_and_reason() {
    let problems = changed(&[
        (FACTS, r#"place = "long-pier""#, r#"place = "short-pier""#),
        (FACTS, "text = \"Jon Rask is director of Blue Keel Ltd.\"", "text = \"\""),
    ]);
    expect![[r#"
        the story in src/corpus/long-pier has 2 problems:
          facts.toml: fact `meeting`: names an unknown place `short-pier`; define it in story.toml or correct the name
          facts.toml: fact `rask-directs`: has an empty text; write one
    "#]].assert_eq(&report("src/corpus/long-pier", &problems.expect_err("two problems")));
}
