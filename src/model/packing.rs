//! The fields of the model's types, for [`crate::pack`].

use super::{
    Actor, Attribution, Counts, Dataset, Date, Designation, Evidence, Exact, Fact, Group, Hash, Link,
    Paragraph, Place, Side, Source, Story, Topic, When,
};
use crate::pack::{Pack, Reader, packed};

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
