//! The shapes of a scene as SVG elements. Elements live as long as what they show; a new scene only
//! changes their attributes.

use leptos::prelude::*;

use super::stage::Stage;
use crate::graph::measure::LINE;
use crate::graph::{EdgeId, NodeId};
use crate::model::Naming;
use crate::scene::{EdgeShape, GroundShape, Label, NodeShape, Tone};

/// The whole drawing.
pub(super) fn drawing(stage: Stage) -> AnyView {
    let edges = move || stage.drawn.with(|network| network.edge_ids().collect::<Vec<_>>());
    let nodes = move || stage.drawn.with(|network| network.node_ids().collect::<Vec<_>>());
    // What an id stands for changes with the network: its elements are made anew then.
    let edge_views = move || edges().into_iter().map(|id| edge(stage, id)).collect_view();
    let node_views = move || nodes().into_iter().map(|id| node(stage, id)).collect_view();
    let label_views = move || nodes().into_iter().map(|id| label(stage, id)).collect_view();
    view! {
        <svg class="net" viewBox=move || stage.view_box() aria-hidden="true">
            <g transform=move || stage.transform()>
                <g>{move || grounds(stage)}</g>
                <g>{edge_views}</g>
                <g>{move || ground_labels(stage)}</g>
                <g>{node_views}</g>
                <g>{label_views}</g>
                {move || cursor(stage)}
            </g>
        </svg>
    }
    .into_any()
}

fn tone_class(class: &str, tone: Tone) -> String {
    match tone {
        Tone::Normal => String::new(),
        Tone::Faded => format!(" {class}--faded"),
        Tone::Chosen => format!(" {class}--chosen"),
    }
}

fn grounds(stage: Stage) -> AnyView {
    let ground = |it: &GroundShape| view! { <path class="ground__area" d=it.path() /> };
    stage.scene.with(|scene| scene.grounds.iter().map(ground).collect_view()).into_any()
}

fn ground_labels(stage: Stage) -> AnyView {
    let label = |it: &GroundShape| {
        view! {
            <text class="ground__label" x=px(it.label_at.x) y=px(it.label_at.y) text-anchor="middle">
                {it.label.clone()}
            </text>
        }
    };
    stage
        .scene
        .with(|scene| scene.grounds.iter().filter(|it| it.label_shown).map(label).collect_view())
        .into_any()
}

fn edge(stage: Stage, id: EdgeId) -> AnyView {
    let shape =
        Memo::new(move |_| stage.scene.with(|scene| scene.edges.iter().find(|it| it.id == id).cloned()));
    let from = move |what: fn(&EdgeShape) -> String| {
        move || shape.with(|shape| shape.as_ref().map(what).unwrap_or_default())
    };
    let class = move || {
        let tone = stage.tones.with(|tones| tones.edge(id));
        let look = shape.with(|shape| {
            let shape = shape.as_ref()?;
            Some(format!("{}{}", shape.look.class(), if shape.stated { " edge--stated" } else { "" }))
        });
        format!("edge {}{}", look.unwrap_or_default(), tone_class("edge", tone))
    };
    let count = move || {
        let badge = shape.with(|shape| shape.as_ref().and_then(|shape| shape.badge));
        badge.map(|badge| {
            view! {
                <text class="edge__count" x=px(badge.at.x) y=px(badge.at.y + 3.5) text-anchor="middle">
                    {badge.count}
                </text>
            }
        })
    };
    view! {
        <g class=class>
            <path class="edge__line" d=from(|it| it.curve.path()) stroke-width=from(|it| px(it.width)) />
            <path class="head" d=from(EdgeShape::heads_path) />
            {count}
        </g>
    }
    .into_any()
}

fn node(stage: Stage, id: NodeId) -> AnyView {
    let shape =
        Memo::new(move |_| stage.scene.with(|scene| scene.nodes.iter().find(|it| it.id == id).cloned()));
    let class = move || {
        let tone = stage.tones.with(|tones| tones.node(id));
        shape.with(|shape| {
            let Some(shape) = shape else { return String::new() };
            let naming = match shape.naming {
                Naming::Named => "",
                Naming::ByOffice => " node--by-office",
                Naming::Unnamed => " node--unnamed",
            };
            format!("node {}{naming}{}", shape.outline.class(), tone_class("node", tone))
        })
    };
    let d = move || shape.with(|shape| shape.as_ref().map(NodeShape::path).unwrap_or_default());
    view! { <g class=class><path class="node__shape" d=d /></g> }.into_any()
}

fn label(stage: Stage, id: NodeId) -> AnyView {
    let shape =
        Memo::new(move |_| stage.scene.with(|scene| scene.labels.iter().find(|it| it.id == id).cloned()));
    let tone = Memo::new(move |_| stage.tones.with(|tones| tones.node(id)));
    let text = move || {
        let tone = tone.get();
        shape.with(|shape| {
            let shape = shape.as_ref().filter(|it| it.shown || tone == Tone::Chosen)?;
            Some(lines(shape, &tone_class("label", tone)))
        })
    };
    text.into_any()
}

fn lines(label: &Label, tone: &str) -> AnyView {
    let at = label.at;
    let line = |(nth, text): (usize, &String)| {
        view! { <tspan x=px(at.x) y=px(nth as f32 * LINE + at.y)>{text.clone()}</tspan> }
    };
    let lines = label.lines.iter().enumerate().map(line).collect_view();
    view! { <text class=format!("label{tone}") text-anchor=label.anchor()>{lines}</text> }.into_any()
}

/// The ring around the node where the keyboard stands.
fn cursor(stage: Stage) -> AnyView {
    let at = stage.cursor.get().and_then(|cursor| {
        stage.scene.with(|scene| scene.nodes.iter().find(|it| it.id == cursor.node).cloned())
    });
    at.map(|it| {
        view! { <circle class="net__cursor" cx=px(it.at.x) cy=px(it.at.y) r=px(it.radius + 6.0) /> }
    })
    .into_any()
}

fn px(value: f32) -> String {
    format!("{value:.1}")
}
