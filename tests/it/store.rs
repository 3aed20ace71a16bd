//! Tests of the store of an opened list.

mod facets;
mod made;
mod real;
mod relations;
mod search;
mod whole;
