//! Elements of XML, one record at a time, with their places and limits: what all formats of XML share.
//!
//! A list is a root with thousands of entries. [`Xml::next`] reads one entry as a whole, as a small tree that a
//! format asks by name; names are local ones, as namespaces change over the years and prefixes are anybody's choice.
//! The order of children does not matter, and what a format does not ask for is passed over.
//!
//! No document type is read, and no entity but the five of XML itself and letters by their number: there is nothing
//! that could grow, and nothing that could name another file.

use core::ops::Range;

use quick_xml::errors::{Error, SyntaxError};
use quick_xml::escape::EscapeError;
use quick_xml::events::attributes::AttrError;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::formats::Item;
use super::input::Text;
use super::record::Place;
use super::{Desk, Limits, Refusal};

/// A text of XML, read an entry at a time.
pub struct Xml {
    reader: Reader<Text>,
    limits: Limits,
    /// Local names of elements that are records, and of those that a format needs besides.
    records: &'static [&'static str],
    others: &'static [&'static str],
    /// Of those whose start alone is told.
    starts: &'static [&'static str],
    event: Vec<u8>,
    root: Tree,
    tree: Tree,
    /// How many elements are open, the root among them.
    depth: usize,
    record: u64,
    over: bool,
}

/// What was found: where, and what.
pub type Found<'x> = (Place, Element<'x>);

impl Xml {
    /// The entries of a text: elements of the names `records`, which are counted, and of the names `others`, which
    /// are not. What stands within one of them is part of it, whatever its name.
    pub fn new(
        text: Text,
        records: &'static [&'static str],
        others: &'static [&'static str],
        limits: &Limits,
    ) -> Self {
        let mut reader = Reader::from_reader(text);
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            limits: *limits,
            records,
            others,
            starts: &[],
            event: Vec::new(),
            root: Tree::default(),
            tree: Tree::default(),
            depth: 0,
            record: 0,
            over: false,
        }
    }

    /// Also elements of the names `starts`, which are not counted: with their attributes and without what stands within
    /// them, which is read as if it stood outside.
    #[must_use]
    pub const fn with_starts(mut self, starts: &'static [&'static str]) -> Self {
        self.starts = starts;
        self
    }

    /// The text, for its progress.
    pub const fn text(&self) -> &Text {
        self.reader.get_ref()
    }

    /// Tells of letters that were no UTF-8 since this was last asked, at the place of what was given last, or where the
    /// text has come to. What is read ahead is counted early.
    pub fn tell_letters(&mut self, desk: &mut Desk<'_>, last: Option<&Item>) {
        let letters = self.reader.get_mut().take_repaired();
        // It is asked after each record, and nearly always there are none.
        if letters > 0 {
            let place = last.map_or_else(|| self.here(), |item| item.place().clone());
            desk.letters(&place, letters);
        }
    }

    /// The root, with its attributes and without what is in it; nothing before the first entry was asked for.
    pub fn root(&self) -> Option<Element<'_>> {
        (!self.root.nodes.is_empty()).then_some(Element { tree: &self.root, at: 0 })
    }

    /// Where the text has come to.
    pub fn here(&self) -> Place {
        let (text, at) = (self.text(), self.reader.buffer_position());
        Place { file: text.file, record: self.record, line: Some(text.line()), span: at..at }
    }

    /// The next entry; an error where the rest cannot be read, after which there is nothing.
    #[expect(
        clippy::should_implement_trait,
        reason = "an element borrows from its reader, which no iterator can say"
    )]
    pub fn next(&mut self) -> Option<Result<Found<'_>, (Place, Refusal)>> {
        if self.over {
            return None;
        }
        match self.read() {
            Ok(Some(place)) => Some(Ok((place, Element { tree: &self.tree, at: 0 }))),
            Ok(None) => {
                self.over = true;
                None
            }
            Err(failed) => {
                self.over = true;
                Some(Err(failed))
            }
        }
    }

    /// Reads to the next entry, and it.
    fn read(&mut self) -> Result<Option<Place>, (Place, Refusal)> {
        loop {
            self.reader.get_mut().begin();
            let place = self.here();
            let failed = |refusal| Err((place.clone(), refusal));
            self.event.clear();
            let event = match self.reader.read_event_into(&mut self.event) {
                Ok(event) => event,
                Err(error) => return failed(refusal(error)),
            };
            match event {
                Event::Start(start) => {
                    if self.depth >= self.limits.xml_depth {
                        return failed(Refusal::TooDeep { limit: self.limits.xml_depth as u64 });
                    }
                    let name = start.local_name();
                    let is_record = self.records.contains(&name.as_ref());
                    let is_wanted = is_record || self.others.contains(&name.as_ref());
                    if self.depth > 0 && is_wanted {
                        self.tree.clear();
                        if let Err(refusal) = self.tree.open(&start, &place, &self.limits) {
                            return failed(refusal);
                        }
                        self.record += u64::from(is_record);
                        let mut place = place;
                        place.record = if is_record { self.record } else { 0 };
                        return match self.entry() {
                            Ok(()) => {
                                place.span.end = self.reader.buffer_position();
                                Ok(Some(place))
                            }
                            Err(refusal) => Err((place, refusal)),
                        };
                    }
                    if self.depth == 0
                        && let Err(refusal) = self.root.open(&start, &place, &self.limits)
                    {
                        return failed(refusal);
                    }
                    self.depth += 1;
                    if self.depth > 1 && self.starts.contains(&name.as_ref()) {
                        self.tree.clear();
                        if let Err(refusal) = self.tree.open(&start, &place, &self.limits) {
                            return failed(refusal);
                        }
                        let span = place.span.start..self.reader.buffer_position();
                        return Ok(Some(Place { record: 0, span, ..place }));
                    }
                }
                Event::End(_) => self.depth = self.depth.saturating_sub(1),
                Event::Eof if self.depth > 0 => return failed(Refusal::Truncated),
                Event::Eof => return Ok(None),
                Event::DocType(_) => return failed(Refusal::Doctype),
                _ => {}
            }
        }
    }

    /// Reads the rest of an entry whose start is in the tree.
    fn entry(&mut self) -> Result<(), Refusal> {
        let mut open = vec![0];
        while let Some(&at) = open.last() {
            let here = self.here();
            self.event.clear();
            match self.reader.read_event_into(&mut self.event).map_err(refusal)? {
                Event::Start(start) => {
                    if self.depth + open.len() >= self.limits.xml_depth {
                        return Err(Refusal::TooDeep { limit: self.limits.xml_depth as u64 });
                    }
                    open.push(self.tree.open(&start, &here, &self.limits)?);
                }
                Event::End(_) => {
                    self.tree.close(at, self.reader.buffer_position());
                    open.pop();
                }
                Event::Text(text) => self.tree.say(at, &text.xml10_content()),
                Event::CData(text) => self.tree.say(at, &text.xml10_content()),
                Event::GeneralRef(name) => {
                    let letter = letter(&name)?;
                    self.tree.say(at, letter.encode_utf8(&mut [0; 4]));
                }
                Event::DocType(_) => return Err(Refusal::Doctype),
                Event::Eof => return Err(Refusal::Truncated),
                _ => {}
            }
        }
        Ok(())
    }
}

