//! What the store of an opened list costs: build, search, filters, orders, at 10k, 100k and 1M names.
//!
//! `cargo bench --bench store [-- SIZE...]` prints median, 99th of a hundred and least of many
//! different questions, in milliseconds. Names are made here from syllables with a seed of our own: the words come about as often as in
//! lists of names, where few are common and most are rare. Every fifth name is an alias.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark reads the clock and tells"
)]

use std::hint::black_box;
use std::time::Instant;

use sourceline::import::record::{
    Country, Dating, Designation, IdKind, Identifier, Kind, Name, NameKind, Relation, RelationKind, Whom,
};
use sourceline::import::{FileId, Place, Record};
use sourceline::query::Period;
use sourceline::store::{ActorId, Builder, Column, Facet, Filter, Order, Store};

/// Names of an actor's records beside the primary one come for every fifth name.
const ALIASES: usize = 5;

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct Lots(u64);

impl Lots {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        it ^ (it >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// Below `end`, small numbers far more often: about as often as their rank says (Zipf).
    fn ranked(&mut self, end: usize) -> usize {
        let even = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        ((end as f64).powf(even) as usize).min(end - 1)
    }
}

fn word(rank: usize) -> String {
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

fn name(lots: &mut Lots, names: usize) -> String {
    let words = 2 + lots.below(3);
    // The number of different words grows with the square root of all, and somewhat faster, as in texts (Heaps).
    let vocabulary = (names as f64).powf(0.85) as usize + 100;
    (0..words).map(|_| word(lots.ranked(vocabulary))).collect::<Vec<_>>().join(" ")
}

fn records(names: usize) -> Vec<Record> {
    let mut lots = Lots(20_260_902);
    let programmes: Vec<_> = (0..80).map(|at| format!("PROG{at}")).collect();
    let countries: Vec<_> =
        sourceline::import::COUNTRIES.iter().map(|(name, _)| Country::new(name)).collect();
    let mut records: Vec<Record> = Vec::new();
    for at in 0..names {
        let full = name(&mut lots, names);
        if at % ALIASES == ALIASES - 1
            && let Some(record) = records.last_mut()
        {
            record.names.push(Name::new(NameKind::Alias, full));
            continue;
        }
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
        records.push(record);
    }
    records
}

/// Runs each of some works again and again and tells what they cost: of each the least counts, as the rest is what else
/// the machine did meanwhile, and the median, the 99th of a hundred and the least are those of different works.
fn time<T>(label: &str, works: &[T], rounds: usize, mut work: impl FnMut(&T) -> usize) {
    let mut sum = 0;
    let mut least = |it: &T| {
        let once = |_| {
            let start = Instant::now();
            sum += black_box(work(it));
            start.elapsed().as_secs_f64() * 1e3
        };
        (0..rounds).map(once).fold(f64::INFINITY, f64::min)
    };
    let mut spans: Vec<_> = works.iter().map(&mut least).collect();
    spans.sort_by(f64::total_cmp);
    let at = |share: usize| spans[(spans.len() - 1) * share / 100];
    println!(
        "  {label:<46} median {:>8.4}  p99 {:>8.4}  least {:>8.4} ms  ({} found a run)",
        at(50),
        at(99),
        spans[0],
        sum / spans.len() / rounds
    );
}

/// A word with one wrong letter, each of the four sorts in turn.
fn wrong(word: &str, nth: usize, lots: &mut Lots) -> String {
    let at = lots.below(word.len() - 1);
    let (before, after) = word.split_at(at);
    match nth % 4 {
        0 => format!("{before}q{after}"),
        1 => format!("{before}q{}", &after[1..]),
        2 => format!("{before}{}", &after[1..]),
        _ => format!("{before}{}{}{}", &after[1..2], &after[..1], &after[2..]),
    }
}

fn searches(store: &Store, names: usize) {
    let mut lots = Lots(7);
    let first_page = |text: &String, typos: bool| {
        let mut found = store.find(&Filter { text: text.clone(), typos, ..Filter::default() });
        let rows = found.window(store, Order::Best, 0..50);
        rows.iter()
            .filter_map(|row| store.line(*row))
            .map(|line| line.target.len().min(1))
            .sum::<usize>()
            .min(found.total())
    };
    // What a reader types: the beginnings of names, a letter more each time, some of two words.
    let typed: Vec<String> = (0..400)
        .flat_map(|_| {
            let name = name(&mut lots, names);
            let most = name.len().min(10);
            (1..=most).map(|len| name[..len].to_owned()).collect::<Vec<_>>()
        })
        .collect();
    time("prefix as typed, ranked, first 50 rows", &typed, 5, |text| first_page(text, false));
    time("the same with wrong letters allowed", &typed, 5, |text| first_page(text, true));
    let words: Vec<String> =
        std::iter::repeat_with(|| word(lots.ranked(names))).filter(|it| it.len() >= 5).take(800).collect();
    let wrong: Vec<String> =
        words.iter().enumerate().map(|(nth, word)| wrong(word, nth, &mut Lots(nth as u64))).collect();
    time("one wrong letter, ranked, first 50 rows", &wrong, 5, |text| first_page(text, true));
    let pairs: Vec<String> =
        wrong.iter().zip(words.iter().rev()).map(|(a, b)| format!("{a} {}", &b[..2])).collect();
    time("one wrong letter and a beginning", &pairs, 5, |text| first_page(text, true));
}

fn filters(store: &Store) {
    let facets = [Facet::Programme, Facet::Country, Facet::Kind];
    let chosen: Vec<_> = (0..20)
        .map(|at| {
            vec![
                (Facet::Authority, vec![format!("Authority {}", at % 3 + 1)]),
                (Facet::Programme, vec![format!("PROG{}", at % 5 + 1), format!("PROG{}", at % 7 + 6)]),
            ]
        })
        .collect();
    let counted = |filter: &Filter| {
        let found = store.find(filter);
        facets.map(|facet| found.facet(store, facet, 50).choices.len()).iter().sum::<usize>() + found.total()
    };
    let wide = vec![vec![(Facet::Authority, vec!["Authority 1".to_owned()])]];
    let filter = |chosen: &Vec<(Facet, Vec<String>)>| Filter { chosen: chosen.clone(), ..Filter::default() };
    time("nothing chosen, 3 facets with counts", &[()], 50, |()| counted(&Filter::default()));
    time("1 value chosen, 3 facets with counts", &wide, 50, |it| counted(&filter(it)));
    time("2 facets chosen, 3 facets with counts", &chosen, 5, |it| counted(&filter(it)));
    let period = Period { from: "2010".parse().ok(), to: "2015-06".parse().ok() };
    let narrowed: Vec<_> = chosen
        .iter()
        .zip(["ma", "shari", "k"].iter().cycle())
        .map(|(chosen, text)| Filter { text: (*text).to_owned(), period, ..filter(chosen) })
        .collect();
    time("the same with text and a period", &narrowed, 5, counted);
}

fn orders(store: &Store) {
    let wide =
        Filter { chosen: vec![(Facet::Authority, vec!["Authority 1".to_owned()])], ..Filter::default() };
    for (label, column) in
        [("name", Column::Target), ("date", Column::Listed), ("programme", Column::Facet(Facet::Programme))]
    {
        let page = |order| store.find(&wide).window(store, order, 1_000..1_050).len();
        let start = Instant::now();
        black_box(page(Order::Up(column)));
        println!(
            "  {:<44} {:>16.4} ms",
            format!("order by {label}, the first time"),
            start.elapsed().as_secs_f64() * 1e3
        );
        time(&format!("filter and order by {label}, rows 1000..1050"), &[()], 20, |()| {
            page(Order::Down(column))
        });
    }
    let mut found = store.find(&wide);
    found.window(store, Order::Up(Column::Target), 0..50);
    let starts: Vec<_> = (0..100).map(|at| at * 37).collect();
    time("the next window", &starts, 5, |at| {
        found.window(store, Order::Up(Column::Target), *at..at + 50).len()
    });
}

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|it| it.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![10_000, 100_000, 1_000_000] } else { asked };
    for names in sizes {
        let records = records(names);
        println!("{names} names, {} actors", records.len());
        let start = Instant::now();
        let mut builder = Builder::new();
        records.iter().for_each(|record| builder.add(record).unwrap());
        let added = start.elapsed().as_secs_f64() * 1e3;
        let store = builder.finish();
        let all = start.elapsed().as_secs_f64() * 1e3;
        println!("  build {all:.0} ms, of which {added:.0} for taking the records");
        searches(&store, names);
        filters(&store);
        orders(&store);
        let actors: Vec<_> =
            (0..1_000).map(|at| ActorId((at * 7_919 % store.actor_count()) as u32)).collect();
        time("an actor read back whole", &actors, 3, |it| store.actor(*it).map_or(0, |it| it.records.len()));
        time("neighbours, at most 30", &actors, 3, |it| store.neighbours(*it, 30).some.len());
        time("components", &[()], 3, |()| store.components().sizes.len());
        let bytes = store.bytes();
        println!("  {:.1} MB: {bytes:?}\n", bytes.total() as f64 / 1e6);
    }
}
