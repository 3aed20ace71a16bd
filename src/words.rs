//! The page's own words, in one catalogue.
