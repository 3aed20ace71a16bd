//! How much room a node and its label take, without a browser to ask.
//!
//! Widths are those of a wide sans (DejaVu Sans, Verdana come close): where the reader's font is
//! narrower, a label has a little more air.

use crate::model::{Actor, ActorKind};

use super::LabelSide;
use super::geometry::{Point, Rect};

/// The size of a label's text, in CSS px.
pub const TEXT: f32 = 12.0;

/// From one line of a label to the next.
pub const LINE: f32 = 14.0;

/// From the border of a node to its label.
pub const GAP: f32 = 3.0;

/// How wide a label on that side may be before it takes two lines.
pub const fn widest(side: LabelSide) -> f32 {
    match side {
        LabelSide::Below | LabelSide::Above => 106.0,
        LabelSide::Right | LabelSide::Left => 150.0,
    }
}

/// The widths of the printable ASCII characters from space to tilde, in hundredths of the text size.
const WIDTHS: [u8; 95] = [
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64,
    34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63,
    61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97,
    63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
];

/// How wide a text is at a size.
pub fn text_width(text: &str, size: f32) -> f32 {
    let hundredths: u32 = text.chars().map(width).sum();
    hundredths as f32 * size / 100.0
}

fn width(c: char) -> u32 {
    let ascii = (c as usize).checked_sub(0x20).and_then(|i| WIDTHS.get(i));
    match (ascii, c) {
        (Some(width), _) => u32::from(*width),
        (None, '\u{2019}' | '\u{2018}') => 32,
        // Letters of most scripts; those from Hangul and Han on are as wide as high.
        (None, c) if c < '\u{1100}' => 63,
        _ => 100,
    }
}

/// The lines of a label: one, or two of about the same width where one would be wider than `widest`.
pub fn lines(text: &str, widest: f32) -> Vec<&str> {
    if text_width(text, TEXT) <= widest {
        return vec![text];
    }
    let split = text
        .match_indices(' ')
        .filter_map(|(at, _)| text.split_at_checked(at))
        .min_by(|a, b| widest_of(a).total_cmp(&widest_of(b)));
    match split {
        Some((one, two)) => vec![one, two.trim_start()],
        None => vec![text],
    }
}

fn widest_of(parts: &(&str, &str)) -> f32 {
    text_width(parts.0, TEXT).max(text_width(parts.1.trim_start(), TEXT))
}

/// The width and height of a label of such lines.
pub fn label_size(lines: &[&str]) -> (f32, f32) {
    let width = lines.iter().map(|line| text_width(line, TEXT)).fold(0.0, f32::max);
    (width + 2.0, lines.len() as f32 * LINE)
}

/// Half the width of a node's shape: mildly larger the more edges it has.
pub fn radius(actor: &Actor, degree: u32) -> f32 {
    let base = match actor.kind {
        ActorKind::State => 8.5,
        ActorKind::PublicBody | ActorKind::Organization | ActorKind::Company => 7.0,
        ActorKind::Person | ActorKind::Group => 6.0,
    };
    base + (degree.min(16) as f32).sqrt() * 0.9
}

/// The room for a label of that size around the middle of its node.
pub fn label_area(radius: f32, (width, height): (f32, f32), side: LabelSide) -> Rect {
    let away = radius + GAP;
    let centre = match side {
        LabelSide::Below => Point::new(0.0, away + height / 2.0),
        LabelSide::Above => Point::new(0.0, -away - height / 2.0),
        LabelSide::Right => Point::new(away + 2.0 + width / 2.0, 0.0),
        LabelSide::Left => Point::new(-away - 2.0 - width / 2.0, 0.0),
    };
    Rect::around(centre, width, height)
}

/// From one line of the label of a ground to the next.
pub const GROUND_LINE: f32 = 13.0;

/// The lines of the label of a ground.
pub fn ground_lines(label: &str) -> Vec<&str> {
    lines(label, 150.0)
}

/// The size of the label of a ground: small capitals, spaced.
pub fn ground_label_size(lines: &[&str]) -> (f32, f32) {
    let width =
        |line: &&str| text_width(&line.to_ascii_uppercase(), 10.0) + 1.2 * line.chars().count() as f32;
    (lines.iter().map(width).fold(0.0, f32::max), lines.len() as f32 * GROUND_LINE)
}
