//! The frame of the network, with its legend.

use super::super::html::{El, el};
use super::room;
use crate::engine::{Bundled, Line};
use crate::graph::Network;
use crate::order;
use crate::parts::{self, Element, swatch};
use crate::query::{Choice, Query, choices};
use crate::seam::{Engine, ask};
use crate::words;

/// The section in the middle.
pub(super) fn section(engine: &Bundled) -> El {
    let network = engine.network(&Query::default());
    el("section", "network").attr("aria-labelledby", "network-title").children([
        head(engine, &network),
        el("div", "").child(el("div", "network__frame").child(stage(engine, &network))),
        legend(engine),
    ])
}

fn head(engine: &Bundled, network: &Network) -> El {
    let words = engine.words();
    let actors = words.count(network.nodes.len(), words.count_actors);
    let shown = format!("{actors}, {}", words.count(network.edges.len(), words.count_links));
    let zoom = el("div", "zoom").children(["+", "−", "⤢"].map(|sign| room("button", sign)));
    el("div", "network__head").children([
        el("h2", "out").attr("id", "network-title").text(words.network),
        el("p", "network__shown").text(&shown),
        el("div", "network__tools").children([
            room("button filters-button", words.filters),
            zoom,
            room("button", words.network_table),
        ]),
    ])
}

/// The room of the drawing. The drawing itself would be two thirds of what arrives here, and the app
/// draws it a moment later: the first load has no room for it twice. Whoever has no app reads the lines
/// that gather most.
fn stage(engine: &Bundled, network: &Network) -> El {
    let words = engine.words();
    let mut lines = engine.lines(network);
    order::sort_by_key(&mut lines, |line| core::cmp::Reverse(line.count));
    let line = |line: &Line| {
        let count = el("small", "").text(&words.count(line.count, words.count_facts));
        el("li", "").text(&format!("{} ", line.title())).child(count)
    };
    let lines = el("ul", "network__lines").children(lines.iter().take(LINES).map(line));
    el("div", "network__stage").child(lines.attr("aria-label", words::lines().caption))
}

/// As many lines as a wide screen has room for; a phone shows the first half (`style/stage.css`).
const LINES: usize = 44;

/// What passes, without a way to filter by it.
fn legend(engine: &Bundled) -> El {
    let facets = engine.answer(&ask::Facets::all(Query::default().to_fragment()));
    let entry = |it: &Choice| el("span", "legend__entry").child(swatch(&it.value)).text(&it.label);
    parts::legend(engine.words(), words::lines().passed, choices(&facets, "passed").iter().map(entry))
}
