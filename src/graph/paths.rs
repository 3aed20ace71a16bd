//! Paths: how two actors are connected.
//!
//! Who acts on whom matters to what a step says, not to whether there is one: a path goes along an edge
//! either way.

use core::cmp::Reverse;
use std::collections::BinaryHeap;

use super::{EdgeId, Network, NodeId};
use crate::model::{Dataset, FactId, Standing};
use crate::order;

/// Which of the paths between two actors are looked for.
///
/// **Shortest**: the fewest steps.
///
/// **Strongest**: the least sum of distances, where the distance of two neighbours is 1 / (how many
/// facts stand between them), found by Dijkstra's method. Source: M. E. J. Newman, "Scientific
/// collaboration networks. II. Shortest paths, weighted networks, and centrality", Physical Review E
/// 64, 016132 (2001); in the terms of T. Opsahl, F. Agneessens, J. Skvoretz, "Node centrality in
/// weighted networks: Generalizing degree and shortest paths", Social Networks 32 (2010), 245–251,
/// it is their distance with alpha = 1.
///
/// What counts are the facts that stand on more than the word of their speaker ([`Strength`]). A step
/// with none of them is *only said*, and it weighs more than any number of established steps: of two
/// paths the one with fewer such steps is the stronger, and distances decide between those with equally
/// many (on an only-said step, 1 / the number of what is said). A chain is as good as its weakest
/// link, and no number of established facts elsewhere makes up for a link that somebody merely
/// asserts; a factor by which an assertion weighs less than a fact would have to be made up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum PathKind {
    /// The fewest steps.
    #[default]
    Shortest,
    /// The best supported steps.
    Strongest,
}

impl PathKind {
    /// Both, the plain one first.
    pub const ALL: [Self; 2] = [Self::Shortest, Self::Strongest];

    /// The stable name in the fragment.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Shortest => "shortest",
            Self::Strongest => "strongest",
        }
    }
}

/// How well two neighbours are joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Strength {
    /// How many acts and facts stand on more than the word of their speaker. A designation and the
    /// measure that imposes it are one act.
    pub established: usize,
    /// How many facts rest on their speaker alone.
    pub said: usize,
}

impl Strength {
    /// True where nothing but the word of a speaker joins the two.
    pub const fn only_said(&self) -> bool {
        self.established == 0
    }

    /// What a step costs: whether it is only said, then its distance.
    const fn cost(&self) -> Cost {
        let number = if self.only_said() { self.said } else { self.established };
        Cost(self.only_said() as u32, UNIT / if number == 0 { 1 } else { number as u64 })
    }
}

/// A way from one node to another, each step over all that passes between two neighbours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    /// The nodes, both ends with them.
    pub nodes: Vec<NodeId>,
}

impl Path {
    /// The ends of each step.
    pub fn steps(&self) -> impl Iterator<Item = (NodeId, NodeId)> {
        self.nodes.iter().copied().zip(self.nodes.iter().skip(1).copied())
    }
}

/// The best paths between two nodes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paths {
    /// The paths that are equally good in what was looked for, at most [`Paths::MOST`] of them. Of equally
    /// short ones the stronger comes first, of equally strong ones the shorter, then the one over the
    /// earlier actors. Empty where the two are not connected.
    pub best: Vec<Path>,
    /// How many equally good paths there are in all.
    pub of: u64,
}

impl Paths {
    /// How many equally good paths are told.
    pub const MOST: usize = 4;
}

/// Two sums that are compared one after the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Cost(u32, u64);

impl Cost {
    const fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0, self.1 + other.1)
    }
}

/// The distance of two neighbours with one fact between them: divisible by every number to 20, so that
/// sums of distances are exact and ties are ties.
const UNIT: u64 = 232_792_560;

/// What a search knows of a node.
#[derive(Clone, Debug, Default)]
struct Reached {
    /// What it costs to come here.
    least: Option<Cost>,
    /// True once that is certain.
    settled: bool,
    /// The best ways here: what decides between equals, and the nodes.
    ways: Vec<(Cost, Vec<NodeId>)>,
    /// How many ways there are that cost the least.
    count: u64,
}

impl Network {
    /// The edge that joins two nodes.
    pub fn between(&self, one: NodeId, other: NodeId) -> Option<EdgeId> {
        self.edges_of(one).iter().find(|(_, end)| *end == other).map(|(edge, _)| *edge)
    }

    /// How well two nodes are joined; nothing on either side where they are not.
    pub fn strength(&self, data: &Dataset, one: NodeId, other: NodeId) -> Strength {
        let mut strength = Strength::default();
        let Some(edge) = self.between(one, other).and_then(|id| self.edge(id)) else { return strength };
        strength.established += edge.designations.len();
        let imposes = |fact: FactId| {
            edge.designations.iter().any(|id| {
                let group = &data[data[*id].group];
                group.measure == fact || group.package == fact
            })
        };
        for &fact in &edge.facts {
            match data[fact].standing(data) {
                _ if imposes(fact) => {}
                Standing::Attributed => strength.said += 1,
                Standing::Reported | Standing::Announced => strength.established += 1,
            }
        }
        strength
    }

    /// The best paths between two nodes. `O((nodes + edges) log nodes)` but for the strengths, which look
    /// at every fact of an edge.
    pub fn paths(&self, data: &Dataset, from: NodeId, to: NodeId, kind: PathKind) -> Paths {
        // What is looked for, and what decides between equals.
        let step = |one: NodeId, other: NodeId| {
            let strength = self.strength(data, one, other).cost();
            match kind {
                PathKind::Shortest => (Cost(1, 0), strength),
                PathKind::Strongest => (strength, Cost(1, 0)),
            }
        };
        let mut reached = vec![Reached::default(); self.nodes.len()];
        let mut queue = BinaryHeap::new();
        if let Some(start) = reached.get_mut(from.index()) {
            *start = Reached {
                least: Some(Cost::default()),
                settled: false,
                ways: vec![(Cost::default(), vec![from])],
                count: 1,
            };
            queue.push(Reverse((Cost::default(), from)));
        }
        while let Some(Reverse((cost, node))) = queue.pop() {
            let Some(here) = reached.get_mut(node.index()) else { continue };
            if core::mem::replace(&mut here.settled, true) {
                continue;
            }
            order::sort(&mut here.ways, Ord::cmp);
            here.ways.truncate(Paths::MOST);
            let (ways, count) = (here.ways.clone(), here.count);
            if node == to {
                let best = ways.into_iter().map(|(_, nodes)| Path { nodes }).collect();
                return Paths { best, of: count };
            }
            for other in self.neighbours(node) {
                let Some(there) = reached.get_mut(other.index()).filter(|there| !there.settled) else {
                    continue;
                };
                let (sought, tie) = step(node, other);
                let total = cost.plus(sought);
                if there.least.is_some_and(|least| least < total) {
                    continue;
                }
                if there.least != Some(total) {
                    *there = Reached { least: Some(total), ..Reached::default() };
                    queue.push(Reverse((total, other)));
                }
                there.count = there.count.saturating_add(count);
                there.ways.extend(ways.iter().map(|(so_far, nodes)| {
                    let nodes = nodes.iter().copied().chain([other]).collect();
                    (so_far.plus(tie), nodes)
                }));
            }
        }
        Paths::default()
    }
}
