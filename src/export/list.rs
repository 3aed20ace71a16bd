//! A list exactly as it is shown.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{csv, wire};

/// A table as it is shown: what a list exports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The headings.
    pub columns: Vec<String>,
    /// The cells of each row, as many as there are columns.
    pub rows: Vec<Vec<String>>,
}

/// The table as CSV.
pub fn list_csv(table: &Table) -> String {
    csv::write(&table.columns, table.rows.iter().cloned())
}

/// The table as JSON: an object a row, its fields named and ordered as the columns are.
pub fn list_json(table: &Table) -> String {
    #[derive(serde::Serialize)]
    struct List<'a> {
        #[serde(flatten)]
        envelope: wire::Envelope,
        rows: Vec<Row<'a>>,
    }
    let rows = table.rows.iter().map(|cells| Row { columns: &table.columns, cells });
    wire::json(&List { envelope: wire::Envelope::of("sourceline/list"), rows: rows.collect() })
}

struct Row<'a> {
    columns: &'a [String],
    cells: &'a [String],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.columns.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            map.serialize_entry(column, cell)?;
        }
        map.end()
    }
}
