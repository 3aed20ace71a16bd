//! All that an opened list knows of an actor, with the place of each record that says it.

use super::rows::{key, named, time, value};
use super::{Ready, countries};
use crate::import::Place;
use crate::import::record::{
    Address, Calendar, Country, Dating, Designation, Identifier, Kind, LegalBasis, Name,
};
use crate::query::ActorKey;
use crate::seam::{Dossier, Engine, Item, Piece, Section, Spot, Term, ask};
use crate::store::{Actor, ActorId, Facet, Link, Store};
use crate::words::{self, apart, filled};

/// So many of those who name an actor are told; a bank may be named by thousands.
const NAMED_BY: usize = 60;

impl Engine<ask::Dossier> for Ready {
    fn answer(&self, ask: &ask::Dossier) -> Option<Box<Dossier>> {
        let key = ActorKey::parse(&ask.actor)?;
        let id = self.store.actor_by_id(&key.list, &key.id)?;
        let actor = self.store.actor(id)?;
        let teller = Teller { ready: self, spots: spots(&actor) };
        Some(Box::new(teller.dossier(&actor)))
    }
}

/// Where all records of an actor stand, those that are the entry first.
fn spots(actor: &Actor) -> Vec<&Place> {
    let mut places: Vec<&Place> = Vec::new();
    for record in &actor.records {
        for place in [&record.place].into_iter().chain(&record.also) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
    }
    places
}

struct Teller<'a> {
    ready: &'a Ready,
    spots: Vec<&'a Place>,
}

