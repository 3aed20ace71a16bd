//! The layout: a place for everybody.
//!
//! First the clusters find their places as a whole, then [`Layout::step`] by step single actors and
//! whole clusters try others; a try stays if the picture reads better by [`price`], and early on also
//! if it is a little worse, so that it does not stop at the first best (threshold accepting, Dueck
//! and Scheuer 1990). At last whatever still overlaps is pushed apart.
//!
//! Lots are drawn from a seed and only exact arithmetic is used: the same picture everywhere.

mod lots;
mod moves;
mod price;
mod start;
mod table;
mod tidy;

use crate::model::Dataset;

use super::geometry::Point;
use super::{Network, Place, Positions};
use lots::Lots;
use price::Marks;
use table::Table;

/// What a layout may be told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LayoutOptions {
    /// Width by height of the picture.
    pub aspect: f32,
    /// Where the lots start; the same seed gives the same picture.
    pub seed: u32,
}

impl LayoutOptions {
    /// For a wide screen; the seed is one that suits the bundled story.
    pub const WIDE: Self = Self { aspect: 1.42, seed: 120 };

    /// For a phone; the seed is one that suits the bundled story.
    pub const TALL: Self = Self { aspect: 0.8, seed: 972 };
}

impl Default for LayoutOptions {
    fn default() -> Self {
        Self::WIDE
    }
}

/// How many tries a step makes.
const TRIES: u32 = 64;

/// How many tries a small network gets.
const ALL_TRIES: u32 = 3_200;

/// How many comparisons of a line or box with another all tries together may take.
const EFFORT: u32 = 10_000_000;

/// A layout on its way.
#[derive(Clone, Debug)]
pub struct Layout {
    table: Table,
    lots: Lots,
    marks: Marks,
    done: u32,
    tries: u32,
}

impl Layout {
    /// A layout of a network, before its first step.
    pub fn new(network: &Network, data: &Dataset, options: LayoutOptions) -> Self {
        let mut lots = Lots::new(options.seed);
        let mut table = Table::new(network, data, options.aspect);
        start::arrange(&mut table, &mut lots);
        let tries = ALL_TRIES.min(EFFORT / table.effort().max(1));
        let marks = Marks::new(&table);
        Self { table, lots, marks, done: 0, tries }
    }

    /// One step towards a better picture.
    pub fn step(&mut self) {
        for _ in 0..TRIES {
            if self.done < self.tries {
                let heat = 1.0 - self.done as f32 / self.tries as f32;
                moves::attempt(&mut self.table, &mut self.lots, &mut self.marks, heat);
                self.done += 1;
            }
        }
        if self.done >= self.tries {
            tidy::part(&mut self.table);
            self.done = u32::MAX;
        }
    }

    /// Whether further steps would change nothing.
    pub fn settled(&self) -> bool {
        self.done == u32::MAX
    }

    /// The places as they are now, the middle of the picture at 0, 0.
    pub fn positions(&self) -> Positions {
        let mut positions = Positions::default();
        let middle = self.table.area().centre();
        for item in &self.table.items {
            let at = item.at.minus(middle);
            // Whole px: a picture is compared and written more easily.
            let at = Point::new((at.x * 4.0).round() / 4.0, (at.y * 4.0).round() / 4.0);
            positions.place(item.actor, Place { at, side: item.side });
        }
        positions
    }

    /// All steps to the end.
    pub fn run(mut self) -> Positions {
        while !self.settled() {
            self.step();
        }
        self.positions()
    }

    /// How well the picture reads, the less the better: to compare seeds.
    pub fn price(&self) -> f32 {
        price::whole(&self.table)
    }
}
