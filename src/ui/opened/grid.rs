//! The rows of an opened list: as many elements as the screen has room for, whatever the list's length.
//!
//! The rows stand in a stage that does not scroll with its scroll bar: what it shows is painted for where the bar is
//! ([`crate::scroll`]), and only once the rows are there. Until then the rows before stay: nothing is ever blank.

mod columns;
mod painted;

use core::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::{Rc, Weak};

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, KeyboardEvent, ResizeObserver};

use super::super::browser;
use super::super::dom::{El, button, el, run};
use super::super::live::{Derived, Live, keep};
use super::desk::Desk;
use crate::query::{ActorKey, OpenedQuery};
use crate::scroll::Scroll;
use crate::seam::{Heading, Row, Rows, Summary, ask};
use crate::store::{Column, Order};
use crate::words::{filled, opening as words};
use painted::{Painted, set};

/// How many rows the query leaves, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Counts {
    pub total: u64,
    pub of: u64,
    pub as_typed: u64,
    pub similar: u64,
}

/// Rows are asked for in blocks of so many.
const BLOCK: u64 = 100;
/// So many blocks are kept.
const KEPT: usize = 60;
/// The heights of a row in px: on a wide screen, and where its columns stand one under the other.
const WIDE: f64 = 48.0;
const TALL: f64 = 74.0;
/// How long the list must rest before its bar is put right, in ms.
const REST: u32 = 160;
/// The id of the element with the rows.
const GRID: &str = "grid";

struct Grid {
    /// Itself, for what comes back later.
    me: Weak<Self>,
    desk: Desk,
    headings: Vec<Heading>,
    counts: Live<Option<Counts>>,
    /// Which columns there is room for, and whether they stand beside each other.
    shown: Live<Vec<usize>>,
    scroller: Element,
    length: Element,
    stage: Element,
    now: RefCell<Now>,
}

/// What changes while the grid is there.
#[derive(Default)]
struct Now {
    query: OpenedQuery,
    /// Grows with each other query for rows: what was asked for before is of no use.
    turn: u32,
    scroll: Scroll,
    blocks: BTreeMap<u64, Vec<Row>>,
    asked: BTreeSet<u64>,
    /// The row on which the keyboard is.
    at: u64,
    painted: Vec<Painted>,
    rest: Option<Timeout>,
    resized: Option<Timeout>,
}

/// The rows that the query leaves; `counts` learns how many.
pub(super) fn grid(desk: Desk, list: &Summary, counts: Live<Option<Counts>>) -> El {
    let shown = Live::new(Vec::new());
    let length = el("div", "grid__length");
    let stage = el("div", "grid__stage").attr("role", "rowgroup");
    let head = el("div", "grid__head").attr("role", "rowgroup");
    let body = el("div", "grid__body").child(stage.clone());
    let scroller = el("div", "grid")
        .attr("id", GRID)
        .attr("role", "grid")
        .attr("tabindex", "0")
        .attr("aria-label", words().list_keys)
        .attr_of("aria-rowcount", move || counts.with(|it| it.map(|it| (it.total + 1).to_string())))
        .attr_of("hidden", move || counts.with(|it| it.is_some_and(|it| it.total == 0)).then(String::new));
    let grid = Rc::new_cyclic(|me| Grid {
        me: me.clone(),
        desk,
        headings: list.columns.clone(),
        counts,
        shown,
        scroller: scroller.0.clone(),
        length: length.0.clone(),
        stage: stage.0.clone(),
        now: RefCell::default(),
    });
    let headings = head.child(header(&grid));
    follow_query(&grid);
    follow_size(&grid);
    let [by_bar, by_key, by_click] = [grid.clone(), grid.clone(), grid.clone()];
    scroller
        .child(length.child(el("div", "grid__frame").child(headings).child(body)))
        .on("scroll", move |_| by_bar.scrolled())
        .on("keydown", move |event| by_key.key(event))
        .on("click", move |event| by_click.click(event))
}

