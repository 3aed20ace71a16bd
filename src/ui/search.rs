//! What search everywhere finds: a list under the field of [`super::ask`], for the keyboard first.
//!
//! The field is a combobox and the list its listbox: the keyboard stays in the field, and the chosen entry
//! is told by `aria-activedescendant`. Before anything is typed the list holds what a reader may want
//! first.
//!
//! All who have facts are asked the same ([`Find`]): the story, which answers at once, and the list that the reader
//! has opened, if one is, which answers in its time.

mod command;

use core::cell::RefCell;

use gloo::utils::document;
use leptos::prelude::RenderEffect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::dom::{El, el};
use super::live::{Derived, Live, Slot, keep};
use super::state::State;
use super::{ask, browser, opened};
use crate::engine::Finder;
use crate::model::{Actor, Naming};
use crate::query::{Query, Selection, View};
use crate::seam::Engine;
use crate::seam::ask::Find;
use crate::search::{Group, Hit, Kind, Marked, Role, Target, connected, opening};
use crate::words::search;
use command::{Command, commands};

/// How much of a kind is shown before a reader asks for all of it.
const OF_A_KIND: usize = 5;
/// How many of the most connected actors are proposed.
const PROPOSED: usize = 5;
/// How many things that were chosen before are proposed.
const RECENT: usize = 4;
/// How many entries the page keys go on by.
const PAGE: usize = 6;

const LIST: &str = "ask-list";

thread_local! {
    /// What was chosen on this visit, the last first. It outlives the box and is nobody else's.
    static CHOSEN: RefCell<Vec<Selection>> = const { RefCell::new(Vec::new()) };
}

/// What the box works with while it is open.
#[derive(Clone, Copy)]
struct Open {
    state: State,
    story: Slot<Finder>,
    commands: Slot<Vec<Command>>,
    /// Kinds that are shown whole, for a text.
    whole: Live<(String, Vec<Kind>)>,
    /// The chosen entry, for a text.
    at: Live<(String, usize)>,
    /// What the opened list has, for a text.
    listed: Live<(String, Vec<Group>)>,
}

/// One part of the list.
#[derive(Clone, PartialEq)]
struct Part {
    heading: &'static str,
    /// How many there are, where not all are shown or they were searched for.
    total: Option<usize>,
    choices: Vec<Choice>,
}

/// One entry of the list.
#[derive(Clone, PartialEq)]
enum Choice {
    /// One that was found; true where it has wrong letters.
    Hit(Hit, bool),
    /// All of a kind.
    All(Kind, usize),
    /// All that the opened list has, with wrong letters or without.
    Listed(usize, bool),
}

/// The list and what is said with it, for as long as the box is open.
pub(super) fn found(state: State) -> Vec<El> {
    let commands = commands(state);
    let also = commands.iter().enumerate().map(|(nth, it)| it.entry(nth)).collect();
    let open = Open {
        state,
        story: Slot::new(Finder::new(state.engine, also)),
        commands: Slot::new(commands),
        whole: Live::new((String::new(), Vec::new())),
        at: Live::new((String::new(), 0)),
        listed: Live::new((String::new(), Vec::new())),
    };
    keep(RenderEffect::new(move |_: Option<()>| open.ask_list()));
    let parts = Derived::new(move || open.parts());
    let at = Derived::new(move || open.chosen_of(&parts.get()));
    if let Some(field) = ask::field() {
        El(field.into())
            .attr("aria-controls", LIST)
            .attr("aria-autocomplete", "list")
            .attr_of("aria-expanded", move || Some(parts.with(|it| !it.is_empty()).to_string()))
            .attr_of("aria-activedescendant", move || {
                parts.with(|it| !it.is_empty()).then(|| option_id(at.get()))
            })
            .on("input", |_| {
                if let Some(list) = document().get_element_by_id(LIST) {
                    list.set_scroll_top(0);
                }
            })
            .on("keydown", move |event| open.key(event, parts, at));
    }
    let said = move || {
        let asked = state.ask.text.with(|text| !text.trim().is_empty());
        let total = parts.with(|it| it.iter().filter_map(|part| part.total).sum());
        if asked { state.words().count(total, search().found) } else { String::new() }
    };
    let list = el("div", "ask__list")
        .attr("id", LIST)
        .attr("role", "listbox")
        .attr("aria-label", search().results)
        .filled_of(move || open.list(&parts.get(), at));
    let none = el("div", "ask__none").filled_of(move || match parts.with(Vec::is_empty) {
        true => open.none(),
        false => Vec::new(),
    });
    vec![el("p", "out").attr("role", "status").text_of(said), list, none, keys()]
}

