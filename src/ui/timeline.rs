//! The timeline: what happened when.

use super::dom::El;
use super::state::State;

/// The view.
pub(super) fn view(_state: State) -> Vec<El> {
    Vec::new()
}
