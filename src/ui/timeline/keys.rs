//! The keyboard in the lanes: arrows walk, Enter follows the link, Escape clears.

use leptos::prelude::RenderEffect;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

use super::stage::Stage;
use crate::timeline::{At, Way};
use crate::ui::browser;
use crate::ui::live::keep;
use crate::words;

/// The id of an item's element.
pub(super) fn id(at: At) -> String {
    format!("item-{}-{}", at.lane, at.item)
}

/// Answers a key; what it does not know is left to the browser.
pub(super) fn key(stage: Stage, event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let way = match event.key().as_str() {
        "ArrowLeft" => Way::Back,
        "ArrowRight" => Way::On,
        "ArrowUp" => Way::Up,
        "ArrowDown" => Way::Down,
        "Home" => Way::First,
        "End" => Way::Last,
        "Escape" if stage.state.query.with_untracked(|query| query.selection.is_some()) => {
            stage.state.select(None);
            return;
        }
        _ => return,
    };
    event.prevent_default();
    let from = stage.stop();
    match stage.timeline.with_untracked(|timeline| timeline.walk(from, way)) {
        Some(to) => {
            stage.said.set(String::new());
            browser::focus(&id(to));
        }
        None => stage.said.set(words::timeline().walk_end.to_owned()),
    }
}

impl Stage {
    /// The item that Tab leads to: where the keyboard was last, else what is selected, else the first.
    pub(super) fn stop(self) -> At {
        let is_there = |at: &At| {
            let lane = |lanes: &crate::timeline::Timeline| {
                lanes.all_lanes().nth(at.lane).is_some_and(|lane| at.item < lane.items.len())
            };
            self.timeline.with(lane)
        };
        self.cursor.get().filter(is_there).or_else(|| self.chosen()).unwrap_or_default()
    }

    /// Brings what is selected into sight, wherever it was selected.
    pub(super) fn follow_selection(self) {
        keep(RenderEffect::new(move |_: Option<()>| {
            if let Some(at) = self.chosen() {
                browser::later(0, Box::new(move || browser::show(&id(at))));
            }
        }));
    }
}
