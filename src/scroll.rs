//! Where a long list is scrolled to: rows of one height behind a scroll bar that cannot be as long as they are.
//!
//! Browsers end an element somewhere between 17 and 34 million px, and a million rows are longer. So the bar is
//! [`LONGEST`] px at most. Near both ends a px of the bar is a px of the list; between them it is more. A small move, of a
//! wheel or a finger, moves the list by as much wherever it is; a large one, of the bar's thumb, goes where the bar says. Once the list
//! rests, [`Scroll::settled`] puts the bar where the list is.

use core::ops::Range;

/// The longest that the bar is, in px.
pub const LONGEST: f64 = 8_000_000.0;
/// How far from its ends a px is a px, where the bar is shorter than the list.
const EDGE: f64 = 1_000_000.0;
/// A move of more than so many heights of the view is one of the thumb.
const SMALL: f64 = 2.0;

/// A list behind its scroll bar. All lengths are in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scroll {
    rows: u64,
    row: f64,
    view: f64,
    /// Where the view begins in the list.
    top: f64,
    /// Where the bar was last.
    bar: f64,
}

impl Default for Scroll {
    /// A list without rows.
    fn default() -> Self {
        Self::new(0, 1.0, 1.0)
    }
}

impl Scroll {
    /// A list of so many rows of a height, seen through a view of a height, from its beginning.
    pub fn new(rows: u64, row: f64, view: f64) -> Self {
        Self { rows, row: row.max(1.0), view: view.max(1.0), top: 0.0, bar: 0.0 }
    }

    /// The same place in a list that is longer or shorter, or seen through another view. The bar is where it was:
    /// [`Scroll::settled`] says where it belongs now.
    #[must_use]
    pub fn resized(self, rows: u64, row: f64, view: f64) -> Self {
        let place = self.top / self.row;
        let mut scroll = Self::new(rows, row, view);
        scroll.top = (place * scroll.row).round().clamp(0.0, scroll.last());
        scroll.bar = self.bar;
        scroll
    }

    /// The length of what the bar scrolls.
    pub fn length(&self) -> f64 {
        self.whole().min(LONGEST)
    }

    /// Follows the bar to where it is now.
    pub fn scrolled(&mut self, bar: f64) {
        let by = bar - self.bar;
        self.bar = bar;
        self.top = if bar <= 0.0 {
            0.0
        } else if bar > self.bar_end() - 1.0 {
            // A browser may end part of a px before it, and says whole ones.
            self.last()
        } else if by.abs() <= SMALL * self.view {
            (self.top + by).clamp(0.0, self.last())
        } else {
            self.top_at(bar)
        };
    }

    /// Where the bar belongs now that the list rests; nothing where it is there. It is a whole px, as browsers may have
    /// no others: were it moved by what is cut off, the list would move with it.
    pub fn settled(&mut self) -> Option<f64> {
        let bar = self.bar_at(self.top).round();
        let is_off = (bar - self.bar).abs() >= 1.0;
        is_off.then(|| {
            self.bar = bar;
            bar
        })
    }

    /// Brings a row into view, if it is not, by as little as that takes. Gives where the bar belongs then.
    pub fn show(&mut self, row: u64) -> Option<f64> {
        let start = row.min(self.rows.saturating_sub(1)) as f64 * self.row;
        if start < self.top {
            self.top = start;
        } else if start + self.row > self.top + self.view {
            self.top = (start + self.row - self.view).clamp(0.0, self.last());
        }
        self.settled()
    }

    /// The rows of which something is to be seen.
    pub fn rows(&self) -> Range<u64> {
        let first = (self.top / self.row) as u64;
        let end = ((self.top + self.view) / self.row).ceil() as u64;
        first.min(self.rows)..end.min(self.rows)
    }

    /// How much of the first of these rows is above the view.
    pub fn above(&self) -> f64 {
        self.top - self.rows().start as f64 * self.row
    }

    /// How many rows are to be seen whole.
    pub fn page(&self) -> u64 {
        ((self.view / self.row) as u64).max(1)
    }

    fn whole(&self) -> f64 {
        self.rows as f64 * self.row
    }

    /// The last place at which the view can begin.
    fn last(&self) -> f64 {
        (self.whole() - self.view).max(0.0)
    }

    fn bar_end(&self) -> f64 {
        (self.length() - self.view).max(0.0)
    }

    /// How many px of the list a px of the bar is between its ends.
    fn scale(&self) -> f64 {
        let (list, bar) = (self.last() - 2.0 * EDGE, self.bar_end() - 2.0 * EDGE);
        if self.whole() <= LONGEST { 1.0 } else { list / bar }
    }

    fn top_at(&self, bar: f64) -> f64 {
        let end = self.bar_end();
        let top = if bar < EDGE || self.whole() <= LONGEST {
            bar
        } else if bar > end - EDGE {
            self.last() - (end - bar)
        } else {
            EDGE + (bar - EDGE) * self.scale()
        };
        // Between two px letters are blurred.
        top.round().clamp(0.0, self.last())
    }

    fn bar_at(&self, top: f64) -> f64 {
        let last = self.last();
        let bar = if top < EDGE || self.whole() <= LONGEST {
            top
        } else if top > last - EDGE {
            self.bar_end() - (last - top)
        } else {
            EDGE + (top - EDGE) / self.scale()
        };
        bar.clamp(0.0, self.bar_end())
    }
}
