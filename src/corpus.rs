//! The bundled story, packed into the program when it was built.
//!
//! `src/corpus/` holds the facts as TOML, one folder a story, and the build script that parses,
//! checks and packs them; a story with a problem fails the build.

use crate::model::Dataset;
use crate::pack::{Broken, unpack};
use crate::scene::Places;

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.bin"));

/// The bundled story, and where its actors stand.
///
/// # Errors
///
/// Never in a program whose build script is of the same version as its model.
pub fn bundled() -> Result<(Dataset, Places), Broken> {
    unpack(PACKED)
}
