//! The sanctions list of Switzerland, kept by its State Secretariat for Economic Affairs (SECO), as XML.
//!
//! Programmes stand first, then the targets, then the places that targets refer to by their number. A target is
//! given when it is read, as nothing but one record is held; the addresses and places of birth that wait for their
//! place are given behind all, by a record that adds to it. Targets that were taken off the list stay in the file: the newest
//! `modification`, which is the first, says so ([`target`]).

mod names;
mod target;

use std::collections::BTreeMap;

use super::{Confidence, Format, Item, Opening, Reader};
use crate::import::input::Text;
use crate::import::record::{Address, Country};
use crate::import::report::About;
use crate::import::xml::{Element, Xml};
use crate::import::{Desk, Place, Record, Refusal, tidy};

/// The list.
pub(super) const FORMAT: Format = Format {
    key: "seco-xml",
    label: |words| words.seco_xml,
    doc: "The sanctions list of Switzerland (SECO) as XML: a root `swiss-sanctions-list` with `target` elements.",
    sniff: |head| head.root().filter(|(name, _)| *name == "swiss-sanctions-list").map(|_| Confidence::Sure),
    open,
};

/// The list in which ids are unique.
const LIST: &str = "ch-seco";
const TITLE: &str = "Swiss consolidated sanctions list (SESAM)";

fn open(opening: Opening<'_>) -> Result<Box<dyn Reader>, Refusal> {
    let xml = Xml::new(opening.text, &["target"], &["sanctions-program", "place"], opening.limits);
    let kept = Kept { most: opening.limits.carried, ..Kept::default() };
    let about = About { list: Some(TITLE.to_owned()), ..About::default() };
    Ok(Box::new(Seco { xml, about, is_begun: false, kept, is_over: false, stopped: None }))
}

/// A set of sanctions of a programme: what targets refer to.
#[derive(Clone, Default)]
struct Set {
    /// The key of the programme: `Belarus`.
    programme: Option<String>,
    /// The ordinance on which it rests.
    ordinance: Option<String>,
    /// What it does, or the article that says it.
    measure: Option<String>,
    /// Whose sanctions they were first: `EU`, `UN`.
    origin: Option<String>,
}

/// What of an address or a place of birth the target itself says, and the place that says the rest.
struct Want {
    is_birth: bool,
    place: String,
    own: Address,
}

/// A target some of whose places were not read yet.
struct Waiting {
    id: String,
    place: Place,
    wants: Vec<Want>,
}

/// What is kept while the file is read, up to [`crate::import::Limits::carried`].
#[derive(Default)]
struct Kept {
    sets: BTreeMap<String, Set>,
    places: BTreeMap<String, Address>,
    waiting: Vec<Waiting>,
    bytes: usize,
    most: usize,
}

impl Kept {
    /// Counts bytes that are kept from here on.
    fn count(&mut self, bytes: usize) -> Result<(), Refusal> {
        self.bytes += bytes;
        if self.bytes > self.most {
            return Err(Refusal::Carried { limit: self.most as u64 });
        }
        Ok(())
    }

    fn add_programme(&mut self, element: Element<'_>) -> Result<(), Refusal> {
        let own = Set {
            programme: english(element, "program-key", None),
            ordinance: english(element, "program-name", None),
            measure: None,
            origin: element.value("origin").map(tidy),
        };
        let len = |it: &Option<String>| it.as_ref().map_or(0, String::len);
        let bytes = size_of::<Set>() + len(&own.programme) + len(&own.ordinance) + len(&own.origin);
        for set in element.all("sanctions-set") {
            let Some(id) = set.attribute("ssid") else { continue };
            // It stands there once in each language; the English words are looked for only once.
            if !self.sets.contains_key(id) {
                let measure = english(element, "sanctions-set", Some(id));
                self.count(bytes + id.len() + len(&measure))?;
                self.sets.insert(id.to_owned(), Set { measure, ..own.clone() });
            }
        }
        Ok(())
    }

    fn add_place(&mut self, element: Element<'_>) -> Result<(), Refusal> {
        if let Some(id) = element.attribute("ssid") {
            let place = address(element);
            let text = [&place.city, &place.region].into_iter().flatten().map(String::len).sum::<usize>();
            self.count(size_of::<Address>() + id.len() + text)?;
            self.places.insert(id.to_owned(), place);
        }
        Ok(())
    }

    /// Keeps what waits for a place.
    fn wait(&mut self, waiting: Waiting) -> Result<(), Refusal> {
        let wants = &waiting.wants;
        let text = |it: &Option<String>| it.as_ref().map_or(0, String::len);
        let bytes =
            |it: &Want| size_of::<Want>() + it.place.len() + text(&it.own.street) + text(&it.own.note);
        self.count(size_of::<Waiting>() + waiting.id.len() + wants.iter().map(bytes).sum::<usize>())?;
        self.waiting.push(waiting);
        Ok(())
    }

