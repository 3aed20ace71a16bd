//! The steps of a reader: undo, redo, and the browser's own history, which is the same one.

use proptest::prelude::*;
use sourceline::graph::geometry::Point;
use sourceline::history::{History, Moment};
use sourceline::model::ActorId;
use sourceline::query::Query;
use sourceline::scene::Camera;

use crate::engine::engine;

fn at(fragment: &str) -> Moment {
    Moment { query: Query::parse(fragment).query, pins: Vec::new(), camera: None }
}

fn searched(text: &str) -> Moment {
    Moment { query: Query { text: text.into(), ..Query::default() }, pins: Vec::new(), camera: None }
}

fn numbers() -> Vec<Moment> {
    (0..4).map(|it| searched(&it.to_string())).collect()
}

/// "0 1 [2] 3": the searches of all moments, the present one marked.
fn picture(history: &History) -> String {
    let words = history.moments().enumerate().map(|(nth, it)| match &it.query.text {
        text if nth == history.past() => format!("[{text}]"),
        text => text.clone(),
    });
    words.collect::<Vec<_>>().join(" ")
}

fn walked() -> History {
    let mut moments = numbers().into_iter();
    let mut history = History::new(7, moments.next().unwrap());
    moments.for_each(|it| history.step(it));
    history
}

#[test]
fn undo_goes_back_and_redo_forth_and_neither_over_the_end() {
    let mut history = walked();
    assert_eq!((picture(&history).as_str(), history.number()), ("0 1 2 [3]", 10));
    assert!(!history.redo());
    assert!(history.undo() && history.undo());
    assert_eq!((picture(&history).as_str(), history.number()), ("0 [1] 2 3", 8));
    assert_eq!((history.past(), history.future()), (1, 2));
    assert!(history.redo());
    assert_eq!(picture(&history), "0 1 [2] 3");
    while history.undo() {}
    assert_eq!((picture(&history).as_str(), history.number()), ("[0] 1 2 3", 7));
}

#[test]
fn a_new_step_forgets_what_was_undone() {
    let mut history = walked();
    history.undo();
    history.undo();
    history.step(searched("x"));
    assert_eq!((picture(&history).as_str(), history.number()), ("0 1 [x]", 9));
    assert!(!history.redo());
}

#[test]
fn letters_typed_one_after_another_are_one_step() {
    let mut history = History::new(0, searched(""));
    let steps = ["a", "ar", "arm"].map(|text| history.typed(searched(text)));
    assert_eq!(steps, [true, false, false]);
    assert_eq!(picture(&history), " [arm]");
    history.step(at("/sanctions?q=arm"));
    assert!(history.typed(searched("arms")), "after another step it begins anew");
    assert_eq!(picture(&history), " arm arm [arms]");
    history.undo();
    assert!(history.typed(searched("x")), "after an undo it begins anew");
    history.pause();
    assert!(history.typed(searched("xy")), "after a pause it begins anew");
}

#[test]
fn moves_of_one_actor_by_keys_are_one_step_and_those_of_another_are_one_more() {
    let pinned = |actor: u32, x: f32| Moment {
        query: Query::default(),
        pins: vec![(ActorId::new(actor), Point::new(x, 0.0))],
        camera: None,
    };
    let mut history = History::new(0, searched(""));
    let steps = [pinned(1, 1.0), pinned(1, 2.0), pinned(2, 1.0), pinned(2, 2.0)].map(|it| history.typed(it));
    assert_eq!(steps, [true, false, true, false]);
    assert!(history.typed(searched("a")), "typing is another step");
    assert_eq!(history.past(), 3);
}

#[test]
fn no_more_is_kept_than_the_browser_keeps_and_the_numbers_go_on() {
    let mut history = History::new(0, searched("start"));
    (0..200).for_each(|it| history.step(searched(&it.to_string())));
    assert_eq!((history.moments().count(), history.number()), (History::MOST, 200));
    assert_eq!(history.now().query.text, "199");
    assert_eq!(history.moments().next().unwrap().query.text, "150");
    while history.undo() {}
    assert_eq!(history.number(), 151);
    history.arrive(Some(200), searched("199"));
    assert_eq!((history.now().query.text.as_str(), history.future()), ("199", 0));
}

#[test]
fn the_browser_comes_to_a_step_by_its_number_with_the_places_of_then() {
    let mut history = History::new(0, searched("a"));
    let pins = vec![(ActorId::new(3), Point::new(1.0, 2.0))];
    history.step(Moment { pins: pins.clone(), ..searched("a") });
    history.step(Moment { pins: pins.clone(), ..searched("b") });
    // The address knows no pins: what is handed in are those of the present.
    history.arrive(Some(0), Moment { pins: pins.clone(), ..searched("a") });
    assert_eq!(history.now().pins, []);
    history.arrive(Some(2), searched("b"));
    assert_eq!(history.now().pins, pins);
}

