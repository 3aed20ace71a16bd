//! Facets, period and order, held against every row looked at one by one.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use sourceline::import::record::{Country, Dating, Designation, Kind, Listing};
use sourceline::model::{Date, When};
use sourceline::query::{Period, fold};
use sourceline::store::{
    ActorId, Column, Dates, ENDED, Facet, Filter, IN_FORCE, Order, PENDING, RowId, Store, UNLISTED,
};

use super::made::{Plain, PlainRow, named, plain, record, store};

/// The values that a row has of a facet, the long way.
pub(super) fn values(actors: &[Plain], (actor, designation): &PlainRow, facet: Facet) -> Vec<String> {
    let actor = &actors[*actor];
    let all = match (facet, designation) {
        (Facet::List, _) => vec![actor.list.clone()],
        (Facet::Kind, _) => vec![actor.kind.schema().to_owned()],
        (Facet::Country, _) => actor.countries().into_iter().collect(),
        (Facet::Status, None) => vec![UNLISTED.to_owned()],
        (Facet::Status, Some(it)) => {
            let status = match it.status {
                Listing::InForce => IN_FORCE,
                Listing::Pending => PENDING,
                Listing::Ended => ENDED,
            };
            vec![status.to_owned()]
        }
        (Facet::Authority, Some(it)) => vec![it.authority.clone()],
        (Facet::Programme, Some(it)) => it.programmes.clone(),
        (Facet::Measure, Some(it)) => it.measures.clone(),
        (Facet::Authority | Facet::Programme | Facet::Measure, None) => Vec::new(),
    };
    let mut values: Vec<String> = Vec::new();
    for value in all {
        let counts = !value.is_empty() || facet == Facet::Country;
        if counts && !values.contains(&value) {
            values.push(value);
        }
    }
    values
}

/// True where a row's dates may have a day in the filter's period, the long way.
fn is_within((_, designation): &PlainRow, filter: &Filter) -> bool {
    let period = filter.period;
    let ends = |dating: Option<&Dating>| dating.map_or((None, None), |it| (it.start, it.end));
    let (listed, ended) = designation
        .as_ref()
        .map_or(((None, None), (None, None)), |it| (ends(it.listed_on.as_ref()), ends(it.ended_on.as_ref())));
    let (start, end) = match filter.dates {
        Dates::Listed => listed,
        Dates::Ended => ended,
        Dates::InForce if !period.narrows() => return true,
        Dates::InForce => match listed.0 {
            None => return false,
            // Of two dates the wrong way round each is looked at by itself.
            start => {
                let from = period.from.map(Date::first);
                let over = matches!((ended.1.map(Date::last), from), (Some(end), Some(from)) if end < from);
                return !over && period.holds(&When { start, ..When::default() });
            }
        },
    };
    period.holds(&When { start, end, ..When::default() })
}

pub(super) fn has(actors: &[Plain], row: &PlainRow, filter: &Filter, except: Option<Facet>) -> bool {
    is_within(row, filter)
        && filter.chosen.iter().all(|(facet, chosen)| {
            Some(*facet) == except
                || chosen.is_empty()
                || values(actors, row, *facet).iter().any(|it| chosen.contains(it))
        })
}

/// What a row is put in order by, the long way; rows without come last.
fn key(store: &Store, actors: &[Plain], row: &PlainRow, column: Column) -> Option<Vec<String>> {
    let dates = |dating: Option<&Dating>| {
        let it = dating?;
        let (start, end) = (it.start.or(it.end)?, it.end.or(it.start)?);
        Some(vec![start.first().to_string(), end.last().to_string()])
    };
    let designation = row.1.as_ref();
    match column {
        Column::Target => {
            let name = actors[row.0].names().first().map(|(_, name)| fold(name))?;
            (!name.is_empty()).then(|| vec![name])
        }
        Column::Facet(Facet::Country) => {
            // The naive list has countries in another order; the line has them as the store does.
            let at = store.rows(ActorId(row.0 as u32)).next().unwrap();
            let all: Vec<_> = store.line(at).unwrap().countries.iter().map(|it| fold(it)).collect();
            (!all.is_empty()).then_some(all)
        }
        Column::Facet(facet) => {
            let all: Vec<_> = values(actors, row, facet).iter().map(|it| fold(it)).collect();
            (!all.is_empty()).then_some(all)
        }
        Column::Listed => dates(designation?.listed_on.as_ref()),
        Column::Ended => dates(designation?.ended_on.as_ref()),
        Column::Degree => Some(vec![format!("{:09}", store.degree(ActorId(row.0 as u32)))]),
    }
}

