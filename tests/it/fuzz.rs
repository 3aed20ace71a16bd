//! The fuzz targets on their seeds, and on seeds that are cut, flipped, spliced and repeated.

#[path = "../fuzz/lib.rs"]
pub(crate) mod targets;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use sourceline::import::formats::FORMATS;

/// The seeds of each target, by their names.
static SEEDS: LazyLock<BTreeMap<String, BTreeMap<String, Vec<u8>>>> = LazyLock::new(|| {
    let entries = |path: &Path| fs::read_dir(path).unwrap().map(|it| it.unwrap().path()).collect::<Vec<_>>();
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/seeds");
    let seeds = |folder: &Path| entries(folder).iter().map(|it| (name(it), fs::read(it).unwrap())).collect();
    entries(&root).iter().map(|it| (name(it), seeds(it))).collect()
});

/// Does what the target of a name does.
fn run(target: &str, bytes: &[u8]) {
    match target {
        "anything" => targets::anything(bytes),
        "fragment" => targets::fragment(bytes),
        "search" => targets::search(&targets::small_store(), bytes),
        format => {
            targets::format(format, bytes);
        }
    }
}

#[test]
fn every_format_has_a_target_and_seeds_and_so_have_addresses_and_search() {
    let keys = FORMATS.iter().map(|it| it.key).chain(["anything", "fragment", "search"]);
    let mut keys: Vec<_> = keys.collect();
    keys.sort_unstable();
    assert_eq!(SEEDS.keys().collect::<Vec<_>>(), keys);
    let manifest = include_str!("../fuzz/Cargo.toml");
    for key in keys {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fuzz/targets/{key}.rs"));
        let source = fs::read_to_string(source).unwrap();
        assert!(manifest.contains(&format!("name = \"{key}\"\n")), "{key}");
        let is_its_own =
            source.contains(&format!("format(\"{key}\"")) || source.contains(&format!("::{key}("));
        assert!(is_its_own, "{key}");
        let sizes: usize = SEEDS[key].values().map(Vec::len).sum();
        assert!(sizes < 40_000, "{key} has {sizes} bytes of seeds");
    }
}

#[test]
fn every_seed_is_survived_by_its_target_and_by_any() {
    for (target, seeds) in SEEDS.iter() {
        for bytes in seeds.values() {
            run(target, bytes);
            targets::anything(bytes);
            targets::fragment(bytes);
        }
    }
}

#[test]
fn seeds_of_a_format_are_of_that_format() {
    for format in FORMATS {
        for (name, bytes) in &SEEDS[format.key] {
            let records = targets::format(format.key, bytes);
            // A story and its parts need each other.
            let is_alone = format.key.starts_with("story");
            assert!(is_alone || !records.is_empty(), "{}/{name}", format.key);
        }
    }
}

#[test]
fn every_seed_is_survived_as_any_format() {
    for format in FORMATS {
        for bytes in SEEDS.values().flat_map(BTreeMap::values) {
            targets::format(format.key, bytes);
        }
    }
}

/// What is done to a seed.
#[derive(Clone, Debug)]
enum Damage {
    Cut(usize),
    Flip(usize, u8),
    Repeat(usize, usize, usize),
    Splice(usize, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = 0_usize..10_000;
    prop_oneof![
        at.clone().prop_map(Damage::Cut),
        (at.clone(), any::<u8>()).prop_map(|(at, bits)| Damage::Flip(at, bits)),
        (at.clone(), 1_usize..60, 1_usize..200).prop_map(|(at, len, times)| Damage::Repeat(at, len, times)),
        (at.clone(), at).prop_map(|(at, other)| Damage::Splice(at, other)),
    ]
}

/// A seed after some damage, with pieces of another seed.
fn damaged(seed: &[u8], other: &[u8], all: &[Damage]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for it in all {
        let len = bytes.len().max(1);
        match *it {
            Damage::Cut(at) => bytes.truncate(at % len),
            Damage::Flip(at, bits) => {
                if let Some(byte) = bytes.get_mut(at % len) {
                    *byte ^= bits;
                }
            }
            Damage::Repeat(at, piece, times) => {
                let start = (at % len).min(bytes.len());
                let end = (start + piece).min(bytes.len());
                let piece = bytes[start..end].repeat(times);
                bytes.splice(end..end, piece);
            }
            Damage::Splice(at, from) => {
                bytes.truncate(at % len);
                bytes.extend(&other[from % other.len().max(1).min(other.len() + 1)..]);
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_damage_to_a_seed_stops_its_target(
        target in 0_usize..1000,
        seed in 0_usize..1000,
        other in 0_usize..1000,
        all in proptest::collection::vec(damage(), 1..4),
    ) {
        let (target, seeds) = SEEDS.iter().nth(target % SEEDS.len()).unwrap();
        let seed = seeds.values().nth(seed % seeds.len()).unwrap();
        let others: Vec<_> = SEEDS.values().flat_map(BTreeMap::values).filter(|it| !it.is_empty()).collect();
        let bytes = damaged(seed, others[other % others.len()], &all);
        run(target, &bytes);
        targets::anything(&bytes);
    }
}
