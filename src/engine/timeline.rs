//! The timeline that a query leaves.

use super::Engine;
use crate::query::{Period, Query, View, rows};
use crate::timeline::Timeline;

impl Engine {
    /// The timeline that a query leaves. Its axis is the same with and without a period.
    pub fn timeline(&self, query: &Query) -> Timeline {
        let query = query.viewing(View::Timeline);
        let whole = Query { period: Period::default(), ..query.clone() };
        let (shown, all) = (rows(&self.data, &query), rows(&self.data, &whole));
        Timeline::of(&self.data, self.words, query.lanes, &shown, &all)
    }
}
