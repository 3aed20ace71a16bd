//! The rows of an opened list and what can be chosen of its facets, a window at a time.

use core::ops::Range;

use super::Ready;
use super::countries::country;
use crate::import::record::Listing;
use crate::model::{Date, Naming};
use crate::query::{ActorKey, OpenedQuery, fold};
use crate::seam::{Choice, Engine, FacetCounts, Paper, Row, Rows, ask};
use crate::store::{Column, Dated, Facet, Filter, Found, Line, RowId, Store, UNLISTED};
use crate::words;

/// More rows than a screen has: nobody is answered more of them at once.
const MOST_ROWS: u64 = 1_000;

impl Engine<ask::Rows> for Ready {
    fn answer(&self, ask: &ask::Rows) -> Rows {
        let (query, _) = OpenedQuery::parse(&ask.query);
        let (store, shown) = (&self.store, &self.columns);
        let end = ask.from.saturating_add(ask.count.min(MOST_ROWS));
        let places: Range<usize> = ask.from as usize..end as usize;
        let (total, as_typed, rows) = self.found(&query.filter, |found| {
            let rows = found.window(store, query.order, places);
            (found.total() as u64, found.as_typed() as u64, rows)
        });
        let lines = rows.into_iter().filter_map(|row| store.line(row));
        let rows = lines.map(|line| row(store, shown, &query.filter, line)).collect();
        let similar = match (total, query.filter.typos, query.filter.text.trim()) {
            (0, false, text) if !text.is_empty() => {
                store.find(&Filter { typos: true, ..query.filter.clone() }).total() as u64
            }
            _ => 0,
        };
        Rows { total, of: store.row_count() as u64, as_typed, similar, from: ask.from, rows }
    }
}

impl Engine<ask::Paper> for Ready {
    fn answer(&self, ask: &ask::Paper) -> Paper {
        let (query, _) = OpenedQuery::parse(&ask.query);
        let store = &self.store;
        let (total, rows) = self.found(&query.filter, |found| {
            let rows = found.window(store, query.order, 0..ask.most.min(MOST_ROWS) as usize);
            (found.total() as u64, rows)
        });
        let rows = rows.into_iter().filter_map(|it| {
            let line = store.line(it)?;
            let who = line.authority.map(str::to_owned);
            let says: Vec<_> = who.into_iter().chain(self.place(it)).collect();
            Some((row(store, &self.columns, &query.filter, line), says.join(" → ")))
        });
        Paper { total, of: store.row_count() as u64, rows: rows.collect() }
    }
}

impl Engine<ask::Facets> for Ready {
    /// The facets that tell rows apart.
    fn answer(&self, ask: &ask::Facets) -> Vec<FacetCounts> {
        let (query, _) = OpenedQuery::parse(&ask.query);
        let words = words::opened();
        let is_told = |it: &Facet| self.facets.contains(it) || !query.chosen(*it).is_empty();
        let told = Facet::ALL.into_iter().filter(is_told);
        let one = |found: &mut Found, facet: Facet| {
            let wide = ask.wider.iter().find(|(key, _, _)| key == facet.key());
            let (most, text) = wide.map_or((ask.most, ""), |(_, most, text)| (*most, text.as_str()));
            let text = fold(text);
            let all = if text.is_empty() { most as usize } else { usize::MAX };
            let counts = found.facet(&self.store, facet, all);
            let choices = counts.choices.into_iter().map(|it| Choice {
                label: value(facet, &it.value),
                value: it.value,
                count: it.count as u64,
                chosen: it.chosen,
            });
            let mut choices: Vec<_> = choices
                .filter(|it| it.chosen || text.is_empty() || fold(&it.label).contains(&text))
                .collect();
            let more = counts.more + choices.len().saturating_sub(most as usize);
            if !text.is_empty() {
                choices.truncate(most as usize);
            }
            let more = if text.is_empty() { counts.more } else { more } as u64;
            FacetCounts { key: facet.key().to_owned(), label: words.facet(facet).to_owned(), choices, more }
        };
        self.found(&query.filter, |found| told.map(|facet| one(found, facet)).collect())
    }
}

impl Ready {
    /// Where a row stands, in words.
    pub(super) fn place(&self, row: RowId) -> Option<String> {
        self.store.place(row).map(|it| words::import().place(self.import.report(), &it))
    }

