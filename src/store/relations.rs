//! Who is related to whom: relations resolved to actors, neighbourhoods, components.
//!
//! A relation names its other end by an id, which is that of an entry of the same list, or by a name, as OFAC's
//! `Linked To` does. A name means the actors of the same list whose primary name it is, letter for letter as it is folded, or
//! else those that have it among their other names, as [`crate::import::links`] has it, or else those of other lists
//! likewise. Where several have it, all are told as candidates, and none of them counts as related: degrees and
//! components rest on what is certain. Where nobody has it, that is told too.

use std::collections::HashMap;

use super::column::Lists;
use super::strings::StrId;
use super::{ActorId, Store};
use crate::import::record::Relation;

/// A relation that an actor's record tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Whose record tells it.
    pub from: ActorId,
    /// Whom it means: one, or several where it cannot be told which, or nobody.
    pub to: Vec<ActorId>,
    /// What it says.
    pub relation: Relation,
}

/// Some of those to whom an actor is related.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// Those who certainly are first, then those with most relations to it, then those with most neighbours, then in the
    /// order of the list.
    pub some: Vec<Neighbour>,
    /// How many more there are.
    pub more: usize,
}

/// Somebody to whom an actor is related.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// Who it is.
    pub actor: ActorId,
    /// How many relations there are between the two, in both directions.
    pub relations: usize,
    /// False where all of them are by a name that several have.
    pub certain: bool,
}

/// Groups of actors that are connected by certain relations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Components {
    /// For each actor, the number of its component: the largest is 0, and of equally large ones that with the
    /// earlier actor has the smaller number.
    pub of: Vec<u32>,
    /// How many actors each has.
    pub sizes: Vec<u32>,
}

/// Whom a relation names: in which list, and by what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Named {
    /// By an id of that list.
    Id(StrId),
    /// By a name.
    Name(StrId),
}

/// A relation as it comes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Draft {
    pub actor: u32,
    /// Where it is packed.
    pub at: (u32, u32),
    pub list: u32,
    pub to: Named,
}

/// All relations. Relations that name the same share a *target*, so that a name of a thousand actors that is named a
/// thousand times costs two thousand numbers, not a million.
#[derive(Clone, Debug, Default)]
pub(super) struct Relations {
    /// Whose record tells each.
    from: Vec<u32>,
    /// Where each is packed.
    at: Vec<u32>,
    /// The target of each.
    target: Vec<u32>,
    /// For each target the actors that it means, in order.
    meant: Lists,
    /// For each target its relations.
    naming: Lists,
    /// For each actor the relations of its records.
    told: Lists,
    /// For each actor the targets that mean it.
    targets: Lists,
    /// For each actor how many others are certainly related to it.
    pub degrees: Vec<u32>,
}

/// What is named, while actors are looked through for it.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    /// Targets by list and folded name.
    by_name: HashMap<String, Vec<(u32, u32)>>,
    /// Targets with how near somebody is who has the name, the nearest first, and with who it is.
    found: Vec<(u32, u8, u32)>,
}

impl Wanted {
    /// Takes a name that is wanted for a target of a list.
    pub(super) fn add(&mut self, folded: String, list: u32, target: u32) {
        self.by_name.entry(folded).or_default().push((list, target));
    }

    /// True where nothing is wanted, so that nobody need look.
    pub(super) fn is_empty(&self) -> bool {
        self.by_name.is_empty()
    }

    /// Tells that an actor of a list has a name, which may be its primary one.
    pub(super) fn meet(&mut self, folded: &str, (list, actor): (u32, u32), is_primary: bool) {
        for (of, target) in self.by_name.get(folded).into_iter().flatten() {
            let distance = 2 * u8::from(*of != list) + u8::from(!is_primary);
            self.found.push((*target, distance, actor));
        }
    }

    /// Pairs of targets and the actors that are nearest to them.
    fn pairs(mut self) -> Vec<(u32, u32)> {
        self.found.sort_unstable();
        self.found.dedup();
        let mut pairs = Vec::new();
        for of_target in self.found.chunk_by(|a, b| a.0 == b.0) {
            let nearest = of_target.first().map_or(0, |(_, distance, _)| *distance);
            let near = of_target.iter().filter(|(_, distance, _)| *distance == nearest);
            pairs.extend(near.map(|(target, _, actor)| (*target, *actor)));
        }
        pairs
    }
}

