//! Networks: GEXF and GraphML, as Gephi, yEd, NetworkX and others write them.
//!
//! A node is an actor, an edge is a relation of its source. The two formats say the same in other words: each reads
//! elements into a [`Node`] or an [`Edge`] ([`gexf`], [`graphml`]), and here records are made of them.
//!
//! - A node has its label for a name, else the attribute that is called so, else its id. Each attribute is an extra by its
//!   title; what it is, where it comes from, when it was born and what else it is called is understood besides, where
//!   a title says it ([`super::plain`]).
//! - An edge extends the actor at its source, whether that came before, comes later or never, as between entities of
//!   `FollowTheMoney`. Its label and attributes are the role; a `type`, `kind` or `relation` that is known makes the
//!   kind. Nothing tells a relation that is not directed but the order of its ends, so that is told only where an edge
//!   is another than its graph says of all.
//! - Nodes may hold nodes. Those within are actors of their own, with the id of what holds them.
//!
//! Attributes are declared apart, with values for all who have none. A small file could so make a large one of itself:
//! what it adds is counted ([`Budget`]).

mod gexf;
mod graphml;

pub(super) use gexf::GEXF;
pub(super) use graphml::GRAPHML;

use std::collections::{BTreeMap, VecDeque};

use super::plain::{Field, kind, titled};
use super::{Confidence, Item, Reader};
use crate::import::input::Text;
use crate::import::record::{Country, Dating, Extra, Name, NameKind, Relation, RelationKind, Whom};
use crate::import::report::About;
use crate::import::xml::{Element, Xml};
use crate::import::{Desk, Limits, Place, Record, Refusal, Repair, country, country_by_code, tidy};

/// What the two formats say in other words.
trait Dialect {
    /// Reads what is neither node nor edge: declarations, and what the file says of itself.
    fn head(
        &mut self,
        element: Element<'_>,
        declared: &mut Declared,
        about: &mut About,
    ) -> Result<(), Refusal>;

    /// Reads a node.
    fn node(&self, element: Element<'_>, declared: &Declared) -> Node;

    /// Reads an edge.
    fn edge(&self, element: Element<'_>, declared: &Declared) -> Edge;
}

/// Elements of a network, whichever of its formats it is.
struct Network<D> {
    xml: Xml,
    dialect: D,
    declared: Declared,
    making: Making,
    /// What is read and not given: what stands in a node comes behind it.
    items: VecDeque<Item>,
    repairs: VecDeque<(Place, Repair)>,
    about: About,
    is_begun: bool,
    is_over: bool,
}

/// What is declared of attributes, in the order of the file.
#[derive(Default)]
struct Declared {
    all: Vec<Attribute>,
    by_id: BTreeMap<(Of, String), usize>,
    /// Bytes that are held.
    bytes: usize,
}

/// Of what an attribute is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Node,
    Edge,
}

/// An attribute that nodes or edges may have.
struct Attribute {
    of: Of,
    /// What it is called; its id where it is not.
    title: String,
    /// The value of all that do not have one.
    default: Option<String>,
}

/// A node as its format has it.
#[derive(Default)]
struct Node {
    id: Option<String>,
    label: Option<String>,
    /// The node in which it is, where it says so itself.
    parent: Option<String>,
    values: Vec<(String, String)>,
    remarks: Vec<String>,
}

/// An edge as its format has it.
#[derive(Default)]
struct Edge {
    ends: [Option<String>; 2],
    label: Option<String>,
    /// How it is directed, where that is not as its graph says of all.
    direction: Option<&'static str>,
    values: Vec<(String, String)>,
    /// When it holds, from and until.
    times: Vec<[Option<String>; 2]>,
}

impl Declared {
    /// Takes a declaration; one that comes again takes the place of the first.
    fn add(
        &mut self,
        of: Of,
        id: &str,
        title: Option<&str>,
        default: Option<String>,
        most: &Limits,
    ) -> Result<(), Refusal> {
        let title = tidy(title.unwrap_or(id));
        self.bytes += id.len() + title.len() + default.as_ref().map_or(0, String::len);
        if self.bytes > most.carried {
            return Err(Refusal::Carried { limit: most.carried as u64 });
        }
        if self.all.len() >= most.columns {
            return Err(Refusal::TooWide { limit: most.columns as u64 });
        }
        self.by_id.insert((of, id.to_owned()), self.all.len());
        self.all.push(Attribute { of, title, default: default.filter(|it| !it.is_empty()) });
        Ok(())
    }

