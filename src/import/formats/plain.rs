//! Any table of actors as CSV: its columns are guessed, and can be said.
//!
//! Which column is what is a [`Mapping`], and that is plain data: `guess` makes one from the first rows, the report has
//! it with a sample ([`About::table`]), a reader may change it and give it to [`super::super::Import::mapped`]. Nothing
//! but the mapping decides how a row is read (`row`).
//!
//! - A row is an actor. Its id is what its column of ids has, else the number of the row; rows of one id are one actor.
//! - A cell may have several values, parted by semicolons, strokes or line ends, where its field may ([`Field`]).
//! - What stands over a table (a title, the `sep=;` of spreadsheets) is passed over, and so are cells without a column
//!   where they are empty. A row that is too short is read as if the rest were empty, and told.
//! - A table in which no column looks like names is refused; with a mapping that says where they are, it is read.

mod field;
mod guess;
mod row;
mod titles;

pub use field::Field;
pub(super) use field::{gender, kind};
pub(super) use titles::field as titled;

use serde::{Deserialize, Serialize};

use super::{Confidence, Format, Item, Opening, Reader};
use crate::import::input::{Head, Text};
use crate::import::report::About;
use crate::import::rows::Rows;
use crate::import::{Desk, Place, Refusal};

/// A table of any columns.
pub(super) const FORMAT: Format = Format {
    key: KEY,
    label: |words| words.plain_csv,
    doc: "Any CSV, its columns parted by commas, semicolons, tabs or strokes: which column is what is guessed and can be \
          said.",
    sniff: |head| guess::table(head).map(|_| Confidence::Possible),
    open,
};

/// The key of [`FORMAT`].
pub(in crate::import) const KEY: &str = "plain-csv";

/// How a table is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// What parts the columns.
    pub delimiter: Delimiter,
    /// How many rows stand over the table: a title, a date.
    pub skip: usize,
    /// True where the first row of the table names the columns.
    pub has_head: bool,
    /// True where `05/07/2024` is a day in May.
    pub month_first: bool,
    /// The columns in their order.
    pub columns: Vec<Column>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its title in the file, or its number, counted from 1.
    pub title: String,
    /// What it is read as.
    pub field: Field,
    /// How sure the guess is; nothing where a reader has chosen.
    pub sure: Option<Confidence>,
}

/// What parts the columns of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Delimiter {
    Comma,
    Semicolon,
    Tab,
    Stroke,
}

impl Delimiter {
    /// All of them, the most usual first.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Stroke];

    /// The byte that it is.
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Stroke => b'|',
        }
    }
}

/// A table as the page shows it, for a reader to say what its columns are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// How it is read.
    pub mapping: Mapping,
    /// True where a reader has said so; else it is guessed.
    pub is_given: bool,
    /// The first rows below the head, cell by cell as they stand there.
    pub sample: Vec<Vec<String>>,
}

impl Mapping {
    /// True where some column has names, without which no row is an actor.
    pub fn has_names(&self) -> bool {
        self.columns.iter().any(|it| it.field.is_name())
    }
}

fn open(opening: Opening<'_>) -> Result<Box<dyn Reader>, Refusal> {
    let Opening { name, mut text, limits, mapping } = opening;
    let bytes = text.head()?;
    let head = Head::new(name, &bytes);
    let table = match mapping {
        Some(mapping) => guess::sample(&head, mapping.clone()),
        None => guess::table(&head).ok_or(Refusal::Unknown)?,
    };
    let rows = Rows::new(text, table.mapping.delimiter.byte(), limits);
    let mapping = table.mapping.clone();
    let about = About { table: Some(table), ..About::default() };
    Ok(Box::new(Plain { rows, mapping, list: format!("csv:{name}"), stage: Stage::Over, about }))
}

struct Plain {
    rows: Rows,
    mapping: Mapping,
    list: String,
    stage: Stage,
    about: About,
}

/// Where in the file it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Over the first row of actors.
    Over,
    /// Among the rows.
    Rows,
    /// Nothing is read any more.
    End,
}

impl Plain {
    /// Reads what stands over the first actor.
    fn begin(&mut self) -> Result<(), (Place, Refusal)> {
        if !self.mapping.has_names() {
            return Err((Place::whole(self.rows.text().file), Refusal::Nameless));
        }
        for _ in 0..self.mapping.skip + usize::from(self.mapping.has_head) {
            if let Some(Err(failed)) = self.rows.next() {
                return Err(failed);
            }
        }
        self.rows.is_head();
        Ok(())
    }
}

impl Reader for Plain {
    fn next(&mut self, desk: &mut Desk<'_>) -> Option<Item> {
        if self.stage == Stage::Over {
            self.stage = Stage::Rows;
            if let Err((place, refusal)) = self.begin() {
                self.stage = Stage::End;
                return Some(Item::Stopped(place, refusal));
            }
        }
        if self.stage == Stage::End {
            return None;
        }
        self.rows.item(desk, |row, repairs| row::record(row, &self.mapping, &self.list, repairs))
    }

    fn about(&self) -> &About {
        &self.about
    }

    fn text(&self) -> &Text {
        self.rows.text()
    }
}
