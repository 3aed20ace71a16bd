//! The check of a reader's copy in the words of the page.

use super::Bundled;
use super::card::{self, Card};
use crate::check::{Check, Format, MAX_BYTES, MAX_SENTENCES, Unreadable, Verdict};
use crate::coverage::Sums;
use crate::model::{At, ParagraphKind};
use crate::query::Row;
use crate::words::{SourceWords, filled, sources};

impl Bundled {
    /// A fact or a designation as a card.
    pub fn card(&self, row: Row) -> Card {
        match row {
            Row::Fact(id) => Card::of_fact(&self.data, self.words, id),
            Row::Designation(id) => Card::of_designation(&self.data, self.words, &self.data[id]),
        }
    }

    /// "¶ 10, sentence 1": how a sentence is called.
    pub fn sentence(&self, kind: ParagraphKind, at: At) -> String {
        card::place_of(kind, at)
    }

    /// How many facts and designations there are: "3 facts, 2 designations"; what there is none of is left
    /// out.
    pub fn rests(&self, rows: &[Row]) -> String {
        let facts = rows.iter().filter(|row| matches!(row, Row::Fact(_))).count();
        let designations = rows.len() - facts;
        self.counted([(facts, self.words.count_facts), (designations, self.words.count_designations)])
    }

    /// How much of a source carries facts, in some sentences.
    pub fn sums(&self, sums: Sums) -> String {
        let (own, words) = (sources(), self.words);
        let carrying = filled(own.sum, &[&sums.carrying.to_string(), &sums.about.to_string()]);
        let counts = [
            self.counted([(sums.facts, words.count_facts), (sums.designations, words.count_designations)]),
            self.counted([(sums.furniture, own.count_furniture), (sums.credit, own.count_credit)]),
        ];
        let counts = counts.into_iter().filter(|it| !it.is_empty());
        counts.fold(carrying, |text, counts| format!("{text} {counts}."))
    }

    /// Numbers with their nouns, without those that are none.
    fn counted(&self, counts: [(usize, [&'static str; 2]); 2]) -> String {
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        counts.map(|(count, noun)| self.words.count(count, noun)).collect::<Vec<_>>().join(", ")
    }

    /// What a check comes to, for the reader of the copy called `name`.
    pub fn verdict(&self, check: &Check, name: &str) -> String {
        let own = sources();
        let tally = check.tally();
        let found = tally.found().to_string();
        let all = self.words.count(tally.all(), own.count_evidence);
        let text = match check.verdict {
            Verdict::Same => filled(own.same, &[name, &found, &all]),
            Verdict::Whole => filled(own.whole, &[name, &found, &all]),
            Verdict::Changed => filled(own.changed, &[name, &found, &all, &tally.missing.to_string()]),
            Verdict::Other(other) => return filled(own.other, &[name, &self.data[other].title]),
            Verdict::Unknown => return filled(own.unknown, &[name]),
        };
        let moved = (tally.moved > 0).then(|| filled(own.moved, &[&tally.moved.to_string()]));
        let joined = check.joined.then(|| own.joined.to_owned());
        [Some(text), moved, joined].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// Why a copy called `name` cannot be held against anything, and what to do.
pub fn refusal(why: Unreadable, name: &str) -> String {
    let own: &SourceWords = sources();
    let (text, number) = match why {
        Unreadable::Empty => (own.empty, 0),
        Unreadable::TooLarge => (own.too_large, MAX_BYTES >> 10),
        Unreadable::TooLong => (own.too_long, MAX_SENTENCES),
        Unreadable::Format(Format::Pdf) => (own.pdf, 0),
        Unreadable::Format(Format::Packed) => (own.packed, 0),
        Unreadable::Format(Format::Rtf) => (own.rtf, 0),
        Unreadable::Format(Format::Web) => (own.web, 0),
        Unreadable::Utf16 => (own.utf16, 0),
        Unreadable::Binary { byte } => (own.binary, byte + 1),
        Unreadable::Encoding { line } => (own.encoding, line),
    };
    filled(text, &[name, &number.to_string()])
}
