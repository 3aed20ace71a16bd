//! The start: blocks find their places as a whole, then their members theirs inside.

use crate::graph::LabelSide;
use crate::graph::geometry::{Point, Rect};

use super::lots::Lots;
use super::price::gap;
use super::table::Table;

/// How many tries each block gets.
const TRIES: usize = 160;

/// How much of the frame the blocks fill.
const FILL: f32 = 0.66;

/// A block as one box.
struct Big {
    at: Point,
    size: (f32, f32),
    ground: bool,
}

impl Big {
    fn area(&self) -> Rect {
        Rect::around(self.at, self.size.0, self.size.1)
    }
}

/// How strongly two blocks are tied: the other block, the number of ties.
type Pulls = Vec<Vec<(usize, f32)>>;

/// Gives every item a first place.
pub(super) fn arrange(table: &mut Table, lots: &mut Lots) {
    for item in 0..table.items.len() {
        table.settle_item(item);
    }
    let mut bigs: Vec<Big> = (0..table.blocks.len()).map(|block| big(table, block)).collect();
    let area: f32 = bigs.iter().map(|big| big.size.0 * big.size.1).sum::<f32>() / FILL;
    let widest = bigs.iter().map(|big| big.size.0).fold(0.0, f32::max);
    let width = (area * table.aspect).sqrt().max(widest);
    table.frame = Rect::around(Point::default(), width, area / width.max(1.0));
    for big in &mut bigs {
        big.at = anywhere(&table.frame, lots);
    }
    settle(&mut bigs, &pulls(table), &table.frame, lots);
    for (block, big) in bigs.iter().enumerate() {
        fill(table, block, big, lots);
    }
}

fn anywhere(frame: &Rect, lots: &mut Lots) -> Point {
    let (x, y) = (lots.part(), lots.part());
    Point::new(frame.left + x * frame.width(), frame.top + y * frame.height())
}

/// The room that a block will need.
fn big(table: &mut Table, index: usize) -> Big {
    let ground = table.blocks[index].ground;
    if table.blocks[index].fan {
        table.fan_out(index, Point::default(), LabelSide::Right);
        let area = table.blocks[index].extent.area();
        let size = (area.width() + gap(true, true), area.height() + gap(true, true));
        return Big { at: Point::default(), size, ground };
    }
    let members = &table.blocks[index].members;
    let room: f32 = members
        .iter()
        .map(|&item| (table.alls[item].width() + 16.0) * (table.alls[item].height() + 22.0))
        .sum();
    let size = match members.as_slice() {
        [only] => (table.alls[*only].width() + 24.0, table.alls[*only].height() + 24.0),
        _ => {
            let width = (room * 1.3).sqrt() * 1.15;
            (width + 30.0, room * 1.25 / width + 40.0)
        }
    };
    Big { at: Point::default(), size, ground }
}

fn pulls(table: &Table) -> Pulls {
    let mut pulls: Pulls = vec![Vec::new(); table.blocks.len()];
    for tie in &table.ties {
        let (a, b) = (table.items[tie.ends.0].block, table.items[tie.ends.1].block);
        if a != b {
            for (one, other) in [(a, b), (b, a)] {
                match pulls[one].iter_mut().find(|pull| pull.0 == other) {
                    Some(pull) => pull.1 += 1.0,
                    None => pulls[one].push((other, 1.0)),
                }
            }
        }
    }
    pulls
}

/// Threshold accepting over the places of whole blocks.
fn settle(bigs: &mut [Big], pulls: &Pulls, frame: &Rect, lots: &mut Lots) {
    let tries = TRIES * bigs.len();
    // Large networks have as many loose blocks as items; they get what time allows.
    let tries = tries.min(4_000_000 / (bigs.len() * bigs.len()).max(1));
    for done in 0..tries {
        let heat = 1.0 - done as f32 / tries as f32;
        let one = lots.below(bigs.len());
        let before = bigs[one].at;
        let worse = 60.0 * heat * heat * lots.part();
        if lots.part() < 0.25 {
            let two = lots.below(bigs.len());
            let then = price(bigs, pulls, frame, one) + price(bigs, pulls, frame, two);
            swap(bigs, one, two);
            let now = price(bigs, pulls, frame, one) + price(bigs, pulls, frame, two);
            if now > then + worse {
                swap(bigs, one, two);
            }
            continue;
        }
        let then = price(bigs, pulls, frame, one);
        bigs[one].at = if lots.part() < 0.2 {
            anywhere(frame, lots)
        } else {
            let reach = 20.0 + 260.0 * heat;
            before.plus(Point::new(lots.either() * reach, lots.either() * reach))
        };
        if price(bigs, pulls, frame, one) > then + worse {
            bigs[one].at = before;
        }
    }
}

fn swap(bigs: &mut [Big], one: usize, two: usize) {
    let at = bigs[one].at;
    bigs[one].at = bigs[two].at;
    bigs[two].at = at;
}

fn price(bigs: &[Big], pulls: &Pulls, frame: &Rect, index: usize) -> f32 {
    let area = bigs[index].area();
    let mut price = 0.0;
    for &(other, weight) in &pulls[index] {
        price += bigs[other].at.minus(bigs[index].at).length() * weight / 14.0;
    }
    for (other_index, other) in bigs.iter().enumerate() {
        let depth = area.depth(&other.area());
        if other_index != index && depth > 0.0 {
            price += 2.0 * depth + if bigs[index].ground && other.ground { 20.0 } else { 8.0 };
        }
    }
    let out = (frame.left - area.left).max(0.0)
        + (area.right - frame.right).max(0.0)
        + (frame.top - area.top).max(0.0)
        + (area.bottom - frame.bottom).max(0.0);
    price + 3.0 * out
}

/// Sets the members of a block in rows, like bricks.
fn fill(table: &mut Table, index: usize, big: &Big, lots: &mut Lots) {
    if table.blocks[index].fan {
        let side = if big.at.x < 0.0 { LabelSide::Left } else { LabelSide::Right };
        table.fan_out(index, big.at, side);
        return;
    }
    let members = table.blocks[index].members.clone();
    let count = members.len();
    let columns = ((count as f32 * big.size.0 / (big.size.1 * 1.6).max(1.0)).sqrt() + 0.5).max(1.0) as usize;
    let rows = count.div_ceil(columns);
    for (place, &member) in members.iter().enumerate() {
        let (row, column) = (place / columns, place % columns);
        let odd = if row % 2 == 1 { 0.25 } else { -0.25 };
        let x = (column as f32 + 0.5 + odd) / columns as f32 - 0.5;
        let y = (row as f32 + 0.5) / rows as f32 - 0.5;
        let jitter = Point::new(lots.either() * 6.0, lots.either() * 6.0);
        let spread = Point::new(x * big.size.0 * 0.8, y * big.size.1 * 0.8);
        let at = if count > 1 { big.at.plus(spread).plus(jitter) } else { big.at };
        table.put(member, at);
    }
    table.settle_block(index);
}
