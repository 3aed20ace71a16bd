//! Relations: who is meant, neighbours, components.

use proptest::collection::vec;
use proptest::prelude::*;
use sourceline::import::Record;
use sourceline::import::record::{Relation, RelationKind, Whom};
use sourceline::store::{ActorId, Store};

use super::made::{named, plain, record, store};

fn to(whom: Whom) -> Relation {
    Relation { kind: RelationKind::UnknownLink, to: whom, inverse: false, role: None, start: None, end: None }
}

fn linked(id: &str, names: &[&str], to_names: &[&str]) -> Record {
    let mut record = named(id, names);
    record.relations = to_names.iter().map(|name| to(Whom::Name((*name).to_owned()))).collect();
    record
}

/// For each relation of an actor, whom it means.
fn meant(store: &Store, actor: u32) -> Vec<Vec<u32>> {
    store.links_from(ActorId(actor)).iter().map(|link| link.to.iter().map(|it| it.0).collect()).collect()
}

#[test]
fn a_name_means_whoever_has_it_as_it_is_folded() {
    let store = store(&[
        linked("a", &["Bank Bílý"], &[]),
        linked("b", &["Anna"], &["BANK, BILY", "Nobody", "Karl", "bank"]),
        linked("c", &["Karl", "Other"], &["KARL"]),
        linked("d", &["KARL"], &["Anna", "anna"]),
        linked("e", &["Mia", "Karl", "Bob"], &["bob"]),
    ]);
    assert_eq!(meant(&store, 1), [vec![0], vec![], vec![2, 3], vec![]]);
    // Nobody is linked to itself where another has the name too.
    assert_eq!(meant(&store, 2), [vec![3]]);
    assert_eq!(meant(&store, 3), [vec![1], vec![1]]);
    // A primary name is meant before another; a name that only it has is its own.
    assert_eq!(meant(&store, 4), [vec![4]]);
    let told = store.neighbours(ActorId(1), 9);
    let some: Vec<_> = told.some.iter().map(|it| (it.actor.0, it.relations, it.certain)).collect();
    assert_eq!(some, [(3, 3, true), (0, 1, true), (2, 1, false)]);
    assert_eq!(store.neighbours(ActorId(1), 1).more, 2);
    assert_eq!([0, 1, 2, 3].map(|it| store.degree(ActorId(it))), [1, 2, 1, 2]);
    let (unresolved, more) = store.unresolved(1);
    assert_eq!((unresolved.len(), more), (1, 1));
    assert_eq!(unresolved[0].relation.to, Whom::Name("Nobody".to_owned()));
    assert_eq!(store.ambiguous(9).0.len(), 1);
    let (links, more) = store.links_to(ActorId(1), 1);
    assert_eq!((links[0].from, more), (ActorId(3), 1));
}

#[test]
fn an_id_means_the_entry_of_its_own_list_and_a_name_that_list_first() {
    let other = |id: &str, name: &str| Record { list: "other".to_owned(), ..named(id, &[name]) };
    let mut first = named("1", &["Anna"]);
    first.relations = ["2", "3"].map(|id| to(Whom::Id(id.to_owned()))).to_vec();
    first.relations.extend(["Karl", "Zoe"].map(|name| to(Whom::Name(name.to_owned()))));
    let store = store(&[first, other("2", "Karl"), named("2", &["Karl"]), other("3", "Zoe")]);
    assert_eq!(meant(&store, 0), [vec![2], vec![], vec![2], vec![3]]);
}

#[test]
fn a_component_is_whoever_is_certainly_connected() {
    let store = store(&[
        linked("a", &["Anna"], &[]),
        linked("b", &["Karl"], &["Zoe"]),
        linked("c", &["Twin"], &["Anna"]),
        linked("d", &["Twin"], &[]),
        linked("e", &["Zoe"], &["Mia", "Twin"]),
        linked("f", &["Mia"], &[]),
    ]);
    let components = store.components();
    assert_eq!(components.of, [1, 0, 1, 2, 0, 0]);
    assert_eq!(components.sizes, [3, 2, 1]);
}

