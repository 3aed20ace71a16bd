//! How a record and its parts are packed.

use std::borrow::Cow;

use super::packing::{Packed, Reader, Writer, choices, packed};
use crate::import::record::{
    Address, Calendar, Country, Dating, Designation, Extra, Gender, IdKind, Identifier, Kind, LegalBasis,
    Listing, Name, NameKind, Part, Relation, RelationKind, Whom,
};
use crate::import::{FileId, Place, Record};
use crate::model::Date;

packed! {
    Record {
        list, id, extends, kind, names, identifiers, born, birth_places, died, gender, nationalities, countries,
        addresses, titles, positions, extras, designations, relations, remarks, place, also,
    }
    Name { full, kind, weak, parts, lang, script, note }
    Identifier { kind, label, value, country, issued, expires, note }
    Address { full, street, city, region, postal_code, country, note }
    Designation => designations {
        authority, list, programmes, legal_basis, measures, listed_on, effective_on, updated_on, ended_on, status,
        reference, reasons, note,
    }
    LegalBasis { title, url, published_on, in_force_on }
    Relation => relations { kind, to, inverse, role, start, end }
}

choices! {
    Kind {
        Unknown, Person, Organization, Company, PublicBody, LegalEntity, Vessel, Airplane, Vehicle, CryptoWallet,
        Asset, Security,
    }
    NameKind { Primary, Alias, Former }
    Part { First, Second, Middle, Third, Fourth, Father, Mother, Last }
    IdKind {
        Other, Passport, National, Tax, Registration, Vat, Lei, Swift, Imo, Mmsi, CallSign, TailNumber, Serial,
        Wallet, Security, Duns,
    }
    Gender { Other, Female, Male }
    Listing { InForce, Pending, Ended }
    RelationKind {
        UnknownLink, Ownership, Directorship, Membership, Employment, Representation, Family, Associate, Succession,
        Payment, Debt,
    }
}

impl Packed for Country {
    fn pack(&self, to: &mut Writer<'_>) {
        let Self { code, words } = self;
        code.is_some().pack(to);
        code.iter().for_each(|code| to.fixed(code));
        words.pack(to);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let code = bool::unpack(from).then(|| from.fixed());
        Self { code, words: String::unpack(from) }
    }
}

impl Packed for Extra {
    fn pack(&self, to: &mut Writer<'_>) {
        let Self { name, value } = self;
        to.text(name);
        value.pack(to);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        Self { name: Cow::Owned(String::unpack(from)), value: String::unpack(from) }
    }
}

impl Packed for Whom {
    fn pack(&self, to: &mut Writer<'_>) {
        let (is_id, words) = match self {
            Self::Id(id) => (true, id),
            Self::Name(name) => (false, name),
        };
        is_id.pack(to);
        words.pack(to);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let is_id = bool::unpack(from);
        let words = String::unpack(from);
        if is_id { Self::Id(words) } else { Self::Name(words) }
    }
}

/// A date as one number.
fn pack_date(date: Date, to: &mut Writer<'_>) {
    let days = u64::from(date.month().unwrap_or_default()) * 32 + u64::from(date.day().unwrap_or_default());
    to.number(u64::from(date.year()) * 512 + days);
}

fn unpack_date(from: &mut Reader<'_>) -> Option<Date> {
    let packed = from.number();
    Date::of(u16::try_from(packed / 512).ok()?, (packed / 32 % 16) as u8, (packed % 32) as u8)
}

/// One byte tells what there is: most dates are a day, and have no other end.
impl Packed for Dating {
    fn pack(&self, to: &mut Writer<'_>) {
        let Self { words, start, end, circa, calendar } = self;
        let is_day = start == end;
        let calendar = match calendar {
            Calendar::Gregorian => None,
            Calendar::Other(words) => Some(words),
        };
        let has_end = end.is_some() && !is_day;
        let flags = [start.is_some(), has_end, is_day, *circa, calendar.is_some()];
        to.number(flags.iter().rev().fold(0, |bits, flag| bits << 1 | u64::from(*flag)));
        words.pack(to);
        start.iter().for_each(|date| pack_date(*date, to));
        end.iter().filter(|_| has_end).for_each(|date| pack_date(*date, to));
        calendar.iter().for_each(|words| words.pack(to));
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let flags = from.byte();
        let has = |flag: u8| flags >> flag & 1 == 1;
        let words = String::unpack(from);
        let start = if has(0) { unpack_date(from) } else { None };
        let other_end = if has(1) { unpack_date(from) } else { None };
        let end = if has(2) { start } else { other_end };
        let calendar = if has(4) { Calendar::Other(String::unpack(from)) } else { Calendar::Gregorian };
        Self { words, start, end, circa: has(3), calendar }
    }
}

impl Packed for Place {
    fn pack(&self, to: &mut Writer<'_>) {
        let Self { file, record, line, span } = self;
        to.number(file.0.into());
        record.pack(to);
        line.pack(to);
        span.start.pack(to);
        // A length is shorter than an end; an end before the start wraps around and back.
        to.number(span.end.wrapping_sub(span.start));
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let file = FileId(from.number() as u32);
        let (record, line, start) = (from.number(), Option::unpack(from), from.number());
        let end = start.wrapping_add(from.number());
        Self { file, record, line, span: start..end }
    }
}
