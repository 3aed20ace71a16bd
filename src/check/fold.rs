//! How much of a copy is shown: what matters, and a little of what stands around it.

use core::ops::Range;

/// Neighbours in a row, by their indices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// They are shown.
    Shown(Range<usize>),
    /// They are left out.
    Left(Range<usize>),
}

/// Cuts a row into runs: what matters is shown, and where long stretches of what does not stand in a row,
/// only their first `around` and their last.
pub fn fold(matters: &[bool], around: usize) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut from = 0;
    for stretch in matters.chunk_by(|one, next| one == next) {
        let to = from + stretch.len();
        // To leave out one or two would save no room: a line says that they are left out.
        if stretch.first() == Some(&true) || stretch.len() <= 2 * around + 2 {
            show(&mut runs, from..to);
        } else {
            show(&mut runs, from..from + around);
            runs.push(Run::Left(from + around..to - around));
            show(&mut runs, to - around..to);
        }
        from = to;
    }
    runs
}

/// Shows what follows on the last run, or begins one.
fn show(runs: &mut Vec<Run>, range: Range<usize>) {
    match runs.last_mut() {
        Some(Run::Shown(last)) => last.end = range.end,
        _ if range.is_empty() => {}
        _ => runs.push(Run::Shown(range)),
    }
}