impl Teller<'_> {
    fn dossier(&self, actor: &Actor) -> Dossier {
        let words = words::opened();
        let report = self.ready.import.report();
        let place = |it: &&Place| (words::import().place(report, it), Spot::from(*it));
        let title = actor.name().map_or_else(|| named(""), |it| it.full.clone());
        let sections = [
            (words.section_designations, self.designations(actor)),
            (words.section_relations, self.relations(actor.actor)),
            (words.section_named_by, self.named_by(actor.actor)),
            (words.section_names, self.names(actor)),
            (words.section_identifiers, self.identifiers(actor)),
            (words.section_remarks, self.remarks(actor)),
        ];
        let spots: Vec<_> = self.spots.iter().map(place).collect();
        let chain = self.chain(actor);
        let first = spots.first().map(|(place, _)| place.as_str()).unwrap_or_default();
        Dossier {
            key: key(&actor.list, &actor.id),
            kicker: filled(words.id_in, &[words.kind(actor.kind), &apart(&actor.list)])
                + " · "
                + &apart(&actor.id),
            reference: format!("{} ({}). {first}.", apart(&title), chain.join(" → ")),
            title,
            chain,
            terms: self.terms(actor),
            sections: sections
                .into_iter()
                .filter(|(_, items)| !items.is_empty())
                .map(|(heading, items)| Section { heading: heading.to_owned(), items })
                .collect(),
            spots,
        }
    }

    /// From who says so to the file: authorities, the list as it calls itself, the file.
    fn chain(&self, actor: &Actor) -> Vec<String> {
        let report = self.ready.import.report();
        let mut chain: Vec<String> = Vec::new();
        let mut add = |link: &str| {
            let link = apart(link);
            if !link.is_empty() && !chain.contains(&link) {
                chain.push(link);
            }
        };
        actor.records.iter().flat_map(|it| &it.designations).for_each(|it| add(&it.authority));
        let files: Vec<_> = self.spots.iter().filter_map(|it| report.file(it.file)).collect();
        files.iter().filter_map(|it| it.about.list.as_deref()).for_each(&mut add);
        files.iter().for_each(|it| add(&it.name));
        chain
    }

    /// What is known of it itself.
    fn terms(&self, actor: &Actor) -> Vec<Term> {
        let words = words::opened();
        let mut terms = Terms::default();
        if !actor.whole {
            terms.add(words.note, Piece::of(words.only_added));
        }
        let born = if matches!(actor.kind, Kind::Person | Kind::Unknown | Kind::LegalEntity) {
            words.born
        } else {
            words.founded
        };
        for (it, _) in actor.told(|it| &it.born) {
            terms.add(born, dating(it));
        }
        for (it, _) in actor.told(|it| &it.birth_places) {
            terms.add(words.birth_place, address(it));
        }
        for (it, _) in actor.told(|it| &it.died) {
            terms.add(words.died, dating(it));
        }
        for it in actor.records.iter().filter_map(|it| it.gender) {
            terms.add(words.gender, Piece::of(words.gender(it)));
        }
        for (it, _) in actor.told(|it| &it.nationalities) {
            terms.add(words.nationality, Piece::of(&country(it)));
        }
        for (it, _) in actor.told(|it| &it.countries) {
            terms.add(words.country, Piece::of(&country(it)));
        }
        for (it, _) in actor.told(|it| &it.titles) {
            terms.add(words.title, Piece::of(it));
        }
        for (it, _) in actor.told(|it| &it.positions) {
            terms.add(words.position, Piece::of(it));
        }
        for (it, _) in actor.told(|it| &it.addresses) {
            terms.add(words.address, address(it));
        }
        for (it, _) in actor.told(|it| &it.extras) {
            let is_address = it.value.starts_with("http://") || it.value.starts_with("https://");
            let url = is_address.then(|| it.value.clone());
            terms.add(words.extra(&it.name), Piece { url, ..Piece::of(&it.value) });
        }
        terms.0
    }

    fn designations(&self, actor: &Actor) -> Vec<Item> {
        actor.told(|it| &it.designations).into_iter().map(|(it, place)| self.designation(it, place)).collect()
    }

    fn designation(&self, it: &Designation, place: &Place) -> Item {
        let words = words::opened();
        let mut terms = Terms::default();
        for programme in &it.programmes {
            terms.add(words.programme, Piece::of(programme));
        }
        for measure in &it.measures {
            terms.add(words.measures, Piece::of(measure));
        }
        it.listed_on.iter().for_each(|it| terms.add(words.listed, dating(it)));
        it.effective_on.iter().for_each(|it| terms.add(words.effective, dating(it)));
        it.updated_on.iter().for_each(|it| terms.add(words.updated, dating(it)));
        it.ended_on.iter().for_each(|it| terms.add(words.ended, dating(it)));
        it.legal_basis.iter().for_each(|it| terms.add(words.legal_basis, basis(it)));
        it.reference.iter().for_each(|it| terms.add(words.reference, Piece::of(it)));
        it.reasons.iter().for_each(|it| terms.add(words.reason, Piece::of(it)));
        it.note.iter().for_each(|it| terms.add(words.note, Piece::of(it)));
        let status = it.status.key();
        let title = [Some(it.authority.as_str()), it.list.as_deref()];
        let title: Vec<_> = title.into_iter().flatten().filter(|it| !it.is_empty()).map(apart).collect();
        Item {
            text: vec![Piece::of(&title.join(" · "))],
            terms: terms.0,
            badge: Some((status.to_owned(), value(Facet::Status, status))),
            spot: self.spot(place),
            ..Item::default()
        }
    }

    fn relations(&self, actor: ActorId) -> Vec<Item> {
        self.ready.store.links_from(actor).iter().map(|link| self.relation(link, true)).collect()
    }

    fn named_by(&self, actor: ActorId) -> Vec<Item> {
        let (links, more) = self.ready.store.links_to(actor, NAMED_BY);
        let mut items: Vec<_> = links.iter().map(|link| self.relation(link, false)).collect();
        if more > 0 {
            let text = filled(words::opened().more_links, &[&more.to_string()]);
            items.push(Item { text: vec![Piece::of(&text)], ..Item::default() });
        }
        items
    }

    /// A relation as the actor's own record tells it, or as another's tells it of the actor.
    fn relation(&self, link: &Link, own: bool) -> Item {
        let (words, store) = (words::opened(), &self.ready.store);
        let it = &link.relation;
        let label = words.relation(it.kind, it.inverse == own);
        let mut terms = Terms::default();
        let said = match &it.to {
            crate::import::record::Whom::Id(words) | crate::import::record::Whom::Name(words) => {
                words.as_str()
            }
        };
        let text = match (own, link.to.as_slice()) {
            (false, _) => vec![of_actor(store, link.from)],
            (true, [one]) => vec![of_actor(store, *one)],
            (true, []) => vec![Piece { small: Some(words.means_nobody.to_owned()), ..Piece::of(said) }],
            (true, several) => {
                let note = filled(words.means_several, &[&several.len().to_string()]);
                let first = Piece { small: Some(note), ..Piece::of(said) };
                [first].into_iter().chain(several.iter().take(5).map(|it| of_actor(store, *it))).collect()
            }
        };
        if it.start.is_some() || it.end.is_some() {
            let date =
                |it: &Option<Dating>| it.as_ref().map(|it| apart(&dating(it).text)).unwrap_or_default();
            let text = filled(words.since_until, &[&date(&it.start), &date(&it.end)]);
            terms.add(words.listed, Piece::of(text.trim()));
        }
        let role =
            it.role.as_ref().map_or_else(|| label.to_owned(), |role| format!("{label} ({})", apart(role)));
        Item { role: Some(role), text, terms: terms.0, ..Item::default() }
    }

    fn names(&self, actor: &Actor) -> Vec<Item> {
        let words = words::opened();
        let one = |(it, place): (&Name, &Place)| {
            let script = it.script.as_ref().map(|it| filled(words.script, &[&apart(it)]));
            let lang = it.lang.as_ref().map(|it| filled(words.language, &[&apart(it)]));
            let notes: Vec<_> = [script, lang, it.note.as_deref().map(apart)].into_iter().flatten().collect();
            let small = (!notes.is_empty()).then(|| notes.join("; "));
            Item {
                role: Some(words.name(it.kind, it.weak).to_owned()),
                text: vec![Piece { small, ..Piece::of(&it.full) }],
                spot: self.spot(place),
                ..Item::default()
            }
        };
        actor.told(|it| &it.names).into_iter().map(one).collect()
    }

    fn identifiers(&self, actor: &Actor) -> Vec<Item> {
        let one = |(it, place): (&Identifier, &Place)| {
            let words = words::opened();
            let label = if it.label.is_empty() { words.id(it.kind) } else { &it.label };
            let issued = it.issued.as_ref().map(|it| filled(words.issued, &[&apart(&dating(it).text)]));
            let expires = it.expires.as_ref().map(|it| filled(words.expires, &[&apart(&dating(it).text)]));
            let notes = [it.country.as_ref().map(country), issued, expires, it.note.as_deref().map(apart)];
            let notes: Vec<_> = notes.into_iter().flatten().collect();
            let small = (!notes.is_empty()).then(|| notes.join("; "));
            Item {
                role: Some(label.to_owned()),
                text: vec![Piece { small, ..Piece::of(&it.value) }],
                spot: self.spot(place),
                ..Item::default()
            }
        };
        actor.told(|it| &it.identifiers).into_iter().map(one).collect()
    }

    fn remarks(&self, actor: &Actor) -> Vec<Item> {
        let one = |(it, place): (&String, &Place)| Item {
            text: vec![Piece::of(it)],
            spot: self.spot(place),
            ..Item::default()
        };
        actor.told(|it| &it.remarks).into_iter().map(one).collect()
    }

    /// The number of a place among the dossier's.
    fn spot(&self, place: &Place) -> Option<u32> {
        let at = self.spots.iter().position(|it| *it == place)?;
        u32::try_from(at).ok()
    }
}

