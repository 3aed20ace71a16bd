//! The statements: who said what about what, as a synopsis by topic.

mod overview;
mod said;
mod thread;

use gloo::utils::{document, document_element};

use super::browser;
use super::dom::{El, button, el, run};
use super::live::{Derived, Slot};
use super::parts::{empty, filters_button, told_chips};
use super::state::State;
use crate::engine::{Chapter, Statements, Tally};
use crate::parts::list_head;
use crate::query::Selection;
use crate::words::{filled, list, statements};

/// The view.
pub(super) fn view(state: State) -> Vec<El> {
    let (words, own) = (state.words(), statements());
    // What is selected changes nothing of what is shown.
    let query = Derived::new(move || state.query.with(|query| query.selecting(None)));
    let found = Derived::new(move || query.with(|query| state.engine.statements(query)));
    let total = move || {
        let (shown, of) = found.with(|found| (found.tally.statements, found.of));
        filled(list().total, &[&shown.to_string(), &of.to_string()])
    };
    // What was brought into sight last: a filter that makes the view anew must not move it again.
    let followed = Slot::new(None);
    let content = move || {
        found.with(|found| {
            if found.chapters.is_empty() {
                return vec![empty(state, own.reset, |query| {
                    state.engine.statements(query).tally.statements
                })];
            }
            synopsis(state, followed, found)
        })
    };
    let printer = button("button button--plain", list().print).click(browser::print);
    let tools = [filters_button(state), printer];
    vec![el("section", "statements").attr("aria-labelledby", "statements-title").children([
        list_head("statements-title", words.nav_statements, |it: El| it.text_of(total), tools),
        el("p", "statements__help").text(own.help),
        el("p", "print-only").text_of(move || told_chips(state)),
        el("div", "").filled_of(content),
    ])]
}

/// The overview and the topics.
fn synopsis(state: State, followed: Slot<Option<Selection>>, found: &Statements) -> Vec<El> {
    let mut places = Places::default();
    let chapters: Vec<_> = found.chapters.iter().map(|it| chapter(state, &mut places, it)).collect();
    places.follow(state, followed);
    overview::overview(state, found).into_iter().chain(chapters).collect()
}

fn chapter(state: State, places: &mut Places, it: &Chapter) -> El {
    let id = heading_id(&it.key);
    let threads = it.threads.iter().map(|it| thread::thread(state, places, it));
    el("section", "chapter").attr("aria-labelledby", &id).children([
        el("div", "chapter__head").children([
            el("h3", "chapter__title").attr("id", &id).attr("tabindex", "-1").text(&it.label),
            el("p", "chapter__sum").text(&in_words(state, &it.tally)),
            overview::back_to_topics(state),
        ]),
        el("div", "chapter__threads").children(threads),
    ])
}

/// "8 statements · 4 speakers · 4 disputed · 5 resting on one speaker alone".
fn in_words(state: State, tally: &Tally) -> String {
    let (words, own) = (state.words(), statements());
    [
        words.count(tally.statements, own.count_statements),
        words.count(tally.speakers, own.count_speakers),
        own.count_disputed.replace("{}", &tally.disputed.to_string()),
        own.count_alone.replace("{}", &tally.alone.to_string()),
    ]
    .join(" · ")
}

fn heading_id(topic: &str) -> String {
    format!("topic-{topic}")
}

/// Where each statement stands in the page: its own place first, then those where it is a guest.
#[derive(Default)]
struct Places(Vec<(Selection, El)>);

impl Places {
    fn add(&mut self, selection: &Selection, card: &El) {
        self.0.push((selection.clone(), card.clone()));
    }

    /// Brings what is newly selected into sight, unless one of its places is.
    fn follow(self, state: State, followed: Slot<Option<Selection>>) {
        let selection = Derived::new(move || state.query.with(|query| query.selection.clone()));
        let places = std::rc::Rc::new(self.0);
        run(Box::new(move || {
            let selection = selection.get();
            if followed.with(|it| *it == selection) {
                return;
            }
            followed.update(|it| it.clone_from(&selection));
            let Some(selection) = selection else { return };
            let places = places.clone();
            browser::later(
                0,
                Box::new(move || {
                    let own: Vec<_> = places.iter().filter(|(it, _)| *it == selection).collect();
                    if !own.iter().any(|(_, card)| is_in_sight(card))
                        && let Some((_, card)) = own.first()
                    {
                        card.0.scroll_into_view();
                    }
                }),
            );
        }));
    }
}

/// True where an element is wholly on the screen, or as much of it as the screen can hold.
fn is_in_sight(card: &El) -> bool {
    let place = card.0.get_bounding_client_rect();
    let screen = f64::from(document_element().client_height());
    place.top() >= 0.0 && (place.bottom() <= screen || place.top() < screen / 3.0)
}

/// Brings the element with that id into sight and moves the keyboard there.
fn go_to(id: String) {
    browser::later(
        0,
        Box::new(move || {
            if let Some(element) = document().get_element_by_id(&id) {
                element.scroll_into_view();
                browser::focus_on(&element);
            }
        }),
    );
}
