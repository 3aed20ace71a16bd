//! Search everywhere in the story: its index, made when it is asked first.

use core::cell::OnceCell;

use super::Bundled;
use crate::seam::{Engine, ask};
use crate::search::{Entry, Group, Hit, Index, Target, entries};

/// The bundled story, with what else can be found beside it.
pub struct Finder {
    engine: &'static Bundled,
    also: Vec<Entry>,
    index: OnceCell<Index>,
}

impl Finder {
    /// The story; `also` are entries that are not its own, such as commands of the page.
    pub const fn new(engine: &'static Bundled, also: Vec<Entry>) -> Self {
        Self { engine, also, index: OnceCell::new() }
    }

    /// An entry as it is shown where nothing was asked for.
    pub fn plain(&self, target: &Target) -> Option<Hit> {
        let index = self.index();
        index.plain(index.entries().iter().position(|it| it.target == *target)?)
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let mut all = entries(self.engine.data(), self.engine.words());
            all.extend_from_slice(&self.also);
            Index::new(all)
        })
    }
}

impl Engine<ask::Find> for Finder {
    fn answer(&self, ask: &ask::Find) -> Vec<Group> {
        let most = |kind| if ask.whole.contains(&kind) { usize::MAX } else { ask.most as usize };
        self.index().groups(&ask.text, most)
    }
}
