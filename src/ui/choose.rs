//! What leads to the evidence: links and rows that select something, and show that it is selected.

use super::dom::{El, el, link};
use super::state::State;
use crate::query::Selection;

/// A link that selects something, with all else as it is.
#[inline(never)]
pub(super) fn lead(state: State, class: &str, text: &str, to: &Selection) -> El {
    let to = to.clone();
    link(class, text, move || state.link_to(Some(to.clone())))
}

/// A row of a table that selects something wherever it is pressed; its name is a link besides, for the
/// keyboard.
pub(super) fn row(state: State, class: &str, selection: &Selection) -> El {
    let to = selection.clone();
    el("tr", "")
        .class_while_chosen(state, class, " row--chosen", selection)
        .click(move || state.select(Some(to.clone())))
}

impl State {
    /// True while that is selected.
    pub(super) fn is_chosen(self, selection: &Selection) -> bool {
        self.query.with(|query| query.selection.as_ref() == Some(selection))
    }
}

impl El {
    /// A class, and what is added to it while something is selected.
    #[inline(never)]
    pub(super) fn class_while_chosen(
        self,
        state: State,
        class: &str,
        more: &'static str,
        selection: &Selection,
    ) -> Self {
        let (class, selection) = (class.to_owned(), selection.clone());
        self.class_of(move || if state.is_chosen(&selection) { class.clone() + more } else { class.clone() })
    }
}
