//! The drawing: columns of names with the centre between them.

use core::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::super::super::browser;
use super::super::super::dom::{El, el, svg};
use super::super::super::live::Derived;
use super::super::desk::Desk;
use super::super::number;
use super::{centring, expanding};
use crate::graph::measure::text_width;
use crate::query::ActorKey;
use crate::seam::{Around, Node};
use crate::words::{apart, filled, opening as words};

/// The height of a row, in px: a name with some air.
const ROW: f32 = 27.0;
/// How far a name stands from its dot.
const GAP: f32 = 11.0;
/// How much room lines have from where the names of a column end to the next.
const LINES: f32 = 76.0;
/// The sizes of names: of all, and of the one in the centre.
const TEXT: f32 = 13.0;
const CENTRE: f32 = 17.0;
/// So many letters of a name are shown; all of them are in its title.
const LETTERS: usize = 34;
/// From the outermost letters to the border.
const MARGIN: f32 = 8.0;

/// Where all that is drawn stands: columns are as far from each other as their names need.
struct Places {
    /// For each column from the centre on, where it stands and how far its names reach from there: to the right, to the left.
    sides: [Vec<(f32, f32)>; 2],
    /// How wide the centre's name is.
    name: f32,
    /// True where all stands to the right of the centre.
    is_one_sided: bool,
}

impl Places {
    fn new(it: &Around) -> Self {
        let name = it.nodes.first().map_or(0.0, |it| text_width(&cut(&it.name), CENTRE));
        let is_one_sided = it.nodes.iter().all(|it| it.column >= 0);
        let side = |sign: i32| {
            // The centre's name stands over it, in the way of who stands beside it there.
            let in_the_way = |it: &Node| it.column == sign && it.row > -1.3 && it.row < -0.2;
            let first = match (it.nodes.iter().any(in_the_way), is_one_sided) {
                (false, _) => LINES,
                (true, true) => (name + MARGIN).max(LINES),
                (true, false) => (name / 2.0 + MARGIN).max(LINES),
            };
            let reach = |column: i32| {
                let names = it.nodes.iter().filter(|it| it.column == column * sign);
                names.map(reach).fold(0.0, f32::max)
            };
            let last = it.nodes.iter().map(|it| it.column * sign).max().unwrap_or_default();
            let mut x = 0.0;
            (0..=last)
                .map(|column| {
                    let (reach, lines) = if column == 0 { (0.0, first) } else { (reach(column), LINES) };
                    let stands = (x, reach);
                    x += reach + lines;
                    stands
                })
                .collect()
        };
        Self { sides: [side(1), side(-1)], name, is_one_sided }
    }

    /// The middle of a dot.
    fn dot(&self, it: &Node) -> (f32, f32) {
        let [right, left] = &self.sides;
        let of = |side: &[(f32, f32)], nth: i32| side.get(nth as usize).map_or(0.0, |(x, _)| *x);
        let x = if it.column < 0 { -of(left, -it.column) } else { of(right, it.column) };
        (x, it.row * ROW)
    }

    /// How far the drawing goes to the left and to the right of the centre.
    fn extent(&self) -> (f32, f32) {
        let [right, left] =
            self.sides.each_ref().map(|side| side.last().map_or(0.0, |(x, reach)| x + reach + MARGIN));
        let (before, after) = if self.is_one_sided { (0.0, 1.0) } else { (0.5, 0.5) };
        (left.max(self.name * before + MARGIN), right.max(self.name * after + MARGIN))
    }
}

/// How far a name reaches from the middle of its dot.
fn reach(it: &Node) -> f32 {
    let more = if it.more > 0 { text_width(&format!(" +{}", number(it.more)), TEXT) * 1.15 } else { 0.0 };
    GAP + text_width(&cut(&it.name), TEXT) + more
}

