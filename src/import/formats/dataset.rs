//! `sourceline/dataset`: a story as this page publishes it (`facts.json`).
//!
//! It is one JSON object, so it is held as a whole and may be no longer than a record ([`Limits::record`]). Its kind and
//! version stand first and are looked at before anything else.
//!
//! Each actor is a record; sources are records of the schema `Document`. A designation, a relation that holds and an event
//! between actors extend the record of their first actor; a statement, a measure and whatever is only said, planned or denied
//! is a remark, with its kind, status and who says so before it: no record makes a fact of them. What a fact rests on is
//! an extra, `evidence`, in the form `source#paragraph.sentence hash`, with the quoted words where there are some.

//!
//! The same page publishes its actors, designations and relations as entities of `FollowTheMoney`, with the same ids and less
//! of each. Where both are in one drop, the ids of what was read here are left for the reader of entities, which then passes
//! over what it would say again.

use std::collections::VecDeque;
use std::io::{BufRead, Read};

use super::{Confidence, Format, Item, Opening, Reader};
use crate::import::input::Text;
use crate::import::json::{Tape, Value};
use crate::import::record::{
    Country, Dating, Designation, Extra, Kind, Listing, Name, NameKind, Relation, RelationKind, Whom,
};
use crate::import::report::About;
use crate::import::{Desk, Limits, Place, Record, Refusal, Repair, country_by_code, tidy};

/// The story of a page.
pub(super) const FORMAT: Format = Format {
    key: "sourceline-dataset",
    label: |words| words.sourceline_dataset,
    doc: "facts.json of a page like this one: an object of the kind `sourceline/dataset`, version 1.",
    sniff: |head| {
        let text = head.text().trim_start();
        let beginning: String = text.chars().take(256).collect();
        let is_ours =
            text.starts_with('{') && beginning.contains("\"kind\"") && beginning.contains("\"sourceline/");
        is_ours.then_some(Confidence::Sure)
    },
    open: |opening: Opening<'_>| {
        let about = About::default();
        let Opening { text, limits, .. } = opening;
        Ok(Box::new(Dataset { text, limits: *limits, records: None, repairs: VecDeque::new(), about })
            as Box<dyn Reader>)
    },
};

/// The list in which ids are unique: they begin with that of the story.
const LIST: &str = "sourceline";
const KIND: &str = "sourceline/dataset";
const VERSION: &str = "1";

/// What one item of the story gave: a record with the id of the item, or why there is none.
pub(super) type Told = Result<(String, Record), (Place, Refusal)>;

struct Dataset {
    text: Text,
    limits: Limits,
    /// What was read, or was refused; nothing before.
    records: Option<VecDeque<Told>>,
    repairs: VecDeque<(Place, Repair)>,
    about: About,
}

impl Reader for Dataset {
    fn next(&mut self, desk: &mut Desk<'_>) -> Option<Item> {
        if self.records.is_none() {
            self.records = Some(VecDeque::new());
            let place = Place { file: self.text.file, record: 0, line: Some(1), span: 0..0 };
            if let Err(refusal) = self.read() {
                return Some(Item::Stopped(place, refusal));
            }
            desk.letters(&place, self.text.take_repaired());
        }
        let next = self.records.as_mut()?.pop_front()?;
        let at = match &next {
            Ok((_, record)) => record.place.record,
            Err((place, _)) => place.record,
        };
        while let Some((place, repair)) = self.repairs.pop_front_if(|(place, _)| place.record == at) {
            desk.repair(&place, repair);
        }
        Some(match next {
            Ok((id, record)) => {
                if desk.has(super::ftm::ENTITIES.key) {
                    // Where there is no room for more, they are read as any others.
                    let _ = desk.leave(&key_of(&id), record.place.clone(), String::new());
                }
                Item::Record(Box::new(record))
            }
            Err((place, refusal)) => Item::Refused(place, refusal),
        })
    }

    fn about(&self) -> &About {
        &self.about
    }

    fn text(&self) -> &Text {
        &self.text
    }
}

impl Dataset {
    fn read(&mut self) -> Result<(), Refusal> {
        self.text.begin();
        let mut bytes = Vec::new();
        self.text.read_to_end(&mut bytes).map_err(|error| Refusal::of_io(&error))?;
        // The limit counts what was consumed before, so the last piece is looked at once more.
        self.text.fill_buf().map_err(|error| Refusal::of_io(&error))?;
        let whole = core::str::from_utf8(&bytes).unwrap_or_default();
        let found = read(whole, self.text.file, &self.limits, &|_, _| None)?;
        self.records = Some(found.told);
        self.repairs = found.repairs;
        self.about = found.about;
        Ok(())
    }
}

