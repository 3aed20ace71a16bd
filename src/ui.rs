//! The page, drawn with Leptos.