/// Properties, those of one label together.
#[derive(Default)]
struct Terms(Vec<Term>);

impl Terms {
    fn add(&mut self, label: &str, value: Piece) {
        match self.0.iter_mut().find(|it| it.label == label) {
            Some(term) if term.value.contains(&value) => {}
            Some(term) => term.value.push(value),
            None => self.0.push(Term { label: label.to_owned(), value: vec![value] }),
        }
    }
}

impl Piece {
    fn of(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }
}

fn of_actor(store: &Store, id: ActorId) -> Piece {
    let Some(actor) = store.rows(id).next().and_then(|row| store.line(row)) else { return Piece::default() };
    let small = words::opened().kind(actor.kind);
    Piece {
        text: named(actor.target),
        small: Some(small.to_owned()),
        actor: Some(key(actor.list, actor.id)),
        url: None,
    }
}

/// A date as precisely as it is known, with the words of the list where they say more.
fn dating(it: &Dating) -> Piece {
    let text = time(&it.words, it.start, it.end, it.circa);
    let calendar = match &it.calendar {
        Calendar::Gregorian => None,
        Calendar::Other(name) => Some(filled(words::opened().calendar, &[&apart(name)])),
    };
    // A day in digits says no more than the same day in words.
    let is_same = it.start.filter(|_| it.start == it.end).is_some_and(|day| day.to_string() == it.words);
    let said = (it.is_known() && it.words != text && !is_same).then(|| format!("“{}”", apart(&it.words)));
    let notes: Vec<_> = [said, calendar].into_iter().flatten().collect();
    Piece { small: (!notes.is_empty()).then(|| notes.join("; ")), ..Piece::of(&text) }
}

fn address(it: &Address) -> Piece {
    Piece { small: it.note.clone(), ..Piece::of(&it.full) }
}

/// The country with the words of the list, where these are others.
fn country(it: &Country) -> String {
    let name = it.code.and_then(countries::country);
    match name {
        Some(name) if it.words.len() > 2 && !name.eq_ignore_ascii_case(&it.words) => {
            format!("{name} (“{}”)", apart(&it.words))
        }
        Some(name) => name,
        None => it.words.clone(),
    }
}

fn basis(it: &LegalBasis) -> Piece {
    let in_force = it.in_force_on.as_ref().or(it.published_on.as_ref());
    let small = in_force.map(|it| filled(words::opened().in_force_on, &[&apart(&dating(it).text)]));
    Piece { small, url: it.url.clone(), ..Piece::of(&it.title) }
}
