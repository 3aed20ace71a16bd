//! Everything that the reader has chosen, and its form in the URL fragment.
//!
//! A [`Query`] is all the state that a link carries: view, text, facets, period, order, selection, focus.
//! The fragment *is* the query: [`Query::to_fragment`] writes it, [`Query::parse`] reads it, and
//! whatever is not understood becomes a [`Notice`] instead of an error. What the camera looks at
//! is not part of it.

mod connection;
mod counts;
mod escape;
mod facet;
mod fragment;
mod lanes;
mod list;
mod marks;
mod opened;
mod period;
mod rows;
mod selection;
mod text;

use crate::order;

pub use connection::Connection;
pub use counts::{Choice, FacetCounts, choices, facet_counts};
pub use facet::{FACETS, Facet};
pub(crate) use facet::{authority, ends, passed, targets};
pub use fragment::{MAX_FRAGMENT, MAX_TEXT, Notice, Parsed};
pub use lanes::Lanes;
pub use list::{Column, Sort};
pub use marks::{Mark, Marks};
pub use opened::{ActorKey, OpenedQuery, Room};
pub use period::Period;
pub use rows::{Row, rows};
pub use selection::{Focus, Selection};
pub use text::fold;
pub(crate) use text::fold_letter;

/// Everything that the reader has chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The view that is open.
    pub view: View,
    /// Words that each row must contain.
    pub text: String,
    /// What the facets are narrowed to.
    pub facets: Chosen,
    /// The days that all views are narrowed to.
    pub period: Period,
    /// The order of the list.
    pub sort: Sort,
    /// What the timeline sorts facts by.
    pub lanes: Lanes,
    /// What the evidence panel is about.
    pub selection: Option<Selection>,
    /// The neighbourhood that the network is narrowed to.
    pub focus: Option<Focus>,
    /// What is done to single actors of the network.
    pub marks: Marks,
    /// The two actors whose connection the network shows.
    pub path: Option<Connection>,
    /// True where the network is read as a table.
    pub table: bool,
    /// What the reader has chosen of an opened list, as [`OpenedQuery`] writes it: the page's first file need not understand it.
    pub opened: String,
}

/// What the facets are narrowed to: by the key of the facet, in the order of the keys, the values in
/// their order. A facet that is missing here stands on its default; one with no values restricts
/// nothing although its default would.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen(Vec<(&'static str, Vec<String>)>);

impl Chosen {
    /// The values of a facet that does not stand on its default.
    pub fn get(&self, key: &str) -> Option<&[String]> {
        self.0.iter().find(|(it, _)| *it == key).map(|(_, values)| values.as_slice())
    }

    /// Puts a facet back on its default.
    fn remove(&mut self, key: &str) {
        self.0.retain(|(it, _)| *it != key);
    }
}

/// The views.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// Actors and what passes between them.
    #[default]
    Network,
    /// Designations and other measures as a list.
    Sanctions,
    /// What happened when.
    Timeline,
    /// Who said what about what.
    Statements,
    /// The documents, and what rests on them.
    Sources,
    /// A list that the reader has opened.
    Opened,
}

impl View {
    /// All views of the story in the order of the navigation.
    pub const ALL: [Self; 5] =
        [Self::Network, Self::Sanctions, Self::Timeline, Self::Statements, Self::Sources];

    /// The stable name in the fragment.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Sanctions => "sanctions",
            Self::Timeline => "timeline",
            Self::Statements => "statements",
            Self::Sources => "sources",
            Self::Opened => "opened",
        }
    }
}

impl Query {
    /// The values that a facet is narrowed to, in order; none where it restricts nothing.
    pub fn chosen(&self, facet: &Facet) -> Vec<String> {
        match self.facets.get(facet.key) {
            Some(values) => values.to_vec(),
            None => facet.default.iter().map(|value| (*value).to_owned()).collect(),
        }
    }

    /// The same query with a facet narrowed to `values`.
    #[must_use]
    pub fn with_chosen(&self, facet: &'static Facet, mut values: Vec<String>) -> Self {
        order::distinct(&mut values);
        let mut query = self.clone();
        query.facets.remove(facet.key);
        if values != facet.default {
            query.facets.0.push((facet.key, values));
            order::sort_by_key(&mut query.facets.0, |(key, _)| *key);
        }
        query
    }

    /// The same query with one value of a facet chosen or, if it was chosen, not.
    #[must_use]
    pub fn toggled(&self, facet: &'static Facet, value: &str) -> Self {
        let mut values = self.chosen(facet);
        let before = values.len();
        values.retain(|it| it != value);
        if values.len() == before {
            values.push(value.to_owned());
        }
        self.with_chosen(facet, values)
    }

    /// The same query with something selected, or nothing.
    #[must_use]
    pub fn selecting(&self, selection: Option<Selection>) -> Self {
        Self { selection, ..self.clone() }
    }

    /// The same query in another view.
    #[must_use]
    pub fn viewing(&self, view: View) -> Self {
        Self { view, ..self.clone() }
    }

    /// The same query narrowed to the neighbours of the selected actor; where it is narrowed to
    /// them already, or to anybody with no actor selected, with all actors.
    #[must_use]
    pub fn refocused(&self) -> Self {
        let actor = match &self.selection {
            Some(Selection::Actor(key)) => Some(Focus(key.clone())),
            _ => None,
        };
        let focus = if self.focus == actor { None } else { actor };
        let mut marks = self.marks.clone();
        // Another neighbourhood begins without what was added to the last; who was hidden stays so.
        marks.retain(|mark, _| focus.is_some() && mark == Mark::Hide);
        Self { focus, marks, ..self.clone() }
    }

    /// What a double click on the selected actor leads to: some more neighbours where the network shows
    /// a part, else nobody but its neighbours, or all again.
    #[must_use]
    pub fn opened(&self) -> Self {
        match &self.selection {
            Some(Selection::Actor(key))
                if self.in_part() && self.focus.as_ref() != Some(&Focus(key.clone())) =>
            {
                self.expanding(key)
            }
            _ => self.refocused(),
        }
    }

    /// The same view and selection with nothing narrowed: no text, no period, no focus, no marks, no path,
    /// every facet of the view on its default.
    #[must_use]
    pub fn cleared(&self) -> Self {
        let mut query = Self {
            text: String::new(),
            period: Period::default(),
            focus: None,
            marks: Marks::default(),
            path: None,
            ..self.clone()
        };
        for facet in Facet::of_view(self.view) {
            query.facets.remove(facet.key);
        }
        query
    }

    /// True where rows must contain a text.
    pub fn searches(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// True where the view shows less or other than it does by default.
    pub fn narrowed(&self) -> bool {
        *self != self.cleared()
    }
}
