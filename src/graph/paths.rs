//! Ways through a network: neighbourhoods, shortest paths, components, and walking by keyboard.

use super::geometry::Point;
use super::{EdgeId, Network, NodeId, Positions};

/// A way along edges from one node to another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    /// The nodes, both ends with them.
    pub nodes: Vec<NodeId>,
    /// The edges between them, one fewer.
    pub edges: Vec<EdgeId>,
}

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

    const fn way(self) -> Point {
        match self {
            Self::Left => Point::new(-1.0, 0.0),
            Self::Right => Point::new(1.0, 0.0),
            Self::Up => Point::new(0.0, -1.0),
            Self::Down => Point::new(0.0, 1.0),
        }
    }
}

/// For each node that a search reached: over which edge, from which node.
type Came = Vec<Option<(EdgeId, NodeId)>>;

impl Network {
    /// The nodes within so many edges of a node, itself first, the nearest first.
    pub fn neighbourhood(&self, node: NodeId, hops: usize) -> Vec<NodeId> {
        let mut seen = vec![false; self.nodes.len()];
        let mut found = Vec::new();
        let mut next = vec![node];
        for _ in 0..=hops {
            let mut further = Vec::new();
            for node in core::mem::take(&mut next) {
                let Some(seen) = seen.get_mut(node.index()) else { continue };
                if core::mem::replace(seen, true) {
                    continue;
                }
                found.push(node);
                further.extend(self.edges_of(node).iter().map(|end| end.1));
            }
            next = further;
        }
        found
    }

    /// A shortest way between two nodes, whatever the direction of the edges; of several, the one
    /// over the earliest edges.
    pub fn shortest_path(&self, from: NodeId, to: NodeId) -> Option<Path> {
        self.node(from)?;
        let mut came: Came = vec![None; self.nodes.len()];
        let mut queue = vec![from];
        let mut head = 0;
        while let Some(&node) = queue.get(head) {
            if node == to {
                return Some(path(&came, from, to));
            }
            head += 1;
            for &(edge, other) in self.edges_of(node) {
                if let Some(slot @ None) = came.get_mut(other.index())
                    && other != from
                {
                    *slot = Some((edge, node));
                    queue.push(other);
                }
            }
        }
        None
    }

    /// The parts of the network that nothing joins, each by node id, the one with the first node
    /// first.
    pub fn components(&self) -> Vec<Vec<NodeId>> {
        let mut seen = vec![false; self.nodes.len()];
        let mut parts = Vec::new();
        for start in self.node_ids() {
            if seen.get(start.index()).is_some_and(|seen| *seen) {
                continue;
            }
            let mut part = self.neighbourhood(start, self.nodes.len());
            for node in &part {
                if let Some(seen) = seen.get_mut(node.index()) {
                    *seen = true;
                }
            }
            crate::order::sort(&mut part, Ord::cmp);
            parts.push(part);
        }
        parts
    }

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

fn path(came: &Came, from: NodeId, to: NodeId) -> Path {
    let mut path = Path { nodes: vec![to], edges: Vec::new() };
    let mut node = to;
    while node != from {
        let Some(&Some((edge, before))) = came.get(node.index()) else { break };
        path.edges.push(edge);
        path.nodes.push(before);
        node = before;
    }
    path.nodes.reverse();
    path.edges.reverse();
    path
}
