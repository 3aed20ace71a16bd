//! Which reading of a query fits an entry best, and which entries come first.

use super::entry::{Kind, Role};
use super::near::Near;

/// A word of an entry, or some that are written as one, that matched a word of the query, or some.
#[derive(Clone, Debug)]
pub(super) struct Match {
    /// The entry.
    pub entry: usize,
    /// The first word of the query.
    pub from: usize,
    /// The word of the query after the last.
    pub to: usize,
    /// How well it fits.
    pub cost: Cost,
    /// What matched.
    pub part: Part,
}

/// What matched.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// The field, by its place in the index.
    pub field: usize,
    /// The first word in it.
    pub word: usize,
    /// How many words.
    pub words: usize,
    /// How many letters from the first on; all where no number is given.
    pub letters: Option<usize>,
}

/// How well words fit, from what matters most to what matters least; costs add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cost {
    wrong: u16,
    begins: u16,
    roles: u16,
    wrong_in_text: bool,
}

impl Match {
    pub(super) fn new(entry: usize, (from, to): (usize, usize), near: Near, role: Role, part: Part) -> Self {
        // A part that stands for several words of the query counts as often.
        let count = u16::try_from(to - from).unwrap_or(u16::MAX);
        // Words that are read as one have a space too many for each word but one.
        let wrong = u16::from(near.wrong).saturating_add(count.saturating_sub(1));
        let cost = Cost {
            wrong,
            begins: near.begins.into(),
            roles: count.saturating_mul(role as u16),
            wrong_in_text: wrong > 0 && !role.is_name(),
        };
        Self { entry, from, to, cost, part }
    }
}

impl Cost {
    const fn plus(self, other: Self) -> Self {
        Self {
            wrong: self.wrong.saturating_add(other.wrong),
            begins: self.begins.saturating_add(other.begins),
            roles: self.roles.saturating_add(other.roles),
            wrong_in_text: self.wrong_in_text || other.wrong_in_text,
        }
    }
}

/// The cheapest matches of one entry that together stand for each of the `count` words of a query once;
/// nothing where a word is left over. The matches come in the order of their first words.
pub(super) fn cheapest(matches: &[Match], count: usize) -> Option<Vec<&Match>> {
    // For each number of words from the start: what they cost, and the last match.
    let mut best: Vec<Option<(Cost, Option<&Match>)>> = vec![None; count + 1];
    *best.first_mut()? = Some((Cost::default(), None));
    for it in matches {
        let Some(Some((before, _))) = best.get(it.from) else { continue };
        let cost = before.plus(it.cost);
        if let Some(slot) = best.get_mut(it.to)
            && slot.is_none_or(|(known, _)| cost < known)
        {
            *slot = Some((cost, Some(it)));
        }
    }
    let mut chosen = Vec::new();
    let mut at = count;
    while at > 0 {
        let last = (*best.get(at)?)?.1?;
        chosen.push(last);
        at = last.from;
    }
    chosen.reverse();
    Some(chosen)
}

/// Whether a query is the whole of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whole {
    /// It is.
    Name,
    /// It is but for a letter or two.
    Nearly,
    /// It is not.
    No,
}

/// The place of a find among others: the smaller comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    fit: Fit,
    /// How many letters are wrong.
    pub wrong: u16,
    /// How many words only begin as was asked for.
    begins: u16,
    /// How much the texts weigh in which it was found.
    roles: u16,
    /// How many words of the name were not asked for.
    rest: usize,
    /// What kind of entry it is.
    pub kind: Kind,
    entry: usize,
    /// True where letters are wrong in a text that is no name.
    pub wrong_in_text: bool,
}

/// How well a find fits, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    WholeName,
    Words,
    NearlyWholeName,
    Beginnings,
    Wrong,
}

impl Rank {
    pub(super) fn new(chosen: &[&Match], whole: Whole, rest: usize, kind: Kind, entry: usize) -> Self {
        let cost = chosen.iter().fold(Cost::default(), |cost, it| cost.plus(it.cost));
        if whole == Whole::Name {
            let (wrong, wrong_in_text) = (0, false);
            return Self {
                fit: Fit::WholeName,
                begins: 0,
                roles: 0,
                rest: 0,
                kind,
                entry,
                wrong,
                wrong_in_text,
            };
        }
        let fit = match (cost.wrong, cost.begins) {
            (0, 0) => Fit::Words,
            _ if whole == Whole::Nearly => Fit::NearlyWholeName,
            (0, _) => Fit::Beginnings,
            _ => Fit::Wrong,
        };
        Self {
            fit,
            begins: cost.begins,
            roles: cost.roles,
            rest,
            kind,
            entry,
            wrong: cost.wrong,
            wrong_in_text: cost.wrong_in_text,
        }
    }
}
