//! A story told in TOML: parsed, resolved, checked.

mod raw;
