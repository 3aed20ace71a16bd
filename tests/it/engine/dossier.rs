//! Dossiers: whatever can be selected has one, and each fact leads to who says so and where.

use sourceline::engine::{Bundled, Card, Dossier, Span, Term};
use sourceline::graph::Network;
use sourceline::model::{
    Actor, ActorId, Attribution, Dataset, Designation, Evidence, Fact, Keyed, Naming, Source, Status,
};
use sourceline::query::{FACETS, Query, Row, Selection};
use sourceline::words::{self, EN};

use super::engine;

/// The dossier of a selection that there is, checked for what holds of all.
#[track_caller]
fn dossier(engine: &Bundled, selection: &Selection) -> Dossier {
    let dossier = engine.dossier(selection).unwrap_or_else(|| panic!("{selection} has no dossier"));
    let told = |text: &str| !text.trim().is_empty() && !text.contains("{}");
    assert!(told(&dossier.title) && told(dossier.kicker), "{selection}");
    for span in &dossier.subtitle {
        assert!(told(&span.text), "{selection}: {span:?}");
    }
    for term in &dossier.terms {
        assert!(told(term.label), "{selection}: {term:?}");
        assert!(
            !term.value.is_empty() && term.value.iter().all(|it| told(&it.text)),
            "{selection}: {term:?}"
        );
        assert!(term.small.as_ref().is_none_or(|small| told(small)), "{selection}: {term:?}");
    }
    for section in &dossier.sections {
        assert!(told(&section.heading) && !section.cards.is_empty(), "{selection}");
        section.cards.iter().for_each(|card| check_card(engine, card));
    }
    for span in dossier.subtitle.iter().chain(dossier.terms.iter().flat_map(|term| &term.value)) {
        assert!(span.to.as_ref().is_none_or(|to| engine.dossier(to).is_some()), "{selection}: {span:?}");
    }
    dossier
}

#[track_caller]
fn check_card(engine: &Bundled, card: &Card) {
    let name = card.selection.to_string();
    assert!(engine.dossier(&card.selection).is_some(), "{name}");
    assert!(!card.text.is_empty() && !card.when.is_empty() && !card.status.is_empty(), "{card:?}");
    assert!(card.role.is_none_or(|role| !role.is_empty()), "{card:?}");
    check_chain(engine.data(), &card.chain, &name);
    assert!(!card.places.is_empty() && card.places.iter().all(|place| is_place(place)), "{card:?}");
    let passed = FACETS.iter().find(|facet| facet.key == "passed").unwrap();
    let tone = passed.value_label(engine.data(), &EN, card.tone);
    assert!(tone.is_some() || card.tone == "gap", "{card:?}");
}

/// True for "¶ 10, sentence 1", perhaps with what the paragraph is.
fn is_place(text: &str) -> bool {
    let number = |text: &str| text.parse::<u16>().is_ok_and(|number| number > 0);
    let rest = text.strip_prefix("¶ ").and_then(|rest| rest.split_once(", sentence "));
    rest.is_some_and(|(paragraph, sentence)| {
        number(paragraph) && number(sentence.strip_suffix(", headline").unwrap_or(sentence))
    })
}

/// A chain goes from an actor, or the report itself, to sources.
#[track_caller]
fn check_chain(data: &Dataset, chain: &[Span], name: &str) {
    assert!(chain.len() >= 2, "{name}: {chain:?}");
    assert!(matches!(chain.last().unwrap().to, Some(Selection::Source(_))), "{name}: {chain:?}");
    match &chain[0].to {
        Some(Selection::Actor(key)) => assert!(data.find::<Actor>(key).is_some(), "{name}"),
        None => assert_eq!(chain[0].text, "the report itself", "{name}"),
        other => panic!("{name} begins with {other:?}"),
    }
    let first = chain.iter().position(|it| matches!(it.to, Some(Selection::Source(_)))).unwrap();
    let rest = &chain[first..];
    assert!(rest.iter().all(|it| matches!(it.to, Some(Selection::Source(_)))), "{name}: {chain:?}");
}

#[track_caller]
fn term<'a>(dossier: &'a Dossier, label: &str) -> &'a Term {
    let term = dossier.terms.iter().find(|term| term.label == label);
    term.unwrap_or_else(|| panic!("`{}` has no term {label:?}", dossier.title))
}

fn text(term: &Term) -> String {
    let parts: Vec<_> = term.value.iter().map(|span| span.text.as_str()).collect();
    parts.join(term.between)
}

fn cards<'a>(dossier: &'a Dossier, heading: &str) -> &'a [Card] {
    let section = dossier.sections.iter().find(|section| section.heading == heading);
    section.map_or(&[], |section| &section.cards)
}

