//! What a check came to: the verdict, what was not found, and the reader's own copy with the facts beside.

use super::super::dom::{El, button, el, link, slot};
use super::super::live::Live;
use super::beside;
use super::desk::{Desk, Done};
use super::sentence_of;
use crate::check::{Checked, Found, Run, Sentence, fold};
use crate::model::At;
use crate::words::{filled, sources};

/// So many neighbours of what was found are shown.
const AROUND: usize = 3;

/// So many letters of a sentence are shown where the source does not have it.
const LETTERS: usize = 1_000;

/// The verdict, which is announced, and all that led to it.
pub(super) fn result(desk: Desk) -> [El; 2] {
    let verdict = slot(move || {
        desk.done.get().map(|done| {
            let failed = done.check.failed().next().is_some();
            let class = if failed { "verdict verdict--failed" } else { "verdict" };
            el("p", class).text(&desk.state.engine.verdict(&done.check, &done.name))
        })
    });
    let body = slot(move || desk.done.get().map(|done| body(desk, &done)));
    [verdict.attr("role", "status"), body]
}

fn body(desk: Desk, done: &Done) -> El {
    let words = sources();
    let only_failed = Live::new(false);
    let failed: Vec<_> = done.check.failed().collect();
    let filter = (!failed.is_empty()).then(|| {
        button("button", words.only_failed)
            .attr_of("aria-pressed", move || Some(only_failed.get().to_string()))
            .click(move || only_failed.update(|it| *it = !*it))
    });
    let close = button("button", words.close).click(move || {
        desk.close();
        desk.take_keyboard();
    });
    let tools = el("p", "copy__tools").children(filter).child(close);
    let list = (!failed.is_empty()).then(|| {
        let items = failed.iter().map(|it| failure(desk, done, it));
        el("div", "failed").children([
            el("h5", "source__heading").text(words.failed),
            el("p", "failed__help").text(words.failed_help),
            el("ol", "failed__list").children(items),
        ])
    });
    let copy = el("div", "copy")
        .attr_of("data-only-failed", move || only_failed.get().then(String::new))
        .child(el("h5", "source__heading").text(words.copy))
        .child(el("p", "copy__help").text(words.copy_help))
        .children(paragraphs(desk, done));
    el("div", "checked").child(tools).children(list).child(copy)
}

/// A sentence that was not found, with what rests on it and what stands in its place.
fn failure(desk: Desk, done: &Done, it: &Checked) -> El {
    let words = sources();
    let instead = match it.found {
        Found::Missing { instead: Some(at) } => done.check.copy_at(at),
        _ => None,
    };
    let instead = match instead {
        Some(sentence) => {
            let text = el("q", "failed__instead").text(&cut(&sentence.text));
            el("p", "failed__copy").text(words.instead).text(" ").child(text)
        }
        None => el("p", "failed__copy").text(words.instead_nothing),
    };
    el("li", "").children([
        el("p", "failed__place").child(place(desk, it, None)),
        instead,
        beside::rests(desk.state, &it.rests),
    ])
}

/// The place of a sentence, as a link to what rests on it.
fn place(desk: Desk, it: &Checked, within: Option<&str>) -> El {
    let text = desk.state.engine.sentence(it.kind, it.at);
    let text = within.map_or_else(|| text.clone(), |within| filled(within, &[&text]));
    let selection = sentence_of(desk.state, desk.source, it.at);
    link("copy__place", &text, move || desk.state.link_to(Some(selection.clone())))
}

