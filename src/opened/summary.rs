//! What is known of an opened list as a whole.

use crate::import::report::{FileReport, Outcome, Report};
use crate::model::Date;
use crate::seam::{FileSummary, Heading, Summary, Tally};
use crate::store::{Column, Facet, Store};
use crate::words;

/// The summary of an open list that shows some columns.
pub(super) fn of(report: &Report, store: &Store, columns: &[Column]) -> Summary {
    Summary {
        actors: store.actor_count() as u64,
        rows: store.row_count() as u64,
        names: store.name_count() as u64,
        relations: store.relation_count() as u64,
        columns: columns.iter().map(|it| heading(*it)).collect(),
        bytes: store.bytes().total() as u64,
        ..of_report(report)
    }
}

/// The summary where nothing could be opened.
pub(super) fn of_report(report: &Report) -> Summary {
    let files: Vec<_> = report.files().iter().map(file).collect();
    let tallies = report.reasons().filter_map(|((outcome, _), tally)| {
        let first = tally.first.first()?;
        let [example, _] = words::import().what(&first.what);
        let label = words::import().outcome(outcome).to_owned();
        Some(Tally { outcome: number(outcome), label, example, count: tally.count })
    });
    Summary {
        name: name(&files),
        published: files.iter().find_map(|it| it.published.clone()),
        tallies: tallies.collect(),
        files,
        ..Summary::default()
    }
}

/// The number of an outcome: its place in their order.
pub(super) const fn number(outcome: Outcome) -> u8 {
    outcome as u8
}

/// The facets that tell rows apart: one value for all does not.
pub(super) fn facets(store: &Store) -> Vec<Facet> {
    Facet::ALL.into_iter().filter(|it| store.value_count(*it) > 1).collect()
}

/// The columns in which there is anything, in the order in which they are shown, with those facets. The target is
/// always there.
pub(super) fn columns(store: &Store, facets: &[Facet]) -> Vec<Column> {
    let all = [
        Column::Target,
        Column::Facet(Facet::Kind),
        Column::Facet(Facet::Programme),
        Column::Facet(Facet::Country),
        Column::Facet(Facet::Measure),
        Column::Facet(Facet::Authority),
        Column::Facet(Facet::List),
        Column::Facet(Facet::Status),
        Column::Listed,
        Column::Ended,
        Column::Degree,
    ];
    let says_something = |column: &Column| match column {
        Column::Target => true,
        Column::Facet(facet) => facets.contains(facet) || *facet == Facet::Kind,
        Column::Listed | Column::Ended => store.has_dates(*column),
        Column::Degree => store.relation_count() > 0,
    };
    all.into_iter().filter(says_something).collect()
}

fn heading(column: Column) -> Heading {
    Heading { key: column.key().to_owned(), label: words::opened().column(column).to_owned() }
}

/// The name of the list where all files agree on one, else of its files.
fn name(files: &[FileSummary]) -> String {
    let read = || files.iter().filter(|it| it.kept > 0);
    let mut lists = read().filter_map(|it| it.list.as_ref());
    match (lists.next(), read().next().or(files.first())) {
        (Some(list), Some(_)) if lists.all(|it| it == list) => list.clone(),
        (_, Some(first)) if files.len() > 1 => {
            words::filled(words::opened().several_files, &[&first.name, &(files.len() - 1).to_string()])
        }
        (_, Some(first)) => first.name.clone(),
        (_, None) => String::new(),
    }
}

/// The day of a time to the thousandth of a second; other words as they are.
fn published(words: &str) -> String {
    let day = words.split_once('T').map_or(words, |(day, _)| day);
    day.parse::<Date>().map_or_else(|_| words.to_owned(), |day| words::EN.short_date(day))
}

fn file(it: &FileReport) -> FileSummary {
    FileSummary {
        name: it.name.clone(),
        format: it.format.map(|format| (format.label)(words::import()).to_owned()),
        list: it.about.list.clone(),
        published: it.about.published.as_deref().map(published),
        said: it.about.count,
        read: it.read,
        kept: it.kept,
        repaired: it.repaired,
        refused: it.refused,
        table: it.about.table.clone(),
        stopped: it.stopped.as_ref().map(|refusal| words::import().refusal(refusal)),
    }
}
