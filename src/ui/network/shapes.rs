//! The shapes of a scene as SVG elements.
//!
//! Elements are made once for a network; a new scene (a zoom, a drag) and a new emphasis only change
//! their attributes, and panning only the transform of the group that holds them all.

use super::stage::Stage;
use crate::graph::measure::{GROUND_LINE, LINE};
use crate::graph::{Edge, EdgeId, NodeId};
use crate::model::Naming;
use crate::scene::{EdgeShape, GroundShape, Label, NodeShape, Scene, Stroke, Tone};
use crate::ui::dom::{El, svg};

/// The whole drawing.
pub(super) fn drawing(stage: Stage) -> El {
    let edges = move || stage.drawn.with(|network| network.edge_ids().map(|id| edge(stage, id)).collect());
    let nodes = move || stage.drawn.with(|network| network.node_ids().map(|id| node(stage, id)).collect());
    let labels = move || stage.drawn.with(|network| network.node_ids().map(|id| label(stage, id)).collect());
    let group = |content: &'static dyn Fn(&Scene) -> Vec<El>| {
        svg("g", "").filled_of(move || stage.scene.with(content))
    };
    svg("svg", "net").attr_of("viewBox", move || Some(stage.view_box())).attr("aria-hidden", "true").child(
        svg("g", "").attr_of("transform", move || Some(stage.transform())).children([
            group(&grounds),
            svg("g", "").filled_of(edges),
            group(&ground_labels),
            svg("g", "").filled_of(nodes),
            svg("g", "").filled_of(labels),
            svg("g", "").filled_of(move || cursor(stage).into_iter().collect()),
        ]),
    )
}

fn grounds(scene: &Scene) -> Vec<El> {
    scene.grounds.iter().map(|it| svg("path", "ground__area").attr("d", &it.path())).collect()
}

fn ground_labels(scene: &Scene) -> Vec<El> {
    let shown = scene.grounds.iter().filter(|it| it.label_shown);
    let line = |it: &GroundShape, nth: usize, line: &str| {
        text("ground__label", it.label_at.x, it.label_at.y + nth as f32 * GROUND_LINE, line)
    };
    shown.flat_map(|it| it.label.iter().enumerate().map(move |(nth, text)| line(it, nth, text))).collect()
}

fn edge(stage: Stage, id: EdgeId) -> El {
    let class = move || {
        let tone = tone_class("edge", stage.tones.with(|tones| tones.edge(id)));
        Some(format!("edge{tone}"))
    };
    let count = move || {
        let badge = stage.scene.with(|scene| scene.edges.iter().find(|it| it.id == id)?.badge);
        let badge = badge.map(|it| text("edge__count", it.at.x, it.at.y + 3.5, &it.count.to_string()));
        badge.into_iter().collect()
    };
    let both = stage.drawn.with_untracked(|drawn| drawn.edge(id).is_some_and(Edge::both_ways));
    svg("g", "")
        .attr_of("class", class)
        .children((0..=usize::from(both)).map(|nth| way(stage, id, nth)))
        .child(svg("g", "").filled_of(count))
}

/// The line of an edge, or the half of it that tells of one way.
fn way(stage: Stage, id: EdgeId, nth: usize) -> El {
    let stroke = move |what: &dyn Fn(&EdgeShape, &Stroke) -> String| {
        stage.scene.with(|scene| {
            let edge = scene.edges.iter().find(|it| it.id == id)?;
            edge.strokes.get(nth).map(|stroke| what(edge, stroke))
        })
    };
    svg("g", "").attr_of("class", move || stroke(&|_, it| it.class())).children([
        svg("path", "edge__line")
            .attr_of("d", move || stroke(&|_, it| it.curve.path()))
            .attr_of("stroke-width", move || stroke(&|edge, _| px(edge.width))),
        svg("path", "head").attr_of("d", move || stroke(&|_, it| it.head_path())),
    ])
}

fn node(stage: Stage, id: NodeId) -> El {
    let shape = move |what: &dyn Fn(&NodeShape) -> String| {
        stage.scene.with(|scene| scene.nodes.iter().find(|it| it.id == id).map(what))
    };
    let class = move || {
        let tone = tone_class("node", stage.tones.with(|tones| tones.node(id)));
        shape(&|it| {
            let naming = match it.naming {
                Naming::Named => "",
                Naming::ByOffice => " node--by-office",
                Naming::Unnamed => " node--unnamed",
            };
            format!("node {}{naming}{tone}", it.outline.class())
        })
    };
    let path = svg("path", "node__shape").attr_of("d", move || shape(&NodeShape::path));
    svg("g", "").attr_of("class", class).child(path)
}

fn label(stage: Stage, id: NodeId) -> El {
    svg("g", "").filled_of(move || {
        let tone = stage.tones.with(|tones| tones.node(id));
        stage.scene.with(|scene| {
            let label = scene.labels.iter().find(|it| it.id == id);
            let label = label.filter(|it| it.shown || tone == Tone::Chosen);
            label.map(|it| lines(it, tone)).into_iter().collect()
        })
    })
}

fn lines(label: &Label, tone: Tone) -> El {
    let line = |(nth, text): (usize, &String)| {
        let y = label.at.y + nth as f32 * LINE;
        svg("tspan", "").attr("x", &px(label.at.x)).attr("y", &px(y)).text(text)
    };
    svg("text", &format!("label{}", tone_class("label", tone)))
        .attr("text-anchor", label.anchor())
        .children(label.lines.iter().enumerate().map(line))
}

/// The ring around the node where the keyboard stands.
fn cursor(stage: Stage) -> Option<El> {
    let node = stage.cursor.get()?.node;
    stage.scene.with(|scene| {
        let it = scene.nodes.iter().find(|it| it.id == node)?;
        let ring = svg("circle", "net__cursor").attr("r", &px(it.radius + 6.0));
        Some(ring.attr("cx", &px(it.at.x)).attr("cy", &px(it.at.y)))
    })
}

fn text(class: &str, x: f32, y: f32, text: &str) -> El {
    svg("text", class).attr("x", &px(x)).attr("y", &px(y)).attr("text-anchor", "middle").text(text)
}

fn tone_class(class: &str, tone: Tone) -> String {
    match tone {
        Tone::Normal => String::new(),
        Tone::Faded => format!(" {class}--faded"),
        Tone::Chosen => format!(" {class}--chosen"),
    }
}

/// A length in px to a tenth.
pub(super) fn px(value: f32) -> String {
    crate::scene::px(value)
}
