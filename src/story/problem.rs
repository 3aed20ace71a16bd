//! What is wrong with a story, where, and what to do about it.

use core::fmt;

use super::names::Sort;

/// One thing that is wrong with a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file: `facts.toml`.
    pub file: String,
    /// The record or the line: "fact `x`", "line 12"; nothing where the file as a whole is meant.
    pub record: Option<String>,
    /// What is wrong.
    pub reason: String,
    /// What to do.
    pub advice: String,
}

/// ``facts.toml: fact `x`: names an unknown actor `y`; define it in actors.toml or correct the name``
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(record) = &self.record {
            write!(f, ": {record}")?;
        }
        write!(f, ": {}; {}", self.reason, self.advice)
    }
}

/// All problems of the story in `folder` as text for a person, one a line below a line that counts them.
pub fn report(folder: &str, problems: &[Problem]) -> String {
    let count = problems.len();
    let noun = if count == 1 { "problem" } else { "problems" };
    let mut text = format!("the story in {folder} has {count} {noun}:\n");
    for problem in problems {
        text.push_str(&format!("  {problem}\n"));
    }
    text
}

/// The problems found so far.
#[derive(Default)]
pub(super) struct Findings {
    problems: Vec<Problem>,
    lost_a_name: bool,
}

impl Findings {
    /// Looks at a file as a whole.
    pub(super) fn on_file(&mut self, file: &str) -> On<'_> {
        On { findings: self, file: file.to_owned(), record: None }
    }

    /// Looks at a line of a file, counted from 1.
    pub(super) fn on_line(&mut self, file: &str, line: usize) -> On<'_> {
        On { findings: self, file: file.to_owned(), record: Some(format!("line {line}")) }
    }

    /// Looks at the record of that sort and key.
    pub(super) fn on(&mut self, (file, sort): Sort, key: &str) -> On<'_> {
        On { findings: self, file: file.to_owned(), record: Some(format!("{sort} `{key}`")) }
    }

    /// Whether some record names another that is not there.
    pub(super) const fn lost_a_name(&self) -> bool {
        self.lost_a_name
    }

    /// The outcome: `data` where nothing is wrong.
    pub(super) fn result<T>(self, data: Option<T>) -> Result<T, Vec<Problem>> {
        match data {
            Some(data) if self.problems.is_empty() => Ok(data),
            _ => Err(self.problems),
        }
    }
}

/// The findings with a finger on one record.
pub(super) struct On<'a> {
    findings: &'a mut Findings,
    file: String,
    record: Option<String>,
}

impl On<'_> {
    /// Notes a problem of the record.
    pub(super) fn problem(&mut self, reason: impl Into<String>, advice: impl Into<String>) {
        self.findings.problems.push(Problem {
            file: self.file.clone(),
            record: self.record.clone(),
            reason: reason.into(),
            advice: advice.into(),
        });
    }

    /// Notes that the record names something of `sort` that is not in `home`.
    pub(super) fn unknown(&mut self, sort: &str, key: &str, home: &str) {
        self.findings.lost_a_name = true;
        self.problem(
            format!("names an unknown {sort} `{key}`"),
            format!("define it in {home} or correct the name"),
        );
    }

    /// Notes a problem where `text`, the record's `field`, is blank.
    pub(super) fn filled(&mut self, field: &str, text: &str) {
        if is_blank(text) {
            self.problem(format!("has an empty {field}"), "write one");
        }
    }

    /// The same for a field that may be left out.
    pub(super) fn filled_if_there(&mut self, field: &str, text: Option<&String>) {
        if text.is_some_and(|text| is_blank(text)) {
            self.problem(format!("has an empty {field}"), "write one, or leave it out");
        }
    }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}
