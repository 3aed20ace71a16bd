//! Tries: one change to the picture, kept if it reads better.

use crate::graph::LabelSide;
use crate::graph::geometry::Point;

use super::lots::Lots;
use super::price::{self, Marks};
use super::table::Table;

/// What the hottest try may make worse.
const WORSE: f32 = 40.0;

/// What is needed to take a try back.
struct Before {
    items: Vec<(usize, Point, LabelSide)>,
    turned: Option<usize>,
}

/// Tries one change; `heat` goes from 1 to 0.
pub(super) fn attempt(table: &mut Table, lots: &mut Lots, marks: &mut Marks, heat: f32) {
    if table.items.is_empty() {
        return;
    }
    let item = lots.below(table.items.len());
    let block = table.items[item].block;
    let alone = table.blocks[block].members.len() == 1;
    let fan = table.blocks[block].fan;
    let kind = lots.part();
    let (touched, change) = if fan {
        (table.blocks[block].members.clone(), if kind < 0.25 { Change::Turn } else { Change::Shift })
    } else if kind < 0.13 && !alone {
        (table.blocks[block].members.clone(), if kind < 0.03 { Change::Mirror } else { Change::Shift })
    } else if kind < 0.3 {
        let other = partner(table, lots, item);
        (vec![item, other], Change::Swap)
    } else if kind < 0.42 {
        (vec![item], Change::Side)
    } else if kind < 0.52 {
        (vec![item], Change::Jump)
    } else {
        (vec![item], Change::Step)
    };
    if change == Change::Swap && touched[0] == touched[1] {
        return;
    }
    let then = price::of(table, &touched, marks, f32::MAX);
    let before = Before {
        items: touched.iter().map(|&i| (i, table.items[i].at, table.items[i].side)).collect(),
        turned: (change == Change::Turn).then_some(block),
    };
    let was_reversed = table.blocks[block].reversed;
    apply(table, lots, heat, block, item, &touched, change);
    let limit = then + WORSE * heat * heat * lots.part();
    if price::of(table, &touched, marks, limit) > limit {
        if before.turned.is_some() {
            table.blocks[block].reversed = was_reversed;
        }
        for (item, at, side) in before.items {
            table.items[item].side = side;
            table.put(item, at);
        }
        settle(table, &touched);
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Change {
    /// A whole block moves.
    Shift,
    /// A whole block is mirrored.
    Mirror,
    /// A column turns its labels to the other side, or stands on its head.
    Turn,
    /// Two items change places.
    Swap,
    /// A label changes its side.
    Side,
    /// An item goes to the middle of those it is tied to.
    Jump,
    /// An item moves a little.
    Step,
}

/// Somebody to change places with: of the same block, or loose as well.
fn partner(table: &Table, lots: &mut Lots, item: usize) -> usize {
    let members = &table.blocks[table.items[item].block].members;
    if members.len() > 1 {
        return members[lots.below(members.len())];
    }
    for _ in 0..6 {
        let other = lots.below(table.items.len());
        if table.blocks[table.items[other].block].members.len() == 1 {
            return other;
        }
    }
    item
}

fn apply(
    table: &mut Table,
    lots: &mut Lots,
    heat: f32,
    block: usize,
    item: usize,
    touched: &[usize],
    change: Change,
) {
    let reach = 5.0 + 110.0 * heat;
    let mut anywhere = |reach: f32| Point::new(lots.either() * reach, lots.either() * reach);
    match change {
        Change::Shift => {
            let by = anywhere(reach * 1.5);
            table.shift(block, by);
        }
        Change::Mirror => {
            let middle = table.middle(block);
            let across = lots.part() < 0.5;
            for &member in touched {
                let away = table.items[member].at.minus(middle);
                let away = if across { Point::new(-away.x, away.y) } else { Point::new(away.x, -away.y) };
                table.put(member, middle.plus(away));
            }
        }
        Change::Turn => {
            let middle = table.middle(block);
            let mut side = table.items[item].side;
            if lots.part() < 0.5 {
                side = if side == LabelSide::Right { LabelSide::Left } else { LabelSide::Right };
            } else {
                table.blocks[block].reversed = !table.blocks[block].reversed;
            }
            let away = Point::new(lots.either() * reach, lots.either() * reach);
            table.fan_out(block, middle.plus(away), side);
        }
        Change::Swap => {
            let at = table.items[touched[0]].at;
            table.put(touched[0], table.items[touched[1]].at);
            table.put(touched[1], at);
        }
        Change::Side => {
            let sides = LabelSide::ALL;
            table.items[item].side = sides[lots.below(sides.len())];
            table.settle_item(item);
        }
        Change::Jump => {
            let mut sum = Point::default();
            let ties = &table.items[item].ties;
            for &tie in ties {
                let (a, b) = table.ties[tie].ends;
                sum = sum.plus(table.items[if a == item { b } else { a }].at);
            }
            let by = anywhere(60.0);
            if !ties.is_empty() {
                let at = sum.times(1.0 / ties.len() as f32).plus(by);
                table.put(item, at);
            }
        }
        Change::Step => {
            let by = anywhere(reach);
            table.put(item, table.items[item].at.plus(by));
        }
    }
    settle(table, touched);
}

fn settle(table: &mut Table, touched: &[usize]) {
    let mut last = usize::MAX;
    for &item in touched {
        let block = table.items[item].block;
        if block != last {
            table.settle_block(block);
            last = block;
        }
    }
}
