//! One entity: an actor with its properties, or something between actors ([`super::interval`]).

use std::borrow::Cow;

use super::properties::Field;
use super::schemata::Schema;
use super::{LIST, Made, interval};
use crate::import::json::Value;
use crate::import::record::{
    Address, Country, Dating, Extra, Gender, IdKind, Identifier, Kind, Name, NameKind, Part, Relation, Whom,
};
use crate::import::{Place, Record, Refusal, Repair, country_by_code, tidy};

/// How deep entities may stand in each other; the deepest list has three.
const DEPTH: usize = 16;

/// Who an entity stands in, and how deep that is.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) id: &'a str,
    pub(super) depth: usize,
}

/// Reads an entity and those in it into records.
pub(super) fn read(
    entity: Value<'_>,
    around: Option<Around<'_>>,
    place: &Place,
    made: &mut Made,
) -> Result<(), Refusal> {
    if !entity.is_map() {
        return Err(Refusal::Missing { field: "schema" });
    }
    let (mut id, mut schema, mut properties) = (None, None, None);
    for (name, value) in entity.members() {
        match &*name {
            "id" => id = text(value),
            "schema" => schema = value.text(),
            "properties" => properties = Some(value),
            _ => {}
        }
    }
    let schema = schema.filter(|it| !it.is_empty()).ok_or(Refusal::Missing { field: "schema" })?;
    let id = id.filter(|it| !it.is_empty()).ok_or(Refusal::Missing { field: "id" })?;
    if !properties.is_some_and(Value::is_map) {
        return Err(Refusal::Missing { field: "properties" });
    }
    let one = Entity { id: &id, schema: &schema, entity, properties, around, place };
    match Schema::of(&schema) {
        Schema::Thing(kind) => one.thing(kind, made),
        Schema::Unknown => {
            made.repairs.push(Repair::Kind { words: schema.clone().into_owned() });
            one.thing(Kind::Unknown, made);
        }
        Schema::Address => {
            let address = one.address(made);
            let records = made.addresses.come(&id, address, place);
            made.records.extend(records.into_iter().map(Box::new));
        }
        Schema::Between(kind, from, to) => interval::between(&one, kind, [from, to], made)?,
        Schema::Sanction => interval::sanction(&one, made)?,
        Schema::Paper => interval::paper(&one, made)?,
    }
    Ok(())
}

/// An entity that is being read.
pub(super) struct Entity<'t> {
    pub(super) id: &'t str,
    pub(super) schema: &'t str,
    entity: Value<'t>,
    properties: Option<Value<'t>>,
    pub(super) around: Option<Around<'t>>,
    pub(super) place: &'t Place,
}

