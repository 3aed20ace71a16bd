//! How two actors are connected: the path as sentences beside the drawing, and what the drawing lets stand
//! out for it.

use super::browser;
use super::choose::lead;
use super::dom::{El, button, el, link, slot};
use super::evidence::{card, spans};
use super::live::Derived;
use super::state::State;
use crate::engine::{Passed, Route, Step};
use crate::graph::{Network, PathKind};
use crate::query::{Connection, Query, View};
use crate::scene::Item;
use crate::words::{PathWords, filled, paths as words};

/// The lines and actors of the path that the query asks for, in a network.
pub(super) fn along(state: State, network: &Network) -> Vec<Item> {
    let asked = state.query.with(|query| query.path.clone());
    let route = asked.and_then(|asked| state.engine.route(network, &asked));
    route.map(|route| route.items).unwrap_or_default()
}

/// The link from a dossier back to the path that it was opened from.
pub(super) fn back(state: State) -> Option<El> {
    let path =
        state.query.with_untracked(|query| query.path.clone().filter(|_| query.view == View::Network))?;
    let text = ends(words().back, state, &path);
    Some(el("p", "path__back").child(link("", &text, move || state.link_to(None))))
}

/// The path as sentences. What stands here is kept while the query changes, but for what differs.
pub(super) fn panel(state: State) -> Vec<El> {
    let words = words();
    let asked = Derived::new(move || state.query.with(|query| query.path.clone()));
    let route = Derived::new(move || {
        let query = state.query.get();
        state.engine.route(&state.engine.network(&query), query.path.as_ref()?)
    });
    let title = move || asked.with(|path| path.as_ref().map(|path| ends(words.title, state, path)));
    let summary = move || route.with(|route| route.as_ref().map(|route| route.summary.clone()));
    let caution = move || route.with(|route| route.as_ref()?.caution.clone());
    let close = button("quiet evidence__close", state.words().close);
    vec![
        el("div", "evidence__head")
            .child(el("p", "evidence__kicker").text(words.path))
            .child(close.click(move || change(state, |query, _| query.path = None))),
        el("h2", "evidence__title").text_of(move || title().unwrap_or_default()),
        el("div", "path__answer").attr("role", "status").children([
            el("p", "path__summary").text_of(move || summary().unwrap_or_default()),
            slot(move || caution().map(|text| el("p", "path__caution").text(&text))),
        ]),
        tools(state, asked, route),
        slot(move || help(state, route)),
        el("ol", "path")
            .filled_of(move || route.get().map(|route| stations(state, words, route)).unwrap_or_default()),
    ]
}

/// Which path, the other way round, another as good, nobody else; and its link.
fn tools(state: State, asked: Derived<Option<Connection>>, route: Derived<Option<Route>>) -> El {
    let words = words();
    let kind = move |kind: PathKind| {
        let pressed = move || {
            let is = asked.with(|path| path.as_ref().is_some_and(|path| path.kind == kind));
            Some(is.to_string())
        };
        button("button", words.kind(kind))
            .attr("title", words.kind_help(kind))
            .attr_of("aria-pressed", pressed)
            .click(move || {
                change(state, |_, path| (path.kind, path.nth) = (kind, 0));
            })
    };
    let kinds = el("div", "path__kinds").attr("role", "group").attr("aria-label", words.kinds_label);
    let swap = button("button", words.swap).click(move || {
        change(state, |_, path| core::mem::swap(&mut path.from, &mut path.to));
    });
    let several = move || {
        route.with(|route| route.as_ref().filter(|it| it.told > 1).map(|it| (it.nth, it.told, it.of)))
    };
    let another = button("button", "")
        .text_of(move || several().map(|(nth, _, of)| counted(words.another, nth, of)).unwrap_or_default())
        .attr_of("hidden", move || several().is_none().then(String::new))
        .click(move || {
            if let Some((nth, told, _)) = several() {
                change(state, |_, path| path.nth = ((nth + 1) % told) as u8);
            }
        });
    let alone = Derived::new(move || {
        let query = state.query.get();
        let actors = route.with(|route| route.as_ref().map(|it| it.actors.clone()).unwrap_or_default());
        let left = query.alone(actors.iter().map(String::as_str));
        (!actors.is_empty()).then_some(left.marks == query.marks)
    });
    let only = button("button", "")
        .text_of(move || if alone.get() == Some(true) { words.all } else { words.only_path }.to_owned())
        .attr_of("hidden", move || alone.get().is_none().then(String::new))
        .click(move || {
            let actors =
                route.with_untracked(|route| route.as_ref().map(|it| it.actors.clone()).unwrap_or_default());
            let only = alone.get_untracked() == Some(false);
            let kept = actors.iter().map(String::as_str).filter(|_| only);
            state.go(state.query.with_untracked(|query| query.alone(kept)));
        });
    let copy = button("button", state.words().copy_link).click(move || {
        let fragment = state.query.with_untracked(Query::to_fragment);
        state.copy(browser::address(&fragment), crate::words::dossier().copied_link);
    });
    el("div", "acts").children([kinds.children(PathKind::ALL.map(kind)), swap, another, only, copy])
}

