//! How the statements of a topic become threads.
//!
//! Each statement has one place. It stands with the statement of its topic that it contradicts; failing
//! that, with the one that it answers; failing that, with the one that it supports or is a part of, unless
//! it is itself answered or contradicted: then it begins a thread of its own, so that claim and answer
//! stand side by side. Where a statement has several such links, the first counts and the others are
//! told in words. No statement stands under itself: a link that would close a ring is told in words.
//!
//! Links that lead out of the topic, or to what the query leaves out, bring guests: what contradicts or
//! answers a statement, what supports it with a voice that counts, and what a statement that begins a
//! thread contradicts or answers. The rest of such links is told in words.

use super::{Reply, Said, Teller, Thread, Told};
use crate::model::{Fact, FactId, LinkKind};
use crate::order;
use crate::words::{dossier, filled};

/// The kinds of link by which a statement finds its place, the strongest first.
const RANK: [LinkKind; 4] =
    [LinkKind::Contradicts, LinkKind::RespondsTo, LinkKind::Supports, LinkKind::PartOf];

/// The threads of the statements `here`, all of one topic.
pub(super) fn threads(teller: &Teller<'_>, here: &[FactId]) -> Vec<Thread> {
    let mut weaver = Weaver { teller, told: Told::fold(teller.data, here), parents: Vec::new() };
    for nth in 0..weaver.told.len() {
        let parent = weaver.parent(nth);
        weaver.parents.push(parent);
    }
    (0..weaver.told.len()).filter_map(|nth| weaver.thread(nth)).collect()
}

/// The statements of a topic, by number, and where each has its place.
struct Weaver<'a> {
    teller: &'a Teller<'a>,
    told: Vec<Told>,
    /// With which statement each one stands; only of those that have been placed.
    parents: Vec<Option<usize>>,
}

/// A link from one statement to another.
type Tie = (LinkKind, FactId);

