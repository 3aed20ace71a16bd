//! What stands in the page as it arrives, and nowhere else: how much there is of a story, and what of it is data.

/// The words of the page as it arrives in one language.
#[expect(missing_docs, reason = "each field is the place of the text that its name says")]
pub struct PublishedWords {
    pub count_sources: [&'static str; 2],
    pub promise: &'static str,
    pub data: &'static str,
    pub data_facts: &'static str,
    pub data_sanctions: &'static str,
    pub data_ftm: &'static str,
    pub data_privacy: &'static str,
}

/// English: the words of the page as it arrives.
pub const fn published() -> &'static PublishedWords {
    &EN
}

static EN: PublishedWords = PublishedWords {
    count_sources: ["source", "sources"],
    promise: "Every line leads to the sentence that says it.",
    data: "The facts as data",
    data_facts: "Facts (JSON)",
    data_sanctions: "Designations (CSV)",
    data_ftm: "FollowTheMoney (JSON lines)",
    data_privacy: "Nothing that you type or choose leaves your browser.",
};