impl Open {
    /// What the list holds.
    fn parts(self) -> Vec<Part> {
        let text = self.state.ask.text.get();
        if text.trim().is_empty() {
            return self.proposed();
        }
        let whole = self.whole.with(|(of, kinds)| if *of == text { kinds.clone() } else { Vec::new() });
        let mut groups = self.story.with(|story| story.answer(&find(&text, whole)));
        let listed = self.listed.with(|(of, groups)| if *of == text { groups.clone() } else { Vec::new() });
        // What is looked at comes first.
        let is_looked_at = self.state.query.with_untracked(|query| query.view == View::Opened);
        groups.splice(if is_looked_at { 0..0 } else { groups.len()..groups.len() }, listed);
        groups.into_iter().map(part).collect()
    }

    /// Asks the list that the reader has opened.
    fn ask_list(self) {
        let text = self.state.ask.text.get();
        if text.trim().is_empty() {
            return;
        }
        opened::ask(self.state, find(&text, Vec::new()), move |groups| {
            // The box may be closed by now.
            if self.listed.is_there() {
                self.listed.set((text, groups));
            }
        });
    }

    /// What a reader may want before typing: what was chosen before, the most connected actors, commands.
    fn proposed(self) -> Vec<Part> {
        let data = self.state.engine.data();
        let before = CHOSEN.with_borrow(Vec::clone);
        let actors = connected(data, PROPOSED + RECENT).into_iter();
        let actors = actors.map(|id| Selection::Actor(data[id].key.clone()));
        let actors = actors.filter(|it| !before.contains(it)).take(PROPOSED);
        let hits = |targets: &mut dyn Iterator<Item = Target>| -> Vec<Choice> {
            let hit = |hit| Choice::Hit(hit, false);
            self.story.with(|story| targets.filter_map(|it| story.plain(&it)).map(hit).collect())
        };
        let proposed = |heading, choices| Part { heading, total: None, choices };
        let count = self.commands.with(Vec::len);
        let mut parts = vec![
            proposed(search().recent, hits(&mut before.iter().cloned().map(Target::Selection))),
            proposed(search().connected, hits(&mut actors.map(Target::Selection))),
            proposed(search().kind(Kind::Command), hits(&mut (0..count).map(Target::Command))),
        ];
        parts.retain(|part| !part.choices.is_empty());
        parts
    }

    /// The number of the chosen entry: the first where the text has changed.
    fn chosen_of(self, parts: &[Part]) -> usize {
        let text = self.state.ask.text.get();
        let at = self.at.with(|(of, at)| if *of == text { *at } else { 0 });
        at.min(count(parts).saturating_sub(1))
    }

    fn list(self, parts: &[Part], at: Derived<usize>) -> Vec<El> {
        let mut number = 0;
        let mut all = Vec::with_capacity(parts.len());
        for (nth, part) in parts.iter().enumerate() {
            let id = format!("ask-part-{nth}");
            let heading = el("div", "ask__kind").attr("id", &id).attr("role", "presentation");
            let heading = heading.text(part.heading);
            let heading = match part.total {
                Some(total) => heading.text(" ").child(el("span", "ask__count").text(&total.to_string())),
                None => heading,
            };
            let group = el("div", "ask__part").attr("role", "group").attr("aria-labelledby", &id);
            let choices = part.choices.iter().map(|choice| {
                number += 1;
                self.option(choice, number - 1, at)
            });
            all.push(group.child(heading).children(choices));
        }
        all
    }

