//! Grounds: a soft outline around the members of a cluster, and room for its label.

use crate::graph::geometry::{Point, Rect, hull};

use super::Curve;

/// From the members of a cluster to the border of its ground.
pub(super) const MARGIN: f32 = 13.0;

/// How far from a corner its rounding starts.
const ROUNDING: f32 = 34.0;

/// A soft outline around boxes: their convex hull, grown by the margin, with round corners.
pub(super) fn outline(areas: &[Rect]) -> Vec<Curve> {
    let points = areas.iter().flat_map(|area| area.grown(MARGIN).corners()).collect();
    let hull = hull(points);
    let after = hull.iter().cycle().skip(1);
    let before = hull.iter().cycle().skip(hull.len().saturating_sub(1));
    hull.iter()
        .zip(before)
        .zip(after)
        .map(|((&corner, &before), &after)| Curve {
            from: off_corner(corner, before),
            via: corner,
            to: off_corner(corner, after),
        })
        .collect()
}

fn off_corner(corner: Point, other: Point) -> Point {
    let way = other.minus(corner);
    let length = way.length();
    corner.plus(way.unit().times(ROUNDING.min(length / 2.0)))
}

/// Places for the label of a ground, the best first: on the members, then under them; in the middle,
/// then to the sides.
pub(super) fn label_areas(areas: &[Rect], (width, height): (f32, f32)) -> Vec<Rect> {
    let all = areas.iter().fold(Rect::NOTHING, |all, area| all.with(area));
    let middle = all.centre().x;
    let slack = ((all.width() - width) / 2.0).max(0.0);
    let mut found = Vec::new();
    for over in [true, false] {
        for part in [0.0, -0.4, 0.4, -0.8, 0.8, -1.0, 1.0] {
            let x = middle + part * slack;
            let beneath = areas
                .iter()
                .filter(|area| area.left < x + width / 2.0 + 4.0 && area.right > x - width / 2.0 - 4.0);
            let edge = if over {
                beneath.map(|area| area.top).fold(f32::MAX, f32::min)
            } else {
                beneath.map(|area| area.bottom).fold(f32::MIN, f32::max)
            };
            if edge.abs() < 1e30 {
                let away = if over { -(height / 2.0 + 2.0) } else { height / 2.0 + 2.0 };
                found.push(Rect::around(Point::new(x, edge + away), width, height));
            }
        }
    }
    found
}
