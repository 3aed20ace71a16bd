//! Where a find is shown best.

use crate::model::{Actor, ActorId, Dataset, Designation, Fact, FactKind};
use crate::query::{Facet, Query, Row, Selection, View, ends, rows};

/// The query that shows a selection in the view that shows it best.
///
/// What the reader has narrowed stays as it is where it leaves the thing to be seen, and gives way where it
/// does not: nobody opens something in order not to see it.
pub fn opening(data: &Dataset, query: &Query, selection: &Selection) -> Query {
    let view = best_view(data, query.view, selection);
    let wanted = query.viewing(view).selecting(Some(selection.clone()));
    let sought = match selection {
        Selection::Actor(key) => data.find::<Actor>(key).map(Sought::Actor),
        Selection::Fact(key) => data.find::<Fact>(key).map(|id| Sought::Row(Row::Fact(id))),
        Selection::Designation(key) => {
            data.find::<Designation>(key).map(|id| Sought::Row(Row::Designation(id)))
        }
        _ => None,
    };
    let Some(sought) = sought else { return wanted };
    let mut tries = vec![wanted.clone(), Query { focus: None, ..wanted.clone() }, wanted.cleared()];
    if let Some(listing) = Facet::find("listing") {
        tries.push(wanted.cleared().with_chosen(listing, Vec::new()));
    }
    tries.into_iter().find(|query| sought.is_seen(data, query)).unwrap_or(wanted)
}

/// What should be seen.
enum Sought {
    Actor(ActorId),
    Row(Row),
}

impl Sought {
    /// True where it is among what a query leaves.
    fn is_seen(&self, data: &Dataset, query: &Query) -> bool {
        let rows = rows(data, query);
        let focus = query.focus.as_ref().and_then(|focus| data.find::<Actor>(&focus.0));
        match self {
            Self::Row(row) => rows.contains(row),
            Self::Actor(actor) => rows.iter().any(|row| {
                let ends = ends(data, *row);
                ends.contains(actor) && focus.is_none_or(|focus| ends.contains(&focus))
            }),
        }
    }
}

/// The view that shows a selection best, for a reader who is in `now`.
fn best_view(data: &Dataset, now: View, selection: &Selection) -> View {
    let fact = match selection {
        Selection::Designation(_) => return View::Sanctions,
        Selection::Source(_) => return View::Sources,
        Selection::Fact(key) => data.find::<Fact>(key),
        _ => None,
    };
    match fact {
        Some(id) if now != View::Sources && Row::of_view(data, now).contains(&Row::Fact(id)) => now,
        Some(id) if data[id].kind == FactKind::Statement => View::Statements,
        _ => View::Network,
    }
}
