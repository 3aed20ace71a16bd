//! The entries of a dataset: what of it is searched, and the line that tells one from another.

use super::entry::{Entry, Field, Kind, Role, Target};
use crate::engine::{Card, long_when, report};
use crate::model::{
    Actor, ActorId, Dataset, Designation, DesignationId, Fact, FactId, Naming, Source, SourceId,
};
use crate::order;
use crate::query::{Row, Selection, View, ends};
use crate::words::Words;

/// All actors, facts, designations and sources of a dataset, in its order.
pub fn entries(data: &Dataset, words: &'static Words) -> Vec<Entry> {
    let mut all = Vec::new();
    all.extend(data.all::<Actor>().map(|(id, _)| actor(data, words, id)));
    all.extend(data.all::<Fact>().map(|(id, _)| fact(data, words, id)));
    all.extend(data.all::<Designation>().map(|(id, _)| designation(data, words, id)));
    all.extend(data.all::<Source>().map(|(id, _)| source(data, words, id)));
    all
}

/// The actors whom most facts and designations have at one of their ends, most first: where a reader may
/// begin. Whom the sources do not name is not among them.
pub fn connected(data: &Dataset, most: usize) -> Vec<ActorId> {
    let mut ends: Vec<_> =
        Row::of_view(data, View::Network).into_iter().flat_map(|row| ends(data, row)).collect();
    order::sort_by_key(&mut ends, |id| *id);
    let mut counts: Vec<(usize, ActorId)> =
        ends.chunk_by(|a, b| a == b).filter_map(|run| Some((run.len(), *run.first()?))).collect();
    counts.retain(|(_, id)| data[*id].naming == Naming::Named);
    order::sort(&mut counts, |(a, _), (b, _)| b.cmp(a));
    counts.into_iter().take(most).map(|(_, id)| id).collect()
}

fn actor(data: &Dataset, words: &Words, id: ActorId) -> Entry {
    let actor = &data[id];
    let mut fields = vec![field(Role::Name, &actor.name)];
    fields.push(field(Role::Alias, &actor.short));
    fields.extend(actor.aliases.iter().map(|alias| field(Role::Alias, alias)));
    fields.push(field(Role::Text, &actor.description));
    let kind = words.actor_kind(actor.kind);
    // "State; its leader is …" says it already.
    let line = match actor.description.starts_with(kind) {
        true => actor.description.to_string(),
        false => format!("{kind} · {}", actor.description),
    };
    entry(Kind::Actor, Selection::Actor(actor.key.clone()), fields, line)
}

fn fact(data: &Dataset, words: &'static Words, id: FactId) -> Entry {
    let fact = &data[id];
    let card = Card::of_fact(data, words, id);
    let mut fields = vec![field(Role::Text, &fact.text)];
    fields.extend(card.exact.iter().map(|(text, _)| field(Role::Speech, text)));
    let attribution = &fact.attribution;
    let own =
        [fact.subject].into_iter().chain(fact.objects.iter().copied()).chain(fact.about.iter().copied());
    let who = own.chain(attribution.speaker).chain(attribution.via.iter().copied()).collect();
    fields.extend(names(data, who));
    fields.push(field(Role::When, &long_when(words, &fact.when)));
    fields.extend(fact.place.map(|place| field(Role::Where, &data[place].name)));
    fields.push(field(Role::Topic, &data[fact.topic].label));
    fields.extend(fact.note.iter().map(|note| field(Role::Note, note)));
    let chain: Vec<_> = card.chain.iter().map(|it| it.text.as_str()).collect();
    let line = [chain.join(" → "), card.when, card.status.to_owned()].join(" · ");
    entry(Kind::Fact, Selection::Fact(fact.key.clone()), fields, line)
}

fn designation(data: &Dataset, words: &'static Words, id: DesignationId) -> Entry {
    let it = &data[id];
    let target = &data[it.target];
    let mut fields = vec![field(Role::Name, &target.name)];
    fields.extend(target.aliases.iter().map(|alias| field(Role::Alias, alias)));
    fields.push(field(Role::Text, &it.reason));
    fields.push(field(Role::Text, &data[it.group].label));
    fields.push(field(Role::Text, &target.description));
    let speakers = it.attribution.speaker.into_iter().chain(it.attribution.via.iter().copied());
    fields.extend(names(data, [it.authority].into_iter().chain(speakers).collect()));
    fields.push(field(Role::When, &long_when(words, &it.listed_on)));
    fields.extend(it.note.iter().map(|note| field(Role::Note, note)));
    let line = [
        data[it.group].label.as_str(),
        &data[it.authority].name,
        words.listing(it.status),
        &long_when(words, &it.listed_on),
    ]
    .join(" · ");
    entry(Kind::Designation, Selection::Designation(it.key.clone()), fields, line)
}

fn source(data: &Dataset, words: &Words, id: SourceId) -> Entry {
    let source = &data[id];
    let mut fields = vec![field(Role::Name, &source.title)];
    fields.push(field(Role::Alias, &report(words, source)));
    fields.extend(source.publisher.iter().map(|publisher| field(Role::Text, publisher)));
    fields.push(field(Role::Text, &source.note));
    fields.push(field(Role::Text, &source.key));
    fields.extend(names(data, source.contributors.clone()));
    entry(Kind::Source, Selection::Source(source.key.clone()), fields, report(words, source))
}

fn entry(kind: Kind, selection: Selection, mut fields: Vec<Field>, line: String) -> Entry {
    // A text that says the same as one before it finds nothing more.
    let mut seen: Vec<String> = Vec::new();
    fields.retain(|field| {
        let new = !seen.contains(&field.text);
        seen.push(field.text.clone());
        new
    });
    Entry { kind, target: Target::Selection(selection), fields, line }
}

fn field(role: Role, text: &str) -> Field {
    Field { role, text: text.to_owned() }
}

/// The names of some actors, each once, and their other names.
fn names(data: &Dataset, mut actors: Vec<ActorId>) -> Vec<Field> {
    order::distinct(&mut actors);
    let all = actors.into_iter().map(|id| &data[id]);
    all.flat_map(|it| [&it.name].into_iter().chain(it.aliases.iter()))
        .map(|name| field(Role::Who, name))
        .collect()
}
