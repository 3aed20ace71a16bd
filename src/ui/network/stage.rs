//! The stage: the drawing, and what can be done to it.
//!
//! What is drawn comes from [`Scene`]; this file turns it into SVG elements. While the picture is panned only
//! one transform changes. What pointers and keys do comes with the second file (`super::hands`).

use leptos::prelude::*;
use web_sys::{Event, PointerEvent};

use wasm_bindgen::JsCast;

use super::hands::Hands;
use super::keys::Cursor;
use super::shapes::{self, px};
use crate::graph::geometry::Point;
use crate::graph::{Network, Positions};
use crate::model::{Actor, Designation, Fact};
use crate::query::{Query, Selection};
use crate::scene::{Camera, Emphasis, Item, Scene, Shape, Tones, Viewport};
use crate::ui::browser;
use crate::ui::dom::{El, button, el, run, slot};
use crate::ui::live::{Derived, Live, Slot};
use crate::ui::state::State;

/// What a reader does to the drawing.
const EVENTS: [&str; 10] = [
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "pointerleave",
    "click",
    "dblclick",
    "wheel",
    "keydown",
    "blur",
];

/// The stage's signals.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Stage {
    pub state: State,
    pub drawn: Derived<Network>,
    pub positions: Derived<Positions>,
    pub cursor: Live<Option<Cursor>>,
    pub scene: Derived<Scene>,
    pub tones: Derived<Tones>,
    pub viewport: Live<Viewport>,
    /// The camera that shows all.
    fitted: Derived<Camera>,
    /// The camera for which the scene was made: where the reader looks but for panning.
    base: Derived<Camera>,
    pub hovered: Live<Option<Item>>,
    said: Live<String>,
    pub area: Slot<El>,
    pub hands: Slot<Hands>,
    /// Events that the second file is still to answer.
    kept: Slot<Vec<Event>>,
}

impl Stage {
    pub(super) fn new(state: State, drawn: Derived<Network>) -> Self {
        let (engine, view) = (state.engine, state.look);
        let shape = browser::shape();
        let place = engine.place(shape);
        let positions = Derived::new(move || {
            let mut positions = place.positions.clone();
            view.pins.with(|pins| pins.iter().for_each(|(actor, at)| positions.put(*actor, *at)));
            positions
        });
        let viewport = Live::new(Viewport::new(860.0, 600.0));
        let fitted = Derived::new(move || {
            let viewport = viewport.get();
            let all = drawn.with(|network| {
                Scene::fit(network, engine.data(), &place.positions, &place.routes, &viewport, 12.0, 1.35)
            });
            // On a phone the whole would be too small to read: it is seen in part, and panned.
            let least = if shape == Shape::Tall { 0.9 } else { all.scale };
            Camera { scale: all.scale.max(least), ..all }
        });
        let base = Derived::new(move || {
            let fitted = fitted.get();
            Camera { scale: view.camera.get().map_or(fitted.scale, |camera| camera.scale), ..fitted }
        });
        let scene = Derived::new(move || {
            let (camera, viewport) = (base.get(), viewport.get());
            drawn.with(|network| {
                positions.with(|positions| {
                    Scene::new(network, engine.data(), positions, &place.routes, &camera, &viewport)
                })
            })
        });
        let cursor = Live::new(None::<Cursor>);
        let hovered = Live::new(None::<Item>);
        let tones = Derived::new(move || {
            let hovered = hovered.get().or(cursor.get().map(|cursor| Item::Node(cursor.node)));
            drawn.with(|network| {
                let (selected, asked) =
                    state.query.with(|query| (selected(state, network, query), query.path.is_some()));
                let later = if asked { state.later.here() } else { None };
                let path = later.map(|later| (later.along)(state, network)).unwrap_or_default();
                Emphasis { hovered, selected }.tones_along(network, &path)
            })
        });
        Self {
            state,
            drawn,
            positions,
            cursor,
            scene,
            tones,
            viewport,
            fitted,
            base,
            hovered,
            said: Live::new(String::new()),
            area: Slot::new(el("div", "network__stage")),
            hands: Slot::new(Hands::default()),
            kept: Slot::new(Vec::new()),
        }
    }

