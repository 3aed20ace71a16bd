//! What search everywhere says in its own voice.

use crate::search::{Kind, Role};

/// The words of search everywhere in one language.
#[expect(missing_docs, reason = "each field is the place of the text that its name says")]
pub struct SearchWords {
    pub results: &'static str,
    pub found: [&'static str; 2],
    pub all: &'static str,
    pub recent: &'static str,
    pub connected: &'static str,
    pub none: &'static str,
    pub none_help: &'static str,
    pub key_choose: &'static str,
    pub key_open: &'static str,
    pub key_link: &'static str,
    pub key_close: &'static str,
    pub open_also: &'static str,
    pub go_to: &'static str,
    pub go_to_also: &'static str,
    pub here: &'static str,
    pub theme_also: &'static str,
    pub clear: &'static str,
    pub clear_also: &'static str,
    pub clear_nothing: &'static str,
    pub twin: &'static str,
    pub drawing: &'static str,
    pub twin_also: &'static str,
    pub csv: &'static str,
    pub json: &'static str,
    pub save_also: &'static str,
    pub save_rows: [&'static str; 2],
    pub print: &'static str,
    pub print_also: &'static str,
    pub link: &'static str,
    pub link_also: &'static str,
    kinds: [&'static str; 6],
    roles: [&'static str; 10],
}

impl SearchWords {
    /// The heading over what was found of a kind.
    pub fn kind(&self, it: Kind) -> &'static str {
        super::nth(&Kind::ALL, it, &self.kinds)
    }

    /// What a text is through which something was found.
    pub fn role(&self, it: Role) -> &'static str {
        super::nth(&Role::ALL, it, &self.roles)
    }
}

/// English: the words of search everywhere.
pub fn search() -> &'static SearchWords {
    &EN
}

static EN: SearchWords = SearchWords {
    results: "What was found",
    found: ["result", "results"],
    all: "Show all {}",
    recent: "Chosen before",
    connected: "Most connected",
    none: "Nothing here is called “{}”, and nothing says it.",
    none_help: "All words must be found. Try fewer of them, another spelling or script, or a name such as {}.",
    key_choose: "choose",
    key_open: "open",
    key_link: "copy link",
    key_close: "close",
    open_also: "file, drop, import, upload, OFAC, UN, EU, FollowTheMoney, CSV",
    go_to: "Go to {}",
    go_to_also: "open view",
    here: "You are here.",
    theme_also: "theme, colours, night mode, day mode, contrast",
    clear: "Clear all filters",
    clear_also: "reset, show everything, remove chips",
    clear_nothing: "Nothing is narrowed here.",
    twin: "Network as a table",
    drawing: "Network as a drawing",
    twin_also: "table twin, rows, picture, graph",
    csv: "Save the sanctions list as CSV",
    json: "Save the sanctions list as JSON",
    save_also: "export, download, spreadsheet, Excel, data",
    save_rows: ["row, as it is filtered", "rows, as they are filtered"],
    print: "Print this view",
    print_also: "paper, PDF",
    link: "Copy the link to this view",
    link_also: "share, address, URL",
    kinds: ["Actors", "Facts", "Designations", "Sources", "Commands", "In the opened list"],
    roles: [
        "called",
        "also called",
        "what is said of it",
        "in the words of a speaker",
        "with",
        "when",
        "where",
        "about",
        "note",
        "number",
    ],
};
