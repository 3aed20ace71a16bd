//! A list as it is published, where it is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::Path;

use serde::Deserialize;
use sourceline::import::{self, Import, Limits, Record, Step};
use sourceline::query::Period;
use sourceline::store::{ActorId, Builder, Dates, Facet, Filter, Order, RowId, Store};

use super::facets::{has, values};
use super::made::{plain, store};
use super::search::{numbers, rank_of};

/// A list that is there, as it is read: what it is called, its records, and the store of them.
struct Read {
    records: Vec<Record>,
    store: Store,
}

fn read(name: &str) -> Option<Read> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    let Ok(file) = File::open(&path) else {
        println!("skipped: {} is not there", path.display());
        return None;
    };
    let import = Import::new(vec![import::File::new(name, file)], Limits::default());
    let records: Vec<Record> = import
        .filter_map(|step| match step {
            Step::Record(record) => Some(*record),
            Step::Refused | Step::Passed => None,
        })
        .collect();
    let store = store(&records);
    Some(Read { records, store })
}

/// What is asked of a list with some rows: nothing, the commonest and a rare value of each facet, two facets at once, and
/// a period.
fn filters(store: &Store) -> Vec<Filter> {
    let all = store.find(&Filter::default());
    let mut filters = vec![Filter::default()];
    let mut tops = Vec::new();
    for facet in Facet::ALL {
        let choices = all.facet(store, facet, usize::MAX).choices;
        tops.extend(choices.first().map(|it| (facet, vec![it.value.clone()])));
        let some = [choices.first(), choices.get(choices.len() / 2)];
        let some: Vec<_> = some.into_iter().flatten().map(|it| it.value.clone()).collect();
        filters.push(Filter { chosen: vec![(facet, some)], ..Filter::default() });
    }
    for pair in tops.windows(2).step_by(3) {
        filters.push(Filter { chosen: pair.to_vec(), ..Filter::default() });
    }
    let period = Period { from: "2010".parse().ok(), to: "2019-06".parse().ok() };
    for dates in [Dates::Listed, Dates::Ended, Dates::InForce] {
        filters.push(Filter {
            period,
            dates,
            chosen: tops.last().cloned().into_iter().collect(),
            ..Filter::default()
        });
    }
    filters
}

#[test]
fn rows_and_counts_of_published_lists_are_those_of_the_long_way() {
    let lists = ["sdn_2024-05-07.xml", "un_2024-05-15.xml", "eu_fsf_2024-05-13.xml"];
    for Read { records, store } in lists.into_iter().filter_map(read) {
        let (actors, rows) = plain(&records);
        assert_eq!((store.actor_count(), store.row_count()), (actors.len(), rows.len()));
        let of_rows: Vec<_> = Facet::ALL
            .map(|facet| rows.iter().map(|row| values(&actors, row, facet)).collect::<Vec<_>>())
            .into();
        for filter in filters(&store) {
            let found = store.find(&filter);
            let is_left = |row: usize| has(&actors, &rows[row], &filter, None);
            for row in 0..rows.len() {
                assert_eq!(found.contains(RowId(row as u32)), is_left(row), "{row} {filter:?}");
            }
            for (facet, of_rows) in Facet::ALL.into_iter().zip(&of_rows) {
                let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
                for (row, values) in rows.iter().zip(of_rows) {
                    if has(&actors, row, &filter, Some(facet)) {
                        values.iter().for_each(|it| *counts.entry(it).or_default() += 1);
                    }
                }
                let told = found.facet(&store, facet, usize::MAX).choices;
                let told: BTreeMap<_, _> =
                    told.iter().filter(|it| it.count > 0).map(|it| (it.value.as_str(), it.count)).collect();
                assert_eq!(told, counts, "{filter:?}");
            }
        }
        println!("{} rows, {} filters", rows.len(), filters(&store).len());
    }
}

