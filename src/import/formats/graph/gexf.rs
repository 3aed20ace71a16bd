//! GEXF 1.1 to 1.3, the format of Gephi.
//!
//! Attributes are declared for `node` or `edge` and given by `attvalue`; `for` was `id` in version 1.1. Elements have times by
//! `start` and `end`, or several `spell`s of them; a value that holds for a time keeps it in its words. How a node
//! is drawn (`viz:`) says nothing of it.

use super::{Declared, Dialect, Edge, Network, Node, Of, attribute};
use crate::import::formats::{Confidence, Format, Opening, Reader};
use crate::import::report::About;
use crate::import::xml::{Element, Xml};
use crate::import::{Limits, Refusal, tidy};

/// A network.
pub(in crate::import::formats) const GEXF: Format = Format {
    key: "gexf",
    label: |words| words.gexf,
    doc: "A network as GEXF 1.1 to 1.3: a root `gexf` with `node` and `edge` elements, as Gephi and NetworkX write it.",
    sniff: |head| head.root().filter(|(name, _)| *name == "gexf").map(|_| Confidence::Sure),
    open,
};

fn open(opening: Opening<'_>) -> Result<Box<dyn Reader>, Refusal> {
    let Opening { name, text, limits, .. } = opening;
    let xml = Xml::new(text, &["node", "edge"], &["attributes", "meta"], limits).with_starts(&["graph"]);
    let gexf = Gexf { limits: *limits, default: Direction::Undirected };
    Ok(Box::new(Network::new(xml, gexf, name, limits)))
}

struct Gexf {
    limits: Limits,
    /// How edges are directed that do not say it.
    default: Direction,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Directed,
    Undirected,
    Mutual,
}

impl Direction {
    fn of(words: &str) -> Option<Self> {
        match words {
            "directed" => Some(Self::Directed),
            "undirected" => Some(Self::Undirected),
            "mutual" => Some(Self::Mutual),
            _ => None,
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Directed => "directed",
            Self::Undirected => "undirected",
            Self::Mutual => "mutual",
        }
    }
}

impl Dialect for Gexf {
    fn head(
        &mut self,
        element: Element<'_>,
        declared: &mut Declared,
        about: &mut About,
    ) -> Result<(), Refusal> {
        match element.name() {
            "meta" => {
                about.published = attribute(element, "lastmodifieddate");
                about.list = element.value("title").or_else(|| element.value("description")).map(tidy);
            }
            "graph" => {
                let words = element.attribute("defaultedgetype").unwrap_or_default();
                self.default = Direction::of(words).unwrap_or(self.default);
            }
            "attributes" => {
                let of = match element.attribute("class") {
                    Some("node") => Of::Node,
                    Some("edge") => Of::Edge,
                    _ => return Ok(()),
                };
                for one in element.all("attribute") {
                    let Some(id) = one.attribute("id") else { continue };
                    let default = one.value("default").map(tidy);
                    declared.add(of, id, one.attribute("title"), default, &self.limits)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn node(&self, element: Element<'_>, declared: &Declared) -> Node {
        let mut values = declared.values(Of::Node, given(element));
        for [start, end] in times(element) {
            values.extend(start.map(|it| ("start".to_owned(), it)));
            values.extend(end.map(|it| ("end".to_owned(), it)));
        }
        Node {
            id: element.attribute("id").map(str::to_owned),
            label: attribute(element, "label"),
            parent: element.attribute("pid").map(str::to_owned),
            values,
            remarks: Vec::new(),
        }
    }

    fn edge(&self, element: Element<'_>, declared: &Declared) -> Edge {
        let mut values = declared.values(Of::Edge, given(element));
        for own in ["kind", "weight"] {
            values.extend(attribute(element, own).map(|it| (own.to_owned(), it)));
        }
        let direction = element.attribute("type").and_then(Direction::of);
        Edge {
            ends: ["source", "target"].map(|it| element.attribute(it).map(str::to_owned)),
            label: attribute(element, "label"),
            direction: direction.filter(|it| *it != self.default).map(Direction::words),
            values,
            times: times(element),
        }
    }
}

/// The values of an element by the ids of their attributes.
fn given(element: Element<'_>) -> Vec<(String, String)> {
    let all = element.listed("attvalues", "attvalue").filter_map(|it| {
        let id = it.attribute("for").or_else(|| it.attribute("id"))?;
        let value = it.attribute("value")?;
        Some((
            id.to_owned(),
            match time(it) {
                [None, None] => value.to_owned(),
                [start, end] => {
                    let [start, end] = [start, end].map(Option::unwrap_or_default);
                    format!("{value} ({start}–{end})")
                }
            },
        ))
    });
    all.collect()
}

/// From when until when something holds.
fn time(element: Element<'_>) -> [Option<String>; 2] {
    [["start", "startopen"], ["end", "endopen"]]
        .map(|[closed, open]| attribute(element, closed).or_else(|| attribute(element, open)))
}

/// The times of an element: its own, or its spells.
fn times(element: Element<'_>) -> Vec<[Option<String>; 2]> {
    let own = core::iter::once(time(element)).chain(element.listed("spells", "spell").map(time));
    own.filter(|it| it.iter().any(Option::is_some)).collect()
}
