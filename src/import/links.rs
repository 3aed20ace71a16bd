//! Whom a relation by name means: names to ids, within a list.
//!
//! OFAC links entries by name alone. A name may be that of several entries (18 are), or the primary name of none
//! (8 links are to one of four): then an alias may fit. What is meant stays with the reader; here is only who could be.

use std::collections::BTreeMap;

use super::record::{NameKind, Record, Whom};
use super::tidy;

/// The names of lists, by which relations find their ends. It takes records in the order of an import.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// For each list and name whose it is, primary names before others.
    names: BTreeMap<(String, String), Vec<(bool, String)>>,
}

impl Links {
    /// Takes the names of a record.
    pub fn add(&mut self, record: &Record) {
        for name in &record.names {
            let key = (record.list.clone(), fold(&name.full));
            let of = (name.kind != NameKind::Primary, record.id.clone());
            let all = self.names.entry(key).or_default();
            if let Err(place) = all.binary_search(&of) {
                all.insert(place, of);
            }
        }
    }

    /// The ids that a relation of an entry of a list may mean: those whose primary name it is, or else those who
    /// have it among their other names; each once, in the order of their texts. None where nobody has it.
    pub fn find<'a>(&'a self, list: &str, whom: &'a Whom) -> Vec<&'a str> {
        let name = match whom {
            Whom::Id(id) => return vec![id],
            Whom::Name(name) => name,
        };
        let Some(all) = self.names.get(&(list.to_owned(), fold(name))) else { return Vec::new() };
        let is_other = all.first().is_some_and(|(is_other, _)| *is_other);
        all.iter().filter(|(it, _)| *it == is_other).map(|(_, id)| id.as_str()).collect()
    }

    /// True where a name is the primary one of some entry of a list.
    pub fn is_primary(&self, list: &str, name: &str) -> bool {
        let all = self.names.get(&(list.to_owned(), fold(name)));
        all.and_then(|it| it.first()).is_some_and(|(is_other, _)| !is_other)
    }
}

/// Names are the same whatever their case, white space and stop at the end: where a name is the last of OFAC's
/// remarks, the stop of `S.A. DE C.V.` is that of the remarks, too, and cannot be told from it.
fn fold(name: &str) -> String {
    tidy(name).trim_end_matches('.').to_uppercase()
}