/// The headings, which sort.
fn header(grid: &Rc<Grid>) -> El {
    let (desk, shown, headings) = (grid.desk, grid.shown, grid.headings.clone());
    el("div", "grid__row grid__row--head").attr("role", "row").attr("aria-rowindex", "1").filled_of(
        move || {
            let one = |nth: &usize| {
                let it = headings.get(*nth)?;
                let column = Column::ALL.into_iter().find(|column| column.key() == it.key)?;
                let order = Derived::new(move || desk.query().order);
                let sorted = move || match order.get() {
                    Order::Up(it) if it == column => "ascending",
                    Order::Down(it) if it == column => "descending",
                    _ => "none",
                };
                let sorter = button("rows__sort", &it.label)
                    .attr("title", &filled(words().sorted_up, &[&it.label]))
                    .attr("tabindex", "-1")
                    .click(move || desk.go(&desk.query_now().sorted(column)));
                let cell =
                    el("div", &format!("grid__cell grid__cell--{}", it.key)).attr("role", "columnheader");
                Some(cell.attr_of("aria-sort", move || Some(sorted().to_owned())).child(sorter))
            };
            shown.with(|shown| shown.iter().filter_map(one).collect())
        },
    )
}

/// Asks anew whenever the query leaves other rows, and marks the selected one.
fn follow_query(grid: &Rc<Grid>) {
    let grid = grid.clone();
    let desk = grid.desk;
    let query = Derived::new(move || desk.query());
    run(Box::new(move || {
        let query = query.get();
        let mut now = grid.now.borrow_mut();
        let is_other = now.turn == 0 || (&now.query.filter, now.query.order) != (&query.filter, query.order);
        now.query = query;
        if is_other {
            now.turn += 1;
            now.blocks.clear();
            now.asked.clear();
            now.at = 0;
            let total = grid.counts.with_untracked(|it| it.map_or(0, |it| it.total));
            now.scroll = now.scroll.resized(total, grid.row(), grid.view());
            let bar = now.scroll.show(0);
            drop(now);
            bar.into_iter().for_each(|bar| grid.put_bar(bar));
            grid.fetch(&[0]);
        } else {
            drop(now);
            grid.paint();
        }
    }));
}

/// Lays the columns out for the room that there is.
fn follow_size(grid: &Rc<Grid>) {
    let me = grid.me.clone();
    // Not at once: what changes sizes while they are being looked at is an error to the browser.
    let seen = Closure::<dyn Fn()>::new(move || {
        let Some(grid) = me.upgrade() else { return };
        let me = me.clone();
        let soon = Timeout::new(0, move || me.upgrade().into_iter().for_each(|grid| grid.lay_out()));
        grid.now.borrow_mut().resized = Some(soon);
    });
    if let Ok(observer) = ResizeObserver::new(seen.as_ref().unchecked_ref()) {
        observer.observe(&grid.scroller);
        // It must not outlive what it calls.
        keep(Observed { observer, _seen: seen });
    }
}

struct Observed {
    observer: ResizeObserver,
    _seen: Closure<dyn Fn()>,
}

impl Drop for Observed {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl Grid {
    fn is_tall(&self) -> bool {
        self.scroller.client_width() < 560
    }

    fn row(&self) -> f64 {
        if self.is_tall() { TALL } else { WIDE }
    }

    /// The height of the rows' part of the scroller.
    fn view(&self) -> f64 {
        let head = self.stage.parent_element().and_then(|it| it.previous_element_sibling());
        let head = head.map_or(0, |it| it.client_height());
        f64::from((self.scroller.client_height() - head).max(1))
    }

