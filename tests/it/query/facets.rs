//! Facets: what they count, held against a count that is made here from the model alone.

use std::collections::BTreeSet;

use sourceline::corpus::bundled;
use sourceline::model::{Actor, ActorId, ActorKind, Dataset, Fact, FactKind, Keyed, LinkKind, ListingStatus};
use sourceline::query::{Choice, FACETS, Facet, FacetCounts, Query, Row, View, choices, facet_counts, rows};
use sourceline::words::EN;

use super::{facet, query};

/// One row of a view as a facet's key sees it.
#[derive(Clone, Copy)]
enum Line {
    Designation(usize),
    Fact(usize),
}

fn lines(data: &Dataset, view: View) -> Vec<Line> {
    let package = |fact: usize| data.facts[fact].counts.is_some();
    let listed = |fact: &usize| {
        let it = &data.facts[*fact];
        let inside = it.links.iter().any(|link| link.kind == LinkKind::PartOf && package(link.to.index()));
        let status = ListingStatus::of_measure(it.status);
        it.kind == FactKind::Measure && status.is_some() && !package(*fact) && !inside
    };
    let said = |fact: &usize| {
        let it = &data.facts[*fact];
        let attributed = it.attribution.speaker.is_some() || !it.attribution.via.is_empty();
        it.kind == FactKind::Statement || attributed
    };
    let shown = |fact: &usize| match view {
        View::Sanctions => listed(fact),
        View::Statements => said(fact),
        View::Network | View::Timeline | View::Sources | View::Opened => true,
    };
    let facts = (0..data.facts.len()).filter(shown).map(Line::Fact);
    let designations = if view == View::Statements { 0 } else { data.designations.len() };
    (0..designations).map(Line::Designation).chain(facts).collect()
}

/// The values of a row in a facet.
fn values(data: &Dataset, line: Line, key: &str) -> BTreeSet<String> {
    let (subject, objects): (ActorId, Vec<ActorId>) = match line {
        Line::Designation(it) => (data.designations[it].authority, vec![data.designations[it].target]),
        Line::Fact(it) => (data.facts[it].subject, data.facts[it].objects.clone()),
    };
    let targets: Vec<&Actor> = objects.iter().map(|id| &data[*id]).collect();
    let set = |values: Vec<&str>| values.into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
    match key {
        "side" => {
            let actors = targets.into_iter().chain([&data[subject]]);
            actors.filter_map(|it| it.side).map(|side| data[side].key.clone()).collect()
        }
        "target" => set(targets.iter().map(|it| it.kind.key()).collect()),
        "naming" => set(targets.iter().map(|it| it.naming.key()).collect()),
        "authority" => set(vec![&data[subject].key]),
        "country" => {
            let all: Vec<_> = targets.iter().flat_map(|it| &it.countries).map(String::as_str).collect();
            set(if all.is_empty() { vec!["none"] } else { all })
        }
        _ => match line {
            Line::Designation(it) => {
                let it = &data.designations[it];
                let group = &data[it.group];
                set(vec![match key {
                    "passed" => "material-conflict",
                    "status" => "happened",
                    "topic" => &data[data[group.measure].topic].key,
                    "listing" => it.status.key(),
                    "group" => &group.key,
                    _ => panic!("the test does not know the facet `{key}`"),
                }])
            }
            Line::Fact(it) => {
                let it = &data.facts[it];
                match key {
                    "passed" => set(vec![match (it.event_type, it.kind) {
                        (Some(event), _) => event.quad_class().key(),
                        (None, FactKind::Relation) => "relation",
                        (None, _) => "remark",
                    }]),
                    "status" => set(vec![it.status.key()]),
                    "topic" => set(vec![&data[it.topic].key]),
                    "listing" => set(match it.status.key() {
                        "happened" => vec!["imposed"],
                        "holds" => vec!["in-force"],
                        "under-discussion" | "planned" => vec!["under-discussion"],
                        _ => vec![],
                    }),
                    "group" => BTreeSet::new(),
                    "speaker" => set(vec![voice(data, it).map_or("report", |actor| &actor.key)]),
                    "speaker-side" => {
                        let side = voice(data, it).and_then(|actor| actor.side);
                        side.map(|side| data[side].key.clone()).into_iter().collect()
                    }
                    "event" => set(it.event_type.map(Keyed::key).into_iter().collect()),
                    // What these say is held against made-up stories elsewhere; here, that they are told apart.
                    "rests" => {
                        let id = data.find::<Fact>(&it.key).unwrap();
                        let disputed = data.is_disputed(id).then_some("disputed");
                        set(disputed.into_iter().chain(data.is_alone(id).then_some("alone")).collect())
                    }
                    _ => panic!("the test does not know the facet `{key}`"),
                }
            }
        },
    }
}

