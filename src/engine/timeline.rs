//! The timeline that a query leaves.

use super::Bundled;
use crate::query::{Marks, Period, Query, Row, View, ends, rows};
use crate::timeline::Timeline;

impl Bundled {
    /// The timeline that a query leaves. Its axis is the same with and without a period.
    ///
    /// A focus leaves its actor, all who take part in a fact with it, and what passes among them, as in the
    /// network. What is hidden in the network is not hidden here: it is the drawing that is kept clear.
    pub fn timeline(&self, query: &Query) -> Timeline {
        let query = Query { marks: Marks::default(), ..query.viewing(View::Timeline) };
        let whole = Query { period: Period::default(), ..query.clone() };
        let (shown, all) = (self.timeline_rows(&query), self.timeline_rows(&whole));
        Timeline::of(&self.data, self.words, query.lanes, query.period, [&shown, &all])
    }

    fn timeline_rows(&self, query: &Query) -> Vec<Row> {
        let mut rows = rows(&self.data, query);
        if query.focus.is_some() {
            let seen = self.seen(&rows, query);
            rows.retain(|row| {
                ends(&self.data, *row).iter().all(|actor| seen.get(actor.index()) == Some(&true))
            });
        }
        rows
    }
}
