//! The lists of the United Kingdom: the UK Sanctions List in its layout of 2026, as XML and as CSV, and the
//! Consolidated List (`ConList.csv`) that it took the place of in January 2026.
//!
//! All three say the same in other ways: names in six parts of which the sixth is the family name or the name of an
//! entity, dates with the day first and `dd`, `mm` or `00` for what is not known, addresses in six lines. What they
//! share stands here and in [`fields`]; both CSV files are read by [`csv`].

mod columns;
mod csv;
mod fields;
mod information;
mod join;
mod xml;

pub(super) use csv::{CONLIST, CSV};
pub(super) use xml::XML;

use crate::import::record::Designation;

/// The list in which Unique IDs are unique.
const LIST: &str = "uk-sl";
/// The list in which the Group IDs of the Treasury are unique.
const CONLIST_LIST: &str = "uk-conlist";

const TITLE: &str = "UK Sanctions List";
const CONLIST_TITLE: &str = "Consolidated List of Financial Sanctions Targets in the UK";

/// A designation of the UK Sanctions List.
fn designation(id: &str) -> Designation {
    Designation {
        authority: "UK Foreign, Commonwealth & Development Office".to_owned(),
        list: Some(TITLE.to_owned()),
        reference: Some(id.to_owned()),
        ..Designation::default()
    }
}

/// A designation of the Consolidated List.
fn conlist_designation(id: &str) -> Designation {
    Designation {
        authority: "UK HM Treasury, Office of Financial Sanctions Implementation".to_owned(),
        list: Some(CONLIST_TITLE.to_owned()),
        reference: Some(id.to_owned()),
        ..Designation::default()
    }
}
