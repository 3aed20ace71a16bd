//! What the reader has chosen of an opened list, as the part of the fragment behind `/opened`:
//! `/list?q=bank&country=kp&country=ru&sort=-listed&sel=ofac/1234`.
//!
//! The list itself is in no link: who opens one is asked for the same file. As of all fragments, what is not understood
//! is left out and told.

use super::escape::{escaped, unescaped};
use super::fragment::MAX_TEXT;
use super::{Notice, Period};
use crate::store::{Column, Dates, Facet, Filter, Order};

/// Everything that the reader has chosen of an opened list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenedQuery {
    /// The view that is open.
    pub room: Room,
    /// What rows are narrowed to.
    pub filter: Filter,
    /// The order of rows.
    pub order: Order,
    /// What the evidence panel is about.
    pub selection: Option<ActorKey>,
    /// Around whom the network is drawn, then whose neighbours were added, in the order in which they were.
    pub around: Vec<ActorKey>,
}

/// The views of an opened list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// Its rows.
    #[default]
    List,
    /// Who is related to whom.
    Network,
    /// What became of its files.
    Report,
}

/// An actor of an opened list: the key of its list and its id there. It is written `ofac/1234`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ActorKey {
    /// The key of the list, which has no stroke.
    pub list: String,
    /// The id, which may be any text.
    pub id: String,
}

impl Room {
    /// All of them in the order of the navigation.
    pub const ALL: [Self; 3] = [Self::List, Self::Network, Self::Report];

    /// The stable name in the fragment.
    pub const fn key(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Network => "network",
            Self::Report => "report",
        }
    }
}

impl ActorKey {
    /// Reads what [`core::fmt::Display`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        let (list, id) = text.split_once('/')?;
        let is_whole = !list.is_empty() && !id.is_empty();
        is_whole.then(|| Self { list: list.to_owned(), id: id.to_owned() })
    }
}

impl core::fmt::Display for ActorKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}/{}", self.list, self.id)
    }
}

/// The orders that are no column.
const FILE: &str = "file";
/// Which dates a period is about, with their stable names.
const DATES: [(Dates, &str); 3] =
    [(Dates::Listed, "listed"), (Dates::Ended, "ended"), (Dates::InForce, "in-force")];

impl OpenedQuery {
    /// The part of the fragment behind `/opened`; two equal queries give the same one.
    pub fn to_fragment(&self) -> String {
        let mut parts = Vec::new();
        let mut part = |key: &str, value: &str| parts.push(format!("{key}={}", escaped(value)));
        let Filter { text, typos, chosen, period, dates } = &self.filter;
        if !text.is_empty() {
            part("q", text);
        }
        if *typos {
            part("similar", "1");
        }
        for (facet, values) in chosen {
            values.iter().for_each(|value| part(facet.key(), value));
        }
        if let Some(period) = period.to_text() {
            part("period", &period);
        }
        if let Some((_, key)) = DATES.iter().find(|(it, _)| it == dates && *it != Dates::default()) {
            part("dates", key);
        }
        match self.order {
            Order::Best => {}
            Order::AsListed => part("sort", FILE),
            Order::Up(column) => part("sort", column.key()),
            Order::Down(column) => part("sort", &format!("-{}", column.key())),
        }
        self.around.iter().for_each(|actor| part("around", &actor.to_string()));
        if let Some(actor) = &self.selection {
            part("sel", &actor.to_string());
        }
        let room = self.room.key();
        if parts.is_empty() { format!("/{room}") } else { format!("/{room}?{}", parts.join("&")) }
    }

    /// Reads that part of a fragment.
    pub fn parse(fragment: &str) -> (Self, Vec<Notice>) {
        let (mut query, mut notices) = (Self::default(), Vec::new());
        let (room, parts) = fragment.split_once('?').unwrap_or((fragment, ""));
        match Room::ALL.into_iter().find(|it| room.strip_prefix('/') == Some(it.key())) {
            Some(room) => query.room = room,
            None if matches!(room, "" | "/") => {}
            None => notices.push(Notice::View(format!("/opened{room}"))),
        }
        for part in parts.split('&').filter(|part| !part.is_empty()) {
            if query.read_part(part).is_none() {
                notices.push(Notice::Part(part.to_owned()));
            }
        }
        (query, notices)
    }

