//! The query as a URL fragment: `#/sanctions?q=weapons&target=person,company&sel=actor:kim`.
//!
//! Anything may stand in a fragment. What is not understood is left out and told to the reader;
//! reading never fails.

use super::escape::{escaped, unescaped};
use super::selection::is_key;
use super::{Connection, Facet, Focus, Lanes, Mark, Period, Query, Selection, Sort, View};
use crate::model::{Actor, Dataset, Designation, Fact, Record, Source};
use crate::words::{Words, filled};

/// The longest fragment that is read, in bytes; a longer one is not a link of this page.
pub const MAX_FRAGMENT: usize = 4096;

/// The longest text that is searched for, in letters: with all of them escaped the fragment stays below
/// [`MAX_FRAGMENT`]. The search box takes no more.
pub const MAX_TEXT: usize = 200;

/// A query that was read, and what was not understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// What was understood; the default query where nothing was.
    pub query: Query,
    /// What was not.
    pub notices: Vec<Notice>,
}

/// A part of a fragment that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The fragment is longer than [`MAX_FRAGMENT`].
    TooLong,
    /// There is no such view.
    View(String),
    /// There is no such part, or it has no such value.
    Part(String),
    /// The facts hold nothing with that name.
    Unknown(String),
}

impl Notice {
    /// The notice as a sentence for readers.
    pub fn text(&self, words: &Words) -> String {
        let (text, what) = match self {
            Self::TooLong => return words.notice_too_long.to_owned(),
            Self::View(what) => (words.notice_view, what),
            Self::Part(what) => (words.notice_part, what),
            Self::Unknown(what) => (words.notice_unknown, what),
        };
        let short: String = what.chars().take(60).collect();
        filled(text, &[&short])
    }
}

impl Query {
    /// The fragment without its `#`; two equal queries give the same one.
    pub fn to_fragment(&self) -> String {
        if self.view == View::Opened {
            return [OPENED, &self.opened].concat();
        }
        let mut parts = Vec::new();
        let mut part = |key: &str, value: &str| {
            parts.push(format!("{key}={}", escaped(value)));
        };
        if !self.text.is_empty() {
            part("q", &self.text);
        }
        for (key, values) in &self.facets.0 {
            part(key, if values.is_empty() { ANY.to_owned() } else { values.join(",") }.as_str());
        }
        if let Some(period) = self.period.to_text() {
            part("period", &period);
        }
        if self.lanes != Lanes::default() {
            part("lanes", self.lanes.key());
        }
        if let Some(sort) = self.sort.to_text() {
            part("sort", &sort);
        }
        if let Some(Focus(key)) = &self.focus {
            part("focus", key);
        }
        for mark in Mark::ALL {
            let actors: Vec<_> = self.marks.of(mark).collect();
            if !actors.is_empty() {
                part(mark.key(), &actors.join(","));
            }
        }
        if let Some(path) = &self.path {
            part("path", &path.to_string());
        }
        if self.table {
            part("as", "table");
        }
        if let Some(selection) = &self.selection {
            part("sel", &selection.to_string());
        }
        let view = self.view.key();
        if parts.is_empty() { format!("/{view}") } else { format!("/{view}?{}", parts.join("&")) }
    }

    /// Reads a fragment, with or without its `#`.
    pub fn parse(fragment: &str) -> Parsed {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let mut parsed = Parsed::default();
        if fragment.len() > MAX_FRAGMENT {
            parsed.notices.push(Notice::TooLong);
            return parsed;
        }
        if let Some(opened) = fragment.strip_prefix(OPENED) {
            parsed.query = Self { view: View::Opened, opened: opened.to_owned(), ..Self::default() };
            return parsed;
        }
        let (view, parts) = fragment.split_once('?').unwrap_or((fragment, ""));
        match View::ALL.into_iter().find(|it| view.strip_prefix('/') == Some(it.key())) {
            Some(view) => parsed.query.view = view,
            None if matches!(view, "" | "/") => {}
            None => {
                parsed.notices.push(Notice::View(view.to_owned()));
                return parsed;
            }
        }
        for part in parts.split('&').filter(|part| !part.is_empty()) {
            if parsed.query.read_part(part).is_none() {
                parsed.notices.push(Notice::Part(part.to_owned()));
            }
        }
        parsed
    }

