//! The stage: the drawing, and what pointers do to it.
//!
//! What is drawn comes from [`Scene`]; this file turns it into SVG elements and events into camera,
//! pins and selection. While the picture is panned only one transform changes.

use leptos::prelude::*;

use crate::ui::live::{Derived, Live, Slot};
use wasm_bindgen::JsCast;
use web_sys::{KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

use super::keys::{self, Cursor};
use super::shapes::{self, px};
use crate::graph::geometry::{Point, within};
use crate::graph::{Network, NodeId, Positions};
use crate::model::{Actor, ActorId, Designation, Fact};
use crate::query::{Query, Selection};
use crate::scene::{Action, Camera, Emphasis, Gestures, Item, Scene, Shape, Tones, Viewport};
use crate::ui::browser;
use crate::ui::dom::{El, button, el, slot};
use crate::ui::state::State;

/// The stage's signals.
#[derive(Clone, Copy)]
pub(super) struct Stage {
    pub state: State,
    pub drawn: Derived<Network>,
    pub positions: Derived<Positions>,
    pub cursor: Live<Option<Cursor>>,
    pub scene: Derived<Scene>,
    pub tones: Derived<Tones>,
    viewport: Live<Viewport>,
    /// The camera that shows all.
    fitted: Derived<Camera>,
    /// The camera for which the scene was made: where the reader looks but for panning.
    base: Derived<Camera>,
    hovered: Live<Option<Item>>,
    said: Live<String>,
    area: Slot<El>,
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
    fn look(self, camera: Option<Camera>) {
        self.state.looks();
        self.state.look.camera.set(camera);
    }

    /// Moves the picture so that a node is seen.
    pub(super) fn show_node(self, node: NodeId) {
        let actor = self.drawn.with_untracked(|network| network.node(node).map(|node| node.actor));
        let place = actor.and_then(|actor| self.positions.with_untracked(|all| all.get(actor)));
        if let Some(place) = place {
            let viewport = self.viewport.get_untracked();
            let camera = self.camera().showing(place.at, &viewport, 60.0);
            if camera != self.camera() {
                self.state.look.camera.set(Some(camera));
            }
        }
    }

    /// The node of the selected actor.
    pub(super) fn selected_node(self, network: &Network) -> Option<NodeId> {
        match self.state.query.with_untracked(|query| selected(self.state, network, query))? {
            Item::Node(node) => Some(node),
            Item::Edge(edge) => network.edge(edge).map(|edge| edge.told[1]),
            Item::Ground(_) => None,
        }
    }

    fn camera(self) -> Camera {
        self.state.look.camera.get_untracked().unwrap_or_else(|| self.fitted.get_untracked())
    }

    fn zoom_about(self, factor: f32, about: Point) {
        let viewport = self.viewport.get_untracked();
        self.look(Some(self.camera().zoomed(factor, about, &viewport)));
    }

    /// How far the picture is panned from where its scene was made, in px.
    fn pan(self) -> Point {
        let base = self.base.get();
        let now = self.state.look.camera.get().unwrap_or(base);
        Point::new((base.x - now.x) * base.scale, (base.y - now.y) * base.scale)
    }

    fn pick(self, at: Point) -> Option<Item> {
        let pan = untrack(|| self.pan());
        let item = self.scene.with_untracked(|scene| scene.pick(at.x - pan.x, at.y - pan.y));
        item.filter(|item| !matches!(item, Item::Ground(_)))
    }

    fn at(self, event: &MouseEvent) -> Point {
        let area = self.area.with(|area| area.0.get_bounding_client_rect());
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        Point::new((x - area.left()) as f32, (y - area.top()) as f32)
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

    fn act(self, action: Action) {
        let look = self.state.look;
        match action {
            Action::None => {}
            Action::Drop(_) => self.state.pinned(false),
            Action::Pan(by) => self.look(Some(self.camera().panned(by))),
            Action::Pinch { factor, about, by } => {
                let viewport = self.viewport.get_untracked();
                self.look(Some(self.camera().panned(by).zoomed(factor, about, &viewport)));
            }
            Action::Drag(node, to) => {
                let camera = self.camera();
                let at = camera.to_plane(to, &self.viewport.get_untracked());
                let actor = self.drawn.with_untracked(|network| network.node(node).map(|it| it.actor));
                let Some(actor) = actor else { return };
                // The camera stays where it is while what it would fit changes.
                look.camera.set(Some(camera));
                look.pins.update(|pins| {
                    pins.retain(|(pinned, _)| *pinned != actor);
                    pins.push((actor, at));
                });
            }
            Action::Click(item) => {
                self.cursor.set(None);
                self.select(item);
            }
        }
    }

    /// The actor at the place of the keyboard, else the selected one.
    pub(super) fn actor(self) -> Option<ActorId> {
        self.drawn.with_untracked(|network| {
            let node = self.cursor.get_untracked().map(|cursor| cursor.node);
            Some(network.node(node.or_else(|| self.selected_node(network))?)?.actor)
        })
    }

    /// Answers a click that is for something else than to select; false where it is not.
    fn taken(self, item: Option<Item>, event: &MouseEvent) -> bool {
        let (Some(take), Some(later)) = (self.state.look.take.get_untracked(), self.state.later.here())
        else {
            return false;
        };
        let actor = self.drawn.with_untracked(|network| match item? {
            Item::Node(node) => network.node(node).map(|node| node.actor),
            _ => None,
        });
        let at = self.camera().to_plane(self.at(event), &self.viewport.get_untracked());
        self.hovered.set(None);
        (later.take)(self.state, take, actor, at);
        true
    }

    fn select(self, item: Option<Item>) {
        let engine = self.state.engine;
        let selection = self.drawn.with_untracked(|network| match item? {
            Item::Node(node) => {
                engine.actor_of(network, node).map(|actor| Selection::Actor(actor.key.clone()))
            }
            Item::Edge(edge) => engine.line(network, edge).map(|line| line.selection),
            Item::Ground(_) => None,
        });
        self.state.select(selection);
    }
}

/// What in the network the query has selected.
fn selected(state: State, network: &Network, query: &Query) -> Option<Item> {
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
    /// The stage's element, answering pointers, wheel and keys.
    fn listening(self, area: El) -> El {
        let gestures = Slot::new(Gestures::default());
        let clicked = Slot::new(None::<Option<Item>>);
        let element = area.0.clone();
        let with = move |act: &dyn Fn(&mut Gestures) -> Action| {
            let mut action = Action::None;
            gestures.update(|it| action = act(it));
            self.act(action);
        };
        area.on("pointerdown", move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            if event.button() == 0 {
                let _ = element.set_pointer_capture(event.pointer_id());
                let at = self.at(event);
                let on = self.pick(at);
                gestures.update(|it| it.down(event.pointer_id(), at, on));
            }
        })
        .on("pointermove", move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            let at = self.at(event);
            if gestures.with(Gestures::busy) {
                with(&|it| it.moved(event.pointer_id(), at));
            } else {
                let item = self.pick(at);
                if self.hovered.get_untracked() != item {
                    self.hovered.set(item);
                }
            }
        })
        // A click is answered when the browser says that it is one: what opens on a tap would else lie
        // under the finger when the browser's own click comes.
        .on("pointerup", move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            let mut action = Action::None;
            gestures.update(|it| action = it.up(event.pointer_id()));
            match action {
                Action::Click(item) => clicked.update(|clicked| *clicked = Some(item)),
                other => self.act(other),
            }
        })
        .on("click", move |event| {
            let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
            let mut item = None;
            clicked.update(|clicked| item = clicked.take());
            if let Some(item) = item.filter(|item| !self.taken(*item, event)) {
                self.act(Action::Click(item));
            }
        })
        .on("pointercancel", move |event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                with(&|it| it.cancel(event.pointer_id()));
            }
        })
        .on("pointerleave", move |_| self.hovered.set(None))
        .on("blur", move |_| self.cursor.set(None))
        .on("wheel", move |event| {
            let Some(event) = event.dyn_ref::<WheelEvent>() else { return };
            event.prevent_default();
            // A notch of a wheel is about 100 px; a line 16; a page the height of the stage.
            let unit = match event.delta_mode() {
                0 => 1.0,
                1 => 16.0,
                _ => 400.0,
            };
            let notches = within((event.delta_y() * unit / 100.0) as f32, -2.0, 2.0);
            let factor = if notches < 0.0 { 1.0 - 0.18 * notches } else { 1.0 / (1.0 + 0.18 * notches) };
            self.zoom_about(factor, self.at(event));
        })
        .on("dblclick", move |event| {
            let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
            event.prevent_default();
            let state = self.state;
            let on_node = matches!(self.pick(self.at(event)), Some(Item::Node(_)));
            if on_node || state.query.with_untracked(Query::in_part) {
                state.go(state.query.with_untracked(Query::opened));
            }
        })
        .on("keydown", move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                keys::key(self, event);
            }
        })
    }
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