    fn read_part(&mut self, part: &str) -> Option<()> {
        let (key, value) = part.split_once('=')?;
        let value = unescaped(value)?;
        match key {
            "q" => self.filter.text = (value.chars().count() <= MAX_TEXT).then_some(value)?,
            "similar" => self.filter.typos = (value == "1").then_some(true)?,
            "period" => self.filter.period = Period::parse(&value)?,
            "dates" => self.filter.dates = DATES.iter().find(|(_, it)| *it == value)?.0,
            "sort" => {
                let column = |key: &str| Column::ALL.into_iter().find(|it| it.key() == key);
                self.order = match value.strip_prefix('-') {
                    _ if value == FILE => Order::AsListed,
                    Some(key) => Order::Down(column(key)?),
                    None => Order::Up(column(&value)?),
                };
            }
            "around" => self.around.push(ActorKey::parse(&value)?),
            "sel" => self.selection = Some(ActorKey::parse(&value)?),
            _ => {
                let facet = Facet::find(key)?;
                if !self.is_chosen(facet, &value) {
                    self.toggle(facet, &value);
                }
            }
        }
        Some(())
    }

    /// The values that a facet is narrowed to.
    pub fn chosen(&self, facet: Facet) -> &[String] {
        self.filter.chosen.iter().find(|(it, _)| *it == facet).map_or(&[], |(_, values)| values)
    }

    /// True where a facet is narrowed to a value.
    pub fn is_chosen(&self, facet: Facet, value: &str) -> bool {
        self.chosen(facet).iter().any(|it| it == value)
    }

    fn toggle(&mut self, facet: Facet, value: &str) {
        let all = &mut self.filter.chosen;
        let place = |it: &Facet| Facet::ALL.iter().position(|facet| facet == it);
        let at = all.partition_point(|(it, _)| place(it) < place(&facet));
        if all.get(at).is_none_or(|(it, _)| *it != facet) {
            all.insert(at, (facet, Vec::new()));
        }
        let Some((_, values)) = all.get_mut(at) else { return };
        match values.binary_search_by(|it| it.as_str().cmp(value)) {
            Ok(place) => drop(values.remove(place)),
            Err(place) => values.insert(place, value.to_owned()),
        }
        if values.is_empty() {
            all.remove(at);
        }
    }

    /// The same query with one value of a facet chosen or, if it was chosen, not.
    #[must_use]
    pub fn toggled(&self, facet: Facet, value: &str) -> Self {
        let mut query = self.clone();
        query.toggle(facet, value);
        query
    }

    /// The same query in another view.
    #[must_use]
    pub fn viewing(&self, room: Room) -> Self {
        Self { room, ..self.clone() }
    }

    /// The same query with an actor selected, or nobody.
    #[must_use]
    pub fn selecting(&self, selection: Option<ActorKey>) -> Self {
        Self { selection, ..self.clone() }
    }

    /// The same view, order and selection with nothing narrowed.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self { filter: Filter::default(), ..self.clone() }
    }

    /// True where rows are left out.
    pub fn narrowed(&self) -> bool {
        let Filter { text, chosen, period, .. } = &self.filter;
        !text.trim().is_empty() || !chosen.is_empty() || period.narrows()
    }

    /// What a click on the heading of a column gives: up, then down, then as it was without.
    #[must_use]
    pub fn sorted(&self, column: Column) -> Self {
        let order = match self.order {
            Order::Up(it) if it == column => Order::Down(column),
            Order::Down(it) if it == column => Order::Best,
            _ => Order::Up(column),
        };
        Self { order, ..self.clone() }
    }
}
