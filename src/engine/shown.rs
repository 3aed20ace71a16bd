//! The list as it is shown, as a table for export.

use super::{Bundled, Listing};
use crate::export::Table;
use crate::model::Keyed;
use crate::query::Query;

/// The rows of the list exactly as the query leaves and orders them, each with who says so and where.
pub fn shown_table(engine: &Bundled, query: &Query) -> Table {
    let columns = [
        "id",
        "target",
        "naming",
        "kind",
        "for",
        "authority",
        "status",
        "listed",
        "detail",
        "says",
        "evidence",
    ];
    let cells = |row: &Listing| {
        let says = engine.says(row.row);
        vec![
            row.selection.to_string(),
            row.target.clone(),
            row.naming.key().to_owned(),
            row.kind.to_owned(),
            row.reason.clone(),
            row.authority.clone(),
            row.status.key().to_owned(),
            row.listed_on.map_or_else(String::new, |date| date.to_string()),
            row.detail.clone(),
            says.chain,
            says.places,
        ]
    };
    Table {
        columns: columns.map(str::to_owned).to_vec(),
        rows: engine.list(query).rows.iter().map(cells).collect(),
    }
}
