//! How well a scene reads, in numbers: for tests and for whoever tunes the layout.

use crate::graph::Network;
use crate::graph::geometry::{Point, Rect, cross};

use super::{Curve, GroundShape, Scene};

/// What makes a scene hard to read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quality {
    /// Pairs of edges that cross.
    pub crossings: usize,
    /// Labels that an edge runs through, counted for each edge.
    pub labels_hit: usize,
    /// Nodes that an edge of others runs through, counted for each edge.
    pub nodes_hit: usize,
    /// Labels that lie on another label or on the node of another.
    pub labels_covered: usize,
    /// Nodes or labels that lie on a ground that is not theirs.
    pub strangers: usize,
    /// Pairs of grounds that overlap.
    pub grounds_overlapping: usize,
    /// Labels that are not shown.
    pub labels_hidden: usize,
}

impl Scene {
    /// Counts what makes it hard to read.
    pub fn quality(&self, network: &Network) -> Quality {
        let mut quality = Quality::default();
        for (index, edge) in self.edges.iter().enumerate() {
            let Some(data) = network.edge(edge.id) else { continue };
            for label in self.labels.iter().filter(|label| label.shown) {
                quality.labels_hit += usize::from(edge.curve.runs_through(&label.area.grown(-1.0)));
            }
            for node in self.nodes.iter().filter(|node| !data.ends.contains(&node.id)) {
                let area = Rect::around(node.at, 1.8 * node.radius, 1.8 * node.radius);
                quality.nodes_hit += usize::from(edge.curve.runs_through(&area));
            }
            for other in self.edges.iter().skip(index + 1) {
                quality.crossings += usize::from(curves_cross(&edge.curve, &other.curve));
            }
        }
        for (index, label) in self.labels.iter().enumerate() {
            if !label.shown {
                quality.labels_hidden += 1;
                continue;
            }
            let others = self.labels.iter().skip(index + 1).filter(|other| other.shown);
            quality.labels_covered += others.filter(|other| other.area.meets(&label.area)).count();
            let nodes = self.nodes.iter().filter(|node| node.id != label.id);
            quality.labels_covered += nodes
                .filter(|node| Rect::around(node.at, 2.0 * node.radius, 2.0 * node.radius).meets(&label.area))
                .count();
            let cluster = network.node(label.id).map(|node| node.cluster);
            for ground in self.grounds.iter().filter(|ground| Some(ground.id) != cluster) {
                let corners = label.area.corners();
                let on = corners.iter().any(|corner| ground.holds(*corner));
                quality.strangers += usize::from(on);
            }
        }
        for (index, ground) in self.grounds.iter().enumerate() {
            let others = self.grounds.iter().skip(index + 1);
            quality.grounds_overlapping += others.filter(|other| !apart(ground, other)).count();
        }
        quality
    }
}

/// Whether a border of one ground has the whole other ground on its outer side; grounds are convex.
fn apart(one: &GroundShape, other: &GroundShape) -> bool {
    outside(one, other) || outside(other, one)
}

fn outside(one: &GroundShape, other: &GroundShape) -> bool {
    let after = one.corners.iter().cycle().skip(1);
    one.corners.iter().zip(after).any(|(a, b)| {
        let border = b.via.minus(a.via);
        other.corners.iter().all(|corner| border.cross(corner.via.minus(a.via)) < 0.0)
    })
}

fn points(curve: &Curve) -> [Point; 17] {
    let mut points = [curve.from; 17];
    for (index, point) in points.iter_mut().enumerate() {
        *point = curve.at(index as f32 / 16.0);
    }
    points
}

fn curves_cross(one: &Curve, two: &Curve) -> bool {
    let (one, two) = (points(one), points(two));
    one.iter()
        .zip(one.iter().skip(1))
        .any(|(a, b)| two.iter().zip(two.iter().skip(1)).any(|(c, d)| cross(*a, *b, *c, *d)))
}
