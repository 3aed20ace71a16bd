//! What comes piece by piece and is never moved: bytes, and items.
//!
//! A vector that is full moves to a place of twice its size, and for a moment both are there. The memory of WebAssembly
//! never shrinks, so such a moment is for good. Pages stay where they are.

/// Bytes of a page, unless one piece alone is longer.
const PAGE: usize = 1 << 17;

/// Pieces, each whole in one page.
#[derive(Debug, Default)]
pub(super) struct Pages {
    /// Where each begins, in all bytes.
    pages: Vec<(usize, Vec<u8>)>,
    len: usize,
}

impl Pages {
    /// How many bytes there are.
    pub(super) const fn len(&self) -> usize {
        self.len
    }

    /// Adds a piece; it stands where all the others end.
    pub(super) fn push(&mut self, piece: &[u8]) {
        match self.pages.last_mut() {
            Some((_, page)) if page.len() + piece.len() <= page.capacity() => page.extend_from_slice(piece),
            _ => {
                let mut page = Vec::with_capacity(PAGE.max(piece.len()));
                page.extend_from_slice(piece);
                self.pages.push((self.len, page));
            }
        }
        self.len += piece.len();
    }

    /// What stands from a place on, to the end of its page at least as far as its piece goes.
    pub(super) fn from(&self, at: usize) -> &[u8] {
        let behind = self.pages.partition_point(|(start, _)| *start <= at);
        let page = behind.checked_sub(1).and_then(|nth| self.pages.get(nth));
        page.and_then(|(start, page)| page.get(at - start..)).unwrap_or_default()
    }

    /// Gives back what the last page does not need.
    pub(super) fn shrink(&mut self) {
        if let Some((_, page)) = self.pages.last_mut() {
            page.shrink_to_fit();
        }
    }

    /// Bytes that it holds.
    pub(super) fn bytes(&self) -> usize {
        let own = self.pages.capacity() * size_of::<(usize, Vec<u8>)>();
        own + self.pages.iter().map(|(_, page)| page.capacity()).sum::<usize>()
    }
}

/// How many items are in a page, but for the first pages, which are smaller.
const ITEMS: usize = 1 << 12;

/// Items that come one by one, and are wanted in one vector only when all have come.
#[derive(Debug)]
pub(super) struct Coming<T> {
    pages: Vec<Vec<T>>,
    len: usize,
}

impl<T> Default for Coming<T> {
    fn default() -> Self {
        Self { pages: Vec::new(), len: 0 }
    }
}

impl<T> Coming<T> {
    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.len
    }

    /// Adds an item.
    pub(super) fn push(&mut self, item: T) {
        match self.pages.last_mut() {
            Some(page) if page.len() < page.capacity() => page.push(item),
            _ => {
                let mut page = Vec::with_capacity(self.len.clamp(64, ITEMS));
                page.push(item);
                self.pages.push(page);
            }
        }
        self.len += 1;
    }

    /// All of them, as they came.
    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.pages.iter().flatten()
    }

    /// All of them; nothing is left here.
    pub(super) fn take(&mut self) -> Vec<T> {
        let Self { pages, len } = core::mem::take(self);
        let mut all = Vec::with_capacity(len);
        // Each page is given back as soon as it is read.
        pages.into_iter().for_each(|page| all.extend(page));
        all
    }
}

/// Makes room for one more in a vector that is full, and a quarter beside it instead of as much again: those that grow
/// while records come would together keep as much free as they hold.
pub(super) fn make_room<T>(items: &mut Vec<T>) {
    if items.len() == items.capacity() {
        items.reserve_exact((items.len() / 4).max(64));
    }
}
