//! What a reader does to the drawing, by pointers, the wheel and the keys: events into camera, pins and
//! selection. It comes with the second file; what is done before that, [`Stage`] keeps and hands over.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

use super::keys;
use super::stage::{Stage, selected};
use crate::graph::geometry::{Point, within};
use crate::graph::{Network, NodeId};
use crate::model::ActorId;
use crate::query::{Query, Selection};
use crate::scene::{Action, Gestures, Item};
use crate::ui::take;

/// What the stage keeps between two events.
#[derive(Default)]
pub(in crate::ui) struct Hands {
    gestures: Gestures,
    /// What was hit by a pointer that is up again, until the browser says that it was a click.
    clicked: Option<Option<Item>>,
}

/// Answers an event of the stage.
pub(in crate::ui) fn answer(stage: Stage, event: &Event) {
    let kind = event.type_();
    match kind.as_str() {
        "pointerleave" => stage.hovered.set(None),
        "blur" => stage.cursor.set(None),
        _ => {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                keys::key(stage, event);
            } else if let Some(event) = event.dyn_ref::<WheelEvent>() {
                stage.wheel(event);
            } else if let Some(event) = event.dyn_ref::<MouseEvent>() {
                stage.mouse(&kind, event);
            }
        }
    }
}

impl Stage {
    fn mouse(self, kind: &str, event: &MouseEvent) {
        match (kind, event.dyn_ref::<PointerEvent>()) {
            ("click", _) => self.click(event),
            ("dblclick", _) => self.double_click(event),
            (kind, Some(event)) => self.pointer(kind, event),
            (_, None) => {}
        }
    }

    fn pointer(self, kind: &str, event: &PointerEvent) {
        let (pointer, at) = (event.pointer_id(), self.at(event));
        match kind {
            "pointerdown" if event.button() == 0 => {
                self.capture(pointer);
                let on = self.pick(at);
                self.hands.update(|it| it.gestures.down(pointer, at, on));
            }
            "pointermove" if self.hands.with(|it| it.gestures.busy()) => {
                self.gesture(|it| it.moved(pointer, at));
            }
            "pointermove" => {
                let item = self.pick(at);
                if self.hovered.get_untracked() != item {
                    self.hovered.set(item);
                }
            }
            "pointerup" => self.gesture(|it| it.up(pointer)),
            "pointercancel" => self.gesture(|it| it.cancel(pointer)),
            _ => {}
        }
    }

    fn gesture(self, act: impl FnOnce(&mut Gestures) -> Action) {
        let mut action = Action::None;
        self.hands.update(|it| action = act(&mut it.gestures));
        match action {
            // A click is answered when the browser says that it is one: what opens on a tap would else lie
            // under the finger when the browser's own click comes.
            Action::Click(item) => self.hands.update(|it| it.clicked = Some(item)),
            other => self.act(other),
        }
    }

    fn click(self, event: &MouseEvent) {
        let mut item = None;
        self.hands.update(|it| item = it.clicked.take());
        if let Some(item) = item.filter(|item| !self.taken(*item, event)) {
            self.cursor.set(None);
            self.select(item);
        }
    }

    fn double_click(self, event: &MouseEvent) {
        event.prevent_default();
        let state = self.state;
        let on_node = matches!(self.pick(self.at(event)), Some(Item::Node(_)));
        if on_node || state.query.with_untracked(Query::in_part) {
            state.go(state.query.with_untracked(Query::opened));
        }
    }

    fn wheel(self, event: &WheelEvent) {
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
    }

    fn act(self, action: Action) {
        let look = self.state.look;
        match action {
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
            Action::None | Action::Click(_) => {}
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
        let Some(take) = self.state.look.take.get_untracked() else { return false };
        let actor = self.drawn.with_untracked(|network| match item? {
            Item::Node(node) => network.node(node).map(|node| node.actor),
            _ => None,
        });
        let at = self.camera().to_plane(self.at(event), &self.viewport.get_untracked());
        self.hovered.set(None);
        take::take(self.state, take, actor, at);
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
}