/// Who says it, or the channel where no speaker is named.
fn voice<'d>(data: &'d Dataset, fact: &Fact) -> Option<&'d Actor> {
    let actor = fact.attribution.speaker.or(fact.attribution.via.first().copied());
    actor.map(|actor| &data[actor])
}

/// What each value of a facet counts in a query without text, made anew.
fn recount(data: &Dataset, query: &Query, of: &Facet) -> Vec<(String, u64)> {
    let others: Vec<_> = FACETS
        .iter()
        .filter(|it| it.views.contains(&query.view) && it.key != of.key)
        .map(|it| (it.key, query.chosen(it)))
        .filter(|(_, chosen)| !chosen.is_empty())
        .collect();
    let all = lines(data, query.view);
    let possible: BTreeSet<String> = all.iter().flat_map(|line| values(data, *line, of.key)).collect();
    let left: Vec<_> = all
        .into_iter()
        .filter(|line| {
            let fits = |(key, chosen): &(&str, Vec<String>)| {
                values(data, *line, key).iter().any(|value| chosen.contains(value))
            };
            others.iter().all(fits)
        })
        .collect();
    let count = |value: &String| left.iter().filter(|it| values(data, **it, of.key).contains(value)).count();
    possible.into_iter().map(|value| (value.clone(), count(&value) as u64)).collect()
}

/// The values of a facet that a query counts.
fn choices_of(data: &Dataset, query: &Query, key: &str) -> Vec<Choice> {
    choices(&facet_counts(data, &EN, query), key).to_vec()
}

fn counted(counts: &FacetCounts) -> Vec<(String, u64)> {
    let mut pairs: Vec<_> = counts.choices.iter().map(|it| (it.value.clone(), it.count)).collect();
    pairs.sort();
    pairs
}

#[track_caller]
fn check(data: &Dataset, query: &Query) {
    let all = facet_counts(data, &EN, query);
    let keys: Vec<_> = Facet::of_view(query.view).map(|facet| facet.key).collect();
    assert_eq!(all.iter().map(|it| it.key.as_str()).collect::<Vec<_>>(), keys);
    for (facet, counts) in Facet::of_view(query.view).zip(all) {
        assert_eq!(counted(&counts), recount(data, query, facet), "{} of {}", facet.key, query.to_fragment());
        let chosen = query.chosen(facet);
        for choice in counts.choices {
            assert_eq!(choice.chosen, chosen.contains(&choice.value), "{}={}", facet.key, choice.value);
            assert!(!choice.label.trim().is_empty(), "{}={}", facet.key, choice.value);
        }
    }
}

#[test]
fn each_facet_has_a_key_of_its_own_and_a_label() {
    let keys: BTreeSet<_> = FACETS.iter().map(|facet| facet.key).collect();
    assert_eq!(keys.len(), FACETS.len());
    for taken in ["q", "sort", "focus", "as", "sel"] {
        assert!(!keys.contains(taken), "`{taken}` is another part of a link");
    }
    for view in View::ALL {
        let labels: BTreeSet<_> = Facet::of_view(view).map(|facet| facet.label(&EN)).collect();
        assert_eq!(labels.len(), Facet::of_view(view).count(), "two headings are the same in {view:?}");
    }
    for it in FACETS {
        assert!(!it.label(&EN).is_empty(), "{}", it.key);
        assert_eq!(facet(it.key).key, it.key);
    }
    assert!(Facet::find("nothing").is_none());
}

#[test]
fn every_value_of_a_row_has_a_label_and_no_other_has() {
    let (data, _) = bundled().unwrap();
    for facet in FACETS {
        for row in facet.views.iter().flat_map(|view| Row::of_view(&data, *view)) {
            for value in facet.values(&data, row) {
                let label = facet.value_label(&data, &EN, value);
                assert!(label.is_some_and(|label| !label.is_empty()), "{}={value}", facet.key);
            }
        }
        assert_eq!(facet.value_label(&data, &EN, "nothing-has-this"), None, "{}", facet.key);
    }
}

