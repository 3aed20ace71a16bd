//! Where everybody stands, for each shape of room: laid out once for the whole network, so that
//! filters move nobody.

use crate::model::Dataset;
use crate::pack::packed;

use super::{Layout, LayoutOptions, Network, Positions};

/// The shape of the room that the network is laid out for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Beside the other areas on a wide screen.
    Wide,
    /// On a phone.
    Tall,
}

impl Shape {
    /// What the layout is told: the shape, and a seed that suits the bundled story.
    const fn options(self) -> LayoutOptions {
        match self {
            Self::Wide => LayoutOptions::WIDE,
            Self::Tall => LayoutOptions::TALL,
        }
    }
}

/// Where everybody stands, for each shape of room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places {
    wide: Positions,
    tall: Positions,
}

packed! { Places { wide, tall } }

impl Places {
    /// Lays out the whole network of a dataset for each shape.
    pub fn of(data: &Dataset) -> Self {
        let network = Network::whole(data);
        let positions = |shape: Shape| Layout::new(&network, data, shape.options()).run();
        Self { wide: positions(Shape::Wide), tall: positions(Shape::Tall) }
    }

    /// Where everybody stands in a room of that shape.
    pub const fn get(&self, shape: Shape) -> &Positions {
        match shape {
            Shape::Wide => &self.wide,
            Shape::Tall => &self.tall,
        }
    }
}
