//! What is said of a thing when it is opened, in the evidence panel and on the cards of facts.

use crate::model::{Basis, FactKind, LinkKind, Standing};

/// The words of the evidence panel in one language.
#[expect(missing_docs, reason = "each field is the place of the text that its name says")]
pub struct DossierWords {
    pub missing: &'static str,
    pub all_about: &'static str,
    pub kicker_edge: &'static str,
    pub kicker_designation: &'static str,
    pub kicker_source: &'static str,
    pub term_authority: &'static str,
    pub term_reason: &'static str,
    pub term_group: &'static str,
    pub term_when: &'static str,
    pub term_listed: &'static str,
    pub term_where: &'static str,
    pub term_status: &'static str,
    pub term_relation: &'static str,
    pub term_note: &'static str,
    pub term_subject: &'static str,
    pub term_objects: &'static str,
    pub term_with: &'static str,
    pub term_about: &'static str,
    pub term_topic: &'static str,
    pub term_side: &'static str,
    pub term_country: &'static str,
    pub term_naming: &'static str,
    pub term_aliases: &'static str,
    pub term_publisher: &'static str,
    pub term_written: &'static str,
    pub term_language: &'static str,
    pub term_sha256: &'static str,
    pub term_file: &'static str,
    pub term_contributors: &'static str,
    pub publisher_not_given: &'static str,
    pub section_says: &'static str,
    pub section_each_other: &'static str,
    pub section_in_source: &'static str,
    pub section_designations: &'static str,
    pub section_facts: &'static str,
    pub section_statements: &'static str,
    pub section_relations: &'static str,
    pub section_concerned: &'static str,
    pub section_links: &'static str,
    pub section_beside: &'static str,
    pub copied_link: &'static str,
    pub copy_reference: &'static str,
    pub copied_reference: &'static str,
    pub place: &'static str,
    pub place_headline: &'static str,
    pub reported_as: &'static str,
    pub no_time_words: &'static str,
    pub no_date: &'static str,
    pub until: &'static str,
    pub quote_by: &'static str,
    kinds: [&'static str; 4],
    standings: [&'static str; 3],
    links: [[&'static str; 2]; 5],
    bases: [&'static str; 6],
}

impl DossierWords {
    /// "statement", "event" …
    pub fn fact_kind(&self, it: FactKind) -> &'static str {
        super::nth(&FactKind::ALL, it, &self.kinds)
    }

    /// How far a fact is established, as a sentence.
    pub fn standing(&self, it: Standing) -> &'static str {
        let all = [Standing::Reported, Standing::Announced, Standing::Attributed];
        super::nth(&all, it, &self.standings)
    }

    /// What a fact is to the one that it names.
    pub fn link(&self, it: LinkKind) -> &'static str {
        self.link_words(it)[0]
    }

    /// What a fact is to the one that names it.
    pub fn link_back(&self, it: LinkKind) -> &'static str {
        self.link_words(it)[1]
    }

    fn link_words(&self, it: LinkKind) -> [&'static str; 2] {
        let all = LinkKind::ALL.iter().zip(&self.links);
        all.into_iter().find(|(kind, _)| **kind == it).map(|(_, words)| *words).unwrap_or_default()
    }

    /// How a date was resolved, as a sentence.
    pub fn basis(&self, it: Basis) -> &'static str {
        super::nth(&Basis::ALL, it, &self.bases)
    }
}

/// English: the words of the evidence panel.
pub const fn dossier() -> &'static DossierWords {
    &EN
}

static EN: DossierWords = DossierWords {
    missing: "There is nothing here with the filters as they are.",
    all_about: "all about this actor",
    kicker_edge: "Between two actors",
    kicker_designation: "Designation",
    kicker_source: "Source",
    term_authority: "Put on the list by",
    term_reason: "For",
    term_group: "Group",
    term_when: "When",
    term_listed: "Listed",
    term_where: "Where",
    term_status: "Status",
    term_relation: "Relation",
    term_note: "Note",
    term_subject: "Who",
    term_objects: "To whom",
    term_with: "With whom",
    term_about: "Also concerns",
    term_topic: "Topic",
    term_side: "Side",
    term_country: "Country",
    term_naming: "Named",
    term_aliases: "Also called",
    term_publisher: "Publisher",
    term_written: "Written",
    term_language: "Language",
    term_sha256: "SHA-256",
    term_file: "File",
    term_contributors: "Credits",
    publisher_not_given: "not given in the document",
    section_says: "What the source says",
    section_each_other: "To each other",
    section_in_source: "What it says, in its order",
    section_designations: "Designated",
    section_facts: "Did, or had done to it",
    section_statements: "Said, or was told",
    section_relations: "Offices and roles",
    section_concerned: "Also concerned by",
    section_links: "Answers, contradictions, support",
    section_beside: "Said in the same place",
    copied_link: "Link copied.",
    copy_reference: "Copy reference",
    copied_reference: "Reference copied.",
    place: "¶ {}, sentence {}",
    place_headline: "headline",
    reported_as: "“{}” in the report",
    no_time_words: "no time in the report",
    no_date: "not given",
    until: "by {}",
    quote_by: "— {}",
    kinds: ["Statement", "Event", "Relation", "Measure"],
    standings: [
        "the report, in its own voice",
        "the announcement of the authority whose act it is",
        "its speaker alone",
    ],
    links: [
        ["answers", "answered by"],
        ["contradicts", "contradicted by"],
        ["supports", "supported by"],
        ["repeats", "repeated in"],
        ["part of", "has as a part"],
    ],
    bases: [
        "no date was resolved",
        "weekday, counted from the date of the report",
        "resolved to the day of the summit, which is public record",
        "as of the date of the report",
        "resolved from the public record; the report gives no date",
        "relative words, resolved as far as they go",
    ],
};
