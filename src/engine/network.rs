//! The network that a query leaves.
//!
//! Filters decide which facts there are; focus and marks then decide which actors of them are shown.
//! Between two actors who are shown stands all that the filters leave, so that a line has the same
//! number in every part of the network as in its evidence. A path is looked for in what is left in the
//! end, and leaves nobody out.

use super::Bundled;
use crate::graph::Network;
use crate::model::{Actor, ActorId};
use crate::query::{Focus, Mark, Query, Row, View, ends, rows};

/// How many neighbours are added each time that an actor is expanded, those first who share most with it.
pub const EXPAND: usize = 8;

impl Bundled {
    /// The network that a query leaves.
    ///
    /// A focus leaves its actor, all who take part in a fact with it, and what passes among them.
    pub fn network(&self, query: &Query) -> Network {
        let rows = self.network_rows(query);
        let seen = self.seen(&rows, query);
        self.network_of(&rows, &|actor| seen.get(actor.index()) == Some(&true))
    }

    /// The neighbours of an actor that the filters leave and the network of the query does not show, hidden
    /// ones apart: those first who share most with it.
    pub fn beyond(&self, query: &Query, actor: &str) -> Vec<ActorId> {
        let rows = self.network_rows(query);
        let seen = self.seen(&rows, query);
        self.beyond_of(&self.network_of(&rows, &|_| true), &seen, query, actor)
    }

    fn network_rows(&self, query: &Query) -> Vec<Row> {
        rows(&self.data, &query.viewing(View::Network))
    }

    fn network_of(&self, rows: &[Row], seen: &dyn Fn(ActorId) -> bool) -> Network {
        let (mut facts, mut designations) = (Vec::new(), Vec::new());
        for row in rows {
            match row {
                Row::Fact(id) => facts.push(*id),
                Row::Designation(id) => designations.push(*id),
            }
        }
        Network::among(&self.data, &facts, &designations, seen)
    }

    /// Which actors focus and marks let be seen.
    pub(super) fn seen(&self, rows: &[Row], query: &Query) -> Vec<bool> {
        let data = &self.data;
        let mut seen = vec![!query.in_part(); data.actors.len()];
        if let Some(actor) = query.focus.as_ref().and_then(|Focus(key)| data.find::<Actor>(key)) {
            let with = rows.iter().map(|row| ends(data, *row)).filter(|ends| ends.contains(&actor));
            set(&mut seen, &mut with.flatten(), true);
        }
        let marked = |mark: Mark| query.marks.of(mark).filter_map(|key| data.find::<Actor>(key));
        set(&mut seen, &mut marked(Mark::Only), true);
        if query.in_part() && marked(Mark::Expand).next().is_some() {
            let whole = self.network_of(rows, &|_| true);
            for key in query.marks.of(Mark::Expand) {
                let more = self.beyond_of(&whole, &seen, query, key).into_iter().take(EXPAND);
                set(&mut seen, &mut more.chain(data.find::<Actor>(key)), true);
            }
        }
        set(&mut seen, &mut marked(Mark::Hide), false);
        seen
    }

    fn beyond_of(&self, whole: &Network, seen: &[bool], query: &Query, actor: &str) -> Vec<ActorId> {
        let data = &self.data;
        let node = data.find::<Actor>(actor).and_then(|actor| whole.find(actor));
        let nearest = node.map(|node| whole.nearest(node)).unwrap_or_default();
        let actors = nearest.into_iter().filter_map(|node| whole.node(node)).map(|node| node.actor);
        actors
            .filter(|it| seen.get(it.index()) != Some(&true))
            .filter(|it| data.actors.get(it.index()).is_some_and(|it| !query.marks.has(Mark::Hide, &it.key)))
            .collect()
    }
}

fn set(seen: &mut [bool], actors: &mut dyn Iterator<Item = ActorId>, to: bool) {
    for actor in actors {
        if let Some(seen) = seen.get_mut(actor.index()) {
            *seen = to;
        }
    }
}
