//! The bundled story, packed into the program when it was built.
//!
//! `src/corpus/` holds the facts as TOML, one folder a story, and the build script that parses,
//! checks and packs them; a story with a problem fails the build. It comes in two parts: who is joined to
//! whom, and where; and the texts, which the page does not need for the first look.

use crate::model::{self, Dataset};
use crate::pack::{Broken, unpack};
use crate::scene::Places;

static OUTLINE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/outline.bin"));
static TEXTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/texts.bin"));

/// The bundled story, and where its actors stand.
///
/// # Errors
///
/// Never in a program whose build script is of the same version as its model.
pub fn bundled() -> Result<(Dataset, Places), Broken> {
    let (data, places) = outline()?;
    complete(&data)?;
    Ok((data, places))
}

/// The same without what comes later ([`model::Late`]).
///
/// # Errors
///
/// As [`bundled`].
pub fn outline() -> Result<(Dataset, Places), Broken> {
    unpack(OUTLINE)
}

/// Gives the [`outline`] the rest.
///
/// # Errors
///
/// As [`bundled`].
pub fn complete(outline: &Dataset) -> Result<(), Broken> {
    model::complete(outline, TEXTS)
}
