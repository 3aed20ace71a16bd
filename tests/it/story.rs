//! Tests of story.
