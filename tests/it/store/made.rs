//! Records for tests, and a naive list of rows to hold the store against.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use sourceline::import::record::{
    Address, Calendar, Country, Dating, Designation, Extra, Gender, IdKind, Identifier, Kind, LegalBasis,
    Listing, Name, NameKind, Part, Relation, RelationKind, Whom,
};
use sourceline::import::{FileId, Place, Record};
use sourceline::model::Date;
use sourceline::store::{Builder, Store};

/// A place that differs from record to record.
pub(super) fn place(record: u64) -> Place {
    Place { file: FileId(0), record, line: Some(record), span: record * 10..record * 10 + 9 }
}

/// A record with some names, the first of them primary.
pub(super) fn named(id: &str, names: &[&str]) -> Record {
    let mut record = Record::new("demo", id, place(1));
    let kinds = [NameKind::Primary].into_iter().chain(std::iter::repeat(NameKind::Alias));
    record.names = names.iter().zip(kinds).map(|(name, kind)| Name::new(kind, *name)).collect();
    record
}

/// The store of some records.
pub(super) fn store(records: &[Record]) -> Store {
    let mut builder = Builder::new();
    records.iter().for_each(|record| builder.add(record).unwrap());
    assert_eq!(builder.len(), records.len());
    builder.finish()
}

/// Words that are near each other, often.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[abn]{1,3}",
        6 => select(vec!["marina", "marian", "marin", "maria", "matrina", "harina", "bank", "banka", "ban", "nab4"])
            .prop_map(str::to_owned),
        1 => "[a-c]{4,9}",
    ]
}

fn full_name() -> impl Strategy<Value = String> {
    vec(word(), 0..4).prop_map(|words| words.join(" "))
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-c]{0,2}", ".{0,6}"]
}

fn date() -> impl Strategy<Value = Option<Date>> {
    let date = (select(vec![1_u16, 2021, 2022, 2023, 9999]), 0..=12_u8, 0..=31_u8);
    option::of(date).prop_map(|it| it.and_then(|(year, month, day)| Date::of(year, month, day)))
}

fn dating() -> impl Strategy<Value = Dating> {
    let ends = prop_oneof![3 => date().prop_map(|it| (it, it)), 1 => (date(), date())];
    let calendar = prop_oneof![9 => Just(Calendar::Gregorian), 1 => text().prop_map(Calendar::Other)];
    (text(), ends, any::<bool>(), calendar).prop_map(|(words, (start, end), circa, calendar)| Dating {
        words,
        start,
        end,
        circa,
        calendar,
    })
}

fn country() -> impl Strategy<Value = Country> {
    select(vec!["Russia", "Korea, North", "Ruritania", ""]).prop_map(Country::new)
}

fn name() -> impl Strategy<Value = Name> {
    let kind = select(vec![NameKind::Primary, NameKind::Alias, NameKind::Former]);
    let parts = vec((select(vec![Part::First, Part::Last, Part::Mother]), text()), 0..2);
    (full_name(), kind, any::<bool>(), parts, option::of(text()), option::of(text()), option::of(text()))
        .prop_map(|(full, kind, weak, parts, lang, script, note)| Name {
            full,
            kind,
            weak,
            parts,
            lang,
            script,
            note,
        })
}

fn identifier() -> impl Strategy<Value = Identifier> {
    let kind = select(vec![IdKind::Passport, IdKind::Imo, IdKind::Other]);
    let value = select(vec!["AB 123-45", "ab12345", "9", "marina", "…"]).prop_map(str::to_owned);
    (
        kind,
        text(),
        value,
        option::of(country()),
        option::of(dating()),
        option::of(dating()),
        option::of(text()),
    )
        .prop_map(|(kind, label, value, country, issued, expires, note)| Identifier {
            kind,
            label,
            value,
            country,
            issued,
            expires,
            note,
        })
}

fn address() -> impl Strategy<Value = Address> {
    (text(), option::of(text()), option::of(text()), option::of(country()), option::of(text())).prop_map(
        |(full, street, city, country, note)| Address {
            full,
            street,
            city: city.clone(),
            region: None,
            postal_code: city,
            country,
            note,
        },
    )
}

fn designation() -> impl Strategy<Value = Designation> {
    let short = || select(vec!["", "A", "B", "C"]).prop_map(str::to_owned);
    let basis = (text(), option::of(text()), option::of(dating())).prop_map(|(title, url, published_on)| {
        LegalBasis { title, url, in_force_on: published_on.clone(), published_on }
    });
    let what = (short(), option::of(text()), vec(short(), 0..3), vec(basis, 0..2), vec(short(), 0..3));
    let dates = (option::of(dating()), option::of(dating()), vec(dating(), 0..2), option::of(dating()));
    let status = select(Listing::ALL.to_vec());
    let reference = option::of(select(vec!["KPi.001", "EU.1"]).prop_map(str::to_owned));
    (what, dates, status, reference, vec(text(), 0..2), option::of(text())).prop_map(
        |(
            (authority, list, programmes, legal_basis, measures),
            (listed_on, effective_on, updated_on, ended_on),
            status,
            reference,
            reasons,
            note,
        )| Designation {
            authority,
            list,
            programmes,
            legal_basis,
            measures,
            listed_on,
            effective_on,
            updated_on,
            ended_on,
            status,
            reference,
            reasons,
            note,
        },
    )
}

