//! Small lists that we wrote, published beside the page: for who wants to see what opening a list is like.
//!
//! Nobody in them is real.

use crate::words::OpeningWords;

/// A list to try.
pub struct Sample {
    /// The name of its file in the folder [`FOLDER`].
    pub file: &'static str,
    /// What it shows, for readers.
    pub label: fn(&OpeningWords) -> &'static str,
    /// What stands in it. The page has none of it: it is fetched as a file.
    #[cfg(not(target_arch = "wasm32"))]
    pub text: &'static str,
}

/// The folder beside the page.
pub const FOLDER: &str = "samples";

/// All of them, in the order in which readers see them.
pub const SAMPLES: &[Sample] = &[
    Sample {
        file: "harbour-list.csv",
        label: |words| words.sample_list,
        #[cfg(not(target_arch = "wasm32"))]
        text: include_str!("samples/harbour-list.csv"),
    },
    Sample {
        file: "orchard-row.ftm.json",
        label: |words| words.sample_network,
        #[cfg(not(target_arch = "wasm32"))]
        text: include_str!("samples/orchard-row.ftm.json"),
    },
    Sample {
        file: "plain-table.csv",
        label: |words| words.sample_table,
        #[cfg(not(target_arch = "wasm32"))]
        text: include_str!("samples/plain-table.csv"),
    },
];
