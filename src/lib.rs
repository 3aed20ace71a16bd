//! # Sourceline
//!
//! A static page in which a reader explores who did and said what to whom in a news event, and who
//! is sanctioned by whom, why and since when. Every edge, row and date leads to the sentence that
//! says it and to the person who said it.

pub mod model;

pub mod passage;

#[cfg(not(target_arch = "wasm32"))]
pub mod story;

pub mod corpus;

pub mod order;

pub mod pack;

pub mod words;

pub mod query;

pub mod graph;

pub mod scene;

pub mod export;

pub mod engine;

#[cfg(not(target_arch = "wasm32"))]
pub mod site;

#[cfg(target_arch = "wasm32")]
pub mod ui;
