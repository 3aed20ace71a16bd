//! The steps that a reader has gone: what can be undone, and done again.
//!
//! There is one history, not two. Each step of the page is a step of the browser too, which keeps its
//! *number* beside the address; to undo is to ask the browser to go back, and it is the browser's word of
//! where it arrived ([`History::arrive`]) that moves this one. So a press on Back is the undo of that
//! step, whoever asks for it, and the two cannot come apart. What the browser forgets (a page loaded anew
//! keeps its numbers, but nothing of what stood there) is taken from the address when it comes by again.
//!
//! A step is a change of the query, of the places that a reader gave to actors, or of what the camera looks
//! at. To look around is not to choose: all of it between two choices is one step, it is no step of the
//! browser's (Back leads to a choice), and it forgets nothing that was undone. Letters typed one after
//! another are one step.

use crate::graph::geometry::Point;
use crate::model::ActorId;
use crate::query::Query;
use crate::scene::Camera;

/// All that a step can change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moment {
    /// What the reader has chosen.
    pub query: Query,
    /// Actors that the reader has moved, and where to.
    pub pins: Vec<(ActorId, Point)>,
    /// What the reader looks at; none for all.
    pub camera: Option<Camera>,
}

/// A moment, and the number by which the browser knows it.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    number: u32,
    moment: Moment,
}

/// What goes on by small changes that are one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Run {
    /// A text while the reader types.
    Text,
    /// An actor that is moved by keys.
    Actor(ActorId),
    /// The camera.
    Look,
}

/// Past, present and future.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// What was, the first first.
    past: Vec<Step>,
    present: Step,
    /// What was undone, the last first.
    future: Vec<Step>,
    going: Option<Run>,
    /// Which moment the browser was asked to come to, where that takes more than its own steps.
    aim: Option<usize>,
}

impl History {
    /// How many moments are kept at most. Chromium and Firefox keep 50 addresses of a tab and could go no
    /// further back.
    pub const MOST: usize = 50;

    /// A history that begins with a moment, which the browser knows by that number.
    pub const fn new(number: u32, moment: Moment) -> Self {
        let present = Step { number, moment };
        Self { past: Vec::new(), present, future: Vec::new(), going: None, aim: None }
    }

    /// The present.
    pub const fn now(&self) -> &Moment {
        &self.present.moment
    }

    /// The number of the present.
    pub const fn number(&self) -> u32 {
        self.present.number
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
        self.steps().map(|step| &step.moment)
    }

    fn steps(&self) -> impl Iterator<Item = &Step> {
        self.past.iter().chain([&self.present]).chain(self.future.iter().rev())
    }

    /// Goes on to another moment; what was undone before is forgotten.
    pub fn step(&mut self, moment: Moment) {
        self.future.clear();
        self.aim = None;
        let number = self.number() + 1;
        self.on_to(Step { number, moment });
    }

    /// Goes on to another moment while the reader types, or moves an actor by keys: a step for the first
    /// letter, none for those that follow. True for a step.
    pub fn typed(&mut self, moment: Moment) -> bool {
        let now = self.now();
        let run = match moment.pins.last() {
            Some((actor, _)) if moment.query == now.query => Run::Actor(*actor),
            _ => Run::Text,
        };
        let first = self.going != Some(run);
        if first {
            self.step(moment);
        } else {
            self.present.moment = moment;
        }
        self.going = Some(run);
        first
    }

    /// True while the reader looks around: what the camera does is one step with what it did before.
    pub fn looks(&self) -> bool {
        self.going == Some(Run::Look)
    }

    /// The reader begins to look around: a step that the browser does not know.
    pub fn look(&mut self) {
        let number = self.number();
        // A look that was undone is forgotten, choices are not.
        while self.future.last().is_some_and(|step| step.number == number) {
            self.future.pop();
        }
        self.on_to(self.present.clone());
        self.going = Some(Run::Look);
    }

    /// Notes what the camera looks at now: in the present, whatever brought it there.
    pub const fn sees(&mut self, camera: Option<Camera>) {
        self.present.moment.camera = camera;
    }

    /// Ends a run of letters or keys: what is typed next is a step of its own.
    pub const fn pause(&mut self) {
        self.going = None;
    }

    /// By how many of its steps the browser has to go to come to the moment at `nth`; where that is none,
    /// this history has gone there by itself.
    pub fn to(&mut self, nth: usize) -> i32 {
        let Some(number) = self.steps().nth(nth).map(|step| step.number) else { return 0 };
        self.aim = Some(nth);
        let by = i64::from(number) - i64::from(self.number());
        if by == 0 {
            self.take_aim();
        }
        by as i32
    }

    fn take_aim(&mut self) {
        let Some(nth) = self.aim.take() else { return };
        let number = self.number();
        let stays = |step: Option<&Step>| step.is_some_and(|step| step.number == number);
        while self.past.len() > nth && stays(self.past.last()) && self.undo() {}
        while self.past.len() < nth && stays(self.future.last()) && self.redo() {}
    }

    /// Comes to where the browser has arrived: a number, if it knows one, and what the address says, with
    /// the pins and the camera of the present. With no number it is a link that was followed or an address
    /// that was written: a new step.
    pub fn arrive(&mut self, number: Option<u32>, moment: Moment) {
        let Some(number) = number else {
            self.step(moment);
            return;
        };
        let query = moment.query.clone();
        let first = self.past.first().unwrap_or(&self.present).number;
        let last = self.future.first().unwrap_or(&self.present).number;
        if number.checked_add(1) == Some(first) {
            // From before the page was loaded anew.
            self.past.insert(0, Step { number, moment });
            self.aim = self.aim.map(|nth| nth + 1);
        } else if Some(number) == last.checked_add(1) {
            self.future.insert(0, Step { number, moment });
        } else if number < first || last < number {
            *self = Self::new(number, moment);
            return;
        }
        while self.number() > number && self.undo() {}
        while self.number() < number && self.redo() {}
        self.take_aim();
        // The address has the last word, should it have been put right in the meantime.
        self.present.moment.query = query;
    }

    /// Goes one step back, where there is one.
    pub fn undo(&mut self) -> bool {
        let Some(step) = self.past.pop() else { return false };
        self.future.push(core::mem::replace(&mut self.present, step));
        self.going = None;
        true
    }

    /// Does again what was undone last, where there is something.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.future.pop() else { return false };
        self.on_to(step);
        true
    }

    fn on_to(&mut self, step: Step) {
        self.past.push(core::mem::replace(&mut self.present, step));
        if self.past.len() >= Self::MOST {
            self.past.remove(0);
        }
        self.going = None;
    }
}
