//! The network of an opened list: a neighbourhood that grows where the reader asks.

mod drawing;

use super::super::browser;
use super::super::dom::{El, button, el, link, run, slot};
use super::super::live::{Derived, Live};
use super::super::parts::{column, head_row, twin};
use super::desk::Desk;
use super::number;
use crate::query::{ActorKey, OpenedQuery};
use crate::seam::{Around, Overview, Summary, ask};
use crate::words::{apart, filled, opening as words};

/// How many neighbours are shown at once, and how many more with each step.
const SOME: u64 = 24;

/// The whole view.
pub(super) fn view(desk: Desk, list: &Summary) -> Vec<El> {
    let own = words();
    if list.relations == 0 {
        let none = el("div", "empty")
            .child(el("p", "empty__title").text(own.network_none))
            .child(el("p", "empty__help").text(own.network_none_help));
        return vec![el("section", "list").child(el("h2", "").text(own.network)).child(none)];
    }
    let around = Derived::new(move || desk.query().around);
    let table = Live::new(false);
    let body = el("div", "slot").filled_of(move || match around.with(Vec::is_empty) {
        true => vec![overview(desk)],
        false => neighbourhood(desk, around, table),
    });
    vec![body]
}

/// Where to begin.
fn overview(desk: Desk) -> El {
    let own = words();
    let found = Live::new(None::<Overview>);
    desk.ask_for(ask::Overview, found);
    let told = slot(move || {
        let Some(it) = found.get() else { return Some(el("p", "").text(own.loading)) };
        let [all, groups, largest] = [it.relations, it.components, it.largest].map(number);
        let gone = [it.unresolved, it.ambiguous].map(number);
        let gone = (it.unresolved + it.ambiguous > 0)
            .then(|| el("p", "").text(&filled(own.overview_gone, &[&gone[0], &gone[1]])));
        let one = |it: &crate::seam::Related| {
            let to = ActorKey::parse(&it.key);
            let to = move || OpenedQuery {
                around: to.clone().into_iter().collect(),
                selection: to.clone(),
                ..desk.query()
            };
            el("li", "").child(link("related__one", "", move || Desk::link(&to())).children([
                el("span", "related__name").text(&it.name),
                el("span", "related__kind").text(&it.kind_label),
                el("span", "related__degree").text(&number(it.degree)),
            ]))
        };
        Some(
            el("div", "overview")
                .child(el("p", "").text(&filled(own.overview, &[&all, &groups, &largest])))
                .children(gone)
                .child(el("p", "").text(own.most_related))
                .child(el("ol", "related").children(it.most_related.iter().map(one))),
        )
    });
    el("section", "list").child(el("h2", "").text(own.network)).child(told)
}

fn neighbourhood(desk: Desk, around: Derived<Vec<ActorKey>>, table: Live<bool>) -> Vec<El> {
    let own = words();
    let found = Live::new(None::<Option<Around>>);
    run(Box::new(move || {
        let list = desk.list.get();
        let actors: Vec<_> = around.with(|it| it.iter().map(ActorKey::to_string).collect());
        if list.is_none() || actors.is_empty() {
            return;
        }
        let two_sided = !browser::is_phone();
        desk.ask_for(ask::Around { actors, most: SOME, two_sided }, found);
    }));
    let title = move || {
        found.with(|it| match it {
            Some(Some(it)) => it.nodes.first().map(|it| filled(own.network_of, &[&apart(&it.name)])),
            _ => None,
        })
    };
    let back = move || {
        let narrower = around.with(|it| it.first().cloned().into_iter().collect::<Vec<_>>());
        let grown = around.with(|it| it.len() > 1);
        grown.then(|| {
            let query = OpenedQuery { around: narrower, ..desk.query() };
            button("button", own.fold_back).click(move || desk.go(&query))
        })
    };
    let whole = link("button", own.network, move || {
        Desk::link(&OpenedQuery { around: Vec::new(), selection: None, ..desk.query() })
    });
    let twin_button = button("button", "")
        .text_of(move || if table.get() { own.drawing } else { own.table }.to_owned())
        .click(move || table.update(|it| *it = !*it));
    let head = el("div", "list__head").children([
        el("h2", "").text_of(move || title().unwrap_or_else(|| own.network.to_owned())),
        el("div", "list__tools").child(whole).child(slot(back)).child(twin_button),
    ]);
    let body = el("div", "slot").filled_of(move || match found.get() {
        None => vec![el("p", "").text(own.loading)],
        Some(None) => vec![el("p", "").text(own.no_such)],
        Some(Some(it)) => {
            let alone = (it.nodes.len() < 2).then(|| el("p", "list__told").text(own.alone));
            let cut = it.cut.then(|| el("p", "list__told").text(own.cut));
            let shown = if table.get() { as_table(desk, &it) } else { drawing::drawing(desk, it) };
            alone.into_iter().chain(cut).chain([shown]).collect()
        }
    });
    vec![el("section", "list").child(head).child(body)]
}

/// The query with more neighbours of somebody.
fn expanding(desk: Desk, key: &str) -> Option<OpenedQuery> {
    let actor = ActorKey::parse(key)?;
    let mut query = desk.query_now();
    query.around.push(actor);
    Some(query)
}

/// Puts somebody else in the centre.
fn centring(desk: Desk, key: &str) -> Option<OpenedQuery> {
    let actor = ActorKey::parse(key)?;
    Some(OpenedQuery { around: vec![actor.clone()], selection: Some(actor), ..desk.query_now() })
}

/// The same as rows.
fn as_table(desk: Desk, it: &Around) -> El {
    let own = words();
    let lead = move |nth: u32| {
        let node = it.nodes.get(nth as usize);
        let key = node.and_then(|it| ActorKey::parse(&it.key));
        let name = node.map(|it| it.name.clone()).unwrap_or_default();
        link("", &name, move || Desk::link(&desk.query().selecting(key.clone())))
    };
    let rows = it.edges.iter().map(|edge| {
        let note = (!edge.certain).then(|| el("small", "").text(own.uncertain));
        el("tr", "").children([
            el("td", "").child(lead(edge.ends.0)),
            el("td", "").text(&edge.label).text(" ").children(note),
            el("td", "").child(lead(edge.ends.1)),
        ])
    });
    let head = head_row([own.column_one, own.column_how, own.column_other].map(column));
    let table = el("table", "rows")
        .child(el("caption", "out").text(own.table_caption))
        .child(head)
        .child(el("tbody", "").children(rows));
    twin("drawing__twin", own.table_caption, table)
}
