//! The remarks of OFAC: pieces between semicolons, each with a label before its value.

use super::fields::{self, Labelled};
use crate::import::record::{Address, Country, Dating, Extra, Name, NameKind, Record, Relation, Whom, extra};
use crate::import::{Repair, tidy};

/// Reads remarks into a record. What is not understood stays a remark; nothing is lost.
pub(super) fn read(remarks: &str, record: &mut Record, repair: &mut dyn FnMut(Repair)) {
    let remarks = remarks.trim();
    for piece in pieces(remarks.strip_suffix('.').unwrap_or(remarks)) {
        let piece = tidy(piece);
        if !piece.is_empty() {
            one(&piece, record, repair);
        }
    }
}

/// The pieces between semicolons. One within quotation marks of an alias or within parentheses parts nothing, unless
/// what follows begins a piece by its own label: then the mark was never closed.
pub(super) fn pieces(remarks: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (place, _) in remarks.match_indices(';') {
        let piece = remarks.get(start..place).unwrap_or_default();
        let rest = remarks.get(place + 1..).unwrap_or_default();
        let is_open = is_open(piece) && closes(piece, rest) && !begins_a_piece(rest.trim_start());
        if !is_open {
            pieces.push(piece.trim());
            start = place + 1;
        }
    }
    pieces.push(remarks.get(start..).unwrap_or_default().trim());
    pieces
}

/// What is open at the end of a piece.
fn is_open(piece: &str) -> bool {
    is_open_alias(piece) || depth(piece) > 0
}

/// An alias whose closing quotation mark is still to come.
fn is_open_alias(piece: &str) -> bool {
    alias(piece.trim())
        .is_some_and(|(_, rest)| rest.starts_with('\'') && (rest.len() == 1 || !rest.ends_with('\'')))
}

fn depth(text: &str) -> isize {
    text.chars().map(|it| isize::from(it == '(') - isize::from(it == ')')).sum()
}

/// True where the next semicolon's piece closes what is open.
fn closes(piece: &str, rest: &str) -> bool {
    let next = rest.split(';').next().unwrap_or_default();
    if depth(piece) > 0 { depth(next) < 0 } else { next.trim_end().ends_with('\'') }
}

fn begins_a_piece(text: &str) -> bool {
    alias(text).is_some()
        || text.starts_with("Linked To:")
        || text.starts_with("DOB ")
        || fields::labelled(text).is_some()
}

/// What kind of alias a piece is, and what stands behind its label.
fn alias(piece: &str) -> Option<(&str, &str)> {
    ["a.k.a.", "f.k.a.", "n.k.a."]
        .into_iter()
        .find_map(|label| Some((label, piece.strip_prefix(label)?.trim_start())))
}

fn one(piece: &str, record: &mut Record, repair: &mut dyn FnMut(Repair)) {
    // The XML has some remarks in parentheses: `(Linked To: A; Linked To: B)` comes in two pieces.
    if let Some(whom) = linked(piece) {
        record.relations.push(Relation::link(Whom::Name(whom.to_owned()), "Linked To"));
        return;
    }
    let own = piece.strip_prefix("alt. ").or_else(|| piece.strip_prefix("Alt. ")).unwrap_or(piece);
    if let Some((label, quoted)) = alias(own) {
        let full = quoted.strip_prefix('\'').and_then(|it| it.strip_suffix('\'')).unwrap_or(quoted);
        let kind = if label == "f.k.a." { NameKind::Former } else { NameKind::Alias };
        let note = (label == "n.k.a.").then(|| label.to_owned());
        // Aliases that OFAC holds for weak stand in the remarks, strong ones in a file of their own.
        if !full.is_empty() {
            record.names.push(Name { weak: true, note, ..Name::new(kind, full) });
        }
        return;
    }
    if let Some(words) = own.strip_prefix("DOB ") {
        record.born.push(Dating::or_told(words, repair));
    } else if let Some(words) = own.strip_prefix("POB ") {
        record.birth_places.push(birth_place(words));
    } else if let Some(words) = own.strip_prefix("nationality ").or_else(|| own.strip_prefix("citizen ")) {
        record.nationalities.push(Country::new(words));
    } else if let Some(words) = own.strip_prefix("ethnicity ") {
        record.extras.push(Extra { name: extra::ETHNICITY.into(), value: words.to_owned() });
    } else if !labelled(own, record, repair) {
        record.remarks.push(piece.to_owned());
    }
}

/// Whom `Linked To:` names, with or without parentheses around it.
fn linked(piece: &str) -> Option<&str> {
    let own = piece.strip_prefix('(').unwrap_or(piece);
    let whom = own.strip_prefix("Linked To:")?.trim();
    // The closing one of `(Linked To: X)`, not one of the name: `CORPS (IRGC)`.
    let whom = if depth(whom) < 0 { whom.strip_suffix(')').unwrap_or(whom) } else { whom };
    (!whom.is_empty()).then_some(whom)
}

/// A place of birth: what stands behind the last comma is the country, unless a country has a comma in its name.
pub(super) fn birth_place(words: &str) -> Address {
    let mut place = Address { full: words.to_owned(), ..Address::default() };
    let commas = words.match_indices(", ").map(|(at, _)| at + 2);
    let starts: Vec<_> = core::iter::once(0).chain(commas).collect();
    // `Pyongyang, Korea, North`: the longest end that names a country.
    let named = starts
        .iter()
        .copied()
        .find(|at| words.get(*at..).is_some_and(|it| crate::import::country(it).is_some()));
    let at = named.or_else(|| starts.last().copied().filter(|at| *at > 0));
    if let Some(at) = at {
        place.country = words.get(at..).map(Country::new);
        place.city =
            words.get(..at).map(|it| it.trim_end_matches(", ").to_owned()).filter(|it| !it.is_empty());
    } else {
        place.city = Some(words.to_owned());
    }
    place
}

/// A piece with a label: `Passport A123 (Iran) issued 04 Jun 1985 expires 03 Jun 1990`.
fn labelled(piece: &str, record: &mut Record, repair: &mut dyn FnMut(Repair)) -> bool {
    let Some((label, field, value)) = fields::labelled(piece) else { return false };
    if !matches!(field, fields::Field::Id(_)) {
        fields::put(
            &Labelled { label, field, value, country: None, issued: None, expires: None },
            record,
            repair,
        );
        return true;
    }
    let (value, expires) = dated(value, "expires");
    let (value, issued) = dated(value, "issued");
    let (value, country) = in_country(value);
    // `License suspended` names no number.
    if !value.bytes().any(|it| it.is_ascii_digit())
        && !matches!(field, fields::Field::Id(k) if k.is_letters())
    {
        return false;
    }
    fields::put(&Labelled { label, field, value, country, issued, expires }, record, repair);
    true
}

/// What stands before a word, and the date behind it, where it is one.
fn dated<'v>(value: &'v str, word: &str) -> (&'v str, Option<&'v str>) {
    let split = value.rmatch_indices(word).next().and_then(|(at, _)| {
        let before = value.get(..at)?.strip_suffix(' ')?;
        let date = value.get(at + word.len()..)?.trim();
        crate::import::record::Dating::read(date).map(|_| (before.trim_end(), Some(date)))
    });
    split.unwrap_or((value, None))
}

/// What stands before the last parentheses, and the country in them, where it is one.
fn in_country(value: &str) -> (&str, Option<&str>) {
    let split = value.strip_suffix(')').and_then(|it| it.rsplit_once('(')).and_then(|(before, country)| {
        crate::import::country(country).map(|_| (before.trim_end(), Some(country)))
    });
    split.unwrap_or((value, None))
}
