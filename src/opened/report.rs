//! What the import of a list has found, and the words of its files.

use super::saved::stem;
use super::summary::number;
use crate::export::Table;
use crate::import::report::{self, Report, What};
use crate::import::{Import, Place};
use crate::seam::{Answer, Engine, Finding, Findings, Request, Saved, ask};
use crate::words;

/// More findings than anybody reads at once.
const MOST: u64 = 500;
/// So many of them are told where nothing could be opened.
const FIRST: usize = 100;
/// The longest words of a place that are shown, in bytes: an entry may be as long as the file.
const MOST_WORDS: u64 = 64 << 10;

/// Files that were read, whether a list could be made of them or not.
pub(super) struct Imported<'i> {
    pub import: &'i Import,
    /// The name of the list.
    pub name: &'i str,
}

impl Imported<'_> {
    /// What is asked of files; [`Answer::Nothing`] to what is asked of a list.
    pub(super) fn answered(&self, request: &Request) -> Answer {
        match request {
            Request::Words(ask) => Answer::Words(self.answer(ask)),
            Request::Findings(ask) => Answer::Findings(self.answer(ask)),
            Request::SaveReport(ask) => Answer::Saved(self.answer(ask)),
            _ => Answer::Nothing,
        }
    }
}

impl Engine<ask::Words> for Imported<'_> {
    fn answer(&self, ask: &ask::Words) -> Result<String, String> {
        let mut place = Place::from(&ask.spot);
        place.span.end = place.span.end.min(place.span.start.saturating_add(MOST_WORDS));
        self.import.words(&place).map_err(|refusal| words::import().refusal(&refusal).join(" "))
    }
}

impl Engine<ask::Findings> for Imported<'_> {
    fn answer(&self, ask: &ask::Findings) -> Findings {
        findings(self.import.report(), ask.outcome, ask.from, ask.count.min(MOST))
    }
}

impl Engine<ask::SaveReport> for Imported<'_> {
    fn answer(&self, ask: &ask::SaveReport) -> Saved {
        let all = findings(self.import.report(), None, 0, u64::MAX);
        let columns = ["outcome", "place", "what", "advice"].map(str::to_owned).to_vec();
        let row = |it: Finding| vec![it.outcome, it.place, it.what, it.advice];
        let rows = all.findings.into_iter().map(row).collect();
        let name = stem(&format!("{} {}", self.name, words::opened().report_file));
        Saved::of(&name, &ask.format, &Table { columns, rows })
    }
}

/// What is told first where nothing could be opened, besides what stopped each file.
pub(super) fn first(report: &Report) -> Vec<Finding> {
    let all = report.findings().filter(|it| !matches!(it.what, What::Stopped(_)));
    all.take(FIRST).map(|it| finding(report, it)).collect()
}

fn findings(report: &Report, outcome: Option<u8>, from: u64, count: u64) -> Findings {
    let is_wanted = |it: u8| outcome.is_none_or(|wanted| wanted == it);
    let total = report.reasons().filter(|((it, _), _)| is_wanted(number(*it))).map(|(_, it)| it.count).sum();
    let all = || report.findings().filter(|it| is_wanted(number(it.what.reason().0)));
    let some = all().skip(from as usize).take(count as usize).map(|it| finding(report, it));
    Findings { total, kept: all().count() as u64, from, findings: some.collect() }
}

fn finding(report: &Report, it: &report::Finding) -> Finding {
    let words = words::import();
    let [what, advice] = words.what(&it.what);
    Finding {
        outcome: words.outcome(it.what.reason().0).to_owned(),
        place: words.place(report, &it.place),
        what,
        advice,
        spot: (&it.place).into(),
    }
}
