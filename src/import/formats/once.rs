//! Values that a list says more than once.

/// How far back a value is looked for before it is added. No entry has nearly as many; a file that was made to be
/// slow would otherwise cost the square of its size.
const LOOKED_AT: usize = 512;

/// Adds a value, unless it is there.
pub(super) fn add<T: PartialEq>(all: &mut Vec<T>, value: T) {
    if !all.iter().rev().take(LOOKED_AT).any(|it| *it == value) {
        all.push(value);
    }
}
