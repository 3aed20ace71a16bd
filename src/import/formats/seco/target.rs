//! A target of the Swiss list as a record.

use super::{Kept, LIST, TITLE, Waiting, Want, address, country, names};
use crate::import::formats::once::add;
use crate::import::record::{
    Calendar, Country, Dating, Designation, Extra, Gender, IdKind, Identifier, Kind, LegalBasis, Listing,
    NameKind, Relation, RelationKind, Whom, extra,
};
use crate::import::xml::Element;
use crate::import::{Place, Record, Refusal, Repair, tidy};
use crate::model::Date;

pub(super) fn read(
    element: Element<'_>,
    place: Place,
    kept: &mut Kept,
    repair: &mut dyn FnMut(Repair),
) -> Result<Record, Refusal> {
    let id = element.attribute("ssid").ok_or(Refusal::Missing { field: "ssid" })?;
    let subject = element.children().find(|it| matches!(it.name(), "individual" | "entity" | "object"));
    let subject = subject.ok_or(Refusal::Missing { field: "individual" })?;
    let mut record = Record::new(LIST, id, place.clone());
    record.kind = kind(subject, repair);
    record.gender = subject.attribute("sex").and_then(Gender::named);
    let mut wants = Vec::new();
    // The main identity first: its name is the target's.
    let mut identities: Vec<_> = subject.all("identity").collect();
    identities.sort_by_key(|it| it.attribute("main") != Some("true"));
    for (nth, identity) in identities.into_iter().enumerate() {
        add_identity(identity, nth == 0, &mut record, kept, &mut wants, repair);
    }
    if record.names.is_empty() {
        return Err(Refusal::Missing { field: "name" });
    }
    record.names.sort_by_key(|it| it.kind != NameKind::Primary);
    for number in element.all("foreign-identifier").chain(subject.all("foreign-identifier")) {
        push_number(IdKind::Other, "Foreign identifier", &tidy(number.text()), &mut record);
    }
    record.designations.push(designation(element, subject, id, kept, repair));
    for relation in subject.all("relation").chain(element.all("relation")) {
        record.relations.extend(related(relation));
    }
    for information in subject.all("other-information") {
        add_information(&tidy(information.text()), &mut record, repair);
    }
    for attribute in subject.all("generic-attribute") {
        let name = attribute.attribute("name").unwrap_or("generic-attribute").to_owned();
        let value = tidy(attribute.text());
        if !value.is_empty() {
            record.extras.push(Extra { name: name.into(), value });
        }
    }
    if !wants.is_empty() {
        kept.wait(Waiting { id: id.to_owned(), place, wants })?;
    }
    Ok(record)
}

fn kind(subject: Element<'_>, repair: &mut dyn FnMut(Repair)) -> Kind {
    let sort = subject.attribute("object-type").unwrap_or_default();
    match (subject.name(), sort) {
        ("individual", _) => Kind::Person,
        ("entity", _) => Kind::Organization,
        (_, "vessel") => Kind::Vessel,
        (_, "aircraft") => Kind::Airplane,
        _ => {
            repair(Repair::Kind { words: sort.to_owned() });
            Kind::Unknown
        }
    }
}

fn add_identity(
    identity: Element<'_>,
    is_main: bool,
    record: &mut Record,
    kept: &Kept,
    wants: &mut Vec<Want>,
    repair: &mut dyn FnMut(Repair),
) {
    for name in identity.all("name") {
        names::add(name, is_main, record);
    }
    record.born.extend(identity.all("day-month-year").filter_map(|it| born(it, repair)));
    let nations = identity.all("nationality").filter_map(|it| country(it.child("country").unwrap_or(it)));
    record.nationalities.extend(nations);
    for (list, is_birth) in [("address", false), ("place-of-birth", true)] {
        for element in identity.all(list) {
            let own = address(element);
            let to = if is_birth { &mut record.birth_places } else { &mut record.addresses };
            match element.attribute("place-id") {
                Some(place) => {
                    let want = Want { is_birth, place: place.to_owned(), own };
                    if kept.places.contains_key(place) {
                        to.push(kept.whole(want));
                    } else {
                        wants.push(want);
                    }
                }
                None if own.is_empty() => {}
                None => to.push(own.filled()),
            }
        }
    }
    for document in identity.all("identification-document") {
        add_document(document, record, repair);
    }
}