fn filter() -> impl Strategy<Value = Filter> {
    let date =
        || select(vec![None, Some((2021, 0, 0)), Some((2022, 3, 0)), Some((2022, 3, 9)), Some((9999, 0, 0))]);
    let of = |it: Option<(u16, u8, u8)>| it.map(|(year, month, day)| Date::of(year, month, day).unwrap());
    let known =
        ["A", "B", "in-force", "ended", "unlisted", "one", "two", "Person", "ru", "kp", "Ruritania", "none"];
    let value = select(known.to_vec()).prop_map(str::to_owned);
    let chosen = vec((select(Facet::ALL.to_vec()), vec(value, 0..4)), 0..4);
    let dates = select(vec![Dates::Listed, Dates::Ended, Dates::InForce]);
    (date(), date(), dates, chosen).prop_map(move |(from, to, dates, mut chosen)| {
        chosen.sort_by_key(|(facet, _)| *facet);
        chosen.dedup_by_key(|(facet, _)| *facet);
        Filter { period: Period { from: of(from), to: of(to) }, dates, chosen, ..Filter::default() }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn rows_counts_and_orders_are_those_of_the_long_way(
        records in vec(record(), 0..14),
        filter in filter(),
        column in select(Column::ALL.to_vec()),
        start in 0..6_usize,
    ) {
        let store = store(&records);
        let (actors, rows) = plain(&records);
        let mut found = store.find(&filter);
        let left: Vec<_> = (0..rows.len()).filter(|row| has(&actors, &rows[*row], &filter, None)).collect();
        prop_assert_eq!(found.total(), left.len());
        prop_assert_eq!(found.as_typed(), left.len());
        for row in 0..rows.len() {
            prop_assert_eq!(found.contains(RowId(row as u32)), left.contains(&row));
        }
        for facet in Facet::ALL {
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            let others = rows.iter().filter(|row| has(&actors, row, &filter, Some(facet)));
            others.for_each(|row| values(&actors, row, facet).into_iter().for_each(|it| *counts.entry(it).or_default() += 1));
            let told = found.facet(&store, facet, usize::MAX);
            prop_assert_eq!(told.more, 0);
            let told: BTreeMap<_, _> =
                told.choices.into_iter().filter(|it| it.count > 0).map(|it| (it.value, it.count)).collect();
            prop_assert_eq!(told, counts);
        }
        let with_key = |row: &usize| (*row, key(&store, &actors, &rows[*row], column));
        let keyed: Vec<_> = left.iter().map(with_key).collect();
        let (mut up, without): (Vec<_>, Vec<_>) = keyed.into_iter().partition(|(_, key)| key.is_some());
        let mut down = up.clone();
        up.sort_by(|a, b| a.1.cmp(&b.1));
        down.sort_by(|a, b| b.1.cmp(&a.1));
        for (order, rows) in [(Order::Up(column), up), (Order::Down(column), down)] {
            let all: Vec<_> = rows.iter().chain(&without).map(|(row, _)| RowId(*row as u32)).collect();
            prop_assert_eq!(&found.window(&store, order, 0..usize::MAX), &all);
            let some: Vec<_> = all.iter().skip(start).take(3).copied().collect();
            prop_assert_eq!(found.window(&store, order, start..start + 3), some);
        }
        let listed: Vec<_> = left.iter().map(|row| RowId(*row as u32)).collect();
        prop_assert_eq!(&found.window(&store, Order::AsListed, 0..usize::MAX), &listed);
        prop_assert_eq!(found.window(&store, Order::Best, 0..usize::MAX), listed);
    }
}

#[test]
fn a_facet_counts_what_the_others_leave() {
    let mut all = Vec::new();
    for (id, programme, country) in
        [("1", "A", "Russia"), ("2", "A", "Cuba"), ("3", "B", "Cuba"), ("4", "C", "Cuba")]
    {
        let mut record = named(id, &["Anna"]);
        record.kind = Kind::Person;
        record.nationalities.push(Country::new(country));
        record
            .designations
            .push(Designation { programmes: vec![programme.to_owned()], ..Designation::default() });
        all.push(record);
    }
    let store = store(&all);
    let chosen = vec![(Facet::Programme, vec!["B".to_owned()])];
    let found = store.find(&Filter { chosen, text: "anna".to_owned(), ..Filter::default() });
    let told = |facet, most| {
        let counts = found.facet(&store, facet, most);
        let choices: Vec<_> = counts.choices.into_iter().map(|it| (it.value, it.count, it.chosen)).collect();
        (choices, counts.more)
    };
    // The chosen value is told beside as many others as there is room for.
    let programmes = vec![("A".to_owned(), 2, false), ("B".to_owned(), 1, true)];
    assert_eq!(told(Facet::Programme, 1), (programmes, 1));
    assert_eq!(told(Facet::Country, 9), (vec![("cu".to_owned(), 1, false)], 0));
    assert_eq!(Facet::find("programme"), Some(Facet::Programme));
}

#[test]
fn facets_and_columns_have_keys_of_their_own() {
    let mut keys: Vec<_> = Column::ALL.into_iter().map(Column::key).collect();
    keys.sort_unstable();
    let count = keys.len();
    keys.dedup();
    assert_eq!(keys.len(), count);
    for facet in Facet::ALL {
        assert!(Column::ALL.contains(&Column::Facet(facet)));
        assert_eq!(Facet::find(facet.key()), Some(facet));
    }
}
