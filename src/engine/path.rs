//! How two actors are connected, as sentences with their evidence.

use super::card::{Card, Span};
use super::{Bundled, Line};
use crate::graph::{EdgeId, Network, NodeId, Path, Strength};
use crate::model::{Actor, ActorId};
use crate::order;
use crate::query::{Connection, Facet, Marks, Period, Query, View};
use crate::scene::Item;
use crate::words::{filled, paths};

/// The answer to "How are these two connected?" in one network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The two actors of the question.
    pub ends: [Span; 2],
    /// The answer in one sentence.
    pub summary: String,
    /// What a reader must know before leaning on it: how many steps are only said.
    pub caution: Option<String>,
    /// Which of the equally good paths this is, counted from 0.
    pub nth: usize,
    /// How many equally good paths can be looked at.
    pub told: usize,
    /// How many there are.
    pub of: u64,
    /// The keys of the actors on the path, both ends with them; empty where there is none.
    pub actors: Vec<String>,
    /// What the drawing lets stand out: the actors on the path, and the lines between neighbours on it.
    pub items: Vec<Item>,
    /// The steps; none where nothing connects the two.
    pub steps: Vec<Step>,
}

/// One step of a path: two actors, and all that passes between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The two actors in the order of the path.
    pub ends: [Span; 2],
    /// "3 facts, 1 of them only said"; how many where all are.
    pub summary: String,
    /// True where nothing but the word of a speaker joins the two.
    pub only_said: bool,
    /// The line of the drawing: who to whom, what, how often.
    pub line: Line,
    /// The first of its designations and facts, those first that stand on more than their speaker's word.
    pub cards: Vec<Card>,
    /// How many more there are.
    pub more: usize,
}

impl Step {
    /// How many sentences of a line are told in a path; the line's own evidence has them all.
    pub const TOLD: usize = 4;
}

impl Bundled {
    /// How two actors are connected in a network; nothing where the dataset does not hold both.
    pub fn route(&self, network: &Network, asked: &Connection) -> Option<Route> {
        let data = &self.data;
        let ends = [data.find::<Actor>(&asked.from)?, data.find::<Actor>(&asked.to)?];
        let paths = match ends.map(|actor| network.find(actor)) {
            [Some(from), Some(to)] => network.paths(data, from, to, asked.kind),
            _ => Default::default(),
        };
        let nth = usize::from(asked.nth).min(paths.best.len().saturating_sub(1));
        let mut route = Route {
            ends: ends.map(|actor| Span::actor(data, actor)),
            summary: self.no_path(network, ends),
            caution: None,
            nth,
            told: paths.best.len(),
            of: paths.of,
            actors: Vec::new(),
            items: Vec::new(),
            steps: Vec::new(),
        };
        if let Some(path) = paths.best.get(nth) {
            self.follow(network, path, &mut route);
        }
        Some(route)
    }

    /// Fills in what a path says.
    fn follow(&self, network: &Network, path: &Path, route: &mut Route) {
        let actor = |node: &NodeId| self.actor_of(network, *node);
        route.actors = path.nodes.iter().filter_map(actor).map(|actor| actor.key.clone()).collect();
        route.items = path.nodes.iter().map(|node| Item::Node(*node)).collect();
        for (one, other) in path.steps() {
            let edge = network.between(one, other);
            route.items.extend(edge.map(Item::Edge));
            route.steps.extend(edge.and_then(|edge| self.step(network, [one, other], edge)));
        }
        let words = paths();
        let [from, to] = route.ends.each_ref().map(|end| end.text.as_str());
        let inner = path.nodes.get(1..path.nodes.len().saturating_sub(1)).unwrap_or_default();
        let over: Vec<_> = inner.iter().filter_map(actor).map(|actor| actor.name.as_str()).collect();
        let pattern = if inner.is_empty() { words.direct } else { words.connected };
        let steps = self.words.count(route.steps.len(), words.steps);
        let over = match over.split_last() {
            Some((last, [])) => (*last).to_owned(),
            Some((last, others)) => filled(words.and, &[&others.join(", "), last]),
            None => String::new(),
        };
        route.summary = filled(pattern, &[from, to, &steps, &over]);
        let said = route.steps.iter().filter(|step| step.only_said).count();
        route.caution = (said > 0).then(|| match (said, route.steps.len()) {
            (1, 1) => words.only_step_said.to_owned(),
            (said, all) if said == all => words.all_steps_said.to_owned(),
            (1, _) => words.one_step_said.to_owned(),
            (said, _) => words.some_steps_said.replace("{}", &said.to_string()),
        });
    }

