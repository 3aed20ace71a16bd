//! Nothing that was added is lost.

use proptest::prelude::*;
use sourceline::import::record::{Dating, Designation, Name, NameKind};
use sourceline::store::{ActorId, Builder, Filter, RowId};

use super::made::{named, place, plain, record, store};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn an_actor_is_read_back_as_its_records_told_it(records in prop::collection::vec(record(), 0..12)) {
        let store = store(&records);
        let (actors, rows) = plain(&records);
        prop_assert_eq!(store.actor_count(), actors.len());
        for (at, plain) in actors.iter().enumerate() {
            let actor = store.actor(ActorId(at as u32)).unwrap();
            prop_assert_eq!(&actor.records, &plain.records);
            prop_assert_eq!((&actor.list, &actor.id, actor.kind), (&plain.list, &plain.id, plain.kind));
            prop_assert_eq!(actor.whole, plain.records.iter().any(|it| !it.extends));
            prop_assert_eq!(store.actor_by_id(&plain.list, &plain.id), Some(actor.actor));
        }
        prop_assert_eq!(store.row_count(), rows.len());
        for (at, (actor, designation)) in rows.iter().enumerate() {
            let told = store.designation(RowId(at as u32));
            let first = actors[*actor].records.iter().find(|it| it.designations.iter().any(|it| Some(it) == designation.as_ref()));
            prop_assert_eq!(told, designation.clone().map(|it| (it, first.unwrap().place.clone())));
            let line = store.line(RowId(at as u32)).unwrap();
            prop_assert_eq!(line.actor, ActorId(*actor as u32));
            let name = actors[*actor].names().into_iter().next().map(|(_, name)| name).unwrap_or_default();
            prop_assert_eq!(line.target, name);
            let listed = designation.as_ref().and_then(|it| it.listed_on.as_ref());
            prop_assert_eq!(line.listed.map(|it| (it.words, it.start, it.end, it.circa)),
                listed.map(|it| (it.words.as_str(), it.start, it.end, it.circa)));
            prop_assert_eq!(line.status, designation.as_ref().map(|it| it.status));
        }
        prop_assert!(store.actor(ActorId(actors.len() as u32)).is_none());
        prop_assert!(store.line(RowId(rows.len() as u32)).is_none());
    }
}

#[test]
fn a_second_record_of_an_entry_adds_what_the_first_has_not() {
    let listed =
        |programme: &str| Designation { programmes: vec![programme.to_owned()], ..Designation::default() };
    let mut first = named("1", &["Acme"]);
    first.designations = vec![listed("A")];
    let mut second = named("1", &["Acme", "Acme Ltd"]);
    second.place = place(2);
    second.designations = vec![listed("A"), listed("B")];
    let mut added = named("1", &[]);
    added.extends = true;
    added.names.push(Name { weak: true, ..Name::new(NameKind::Alias, "AC") });
    let store = store(&[first, second, added]);
    assert_eq!((store.actor_count(), store.row_count(), store.name_count()), (1, 2, 3));
    let actor = store.actor(ActorId(0)).unwrap();
    let names = actor.told(|it| &it.names);
    let told: Vec<_> = names.iter().map(|(name, place)| (name.full.as_str(), place.record)).collect();
    assert_eq!(told, [("Acme", 1), ("Acme Ltd", 2), ("AC", 1)]);
    assert_eq!(actor.name().unwrap().full, "Acme");
    let places: Vec<_> = store.rows(ActorId(0)).map(|row| store.designation(row).unwrap().1.record).collect();
    assert_eq!(places, [1, 2]);
}

#[test]
fn who_has_no_primary_name_is_called_in_the_evidence_as_in_the_rows() {
    let mut remarks = named("1", &[]);
    remarks.names.push(Name { weak: true, ..Name::new(NameKind::Primary, "HOLM") });
    let mut more = named("1", &[]);
    more.names.extend(["Ida Holm", "I. Holm"].map(|it| Name::new(NameKind::Alias, it)));
    more.names.push(Name::new(NameKind::Former, "Ida Rask"));
    let store = store(&[remarks, more]);
    assert_eq!(store.name(ActorId(0)), "Ida Holm");
    assert_eq!(store.actor(ActorId(0)).unwrap().name().unwrap().full, "Ida Holm");
}

/// Texts about as long as the pages in which they are kept, and a record that is longer than one.
#[test]
fn texts_and_records_of_any_length_are_read_back() {
    const PAGE: usize = 1 << 17;
    let lengths = [
        1,
        PAGE - 1,
        PAGE,
        PAGE + 1,
        7,
        3 * PAGE,
        2,
        3 * PAGE - 1,
        5,
        0,
        PAGE * 5 / 2,
        PAGE / 2,
        PAGE / 2,
        PAGE,
    ];
    let mut records = Vec::new();
    for (nth, len) in lengths.into_iter().enumerate() {
        let mut some = named(&format!("some {nth}"), &["Some"]);
        some.remarks = vec![char::from(b'a' + nth as u8).to_string().repeat(len), "é".repeat(nth)];
        let mut many = named(&format!("many {nth}"), &["Many"]);
        many.remarks = (0..len % PAGE).step_by(9).map(|it| format!("{nth} {it}")).collect();
        records.extend([some, many]);
    }
    let store = store(&records);
    for (at, record) in records.iter().enumerate() {
        assert!(store.actor(ActorId(at as u32)).unwrap().records == [record.clone()], "record {at}");
    }
}

#[test]
fn an_empty_store_answers() {
    let store = Builder::new().finish();
    assert_eq!((store.actor_count(), store.row_count()), (0, 0));
    assert_eq!(store.find(&Default::default()).total(), 0);
    assert!(store.components().sizes.is_empty());
    assert!(store.neighbours(ActorId(7), 3).some.is_empty());
}

#[test]
fn what_a_store_weighs_grows_with_what_it_holds() {
    let records: Vec<_> = (0..500)
        .map(|at| {
            let mut record = named(&at.to_string(), &[&format!("Name {at} of somebody")]);
            record.born = vec![Dating::unknown("spring 1950")];
            record
        })
        .collect();
    let (small, large) = (store(&records[..50]).bytes(), store(&records).bytes());
    assert!(large.total() > 5 * small.total(), "{small:?} {large:?}");
    assert!(large.total() < 500 * 400, "{large:?}");
    assert_eq!(large.orders, 0);
}

#[test]
fn a_store_is_put_in_order_a_step_at_a_time_and_tells_how_far_it_is() {
    let names: Vec<_> = (0..50_000).map(|at| format!("Anna {at}")).collect();
    let mut builder = Builder::new();
    names.iter().for_each(|name| builder.add(&named(name, &[name])).unwrap());
    let mut finishing = builder.finishing();
    let (mut steps, mut before) = (0, 0);
    let store = loop {
        let (done, all) = finishing.progress();
        assert!(before <= done && done < all);
        (steps, before) = (steps + 1, done);
        if let Some(store) = finishing.step() {
            break store;
        }
    };
    assert!(steps > 8, "{steps}");
    let (done, all) = finishing.progress();
    assert_eq!((done, steps), (all, all));
    assert!(finishing.step().is_none());
    assert_eq!(store.name_count(), names.len());
    let found = store.find(&Filter { text: "anna 49999".to_owned(), ..Filter::default() });
    assert_eq!(found.total(), 1);
}
