//! A story as its author writes it: `story.toml` with `sources.toml`, `actors.toml`, `facts.toml` and `designations.toml`,
//! dropped together or in one archive.
//!
//! It is read and checked by the code that makes the page (`crate::story`), so an author sees here what a build would say:
//! all problems at once, and nothing of a story that does not hold together. What holds is the dataset that the page
//! would publish, and is read as that ([`super::dataset`]), but each record has its place in the TOML.
//!
//! The files are told apart by what is in them, whatever they are called. The parts come before `story.toml` and are left for
//! it; a part that did not come is an empty one.

use std::collections::BTreeMap;
use std::collections::VecDeque;
use std::io::{BufRead, Read};

use super::{Confidence, Format, Item, Opening, Reader, dataset};
use crate::export::FORMATS;
use crate::import::input::{Head, Text};
use crate::import::report::About;
use crate::import::{Desk, Limits, Place, Refusal, Repair};
use crate::story;

/// What a story has beside `story.toml`.
pub(super) const PART: Format = Format {
    key: "story-toml-part",
    label: |words| words.story_part,
    doc: "sources.toml, actors.toml, facts.toml or designations.toml of a story, for its story.toml.",
    sniff: |head| part(head.text()).map(|_| Confidence::Sure),
    open: |opening| open(opening, false),
};

/// The file that makes a story of its parts.
pub(super) const STORY: Format = Format {
    key: "story-toml",
    label: |words| words.story_toml,
    doc: "story.toml of a story as its author writes it, with the files beside it.",
    sniff: |head| is_story(head).then_some(Confidence::Sure),
    open: |opening| open(opening, true),
};

/// The name of the file of a story that has a text, by the first record in it.
fn part(text: &str) -> Option<&'static str> {
    let mut records = text.lines().filter_map(table);
    match records.next()? {
        "source" => Some("sources.toml"),
        "actor" => Some("actors.toml"),
        "fact" => Some("facts.toml"),
        "group" | "designation" => Some("designations.toml"),
        _ => None,
    }
    .filter(|_| first_line(text).is_some_and(|it| it.starts_with("[[")))
}

fn is_story(head: &Head<'_>) -> bool {
    let has = |name: &str| {
        let mut over = head.lines().take_while(|it| !it.trim_start().starts_with('['));
        over.any(|it| is_field(it, name))
    };
    let is = |line: &str| ["title", "summary", "period", "lang"].iter().any(|it| is_field(line, it));
    first_line(head.text()).is_some_and(is) && has("title") && has("summary")
}

/// The first line that is no comment.
fn first_line(text: &str) -> Option<&str> {
    text.lines().map(str::trim).find(|it| !it.is_empty() && !it.starts_with('#'))
}

fn is_field(line: &str, name: &str) -> bool {
    line.trim_start().strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('='))
}

/// The sort of record that a line begins: `[[fact]]`.
fn table(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix("[[")?;
    let (name, _) = rest.split_once("]]")?;
    Some(name.trim())
}

fn open(opening: Opening<'_>, is_story: bool) -> Result<Box<dyn Reader>, Refusal> {
    let Opening { text, limits, .. } = opening;
    Ok(Box::new(Toml {
        text,
        limits: *limits,
        is_story,
        items: None,
        repairs: VecDeque::new(),
        about: About::default(),
    }))
}

struct Toml {
    text: Text,
    limits: Limits,
    is_story: bool,
    /// What was read; nothing before.
    items: Option<VecDeque<Item>>,
    repairs: VecDeque<(Place, Repair)>,
    about: About,
}

/// Under which a part of the story is left for it. The place is that of the part as a whole.
fn key_of(name: &str) -> String {
    format!("story/{name}")
}

impl Reader for Toml {
    fn next(&mut self, desk: &mut Desk<'_>) -> Option<Item> {
        if self.items.is_none() {
            self.items = Some(VecDeque::new());
            let whole = Place { file: self.text.file, record: 0, line: Some(1), span: 0..0 };
            let read = self.whole().and_then(|text| match self.is_story {
                true => self.story(&text, desk),
                false => self.part(text, desk),
            });
            match read {
                Ok(items) => self.items = Some(items),
                Err(refusal) => return Some(Item::Stopped(whole, refusal)),
            }
        }
        let item = self.items.as_mut()?.pop_front()?;
        let (file, record) = (item.place().file, item.place().record);
        while let Some((place, repair)) =
            self.repairs.pop_front_if(|(it, _)| it.file == file && it.record == record)
        {
            desk.repair(&place, repair);
        }
        Some(item)
    }

    fn about(&self) -> &About {
        &self.about
    }

    fn text(&self) -> &Text {
        &self.text
    }
}

impl Toml {
    /// The text as a whole: a story is written by hand, and is no longer than a record may be.
    fn whole(&mut self) -> Result<String, Refusal> {
        self.text.begin();
        let mut text = String::new();
        self.text.read_to_string(&mut text).map_err(|error| Refusal::of_io(&error))?;
        // The limit counts what was consumed before, so the last piece is looked at once more.
        self.text.fill_buf().map_err(|error| Refusal::of_io(&error))?;
        Ok(text)
    }

    /// Leaves a part for its story.
    fn part(&self, text: String, desk: &mut Desk<'_>) -> Result<VecDeque<Item>, Refusal> {
        let name = part(&text).ok_or(Refusal::Unknown)?;
        if !desk.has(STORY.key) {
            return Err(Refusal::Missing { field: "story.toml" });
        }
        let items = places(&text, self.text.file).into_iter().map(|(_, place)| Item::Left(place)).collect();
        let place = Place { file: self.text.file, record: 0, line: Some(1), span: 0..text.len() as u64 };
        desk.leave(&key_of(name), place, text)?;
        Ok(items)
    }