fn camera(scale: f32) -> Option<Camera> {
    Some(Camera { scale, ..Camera::default() })
}

/// "a" and "b", then a look around at b.
fn looked() -> History {
    let mut history = History::new(0, searched("a"));
    history.step(searched("b"));
    history.look();
    history.sees(camera(2.0));
    assert!(history.looks());
    history.sees(camera(3.0));
    history
}

#[test]
fn looking_around_is_one_step_and_none_of_the_browsers() {
    let mut history = looked();
    assert_eq!((picture(&history).as_str(), history.number()), ("a b [b]", 1));
    assert_eq!((history.to(1), history.now().camera), (0, None), "back without the browser");
    assert_eq!((history.to(2), history.now().camera), (0, camera(3.0)), "and forth");
    assert!(!history.looks(), "what follows is another look");
    history.look();
    history.step(Moment { camera: camera(3.0), ..searched("c") });
    assert_eq!((picture(&history).as_str(), history.number()), ("a b b b [c]", 2));
}

#[test]
fn back_leads_to_a_choice_with_what_was_looked_at_last() {
    let mut history = looked();
    history.step(Moment { camera: camera(3.0), ..searched("c") });
    history.arrive(Some(1), searched("b"));
    assert_eq!((picture(&history).as_str(), history.now().camera), ("a b [b] c", camera(3.0)));
    history.arrive(Some(0), searched("a"));
    assert_eq!(history.now().camera, None);
    history.arrive(Some(1), searched("b"));
    assert_eq!((picture(&history).as_str(), history.now().camera), ("a [b] b c", None));
}

#[test]
fn a_moment_is_come_to_although_the_browser_does_not_tell_it_from_its_neighbours() {
    let mut history = looked();
    history.step(Moment { camera: camera(3.0), ..searched("c") });
    assert_eq!(history.to(1), -1);
    history.arrive(Some(1), searched("b"));
    assert_eq!((picture(&history).as_str(), history.now().camera), ("a [b] b c", None));
    assert_eq!(history.to(9), 0, "there is no such moment");
    assert_eq!(picture(&history), "a [b] b c");
}

#[test]
fn looking_around_forgets_no_choice_that_was_undone() {
    let mut history = looked();
    history.to(0);
    history.arrive(Some(0), searched("a"));
    history.look();
    history.sees(camera(0.5));
    assert_eq!(picture(&history), "a [a] b b");
    history.undo();
    history.look();
    assert_eq!(picture(&history), "a [a] b b", "but the look that was undone");
}

#[test]
fn a_link_that_is_followed_is_a_step() {
    let mut history = walked();
    history.undo();
    history.arrive(None, searched("link"));
    assert_eq!((picture(&history).as_str(), history.number()), ("0 1 2 [link]", 10));
}

#[test]
fn after_the_page_was_loaded_anew_older_and_later_steps_are_taken_from_the_address() {
    let mut history = History::new(5, searched("5"));
    history.arrive(Some(4), searched("4"));
    assert_eq!((picture(&history).as_str(), history.number()), ("[4] 5", 4));
    history.arrive(Some(6), searched("6"));
    assert_eq!((picture(&history).as_str(), history.number()), ("4 5 [6]", 6));
    // So far that nothing is known of what lies between.
    history.arrive(Some(1), searched("1"));
    assert_eq!((picture(&history).as_str(), history.number()), ("[1]", 1));
}

#[derive(Clone, Debug)]
enum Act {
    Step(u8),
    Typed(u8),
    Undo,
    Redo,
    Link(u8),
    Go(usize),
    Look,
    To(usize),
    Reload,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => any::<u8>().prop_map(Act::Step),
        2 => any::<u8>().prop_map(Act::Typed),
        3 => Just(Act::Undo),
        3 => Just(Act::Redo),
        1 => any::<u8>().prop_map(Act::Link),
        2 => (0_usize..12).prop_map(Act::Go),
        3 => Just(Act::Look),
        2 => (0_usize..12).prop_map(Act::To),
        1 => Just(Act::Reload),
    ]
}

/// What a browser keeps: addresses with the numbers that the page gave them, and where it stands.
struct Browser {
    entries: Vec<(Option<u32>, Query)>,
    at: usize,
}

impl Browser {
    fn push(&mut self, number: Option<u32>, query: Query) {
        self.entries.truncate(self.at + 1);
        self.entries.push((number, query));
        self.at += 1;
    }