    /// Something of what a filter leaves, found again only where it is another than before.
    pub(super) fn found<T>(&self, filter: &Filter, then: impl FnOnce(&mut Found) -> T) -> T {
        let mut last = self.found.borrow_mut();
        let found = match last.take() {
            Some((old, found)) if old == *filter => found,
            _ => self.store.find(filter),
        };
        let (_, found) = last.insert((filter.clone(), found));
        then(found)
    }
}

/// The value of a facet for readers.
pub(super) fn value(facet: Facet, value: &str) -> String {
    let name = match facet {
        Facet::Country => country(value),
        _ => words::opened().value(facet, value),
    };
    name.unwrap_or_else(|| value.to_owned())
}

/// The key of an actor.
pub(super) fn key(list: &str, id: &str) -> String {
    ActorKey { list: list.to_owned(), id: id.to_owned() }.to_string()
}

/// A name, or that there is none.
pub(super) fn named(name: &str) -> String {
    if name.is_empty() { words::opened().no_name.to_owned() } else { name.to_owned() }
}

fn row(store: &Store, shown: &[Column], filter: &Filter, line: Line<'_>) -> Row {
    let words = words::opened();
    let also = other_name(store, filter, &line)
        .map(|name| words::filled(words.also_called, &[&words::apart(&name)]));
    let status = line.status.map_or(UNLISTED, Listing::key);
    Row {
        key: key(line.list, line.id),
        name: named(line.target),
        naming: if line.target.is_empty() { Naming::Unnamed } else { Naming::Named },
        detail: also.unwrap_or_else(|| line.id.to_owned()),
        cells: shown.iter().skip(1).map(|column| cell(store, *column, &line, words::apart)).collect(),
        status: status.to_owned(),
    }
}

/// What a cell says. `part` makes of each value what stands beside others: on the page it is set apart.
pub(super) fn cell(store: &Store, column: Column, line: &Line<'_>, part: fn(&str) -> String) -> String {
    let values = |facet, all: &[&str]| {
        let all: Vec<_> = all.iter().map(|it| part(&value(facet, it))).collect();
        all.join(", ")
    };
    let one = match column {
        Column::Target => named(line.target),
        Column::Facet(facet) => match facet {
            Facet::List => line.list.to_owned(),
            Facet::Authority => line.authority.unwrap_or_default().to_owned(),
            Facet::Programme => return values(facet, &line.programmes),
            Facet::Measure => return values(facet, &line.measures),
            Facet::Kind => words::opened().kind(line.kind).to_owned(),
            Facet::Country => return values(facet, &line.countries),
            Facet::Status => match line.status {
                Some(it) => words::opened().status(it).to_owned(),
                None => value(facet, UNLISTED),
            },
        },
        Column::Listed => line.listed.map(dated).unwrap_or_default(),
        Column::Ended => line.ended.map(dated).unwrap_or_default(),
        Column::Degree => match store.degree(line.actor) {
            0 => String::new(),
            degree => degree.to_string(),
        },
    };
    part(&one)
}

fn dated(it: Dated<'_>) -> String {
    time(it.words, it.start, it.end, it.circa)
}

/// A time as precisely as it is known; the words of the list where it is not understood.
pub(super) fn time(text: &str, start: Option<Date>, end: Option<Date>, circa: bool) -> String {
    let date = |date| words::EN.short_date(date);
    let told = match (start, end) {
        (Some(start), Some(end)) if start != end => format!("{} – {}", date(start), date(end)),
        (Some(start), Some(_)) => date(start),
        (Some(start), None) => format!("{} –", date(start)),
        (None, Some(end)) => format!("– {}", date(end)),
        (None, None) => text.to_owned(),
    };
    if circa { format!("{} {told}", words::opened().circa) } else { told }
}

/// The name by which the search has found a row, where it is not the one under which it is listed.
fn other_name(store: &Store, filter: &Filter, line: &Line<'_>) -> Option<String> {
    let folded = fold(&filter.text);
    let wanted: Vec<_> = folded.split_whitespace().collect();
    if wanted.is_empty() {
        return None;
    }
    let has = |name: &str| {
        let name = fold(name);
        wanted.iter().all(|word| name.split(|it: char| !it.is_alphanumeric()).any(|it| it.starts_with(word)))
    };
    let names = store.names(line.actor);
    let names: Vec<_> = names.collect();
    if names.first().is_none_or(|name| has(name)) {
        return None;
    }
    names.into_iter().find(|name| has(name)).map(str::to_owned)
}
