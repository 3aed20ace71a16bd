//! `site finish`: the facts as plain HTML and as data, and the policy, put into a built page.

use std::fs;
use std::path::{Path, PathBuf};

use super::sheets::Need;
use super::{Failure, integrity, page, policy, sheets};
use crate::corpus;
use crate::engine::Bundled;
use crate::export::FORMATS;
use crate::model::Dataset;
use crate::samples;
use crate::words::EN;

/// The folder of the published data, beside the page.
const DATA: &str = "data";

/// Completes the page in `folder`.
pub(super) fn finish(folder: &Path) -> Result<(), Failure> {
    let (data, places) = corpus::bundled().map_err(|error| {
        Failure::new(
            "the bundled story",
            format!("cannot be read: {error}"),
            "see that src/corpus has a story, and build again",
        )
    })?;
    write(&folder.join(".nojekyll"), "")?;
    for (name, text) in data_files(&data) {
        write(&folder.join(DATA).join(name), &text)?;
    }
    for sample in samples::SAMPLES {
        write(&folder.join(samples::FOLDER).join(sample.file), sample.text)?;
    }
    let index = folder.join("index.html");
    let html = fs::read_to_string(&index).map_err(|error| Failure::of_file(&index, &error))?;
    let html = one_sheet(folder, &html, Need::Now)?;
    let html = one_sheet(folder, &html, Need::Later)?;
    let html = integrity::renew(&html, |address| asset(folder, address))?;
    write(&index, &complete(&html, &Bundled::new(data, places, &EN))?)
}

/// The page with those of its stylesheets as one, which is written in their place.
fn one_sheet(folder: &Path, html: &str, need: Need) -> Result<String, Failure> {
    let joined = sheets::join(html, need, |address| asset(folder, address))?;
    let Some(first) = joined.parts.first() else { return Ok(joined.html) };
    let name = joined.address.rsplit('/').next().unwrap_or_default();
    write(&located(folder, first)?.with_file_name(name), &joined.css)?;
    for part in &joined.parts {
        let file = located(folder, part)?;
        fs::remove_file(&file).map_err(|error| Failure::of_file(&file, &error))?;
    }
    Ok(joined.html)
}

/// The bytes of a file by its address in the page.
fn asset(folder: &Path, address: &str) -> Result<Vec<u8>, Failure> {
    let file = located(folder, address)?;
    fs::read(&file).map_err(|error| Failure::of_file(&file, &error))
}

/// A file by its address in the page, which may begin with where the page will stand.
fn located(folder: &Path, address: &str) -> Result<PathBuf, Failure> {
    let mut path = address.trim_start_matches(['.', '/']);
    while !folder.join(path).is_file() {
        let Some((_, tail)) = path.split_once('/') else {
            return Err(Failure::new(
                "index.html",
                format!("names {address}, which is not in {}", folder.display()),
                "build the page again",
            ));
        };
        path = tail;
    }
    Ok(folder.join(path))
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    folder.and_then(|()| fs::write(path, text)).map_err(|error| Failure::of_file(path, &error))
}

/// The published data: names and texts of the files.
pub fn data_files(data: &Dataset) -> Vec<(String, String)> {
    FORMATS.iter().map(|format| (format.file(), (format.write)(data))).collect()
}

/// The page with the facts in it, and its policy.
///
/// # Errors
///
/// When a marker is not there exactly once, or the page holds what the policy would block.
pub fn complete(html: &str, engine: &Bundled) -> Result<String, Failure> {
    let html = fill(html, "<!--site:title-->", &page::title(engine))?;
    let html = fill(&html, "<!--site:meta-->", &page::meta(engine))?;
    let html = fill(&html, "<!--site:page-->", &page::body(engine))?;
    policy::seal(&html)
}

/// Puts `text` in the place of `marker`, which must stand there once.
pub(super) fn fill(html: &str, marker: &str, text: &str) -> Result<String, Failure> {
    match html.matches(marker).count() {
        1 => Ok(html.replace(marker, text)),
        count => Err(Failure::new(
            "index.html",
            format!("has the marker {marker} {count} times"),
            "write it once; if the page is already complete, build it again",
        )),
    }
}
