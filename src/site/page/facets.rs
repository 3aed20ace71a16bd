//! The room of the facets: there is nothing to choose before the app is there.

use super::super::html::{El, el};
use super::room;
use crate::engine::Bundled;
use crate::parts::Element;

/// The panel on the left.
pub(super) fn panel(engine: &Bundled) -> El {
    let words = engine.words();
    // It scrolls, so the keyboard must reach it.
    el("aside", "facets")
        .attr("aria-label", words.filters)
        .attr("tabindex", "0")
        .child(el("div", "facets__search").child(room("search", words.filter_text)))
}
