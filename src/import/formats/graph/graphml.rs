//! GraphML, the format of many programs, with the labels that yEd draws.
//!
//! A `key` declares an attribute of nodes, edges or both; `data` gives its value. yEd keeps the name of a node in the label
//! that it draws (`y:NodeLabel`), within data whose key has no name. Edges of more than two ends are refused.

use super::{Declared, Dialect, Edge, Network, Node, Of};
use crate::import::formats::{Confidence, Format, Opening, Reader};
use crate::import::report::About;
use crate::import::xml::{Element, Xml};
use crate::import::{Limits, Refusal, tidy};

/// A network.
pub(in crate::import::formats) const GRAPHML: Format = Format {
    key: "graphml",
    label: |words| words.graphml,
    doc: "A network as GraphML: a root `graphml` with `node` and `edge` elements, as yEd, NetworkX and Gephi write it.",
    sniff: |head| head.root().filter(|(name, _)| *name == "graphml").map(|_| Confidence::Sure),
    open,
};

fn open(opening: Opening<'_>) -> Result<Box<dyn Reader>, Refusal> {
    let Opening { name, text, limits, .. } = opening;
    let xml = Xml::new(text, &["node", "edge", "hyperedge"], &["key"], limits).with_starts(&["graph"]);
    let graphml = GraphMl { limits: *limits, is_directed: true };
    Ok(Box::new(Network::new(xml, graphml, name, limits)))
}

struct GraphMl {
    limits: Limits,
    /// How edges are directed that do not say it.
    is_directed: bool,
}

impl Dialect for GraphMl {
    fn head(&mut self, element: Element<'_>, declared: &mut Declared, _: &mut About) -> Result<(), Refusal> {
        match element.name() {
            "graph" => self.is_directed = element.attribute("edgedefault") != Some("undirected"),
            "key" => {
                let Some(id) = element.attribute("id") else { return Ok(()) };
                let of: &[Of] = match element.attribute("for") {
                    Some("node") => &[Of::Node],
                    Some("edge") => &[Of::Edge],
                    None | Some("all") => &[Of::Node, Of::Edge],
                    Some(_) => &[],
                };
                // Before it had its name in `attr.name`, some programs had it in `name`.
                let title = element.attribute("attr.name").or_else(|| element.attribute("name"));
                for of in of {
                    let default = element.value("default").map(tidy);
                    declared.add(*of, id, title, default, &self.limits)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn node(&self, element: Element<'_>, declared: &Declared) -> Node {
        let mut labels = drawn(element, "NodeLabel").into_iter();
        let label = labels.next();
        let mut values = declared.values(Of::Node, given(element));
        values.extend(labels.map(|it| ("label".to_owned(), it)));
        Node {
            id: element.attribute("id").map(str::to_owned),
            label,
            parent: None,
            values,
            remarks: element.value("desc").map(tidy).into_iter().collect(),
        }
    }

    fn edge(&self, element: Element<'_>, declared: &Declared) -> Edge {
        let labels = drawn(element, "EdgeLabel");
        let directed = element.attribute("directed").map(|it| it == "true");
        let other = directed.filter(|it| *it != self.is_directed);
        let mut values = declared.values(Of::Edge, given(element));
        values.extend(element.value("desc").map(|it| ("desc".to_owned(), tidy(it))));
        let times = times(&mut values);
        Edge {
            ends: ["source", "target"].map(|it| element.attribute(it).map(str::to_owned)),
            label: (!labels.is_empty()).then(|| labels.join("; ")),
            direction: other.map(|it| if it { "directed" } else { "undirected" }),
            values,
            times,
        }
    }
}

/// The values of an element by the ids of their keys. What is drawn is no value.
fn given(element: Element<'_>) -> Vec<(String, String)> {
    let all = element.all("data").filter(|it| it.children().next().is_none());
    let given = |it: Element<'_>| Some((it.attribute("key")?.to_owned(), it.text().to_owned()));
    all.filter_map(given).filter(|(_, value)| !value.is_empty()).collect()
}

/// The labels that yEd draws, each once: a group has one for its open and one for its closed form.
fn drawn(element: Element<'_>, name: &str) -> Vec<String> {
    fn find(element: Element<'_>, name: &str, all: &mut Vec<String>) {
        for child in element.children() {
            if child.name() == name {
                let label = tidy(child.text());
                if !label.is_empty() && all.len() < LABELS && !all.contains(&label) {
                    all.push(label);
                }
            } else {
                find(child, name, all);
            }
        }
    }
    let mut all = Vec::new();
    element.all("data").for_each(|data| find(data, name, &mut all));
    all
}

/// How many labels of a node or an edge are read.
const LABELS: usize = 16;

/// Takes out of the values from when until when an edge holds, where attributes say it.
fn times(values: &mut Vec<(String, String)>) -> Vec<[Option<String>; 2]> {
    const STARTS: [&str; 5] = ["start", "start date", "start_date", "startDate", "since"];
    const ENDS: [&str; 5] = ["end", "end date", "end_date", "endDate", "until"];
    let time = [STARTS, ENDS].map(|titles| {
        let is = |title: &str| titles.iter().any(|it| title.eq_ignore_ascii_case(it));
        let at = values.iter().position(|(title, _)| is(title))?;
        Some(values.remove(at).1)
    });
    if time.iter().all(Option::is_none) { Vec::new() } else { vec![time] }
}