    fn read_part(&mut self, part: &str) -> Option<()> {
        let (key, value) = part.split_once('=')?;
        let value = unescaped(value)?;
        match key {
            "q" => self.text = (value.chars().count() <= MAX_TEXT).then_some(value)?,
            "period" => self.period = Period::parse(&value)?,
            "lanes" => self.lanes = Lanes::ALL.into_iter().find(|it| it.key() == value)?,
            "sort" => self.sort = Sort::parse(&value)?,
            "focus" => self.focus = Some(Focus(is_key(&value).then_some(value)?)),
            "path" => self.path = Some(Connection::parse(&value)?),
            "as" => self.table = (value == "table").then_some(true)?,
            "sel" => self.selection = Some(Selection::parse(&value)?),
            _ if let Some(mark) = Mark::ALL.into_iter().find(|it| it.key() == key) => {
                if !value.split(',').all(is_key) {
                    return None;
                }
                self.marks.retain(|it, _| it != mark);
                value.split(',').for_each(|actor| self.marks.add(mark, actor));
            }
            _ => {
                let facet = Facet::find(key)?;
                let values = if value == ANY {
                    Vec::new()
                } else {
                    value.split(',').map(|it| is_key(it).then(|| it.to_owned())).collect::<Option<_>>()?
                };
                *self = self.with_chosen(facet, values);
            }
        }
        Some(())
    }

    /// The same query without what the dataset does not know, and a notice for each such thing.
    pub fn known(self, data: &Dataset) -> Parsed {
        fn has<R: Record + 'static>(data: &Dataset, key: &str) -> bool {
            data.find::<R>(key).is_some()
        }
        let mut parsed = Parsed { query: self, notices: Vec::new() };
        let Parsed { query, notices } = &mut parsed;
        let mut unknown = |what: &str| notices.push(Notice::Unknown(what.to_owned()));
        if let Some(selection) = &query.selection {
            let found = match selection {
                Selection::Actor(key) => has::<Actor>(data, key),
                Selection::Fact(key) => has::<Fact>(data, key),
                Selection::Designation(key) => has::<Designation>(data, key),
                Selection::Source(key) => has::<Source>(data, key),
                Selection::Sentence(key, at) => {
                    data.find::<Source>(key).is_some_and(|id| data[id].hash_at(*at).is_some())
                }
                Selection::Edge(one, other) => has::<Actor>(data, one) && has::<Actor>(data, other),
            };
            if !found {
                unknown(&selection.to_string());
                query.selection = None;
            }
        }
        if let Some(Focus(key)) = &query.focus
            && !has::<Actor>(data, key)
        {
            unknown(key);
            query.focus = None;
        }
        query.path.take_if(|path| {
            let strange = [&path.from, &path.to].into_iter().filter(|key| !has::<Actor>(data, key));
            strange.map(|key| unknown(key)).count() > 0
        });
        for mark in Mark::ALL {
            query.marks.of(mark).filter(|key| !has::<Actor>(data, key)).for_each(&mut unknown);
        }
        query.marks.retain(|_, key| has::<Actor>(data, key));
        for facet in super::FACETS {
            let Some(values) = query.facets.get(facet.key) else { continue };
            let is_known = |value: &&String| facet.value_label(data, &crate::words::EN, value).is_some();
            let (known, strange): (Vec<_>, Vec<_>) = values.iter().partition(is_known);
            if strange.is_empty() {
                continue;
            }
            strange.into_iter().for_each(|value| unknown(value));
            if known.is_empty() {
                query.facets.remove(facet.key);
            } else {
                *query = query.with_chosen(facet, known.into_iter().cloned().collect());
            }
        }
        parsed
    }
}

/// How the fragment of an opened list begins; what follows is its own.
const OPENED: &str = "/opened";

/// The value of a facet that restricts nothing although its default would.
const ANY: &str = "*";
