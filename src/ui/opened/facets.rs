//! What the rows of an opened list can be narrowed by, and what they are narrowed by now.

use std::collections::BTreeMap;

use super::super::browser;
use super::super::dom::{El, button, el, run, slot, value_of};
use super::super::facets::sheet;
use super::super::live::{Derived, Live};
use super::super::parts::{chip, chip_list, search_field};
use super::desk::Desk;
use super::number;
use crate::query::{MAX_TEXT, OpenedQuery, Period, Room};
use crate::seam::{Choice, FacetCounts, ask};
use crate::store::Facet;
use crate::words::{EN, apart, filled, opened, opening as words};

/// How many values of a facet are shown, and how many where the reader wants more.
const FEW: u64 = 7;
const MANY: u64 = 200;

/// Which facets are shown with more of their values, and with which text in them.
type Wider = Live<BTreeMap<String, String>>;

/// The facets, once they are there.
type Counts = Live<Option<Vec<FacetCounts>>>;

/// The panel on the left; on a phone, a sheet.
pub(super) fn panel(desk: Desk, room: Derived<Room>) -> El {
    let wider: Wider = Live::new(BTreeMap::new());
    let facets: Counts = Live::new(None);
    let query = Derived::new(move || desk.query());
    // A selection or an order leaves the counts as they are.
    let narrowed = Derived::new(move || {
        let filter = query.with(|query| query.filter.clone());
        OpenedQuery { filter, ..OpenedQuery::default() }.to_fragment()
    });
    run(Box::new(move || {
        let list = desk.list.get();
        // Nobody looks at them elsewhere.
        if list.is_none() || room.get() == Room::Report {
            return;
        }
        let query = narrowed.get();
        let wide = wider.with(|it| it.iter().map(|(key, text)| (key.clone(), MANY, text.clone())).collect());
        desk.ask_for(ask::Facets { query, most: FEW, wider: wide }, facets);
    }));
    // A facet keeps its place and its elements while its counts change under the reader's hand.
    let keys = Derived::new(move || {
        facets.with(|all| all.iter().flatten().map(|it| it.key.clone()).collect::<Vec<_>>())
    });
    let all = el("div", "").filled_of(move || {
        keys.get().into_iter().filter_map(|key| Some(one(desk, Facet::find(&key)?, facets, wider))).collect()
    });
    sheet(desk.state).children([search(desk, query), chip_row(desk, query), all, period(desk, query)])
}

/// The id of the field for a name.
pub(super) const FIELD: &str = "find-in-list";

fn search(desk: Desk, query: Derived<OpenedQuery>) -> El {
    let own = words();
    let field = search_field(own.find)
        .attr("id", FIELD)
        .attr("spellcheck", "false")
        .attr("maxlength", &MAX_TEXT.to_string())
        .input_of(move || Some(query.with(|query| query.filter.text.clone())))
        .on("input", move |event| {
            let mut query = desk.query_now();
            query.filter.text = value_of(event);
            desk.replace(&query);
        });
    let similar = el("input", "")
        .attr("type", "checkbox")
        .input_of(move || query.with(|query| query.filter.typos).then(String::new))
        .on("change", move |_| {
            let mut query = desk.query_now();
            query.filter.typos = !query.filter.typos;
            desk.go(&query);
        });
    let similar = el("label", "facet__choice").child(similar).child(el("span", "").text(own.similar));
    el("div", "facets__search").child(field).child(similar)
}

fn one(desk: Desk, facet: Facet, facets: Counts, wider: Wider) -> El {
    let own = words();
    let key = facet.key();
    let counts = Derived::new(move || {
        facets.with(|all| all.iter().flatten().find(|it| it.key == key).cloned().unwrap_or_default())
    });
    let label = opened().facet(facet);
    let is_wide = Derived::new(move || wider.with(|it| it.contains_key(key)));
    let choices = el("ul", "facet__values").filled_of(move || {
        // The choices are made anew: the keyboard stays where it was.
        if let Some(id) = browser::focused().filter(|id| id.starts_with(&choice_id(facet, ""))) {
            browser::later(0, Box::new(move || browser::focus(&id)));
        }
        counts.with(|it| it.choices.iter().map(|it| choice(desk, facet, it)).collect())
    });
    let field = slot(move || {
        is_wide.get().then(|| {
            search_field(&filled(own.find_value, &[label])).attr("class", "search facet__find").on(
                "input",
                move |event| {
                    let text = value_of(event);
                    wider.update(|it| drop(it.insert(key.to_owned(), text)));
                },
            )
        })
    });
    let more = slot(move || {
        let left = counts.with(|it| it.more);
        if is_wide.get() {
            let fewer = button("quiet", own.fewer_values);
            return Some(fewer.click(move || wider.update(|it| drop(it.remove(key)))));
        }
        (left > 0).then(|| {
            let more = button("quiet", &filled(own.more_values, &[&number(left)]));
            more.click(move || wider.update(|it| drop(it.insert(key.to_owned(), String::new()))))
        })
    });
    el("fieldset", "facet")
        .child(el("legend", "facet__name").text(label))
        .children([field, choices, more])
        .attr("data-facet", key)
}

