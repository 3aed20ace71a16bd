//! A row of an opened list on the screen: its elements stay, what stands in them changes.

use web_sys::Element;

use super::super::super::dom::el;
use super::columns;
use crate::model::Naming;
use crate::seam::{Heading, Row};
use crate::words::apart;

/// A row on the screen.
pub(super) struct Painted {
    pub row: Element,
    name: Element,
    detail: Element,
    cells: Vec<Element>,
    /// What is said before each cell where all of them stand in one line.
    labels: Vec<Option<String>>,
    /// The key of its actor.
    pub key: String,
}

impl Painted {
    /// A row with those columns, in which nothing stands yet.
    pub(super) fn new(headings: &[Heading], shown: &[usize]) -> Self {
        let name = el("span", "grid__name");
        let detail = el("span", "grid__detail");
        let first = el("div", "grid__cell grid__cell--target").attr("role", "gridcell");
        let mut row =
            el("div", "grid__row").attr("role", "row").child(first.child(name.clone()).child(detail.clone()));
        let mut cells = Vec::new();
        for heading in shown.iter().skip(1).filter_map(|nth| headings.get(*nth)) {
            let cell = el("div", &format!("grid__cell grid__cell--{}", heading.key)).attr("role", "gridcell");
            cells.push(cell.0.clone());
            row = row.child(cell);
        }
        let labels = headings.iter().skip(1).map(columns::label).collect();
        Self { row: row.0, name: name.0, detail: detail.0, cells, labels, key: String::new() }
    }

    /// Shows a row of the list, by its place there.
    pub(super) fn show(&mut self, nth: u64, row: &Row, shown: &[usize], tall: bool) {
        set(&self.row, "id", &format!("row-{nth}"));
        // The head is the first.
        set(&self.row, "aria-rowindex", &(nth + 2).to_string());
        set(&self.row, "data-status", &row.status);
        let class =
            if row.naming == Naming::Named { "grid__name" } else { "grid__name hollow hollow--unnamed" };
        set(&self.name, "class", class);
        write(&self.name, &row.name);
        if tall {
            let cells = row.cells.iter().zip(&self.labels).filter(|(it, _)| !it.is_empty());
            let cells = cells.map(|(it, label)| match label {
                Some(label) => format!("{label} {it}"),
                None => it.clone(),
            });
            let all: Vec<_> = [apart(&row.detail)].into_iter().chain(cells).collect();
            write(&self.detail, &all.join(" · "));
        } else {
            write(&self.detail, &row.detail);
        }
        for (cell, nth) in self.cells.iter().zip(shown.iter().skip(1)) {
            let text = nth.checked_sub(1).and_then(|nth| row.cells.get(nth)).map_or("", |it| it);
            write(cell, text);
            // What does not fit is read by pointing at it.
            set(cell, "title", text);
        }
        self.key.clone_from(&row.key);
    }
}

/// Sets an attribute that may be set already.
pub(super) fn set(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        let _ = element.set_attribute(name, value);
    }
}

fn write(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}
