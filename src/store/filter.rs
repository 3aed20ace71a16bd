//! What a reader narrows a list to, and what is left of it.

use core::ops::Range;
use std::borrow::Cow;

use super::bits::Bits;
use super::facet::{Choice, Facet, FacetCounts, Order};
use super::text::Hits;
use super::{RowId, Store, sorted};
use crate::model::When;
use crate::query::Period;

/// What a reader narrows a list to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that a target must be meant by; see [`super`] for what means what. Blank text narrows nothing.
    pub text: String,
    /// True where words of the text may have a wrong letter.
    pub typos: bool,
    /// Values of facets: a row must have one of each facet's values. A facet without values narrows nothing.
    pub chosen: Vec<(Facet, Vec<String>)>,
    /// The days that are narrowed to.
    pub period: Period,
    /// Which dates must fall into the period.
    pub dates: Dates,
}

/// Which dates of a row a period is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dates {
    /// When the target was listed.
    #[default]
    Listed,
    /// When the designation ended.
    Ended,
    /// From when it was listed until it ended, or still.
    InForce,
}

/// What a filter leaves of a store. It is asked together with that store, for a window at a time.
#[derive(Debug)]
pub struct Found {
    /// The rows that are left; nothing where all are.
    rows: Option<Bits>,
    total: usize,
    as_typed: usize,
    /// For each facet that is narrowed, the rows that the others leave; nothing where all are.
    others: Vec<(Facet, Option<Bits>)>,
    chosen: Vec<(Facet, Vec<String>)>,
    hits: Option<Hits>,
    /// True where nothing but the text narrows.
    text_alone: bool,
    /// The rows in the order that was asked for last.
    ordered: Option<Ordered>,
}

/// The first rows in an order.
#[derive(Debug)]
struct Ordered {
    order: Order,
    rows: Vec<u32>,
    /// True where these are all.
    whole: bool,
}

/// How many rows are put in order for the first windows, which are looked at after each letter that is typed.
const FIRST: usize = 1_000;

impl Filter {
    /// The values that a facet is narrowed to.
    fn values(&self, facet: Facet) -> Vec<&String> {
        self.chosen.iter().filter(|(it, _)| *it == facet).flat_map(|(_, values)| values).collect()
    }
}

impl Found {
    pub(super) fn new(store: &Store, filter: &Filter) -> Self {
        let hits = (!filter.text.trim().is_empty())
            .then(|| store.text.find(&filter.text, filter.typos, &store.strings));
        let mut common = hits.as_ref().map(|hits| rows_of(store, hits));
        if filter.period.narrows() {
            meet(&mut common, Cow::Owned(in_period(store, filter)));
        }
        let mut narrowed = Vec::new();
        for facet in Facet::ALL {
            let values = filter.values(facet);
            if !values.is_empty() {
                let column = store.rows.facet(facet);
                let is_wanted = |value: &str| values.iter().any(|it| it.as_str() == value);
                let wanted: Vec<_> =
                    column.values.iter().map(|id| is_wanted(store.strings.get(*id))).collect();
                narrowed.push((facet, column.rows(&wanted)));
            }
        }
        let mut rows = common.clone();
        narrowed.iter().for_each(|(_, it)| meet(&mut rows, Cow::Borrowed(it)));
        let others = narrowed.iter().map(|(facet, _)| {
            let mut left = common.clone();
            let others = narrowed.iter().filter(|(it, _)| it != facet);
            others.for_each(|(_, it)| meet(&mut left, Cow::Borrowed(it)));
            (*facet, left)
        });
        let others = others.collect();
        let total = rows.as_ref().map_or(store.row_count(), Bits::count);
        let as_typed = match (&rows, &hits) {
            (Some(rows), Some(hits)) if filter.typos => {
                let all = hits.as_typed().flat_map(|actor| store.rows_of(actor));
                all.filter(|row| rows.contains(*row)).count()
            }
            // Without wrong letters everybody is found as it was typed.
            _ => total,
        };
        let text_alone = narrowed.is_empty() && !filter.period.narrows();
        let chosen = filter.chosen.clone();
        Self { rows, total, as_typed, others, chosen, hits, text_alone, ordered: None }
    }

    /// How many rows are left.
    pub const fn total(&self) -> usize {
        self.total
    }

    /// How many of them fit the text as it was typed, without a wrong letter; all where there is no text.
    pub const fn as_typed(&self) -> usize {
        self.as_typed
    }

    /// True where a row is left.
    pub fn contains(&self, row: RowId) -> bool {
        self.rows.as_ref().is_none_or(|it| it.contains(row.0 as usize))
    }