impl Weaver<'_> {
    /// The number of the statement of this topic that a fact tells.
    fn nth(&self, id: FactId) -> Option<usize> {
        self.told.iter().position(|told| told.has(id))
    }

    /// The links from a statement to others.
    fn ties(&self, told: &Told) -> Vec<Tie> {
        let links = told.all().flat_map(|id| &self.teller.data[id].links);
        let mut ties: Vec<Tie> = links.map(|link| (link.kind, link.to)).collect();
        ties.retain(|(_, to)| !told.has(*to));
        ties
    }

    /// The links from others to a statement: kind, and from which fact. What contradicts a telling that
    /// has its place elsewhere contradicts this one too.
    fn ties_to(&self, told: &Told) -> Vec<Tie> {
        let data = self.teller.data;
        let tellings = data.tellings(told.fullest);
        let all = data.all::<Fact>().filter(|(from, _)| !told.has(*from));
        all.flat_map(|(from, fact)| {
            let here = fact.links.iter().filter(|link| {
                told.has(link.to) || link.kind == LinkKind::Contradicts && tellings.contains(&link.to)
            });
            here.map(|link| (link.kind, from)).collect::<Vec<_>>()
        })
        .collect()
    }

    /// With which statement of the topic the next one stands.
    fn parent(&self, nth: usize) -> Option<usize> {
        let told = self.told.get(nth)?;
        let is_address = |kind: LinkKind| matches!(kind, LinkKind::Contradicts | LinkKind::RespondsTo);
        let addressed = self.ties_to(told).iter().any(|(kind, _)| is_address(*kind));
        let ties = self.ties(told);
        let ranked = RANK.iter().filter(|kind| is_address(**kind) || !addressed);
        ranked
            .flat_map(|kind| ties.iter().filter(move |(it, _)| it == kind))
            .filter_map(|(_, to)| self.nth(*to))
            .find(|parent| !self.is_under(*parent, nth))
    }

    /// True where one statement stands under another, or is it.
    fn is_under(&self, one: usize, other: usize) -> bool {
        let parent = |nth: &usize| self.parents.get(*nth).copied().flatten();
        // No ring is ever closed, so this ends.
        core::iter::successors(Some(one), parent).any(|it| it == other)
    }

    /// True where one statement has its place directly with another.
    fn stands_with(&self, one: usize, other: usize) -> bool {
        self.parents.get(one) == Some(&Some(other))
    }

    /// True where a statement is linked so to another.
    fn says(&self, one: usize, kind: LinkKind, other: &Told) -> bool {
        let ties = self.told.get(one).map(|told| self.ties(told)).unwrap_or_default();
        ties.iter().any(|(it, to)| *it == kind && other.has(*to))
    }

    /// The thread that a statement begins; none where it stands with another.
    fn thread(&self, nth: usize) -> Option<Thread> {
        let told = self.told.get(nth).filter(|_| self.parents.get(nth) == Some(&None))?;
        let mut replies = self.guests_before(told);
        replies.extend(self.replies(nth, told));
        order::sort_by_key(&mut replies, |reply| rank(reply.kind));
        let claim = self.said(nth, told);
        let from_own_side = |reply: &Reply| {
            let own = reply.said.voice == claim.voice
                || reply.said.side.is_some() && reply.said.side == claim.side
                || reply.kind == LinkKind::PartOf;
            own && rank(reply.kind) >= rank(LinkKind::Supports)
        };
        let alone = replies.iter().all(from_own_side);
        let (under, beside) = replies.into_iter().partition(|reply| !alone && from_own_side(reply));
        Some(Thread { claim, beside, under })
    }

    /// A statement with the links that its place does not show.
    fn said(&self, nth: usize, told: &Told) -> Said {
        let teller = self.teller;
        let place = self.parents.get(nth).copied().flatten();
        let begins = place.is_none();
        let mut links = Vec::new();
        for (kind, to) in self.ties(told) {
            let there = self.nth(to);
            let shown = match there {
                Some(other) => there == place || self.stands_with(other, nth) && self.says(other, kind, told),
                None => begins && brings_guest(kind),
            };
            if !shown {
                links.push((dossier().link(kind), teller.mention(to)));
            }
        }
        for (kind, from) in self.ties_to(told) {
            let shown = match self.nth(from) {
                Some(from) => self.stands_with(from, nth) || Some(from) == place,
                None => self.comes(told, kind, from),
            };
            if !shown {
                links.push((dossier().link_back(kind), teller.mention(from)));
            }
        }
        let mut once: Vec<(&'static str, super::Mention)> = Vec::new();
        for link in links {
            if !once.contains(&link) {
                once.push(link);
            }
        }
        Said { links: once, ..teller.said(told) }
    }

    /// What stands with a statement: those that have their place there, and guests.
    fn replies(&self, nth: usize, told: &Told) -> Vec<Reply> {
        let ties = self.ties_to(told);
        let own = (0..self.told.len()).filter(|it| self.stands_with(*it, nth));
        let own = own.filter_map(|it| {
            let child = self.told.get(it)?;
            let kinds = kinds(&ties, child);
            let replies = self.replies(it, child);
            self.reply(&kinds, false, self.said(it, child), None, replies)
        });
        let comes = |(kind, from): &&Tie| self.nth(*from).is_none() && self.comes(told, *kind, *from);
        let away: Vec<FactId> = ties.iter().filter(comes).map(|(_, from)| *from).collect();
        let mut replies: Vec<_> = own.chain(self.guests(&ties, &away, false)).collect();
        order::sort_by_key(&mut replies, |reply| rank(reply.kind));
        replies
    }

    /// What a statement that begins a thread contradicts or answers elsewhere.
    fn guests_before(&self, told: &Told) -> Vec<Reply> {
        let mut ties = self.ties(told);
        ties.retain(|(kind, to)| brings_guest(*kind) && self.nth(*to).is_none());
        let away: Vec<FactId> = ties.iter().map(|(_, to)| *to).collect();
        self.guests(&ties, &away, true)
    }

    /// True where what is linked so to a statement comes as a guest.
    fn comes(&self, told: &Told, kind: LinkKind, from: FactId) -> bool {
        let counts = || self.teller.data.rests_on(told.fullest).contains(&from);
        brings_guest(kind) || kind == LinkKind::Supports && counts()
    }

    fn guests(&self, ties: &[Tie], away: &[FactId], back: bool) -> Vec<Reply> {
        let mut away = away.to_vec();
        order::distinct(&mut away);
        let guests = Told::fold(self.teller.data, &away).into_iter();
        guests
            .filter_map(|told| {
                let said = self.teller.said(&told);
                let guest = Some(self.why_guest(told.fullest));
                self.reply(&kinds(ties, &told), back, said, guest, Vec::new())
            })
            .collect()
    }

    /// Why a statement has its place elsewhere.
    fn why_guest(&self, id: FactId) -> String {
        let Teller { data, own, shown, .. } = self.teller;
        let fact = &data[id];
        if !fact.is_said() {
            own.reported.to_owned()
        } else if shown.contains(&id) {
            own.in_topic.replace("{}", &data[fact.topic].label)
        } else {
            own.left_out.to_owned()
        }
    }

    fn reply(
        &self,
        kinds: &[LinkKind],
        back: bool,
        said: Said,
        guest: Option<String>,
        replies: Vec<Reply>,
    ) -> Option<Reply> {
        let own = self.teller.own;
        let words = kinds.iter().map(|kind| dossier().link(*kind).to_owned());
        let word = words.reduce(|one, other| filled(own.and, &[&one, &other]))?;
        let word = if back { own.back.replace("{}", &word) } else { word };
        let kind = RANK.into_iter().find(|kind| kinds.contains(kind)).or(kinds.first().copied())?;
        Some(Reply { word, kind, back, said, guest, replies })
    }
}

/// The kinds of link between a statement and another, each once.
fn kinds(ties: &[Tie], told: &Told) -> Vec<LinkKind> {
    let mut kinds: Vec<_> =
        ties.iter().filter(|(_, other)| told.has(*other)).map(|(kind, _)| *kind).collect();
    order::distinct(&mut kinds);
    kinds
}

/// The place of a kind of link among those that stand with a statement.
fn rank(kind: LinkKind) -> usize {
    RANK.iter().position(|it| *it == kind).unwrap_or(RANK.len())
}

/// True for what a statement would not be understood without.
fn brings_guest(kind: LinkKind) -> bool {
    matches!(kind, LinkKind::Contradicts | LinkKind::RespondsTo)
}
