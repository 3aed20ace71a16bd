//! A list as it is published, where it is there.

use std::fs::File;
use std::path::Path;

use sourceline::import::{self, Import, Limits, Step};
use sourceline::store::{Builder, Facet, Filter, Order};

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