    /// Tells those who hear the page.
    pub(super) fn say(self, text: String) {
        self.said.set(text);
    }

    /// Zooms about the middle.
    pub(super) fn zoom(self, factor: f32) {
        self.zoom_about(factor, self.viewport.get_untracked().centre());
    }

    /// Shows all again.
    pub(super) fn fit(self) {
        self.look(None);
    }

    /// Looks elsewhere: the reader's own doing, and so a step.
    pub(super) fn look(self, camera: Option<Camera>) {
        self.state.looks();
        self.state.look.camera.set(camera);
    }

    /// Where the reader looks.
    pub(super) fn camera(self) -> Camera {
        self.state.look.camera.get_untracked().unwrap_or_else(|| self.fitted.get_untracked())
    }

    /// Zooms about a point of the screen.
    pub(super) fn zoom_about(self, factor: f32, about: Point) {
        let viewport = self.viewport.get_untracked();
        self.look(Some(self.camera().zoomed(factor, about, &viewport)));
    }

    /// How far the picture is panned from where its scene was made, in px.
    pub(super) fn pan(self) -> Point {
        let base = self.base.get();
        let now = self.state.look.camera.get().unwrap_or(base);
        Point::new((base.x - now.x) * base.scale, (base.y - now.y) * base.scale)
    }

    fn measure(self) {
        if !self.area.is_there() {
            return;
        }
        let (width, height) = self.area.with(|area| (area.0.client_width(), area.0.client_height()));
        let size = Viewport::new(width as f32, height as f32);
        if size.width > 0.0 && self.viewport.get_untracked() != size {
            self.viewport.set(size);
        }
    }
}

/// What in the network the query has selected.
pub(super) fn selected(state: State, network: &Network, query: &Query) -> Option<Item> {
    let data = state.engine.data();
    let edge = |keep: &dyn Fn(&crate::graph::Edge) -> bool| {
        network.edge_ids().find(|id| network.edge(*id).is_some_and(keep)).map(Item::Edge)
    };
    match query.selection.as_ref()? {
        Selection::Actor(key) => network.find(data.find::<Actor>(key)?).map(Item::Node),
        Selection::Edge(one, other) => {
            let one = network.find(data.find::<Actor>(one)?)?;
            let other = network.find(data.find::<Actor>(other)?)?;
            network.between(one, other).map(Item::Edge)
        }
        Selection::Fact(key) => {
            let fact = data.find::<Fact>(key)?;
            edge(&|it| it.facts.contains(&fact)).or_else(|| network.find(data[fact].subject).map(Item::Node))
        }
        Selection::Designation(key) => {
            let designation = data.find::<Designation>(key)?;
            edge(&|it| it.designations.contains(&designation))
        }
        Selection::Source(_) | Selection::Sentence(..) => None,
    }
}

/// The controls of the camera, for the head of the view.
pub(super) fn controls(stage: Stage) -> El {
    let (state, words) = (stage.state, stage.state.words());
    let zoom =
        |sign: &str, label: &str| button("button", sign).attr("aria-label", label).attr("title", label);
    let unpin = slot(move || {
        let pinned = state.look.pins.with(|pins| !pins.is_empty());
        pinned.then(|| {
            button("button", words.network_unpin).click(move || {
                state.look.pins.set(Vec::new());
                state.pinned(false);
            })
        })
    });
    el("div", "zoom").children([
        unpin,
        zoom("+", words.zoom_in).click(move || stage.zoom(1.25)),
        zoom("−", words.zoom_out).click(move || stage.zoom(0.8)),
        zoom("⤢", words.zoom_fit).click(move || stage.fit()),
    ])
}

