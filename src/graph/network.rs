//! The network: actors as nodes, what passes between two of them as one edge a direction.

use crate::model::{ActorId, Dataset, DesignationId, FactId, FactKind, QuadClass, Standing};
use crate::order;

use super::{Cluster, ClusterId, ClusterKind};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The id of the one at `index`.
            pub const fn new(index: u32) -> Self {
                Self(index)
            }

            /// Its place in its network, counted from 0.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// A [`Node`] of a network.
    NodeId,
    /// An [`Edge`] of a network.
    EdgeId
}

/// An actor in a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Who it is.
    pub actor: ActorId,
    /// How many edges it has.
    pub degree: u32,
    /// With whom it stands.
    pub cluster: ClusterId,
}

/// What passes from one actor to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Who acts; of a mutual edge, the one with the smaller id.
    pub from: NodeId,
    /// Who is acted on.
    pub to: NodeId,
    /// The facts, in order.
    pub facts: Vec<FactId>,
    /// The designations, in order.
    pub designations: Vec<DesignationId>,
    /// The most frequent class of what it gathers; a designation is a material conflict.
    pub quad: Option<QuadClass>,
    /// True where it gathers nothing but relations.
    pub relation: bool,
    /// True where both do it to each other.
    pub mutual: bool,
    /// True where nothing but the word of a speaker supports it.
    pub stated_only: bool,
}

impl Edge {
    /// How many facts and designations it gathers.
    pub fn count(&self) -> usize {
        self.facts.len() + self.designations.len()
    }
}

/// Who is joined to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    /// The actors that take part, by actor id.
    pub nodes: Vec<Node>,
    /// One edge an ordered pair, one more where a pair does something to each other.
    pub edges: Vec<Edge>,
    /// Sides first, then groups, then the loose ones; none is empty.
    pub clusters: Vec<Cluster>,
    /// The edges of node `i` stand at `starts[i]..starts[i + 1]` of `ends`.
    starts: Vec<u32>,
    ends: Vec<(EdgeId, NodeId)>,
}

/// One fact or designation between two actors.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Item {
    Fact(FactId),
    Designation(DesignationId),
}

/// An item on its way: from, to, mutual, relation.
type Strand = (ActorId, ActorId, bool, bool, Item);

impl Network {
    /// The network of those facts and designations of the dataset.
    ///
    /// Every subject, object, authority and target is a node, also one that is joined to nobody.
    pub fn of(data: &Dataset, facts: &[FactId], designations: &[DesignationId]) -> Self {
        Self::among(data, facts, designations, &|_| true)
    }

    /// The same among some of the actors: those that `seen` lets pass.
    pub fn among(
        data: &Dataset,
        facts: &[FactId],
        designations: &[DesignationId],
        seen: &dyn Fn(ActorId) -> bool,
    ) -> Self {
        let mut present = vec![false; data.actors.len()];
        let mut strands = strands(data, facts, designations, seen, &mut present);
        settle_relations(&mut strands);

        let actors: Vec<ActorId> = (0..)
            .map(ActorId::new)
            .zip(&present)
            .filter_map(|(id, &present)| present.then_some(id))
            .collect();
        let node = |actor: &ActorId| NodeId(actors.binary_search(actor).unwrap_or(0) as u32);
        let edges: Vec<Edge> = strands
            .chunk_by(|a, b| (a.0, a.1, a.2) == (b.0, b.1, b.2))
            .filter_map(|chunk| {
                let (from, to, ..) = chunk.first()?;
                Some(gather(data, node(from), node(to), chunk))
            })
            .collect();
        Self::assemble(data, &actors, edges)
    }

    /// The network of the whole dataset.
    pub fn whole(data: &Dataset) -> Self {
        let facts: Vec<FactId> = (0..data.facts.len() as u32).map(FactId::new).collect();
        let designations: Vec<DesignationId> =
            (0..data.designations.len() as u32).map(DesignationId::new).collect();
        Self::of(data, &facts, &designations)
    }

    fn assemble(data: &Dataset, actors: &[ActorId], edges: Vec<Edge>) -> Self {
        let mut ends: Vec<(NodeId, EdgeId, NodeId)> = Vec::new();
        for (id, edge) in (0..).map(EdgeId).zip(&edges) {
            ends.push((edge.from, id, edge.to));
            ends.push((edge.to, id, edge.from));
        }
        order::sort(&mut ends, Ord::cmp);
        let mut starts = vec![0; actors.len() + 1];
        for (node, ..) in &ends {
            if let Some(next) = starts.get_mut(node.index() + 1) {
                *next += 1;
            }
        }
        let degrees: Vec<u32> = starts.iter().skip(1).copied().collect();
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }

        let kinds = ClusterKind::of_actors(data);
        let kind = |actor: &ActorId| kinds.get(actor.index()).copied().unwrap_or(ClusterKind::Loose);
        let mut present: Vec<ClusterKind> = actors.iter().map(kind).collect();
        order::distinct(&mut present);
        let mut clusters: Vec<Cluster> = present
            .iter()
            .map(|&kind| {
                let (key, label) = kind.key_and_label(data);
                Cluster { key, label, kind, members: Vec::new() }
            })
            .collect();
        let mut nodes = Vec::with_capacity(actors.len());
        for ((id, actor), degree) in (0..).map(NodeId).zip(actors).zip(degrees) {
            let cluster = present.binary_search(&kind(actor)).unwrap_or(0);
            if let Some(cluster) = clusters.get_mut(cluster) {
                cluster.members.push(id);
            }
            nodes.push(Node { actor: *actor, degree, cluster: ClusterId::new(cluster as u32) });
        }
        let ends = ends.into_iter().map(|(_, edge, other)| (edge, other)).collect();
        Self { nodes, edges, clusters, starts, ends }
    }

    /// All node ids.
    pub fn node_ids(&self) -> impl DoubleEndedIterator<Item = NodeId> + ExactSizeIterator + use<> {
        (0..self.nodes.len() as u32).map(NodeId)
    }

    /// All edge ids.
    pub fn edge_ids(&self) -> impl DoubleEndedIterator<Item = EdgeId> + ExactSizeIterator + use<> {
        (0..self.edges.len() as u32).map(EdgeId)
    }

    /// The node, where the id is of this network.
    pub fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id.index())
    }

    /// The edge, where the id is of this network.
    pub fn edge(&self, id: EdgeId) -> Option<&Edge> {
        self.edges.get(id.index())
    }

    /// The cluster, where the id is of this network.
    pub fn cluster(&self, id: ClusterId) -> Option<&Cluster> {
        self.clusters.get(id.index())
    }

    /// The node of an actor, where it takes part.
    pub fn find(&self, actor: ActorId) -> Option<NodeId> {
        let index = self.nodes.binary_search_by_key(&actor, |node| node.actor).ok()?;
        Some(NodeId(index as u32))
    }

    /// The edges of a node with the node at the other end, by edge id.
    pub fn edges_of(&self, node: NodeId) -> &[(EdgeId, NodeId)] {
        let start = self.starts.get(node.index()).copied().unwrap_or(0) as usize;
        let end = self.starts.get(node.index() + 1).copied().unwrap_or(0) as usize;
        self.ends.get(start..end).unwrap_or(&[])
    }

    /// The nodes that an edge joins to this one, by id, each once.
    pub fn neighbours(&self, node: NodeId) -> Vec<NodeId> {
        let mut others: Vec<NodeId> = self.edges_of(node).iter().map(|end| end.1).collect();
        order::distinct(&mut others);
        others
    }
}

/// What passes between whom of those who are seen; notes who takes part.
fn strands(
    data: &Dataset,
    facts: &[FactId],
    designations: &[DesignationId],
    seen: &dyn Fn(ActorId) -> bool,
    present: &mut [bool],
) -> Vec<Strand> {
    let mut join = |from: ActorId, to: ActorId| {
        let mut both = from != to;
        for actor in [from, to] {
            let seen = seen(actor);
            both &= seen;
            if let Some(present) = present.get_mut(actor.index()) {
                *present |= seen;
            }
        }
        both
    };
    let mut strands = Vec::new();
    for &id in facts {
        let Some(fact) = data.facts.get(id.index()) else { continue };
        let relation = fact.kind == FactKind::Relation;
        join(fact.subject, fact.subject);
        for &object in &fact.objects {
            if join(fact.subject, object) {
                let (from, to) = if fact.mutual && object < fact.subject {
                    (object, fact.subject)
                } else {
                    (fact.subject, object)
                };
                strands.push((from, to, fact.mutual, relation, Item::Fact(id)));
            }
        }
    }
    for &id in designations {
        let Some(designation) = data.designations.get(id.index()) else { continue };
        let (from, to) = (designation.authority, designation.target);
        if join(from, to) {
            strands.push((from, to, false, false, Item::Designation(id)));
        }
    }
    strands
}

/// Lets a mutual relation without a mutual fact join what passes one way between the two, and
/// puts the strands in order.
fn settle_relations(strands: &mut Vec<Strand>) {
    let mut ways: Vec<(ActorId, ActorId, bool)> =
        strands.iter().filter(|s| !s.3).map(|s| (s.0, s.1, s.2)).collect();
    order::sort(&mut ways, Ord::cmp);
    let has = |way: (ActorId, ActorId, bool)| ways.binary_search(&way).is_ok();
    for strand in strands.iter_mut().filter(|s| s.3) {
        let (from, to, mutual, ..) = *strand;
        if has((from, to, mutual)) {
            continue;
        }
        let (low, high) = (from.min(to), from.max(to));
        if !mutual && has((low, high, true)) {
            (strand.0, strand.1, strand.2) = (low, high, true);
        } else if mutual && has((from, to, false)) {
            strand.2 = false;
        } else if mutual && has((to, from, false)) {
            (strand.0, strand.1, strand.2) = (to, from, false);
        }
    }
    order::distinct(strands);
}

/// One edge from the strands of one way.
fn gather(data: &Dataset, from: NodeId, to: NodeId, strands: &[Strand]) -> Edge {
    let mut edge = Edge {
        from,
        to,
        facts: Vec::new(),
        designations: Vec::new(),
        quad: None,
        relation: true,
        mutual: false,
        stated_only: true,
    };
    let mut votes = [0_usize; 4];
    for &(_, _, mutual, relation, item) in strands {
        edge.mutual = mutual;
        edge.relation &= relation;
        let class = match item {
            Item::Fact(id) => {
                edge.facts.push(id);
                edge.stated_only &= data[id].standing(data) == Standing::Attributed;
                data[id].quad_class()
            }
            Item::Designation(id) => {
                edge.designations.push(id);
                edge.stated_only = false;
                Some(QuadClass::MaterialConflict)
            }
        };
        for (vote, quad) in votes.iter_mut().zip(QuadClass::ALL) {
            *vote += usize::from(class == Some(quad));
        }
    }
    order::sort(&mut edge.facts, Ord::cmp);
    let most = votes.iter().copied().max().unwrap_or(0);
    if most > 0 {
        edge.quad = QuadClass::ALL.into_iter().zip(votes).find(|(_, n)| *n == most).map(|(q, _)| q);
    }
    edge
}