/// A value as text: what is no text is as it is written, and what says nothing is nothing.
pub(super) fn text(value: Value<'_>) -> Option<Cow<'_, str>> {
    match value.text() {
        Some(text) => Some(text),
        None if value.is_null() => None,
        None => Some(Cow::Borrowed(value.raw())),
    }
}

impl<'t> Entity<'t> {
    /// How many bytes it has in its file.
    pub(super) fn len(&self) -> usize {
        self.entity.raw().len()
    }

    /// An error where so many actors at its end, each with so much, would make many times of it what it is.
    pub(super) fn fits(&self, ends: usize, each: usize) -> Result<(), Refusal> {
        const MOST: usize = 16;
        const FROM: usize = 1 << 18;
        let made = ends.saturating_mul(each);
        let is_bomb = ends > 1 && made > FROM && made > self.len().saturating_mul(MOST);
        if is_bomb { Err(Refusal::Bomb { limit: MOST as u64 }) } else { Ok(()) }
    }

    /// The properties with their values, which are lists; those that are not are told.
    pub(super) fn properties(&self) -> impl Iterator<Item = (Cow<'t, str>, Value<'t>)> {
        self.properties.into_iter().flat_map(Value::members)
    }

    /// Another member of the entity itself.
    pub(super) fn member(&self, name: &str) -> Option<Value<'t>> {
        self.entity.get(name)
    }

    /// The first dataset that has it, by its key.
    pub(super) fn dataset(&self) -> Option<String> {
        self.member("datasets")?.items().find_map(text).map(|it| tidy(&it))
    }

    /// Each value of a property as a text that says something.
    pub(super) fn texts(
        &self,
        property: &str,
        values: Value<'t>,
        made: &mut Made,
        each: &mut dyn FnMut(String),
    ) {
        self.values(property, values, made, &mut |value, made| {
            if let Some(it) = self.text_of(property, value, made) {
                each(it);
            }
        });
    }

    /// Each value of a property: the elements of its list, or itself where it is none.
    pub(super) fn values(
        &self,
        property: &str,
        values: Value<'t>,
        made: &mut Made,
        each: &mut dyn FnMut(Value<'t>, &mut Made),
    ) {
        if values.is_list() {
            for value in values.items() {
                each(value, made);
            }
        } else if !values.is_null() {
            made.slip(property);
            each(values, made);
        }
    }

    /// A value as a tidy text that says something. Of an entity it is its id; the entity itself is read, too.
    pub(super) fn text_of(&self, property: &str, value: Value<'t>, made: &mut Made) -> Option<String> {
        if value.is_map()
            && let Some(id) = value.get("id").and_then(text)
            && self.depth() < DEPTH
        {
            let around = Around { id: self.id, depth: self.depth() + 1 };
            if read(value, Some(around), self.place, made).is_ok() {
                return Some(id.into_owned());
            }
        }
        if value.is_null() {
            return None;
        }
        let words = value.text().unwrap_or_else(|| {
            made.slip(property);
            Cow::Borrowed(value.raw())
        });
        let words = tidy(&words);
        (!words.is_empty()).then_some(words)
    }

    fn depth(&self) -> usize {
        self.around.map_or(0, |it| it.depth)
    }

    /// A date; one that is not understood keeps its words and is told.
    pub(super) fn dating(&self, words: String, made: &mut Made) -> Dating {
        dating(words, &mut made.repairs)
    }

    fn thing(&self, kind: Kind, made: &mut Made) {
        let mut record = Box::new(Record::new(LIST, self.id, self.place.clone()));
        record.kind = kind;
        if kind.schema() != self.schema || matches!(kind, Kind::Unknown) {
            record.extras.push(Extra { name: "schema".into(), value: self.schema.to_owned() });
        }
        let mut parts = Vec::new();
        for (property, values) in self.properties() {
            match Field::of(&property) {
                Some((name, Field::Part(part))) => {
                    self.texts(name, values, made, &mut |it| parts.push((part, it)));
                }
                Some((name, field)) => self.values(name, values, made, &mut |value, made| {
                    self.put(name, field, value, &mut record, made);
                }),
                None => self.values(&property, values, made, &mut |value, made| {
                    self.unknown(&property, value, &mut record, made);
                }),
            }
        }
        born_in(&mut record);
        self.name(&mut record, parts);
        self.members(&mut record);
        made.records.push_front(record);
    }

    /// Puts a value where it belongs.
    fn put(&self, name: &'static str, field: Field, value: Value<'t>, record: &mut Record, made: &mut Made) {
        if matches!(field, Field::AddressEntity) && value.is_map() {
            return self.nested_address(value, record, made);
        }
        let Some(words) = self.text_of(name, value, made) else { return };
        let extra = |value: String| Extra { name: name.into(), value };
        match field {
            Field::Name(kind) => record.names.push(Name::new(kind, words)),
            Field::Weak => record.names.push(Name { weak: true, ..Name::new(NameKind::Alias, words) }),
            Field::Short => {
                record.names.push(Name { note: Some(name.to_owned()), ..Name::new(NameKind::Alias, words) });
            }
            Field::Part(_) => {}
            Field::Id(kind) => {
                record.identifiers.push(Identifier::new(id_kind(kind, name, record.kind), name, words));
            }
            Field::Born => record.born.push(self.dating(words, made)),
            Field::BornPlace => record.birth_places.push(Address { full: words, ..Address::default() }),
            Field::BornCountry => {
                let place = Address { country: Some(country(words)), ..Address::default() };
                record.birth_places.push(place.filled());
            }
            Field::Died => record.died.push(self.dating(words, made)),
            Field::Gender => match Gender::named(&words) {
                Some(gender) if record.gender.is_none() => record.gender = Some(gender),
                Some(gender) if record.gender == Some(gender) => {}
                _ => record.extras.push(extra(words)),
            },
            Field::Nationality => push_country(&mut record.nationalities, words),
            Field::Country => push_country(&mut record.countries, words),
            Field::Flag => {
                push_country(&mut record.countries, words.clone());
                record.extras.push(extra(words));
            }
            Field::Address => record.addresses.push(Address { full: words, ..Address::default() }),
            Field::AddressEntity => made.addresses.name(&words, record),
            Field::Title => record.titles.push(words),
            Field::Position => record.positions.push(words),
            Field::Remark => record.remarks.push(words),
            Field::Link => record.relations.push(link(words, name)),
            Field::Extra => record.extras.push(extra(words)),
        }
    }

    /// A value of a property that is not known. In the nested form these are what stands at the other side of a
    /// property: what it says is read, and if it is an actor, the two are linked.
    fn unknown(&self, property: &str, value: Value<'t>, record: &mut Record, made: &mut Made) {
        let schema = value.get("schema").and_then(Value::text);
        let Some(words) = self.text_of(property, value, made) else { return };
        match schema.map(|it| Schema::of(&it)) {
            Some(Schema::Between(..) | Schema::Sanction | Schema::Paper) => {}
            Some(Schema::Thing(_) | Schema::Unknown) => record.relations.push(link(words, property)),
            Some(Schema::Address) | None => {
                record.extras.push(Extra { name: property.to_owned().into(), value: words });
            }
        }
    }

    fn nested_address(&self, value: Value<'t>, record: &mut Record, made: &mut Made) {
        let around = Around { id: self.id, depth: self.depth() + 1 };
        let id = value.get("id").and_then(text).unwrap_or_default();
        let properties = value.get("properties");
        let one = Entity {
            id: &id,
            schema: "Address",
            entity: value,
            properties,
            around: Some(around),
            place: self.place,
        };
        record.addresses.push(one.address(made));
    }

    /// The address that an entity is.
    fn address(&self, made: &mut Made) -> Address {
        let mut it = Address::default();
        let mut streets = Vec::new();
        let mut notes = Vec::new();
        for (property, values) in self.properties() {
            self.texts(&property, values, made, &mut |words| {
                let to = match &*property {
                    "full" if it.full.is_empty() => return it.full = words,
                    "street" | "street2" | "postOfficeBox" => return streets.push(words),
                    "country" if it.country.is_none() => return it.country = Some(country(words)),
                    "city" => &mut it.city,
                    "region" | "state" => &mut it.region,
                    "postalCode" => &mut it.postal_code,
                    _ => return notes.push(labelled(&property, &words)),
                };
                if to.is_none() {
                    *to = Some(words);
                } else {
                    notes.push(labelled(&property, &words));
                }
            });
        }
        it.street = joined(streets, ", ");
        it.note = joined(notes, "; ");
        it.filled()
    }

    /// Puts the name first that the caption gives, and gives it the parts.
    fn name(&self, record: &mut Record, mut parts: Vec<(Part, String)>) {
        parts.sort_by_key(|(part, _)| *part);
        let caption = self.member("caption").and_then(|it| it.text()).map(|it| tidy(&it));
        let caption = caption.filter(|it| !it.is_empty());
        let is_primary = |name: &Name| name.kind == NameKind::Primary;
        let captioned = caption.as_ref().and_then(|caption| {
            let is = |name: &&Name| is_primary(name) && name.full == *caption;
            record.names.iter().position(|it| is(&it))
        });
        if let Some(at) = captioned.or_else(|| record.names.iter().position(is_primary)) {
            if let Some(first) = record.names.get_mut(..=at) {
                first.rotate_right(1);
            }
        } else if let [_, ..] = parts.as_slice() {
            // A name is made of its parts where the list has it in parts alone.
            let own = parts.iter().filter(|(part, _)| *part != Part::Mother);
            let words: Vec<_> = own.map(|(_, it)| it.as_str()).collect();
            record.names.insert(0, Name::new(NameKind::Primary, words.join(" ")));
        }
        // The other names are as good, but one is the first.
        for name in record.names.iter_mut().skip(1).filter(|it| is_primary(it)) {
            name.kind = NameKind::Alias;
        }
        if let Some(first) = record.names.first_mut() {
            first.parts = parts;
        }
        if let Some(caption) = caption.filter(|it| record.names.iter().all(|name| name.full != *it)) {
            record.extras.push(Extra { name: "caption".into(), value: caption });
        }
    }

    /// What an entity says beside its properties.
    fn members(&self, record: &mut Record) {
        for (name, value) in self.entity.members() {
            let name: Cow<'static, str> = match &*name {
                "id" | "schema" | "properties" | "caption" => continue,
                "datasets" => "datasets".into(),
                "referents" => "referents".into(),
                "first_seen" => "first_seen".into(),
                "last_seen" => "last_seen".into(),
                "last_change" => "last_change".into(),
                "target" => "target".into(),
                _ => name.into_owned().into(),
            };
            let mut put = |value: Value<'t>| {
                let words = text(value).map(|it| tidy(&it)).filter(|it| !it.is_empty());
                record.extras.extend(words.map(|value| Extra { name: name.clone(), value }));
            };
            if value.is_list() {
                value.items().for_each(&mut put);
            } else {
                put(value);
            }
        }
    }
}

