//! Tests of relations by name: whom they may mean.

use std::collections::{BTreeMap, BTreeSet};

use sourceline::import::links::Links;
use sourceline::import::record::{Name, NameKind, Whom};
use sourceline::import::{FileId, Place, Record};

use super::import_shared;

fn links(names: &[(&str, NameKind, &str)]) -> Links {
    let mut links = Links::default();
    for (id, kind, name) in names {
        let mut record = Record::new("ofac", id, Place::whole(FileId(0)));
        record.names.push(Name::new(*kind, *name));
        links.add(&record);
    }
    links
}

#[test]
fn a_name_finds_primary_names_before_aliases_and_all_who_share_it() {
    let links = links(&[
        ("1", NameKind::Primary, "ACME"),
        ("2", NameKind::Primary, "ACME"),
        ("3", NameKind::Alias, "Acme"),
        ("5", NameKind::Primary, "NORTE S.A. DE C.V."),
        ("4", NameKind::Former, "OLD  NAME"),
        ("4", NameKind::Former, "OLD NAME"),
    ]);
    let find = |list: &str, name: &str| links.find(list, &Whom::Name(name.to_owned())).join(" ");
    assert_eq!(find("ofac", "ACME"), "1 2");
    assert_eq!(find("ofac", "old name"), "4");
    assert_eq!(find("ofac", "NORTE S.A. DE C.V"), "5", "the last stop of remarks may be the name's");
    assert_eq!(find("ofac", "NOBODY"), "");
    assert_eq!(find("un-sc", "ACME"), "", "lists are apart");
    assert_eq!(links.find("ofac", &Whom::Id("9".to_owned())), ["9"]);
    assert!(links.is_primary("ofac", "acme") && !links.is_primary("ofac", "OLD NAME"));
}

#[test]
fn on_the_real_list_names_are_shared_and_some_links_lead_to_no_primary_name() {
    let Some(read) = import_shared("data", &["sdn_2024-05-03.csv"]) else { return };
    let mut links = Links::default();
    let mut shared: BTreeMap<&str, usize> = BTreeMap::new();
    for record in &read.records {
        links.add(record);
        *shared.entry(&record.name().unwrap().full).or_default() += 1;
    }
    assert_eq!(shared.values().filter(|it| **it > 1).count(), 18);
    let linked = read.records.iter().flat_map(|it| &it.relations).filter(|it| !it.inverse);
    let targets: Vec<&str> = linked
        .filter_map(|it| match &it.to {
            Whom::Name(name) => Some(name.as_str()),
            Whom::Id(_) => None,
        })
        .collect();
    let missing: Vec<_> = targets.iter().filter(|it| !links.is_primary("ofac", it)).collect();
    // Whoever derived a network from this list has 6,367 links.
    assert_eq!((missing.len(), targets.len() - missing.len()), (8, 6_367));
    assert_eq!(missing.iter().collect::<BTreeSet<_>>().len(), 4);
    for (name, count) in shared.iter().filter(|(_, count)| **count > 1) {
        assert_eq!(links.find("ofac", &Whom::Name((*name).to_owned())).len(), *count);
    }
}
