//! What the views ask, answered over a dataset.
