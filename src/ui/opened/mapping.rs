//! What the columns of a table are: as they were guessed, to be put right and read again.

use wasm_bindgen::JsCast;
use web_sys::{Event, File, HtmlSelectElement};

use super::super::dom::{El, button, el};
use super::super::live::Live;
use super::desk::Desk;
use crate::import::formats::plain::{Column, Field, Mapping, Table};
use crate::seam::Summary;
use crate::words::{apart, filled, import, opening as words};

/// How many rows are shown under the titles.
const SAMPLE: usize = 5;

/// The tables among the files of a list, each with its columns; nothing where there is none.
pub(super) fn editor(desk: Desk, files: &[File], list: &Summary) -> Option<El> {
    let tables: Vec<_> =
        list.files.iter().filter_map(|it| Some((it.name.clone(), it.table.clone()?))).collect();
    if tables.is_empty() {
        return None;
    }
    let own = words();
    let said =
        Live::new(tables.iter().map(|(name, it)| (name.clone(), it.mapping.clone())).collect::<Vec<_>>());
    let all = tables.iter().enumerate().map(|(nth, (name, it))| one(nth, name, it, said));
    let files = files.to_vec();
    let again = button("button button--strong", own.mapping_again)
        .click(move || desk.open_mapped(files.clone(), said.get_untracked()));
    Some(
        el("section", "mapping")
            .attr("id", "mapping")
            .child(el("h3", "").text(own.mapping))
            .child(el("p", "list__told").text(own.mapping_help))
            .children(all)
            .child(again),
    )
}

fn one(nth: usize, name: &str, table: &Table, said: Said) -> El {
    let own = words();
    let head = table.mapping.columns.iter().enumerate().map(|(column, it)| heading(nth, column, it, said));
    let rows = table
        .sample
        .iter()
        .take(SAMPLE)
        .map(|row| el("tr", "").children(row.iter().map(|cell| el("td", "").text(cell))));
    let room = el("div", "report__room")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", name)
        .child(
            el("table", "rows mapping__table")
                .child(el("caption", "report__caption").text(name))
                .child(el("thead", "").child(el("tr", "").children(head)))
                .child(el("tbody", "").children(rows)),
        );
    let ticked = |label: &str, is: bool, set: fn(&mut Mapping)| {
        let input = el("input", "").attr("type", "checkbox").on("change", move |_| change(said, nth, set));
        let input = if is { input.attr("checked", "") } else { input };
        el("label", "facet__choice").child(input).child(el("span", "").text(label))
    };
    el("div", "mapping__one").children([
        room,
        ticked(own.mapping_head, table.mapping.has_head, |it| it.has_head = !it.has_head),
        ticked(own.mapping_month, table.mapping.month_first, |it| it.month_first = !it.month_first),
    ])
}

/// What is said of the columns of each table.
type Said = Live<Vec<(String, Mapping)>>;

fn change(said: Said, table: usize, set: impl FnOnce(&mut Mapping)) {
    said.update(|all| {
        if let Some((_, mapping)) = all.get_mut(table) {
            set(mapping);
        }
    });
}

fn heading(table: usize, column: usize, it: &Column, said: Said) -> El {
    let options = Field::ALL.into_iter().map(|field| {
        let option =
            el("option", "").attr("value", &(field as usize).to_string()).text(import().field(field));
        if field == it.field { option.attr("selected", "") } else { option }
    });
    let select = el("select", "search")
        .attr("aria-label", &filled(words().mapping_of, &[&apart(&it.title)]))
        .children(options)
        .on("change", move |event| {
            let Some(field) = chosen(event) else { return };
            change(said, table, |mapping| {
                if let Some(column) = mapping.columns.get_mut(column) {
                    (column.field, column.sure) = (field, None);
                }
            });
        });
    let sure = it.sure.map(|sure| el("small", "mapping__sure").text(import().sure(sure)));
    el("th", "")
        .attr("scope", "col")
        .child(el("span", "mapping__title").text(&it.title))
        .child(select)
        .children(sure)
}

fn chosen(event: &Event) -> Option<Field> {
    let select: HtmlSelectElement = event.target()?.dyn_into().ok()?;
    let value: usize = select.value().parse().ok()?;
    Field::ALL.into_iter().find(|field| *field as usize == value)
}
