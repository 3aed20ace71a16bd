//! `site passages`: the start of a `[[source]]` for an author's document.

use std::fs;
use std::path::Path;

use super::Failure;
use crate::passage;

/// The TOML for the document in a file; its key is the file name without the extension.
pub(super) fn of_file(path: &Path) -> Result<String, Failure> {
    let bytes = fs::read(path).map_err(|error| Failure::of_file(path, &error))?;
    let key = path.file_stem().unwrap_or_default().to_string_lossy();
    passages(&key, &bytes)
        .map_err(|reason| Failure::new(path.display().to_string(), reason, "save it as UTF-8"))
}

/// The TOML for a document. What only its author can say is left to fill in; the text stays out.
///
/// # Errors
///
/// When the document is not UTF-8.
pub fn passages(key: &str, document: &[u8]) -> Result<String, String> {
    let text = core::str::from_utf8(document).map_err(|error| format!("is not UTF-8 ({error})"))?;
    let sha256 = passage::hash_of_file(document);
    let mut toml = format!(
        "[[source]]\nkey = \"{key}\"\ntitle = \"\"\nnote = \"\"\nwritten = {{ basis = \"not-given\" }}\n\
         lang = \"en\"\nsha256 = \"{sha256}\"\n"
    );
    for (number, paragraph) in (1..).zip(passage::paragraphs(text)) {
        toml.push_str(&format!("\n# {number}\n[[source.paragraph]]\nsentences = [\n"));
        for sentence in passage::sentences(paragraph) {
            toml.push_str(&format!("  \"{}\",\n", passage::hash(sentence)));
        }
        toml.push_str("]\n");
    }
    Ok(toml)
}
