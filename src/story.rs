//! A story told in TOML: parsed, resolved, checked.
//!
//! Who writes a story gets all problems at once, each with the file, the record, what is wrong with
//! it and what to do. A [`Dataset`] that comes out of here holds together: every id leads to a
//! record, every place in a source exists, the numbers add up.
//!
//! The way: `parse` (text to `raw` records), `names` (keys to ids), `resolve` (raw records to the model,
//! checking each on the way, with `shape`, `time` and `evidence`), then `whole` and `counts` for
//! what shows only when all records are there. Nothing here reads a file: who calls has the texts.

mod counts;
mod evidence;
mod names;
mod parse;
mod problem;
mod raw;
mod resolve;
mod shape;
mod time;
mod whole;

use crate::model::Dataset;

pub use parse::FILES;
pub use problem::{Problem, report};

/// The story whose files are `files`, each a file name (`facts.toml`) and its text; `key` is the
/// name of its folder.
///
/// # Errors
///
/// All problems that the story has, in the order in which it is read.
pub fn read(files: &[(&str, &str)], key: &str) -> Result<Dataset, Vec<Problem>> {
    let mut findings = problem::Findings::default();
    let data = parse::files(files, &mut findings).map(|raw| {
        let names = names::Names::new(&raw, &mut findings);
        let data = resolve::dataset(&raw, key, &names, &mut findings);
        // Where a name leads nowhere, sums would only repeat that problem in other words.
        if !findings.lost_a_name() {
            counts::check(&data, &mut findings);
            whole::check(&data, &mut findings);
        }
        data
    });
    findings.result(data)
}
