//! Walking by keyboard: which neighbour an arrow key leads to.

use super::geometry::Point;
use super::{EdgeId, Network, NodeId, Positions};

/// Where an arrow key points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the four names say it")]
pub enum Direction {
    Left,
    Right,
    Up,
    Down,
}

impl Direction {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Left, Self::Right, Self::Up, Self::Down];

    /// One px that way.
    pub const fn way(self) -> Point {
        match self {
            Self::Left => Point::new(-1.0, 0.0),
            Self::Right => Point::new(1.0, 0.0),
            Self::Up => Point::new(0.0, -1.0),
            Self::Down => Point::new(0.0, 1.0),
        }
    }
}

impl Network {
    /// The edge and the neighbour that an arrow key leads to: the neighbour that lies best in that
    /// direction; the near before the far.
    pub fn walk(
        &self,
        from: NodeId,
        direction: Direction,
        positions: &Positions,
    ) -> Option<(EdgeId, NodeId)> {
        let place = |node: NodeId| Some(positions.get(self.node(node)?.actor)?.at);
        let here = place(from)?;
        let mut best: Option<(f32, (EdgeId, NodeId))> = None;
        for &(edge, other) in self.edges_of(from) {
            let Some(there) = place(other) else { continue };
            let way = there.minus(here);
            let ahead = way.dot(direction.way());
            // At most 60 degrees off: cos 60 = 1/2.
            if ahead <= way.length() * 0.5 {
                continue;
            }
            let aside = way.dot(direction.way().turned()).abs();
            let effort = ahead + 2.0 * aside;
            if best.is_none_or(|(least, _)| effort < least) {
                best = Some((effort, (edge, other)));
            }
        }
        best.map(|(_, step)| step)
    }
}