/// A date whose parts stand apart. One of poor quality is about; one of another calendar is not converted.
fn born(element: Element<'_>, repair: &mut dyn FnMut(Repair)) -> Option<Dating> {
    let parts = ["day", "month", "year"].map(|it| element.attribute(it));
    let mut words = parts.iter().flatten().copied().collect::<Vec<_>>().join(".");
    if words.is_empty() {
        return None;
    }
    let calendar = match element.attribute("calendar") {
        None | Some("Gregorian") => Calendar::Gregorian,
        Some(other) => Calendar::Other(other.to_owned()),
    };
    let [day, month, year] = parts.map(|it| it.and_then(|it| it.parse::<u16>().ok()));
    let small = |it: Option<u16>| it.map_or(Some(0), |it| u8::try_from(it).ok());
    let known = || Date::of(year?, small(month)?, small(day)?);
    let circa = element.attribute("quality") == Some("low");
    if circa {
        words.push_str(" (low quality)");
    }
    let dating = match known() {
        _ if calendar != Calendar::Gregorian => Dating::unknown(&words),
        Some(date) => Dating::on(&words, date),
        None => {
            repair(Repair::Date { words: words.clone() });
            Dating::unknown(&words)
        }
    };
    Some(Dating { circa, calendar, ..dating })
}

fn add_document(document: Element<'_>, record: &mut Record, repair: &mut dyn FnMut(Repair)) {
    let label = document.attribute("document-type").unwrap_or_default().replace('-', " ");
    let note = document.value("remark").or_else(|| document.value("remarks")).map(tidy);
    let Some(value) = document.value("number").map(tidy) else {
        record.remarks.extend(note);
        return;
    };
    let kind = match label.as_str() {
        it if it.contains("passport") || it.contains("travel") => IdKind::Passport,
        it if ["id card", "identity", "national", "driv", "resident"].iter().any(|own| it.contains(own)) => {
            IdKind::National
        }
        _ => IdKind::Other,
    };
    let issuer = document.child("issuer");
    record.identifiers.push(Identifier {
        kind,
        label,
        value,
        country: issuer.and_then(country).or_else(|| document.child("country").and_then(country)),
        issued: document.value("date-of-issue").map(|it| Dating::or_told(it, repair)),
        expires: document.value("expiry-date").map(|it| Dating::or_told(it, repair)),
        note,
    });
}

fn push_number(kind: IdKind, label: &str, value: &str, record: &mut Record) {
    if !value.is_empty() {
        record.identifiers.push(Identifier::new(kind, label, value));
    }
}

/// A relation to another target, by its number.
fn related(relation: Element<'_>) -> Option<Relation> {
    let to = relation.attribute("target-id")?;
    let sort = relation.attribute("relation-type").map(|it| it.replace('-', " "));
    let remark = relation.value("remark").or_else(|| relation.value("remarks")).map(tidy);
    let words: Vec<_> = sort.into_iter().chain(remark).collect();
    Some(Relation {
        kind: RelationKind::UnknownLink,
        to: Whom::Id(to.to_owned()),
        inverse: false,
        role: (!words.is_empty()).then(|| words.join(": ")),
        start: None,
        end: None,
    })
}

/// A change of the entry: what it was, and the days on which it was decided and took effect.
struct Change<'e> {
    sort: &'e str,
    decided: Option<&'e str>,
    effective: Option<&'e str>,
}

impl<'e> Change<'e> {
    fn new(element: Element<'e>) -> Self {
        let [enacted, published, effective] =
            ["enactment-date", "publication-date", "effective-date"].map(|it| element.attribute(it));
        Self {
            sort: element.attribute("modification-type").unwrap_or_default(),
            decided: enacted.or(published).or(effective),
            effective,
        }
    }

    /// The day by which changes are put in order.
    fn day(&self) -> Option<Date> {
        Dating::read(self.effective.or(self.decided)?)?.start
    }
}

