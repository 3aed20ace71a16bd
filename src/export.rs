//! Facts and designations as published data: one module a format, one registry.
//!
//! What a format writes is a promise to whoever reads it: JSON carries its kind and its version, and
//! the wire types stand here, not in the model. Formats are pure: they give text, and who calls
//! saves it.

mod csv;
mod dataset;
mod ftm;
mod list;
mod sanctions;
mod wire;

use crate::model::Dataset;

pub use list::{Table, list_csv, list_json};

/// A format in which a whole dataset is published.
pub struct Format {
    /// The stable name, and the name of the file before its extension.
    pub key: &'static str,
    /// What the format is called for readers.
    pub label: fn() -> &'static str,
    /// The extension of the file.
    pub extension: &'static str,
    /// The media type.
    pub mime: &'static str,
    /// What stands in it, for who builds on it.
    pub doc: &'static str,
    /// Writes it.
    pub write: fn(&Dataset) -> String,
}

impl Format {
    /// The name of the file: `facts.json`.
    pub fn file(&self) -> String {
        format!("{}.{}", self.key, self.extension)
    }
}

/// All formats, the fullest first.
pub const FORMATS: &[Format] = &[dataset::FORMAT, sanctions::FORMAT, ftm::FORMAT];
