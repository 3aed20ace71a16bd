//! Where everybody stands and how lines run, for each shape of room: worked out once, for the whole
//! network, when the page is built. So filters move nobody, and the page carries the picture but not
//! what drew it.

use crate::graph::{Layout, LayoutOptions, Network, Positions};
use crate::model::Dataset;
use crate::pack::packed;

use super::Routes;

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

/// Where everybody stands and how lines run in one room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// Where everybody stands.
    pub positions: Positions,
    /// How the lines run between them.
    pub routes: Routes,
}

/// The places for each shape of room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places {
    wide: Place,
    tall: Place,
}

packed! {
    Place { positions, routes }
    Places { wide, tall }
}

impl Places {
    /// Lays out the whole network of a dataset for each shape.
    pub fn of(data: &Dataset) -> Self {
        let network = Network::whole(data);
        let place = |shape: Shape| {
            let positions = Layout::new(&network, data, shape.options()).run().rounded();
            let routes = Routes::of(&network, data, &positions, 1.0);
            Place { positions, routes }
        };
        Self { wide: place(Shape::Wide), tall: place(Shape::Tall) }
    }

    /// The place in a room of that shape.
    pub const fn get(&self, shape: Shape) -> &Place {
        match shape {
            Shape::Wide => &self.wide,
            Shape::Tall => &self.tall,
        }
    }
}
