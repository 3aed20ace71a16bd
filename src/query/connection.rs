//! The question how two actors are connected.

use core::fmt;

use super::selection::is_key;
use crate::graph::PathKind;

/// Two actors whose connection the reader asks about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Connection {
    /// Where paths begin, by key.
    pub from: String,
    /// Where they end, by key; another actor.
    pub to: String,
    /// Which paths.
    pub kind: PathKind,
    /// Which of equally good paths is shown, counted from 0.
    pub nth: u8,
}

impl Connection {
    /// The question for two actors, asked plainly.
    pub fn new(from: &str, to: &str) -> Self {
        Self { from: from.to_owned(), to: to.to_owned(), kind: PathKind::default(), nth: 0 }
    }

    /// Reads what [`fmt::Display`] writes: `a~b`, `strongest:a~b`, the third of them `a~b~3`. Nothing for
    /// any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, ends) = text.split_once(':').unwrap_or((PathKind::default().key(), text));
        let kind = PathKind::ALL.into_iter().find(|it| it.key() == kind)?;
        let (from, to) = ends.split_once('~')?;
        let (to, nth) = match to.split_once('~') {
            // One digit, and 1 goes without saying.
            Some((to, nth)) => match nth.as_bytes() {
                [digit @ b'2'..=b'9'] => (to, digit - b'1'),
                _ => return None,
            },
            None => (to, 0),
        };
        let two = is_key(from) && is_key(to) && from != to;
        two.then(|| Self { kind, nth, ..Self::new(from, to) })
    }
}

impl fmt::Display for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.kind != PathKind::default() {
            write!(f, "{}:", self.kind.key())?;
        }
        write!(f, "{}~{}", self.from, self.to)?;
        if self.nth > 0 { write!(f, "~{}", self.nth + 1) } else { Ok(()) }
    }
}