/// The paragraphs of the copy; long stretches in which nothing was found are left out.
fn paragraphs(desk: Desk, done: &Done) -> Vec<El> {
    let words = sources();
    let check = &done.check;
    let stands_for = |at: At| check.failed().find(|it| it.found == Found::Missing { instead: Some(at) });
    let matters = |number: usize, paragraph: &[Sentence]| -> Vec<bool> {
        let sentences = paragraph.iter().enumerate();
        sentences.map(|(nth, it)| it.is.is_some() || stands_for(place_of(number, nth)).is_some()).collect()
    };
    let in_each: Vec<_> = check.copy.iter().enumerate().map(|(nth, it)| matters(nth, it)).collect();
    let any: Vec<_> = in_each.iter().map(|it| it.contains(&true)).collect();
    let mut all = Vec::new();
    for run in fold(&any, AROUND) {
        match run {
            Run::Left(range) => {
                let text = filled(words.left_paragraphs, &[&range.len().to_string()]);
                all.push(el("p", "copy__left").text(&text));
            }
            Run::Shown(range) => {
                for number in range {
                    let (Some(paragraph), Some(matters)) = (check.copy.get(number), in_each.get(number))
                    else {
                        continue;
                    };
                    all.push(paragraph_of(desk, done, number, paragraph, matters, &stands_for));
                }
            }
        }
    }
    all
}

/// The place of a sentence of the copy by indices.
fn place_of(paragraph: usize, sentence: usize) -> At {
    let number = |index: usize| u32::try_from(index).map_or(u32::MAX, |index| index.saturating_add(1));
    At { paragraph: number(paragraph), sentence: number(sentence) }
}

/// A paragraph of the copy, and beside it what rests on its sentences.
fn paragraph_of<'c>(
    desk: Desk,
    done: &'c Done,
    number: usize,
    paragraph: &[Sentence],
    matters: &[bool],
    stands_for: &dyn Fn(At) -> Option<&'c Checked>,
) -> El {
    let words = sources();
    let lang = &desk.state.engine.data()[desk.source].lang;
    let mut text = el("p", "copy__text").attr("lang", lang);
    let mut margin = Vec::new();
    let mut fails = false;
    for run in fold(matters, AROUND) {
        let range = match run {
            Run::Shown(range) => range,
            Run::Left(range) => {
                let left = filled(words.left_sentences, &[&range.len().to_string()]);
                text = text.child(el("span", "copy__left").text(&left)).text(" ");
                continue;
            }
        };
        for nth in range {
            let Some(sentence) = paragraph.get(nth) else { continue };
            let is = sentence.is.and_then(|own| done.check.sentences.get(own));
            let instead_of = stands_for(place_of(number, nth));
            let piece = match (is, instead_of) {
                (Some(it), _) if it.rests.is_empty() => el("span", "copy__known").text(&sentence.text),
                (Some(it), _) => {
                    let moved = matches!(it.found, Found::Moved(_)).then_some(words.is_moved);
                    margin.push(el("p", "copy__at").child(place(desk, it, moved)));
                    margin.push(beside::rests(desk.state, &it.rests));
                    el("mark", "").text(&sentence.text)
                }
                (None, Some(it)) => {
                    fails = true;
                    let place = place(desk, it, Some(words.stands_for));
                    margin.push(el("p", "copy__at copy__at--failed").child(place));
                    el("span", "copy__strange").text(&cut(&sentence.text))
                }
                (None, None) => el("span", "").text(&cut(&sentence.text)),
            };
            text = text.child(piece).text(" ");
        }
    }
    let shown = (number + 1).to_string();
    let label = filled(words.copy_paragraph, &[&shown]);
    let number = el("span", "copy__number")
        .child(el("span", "out").text(&label))
        .child(el("span", "").attr("aria-hidden", "true").text(&filled(words.paragraph, &[&shown])));
    let class = if fails { "copy__row copy__row--failed" } else { "copy__row" };
    el("div", class).children([number, text, el("div", "copy__beside").children(margin)])
}

/// A text, shortened where it is very long.
fn cut(text: &str) -> String {
    match text.char_indices().nth(LETTERS) {
        None => text.to_owned(),
        Some((end, _)) => {
            let (head, tail) = text.split_at(end);
            let left = filled(sources().left_letters, &[&tail.chars().count().to_string()]);
            format!("{head} {left}")
        }
    }
}
