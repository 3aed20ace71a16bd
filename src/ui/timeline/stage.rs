//! What the parts of the timeline share.

use crate::query::{Period, Query};
use crate::timeline::{At, Item, Picture, Timeline};
use crate::ui::browser;
use crate::ui::dom::{El, el};
use crate::ui::live::{Derived, Live, Slot};
use crate::ui::state::State;

/// The timeline's signals.
#[derive(Clone, Copy)]
pub(super) struct Stage {
    pub state: State,
    pub timeline: Derived<Timeline>,
    /// The timeline in the room that it has.
    pub picture: Derived<Picture>,
    /// The item that Tab leads to.
    pub cursor: Live<Option<At>>,
    /// The period while it is drawn; the query has it once the reader lets go.
    pub draft: Live<Option<Period>>,
    /// What those hear who hear the page.
    pub said: Live<String>,
    /// The axis: its width is the width of the lanes.
    pub track: Slot<El>,
    width: Live<i32>,
    shape: Derived<Shape>,
}

/// How the timeline is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Lanes beside each other on one axis.
    Lanes,
    /// Day by day, where the axis would be too small to read.
    Days,
    /// The table twin.
    Table,
}

impl Stage {
    pub(super) fn new(state: State) -> Self {
        let timeline = Derived::new(move || {
            let query = state.query.with(|query| query.selecting(None));
            state.engine.timeline(&query)
        });
        let phone = Live::new(browser::is_phone());
        let shape = Derived::new(move || match state.query.with(|query| query.table) {
            true => Shape::Table,
            false if phone.get() => Shape::Days,
            false => Shape::Lanes,
        });
        let width = Live::new(690);
        let picture = Derived::new(move || {
            let (words, width) = (state.words(), width.get());
            timeline.with(|timeline| match shape.get() {
                Shape::Lanes => Picture::of(timeline, words, width),
                Shape::Days | Shape::Table => Picture::bare(timeline, words, width),
            })
        });
        let stage = Self {
            state,
            timeline,
            picture,
            cursor: Live::new(None),
            draft: Live::new(None),
            said: Live::new(String::new()),
            track: Slot::new(el("div", "axis")),
            width,
            shape,
        };
        browser::on_resize(move || {
            if stage.track.is_there() {
                if phone.get_untracked() != browser::is_phone() {
                    phone.set(browser::is_phone());
                }
                stage.measure();
            }
        });
        stage
    }

    pub(super) fn shape(self) -> Shape {
        self.shape.get()
    }

    pub(super) fn is_table(self) -> bool {
        self.shape.get() == Shape::Table
    }

    /// Learns how much room the axis has.
    pub(super) fn measure(self) {
        if !self.track.is_there() {
            return;
        }
        let width = self.track.with(|track| track.0.client_width());
        if width > 0 && self.width.get_untracked() != width {
            self.width.set(width);
        }
    }

    /// The period that is to be seen: the one that is being drawn, or that of the query.
    pub(super) fn period(self) -> Period {
        self.draft.get().unwrap_or_else(|| self.state.query.with(|query| query.period))
    }

    /// Narrows all views to a period: as a step of the history, or as a part of the run of keys that is one.
    pub(super) fn narrow(self, period: Period, step: bool) {
        let query = self.state.query.with_untracked(|query| Query { period, ..query.clone() });
        if step { self.state.go(query) } else { self.state.replace(query) }
    }

    /// Where the selection stands.
    pub(super) fn chosen(self) -> Option<At> {
        let selection = self.state.query.with(|query| query.selection.clone())?;
        self.timeline.with(|timeline| timeline.find(|item| item.selection == selection))
    }
}

/// The mark of an item: its colour is its class, its shape how far it is established.
pub(super) fn mark_class(item: &Item) -> String {
    let mut class = format!("mark tone--{}", item.tone);
    let looks = [
        (item.stated, " mark--said"),
        (item.hollow, " mark--hollow"),
        (item.denied, " mark--denied"),
        (item.tone == "gap", " mark--gap"),
    ];
    looks.iter().filter(|(holds, _)| *holds).for_each(|(_, look)| class.push_str(look));
    class
}
