//! Parses and checks the bundled story, and packs it for the page.
fn main() {}
