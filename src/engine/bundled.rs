//! The bundled story behind the seam: what is asked of an opened list can be asked of it, as far as views do.
//!
//! The other views of the story ask [`Engine`] by name, not by a [`Request`]: one function that answers everything would
//! bring the code of all views into the first file of the page.

use core::cell::OnceCell;

use super::{Engine, shown_table};
use crate::query::Query;
use crate::seam::{Answer, Answering, Request, Saved};
use crate::search::{Entry, Hit, Index, Target, entries};

/// The bundled story, with what else can be found beside it.
pub struct Bundled {
    engine: &'static Engine,
    also: Vec<Entry>,
    index: OnceCell<Index>,
}

impl Bundled {
    /// The story; `also` are entries that are not its own, such as commands of the page.
    pub const fn new(engine: &'static Engine, also: Vec<Entry>) -> Self {
        Self { engine, also, index: OnceCell::new() }
    }

    /// An entry as it is shown where nothing was asked for.
    pub fn plain(&self, target: &Target) -> Option<Hit> {
        let index = self.index();
        index.plain(index.entries().iter().position(|it| it.target == *target)?)
    }

    /// Made when it is needed first.
    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let mut all = entries(self.engine.data(), self.engine.words());
            all.extend_from_slice(&self.also);
            Index::new(all)
        })
    }
}

impl Answering for Bundled {
    fn answer(&mut self, request: &Request) -> Answer {
        match request {
            Request::Find { text, most, whole } => {
                let most = |kind| if whole.contains(&kind) { usize::MAX } else { *most as usize };
                Answer::Found(self.index().groups(text, most))
            }
            Request::Save { query, format } => {
                let table = shown_table(self.engine, &Query::parse(query).query);
                Answer::Saved(Saved::of("sanctions", format, &table))
            }
            _ => Answer::Nothing,
        }
    }
}