#[test]
fn a_name_that_all_have_and_all_name_costs_no_square() {
    let names = ["Same"; 20_000];
    let records: Vec<_> =
        names.iter().enumerate().map(|(at, name)| linked(&at.to_string(), &[name], &[name])).collect();
    let store = store(&records);
    assert!(store.bytes().relations < 20_000 * 100);
    let told = store.neighbours(ActorId(5), 10);
    assert_eq!((told.some.len(), told.more), (10, 20_000 - 11));
    assert!(told.some.iter().all(|it| !it.certain));
    assert_eq!(store.components().sizes.len(), 20_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn whoever_is_meant_is_who_the_long_way_finds(records in vec(record(), 0..14)) {
        let store = store(&records);
        let (actors, _) = plain(&records);
        let mut pairs = vec![vec![false; actors.len()]; actors.len()];
        for (at, actor) in actors.iter().enumerate() {
            let mut told: Vec<Relation> = Vec::new();
            for relation in actor.records.iter().flat_map(|it| &it.relations) {
                if !told.contains(relation) {
                    told.push(relation.clone());
                }
            }
            let links = store.links_from(ActorId(at as u32));
            prop_assert_eq!(links.iter().map(|it| &it.relation).collect::<Vec<_>>(), told.iter().collect::<Vec<_>>());
            for link in links {
                let is_meant = |it: &usize| match &link.relation.to {
                    Whom::Id(id) => actors[*it].id == *id && actors[*it].list == actor.list,
                    Whom::Name(name) => !name.is_empty() && actors[*it].names().iter().any(|(_, it)| it == name),
                };
                let all: Vec<_> = (0..actors.len()).filter(is_meant).collect();
                let is_primary = |it: usize| match &link.relation.to {
                    Whom::Id(_) => true,
                    Whom::Name(name) => actors[it].names().contains(&(0, name.clone())),
                };
                let distance = |it: usize| (actors[it].list != actor.list, !is_primary(it));
                let nearest = all.iter().map(|it| distance(*it)).min();
                let mut meant = all;
                meant.retain(|it| Some(distance(*it)) == nearest);
                if meant.len() > 1 {
                    meant.retain(|it| *it != at);
                }
                let told: Vec<_> = link.to.iter().map(|it| it.0 as usize).collect();
                prop_assert_eq!(&told, &meant);
                if let [only] = meant[..] && only != at {
                    pairs[at][only] = true;
                    pairs[only][at] = true;
                }
            }
        }
        let components = store.components();
        for (at, row) in pairs.iter().enumerate() {
            let near: Vec<_> = (0..row.len()).filter(|it| row[*it]).collect();
            prop_assert_eq!(store.degree(ActorId(at as u32)), near.len());
            let told = store.neighbours(ActorId(at as u32), usize::MAX);
            let mut certain: Vec<_> = told.some.iter().filter(|it| it.certain).map(|it| it.actor.0 as usize).collect();
            certain.sort_unstable();
            prop_assert_eq!(&certain, &near);
            for other in near {
                prop_assert_eq!(components.of[at], components.of[other]);
            }
        }
        prop_assert_eq!(components.sizes.iter().sum::<u32>() as usize, actors.len());
        prop_assert!(components.sizes.is_sorted_by(|a, b| a >= b));
        // As many groups as flooding the pairs leaves.
        let mut left: Vec<_> = (0..actors.len()).collect();
        let mut groups = 0;
        while let Some(first) = left.pop() {
            groups += 1;
            let mut reached = vec![first];
            while let Some(at) = reached.pop() {
                let (near, rest): (Vec<_>, Vec<_>) = left.iter().partition(|it| pairs[at][**it]);
                left = rest;
                reached.extend(near);
            }
        }
        prop_assert_eq!(groups, components.sizes.len());
    }
}
