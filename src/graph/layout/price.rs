//! What makes a picture hard to read, as one number.

use crate::graph::LabelSide;
use crate::graph::geometry::{Point, cross};

use super::table::{Item, Table};

/// A tie of 12 px costs 1.
const LENGTH: f32 = 1.0 / 17.0;

/// Two lines that cross.
const CROSSING: f32 = 20.0;

/// A line through a label.
const LABEL: f32 = 30.0;

/// A line through a node.
const SHAPE: f32 = 38.0;

/// Two lines that leave a node almost the same way.
const BUNDLE: f32 = 9.0;

/// From one box to the next.
const GAP: f32 = 8.0;

/// From what a ground holds to what another ground holds.
const GROUNDS: f32 = 36.0;

/// From what a ground holds to a loose item.
const GROUND: f32 = 22.0;

/// The price of everything.
pub(super) fn whole(table: &Table) -> f32 {
    let all: Vec<usize> = (0..table.items.len()).collect();
    of(table, &all, &mut Marks::new(table), f32::MAX)
}

/// Which items and ties a try has touched; kept between tries to save allocations.
#[derive(Clone, Debug)]
pub(super) struct Marks {
    items: Vec<bool>,
    ties: Vec<bool>,
    blocks: Vec<bool>,
    touched: Vec<usize>,
}

impl Marks {
    pub(super) fn new(table: &Table) -> Self {
        Self {
            items: vec![false; table.items.len()],
            ties: vec![false; table.ties.len()],
            blocks: vec![false; table.blocks.len()],
            touched: Vec::new(),
        }
    }
}

/// The price of all that depends on where those items stand; once it is above `limit`, some of it.
pub(super) fn of(table: &Table, moved: &[usize], marks: &mut Marks, limit: f32) -> f32 {
    marks.touched.clear();
    for &item in moved {
        marks.items[item] = true;
        for &tie in &table.items[item].ties {
            if !marks.ties[tie] {
                marks.ties[tie] = true;
                marks.touched.push(tie);
            }
        }
    }
    let price = sum(table, moved, marks, limit);
    for &item in moved {
        marks.items[item] = false;
        marks.blocks[table.items[item].block] = false;
    }
    for &tie in &marks.touched {
        marks.ties[tie] = false;
    }
    price
}

/// The cheap terms first, so that a bad try is soon known to be one.
fn sum(table: &Table, moved: &[usize], marks: &mut Marks, limit: f32) -> f32 {
    let mut price = 0.0;
    for &tie in &marks.touched {
        let tie = &table.ties[tie];
        price += tie.line.1.minus(tie.line.0).length() * LENGTH * tie.weight;
    }
    for &item in moved {
        let block = table.items[item].block;
        if !marks.blocks[block] {
            price += block_price(table, block, marks);
            marks.blocks[block] = true;
        }
        price += room_price(table, item, marks);
        if price > limit {
            return price;
        }
    }
    for &item in moved {
        price += hits_of_item(table, item, marks);
    }
    for &tie in &marks.touched {
        if price > limit {
            return price;
        }
        price += tie_price(table, tie, marks);
    }
    price
}

/// An item against all others and the frame.
fn room_price(table: &Table, index: usize, marks: &Marks) -> f32 {
    let item = &table.items[index];
    let mut price = match item.side {
        LabelSide::Below => 0.0,
        LabelSide::Right | LabelSide::Left => 2.0,
        LabelSide::Above => 3.0,
    };
    let (frame, all) = (&table.frame, &table.alls[index]);
    price += outside(all.left, frame.left) + outside(frame.right, all.right);
    price += outside(all.top, frame.top) + outside(frame.bottom, all.bottom);
    let near = all.grown(GAP);
    for (other, other_all) in table.alls.iter().enumerate() {
        if near.touches(other_all) && (other > index || !marks.items[other]) {
            price += 6.0 + 3.0 * near.depth(other_all);
        }
    }
    price
}

/// An item against the lines that did not move.
fn hits_of_item(table: &Table, index: usize, marks: &Marks) -> f32 {
    let item = &table.items[index];
    let mut price = 0.0;
    let all = &table.alls[index];
    for (tie, near) in table.nears.iter().enumerate() {
        if near.touches(all) && !marks.ties[tie] {
            let (a, b) = table.ties[tie].line;
            price += hit(item, a, b, false);
        }
    }
    price
}

fn outside(more: f32, less: f32) -> f32 {
    if less > more { 2.0 * (less - more).min(400.0) } else { 0.0 }
}

/// What it costs that a line runs through an item.
fn hit(item: &Item, a: Point, b: Point, own: bool) -> f32 {
    let mut price = 0.0;
    if !own && item.shape.grown(3.0).touched_by(a, b) {
        price += SHAPE;
    }
    if item.label.touched_by(a, b) {
        price += LABEL;
    }
    price
}

/// A block against all others, and its own size.
fn block_price(table: &Table, index: usize, marks: &Marks) -> f32 {
    let block = &table.blocks[index];
    let area = block.extent.area();
    let mut price = if block.ground { 0.06 * (area.width() + area.height()) } else { 0.0 };
    for (other_index, other) in table.blocks.iter().enumerate() {
        if other_index == index || marks.blocks[other_index] {
            continue;
        }
        let gap = gap(block.ground, other.ground);
        if let Some((depth, _)) = block.extent.push(&other.extent, gap) {
            price += 12.0 + 3.0 * depth;
        }
    }
    price
}

/// From one block to another.
pub(super) fn gap(one: bool, other: bool) -> f32 {
    match (one, other) {
        (true, true) => GROUNDS,
        (false, false) => GAP,
        _ => GROUND,
    }
}

/// A line: what it crosses, what it runs through.
fn tie_price(table: &Table, index: usize, marks: &Marks) -> f32 {
    let tie = &table.ties[index];
    let (a, b) = tie.line;
    let mut price = 0.0;
    let near = &table.nears[index];
    for (other_index, other_near) in table.nears.iter().enumerate() {
        if !near.touches(other_near) || (other_index <= index && marks.ties[other_index]) {
            continue;
        }
        let other = &table.ties[other_index];
        let (c, d) = other.line;
        let joint = if tie.ends.0 == other.ends.0 {
            Some((a, b, d))
        } else if tie.ends.0 == other.ends.1 {
            Some((a, b, c))
        } else if tie.ends.1 == other.ends.0 {
            Some((b, a, d))
        } else if tie.ends.1 == other.ends.1 {
            Some((b, a, c))
        } else {
            None
        };
        match joint {
            Some((joint, one, two)) => price += bundle(one.minus(joint), two.minus(joint)),
            None if cross(a, b, c, d) => price += CROSSING,
            None => {}
        }
    }
    for (item, all) in table.alls.iter().enumerate() {
        if near.touches(all) {
            price += hit(&table.items[item], a, b, item == tie.ends.0 || item == tie.ends.1);
        }
    }
    price
}

/// Two lines from the same node: the narrower the angle, the worse. cos 14 degrees = 0.97.
fn bundle(one: Point, two: Point) -> f32 {
    let dot = one.dot(two);
    if dot <= 0.0 {
        return 0.0;
    }
    let square = dot * dot / (one.dot(one) * two.dot(two)).max(1e-6);
    if square > 0.94 { BUNDLE * (square - 0.94) / 0.06 } else { 0.0 }
}