/// The letter that a reference stands for.
fn letter(name: &BytesRef<'_>) -> Result<char, Refusal> {
    let words = || name.borrow().into_inner().into_owned();
    if name.is_char_ref() {
        return match name.resolve_char_ref() {
            Ok(Some(letter)) if letter != '\0' => Ok(letter),
            _ => Err(Refusal::Malformed { what: format!("&{};", words()) }),
        };
    }
    match words().as_str() {
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "amp" => Ok('&'),
        "apos" => Ok('\''),
        "quot" => Ok('"'),
        other => Err(Refusal::Entity { name: other.to_owned() }),
    }
}

/// What an error of the parser is.
fn refusal(error: Error) -> Refusal {
    match error {
        Error::Io(error) => Refusal::of_io(&error),
        Error::Escape(EscapeError::UnrecognizedEntity(_, name)) => Refusal::Entity { name },
        // All others of syntax are an end that was not found before the end of the text.
        Error::Syntax(error) if error != SyntaxError::InvalidBangMarkup => Refusal::Truncated,
        other => Refusal::Malformed { what: other.to_string() },
    }
}

/// An entry and all that is in it. The buffers are used again for the next.
#[derive(Default)]
struct Tree {
    /// All names and values.
    text: String,
    /// The elements as they begin.
    nodes: Vec<Node>,
    /// Names and values of attributes.
    attributes: Vec<[Range<usize>; 2]>,
}

struct Node {
    name: Range<usize>,
    value: Range<usize>,
    attributes: Range<usize>,
    /// The number of the first element that begins behind its end.
    end: usize,
    /// Where it stands: its bytes, and the line on which it begins.
    span: Range<u64>,
    line: Option<u64>,
}

impl Tree {
    fn clear(&mut self) {
        self.text.clear();
        self.nodes.clear();
        self.attributes.clear();
    }

