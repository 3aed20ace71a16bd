//! Records that are made from a seed, for all benchmarks.
//!
//! Names are made of syllables, and their words come about as often as in lists of names, where few are common and most
//! are rare. Every fifth name is an alias. Nobody real is meant.

use sourceline::import::record::{
    Country, Dating, Designation, IdKind, Identifier, Kind, Name, NameKind, Relation, RelationKind, Whom,
};
use sourceline::import::{FileId, Place, Record};

/// Names of an actor's records beside the primary one come for every fifth name.
const ALIASES: usize = 5;

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
pub(crate) struct Lots(pub(crate) u64);

impl Lots {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        it ^ (it >> 31)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// Below `end`, small numbers far more often: about as often as their rank says (Zipf).
    pub(crate) fn ranked(&mut self, end: usize) -> usize {
        let even = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        ((end as f64).powf(even) as usize).min(end - 1)
    }
}

/// The word of a rank: 0 is the most common.
pub(crate) fn word(rank: usize) -> String {
    const FIRST: [&str; 16] =
        ["b", "d", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "sh", "kh"];
    const VOWELS: [&str; 6] = ["a", "e", "i", "o", "u", "ya"];
    const LAST: [&str; 6] = ["", "", "n", "r", "l", "m"];
    let mut lots = Lots(rank as u64 * 7 + 1);
    let syllables = 2 + lots.below(3);
    (0..syllables)
        .map(|_| [FIRST[lots.below(16)], VOWELS[lots.below(6)], LAST[lots.below(6)]].concat())
        .collect()
}

/// A name as lists of so many names have it.
pub(crate) fn name(lots: &mut Lots, names: usize) -> String {
    let words = 2 + lots.below(3);
    // The number of different words grows with the square root of all, and somewhat faster, as in texts (Heaps).
    let vocabulary = (names as f64).powf(0.85) as usize + 100;
    (0..words).map(|_| word(lots.ranked(vocabulary))).collect::<Vec<_>>().join(" ")
}

/// A word with one wrong letter, each of the four sorts in turn.
pub(crate) fn wrong(word: &str, nth: usize, lots: &mut Lots) -> String {
    let at = lots.below(word.len() - 1);
    let (before, after) = word.split_at(at);
    match nth % 4 {
        0 => format!("{before}q{after}"),
        1 => format!("{before}q{}", &after[1..]),
        2 => format!("{before}{}", &after[1..]),
        _ => format!("{before}{}{}{}", &after[1..2], &after[..1], &after[2..]),
    }
}

/// Records with so many names, one after the other.
pub(crate) fn records(names: usize) -> impl Iterator<Item = Record> {
    let mut lots = Lots(20_260_902);
    let programmes: Vec<_> = (0..80).map(|at| format!("PROG{at}")).collect();
    let countries: Vec<_> =
        sourceline::import::COUNTRIES.iter().map(|(name, _)| Country::new(name)).collect();
    (0..names).step_by(ALIASES).flat_map(move |group| {
        let end = names.min(group + ALIASES);
        let own = group..end.min(group + ALIASES - 1);
        let mut some: Vec<_> = own.map(|at| record(at, names, &mut lots, &programmes, &countries)).collect();
        if end == group + ALIASES
            && let Some(record) = some.last_mut()
        {
            record.names.push(Name::new(NameKind::Alias, name(&mut lots, names)));
        }
        some
    })
}

fn record(at: usize, names: usize, lots: &mut Lots, programmes: &[String], countries: &[Country]) -> Record {
    let full = name(lots, names);
    let place = Place {
        file: FileId(0),
        record: at as u64,
        line: Some(at as u64),
        span: at as u64 * 300..at as u64 * 300 + 299,
    };
    let mut record = Record::new("bench", &at.to_string(), place);
    record.kind = Kind::ALL[lots.ranked(6)];
    record.names.push(Name::new(NameKind::Primary, full));
    record.born = Dating::read(&(1930 + lots.below(75)).to_string()).into_iter().collect();
    record.nationalities =
        (0..1 + lots.below(2)).map(|_| countries[lots.ranked(countries.len())].clone()).collect();
    if lots.below(2) == 0 {
        record.identifiers.push(Identifier {
            kind: IdKind::Passport,
            label: "Passport".to_owned(),
            value: format!("{:09}", lots.below(1_000_000_000)),
            country: record.nationalities.first().cloned(),
            issued: None,
            expires: None,
            note: None,
        });
    }
    let day = format!("{}-{:02}-{:02}", 2000 + lots.below(24), 1 + lots.below(12), 1 + lots.below(28));
    record.designations.push(Designation {
        authority: format!("Authority {}", lots.ranked(12)),
        programmes: (0..1 + lots.below(2)).map(|_| programmes[lots.ranked(80)].clone()).collect(),
        measures: vec!["Asset freeze".to_owned()],
        listed_on: Dating::read(&day),
        ..Designation::default()
    });
    if lots.below(4) == 0 && at > 0 {
        record.relations.push(Relation {
            kind: RelationKind::UnknownLink,
            to: Whom::Id(lots.below(at).to_string()),
            inverse: false,
            role: Some("Linked To".to_owned()),
            start: None,
            end: None,
        });
    }
    record.remarks.push(format!("Remark {at}"));
    record
}
