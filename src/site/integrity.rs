//! Integrity attributes, made anew from the final bytes.
//!
//! Trunk writes them before scripts and styles are made smaller; a browser refuses a file whose
//! bytes are others.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use super::Failure;
use super::markup::tags;

/// The page with the `integrity` of each file as `bytes` gives it, by the address in the page.
///
/// # Errors
///
/// When a file with an `integrity` cannot be had.
pub fn renew(html: &str, bytes: impl Fn(&str) -> Result<Vec<u8>, Failure>) -> Result<String, Failure> {
    let (mut renewed, mut rest) = (String::with_capacity(html.len()), html);
    for tag in tags(html) {
        let address = tag.attribute("href").or(tag.attribute("src"));
        let (Some(stale), Some(address)) = (tag.attribute("integrity"), address) else { continue };
        // Tags come in the order of the page, so the next place of the value is that of this tag.
        if let Some((before, after)) = rest.split_once(stale).filter(|_| !stale.is_empty()) {
            renewed.push_str(before);
            renewed.push_str(&format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes(address)?))));
            rest = after;
        }
    }
    renewed.push_str(rest);
    Ok(renewed)
}
