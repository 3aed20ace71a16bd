//! The small made-up story of `tests/data/story`.

use sourceline::model::Dataset;
use sourceline::story::{Problem, read, report};

/// Its files: names and texts.
pub(crate) const FILES: [(&str, &str); 5] = [
    ("story.toml", include_str!("../data/story/story.toml")),
    ("sources.toml", include_str!("../data/story/sources.toml")),
    ("actors.toml", include_str!("../data/story/actors.toml")),
    ("facts.toml", include_str!("../data/story/facts.toml")),
    ("designations.toml", include_str!("../data/story/designations.toml")),
];

/// The story as a dataset.
pub(crate) fn dataset() -> Dataset {
    changed(&[]).unwrap_or_else(|problems| panic!("{}", report("tests/data/story", &problems)))
}

/// The story after changes, each a file and a text in it that stands there once and is replaced.
#[track_caller]
pub(crate) fn changed(changes: &[(&str, &str, &str)]) -> Result<Dataset, Vec<Problem>> {
    let mut files = FILES.map(|(name, text)| (name, text.to_owned()));
    for (file, from, to) in changes {
        let (_, text) = files.iter_mut().find(|(name, _)| name == file).expect("a file of the story");
        assert_eq!(text.matches(from).count(), 1, "{from:?} stands once in {file}");
        *text = text.replace(from, to);
    }
    let files: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    read(&files, "long-pier")
}
