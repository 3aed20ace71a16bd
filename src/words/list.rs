//! What the sanctions list says in its own voice.

/// The words of the sanctions list in one language.
#[expect(missing_docs, reason = "each field is the place of the text that its name says")]
pub struct ListWords {
    pub title: &'static str,
    pub caption: &'static str,
    pub total: &'static str,
    pub empty: &'static str,
    pub empty_help: &'static str,
    pub reset: &'static str,
    pub csv: &'static str,
    pub json: &'static str,
    pub print: &'static str,
    pub sorted_by: &'static str,
    pub column_target: &'static str,
    pub column_kind: &'static str,
    pub column_reason: &'static str,
    pub column_authority: &'static str,
    pub column_status: &'static str,
    pub column_listed: &'static str,
}

/// English: the words of the sanctions list.
pub const fn list() -> &'static ListWords {
    &EN
}

static EN: ListWords = ListWords {
    title: "Sanctions",
    caption: "Who is sanctioned by whom, why and since when",
    total: "{} of {}",
    empty: "Nothing in the reports matches all of these filters.",
    empty_help: "Each of these steps would bring rows back:",
    reset: "Back to the {} designations",
    csv: "CSV",
    json: "JSON",
    print: "Print",
    sorted_by: "Sort by {}",
    column_target: "Target",
    column_kind: "Kind",
    column_reason: "For",
    column_authority: "Authority",
    column_status: "Status",
    column_listed: "Listed",
};
