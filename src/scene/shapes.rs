//! The shapes of a scene: plain data in screen px.

use crate::graph::geometry::{Point, Rect};
use crate::graph::{ClusterId, EdgeId, LabelSide, NodeId};
use crate::model::{ActorKind, Naming, QuadClass};

/// A quadratic Bézier curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    /// Where it starts.
    pub from: Point,
    /// The point that bends it.
    pub via: Point,
    /// Where it ends.
    pub to: Point,
}

/// The head of an arrow: a triangle, its tip first.
pub type Head = [Point; 3];

/// What an edge is drawn as: its quad class, a relation, or neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EdgeLook {
    /// One of the four quad classes.
    Quad(QuadClass),
    /// Nothing but relations.
    Relation,
    /// Remarks that no class covers.
    Plain,
}

/// How many facts an edge gathers, and where the number stands on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Badge {
    /// The middle of the number.
    pub at: Point,
    /// The number, 2 or more.
    pub count: u32,
}

/// An edge as it is drawn: one line, whose halves tell apart what goes each way.
#[derive(Clone, Debug, PartialEq)]
pub struct EdgeShape {
    /// Which edge it is.
    pub id: EdgeId,
    /// The line, from border to border, cut short where a head sits.
    pub curve: Curve,
    /// What the line is made of: itself, or where something goes both ways its two halves, each with the
    /// head that it leads to.
    pub strokes: Vec<Stroke>,
    /// How thick the line is.
    pub width: f32,
    /// The count, for 2 and more.
    pub badge: Option<Badge>,
}

/// What goes one way, as it is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// The line or its half.
    pub curve: Curve,
    /// Its colour.
    pub look: EdgeLook,
    /// Whether it is dashed: nothing but the word of a speaker supports it.
    pub stated: bool,
    /// The head at whom it leads to; none for a relation.
    pub head: Option<Head>,
}

/// The outline of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outline {
    /// A person.
    Circle,
    /// A state.
    RoundedSquare,
    /// A public body.
    Square,
    /// A company.
    Diamond,
    /// Any other organization.
    Hexagon,
    /// Several actors together.
    DoubleCircle,
}

impl Outline {
    /// The outline for a kind of actor.
    pub const fn of(kind: ActorKind) -> Self {
        match kind {
            ActorKind::Person => Self::Circle,
            ActorKind::State => Self::RoundedSquare,
            ActorKind::PublicBody => Self::Square,
            ActorKind::Company => Self::Diamond,
            ActorKind::Organization => Self::Hexagon,
            ActorKind::Group => Self::DoubleCircle,
        }
    }
}

/// A node as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeShape {
    /// Which node it is.
    pub id: NodeId,
    /// Its middle.
    pub at: Point,
    /// Half its width.
    pub radius: f32,
    /// Its outline.
    pub outline: Outline,
    /// Hollow and dashed unless named.
    pub naming: Naming,
}

/// The name of a node as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Whose name it is.
    pub id: NodeId,
    /// One line or two.
    pub lines: Vec<String>,
    /// Where it stands: the anchor of the text is the middle for labels below and above, its start
    /// for labels to the right and its end for those to the left.
    pub side: LabelSide,
    /// The point on the baseline of the first line where the text is anchored.
    pub at: Point,
    /// The room it takes.
    pub area: Rect,
    /// Which of two labels in each other's way is shown: the one with the higher priority.
    pub priority: u32,
    /// False where it has no room at this scale: draw it only for a node that stands out.
    pub shown: bool,
}

/// The ground of a cluster as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct GroundShape {
    /// Which cluster it is.
    pub id: ClusterId,
    /// The rounded corners: where each starts, the point that bends it, where it ends. Straight
    /// lines join them.
    pub corners: Vec<Curve>,
    /// The lines of the label, in the letters of the dataset.
    pub label: Vec<String>,
    /// The middle of the baseline of the label's first line.
    pub label_at: Point,
    /// The room that the label takes.
    pub label_area: Rect,
    /// False where the label has no room.
    pub label_shown: bool,
}

impl Curve {
    /// The point at `t`, 0 to 1.
    pub fn at(&self, t: f32) -> Point {
        self.from.toward(self.via, t).toward(self.via.toward(self.to, t), t)
    }

    /// The part between two points of it.
    #[must_use]
    pub fn part(&self, start: f32, end: f32) -> Self {
        let (from, to) = (self.at(start), self.at(end));
        let via = self.from.toward(self.via, start).toward(self.via.toward(self.to, start), end);
        Self { from, via, to }
    }

    /// The box around its three points; the curve stays inside.
    pub fn area(&self) -> Rect {
        let around = |p: Point| Rect { left: p.x, top: p.y, right: p.x, bottom: p.y };
        around(self.from).with(&around(self.via)).with(&around(self.to))
    }

    /// The `d` of an SVG path.
    pub fn path(&self) -> String {
        let mut d = String::new();
        super::svg::command(&mut d, 'M', &[self.from]);
        super::svg::command(&mut d, 'Q', &[self.via, self.to]);
        d
    }
}

impl Stroke {
    /// The `d` of an SVG path for its head; empty without one.
    pub fn head_path(&self) -> String {
        let mut d = String::new();
        if let Some([tip, left, right]) = self.head {
            super::svg::command(&mut d, 'M', &[tip]);
            super::svg::command(&mut d, 'L', &[left, right]);
            d.push('Z');
        }
        d
    }

    /// The classes that give its colour and its dashes.
    pub fn class(&self) -> String {
        format!("{}{}", self.look.class(), if self.stated { " way--stated" } else { "" })
    }
}

impl GroundShape {
    /// The `d` of an SVG path.
    pub fn path(&self) -> String {
        let mut d = String::new();
        for (index, corner) in self.corners.iter().enumerate() {
            super::svg::command(&mut d, if index == 0 { 'M' } else { 'L' }, &[corner.from]);
            super::svg::command(&mut d, 'Q', &[corner.via, corner.to]);
        }
        d.push('Z');
        d
    }
}

impl NodeShape {
    /// The `d` of an SVG path for its outline.
    pub fn path(&self) -> String {
        super::svg::outline(self)
    }
}
