//! The network as a picture, with its legend.

use super::super::html::{El, el};
use super::room;
use crate::engine::Engine;
use crate::graph::Network;
use crate::query::{Choice, Facet, Query};
use crate::scene::{Place, Scene, Shape, Tones, Viewport, to_svg};

/// The stage of the app on a screen of 1440 × 900: there this picture is that of the app, and in any
/// other room it is fitted in.
const STAGE: Viewport = Viewport::new(854.0, 612.0);

/// The section in the middle.
pub(super) fn section(engine: &Engine) -> El {
    let network = engine.network(&Query::default());
    el("section", "network").attr("aria-labelledby", "network-title").children([
        head(engine, &network),
        el("div", "").child(el("div", "network__frame").child(stage(engine, &network))),
        legend(engine),
    ])
}

fn head(engine: &Engine, network: &Network) -> El {
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

/// The network as the app draws it first.
fn stage(engine: &Engine, network: &Network) -> El {
    let (data, Place { positions, routes }) = (engine.data(), engine.place(Shape::Wide));
    let camera = Scene::fit(network, data, positions, routes, &STAGE, 12.0, 1.35);
    let scene = Scene::new(network, data, positions, routes, &camera, &STAGE);
    // On a phone it scrolls, so the keyboard must reach it.
    el("div", "network__stage").attr("tabindex", "0").drawing(&to_svg(
        &scene,
        &Tones::default(),
        engine.words().network,
    ))
}

fn legend(engine: &Engine) -> El {
    let words = engine.words();
    let swatch = |class: &str| el("span", &format!("swatch swatch--{class}"));
    let entry = |it: &Choice| {
        el("li", "").child(el("span", "legend__entry").child(swatch(&it.value)).text(&it.label))
    };
    let key = |class: &str, text: &str| el("li", "legend__key").child(swatch(class)).text(text);
    let passed = Facet::find("passed").map(|facet| facet.counts(engine.data(), words, &Query::default()));
    el("ul", "legend")
        .attr("aria-label", words.network_passed)
        .children(passed.iter().flat_map(|passed| &passed.choices).map(entry))
        .child(key("stated", words.legend_stated))
        .child(key("hollow", words.legend_unnamed))
}
