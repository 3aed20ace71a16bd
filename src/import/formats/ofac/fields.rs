//! What a labelled value of an OFAC entry is: the labels are those of `idType` in the XML, which the CSV writes before
//! the value in its remarks.

use core::ops::Range;

use crate::import::record::{
    Country, Dating, Designation, Extra, Gender, IdKind, Identifier, LegalBasis, Part, Record, Relation,
    RelationKind, Whom, extra,
};
use crate::import::{Repair, tidy};

/// What becomes of a value.
#[derive(Clone, Copy)]
pub(super) enum Field {
    Id(IdKind),
    Extra(&'static str),
    /// It says what the designation does, or what it may bring.
    Measure,
    Gender,
    /// When an organization was founded or a thing was built.
    Made,
    /// A country to which it belongs.
    Country,
    /// When a directive was applied, or began to have effect; the label names the directive.
    Listed,
    Effective,
}

use Field::{Effective, Id, Listed, Made, Measure};
use IdKind::{Imo, Mmsi, National, Passport, Registration, Serial, Swift, TailNumber, Tax, Vat, Wallet};

/// Labels and what they mark. A label is found where it is the whole label of the XML, or begins a remark of the CSV
/// and nothing longer does.
const LABELS: &[(&str, Field)] = &[
    ("Additional Sanctions Information -", Field::Extra(extra::SECONDARY_SANCTIONS)),
    ("Afghan Money Service Provider License Number", Id(Registration)),
    ("Aircraft Construction Number (also called L/N or S/N or F/N)", Id(Serial)),
    ("Aircraft Manufacture Date", Made),
    ("Aircraft Manufacturer's Serial Number (MSN)", Id(Serial)),
    ("Aircraft Mode S Transponder Code", Id(IdKind::Other)),
    ("Aircraft Model", Field::Extra(extra::MODEL)),
    ("Aircraft Operator", Field::Extra(extra::OPERATOR)),
    ("Aircraft Serial Identification", Id(Serial)),
    ("Aircraft Tail Number", Id(TailNumber)),
    ("BIK (RU)", Id(IdKind::Other)),
    ("Birth Certificate Number", Id(National)),
    ("Bosnian Personal ID No.", Id(National)),
    ("Branch Unit Number", Id(Registration)),
    ("British National Overseas Passport", Id(Passport)),
    ("Business Number", Id(Registration)),
    ("Business Registration Document #", Id(Registration)),
    ("Business Registration Number", Id(Registration)),
    ("C.I.F.", Id(Tax)),
    ("C.I.N.", Id(Registration)),
    ("C.R. No.", Id(Registration)),
    ("C.U.I.", Id(National)),
    ("C.U.I.P.", Id(National)),
    ("C.U.I.T.", Id(Tax)),
    ("C.U.R.P.", Id(National)),
    ("CAATSA Section 235 Information:", Measure),
    ("CNP (Personal Numerical Code)", Id(National)),
    ("Cartilla de Servicio Militar Nacional", Id(National)),
    ("Cedula No.", Id(National)),
    ("Central Registration System Number", Id(Registration)),
    ("Certificate of Incorporation Number", Id(Registration)),
    ("Chamber of Commerce Number", Id(Registration)),
    ("Chinese Commercial Code", Id(IdKind::Other)),
    ("Citizen's Card Number", Id(National)),
    ("Commercial Registry Number", Id(Registration)),
    ("Company Number", Id(Registration)),
    ("Credencial electoral", Id(National)),
    ("D-U-N-S Number", Id(IdKind::Duns)),
    ("D.N.I.", Id(National)),
    ("Digital Currency Address -", Id(Wallet)),
    ("Diplomatic Passport", Id(Passport)),
    ("Driver's License No.", Id(National)),
    ("Dubai Chamber of Commerce Membership No.", Id(Registration)),
    ("EMAIL", Field::Extra(extra::EMAIL)),
    ("Economic Register Number (CBLS)", Id(Registration)),
    ("Effective Date (", Effective),
    ("Electoral Registry No.", Id(National)),
    ("Email", Field::Extra(extra::EMAIL)),
    ("Email Address", Field::Extra(extra::EMAIL)),
    ("Enterprise Number", Id(Registration)),
    ("Equity Ticker", Id(IdKind::Security)),
    ("Executive Order 13662 Directive Determination -", Measure),
    ("Executive Order 13846 information:", Measure),
    ("Executive Order 14024 Directive Information -", Measure),
    ("Executive Order 14024 Directive Information", Measure),
    ("FAX", Field::Extra(extra::PHONE)),
    ("Fax", Field::Extra(extra::PHONE)),
    ("Fax:", Field::Extra(extra::PHONE)),
    ("File Number", Id(IdKind::Other)),
    ("Fiscal Code", Id(Tax)),
    ("Folio Mercantil No.", Id(Registration)),
    ("Former Vessel Flag", Field::Extra(extra::PAST_FLAGS)),
    ("Gender", Field::Gender),
    ("Government Gazette Number", Id(Registration)),
    ("I.F.E.", Id(National)),
    ("IFCA Determination -", Measure),
    ("ISIN", Id(IdKind::Security)),
    ("Identification Number IMO", Id(Imo)),
    ("Identification Number", Id(National)),
    ("Immigration No.", Id(National)),
    ("Istanbul Chamber of Comm. No.", Id(Registration)),
    ("Italian Fiscal Code", Id(Tax)),
    ("Kenyan ID No.", Id(National)),
    ("LE Number", Id(National)),
    ("Legal Entity Number", Id(IdKind::Lei)),
    ("License", Id(Registration)),
    ("Listing Date (", Listed),
    ("MICEX Code", Id(IdKind::Security)),
    ("MMSI", Id(Mmsi)),
    ("MSB Registration Number", Id(Registration)),
    ("Matricula Mercantil No", Id(Registration)),
    ("Military Registration Number", Id(National)),
    ("Moroccan Personal ID No.", Id(National)),
    ("N.I.E.", Id(National)),
    ("N.I.F.", Id(Tax)),
    ("NIT #", Id(Tax)),
    ("National Foreign ID Number", Id(National)),
    ("National ID No.", Id(National)),
    ("Nationality of Registration", Field::Country),
    ("Numero Unico de Identificacao Tributaria (NUIT)", Id(Tax)),
    ("Numero de Identidad", Id(National)),
    ("Organization Code", Id(Registration)),
    ("Organization Established Date", Made),
    ("Organization Type:", Field::Extra(extra::SECTOR)),
    ("Other Vessel Call Sign", Id(IdKind::CallSign)),
    ("Other Vessel Flag", Field::Extra(extra::FLAG)),
    ("Other Vessel Type", Field::Extra(extra::TYPE)),
    ("PEESA Information:", Measure),
    ("PHONE", Field::Extra(extra::PHONE)),
    ("Paraguayan tax identification number", Id(Tax)),
    ("Passport", Id(Passport)),
    ("Permit Number", Id(Registration)),
    ("Personal ID Card", Id(National)),
    ("Phone Number", Field::Extra(extra::PHONE)),
    ("Pilot License Number", Id(National)),
    ("Previous Aircraft Tail Number", Id(TailNumber)),
    ("Public Registration Number", Id(Registration)),
    ("Public Security and Immigration No.", Id(National)),
    ("R.F.C.", Id(Tax)),
    ("RFC", Id(Tax)),
    ("RIF #", Id(Tax)),
    ("RTN", Id(Tax)),
    ("RUC #", Id(Tax)),
    ("Refugee ID Card", Id(National)),
    ("Registered Charity No.", Id(Registration)),
    ("Registration Certificate Number (Dubai)", Id(Registration)),
    ("Registration Country", Field::Country),
    ("Registration ID", Id(Registration)),
    ("Registration Number", Id(Registration)),
    ("Residency Number", Id(National)),
    ("Romanian C.R.", Id(Registration)),
    ("Romanian Permanent Resident", Id(National)),
    ("Romanian Tax Registration", Id(Tax)),
    ("Russian State Individual Business Registration Number Pattern (OGRNIP)", Id(Registration)),
    ("SRE Permit No.", Id(Registration)),
    ("SSN", Id(National)),
    ("SWIFT/BIC", Id(Swift)),
    ("Seafarer's Identification Document", Id(National)),
    ("Secondary sanctions risk:", Field::Extra(extra::SECONDARY_SANCTIONS)),
    ("Serial No.", Id(Serial)),
    ("Stateless Person ID Card", Id(National)),
    ("Stateless Person Passport", Id(Passport)),
    ("Target Type", Field::Extra(extra::LEGAL_FORM)),
    ("Tax ID No.", Id(Tax)),
    ("Tazkira National ID Card", Id(National)),
    ("Telephone", Field::Extra(extra::PHONE)),
    ("Telephone:", Field::Extra(extra::PHONE)),
    ("Tourism License No.", Id(Registration)),
    ("Trade License No.", Id(Registration)),
    ("Trademark number", Id(IdKind::Other)),
    ("Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions:", Measure),
    ("Travel Document Number", Id(Passport)),
    ("Turkish Identification Number", Id(National)),
    ("UAE Identification", Id(National)),
    ("UK Company Number", Id(Registration)),
    ("UN/LOCODE", Field::Extra("UN/LOCODE")),
    ("US FEIN", Id(Tax)),
    ("Unified Social Credit Code (USCC)", Id(Registration)),
    ("United Social Credit Code Certificate (USCCC)", Id(Registration)),
    ("V.A.T. Number", Id(Vat)),
    ("Vessel Registration Identification", Id(Imo)),
    ("Vessel Year of Build", Made),
    ("VisaNumberID", Id(IdKind::Other)),
    ("Website", Field::Extra(extra::WEBSITE)),
];

const _: () = assert!(is_sorted(LABELS), "labels stand in the order of their first bytes");

/// Each remark of a large list is looked for, so only those labels are tried that begin as it does.
fn like(remark: &str) -> Option<Range<usize>> {
    let first = *remark.as_bytes().first()?;
    let begins = |label: &str| label.as_bytes().first().copied().unwrap_or(0);
    let start = LABELS.partition_point(|(label, _)| begins(label) < first);
    Some(start..LABELS.partition_point(|(label, _)| begins(label) <= first))
}

const fn is_sorted(labels: &[(&str, Field)]) -> bool {
    let mut rest = labels;
    while let [(first, _), others @ ..] = rest {
        if let [(second, _), ..] = others {
            let (Some(first), Some(second)) = (first.as_bytes().first(), second.as_bytes().first()) else {
                return false;
            };
            if *first > *second {
                return false;
            }
        }
        rest = others;
    }
    true
}

/// The longest label that a remark of the CSV begins with, what it marks, and the rest.
pub(super) fn labelled(remark: &str) -> Option<(&str, Field, &str)> {
    let begins = |label: &str| {
        remark.starts_with(label) && {
            let rest = remark.get(label.len()..).unwrap_or_default();
            label.ends_with('(') || rest.starts_with(' ')
        }
    };
    let found = LABELS.get(like(remark)?)?.iter().filter(|(label, _)| begins(label));
    let (label, field) = found.max_by_key(|(label, _)| label.len())?;
    // Some labels end in a word that is part of the value's own label: the currency, the directive.
    let end = match field {
        Listed | Effective => remark.find("):")? + 2,
        Id(Wallet) => {
            let after = remark.get(label.len()..)?.trim_start();
            remark.len() - after.len() + after.find(' ')?
        }
        _ => label.len(),
    };
    Some((remark.get(..end)?, *field, remark.get(end..)?.trim()))
}

/// What a label of the XML marks; one that is not known marks a number of some sort.
pub(super) fn of_label(label: &str) -> Field {
    let is = |known: &str, field: Field| match field {
        Listed | Effective | Id(Wallet) => label.starts_with(known),
        _ => label == known,
    };
    let like = like(label).and_then(|it| LABELS.get(it)).unwrap_or_default();
    like.iter().find(|(known, field)| is(known, *field)).map_or(Id(IdKind::Other), |(_, field)| *field)
}

/// A value with its label, as both forms of the list have it.
pub(super) struct Labelled<'l> {
    pub(super) label: &'l str,
    pub(super) field: Field,
    pub(super) value: &'l str,
    pub(super) country: Option<&'l str>,
    pub(super) issued: Option<&'l str>,
    pub(super) expires: Option<&'l str>,
}

