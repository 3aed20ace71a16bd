//! The table twin: what the drawing shows, one row a line.

use crate::ui::live::Derived;

use crate::engine::Line;
use crate::graph::Network;
use crate::ui::dom::{El, el, link};
use crate::ui::state::State;

/// The table of the lines that are drawn.
pub(super) fn table(state: State, drawn: Derived<Network>) -> El {
    let words = state.words();
    let heading = |label: &str| el("th", "").attr("scope", "col").text(label);
    let headings = [words.network_from, words.network_to, words.network_passed, words.network_facts];
    let rows = move || {
        let lines = drawn.with(|network| state.engine.lines(network));
        lines.into_iter().map(|line| row(state, line)).collect()
    };
    // A region that scrolls is reached by the keyboard.
    el("div", "twin")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", words.network_table)
        .child(el("table", "rows rows--twin").children([
            el("caption", "out").text(words.network_table_caption),
            el("thead", "").child(el("tr", "").children(headings.map(heading))),
            el("tbody", "").filled_of(rows),
        ]))
}

fn row(state: State, line: Line) -> El {
    let class = {
        let selection = line.selection.clone();
        move || {
            let chosen = state.query.with(|query| query.selection.as_ref() == Some(&selection));
            if chosen { "row row--chosen" } else { "row" }.to_owned()
        }
    };
    let href = {
        let selection = line.selection.clone();
        move || state.link_to(Some(selection.clone()))
    };
    let arrow = if line.mutual { "↔" } else { "→" };
    let said = if line.stated { format!(" · {}", state.words().legend_stated) } else { String::new() };
    let selection = line.selection;
    el("tr", "").class_of(class).click(move || state.select(Some(selection.clone()))).children([
        el("td", "").child(link("row__name", &line.from, href)),
        el("td", "").text(&format!("{arrow} {}", line.to)),
        el("td", "")
            .child(el("span", &format!("swatch swatch--{}", line.tone)))
            .text(&format!(" {}{said}", line.passed)),
        el("td", "row__date").text(&line.count.to_string()),
    ])
}
