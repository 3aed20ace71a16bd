//! Integrity attributes, made anew from the final bytes.
//!
//! Trunk writes them before scripts and styles are made smaller; a browser refuses a file whose
//! bytes are others.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use super::Failure;
use super::markup::{Tag, rewritten};

/// What a preloaded file can be for a browser to check it; of all else it says in its console that it
/// does not.
const CHECKED: [&str; 3] = ["script", "style", "font"];

/// The page with the `integrity` of each file as `bytes` gives it, by the address in the page, and
/// with none on a preload that a browser would not check.
///
/// # Errors
///
/// When a file with an `integrity` cannot be had.
pub fn renew(html: &str, bytes: impl Fn(&str) -> Result<Vec<u8>, Failure>) -> Result<String, Failure> {
    rewritten(html, |tag| {
        let address = tag.attribute("href").or(tag.attribute("src"));
        let stale = tag.attribute("integrity").filter(|stale| !stale.is_empty());
        let (Some(stale), Some(address)) = (stale, address) else { return Ok(None) };
        if is_unchecked(tag) {
            let bare = [format!(" integrity=\"{stale}\""), format!(" integrity={stale}")];
            return Ok(Some(bare.iter().fold(tag.source.to_owned(), |tag, it| tag.replace(it, ""))));
        }
        Ok(Some(tag.source.replacen(stale, &of(&bytes(address)?), 1)))
    })
}

fn is_unchecked(tag: &Tag<'_>) -> bool {
    let checked = tag.attribute("as").is_some_and(|kind| CHECKED.contains(&kind));
    tag.attribute("rel") == Some("preload") && !checked
}

/// The value of the attribute for these bytes.
pub(super) fn of(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}