    /// Reads the story with all of its parts.
    fn story(&mut self, text: &str, desk: &mut Desk<'_>) -> Result<VecDeque<Item>, Refusal> {
        let own = Place { file: self.text.file, record: 1, line: Some(1), span: 0..text.len() as u64 };
        let mut parts = vec![("story.toml", own.clone(), text.to_owned())];
        for name in story::FILES.into_iter().filter(|it| *it != "story.toml") {
            let left = desk.take(&key_of(name));
            // Two of one are told as that.
            let none = left.is_empty().then(|| (own.clone(), String::new()));
            parts.extend(left.into_iter().chain(none).map(|(place, text)| (name, place, text)));
        }
        let known: BTreeMap<_, _> =
            parts.iter().flat_map(|(_, place, text)| places(text, place.file)).collect();
        let files: Vec<_> = parts.iter().map(|(name, _, text)| (*name, text.as_str())).collect();
        let read = story::read(&files, &key(text));
        let items = match read {
            Ok(data) => {
                let write = FORMATS.iter().find(|it| it.key == "facts").map(|it| it.write);
                let json = write.map(|write| write(&data)).unwrap_or_default();
                let find = |sort: &str, key: &str| known.get(&(sort.to_owned(), key.to_owned())).cloned();
                let read = dataset::read(&json, self.text.file, &self.limits, &find)?;
                (self.repairs, self.about) = (read.repairs, read.about);
                let item = |told: dataset::Told| match told {
                    Ok((_, record)) => Item::Record(Box::new(record)),
                    Err((place, refusal)) => Item::Refused(place, refusal),
                };
                core::iter::once(Item::Left(own)).chain(read.told.into_iter().map(item)).collect()
            }
            Err(problems) => {
                let of = |it: &story::Problem| place_of(it, &parts, &known).unwrap_or_else(|| own.clone());
                problems.iter().map(|it| Item::Refused(of(it), told(it))).collect()
            }
        };
        Ok(items)
    }
}

/// The key of a story that has no folder: its title in the letters that a key may have.
fn key(text: &str) -> String {
    let title = text.lines().find(|it| is_field(it, "title")).and_then(|it| it.split_once('='));
    let title = title.map_or("", |(_, title)| title);
    let words = title.split(|it: char| !it.is_ascii_alphanumeric()).filter(|it| !it.is_empty());
    let key = words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-");
    if key.is_empty() { "story".to_owned() } else { key }
}

/// Where the records of a file stand, by sort and key, in their order.
fn places(text: &str, file: crate::import::FileId) -> Vec<((String, String), Place)> {
    let mut places: Vec<((String, String), Place)> = Vec::new();
    let (mut at, mut line_number, mut record) = (0, 0, 0);
    // A text over several lines may have anything in it.
    let mut in_text: Option<&str> = None;
    for line in text.split_inclusive('\n') {
        line_number += 1;
        let start = at;
        at += line.len() as u64;
        if in_text.is_none() {
            // What stands in a record, as the paragraphs of a source do, is part of it.
            if let Some(sort) = table(line).filter(|it| !it.contains('.')) {
                record += 1;
                let place = Place { file, record, line: Some(line_number), span: start..at };
                places.push(((sort.to_owned(), String::new()), place));
            } else if let Some(((_, key), _)) =
                places.last_mut().filter(|it| it.0.1.is_empty() && is_field(line, "key"))
            {
                let value = line.split_once('=').map_or("", |(_, value)| value);
                value.split(['"', '\'']).nth(1).unwrap_or_default().clone_into(key);
            }
        }
        for quotes in ["\"\"\"", "'''"] {
            if line.matches(quotes).count() % 2 == 1 && in_text.is_none_or(|it| it == quotes) {
                in_text = if in_text.is_some() { None } else { Some(quotes) };
            }
        }
        let is_blank = line.trim().is_empty() || line.trim_start().starts_with('#') && in_text.is_none();
        if let Some((_, place)) = places.last_mut().filter(|_| !is_blank) {
            place.span.end = start + line.trim_end().len() as u64;
        }
    }
    places
}

/// A part of a story: its name, the place of it as a whole, and its text.
type Part = (&'static str, Place, String);

/// Where a problem is: in its record, on its line, or in the file as a whole.
fn place_of(
    problem: &story::Problem,
    parts: &[Part],
    known: &BTreeMap<(String, String), Place>,
) -> Option<Place> {
    let (_, whole, _) = parts.iter().find(|(name, ..)| *name == problem.file)?;
    let record = problem.record.as_deref().unwrap_or_default();
    if let Some(line) = record.strip_prefix("line ").and_then(|it| it.parse().ok()) {
        return Some(Place { line: Some(line), ..whole.clone() });
    }
    let named =
        record.split_once(" `").map(|(sort, key)| (sort.to_owned(), key.trim_end_matches('`').to_owned()));
    Some(named.and_then(|it| known.get(&it).cloned()).unwrap_or_else(|| whole.clone()))
}

fn told(problem: &story::Problem) -> Refusal {
    let record = problem.record.as_ref().map(|it| format!(", {it}")).unwrap_or_default();
    let what = format!("{}{record}: {}", problem.file, problem.reason);
    Refusal::Story { what, advice: problem.advice.clone() }
}
