//! The scene as a static picture: SVG with classes and no styles.

use crate::graph::geometry::Point;
use crate::model::{Naming, QuadClass};

use super::{EdgeLook, EdgeShape, Label, NodeShape, Outline, Scene, Tone, Tones};

/// The scene as one `svg` element. Colours come from `style/network.css`.
pub fn to_svg(scene: &Scene, tones: &Tones, title: &str) -> String {
    let mut out = String::with_capacity(32_768);
    out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"net\" viewBox=\"0 0");
    for size in [scene.viewport.width, scene.viewport.height] {
        out.push(' ');
        number(&mut out, size);
    }
    out.push_str("\" role=\"img\"><title>");
    escape(&mut out, title);
    out.push_str("</title>");
    for ground in &scene.grounds {
        group(&mut out, &[("ground", true), ("ground--faded", tones.ground(ground.id) == Tone::Faded)]);
        path(&mut out, "ground__area", &ground.path());
        out.push_str("</g>");
    }
    for edge in &scene.edges {
        write_edge(&mut out, edge, tones.edge(edge.id));
    }
    for ground in scene.grounds.iter().filter(|ground| ground.label_shown) {
        for (index, line) in ground.label.iter().enumerate() {
            let down = Point::new(0.0, index as f32 * crate::graph::measure::GROUND_LINE);
            text(&mut out, "ground__label", ground.label_at.plus(down), "middle", line);
        }
    }
    for node in &scene.nodes {
        write_node(&mut out, node, tones.node(node.id));
    }
    for label in &scene.labels {
        let tone = tones.node(label.id);
        if label.shown || tone == Tone::Chosen {
            write_label(&mut out, label, tone);
        }
    }
    out.push_str("</svg>");
    out
}

impl EdgeLook {
    /// The class that gives the colour.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Quad(QuadClass::MaterialConflict) => "way way--material-conflict",
            Self::Quad(QuadClass::VerbalConflict) => "way way--verbal-conflict",
            Self::Quad(QuadClass::MaterialCooperation) => "way way--material-cooperation",
            Self::Quad(QuadClass::VerbalCooperation) => "way way--verbal-cooperation",
            Self::Relation => "way way--relation",
            Self::Plain => "way way--none",
        }
    }
}

impl Outline {
    /// The class of nodes with that outline.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Circle => "node--person",
            Self::RoundedSquare => "node--state",
            Self::Square => "node--public-body",
            Self::Diamond => "node--company",
            Self::Hexagon => "node--organization",
            Self::DoubleCircle => "node--group",
        }
    }
}

fn write_edge(out: &mut String, edge: &EdgeShape, tone: Tone) {
    let (faded, chosen) = (tone == Tone::Faded, tone == Tone::Chosen);
    group(out, &[("edge", true), ("edge--faded", faded), ("edge--chosen", chosen)]);
    for stroke in &edge.strokes {
        group(out, &[(&stroke.class(), true)]);
        out.push_str("<path class=\"edge__line\" stroke-width=\"");
        number(out, edge.width);
        out.push_str("\" d=\"");
        out.push_str(&stroke.curve.path());
        out.push_str("\"/>");
        if stroke.head.is_some() {
            path(out, "head", &stroke.head_path());
        }
        out.push_str("</g>");
    }
    if let Some(badge) = edge.badge {
        let at = Point::new(badge.at.x, badge.at.y + 3.5);
        text(out, "edge__count", at, "middle", &badge.count.to_string());
    }
    out.push_str("</g>");
}

fn write_node(out: &mut String, node: &NodeShape, tone: Tone) {
    group(
        out,
        &[
            ("node", true),
            (node.outline.class(), true),
            ("node--by-office", node.naming == Naming::ByOffice),
            ("node--unnamed", node.naming == Naming::Unnamed),
            ("node--faded", tone == Tone::Faded),
            ("node--chosen", tone == Tone::Chosen),
        ],
    );
    path(out, "node__shape", &outline(node));
    out.push_str("</g>");
}

fn write_label(out: &mut String, label: &Label, tone: Tone) {
    out.push_str("<text class=\"label");
    for (class, on) in [(" label--faded", tone == Tone::Faded), (" label--chosen", tone == Tone::Chosen)] {
        if on {
            out.push_str(class);
        }
    }
    out.push_str("\" text-anchor=\"");
    out.push_str(label.anchor());
    out.push_str("\">");
    for (index, line) in label.lines.iter().enumerate() {
        out.push_str("<tspan");
        let down = index as f32 * crate::graph::measure::LINE;
        place(out, label.at.plus(Point::new(0.0, down)));
        out.push('>');
        escape(out, line);
        out.push_str("</tspan>");
    }
    out.push_str("</text>");
}