    /// The titles of attributes with the values that an element gives by their ids, and of those that it does not give
    /// with the values that all have.
    fn values(&self, of: Of, given: Vec<(String, String)>) -> Vec<(String, String)> {
        let mut is_given = vec![false; self.all.len()];
        let mut values = Vec::new();
        for (id, value) in given {
            let known = self.by_id.get(&(of, id.clone())).copied();
            if let Some(is) = known.and_then(|at| is_given.get_mut(at)) {
                *is = true;
            }
            let title = known.and_then(|at| self.all.get(at)).map_or(id, |it| it.title.clone());
            values.push((title, tidy(&value)));
        }
        let others = self.all.iter().zip(&is_given).filter(|(it, is_given)| it.of == of && !**is_given);
        for (it, _) in others {
            values.extend(it.default.as_ref().map(|default| (it.title.clone(), default.clone())));
        }
        values.retain(|(_, value)| !value.is_empty());
        values
    }
}

impl<D: Dialect> Network<D> {
    fn new(xml: Xml, dialect: D, name: &str, limits: &Limits) -> Self {
        Self {
            xml,
            dialect,
            declared: Declared::default(),
            making: Making {
                list: format!("graph:{name}"),
                record: 0,
                budget: Budget::default(),
                limits: *limits,
                fields: BTreeMap::new(),
            },
            items: VecDeque::new(),
            repairs: VecDeque::new(),
            about: About::default(),
            is_begun: false,
            is_over: false,
        }
    }

    /// Reads the next element with all that is in it.
    fn read(&mut self) -> bool {
        let (place, element) = match self.xml.next() {
            None => return false,
            Some(Err((place, refusal))) => {
                self.items.push_back(Item::Stopped(place, refusal));
                return false;
            }
            Some(Ok(found)) => found,
        };
        let end = place.span.end;
        let read = if place.record == 0 {
            self.dialect.head(element, &mut self.declared, &mut self.about)
        } else {
            let mut reading = Reading {
                dialect: &self.dialect,
                declared: &self.declared,
                making: &mut self.making,
                items: &mut self.items,
                repairs: &mut self.repairs,
                entry: &place,
            };
            reading.element(element, None);
            self.making.budget.check(end, &self.making.limits)
        };
        if let Err(refusal) = read {
            self.items.push_back(Item::Stopped(place, refusal));
            self.is_over = true;
        }
        true
    }
}

impl<D: Dialect> Reader for Network<D> {
    fn next(&mut self, desk: &mut Desk<'_>) -> Option<Item> {
        while self.items.is_empty() && !self.is_over {
            let more = self.read();
            if !self.is_begun {
                self.is_begun = true;
                if let Some(root) = self.xml.root() {
                    // A root declares nothing, so there is nothing that could be too much.
                    let _ = self.dialect.head(root, &mut self.declared, &mut self.about);
                }
            }
            self.is_over |= !more;
        }
        self.xml.tell_letters(desk, self.items.front());
        let item = self.items.pop_front()?;
        let record = item.place().record;
        while let Some((place, repair)) = self.repairs.pop_front_if(|(place, _)| place.record <= record) {
            desk.repair(&place, repair);
        }
        Some(item)
    }

    fn about(&self) -> &About {
        &self.about
    }

    fn text(&self) -> &Text {
        self.xml.text()
    }
}

/// What goes on from element to element.
struct Making {
    list: String,
    /// The number of the last node or edge; those within a node count like others.
    record: u64,
    budget: Budget,
    limits: Limits,
    /// What titles say: a network has a few, each a million times, and to look one up costs more than to read a node.
    fields: BTreeMap<String, Option<Field>>,
}

impl Making {
    /// What a title says for sure.
    fn field(&mut self, title: &str) -> Option<Field> {
        if let Some(known) = self.fields.get(title) {
            return *known;
        }
        let field = titled(title).filter(|(_, sure)| *sure == Confidence::Sure).map(|(field, _)| field);
        if self.fields.len() < self.limits.columns {
            self.fields.insert(title.to_owned(), field);
        }
        field
    }
}

/// How many bytes were made of what stands in the file only once.
#[derive(Default)]
struct Budget {
    made: u64,
}

impl Budget {
    /// How many times as much as the file itself may be made of it, once that is more than [`Limits::ratio_from`]. A
    /// node of a few letters may have some dozens of values that all have.
    const MOST: u64 = 16;

