//! Where a find is shown best.

use crate::model::{Dataset, Designation, Fact};
use crate::query::{Facet, Query, Row, Selection, View, rows};

/// The query that shows a selection in the view that shows it best.
///
/// What the reader has narrowed stays as it is where it leaves the row to be seen, and gives way where it
/// does not: nobody opens something in order not to see it.
pub fn opening(data: &Dataset, query: &Query, selection: &Selection) -> Query {
    let view = best_view(data, query.view, selection);
    let wanted = query.viewing(view).selecting(Some(selection.clone()));
    let row = match selection {
        Selection::Fact(key) => data.find::<Fact>(key).map(Row::Fact),
        Selection::Designation(key) => data.find::<Designation>(key).map(Row::Designation),
        _ => None,
    };
    let Some(row) = row else { return wanted };
    let mut tries = vec![wanted.clone(), wanted.cleared()];
    if let Some(listing) = Facet::find("listing") {
        tries.push(wanted.cleared().with_chosen(listing, Vec::new()));
    }
    tries.into_iter().find(|query| rows(data, query).contains(&row)).unwrap_or(wanted)
}

/// The view that shows a selection best, for a reader who is in `now`.
fn best_view(data: &Dataset, now: View, selection: &Selection) -> View {
    let shows = |row: Row| Row::of_view(data, now).contains(&row);
    match selection {
        Selection::Designation(_) => View::Sanctions,
        Selection::Fact(key) if data.find::<Fact>(key).is_some_and(|id| shows(Row::Fact(id))) => now,
        _ => View::Network,
    }
}