/// Puts a labelled value where it belongs.
pub(super) fn put(it: &Labelled<'_>, record: &mut Record, repair: &mut dyn FnMut(Repair)) {
    match it.field {
        Id(kind) => {
            let number = Identifier {
                country: it.country.map(Country::new),
                issued: it.issued.map(|words| Dating::or_told(words, repair)),
                expires: it.expires.map(|words| Dating::or_told(words, repair)),
                ..Identifier::new(kind, it.label.trim_end_matches([':', '-']).trim(), tidy(it.value))
            };
            record.identifiers.push(imo(number));
        }
        Field::Extra(name) => record.extras.push(Extra { name: name.into(), value: tidy(it.value) }),
        Measure => {
            let words = format!("{} {}", it.label, it.value);
            if let Some(designation) = first(record) {
                designation.measures.push(words);
            } else {
                record.remarks.push(words);
            }
        }
        Field::Gender => match Gender::named(it.value) {
            Some(gender) => record.gender = Some(gender),
            None => record.remarks.push(format!("{} {}", it.label, it.value)),
        },
        Made => record.born.push(Dating::or_told(it.value, repair)),
        Field::Country => record.countries.push(Country::new(it.value)),
        Listed | Effective => directive(it, record, repair),
    }
}

/// The designation of the entry itself.
fn first(record: &mut Record) -> Option<&mut Designation> {
    record.designations.first_mut()
}

