//! CSV as RFC 4180 has it: commas, CRLF, cells in quotation marks where they must be.
//!
//! No cell is a formula. A spreadsheet runs what begins with `=`, `+`, `-` or `@`, or with a control
//! character before one of them, so such a cell begins with an apostrophe (OWASP, "CSV Injection").

/// The table with a line for the headings.
pub(super) fn write<T: AsRef<str>>(columns: &[T], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut text = String::new();
    line(columns, &mut text);
    for row in rows {
        line(&row, &mut text);
    }
    text
}

fn line<T: AsRef<str>>(cells: &[T], text: &mut String) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        self::cell(cell.as_ref(), text);
    }
    text.push_str("\r\n");
}

fn cell(cell: &str, text: &mut String) {
    let quoted = cell.contains([',', '"', '\r', '\n']);
    if quoted {
        text.push('"');
    }
    if is_formula(cell) {
        text.push('\'');
    }
    text.push_str(&cell.replace('"', "\"\""));
    if quoted {
        text.push('"');
    }
}

/// The wide forms are run too, where the spreadsheet is set to Chinese, Japanese or Korean.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['\t', '\r', '\n'])
        || cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}
