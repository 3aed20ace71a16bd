//! Where an arrow key leads.

use super::{Lane, Timeline};

/// An item: the place of its lane among [`Timeline::all_lanes`], and its place in the lane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// The lane.
    pub lane: usize,
    /// The item.
    pub item: usize,
}

/// A way to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the item before in its lane.
    Back,
    /// To the item after in its lane.
    On,
    /// To the lane above, to what is nearest in time.
    Up,
    /// To the lane below, to what is nearest in time.
    Down,
    /// To the first item of the lane.
    First,
    /// To the last item of the lane.
    Last,
}

impl Timeline {
    /// The item to which a way leads; nothing where none leads there.
    pub fn walk(&self, at: At, way: Way) -> Option<At> {
        let lanes: Vec<_> = self.all_lanes().collect();
        let last = lanes.get(at.lane)?.items.len().checked_sub(1)?;
        let item = match way {
            Way::Back => at.item.checked_sub(1)?,
            Way::On => at.item + 1,
            Way::First => 0,
            Way::Last => last,
            Way::Up | Way::Down => {
                let lane = if way == Way::Up { at.lane.checked_sub(1)? } else { at.lane + 1 };
                let here = lanes.get(at.lane)?.items.get(at.item)?.time.anchor();
                return Some(At { lane, item: nearest(lanes.get(lane)?, here)? });
            }
        };
        (item <= last).then_some(At { item, ..at })
    }

    /// Where an item stands that a test accepts.
    pub fn find(&self, is_it: impl Fn(&super::Item) -> bool) -> Option<At> {
        let mut lanes = self.all_lanes().enumerate();
        lanes.find_map(|(lane, it)| Some(At { lane, item: it.items.iter().position(&is_it)? }))
    }
}

/// The item of a lane that is nearest to a day; its first where there is no day to be near.
fn nearest(lane: &Lane, day: Option<i32>) -> Option<usize> {
    let away = |time: super::Time| time.anchor().zip(day).map_or(0, |(one, other)| one.abs_diff(other));
    let items = lane.items.iter().enumerate();
    items.min_by_key(|(place, item)| (away(item.time), *place)).map(|(place, _)| place)
}