/// A directive under an executive order is a designation of its own, with its own dates.
fn directive(it: &Labelled<'_>, record: &mut Record, repair: &mut dyn FnMut(Repair)) {
    let name = it.label.split_once('(').map_or(it.label, |(_, rest)| rest).trim_end_matches([')', ':']);
    let when = Some(Dating::or_told(it.value, repair));
    let rests_on = |one: &&mut Designation| one.legal_basis.iter().any(|basis| basis.title == name);
    let found = record.designations.iter_mut().skip(1).find(rests_on);
    let one = match found {
        Some(one) => one,
        None => {
            let list = record.designations.first().and_then(|own| own.list.clone());
            let mut own = super::designation(list.as_deref());
            own.legal_basis.push(LegalBasis { title: name.to_owned(), ..LegalBasis::default() });
            // The entry's own designation stays the first.
            if record.designations.is_empty() {
                record.designations.push(super::designation(None));
            }
            record.designations.push(own);
            let Some(one) = record.designations.last_mut() else { return };
            one
        }
    };
    match it.field {
        Listed => one.listed_on = when,
        _ => one.effective_on = when,
    }
}

/// `IMO 7406784`: the word is part of the value wherever the number is one of a ship or of a ship's owner.
fn imo(mut number: Identifier) -> Identifier {
    if let Some(digits) = number.value.strip_prefix("IMO ") {
        number.value = digits.trim().to_owned();
        number.kind = Imo;
    }
    number
}

/// Whom a vessel belongs to.
pub(super) fn owner(words: &str, record: &mut Record) {
    record.extras.push(Extra { name: extra::OWNER.into(), value: words.to_owned() });
    let link = Relation::link(Whom::Name(words.to_owned()), "Vessel Owner");
    record.relations.push(Relation { kind: RelationKind::Ownership, inverse: true, ..link });
}

/// The parts of a person's name: the family name stands before the first comma.
pub(super) fn parts(full: &str) -> Vec<(Part, String)> {
    let Some((last, first)) = full.split_once(',') else { return vec![(Part::Last, full.to_owned())] };
    let parts = [(Part::First, first.trim()), (Part::Last, last.trim())];
    parts.into_iter().filter(|(_, it)| !it.is_empty()).map(|(part, it)| (part, it.to_owned())).collect()
}
