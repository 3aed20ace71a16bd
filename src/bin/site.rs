//! site.
fn main() {}
