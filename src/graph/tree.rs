//! A tree as rows and columns: the root in the middle or at the left, its children beside it, theirs beside them.
//!
//! Each leaf has a row of its own, so that names never cover each other, and who has children stands between them
//! (the layout of a dendrogram). With two sides, the children of the root are divided so that both are about as high. It is
//! for trees that grow while somebody looks: what is there keeps its order.

/// Where a node of a tree stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cell {
    /// The column: 0 is the root's, those to the left are below 0.
    pub column: i32,
    /// The row, in heights of a row: 0 is the root's, those above are below 0.
    pub row: f32,
}

/// Gives each node of a tree its cell. `parents` has for each node the place of its parent, which comes before it; the first
/// is the root and its own parent.
pub fn cells(parents: &[usize], two_sided: bool) -> Vec<Cell> {
    let mut children = vec![Vec::new(); parents.len()];
    for (node, parent) in parents.iter().enumerate().skip(1) {
        if let Some(all) = children.get_mut(*parent) {
            all.push(node);
        }
    }
    let leaves = leaves(parents);
    let mut cells = vec![Cell::default(); parents.len()];
    let own = children.first().cloned().unwrap_or_default();
    let height = |all: &[usize]| all.iter().filter_map(|it| leaves.get(*it)).sum::<usize>();
    // The first half stands to the right.
    let half = height(&own).div_ceil(2);
    let mut right = own.len();
    if two_sided && own.len() > 1 {
        let mut sum = 0;
        let fits = own.iter().take_while(|it| {
            sum += leaves.get(**it).copied().unwrap_or_default();
            sum <= half
        });
        right = fits.count().max(1);
    }
    let (to_right, to_left) = own.split_at(right.min(own.len()));
    for (side, all) in [(1, to_right), (-1, to_left)] {
        let mut next = -(height(all) as f32 - 1.0) / 2.0;
        // By hand: whoever drops a file decides how deep a tree is.
        let mut open: Vec<(usize, i32)> = all.iter().rev().map(|it| (*it, side)).collect();
        while let Some((node, column)) = open.pop() {
            let below = children.get(node).map_or(&[][..], |it| it);
            if let Some(cell) = cells.get_mut(node) {
                let span = leaves.get(node).copied().unwrap_or(1) as f32;
                *cell = Cell { column, row: next + (span - 1.0) / 2.0 };
                if below.is_empty() {
                    next += 1.0;
                }
            }
            open.extend(below.iter().rev().map(|it| (*it, column + side)));
        }
    }
    cells
}

/// How many leaves hang on each node; a leaf counts itself.
fn leaves(parents: &[usize]) -> Vec<usize> {
    let mut leaves = vec![0; parents.len()];
    for (node, parent) in parents.iter().enumerate().rev() {
        let own = leaves.get_mut(node).map(|it: &mut usize| {
            *it = (*it).max(1);
            *it
        });
        if let (Some(own), Some(sum)) = (own, leaves.get_mut(*parent).filter(|_| node != 0)) {
            *sum += own;
        }
    }
    leaves
}
