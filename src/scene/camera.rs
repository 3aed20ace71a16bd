//! The camera: which part of the plane a reader sees, and how large.

use crate::graph::geometry::{Point, Rect, within};

/// The part of the screen that shows the scene, in CSS px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// How wide it is.
    pub width: f32,
    /// How high it is.
    pub height: f32,
}

impl Viewport {
    /// A viewport of that size.
    pub const fn new(width: f32, height: f32) -> Self {
        Self { width, height }
    }

    /// Its middle.
    pub const fn centre(&self) -> Point {
        Point::new(self.width / 2.0, self.height / 2.0)
    }
}

/// Where the reader looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The point of the plane in the middle of the viewport.
    pub x: f32,
    /// The point of the plane in the middle of the viewport.
    pub y: f32,
    /// Screen px for one px of the plane.
    pub scale: f32,
}

impl Default for Camera {
    fn default() -> Self {
        Self { x: 0.0, y: 0.0, scale: 1.0 }
    }
}

impl Camera {
    /// The smallest scale.
    pub const SMALLEST: f32 = 0.25;

    /// The largest scale.
    pub const LARGEST: f32 = 4.0;

    /// The camera that shows all of `bounds` with a margin, magnified at most to `largest`.
    pub fn fit(bounds: &Rect, viewport: &Viewport, margin: f32, largest: f32) -> Self {
        if bounds.width() < 0.0 || bounds.height() < 0.0 {
            return Self::default();
        }
        let across = (viewport.width - 2.0 * margin).max(1.0) / bounds.width().max(1.0);
        let down = (viewport.height - 2.0 * margin).max(1.0) / bounds.height().max(1.0);
        let scale = within(across.min(down).min(largest), Self::SMALLEST, Self::LARGEST);
        let centre = bounds.centre();
        Self { x: centre.x, y: centre.y, scale }
    }

    /// The point of the screen where a point of the plane is seen.
    pub fn to_screen(self, point: Point, viewport: &Viewport) -> Point {
        point.minus(Point::new(self.x, self.y)).times(self.scale).plus(viewport.centre())
    }

    /// The point of the plane that is seen at a point of the screen.
    pub fn to_plane(self, point: Point, viewport: &Viewport) -> Point {
        point.minus(viewport.centre()).times(1.0 / self.scale).plus(Point::new(self.x, self.y))
    }

    /// The camera after a drag by so many screen px: the plane follows the pointer.
    #[must_use]
    pub fn panned(&self, by: Point) -> Self {
        Self { x: self.x - by.x / self.scale, y: self.y - by.y / self.scale, ..*self }
    }

    /// The camera at `factor` times the scale; what is seen at `point` stays there.
    #[must_use]
    pub fn zoomed(&self, factor: f32, point: Point, viewport: &Viewport) -> Self {
        let held = self.to_plane(point, viewport);
        let scale = within(self.scale * factor, Self::SMALLEST, Self::LARGEST);
        let away = point.minus(viewport.centre()).times(1.0 / scale);
        Self { x: held.x - away.x, y: held.y - away.y, scale }
    }

    /// The camera at the same scale that shows `point` at least `margin` px from every border, moved
    /// no further than needed: for a keyboard that walks off the screen.
    #[must_use]
    pub fn showing(&self, point: Point, viewport: &Viewport, margin: f32) -> Self {
        let seen = self.to_screen(point, viewport);
        let off = |at: f32, size: f32| {
            let margin = margin.min(size / 2.0);
            at - within(at, margin, size - margin)
        };
        let by = Point::new(off(seen.x, viewport.width), off(seen.y, viewport.height));
        self.panned(by.times(-1.0))
    }
}
