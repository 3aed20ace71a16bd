//! What the view of the statements says in its own voice.
//!
//! A catalogue of its own, reached by a function: what only this view says is not part of the first load.

/// The words of the view of the statements in one language.
#[expect(missing_docs, reason = "each field is the place of the text that its name says")]
pub struct StatementWords {
    pub help: &'static str,
    pub reset: &'static str,

    pub disagree: &'static str,
    pub disagree_none: &'static str,
    pub contradicted: &'static str,
    pub only_disputed: &'static str,
    pub only_alone: &'static str,

    pub topics: &'static str,
    pub topics_caption: &'static str,
    pub topics_all: &'static str,
    pub column_topic: &'static str,
    pub column_statements: &'static str,
    pub column_speakers: &'static str,
    pub column_disputed: &'static str,
    pub column_alone: &'static str,

    pub count_statements: [&'static str; 2],
    pub count_speakers: [&'static str; 2],
    pub count_disputed: &'static str,
    pub count_alone: &'static str,
    pub to_topics: &'static str,

    pub disputed: &'static str,
    pub rests_alone: &'static str,
    pub rests_on: &'static str,
    pub rests_on_side: &'static str,
    pub rests_and_report: &'static str,
    pub rests_announced: &'static str,
    pub rests_report: &'static str,
    pub event: &'static str,
    pub mention: &'static str,
    pub back: &'static str,
    pub and: &'static str,
    pub in_topic: &'static str,
    pub left_out: &'static str,
    pub reported: &'static str,
    pub told_again: [&'static str; 2],
}

/// The words of the view of the statements.
pub const fn statements() -> &'static StatementWords {
    &ENGLISH
}

const ENGLISH: StatementWords = StatementWords {
    help: "Who said what about what. Beside each statement stands what answers, contradicts or supports it.",
    reset: "Back to all {} statements",

    disagree: "Where accounts disagree",
    disagree_none: "No statement here is contradicted by another.",
    contradicted: "contradicted by",
    only_disputed: "Only what is disputed",
    only_alone: "Only what rests on one speaker alone",

    topics: "Topics",
    topics_caption: "The statements in numbers, topic by topic",
    topics_all: "All",
    column_topic: "Topic",
    column_statements: "Statements",
    column_speakers: "Speakers",
    column_disputed: "Disputed",
    column_alone: "One speaker alone",

    count_statements: ["statement", "statements"],
    count_speakers: ["speaker", "speakers"],
    count_disputed: "{} disputed",
    count_alone: "{} resting on one speaker alone",
    to_topics: "Topics",

    disputed: "disputed",
    rests_alone: "one speaker alone",
    rests_on: "rests on {}",
    rests_on_side: "rests on {}, all of one side ({})",
    rests_and_report: "rests on {} and the report itself",
    rests_announced: "announced by the authority whose act it is",
    rests_report: "said by the report itself",
    event: "{} ({})",
    mention: "{}: {}",
    back: "this {}",
    and: "{} and {}",
    in_topic: "told under {}",
    left_out: "left out by the filters",
    reported: "told by the report itself",
    told_again: ["told once more", "told {} times more"],
};
