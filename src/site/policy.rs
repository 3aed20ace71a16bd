//! The Content-Security-Policy of the page, as a meta tag: nothing runs and nothing is fetched but
//! what the page is made of.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::markup::{Tag, tags};
use super::{Failure, finish};

const MARKER: &str = "<!--site:csp-->";

/// The page with its policy in the place of the marker; every inline script is named by its hash.
///
/// # Errors
///
/// When the marker is not there once or comes too late, or the page holds what the policy would
/// block: inline styles, inline handlers, addresses of other sites.
pub fn seal(html: &str) -> Result<String, Failure> {
    let before = html.split(MARKER).next().unwrap_or_default();
    if before.len() < html.len() {
        in_time(before)?;
    }
    let tags = tags(html);
    for tag in &tags {
        allowed(tag)?;
    }
    let hashes = tags.iter().filter(|tag| tag.name == "script" && tag.attribute("src").is_none());
    let mut sources = vec!["'self'".to_owned(), "'wasm-unsafe-eval'".to_owned()];
    for hash in hashes.map(hash) {
        if !sources.contains(&hash) {
            sources.push(hash);
        }
    }
    let policy = [
        "default-src 'none'",
        &format!("script-src {}", sources.join(" ")),
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "manifest-src 'self'",
        "base-uri 'self'",
        "form-action 'none'",
        "object-src 'none'",
    ]
    .join("; ");
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />");
    finish::fill(html, MARKER, &meta)
}

/// The hash of a script as a browser reads it: its line ends are line feeds.
fn hash(script: &Tag<'_>) -> String {
    let text = script.text.replace("\r\n", "\n").replace('\r', "\n");
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// A policy holds for what comes after it.
fn in_time(before: &str) -> Result<(), Failure> {
    let early =
        tags(before).into_iter().find(|tag| matches!(&*tag.name, "script" | "link" | "style" | "body"));
    match early {
        None => Ok(()),
        Some(tag) => Err(Failure::new(
            "index.html",
            format!("has <{}> before the marker {MARKER}", tag.name),
            "put the marker right after the charset",
        )),
    }
}

fn allowed(tag: &Tag<'_>) -> Result<(), Failure> {
    let place = || format!("index.html: <{}>", tag.name);
    if tag.name == "style" {
        return Err(Failure::new(place(), "is an inline style, which the policy blocks", "put it in style/"));
    }
    for (name, value) in &tag.attributes {
        if name == "style" {
            return Err(Failure::new(
                place(),
                format!("has an inline style ({value}), which the policy blocks"),
                "use a class, or attributes of its own in an SVG",
            ));
        }
        if name.starts_with("on") {
            return Err(Failure::new(
                place(),
                format!("has an inline handler ({name}), which the policy blocks"),
                "let the app listen",
            ));
        }
        let fetched = tag.name == "link" || name == "src" || name == "srcset";
        let value = value.trim().to_ascii_lowercase();
        let away = value.starts_with("//") || value.starts_with("http:") || value.starts_with("https:");
        if (fetched && away) || value.starts_with("javascript:") {
            return Err(Failure::new(
                place(),
                format!("has the address {value}, which is not of this site"),
                "bring it into the site, or leave it out",
            ));
        }
    }
    Ok(())
}