/// Another question of the same kind; where only the last path was shown, all are shown again for it.
fn change(state: State, with: impl FnOnce(&mut Query, &mut Connection)) {
    let mut query = state.query.get_untracked();
    let Some(mut path) = query.path.clone() else { return };
    let shown = state.engine.route(&state.engine.network(&query), &path);
    let alone = shown.is_some_and(|route| {
        !route.actors.is_empty() && query.alone(route.actors.iter().map(String::as_str)).marks == query.marks
    });
    query.path = Some(path.clone());
    let before = query.path.clone();
    let mut changed = query.clone();
    with(&mut changed, &mut path);
    if changed.path == before {
        changed.path = Some(path);
    }
    if alone && changed.path.is_some() {
        let all = changed.alone([]);
        let found = all.path.as_ref().and_then(|path| state.engine.route(&state.engine.network(&all), path));
        let actors = found.map(|route| route.actors).unwrap_or_default();
        changed = all.alone(actors.iter().map(String::as_str));
    }
    state.go(changed);
}

/// Where there is no path: what would bring one back, or that nothing would.
fn help(state: State, route: Derived<Option<Route>>) -> Option<El> {
    let words = words();
    route.with(|route| route.as_ref().is_some_and(|route| route.steps.is_empty())).then(|| {
        let help = el("div", "path__none");
        match state.query.with(|query| state.engine.way_out(query)) {
            Some((label, query)) => {
                help.child(button("button", label).click(move || state.go(query.clone())))
            }
            None => help.child(el("p", "").text(words.not_connected)),
        }
    })
}

/// The actors of the path as stations, and between two of them all that passes.
fn stations(state: State, words: &'static PathWords, route: Route) -> Vec<El> {
    let last = route.steps.last().map(|step| step.ends[1].clone());
    let station = move |at| spans(state, el("p", "path__actor"), vec![at], "");
    let mut all: Vec<_> = route
        .steps
        .into_iter()
        .map(|step| {
            let class = if step.only_said { "path__step path__step--said" } else { "path__step" };
            let start = station(step.ends[0].clone());
            el("li", class).child(start).child(passing(state, words, step))
        })
        .collect();
    all.extend(last.map(|end| el("li", "path__end").child(station(end))));
    all
}

/// All that passes between two neighbours: the line of the drawing, the first of its facts, and where the
/// others are.
fn passing(state: State, words: &'static PathWords, step: Step) -> El {
    let line = &step.line;
    let badge = step.only_said.then(|| el("span", "badge").text(words.badge_said));
    let support = el("p", "path__support").text(&step.summary).children(badge);
    let swatch = |passed: &Passed| el("span", &format!("swatch swatch--{}", passed.tone));
    let labels: Vec<_> = line.passed.iter().map(|passed| passed.label).collect();
    let head = el("h3", "path__line")
        .children(line.passed.iter().map(swatch))
        .child(lead(state, "", &line.title(), &line.selection))
        .child(el("small", "").text(&labels.join(", ")));
    let more = (step.more > 0).then(|| {
        let text = words.more_facts.replace("{}", &step.more.to_string());
        el("p", "path__more").child(lead(state, "", &text, &line.selection))
    });
    let cards = step.cards.into_iter().map(|it| card(state, it));
    let told = el("section", "").child(head).child(el("ul", "").children(cards)).children(more);
    el("div", "path__facts").child(support).child(told)
}

fn ends(pattern: &str, state: State, path: &Connection) -> String {
    let name = |key: &str| state.engine.name_of(key);
    filled(pattern, &[&name(&path.from), &name(&path.to)])
}

/// "Another path (2 of 5)".
fn counted(pattern: &str, nth: usize, of: u64) -> String {
    filled(pattern, &[&(nth + 1).to_string(), &of.to_string()])
}