    fn here(&self) -> (Option<u32>, Moment) {
        let (number, query) = self.entries[self.at].clone();
        (number, Moment { query, pins: Vec::new(), camera: None })
    }
}

proptest! {
    #[test]
    fn redo_gives_back_what_undo_took(steps in prop::collection::vec(any::<u8>(), 0..80), back in 0_usize..90) {
        let mut history = History::new(0, searched("start"));
        steps.iter().for_each(|it| history.step(searched(&it.to_string())));
        let before = history.clone();
        let undone = (0..back).filter(|_| history.undo()).count();
        prop_assert_eq!(undone, back.min(before.past()));
        prop_assert_eq!(history.moments().count(), before.moments().count());
        let redone = (0..undone).filter(|_| history.redo()).count();
        prop_assert_eq!(redone, undone);
        prop_assert_eq!(history, before);
    }

    #[test]
    fn page_and_browser_stand_at_the_same_step(acts in prop::collection::vec(act(), 0..60)) {
        let mut history = History::new(0, searched("start"));
        let mut browser = Browser { entries: vec![(Some(0), history.now().query.clone())], at: 0 };
        for act in acts {
            match act {
                Act::Step(it) => {
                    history.step(searched(&it.to_string()));
                    browser.push(Some(history.number()), history.now().query.clone());
                }
                Act::Typed(it) => {
                    if history.typed(searched(&it.to_string())) {
                        browser.push(Some(history.number()), history.now().query.clone());
                    } else {
                        browser.entries[browser.at] = (Some(history.number()), history.now().query.clone());
                    }
                }
                Act::Link(it) => {
                    browser.push(None, searched(&it.to_string()).query);
                    let (number, moment) = browser.here();
                    history.arrive(number, moment);
                    browser.entries[browser.at].0 = Some(history.number());
                }
                Act::Reload => history = History::new(browser.here().0.unwrap(), browser.here().1),
                Act::Look => {
                    if !history.looks() {
                        history.look();
                    }
                }
                Act::Go(to) => {
                    browser.at = to.min(browser.entries.len() - 1);
                    let (number, moment) = browser.here();
                    history.arrive(number, moment);
                }
                Act::Undo | Act::Redo | Act::To(_) => {
                    let nth = match act {
                        Act::Undo => history.past().saturating_sub(1),
                        Act::Redo => history.past() + 1,
                        Act::To(nth) => nth,
                        _ => unreachable!(),
                    };
                    let there = nth < history.moments().count();
                    let by = history.to(nth);
                    if by != 0 {
                        browser.at = browser.at.checked_add_signed(by as isize).unwrap();
                        let (number, moment) = browser.here();
                        history.arrive(number, moment);
                    }
                    prop_assert!(!there || history.past() == nth);
                }
            }
            prop_assert_eq!(Some(history.number()), browser.entries[browser.at].0);
            prop_assert_eq!(&history.now().query, &browser.entries[browser.at].1);
            prop_assert!(history.moments().count() <= History::MOST + 1);
            // Every step that the page offers is the one that the browser would go to.
            for (nth, moment) in history.moments().enumerate() {
                let by = history.clone().to(nth);
                let entry = browser.at.checked_add_signed(by as isize).unwrap();
                prop_assert_eq!(&moment.query, &browser.entries[entry].1);
            }
        }
    }
}

