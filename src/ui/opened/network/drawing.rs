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
use crate::query::ActorKey;
use crate::seam::{Around, Node};
use crate::words::{filled, opening as words};

/// The size of a cell, in px: a column with a name, a row with some air.
const COLUMN: f32 = 270.0;
const ROW: f32 = 27.0;
/// How far a name stands from its dot.
const GAP: f32 = 11.0;
/// How wide a letter of a name is, about.
const LETTER: f32 = 7.6;
/// So many letters of a name are shown; all of them are in its title.
const LETTERS: usize = 34;

/// The drawing of a neighbourhood.
pub(super) fn drawing(desk: Desk, it: Around) -> El {
    let it = Rc::new(it);
    // As wide as its names reach.
    let reach = |left: bool| {
        let ends = it.nodes.iter().map(|it| {
            let name = it.name.chars().count().min(LETTERS) as f32 * LETTER;
            // The centre's stands over it.
            let before = if it.column == 0 { name * 0.7 } else { name + GAP + 40.0 };
            let (x, _) = place(it);
            if left {
                if it.column <= 0 { before - x } else { -x }
            } else {
                if it.column >= 0 { before + x } else { x }
            }
        });
        ends.fold(40.0_f32, f32::max)
    };
    let (x, width) = (-reach(true), reach(true) + reach(false));
    let rows = it.nodes.iter().map(|it| it.row);
    let (top, bottom) = rows.fold((0.0_f32, 0.0_f32), |(top, bottom), row| (top.min(row), bottom.max(row)));
    let y = (top - 1.6) * ROW;
    let height = (bottom + 1.6) * ROW - y;
    let at = Rc::new(Cell::new(0_usize));
    let drawing = svg("svg", "drawing")
        .attr("viewBox", &format!("{x} {y} {width} {height}"))
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
        let line = svg("path", class).attr("d", &path(one, other));
        Some(line.child(svg("title", "").text(&edge.label)))
    }));
    let selected = Derived::new(move || desk.query().selection.map(|it| it.to_string()));
    let nodes = it.nodes.iter().enumerate().map(|(nth, one)| node(desk, one, nth, selected, &at));
    let nodes = svg("g", "").children(nodes.collect::<Vec<_>>());
    let walked = it.clone();
    let drawing = drawing.child(lines).child(nodes).on("keydown", move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            key(desk, &walked, &at, event);
        }
    });
    el("div", "drawing__room").child(drawing)
}

fn place(it: &Node) -> (f32, f32) {
    (it.column as f32 * COLUMN, it.row * ROW)
}

/// A curve from one to the other; within a column it swings out.
fn path(one: &Node, other: &Node) -> String {
    let ((ax, ay), (bx, by)) = (place(one), place(other));
    if one.column == other.column {
        let out = ax - 26.0 * if one.column < 0 { -1.0 } else { 1.0 };
        return format!("M{ax} {ay}C{out} {ay} {out} {by} {bx} {by}");
    }
    let middle = (ax + bx) / 2.0;
    format!("M{ax} {ay}C{middle} {ay} {middle} {by} {bx} {by}")
}

fn node(desk: Desk, it: &Node, nth: usize, selected: Derived<Option<String>>, at: &Rc<Cell<usize>>) -> El {
    let own = words();
    let (x, y) = place(it);
    let key = it.key.clone();
    let class = move || {
        let chosen = selected.with(|it| it.as_deref() == Some(&key));
        format!("drawing__node{}", if chosen { " drawing__node--chosen" } else { "" })
    };
    let centre = it.column == 0;
    let (dx, dy, anchor) = match it.column {
        0 => (0.0, -GAP - 3.0, "middle"),
        column if column < 0 => (-GAP, 4.0, "end"),
        _ => (GAP, 4.0, "start"),
    };
    let more = filled(own.more, &[&number(it.more)]);
    let label = if it.more > 0 {
        format!("{}, {}, {more}", it.name, it.kind_label)
    } else {
        format!("{}, {}", it.name, it.kind_label)
    };
    let text = svg("text", if centre { "drawing__name drawing__name--centre" } else { "drawing__name" })
        .attr("x", &format!("{}", x + dx))
        .attr("y", &format!("{}", y + dy))
        .attr("text-anchor", anchor)
        .text(&cut(&it.name));
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
