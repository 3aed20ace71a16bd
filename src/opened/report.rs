//! What the import of a list has found, and the words of its files.

use super::saved::stem;
use super::summary::number;
use crate::export::Table;
use crate::import::report::{self, Report, What};
use crate::import::{Import, Place};
use crate::seam::{Answer, Finding, Findings, Request, Saved};
use crate::words;

/// More findings than anybody reads at once.
const MOST: u64 = 500;
/// So many of them are told where nothing could be opened.
const FIRST: usize = 100;
/// The longest words of a place that are shown, in bytes: an entry may be as long as the file.
const MOST_WORDS: u64 = 64 << 10;

/// What is asked of an import, which is there even where no list could be made of it.
pub(super) fn answer(import: &Import, name: &str, request: &Request) -> Answer {
    let report = import.report();
    match request {
        Request::Words { spot } => {
            let mut place = Place::from(spot);
            place.span.end = place.span.end.min(place.span.start.saturating_add(MOST_WORDS));
            let words = import.words(&place);
            Answer::Words(words.map_err(|refusal| words::import().refusal(&refusal).join(" ")))
        }
        Request::Findings { outcome, from, count } => {
            Answer::Findings(findings(report, *outcome, *from, (*count).min(MOST)))
        }
        Request::SaveReport { format } => {
            let all = findings(report, None, 0, u64::MAX);
            let columns = ["outcome", "place", "what", "advice"].map(str::to_owned).to_vec();
            let row = |it: Finding| vec![it.outcome, it.place, it.what, it.advice];
            let rows = all.findings.into_iter().map(row).collect();
            let name = stem(&format!("{name} {}", words::opened().report_file));
            Answer::Saved(Saved::of(&name, format, &Table { columns, rows }))
        }
        _ => Answer::Nothing,
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
