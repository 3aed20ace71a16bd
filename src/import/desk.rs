//! What a reader has at hand beside its text: the report, what other files of the drop left, and which there are.

use std::collections::BTreeMap;

use super::record::Place;
use super::report::{Report, What};
use super::{Limits, Refusal, Repair};

/// What a reader has at hand beside its text.
pub struct Desk<'d> {
    pub(super) report: &'d mut Report,
    pub(super) left: &'d mut Left,
    pub(super) present: &'d [&'static str],
    pub(super) limits: &'d Limits,
}

/// What files left for others, by the id that it belongs to.
#[derive(Default)]
pub(super) struct Left {
    words: BTreeMap<String, Vec<(Place, String)>>,
    bytes: usize,
}

impl Desk<'_> {
    /// Tells that something was put right in the record of a place.
    pub fn repair(&mut self, place: &Place, repair: Repair) {
        self.report.add(place.clone(), What::Repaired(repair));
    }

    /// Tells that so many letters of the record of a place were no UTF-8; nothing where none were.
    pub fn letters(&mut self, place: &Place, letters: u64) {
        if letters > 0 {
            self.repair(place, Repair::Encoding { letters });
        }
    }

    /// True where the drop has a file of a format, by its key.
    pub fn has(&self, format: &str) -> bool {
        self.present.contains(&format)
    }

    /// Leaves words for the entry of an id, which a later file has.
    ///
    /// # Errors
    ///
    /// Where more is left than [`Limits::carried`].
    pub fn leave(&mut self, id: &str, place: Place, words: String) -> Result<(), Refusal> {
        self.left.bytes += id.len() + words.len() + size_of::<Place>();
        if self.left.bytes > self.limits.carried {
            return Err(Refusal::Carried { limit: self.limits.carried as u64 });
        }
        self.left.words.entry(id.to_owned()).or_default().push((place, words));
        Ok(())
    }

    /// True where something was left for an id.
    pub fn knows(&self, id: &str) -> bool {
        self.left.words.contains_key(id)
    }

    /// Takes what was left for an id.
    pub fn take(&mut self, id: &str) -> Vec<(Place, String)> {
        if self.left.words.is_empty() { Vec::new() } else { self.left.words.remove(id).unwrap_or_default() }
    }

    /// Takes what was left for some id that did not come.
    pub fn take_any(&mut self) -> Option<(String, Vec<(Place, String)>)> {
        self.left.words.pop_first()
    }
}
