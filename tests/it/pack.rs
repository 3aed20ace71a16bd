//! Tests of pack: what is packed is what is read, and broken bytes are told apart.

use sourceline::corpus::bundled;
use sourceline::model::Dataset;
use sourceline::pack::{Broken, pack, unpack};
use sourceline::scene::Places;

use crate::sample::dataset;

#[test]
fn a_dataset_is_read_as_it_was_packed() {
    let data = dataset();
    let story = (data.clone(), Places::of(&data));
    assert_eq!(unpack(&pack(&story)), Ok(story));
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
