//! Where everybody stands: laid out once for the whole network, so that filters move nobody.

use std::sync::OnceLock;

use super::Engine;
use crate::graph::{Layout, LayoutOptions, Network, Positions};

/// The shape of the room that the network is laid out for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Beside the other areas on a wide screen.
    Wide,
    /// On a phone.
    Tall,
}

impl Shape {
    /// Width by height.
    const fn aspect(self) -> f32 {
        match self {
            Self::Wide => 1.42,
            Self::Tall => 0.8,
        }
    }
}

pub(super) struct Places {
    wide: OnceLock<Positions>,
    tall: OnceLock<Positions>,
}

impl Places {
    pub(super) const fn new() -> Self {
        Self { wide: OnceLock::new(), tall: OnceLock::new() }
    }
}

impl Engine {
    /// Where everybody stands in a room of that shape: the same for every query.
    pub fn positions(&self, shape: Shape) -> &Positions {
        let slot = match shape {
            Shape::Wide => &self.places.wide,
            Shape::Tall => &self.places.tall,
        };
        slot.get_or_init(|| {
            let options = LayoutOptions { aspect: shape.aspect(), ..LayoutOptions::default() };
            Layout::new(&Network::whole(&self.data), &self.data, options).run()
        })
    }
}
