//! Picking: what lies under the pointer.

use crate::graph::geometry::{Point, Rect, distance};

use super::{Curve, GroundShape, Item, Scene};

/// How near to an edge a pointer must be.
const NEAR_EDGE: f32 = 6.0;

/// How near to a node a pointer must be.
const NEAR_NODE: f32 = 4.0;

/// Into how many straight pieces a curve is cut.
const PIECES: u8 = 16;

impl Scene {
    /// What lies at a point of the screen: a node or its label, else the nearest edge or count, else
    /// a ground.
    pub fn pick(&self, x: f32, y: f32) -> Option<Item> {
        let p = Point::new(x, y);
        let near_node = self
            .nodes
            .iter()
            .map(|node| (node.at.minus(p).length() - node.radius, node.id))
            .filter(|(away, _)| *away <= NEAR_NODE)
            .min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, id)) = near_node {
            return Some(Item::Node(id));
        }
        if let Some(label) = self.labels.iter().find(|label| label.shown && label.area.holds(p)) {
            return Some(Item::Node(label.id));
        }
        let near_edge = self
            .edges
            .iter()
            .filter(|edge| edge.curve.area().grown(NEAR_EDGE * 2.0).holds(p))
            .map(|edge| {
                let mut away = from_curve(&edge.curve, p);
                if let Some(badge) = edge.badge {
                    away = away.min(badge.at.minus(p).length() - 4.0);
                }
                for [tip, left, right] in edge.strokes.iter().filter_map(|it| it.head.as_ref()) {
                    away = away.min(distance(p, *tip, left.toward(*right, 0.5)));
                }
                (away, edge.id)
            })
            .filter(|(away, _)| *away <= NEAR_EDGE)
            .min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, id)) = near_edge {
            return Some(Item::Edge(id));
        }
        self.grounds.iter().find(|ground| ground.holds(p)).map(|ground| Item::Ground(ground.id))
    }
}

impl GroundShape {
    /// Whether the point lies on the ground.
    pub fn holds(&self, p: Point) -> bool {
        let corners = self.corners.iter();
        let after = self.corners.iter().cycle().skip(1);
        self.corners.len() > 2
            && corners.zip(after).all(|(a, b)| b.via.minus(a.via).cross(p.minus(a.via)) >= 0.0)
    }
}

fn pieces(curve: &Curve) -> impl Iterator<Item = (Point, Point)> {
    let at = |index: u8| curve.at(f32::from(index) / f32::from(PIECES));
    (0..PIECES).map(move |index| (at(index), at(index + 1)))
}

fn from_curve(curve: &Curve, p: Point) -> f32 {
    pieces(curve).map(|(a, b)| distance(p, a, b)).fold(f32::MAX, f32::min)
}

/// Whether the curve runs through the box.
pub(super) fn curve_hits(curve: &Curve, area: &Rect) -> bool {
    curve.area().meets(area) && pieces(curve).any(|(a, b)| area.touched_by(a, b))
}

impl Curve {
    /// Whether it runs through the box.
    pub fn runs_through(&self, area: &Rect) -> bool {
        curve_hits(self, area)
    }
}
