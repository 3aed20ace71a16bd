//! What is done natively: the last step of a build, and help for authors of a story.
//!
//! This is a shell around the core: it reads and writes files. What it makes of them is in pure
//! functions, one module a subject.

mod finish;
mod html;
mod integrity;
mod markup;
mod page;
mod passages;
mod policy;
mod sheets;

use core::fmt;
use std::path::{Path, PathBuf};

pub use finish::{complete, data_files};
pub use integrity::renew;
pub use passages::passages;
pub use policy::seal;
pub use sheets::{Joined, Need, join};

/// What there is to do.
pub const USAGE: &str = "\
site finish [DIR]    complete the page in DIR or, without one, in $TRUNK_STAGING_DIR
site passages FILE   write the TOML of a document: its SHA-256 and those of its sentences";

/// Why a command came to nothing: what, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Where: a file, or a place in it.
    pub place: String,
    /// What is wrong there.
    pub reason: String,
    /// What to do.
    pub advice: String,
}

impl Failure {
    fn new(place: impl Into<String>, reason: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { place: place.into(), reason: reason.into(), advice: advice.into() }
    }

    fn of_file(path: &Path, error: &std::io::Error) -> Self {
        Self::new(path.display().to_string(), error.to_string(), "see that it is there and may be used")
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.place, self.reason, self.advice)
    }
}

/// Runs a command; gives what is to be printed. `staging` is where Trunk is building.
///
/// # Errors
///
/// When the command is none, or what it needs is not there or not as it must be.
pub fn run(arguments: &[String], staging: Option<PathBuf>) -> Result<String, Failure> {
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    match (&*arguments, staging) {
        (["finish"], Some(folder)) => finish::finish(&folder).map(|()| String::new()),
        (["finish", folder], _) => finish::finish(Path::new(folder)).map(|()| String::new()),
        (["finish"], None) => Err(Failure::new(
            "site finish",
            "does not know where the page is",
            "name its folder: site finish DIR",
        )),
        (["passages", file], _) => passages::of_file(Path::new(file)),
        _ => Err(Failure::new("site", "does not know this command", format!("there are\n\n{USAGE}"))),
    }
}
