//! The end: what still overlaps is pushed apart.

use crate::graph::geometry::Point;

use super::price::gap;
use super::table::Table;

/// How often everything is looked through at most.
const ROUNDS: usize = 80;

/// From one box to the next.
const GAP: f32 = 5.0;

/// Pushes apart boxes within blocks, then blocks, until nothing overlaps.
pub(super) fn part(table: &mut Table) {
    for _ in 0..ROUNDS {
        let inside = part_items(table);
        let outside = part_blocks(table);
        if !inside && !outside {
            break;
        }
    }
}

fn part_items(table: &mut Table) -> bool {
    let mut moved = false;
    for block in 0..table.blocks.len() {
        if table.blocks[block].fan {
            continue;
        }
        let members = table.blocks[block].members.clone();
        for (index, &one) in members.iter().enumerate() {
            for &two in members.iter().skip(index + 1) {
                let (a, b) = (table.alls[one], table.alls[two]);
                if a.depth(&b) + GAP <= 0.0 {
                    continue;
                }
                let x = (a.right - b.left).min(b.right - a.left);
                let y = (a.bottom - b.top).min(b.bottom - a.top);
                let by = if x < y {
                    Point::new(if a.centre().x < b.centre().x { x + GAP } else { -x - GAP }, 0.0)
                } else {
                    Point::new(0.0, if a.centre().y < b.centre().y { y + GAP } else { -y - GAP })
                };
                table.put(one, table.items[one].at.minus(by.times(0.51)));
                table.put(two, table.items[two].at.plus(by.times(0.51)));
                moved = true;
            }
        }
        table.settle_block(block);
    }
    moved
}

fn part_blocks(table: &mut Table) -> bool {
    let mut moved = false;
    for one in 0..table.blocks.len() {
        for two in one + 1..table.blocks.len() {
            let gap = gap(table.blocks[one].ground, table.blocks[two].ground) - 6.0;
            let push = table.blocks[one].extent.push(&table.blocks[two].extent, gap);
            if let Some((depth, way)) = push
                && depth > 0.01
            {
                // The smaller of the two gives way.
                let (a, b) = (table.blocks[one].members.len() as f32, table.blocks[two].members.len() as f32);
                table.shift(one, way.times(-depth * 1.02 * b / (a + b)));
                table.shift(two, way.times(depth * 1.02 * a / (a + b)));
                moved = true;
            }
        }
    }
    moved
}
