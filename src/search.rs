//! Search everywhere: one box for actors, facts, designations, sources and commands.
//!
//! [`Index::new`] takes entries, [`Index::find`] gives those that a reader's words may mean, best first,
//! each with the letters that matched. The index knows nothing of what its entries are about: the dataset's
//! own come from [`entries`], commands from the page.
//!
//! **What meets what.** Letters are folded as the list's search folds them ([`crate::query::fold`]), and what
//! is not Latin then is spelled in Latin letters (`script`), so `Путин`, `Pútin` and `putin` are one word.
//! Each word of the query must begin a word of the entry. It may be wrong in one letter from 4 letters up
//! and in two from 8 (`near` says what a wrong letter is), and what different languages spell differently
//! (`Poutine`) counts as one (`respell`). Words may be joined and parted: an index holds names with up to
//! four neighbouring words written as one, and a query is read that way too, so `Kim Jong-un`, `kimjongun`
//! and `김정은` meet.
//!
//! **What comes first.** The whole name; then whole words; then the whole name but for a wrong letter or two; then
//! beginnings of words; then what has wrong letters, the fewest first. Of these, a name before an alias before
//! a text; then the name with the fewest words that were not asked for; then the kind and the place in the
//! dataset. Where something fits as it was typed, wrong letters are allowed in names only. A number is never
//! wrong.
//!
//! **What it costs.** The dictionary is one sorted list of different words. It is walked once for each
//! reading of each word of the query, and words with the same beginning share the work, so a walk costs
//! about what differs from the query in the first few letters, and one comparison for each word that is
//! passed over; then n log n in the places found. There is no work on the whole text of an entry but for
//! those that are shown.

mod entry;
mod near;
mod open;
mod rank;
mod respell;
mod script;
mod story;
mod word;

mod index;

pub use entry::{Entry, Field, Group, Hit, Kind, Marked, Role, Target};
pub use index::{Found, Index};
pub use open::opening;
pub use story::{connected, entries};
pub(crate) use word::{Word, each_word, words};
