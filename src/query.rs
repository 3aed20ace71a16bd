//! Everything that the reader has chosen, and its form in the URL fragment.
