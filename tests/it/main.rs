//! The native tests, one module a subject: one binary links faster than ten.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise"
)]

mod check;
mod corpus;
mod coverage;
mod days;
mod engine;
mod export;
mod fuzz;
mod gesture;
mod graph;
mod history;
mod import;
mod kept;
mod layout;
mod model;
mod opened;
mod order;
mod pack;
mod passage;
mod paths;
mod query;
mod sample;
mod scene;
mod scroll;
mod search;
mod site;
mod statements;
mod store;
mod story;
mod timeline;
mod words;