fn designation(
    element: Element<'_>,
    subject: Element<'_>,
    id: &str,
    kept: &Kept,
    repair: &mut dyn FnMut(Repair),
) -> Designation {
    let mut own = Designation {
        authority: "Switzerland, State Secretariat for Economic Affairs (SECO)".to_owned(),
        list: Some(TITLE.to_owned()),
        reference: Some(id.to_owned()),
        ..Designation::default()
    };
    let mut notes = Vec::new();
    let sets = element.all("sanctions-set-id").map(Element::text).filter(|it| !it.is_empty());
    for id in sets.chain(element.attribute("sanctions-set-id")) {
        let Some(set) = kept.sets.get(id) else {
            notes.push(format!("sanctions set {id}"));
            continue;
        };
        for (to, words) in [(&mut own.programmes, &set.programme), (&mut own.measures, &set.measure)] {
            words.iter().for_each(|it| add(to, it.clone()));
        }
        set.origin.iter().for_each(|it| add(&mut notes, format!("origin: {it}")));
        if let Some(title) = set.ordinance.clone() {
            add(&mut own.legal_basis, LegalBasis { title, ..LegalBasis::default() });
        }
    }
    for reason in subject.all("justification").chain(element.all("justification")) {
        own.reasons.extend(Some(tidy(reason.text())).filter(|it| !it.is_empty()));
    }
    changes(element, &mut own, &mut notes, repair);
    own.note = (!notes.is_empty()).then(|| notes.join("; "));
    own
}

/// What became of the entry. The newest change stands first; where the days say otherwise, they are right.
fn changes(
    element: Element<'_>,
    own: &mut Designation,
    notes: &mut Vec<String>,
    repair: &mut dyn FnMut(Repair),
) {
    let mut changes: Vec<_> = element.all("modification").map(Change::new).collect();
    if changes.iter().all(|it| it.day().is_some()) {
        changes.sort_by_key(|it| core::cmp::Reverse(it.day()));
    }
    let mut is_told = false;
    for (nth, change) in changes.iter().enumerate() {
        let decided = change.decided.map(|it| Dating::or_told(it, repair));
        match change.sort {
            "de-listed" if nth == 0 => {
                own.status = Listing::Ended;
                own.ended_on = change.effective.or(change.decided).map(|it| Dating::or_told(it, repair));
            }
            "listed" if !is_told => {
                is_told = true;
                own.effective_on = change
                    .effective
                    .filter(|it| change.decided != Some(it))
                    .map(|it| Dating::or_told(it, repair));
                own.listed_on = decided;
            }
            // It was on the list before, or was taken off and came back.
            "listed" | "de-listed" => {
                let day = decided
                    .map_or_else(|| "on a day that is not told".to_owned(), |it| format!("on {}", it.words));
                notes.push(format!("was {} {day}", change.sort));
            }
            _ => own.updated_on.extend(decided),
        }
    }
    own.updated_on.reverse();
}

/// `IMO number: 1234567`: some pieces of information have a label; the others are remarks.
fn add_information(words: &str, record: &mut Record, repair: &mut dyn FnMut(Repair)) {
    let Some((label, value)) = words.split_once(':') else {
        record.remarks.extend(Some(words.to_owned()).filter(|it| !it.is_empty()));
        return;
    };
    let (label, value) = (label.trim(), value.trim().trim_end_matches('.'));
    let is_one = !value.is_empty() && !value.contains(char::is_whitespace);
    let number = |kind| is_one.then_some(kind);
    let lower = label.to_lowercase();
    let kind = match lower.as_str() {
        "imo number" | "imo" => number(IdKind::Imo),
        "registration number" | "state registration number" | "business registration number" => {
            number(IdKind::Registration)
        }
        "taxpayer identification number" | "tax registration number" | "tax identification number" => {
            number(IdKind::Tax)
        }
        "swift/bic" | "swift/bic code" | "swift" | "swift code" => number(IdKind::Swift),
        _ => None,
    };
    if let Some(kind) = kind {
        return push_number(kind, label, value, record);
    }
    let name = match lower.as_str() {
        "website" => Some(extra::WEBSITE),
        "e-mail" | "email" | "e-mail address" | "email address" => Some(extra::EMAIL),
        "tel" | "tel." | "tel. number" | "telephone" | "telephone number" | "fax" => Some(extra::PHONE),
        "type of entity" => Some(extra::LEGAL_FORM),
        "flag" => Some(extra::FLAG),
        _ => None,
    };
    match name {
        Some(name) if !value.is_empty() => {
            if name == extra::FLAG {
                record.countries.push(Country::new(value));
            }
            record.extras.push(Extra { name: name.into(), value: value.to_owned() });
        }
        _ if lower == "date of registration" && Dating::read(value).is_some() => {
            record.born.push(Dating::or_told(value, repair));
        }
        _ => record.remarks.push(words.to_owned()),
    }
}
