//! A list exactly as it is shown.

use super::csv;

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
///
/// It is written by hand, being all the JSON that the page itself writes: serde's weighs 3 kB in it.
pub fn list_json(table: &Table) -> String {
    let row = |cells: &Vec<String>| {
        let fields = table.columns.iter().zip(cells);
        let fields: Vec<_> =
            fields.map(|(column, cell)| format!("      {}: {}", quoted(column), quoted(cell))).collect();
        format!("    {{\n{}\n    }}", fields.join(",\n"))
    };
    let rows: Vec<_> = table.rows.iter().map(row).collect();
    let rows = if rows.is_empty() { String::new() } else { format!("\n{}\n  ", rows.join(",\n")) };
    format!("{{\n  \"kind\": \"sourceline/list\",\n  \"version\": 1,\n  \"rows\": [{rows}]\n}}\n")
}

/// A JSON string (RFC 8259, section 7).
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(letter);
            }
            '\0'..='\u{1f}' => quoted.push_str(&format!("\\u{:04x}", letter as u32)),
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