/// The drawing of a neighbourhood.
pub(super) fn drawing(desk: Desk, it: Around) -> El {
    let it = Rc::new(it);
    let places = Places::new(&it);
    let (left, right) = places.extent();
    let rows = it.nodes.iter().map(|it| it.row);
    let (top, bottom) = rows.fold((0.0_f32, 0.0_f32), |(top, bottom), row| (top.min(row), bottom.max(row)));
    let y = (top - 1.6) * ROW;
    let (width, height) = (left + right, (bottom + 1.6) * ROW - y);
    let at = Rc::new(Cell::new(0_usize));
    let drawing = svg("svg", "drawing")
        .attr("viewBox", &format!("{} {y} {width} {height}", -left))
        .attr("width", &format!("{width}"))
        .attr("height", &format!("{height}"))
        .attr("role", "group")
        .attr("aria-label", words().network_help);
    let lines = svg("g", "").attr("aria-hidden", "true").children(it.edges.iter().filter_map(|edge| {
        let (one, other) = (it.nodes.get(edge.ends.0 as usize)?, it.nodes.get(edge.ends.1 as usize)?);
        let grown = one.parent == edge.ends.1 || other.parent == edge.ends.0;
        let class = match (grown, edge.certain) {
            (true, true) => "drawing__line",
            (false, true) => "drawing__line drawing__line--across",
            (_, false) => "drawing__line drawing__line--uncertain",
        };
        let line = svg("path", class).attr("d", &path(&places, one, other));
        Some(line.child(svg("title", "").text(&edge.label)))
    }));
    let selected = Derived::new(move || desk.query().selection.map(|it| it.to_string()));
    let nodes = it.nodes.iter().enumerate().map(|(nth, one)| node(desk, &places, one, nth, selected, &at));
    let nodes = svg("g", "").children(nodes.collect::<Vec<_>>());
    let walked = it.clone();
    let drawing = drawing.child(lines).child(nodes).on("keydown", move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            key(desk, &walked, &at, event);
        }
    });
    let room = el("div", "drawing__room").child(drawing);
    // Where it is wider than its room, the centre is what is seen first.
    let shown = room.0.clone();
    let first = move || shown.set_scroll_left((left - shown.client_width() as f32 / 2.0) as i32);
    if !places.is_one_sided {
        browser::later(0, Box::new(first));
    }
    room
}

/// A curve from one to the other, from where a name ends; within a column it swings out.
fn path(places: &Places, one: &Node, other: &Node) -> String {
    let (inner, outer) = if one.column.abs() <= other.column.abs() { (one, other) } else { (other, one) };
    let ((ax, ay), (bx, by)) = (places.dot(inner), places.dot(outer));
    let sign = if outer.column < 0 { -1.0 } else { 1.0 };
    if inner.column == outer.column {
        let out = ax - 26.0 * sign;
        return format!("M{ax} {ay}C{out} {ay} {out} {by} {bx} {by}");
    }
    let is_same_side = inner.column.signum() == outer.column.signum();
    let ax = if is_same_side { ax + (reach(inner) + 4.0) * sign } else { ax };
    let middle = (ax + bx) / 2.0;
    format!("M{ax} {ay}C{middle} {ay} {middle} {by} {bx} {by}")
}

