//! The lanes that the timeline sorts facts into.

/// What the timeline sorts facts by: each has one lane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lanes {
    /// By the side of who acts or speaks.
    #[default]
    Side,
    /// By who acts or speaks.
    Actor,
    /// By what it is: statement, event, relation, measure, designation.
    Kind,
}

impl Lanes {
    /// All of them, in the order in which readers see them.
    pub const ALL: [Self; 3] = [Self::Side, Self::Actor, Self::Kind];

    /// The stable name in the fragment.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Side => "side",
            Self::Actor => "actor",
            Self::Kind => "kind",
        }
    }
}
