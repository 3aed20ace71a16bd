//! The rows that views show: facts and designations, and which of them a query leaves.

use super::{Facet, Query, View, text};
use crate::model::{
    Dataset, Designation, DesignationId, Fact, FactId, FactKind, LinkKind, ListingStatus, When,
};

/// One row: what a view shows and a facet sorts into values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Row {
    /// A designation.
    Designation(DesignationId),
    /// A fact.
    Fact(FactId),
}

impl Row {
    /// All rows that a view can show, in the order of the dataset.
    ///
    /// The list shows the designations and the measures that have none: a package stands there as its
    /// designations. The statements are the facts that somebody says. All else shows every fact and
    /// every designation.
    pub fn of_view(data: &Dataset, view: View) -> Vec<Self> {
        let designations = data.all::<Designation>().map(|(id, _)| Self::Designation(id));
        let shown = |fact: &Fact| match view {
            View::Sanctions => is_listed(data, fact),
            View::Statements => fact.is_said(),
            View::Network | View::Timeline | View::Sources | View::Opened => true,
        };
        let facts = data.all::<Fact>().filter(|(_, fact)| shown(fact)).map(|(id, _)| Self::Fact(id));
        designations.filter(|_| view != View::Statements).chain(facts).collect()
    }

    /// When it happened or held; of a designation, since when.
    pub fn when(self, data: &Dataset) -> &When {
        match self {
            Self::Designation(id) => &data[id].listed_on,
            Self::Fact(id) => &data[id].when,
        }
    }

    /// All the words of the row that a reader may search for, folded; nothing while the texts are not there.
    pub fn words(self, data: &Dataset) -> Option<String> {
        let mut words = String::new();
        let mut add = |text: &str| {
            words.push_str(&text::fold(text));
            words.push('\n');
        };
        match self {
            Self::Designation(id) => {
                let row = &data[id];
                let target = &data[row.target];
                let texts = [&target.name, target.description.get()?, row.reason.get()?];
                texts.into_iter().chain(target.aliases.get()?).for_each(|text| add(text));
                add(&data[row.authority].name);
                add(&data[row.group].label);
                row.note.get()?.iter().for_each(|note| add(note));
            }
            Self::Fact(id) => {
                let fact = &data[id];
                add(fact.text.get()?);
                add(&data[fact.topic].label);
                for actor in fact.objects.iter().chain(&fact.about).chain([&fact.subject]) {
                    let actor = &data[*actor];
                    add(&actor.name);
                    actor.aliases.get()?.iter().for_each(|alias| add(alias));
                }
                let exact = fact.evidence.iter().filter_map(|evidence| evidence.exact.get()?.as_ref());
                exact.for_each(|exact| add(&exact.text));
            }
        }
        Some(words)
    }
}

/// True for a measure that stands on the list by itself: neither a package nor a part of one.
fn is_listed(data: &Dataset, fact: &Fact) -> bool {
    let is_package = |fact: &Fact| fact.counts.is_some();
    let part = |link: &crate::model::Link| link.kind == LinkKind::PartOf && is_package(&data[link.to]);
    fact.kind == FactKind::Measure
        && ListingStatus::of_measure(fact.status).is_some()
        && !is_package(fact)
        && !fact.links.iter().any(part)
}

/// The rows of the query's view that its text, its facets and its period leave, in the order of the dataset.
/// No row has a text that is not there yet.
pub fn rows(data: &Dataset, query: &Query) -> Vec<Row> {
    let mut rows = Row::of_view(data, query.view);
    for facet in Facet::of_view(query.view) {
        let chosen = query.chosen(facet);
        if !chosen.is_empty() {
            rows.retain(|row| chooses(&chosen, &facet.values(data, *row)));
        }
    }
    rows.retain(|row| query.finds(data, *row));
    rows
}

/// True where one of the chosen values of a facet is among a row's.
pub(super) fn chooses(chosen: &[String], values: &[&str]) -> bool {
    values.iter().any(|value| chosen.iter().any(|it| it == value))
}

impl Query {
    /// True where its text and its period leave the row.
    pub(super) fn finds(&self, data: &Dataset, row: Row) -> bool {
        self.period.holds(row.when(data))
            && (!self.searches() || row.words(data).is_some_and(|words| text::matches(&words, &self.text)))
    }
}
