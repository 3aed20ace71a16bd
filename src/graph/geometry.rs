//! Points, boxes and lines in the plane; only `+ - * /` and square roots, so that every machine
//! gives the same result.

use crate::pack::{Pack, Reader};

/// A point, or the way from one point to another.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

/// Packed to a quarter of a px, up to 8,191 px from the origin: [`Point::rounded`] loses nothing in it.
impl Pack for Point {
    fn pack(&self, to: &mut Vec<u8>) {
        for value in [self.x, self.y] {
            to.extend(((value * 4.0) as i16).to_le_bytes());
        }
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let mut value = || f32::from(i16::from_le_bytes([from.byte(), from.byte()])) / 4.0;
        Self::new(value(), value())
    }
}

impl Point {
    /// The nearest point on a grid of quarters of a px.
    #[must_use]
    pub fn rounded(self) -> Self {
        let round = |value: f32| (value * 4.0 + if value < 0.0 { -0.5 } else { 0.5 }) as i32 as f32 / 4.0;
        Self::new(round(self.x), round(self.y))
    }

    /// The point at `x`, `y`.
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// This point moved by another.
    #[inline(always)]
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }

    /// The way from `other` to this point.
    #[inline(always)]
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }

    /// The way, so many times as long.
    #[must_use]
    pub fn times(self, factor: f32) -> Self {
        Self::new(self.x * factor, self.y * factor)
    }

    /// The point between this and another, at `t` of the way.
    #[must_use]
    pub fn toward(self, other: Self, t: f32) -> Self {
        self.plus(other.minus(self).times(t))
    }

    /// The way turned by a quarter to the right (on a screen, where y grows downwards).
    #[must_use]
    pub fn turned(self) -> Self {
        Self::new(-self.y, self.x)
    }

    /// The scalar product.
    #[inline(always)]
    pub fn dot(self, other: Self) -> f32 {
        self.x * other.x + self.y * other.y
    }

    /// The cross product: positive where `other` lies to the right of this way on a screen.
    #[inline(always)]
    pub fn cross(self, other: Self) -> f32 {
        self.x * other.y - self.y * other.x
    }

    /// How long the way is.
    pub fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    /// The way with length 1; to the right where it has no length.
    #[must_use]
    pub fn unit(self) -> Self {
        let length = self.length();
        if length > 1e-6 { self.times(1.0 / length) } else { Self::new(1.0, 0.0) }
    }
}

/// A box with sides along the axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f32,
    /// Upper edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Lower edge.
    pub bottom: f32,
}

impl Rect {
    /// The box that holds nothing; [`Rect::with`] makes it grow.
    pub const NOTHING: Self = Self { left: f32::MAX, top: f32::MAX, right: f32::MIN, bottom: f32::MIN };

    /// The box around a centre.
    pub fn around(centre: Point, width: f32, height: f32) -> Self {
        Self {
            left: centre.x - width / 2.0,
            top: centre.y - height / 2.0,
            right: centre.x + width / 2.0,
            bottom: centre.y + height / 2.0,
        }
    }

    /// The smallest box that holds both points.
    #[inline]
    pub fn between(a: Point, b: Point) -> Self {
        let (left, right) = if a.x < b.x { (a.x, b.x) } else { (b.x, a.x) };
        let (top, bottom) = if a.y < b.y { (a.y, b.y) } else { (b.y, a.y) };
        Self { left, top, right, bottom }
    }

    /// How wide it is.
    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    /// How high it is.
    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }

    /// Its middle.
    #[inline(always)]
    pub fn centre(&self) -> Point {
        Point::new((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0)
    }

    /// The smallest box that holds both.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// The box with a margin on every side.
    #[must_use]
    pub fn grown(&self, by: f32) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    /// The box moved.
    #[must_use]
    pub fn moved(&self, by: Point) -> Self {
        Self {
            left: self.left + by.x,
            top: self.top + by.y,
            right: self.right + by.x,
            bottom: self.bottom + by.y,
        }
    }

    /// The four corners, clockwise from the upper left.
    pub fn corners(&self) -> [Point; 4] {
        [
            Point::new(self.left, self.top),
            Point::new(self.right, self.top),
            Point::new(self.right, self.bottom),
            Point::new(self.left, self.bottom),
        ]
    }

    /// Whether the point lies in it.
    pub fn holds(&self, p: Point) -> bool {
        p.x >= self.left && p.x <= self.right && p.y >= self.top && p.y <= self.bottom
    }

    /// Whether the two have a common area.
    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether the two have a common point, be it on their edges.
    #[inline(always)]
    pub fn touches(&self, other: &Self) -> bool {
        // One branch instead of four that no processor foresees.
        (self.left <= other.right)
            & (other.left <= self.right)
            & (self.top <= other.bottom)
            & (other.top <= self.bottom)
    }

    /// How far one of the two must move to be clear of the other; 0 or less where they are clear.
    pub fn depth(&self, other: &Self) -> f32 {
        let x = (self.right - other.left).min(other.right - self.left);
        let y = (self.bottom - other.top).min(other.bottom - self.top);
        x.min(y)
    }

    /// Whether the straight line from `a` to `b` touches it.
    #[inline(always)]
    pub fn touched_by(&self, a: Point, b: Point) -> bool {
        if a.x.max(b.x) < self.left
            || a.x.min(b.x) > self.right
            || a.y.max(b.y) < self.top
            || a.y.min(b.y) > self.bottom
        {
            return false;
        }
        // The line misses the box if all corners lie on one side of it.
        let way = b.minus(a);
        let middle = way.cross(self.centre().minus(a));
        let reach = (way.x * self.height()).abs() / 2.0 + (way.y * self.width()).abs() / 2.0;
        middle.abs() <= reach
    }
}

/// Whether the straight lines from `a` to `b` and from `c` to `d` cross.
#[inline(always)]
pub fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let (one, two) = (b.minus(a), d.minus(c));
    let left = one.cross(c.minus(a)) * one.cross(d.minus(a));
    left < 0.0 && two.cross(a.minus(c)) * two.cross(b.minus(c)) < 0.0
}

/// How far the point is from the straight line between `a` and `b`.
pub fn distance(p: Point, a: Point, b: Point) -> f32 {
    let way = b.minus(a);
    let square = way.dot(way);
    let t = if square > 1e-6 { within(p.minus(a).dot(way) / square, 0.0, 1.0) } else { 0.0 };
    p.minus(a.toward(b, t)).length()
}

/// The value, or the bound that it is beyond. `f32::clamp` tells its bounds when they are the wrong way
/// round, and the printing of floats that it takes for that weighs 10 kB in the page.
pub(crate) fn within(value: f32, low: f32, high: f32) -> f32 {
    value.max(low).min(high)
}

/// The convex hull of the points, clockwise on a screen (Andrew's monotone chain).
pub fn hull(mut points: Vec<Point>) -> Vec<Point> {
    crate::order::sort(&mut points, |a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    points.dedup();
    if points.len() < 3 {
        return points;
    }
    let mut around = half(points.iter());
    around.pop();
    let mut back = half(points.iter().rev());
    back.pop();
    around.append(&mut back);
    around
}

fn half<'a>(points: impl Iterator<Item = &'a Point>) -> Vec<Point> {
    let mut chain: Vec<Point> = Vec::new();
    for &p in points {
        while let [.., a, b] = chain[..] {
            if b.minus(a).cross(p.minus(b)) > 0.0 {
                break;
            }
            chain.pop();
        }
        chain.push(p);
    }
    chain
}
