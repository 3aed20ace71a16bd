//! One row of the sanctions list, in the words of the page.

use super::{Bundled, card};
use crate::model::{ActorKind, Dataset, Date, ListingStatus, Naming};
use crate::order;
use crate::query::{Column, Row, Selection, Sort, authority, fold, targets};
use crate::words::{self, Words};

/// One row of the sanctions list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// What the row opens: a designation, or the fact of a measure.
    pub selection: Selection,
    /// Who is designated, or what the measure is where it names no single target.
    pub target: String,
    /// One line about the target.
    pub detail: String,
    /// How far the report names the target.
    pub naming: Naming,
    /// Person, company …
    pub kind: &'static str,
    /// What for.
    pub reason: String,
    /// Who imposes it.
    pub authority: String,
    /// Imposed, in force, under discussion.
    pub status: ListingStatus,
    /// The status for readers.
    pub status_label: &'static str,
    /// Since when: the date, short.
    pub listed: String,
    /// Since when: the date, for sorting and data.
    pub listed_on: Option<Date>,
    /// What it is a row of.
    pub row: Row,
}

/// Who says what a row tells, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Says {
    /// From the speaker through the channels to the reports: "A → B".
    pub chain: String,
    /// Paragraph and sentence of each evidence.
    pub places: String,
}

impl Listing {
    /// The row in the words of the page.
    pub fn of(data: &Dataset, words: &Words, row: Row) -> Self {
        let objects = targets(data, row);
        let kind = match objects {
            [one] => data[*one].kind,
            _ => ActorKind::Group,
        };
        let names: Vec<_> = objects.iter().map(|actor| data[*actor].name.as_str()).collect();
        let (selection, detail, naming, reason, status, when) = match row {
            Row::Designation(id) => {
                let it = &data[id];
                let target = &data[it.target];
                let selection = Selection::Designation(it.key.clone());
                let reason = data[it.group].label.clone();
                (selection, &target.description, target.naming, reason, it.status, &it.listed_on)
            }
            Row::Fact(id) => {
                let it = &data[id];
                let status = ListingStatus::of_measure(it.status).unwrap_or(ListingStatus::InForce);
                let naming = objects.iter().map(|actor| data[*actor].naming).max();
                let reason = data[it.topic].label.clone();
                let naming = naming.unwrap_or(Naming::Named);
                // The report dates a measure in force by nothing but its own day: no listing date.
                (Selection::Fact(it.key.clone()), &it.text, naming, reason, status, &it.when)
            }
        };
        let listed_on = when.start.filter(|_| matches!(row, Row::Designation(_)));
        Self {
            selection,
            target: names.join(", "),
            detail: detail.to_string(),
            naming,
            kind: words.actor_kind(kind),
            reason,
            authority: data[authority(data, row)].name.clone(),
            status,
            status_label: words.listing(status),
            listed: listed_on
                .map_or_else(|| words::dossier().no_date.to_owned(), |date| words.short_date(date)),
            listed_on,
            row,
        }
    }

    /// What a cell says.
    pub fn cell(&self, column: Column) -> &str {
        match column {
            Column::Target => &self.target,
            Column::Kind => self.kind,
            Column::Reason => &self.reason,
            Column::Authority => &self.authority,
            Column::Status => self.status_label,
            Column::Listed => &self.listed,
        }
    }

    /// What a column sorts by.
    fn sort_key(&self, column: Column) -> String {
        match column {
            Column::Listed => self.listed_on.map_or_else(String::new, |date| date.to_string()),
            // Who is named comes first.
            Column::Target => format!("{}{}", self.naming as u8, fold(&self.target)),
            _ => fold(self.cell(column)),
        }
    }
}

impl Bundled {
    /// Who says what a row tells, and where: for paper and for files, which have no evidence panel.
    pub fn says(&self, row: Row) -> Says {
        let data = &self.data;
        let (attribution, evidence) = match row {
            Row::Designation(id) => (&data[id].attribution, &data[id].evidence),
            Row::Fact(id) => (&data[id].attribution, &data[id].evidence),
        };
        let chain = card::chain(data, self.words, attribution, evidence);
        Says { chain: card::told(&chain), places: card::places(data, evidence).join("; ") }
    }
}

/// Puts rows into an order; rows that are equal in it keep the order they had.
pub(super) fn order(rows: &mut Vec<Listing>, sort: Sort) {
    match sort {
        Sort::AsReported => {}
        Sort::Up(column) => order::sort_by_key(rows, |row| row.sort_key(column)),
        Sort::Down(column) => order::sort(rows, |a, b| b.sort_key(column).cmp(&a.sort_key(column))),
    }
}
