//! The steps that a reader has gone: what can be undone, and done again.
//!
//! There is one history, not two. Each step of the page is a step of the browser too, which keeps its
//! *number* beside the address; to undo is to ask the browser to go back, and it is the browser's word of
//! where it arrived ([`History::arrive`]) that moves this one. So a press on Back is the undo of that
//! step, whoever asks for it, and the two cannot come apart. What the browser forgets (a page loaded anew
//! keeps its numbers, but nothing of what stood there) is taken from the address when it comes by again.
//!
//! A step is a change of the query or of the places that a reader gave to actors. What the camera looks at
//! is not one: to look around is not to choose, it would bury the choices under every turn of the wheel,
//! and one key shows all again. Letters typed one after another are one step.

use crate::graph::geometry::Point;
use crate::model::ActorId;
use crate::query::Query;

/// All that a step can change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moment {
    /// What the reader has chosen.
    pub query: Query,
    /// Actors that the reader has moved, and where to.
    pub pins: Vec<(ActorId, Point)>,
}

/// Past, present and future.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// What was, the first first.
    past: Vec<Moment>,
    present: Moment,
    /// What was undone, the last first.
    future: Vec<Moment>,
    /// The number of the present.
    number: u32,
    /// What goes on by small changes that are one step: a text while the reader types, or the actor that is
    /// moved by keys.
    going: Option<Option<ActorId>>,
}

impl History {
    /// How many moments are kept at most. Chromium and Firefox keep 50 addresses of a tab and could go no
    /// further back.
    pub const MOST: usize = 50;

    /// A history that begins with a moment, which the browser knows by that number.
    pub const fn new(number: u32, moment: Moment) -> Self {
        Self { past: Vec::new(), present: moment, future: Vec::new(), number, going: None }
    }

    /// The present.
    pub const fn now(&self) -> &Moment {
        &self.present
    }

    /// The number of the present.
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// How many steps can be undone.
    pub const fn past(&self) -> usize {
        self.past.len()
    }

    /// How many steps can be done again.
    pub const fn future(&self) -> usize {
        self.future.len()
    }

    /// All moments in order; the present one is at [`History::past`].
    pub fn moments(&self) -> impl Iterator<Item = &Moment> {
        self.past.iter().chain([&self.present]).chain(self.future.iter().rev())
    }

    /// Goes on to another moment; what was undone before is forgotten.
    pub fn step(&mut self, moment: Moment) {
        self.future.clear();
        self.on_to(moment);
    }

    /// Goes on to another moment while the reader types, or moves an actor by keys: a step for the first
    /// letter, none for those that follow. True for a step.
    pub fn typed(&mut self, moment: Moment) -> bool {
        let moved = moment.pins.last().map(|pin| pin.0).filter(|_| moment.query == self.present.query);
        let first = self.going != Some(moved);
        if first {
            self.step(moment);
        } else {
            self.present = moment;
        }
        self.going = Some(moved);
        first
    }

    /// Ends a run of letters or keys: what is typed next is a step of its own.
    pub const fn pause(&mut self) {
        self.going = None;
    }

    /// Comes to where the browser has arrived: a number, if it knows one, and what the address says, with
    /// the pins of the present. With no number it is a link that was followed or an address that was
    /// written: a new step.
    pub fn arrive(&mut self, number: Option<u32>, moment: Moment) {
        let Some(number) = number else {
            self.step(moment);
            return;
        };
        let query = moment.query.clone();
        let by = i64::from(number) - i64::from(self.number);
        if -by == self.past.len() as i64 + 1 {
            // From before the page was loaded anew.
            self.past.insert(0, moment);
        } else if by == self.future.len() as i64 + 1 {
            self.future.insert(0, moment);
        } else if -by > self.past.len() as i64 || by > self.future.len() as i64 {
            *self = Self::new(number, moment);
            return;
        }
        while self.number > number && self.undo() {}
        while self.number < number && self.redo() {}
        // The address has the last word, should it have been put right in the meantime.
        self.present.query = query;
    }

    /// Goes one step back, where there is one.
    pub fn undo(&mut self) -> bool {
        let Some(moment) = self.past.pop() else { return false };
        self.future.push(core::mem::replace(&mut self.present, moment));
        self.number -= 1;
        self.going = None;
        true
    }

    /// Does again what was undone last, where there is something.
    pub fn redo(&mut self) -> bool {
        let Some(moment) = self.future.pop() else { return false };
        self.on_to(moment);
        true
    }

    fn on_to(&mut self, moment: Moment) {
        self.past.push(core::mem::replace(&mut self.present, moment));
        if self.past.len() >= Self::MOST {
            self.past.remove(0);
        }
        self.number += 1;
        self.going = None;
    }
}
