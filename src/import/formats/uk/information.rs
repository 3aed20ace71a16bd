//! `Other Information` of the old list: what has no column there stands in it behind labels in brackets,
//! `(UK Sanctions List Ref):RUS0001. (Gender):Female`, and free text before and between them.

use super::columns::{Column, column};
use super::fields::{self, Field};
use crate::import::formats::once::add;
use crate::import::{Record, Repair, tidy};

/// The longest label, in bytes.
const LABEL_MOST: usize = 60;

/// Reads the text into the fields of a record; what has no known label is a remark.
pub(super) fn read(words: &str, record: &mut Record, repair: &mut dyn FnMut(Repair)) {
    let mut label = "";
    let mut rest = words;
    loop {
        let (value, next) = match next_label(rest) {
            Some((before, label, after)) => (before, Some((label, after))),
            None => (rest, None),
        };
        put(label, value, record, repair);
        let Some((own, after)) = next else { break };
        label = own;
        rest = after;
    }
}

/// The text before the next label, the label, and the text behind it.
fn next_label(words: &str) -> Option<(&str, &str, &str)> {
    for (start, _) in words.match_indices('(') {
        let after = words.get(start + 1..)?;
        let near = after.char_indices().map(|(at, _)| at).find(|at| *at >= LABEL_MOST);
        let near = after.get(..near.unwrap_or(after.len())).unwrap_or(after);
        let Some(end) = near.find("):") else { continue };
        let label = near.get(..end)?;
        // Brackets within are a plural at the most, as in `Subsidiary (s)`; else the bracket belongs to the text.
        let plain = label.replace("(s)", "");
        if !plain.contains(['(', ')', '.']) && plain.starts_with(char::is_alphabetic) {
            return Some((words.get(..start)?, label, after.get(end + 2..)?));
        }
    }
    None
}

fn put(label: &str, value: &str, record: &mut Record, repair: &mut dyn FnMut(Repair)) {
    let value = value.trim();
    if value.is_empty() {
        return;
    }
    match column(label) {
        Some(Column::One(field)) => {
            // A short value ends with a stop that is none of it.
            let is_text = matches!(field, Field::Reasons | Field::Other);
            let value = if is_text { value } else { value.trim_end_matches('.') };
            fields::put(field, value, record, repair);
        }
        Some(Column::Many(field)) => {
            for item in fields::items(value) {
                fields::put(field, item.trim_end_matches('.'), record, repair);
            }
        }
        _ if label.is_empty() => add(&mut record.remarks, tidy(value)),
        _ => add(&mut record.remarks, format!("{}: {}", tidy(label), tidy(value))),
    }
}
