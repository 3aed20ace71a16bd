//! Emphasis: what stands out while a reader points at or has chosen something.

use crate::graph::{ClusterId, EdgeId, Network, NodeId};

/// Something in a scene that a reader can point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// A node, or its label.
    Node(NodeId),
    /// An edge, or its count.
    Edge(EdgeId),
    /// The ground of a cluster.
    Ground(ClusterId),
}

/// How strongly something is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// As always.
    #[default]
    Normal,
    /// Stepped back behind what stands out.
    Faded,
    /// In full ink.
    Chosen,
}

/// What the reader points at and has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Emphasis {
    /// What the pointer or the keyboard is on.
    pub hovered: Option<Item>,
    /// What was chosen last.
    pub selected: Option<Item>,
}

/// The tone of everything in a network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tones {
    nodes: Vec<Tone>,
    edges: Vec<Tone>,
    grounds: Vec<Tone>,
}

impl Tones {
    /// The tone of a node and of its label.
    pub fn node(&self, id: NodeId) -> Tone {
        self.nodes.get(id.index()).copied().unwrap_or_default()
    }

    /// The tone of an edge.
    pub fn edge(&self, id: EdgeId) -> Tone {
        self.edges.get(id.index()).copied().unwrap_or_default()
    }

    /// The tone of a ground.
    pub fn ground(&self, id: ClusterId) -> Tone {
        self.grounds.get(id.index()).copied().unwrap_or_default()
    }

    fn set_node(&mut self, id: NodeId, tone: Tone) {
        if let Some(slot) = self.nodes.get_mut(id.index()) {
            *slot = (*slot).max_unfaded(tone);
        }
    }

    fn set_edge(&mut self, id: EdgeId, tone: Tone) {
        if let Some(slot) = self.edges.get_mut(id.index()) {
            *slot = (*slot).max_unfaded(tone);
        }
    }

    fn set_ground(&mut self, id: ClusterId, tone: Tone) {
        if let Some(slot) = self.grounds.get_mut(id.index()) {
            *slot = (*slot).max_unfaded(tone);
        }
    }
}

impl Tone {
    /// The stronger of two tones that are not to fade anything.
    fn max_unfaded(self, other: Self) -> Self {
        if self == Self::Chosen { self } else { other }
    }
}

impl Emphasis {
    /// The tones that follow: what is pointed at, else what is chosen, keeps itself and its
    /// neighbours in their tone, and all else fades. What is chosen is never faded.
    pub fn tones(&self, network: &Network) -> Tones {
        self.tones_along(network, &[])
    }

    /// The same with a path, all of which is chosen: what is selected keeps itself but not its neighbours
    /// beside it.
    pub fn tones_along(&self, network: &Network, path: &[Item]) -> Tones {
        let focus = self.hovered.or(if path.is_empty() { self.selected } else { None });
        let rest = if focus.is_some() || !path.is_empty() { Tone::Faded } else { Tone::Normal };
        let mut tones = Tones {
            nodes: vec![rest; network.nodes.len()],
            edges: vec![rest; network.edges.len()],
            grounds: vec![rest; network.clusters.len()],
        };
        for item in [self.selected, self.hovered].into_iter().flatten() {
            choose(network, &mut tones, item, Some(item) == focus);
        }
        for item in path {
            choose(network, &mut tones, *item, false);
        }
        tones
    }
}

fn choose(network: &Network, tones: &mut Tones, item: Item, focus: bool) {
    match item {
        Item::Node(id) => {
            if focus {
                for &(edge, other) in network.edges_of(id) {
                    tones.set_edge(edge, Tone::Normal);
                    tones.set_node(other, Tone::Normal);
                }
                if let Some(node) = network.node(id) {
                    tones.set_ground(node.cluster, Tone::Normal);
                }
            }
            tones.set_node(id, Tone::Chosen);
        }
        Item::Edge(id) => {
            if let Some(edge) = network.edge(id) {
                for end in edge.ends {
                    tones.set_node(end, Tone::Normal);
                }
            }
            tones.set_edge(id, Tone::Chosen);
        }
        Item::Ground(id) => {
            let Some(cluster) = network.cluster(id) else { return };
            if focus {
                for &member in &cluster.members {
                    tones.set_node(member, Tone::Normal);
                    for &(edge, other) in network.edges_of(member) {
                        tones.set_edge(edge, Tone::Normal);
                        tones.set_node(other, Tone::Normal);
                    }
                }
            }
            tones.set_ground(id, Tone::Chosen);
        }
    }
}
