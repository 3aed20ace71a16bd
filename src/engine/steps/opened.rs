//! The steps in an opened list in words.

use super::short;
use crate::query::{OpenedQuery, Query, View};
use crate::store::{Facet, Filter};
use crate::words::{EN, PathWords, filled, opened, opening};

/// What a reader did between two queries of an opened list.
pub(super) fn step(words: &PathWords, old: &Query, new: &Query) -> Option<String> {
    if old.opened == new.opened || new.view != View::Opened {
        return None;
    }
    let ((old, _), (new, _)) = (OpenedQuery::parse(&old.opened), OpenedQuery::parse(&new.opened));
    if old.narrowed() && new == old.cleared() {
        return Some(words.did_clear.to_owned());
    }
    if old.room != new.room {
        return Some(words.did_open.replace("{}", opening().room(new.room)));
    }
    let told = narrowed(words, &old.filter, &new.filter);
    let told = told.or_else(|| (old.order != new.order).then(|| words.did_sort.to_owned()));
    let told = told.or_else(|| {
        (old.around != new.around).then(|| match new.around.last() {
            Some(actor) if new.around.len() > old.around.len() => words.did_expand.replace("{}", &actor.id),
            Some(actor) => words.did_focus.replace("{}", &actor.id),
            None => words.did_show_all.to_owned(),
        })
    });
    told.or_else(|| {
        (old.selection != new.selection).then(|| match &new.selection {
            // Who it is, the list knows that is not here.
            Some(actor) => words.did_select.replace("{}", &actor.id),
            None => words.did_unselect.to_owned(),
        })
    })
}

fn narrowed(words: &PathWords, old: &Filter, new: &Filter) -> Option<String> {
    for facet in Facet::ALL {
        let values = |filter: &Filter| {
            filter.chosen.iter().find(|(it, _)| *it == facet).map(|(_, it)| it.clone()).unwrap_or_default()
        };
        let (was, is) = (values(old), values(new));
        let more = is.iter().find(|value| !was.contains(value)).map(|value| (words.did_filter, value));
        let less = was.iter().find(|value| !is.contains(value)).map(|value| (words.did_unfilter, value));
        if let Some((pattern, value)) = more.or(less) {
            let value = opened().value(facet, value).unwrap_or_else(|| value.clone());
            return Some(filled(pattern, &[opened().facet(facet), &value]));
        }
    }
    if old.period != new.period {
        let label = new.period.narrows().then(|| new.period.label(&EN));
        return Some(label.unwrap_or_else(|| words.did_all_time.to_owned()));
    }
    ((&old.text, old.typos) != (&new.text, new.typos)).then(|| match new.text.as_str() {
        "" => words.did_unsearch.to_owned(),
        text => words.did_search.replace("{}", &short(text)),
    })
}