fn node(
    desk: Desk,
    places: &Places,
    it: &Node,
    nth: usize,
    selected: Derived<Option<String>>,
    at: &Rc<Cell<usize>>,
) -> El {
    let own = words();
    let (x, y) = places.dot(it);
    let key = it.key.clone();
    let class = move || {
        let chosen = selected.with(|it| it.as_deref() == Some(&key));
        format!("drawing__node{}", if chosen { " drawing__node--chosen" } else { "" })
    };
    let centre = it.column == 0;
    let (dx, dy, anchor) = match it.column {
        0 if places.is_one_sided => (-7.0, -GAP - 3.0, "start"),
        0 => (0.0, -GAP - 3.0, "middle"),
        column if column < 0 => (-GAP, 4.0, "end"),
        _ => (GAP, 4.0, "start"),
    };
    let more = filled(own.more, &[&number(it.more)]);
    let name = apart(&it.name);
    let label = if it.more > 0 {
        format!("{name}, {}, {more}", it.kind_label)
    } else {
        format!("{name}, {}", it.kind_label)
    };
    let text = svg("text", if centre { "drawing__name drawing__name--centre" } else { "drawing__name" })
        .attr("x", &format!("{}", x + dx))
        .attr("y", &format!("{}", y + dy))
        .attr("text-anchor", anchor)
        .text(&apart(&cut(&it.name)));
    let more = (it.more > 0).then(|| {
        svg("tspan", "drawing__more")
            .attr("data-more", "")
            .attr("dx", "6")
            .text(&format!("+{}", number(it.more)))
    });
    let dot = match it.kind.as_str() {
        "Person" => svg("circle", "drawing__dot")
            .attr("cx", &format!("{x}"))
            .attr("cy", &format!("{y}"))
            .attr("r", if centre { "7" } else { "5" }),
        _ => {
            let half = if centre { 6.5 } else { 4.5 };
            svg("rect", "drawing__dot")
                .attr("x", &format!("{}", x - half))
                .attr("y", &format!("{}", y - half))
                .attr("width", &format!("{}", half * 2.0))
                .attr("height", &format!("{}", half * 2.0))
        }
    };
    let (chosen, opened) = (it.key.clone(), it.key.clone());
    let (clicked, at) = (it.key.clone(), at.clone());
    svg("g", "")
        .class_of(class)
        .attr("id", &id(nth))
        .attr("role", "button")
        .attr("tabindex", if nth == 0 { "0" } else { "-1" })
        .attr("aria-label", &label)
        .children([svg("title", "").text(&label), dot, text.children(more)])
        .on("click", move |event| {
            at.set(nth);
            let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
            let wants_more = target.is_some_and(|it| it.has_attribute("data-more"));
            match wants_more.then(|| expanding(desk, &clicked)).flatten() {
                Some(query) => desk.go(&query),
                None => desk.go(&desk.query_now().selecting(ActorKey::parse(&chosen))),
            }
        })
        .on("dblclick", move |_| {
            if let Some(query) = expanding(desk, &opened) {
                desk.go(&query);
            }
        })
}

fn id(nth: usize) -> String {
    format!("around-{nth}")
}

fn cut(name: &str) -> String {
    match name.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default().trim_end()),
        None => name.to_owned(),
    }
}

fn key(desk: Desk, it: &Around, at: &Cell<usize>, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let Some(now) = it.nodes.get(at.get()) else { return };
    let query = match event.key().as_str() {
        "Enter" | " " => Some(desk.query_now().selecting(ActorKey::parse(&now.key))),
        "e" | "E" => expanding(desk, &now.key),
        "c" | "C" => centring(desk, &now.key),
        "Escape" => Some(desk.query_now().selecting(None)),
        _ => None,
    };
    if let Some(query) = query {
        event.prevent_default();
        desk.go(&query);
        return;
    }
    let way = match event.key().as_str() {
        "ArrowUp" => (0, -1.0),
        "ArrowDown" => (0, 1.0),
        "ArrowLeft" => (-1, 0.0),
        "ArrowRight" => (1, 0.0),
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = beside(it, now, way) {
        at.set(next);
        let id = id(next);
        browser::focus(&id);
    }
}

/// The nearest one in a direction: in the same column the next row, else the nearest row of the next column.
fn beside(it: &Around, now: &Node, (column, row): (i32, f32)) -> Option<usize> {
    let others = it.nodes.iter().enumerate().filter(|(_, other)| {
        other.column == now.column + column && (column != 0 || (other.row - now.row) * row > 0.0)
    });
    let far = |other: &Node| (other.row - now.row).abs();
    others.min_by(|(_, a), (_, b)| far(a).total_cmp(&far(b))).map(|(nth, _)| nth)
}
