//! What is searched, and what is found, as plain data.

use core::ops::Range;

use serde::{Deserialize, Serialize};

use crate::query::Selection;

/// One thing that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What kind of thing it is.
    pub kind: Kind,
    /// What choosing it does.
    pub target: Target,
    /// What is searched; the first is its title.
    pub fields: Vec<Field>,
    /// One line that tells it from others of the same title: a role, who says so.
    pub line: String,
}

/// A text that is searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What the text is to its entry.
    pub role: Role,
    /// The text as it is shown.
    pub text: String,
}

/// The kinds of things, in the order in which equally good ones come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// An actor.
    Actor,
    /// A fact.
    Fact,
    /// A designation.
    Designation,
    /// A source.
    Source,
    /// Something that the page does.
    Command,
    /// A target of a list that the reader has opened.
    Record,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Actor, Self::Fact, Self::Designation, Self::Source, Self::Command, Self::Record];
}

/// What a text is to its entry, from what weighs most to what weighs least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// Its name.
    Name,
    /// Another name.
    Alias,
    /// What is said of it, or what it says.
    Text,
    /// The words of a speaker.
    Speech,
    /// The name of somebody who has a part in it.
    Who,
    /// When it was.
    When,
    /// Where it was.
    Where,
    /// What it is about.
    Topic,
    /// What a reader must know to read it right.
    Note,
    /// A number that it has: of a passport, a register.
    Number,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 10] = [
        Self::Name,
        Self::Alias,
        Self::Text,
        Self::Speech,
        Self::Who,
        Self::When,
        Self::Where,
        Self::Topic,
        Self::Note,
        Self::Number,
    ];

    /// True for names: their words may be joined, and may be wrong where others fit as they stand.
    pub(super) const fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::Alias)
    }
}

/// What choosing an entry does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Target {
    /// It selects something.
    Selection(Selection),
    /// It does the command with that number; who gives commands to the index knows which it is.
    Command(usize),
    /// It selects an actor of the opened list, by its key there.
    Record(String),
}

/// An entry that was found, with the letters that matched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// What kind of thing it is.
    pub kind: Kind,
    /// What choosing it does.
    pub target: Target,
    /// Its title.
    pub title: Marked,
    /// The line under the title.
    pub line: Marked,
    /// Another text through which it was found, where neither title nor line shows it: an alias, direct
    /// speech. A long text is cut around what matched.
    pub through: Option<(Role, Marked)>,
}

/// What was found of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The kind.
    pub kind: Kind,
    /// The best of it, best first.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: usize,
    /// True where the best has a wrong letter.
    pub similar: bool,
}

/// A text with marked places.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// What is marked, in bytes: in order, apart from each other, at the borders of letters.
    pub marks: Vec<Range<usize>>,
}

impl Marked {
    /// A text with marks in any order; what is not in the text is left out, what overlaps becomes one.
    pub(super) fn new(text: &str, marks: impl IntoIterator<Item = Range<usize>>) -> Self {
        let mut all: Vec<_> = marks.into_iter().filter(|it| text.get(it.clone()).is_some()).collect();
        crate::order::sort_by_key(&mut all, |it| (it.start, it.end));
        let mut marks: Vec<Range<usize>> = Vec::with_capacity(all.len());
        for mark in all {
            match marks.last_mut() {
                Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
                _ => marks.push(mark),
            }
        }
        marks.retain(|it| !it.is_empty());
        Self { text: text.to_owned(), marks }
    }

    /// The text in pieces, each with whether it is marked; together they are the text.
    pub fn pieces(&self) -> Vec<(&str, bool)> {
        let mut pieces = Vec::with_capacity(2 * self.marks.len() + 1);
        let mut at = 0;
        for mark in &self.marks {
            pieces.push((self.text.get(at..mark.start).unwrap_or_default(), false));
            pieces.push((self.text.get(mark.clone()).unwrap_or_default(), true));
            at = mark.end;
        }
        pieces.push((self.text.get(at..).unwrap_or_default(), false));
        pieces.retain(|(piece, _)| !piece.is_empty());
        pieces
    }

    /// The text around its first mark, at most about `most` letters of it, cut between words.
    pub(super) fn cut(self, most: usize) -> Self {
        let letters = self.text.chars().count();
        let first = self.marks.first().map_or(0, |it| it.start);
        if letters <= most {
            return self;
        }
        let before = self.text.get(..first).unwrap_or_default();
        // A third of the room before the mark.
        let from = before.char_indices().rev().nth(most / 3).map_or(0, |(at, _)| at);
        let from = match before.get(from..).and_then(|it| it.find(' ')) {
            Some(space) if from > 0 => from + space + 1,
            _ => from,
        };
        let rest = self.text.get(from..).unwrap_or_default();
        let to = rest.char_indices().nth(most).map_or(rest.len(), |(at, _)| at);
        let to = match rest.get(..to).and_then(|it| it.rfind(' ')) {
            Some(space) if to < rest.len() => space,
            _ => to,
        };
        let (open, close) = (if from > 0 { "… " } else { "" }, if to < rest.len() { " …" } else { "" });
        let text = format!("{open}{}{close}", rest.get(..to).unwrap_or_default());
        let end = open.len() + to;
        let moved = |at: usize| (at + open.len()).saturating_sub(from).min(end);
        let marks: Vec<_> = self.marks.iter().map(|it| moved(it.start)..moved(it.end)).collect();
        Self::new(&text, marks)
    }
}
