//! The page, drawn with Leptos.
//!
//! Signals hold only what cannot be derived: the query, the camera, what is pointed at. The query
//! is the URL fragment and nothing else (`state`); views derive what they show from it. Nothing
//! that comes from a file or a fragment is ever set as HTML.

mod acts;
mod app;
mod ask;
mod browser;
mod choose;
mod crash;
mod dom;
mod evidence;
mod facets;
mod later;
mod live;
mod network;
mod opened;
mod parts;
mod paths;
mod sanctions;
mod search;
mod sources;
mod state;
mod statements;
mod steps;
mod take;
mod timeline;
mod worker;

use leptos::prelude::*;

use dom::El;
use state::State;

use crate::engine::Bundled;
use crate::words::EN;

/// Starts the page in place of the HTML that arrived.
pub fn start() {
    crash::watch(&EN);
    let Ok((data, places)) = crate::corpus::outline() else {
        crash::show(&EN);
        return;
    };
    // One engine for as long as the page lives.
    let engine: &'static Bundled = Box::leak(Box::new(Bundled::new(data, places, &EN)));
    let Some((root, [lede, list, foot])) = browser::take_over("app", [".lede", ".list", ".foot"]) else {
        crash::show(&EN);
        return;
    };
    // Leptos owns what the page holds; the elements are made by `dom`.
    mount_to(root.clone(), move || {
        let state = State::new(engine, list.clone());
        for part in app::app(state, lede.clone().map(El), foot.clone().map(El)) {
            let _ = root.append_child(&part.0);
        }
    })
    .forget();
    browser::say_ready();
}