/// The words of an ASCII name, folded and parted by spaces, the long way.
fn folded(name: &str) -> String {
    let mut cut = String::new();
    let is_word = |letter: Option<&u8>| letter.is_some_and(u8::is_ascii_alphanumeric);
    let bytes = name.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let before = |back: usize| at.checked_sub(back).and_then(|at| bytes.get(at));
        // One letter before a stop, as in U.S.
        let is_initial = before(1).is_some_and(u8::is_ascii_alphabetic) && !is_word(before(2));
        match byte {
            _ if byte.is_ascii_alphanumeric() => cut.push(byte.to_ascii_lowercase() as char),
            b'.' if is_initial => {}
            b'\'' if is_word(before(1)) => cut.push('\''),
            _ => cut.push(' '),
        }
    }
    let words = cut.split(' ').map(|word| {
        let parts: Vec<_> =
            word.split('\'').enumerate().filter(|(nth, it)| *nth == 0 || *it != "s").collect();
        parts.into_iter().map(|(_, it)| it).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
    });
    words.filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn searches_in_published_lists_find_whom_the_long_way_finds_in_the_same_order() {
    let lists = ["sdn_2024-05-07.xml", "un_2024-05-15.xml"];
    for Read { records, store } in lists.into_iter().filter_map(read) {
        let (actors, rows) = plain(&records);
        // What is written in other letters is not cut the long way; it is left out on both sides.
        let all: Vec<_> = actors
            .iter()
            .map(|actor| {
                let (names, numbers) = (actor.names(), numbers(actor));
                let plain = names.iter().map(|(_, name)| name).chain(&numbers).all(|it| it.is_ascii());
                let names: Vec<_> = names.into_iter().map(|(kind, name)| (kind, folded(&name))).collect();
                plain.then_some((names, numbers))
            })
            .collect();
        let mut texts: Vec<String> = ["k", "al", "s", "bank"].map(str::to_owned).into();
        for (nth, (names, _)) in all.iter().flatten().enumerate().step_by(all.len() / 4) {
            let words: Vec<_> = names.iter().flat_map(|(_, name)| name.split(' ')).take(3).collect();
            let Some(first) = words.first().filter(|it| it.len() > 3) else { continue };
            texts.push(first[..1 + nth % 3].to_owned());
            texts.push(match nth % 4 {
                0 => format!("{}q{}", &first[..2], &first[2..]),
                1 => format!("{}q{}", &first[..2], &first[3..]),
                2 => format!("{}{}", &first[..2], &first[3..]),
                _ => words.join(" "),
            });
            texts.extend(words.get(1).map(|second| format!("{second} {}", &first[..3])));
        }
        let mut tried = 0;
        for text in &texts {
            let asked: Vec<_> = text.split(' ').collect();
            for typos in [false, true] {
                let filter = Filter { text: text.clone(), typos, ..Filter::default() };
                let mut found = store.find(&filter);
                let told = found.window(&store, Order::Best, 0..usize::MAX);
                assert_eq!(told.len(), found.total());
                let told: Vec<_> =
                    told.iter().map(|row| row.0 as usize).filter(|row| all[rows[*row].0].is_some()).collect();
                let rank = |row: usize| {
                    let (names, numbers) = all[rows[row].0].as_ref()?;
                    rank_of(names, numbers, &asked, typos)
                };
                let mut long: Vec<_> =
                    (0..rows.len()).filter_map(|row| Some((rank(row)?, rows[row].0, row))).collect();
                long.sort();
                assert_eq!(told, long.iter().map(|(_, _, row)| *row).collect::<Vec<_>>(), "{text} {typos}");
                // The first windows are those of the whole order.
                let whole = found.window(&store, Order::Best, 0..usize::MAX);
                for places in [0..60, 980..1_040, 0..1_000] {
                    let first = store.find(&filter).window(&store, Order::Best, places.clone());
                    assert_eq!(first, whole[places.start.min(whole.len())..places.end.min(whole.len())]);
                }
                tried += long.len();
            }
        }
        assert!(tried > 300, "{tried}");
        println!("{} texts, {tried} rows", texts.len());
    }
}

/// The network that others derived from the links of the same list.
#[derive(Deserialize)]
struct Derived {
    nodes: Vec<Node>,
    edges: Vec<Edge>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
}

#[derive(Deserialize)]
struct Edge {
    source: String,
    target: String,
}

