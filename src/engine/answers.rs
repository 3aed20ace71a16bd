//! The story behind the seam: its sanctions list and its facets are asked for as those of an opened list are.

use super::{Bundled, Listing, shown_table};
use crate::model::Keyed;
use crate::query::{Column, FacetCounts, Query, facet_counts};
use crate::seam::{Engine, Paper, Row, Rows, Saved, ask};

impl Engine<ask::Rows> for Bundled {
    /// The rows of the sanctions list, whichever view the query has open. No letter of the text may be wrong.
    fn answer(&self, ask: &ask::Rows) -> Rows {
        let list = self.list(&Query::parse(&ask.query).query);
        let total = list.rows.len() as u64;
        let rows = list.rows.iter().skip(ask.from as usize).take(ask.count as usize).map(row);
        Rows { total, of: list.of as u64, as_typed: total, similar: 0, from: ask.from, rows: rows.collect() }
    }
}

impl Engine<ask::Paper> for Bundled {
    /// The same rows, each with the way from its speaker to the reports, and the places there.
    fn answer(&self, ask: &ask::Paper) -> Paper {
        let list = self.list(&Query::parse(&ask.query).query);
        let with_evidence = |it: &Listing| {
            let says = self.says(it.row);
            (row(it), format!("{} · {}", says.chain, says.places))
        };
        let rows = list.rows.iter().take(ask.most as usize).map(with_evidence);
        Paper { total: list.rows.len() as u64, of: list.of as u64, rows: rows.collect() }
    }
}

impl Engine<ask::Facets> for Bundled {
    /// The facets of the query's view. They have few values, so all are told, however many are wanted.
    fn answer(&self, ask: &ask::Facets) -> Vec<FacetCounts> {
        facet_counts(&self.data, self.words, &Query::parse(&ask.query).query)
    }
}

impl Engine<ask::Save> for Bundled {
    /// The sanctions list as a file.
    fn answer(&self, ask: &ask::Save) -> Saved {
        Saved::of("sanctions", &ask.format, &shown_table(self, &Query::parse(&ask.query).query))
    }
}

fn row(it: &Listing) -> Row {
    let [_, cells @ ..] = Column::ALL.map(|column| it.cell(column).to_owned());
    Row {
        key: it.selection.to_string(),
        name: it.target.clone(),
        naming: it.naming,
        detail: it.detail.clone(),
        cells: cells.to_vec(),
        status: it.status.key().to_owned(),
    }
}
