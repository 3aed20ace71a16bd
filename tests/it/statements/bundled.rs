//! The statements of the bundled story.

use std::collections::BTreeSet;

use sourceline::engine::{Reply, Said, Statements};
use sourceline::model::{Fact, LinkKind};
use sourceline::query::{Facet, Query, Selection, View, choices};

use crate::engine::{engine, facets};

#[track_caller]
fn statements(fragment: &str) -> Statements {
    let parsed = Query::parse(fragment);
    assert_eq!(parsed.notices, [], "{fragment}");
    engine().statements(&parsed.query)
}

/// All that has its place in the view, in its order.
fn placed(statements: &Statements) -> Vec<&Said> {
    fn replies<'a>(all: &mut Vec<&'a Said>, list: &'a [Reply]) {
        for reply in list.iter().filter(|reply| reply.guest.is_none()) {
            all.push(&reply.said);
            replies(all, &reply.replies);
        }
    }
    let mut all = Vec::new();
    for thread in statements.chapters.iter().flat_map(|chapter| &chapter.threads) {
        all.push(&thread.claim);
        replies(&mut all, &thread.under);
        replies(&mut all, &thread.beside);
    }
    all
}

fn key(selection: &Selection) -> String {
    selection.to_string().replacen("fact:", "", 1)
}

/// The keys of all statements that have a place, folded ones too.
fn keys(statements: &Statements) -> Vec<String> {
    let cards = placed(statements).into_iter().flat_map(|it| [&it.card].into_iter().chain(&it.again));
    cards.map(|card| key(&card.selection)).collect()
}

#[test]
fn every_statement_has_one_place_under_its_own_topic() {
    let engine = engine();
    let data = engine.data();
    let all = statements("/statements");
    let said: BTreeSet<_> = data.facts.iter().filter(|it| it.is_said()).map(|it| it.key.clone()).collect();
    let placed = keys(&all);
    assert_eq!(placed.iter().cloned().collect::<BTreeSet<_>>(), said);
    assert_eq!((placed.len(), all.of, all.tally.statements), (said.len(), said.len(), said.len()));
    for chapter in &all.chapters {
        let one = Statements { chapters: vec![chapter.clone()], ..all.clone() };
        for key in keys(&one) {
            let fact = &data[data.find::<Fact>(&key).unwrap()];
            assert_eq!(data[fact.topic].key, chapter.key, "{key}");
        }
        assert_eq!(keys(&one).len(), chapter.tally.statements, "{}", chapter.key);
    }
    let order: Vec<_> = all.chapters.iter().map(|it| it.key.as_str()).collect();
    let topics: Vec<_> = data.topics.iter().map(|it| it.key.as_str()).collect();
    assert_eq!(order, topics, "every topic of the story is spoken of, in its order");
}

#[test]
fn every_choice_of_a_facet_leaves_as_many_statements_as_it_says() {
    let engine = engine();
    let start = Query::default().viewing(View::Statements);
    for facet in Facet::of_view(View::Statements) {
        for choice in choices(&facets(&engine, &start), facet.key) {
            let all = engine.statements(&start.toggled(facet, &choice.value));
            assert_eq!(all.tally.statements, choice.count as usize, "{}={}", facet.key, choice.value);
            assert_eq!(keys(&all).len(), choice.count as usize, "{}={}", facet.key, choice.value);
        }
    }
}

#[test]
fn marks_and_numbers_agree_with_the_facet() {
    let all = statements("/statements");
    let count = |value: &str| statements(&format!("/statements?rests={value}")).tally.statements;
    assert_eq!((all.tally.disputed, all.tally.alone), (count("disputed"), count("alone")));
    let sum = |of: fn(&sourceline::engine::Tally) -> usize| {
        all.chapters.iter().map(|chapter| of(&chapter.tally)).sum::<usize>()
    };
    assert_eq!((sum(|it| it.disputed), sum(|it| it.alone)), (all.tally.disputed, all.tally.alone));
    for said in placed(&statements("/statements?rests=disputed")) {
        assert!(said.disputed, "{:?}", said.card.selection);
    }
    for said in placed(&statements("/statements?rests=alone")) {
        assert!(said.alone, "{:?}", said.card.selection);
        assert_eq!(said.rests, "one speaker alone");
    }
}

