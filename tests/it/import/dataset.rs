//! Tests of `sourceline/dataset`, the stories of pages like this one.

use sourceline::import::record::{Kind, Listing, RelationKind, Whom};
use sourceline::import::{Limits, Record, Refusal, Repair};
use sourceline::model::{FactKind, Naming, Status};

use super::{Read, import, import_with};

fn read(text: &str) -> Read {
    import(&[("facts.json", text.as_bytes())])
}

/// A story of two actors with these facts and designations.
fn story(facts: &str, designations: &str) -> String {
    format!(
        "{{\n\"kind\":\"sourceline/dataset\",\"version\":1,\n\"story\":{{\"id\":\"pier\",\"title\":\"The pier\"}},\n\
         \"sources\":[{{\"id\":\"one\",\"title\":\"Report one\",\"note\":\"A note\",\"publisher\":\"Tidewatch\",\"sha256\":\"ab\"}}],\n\
         \"actors\":[\n{{\"id\":\"ida\",\"name\":\"Ida Holm\",\"aliases\":[\"Holm\"],\"kind\":\"person\",\"naming\":\"named\",\"countries\":[\"no\"]}},\n\
         {{\"id\":\"admiral\",\"name\":\"Admiral\",\"kind\":\"person\",\"naming\":\"by-office\",\"description\":\"Not named\"}}],\n\
         \"facts\":[{facts}],\n\"designations\":[{designations}]}}\n"
    )
}

/// A fact of Ida and the admiral.
fn fact(kind: &str, status: &str, more: &str) -> String {
    format!(
        "{{\"id\":\"f\",\"text\":\"They met\",\"kind\":\"{kind}\",\"subject\":\"ida\",\"objects\":[\"admiral\"],\"status\":\"{status}\",\
         \"standing\":\"reported\",{more}\"evidence\":[{{\"source\":\"one\",\"paragraph\":3,\"sentence\":2,\"hash\":\"cd\",\"exact\":{{\"text\":\"Calm\",\"speaker\":\"ida\"}}}}]}}"
    )
}

/// The record that a fact makes.
#[track_caller]
fn told(fact: &str) -> Record {
    let read = read(&story(fact, ""));
    assert!(read.findings().is_empty(), "{:?}", read.findings());
    read.records.into_iter().find(|it| it.extends).unwrap()
}

#[test]
fn actors_and_sources_are_records_with_their_places_and_words() {
    let text = story("", "");
    let read = read(&text);
    let [ida, admiral, source] = read.records.as_slice() else { panic!("{:?}", read.records) };
    assert_eq!((ida.id.as_str(), ida.kind, ida.names.len()), ("pier.actor.ida", Kind::Person, 2));
    assert_eq!(ida.countries[0].code, Some("no"));
    assert!(admiral.names.is_empty(), "nobody gets a name that no source gives");
    assert_eq!(
        (admiral.positions.as_slice(), admiral.remarks.last().unwrap().as_str()),
        (&["Admiral".to_owned()][..], "Not named")
    );
    assert_eq!(
        (source.name().unwrap().full.as_str(), source.extras_of("publisher").next()),
        ("Report one", Some("Tidewatch"))
    );
    assert!(read.words(ida).starts_with("{\"id\":\"ida\"") && read.words(ida).ends_with('}'));
    assert_eq!((ida.place.line, admiral.place.line, source.place.line), (Some(6), Some(7), Some(4)));
    assert_eq!(read.import.report().files()[0].about.list.as_deref(), Some("The pier"));
}

#[test]
fn a_relation_that_holds_is_a_relation_with_its_evidence() {
    let more = "\"relation_type\":\"Employment\",\"when\":{\"reported\":\"Tuesday\",\"start\":\"2020-03\",\"end\":\"2020-04\",\"basis\":\"relative\"},";
    let record = told(&fact("relation", "holds", more));
    let [it] = record.relations.as_slice() else { panic!("{:?}", record.relations) };
    assert_eq!(
        (it.kind, &it.to, it.role.as_deref()),
        (RelationKind::Employment, &Whom::Id("pier.actor.admiral".to_owned()), Some("They met"))
    );
    assert_eq!(it.start.as_ref().unwrap().words, "2020-03");
    assert_eq!(record.extras_of("evidence").collect::<Vec<_>>(), ["one#3.2 cd “Calm” (ida)"]);
    assert!(record.remarks[0].contains("when: Tuesday (2020-03 to 2020-04)"), "{:?}", record.remarks);
    // What holds when a report is written did not begin then.
    let more = "\"relation_type\":\"Employment\",\"when\":{\"start\":\"2020\",\"end\":\"2020\",\"basis\":\"report-date\"},";
    assert!(told(&fact("relation", "holds", more)).relations[0].start.is_none());
}

