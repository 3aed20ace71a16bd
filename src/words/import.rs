//! The words of an import: formats, what was refused or repaired, where, and what to do about it.

use crate::import::formats::Confidence;
use crate::import::formats::plain::{Delimiter, Field};
use crate::import::record::{FileId, Place};
use crate::import::report::{Outcome, Report, What};
use crate::import::{Foreign, Notice, Refusal, Repair};

/// The catalogue of an import in one language. A text with `{}` takes its values in their order.
#[expect(missing_docs, reason = "each field is the place of the text that its name says")]
pub struct ImportWords {
    pub ofac_csv: &'static str,
    pub ofac_csv_alt: &'static str,
    pub ofac_csv_add: &'static str,
    pub ofac_csv_comments: &'static str,
    pub ofac_xml: &'static str,
    pub un_xml: &'static str,
    pub eu_fsf_xml: &'static str,
    pub uk_xml: &'static str,
    pub uk_csv: &'static str,
    pub uk_conlist_csv: &'static str,
    pub seco_xml: &'static str,
    pub ftm: &'static str,
    pub ftm_nested: &'static str,
    pub ftm_targets: &'static str,
    pub sourceline_dataset: &'static str,
    pub story_toml: &'static str,
    pub story_part: &'static str,
    pub gexf: &'static str,
    pub graphml: &'static str,
    pub plain_csv: &'static str,