fn relation() -> impl Strategy<Value = Relation> {
    let whom = prop_oneof![
        "[0-9]".prop_map(Whom::Id),
        full_name().prop_map(Whom::Name),
        word().prop_map(Whom::Name)
    ];
    let kind = select(RelationKind::ALL.to_vec());
    (kind, whom, any::<bool>(), option::of(text()), option::of(dating())).prop_map(
        |(kind, to, inverse, role, start)| Relation { kind, to, inverse, role, end: start.clone(), start },
    )
}

/// A record of any kind; few ids, so that some records are about the same actor.
pub(super) fn record() -> impl Strategy<Value = Record> {
    let head =
        (select(vec!["one", "two"]), "[0-9]", any::<bool>(), select(Kind::ALL.to_vec()), vec(name(), 0..4));
    let facts = (vec(identifier(), 0..3), vec(dating(), 0..2), vec(address(), 0..2), vec(country(), 0..3));
    let more =
        (vec(text(), 0..2), vec((text(), text()), 0..2), vec(designation(), 0..3), vec(relation(), 0..3));
    let places = (any::<u32>(), any::<u64>(), option::of(any::<u64>()), any::<[u64; 2]>());
    (head, facts, more, places).prop_map(
        |((list, id, extends, kind, names), (identifiers, dates, addresses, countries), more, places)| {
            let (texts, extras, designations, relations) = more;
            let (file, number, line, [start, end]) = places;
            let mut record =
                Record::new(list, &id, Place { file: FileId(file), record: number, line, span: start..end });
            record.extends = extends;
            record.kind = kind;
            record.names = names;
            record.identifiers = identifiers;
            record.died = dates.clone();
            record.born = dates;
            record.birth_places = addresses.clone();
            record.addresses = addresses;
            record.gender =
                [None, Some(Gender::Female), Some(Gender::Male), Some(Gender::Other)][texts.len()];
            record.countries = countries.iter().take(1).cloned().collect();
            record.nationalities = countries;
            record.titles = texts.clone();
            record.positions = texts.clone();
            record.extras =
                extras.into_iter().map(|(name, value)| Extra { name: name.into(), value }).collect();
            record.designations = designations;
            record.relations = relations;
            record.remarks = texts;
            record.also = vec![record.place.clone(); usize::from(extends)];
            record
        },
    )
}

/// An actor of the naive list.
#[derive(Clone, Debug)]
pub(super) struct Plain {
    pub list: String,
    pub id: String,
    pub kind: Kind,
    pub records: Vec<Record>,
}

/// A row of the naive list: its actor, and its designation if it has one.
pub(super) type PlainRow = (usize, Option<Designation>);

/// The actors and rows of records, worked out the long way.
pub(super) fn plain(records: &[Record]) -> (Vec<Plain>, Vec<PlainRow>) {
    let mut actors: Vec<Plain> = Vec::new();
    let mut places: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for record in records {
        let at = *places.entry((&record.list, &record.id)).or_insert(actors.len());
        if at == actors.len() {
            let (list, id) = (record.list.clone(), record.id.clone());
            actors.push(Plain { list, id, kind: Kind::Unknown, records: Vec::new() });
        }
        if actors[at].kind == Kind::Unknown {
            actors[at].kind = record.kind;
        }
        actors[at].records.push(record.clone());
    }
    let mut rows = Vec::new();
    for (at, actor) in actors.iter().enumerate() {
        let mut own: Vec<Option<Designation>> = Vec::new();
        for designation in actor.records.iter().flat_map(|it| &it.designations) {
            if !own.iter().flatten().any(|it| it == designation) {
                own.push(Some(designation.clone()));
            }
        }
        if own.is_empty() {
            own.push(None);
        }
        rows.extend(own.into_iter().map(|it| (at, it)));
    }
    (actors, rows)
}

impl Plain {
    /// The countries of the actor, as the facet has them.
    pub(super) fn countries(&self) -> BTreeSet<String> {
        let own = self.records.iter().flat_map(|it| {
            let of_addresses = it.addresses.iter().filter_map(|it| it.country.as_ref());
            it.nationalities.iter().chain(&it.countries).chain(of_addresses)
        });
        own.map(|it| it.code.map_or(it.words.clone(), str::to_owned)).collect()
    }

    /// Its names as `(weight, words)`, each once, the weightiest first.
    pub(super) fn names(&self) -> Vec<(u16, String)> {
        let weight = |name: &Name| match name.kind {
            _ if name.weak => 3,
            NameKind::Primary => 0,
            NameKind::Alias => 1,
            NameKind::Former => 2,
        };
        let mut all: Vec<_> = self
            .records
            .iter()
            .flat_map(|it| &it.names)
            .map(|name| (weight(name), name.full.clone()))
            .collect();
        all.sort_by_key(|(weight, _)| *weight);
        let mut names: Vec<(u16, String)> = Vec::new();
        for (weight, name) in all {
            if !names.iter().any(|(_, it)| *it == name) {
                names.push((weight, name));
            }
        }
        names
    }
}