fn fact(key: &str) -> Selection {
    Selection::Fact(key.to_owned())
}

/// Who says so, in order, by name.
fn sayers<'a>(data: &'a Dataset, attribution: &Attribution) -> Vec<&'a str> {
    let all = attribution.speaker.iter().chain(&attribution.via);
    all.map(|id| data[*id].name.as_str()).collect()
}

/// The chain that ends in sources names just those who say so, and the places just the evidence.
#[track_caller]
fn check_says(data: &Dataset, dossier: &Dossier, attribution: &Attribution, evidence: &[Evidence]) {
    let says = term(dossier, EN.term_says);
    check_chain(data, &says.value, &dossier.title);
    assert_eq!(says.between, " → ");
    let actors = says.value.iter().filter(|it| matches!(it.to, Some(Selection::Actor(_))));
    let actors: Vec<_> = actors.map(|it| it.text.as_str()).collect();
    assert_eq!(actors, sayers(data, attribution), "{}", dossier.title);
    for it in evidence {
        let source = Some(Selection::Source(data[it.source].key.clone()));
        assert!(says.value.iter().any(|span| span.to == source), "{}", dossier.title);
    }
    let places: Vec<_> = says.small.as_ref().unwrap().split("; ").collect();
    assert_eq!(places.len(), evidence.len());
    for (place, it) in places.iter().zip(evidence) {
        assert!(is_place(place), "{place}");
        let want = format!("¶ {}, sentence {}", it.paragraph, it.sentence);
        assert!(place.starts_with(&want), "{place} is {want}");
    }
}

/// One line to put under a text of one's own: enough to find the sentence again without the page.
#[track_caller]
fn check_reference(data: &Dataset, dossier: &Dossier, evidence: &[Evidence]) {
    let reference = dossier.reference.as_ref().unwrap();
    assert!(!reference.contains('\n'), "{reference}");
    assert!(reference.starts_with(&dossier.title) && reference.ends_with('.'), "{reference}");
    for it in evidence {
        let source = &data[it.source];
        let place = format!("¶ {}, sentence {}", it.paragraph, it.sentence);
        for part in [&source.title, &source.key, &place, &format!("SHA-256 {}", it.hash)] {
            assert!(reference.contains(part.as_str()), "{part} in {reference}");
        }
    }
}

#[test]
fn every_actor_has_a_dossier_with_all_that_touches_it() {
    let engine = engine();
    let data = engine.data();
    for (id, actor) in data.all::<Actor>() {
        let dossier = dossier(&engine, &Selection::Actor(actor.key.clone()));
        assert_eq!((&dossier.title, dossier.naming), (&actor.name, actor.naming));
        assert_eq!(dossier.kicker, EN.actor_kind(actor.kind));
        let shown: Vec<_> =
            dossier.sections.iter().flat_map(|it| &it.cards).map(|card| &card.selection).collect();
        for it in data.facts.iter().filter(|it| it.subject == id || it.objects.contains(&id)) {
            assert!(shown.contains(&&fact(&it.key)), "{} of {}", it.key, actor.key);
        }
        let listed = data.designations.iter().filter(|it| it.target == id || it.authority == id);
        assert_eq!(
            cards(&dossier, words::dossier().section_designations).len(),
            listed.count(),
            "{}",
            actor.key
        );
        let mut once = shown.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), shown.len(), "{} is told something twice", actor.key);
        let naming = dossier.terms.iter().any(|it| it.label == words::dossier().term_naming);
        assert_eq!(naming, actor.naming != Naming::Named, "{}", actor.key);
    }
}

#[test]
fn every_actor_is_told_of_something() {
    let engine = engine();
    for actor in &engine.data().actors {
        let dossier = dossier(&engine, &Selection::Actor(actor.key.clone()));
        assert!(!dossier.sections.is_empty(), "nothing is told of {}", actor.key);
    }
}

#[test]
fn every_edge_has_a_dossier_with_all_that_passes() {
    let engine = engine();
    let data = engine.data();
    let network = Network::whole(data);
    for edge in &network.edges {
        let key = |node| data[network.node(node).unwrap().actor].key.clone();
        let [from, to] = edge.told;
        let dossier = dossier(&engine, &Selection::edge(key(from), key(to)));
        let shown: Vec<_> =
            dossier.sections.iter().flat_map(|it| &it.cards).map(|card| &card.selection).collect();
        for id in &edge.facts {
            assert!(shown.contains(&&fact(&data[*id].key)), "{} in {}", data[*id].key, dossier.title);
        }
        for id in &edge.designations {
            let it = Selection::Designation(data[*id].key.clone());
            assert!(shown.contains(&&it), "{it} in {}", dossier.title);
        }
        let name = |node| &data[network.node(node).unwrap().actor].name;
        assert_eq!(dossier.title, edge.arrow().between(name(from), name(to)));
        assert_eq!(shown.len(), edge.count(), "{}", dossier.title);
    }
}

