//! The coverage of a source: a line of cells for each paragraph, a cell for each sentence.

use super::super::dom::{El, el};
use super::super::state::State;
use super::{selection_of, sentence_of};
use crate::coverage::Coverage;
use crate::model::{At, Keyed, ParagraphKind, SourceId};
use crate::query::Row;
use crate::words::{filled, sources};

/// The lines of a source.
pub(super) fn strip(state: State, source: SourceId, coverage: &Coverage) -> El {
    let words = sources();
    let lines = (1..).zip(&coverage.paragraphs).map(|(paragraph, covered)| {
        let cells = (1..)
            .zip(&covered.sentences)
            .map(|(sentence, rows)| cell(state, source, covered.kind, At { paragraph, sentence }, rows));
        let number = filled(words.paragraph, &[&paragraph.to_string()]);
        let kind = kind(covered.kind).map(|kind| el("span", "strip__kind").text(kind));
        el("li", &format!("strip__line strip__line--{}", covered.kind.key()))
            .child(el("span", "strip__number").text(&number))
            .children(cells)
            .children(kind)
    });
    el("ol", "strip").children(lines)
}

/// What a paragraph is called that is no running text.
fn kind(kind: ParagraphKind) -> Option<&'static str> {
    let words = sources();
    match kind {
        ParagraphKind::Text => None,
        ParagraphKind::Headline => Some(words.headline),
        ParagraphKind::Credit => Some(words.credit),
        ParagraphKind::Furniture => Some(words.furniture),
    }
}

/// A sentence: how much rests on it, as a link to that; furniture and what carries nothing lead nowhere.
fn cell(state: State, source: SourceId, kind: ParagraphKind, at: At, rows: &[Row]) -> El {
    let words = sources();
    let place = state.engine.sentence(kind, at);
    if rows.is_empty() {
        let name = filled(words.cell, &[&place, self::kind(kind).unwrap_or(words.cell_none)]);
        return el("span", &format!("cell cell--{}", kind.key()))
            .attr("role", "img")
            .attr("aria-label", &name);
    }
    let name = filled(words.cell, &[&place, &state.engine.rests(rows)]);
    let own = sentence_of(state, source, at);
    let all: Vec<_> = rows.iter().map(|row| selection_of(state, *row)).collect();
    let is_chosen = {
        let own = own.clone();
        move || state.is_chosen(&own)
    };
    let class = {
        let is_chosen = is_chosen.clone();
        let weight = weight(rows.len());
        move || {
            let holds = state.query.with(|query| query.selection.as_ref().is_some_and(|it| all.contains(it)));
            let chosen = if is_chosen() || holds { " cell--chosen" } else { "" };
            format!("cell cell--{weight}{chosen}")
        }
    };
    el("a", "")
        .class_of(class)
        .attr("aria-label", &name)
        .attr("title", &name)
        .attr_of("href", move || Some(state.link_to(Some(own.clone()))))
        .attr_of("aria-current", move || is_chosen().then(|| "true".to_owned()))
        .text(&rows.len().to_string())
}

/// How dark a cell is.
const fn weight(count: usize) -> &'static str {
    match count {
        0..=2 => "few",
        3..=5 => "some",
        _ => "many",
    }
}

/// What cells mean, in words.
pub(super) fn legend() -> El {
    let words = sources();
    let entry = |class: &str, sample: &str, text: &str| {
        let sample = el("span", &format!("cell {class}")).attr("aria-hidden", "true").text(sample);
        el("li", "").child(sample).child(el("span", "").text(text))
    };
    el("ul", "strip__legend").attr("aria-label", words.legend).children([
        el("li", "").text(words.legend),
        entry("cell--some", "3", words.legend_facts),
        entry("cell--text", "", words.legend_none),
        entry("cell--furniture", "", words.legend_furniture),
    ])
}
