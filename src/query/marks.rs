//! What the reader has done to single actors of the network.

use super::{Query, Selection, View};
use crate::order;

/// Something done to an actor in the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// It stays, and others go that are not marked so: one of those that are left of "hide others".
    Only,
    /// Some of its neighbours are shown too where the network is narrowed; each time that it stands there,
    /// some more.
    Expand,
    /// It is left out.
    Hide,
}

impl Mark {
    /// All marks, in the order of the fragment.
    pub const ALL: [Self; 3] = [Self::Only, Self::Expand, Self::Hide];

    /// The stable name in the fragment.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Only => "only",
            Self::Expand => "expand",
            Self::Hide => "hide",
        }
    }
}

/// The marks of actors, by key. Who stays and who is left out stand there once and in order, who is
/// expanded as often and in the order as the reader did it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks(Vec<(Mark, String)>);

impl Marks {
    /// The actors with a mark.
    pub fn of(&self, mark: Mark) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |it| it.0 == mark).map(|it| it.1.as_str())
    }

    /// True where the actor has the mark.
    pub fn has(&self, mark: Mark, actor: &str) -> bool {
        self.of(mark).any(|it| it == actor)
    }

    /// True where nobody has a mark.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Gives an actor a mark.
    pub fn add(&mut self, mark: Mark, actor: &str) {
        if mark == Mark::Expand || !self.has(mark, actor) {
            self.0.push((mark, actor.to_owned()));
            order::sort(&mut self.0, |a, b| {
                a.0.cmp(&b.0).then_with(|| {
                    if a.0 == Mark::Expand { core::cmp::Ordering::Equal } else { a.1.cmp(&b.1) }
                })
            });
        }
    }

    /// Keeps the marks that `keep` lets pass.
    pub fn retain(&mut self, keep: impl Fn(Mark, &str) -> bool) {
        self.0.retain(|(mark, actor)| keep(*mark, actor));
    }
}

impl Query {
    /// True where the network shows some actors and leaves out others that the filters leave: where there
    /// is something to expand to.
    pub fn in_part(&self) -> bool {
        self.focus.is_some() || self.marks.of(Mark::Only).next().is_some()
    }

    /// The same network without an actor, which is then no longer selected or connected with another. Who
    /// is shown because of it stays.
    #[must_use]
    pub fn hiding(&self, actor: &str) -> Self {
        let mut query = Self { view: View::Network, ..self.clone() };
        query.marks.add(Mark::Hide, actor);
        query.selection.take_if(|selection| selection.names(actor));
        query.path.take_if(|path| path.from == actor || path.to == actor);
        query
    }

    /// The network of nobody but these actors; more can be added by expanding them.
    #[must_use]
    pub fn alone<'a>(&self, actors: impl IntoIterator<Item = &'a str>) -> Self {
        let mut query = Self { view: View::Network, focus: None, marks: Marks::default(), ..self.clone() };
        actors.into_iter().for_each(|actor| query.marks.add(Mark::Only, actor));
        query
    }

    /// The same network with some neighbours of an actor added.
    #[must_use]
    pub fn expanding(&self, actor: &str) -> Self {
        let mut query = Self { view: View::Network, ..self.clone() };
        query.marks.retain(|mark, it| mark != Mark::Hide || it != actor);
        query.marks.add(Mark::Expand, actor);
        query
    }

    /// The same network without one kind of mark on an actor.
    #[must_use]
    pub fn unmarking(&self, mark: Mark, actor: &str) -> Self {
        let mut query = self.clone();
        query.marks.retain(|it, who| it != mark || who != actor);
        query
    }
}

impl Selection {
    /// True where it is an actor, or one of the two ends of a line.
    fn names(&self, actor: &str) -> bool {
        match self {
            Self::Actor(key) => key == actor,
            Self::Edge(one, other) => one == actor || other == actor,
            Self::Fact(_) | Self::Designation(_) | Self::Source(_) | Self::Sentence(..) => false,
        }
    }
}
