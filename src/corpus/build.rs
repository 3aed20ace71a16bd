//! Parses and checks the bundled story, lays out its network, and packs both for the page: what is
//! the same for every reader is done once, here, and weighs nothing in the page.
//!
//! The build fails with all problems of the story, or leaves `outline.bin` and `texts.bin` in
//! `OUT_DIR`, which `src/corpus.rs` includes.

/// The modules of the crate that the story needs, so that there is one model and one reader.
#[path = "../"]
mod shared {
    #![allow(
        dead_code,
        unfulfilled_lint_expectations,
        unreachable_pub,
        unused_imports,
        reason = "the crate itself uses all of it, and answers for it"
    )]

    pub mod graph;
    pub mod model;
    pub mod order;
    #[macro_use]
    pub mod pack;
    pub mod scene;
    pub mod story;
}

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use shared::{graph, model, order, pack, scene, story};

/// Where the stories are, seen from the root of the package.
const CORPUS: &str = "src/corpus";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={CORPUS}");
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        // What cuts the program in two must know who calls whom.
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
    match pack() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn pack() -> Result<(), String> {
    let mut stories = Vec::new();
    for folder in folders()? {
        stories.push(read(&folder)?);
    }
    let [story] = &*stories else {
        return Err(format!(
            "{CORPUS} holds {} stories; the page shows one, so keep one there",
            stories.len()
        ));
    };
    let outline = pack::pack(&(story.clone(), scene::Places::of(story)));
    let out = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set; cargo sets it")?;
    for (name, bytes) in [("outline.bin", outline), ("texts.bin", model::rest(story))] {
        let file = Path::new(&out).join(name);
        fs::write(&file, bytes).map_err(|error| at(&file, &error))?;
    }
    Ok(())
}

/// The folders of the corpus, in the order of their names.
fn folders() -> Result<Vec<PathBuf>, String> {
    let corpus = Path::new(CORPUS);
    Ok(paths(corpus)?.into_iter().filter(|path| path.is_dir()).collect())
}

/// The story in `folder`.
fn read(folder: &Path) -> Result<model::Dataset, String> {
    let mut files = Vec::new();
    for path in paths(folder)? {
        if path.extension() == Some(OsStr::new("toml")) {
            let text = fs::read_to_string(&path).map_err(|error| at(&path, &error))?;
            files.push((name(&path), text));
        }
    }
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    story::read(&files, &name(folder))
        .map_err(|problems| story::report(&folder.display().to_string(), &problems))
}

/// What is in a folder, in the order of the names.
fn paths(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| at(folder, &error))?;
    let paths: Result<Vec<_>, _> = entries.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut paths = paths.map_err(|error| at(folder, &error))?;
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn at(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