    /// Chooses the columns that there is room for, and makes the rows anew where these are others.
    fn lay_out(&self) {
        let room = f64::from(self.scroller.client_width());
        let tall = self.is_tall();
        let shown = columns::that_fit(&self.headings, room, tall);
        browser::style(&self.scroller, "--columns", &columns::template(&self.headings, &shown));
        browser::style(&self.scroller, "--row", &format!("{}px", self.row()));
        if self.shown.with_untracked(|it| *it != shown) {
            self.shown.set(shown);
            self.now.borrow_mut().painted.clear();
            self.stage.set_text_content(None);
        }
        let total = self.counts.with_untracked(|it| it.map_or(0, |it| it.total));
        self.resize(total);
        self.paint();
    }

    fn resize(&self, total: u64) {
        let mut now = self.now.borrow_mut();
        now.scroll = now.scroll.resized(total, self.row(), self.view());
        let head = f64::from(self.scroller.client_height()) - self.view();
        browser::style(&self.length, "height", &format!("{}px", now.scroll.length() + head.max(0.0)));
        let bar = now.scroll.settled();
        drop(now);
        // Where it stays, the next small move would be taken for a large one.
        bar.into_iter().for_each(|bar| self.put_bar(bar));
    }

    fn put_bar(&self, bar: f64) {
        self.scroller.set_scroll_top(bar as i32);
    }

    fn scrolled(&self) {
        let bar = f64::from(self.scroller.scroll_top());
        let me = self.me.clone();
        let rest = Timeout::new(REST, move || {
            let Some(grid) = me.upgrade() else { return };
            let bar = grid.now.borrow_mut().scroll.settled();
            bar.into_iter().for_each(|bar| grid.put_bar(bar));
        });
        let mut now = self.now.borrow_mut();
        now.scroll.scrolled(bar);
        now.rest = Some(rest);
        drop(now);
        self.paint();
    }

    /// Asks for blocks of rows.
    fn fetch(&self, blocks: &[u64]) {
        let (turn, query) = {
            let mut now = self.now.borrow_mut();
            now.asked.extend(blocks);
            (now.turn, now.query.to_fragment())
        };
        for block in blocks {
            let me = self.me.clone();
            let ask = ask::Rows { query: query.clone(), from: block * BLOCK, count: BLOCK };
            self.desk.ask(ask, move |rows| {
                if let Some(grid) = me.upgrade() {
                    grid.arrived(turn, rows);
                }
            });
        }
    }

    fn arrived(&self, turn: u32, rows: Rows) {
        let counts =
            Counts { total: rows.total, of: rows.of, as_typed: rows.as_typed, similar: rows.similar };
        {
            let mut now = self.now.borrow_mut();
            if now.turn != turn {
                return;
            }
            let block = rows.from / BLOCK;
            now.asked.remove(&block);
            now.blocks.insert(block, rows.rows);
            let here = now.scroll.rows().start / BLOCK;
            while now.blocks.len() > KEPT {
                let farthest = now.blocks.keys().copied().max_by_key(|it| it.abs_diff(here));
                farthest.map(|it| now.blocks.remove(&it));
            }
        }
        if !self.counts.is_there() {
            return;
        }
        if self.counts.get_untracked() != Some(counts) {
            self.counts.set(Some(counts));
            self.lay_out();
        } else {
            self.paint();
        }
    }

    /// Shows the rows where the list is now, if they are there, and asks for those that are not.
    fn paint(&self) {
        let wanted = {
            let now = self.now.borrow();
            let rows = now.scroll.rows();
            let (first, last) = (rows.start / BLOCK, rows.end.saturating_sub(1) / BLOCK);
            let total = self.counts.with_untracked(|it| it.map_or(0, |it| it.total));
            let is_here = |block: &u64| now.blocks.contains_key(block);
            let all_here = (first..=last).all(|it| is_here(&it));
            if all_here && !rows.is_empty() {
                drop(now);
                self.fill();
            }
            // One block more on each side is there before it is needed.
            let around = first.saturating_sub(1)..=(last + 1).min(total.saturating_sub(1) / BLOCK);
            let now = self.now.borrow();
            let missing = around.filter(|it| !now.blocks.contains_key(it) && !now.asked.contains(it));
            missing.collect::<Vec<_>>()
        };
        // Before the first answer it is not known how many there are.
        if self.counts.with_untracked(Option::is_some) {
            self.fetch(&wanted);
        }
    }

