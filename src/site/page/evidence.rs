//! The evidence panel as it stands at the start.

use super::super::html::{El, el};
use super::evidence_of;
use crate::engine::{Bundled, Span};
use crate::parts::Element;

/// The panel on the right.
pub(super) fn panel(engine: &Bundled) -> El {
    let words = engine.words();
    let sources = engine.sources();
    let sources = sources.iter().map(|(title, known)| source(title, known));
    el("aside", "evidence evidence--start")
        .attr("id", "evidence")
        .attr("aria-label", words.evidence)
        .children([
            el("p", "evidence__kicker").text(words.evidence),
            el("h2", "evidence__title").text(words.evidence_start),
            el("p", "start__help").text(words.evidence_start_help),
            el("h3", "").text(words.section_sources),
            el("ul", "").children(sources),
        ])
}

fn source(title: &Span, known: &str) -> El {
    let name = match &title.to {
        Some(to) => el("a", "").attr("href", &evidence_of(to)).text(&title.text),
        None => el("span", "").text(&title.text),
    };
    el("li", "start__source").child(el("span", "").child(name)).child(el("small", "").text(known))
}