    /// What a target says of a place together with the place; a place that is in no file is told by its number.
    fn whole(&self, want: Want) -> Address {
        let Want { place, mut own, .. } = want;
        if let Some(there) = self.places.get(&place) {
            own.city = own.city.or_else(|| there.city.clone());
            own.region = own.region.or_else(|| there.region.clone());
            own.postal_code = own.postal_code.or_else(|| there.postal_code.clone());
            own.country = own.country.or_else(|| there.country.clone());
            own.street = own.street.or_else(|| there.street.clone());
            own.note = own.note.or_else(|| there.note.clone());
        } else {
            let missing = format!("place {place}, which is not in the file");
            own.note = Some(own.note.map_or(missing.clone(), |note| format!("{note}; {missing}")));
        }
        own.filled()
    }

    /// The record that adds its places to a target, once all places are read.
    fn added(&mut self) -> Option<Record> {
        let Waiting { id, place, wants } = self.waiting.pop()?;
        let mut record = Record::new(LIST, &id, place);
        record.extends = true;
        for want in wants {
            let is_birth = want.is_birth;
            let address = self.whole(want);
            if is_birth { &mut record.birth_places } else { &mut record.addresses }.push(address);
        }
        Some(record)
    }
}

/// The words in English of the elements of a name, or those of the first; where an id is given, only of that.
fn english(element: Element<'_>, name: &str, id: Option<&str>) -> Option<String> {
    let all = || element.all(name).filter(|it| id.is_none() || it.attribute("ssid") == id);
    let own = all().find(|it| it.attribute("lang") == Some("eng")).or_else(|| all().next())?;
    Some(tidy(own.text())).filter(|it| !it.is_empty())
}

/// What an address, a place of birth or a place says.
fn address(element: Element<'_>) -> Address {
    let text = |field| element.value(field).map(tidy);
    let box_number = text("p-o-box").map(|it| format!("P.O. Box {it}"));
    let street: Vec<_> = [text("address-details"), box_number].into_iter().flatten().collect();
    let care = text("c-o").map(|it| format!("c/o {it}"));
    let notes: Vec<_> = care.into_iter().chain(text("remarks")).chain(text("remark")).collect();
    Address {
        street: (!street.is_empty()).then(|| street.join(", ")),
        city: text("location"),
        region: text("area"),
        postal_code: text("zip-code"),
        country: element.child("country").and_then(country),
        note: (!notes.is_empty()).then(|| notes.join("; ")),
        ..Address::default()
    }
}

/// A country by its code and its words, of which one may be missing.
fn country(element: Element<'_>) -> Option<Country> {
    let code = element.attribute("iso-code").or_else(|| element.attribute("code"));
    let words = Some(tidy(element.text())).filter(|it| !it.is_empty());
    let known = code.and_then(crate::import::country).or_else(|| crate::import::country(words.as_deref()?));
    Some(Country { code: known, words: words.or_else(|| code.map(str::to_owned))? })
}

struct Seco {
    xml: Xml,
    about: About,
    is_begun: bool,
    kept: Kept,
    /// The file is read; what waits is given.
    is_over: bool,
    /// Why it was not read to its end, told behind what waits.
    stopped: Option<(Place, Refusal)>,
}

impl Seco {
    fn read(&mut self, desk: &mut Desk<'_>) -> Option<Item> {
        while !self.is_over {
            let stopped = match self.xml.next() {
                None => None,
                Some(Err(stopped)) => Some(stopped),
                Some(Ok((place, element))) if place.record == 0 => {
                    let added = match element.name() {
                        "place" => self.kept.add_place(element),
                        _ => self.kept.add_programme(element),
                    };
                    match added {
                        Ok(()) => continue,
                        Err(refusal) => Some((place, refusal)),
                    }
                }
                Some(Ok((place, element))) => {
                    let mut repair = |repair| desk.repair(&place, repair);
                    let read = target::read(element, place.clone(), &mut self.kept, &mut repair);
                    return Some(match read {
                        Ok(record) => Item::Record(Box::new(record)),
                        Err(refusal) => Item::Refused(place, refusal),
                    });
                }
            };
            self.is_over = true;
            self.stopped = stopped;
            // They are taken from the end.
            self.kept.waiting.reverse();
        }
        match self.kept.added() {
            Some(record) => Some(Item::Added(Box::new(record))),
            None => self.stopped.take().map(|(place, refusal)| Item::Stopped(place, refusal)),
        }
    }
}

impl Reader for Seco {
    fn next(&mut self, desk: &mut Desk<'_>) -> Option<Item> {
        let item = self.read(desk);
        if !self.is_begun {
            self.is_begun = true;
            if let Some(root) = self.xml.root() {
                self.about.published = root.attribute("date").map(str::to_owned);
                if root.attribute("list-type").is_some_and(|it| it != "whole-list") {
                    let sort = root.attribute("list-type").unwrap_or_default();
                    self.about.list = Some(format!("{TITLE}: {sort}"));
                }
            }
        }
        self.xml.tell_letters(desk, item.as_ref());
        item
    }

    fn about(&self) -> &About {
        &self.about
    }

    fn text(&self) -> &Text {
        self.xml.text()
    }
}
