//! What a dataset holds may come in two parts: the tables with all that decides who is joined to whom, and
//! the texts, which the page fetches with a second file.

use core::fmt;
use core::ops::Deref;
use std::sync::OnceLock;

/// A value of the second part.
///
/// Read like the value itself, it must be there: a dataset of its own making has it, and so has the page in
/// all that its second file does. What the first file reads it reads by [`Late::get`], and says what it does
/// without; the build holds that (`.ci/wasm.mjs`), by the name of `late_value`.
#[derive(Clone, PartialEq, Eq)]
pub struct Late<T>(OnceLock<T>);

/// A type of which values may come later.
pub trait MayBeLate: Sized + 'static {
    /// What stands for a value that is not there.
    const NOTHING: &'static Self;
}

impl<T> Late<T> {
    /// The value, if it is there.
    pub fn get(&self) -> Option<&T> {
        self.0.get()
    }

    /// Puts the value there. One that is there already stays: datasets do not change.
    pub(super) fn fill(&self, value: T) {
        let _ = self.0.set(value);
    }
}

impl<T: MayBeLate> Deref for Late<T> {
    type Target = T;

    fn deref(&self) -> &T {
        late_value(self)
    }
}

/// Never a part of another function, so that it can be told from its name which file reads what is late.
#[inline(never)]
fn late_value<T: MayBeLate>(late: &Late<T>) -> &T {
    late.get().unwrap_or(T::NOTHING)
}

impl<T> Default for Late<T> {
    fn default() -> Self {
        Self(OnceLock::new())
    }
}

impl<T> From<T> for Late<T> {
    fn from(value: T) -> Self {
        Self(OnceLock::from(value))
    }
}

impl<T: fmt::Display + MayBeLate> fmt::Display for Late<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        late_value(self).fmt(f)
    }
}

impl<T: fmt::Debug> fmt::Debug for Late<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

impl MayBeLate for String {
    const NOTHING: &'static Self = &Self::new();
}

impl<T: 'static> MayBeLate for Vec<T> {
    const NOTHING: &'static Self = &Self::new();
}

impl<T: 'static> MayBeLate for Option<T> {
    const NOTHING: &'static Self = &None;
}