    fn step(&self, network: &Network, [one, other]: [NodeId; 2], id: EdgeId) -> Option<Step> {
        let (data, edge) = (&self.data, network.edge(id)?);
        let actor = |node: NodeId| Some(Span::actor(data, network.node(node)?.actor));
        let strength = network.strength(data, one, other);
        let designations = edge.designations.iter();
        let designations = designations.map(|id| Card::of_designation(data, self.words, &data[*id]));
        let facts = edge.facts.iter().map(|id| Card::of_fact(data, self.words, *id));
        let mut cards: Vec<_> = designations.chain(facts).collect();
        order::sort_by_key(&mut cards, |card| card.stated);
        let more = cards.len().saturating_sub(Step::TOLD);
        cards.truncate(Step::TOLD);
        Some(Step {
            ends: [actor(one)?, actor(other)?],
            summary: self.support(paths(), strength),
            only_said: strength.only_said(),
            line: self.line(network, id)?,
            cards,
            more,
        })
    }

    /// "5 facts, 2 of them only said".
    fn support(&self, words: &crate::words::PathWords, it: Strength) -> String {
        let all = self.words.count(it.established + it.said, self.words.count_facts);
        match (it.established, it.said) {
            (_, 0) | (0, _) => all,
            (_, said) => filled(words.facts_some_said, &[&all, &said.to_string()]),
        }
    }

    /// Why there is no path: an end is not there, or nothing leads from the one to the other.
    fn no_path(&self, network: &Network, ends: [ActorId; 2]) -> String {
        let words = paths();
        let name = |actor: ActorId| self.data[actor].name.as_str();
        let missing: Vec<_> = ends.into_iter().filter(|actor| network.find(*actor).is_none()).collect();
        match missing[..] {
            [] => filled(words.no_path, &[name(ends[0]), name(ends[1])]),
            [one] => words.not_shown.replace("{}", name(one)),
            _ => words.neither_shown.to_owned(),
        }
    }

    /// The step that brings a path back where the network of the query has none: its words and the query
    /// that it leads to. First with all actors whom the filters leave, then with no filters; nothing
    /// where the reports do not connect the two at all.
    pub fn way_out(&self, query: &Query) -> Option<(&'static str, Query)> {
        let asked = query.path.as_ref()?;
        let words = paths();
        let all = Query { focus: None, marks: Marks::default(), ..query.clone() };
        let mut unfiltered = Query { text: String::new(), period: Period::default(), ..all.clone() };
        for facet in Facet::of_view(View::Network) {
            unfiltered = unfiltered.with_chosen(facet, Vec::new());
        }
        [(words.with_all_actors, all), (words.without_filters, unfiltered)]
            .into_iter()
            .find(|(_, query)| self.route(&self.network(query), asked).is_some_and(|it| !it.steps.is_empty()))
    }

    /// The actors that a reader may ask about, by name: who takes part in anything that the filters leave,
    /// whether or not the network shows it now.
    pub fn connectable(&self, query: &Query) -> Vec<(String, String)> {
        let all = Query { focus: None, marks: Marks::default(), ..query.clone() };
        let network = self.network(&all);
        let actor = |id: ActorId| self.data.actors.get(id.index());
        let mut names: Vec<(String, String)> = network
            .nodes
            .iter()
            .filter(|node| node.degree > 0)
            .filter_map(|node| actor(node.actor))
            .map(|actor| (actor.name.clone(), actor.key.clone()))
            .collect();
        order::sort_by_key(&mut names, |(name, _)| crate::query::fold(name));
        names
    }
}
