//! Tests of the network: what becomes an edge, and the ways through it.

pub mod sample;
