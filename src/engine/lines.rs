//! An edge of the network in words: for the table twin and for those who hear the page.

use super::Bundled;
use crate::graph::{Edge, EdgeId, Network, NodeId, Way};
use crate::model::{Actor, Keyed};
use crate::query::Selection;
use crate::words::{filled, lines};

/// One edge of the network in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which edge it is.
    pub edge: EdgeId,
    /// Who acts; where both do, or neither, the one who comes first in the dataset.
    pub from: String,
    /// Who is acted on.
    pub to: String,
    /// Which way it goes.
    pub arrow: Arrow,
    /// What passes: one for both ways where they are alike, else from the first to the second and then
    /// back.
    pub passed: Vec<Passed>,
    /// How many facts and designations it gathers.
    pub count: usize,
    /// What a click on it selects.
    pub selection: Selection,
}

/// What passes one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passed {
    /// The value of the facet `passed` that gives the colour.
    pub tone: &'static str,
    /// The same for readers.
    pub label: &'static str,
    /// True where nothing but the word of a speaker supports it.
    pub stated: bool,
}

/// Which way an edge goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrow {
    /// From the first to the second.
    To,
    /// Both ways.
    Both,
    /// Neither: something holds between the two, and nothing is done.
    Neither,
}

impl Arrow {
    /// The sign between two names.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::To => "→",
            Self::Both => "↔",
            Self::Neither => "–",
        }
    }

    /// "A → B".
    pub fn between(self, one: &str, other: &str) -> String {
        [one, self.sign(), other].join(" ")
    }
}

impl Edge {
    /// Which way it goes, between the two of [`Edge::told`].
    pub const fn arrow(&self) -> Arrow {
        match self.ways {
            [Some(_), Some(_)] => Arrow::Both,
            [None, None] => Arrow::Neither,
            _ => Arrow::To,
        }
    }
}

impl Line {
    /// "A → B".
    pub fn title(&self) -> String {
        self.arrow.between(&self.from, &self.to)
    }
}

impl Bundled {
    /// The edges of a network in words, by id.
    pub fn lines(&self, network: &Network) -> Vec<Line> {
        network.edge_ids().filter_map(|edge| self.line(network, edge)).collect()
    }

    /// An edge in words.
    pub fn line(&self, network: &Network, id: EdgeId) -> Option<Line> {
        let edge = network.edge(id)?;
        let [from, to] = edge.told.map(|end| self.actor_of(network, end));
        let (from, to) = (from?, to?);
        let mut passed: Vec<_> = edge.ways.iter().flatten().map(|way| self.passed(way)).collect();
        passed.dedup();
        if passed.is_empty() {
            passed.push(self.passed_as("relation", edge.stated_only));
        }
        Some(Line {
            edge: id,
            from: from.name.clone(),
            to: to.name.clone(),
            arrow: edge.arrow(),
            passed,
            count: edge.count(),
            selection: Selection::edge(from.key.clone(), to.key.clone()),
        })
    }

    fn passed(&self, way: &Way) -> Passed {
        self.passed_as(way.quad.map_or("remark", |quad| quad.key()), way.stated_only)
    }

    fn passed_as(&self, tone: &'static str, stated: bool) -> Passed {
        Passed { tone, label: self.words.passed(tone).unwrap_or_default(), stated }
    }

    /// The actor of a node.
    pub fn actor_of(&self, network: &Network, node: NodeId) -> Option<&Actor> {
        self.data.actors.get(network.node(node)?.actor.index())
    }

    /// A line as a sentence: "A → B, 3 facts, conflict in words", and where the ways differ "A ↔ B,
    /// 5 facts, to B: conflict in words, to A: cooperation in words".
    pub fn say_line(&self, line: &Line) -> String {
        let mut parts = vec![line.title(), self.words.count(line.count, self.words.count_facts)];
        for (passed, to) in line.passed.iter().zip([&line.to, &line.from]) {
            let label = self.say_passed(passed);
            parts.push(if line.passed.len() > 1 { filled(lines().way, &[to, &label]) } else { label });
        }
        parts.join(", ")
    }

    /// What passes one way: "conflict in words, only said".
    pub fn say_passed(&self, passed: &Passed) -> String {
        let stated = passed.stated.then_some(self.words.legend_stated);
        [passed.label].into_iter().chain(stated).collect::<Vec<_>>().join(", ")
    }
}
