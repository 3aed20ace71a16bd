//! The statements: whose word they rest on, what disputes them, and how they become threads.
//!
//! The rules are shown on made-up stories of a few lines (`notation`); `bundled` looks at the real one.

mod bundled;
mod notation;
mod threads;
mod voices;