    const fn add(&mut self, bytes: usize) {
        self.made = self.made.saturating_add(bytes as u64);
    }

    const fn check(&self, read: u64, limits: &Limits) -> Result<(), Refusal> {
        let is_bomb = self.made > limits.ratio_from && self.made > read.saturating_mul(Self::MOST);
        if is_bomb { Err(Refusal::Bomb { limit: Self::MOST }) } else { Ok(()) }
    }
}

/// An element that is being read, with those in it.
struct Reading<'r, D> {
    dialect: &'r D,
    declared: &'r Declared,
    making: &'r mut Making,
    items: &'r mut VecDeque<Item>,
    repairs: &'r mut VecDeque<(Place, Repair)>,
    entry: &'r Place,
}

impl<D: Dialect> Reading<'_, D> {
    fn element(&mut self, element: Element<'_>, parent: Option<&str>) {
        self.making.record += 1;
        let mut place = element.place(self.entry);
        place.record = self.making.record;
        let read = match element.name() {
            "node" => {
                let node = self.dialect.node(element, self.declared);
                let id = node.id.clone();
                let read = self.actor(node, parent, &place);
                self.push(read, place);
                return self.within(element, id.as_deref().or(parent));
            }
            "edge" => {
                let edge = self.dialect.edge(element, self.declared);
                self.relation(edge, &place)
            }
            _ => Err(Refusal::Hyperedge),
        };
        self.push(read, place);
    }

    /// Reads the elements in a node: in a `graph` of GraphML, or in `nodes` and `edges` of GEXF.
    fn within(&mut self, element: Element<'_>, parent: Option<&str>) {
        // A tree is no deeper than the limit for XML.
        for list in element.children().filter(|it| matches!(it.name(), "graph" | "nodes" | "edges")) {
            for inner in list.children().filter(|it| matches!(it.name(), "node" | "edge" | "hyperedge")) {
                if self.making.budget.check(self.entry.span.end, &self.making.limits).is_err() {
                    return;
                }
                self.making.budget.add(parent.map_or(0, str::len));
                self.element(inner, parent);
            }
        }
    }

    fn push(&mut self, read: Result<Record, Refusal>, place: Place) {
        self.items.push_back(match read {
            Ok(record) => Item::Record(Box::new(record)),
            Err(refusal) => Item::Refused(place, refusal),
        });
    }

    fn actor(&mut self, node: Node, parent: Option<&str>, place: &Place) -> Result<Record, Refusal> {
        let id = node.id.ok_or(Refusal::Missing { field: "id" })?;
        let mut record = Record::new(&self.making.list, &id, place.clone());
        record.remarks = node.remarks;
        let mut names: Vec<_> = node.label.into_iter().collect();
        let mut aliases = Vec::new();
        for (title, value) in node.values {
            self.making.budget.add(title.len() + value.len());
            match self.making.field(&title) {
                Some(Field::Name) => names.push(value.clone()),
                Some(Field::Alias) => aliases.push(value.clone()),
                Some(Field::Kind) => record.kind = kind(&value).unwrap_or(record.kind),
                Some(Field::Born) => record.born.extend(Dating::read(&value)),
                Some(Field::Died) => record.died.extend(Dating::read(&value)),
                Some(Field::Nationality) => record.nationalities.extend(known(&value)),
                Some(Field::Country) => record.countries.extend(known(&value)),
                _ => {}
            }
            record.extras.push(Extra { name: title.into(), value });
        }
        let mut names = names.into_iter();
        let name = names.next().unwrap_or_else(|| tidy(&id));
        aliases.extend(names.filter(|it| *it != name));
        record.names.push(Name::new(NameKind::Primary, name));
        record.names.extend(aliases.into_iter().map(|it| Name::new(NameKind::Alias, it)));
        let parent = node.parent.or_else(|| parent.map(str::to_owned));
        record.extras.extend(parent.map(|value| Extra { name: "parent".into(), value }));
        Ok(record)
    }

    fn relation(&mut self, edge: Edge, place: &Place) -> Result<Record, Refusal> {
        let [source, target] = edge.ends;
        let source = source.ok_or(Refusal::Missing { field: "source" })?;
        let target = target.ok_or(Refusal::Missing { field: "target" })?;
        let mut related = None;
        let mut pieces: Vec<_> = edge.label.into_iter().collect();
        for (title, value) in edge.values {
            if related.is_none() && is_kind(&title) {
                related = relation_kind(&value);
            }
            // NetworkX has the label of an edge among its attributes, and Gephi its weight of 1 at each.
            let is_label = self.making.field(&title) == Some(Field::Name);
            let is_plain = title.eq_ignore_ascii_case("weight") && value.parse() == Ok(1.0_f64);
            self.making.budget.add(title.len() + value.len());
            if is_label {
                pieces.insert(0, value);
            } else if !is_plain {
                pieces.push(format!("{title}: {value}"));
            }
        }
        pieces.extend(edge.direction.map(str::to_owned));
        let (kind, inverse) = related.unwrap_or((RelationKind::UnknownLink, false));
        let role = (!pieces.is_empty()).then(|| pieces.join("; "));
        let mut record = Record { extends: true, ..Record::new(&self.making.list, &source, place.clone()) };
        let times = if edge.times.is_empty() { vec![[None, None]] } else { edge.times };
        for [start, end] in times {
            self.making.budget.add(role.as_ref().map_or(0, String::len) + target.len());
            let mut time = |words: Option<String>| words.map(|it| self.dating(&it, place));
            let (start, end) = (time(start), time(end));
            let to = Whom::Id(target.clone());
            record.relations.push(Relation { kind, to, inverse, role: role.clone(), start, end });
        }
        Ok(record)
    }

    /// A time; many networks count seconds or steps, which is no date and nothing to tell.
    fn dating(&mut self, words: &str, place: &Place) -> Dating {
        if words.parse::<f64>().is_ok() && words.len() != 4 {
            return Dating::unknown(words);
        }
        Dating::or_told(words, &mut |repair| self.repairs.push_back((place.clone(), repair)))
    }
}

