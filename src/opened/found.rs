//! What search everywhere finds in an opened list.

use super::Ready;
use super::rows::{cell, key};
use crate::seam::{Engine, ask};
use crate::search::{Entry, Field, Group, Index, Kind, Role, Target};
use crate::store::{ActorId, Column, Facet, Filter, Order};
use crate::words;

/// Rows among which different actors are looked for, for each that is wanted: an actor may have several.
const ROWS_EACH: usize = 4;
/// The most names and numbers of an actor that are looked through for what matched: who fits by another is shown
/// without a mark.
const LOOKED_THROUGH: usize = 200;

impl Engine<ask::Find> for Ready {
    /// The targets that a text may mean, the best first. Words may have a wrong letter where nothing fits as it was typed.
    fn answer(&self, ask: &ask::Find) -> Vec<Group> {
        let (text, most) = (ask.text.as_str(), ask.most as usize);
        if text.trim().is_empty() {
            return Vec::new();
        }
        let store = &self.store;
        // The list's own filter is left as it is: it is asked again at once.
        let filter = Filter { text: text.to_owned(), ..Filter::default() };
        let typed = store.find(&filter);
        let similar = typed.total() == 0;
        let mut found = if similar { store.find(&Filter { typos: true, ..filter }) } else { typed };
        let total = found.total();
        if total == 0 {
            return Vec::new();
        }
        let mut actors: Vec<ActorId> = Vec::new();
        let rows = found.window(store, Order::Best, 0..most.saturating_mul(ROWS_EACH));
        let entries = rows.into_iter().filter_map(|row| {
            let line = store.line(row)?;
            let is_new = actors.len() < most && !actors.contains(&line.actor);
            is_new.then(|| {
                actors.push(line.actor);
                let of = [Facet::Kind, Facet::Programme, Facet::Country, Facet::Authority];
                let told = of.map(|facet| cell(store, Column::Facet(facet), &line, words::apart));
                let told: Vec<_> = told.into_iter().filter(|it| !it.is_empty()).collect();
                Entry {
                    kind: Kind::Record,
                    target: Target::Record(key(line.list, line.id)),
                    fields: self.fields(line.actor),
                    line: told.join(" · "),
                }
            })
        });
        // The store has found and ranked them; the index tells which letters of each matched.
        let index = Index::new(entries.collect());
        let matched = index.find(text);
        let hits = (0..index.entries().len()).filter_map(|nth| {
            matched.iter().find(|it| it.entry == nth).map_or_else(|| index.plain(nth), |it| index.hit(it))
        });
        vec![Group { kind: Kind::Record, hits: hits.collect(), total, similar }]
    }
}

impl Ready {
    /// Names and numbers of an actor, the name under which it is listed first.
    fn fields(&self, actor: ActorId) -> Vec<Field> {
        let field = |role, text: &str| Field { role, text: text.to_owned() };
        let names = self.store.names(actor).enumerate();
        let names = names.map(|(nth, name)| field(if nth == 0 { Role::Name } else { Role::Alias }, name));
        let mut fields: Vec<_> = names.take(LOOKED_THROUGH).collect();
        let whole = self.store.actor(actor);
        let numbers = whole.iter().flat_map(|it| &it.records).flat_map(|it| &it.identifiers);
        fields.extend(numbers.take(LOOKED_THROUGH).map(|it| field(Role::Number, &it.value)));
        fields
    }
}
