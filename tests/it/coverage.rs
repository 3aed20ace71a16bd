//! Tests of coverage: which facts rest on which sentence.

use sourceline::corpus::bundled;
use sourceline::coverage::{Coverage, Sums};
use sourceline::engine::Bundled;
use sourceline::model::{
    At, Dataset, Designation, DesignationId, Evidence, Fact, FactId, ParagraphKind, Record, Source, SourceId,
};
use sourceline::query::{Row, Selection};
use sourceline::words::EN;

use crate::sample::dataset;

fn source(data: &Dataset, key: &str) -> SourceId {
    data.find::<Source>(key).unwrap()
}

/// The keys of what rests on each sentence, a line a sentence: `3.1 text: meeting holm-office`.
fn told(data: &Dataset, coverage: &Coverage) -> Vec<String> {
    let sentences = coverage.sentences().map(|(at, kind, rows)| {
        let keys = rows.iter().map(|row| match row {
            Row::Fact(id) => data[*id].key(),
            Row::Designation(id) => data[*id].key(),
        });
        let keys: Vec<_> = keys.collect();
        format!("{}.{} {kind:?}: {}", at.paragraph, at.sentence, keys.join(" "))
    });
    sentences.collect()
}

#[test]
fn each_sentence_has_what_rests_on_it_facts_first() {
    let data = dataset();
    let one = Coverage::of(&data, source(&data, "report-one"));
    assert_eq!(
        told(&data, &one),
        [
            "1.1 Furniture: ",
            "2.1 Headline: meeting",
            "3.1 Text: meeting holm-office",
            "3.2 Text: calm-sea",
            "4.1 Text: no-details",
        ]
    );
    let two = Coverage::of(&data, source(&data, "report-two"));
    assert_eq!(
        told(&data, &two),
        [
            "1.1 Text: package",
            "2.1 Text: smuggling-measure rask blue-keel smuggling-person-2",
            "2.2 Text: rask-directs rask",
            "3.1 Text: piracy-measure admiral",
            "3.2 Text: rejection",
        ]
    );
}

#[test]
fn the_sums_count_each_fact_once() {
    let data = dataset();
    let sums = |key| Coverage::of(&data, source(&data, key)).sums();
    let one = Sums { about: 4, carrying: 4, credit: 0, furniture: 1, facts: 4, designations: 0 };
    assert_eq!(sums("report-one"), one);
    let two = Sums { about: 5, carrying: 5, credit: 0, furniture: 0, facts: 5, designations: 4 };
    assert_eq!(sums("report-two"), two);
}

#[test]
fn a_sentence_without_facts_does_not_carry() {
    let mut data = dataset();
    let id = source(&data, "report-one");
    data.facts.retain(|fact| fact.key != "no-details");
    data.sources[id.index()].paragraphs[0].kind = ParagraphKind::Credit;
    let sums = Coverage::of(&data, id).sums();
    assert_eq!((sums.about, sums.carrying, sums.credit, sums.furniture), (4, 3, 1, 0));
}

#[test]
fn there_is_nothing_at_a_place_that_the_source_does_not_have() {
    let data = dataset();
    let coverage = Coverage::of(&data, source(&data, "report-one"));
    let at = |paragraph, sentence| coverage.at(At { paragraph, sentence });
    assert_eq!(at(3, 1).map(|(kind, rows)| (kind, rows.len())), Some((ParagraphKind::Text, 2)));
    for (paragraph, sentence) in [(0, 1), (1, 0), (3, 3), (5, 1), (u32::MAX, u32::MAX)] {
        assert_eq!(at(paragraph, sentence), None, "{paragraph}.{sentence}");
    }
}

#[test]
fn every_evidence_of_the_bundled_story_is_covered() {
    let (data, _) = bundled().unwrap();
    let coverages: Vec<_> = data.all::<Source>().map(|(id, _)| Coverage::of(&data, id)).collect();
    let is_covered = |row: Row, evidence: &[Evidence]| {
        evidence.iter().all(|it| {
            let at = At { paragraph: it.paragraph.into(), sentence: it.sentence.into() };
            coverages[it.source.index()].at(at).is_some_and(|(_, rows)| rows.contains(&row))
        })
    };
    let fact = |(id, it): (FactId, &Fact)| is_covered(Row::Fact(id), &it.evidence);
    let designation =
        |(id, it): (DesignationId, &Designation)| is_covered(Row::Designation(id), &it.evidence);
    assert!(data.all::<Fact>().all(fact));
    assert!(data.all::<Designation>().all(designation));
    for (coverage, source) in coverages.iter().zip(&data.sources) {
        let sums = coverage.sums();
        assert_eq!(sums.carrying, sums.about, "{}: every sentence about the event has a fact", source.key);
    }
}

#[test]
fn the_dossier_of_a_sentence_shows_what_rests_on_it() {
    let (data, places) = bundled().unwrap();
    let engine = Bundled::new(data, places, &EN);
    let data = engine.data();
    for (id, source) in data.all::<Source>() {
        let of_source = Selection::Source(source.key.clone());
        for (at, kind, rows) in Coverage::of(data, id).sentences() {
            let selection = Selection::Sentence(source.key.clone(), at);
            let dossier = engine.dossier(&selection).unwrap();
            let cards: Vec<_> = dossier.sections.iter().flat_map(|it| &it.cards).collect();
            let keys = rows.iter().map(|row| match row {
                Row::Fact(id) => Selection::Fact(data[*id].key.clone()),
                Row::Designation(id) => Selection::Designation(data[*id].key.clone()),
            });
            assert!(keys.eq(cards.iter().map(|card| card.selection.clone())), "{selection}");
            let place = format!("¶ {}, sentence {}", at.paragraph, at.sentence);
            assert!(dossier.title.starts_with(&place), "{selection}: {}", dossier.title);
            assert_eq!(dossier.title.ends_with("headline"), kind == ParagraphKind::Headline);
            assert!(dossier.subtitle.iter().any(|span| span.to.as_ref() == Some(&of_source)));
            let hash = source.hash_at(at).unwrap().to_string();
            let told = |text: &str| dossier.terms.iter().flat_map(|it| &it.value).any(|it| it.text == text);
            assert!(told(&hash), "{selection}: {hash}");
        }
        let nowhere = At { paragraph: 99, sentence: 1 };
        assert_eq!(engine.dossier(&Selection::Sentence(source.key.clone(), nowhere)), None);
    }
    let unknown = Selection::Sentence("nowhere".to_owned(), At { paragraph: 1, sentence: 1 });
    assert_eq!(engine.dossier(&unknown), None);
}
