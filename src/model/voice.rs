//! Whose word a fact rests on, who else stands behind it, and who disputes it.
//!
//! The **voice** of a fact is its speaker; where nobody is named as such, the channel nearest to whoever
//! spoke; and where there is neither, the report itself. The **tellings** of a fact are the fact and all
//! that repeat it. A fact **rests on** its own voice and on those of others who are independent of it and
//! of each other:
//!
//! - A repeat counts where another voice makes it and it came through another outlet (agency,
//!   broadcaster, report): what two officials say in one dispatch of an agency is told once.
//! - A support counts where another voice makes it, by whatever outlet it came; but not that of a channel
//!   through which the fact itself came.
//! - Two actors are one voice where one of them speaks for the other, or both for a third (relations of
//!   the type `Representation`): a ministry and its spokesman.
//!
//! Supports of supports do not count: they stand behind something else.

use super::{ActorId, Dataset, Fact, FactId, FactKind, LinkKind, RelationType, SideId, Standing};

impl Fact {
    /// True where somebody says it: a statement, or whatever the report does not tell in its own voice.
    pub fn is_said(&self) -> bool {
        self.kind == FactKind::Statement || self.voice().is_some()
    }

    /// The speaker, or the channel that is nearest to whoever spoke; nobody where the report itself says it.
    pub fn voice(&self) -> Option<ActorId> {
        self.attribution.speaker.or_else(|| self.attribution.via.first().copied())
    }

    fn came_through(&self, actor: ActorId) -> bool {
        self.attribution.via.contains(&actor)
    }

    fn has(&self, kind: LinkKind, to: FactId) -> bool {
        self.links.iter().any(|link| link.kind == kind && link.to == to)
    }
}

impl Dataset {
    /// All tellings of a fact, itself first: what repeats it, what it repeats, and so on.
    pub fn tellings(&self, id: FactId) -> Vec<FactId> {
        let mut tellings = vec![id];
        let mut next = 0;
        while let Some(now) = tellings.get(next).copied() {
            for (other, fact) in self.all::<Fact>() {
                let same = fact.has(LinkKind::Repeats, now) || self[now].has(LinkKind::Repeats, other);
                if same && !tellings.contains(&other) {
                    tellings.push(other);
                }
            }
            next += 1;
        }
        tellings
    }

    /// What a fact rests on: one fact for each independent voice, itself first.
    pub fn rests_on(&self, id: FactId) -> Vec<FactId> {
        let tellings = self.tellings(id);
        let mut voices = vec![id];
        for (other, fact) in self.all::<Fact>() {
            let independent = if tellings.contains(&other) {
                !voices.iter().any(|it| shares_outlet(&self[*it], fact))
            } else {
                let carries = |it: &FactId| fact.voice().is_some_and(|voice| self[*it].came_through(voice));
                tellings.iter().any(|it| fact.has(LinkKind::Supports, *it)) && !tellings.iter().any(carries)
            };
            if independent && !voices.iter().any(|it| self.is_one_voice(&self[*it], fact)) {
                voices.push(other);
            }
        }
        voices
    }

    /// True where a fact rests on the word of one speaker alone.
    ///
    /// What the report says in its own voice, and what an authority announces as its own act, does not.
    pub fn is_alone(&self, id: FactId) -> bool {
        let fact = &self[id];
        fact.voice().is_some() && fact.standing(self) == Standing::Attributed && self.rests_on(id).len() == 1
    }

    /// True where another fact contradicts it, or one of its tellings.
    pub fn is_disputed(&self, id: FactId) -> bool {
        self.tellings(id).into_iter().any(|it| {
            let against = |(_, other): (FactId, &Fact)| other.has(LinkKind::Contradicts, it);
            self[it].links.iter().any(|link| link.kind == LinkKind::Contradicts)
                || self.all::<Fact>().any(against)
        })
    }

    /// The side of a fact's voice.
    pub fn side_of_voice(&self, id: FactId) -> Option<SideId> {
        self[id].voice().and_then(|voice| self[voice].side)
    }

    /// True where both facts rest on the same word.
    fn is_one_voice(&self, one: &Fact, other: &Fact) -> bool {
        match (one.voice(), other.voice()) {
            (None, None) => shares_source(one, other),
            (Some(one), Some(other)) => {
                let others = self.speaks_for(other);
                self.speaks_for(one).iter().any(|it| others.contains(it))
            }
            _ => false,
        }
    }

    /// An actor, and those for whom it speaks.
    fn speaks_for(&self, actor: ActorId) -> Vec<ActorId> {
        let represents =
            |fact: &&Fact| fact.subject == actor && fact.relation_type == Some(RelationType::Representation);
        let others = self.facts.iter().filter(represents).flat_map(|fact| fact.objects.iter().copied());
        others.chain([actor]).collect()
    }
}

/// True where both came through the same agency or broadcaster, or stand in the same report.
fn shares_outlet(one: &Fact, other: &Fact) -> bool {
    one.attribution.via.iter().any(|it| other.came_through(*it)) || shares_source(one, other)
}

fn shares_source(one: &Fact, other: &Fact) -> bool {
    one.evidence.iter().any(|it| other.evidence.iter().any(|its| its.source == it.source))
}