impl Relations {
    /// All relations, which come in the order of their actors with the target of each; targets by id are told with
    /// their actors.
    pub(super) fn new(
        actors: usize,
        targets: usize,
        drafts: &[(Draft, u32)],
        wanted: Wanted,
        by_id: Vec<(u32, u32)>,
    ) -> Self {
        let mut meant = wanted.pairs();
        meant.extend(by_id);
        meant.sort_unstable();
        let mut back: Vec<_> = meant.iter().map(|(target, actor)| (*actor, *target)).collect();
        back.sort_unstable();
        let numbered = || drafts.iter().enumerate().map(|(link, draft)| (link as u32, draft));
        let mut naming: Vec<_> = numbered().map(|(link, (_, target))| (*target, link)).collect();
        naming.sort_unstable();
        let mut relations = Self {
            from: drafts.iter().map(|(draft, _)| draft.actor).collect(),
            at: drafts.iter().map(|(draft, _)| draft.at.0).collect(),
            target: drafts.iter().map(|(_, target)| *target).collect(),
            meant: Lists::new(targets, meant),
            naming: Lists::new(targets, naming),
            told: Lists::new(actors, numbered().map(|(link, (draft, _))| (draft.actor, link))),
            targets: Lists::new(actors, back),
            degrees: Vec::new(),
        };
        let mut pairs = Vec::new();
        for link in 0..drafts.len() {
            if let Some((from, to)) = relations.certain(link) {
                pairs.extend([(from, to), (to, from)]);
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        let mut degrees = vec![0; actors];
        for (actor, _) in pairs {
            if let Some(degree) = degrees.get_mut(actor as usize) {
                *degree += 1;
            }
        }
        relations.degrees = degrees;
        relations
    }

    pub(super) fn len(&self) -> usize {
        self.from.len()
    }

    fn target(&self, link: usize) -> usize {
        self.target.get(link).copied().unwrap_or_default() as usize
    }

    fn from(&self, link: usize) -> u32 {
        self.from.get(link).copied().unwrap_or_default()
    }

    /// Whom a relation means. Nobody is meant by itself if another may be.
    fn to(&self, link: usize) -> impl Iterator<Item = u32> + Clone {
        let meant = self.meant.get(self.target(link));
        let from = self.from(link);
        let is_alone = meant.len() == 1;
        meant.iter().copied().filter(move |actor| is_alone || *actor != from)
    }

    /// The two ends of a relation, if they are certain and two.
    fn certain(&self, link: usize) -> Option<(u32, u32)> {
        let from = self.from(link);
        let mut to = self.to(link);
        let only = to.next().filter(|it| *it != from)?;
        to.next().is_none().then_some((from, only))
    }

    /// Whoever is related to an actor: once for each relation, with whether it is certain.
    fn around(&self, actor: u32) -> Vec<(u32, usize, bool)> {
        let mut all = Vec::new();
        // Relations of one actor with the same target mean the same.
        let mut told: Vec<(usize, usize)> = self
            .told
            .get(actor as usize)
            .iter()
            .map(|link| (self.target(*link as usize), *link as usize))
            .collect();
        told.sort_unstable();
        for same in told.chunk_by(|a, b| a.0 == b.0) {
            let Some((_, link)) = same.first() else { continue };
            let to = self.to(*link);
            let certain = to.clone().nth(1).is_none();
            all.extend(to.map(|other| (other, same.len(), certain)));
        }
        for target in self.targets.get(actor as usize) {
            for link in self.naming.get(*target as usize) {
                let link = *link as usize;
                // Of those who name several, each is certain only if the others are itself.
                all.push((self.from(link), 1, self.certain(link).is_some()));
            }
        }
        all.retain(|(other, _, _)| *other != actor);
        all
    }

    pub(super) fn bytes(&self) -> usize {
        let numbers = [&self.from, &self.at, &self.target, &self.degrees];
        let lists = [&self.meant, &self.naming, &self.told, &self.targets];
        numbers.map(Vec::capacity).iter().sum::<usize>() * size_of::<u32>()
            + lists.map(Lists::bytes).iter().sum::<usize>()
    }
}

impl Store {
    /// How many relations the records tell.
    pub fn relation_count(&self) -> usize {
        self.relations.len()
    }

    /// The relations that an actor's own records tell.
    pub fn links_from(&self, actor: ActorId) -> Vec<Link> {
        let told = self.relations.told.get(actor.0 as usize);
        told.iter().map(|link| self.link(*link as usize)).collect()
    }

    /// The relations by which others name an actor, at most so many, and how many more there are.
    pub fn links_to(&self, actor: ActorId, most: usize) -> (Vec<Link>, usize) {
        let naming = |target: &u32| self.relations.naming.get(*target as usize);
        let links = || self.relations.targets.get(actor.0 as usize).iter().flat_map(naming);
        let by_others = || links().filter(|link| self.relations.from(**link as usize) != actor.0);
        let some: Vec<_> = by_others().take(most).map(|link| self.link(*link as usize)).collect();
        let more = by_others().count() - some.len();
        (some, more)
    }

    /// The relations that mean nobody here, at most so many, and how many more there are.
    pub fn unresolved(&self, most: usize) -> (Vec<Link>, usize) {
        self.links_meaning(most, |count| count == 0)
    }

    /// The relations that may mean several, at most so many, and how many more there are.
    pub fn ambiguous(&self, most: usize) -> (Vec<Link>, usize) {
        self.links_meaning(most, |count| count > 1)
    }

    /// To how many others an actor is certainly related.
    pub fn degree(&self, actor: ActorId) -> usize {
        self.relations.degrees.get(actor.0 as usize).copied().unwrap_or_default() as usize
    }

    /// Whoever is related to an actor, at most so many.
    pub fn neighbours(&self, actor: ActorId, most: usize) -> Neighbours {
        let mut around = self.relations.around(actor.0);
        around.sort_unstable();
        let mut all: Vec<_> = around
            .chunk_by(|a, b| a.0 == b.0)
            .filter_map(|same| {
                let actor = ActorId(same.first()?.0);
                let relations = same.iter().map(|(_, count, _)| count).sum();
                Some(Neighbour { actor, relations, certain: same.iter().any(|(_, _, certain)| *certain) })
            })
            .collect();
        let key = |it: &Neighbour| {
            (!it.certain, usize::MAX - it.relations, usize::MAX - self.degree(it.actor), it.actor)
        };
        all.sort_unstable_by_key(key);
        let more = all.len().saturating_sub(most);
        all.truncate(most);
        Neighbours { some: all, more }
    }

    /// The groups of actors that are connected by certain relations; an actor without any is one of its own.
    ///
    /// Union by size with path halving (Tarjan and van Leeuwen, "Worst-case analysis of set union algorithms",
    /// Journal of the ACM 31, 1984).
    pub fn components(&self) -> Components {
        let mut roots: Vec<u32> = (0..self.actor_count() as u32).collect();
        let mut sizes = vec![1_u32; roots.len()];
        for link in 0..self.relations.len() {
            if let Some((from, to)) = self.relations.certain(link) {
                let (a, b) = (root(&mut roots, from), root(&mut roots, to));
                let size = |it: u32| sizes.get(it as usize).copied().unwrap_or_default();
                let (large, small) = if size(a) >= size(b) { (a, b) } else { (b, a) };
                let sum = size(a) + size(b);
                if a != b
                    && let (Some(root), Some(size)) =
                        (roots.get_mut(small as usize), sizes.get_mut(large as usize))
                {
                    (*root, *size) = (large, sum);
                }
            }
        }
        // Numbered by size, then by the first actor, in whose order they are met here.
        let mut numbers = vec![u32::MAX; roots.len()];
        let mut met: Vec<(u32, u32)> = Vec::new();
        for actor in 0..numbers.len() {
            let root = root(&mut roots, actor as u32) as usize;
            if let Some(number) = numbers.get_mut(root).filter(|it| **it == u32::MAX) {
                *number = met.len() as u32;
                met.push((sizes.get(root).copied().unwrap_or_default(), root as u32));
            }
        }
        met.sort_by_key(|(size, _)| u32::MAX - size);
        for (number, (_, root)) in met.iter().enumerate() {
            if let Some(slot) = numbers.get_mut(*root as usize) {
                *slot = number as u32;
            }
        }
        let number =
            |actor: usize, roots: &mut [u32]| numbers.get(root(roots, actor as u32) as usize).copied();
        let of = (0..numbers.len()).map(|actor| number(actor, &mut roots).unwrap_or_default()).collect();
        Components { of, sizes: met.into_iter().map(|(size, _)| size).collect() }
    }

    fn links_meaning(&self, most: usize, is_meant: impl Fn(usize) -> bool) -> (Vec<Link>, usize) {
        // Two are enough to know that there are several.
        let meaning = |link: &usize| is_meant(self.relations.to(*link).take(2).count());
        let links = || (0..self.relations.len()).filter(meaning);
        let some: Vec<_> = links().take(most).map(|link| self.link(link)).collect();
        let more = links().count() - some.len();
        (some, more)
    }

    fn link(&self, link: usize) -> Link {
        let relations = &self.relations;
        let at = relations.at.get(link).copied().unwrap_or(u32::MAX);
        let to = relations.to(link).map(ActorId).collect();
        Link { from: ActorId(relations.from(link)), to, relation: self.unpacked(at) }
    }
}

/// The actor that stands for the group of an actor.
fn root(roots: &mut [u32], actor: u32) -> u32 {
    let mut at = actor;
    loop {
        let up = roots.get(at as usize).copied().unwrap_or(at);
        if up == at {
            return at;
        }
        let above = roots.get(up as usize).copied().unwrap_or(up);
        if let Some(slot) = roots.get_mut(at as usize) {
            *slot = above;
        }
        at = above;
    }
}