    /// Writes the rows into the elements.
    fn fill(&self) {
        let mut now = self.now.borrow_mut();
        let Now { query, scroll, blocks, at, painted, .. } = &mut *now;
        let rows = scroll.rows();
        let shown = self.shown.get_untracked();
        let count = (rows.end - rows.start) as usize;
        while painted.len() < count {
            let new = Painted::new(&self.headings, &shown);
            let _ = self.stage.append_child(&new.row);
            painted.push(new);
        }
        for spare in painted.drain(count..) {
            spare.row.remove();
        }
        browser::style(&self.stage, "transform", &format!("translateY({}px)", -scroll.above()));
        let selected = query.selection.as_ref().map(ActorKey::to_string);
        let tall = self.is_tall();
        for (nth, painted) in rows.zip(painted.iter_mut()) {
            let row = blocks.get(&(nth / BLOCK)).and_then(|it| it.get((nth % BLOCK) as usize));
            let Some(row) = row else { continue };
            painted.show(nth, row, &shown, tall);
            let mut class = "grid__row".to_owned();
            if selected.as_deref() == Some(&row.key) {
                class.push_str(" grid__row--chosen");
            }
            if nth == *at {
                class.push_str(" grid__row--at");
                set(&self.scroller, "aria-activedescendant", &painted.row.id());
            }
            set(&painted.row, "class", &class);
            set(
                &painted.row,
                "aria-selected",
                if selected.as_deref() == Some(&row.key) { "true" } else { "false" },
            );
        }
    }

    fn click(&self, event: &Event) {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let Some(row) = target.and_then(|it| it.closest(".grid__row").ok().flatten()) else { return };
        let at = {
            let now = self.now.borrow();
            let first = now.scroll.rows().start;
            let place = now.painted.iter().position(|it| it.row == row);
            place.map(|it| first + it as u64)
        };
        if let Some(at) = at {
            self.now.borrow_mut().at = at;
            self.choose();
        }
    }

    fn key(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let total = self.counts.with_untracked(|it| it.map_or(0, |it| it.total));
        let (at, page) = {
            let now = self.now.borrow();
            (now.at, now.scroll.page())
        };
        let to = match event.key().as_str() {
            "ArrowDown" => at + 1,
            "ArrowUp" => at.saturating_sub(1),
            "PageDown" => at + page,
            "PageUp" => at.saturating_sub(page),
            "Home" => 0,
            "End" => total,
            "Enter" | " " => {
                event.prevent_default();
                return self.choose();
            }
            "Escape" => return self.desk.go(&self.desk.query_now().selecting(None)),
            _ => return,
        };
        event.prevent_default();
        let bar = {
            let mut now = self.now.borrow_mut();
            now.at = to.min(total.saturating_sub(1));
            let at = now.at;
            now.scroll.show(at)
        };
        bar.into_iter().for_each(|bar| self.put_bar(bar));
        self.paint();
    }

    /// Selects the row on which the keyboard is, or lets go of it.
    fn choose(&self) {
        let key = {
            let now = self.now.borrow();
            let nth = now.at.checked_sub(now.scroll.rows().start).map(|it| it as usize);
            nth.and_then(|nth| now.painted.get(nth)).map(|it| it.key.clone())
        };
        let Some(actor) = key.and_then(|key| ActorKey::parse(&key)) else { return };
        let query = self.desk.query_now();
        let is_chosen = query.selection.as_ref() == Some(&actor);
        if is_chosen {
            self.paint();
        } else {
            self.desk.go(&query.selecting(Some(actor)));
        }
    }
}