#[test]
fn relations_of_a_published_list_are_those_that_others_derived_from_it() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/ofac_linked_2024-05-03.json");
    let (Ok(text), Some(Read { store, .. })) = (std::fs::read_to_string(&path), read("sdn_2024-05-03.csv"))
    else {
        println!("skipped: {} is not there", path.display());
        return;
    };
    let derived: Derived = serde_json::from_str(&text).unwrap();
    let actor = |id: &str| store.actor_by_id("ofac", id).unwrap();
    assert_eq!(store.actor_count(), derived.nodes.len());
    derived.nodes.iter().for_each(|node| assert_eq!(store.actor(actor(&node.id)).unwrap().id, node.id));
    // Whoever derived it took one of those who have a name; each edge is one of ours, and nothing more than those whom
    // no primary name means.
    let mut known: BTreeSet<(ActorId, ActorId)> = BTreeSet::new();
    let mut several = 0;
    for edge in &derived.edges {
        let (from, to) = (actor(&edge.source), actor(&edge.target));
        let link = store.links_from(from).into_iter().find(|it| it.to.contains(&to));
        several +=
            usize::from(link.unwrap_or_else(|| panic!("{} {}", edge.source, edge.target)).to.len() > 1);
        known.insert((from, to));
    }
    let forth = (0..store.actor_count() as u32).map(ActorId).flat_map(|it| store.links_from(it));
    let certain: BTreeSet<_> = forth
        .filter(|it| !it.relation.inverse)
        .filter_map(|it| Some((it.from, *it.to.first().filter(|_| it.to.len() == 1)?)))
        .collect();
    let more = certain.difference(&known).count();
    assert!(more <= 8, "{more}");
    // Components of the edges that are certain, the long way: everybody takes the least number around.
    let mut of: Vec<usize> = (0..store.actor_count()).collect();
    loop {
        let mut changed = false;
        for (a, b) in &certain {
            let (a, b) = (a.0 as usize, b.0 as usize);
            let least = of[a].min(of[b]);
            changed |= of[a] != of[b];
            (of[a], of[b]) = (least, least);
        }
        if !changed {
            break;
        }
    }
    let ours = store.components();
    let mut sizes: BTreeMap<usize, u32> = BTreeMap::new();
    of.iter().for_each(|it| *sizes.entry(*it).or_default() += 1);
    let mut long: Vec<_> = sizes.into_values().collect();
    long.sort_unstable_by(|a, b| b.cmp(a));
    assert_eq!(ours.sizes, long);
    for (a, b) in &certain {
        assert_eq!(ours.of[a.0 as usize], ours.of[b.0 as usize]);
    }
    println!(
        "{} edges, {several} by a name of several, {more} more by other names; {} components of two or more, largest {}",
        derived.edges.len(),
        long.iter().filter(|it| **it > 1).count(),
        long[0]
    );
}

#[test]
fn a_published_list_is_read_searched_and_counted() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/sdn_2024-05-03.csv");
    let Ok(file) = File::open(&path) else {
        println!("skipped: {} is not there", path.display());
        return;
    };
    let mut builder = Builder::new();
    let mut records = Vec::new();
    for step in Import::new(vec![import::File::new("sdn.csv", file)], Limits::default()) {
        if let Step::Record(record) = step {
            builder.add(&record).unwrap();
            records.push(record);
        }
    }
    let store = builder.finish();
    assert!(store.actor_count() > 10_000);
    assert_eq!(store.actor_count(), records.len());
    for record in records.iter().step_by(11) {
        let id = store.actor_by_id(&record.list, &record.id).unwrap();
        assert_eq!(store.actor(id).unwrap().records, [record.as_ref().clone()]);
    }
    // Whoever is asked for by name is found, and first but for namesakes and shorter names.
    for record in records.iter().step_by(97) {
        let Some(name) = record.name() else { continue };
        let mut found = store.find(&Filter { text: name.full.clone(), typos: true, ..Filter::default() });
        let first = found.window(&store, Order::Best, 0..50);
        assert!(first.iter().any(|row| store.line(*row).unwrap().id == record.id), "{}", name.full);
    }
    let all = store.find(&Filter::default());
    let kinds = all.facet(&store, Facet::Kind, 20);
    assert_eq!(kinds.choices.iter().map(|it| it.count).sum::<usize>(), store.row_count());
    let bytes = store.bytes();
    assert!(bytes.total() / store.name_count().max(1) < 400, "{bytes:?}");
    println!(
        "{} actors, {} names, {} relations, {bytes:?}",
        store.actor_count(),
        store.name_count(),
        store.relation_count()
    );
}
