//! The stylesheets as two files: one for the first look, one for what comes with the second half of the
//! program (`ui::later`), which fetches it itself.

use sha2::{Digest, Sha256};

use super::markup::{Tag, rewritten};
use super::{Failure, integrity};

/// A page whose stylesheets are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The page.
    pub html: String,
    /// The address of the stylesheet; its name changes with what it says.
    pub address: String,
    /// What it says.
    pub css: String,
    /// The addresses of those that it stands for.
    pub parts: Vec<String>,
}

/// When a stylesheet is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// At once.
    Now,
    /// With the second half of the program. `media="later"` says so in `index.html`: no screen is of that
    /// kind, so that a page which nobody completed shows no harm.
    Later,
}

/// Joins those stylesheets of a page that are needed then, in their order; `bytes` gives each by its address.
///
/// # Errors
///
/// When one cannot be had, is not UTF-8, or says what holds at its own start alone.
pub fn join(
    html: &str,
    need: Need,
    bytes: impl Fn(&str) -> Result<Vec<u8>, Failure>,
) -> Result<Joined, Failure> {
    let (mut parts, mut css) = (Vec::new(), String::new());
    let html = rewritten(html, |tag| {
        let Some(address) = sheet(tag, need) else { return Ok(None) };
        let text = String::from_utf8(bytes(address)?)
            .map_err(|error| Failure::new(address, format!("is not UTF-8 ({error})"), "save it as UTF-8"))?;
        if let Some(rule) = ["@import", "@charset"].into_iter().find(|rule| text.contains(rule)) {
            let advice = "name each stylesheet in index.html";
            return Err(Failure::new(address, format!("has {rule}, which counts only at a start"), advice));
        }
        css.push_str(text.trim_end());
        css.push('\n');
        parts.push(address.to_owned());
        // The first makes room for all.
        Ok(Some(if parts.len() == 1 { PLACE.to_owned() } else { String::new() }))
    })?;
    let hash: String = Sha256::digest(&css).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let folder = parts.first().and_then(|first| first.rsplit_once('/')).map(|(folder, _)| folder);
    let folder = folder.map_or_else(String::new, |folder| format!("{folder}/"));
    let integrity = integrity::of(css.as_bytes());
    let (address, link) = match need {
        Need::Now => {
            let address = format!("{folder}style-{hash}.css");
            let link = format!("<link rel=\"stylesheet\" href=\"{address}\" integrity=\"{integrity}\" />");
            (address, link)
        }
        Need::Later => {
            let address = format!("{folder}later-{hash}.css");
            // The name is the one that `ui::browser` asks for.
            let link = format!("<meta name=\"later-style\" content=\"{address}\" />");
            (address, link)
        }
    };
    Ok(Joined { html: html.replacen(PLACE, &link, 1), address, css, parts })
}

/// Where the joined stylesheet will stand.
const PLACE: &str = "<!--site:style-->";

/// The address of a stylesheet that is needed then.
fn sheet<'a>(tag: &'a Tag<'_>, need: Need) -> Option<&'a str> {
    let is_sheet = tag.name == "link" && tag.attribute("rel") == Some("stylesheet");
    let media = match need {
        Need::Now => None,
        Need::Later => Some("later"),
    };
    tag.attribute("href").filter(|_| is_sheet && tag.attribute("media") == media)
}
