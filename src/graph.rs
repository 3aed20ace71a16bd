//! Actors and what passes between them: adjacency, neighbourhoods, layout.
