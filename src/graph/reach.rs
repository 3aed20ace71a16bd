//! What can be reached from a node: its neighbours, its neighbourhood, and the part of the network that
//! it stands in.

use core::cmp::Reverse;

use super::{Edge, EdgeId, Network, NodeId};

impl Network {
    /// The neighbours of a node, those with most facts between them and it first, then by id.
    pub fn nearest(&self, node: NodeId) -> Vec<NodeId> {
        let mut ends = self.edges_of(node).to_vec();
        let passing = |edge: &EdgeId| self.edge(*edge).map_or(0, Edge::count);
        crate::order::sort_by_key(&mut ends, |(edge, other)| (Reverse(passing(edge)), *other));
        ends.into_iter().map(|(_, other)| other).collect()
    }

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
}
