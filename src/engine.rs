//! The bundled story: what its views ask, answered in the words of the page.
//!
//! Answers are plain data: nothing in them knows a browser, so each can be tested natively. What can be asked of lists that a
//! reader opens, too, is a question of the [`crate::seam`]: [`Bundled`] is one of its engines. What only the story knows, such
//! as its evidence, its network and who contradicts whom, is a function here.

mod answers;
mod card;
mod copy;
mod dossier;
mod finder;
mod lines;
mod listing;
mod network;
mod path;
mod shown;
mod statements;
mod steps;
mod timeline;

use crate::model::Dataset;
use crate::query::{Facet, Query, Row, View, rows};
use crate::scene::{Place, Places, Shape};
use crate::words::Words;

pub use card::{Card, Span, told};
pub(crate) use card::{long_when, report};
pub use copy::refusal;
pub use dossier::{Dossier, Section, Term};
pub use finder::Finder;
pub use lines::{Arrow, Line, Passed};
pub use listing::{Listing, Says};
pub use network::EXPAND;
pub use path::{Route, Step};
pub use shown::shown_table;
pub use statements::{Chapter, Dispute, Mention, Reply, Said, Statements, Tally, Thread};

/// The story, laid out, with the words to tell of it.
pub struct Bundled {
    data: Dataset,
    words: &'static Words,
    places: Places,
}

/// The rows of the list that a query leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The rows in the query's order.
    pub rows: Vec<Listing>,
    /// How many rows there are with nothing narrowed but the status.
    pub of: usize,
    /// How many rows that status leaves out.
    pub others: usize,
}

impl Bundled {
    /// The story in `data`, laid out as `places` says, that speaks with `words`.
    pub const fn new(data: Dataset, places: Places, words: &'static Words) -> Self {
        Self { data, words, places }
    }

    /// The dataset.
    pub const fn data(&self) -> &Dataset {
        &self.data
    }

    /// Where everybody stands and how lines run in a room of that shape: the same for every query.
    pub const fn place(&self, shape: Shape) -> &Place {
        self.places.get(shape)
    }

    /// The catalogue it speaks with.
    pub const fn words(&self) -> &'static Words {
        self.words
    }

    /// The sanctions list that a query leaves.
    pub fn list(&self, query: &Query) -> List {
        let query = query.viewing(View::Sanctions);
        let listing = |row: &Row| Listing::of(&self.data, self.words, *row);
        let mut found: Vec<_> = rows(&self.data, &query).iter().map(listing).collect();
        listing::order(&mut found, query.sort);
        let (of, others) = self.listed_of(&query);
        List { rows: found, of, others }
    }

    /// How many rows that list has, which are not made for it.
    pub fn listed(&self, query: &Query) -> usize {
        rows(&self.data, &query.viewing(View::Sanctions)).len()
    }

    /// How many rows that list has with nothing narrowed but the status, and how many that status leaves out.
    pub fn listed_of(&self, query: &Query) -> (usize, usize) {
        let query = query.viewing(View::Sanctions);
        let mut all = query.cleared();
        if let Some(listing) = Facet::find("listing") {
            all = all.with_chosen(listing, query.chosen(listing));
        }
        let of = rows(&self.data, &all).len();
        let all = Row::of_view(&self.data, View::Sanctions).len();
        (of, all - of)
    }
}
