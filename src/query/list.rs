//! The columns of the sanctions list, and its order.

use crate::words;

/// A column of the sanctions list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// Who is designated.
    Target,
    /// Person, company …
    Kind,
    /// The group or the subject: what it is for.
    Reason,
    /// Who designates.
    Authority,
    /// Imposed, in force, under discussion.
    Status,
    /// Since when.
    Listed,
}

impl Column {
    /// All columns, left to right.
    pub const ALL: [Self; 6] =
        [Self::Target, Self::Kind, Self::Reason, Self::Authority, Self::Status, Self::Listed];

    /// The stable name in the fragment and in exported lists.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::Kind => "kind",
            Self::Reason => "for",
            Self::Authority => "authority",
            Self::Status => "status",
            Self::Listed => "listed",
        }
    }

    /// The id of the heading's button in the page.
    pub const fn sorter(self) -> &'static str {
        match self {
            Self::Target => "sort-target",
            Self::Kind => "sort-kind",
            Self::Reason => "sort-for",
            Self::Authority => "sort-authority",
            Self::Status => "sort-status",
            Self::Listed => "sort-listed",
        }
    }

    /// The heading for readers.
    pub const fn label(self) -> &'static str {
        let own = words::list();
        match self {
            Self::Target => own.column_target,
            Self::Kind => own.column_kind,
            Self::Reason => own.column_reason,
            Self::Authority => own.column_authority,
            Self::Status => own.column_status,
            Self::Listed => own.column_listed,
        }
    }
}

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The order of the facts: as the reports tell them.
    #[default]
    AsReported,
    /// By a column, upwards; rows that are equal there keep the order of the facts.
    Up(Column),
    /// By a column, downwards.
    Down(Column),
}

impl Sort {
    /// What a click on the heading of `column` gives: up, then down, then as reported.
    #[must_use]
    pub fn clicked(self, column: Column) -> Self {
        match self {
            Self::Up(now) if now == column => Self::Down(column),
            Self::Down(now) if now == column => Self::AsReported,
            _ => Self::Up(column),
        }
    }

    /// The column's direction for `aria-sort`.
    pub fn aria(self, column: Column) -> &'static str {
        match self {
            Self::Up(now) if now == column => "ascending",
            Self::Down(now) if now == column => "descending",
            _ => "none",
        }
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        let (down, key) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let column = Column::ALL.into_iter().find(|column| column.key() == key)?;
        Some(if down { Self::Down(column) } else { Self::Up(column) })
    }

    pub(super) fn to_text(self) -> Option<String> {
        match self {
            Self::AsReported => None,
            Self::Up(column) => Some(column.key().to_owned()),
            Self::Down(column) => Some(format!("-{}", column.key())),
        }
    }
}