/// The place and the country of birth are one place where there is one of each.
fn born_in(record: &mut Record) {
    let [first, second] = record.birth_places.as_mut_slice() else { return };
    let (place, other) = if first.country.is_none() { (first, second) } else { (second, first) };
    if place.country.is_none() && other.country.is_some() {
        place.country = other.country.take();
        record.birth_places.retain(|it| it.country.is_some());
    }
}

fn push_country(to: &mut Vec<Country>, words: String) {
    // Several properties of an entity name countries, and mostly the same one.
    if to.iter().all(|it| it.words != words) {
        to.push(country(words));
    }
}

/// A country by its code, as `FollowTheMoney` has them, or by its name.
pub(super) fn country(words: String) -> Country {
    match country_by_code(&words) {
        Some(code) => Country { code: Some(code), words },
        None => Country::new(&words),
    }
}

/// Some properties mean another sort of number for some actors.
fn id_kind(kind: IdKind, property: &str, of: Kind) -> IdKind {
    match (property, of) {
        ("registrationNumber", Kind::Airplane) => IdKind::TailNumber,
        ("idNumber", Kind::Person | Kind::LegalEntity) => IdKind::National,
        ("idNumber", _) => IdKind::Other,
        _ => kind,
    }
}

fn link(to: String, role: &str) -> Relation {
    Relation::link(Whom::Id(to), role)
}

pub(super) fn dating(words: String, repairs: &mut Vec<Repair>) -> Dating {
    match words.parse() {
        Ok(date) => Dating { words, start: Some(date), end: Some(date), ..Dating::default() },
        Err(_) => Dating::read(&words).unwrap_or_else(|| {
            repairs.push(Repair::Date { words: words.clone() });
            Dating { words, ..Dating::default() }
        }),
    }
}

/// A value with the property that it has, for remarks.
pub(super) fn labelled(property: &str, words: &str) -> String {
    format!("{property}: {words}")
}

/// Texts in one, where there are any.
pub(super) fn joined(mut texts: Vec<String>, between: &str) -> Option<String> {
    // One is nearly always the only one, and is what it was.
    if texts.len() > 1 { Some(texts.join(between)) } else { texts.pop() }
}
