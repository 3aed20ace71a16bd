//! What is said of the lines of the network: in its table twin, and to who walks along them.

/// The words of the lines in one language.
#[expect(missing_docs, reason = "each field is the place of the text that its name says")]
pub struct LineWords {
    pub caption: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub passed: &'static str,
    pub facts: &'static str,
    pub way: &'static str,
    pub end: &'static str,
    pub at: &'static str,
}

/// English: the words of the lines.
pub const fn lines() -> &'static LineWords {
    &EN
}

static EN: LineWords = LineWords {
    caption: "Who did or said what to whom, one row a line of the drawing",
    from: "From",
    to: "To",
    passed: "What passed",
    facts: "Facts",
    way: "to {}: {}",
    end: "No line leads that way.",
    at: "At {}",
};
