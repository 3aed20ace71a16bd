//! The sources: what is known of each document, and the check of a reader's own copy.

use super::dom::El;
use super::state::State;

/// The view.
pub(super) fn view(_state: State) -> Vec<El> {
    Vec::new()
}