    /// Some of the rows that are left, in an order: those in a range of places, as far as there are so many.
    ///
    /// The order is worked out with the first window, as far as the first thousand rows, and for all that are left with
    /// the first window beyond; it is kept until another is asked for.
    pub fn window(&mut self, store: &Store, order: Order, places: Range<usize>) -> Vec<RowId> {
        let known =
            self.ordered.take().filter(|it| it.order == order && (it.whole || places.end <= it.rows.len()));
        let ordered = known.unwrap_or_else(|| {
            let most = if places.end <= FIRST { FIRST } else { usize::MAX };
            let rows = self.in_order(store, order, most);
            Ordered { order, whole: rows.len() == self.total, rows }
        });
        let end = places.end.min(ordered.rows.len());
        let window = ordered.rows.get(places.start..end).unwrap_or_default();
        let window = window.iter().map(|row| RowId(*row)).collect();
        self.ordered = Some(ordered);
        window
    }

    /// How many rows have each value of a facet, at most so many values beside the chosen ones.
    pub fn facet(&self, store: &Store, facet: Facet, most: usize) -> FacetCounts {
        let column = store.rows.facet(facet);
        let rows = self.others.iter().find(|(it, _)| *it == facet).map_or(&self.rows, |(_, rows)| rows);
        let counts = column.counts(rows.as_ref());
        let is_chosen = |value: &str| {
            self.chosen.iter().any(|(it, all)| *it == facet && all.iter().any(|it| it == value))
        };
        let values = column.values.iter().map(|id| store.strings.get(*id)).zip(counts);
        let mut all: Vec<_> = values
            .map(|(value, count)| (is_chosen(value), count, value))
            .filter(|(chosen, count, _)| *chosen || *count > 0)
            .collect();
        all.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.2.cmp(b.2)));
        let mut room = most;
        let mut more = 0;
        all.retain(|(chosen, _, _)| {
            let kept = *chosen || room > 0;
            match (chosen, kept) {
                (false, true) => room -= 1,
                (_, false) => more += 1,
                (true, true) => {}
            }
            kept
        });
        let choices = all.into_iter().map(|(chosen, count, value)| Choice {
            value: value.to_owned(),
            count: count as usize,
            chosen,
        });
        FacetCounts { facet, choices: choices.collect(), more }
    }

    /// The rows that are left in an order, at least so many of them where there are so many.
    fn in_order(&self, store: &Store, order: Order, most: usize) -> Vec<u32> {
        let rows = self.rows.as_ref();
        match (order, &self.hits) {
            // Nothing but the text narrows: all rows of whoever is meant are left.
            (Order::Best, Some(hits)) if self.text_alone => {
                hits.best_first(most, |actor| store.rows_of(actor as usize).map(|row| row as u32))
            }
            (Order::Best, Some(hits)) => hits.best_first(most, |actor| {
                let of = store.rows_of(actor as usize);
                of.filter(|row| rows.is_none_or(|it| it.contains(*row))).map(|row| row as u32)
            }),
            (Order::Best | Order::AsListed, _) => match rows {
                Some(rows) => rows.iter().take(most).map(|row| row as u32).collect(),
                None => (0..store.row_count().min(most) as u32).collect(),
            },
            (Order::Up(column), _) => sorted_by(store, column).of(rows, false, most),
            (Order::Down(column), _) => sorted_by(store, column).of(rows, true, most),
        }
    }
}

/// The order by a column, which is worked out when it is asked for first.
fn sorted_by(store: &Store, column: super::Column) -> &sorted::Sorted {
    store.sorted.of(column).get_or_init(|| sorted::sorted(store, column))
}

/// The rows of the actors that are meant.
fn rows_of(store: &Store, hits: &Hits) -> Bits {
    let mut rows = Bits::new(store.row_count());
    hits.actors().for_each(|actor| rows.insert_all(store.rows_of(actor)));
    rows
}

/// The rows with dates in the filter's period.
fn in_period(store: &Store, filter: &Filter) -> Bits {
    let rows = &store.rows;
    let period = filter.period;
    let holds = |start, end| period.holds(&When { start, end, ..When::default() });
    let within: Vec<_> = rows.dates.iter().map(|it| holds(it.start, it.end)).collect();
    match filter.dates {
        Dates::Listed => rows.listed.rows(&within),
        Dates::Ended => rows.ended.rows(&within),
        Dates::InForce => {
            // A designation of which nobody says when it began is in no period, as all that has no date.
            let begun: Vec<_> =
                rows.dates.iter().map(|it| it.start.is_some() && holds(it.start, None)).collect();
            let over: Vec<_> = rows.dates.iter().map(|it| it.end.is_some() && !holds(None, it.end)).collect();
            let mut left = rows.listed.rows(&begun);
            left.remove(&rows.ended.rows(&over));
            left
        }
    }
}

fn meet(rows: &mut Option<Bits>, other: Cow<'_, Bits>) {
    match rows {
        Some(rows) => rows.keep(&other),
        None => *rows = Some(other.into_owned()),
    }
}