    /// In the order of [`Field::ALL`].
    pub fields: [&'static str; Field::ALL.len()],
    /// In the order of [`Delimiter::ALL`].
    pub delimiters: [&'static str; Delimiter::ALL.len()],
    /// How sure a guess is, the least sure first.
    pub sure: [&'static str; 3],

    pub outcomes: [&'static str; 4],

    pub place_file: &'static str,
    pub place_record: &'static str,
    pub place_line: &'static str,

    pub empty: [&'static str; 2],
    pub too_large: [&'static str; 2],
    pub too_much_text: [&'static str; 2],
    pub bomb: [&'static str; 2],
    pub nested: [&'static str; 2],
    pub members: [&'static str; 2],
    pub encrypted: [&'static str; 2],
    pub packing: [&'static str; 2],
    pub damaged: [&'static str; 2],
    pub truncated: [&'static str; 2],
    pub binary: [&'static str; 2],
    pub pdf: [&'static str; 2],
    pub office: [&'static str; 2],
    pub web: [&'static str; 2],
    pub picture: [&'static str; 2],
    pub archive: [&'static str; 2],
    pub encoding: [&'static str; 2],
    pub unknown: [&'static str; 2],
    pub too_long: [&'static str; 2],
    pub too_wide: [&'static str; 2],
    pub too_deep: [&'static str; 2],
    pub attributes: [&'static str; 2],
    pub too_many: [&'static str; 2],
    pub carried: [&'static str; 2],
    pub doctype: [&'static str; 2],
    pub entity: [&'static str; 2],
    pub version: [&'static str; 2],
    pub malformed: [&'static str; 2],
    pub columns: [&'static str; 2],
    pub missing: [&'static str; 2],
    pub removed: [&'static str; 2],
    pub story: [&'static str; 2],
    pub hyperedge: [&'static str; 2],
    pub nameless: [&'static str; 2],
    pub unread: [&'static str; 2],
    pub full: [&'static str; 2],

    pub letters: &'static str,
    pub cut: &'static str,
    pub date: &'static str,
    pub kind: &'static str,
    pub form: &'static str,
    pub short: &'static str,
    pub orphan: &'static str,

    pub count: &'static str,
}

/// The English words.
pub const fn import() -> &'static ImportWords {
    const EN: &ImportWords = &ImportWords {
        ofac_csv: "OFAC entries (CSV)",
        ofac_csv_alt: "OFAC aliases (CSV)",
        ofac_csv_add: "OFAC addresses (CSV)",
        ofac_csv_comments: "OFAC comments (CSV)",
        ofac_xml: "OFAC list (XML)",
        un_xml: "UN Security Council list (XML)",
        eu_fsf_xml: "EU financial sanctions file (XML)",
        uk_xml: "UK Sanctions List (XML)",
        uk_csv: "UK Sanctions List (CSV)",
        uk_conlist_csv: "UK Consolidated List until 2026 (CSV)",
        seco_xml: "Swiss sanctions list (XML)",
        ftm: "FollowTheMoney entities (JSON)",
        ftm_nested: "OpenSanctions targets, nested (JSON)",
        ftm_targets: "OpenSanctions targets (CSV)",
        sourceline_dataset: "Sourceline facts (JSON)",
        story_toml: "Sourceline story (TOML)",
        story_part: "Part of a Sourceline story (TOML)",
        gexf: "Network (GEXF)",
        graphml: "Network (GraphML)",
        plain_csv: "Any table (CSV)",

        fields: [
            "Kept as it is",
            "Left out",
            "Id",
            "Name",
            "Alias",
            "Weak alias",
            "Former name",
            "First name",
            "Family name",
            "Kind of actor",
            "Born or founded",
            "Place of birth",
            "Died",
            "Gender",
            "Nationality",
            "Country",
            "Address",
            "Street",
            "City",
            "Region",
            "Postal code",
            "Title",
            "Position",
            "Passport",
            "National id",
            "Tax number",
            "Registration number",
            "IMO number",
            "Other number",
            "Authority",
            "Programme",
            "Measures",
            "Legal basis",
            "Reason",
            "Reference",
            "Listed on",
            "Ended on",
            "Status",
            "Remarks",
            "Linked to (name)",
            "Linked to (id)",
            "Source",
            "Website",
            "Email",
            "Phone",
        ],
        delimiters: ["Comma", "Semicolon", "Tab", "Vertical stroke"],
        sure: ["Guessed from the values", "Likely from the title", "Says so in the title"],

        outcomes: ["Not read", "Left out", "Put right", "To know"],

        place_file: "{}",
        place_record: "{}, record {}",
        place_line: "{}, record {}, line {}",

        empty: ["There is nothing in it.", "Download the list again, and look whether the file has a size."],
        too_large: [
            "It has {} bytes; {} are the most that is opened.",
            "Open a part of it, or the same list in a smaller format.",
        ],
        too_much_text: ["More than {} bytes of text come out of it.", "Open a part of it."],
        bomb: [
            "It unpacks to more than {} times its size, as no list does.",
            "Do not trust this file. Download the list from its publisher.",
        ],
        nested: ["An archive stands in another archive.", "Unpack the outer one and open what is in it."],
        members: [
            "The archive has {} members; {} are the most that is opened.",
            "Unpack it and open the lists that you need.",
        ],
        encrypted: ["It needs a password.", "Unpack it yourself and open what is in it."],
        packing: [
            "It is packed by method {}, which is not read here.",
            "Unpack it yourself, or pack it again as an ordinary ZIP.",
        ],
        damaged: ["Its packing is damaged.", "Download it again; what was read before the damage is kept."],
        truncated: [
            "The file ends in the middle of a record.",
            "The download may have been cut off: download it again. What was read before is kept.",
        ],
        binary: [
            "It is not text: its byte {} stands in none.",
            "Open the list as CSV, XML or JSON, or as a ZIP or GZ of one.",
        ],
        pdf: ["It is a PDF.", "Publishers offer their lists as CSV or XML, too: open that."],
        office: [
            "It is a file of an office program.",
            "Save it as CSV (UTF-8), or open the list as its publisher has it in CSV or XML.",
        ],
        web: [
            "It is a web page, perhaps the page of the list and not the list.",
            "Save the list itself: follow the link for CSV or XML on that page.",
        ],
        picture: ["It is a picture.", "Open the list as CSV, XML or JSON."],
        archive: [
            "It is an archive of a kind that is not opened here.",
            "Unpack it and open what is in it; ZIP and GZ are opened as they are.",
        ],
        encoding: ["Its text is in {}, which is not read here.", "Save it as UTF-8."],
        unknown: [
            "No format that is known here fits it.",
            "Look at the list of formats. Is it the file of a list, as its publisher has it?",
        ],
        too_long: [
            "A record is longer than {} bytes.",
            "A quotation mark or a line end may be missing there. What was read before is kept.",
        ],
        too_wide: [
            "A row has more than {} columns.",
            "Is it a table with a row for each actor? What was read before is kept.",
        ],
        too_deep: [
            "Its parts stand in each other more than {} deep, as in no list.",
            "Do not trust this file. What was read before is kept.",
        ],
        attributes: [
            "An element has more than {} attributes, as in no list.",
            "Do not trust this file. What was read before is kept.",
        ],
        too_many: [
            "There are more than {} records.",
            "Open fewer lists at once. What was read before is kept.",
        ],
        carried: ["It leaves more than {} bytes for other files.", "Open it without the others."],
        doctype: [
            "It declares a document type, which could fetch other files.",
            "No list needs one: download the list from its publisher.",
        ],
        entity: [
            "It names the entity “{}”, which it would have to define.",
            "No list needs one: download the list from its publisher. What was read before is kept.",
        ],
        version: [
            "It is of the kind “{}”, version {}.",
            "This page reads “sourceline/dataset”, version 1: open that file, or a newer page.",
        ],
        malformed: [
            "It breaks the rules of its format: {}.",
            "Download it again. What was read before is kept.",
        ],
        columns: [
            "The row has not {} columns but {}.",
            "Compare the row with its neighbours; a quotation mark or a comma may be missing.",
        ],
        missing: ["It lacks “{}”, and cannot be listed without.", "Look at the record in the file."],
        full: [
            "There is no room for more than 4 GB of text or records.",
            "Open fewer lists at once. What was read before is kept.",
        ],
        removed: [
            "It says that “{}” is no longer in the list.",
            "These are changes of a list: open the whole list to see it as it is.",
        ],
        story: ["In the story, {}.", "To mend it: {}."],
        hyperedge: [
            "It is an edge of more than two ends, which is no relation of two.",
            "Save the network with an edge for each two, or with a node in the place of this edge.",
        ],
        nameless: [
            "It is a table, and none of its columns is known to have names.",
            "Say which column has the names, and open it again.",
        ],
        unread: ["The browser could not read on.", "Was the file moved or changed? Choose it again."],

        letters: "Letters that are not UTF-8 were read as Windows-1252: {}.",
        cut: "“{}” is cut off after {} letters where the file was made; what is left of the last item is a remark.",
        date: "“{}” is no date that is understood; it stays as it is.",
        kind: "“{}” is no kind that is known; the actor is listed without one.",
        form: "“{}” is written in another way than its format says; it was read as what it must mean.",
        short: "The row has not {} columns but {}; the others are read as empty.",
        orphan: "It adds to entry {}, which is in none of these files.",

        count: "The file says that it has {} records, and has {}.",
    };
    EN
}

/// A text with its values in the places of `{}`.
fn fill(text: &str, values: &[&dyn core::fmt::Display]) -> String {
    let mut filled = String::new();
    let mut values = values.iter();
    let mut parts = text.split("{}");
    filled.push_str(parts.next().unwrap_or_default());
    for part in parts {
        if let Some(value) = values.next() {
            filled.push_str(&super::apart(&value.to_string()));
        }
        filled.push_str(part);
    }
    filled
}

impl ImportWords {
    /// What became of it.
    pub const fn outcome(&self, it: Outcome) -> &'static str {
        let [stopped, refused, repaired, noticed] = self.outcomes;
        match it {
            Outcome::Stopped => stopped,
            Outcome::Refused => refused,
            Outcome::Repaired => repaired,
            Outcome::Noticed => noticed,
        }
    }

    /// Where: file, record, line.
    pub fn place(&self, report: &Report, place: &Place) -> String {
        let file = report.file(place.file).map(|it| it.name.as_str()).unwrap_or_default();
        match (place.record, place.line) {
            (0, _) => fill(self.place_file, &[&file]),
            (record, None) => fill(self.place_record, &[&file, &record]),
            (record, Some(line)) => fill(self.place_line, &[&file, &record, &line]),
        }
    }

    /// The name of a file.
    pub fn file<'r>(&self, report: &'r Report, file: FileId) -> &'r str {
        report.file(file).map(|it| it.name.as_str()).unwrap_or_default()
    }

    /// What is told of a place, and what to do about it; nothing to do is an empty text.
    pub fn what(&self, what: &What) -> [String; 2] {
        match what {
            What::Stopped(it) | What::Refused(it) => self.refusal(it),
            What::Repaired(it) => [self.repair(it), String::new()],
            What::Noticed(it) => [self.notice(it), String::new()],
        }
    }

    /// Why something was not read, and what to do about it.
    pub fn refusal(&self, it: &Refusal) -> [String; 2] {
        let with = |[what, advice]: [&'static str; 2], values: &[&dyn core::fmt::Display]| {
            [fill(what, values), advice.to_owned()]
        };
        match it {
            Refusal::Empty => with(self.empty, &[]),
            Refusal::TooLarge { bytes, limit } => with(self.too_large, &[bytes, limit]),
            Refusal::TooMuchText { limit } => with(self.too_much_text, &[limit]),
            Refusal::Bomb { limit } => with(self.bomb, &[limit]),
            Refusal::Nested => with(self.nested, &[]),
            Refusal::Members { count, limit } => with(self.members, &[count, limit]),
            Refusal::Encrypted => with(self.encrypted, &[]),
            Refusal::Packing { method } => with(self.packing, &[method]),
            Refusal::Damaged => with(self.damaged, &[]),
            Refusal::Truncated => with(self.truncated, &[]),
            Refusal::Binary { byte } => with(self.binary, &[byte]),
            Refusal::Foreign { sort } => with(self.foreign(*sort), &[]),
            Refusal::Encoding { name } => with(self.encoding, &[name]),
            Refusal::Unknown => with(self.unknown, &[]),
            Refusal::TooLong { limit } => with(self.too_long, &[limit]),
            Refusal::TooWide { limit } => with(self.too_wide, &[limit]),
            Refusal::TooDeep { limit } => with(self.too_deep, &[limit]),
            Refusal::Attributes { limit } => with(self.attributes, &[limit]),
            Refusal::TooMany { limit } => with(self.too_many, &[limit]),
            Refusal::Carried { limit } => with(self.carried, &[limit]),
            Refusal::Doctype => with(self.doctype, &[]),
            Refusal::Entity { name } => with(self.entity, &[name]),
            Refusal::Version { kind, version } => with(self.version, &[kind, version]),
            Refusal::Malformed { what } => with(self.malformed, &[what]),
            Refusal::Columns { expected, found } => with(self.columns, &[expected, found]),
            Refusal::Missing { field } => with(self.missing, &[field]),
            Refusal::Removed { id } => with(self.removed, &[id]),
            Refusal::Story { what, advice } => {
                let [told, mend] = self.story;
                [fill(told, &[what]), fill(mend, &[advice])]
            }
            Refusal::Hyperedge => with(self.hyperedge, &[]),
            Refusal::Nameless => with(self.nameless, &[]),
            Refusal::Unread => with(self.unread, &[]),
            Refusal::Full => with(self.full, &[]),
        }
    }

    const fn foreign(&self, sort: Foreign) -> [&'static str; 2] {
        match sort {
            Foreign::Pdf => self.pdf,
            Foreign::Office => self.office,
            Foreign::Web => self.web,
            Foreign::Picture => self.picture,
            Foreign::Archive => self.archive,
        }
    }

    /// What a column is read as.
    pub fn field(&self, field: Field) -> &'static str {
        self.fields.get(field as usize).copied().unwrap_or_default()
    }

    /// What parts columns.
    pub fn delimiter(&self, delimiter: Delimiter) -> &'static str {
        self.delimiters.get(delimiter as usize).copied().unwrap_or_default()
    }

    /// How sure a guess is of what a column is.
    pub fn sure(&self, sure: Confidence) -> &'static str {
        self.sure.get(sure as usize).copied().unwrap_or_default()
    }

    /// What was put right.
    pub fn repair(&self, it: &Repair) -> String {
        match it {
            Repair::Encoding { letters } => fill(self.letters, &[letters]),
            Repair::Cut { field, after } => fill(self.cut, &[field, after]),
            Repair::Date { words } => fill(self.date, &[words]),
            Repair::Kind { words } => fill(self.kind, &[words]),
            Repair::Form { field } => fill(self.form, &[field]),
            Repair::Short { expected, found } => fill(self.short, &[expected, found]),
            Repair::Orphan { id } => fill(self.orphan, &[id]),
        }
    }

    /// What to know of a file.
    pub fn notice(&self, it: &Notice) -> String {
        match it {
            Notice::Count { said, found } => fill(self.count, &[said, found]),
        }
    }
}
