//! The steps of a history in words: what differs between one moment and the next.

mod opened;

use super::{Arrow, Bundled};
use crate::history::{History, Moment};
use crate::model::{Actor, ActorId, Designation, Fact, ParagraphKind, Source};
use crate::query::{Facet, Mark, Query, Selection};
use crate::words::{PathWords, filled, paths};

/// How many letters of a sentence or a search a step repeats.
const LETTERS: usize = 48;

impl Bundled {
    /// What each moment of a history is called: the first by where it stands, the others by what the
    /// reader did to come there.
    pub fn steps(&self, history: &History) -> Vec<String> {
        let mut before: Option<&Moment> = None;
        let label = |moment| match before.replace(moment) {
            Some(before) => self.step_between(before, moment),
            None => paths().start.to_owned(),
        };
        history.moments().map(label).collect()
    }

    /// What a reader did between two moments: the first thing that differs, the weightiest before what
    /// comes along with it.
    pub fn step_between(&self, before: &Moment, after: &Moment) -> String {
        let words = paths();
        let (old, new) = (&before.query, &after.query);
        let told =
            (new != old && *new == old.cleared() && narrowings(old) > 1).then(|| words.did_clear.to_owned());
        let told = told.or_else(|| self.path_step(words, old, new));
        let told = told.or_else(|| self.mark_step(words, old, new));
        let told = told.or_else(|| {
            (old.view != new.view).then(|| words.did_open.replace("{}", self.words.view(new.view)))
        });
        let told = told.or_else(|| opened::step(words, old, new));
        let told = told.or_else(|| self.filter_step(words, old, new));
        let told = told.or_else(|| self.shape_step(words, old, new));
        let told = told.or_else(|| self.selection_step(words, old, new));
        let told = told.or_else(|| self.pin_step(words, before, after));
        let told = told.or_else(|| (old == new).then(|| words.did_look.to_owned()));
        told.unwrap_or_else(|| words.did_something.to_owned())
    }

    fn path_step(&self, words: &PathWords, old: &Query, new: &Query) -> Option<String> {
        if old.path == new.path {
            return None;
        }
        let ends =
            |pattern: &str, from: &str, to: &str| filled(pattern, &[&self.name_of(from), &self.name_of(to)]);
        Some(match (&old.path, &new.path) {
            (Some(old), Some(new)) if (&old.from, &old.to) == (&new.from, &new.to) => {
                if old.kind == new.kind {
                    words.did_other_path.to_owned()
                } else {
                    words.did_path_kind.replace("{}", words.kind(new.kind))
                }
            }
            (_, Some(new)) => ends(words.did_connect, &new.from, &new.to),
            (Some(old), None) => ends(words.did_disconnect, &old.from, &old.to),
            (None, None) => return None,
        })
    }

    fn mark_step(&self, words: &PathWords, old: &Query, new: &Query) -> Option<String> {
        let count =
            |query: &Query, mark: Mark, key: &str| query.marks.of(mark).filter(|it| *it == key).count();
        let more = |mark: Mark, old: &Query, new: &Query| {
            let key = new.marks.of(mark).find(|key| count(new, mark, key) > count(old, mark, key));
            key.map(|key| self.name_of(key))
        };
        let only: Vec<_> = new.marks.of(Mark::Only).map(|key| self.name_of(key)).collect();
        if more(Mark::Only, old, new).is_some() {
            return Some(match &only[..] {
                [one] => words.did_isolate.replace("{}", one),
                many => words.did_isolate_many.replace("{}", &many.len().to_string()),
            });
        }
        if let Some(name) = more(Mark::Hide, old, new) {
            return Some(words.did_hide.replace("{}", &name));
        }
        if let Some(name) = more(Mark::Expand, old, new) {
            return Some(words.did_expand.replace("{}", &name));
        }
        if old.focus != new.focus {
            return Some(match &new.focus {
                Some(focus) => words.did_focus.replace("{}", &self.name_of(&focus.0)),
                None => words.did_show_all.to_owned(),
            });
        }
        if let Some(name) = more(Mark::Hide, new, old) {
            let all = new.marks.of(Mark::Hide).next().is_none() && old.marks.of(Mark::Hide).count() > 1;
            return Some(if all {
                words.did_show_all.to_owned()
            } else {
                words.did_unhide.replace("{}", &name)
            });
        }
        if let Some(name) = more(Mark::Expand, new, old) {
            return Some(words.did_fold.replace("{}", &name));
        }
        (old.marks != new.marks).then(|| words.did_show_all.to_owned())
    }

