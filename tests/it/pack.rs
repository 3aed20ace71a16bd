//! Tests of pack: what is packed is what is read, and broken bytes are told apart.

use sourceline::corpus::{bundled, outline};
use sourceline::engine::Bundled;
use sourceline::model::{Dataset, complete, rest};
use sourceline::pack::{Broken, pack, unpack};
use sourceline::query::Query;
use sourceline::scene::Places;
use sourceline::words::EN;

use crate::engine::facets;

use crate::sample::dataset;

#[test]
fn a_dataset_is_read_as_it_was_packed() {
    let data = dataset();
    let places = Places::of(&data);
    let (read, there) = unpack::<(Dataset, Places)>(&pack(&(data.clone(), places.clone()))).unwrap();
    assert_eq!(there, places);
    assert_ne!(read, data, "the texts come later");
    assert_eq!(complete(&read, &rest(&data)), Ok(()));
    assert_eq!(read, data);
}

#[test]
fn who_stands_where_and_is_joined_to_whom_does_not_wait_for_the_texts() {
    let engine = |(data, places)| Bundled::new(data, places, &EN);
    let (first, whole) = (engine(outline().unwrap()), engine(bundled().unwrap()));
    assert_ne!(first.data(), whole.data());
    assert_eq!(first.sources(), whole.sources());
    for fragment in [
        "/network",
        "/network?focus=kim-jong-un&hide=russia",
        "/network?passed=verbal-conflict&side=russia&status=stated",
        "/network?period=2023-09-13..2023-09-14&topic=sanctions",
        "/network?only=south-korea&expand=south-korea",
        "/sanctions?listing=*",
        "/timeline?lanes=actor",
        "/statements?rests=disputed,alone&speaker-side=russia",
    ] {
        let (one, other) = (Query::parse(fragment).query, Query::parse(fragment).query);
        assert_eq!(one.known(first.data()), other.clone().known(whole.data()), "{fragment}");
        let network = whole.network(&other);
        assert_eq!(first.network(&other), network, "{fragment}");
        let lines =
            |engine: &Bundled| network.edge_ids().map(|id| engine.line(&network, id)).collect::<Vec<_>>();
        assert_eq!(lines(&first), lines(&whole), "{fragment}");
        assert_eq!(facets(&first, &other), facets(&whole, &other), "{fragment}");
        assert_eq!(first.listed(&other), whole.listed(&other), "{fragment}");
    }
}

#[test]
fn a_search_finds_nothing_while_the_texts_are_not_there() {
    let (data, places) = outline().unwrap();
    let engine = Bundled::new(data, places, &EN);
    let query = Query::parse("/network?q=kim").query;
    assert!(engine.network(&query).nodes.is_empty());
    let (data, places) = bundled().unwrap();
    assert!(!Bundled::new(data, places, &EN).network(&query).nodes.is_empty());
}

#[test]
fn the_texts_of_another_story_are_refused() {
    let (read, other) = (unpack::<Dataset>(&pack(&dataset())).unwrap(), bundled().unwrap().0);
    assert_eq!(complete(&read, &rest(&other)), Err(Broken));
}

#[test]
fn the_bundled_story_is_in_the_program() {
    let (data, places) = bundled().expect("the bundled story");
    assert_eq!(places, Places::of(&data), "the layout made by the build script is that of the library");
    assert_eq!(data.designations.len(), 12);
}

#[test]
fn numbers_of_any_size_are_read_as_they_were_packed() {
    for number in [0, 1, 127, 128, 300, 16_383, 16_384, u32::MAX] {
        assert_eq!(unpack(&pack(&number)), Ok(number));
    }
}

#[test]
fn bytes_that_end_early_are_broken() {
    let bytes = pack(&dataset());
    for end in (0..bytes.len()).step_by(97) {
        assert_eq!(unpack::<Dataset>(&bytes[..end]), Err(Broken), "cut at {end}");
    }
}

#[test]
fn bytes_that_go_on_are_broken() {
    let mut bytes = pack(&dataset());
    bytes.push(0);
    assert_eq!(unpack::<Dataset>(&bytes), Err(Broken));
}

#[test]
fn a_length_beyond_the_end_is_broken_and_takes_no_memory() {
    assert_eq!(unpack::<Vec<String>>(&pack(&u32::MAX)), Err(Broken));
    assert_eq!(unpack::<String>(&pack(&u32::MAX)), Err(Broken));
}
