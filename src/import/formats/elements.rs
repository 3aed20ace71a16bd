//! A reader of entries of XML: what the formats of XML share.

use super::{Item, Reader};
use crate::import::input::Text;
use crate::import::record::Place;
use crate::import::report::About;
use crate::import::xml::{Element, Xml};
use crate::import::{Desk, Record, Refusal, Repair};

/// Makes a record of an entry, and tells what it put right.
type Entry = Box<dyn Fn(Element<'_>, Place, &mut dyn FnMut(Repair)) -> Result<Record, Refusal>>;

/// Reads what a list says of itself from its root, or from an element that is no entry.
type Head = fn(Element<'_>, &mut About);

/// A list whose entries are elements.
pub(super) struct Elements {
    pub(super) xml: Xml,
    pub(super) about: About,
    /// The root was read.
    pub(super) is_begun: bool,
    pub(super) head: Head,
    pub(super) entry: Entry,
}

impl Elements {
    pub(super) fn new(xml: Xml, list: Option<&str>, head: Head, entry: Entry) -> Self {
        let about = About { list: list.map(str::to_owned), ..About::default() };
        Self { xml, about, is_begun: false, head, entry }
    }

    fn read(&mut self, desk: &mut Desk<'_>) -> Option<Item> {
        loop {
            match self.xml.next()? {
                Err((place, refusal)) => return Some(Item::Stopped(place, refusal)),
                // What is no record tells of the list.
                Ok((place, element)) if place.record == 0 => (self.head)(element, &mut self.about),
                Ok((place, element)) => {
                    let mut repair = |repair| desk.repair(&place, repair);
                    return Some(match (self.entry)(element, place.clone(), &mut repair) {
                        Ok(record) => Item::Record(Box::new(record)),
                        Err(refusal) => Item::Refused(place, refusal),
                    });
                }
            }
        }
    }
}

impl Reader for Elements {
    fn next(&mut self, desk: &mut Desk<'_>) -> Option<Item> {
        let item = self.read(desk);
        if !self.is_begun {
            self.is_begun = true;
            if let Some(root) = self.xml.root() {
                (self.head)(root, &mut self.about);
            }
        }
        self.xml.tell_letters(desk, item.as_ref());
        item
    }

    fn about(&self) -> &About {
        &self.about
    }

    fn text(&self) -> &Text {
        self.xml.text()
    }
}
