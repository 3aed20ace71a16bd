//! What a query leaves, as a file for the reader.

use super::Ready;
use super::rows::cell;
use crate::export::Table;
use crate::query::OpenedQuery;
use crate::seam::{Engine, Saved, ask};
use crate::store::Column;
use crate::words;

impl Engine<ask::Save> for Ready {
    /// All rows that a query leaves, in its order, as they are shown; with the id of each, its list and where it
    /// stands in which file.
    fn answer(&self, ask: &ask::Save) -> Saved {
        let (query, _) = OpenedQuery::parse(&ask.query);
        let (store, shown) = (&self.store, &self.columns);
        let rows = self.found(&query.filter, |found| {
            let total = found.total();
            found.window(store, query.order, 0..total)
        });
        let rows = rows.into_iter().filter_map(|row| {
            let line = store.line(row)?;
            let cells = shown.iter().map(|column| cell(store, *column, &line, str::to_owned));
            let place = self.place(row).unwrap_or_default();
            Some(cells.chain([line.id.to_owned(), line.list.to_owned(), place]).collect())
        });
        let keys = shown.iter().copied().map(Column::key);
        let columns = keys.chain(["id", "dataset", "evidence"]).map(str::to_owned).collect();
        Saved::of(&stem(&self.summary.name), &ask.format, &Table { columns, rows: rows.collect() })
    }
}

/// What a file is called that is made of a list with that name, without its ending.
pub(super) fn stem(name: &str) -> String {
    let stem: String = name.chars().map(|it| if it.is_alphanumeric() { it } else { '-' }).take(60).collect();
    let stem = stem.trim_matches('-').to_lowercase();
    if stem.is_empty() { words::opened().list_file.to_owned() } else { stem }
}