#[test]
fn putins_assurance_stands_beside_those_who_contradict_it() {
    let all = statements("/statements");
    let mut threads = all.chapters.iter().flat_map(|chapter| &chapter.threads);
    let thread = threads
        .find(|it| it.claim.card.selection == Selection::Fact("putin-never-violates".into()))
        .expect("a thread begins with it");
    assert_eq!(thread.claim.side.as_deref(), Some("Russia"));
    assert!(thread.claim.disputed && thread.claim.alone);
    let again: Vec<_> = thread.claim.again.iter().map(|card| key(&card.selection)).collect();
    assert_eq!(again, ["putin-abides-by-sanctions"]);
    let beside: Vec<_> =
        thread.beside.iter().map(|it| (it.word.as_str(), key(&it.said.card.selection))).collect();
    assert_eq!(
        beside,
        [
            ("contradicts", "putin-defied-resolutions".to_owned()),
            ("answers and contradicts", "aide-rejects-putins-word".to_owned()),
            ("contradicts", "military-transactions".to_owned()),
            ("contradicts", "weapons-trade-with-russia".to_owned()),
        ]
    );
    assert!(thread.beside.iter().all(|it| it.said.side.as_deref() == Some("South Korea")));
    assert!(thread.beside.iter().all(|it| it.kind == LinkKind::Contradicts && !it.back));
}

#[test]
fn accounts_disagree_in_one_place() {
    let disputes = statements("/statements").disputes;
    let told: Vec<_> = disputes
        .iter()
        .map(|it| (key(&it.claim.selection), it.claim.voice.as_str(), it.topic.as_str(), it.against.len()))
        .collect();
    assert_eq!(
        told,
        [("putin-never-violates".to_owned(), "Vladimir Putin", "Keeping to the resolutions", 4)]
    );
    // Any of those who contradict brings the dispute along, and who has no part in it does not.
    assert_eq!(statements("/statements?speaker=south-korea-presidential-aide").disputes, disputes);
    assert_eq!(statements("/statements?speaker=john-kirby").disputes, []);
}

#[test]
fn every_statement_says_who_where_when_and_on_what_it_rests() {
    let engine = engine();
    for said in placed(&statements("/statements")) {
        let name = key(&said.card.selection);
        assert!(!said.voice.text.is_empty() && !said.rests.contains("{}"), "{name}");
        assert!(!said.card.places.is_empty() && !said.card.when.is_empty(), "{name}");
        assert!(said.card.chain.iter().any(|span| matches!(span.to, Some(Selection::Source(_)))), "{name}");
        for (word, mention) in &said.links {
            assert!(!word.is_empty() && engine.dossier(&mention.selection).is_some(), "{name}");
        }
    }
}

#[test]
fn support_through_the_same_voice_or_channel_is_not_counted() {
    let engine = engine();
    let data = engine.data();
    let voices = |key: &str| -> Vec<&str> {
        let voices = data.rests_on(data.find::<Fact>(key).unwrap());
        voices.iter().filter_map(|it| data[*it].voice()).map(|it| data[it].key.as_str()).collect()
    };
    // KCNA tells of the invitation that came through KCNA.
    assert_eq!(voices("kim-invites-putin"), ["kim-jong-un"]);
    // Lim speaks for the ministry.
    assert_eq!(voices("putin-defied-resolutions"), ["south-korea-foreign-ministry"]);
    assert_eq!(voices("putin-never-violates"), ["vladimir-putin"]);
    assert_eq!(voices("lim-warns-moscow"), ["lim-soo-suk", "kim-yung-ho", "chang-ho-jin"]);
}
