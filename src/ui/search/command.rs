//! What the page can do, as entries of search everywhere: one list.

use std::rc::Rc;

use crate::query::{Query, View};
use crate::search::{Entry, Field, Kind, Role, Target};
use crate::ui::browser;
use crate::ui::state::State;
use crate::words::{opening, search};

/// Something that the page can do.
pub(super) struct Command {
    /// What it is called.
    label: String,
    /// Other words for it.
    also: &'static str,
    /// What it says of itself now.
    line: String,
    /// The query that it leads to, where it does nothing else.
    pub leads_to: Option<Query>,
    /// What it does.
    pub act: Rc<dyn Fn()>,
}

impl Command {
    /// The command as an entry; `nth` is its place in the list.
    pub(super) fn entry(&self, nth: usize) -> Entry {
        let field = |role, text: &str| Field { role, text: text.to_owned() };
        Entry {
            kind: Kind::Command,
            target: Target::Command(nth),
            fields: vec![field(Role::Name, &self.label), field(Role::Alias, self.also)],
            line: self.line.clone(),
        }
    }
}

/// All commands, as they are now.
pub(super) fn commands(state: State) -> Vec<Command> {
    let words = search();
    let query = state.query.get_untracked();
    let leading = |label: &str, also, line: &str, to: Query, focus: &'static str| {
        let query = to.clone();
        Command {
            label: label.to_owned(),
            also,
            line: line.to_owned(),
            leads_to: Some(to),
            act: Rc::new(move || {
                state.go(query.clone());
                browser::focus_soon(focus);
            }),
        }
    };
    let doing = |label: &str, also, line: &str, act: Rc<dyn Fn()>| Command {
        label: label.to_owned(),
        also,
        line: line.to_owned(),
        leads_to: None,
        act,
    };

    let mut all: Vec<_> = View::ALL
        .into_iter()
        .map(|view| {
            let label = words.go_to.replace("{}", state.words().view(view));
            let line = if view == query.view { words.here } else { "" };
            leading(&label, words.go_to_also, line, query.viewing(view), "content")
        })
        .collect();
    let as_table = query.view == View::Network && query.table;
    let twin = Query { table: !as_table, ..query.viewing(View::Network) };
    all.push(leading(
        if as_table { words.drawing } else { words.twin },
        words.twin_also,
        "",
        twin,
        "content",
    ));
    let list = Query { view: View::Opened, ..Query::default() };
    all.push(leading(opening().open, words.open_also, "", list, "content"));
    let line = if query.narrowed() { "" } else { words.clear_nothing };
    all.push(leading(words.clear, words.clear_also, line, query.cleared(), "content"));
    let theme = if state.dark.get_untracked() { state.words().theme_light } else { state.words().theme_dark };
    all.push(doing(theme, words.theme_also, "", Rc::new(move || state.toggle_theme())));
    let share = move || {
        let address = browser::address(&state.query.with_untracked(Query::to_fragment));
        state.copy(address, state.words().shared);
    };
    all.push(doing(words.link, words.link_also, "", Rc::new(share)));
    let listed = state.engine.listed(&query);
    let rows = state.words().count(listed, words.save_rows);
    for (label, format) in [(words.csv, "csv"), (words.json, "json")] {
        let save = move || crate::ui::sanctions::save(state, format);
        all.push(doing(label, words.save_also, &rows, Rc::new(save)));
    }
    all.push(doing(words.print, words.print_also, "", Rc::new(browser::print)));
    all
}
