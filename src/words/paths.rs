//! The words of paths, of what is done to single actors of the network, and of the history.

use crate::graph::PathKind;

/// The catalogue of paths, marks and steps in one language.
#[expect(missing_docs, reason = "each field is the place of the text that its name says")]
pub struct PathWords {
    pub steps: [&'static str; 2],
    pub connected: &'static str,
    pub direct: &'static str,
    pub only_step_said: &'static str,
    pub all_steps_said: &'static str,
    pub one_step_said: &'static str,
    pub some_steps_said: &'static str,
    pub facts_all_said: &'static str,
    pub facts_some_said: &'static str,
    pub no_path: &'static str,
    pub not_shown: &'static str,
    pub neither_shown: &'static str,
    pub with_all_actors: &'static str,
    pub without_filters: &'static str,

    kinds: [&'static str; 2],
    pub start: &'static str,
    pub did_connect: &'static str,
    pub did_disconnect: &'static str,
    pub did_path_kind: &'static str,
    pub did_other_path: &'static str,
    pub did_isolate: &'static str,
    pub did_isolate_many: &'static str,
    pub did_hide: &'static str,
    pub did_unhide: &'static str,
    pub did_expand: &'static str,
    pub did_fold: &'static str,
    pub did_focus: &'static str,
    pub did_show_all: &'static str,
    pub did_clear: &'static str,
    pub did_open: &'static str,
    pub did_filter: &'static str,
    pub did_unfilter: &'static str,
    pub did_search: &'static str,
    pub did_unsearch: &'static str,
    pub did_all_time: &'static str,
    pub did_lanes: &'static str,
    pub did_table: &'static str,
    pub did_draw: &'static str,
    pub did_sort: &'static str,
    pub did_select: &'static str,
    pub did_unselect: &'static str,
    pub did_pin: &'static str,
    pub did_unpin: &'static str,
    pub did_unpin_all: &'static str,
    pub did_something: &'static str,
}

impl PathWords {
    /// "Shortest", "Strongest".
    pub fn kind(&self, it: PathKind) -> &'static str {
        match it {
            PathKind::Shortest => self.kinds[0],
            PathKind::Strongest => self.kinds[1],
        }
    }
}

/// The English words.
pub const fn paths() -> &'static PathWords {
    const EN: &PathWords = &PathWords {
        steps: ["step", "steps"],
        connected: "{} and {} are connected in {}, through {}.",
        direct: "{} and {} are connected directly.",
        only_step_said: "The connection is only said: nothing but the word of a speaker supports it.",
        all_steps_said: "Each step is only said: nothing but the word of a speaker supports it.",
        one_step_said: "One step is only said: nothing but the word of a speaker supports it.",
        some_steps_said: "{} steps are only said: nothing but the word of a speaker supports them.",
        facts_all_said: "{}, only said",
        facts_some_said: "{}, {} of them only said",
        no_path: "Nothing that is shown leads from {} to {}.",
        not_shown: "{} is not among the actors that are shown.",
        neither_shown: "Neither of the two is among the actors that are shown.",
        with_all_actors: "Look among all actors",
        without_filters: "Look without filters",

        kinds: ["Shortest", "Strongest"],
        start: "Start",
        did_connect: "Connected {} and {}",
        did_disconnect: "Left the path from {} to {}",
        did_path_kind: "{} path",
        did_other_path: "Another path",
        did_isolate: "Hid all but {}",
        did_isolate_many: "Hid all but {} actors",
        did_hide: "Hid {}",
        did_unhide: "Showed {} again",
        did_expand: "Expanded {}",
        did_fold: "Took back neighbours of {}",
        did_focus: "Focused {}",
        did_show_all: "Showed all actors",
        did_clear: "Cleared all filters",
        did_open: "Opened {}",
        did_filter: "Filtered {}: {}",
        did_unfilter: "Removed {}: {}",
        did_search: "Searched “{}”",
        did_unsearch: "Cleared the search",
        did_all_time: "Let go of the period",
        did_lanes: "Sorted the timeline",
        did_table: "Read as a table",
        did_draw: "Back to the drawing",
        did_sort: "Sorted the list",
        did_select: "Selected {}",
        did_unselect: "Closed the evidence",
        did_pin: "Moved {}",
        did_unpin: "Put {} back",
        did_unpin_all: "Put moved actors back",
        did_something: "Changed the view",
    };
    EN
}