#[test]
fn what_is_no_longer_there_has_no_dossier() {
    let engine = engine();
    let known = engine.data().actors[0].key.clone();
    let key = || "nobody".to_owned();
    for selection in [
        Selection::Actor(key()),
        Selection::edge(known.clone(), key()),
        Selection::Fact(key()),
        Selection::Designation(key()),
        Selection::Source(key()),
    ] {
        assert_eq!(engine.dossier(&selection), None, "{selection}");
    }
}

#[test]
fn every_fact_says_who_says_so_where_and_when() {
    let engine = engine();
    let data = engine.data();
    for it in &data.facts {
        let dossier = dossier(&engine, &fact(&it.key));
        assert_eq!(dossier.title, *it.text);
        check_says(data, &dossier, &it.attribution, &it.evidence);
        check_reference(data, &dossier, &it.evidence);

        let when = term(&dossier, words::dossier().term_when);
        let basis = when.small.as_ref().unwrap();
        assert!(basis.ends_with(words::dossier().basis(it.when.basis)), "{}: {basis}", it.key);
        if let Some(words) = &*it.when.reported {
            assert!(basis.contains(words.as_str()), "{}: {basis}", it.key);
        }
        for date in it.when.start.iter().chain(&it.when.end) {
            assert!(text(when).contains(&EN.date(*date)), "{}: {}", it.key, text(when));
        }

        let status = term(&dossier, words::dossier().term_status);
        assert_eq!(text(status), EN.status(it.status));
        assert_eq!(status.small.as_deref(), Some(words::dossier().standing(it.standing(data))));
        assert_eq!(text(term(&dossier, words::dossier().term_subject)), data[it.subject].name);
    }
}

#[test]
fn direct_speech_stands_where_a_source_quotes_it() {
    let engine = engine();
    let data = engine.data();
    let mut quoted = 0;
    for it in &data.facts {
        let exact = it.evidence.iter().filter_map(|it| it.exact.as_ref());
        let want: Vec<_> =
            exact.map(|exact| (exact.text.clone(), data[exact.speaker].name.clone())).collect();
        quoted += want.len();
        assert_eq!(dossier(&engine, &fact(&it.key)).exact, want, "{}", it.key);
    }
    assert!(quoted > 0, "the reports quote somebody");
    let in_designations = data.designations.iter().flat_map(|it| &it.evidence).any(|it| it.exact.is_some());
    assert!(!in_designations, "the dossier of a designation has no place for direct speech");
}

/// What a dossier says that another fact is to it.
fn roles(dossier: &Dossier, key: &str) -> Vec<&'static str> {
    let cards =
        cards(dossier, words::dossier().section_links).iter().filter(|card| card.selection == fact(key));
    cards.map(|card| card.role.unwrap()).collect()
}

#[test]
fn links_lead_both_ways() {
    let engine = engine();
    let data = engine.data();
    let mut links = 0;
    for it in &data.facts {
        let here = dossier(&engine, &fact(&it.key));
        for link in &it.links {
            links += 1;
            let other = &data[link.to];
            let there = dossier(&engine, &fact(&other.key));
            let (forth, back) = (roles(&here, &other.key), roles(&there, &it.key));
            let once = |roles: &[&str], role| roles.iter().filter(|it| **it == role).count() == 1;
            assert!(once(&forth, words::dossier().link(link.kind)), "{} {forth:?} {}", it.key, other.key);
            // Two facts that do it to each other say so once.
            let mutual = other.links.iter().any(|back| back.kind == link.kind && data[back.to].key == it.key);
            let role =
                if mutual { words::dossier().link(link.kind) } else { words::dossier().link_back(link.kind) };
            assert!(once(&back, role), "{} {back:?} {}", other.key, it.key);
        }
    }
    assert!(links > 0, "the facts are linked");
}

#[test]
fn a_fact_shows_what_else_its_sentence_says() {
    let engine = engine();
    let data = engine.data();
    let places = |it: &Fact| -> Vec<_> {
        it.evidence.iter().map(|it| (it.source, it.paragraph, it.sentence)).collect()
    };
    for it in &data.facts {
        let dossier = dossier(&engine, &fact(&it.key));
        let beside: Vec<_> =
            cards(&dossier, words::dossier().section_beside).iter().map(|it| it.selection.clone()).collect();
        let shares = |other: &&Fact| {
            other.key != it.key && places(other).iter().any(|place| places(it).contains(place))
        };
        let want: Vec<_> = data.facts.iter().filter(shares).map(|other| fact(&other.key)).collect();
        assert_eq!(beside, want, "{}", it.key);
    }
}