/// The drawing.
pub(super) fn stage(stage: Stage) -> El {
    let (state, drawn) = (stage.state, stage.drawn);
    let words = state.words();
    // The room is known once the page has drawn it.
    browser::later(0, Box::new(move || stage.measure()));
    browser::on_resize(move || stage.measure());
    let class = move || {
        let over = stage.hovered.get().map_or("", |_| " network__stage--over");
        let take = state.look.take.with(Option::is_some);
        format!("network__stage{over}{}", if take { " network__stage--take" } else { "" })
    };
    let area = stage.area.with(El::clone);
    // The room stays while the table is read; the drawing of before must not stand above the new one.
    area.0.set_text_content(None);
    let area = stage
        .listening(area)
        .class_of(class)
        .attr("id", "stage")
        .attr("tabindex", "0")
        .attr("role", "application")
        .attr("aria-label", words.network)
        .attr("aria-describedby", "network-help")
        .child(shapes::drawing(stage));
    let empty = slot(move || {
        let clear = move || state.go(state.query.with_untracked(Query::cleared));
        drawn.with(|network| network.nodes.is_empty()).then(|| {
            let text = el("p", "").text(words.network_empty);
            el("div", "network__empty").child(text).child(button("button", words.clear_all).click(clear))
        })
    });
    el("div", "network__frame").children([
        area,
        el("p", "network__help").attr("id", "network-help").text(words.network_help),
        empty,
        // Said where the eye is: the next click is for something else than to select.
        slot(move || state.look.take.get().and_then(|take| (state.later.here()?.taking)(state, &take))),
        el("p", "out").attr("role", "status").text_of(move || stage.said.get()),
    ])
}

impl Stage {
    /// The transform of the picture.
    pub(super) fn transform(self) -> String {
        let pan = self.pan();
        format!("translate({} {})", px(pan.x), px(pan.y))
    }

    /// The `viewBox` of the drawing.
    pub(super) fn view_box(self) -> String {
        let viewport = self.viewport.get();
        format!("0 0 {} {}", px(viewport.width), px(viewport.height))
    }
}

impl Stage {
    /// The stage's element, whose events the second file answers: also those that came before it.
    fn listening(self, area: El) -> El {
        let state = self.state;
        run(Box::new(move || match state.later.outcome() {
            Some(Ok(later)) => {
                untrack(|| self.taken_out().iter().for_each(|event| (later.answer)(self, event)))
            }
            Some(Err(())) => self.give_up(),
            None => {}
        }));
        EVENTS.into_iter().fold(area, |area, kind| {
            area.on(kind, move |event| match state.later.here() {
                Some(later) => (later.answer)(self, event),
                None => self.keep(kind, event),
            })
        })
    }

    /// Keeps an event, and lets the browser do no more with it than it might once it is answered.
    fn keep(self, kind: &'static str, event: &Event) {
        match kind {
            "wheel" => event.prevent_default(),
            "keydown" if browser::key_of(event).starts_with("Arrow") => event.prevent_default(),
            "pointerdown" => {
                event.dyn_ref::<PointerEvent>().into_iter().for_each(|it| self.capture(it.pointer_id()));
            }
            _ => {}
        }
        if is_act(kind) {
            self.state.later.fetch();
        }
        self.kept.update(|kept| {
            // Of each pointer's way its end is enough; two fingers move by turns.
            if kind == "pointermove" {
                let moves = kept.iter().rev().take_while(|it| it.type_() == kind).count();
                let first = kept.len() - moves;
                let before = kept.iter().skip(first).position(|it| pointer(it) == pointer(event));
                before.map(|at| kept.remove(first + at));
            }
            kept.push(event.clone());
        });
    }

    /// Forgets what cannot be answered, and says so.
    fn give_up(self) {
        let asked = self.taken_out().iter().any(|event| is_act(&event.type_()));
        if asked {
            self.state.toast.set(Some((self.state.words().later_failed.to_owned(), None)));
        }
    }

    fn taken_out(self) -> Vec<Event> {
        let mut all = Vec::new();
        self.kept.update(|kept| all = core::mem::take(kept));
        all
    }

    /// Has a pointer's events come here until it is up, wherever it goes.
    pub(super) fn capture(self, pointer: i32) {
        let _ = self.area.with(|area| area.0.set_pointer_capture(pointer));
    }
}

/// Which pointer an event is of.
fn pointer(event: &Event) -> Option<i32> {
    event.dyn_ref::<PointerEvent>().map(PointerEvent::pointer_id)
}

/// True for an event that asks for something; others only point.
fn is_act(kind: &str) -> bool {
    matches!(kind, "click" | "keydown" | "wheel")
}
