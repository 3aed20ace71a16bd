//! What the store of an opened list costs: build, search, filters, orders, at 10k, 100k and 1M names.
//!
//! `cargo bench --bench store [-- SIZE...]` prints median, 99th of a hundred and least of many different questions, in
//! milliseconds, over the records of `made`. With `--build` it only builds.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark reads the clock and tells"
)]

mod made;

use std::hint::black_box;
use std::time::{Duration, Instant};

use made::{Lots, name, records, word, wrong};
use sourceline::query::Period;
use sourceline::store::{ActorId, Builder, Column, Facet, Filter, Order, Store};

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
    let many = if names > 100_000 { 150 } else { 400 };
    let typed: Vec<String> = (0..many)
        .flat_map(|_| {
            let name = name(&mut lots, names);
            let most = name.len().min(10);
            (1..=most).map(|len| name[..len].to_owned()).collect::<Vec<_>>()
        })
        .collect();
    time("prefix as typed, ranked, first 50 rows", &typed, 5, |text| first_page(text, false));
    time("the same with wrong letters allowed", &typed, 5, |text| first_page(text, true));
    // All that follows a letter: what is found, every facet with its counts, and the rows of the first window.
    let keystroke = |text: &String, typos: bool| {
        let mut found = store.find(&Filter { text: text.clone(), typos, ..Filter::default() });
        let facets = Facet::ALL.map(|facet| found.facet(store, facet, 50).choices.len());
        let rows = found.window(store, Order::Best, 0..60);
        let lines = rows.iter().filter_map(|row| store.line(*row)).map(|line| line.target.len().min(1));
        black_box(facets.iter().sum::<usize>() + lines.sum::<usize>()).min(found.total())
    };
    time("a keystroke: text, 7 facets, 60 rows", &typed, 3, |text| keystroke(text, false));
    time("the same with wrong letters allowed", &typed, 3, |text| keystroke(text, true));
    let words: Vec<String> = std::iter::repeat_with(|| word(lots.ranked(names)))
        .filter(|it| it.len() >= 5)
        .take(2 * many)
        .collect();
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
    for column in Column::ALL {
        let label = column.key();
        let page = |order, at| store.find(&wide).window(store, order, at..at + 60).len();
        let start = Instant::now();
        black_box(page(Order::Up(column), 0));
        let first = start.elapsed().as_secs_f64() * 1e3;
        println!("  {:<46} {first:>15.4} ms", format!("order by {label}, the first time"));
        time(&format!("filter and order by {label}, first 60 rows"), &[()], 20, |()| {
            page(Order::Down(column), 0)
        });
        time(&format!("filter and order by {label}, last 60 rows"), &[()], 5, |()| {
            page(Order::Down(column), store.find(&wide).total() - 60)
        });
    }
    let mut all = store.find(&Filter::default());
    time("all rows by name, the window at the end", &[()], 5, |()| {
        all.window(store, Order::Down(Column::Target), 0..1);
        all.window(store, Order::Up(Column::Target), all.total() - 60..all.total()).len()
    });
    let mut found = store.find(&wide);
    found.window(store, Order::Up(Column::Target), 0..50);
    let starts: Vec<_> = (0..100).map(|at| at * 37).collect();
    time("the next window", &starts, 5, |at| {
        found.window(store, Order::Up(Column::Target), *at..at + 50).len()
    });
}

/// The most memory that this program has held since [`forget_peak`], in MB; nothing where the system does not tell.
fn peak() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.split_whitespace().next()?.parse::<f64>().ok()? * 1024.0 / 1e6)
}

/// Has the system tell the peak from now on.
fn forget_peak() {
    // Where that cannot be, the peak is that of all sizes so far; the small ones come first.
    std::fs::write("/proc/self/clear_refs", "5").unwrap_or_default();
}

/// How long this program has run by itself: what else the machine did meanwhile does not count. The system tells it to
/// some milliseconds; where it does not, the clock on the wall has to do.
fn worked() -> Duration {
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|it| it.split_whitespace().next()?.parse().ok());
    nanos.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

fn build(names: usize) -> Store {
    forget_peak();
    let before = peak().unwrap_or_default();
    let mut builder = Builder::new();
    let mut adding = Duration::ZERO;
    let mut records = records(names).peekable();
    while records.peek().is_some() {
        // As an import has it: some records at a time.
        let some: Vec<_> = records.by_ref().take(1_000).collect();
        let start = worked();
        some.iter().for_each(|record| builder.add(record).unwrap());
        adding += worked() - start;
    }
    let taken = peak().unwrap_or_default() - before;
    let (start, mut finishing, mut longest) = (worked(), builder.finishing(), Duration::ZERO);
    let store = loop {
        let start = Instant::now();
        let store = finishing.step();
        longest = longest.max(start.elapsed());
        if let Some(store) = store {
            break store;
        }
    };
    let finishing = worked() - start;
    let ms = |it: Duration| it.as_secs_f64() * 1e3;
    println!("{names} names, {} actors", store.actor_count());
    let (all, adding, finishing) = (ms(adding + finishing), ms(adding), ms(finishing));
    println!("  build {all:.0} ms: {adding:.0} to take the records, {finishing:.0} to put them in order");
    println!("  the longest step of that: {:.0} ms", ms(longest));
    if let Some(peak) = peak() {
        let (most, bytes) = (peak - before, store.bytes());
        println!(
            "  {:.1} MB stay; at most {most:.1} MB, {taken:.1} MB before the end: {bytes:?}",
            bytes.total() as f64 / 1e6
        );
    }
    store
}

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|it| it.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![10_000, 100_000, 1_000_000] } else { asked };
    for names in sizes {
        let store = build(names);
        if std::env::args().any(|it| it == "--build") {
            continue;
        }
        searches(&store, names);
        filters(&store);
        orders(&store);
        let actors: Vec<_> =
            (0..1_000).map(|at| ActorId((at * 7_919 % store.actor_count()) as u32)).collect();
        time("an actor read back whole", &actors, 3, |it| store.actor(*it).map_or(0, |it| it.records.len()));
        time("neighbours, at most 30", &actors, 3, |it| store.neighbours(*it, 30).some.len());
        time("components", &[()], 3, |()| store.components().sizes.len());
        println!("  with all orders: {:.1} MB\n", store.bytes().total() as f64 / 1e6);
    }
}