/// What is in a story.
#[derive(Default)]
pub(super) struct Story {
    pub(super) told: VecDeque<Told>,
    /// What was put right, in the order of the records.
    pub(super) repairs: VecDeque<(Place, Repair)>,
    pub(super) about: About,
}

/// Reads a story. Its records stand where `find` says by their sort (`fact`) and id, or else in this text.
pub(super) fn read(
    whole: &str,
    file: crate::import::FileId,
    limits: &Limits,
    find: &dyn Fn(&str, &str) -> Option<Place>,
) -> Result<Story, Refusal> {
    let mut tape = Tape::default();
    let depth = limits.json_depth;
    let root = tape.read(whole.trim_end(), depth).map_err(|fault| fault.refusal(whole, depth))?;
    let word = |name: &str| root.get(name).map(|it| it.text().unwrap_or(it.raw().into())).unwrap_or_default();
    let (kind, version) = (word("kind"), word("version"));
    if kind != KIND || version != VERSION {
        return Err(Refusal::Version { kind: kind.into_owned(), version: version.into_owned() });
    }
    let story = root.get("story").and_then(|it| text(it, "id")).ok_or(Refusal::Missing { field: "story" })?;
    let mut it = Story::default();
    it.about.list = root.get("story").and_then(|it| text(it, "title"));
    let mut reading = Reading { story, whole, file, record: 0, line: (0, 1) };
    let sorts: [(&str, &str, ReadOne<'_>); 4] = [
        ("actors", "actor", Reading::actor),
        ("sources", "source", Reading::source),
        ("facts", "fact", Reading::fact),
        ("designations", "designation", Reading::designation),
    ];
    for (list, sort, read) in sorts {
        for value in root.get(list).into_iter().flat_map(Value::items) {
            let key = text(value, "id").unwrap_or_default();
            let own = reading.place(value);
            let place = find(sort, &key).unwrap_or(own);
            let mut repairs = Vec::new();
            let result = read(&reading, value, &place, &mut repairs);
            it.repairs.extend(repairs.into_iter().map(|it| (place.clone(), it)));
            let id = reading.id(sort, &key);
            it.told.push_back(result.map(|it| (id, it)).map_err(|refusal| (place, refusal)));
        }
    }
    if it.told.is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(it)
}

/// Under which an id is left for the reader of entities, who shares the desk with others.
pub(super) fn key_of(id: &str) -> String {
    format!("sourceline/{id}")
}

/// A field that is text and says something.
fn text(value: Value<'_>, field: &str) -> Option<String> {
    value.get(field).and_then(Value::text).map(|it| tidy(&it)).filter(|it| !it.is_empty())
}

/// The texts of a field that is a list.
fn texts(value: Value<'_>, field: &str) -> Vec<String> {
    let items = value.get(field).into_iter().flat_map(Value::items);
    items.filter_map(Value::text).map(|it| tidy(&it)).filter(|it| !it.is_empty()).collect()
}

type ReadOne<'t> = fn(&Reading<'t>, Value<'_>, &Place, &mut Vec<Repair>) -> Result<Record, Refusal>;

/// A story that is being read.
struct Reading<'t> {
    story: String,
    whole: &'t str,
    file: crate::import::FileId,
    record: u64,
    /// The last place whose line was counted, and the line.
    line: (usize, u64),
}

