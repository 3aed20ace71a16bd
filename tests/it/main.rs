//! The native tests, one module a subject: one binary links faster than ten.

mod corpus;
mod export;
mod graph;
mod layout;
mod model;
mod passage;
mod query;
mod sample;
mod scene;
mod story;