fn choice_id(facet: Facet, value: &str) -> String {
    ["choice", facet.key(), value].join("-")
}

fn choice(desk: Desk, facet: Facet, it: &Choice) -> El {
    let value = it.value.clone();
    let input = el("input", "")
        .attr("type", "checkbox")
        .attr("id", &choice_id(facet, &it.value))
        .on("change", move |_| desk.go(&desk.query_now().toggled(facet, &value)));
    let input = if it.chosen { input.attr("checked", "") } else { input };
    let class = if it.count == 0 { "facet__choice facet__choice--none" } else { "facet__choice" };
    el("li", "").child(el("label", class).children([
        input,
        el("span", "facet__value").attr("title", &it.label).text(&it.label),
        el("span", "facet__count").text(&number(it.count)),
    ]))
}

/// When the target was listed.
fn period(desk: Desk, query: Derived<OpenedQuery>) -> El {
    let own = words();
    let bad = Live::new(false);
    let texts = Derived::new(move || {
        let text = |date: Option<crate::model::Date>| date.map_or_else(String::new, |date| date.to_string());
        query.with(|query| [text(query.filter.period.from), text(query.filter.period.to)])
    });
    let field = move |nth: usize, label: &'static str| {
        let input = el("input", "search period__date")
            .attr("inputmode", "numeric")
            .attr("autocomplete", "off")
            .attr("placeholder", "2023-09-21")
            .attr("aria-label", label)
            .input_of(move || texts.with(|it| it.get(nth).cloned()))
            .on("change", move |event| {
                let mut both = texts.get_untracked();
                if let Some(text) = both.get_mut(nth) {
                    *text = value_of(event).trim().to_owned();
                }
                let [from, to] = both;
                let empty = from.is_empty() && to.is_empty();
                let period = Period::parse(&format!("{from}..{to}"));
                bad.set(period.is_none() && !empty);
                if period.is_some() || empty {
                    let mut query = desk.query_now();
                    query.filter.period = period.unwrap_or_default();
                    desk.go(&query);
                }
            });
        el("label", "period__end").child(el("span", "").text(label)).child(input)
    };
    let told = slot(move || bad.get().then(|| el("p", "period__bad").text(own.period_bad)));
    let has_dates = desk.list.with_untracked(|list| {
        list.as_ref().is_some_and(|it| it.summary.columns.iter().any(|it| it.key == "listed"))
    });
    let fieldset = el("fieldset", "facet")
        .child(el("legend", "facet__name").text(own.period))
        .child(el("div", "period__ends").child(field(0, own.from)).child(field(1, own.to)))
        .child(told.attr("role", "status"));
    if has_dates { fieldset } else { fieldset.attr("hidden", "") }
}

/// What the query is narrowed by, each with the query that is left without it.
pub(super) fn chips(query: &OpenedQuery) -> Vec<(String, OpenedQuery)> {
    let mut chips = Vec::new();
    if !query.filter.text.is_empty() {
        let mut without = query.clone();
        without.filter.text.clear();
        without.filter.typos = false;
        chips.push((filled(EN.chip_text, &[&apart(&query.filter.text)]), without));
    }
    if query.filter.period.narrows() {
        let mut without = query.clone();
        without.filter.period = Period::default();
        chips.push((query.filter.period.label(&EN), without));
    }
    for (facet, values) in &query.filter.chosen {
        for value in values {
            let name = opened().value(*facet, value).unwrap_or_else(|| value.clone());
            let label = format!("{}: {}", opened().facet(*facet), apart(&name));
            chips.push((label, query.toggled(*facet, value)));
        }
    }
    chips
}

fn chip_row(desk: Desk, query: Derived<OpenedQuery>) -> El {
    slot(move || {
        let query = query.get();
        let chips = chips(&query);
        (!chips.is_empty()).then(|| {
            let chips =
                chips.into_iter().map(|(label, without)| chip(&EN, &label).click(move || desk.go(&without)));
            let cleared = query.cleared();
            let clear = button("quiet", EN.clear_all).click(move || desk.go(&cleared));
            chip_list(&EN, chips.collect(), Some(clear))
        })
    })
}
