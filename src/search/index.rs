//! The index: words of entries in one sorted list, each with the places where it stands.

use super::entry::{Entry, Group, Hit, Kind, Marked, Role};
use super::near::{Near, Spelling, is_near, near, spellings};
use super::rank::{Match, Part, Rank, Whole, cheapest};
use super::respell::respelled;
use super::word::{Word, words};
use crate::order;

/// How many words of a name are written as one, at most.
const JOINED: usize = 4;
/// How many letters words of a query have, at most, that are read as one.
const JOINED_LETTERS: usize = 24;
/// How many words of a query count.
const WORDS: usize = 16;
/// The most letters of a text that is shown only because it was found.
const SNIPPET: usize = 110;

/// Entries, ready to be searched.
pub struct Index {
    entries: Vec<Entry>,
    /// The fields of all entries in a row.
    fields: Vec<FieldInfo>,
    /// The different words of all fields.
    list: Vec<Spelling>,
    /// For each word of the list, where it stands.
    places: Vec<Vec<Place>>,
}

struct FieldInfo {
    entry: usize,
    /// Which of the entry's fields it is.
    nth: usize,
    role: Role,
    /// How many words it has.
    words: u16,
    /// For names: all its words as one.
    joined: String,
}

/// Where a word of the list stands.
#[derive(Clone, Copy, Debug)]
struct Place {
    field: usize,
    /// The first word there.
    word: u16,
    /// How many words there are written as one.
    words: u16,
    /// True where it stands there in another spelling.
    respelled: bool,
}

/// An entry that a query finds.
#[derive(Clone, Debug)]
pub struct Found {
    rank: Rank,
    /// The place of the entry in the order in which entries were given.
    pub entry: usize,
    parts: Vec<Part>,
}

impl Found {
    /// What kind of entry it is.
    pub const fn kind(&self) -> Kind {
        self.rank.kind
    }
}

impl Index {
    /// An index over entries; of equally good ones of a kind those given first come first.
    pub fn new(entries: Vec<Entry>) -> Self {
        let mut fields = Vec::new();
        let mut all: Vec<(String, Place)> = Vec::new();
        for (entry, it) in entries.iter().enumerate() {
            for (nth, field) in it.fields.iter().enumerate() {
                let words = words(&field.text);
                let names = field.role.is_name() || field.role == Role::Who;
                let at = fields.len();
                for (first, most) in (0..words.len()).zip((1..=words.len()).rev()) {
                    for count in 1..=if names { most.min(JOINED) } else { 1 } {
                        let letters = join(words.iter().skip(first).take(count));
                        let place = |respelled| Place {
                            field: at,
                            word: short(first),
                            words: short(count),
                            respelled,
                        };
                        all.extend(respelled(&letters).map(|plain| (plain, place(true))));
                        all.push((letters, place(false)));
                    }
                }
                let joined = if field.role.is_name() { join(&words) } else { String::new() };
                fields.push(FieldInfo { entry, nth, role: field.role, words: short(words.len()), joined });
            }
        }
        order::sort(&mut all, |(a, _), (b, _)| a.cmp(b));
        let mut list: Vec<String> = Vec::new();
        let mut places: Vec<Vec<Place>> = Vec::new();
        for (letters, place) in all {
            match places.last_mut() {
                Some(last) if list.last() == Some(&letters) => last.push(place),
                _ => {
                    list.push(letters);
                    places.push(vec![place]);
                }
            }
        }
        Self { entries, fields, list: spellings(list), places }
    }

    /// The entries, in the order in which they were given.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entries that a text may mean, best first; none for a text without a word.
    pub fn find(&self, text: &str) -> Vec<Found> {
        let mut asked = words(text);
        asked.truncate(WORDS);
        let mut matches = Vec::new();
        for first in 0..asked.len() {
            for last in first..asked.len().min(first + JOINED) {
                let letters = join(asked.iter().take(last + 1).skip(first));
                if last > first && letters.len() > JOINED_LETTERS {
                    break;
                }
                self.look_up(&letters, (first, last + 1), &mut matches);
            }
        }
        order::sort_by_key(&mut matches, |it: &Match| (it.entry, it.from, it.to, it.cost));
        let joined = join(&asked);
        let mut found = Vec::new();
        for of_entry in matches.chunk_by(|a, b| a.entry == b.entry) {
            found.extend(cheapest(of_entry, asked.len()).and_then(|parts| self.found(parts, &joined)));
        }
        let best = found.iter().map(|it: &Found| it.rank.wrong).min();
        found.retain(|it| Some(it.rank.wrong) == best || !it.rank.wrong_in_text);
        order::sort_by_key(&mut found, |it| it.rank);
        found
    }

