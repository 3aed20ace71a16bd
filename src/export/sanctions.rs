//! The designations as CSV, one row each.

use super::{Format, csv};
use crate::model::{Dataset, Designation, Keyed};

pub(super) const FORMAT: Format = Format {
    key: "sanctions",
    label: || crate::words::published().data_sanctions,
    extension: "csv",
    mime: "text/csv;charset=utf-8",
    doc: "The designations as CSV (RFC 4180, UTF-8), one row each. Where a designation rests on several \
          sentences, the cells of `source`, `paragraph` and `sentence` hold as many values, in the same \
          order, with `; ` between them.",
    write,
};

const COLUMNS: [&str; 17] = [
    "id",
    "target",
    "target_kind",
    "naming",
    "authority",
    "group",
    "reason",
    "status",
    "listed_on",
    "listed_on_reported",
    "listed_on_basis",
    "announced_by",
    "via",
    "source",
    "paragraph",
    "sentence",
    "note",
];

fn write(data: &Dataset) -> String {
    csv::write(&COLUMNS, data.designations.iter().map(|it| row(data, it).to_vec()))
}

fn row(data: &Dataset, it: &Designation) -> [String; COLUMNS.len()] {
    let target = &data[it.target];
    let speaker = it.attribution.speaker.map(|speaker| data[speaker].name.clone());
    [
        it.key.clone(),
        target.name.clone(),
        target.kind.key().to_owned(),
        target.naming.key().to_owned(),
        data[it.authority].name.clone(),
        data[it.group].label.clone(),
        it.reason.to_string(),
        it.status.key().to_owned(),
        it.listed_on.start.map(|date| date.to_string()).unwrap_or_default(),
        (*it.listed_on.reported).clone().unwrap_or_default(),
        it.listed_on.basis.key().to_owned(),
        speaker.unwrap_or_default(),
        joined(&it.attribution.via, |actor| data[*actor].name.clone()),
        joined(&it.evidence, |one| data[one.source].key.clone()),
        joined(&it.evidence, |one| one.paragraph.to_string()),
        joined(&it.evidence, |one| one.sentence.to_string()),
        (*it.note).clone().unwrap_or_default(),
    ]
}

fn joined<T>(values: &[T], text: impl Fn(&T) -> String) -> String {
    values.iter().map(text).collect::<Vec<_>>().join("; ")
}
