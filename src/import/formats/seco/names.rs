//! Names of the Swiss list: parts in their order, each with the spellings that others give it.

use crate::import::formats::languages;
use crate::import::formats::once::add as add_once;
use crate::import::record::{Name, NameKind, Part};
use crate::import::xml::Element;
use crate::import::{Record, tidy};

/// The most names that are made of the spellings of one name, and how long that may be, in bytes. No list has as
/// many or as long; what goes beyond is kept as the part alone, so that a file cannot grow many times in memory.
const SPELLINGS_MOST: usize = 128;
const NAME_MOST: usize = 512;

/// A part of a name in one spelling.
struct Spelling {
    sort: Option<Part>,
    order: u32,
    words: String,
}

/// The language and the script of a spelling.
type Writing = (Option<String>, Option<String>);

/// The parts of a name, and their other spellings by the language and the script.
#[derive(Default)]
struct Parts {
    own: Vec<Spelling>,
    /// Which part, how it is written, and the words.
    others: Vec<(usize, Writing, String)>,
}

/// Adds a name with its spellings. Titles are none of it.
pub(super) fn add(element: Element<'_>, is_main: bool, record: &mut Record) {
    let kind = match element.attribute("name-type").unwrap_or("primary-name") {
        // Another identity of a person has a primary name, too, which is no primary name of the target.
        "primary-name" if is_main => NameKind::Primary,
        "formerly-known-as" => NameKind::Former,
        _ => NameKind::Alias,
    };
    let weak = element.attribute("quality") == Some("low");
    let parts = read(element, record);
    let full = join(&parts.own, |_| None);
    if full.is_empty() {
        return;
    }
    let full_len = full.len();
    let named = parts.own.iter().filter_map(|it| Some((it.sort?, it.words.clone()))).collect();
    push(record, Name { weak, parts: named, lang: language(element), ..Name::new(kind, full) });
    let kind = if kind == NameKind::Primary { NameKind::Alias } else { kind };
    let is_short = full_len <= NAME_MOST;
    for (nth, (part, writing, words)) in parts.others.iter().enumerate() {
        let (lang, script) = writing.clone();
        if nth >= SPELLINGS_MOST || !is_short || words.len() > NAME_MOST {
            push(record, Name { weak, lang, script, ..Name::new(kind, words.as_str()) });
            continue;
        }
        // The other parts in the same writing, where they have it: all in one script, as far as they go.
        let full = join(&parts.own, |place| {
            if place == *part {
                return Some(words.as_str());
            }
            let others = parts.others.iter().take(SPELLINGS_MOST);
            let same =
                others.filter(|it| it.2.len() <= NAME_MOST).find(|it| it.0 == place && it.1 == *writing);
            same.map(|it| it.2.as_str())
        });
        push(record, Name { weak, lang, script, ..Name::new(kind, full) });
    }
}

/// The same name in the same writing is one.
fn push(record: &mut Record, name: Name) {
    let is_same = |it: &&Name| it.full == name.full && it.lang == name.lang && it.script == name.script;
    if !record.names.iter().rev().take(SPELLINGS_MOST).any(|it| is_same(&it)) {
        record.names.push(name);
    }
}

fn read(element: Element<'_>, record: &mut Record) -> Parts {
    let mut parts = Parts::default();
    let mut found: Vec<_> = element.all("name-part").collect();
    // In the order that the file gives; without one they stay as they stand.
    found.sort_by_key(|it| number(*it));
    for part in found {
        let Some(words) = part.value("value").map(tidy) else { continue };
        let sort = match part.attribute("name-part-type").unwrap_or_default() {
            "title" => {
                add_once(&mut record.titles, words);
                continue;
            }
            "family-name" => Some(Part::Last),
            "given-name" => Some(Part::First),
            "further-given-name" => Some(Part::Second),
            "father-name" => Some(Part::Father),
            // A whole name, and what has no name of its own: grandfather's, tribal and maiden names, suffixes.
            _ => None,
        };
        let place = parts.own.len();
        for spelling in part.all("spelling-variant") {
            let words = tidy(spelling.text());
            let script = spelling.attribute("script").map(str::to_owned);
            if !words.is_empty() {
                parts.others.push((place, (language(spelling), script), words));
            }
        }
        parts.own.push(Spelling { sort, order: number(part), words });
    }
    parts
}

fn number(part: Element<'_>) -> u32 {
    part.attribute("order").and_then(|it| it.parse().ok()).unwrap_or(u32::MAX)
}

/// The language of an element, as BCP 47 where it is known.
fn language(element: Element<'_>) -> Option<String> {
    let words = element.attribute("lang")?.to_ascii_lowercase();
    Some(languages::code(&words).map_or(words, str::to_owned))
}

/// The parts in their order with the spellings that are chosen. Several parts of one number are one part in several
/// ways, of which the first is taken for the whole.
fn join<'p>(parts: &'p [Spelling], chosen: impl Fn(usize) -> Option<&'p str>) -> String {
    let mut full = String::new();
    let mut last = None;
    for (place, part) in parts.iter().enumerate() {
        if last == Some(part.order) && part.order != u32::MAX {
            continue;
        }
        last = Some(part.order);
        if !full.is_empty() {
            full.push(' ');
        }
        full.push_str(chosen(place).unwrap_or(&part.words));
    }
    full
}
