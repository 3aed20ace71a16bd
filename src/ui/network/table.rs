//! The table twin: what the drawing shows, one row a line.

use crate::ui::live::Derived;

use crate::engine::Line;
use crate::graph::Network;
use crate::scene::Item;
use crate::ui::choose;
use crate::ui::dom::{El, el};
use crate::ui::parts::{column, head_row, twin};
use crate::ui::paths;
use crate::ui::state::State;
use crate::words::{self, lines};

/// The table of the lines that are drawn.
pub(super) fn table(state: State, drawn: Derived<Network>) -> El {
    let (words, own) = (state.words(), lines());
    let headings = [own.from, own.to, own.passed, own.facts];
    let rows = move || {
        let (lines, along) =
            drawn.with(|network| (state.engine.lines(network), paths::along(state, network)));
        let on_path = |line: &Line| along.contains(&Item::Edge(line.edge));
        // Those of the path that is asked for stand first, as they stand out in the drawing.
        let (first, others): (Vec<_>, Vec<_>) = lines.into_iter().partition(on_path);
        let first = first.into_iter().map(|line| row(state, line, true));
        first.chain(others.into_iter().map(|line| row(state, line, false))).collect()
    };
    let table = el("table", "rows rows--twin").children([
        el("caption", "out").text(own.caption),
        head_row(headings.map(column)),
        el("tbody", "").filled_of(rows),
    ]);
    twin("twin", words.network_table, table)
}

fn row(state: State, line: Line, on_path: bool) -> El {
    let badge = on_path.then(|| el("span", "badge").text(words::paths().on_path));
    let signs: &[&str] = if line.passed.len() > 1 { &["→ ", "← "] } else { &[""] };
    let passed = line.passed.iter().zip(signs).map(|(passed, sign)| {
        el("div", "")
            .text(sign)
            .child(el("span", &format!("swatch swatch--{}", passed.tone)))
            .text(&format!(" {}", state.engine.say_passed(passed)))
    });
    choose::row(state, "row", &line.selection).children([
        el("td", "").child(choose::lead(state, "row__name", &line.from, &line.selection)),
        el("td", "").text(&format!("{} {} ", line.arrow.sign(), line.to)).children(badge),
        el("td", "").children(passed),
        el("td", "row__date").text(&line.count.to_string()),
    ])
}