    fn push(&mut self, words: &str) -> Range<usize> {
        let start = self.text.len();
        self.text.push_str(words);
        start..self.text.len()
    }

    /// Begins an element, and gives its number.
    fn open(&mut self, start: &BytesStart<'_>, place: &Place, limits: &Limits) -> Result<usize, Refusal> {
        let name = self.push(start.local_name().as_ref());
        let first = self.attributes.len();
        // Looking for names that come twice costs the square of their number.
        for attribute in start.attributes().with_checks(false) {
            if self.attributes.len() - first >= limits.attributes {
                return Err(Refusal::Attributes { limit: limits.attributes as u64 });
            }
            let attribute =
                attribute.map_err(|error: AttrError| Refusal::Malformed { what: error.to_string() })?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(refusal)?;
            let both = [self.push(attribute.key.local_name().as_ref()), self.push(&value)];
            self.attributes.push(both);
        }
        let end = self.nodes.len() + 1;
        let value = self.text.len()..self.text.len();
        let (span, line) = (place.span.clone(), place.line);
        self.nodes.push(Node { name, value, attributes: first..self.attributes.len(), end, span, line });
        Ok(end - 1)
    }

    /// Adds to the text of an element. White space alone between elements is none.
    fn say(&mut self, at: usize, words: &str) {
        let end = self.text.len();
        let Some(node) = self.nodes.get_mut(at) else { return };
        if words.trim_ascii().is_empty() && (node.value.is_empty() || node.value.end != end) {
            return;
        }
        if node.value.end != end {
            // Elements stand between: what was said before them is copied behind them.
            let before = self.text.get(node.value.clone()).unwrap_or_default().to_owned();
            self.text.push_str(&before);
            node.value = end..end + before.len();
        }
        self.text.push_str(words);
        node.value.end = self.text.len();
    }

    fn close(&mut self, at: usize, position: u64) {
        let end = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(at) {
            node.end = end;
            node.span.end = position;
        }
    }
}

/// An element of an entry.
#[derive(Clone, Copy)]
pub struct Element<'t> {
    tree: &'t Tree,
    at: usize,
}

impl<'t> Element<'t> {
    fn node(self) -> Option<&'t Node> {
        self.tree.nodes.get(self.at)
    }

    fn words(self, range: Option<&Range<usize>>) -> &'t str {
        range.and_then(|it| self.tree.text.get(it.clone())).unwrap_or_default()
    }

    /// Its local name.
    pub fn name(self) -> &'t str {
        self.words(self.node().map(|it| &it.name))
    }

    /// Where it stands, by the place of the entry in which it does.
    pub fn place(self, entry: &Place) -> Place {
        let node = self.node();
        let span = node.map_or(entry.span.clone(), |it| it.span.clone());
        Place { span, line: node.and_then(|it| it.line), ..entry.clone() }
    }

    /// Its own text, without that of elements in it and without white space at its ends.
    pub fn text(self) -> &'t str {
        self.words(self.node().map(|it| &it.value)).trim()
    }

    /// An attribute by its local name, where it says something.
    pub fn attribute(self, name: &str) -> Option<&'t str> {
        let all = self.tree.attributes.get(self.node()?.attributes.clone())?;
        let [_, value] = all.iter().find(|[it, _]| self.words(Some(it)) == name)?;
        Some(self.words(Some(value)).trim()).filter(|it| !it.is_empty())
    }

    /// The elements in it, not those within these.
    pub fn children(self) -> impl Iterator<Item = Element<'t>> {
        let end = self.node().map_or(0, |it| it.end);
        let mut next = self.at + 1;
        core::iter::from_fn(move || {
            let child = Self { tree: self.tree, at: next };
            let node = child.node().filter(|_| next < end)?;
            next = node.end.max(next + 1);
            Some(child)
        })
    }

    /// The elements in it of a name.
    pub fn all(self, name: &str) -> impl Iterator<Item = Element<'t>> {
        self.children().filter(move |it| it.name() == name)
    }

    /// The first element in it of a name.
    pub fn child(self, name: &str) -> Option<Element<'t>> {
        self.all(name).next()
    }

    /// The text of the first element in it of a name that says something.
    pub fn value(self, name: &str) -> Option<&'t str> {
        self.all(name).map(Element::text).find(|it| !it.is_empty())
    }

    /// The elements of a name that stand in the elements of another, as `aka` in `akaList`.
    pub fn listed(self, list: &str, name: &str) -> impl Iterator<Item = Element<'t>> {
        self.all(list).flat_map(move |list| list.all(name))
    }
}
