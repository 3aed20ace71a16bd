//! The network: actors as nodes, all that passes between two of them as one edge.

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
    /// How many edges it has, and so neighbours.
    pub degree: u32,
    /// With whom it stands.
    pub cluster: ClusterId,
}

/// All that passes between two actors, and what holds between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The two, the one with the smaller id first.
    pub ends: [NodeId; 2],
    /// What goes from the first to the second, and what goes back. What the two do to each other goes
    /// both ways; nothing goes between two whom relations alone join.
    pub ways: [Option<Way>; 2],
    /// The two as they are told: who acts before on whom, and where neither does, whose relation it is before
    /// to whom it is one. In the order of [`Edge::ends`] where both act.
    pub told: [NodeId; 2],
    /// The facts, in order.
    pub facts: Vec<FactId>,
    /// The designations, in order.
    pub designations: Vec<DesignationId>,
    /// True where nothing but the word of a speaker supports any of it.
    pub stated_only: bool,
}

/// What goes one way along an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// The most frequent class, the graver of two; a designation is a material conflict. None for remarks
    /// that no class covers.
    pub quad: Option<QuadClass>,
    /// True where nothing but the word of a speaker supports it.
    pub stated_only: bool,
}

impl Edge {
    /// How many facts and designations it gathers.
    pub fn count(&self) -> usize {
        self.facts.len() + self.designations.len()
    }

    /// True where it gathers nothing but relations.
    pub const fn relation(&self) -> bool {
        matches!(self.ways, [None, None])
    }

    /// True where something goes each way.
    pub const fn both_ways(&self) -> bool {
        matches!(self.ways, [Some(_), Some(_)])
    }
}

/// Who is joined to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    /// The actors that take part, by actor id.
    pub nodes: Vec<Node>,
    /// One edge a pair, by its ends.
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

/// Which way an item goes between two actors, of whom the one with the smaller id comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Course {
    There,
    Back,
    Both,
    /// It holds between them, and nothing is done; true where it is told of the second.
    Relation(bool),
}

/// An item between two actors.
type Strand = ([ActorId; 2], Item, Course);

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
        order::distinct(&mut strands);

        let actors: Vec<ActorId> = (0..)
            .map(ActorId::new)
            .zip(&present)
            .filter_map(|(id, &present)| present.then_some(id))
            .collect();
        let node = |actor: &ActorId| NodeId(actors.binary_search(actor).unwrap_or(0) as u32);
        let edges: Vec<Edge> = strands
            .chunk_by(|a, b| a.0 == b.0)
            .filter_map(|chunk| {
                let (ends, ..) = chunk.first()?;
                Some(gather(data, ends.each_ref().map(node), chunk))
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
            let [one, other] = edge.ends;
            ends.push((one, id, other));
            ends.push((other, id, one));
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

    /// The nodes that an edge joins to this one, by id of the edge.
    pub fn neighbours(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        self.edges_of(node).iter().map(|end| end.1)
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
        join(fact.subject, fact.subject);
        for &object in &fact.objects {
            if join(fact.subject, object) {
                let strand = strand(fact.subject, object, Item::Fact(id));
                let course = match fact.kind {
                    FactKind::Relation => Course::Relation(strand.2 == Course::Back),
                    _ if fact.mutual => Course::Both,
                    _ => strand.2,
                };
                strands.push((strand.0, strand.1, course));
            }
        }
    }
    for &id in designations {
        let Some(designation) = data.designations.get(id.index()) else { continue };
        let (from, to) = (designation.authority, designation.target);
        if join(from, to) {
            strands.push(strand(from, to, Item::Designation(id)));
        }
    }
    strands
}

fn strand(from: ActorId, to: ActorId, item: Item) -> Strand {
    if from < to { ([from, to], item, Course::There) } else { ([to, from], item, Course::Back) }
}

/// One edge from the strands between two.
fn gather(data: &Dataset, ends: [NodeId; 2], strands: &[Strand]) -> Edge {
    let [one, other] = ends;
    let mut edge = Edge {
        ends,
        ways: [None, None],
        told: ends,
        facts: Vec::new(),
        designations: Vec::new(),
        stated_only: true,
    };
    let mut votes = [[0_usize; 4]; 2];
    for &(_, item, course) in strands {
        let (class, stated) = match item {
            Item::Fact(id) => {
                edge.facts.push(id);
                (data[id].quad_class(), data[id].standing(data) == Standing::Attributed)
            }
            Item::Designation(id) => {
                edge.designations.push(id);
                (Some(QuadClass::MaterialConflict), false)
            }
        };
        edge.stated_only &= stated;
        let goes =
            [matches!(course, Course::There | Course::Both), matches!(course, Course::Back | Course::Both)];
        for ((way, votes), _) in edge.ways.iter_mut().zip(&mut votes).zip(goes).filter(|(_, goes)| *goes) {
            way.get_or_insert(Way { quad: None, stated_only: true }).stated_only &= stated;
            for (vote, quad) in votes.iter_mut().zip(QuadClass::ALL) {
                *vote += usize::from(class == Some(quad));
            }
        }
    }
    let turned = match edge.ways {
        [None, None] => matches!(strands.first(), Some((_, _, Course::Relation(true)))),
        [there, _] => there.is_none(),
    };
    if turned {
        edge.told = [other, one];
    }
    for (way, votes) in edge.ways.iter_mut().zip(votes) {
        let most = votes.iter().copied().max().filter(|most| *most > 0);
        if let Some(way) = way {
            way.quad = QuadClass::ALL.into_iter().zip(votes).find(|(_, n)| Some(*n) == most).map(|(q, _)| q);
        }
    }
    edge
}
