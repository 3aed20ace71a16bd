//! What one look shows: where accounts disagree, and each topic in numbers.

use crate::engine::{Dispute, Mention, Statements, Tally};
use crate::query::{Facet, Query};
use crate::ui::browser;
use crate::ui::choose::lead;
use crate::ui::dom::{El, button, el, link};
use crate::ui::parts::{column, head_row};
use crate::ui::state::State;
use crate::ui::statements::{go_to, heading_id, said};
use crate::words::statements;

/// The overview above the topics.
pub(super) fn overview(state: State, found: &Statements) -> [El; 2] {
    let own = statements();
    let disputes = match found.disputes.as_slice() {
        [] => el("p", "overview__none").text(own.disagree_none),
        all => el("ul", "").children(all.iter().map(|it| dispute(state, it))),
    };
    let tally = found.tally;
    [
        el("section", "overview").attr("aria-labelledby", "disagree").children([
            el("h3", "overview__title").attr("id", "disagree").text(own.disagree),
            disputes,
            el("p", "overview__only").children([
                only(state, "disputed", own.only_disputed, tally.disputed),
                only(state, "alone", own.only_alone, tally.alone),
            ]),
        ]),
        el("nav", "overview").attr("aria-labelledby", TOPICS).children([
            el("h3", "overview__title").attr("id", TOPICS).attr("tabindex", "-1").text(own.topics),
            topics(state, found),
        ]),
    ]
}

const TOPICS: &str = "topics";

/// Leads from a topic back to the list of them.
pub(super) fn back_to_topics(state: State) -> El {
    jump(state, "chapter__back", statements().to_topics, TOPICS.to_owned())
}

/// A claim and what contradicts it; each leads to its place.
fn dispute(state: State, it: &Dispute) -> El {
    let own = statements();
    let against = it.against.iter().map(|it| el("li", "").child(mention(state, it)));
    el("li", "dispute").children([
        el("div", "dispute__claim").child(mention(state, &it.claim)),
        el("p", "dispute__word").child(said::disputed(own.contradicted)),
        el("ul", "dispute__against").children(against),
    ])
}

/// "Vladimir Putin: …": selects the statement and goes to its place, where it has one.
fn mention(state: State, it: &Mention) -> El {
    let id = said::place_id(&it.selection);
    lead(state, "dispute__link", "", &it.selection)
        .children([el("b", "").text(&it.voice), el("span", "").text(" "), el("span", "").text(&it.text)])
        .click(move || go_to(id.clone()))
}

/// Narrows to what is disputed, or to what rests on one speaker alone; and back.
fn only(state: State, value: &'static str, label: &str, count: usize) -> El {
    let facet = Facet::find("rests");
    let chosen = move || {
        let query = state.query.get();
        facet.is_some_and(|facet| query.chosen(facet).iter().any(|it| it == value))
    };
    button("button", &format!("{label} ({count})"))
        .attr("id", &format!("only-{value}"))
        .attr_of("aria-pressed", move || Some(chosen().to_string()))
        .click(move || {
            if let Some(facet) = facet {
                state.go(state.query.with_untracked(|query| query.toggled(facet, value)));
                // The button is made anew with the rest of the view.
                browser::focus_soon(if value == "alone" { "only-alone" } else { "only-disputed" });
            }
        })
}

/// The topics in numbers, each leading to its statements.
fn topics(state: State, found: &Statements) -> El {
    let own = statements();
    let headings =
        [own.column_topic, own.column_statements, own.column_speakers, own.column_disputed, own.column_alone];
    let rows = found
        .chapters
        .iter()
        .map(|it| row(jump(state, "topics__link", &it.label, heading_id(&it.key)), &it.tally));
    let all = row(el("span", "").text(own.topics_all), &found.tally);
    el("table", "rows topics").children([
        el("caption", "out").text(own.topics_caption),
        head_row(headings.map(column)),
        el("tbody", "").children(rows),
        el("tfoot", "").child(all),
    ])
}

fn row(name: El, tally: &Tally) -> El {
    let number = |number: usize| {
        let class = if number == 0 { "topics__number topics__number--none" } else { "topics__number" };
        el("td", class).text(&number.to_string())
    };
    let numbers = [tally.statements, tally.speakers, tally.disputed, tally.alone].map(number);
    el("tr", "").child(el("th", "topics__name").attr("scope", "row").child(name)).children(numbers)
}

/// A link within the view. The address is the query, so it stays as it is.
fn jump(state: State, class: &'static str, text: &str, id: String) -> El {
    let href = move || state.query.with(|query: &Query| format!("#{}", query.to_fragment()));
    link(class, text, href).on("click", move |event| {
        event.prevent_default();
        go_to(id.clone());
    })
}