impl Reading<'_> {
    fn place(&mut self, value: Value<'_>) -> Place {
        let span = value.span();
        let (from, line) = if self.line.0 <= span.start { self.line } else { (0, 1) };
        let between = self.whole.as_bytes().get(from..span.start).unwrap_or_default();
        self.line = (span.start, line + memchr::memchr_iter(b'\n', between).count() as u64);
        self.record += 1;
        let span = span.start as u64..span.end as u64;
        Place { file: self.file, record: self.record, line: Some(self.line.1), span }
    }

    fn id(&self, sort: &str, key: &str) -> String {
        format!("{}.{sort}.{key}", self.story)
    }

    fn record(&self, sort: &str, key: &str, place: &Place) -> Record {
        Record::new(LIST, &self.id(sort, key), place.clone())
    }

    /// A record that extends an actor.
    fn extending(&self, value: Value<'_>, field: &'static str, place: &Place) -> Result<Record, Refusal> {
        let key = text(value, field).ok_or(Refusal::Missing { field })?;
        Ok(Record { extends: true, ..self.record("actor", &key, place) })
    }

    fn actor(&self, it: Value<'_>, place: &Place, repairs: &mut Vec<Repair>) -> Result<Record, Refusal> {
        let key = text(it, "id").ok_or(Refusal::Missing { field: "id" })?;
        let name = text(it, "name").ok_or(Refusal::Missing { field: "name" })?;
        let mut record = self.record("actor", &key, place);
        let kind = text(it, "kind").unwrap_or_default();
        record.kind = match kind.as_str() {
            "person" => Kind::Person,
            "state" | "public-body" => Kind::PublicBody,
            "organization" => Kind::Organization,
            "company" => Kind::Company,
            "group" => Kind::LegalEntity,
            _ => {
                repairs.push(Repair::Kind { words: kind.clone() });
                Kind::Unknown
            }
        };
        let naming = text(it, "naming").unwrap_or_default();
        if naming == "named" {
            record.names.push(Name::new(NameKind::Primary, name));
            record.names.extend(texts(it, "aliases").into_iter().map(|it| Name::new(NameKind::Alias, it)));
        } else {
            // What no source names has a description and no name.
            if naming == "by-office" && record.kind == Kind::Person {
                record.positions.push(name.clone());
            }
            record.remarks.push(name);
            record.remarks.extend(texts(it, "aliases"));
        }
        record.remarks.extend(text(it, "description"));
        record.countries.extend(
            texts(it, "countries").into_iter().map(|words| Country { code: country_by_code(&words), words }),
        );
        record.extras.extend(extras(it, &["kind", "naming", "short", "side"]));
        Ok(record)
    }

    fn source(&self, it: Value<'_>, place: &Place, _: &mut Vec<Repair>) -> Result<Record, Refusal> {
        let key = text(it, "id").ok_or(Refusal::Missing { field: "id" })?;
        let mut record = self.record("source", &key, place);
        record.extras.push(Extra { name: "schema".into(), value: "Document".to_owned() });
        record.names.extend(text(it, "title").map(|title| Name::new(NameKind::Primary, title)));
        record.remarks.extend(text(it, "note"));
        record.extras.extend(extras(it, &["publisher", "lang", "sha256"]));
        let written = it.get("written").and_then(when);
        record.extras.extend(written.map(|it| Extra { name: "date".into(), value: it }));
        for contributor in texts(it, "contributors") {
            record.relations.push(link(&self.id("actor", &contributor), "contributor"));
        }
        Ok(record)
    }

    fn fact(&self, it: Value<'_>, place: &Place, repairs: &mut Vec<Repair>) -> Result<Record, Refusal> {
        let mut record = self.extending(it, "subject", place)?;
        let words = text(it, "text").ok_or(Refusal::Missing { field: "text" })?;
        let (kind, status) = (text(it, "kind").unwrap_or_default(), text(it, "status").unwrap_or_default());
        let objects = texts(it, "objects");
        let relation_type = text(it, "relation_type");
        let relation = relation_type.as_deref().map(|words| {
            RelationKind::of_schema(words).unwrap_or_else(|| {
                repairs.push(Repair::Kind { words: words.to_owned() });
                RelationKind::UnknownLink
            })
        });
        let happened = matches!(status.as_str(), "holds" | "happened");
        let drawn = match kind.as_str() {
            "relation" => relation.filter(|_| happened),
            "event" => Some(RelationKind::UnknownLink).filter(|_| happened),
            _ => None,
        };
        if let Some(kind) = drawn {
            let (start, end) = it.get("when").map(|it| dates(it, repairs)).unwrap_or_default();
            for object in &objects {
                record.relations.push(Relation {
                    kind,
                    role: Some(words.clone()),
                    start: start.clone(),
                    end: end.clone(),
                    ..link(&self.id("actor", object), "")
                });
            }
        }
        // All that a relation has no field for, and all of what is none.
        let mut pieces = Vec::new();
        for field in ["speaker", "event_type", "relation_type", "topic", "place", "note"] {
            pieces.extend(text(it, field).map(|words| format!("{field}: {words}")));
        }
        let named = |field: &str| Some(texts(it, field).join(", ")).filter(|it| !it.is_empty());
        for field in ["objects", "about", "via"] {
            pieces.extend(named(field).map(|words| format!("{field}: {words}")));
        }
        pieces.extend(it.get("when").and_then(when).map(|words| format!("when: {words}")));
        pieces.extend(it.get("mutual").filter(|it| it.is_true()).map(|_| "mutual".to_owned()));
        pieces.extend(
            it.get("counts").filter(|it| it.is_map()).map(|it| format!("counts: {}", tidy(it.raw()))),
        );
        for other in it.get("links").into_iter().flat_map(Value::items) {
            let (kind, to) = (text(other, "kind").unwrap_or_default(), text(other, "to").unwrap_or_default());
            pieces.push(format!("{kind}: {to}"));
        }
        let standing = text(it, "standing").unwrap_or_default();
        record.remarks.push(format!("[{kind}, {status}, {standing}] {words} ({})", pieces.join("; ")));
        record.extras.extend(evidence(it));
        Ok(record)
    }

    fn designation(
        &self,
        it: Value<'_>,
        place: &Place,
        repairs: &mut Vec<Repair>,
    ) -> Result<Record, Refusal> {
        let mut record = self.extending(it, "target_id", place)?;
        let mut notes = Vec::new();
        // On a list, or before this story; what is discussed is on none yet.
        let words = text(it, "status").unwrap_or_default();
        let status = Listing::named(&words);
        if status.is_none() {
            notes.push(format!("status: {words}"));
        }
        for field in ["speaker", "note", "listed_on_reported"] {
            notes.extend(text(it, field).map(|words| format!("{field}: {words}")));
        }
        let via = texts(it, "via").join(", ");
        notes.extend(Some(via).filter(|it| !it.is_empty()).map(|it| format!("via: {it}")));
        record.designations.push(Designation {
            authority: text(it, "authority").unwrap_or_default(),
            programmes: text(it, "group_label").into_iter().collect(),
            reasons: text(it, "reason").into_iter().collect(),
            listed_on: text(it, "listed_on").map(|words| dating(&words, repairs)),
            status: status.unwrap_or_default(),
            note: Some(notes.join("; ")).filter(|it| !it.is_empty()),
            ..Designation::default()
        });
        record.extras.extend(evidence(it));
        Ok(record)
    }
}

