//! An edge of the network in words: for the table twin and for those who hear the page.

use super::Engine;
use crate::graph::{EdgeId, Network, NodeId};
use crate::model::{Actor, Keyed};
use crate::query::Selection;
use crate::words::filled;

/// One edge of the network in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which edge it is.
    pub edge: EdgeId,
    /// Who acts.
    pub from: String,
    /// Who is acted on.
    pub to: String,
    /// True where both do it to each other.
    pub mutual: bool,
    /// The value of the facet `passed` that gives the colour.
    pub tone: &'static str,
    /// What passed, for readers.
    pub passed: &'static str,
    /// How many facts and designations it gathers.
    pub count: usize,
    /// True where nothing but the word of a speaker supports it.
    pub stated: bool,
    /// What a click on it selects.
    pub selection: Selection,
}

impl Engine {
    /// The edges of a network in words, by id.
    pub fn lines(&self, network: &Network) -> Vec<Line> {
        network.edge_ids().filter_map(|edge| self.line(network, edge)).collect()
    }

    /// An edge in words.
    pub fn line(&self, network: &Network, id: EdgeId) -> Option<Line> {
        let edge = network.edge(id)?;
        let (from, to) = (self.actor_of(network, edge.from)?, self.actor_of(network, edge.to)?);
        let tone = match edge.quad {
            Some(quad) => quad.key(),
            None if edge.relation => "relation",
            None => "remark",
        };
        Some(Line {
            edge: id,
            from: from.name.clone(),
            to: to.name.clone(),
            mutual: edge.mutual,
            tone,
            passed: self.words.passed(tone).unwrap_or_default(),
            count: edge.count(),
            stated: edge.stated_only,
            selection: if edge.mutual {
                Selection::Pair(from.key.clone(), to.key.clone())
            } else {
                Selection::Edge(from.key.clone(), to.key.clone())
            },
        })
    }

    /// The actor of a node.
    pub fn actor_of(&self, network: &Network, node: NodeId) -> Option<&Actor> {
        self.data.actors.get(network.node(node)?.actor.index())
    }

    /// A line as a sentence: "From A to B: 3 facts, conflict in words."
    pub fn say_line(&self, line: &Line) -> String {
        let words = self.words;
        let count = words.count(line.count, words.count_facts);
        let said = if line.stated { words.legend_stated } else { "" };
        let ends = if line.mutual { words.edge_mutual } else { words.edge_to };
        let ends = filled(ends, &[&line.from, &line.to]);
        let parts = [ends.as_str(), count.as_str(), line.passed, said];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}