    /// "Filtered Topic: Arms", "Took away Status: planned", "Searched “arms”".
    fn filter_step(&self, words: &PathWords, old: &Query, new: &Query) -> Option<String> {
        for facet in crate::query::FACETS {
            let (was, is) = (old.chosen(facet), new.chosen(facet));
            let more = is.iter().find(|value| !was.contains(value));
            let less = was.iter().find(|value| !is.contains(value));
            let (pattern, value) = match (more, less) {
                (Some(value), _) => (words.did_filter, value),
                (None, Some(value)) => (words.did_unfilter, value),
                (None, None) => continue,
            };
            return Some(filled(pattern, &[facet.label(self.words), &self.value_name(facet, value)]));
        }
        if old.period != new.period {
            let label = new.period.narrows().then(|| new.period.label(self.words));
            return Some(label.unwrap_or_else(|| words.did_all_time.to_owned()));
        }
        (old.text != new.text).then(|| match new.text.as_str() {
            "" => words.did_unsearch.to_owned(),
            text => words.did_search.replace("{}", &short(text)),
        })
    }

    /// How it is shown: a table, an order.
    fn shape_step(&self, words: &PathWords, old: &Query, new: &Query) -> Option<String> {
        if old.table != new.table {
            return Some(if new.table { words.did_table } else { words.did_draw }.to_owned());
        }
        if old.lanes != new.lanes {
            return Some(words.did_lanes.to_owned());
        }
        (old.sort != new.sort).then(|| words.did_sort.to_owned())
    }

    fn selection_step(&self, words: &PathWords, old: &Query, new: &Query) -> Option<String> {
        (old.selection != new.selection).then(|| match &new.selection {
            Some(selection) => words.did_select.replace("{}", &self.selection_name(selection)),
            None => words.did_unselect.to_owned(),
        })
    }

    fn pin_step(&self, words: &PathWords, before: &Moment, after: &Moment) -> Option<String> {
        let name = |id: ActorId| self.data.actors.get(id.index()).map(|actor| actor.name.clone());
        if let Some((actor, _)) = after.pins.iter().find(|pin| !before.pins.contains(pin)) {
            return Some(words.did_pin.replace("{}", &name(*actor)?));
        }
        match before.pins.iter().filter(|pin| !after.pins.contains(pin)).collect::<Vec<_>>()[..] {
            [] => None,
            [(actor, _)] => Some(words.did_unpin.replace("{}", &name(*actor)?)),
            _ => Some(words.did_unpin_all.to_owned()),
        }
    }

    /// The name of the actor with that key; the key where there is none.
    pub fn name_of(&self, key: &str) -> String {
        self.data.find::<Actor>(key).map_or_else(|| key.to_owned(), |id| self.data[id].name.clone())
    }

    fn value_name(&self, facet: &Facet, value: &str) -> String {
        facet.value_label(&self.data, self.words, value).unwrap_or_else(|| value.to_owned())
    }

    /// What a selection is called in a list: the name of an actor, the beginning of a sentence.
    fn selection_name(&self, selection: &Selection) -> String {
        let data = &self.data;
        let name = match selection {
            Selection::Actor(key) => Some(self.name_of(key)),
            Selection::Edge(one, other) => {
                Some(Arrow::Neither.between(&self.name_of(one), &self.name_of(other)))
            }
            Selection::Fact(key) => data.find::<Fact>(key).map(|id| short(&data[id].text)),
            Selection::Designation(key) => {
                data.find::<Designation>(key).map(|id| data[data[id].target].name.clone())
            }
            Selection::Source(key) => data.find::<Source>(key).map(|id| data[id].title.clone()),
            Selection::Sentence(key, at) => data.find::<Source>(key).map(|id| {
                let place = self.sentence(ParagraphKind::Text, *at);
                format!("{}, {place}", data[id].title)
            }),
        };
        name.unwrap_or_else(|| selection.to_string())
    }
}

/// By how many things a query is narrowed.
fn narrowings(query: &Query) -> usize {
    let marks =
        query.marks.of(Mark::Only).chain(query.marks.of(Mark::Expand)).chain(query.marks.of(Mark::Hide));
    let facets = Facet::of_view(query.view).filter(|facet| query.facets.get(facet.key).is_some());
    usize::from(!query.text.is_empty())
        + usize::from(query.period.narrows())
        + usize::from(query.focus.is_some())
        + usize::from(query.path.is_some())
        + marks.count()
        + facets.count()
}

/// The beginning of a text that is long.
fn short(text: &str) -> String {
    match text.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text).trim_end()),
        None => text.to_owned(),
    }
}