fn known(words: &str) -> Option<Country> {
    let code = country_by_code(words).or_else(|| country(words))?;
    Some(Country { code: Some(code), words: words.to_owned() })
}

/// True for the title of an attribute that says what an edge is.
fn is_kind(title: &str) -> bool {
    ["type", "kind", "relation", "relationship", "schema", "category"]
        .iter()
        .any(|it| title.eq_ignore_ascii_case(it))
}

/// The relation that words name from the source to the target, and whether it is the target that owns, directs …
fn relation_kind(words: &str) -> Option<(RelationKind, bool)> {
    const WORDS: [(RelationKind, bool, &str); 18] = [
        (
            RelationKind::Ownership,
            false,
            "owns|owner|owner of|ownership|shareholder|shareholder of|parent of|holds",
        ),
        (RelationKind::Ownership, true, "owned by|subsidiary|subsidiary of|held by"),
        (
            RelationKind::Directorship,
            false,
            "directs|director|director of|directorship|chairs|heads|manages|controls",
        ),
        (RelationKind::Directorship, true, "directed by|managed by|headed by|controlled by"),
        (RelationKind::Membership, false, "member|member of|membership|belongs to"),
        (RelationKind::Membership, true, "has member"),
        (RelationKind::Employment, false, "employee|employee of|employment|works for|works at"),
        (RelationKind::Employment, true, "employs|employer|employer of"),
        (RelationKind::Representation, false, "represents|agent|agent of|representation"),
        (RelationKind::Representation, true, "represented by"),
        (
            RelationKind::Family,
            false,
            "family|relative|relative of|married|married to|spouse|husband|wife|brother|sister|sibling|son|daughter|child|\
             father|mother|cousin",
        ),
        (RelationKind::Associate, false, "associate|associate of|associated|associated with|knows|friend"),
        (RelationKind::Succession, false, "predecessor|predecessor of|succession|succeeded by"),
        (RelationKind::Succession, true, "successor|successor of|succeeds"),
        (RelationKind::Payment, false, "pays|paid|payment|transaction|transfer"),
        (RelationKind::Payment, true, "paid by"),
        (RelationKind::Debt, false, "owes|debt|debtor|debtor of"),
        (RelationKind::Debt, true, "creditor|creditor of|lends to"),
    ];
    let own = RelationKind::ALL.into_iter().find(|it| it.schema().eq_ignore_ascii_case(words));
    let words = words.to_lowercase().replace(['_', '-'], " ");
    let is = |all: &str| all.split('|').any(|it| it == words);
    let other = WORDS.into_iter().find(|(.., all)| is(all)).map(|(kind, inverse, _)| (kind, inverse));
    own.map(|it| (it, false)).or(other)
}

/// The text of an attribute of an element, tidy.
fn attribute(element: Element<'_>, name: &str) -> Option<String> {
    element.attribute(name).map(tidy)
}