    /// What a text finds by kind, the kind with the best first; `most` of each.
    pub fn groups(&self, text: &str, most: impl Fn(Kind) -> usize) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for found in self.find(text) {
            let kind = found.kind();
            let at = match groups.iter().position(|it| it.kind == kind) {
                Some(at) => at,
                None => {
                    let similar = found.rank.wrong > 0;
                    groups.push(Group { kind, hits: Vec::new(), total: 0, similar });
                    groups.len() - 1
                }
            };
            if let Some(group) = groups.get_mut(at) {
                group.total += 1;
                if group.hits.len() < most(kind) {
                    group.hits.extend(self.hit(&found));
                }
            }
        }
        groups
    }

    /// An entry as it is shown where nothing was asked for.
    pub fn plain(&self, entry: usize) -> Option<Hit> {
        self.shown(entry, &[])
    }

    /// What is shown of a find.
    pub fn hit(&self, found: &Found) -> Option<Hit> {
        self.shown(found.entry, &found.parts)
    }

    /// All places of all words of the list that are near a word, or some words, of the query.
    fn look_up(&self, letters: &str, (from, to): (usize, usize), matches: &mut Vec<Match>) {
        let count = letters.chars().count();
        self.each_near(letters, &mut |place, near| {
            matches.extend(self.matched(place, near, (from, to), Some(count)));
        });
        if count >= 4
            && let Some(plain) = respelled(letters)
        {
            self.each_near(&plain, &mut |place, near| {
                let near = Near { wrong: near.wrong.max(1), ..near };
                matches.extend(self.matched(place, near, (from, to), None));
            });
        }
    }

    fn each_near(&self, letters: &str, each: &mut dyn FnMut(&Place, Near)) {
        near(&self.list, letters, &mut |at, near| {
            for place in self.places.get(at).into_iter().flatten() {
                // Another spelling is no better than a wrong letter, and short words have none.
                if !place.respelled {
                    each(place, near);
                } else if super::near::allowed(letters) > 0 {
                    each(place, Near { wrong: near.wrong.max(1), ..near });
                }
            }
        });
    }

    /// A place that is near so many letters of the query; none are counted in another spelling.
    fn matched(
        &self,
        place: &Place,
        near: Near,
        (from, to): (usize, usize),
        letters: Option<usize>,
    ) -> Option<Match> {
        let field = self.fields.get(place.field)?;
        let part = Part {
            field: place.field,
            word: usize::from(place.word),
            words: usize::from(place.words),
            letters: letters.filter(|_| near.begins && !place.respelled),
        };
        Some(Match::new(field.entry, (from, to), near, field.role, part))
    }

    fn found(&self, chosen: Vec<&Match>, joined: &str) -> Option<Found> {
        let first = chosen.first()?;
        let entry = first.entry;
        let it = self.entries.get(entry)?;
        let own = self.fields.get(first.part.field)?;
        let names = || self.fields_of(entry, first.part.field).filter(|it| it.role.is_name());
        let whole = if names().any(|it| it.joined == joined) {
            Whole::Name
        } else if names().any(|it| is_near(joined, &it.joined)) {
            Whole::Nearly
        } else {
            Whole::No
        };
        let covered: usize =
            chosen.iter().filter(|it| it.part.field == first.part.field).map(|it| it.part.words).sum();
        let rest = if own.role.is_name() { usize::from(own.words).saturating_sub(covered) } else { 0 };
        let rank = Rank::new(&chosen, whole, rest, it.kind, entry);
        Some(Found { rank, entry, parts: chosen.iter().map(|it| it.part).collect() })
    }

    /// The fields of an entry, one of which is known.
    fn fields_of(&self, entry: usize, known: usize) -> impl Iterator<Item = &FieldInfo> {
        let first = known - self.fields.get(known).map_or(0, |it| it.nth).min(known);
        self.fields.iter().skip(first).take_while(move |it| it.entry == entry)
    }

    /// What is shown of an entry with the parts that matched.
    fn shown(&self, entry: usize, parts: &[Part]) -> Option<Hit> {
        let it = self.entries.get(entry)?;
        let title = it.fields.first().map_or("", |field| field.text.as_str());
        let mut in_title = Vec::new();
        let mut in_line = Vec::new();
        let mut elsewhere: Vec<(Role, &str, Vec<_>)> = Vec::new();
        for part in parts {
            let Some(info) = self.fields.get(part.field) else { continue };
            let Some(field) = it.fields.get(info.nth) else { continue };
            let Some(range) = marked(&words(&field.text), part) else { continue };
            if info.nth == 0 {
                in_title.push(range);
            } else if let Some(at) = title.find(&field.text) {
                in_title.push(range.start + at..range.end + at);
            } else if let Some(at) = it.line.find(&field.text) {
                in_line.push(range.start + at..range.end + at);
            } else {
                match elsewhere.iter_mut().find(|(_, text, _)| *text == field.text) {
                    Some((_, _, ranges)) => ranges.push(range),
                    None => elsewhere.push((field.role, &field.text, vec![range])),
                }
            }
        }
        // The weightiest text that neither title nor line shows.
        order::sort_by_key(&mut elsewhere, |(role, _, _)| *role);
        let through = elsewhere
            .into_iter()
            .next()
            .map(|(role, text, ranges)| (role, Marked::new(text, ranges).cut(SNIPPET)));
        Some(Hit {
            kind: it.kind,
            target: it.target.clone(),
            title: Marked::new(title, in_title),
            line: Marked::new(&it.line, in_line),
            through,
        })
    }
}

/// Where a part stands in the words of its text: from its first letter to the last that was asked for.
fn marked(words: &[Word], part: &Part) -> Option<core::ops::Range<usize>> {
    let mut part_words = words.iter().skip(part.word).take(part.words);
    let start = part_words.clone().next()?.range(None).start;
    let mut letters = part.letters;
    let mut end = start;
    for word in part_words.by_ref() {
        match letters {
            Some(0) => break,
            Some(count) => {
                end = word.range(Some(count.min(word.len()))).end;
                letters = Some(count.saturating_sub(word.len()));
            }
            None => end = word.range(None).end,
        }
    }
    Some(start..end)
}

fn join<'w>(words: impl IntoIterator<Item = &'w Word>) -> String {
    words.into_iter().map(|word| word.letters.as_str()).collect()
}

fn short(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