#[test]
fn what_is_only_said_planned_or_denied_is_a_remark() {
    for (kind, status) in
        [("statement", "stated"), ("event", "planned"), ("relation", "denied"), ("measure", "happened")]
    {
        let record = told(&fact(kind, status, "\"relation_type\":\"Employment\",\"speaker\":\"ida\","));
        assert!(record.relations.is_empty(), "{kind} {status}");
        assert!(
            record.remarks[0].starts_with(&format!("[{kind}, {status}, reported] They met (speaker: ida")),
            "{:?}",
            record.remarks
        );
    }
    assert_eq!(told(&fact("event", "happened", "")).relations[0].kind, RelationKind::UnknownLink);
}

#[test]
fn a_designation_is_one() {
    let text = "{\"target_id\":\"admiral\",\"authority\":\"Westland\",\"group_label\":\"Piracy\",\"reason\":\"Ropes\",\"status\":\"under-discussion\",\
        \"listed_on\":\"2020-03-11\",\"note\":\"N\",\"evidence\":[{\"source\":\"one\",\"paragraph\":1,\"sentence\":1,\"hash\":\"ef\"}]}";
    let read = read(&story("", text));
    let record = read.records.iter().find(|it| it.extends).unwrap();
    let it = &record.designations[0];
    assert_eq!(
        (record.id.as_str(), it.authority.as_str(), it.programmes[0].as_str(), it.reasons[0].as_str()),
        ("pier.actor.admiral", "Westland", "Piracy", "Ropes")
    );
    assert_eq!((it.listed_on.as_ref().unwrap().words.as_str(), it.status), ("2020-03-11", Listing::Pending));
    assert_eq!(it.note.as_deref(), Some("note: N"));
    assert_eq!(record.extras_of("evidence").next(), Some("one#1.1 ef"));
}

#[test]
fn another_kind_or_version_is_refused_by_name() {
    for (kind, version) in [("sourceline/dataset", "2"), ("sourceline/list", "1")] {
        let read = read(&format!("{{\"kind\":\"{kind}\",\"version\":{version},\"actors\":[]}}"));
        assert_eq!(read.stopped(), [Refusal::Version { kind: kind.to_owned(), version: version.to_owned() }]);
        assert!(read.records.is_empty());
    }
}

#[test]
fn a_record_that_lacks_something_is_refused_and_its_neighbours_are_kept() {
    let read = read(
        &story("{\"id\":\"x\",\"text\":\"T\"},{\"id\":\"y\",\"subject\":\"ida\"}", "")
            .replace("\"kind\":\"person\",\"naming\":\"named\"", "\"kind\":\"robot\",\"naming\":\"named\""),
    );
    assert_eq!(read.records.len(), 3);
    assert_eq!(
        read.refused(),
        [(4, Refusal::Missing { field: "subject" }), (5, Refusal::Missing { field: "text" })]
    );
    assert_eq!(read.repaired(), [(1, Repair::Kind { words: "robot".to_owned() })]);
}

#[test]
fn what_is_cut_off_or_too_long_is_told() {
    let text = story("", "");
    assert_eq!(read(&text[..text.len() - 9]).stopped(), [Refusal::Truncated]);
    let limits = Limits { record: 100, ..Limits::default() };
    assert_eq!(
        import_with(&[("facts.json", text.as_bytes())], limits).stopped(),
        [Refusal::TooLong { limit: 100 }]
    );
}

#[test]
fn the_bundled_story_is_read_back_as_it_was_published() {
    let (data, _) = sourceline::corpus::bundled().expect("the bundled story");
    let format = sourceline::export::FORMATS.iter().find(|it| it.key == "facts").unwrap();
    let read = read(&(format.write)(&data));
    assert!(read.findings().is_empty(), "{:?}", read.findings());
    let of = |what: &dyn Fn(&Record) -> usize| read.records.iter().map(what).sum::<usize>();
    assert_eq!(of(&|it| usize::from(!it.extends)), data.actors.len() + data.sources.len());
    assert_eq!(of(&|it| usize::from(it.extends)), data.facts.len() + data.designations.len());
    assert_eq!(of(&|it| it.designations.len()), data.designations.len());
    let named = data.actors.iter().filter(|it| it.naming == Naming::Named).count();
    assert_eq!(of(&|it| usize::from(!it.names.is_empty())), named + data.sources.len());
    let relations = data.facts.iter().filter(|it| {
        let is_drawn = matches!(it.kind, FactKind::Relation | FactKind::Event);
        is_drawn && matches!(it.status, Status::Holds | Status::Happened)
    });
    let contributors: usize = data.sources.iter().map(|it| it.contributors.len()).sum();
    assert_eq!(
        of(&|it| it.relations.len()),
        contributors + relations.map(|it| it.objects.len()).sum::<usize>()
    );
    let evidence = data.facts.iter().map(|it| it.evidence.len()).sum::<usize>()
        + data.designations.iter().map(|it| it.evidence.len()).sum::<usize>();
    assert_eq!(of(&|it| it.extras_of("evidence").count()), evidence);
    for record in read.records.iter().step_by(20) {
        assert!(read.words(record).starts_with('{') && read.words(record).ends_with('}'));
    }
}
