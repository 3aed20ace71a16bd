//! What each value of each facet would leave: one pass over the rows of a view counts them all.

use serde::{Deserialize, Serialize};

use super::rows::chooses;
use super::{Facet, Query, Row};
use crate::model::Dataset;
use crate::words::Words;

/// A facet with the values that a reader can choose now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetCounts {
    /// The facet's key.
    pub key: String,
    /// The facet's heading.
    pub label: String,
    /// Its values: in the story in their own order without those that no row of the view has, in a list those with most rows
    /// first.
    pub choices: Vec<Choice>,
    /// How many more values have rows.
    pub more: u64,
}

/// One value of a facet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The stable name in the fragment.
    pub value: String,
    /// The name for readers.
    pub label: String,
    /// How many rows have it, with the text and all other facets as chosen.
    pub count: u64,
    /// True where the query is narrowed to it.
    pub chosen: bool,
}

/// The facets of the query's view, each value with what it would leave.
///
/// A value counts the rows that have it and that the text, the period and all other facets leave: a row that no facet
/// leaves out counts for all facets, one that a single facet leaves out counts for that one.
pub fn facet_counts(data: &Dataset, words: &Words, query: &Query) -> Vec<FacetCounts> {
    let mut facets: Vec<_> = Facet::of_view(query.view).map(|facet| Tally::new(facet, data, query)).collect();
    for row in Row::of_view(data, query.view) {
        let values: Vec<_> = facets.iter().map(|it| it.facet.values(data, row)).collect();
        let mut against = facets
            .iter()
            .zip(&values)
            .map(|(it, values)| !it.chosen.is_empty() && !chooses(&it.chosen, values));
        // The place of the only facet that is against it, if one is.
        let first = against.position(|against| against);
        let rest = if against.any(|against| against) { None } else { Some(first) };
        let rest = rest.filter(|_| query.finds(data, row));
        for (nth, (tally, values)) in facets.iter_mut().zip(values).enumerate() {
            tally.add(&values, rest.is_some_and(|only| only.is_none_or(|only| only == nth)));
        }
    }
    facets.into_iter().map(|tally| tally.told(data, words)).collect()
}

/// The values of a facet, by its key, among what was counted; none where the view has no such facet.
pub fn choices<'c>(all: &'c [FacetCounts], key: &str) -> &'c [Choice] {
    all.iter().find(|it| it.key == key).map_or(&[], |it| &it.choices)
}

/// A facet while rows are counted.
struct Tally<'d> {
    facet: &'static Facet,
    chosen: Vec<String>,
    /// Each value with how many rows count for it; nothing where no row of the view has it.
    values: Vec<(&'d str, Option<u64>)>,
}

impl<'d> Tally<'d> {
    fn new(facet: &'static Facet, data: &'d Dataset, query: &Query) -> Self {
        let values = (facet.all)(data).into_iter().map(|value| (value, None)).collect();
        Self { facet, chosen: query.chosen(facet), values }
    }

    /// A row that has these values.
    fn add(&mut self, values: &[&str], counts: bool) {
        for (value, count) in &mut self.values {
            if values.contains(value) {
                *count = Some(count.unwrap_or_default() + u64::from(counts));
            }
        }
    }

    fn told(self, data: &Dataset, words: &Words) -> FacetCounts {
        let choice = |(value, count): (&str, Option<u64>)| {
            Some(Choice {
                value: value.to_owned(),
                label: (self.facet.value_label)(data, words, value).unwrap_or_default(),
                count: count?,
                chosen: self.chosen.iter().any(|it| it == value),
            })
        };
        let choices = self.values.into_iter().filter_map(choice).collect();
        let facet = self.facet;
        FacetCounts { key: facet.key.to_owned(), label: facet.label(words).to_owned(), choices, more: 0 }
    }
}
