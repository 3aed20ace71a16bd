//! Tests of passage.
