//! Where everybody stands.

use serde::Deserialize;

use crate::model::ActorId;
use crate::pack::{Pack, Reader, packed};

use super::geometry::Point;

/// On which side of its node a label stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum LabelSide {
    /// Under the node.
    #[default]
    Below,
    /// Over the node.
    Above,
    /// To the right of the node.
    Right,
    /// To the left of the node.
    Left,
}

impl Pack for LabelSide {
    fn pack(&self, to: &mut Vec<u8>) {
        (*self as u8).pack(to);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let side = Self::ALL.get(usize::from(u8::unpack(from))).copied();
        side.unwrap_or_else(|| {
            from.set_broken();
            Self::default()
        })
    }
}

impl LabelSide {
    /// All sides, the best known first.
    pub const ALL: [Self; 4] = [Self::Below, Self::Above, Self::Right, Self::Left];
}

/// Where an actor stands, and where its name has room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The middle of the node, in CSS px at scale 1.
    pub at: Point,
    /// The side of the node that the layout keeps free for the label.
    pub side: LabelSide,
}

/// The places of actors. They go by actor, not by node: a network that a query has thinned out
/// stands where the whole one stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Positions {
    places: Vec<Option<Place>>,
}

packed! {
    Place { at, side }
    Positions { places }
}

impl Positions {
    /// Where the actor stands, if it has a place.
    pub fn get(&self, actor: ActorId) -> Option<Place> {
        self.places.get(actor.index()).copied().flatten()
    }

    /// Puts an actor somewhere, as a reader who drags it does.
    pub fn put(&mut self, actor: ActorId, at: Point) {
        let side = self.get(actor).map_or_else(LabelSide::default, |place| place.side);
        self.place(actor, Place { at, side });
    }

    /// Gives an actor its place.
    pub fn place(&mut self, actor: ActorId, place: Place) {
        if self.places.len() <= actor.index() {
            self.places.resize(actor.index() + 1, None);
        }
        if let Some(slot) = self.places.get_mut(actor.index()) {
            *slot = Some(place);
        }
    }

    /// The same on a grid of quarters of a px.
    #[must_use]
    pub fn rounded(mut self) -> Self {
        self.places.iter_mut().flatten().for_each(|place| place.at = place.at.rounded());
        self
    }

    /// All places, by actor.
    pub fn iter(&self) -> impl Iterator<Item = (ActorId, Place)> {
        (0..)
            .map(ActorId::new)
            .zip(&self.places)
            .filter_map(|(actor, place)| place.map(|place| (actor, place)))
    }
}
