//! Paragraphs and sentences of a document: the places that evidence names.