    fn option(self, choice: &Choice, number: usize, at: Derived<usize>) -> El {
        let shown = match choice {
            Choice::Hit(hit, _) => self.hit(hit),
            Choice::All(_, total) | Choice::Listed(total, _) => {
                let text = search().all.replace("{}", &total.to_string());
                vec![el("span", "ask__all").text(&text)]
            }
        };
        let chosen = choice.clone();
        el("div", "ask__option")
            .attr("role", "option")
            .attr("id", &option_id(number))
            .attr_of("aria-selected", move || Some((at.get() == number).to_string()))
            .children(shown)
            // Only a pointer that moves: a list that changes under one that rests chooses nothing.
            .on("pointermove", move |_| {
                if at.get_untracked() != number {
                    self.point(number);
                }
            })
            .click(move || self.act(&chosen))
    }

    fn hit(self, hit: &Hit) -> Vec<El> {
        let data = self.state.engine.data();
        let naming = match &hit.target {
            Target::Selection(Selection::Actor(key)) => data.find::<Actor>(key).map(|id| data[id].naming),
            _ => None,
        };
        let class = match naming {
            Some(Naming::Unnamed) => "ask__title hollow hollow--unnamed",
            Some(Naming::ByOffice) => "ask__title hollow",
            _ if hit.kind == Kind::Fact => "ask__title ask__title--sentence",
            _ => "ask__title",
        };
        let line = (!hit.line.text.is_empty()).then(|| marked(el("span", "ask__line"), &hit.line));
        let through = hit.through.as_ref().map(|(role, text)| {
            let class = if *role == Role::Speech { "ask__line ask__line--speech" } else { "ask__line" };
            let label = el("span", "ask__role").text(search().role(*role));
            marked(el("span", class).child(label).text(" "), text)
        });
        [Some(marked(el("span", class), &hit.title)), line, through].into_iter().flatten().collect()
    }

    /// What is said where nothing was found, and what helps.
    fn none(self) -> Vec<El> {
        let data = self.state.engine.data();
        let text = self.state.ask.text.with(|text| text.trim().to_owned());
        let name = connected(data, 1).first().map_or("", |id| data[*id].name.as_str());
        vec![
            el("p", "").text(&search().none.replace("{}", &text)),
            el("p", "ask__help").text(&search().none_help.replace("{}", name)),
        ]
    }

    fn point(self, number: usize) {
        self.at.set((self.state.ask.text.get_untracked(), number));
    }

    fn key(self, event: &Event, parts: Derived<Vec<Part>>, at: Derived<usize>) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        // While an input method puts letters together, the keys are its own.
        if key.is_composing() || key.alt_key() || key.shift_key() {
            return;
        }
        let parts = parts.get_untracked();
        let (count, now) = (count(&parts), at.get_untracked());
        let Some(last) = count.checked_sub(1) else { return };
        let command = key.ctrl_key() || key.meta_key();
        let next = match key.key().as_str() {
            "Enter" => {
                event.prevent_default();
                if let Some(choice) = choice(&parts, now) {
                    if command { self.copy_link(choice) } else { self.act(choice) }
                }
                return;
            }
            _ if command => return,
            "ArrowDown" => (now + 1) % count,
            "ArrowUp" => now.checked_sub(1).unwrap_or(last),
            "PageDown" => (now + PAGE).min(last),
            "PageUp" => now.saturating_sub(PAGE),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        self.point(next);
        if let Some(option) = document().get_element_by_id(&option_id(next)) {
            show(&option);
        }
    }

