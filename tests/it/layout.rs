//! Tests of the layout: the same picture every time, and one that can be read.

use proptest::prelude::*;
use sourceline::corpus;
use sourceline::graph::{Layout, LayoutOptions, Network, Positions};
use sourceline::model::Dataset;
use sourceline::scene::{Camera, Quality, Routes, Scene, Viewport};

use crate::graph::notation;

fn laid_out(data: &Dataset, options: LayoutOptions) -> (Network, Positions) {
    let network = Network::whole(data);
    let positions = Layout::new(&network, data, options).run();
    (network, positions)
}

fn seen(data: &Dataset, options: LayoutOptions) -> (Scene, Quality) {
    let (network, positions) = laid_out(data, options);
    let routes = Routes::of(&network, data, &positions, 1.0);
    let viewport = Viewport::new(900.0, 620.0);
    let scene = Scene::new(&network, data, &positions, &routes, &Camera::default(), &viewport);
    let quality = scene.quality(&network);
    (scene, quality)
}

/// The bundled story reads well: no more crossings and hits than these, and in no more room.
///
/// Where the story has changed and the picture with it, the message names a seed that reads better.
#[track_caller]
fn check_story(options: LayoutOptions, crossings: usize, labels_hit: usize, width: f32, height: f32) {
    let (data, _) = corpus::bundled().expect("the bundled story");
    let good = |options| {
        let (scene, quality) = seen(&data, options);
        let bounds = scene.bounds();
        let strict = Quality { crossings: 0, labels_hit: 0, nodes_hit: 0, ..quality };
        strict == Quality::default()
            && quality.crossings <= crossings
            && quality.labels_hit <= labels_hit
            && quality.nodes_hit == 0
            && bounds.width() <= width
            && bounds.height() <= height
    };
    if !good(options) {
        let better = (1..400).find(|&seed| good(LayoutOptions { seed, ..options }));
        let (scene, quality) = seen(&data, options);
        panic!("{quality:?} in {:?}; a seed that reads better: {better:?}", scene.bounds());
    }
}

#[test]
fn the_story_reads_well_on_a_wide_screen() {
    check_story(LayoutOptions::WIDE, 115, 10, 900.0, 650.0);
}

#[test]
fn the_story_reads_well_on_a_phone() {
    check_story(LayoutOptions::TALL, 100, 12, 720.0, 900.0);
}

#[test]
fn the_same_seed_gives_the_same_picture() {
    let data = notation::story();
    let options = LayoutOptions { seed: 7, ..LayoutOptions::WIDE };
    assert_eq!(laid_out(&data, options).1, laid_out(&data, options).1);
}

/// The program was built on one machine and runs on another: the picture must be the same.
#[test]
fn the_picture_is_the_one_made_when_the_program_was_built() {
    let (data, places) = corpus::bundled().expect("the bundled story");
    let (_, positions) = laid_out(&data, LayoutOptions::WIDE);
    assert_eq!(positions, places.get(sourceline::scene::Shape::Wide).positions);
}

#[test]
fn another_seed_gives_another_picture() {
    let data = notation::story();
    let at = |seed| laid_out(&data, LayoutOptions { seed, ..LayoutOptions::WIDE }).1;
    assert_ne!(at(1), at(2));
}

#[test]
fn steps_come_to_an_end_and_nothing_changes_after() {
    let data = notation::dataset("a > b aid\nb > c aid");
    let network = Network::whole(&data);
    let mut layout = Layout::new(&network, &data, LayoutOptions::default());
    let mut steps = 0;
    while !layout.settled() {
        layout.step();
        steps += 1;
    }
    let before = layout.positions();
    layout.step();
    assert_eq!(before, layout.positions());
    assert!(steps > 1);
}

#[test]
fn a_network_of_nobody_has_no_places() {
    let data = notation::dataset("");
    assert_eq!(laid_out(&data, LayoutOptions::default()).1, Positions::default());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn labels_and_nodes_never_overlap(
        edges in prop::collection::vec((0..14_u8, 0..14_u8), 1..30),
        seed in 0..1000_u32,
    ) {
        let sides = ["-", "east", "west", "Group"];
        let mut text = String::new();
        for actor in 0..14_usize {
            text += &format!("a{actor} = person {} Actor number {actor}\n", sides[actor % 4]);
        }
        for (from, to) in edges {
            text += &format!("a{from} > a{to} aid\n");
        }
        let data = notation::dataset(&text);
        let (_, quality) = seen(&data, LayoutOptions { aspect: 1.4, seed });
        prop_assert_eq!(quality.labels_covered + quality.labels_hidden, 0);
    }
}
