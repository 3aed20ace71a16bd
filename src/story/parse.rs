//! The texts of a story to its raw records.

use serde::de::DeserializeOwned;

use super::problem::Findings;
use super::raw::{ActorsFile, DesignationsFile, FactsFile, SourcesFile, StoryFile};

pub(super) const STORY: &str = "story.toml";
pub(super) const SOURCES: &str = "sources.toml";
pub(super) const ACTORS: &str = "actors.toml";
pub(super) const FACTS: &str = "facts.toml";
pub(super) const DESIGNATIONS: &str = "designations.toml";

/// The files that a story consists of.
pub const FILES: [&str; 5] = [STORY, SOURCES, ACTORS, FACTS, DESIGNATIONS];

/// A story before anything is resolved.
pub(super) struct Raw {
    pub(super) story: StoryFile,
    pub(super) sources: SourcesFile,
    pub(super) actors: ActorsFile,
    pub(super) facts: FactsFile,
    pub(super) designations: DesignationsFile,
}

/// Parses all files; nothing where one is missing or cannot be parsed.
pub(super) fn files(files: &[(&str, &str)], findings: &mut Findings) -> Option<Raw> {
    for (name, _) in files {
        if !FILES.contains(name) {
            findings
                .on_file(name)
                .problem("is not a file of a story", format!("a story has {}", FILES.join(", ")));
        }
    }
    let story = file(files, STORY, findings);
    let sources = file(files, SOURCES, findings);
    let actors = file(files, ACTORS, findings);
    let facts = file(files, FACTS, findings);
    let designations = file(files, DESIGNATIONS, findings);
    Some(Raw {
        story: story?,
        sources: sources?,
        actors: actors?,
        facts: facts?,
        designations: designations?,
    })
}

fn file<T: DeserializeOwned>(files: &[(&str, &str)], name: &str, findings: &mut Findings) -> Option<T> {
    let mut texts = files.iter().filter(|(other, _)| *other == name).map(|(_, text)| *text);
    let Some(text) = texts.next() else {
        findings.on_file(name).problem("is missing", "add it, empty if there is nothing to say");
        return None;
    };
    if texts.next().is_some() {
        findings.on_file(name).problem("is there twice", "keep one of them");
    }
    match toml::from_str(text) {
        Ok(file) => Some(file),
        Err(error) => {
            let start = error.span().map_or(0, |span| span.start);
            let line = text.bytes().take(start).filter(|byte| *byte == b'\n').count() + 1;
            let reason = error.message().lines().map(str::trim).collect::<Vec<_>>().join(", ");
            findings.on_line(name, line).problem(
                format!("cannot be read: {reason}"),
                "correct the TOML there; src/story/raw.rs says which fields there are",
            );
            None
        }
    }
}
