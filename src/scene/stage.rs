//! The stage: nodes and the room for their labels on the screen, before anything is drawn.

use crate::graph::geometry::{Point, Rect, within};
use crate::graph::measure::{self, LINE};
use crate::graph::{LabelSide, Network, Positions};
use crate::model::Dataset;

use super::{Camera, Curve, Viewport};

/// A node on the stage.
#[derive(Clone, Debug)]
pub(super) struct Body<'a> {
    /// Its middle on the screen.
    pub at: Point,
    /// Half its width.
    pub radius: f32,
    /// The lines of its label.
    pub lines: Vec<&'a str>,
    /// The width and height of its label.
    pub size: (f32, f32),
    /// Where the layout keeps room for its label.
    pub side: LabelSide,
}

impl Body<'_> {
    /// How far from its middle lines keep.
    pub(super) fn reach(&self) -> f32 {
        self.radius + 1.5
    }

    /// The box around the shape.
    pub(super) fn shape(&self) -> Rect {
        Rect::around(self.at, 2.0 * self.radius, 2.0 * self.radius)
    }

    /// The room that the label takes on a side.
    pub(super) fn label(&self, side: LabelSide) -> Rect {
        measure::label_area(self.radius, self.size, side).moved(self.at)
    }

    /// Where the text is anchored: on the baseline of its first line.
    pub(super) fn anchor(&self, side: LabelSide) -> Point {
        let area = self.label(side);
        let x = match side {
            LabelSide::Below | LabelSide::Above => self.at.x,
            LabelSide::Right => area.left,
            LabelSide::Left => area.right,
        };
        Point::new(x, area.top + LINE * 0.79)
    }
}

/// How much smaller shapes are where the reader sees the whole from afar; text keeps its size.
pub(super) fn shrink(scale: f32) -> f32 {
    within(scale / 0.75, 0.55, 1.0)
}

/// All nodes of a network on the stage; a node without a place has none.
pub(super) fn bodies<'a>(
    network: &Network,
    data: &'a Dataset,
    positions: &Positions,
    camera: &Camera,
    viewport: &Viewport,
) -> Vec<Option<Body<'a>>> {
    let body = |node: &crate::graph::Node| {
        let actor = data.actors.get(node.actor.index())?;
        let place = positions.get(node.actor)?;
        let lines = measure::lines(&actor.short, measure::widest(place.side));
        Some(Body {
            at: camera.to_screen(place.at, viewport),
            radius: measure::radius(actor, node.degree) * shrink(camera.scale),
            size: measure::label_size(&lines),
            lines,
            side: place.side,
        })
    };
    network.nodes.iter().map(body).collect()
}

/// The curve between the middles of two nodes; `bend` is how far it bows to the right of its way, as
/// a part of its length.
pub(super) fn curve(from: Point, to: Point, bend: f32) -> Curve {
    let via = from.toward(to, 0.5).plus(to.minus(from).turned().times(bend));
    Curve { from, via, to }
}

/// The `t` at which the curve, followed from its start, is `reach` away from its start.
pub(super) fn leaves(curve: &Curve, reach: f32) -> f32 {
    let (mut near, mut far) = (0.0, 1.0);
    for _ in 0..12 {
        let t = (near + far) / 2.0;
        if curve.at(t).minus(curve.from).length() < reach { near = t } else { far = t }
    }
    far
}

impl Curve {
    /// The same curve the other way round.
    pub(super) fn reversed(&self) -> Self {
        Self { from: self.to, via: self.via, to: self.from }
    }
}
