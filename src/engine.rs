//! What the views ask, answered over a dataset in the words of the page.
//!
//! Answers are plain data: nothing in them knows a browser, so each can be tested natively and,
//! later, come from a worker or a server.

mod card;
mod dossier;
mod listing;
mod shown;

use crate::model::{Dataset, Designation, DesignationId, Fact, FactId};
use crate::query::{Facet, FacetCounts, Query, Row, View, rows};
use crate::words::Words;

pub use card::{Card, Span};
pub use dossier::{Dossier, Section, Term};
pub use listing::Listing;
pub use shown::shown_table;

/// Answers over one dataset.
pub struct Engine {
    data: Dataset,
    words: &'static Words,
}

/// The rows of the list that a query leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The rows in the query's order.
    pub rows: Vec<Listing>,
    /// How many rows there are with nothing narrowed but what is so by default.
    pub of: usize,
    /// How many rows the default leaves out.
    pub others: usize,
}

impl Engine {
    /// An engine over `data` that speaks with `words`.
    pub const fn new(data: Dataset, words: &'static Words) -> Self {
        Self { data, words }
    }

    /// The dataset.
    pub const fn data(&self) -> &Dataset {
        &self.data
    }

    /// The catalogue it speaks with.
    pub const fn words(&self) -> &'static Words {
        self.words
    }

    /// The facets of the query's view, each with what its values would leave.
    pub fn facets(&self, query: &Query) -> Vec<FacetCounts> {
        Facet::of_view(query.view).map(|facet| facet.counts(&self.data, self.words, query)).collect()
    }

    /// The facts and the designations that a query leaves for the network.
    pub fn drawn(&self, query: &Query) -> (Vec<FactId>, Vec<DesignationId>) {
        let (mut facts, mut designations) = (Vec::new(), Vec::new());
        for row in rows(&self.data, &query.viewing(View::Network)) {
            match row {
                Row::Fact(id) => facts.push(id),
                Row::Designation(id) => designations.push(id),
            }
        }
        (facts, designations)
    }

    /// Every fact and every designation: the whole network.
    pub fn all(&self) -> (Vec<FactId>, Vec<DesignationId>) {
        let facts = self.data.all::<Fact>().map(|(id, _)| id).collect();
        let designations = self.data.all::<Designation>().map(|(id, _)| id).collect();
        (facts, designations)
    }

    /// The sanctions list that a query leaves.
    pub fn list(&self, query: &Query) -> List {
        let query = query.viewing(View::Sanctions);
        let listing = |row: &Row| Listing::of(&self.data, self.words, *row);
        let mut found: Vec<_> = rows(&self.data, &query).iter().map(listing).collect();
        listing::order(&mut found, query.sort);
        let of = rows(&self.data, &query.cleared()).len();
        let all = Row::of_view(&self.data, View::Sanctions).len();
        List { rows: found, of, others: all - of }
    }
}