fn link(to: &str, role: &str) -> Relation {
    Relation::link(Whom::Id(to.to_owned()), role)
}

fn extras(it: Value<'_>, fields: &[&'static str]) -> Vec<Extra> {
    let extra = |field: &&'static str| Some(Extra { name: (*field).into(), value: text(it, field)? });
    fields.iter().filter_map(extra).collect()
}

/// What a fact rests on.
fn evidence(it: Value<'_>) -> Vec<Extra> {
    let one = |it: Value<'_>| {
        let number = |field: &str| it.get(field).map(Value::raw).unwrap_or_default().to_owned();
        let source = text(it, "source").unwrap_or_default();
        let hash = text(it, "hash").unwrap_or_default();
        let mut value = format!("{source}#{}.{} {hash}", number("paragraph"), number("sentence"));
        if let Some(exact) = it.get("exact").filter(|it| it.is_map()) {
            let (words, speaker) = (text(exact, "text"), text(exact, "speaker"));
            value += &format!(" “{}” ({})", words.unwrap_or_default(), speaker.unwrap_or_default());
        }
        Extra { name: "evidence".into(), value }
    };
    it.get("evidence").into_iter().flat_map(Value::items).map(one).collect()
}

/// A time in words: those of the report, and the dates.
fn when(it: Value<'_>) -> Option<String> {
    let (start, end) = (text(it, "start"), text(it, "end"));
    let dates = match (start, end) {
        (Some(start), Some(end)) if start == end => Some(start),
        (None, None) => None,
        (start, end) => Some(format!("{} to {}", start.unwrap_or_default(), end.unwrap_or_default())),
    };
    match (text(it, "reported"), dates) {
        (Some(words), Some(dates)) => Some(format!("{words} ({dates})")),
        (words, dates) => words.or(dates),
    }
}

/// The dates of a time. What holds when a report is written began on a day that nobody gives.
fn dates(it: Value<'_>, repairs: &mut Vec<Repair>) -> (Option<Dating>, Option<Dating>) {
    if text(it, "basis").as_deref() == Some("report-date") {
        return (None, None);
    }
    let mut date = |field: &str| text(it, field).map(|words| dating(&words, repairs));
    (date("start"), date("end"))
}

fn dating(words: &str, repairs: &mut Vec<Repair>) -> Dating {
    words.parse().map_or_else(
        |_| {
            repairs.push(Repair::Date { words: words.to_owned() });
            Dating::unknown(words)
        },
        |date| Dating::on(words, date),
    )
}
