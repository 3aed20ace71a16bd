//! The fields of the model's types, for [`crate::pack`]: a dataset packs into two parts.

use super::{
    Actor, Attribution, Counts, Dataset, Date, Designation, Evidence, Exact, Fact, Group, Hash, Late, Link,
    MayBeLate, Paragraph, Place, Side, Source, Story, Topic, When,
};
use crate::pack::{Broken, Pack, Reader, packed, read};

packed! {
    Dataset { story, sides, topics, places, sources, actors, facts, groups, designations }
    Story { key, title, summary, period, lang }
    Side { key, label }
    Topic { key, label }
    Place { key, name, country }
    Source { key, title, note, publisher, written, lang, sha256, contributors, paragraphs }
    Paragraph { kind, sentences }
    Evidence { source, paragraph, sentence, hash, exact }
    Exact { text, speaker }
    Actor { key, name, short, aliases, description, kind, naming, side, countries }
    Fact {
        key, text, kind, subject, objects, about, mutual, event_type, relation_type, topic, status,
        attribution, when, place, counts, note, evidence, links
    }
    Attribution { speaker, via }
    Link { kind, to }
    Group { key, label, measure, package, counts }
    Counts { person, company }
    Designation {
        key, target, authority, group, reason, attribution, listed_on, status, note, evidence
    }
    When { reported, start, end, basis }
    Date { year, month, day }
}

impl Pack for Hash {
    fn pack(&self, to: &mut Vec<u8>) {
        self.0.pack(to);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        Self(Pack::unpack(from))
    }
}

/// In the first part a value that comes later takes no room.
impl<T> Pack for Late<T> {
    fn pack(&self, _: &mut Vec<u8>) {}

    fn unpack(_: &mut Reader<'_>) -> Self {
        Self::default()
    }
}

/// The second part of a dataset: all that comes later.
pub fn rest(data: &Dataset) -> Vec<u8> {
    let mut to = Vec::new();
    visit(data, &mut Writing(&mut to));
    to
}

/// Gives a dataset that was packed the part that [`rest`] gave of it.
///
/// # Errors
///
/// Where it is the part of another dataset.
pub fn complete(data: &Dataset, rest: &[u8]) -> Result<(), Broken> {
    read(rest, |from| visit(data, &mut Reading(from)))
}

/// One way through all that comes later, for writing and for reading.
fn visit(data: &Dataset, way: &mut impl Way) {
    let when = |when: &When, way: &mut _| Way::go(way, &when.reported);
    way.go(&data.story.title);
    way.go(&data.story.summary);
    way.go(&data.story.period);
    for it in &data.sources {
        way.go(&it.note);
        when(&it.written, way);
        way.go(&it.sha256);
        it.paragraphs.iter().flat_map(|it| &it.sentences).for_each(|hash| way.go(hash));
    }
    for it in &data.actors {
        way.go(&it.aliases);
        way.go(&it.description);
    }
    for it in &data.facts {
        way.go(&it.text);
        when(&it.when, way);
        way.go(&it.note);
        evidence(&it.evidence, way);
    }
    for it in &data.designations {
        way.go(&it.reason);
        when(&it.listed_on, way);
        way.go(&it.note);
        evidence(&it.evidence, way);
    }
}

fn evidence(all: &[Evidence], way: &mut impl Way) {
    for it in all {
        way.go(&it.hash);
        way.go(&it.exact);
    }
}

trait Way {
    fn go<T: Pack + MayBeLate>(&mut self, late: &Late<T>);
}

struct Writing<'w>(&'w mut Vec<u8>);

impl Way for Writing<'_> {
    fn go<T: Pack + MayBeLate>(&mut self, late: &Late<T>) {
        Pack::pack(&**late, self.0);
    }
}

struct Reading<'r, 'b>(&'r mut Reader<'b>);

impl Way for Reading<'_, '_> {
    fn go<T: Pack + MayBeLate>(&mut self, late: &Late<T>) {
        late.fill(T::unpack(self.0));
    }
}
