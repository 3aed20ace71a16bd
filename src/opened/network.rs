//! Who is related to whom in an opened list: a neighbourhood that grows where the reader asks, and what there is at all.
//!
//! A whole list may have a million actors, more than anybody reads in a drawing. So there is a centre with its neighbours, as
//! many as are asked for, and those of others of whom more is wanted.

use super::Ready;
use super::rows::{key, named};
use crate::graph::tree;
use crate::query::ActorKey;
use crate::seam::{Around, Edge, Engine, Node, Overview, Related, ask};
use crate::store::{ActorId, Store};
use crate::words;

/// The most actors that are laid out: SVG draws as many smoothly, and names still find room.
const MOST_NODES: usize = 240;
/// How many of its own relations are looked at for lines between those that are shown.
const MOST_LINKS: usize = 2_000;
/// How many of the most related are told.
const MOST_RELATED: usize = 24;

/// Somebody who is shown.
struct Shown {
    actor: ActorId,
    parent: usize,
    expanded: bool,
}

impl Engine<ask::Around> for Ready {
    /// Nothing where the list does not have the first.
    fn answer(&self, ask: &ask::Around) -> Option<Around> {
        let ask::Around { actors, most, two_sided } = ask;
        let store = &self.store;
        let of = |key: &String| ActorKey::parse(key).and_then(|it| store.actor_by_id(&it.list, &it.id));
        let asked: Vec<_> = actors.iter().filter_map(of).collect();
        let centre = actors.first().and_then(of)?;
        let mut shown = vec![Shown { actor: centre, parent: 0, expanded: false }];
        let mut cut = false;
        // In the order in which they were asked for, each as soon as it is there.
        for actor in asked {
            let Some(at) = shown.iter().position(|it| it.actor == actor) else { continue };
            if let Some(it) = shown.get_mut(at) {
                it.expanded = true;
            }
            // Those who are there already do not count against those who come.
            let around = store.neighbours(actor, usize::MAX).some;
            let new = around.into_iter().map(|it| it.actor);
            let new: Vec<_> = new.filter(|it| !shown.iter().any(|there| there.actor == *it)).collect();
            for actor in new.into_iter().take(*most as usize) {
                if shown.len() < MOST_NODES {
                    shown.push(Shown { actor, parent: at, expanded: false });
                } else {
                    cut = true;
                }
            }
        }
        let edges = edges(store, &shown);
        let parents: Vec<_> = shown.iter().map(|it| it.parent).collect();
        let cells = tree::cells(&parents, *two_sided);
        let nodes = shown.iter().zip(cells).map(|(it, at)| {
            let around = store.neighbours(it.actor, usize::MAX).some;
            let hidden = around.iter().filter(|other| !shown.iter().any(|there| there.actor == other.actor));
            let mut node = node(store, it.actor);
            (node.column, node.row) = (at.column, at.row);
            (node.parent, node.expanded) = (it.parent as u32, it.expanded);
            node.more = hidden.count() as u64;
            node
        });
        Some(Around { nodes: nodes.collect(), edges, cut })
    }
}

impl Engine<ask::Overview> for Ready {
    fn answer(&self, _: &ask::Overview) -> Overview {
        self.overview.get_or_init(|| overview(&self.store)).clone()
    }
}

/// Who is related to whom among those who are shown, each pair once.
fn edges(store: &Store, shown: &[Shown]) -> Vec<Edge> {
    let words = words::opened();
    let place = |actor: ActorId| shown.iter().position(|it| it.actor == actor);
    let mut edges: Vec<Edge> = Vec::new();
    for (from, it) in shown.iter().enumerate() {
        for link in store.links_from(it.actor).iter().take(MOST_LINKS) {
            let certain = link.to.len() == 1;
            for to in link.to.iter().filter_map(|other| place(*other)).filter(|to| *to != from) {
                let ends = (from.min(to) as u32, from.max(to) as u32);
                let role = link.relation.role.as_deref();
                let label = role.unwrap_or_else(|| words.relation(link.relation.kind, link.relation.inverse));
                let label = words::apart(label);
                match edges.iter_mut().find(|it| it.ends == ends) {
                    Some(edge) => {
                        edge.count += 1;
                        edge.certain |= certain;
                        if !edge.label.split(", ").any(|it| it == label) {
                            edge.label = format!("{}, {label}", edge.label);
                        }
                    }
                    None => edges.push(Edge { ends, label, count: 1, certain }),
                }
            }
        }
    }
    edges
}

fn node(store: &Store, actor: ActorId) -> Node {
    let Some(line) = store.rows(actor).next().and_then(|row| store.line(row)) else { return Node::default() };
    Node {
        key: key(line.list, line.id),
        name: named(line.target),
        kind: line.kind.schema().to_owned(),
        kind_label: words::opened().kind(line.kind).to_owned(),
        degree: store.degree(actor) as u64,
        ..Node::default()
    }
}

/// What there is of relations in a list.
fn overview(store: &Store) -> Overview {
    let components = store.components();
    let (unresolved, more) = store.unresolved(0);
    let unresolved = unresolved.len() + more;
    let (ambiguous, more) = store.ambiguous(0);
    let ambiguous = ambiguous.len() + more;
    let mut most: Vec<_> = (0..store.actor_count() as u32)
        .map(|actor| (store.degree(ActorId(actor)), ActorId(actor)))
        .filter(|(degree, _)| *degree > 0)
        .collect();
    most.sort_unstable_by_key(|(degree, actor)| (usize::MAX - degree, *actor));
    let related = most.into_iter().take(MOST_RELATED).map(|(_, actor)| {
        let Node { key, name, kind_label, degree, .. } = node(store, actor);
        Related { key, name, kind_label, degree }
    });
    Overview {
        relations: store.relation_count() as u64,
        unresolved: unresolved as u64,
        ambiguous: ambiguous as u64,
        components: components.sizes.iter().filter(|size| **size > 1).count() as u64,
        largest: components.sizes.first().copied().unwrap_or_default().into(),
        most_related: related.collect(),
    }
}
