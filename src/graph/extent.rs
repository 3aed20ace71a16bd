//! Octagons: boxes with their corners cut, to tell whether two groups keep apart.

use super::geometry::{Point, Rect};

/// How far something extends along the two axes and the two diagonals: an octagon.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extent {
    low: [f32; 4],
    high: [f32; 4],
}

/// The diagonals are longer than the axes by the square root of 2.
const DIAGONAL: f32 = core::f32::consts::FRAC_1_SQRT_2;

impl Extent {
    pub(crate) const NOTHING: Self = Self { low: [f32::MAX; 4], high: [f32::MIN; 4] };

    pub(crate) fn add(&mut self, area: &Rect) {
        let low =
            [area.left, area.top, (area.left + area.top) * DIAGONAL, (area.left - area.bottom) * DIAGONAL];
        let high = [
            area.right,
            area.bottom,
            (area.right + area.bottom) * DIAGONAL,
            (area.right - area.top) * DIAGONAL,
        ];
        for i in 0..4 {
            self.low[i] = self.low[i].min(low[i]);
            self.high[i] = self.high[i].max(high[i]);
        }
    }

    /// How far and which way the other must move to be `gap` away; nothing where it is.
    pub(crate) fn push(&self, other: &Self, gap: f32) -> Option<(f32, Point)> {
        const WAYS: [Point; 4] = [
            Point::new(1.0, 0.0),
            Point::new(0.0, 1.0),
            Point::new(DIAGONAL, DIAGONAL),
            Point::new(DIAGONAL, -DIAGONAL),
        ];
        let mut best: Option<(f32, Point)> = None;
        for (i, way) in WAYS.into_iter().enumerate() {
            let ahead = self.high[i] - other.low[i] + gap;
            let back = other.high[i] - self.low[i] + gap;
            let (depth, way) = if ahead < back { (ahead, way) } else { (back, way.times(-1.0)) };
            if depth <= 0.0 {
                return None;
            }
            if best.is_none_or(|(least, _)| depth < least) {
                best = Some((depth, way));
            }
        }
        best
    }

    pub(crate) fn area(&self) -> Rect {
        Rect { left: self.low[0], top: self.low[1], right: self.high[0], bottom: self.high[1] }
    }
}
