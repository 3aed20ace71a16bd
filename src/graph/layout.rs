//! The layout: a place for everybody.

use crate::model::Dataset;

use super::geometry::Point;
use super::{LabelSide, Network, Place, Positions};

/// What a layout may be told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LayoutOptions {
    /// Width by height of the picture.
    pub aspect: f32,
    /// Where the lots start; the same seed gives the same picture.
    pub seed: u32,
}

impl Default for LayoutOptions {
    fn default() -> Self {
        Self { aspect: 1.45, seed: 1 }
    }
}

/// A layout on its way.
#[derive(Clone, Debug)]
pub struct Layout {
    positions: Positions,
    settled: bool,
}

impl Layout {
    /// A layout of a network, before its first step.
    pub fn new(network: &Network, data: &Dataset, options: LayoutOptions) -> Self {
        let mut positions = Positions::default();
        let columns = (network.nodes.len() as f32 * options.aspect).sqrt() as usize + 1;
        for (index, node) in network.nodes.iter().enumerate() {
            let at = Point::new((index % columns) as f32 * 120.0, (index / columns) as f32 * 80.0);
            positions.place(node.actor, Place { at, side: LabelSide::Below });
        }
        let _ = data;
        Self { positions, settled: false }
    }

    /// One step towards a better picture.
    pub fn step(&mut self) {
        self.settled = true;
    }

    /// Whether further steps would change nothing.
    pub fn settled(&self) -> bool {
        self.settled
    }

    /// The places as they are now.
    pub fn positions(&self) -> Positions {
        self.positions.clone()
    }

    /// All steps to the end.
    pub fn run(mut self) -> Positions {
        while !self.settled() {
            self.step();
        }
        self.positions()
    }
}