#[test]
fn a_step_is_called_by_what_differs() {
    let engine = engine();
    // (before, after, what the reader did)
    let cases = [
        ("/network", "/network?sel=actor:kim-jong-un", "Selected Kim Jong Un"),
        ("/network?sel=actor:kim-jong-un", "/network", "Closed the evidence"),
        ("/network", "/network?sel=designation:versor", "Selected Versor S.R.O."),
        ("/network", "/network?sel=edge:kim-jong-un~vladimir-putin", "Selected Kim Jong Un – Vladimir Putin"),
        ("/network", "/network?topic=arms-and-satellites", "Filtered Topic: "),
        ("/network?status=planned", "/network", "Removed Status: planned"),
        ("/network?status=planned,denied&q=a", "/network", "Cleared all filters"),
        ("/network", "/network?q=arms", "Searched “arms”"),
        ("/network?q=arms&as=table", "/network?as=table", "Cleared the search"),
        ("/network", "/network?period=2023-09-13..", "Period: 13 Sep 2023 – …"),
        ("/timeline?period=2023-09-13..", "/timeline", "Let go of the period"),
        ("/timeline", "/timeline?lanes=actor", "Sorted the timeline"),
        ("/network", "/sanctions", "Opened Sanctions"),
        ("/network?hide=russia", "/sanctions?hide=russia&sel=actor:kcna", "Opened Sanctions"),
        ("/network", "/network?as=table", "Read as a table"),
        ("/sanctions", "/sanctions?sort=target", "Sorted the list"),
        (
            "/network?sel=actor:kcna",
            "/network?focus=kcna&sel=actor:kcna",
            "Focused Korean Central News Agency",
        ),
        ("/network?focus=kcna&sel=actor:kcna", "/network?sel=actor:kcna", "Showed all actors"),
        ("/network?focus=kcna&q=a", "/network?q=a", "Showed all actors"),
        ("/network?sel=actor:kcna", "/network?hide=kcna", "Hid Korean Central News Agency"),
        ("/network?hide=kcna,russia", "/network?hide=russia", "Showed Korean Central News Agency again"),
        ("/network?hide=kcna,russia&q=a", "/network?q=a", "Showed all actors"),
        ("/network", "/network?only=kcna", "Hid all but Korean Central News Agency"),
        ("/network?path=kcna~russia", "/network?only=kcna,russia&path=kcna~russia", "Hid all but 2 actors"),
        ("/network?only=kcna", "/network?only=kcna&expand=kcna", "Expanded Korean Central News Agency"),
        (
            "/network?only=kcna&expand=kcna",
            "/network?only=kcna&expand=kcna,kcna",
            "Expanded Korean Central News Agency",
        ),
        (
            "/network?only=kcna&expand=kcna",
            "/network?only=kcna",
            "Took back neighbours of Korean Central News Agency",
        ),
        (
            "/network?focus=kcna&sel=actor:kcna",
            "/network?path=kcna~russia",
            "Connected Korean Central News Agency and Russia",
        ),
        (
            "/network?path=kcna~russia",
            "/network?path=russia~kcna",
            "Connected Russia and Korean Central News Agency",
        ),
        ("/network?path=kcna~russia", "/network?path=strongest:kcna~russia", "Strongest path"),
        ("/network?path=kcna~russia", "/network?path=kcna~russia~2", "Another path"),
        (
            "/network?path=kcna~russia&q=a",
            "/network?q=a",
            "Left the path from Korean Central News Agency to Russia",
        ),
    ];
    for (before, after, want) in cases {
        let told = engine.step_between(&at(before), &at(after));
        if want.ends_with(' ') {
            assert!(told.starts_with(want) && told.len() > want.len(), "{told}");
        } else {
            assert_eq!(told, want, "{before} to {after}");
        }
    }
}

#[test]
fn a_step_that_moves_an_actor_names_it() {
    let engine = engine();
    let pins = |all: &[(u32, f32)]| Moment {
        query: Query::default(),
        pins: all.iter().map(|(actor, x)| (ActorId::new(*actor), Point::new(*x, 0.0))).collect(),
        camera: None,
    };
    let name = |actor: u32| engine.data()[ActorId::new(actor)].name.clone();
    let told = |before: &[_], after: &[_]| engine.step_between(&pins(before), &pins(after));
    assert_eq!(told(&[], &[(2, 1.0)]), format!("Moved {}", name(2)));
    assert_eq!(told(&[(1, 1.0), (2, 1.0)], &[(1, 1.0), (2, 5.0)]), format!("Moved {}", name(2)));
    assert_eq!(told(&[(1, 1.0), (2, 1.0)], &[(2, 1.0)]), format!("Put {} back", name(1)));
    assert_eq!(told(&[(1, 1.0), (2, 1.0)], &[]), "Put moved actors back");
    assert_eq!(told(&[(1, 1.0)], &[(1, 1.0)]), "Looked around");
}

#[test]
fn a_long_search_or_sentence_is_told_by_its_beginning() {
    let engine = engine();
    let told = engine.step_between(&searched(""), &searched(&"ž".repeat(200)));
    assert!(told.chars().count() < 70 && told.ends_with("…”"), "{told}");
    let fact = engine.data().facts.iter().max_by_key(|fact| fact.text.len()).unwrap();
    let told = engine.step_between(&searched(""), &at(&format!("/network?sel=fact:{}", fact.key)));
    assert!(told.starts_with("Selected ") && told.ends_with('…'), "{told}");
}

#[test]
fn a_history_is_told_from_its_start_to_its_end() {
    let engine = engine();
    let mut history = History::new(0, at("/network"));
    history.step(at("/network?sel=actor:kcna"));
    history.step(at("/network?hide=kcna"));
    history.undo();
    assert_eq!(
        engine.steps(&history),
        ["Start", "Selected Korean Central News Agency", "Hid Korean Central News Agency"]
    );
}