    /// Opens an entry, or does what it says.
    fn act(self, choice: &Choice) {
        match choice {
            Choice::All(kind, _) => {
                let text = self.state.ask.text.get_untracked();
                self.whole.update(|(of, kinds)| {
                    if *of != text {
                        *kinds = Vec::new();
                    }
                    *of = text;
                    kinds.push(*kind);
                });
            }
            Choice::Listed(_, similar) => {
                let text = self.state.ask.text.get_untracked();
                ask::close(self.state);
                self.state.go(opened::showing(&text, *similar, None));
                browser::focus_soon("content");
            }
            Choice::Hit(hit, similar) => match &hit.target {
                Target::Record(key) => {
                    let text = self.state.ask.text.get_untracked();
                    ask::close(self.state);
                    self.state.go(opened::showing(&text, *similar, Some(key)));
                    browser::focus_soon("evidence");
                }
                Target::Selection(selection) => {
                    remember(selection);
                    let state = self.state;
                    let query =
                        state.query.with_untracked(|now| opening(state.engine.data(), now, selection));
                    ask::close(self.state);
                    state.go(query);
                    browser::focus_soon("evidence");
                }
                Target::Command(nth) => {
                    let act = self.commands.with(|all| all.get(*nth).map(|it| it.act.clone()));
                    ask::close(self.state);
                    if let Some(act) = act {
                        act();
                    }
                }
            },
        }
    }

    /// Copies the link to what an entry opens.
    fn copy_link(self, choice: &Choice) {
        let Choice::Hit(hit, similar) = choice else { return };
        let query = match &hit.target {
            Target::Selection(selection) => {
                Some(opening(self.state.engine.data(), &Query::default(), selection))
            }
            Target::Record(key) => {
                let text = self.state.ask.text.get_untracked();
                Some(opened::showing(&text, *similar, Some(key)))
            }
            Target::Command(nth) => {
                self.commands.with(|all| all.get(*nth).and_then(|it| it.leads_to.clone()))
            }
        };
        if let Some(query) = query {
            ask::close(self.state);
            self.state.copy(browser::address(&query.to_fragment()), crate::words::dossier().copied_link);
        }
    }
}

/// What is asked of all who have facts.
fn find(text: &str, whole: Vec<Kind>) -> Find {
    Find { text: text.to_owned(), most: OF_A_KIND as u64, whole }
}

fn part(group: Group) -> Part {
    let shown = group.hits.len();
    let (total, similar) = (group.total, group.similar);
    let mut choices: Vec<_> = group.hits.into_iter().map(|hit| Choice::Hit(hit, similar)).collect();
    if shown < total {
        choices.push(match group.kind {
            Kind::Record => Choice::Listed(total, similar),
            kind => Choice::All(kind, total),
        });
    }
    Part { heading: search().kind(group.kind), total: Some(group.total), choices }
}

fn count(parts: &[Part]) -> usize {
    parts.iter().map(|part| part.choices.len()).sum()
}

fn choice(parts: &[Part], number: usize) -> Option<&Choice> {
    parts.iter().flat_map(|part| &part.choices).nth(number)
}

fn option_id(number: usize) -> String {
    format!("ask-option-{number}")
}

/// A text with its marks.
fn marked(into: El, text: &Marked) -> El {
    text.pieces().into_iter().fold(into, |into, (piece, mark)| match mark {
        true => into.child(el("mark", "").text(piece)),
        false => into.text(piece),
    })
}

/// Brings an entry into sight with as little moving as can be.
fn show(option: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    option.scroll_into_view_with_scroll_into_view_options(&options);
}

fn remember(selection: &Selection) {
    CHOSEN.with_borrow_mut(|all| {
        all.retain(|it| it != selection);
        all.insert(0, selection.clone());
        all.truncate(RECENT);
    });
}

/// What the keys do, for the eye; a screen reader tells it of a combobox by itself.
fn keys() -> El {
    let words = search();
    let keys = [
        ("↑ ↓", words.key_choose),
        ("↵", words.key_open),
        ("Ctrl ↵", words.key_link),
        ("Esc", words.key_close),
    ];
    let keys = keys.map(|(key, what)| el("span", "").child(el("kbd", "").text(key)).text(" ").text(what));
    el("p", "ask__keys").attr("aria-hidden", "true").children(keys)
}