#[test]
fn every_designation_says_who_put_whom_on_the_list_why_and_since_when() {
    let engine = engine();
    let data = engine.data();
    for it in &data.designations {
        let target = &data[it.target];
        let dossier = dossier(&engine, &Selection::Designation(it.key.clone()));
        assert_eq!((&dossier.title, dossier.naming), (&target.name, target.naming));
        check_says(data, &dossier, &it.attribution, &it.evidence);
        check_reference(data, &dossier, &it.evidence);

        let authority = term(&dossier, words::dossier().term_authority);
        assert_eq!(text(authority), data[it.authority].name);
        assert_eq!(authority.value[0].to, Some(Selection::Actor(data[it.authority].key.clone())));
        assert_eq!(text(term(&dossier, words::dossier().term_reason)), *it.reason);
        let group = term(&dossier, words::dossier().term_group);
        assert_eq!(text(group), data[it.group].label);
        assert_eq!(group.value[0].to, Some(fact(&data[data[it.group].measure].key)));
        let listed = term(&dossier, words::dossier().term_listed);
        assert_eq!(text(listed), "21 September 2023");
        assert_eq!(
            listed.small.as_deref(),
            Some("“Thursday” in the report; weekday, counted from the date of the report")
        );
        assert_eq!(text(term(&dossier, words::dossier().term_status)), EN.listing(it.status));
        let to = Some(Selection::Actor(target.key.clone()));
        assert!(dossier.subtitle.iter().any(|span| span.to == to), "{} leads to its target", it.key);
    }
}

#[test]
fn the_dossier_of_a_package_has_its_twelve_designations() {
    let engine = engine();
    let package = dossier(&engine, &fact("seoul-sanctions-package"));
    assert_eq!(cards(&package, words::dossier().section_designations).len(), 12);
    let group = dossier(&engine, &fact("weapons-trade-sanctions"));
    assert_eq!(cards(&group, words::dossier().section_designations).len(), 6);
}

#[test]
fn every_source_says_what_is_known_of_it_and_holds_its_facts_in_order() {
    let engine = engine();
    let data = engine.data();
    for (id, source) in data.all::<Source>() {
        let dossier = dossier(&engine, &Selection::Source(source.key.clone()));
        assert_eq!(dossier.title, source.title);
        assert_eq!(text(term(&dossier, words::dossier().term_sha256)), source.sha256.to_string());
        assert_eq!(text(term(&dossier, words::dossier().term_file)), source.key);
        let written = EN.date(source.written.start.unwrap());
        assert!(text(term(&dossier, words::dossier().term_written)).contains(&written));

        let first = |it: &Fact| {
            let here = it.evidence.iter().filter(|it| it.source == id);
            here.map(|it| (it.paragraph, it.sentence)).min()
        };
        let cards = cards(&dossier, words::dossier().section_in_source);
        assert_eq!(cards.len(), data.facts.iter().filter(|it| first(it).is_some()).count());
        let places: Vec<_> = cards
            .iter()
            .map(|card| match &card.selection {
                Selection::Fact(key) => first(&data[data.find::<Fact>(key).unwrap()]),
                other => panic!("{other} is no fact"),
            })
            .collect();
        assert!(places.is_sorted() && places.iter().all(Option::is_some), "{}", source.key);
    }
}

#[test]
fn what_only_its_speaker_asserts_is_marked_and_so_is_what_is_missing() {
    let engine = engine();
    let data = engine.data();
    let subjects: Vec<ActorId> = data.facts.iter().map(|it| it.subject).collect();
    for id in subjects {
        let of_actor = dossier(&engine, &Selection::Actor(data[id].key.clone()));
        for card in of_actor.sections.iter().flat_map(|it| &it.cards) {
            let Selection::Fact(key) = &card.selection else { continue };
            let it = &data[data.find::<Fact>(key).unwrap()];
            assert_eq!(card.stated, it.standing(data).key() == "attributed", "{key}");
            assert_eq!(card.tone == "gap", it.status == Status::ReportedAbsence, "{key}");
        }
    }
}

#[test]
fn every_row_of_the_list_opens_its_dossier() {
    let engine = engine();
    let all = super::query(&engine, "/sanctions?listing=*");
    for row in engine.list(&all).rows {
        let dossier = dossier(&engine, &row.selection);
        let has = |it: &Designation| Selection::Designation(it.key.clone()) == row.selection;
        assert_eq!(matches!(row.row, Row::Designation(_)), engine.data().designations.iter().any(has));
        let says = text(term(&dossier, EN.term_says));
        assert_eq!(engine.says(row.row).chain, says);
    }
    assert_eq!(engine.list(&Query::default()).rows.len(), 12);
}
