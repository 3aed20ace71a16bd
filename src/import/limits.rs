//! How much an import takes on: one struct, so that tests can try each limit with a small file.

/// The limits of an import. What goes beyond one is refused by name, with the number and a way out; what was read
/// before it is kept.
///
/// The defaults are several times what the largest public lists need, and small enough that a worker of 32 bits
/// never runs out of memory: only what is held at one time counts for that, so the whole may be much larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file as it was dropped: 2 GiB.
    pub raw: u64,
    /// Bytes of text that come out of one file or member of an archive: 4 GiB.
    pub text: u64,
    /// How many times larger than its packed form a text may be, once it has passed [`Limits::ratio_from`]: 250.
    /// Lists in XML are packed some 20 times smaller; nothing but a bomb comes near 1,000, the most that DEFLATE
    /// can do.
    pub ratio: u64,
    /// Bytes of unpacked text from which the ratio counts: 16 MiB.
    pub ratio_from: u64,
    /// Bytes of one record, or of one line where a record is a line: 32 MiB. It is held in memory as a whole.
    pub record: usize,
    /// Columns of one row: 1,024.
    pub columns: usize,
    /// How deep arrays and objects of JSON may stand in each other: 128.
    pub json_depth: usize,
    /// How deep elements of XML may stand in each other: 64.
    pub xml_depth: usize,
    /// Attributes of one element of XML: 256.
    pub attributes: usize,
    /// Records of all files together: 5 million.
    pub records: u64,
    /// Members of one archive, folders included: 1,000.
    pub members: u64,
    /// Packings around one text: 2, which is a `.gz` in a `.zip`.
    pub nesting: usize,
    /// Bytes that one file of a list may leave for another, as comments do for their entries: 16 MiB.
    pub carried: usize,
    /// How many findings of one reason the report keeps with their places; it counts them all: 2,000.
    pub findings: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            raw: 2 << 30,
            text: 4 << 30,
            ratio: 250,
            ratio_from: 16 << 20,
            record: 32 << 20,
            columns: 1 << 10,
            json_depth: 128,
            xml_depth: 64,
            attributes: 256,
            records: 5_000_000,
            members: 1_000,
            nesting: 2,
            carried: 16 << 20,
            findings: 2_000,
        }
    }
}
