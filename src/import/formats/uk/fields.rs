//! Fields of the UK lists, whichever of their forms they come from.

use crate::import::record::{
    Address, Country, Dating, Extra, Gender, IdKind, Identifier, Kind, LegalBasis, Name, NameKind, Part,
    Relation, RelationKind, Whom, extra,
};
use crate::import::{Record, Repair, tidy};

use crate::import::formats::languages;
use crate::import::formats::once::add;

/// The longest note in which words are looked for before they are added, in bytes.
const NOTE_MOST: usize = 4096;

/// What a value is. A field may come many times, and values that a record has already are passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Born,
    Nationality,
    Position,
    Gender,
    Phone,
    Website,
    Email,
    EntityType,
    Subsidiary,
    Parent,
    Registration,
    Imo,
    Owner,
    PastOwner,
    Flag,
    PastFlag,
    ShipType,
    Tonnage,
    Length,
    Built,
    Hull,
    OfsiGroup,
    UnReference,
    Regime,
    Source,
    Measures,
    Reasons,
    Listed,
    Designated,
    Updated,
    Reference,
    Other,
}

/// The kind of a target; a sort that is not known is told.
pub(super) fn kind(words: &str, repair: &mut dyn FnMut(Repair)) -> Kind {
    match words.trim().to_ascii_lowercase().as_str() {
        "individual" => Kind::Person,
        "entity" => Kind::Organization,
        "ship" => Kind::Vessel,
        "" => Kind::Unknown,
        _ => {
            repair(Repair::Kind { words: words.trim().to_owned() });
            Kind::Unknown
        }
    }
}

/// A name of six parts, the sixth of which stands last; nothing where all are empty.
pub(super) fn name(parts: [&str; 6], sort: &str, strength: &str, is_person: bool) -> Option<Name> {
    const PARTS: [Option<Part>; 6] = [
        Some(Part::First),
        Some(Part::Second),
        Some(Part::Third),
        Some(Part::Fourth),
        None,
        Some(Part::Last),
    ];
    let parts = parts.map(tidy);
    let words: Vec<_> = parts.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    let full = words.join(" ");
    if full.is_empty() {
        return None;
    }
    let lower = sort.trim().to_ascii_lowercase();
    let quality = [strength, sort].map(|it| it.trim().to_ascii_lowercase());
    let (kind, note) = match lower.replace('.', "").as_str() {
        "primary name" => (NameKind::Primary, None),
        "fka" | "formerly known as" => (NameKind::Former, None),
        "" | "alias" | "aka" => (NameKind::Alias, None),
        it if it.ends_with("quality aka") => (NameKind::Alias, None),
        _ => (NameKind::Alias, Some(tidy(sort))),
    };
    let weak = quality.iter().any(|it| it.starts_with("low"));
    let parts = PARTS.into_iter().zip(parts).filter_map(|(part, words)| Some((part?, words)));
    let parts = parts.filter(|(_, words)| is_person && !words.is_empty()).collect();
    Some(Name { weak, note, parts, ..Name::new(kind, full) })
}

/// A name in its own script, with the words for script and language.
pub(super) fn original(words: &str, script: &str, language: &str) -> Option<Name> {
    let (full, script, language) = (tidy(words), tidy(script), tidy(language));
    let lang = languages::code(&language);
    (!full.is_empty()).then(|| Name {
        lang: lang.map(str::to_owned),
        script: (!script.is_empty()).then_some(script),
        // Some say several languages at once.
        note: (lang.is_none() && !language.is_empty()).then_some(language),
        ..Name::new(NameKind::Alias, full)
    })
}

/// An address: the sixth line is the town or the province, those before it lead there.
pub(super) fn address(lines: [&str; 6], postal_code: &str, country: &str) -> Option<Address> {
    let some = |words: &str| Some(tidy(words)).filter(|it| !it.is_empty());
    let [first @ .., last] = lines;
    let street: Vec<_> = first.into_iter().filter_map(some).collect();
    let address = Address {
        street: (!street.is_empty()).then(|| street.join(", ")),
        city: some(last),
        postal_code: some(postal_code),
        country: some(country).map(|it| Country::new(&it)),
        ..Address::default()
    };
    (!address.is_empty()).then(|| address.filled())
}

/// Where somebody was born.
pub(super) fn birth_place(town: &str, country: &str) -> Option<Address> {
    address(["", "", "", "", "", town], "", country)
}

/// A number with what is said of it; what is said of none is a remark.
pub(super) fn number(kind: IdKind, label: &str, value: &str, note: &str, record: &mut Record) {
    let (value, note) = (tidy(value), tidy(note));
    if value.is_empty() {
        if !note.is_empty() {
            add(&mut record.remarks, format!("{label}: {note}"));
        }
        return;
    }
    let number =
        Identifier { note: (!note.is_empty()).then_some(note), ..Identifier::new(kind, label, value) };
    add(&mut record.identifiers, number);
}