#[test]
fn no_two_values_of_a_facet_are_called_the_same() {
    let (data, _) = bundled().unwrap();
    for (facet, view) in FACETS.iter().flat_map(|facet| facet.views.iter().map(move |view| (facet, view))) {
        let choices = choices_of(&data, &Query::default().viewing(*view), facet.key);
        let labels: BTreeSet<_> = choices.iter().map(|choice| &choice.label).collect();
        assert_eq!(labels.len(), choices.len(), "{} of {view:?}", facet.key);
    }
}

#[test]
fn counts_are_what_a_count_of_the_facts_gives() {
    let (data, _) = bundled().unwrap();
    for view in View::ALL {
        let start = Query::default().viewing(view);
        check(&data, &start);
        let all = Facet::of_view(view).fold(start.clone(), |query, facet| query.with_chosen(facet, vec![]));
        check(&data, &all);
        for one in Facet::of_view(view) {
            for choice in choices_of(&data, &all, one.key) {
                let narrowed = all.toggled(one, &choice.value);
                check(&data, &narrowed);
                check(&data, &start.toggled(one, &choice.value));
                for other in Facet::of_view(view) {
                    let first = choices_of(&data, &narrowed, other.key).into_iter().find(|it| it.count > 0);
                    check(&data, &first.map_or(all.clone(), |it| narrowed.toggled(other, &it.value)));
                }
            }
        }
    }
}

#[test]
fn a_count_is_what_choosing_the_value_leaves() {
    let (data, _) = bundled().unwrap();
    for start in [
        "/network",
        "/network?side=russia",
        "/network?q=weapons",
        "/sanctions",
        "/sanctions?q=korea",
        "/statements",
        "/statements?rests=alone&q=arms",
    ] {
        let start = query(start);
        for facet in Facet::of_view(start.view) {
            for choice in choices_of(&data, &start, facet.key) {
                let only = start.with_chosen(facet, vec![choice.value.clone()]);
                assert_eq!(rows(&data, &only).len(), choice.count as usize, "{}={}", facet.key, choice.value);
            }
        }
    }
}

#[test]
fn facets_react_to_each_other_and_to_the_text_but_not_to_themselves() {
    let (data, _) = bundled().unwrap();
    let count = |fragment: &str, key: &str, value: &str| {
        choices_of(&data, &query(fragment), key).into_iter().find(|it| it.value == value).map(|it| it.count)
    };
    assert_eq!(count("/sanctions", "target", "person"), Some(10));
    assert_eq!(count("/sanctions?group=weapons-trade", "target", "person"), Some(4));
    assert_eq!(count("/sanctions?group=weapons-trade&target=company", "target", "person"), Some(4));
    assert_eq!(count("/sanctions?group=weapons-trade&target=company", "group", "nuclear-missile"), Some(0));
    assert_eq!(count("/sanctions?q=versor", "target", "company"), Some(1));
}

#[test]
fn the_list_begins_with_ten_persons_and_two_companies() {
    let (data, _) = bundled().unwrap();
    let found = rows(&data, &query("/sanctions"));
    let kind = |row: &Row| match row {
        Row::Designation(id) => data[data[*id].target].kind,
        Row::Fact(id) => panic!("`{}` is no designation", data[*id].key),
    };
    let kinds: Vec<_> = found.iter().map(kind).collect();
    assert_eq!(kinds.len(), 12);
    assert_eq!(kinds.iter().filter(|kind| **kind == ActorKind::Person).count(), 10);
    assert_eq!(kinds.iter().filter(|kind| **kind == ActorKind::Company).count(), 2);
}

#[test]
fn the_whole_list_has_every_other_measure_once() {
    let (data, _) = bundled().unwrap();
    let found = rows(&data, &query("/sanctions?listing=*"));
    let facts: Vec<_> = found
        .iter()
        .filter_map(|row| match row {
            Row::Fact(id) => Some(data[*id].key.as_str()),
            Row::Designation(_) => None,
        })
        .collect();
    for key in ["un-sanctions-on-members", "help-for-weapons-banned", "more-sanctions-on-russia"] {
        assert_eq!(facts.iter().filter(|it| **it == key).count(), 1, "{key}");
    }
    assert!(!facts.contains(&"seoul-sanctions-package"), "the package stands there as its designations");
    assert!(!facts.contains(&"sanction-on-defence-minister"), "so does what is a part of it");
    assert_eq!(found.len(), lines(&data, View::Sanctions).len());
}

#[test]
fn the_network_has_every_fact_and_every_designation() {
    let (data, _) = bundled().unwrap();
    assert_eq!(rows(&data, &Query::default()).len(), data.facts.len() + data.designations.len());
}
