//! The lists of the US Treasury's Office of Foreign Assets Control (OFAC): SDN and Consolidated, as CSV and as XML.
//!
//! Both forms say the same in different ways, and give the same records here: names with the family name first, and
//! numbers by the labels that the XML has as `idType` and the CSV writes before the number in its remarks.
//! What both share stands here, in [`fields`] and in [`remarks`].

mod csv;
mod fields;
mod remarks;
mod xml;

pub(super) use csv::{ADDRESSES, ALIASES, COMMENTS, SDN};
pub(super) use xml::XML;

use crate::import::Place;
use crate::import::record::{Designation, Record};

/// The list in which numbers are unique: OFAC counts the entries of all its lists together.
const LIST: &str = "ofac";

/// Who designates.
const AUTHORITY: &str = "US Treasury, Office of Foreign Assets Control";

/// The list that the name of a file tells: the layouts are the same.
fn list_named(file: &str) -> Option<&'static str> {
    let file = file.to_ascii_lowercase();
    if file.starts_with("cons") {
        Some("Consolidated Sanctions List (non-SDN)")
    } else if file.contains("sdn") {
        Some("Specially Designated Nationals and Blocked Persons List")
    } else {
        None
    }
}

/// An entry of which only the number is known, with its designation.
fn entry(id: &str, list: Option<&str>, place: Place) -> Record {
    let mut record = Record::new(LIST, id, place);
    record.designations.push(designation(list));
    record
}

fn designation(list: Option<&str>) -> Designation {
    Designation { authority: AUTHORITY.to_owned(), list: list.map(str::to_owned), ..Designation::default() }
}
