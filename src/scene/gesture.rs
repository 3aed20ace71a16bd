//! Gestures: what pointers on the stage mean. Knows no browser: pointers are numbers and places.

use crate::graph::NodeId;
use crate::graph::geometry::Point;

use super::Item;

/// How far a pointer may stray, in px, and still be a click.
const STRAY: f32 = 5.0;

/// What a movement or the end of one asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Nothing.
    None,
    /// Move the picture by so many px.
    Pan(Point),
    /// Zoom by a factor about a point of the screen, and move by so many px.
    Pinch {
        /// The factor.
        factor: f32,
        /// The point that stays.
        about: Point,
        /// How far the fingers moved together.
        by: Point,
    },
    /// Put a node under a point of the screen.
    Drag(NodeId, Point),
    /// A node was let go where it is now.
    Drop(NodeId),
    /// A click on something, or on nothing.
    Click(Option<Item>),
}

/// The pointers that are down, and what they are doing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gestures {
    pointers: Vec<(i32, Point)>,
    doing: Doing,
    /// The node that was dragged and not yet let go, also where a second finger came between.
    held: Option<NodeId>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Doing {
    #[default]
    Nothing,
    Pressing {
        start: Point,
        on: Option<Item>,
    },
    Panning,
    Dragging(NodeId),
    Pinching,
}

impl Gestures {
    /// True while a pointer is down: what lies under it then is of no interest.
    pub fn busy(&self) -> bool {
        !self.pointers.is_empty()
    }

    /// A pointer goes down on something.
    pub fn down(&mut self, pointer: i32, at: Point, on: Option<Item>) {
        self.pointers.retain(|(id, _)| *id != pointer);
        self.pointers.push((pointer, at));
        self.doing = match self.pointers.len() {
            1 => Doing::Pressing { start: at, on },
            2 => Doing::Pinching,
            _ => Doing::Nothing,
        };
    }

    /// A pointer moves.
    pub fn moved(&mut self, pointer: i32, to: Point) -> Action {
        let before = self.pointers.clone();
        let Some(slot) = self.pointers.iter_mut().find(|(id, _)| *id == pointer) else {
            return Action::None;
        };
        let by = to.minus(slot.1);
        slot.1 = to;
        if let Doing::Pressing { start, on } = self.doing {
            if to.minus(start).length() <= STRAY {
                return Action::None;
            }
            self.doing = match on {
                Some(Item::Node(node)) => {
                    self.held = Some(node);
                    Doing::Dragging(node)
                }
                _ => Doing::Panning,
            };
        }
        match self.doing {
            Doing::Panning => Action::Pan(by),
            Doing::Dragging(node) => Action::Drag(node, to),
            Doing::Pinching => pinch(&before, &self.pointers),
            Doing::Nothing | Doing::Pressing { .. } => Action::None,
        }
    }

    /// A pointer goes up.
    pub fn up(&mut self, pointer: i32) -> Action {
        let down = self.pointers.len();
        self.pointers.retain(|(id, _)| *id != pointer);
        if self.pointers.len() == down {
            return Action::None;
        }
        let rest = if self.pointers.len() == 1 { Doing::Panning } else { Doing::Nothing };
        match (core::mem::replace(&mut self.doing, rest), self.held.take()) {
            (_, Some(node)) => Action::Drop(node),
            (Doing::Pressing { on, .. }, None) => Action::Click(on),
            _ => Action::None,
        }
    }

    /// The browser takes the pointer away.
    pub fn cancel(&mut self, pointer: i32) -> Action {
        match self.up(pointer) {
            Action::Click(_) => Action::None,
            other => other,
        }
    }
}

fn pinch(before: &[(i32, Point)], now: &[(i32, Point)]) -> Action {
    let pair = |all: &[(i32, Point)]| match all {
        [(_, a), (_, b)] => Some((a.toward(*b, 0.5), b.minus(*a).length())),
        _ => None,
    };
    let (Some((middle, apart)), Some((about, wider))) = (pair(before), pair(now)) else {
        return Action::None;
    };
    let factor = if apart > 1.0 { wider / apart } else { 1.0 };
    Action::Pinch { factor, about, by: about.minus(middle) }
}