/// The `d` of the outline of a node.
pub(super) fn outline(node: &NodeShape) -> String {
    let mut d = String::new();
    let r = node.radius;
    let at = |x: f32, y: f32| node.at.plus(Point::new(x * r, y * r));
    let mut polygon = |corners: &[Point]| {
        if let [first, rest @ ..] = corners {
            command(&mut d, 'M', &[*first]);
            command(&mut d, 'L', rest);
            d.push('Z');
        }
    };
    match node.outline {
        Outline::Square => polygon(&[at(-0.88, -0.88), at(0.88, -0.88), at(0.88, 0.88), at(-0.88, 0.88)]),
        Outline::Diamond => polygon(&[at(0.0, -1.15), at(1.15, 0.0), at(0.0, 1.15), at(-1.15, 0.0)]),
        Outline::Hexagon => polygon(&[
            at(-1.08, 0.0),
            at(-0.54, -0.935),
            at(0.54, -0.935),
            at(1.08, 0.0),
            at(0.54, 0.935),
            at(-0.54, 0.935),
        ]),
        Outline::Circle => circle(&mut d, node.at, r),
        Outline::DoubleCircle => {
            circle(&mut d, node.at, r * 0.55);
            circle(&mut d, node.at, r);
        }
        Outline::RoundedSquare => {
            let (side, round) = (0.95, 0.5);
            let corner = side - round;
            command(&mut d, 'M', &[at(-corner, -side)]);
            for (x, y) in [(1.0, -1.0), (1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0)] {
                // Each corner turns clockwise; horizontal edges lead to the right-hand ones.
                let (start, end) = if x * y < 0.0 {
                    (at(corner * x, side * y), at(side * x, corner * y))
                } else {
                    (at(side * x, corner * y), at(corner * x, side * y))
                };
                command(&mut d, 'L', &[start]);
                command(&mut d, 'Q', &[at(side * x, side * y), end]);
            }
            d.push('Z');
        }
    }
    d
}

fn circle(d: &mut String, centre: Point, r: f32) {
    // The way across must be just twice the radius as it is written, or the halves do not meet.
    let r = (r * 10.0).round() / 10.0;
    command(d, 'M', &[Point::new(centre.x - r, centre.y)]);
    for by in [2.0 * r, -2.0 * r] {
        d.push('a');
        for part in [r, r] {
            number(d, part);
            d.push(' ');
        }
        d.push_str("0 1 1 ");
        number(d, by);
        d.push_str(" 0");
    }
    d.push('Z');
}

/// A path command with its points.
pub(super) fn command(d: &mut String, name: char, points: &[Point]) {
    d.push(name);
    for (index, point) in points.iter().enumerate() {
        if index > 0 {
            d.push(' ');
        }
        number(d, point.x);
        d.push(' ');
        number(d, point.y);
    }
}

/// A length in px with at most one decimal, as SVG attributes take it.
pub fn px(value: f32) -> String {
    let mut out = String::new();
    number(&mut out, value);
    out
}

/// A number with at most one decimal.
fn number(out: &mut String, value: f32) {
    let tenths = (value * 10.0 + if value < 0.0 { -0.5 } else { 0.5 }) as i32;
    if tenths < 0 {
        out.push('-');
    }
    let tenths = tenths.unsigned_abs();
    let mut digits = [0_u8; 10];
    let mut rest = tenths / 10;
    let mut count = 0;
    for digit in &mut digits {
        *digit = b'0' + (rest % 10) as u8;
        rest /= 10;
        count += 1;
        if rest == 0 {
            break;
        }
    }
    out.extend(digits.iter().take(count).rev().map(|digit| char::from(*digit)));
    if !tenths.is_multiple_of(10) {
        out.push('.');
        out.push(char::from(b'0' + (tenths % 10) as u8));
    }
}

fn place(out: &mut String, at: Point) {
    out.push_str(" x=\"");
    number(out, at.x);
    out.push_str("\" y=\"");
    number(out, at.y);
    out.push('"');
}

fn group(out: &mut String, classes: &[(&str, bool)]) {
    out.push_str("<g class=\"");
    for (index, (class, _)) in classes.iter().filter(|(_, on)| *on).enumerate() {
        if index > 0 {
            out.push(' ');
        }
        out.push_str(class);
    }
    out.push_str("\">");
}

fn path(out: &mut String, class: &str, d: &str) {
    out.push_str("<path class=\"");
    out.push_str(class);
    out.push_str("\" d=\"");
    out.push_str(d);
    out.push_str("\"/>");
}

fn text(out: &mut String, class: &str, at: Point, anchor: &str, content: &str) {
    out.push_str("<text class=\"");
    out.push_str(class);
    out.push_str("\" text-anchor=\"");
    out.push_str(anchor);
    out.push('"');
    place(out, at);
    out.push('>');
    escape(out, content);
    out.push_str("</text>");
}

fn escape(out: &mut String, content: &str) {
    for c in content.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            // XML has no other control characters.
            c if c < ' ' && !matches!(c, '\t' | '\n' | '\r') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}