/// Values that stand in one cell: parted by strokes, or numbered as in `(1) Iran (2) Iraq`.
pub(super) fn items(words: &str) -> Vec<&str> {
    let mut items = Vec::new();
    for words in words.split('|') {
        let mut rest = words.trim();
        let mut nth = 1_u32;
        if let Some(first) = rest.strip_prefix("(1)") {
            rest = first;
            loop {
                nth += 1;
                let Some((item, after)) = rest.split_once(&format!("({nth})")) else { break };
                items.push(item);
                rest = after;
            }
        }
        items.push(rest);
    }
    items
        .into_iter()
        .map(|it| it.trim().trim_end_matches([';', ',']).trim_end())
        .filter(|it| !it.is_empty())
        .collect()
}

/// Puts a value where it belongs; one that says nothing is none.
pub(super) fn put(field: Field, words: &str, record: &mut Record, repair: &mut dyn FnMut(Repair)) {
    let value = tidy(words);
    if value.is_empty() {
        return;
    }
    let extra = |name: &'static str| Extra { name: name.into(), value: value.clone() };
    match field {
        Field::Title => add(&mut record.titles, value),
        Field::Position => add(&mut record.positions, value),
        Field::Born | Field::Built => {
            if !record.born.iter().any(|it| it.words == value) {
                record.born.push(Dating::or_told(&value, repair));
            }
        }
        Field::Nationality => add(&mut record.nationalities, Country::new(&value)),
        Field::Gender => match Gender::named(&value) {
            Some(gender) => record.gender = Some(gender),
            None => add(&mut record.remarks, format!("Gender: {value}")),
        },
        Field::Phone => add(&mut record.extras, extra(extra::PHONE)),
        Field::Website => add(&mut record.extras, extra(extra::WEBSITE)),
        Field::Email => add(&mut record.extras, extra(extra::EMAIL)),
        Field::EntityType => add(&mut record.extras, extra(extra::LEGAL_FORM)),
        Field::ShipType => add(&mut record.extras, extra(extra::TYPE)),
        Field::Tonnage => add(&mut record.extras, extra(extra::TONNAGE)),
        Field::Length => add(&mut record.extras, extra("Length of ship")),
        Field::PastFlag => add(&mut record.extras, extra(extra::PAST_FLAGS)),
        Field::PastOwner => add(&mut record.extras, extra("Previous owner/operator")),
        Field::Flag => {
            add(&mut record.extras, extra(extra::FLAG));
            add(&mut record.countries, Country::new(&value));
        }
        Field::Owner => {
            add(&mut record.extras, extra(extra::OWNER));
            relate(value, "Current owner/operator", true, record);
        }
        Field::Parent => relate(value, "Parent company", true, record),
        Field::Subsidiary => relate(value, "Subsidiary", false, record),
        Field::Registration => {
            number(IdKind::Registration, "Business registration number", &value, "", record);
        }
        Field::Imo => {
            let digits = value.strip_prefix("IMO").map_or(value.as_str(), str::trim_start);
            number(IdKind::Imo, "IMO number", digits, "", record);
        }
        Field::Hull => number(IdKind::Serial, "Hull identification number (HIN)", &value, "", record),
        Field::OfsiGroup => number(IdKind::Other, "OFSI Group ID", &value, "", record),
        Field::Other => add(&mut record.remarks, value),
        _ => designate(field, value, record, repair),
    }
}

/// An owner or an owned, by the name that the list gives it.
fn relate(to: String, role: &str, inverse: bool, record: &mut Record) {
    let relation =
        Relation { kind: RelationKind::Ownership, inverse, ..Relation::link(Whom::Name(to), role) };
    add(&mut record.relations, relation);
}

/// What is said of the designation.
fn designate(field: Field, value: String, record: &mut Record, repair: &mut dyn FnMut(Repair)) {
    let Some(own) = record.designations.first_mut() else { return };
    let mut noted = |words: String| match &mut own.note {
        // A note as long as this is none of any list, and looking through it again and again would take long.
        Some(note) if note.len() < NOTE_MOST && note.split("; ").any(|it| it == words) => {}
        Some(note) => {
            note.push_str("; ");
            note.push_str(&words);
        }
        none => *none = Some(words),
    };
    match field {
        Field::Regime => {
            // The new layout names the regulations; the old list had a word for each regime.
            if value.contains("Regulations") || value.contains(" Act ") {
                add(&mut own.legal_basis, LegalBasis { title: value.clone(), ..LegalBasis::default() });
            }
            add(&mut own.programmes, value);
        }
        Field::Measures => {
            for measure in value.split('|').map(str::trim).filter(|it| !it.is_empty()) {
                add(&mut own.measures, measure.to_owned());
            }
        }
        Field::Reasons => add(&mut own.reasons, value),
        Field::Source => noted(format!("designated by: {value}")),
        Field::UnReference => {
            noted(format!("listed by the United Nations as {}", value.trim_end_matches('.')));
        }
        Field::Reference => own.reference = Some(value.trim_end_matches('.').to_owned()),
        Field::Listed => own.listed_on = Some(Dating::or_told(&value, repair)),
        // The old list has both days, and the one on the other list is before or after its own.
        Field::Designated if own.list.as_deref() == Some(super::CONLIST_TITLE) => {
            noted(format!("date designated on the UK Sanctions List: {value}"));
        }
        Field::Designated => own.listed_on = Some(Dating::or_told(&value, repair)),
        Field::Updated => add(&mut own.updated_on, Dating::or_told(&value, repair)),
        _ => {}
    }
}
