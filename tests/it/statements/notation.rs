//! Stories of statements from a tiny text notation.
//!
//! ```text
//! # sea                                a topic, for the lines that follow
//! ann@east speaks for ministry@east    a relation, told by the first report
//! a = ann@east in one                  a statement `a` of Ann, of the side `east`, in the report `one`
//! b = bob via agency in one,two        one of Bob that came through an agency, in two reports
//! c = report in two                    a statement of the report itself
//! d = event in two                     an event that the report tells in its own voice
//! e = ann in one : supports a, b; repeats c "so many words"   links, and direct speech
//! ```

use sourceline::model::*;

/// The dataset that a text in the notation above describes.
#[track_caller]
pub(super) fn dataset(text: &str) -> Dataset {
    let mut data = crate::sample::dataset();
    data.topics.clear();
    data.sides.clear();
    data.actors.clear();
    data.facts.clear();
    data.groups.clear();
    data.designations.clear();
    let template = data.sources[0].clone();
    data.sources.clear();
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    for line in lines() {
        if let Some(topic) = line.strip_prefix("# ") {
            data.topics.push(Topic { key: topic.into(), label: topic.into() });
            continue;
        }
        if let Some((one, other)) = line.split_once(" speaks for ") {
            let source = source(&mut data, &template, "one");
            let (subject, object) = (actor(&mut data, one), actor(&mut data, other));
            let mut fact = fact(&format!("{one}-speaks"), subject, evidence(source, None));
            (fact.kind, fact.objects) = (FactKind::Relation, vec![object]);
            fact.relation_type = Some(RelationType::Representation);
            data.facts.push(fact);
            continue;
        }
        let (key, rest) = line.split_once(" = ").expect("a statement");
        let (head, rest) = rest.split_once(" : ").unwrap_or((rest, ""));
        let (voice, reports) = head.split_once(" in ").expect("reports");
        let (speaker, via) = voice.split_once(" via ").map_or((voice, None), |(it, via)| (it, Some(via)));
        let exact = rest.split('"').nth(1);
        let subject = actor(&mut data, speaker);
        let mut told = fact(key, subject, vec![]);
        for report in reports.split(',') {
            let source = source(&mut data, &template, report);
            told.evidence.extend(evidence(source, exact.map(|text| (text, subject))));
        }
        if speaker == "event" {
            told.kind = FactKind::Event;
        }
        told.attribution.speaker = (!matches!(speaker, "event" | "report")).then_some(subject);
        told.attribution.via = via.map(|via| actor(&mut data, via)).into_iter().collect();
        told.topic = TopicId::new(data.topics.len().saturating_sub(1) as u32);
        data.facts.push(told);
    }
    // All facts are there now, so links may lead forward.
    for line in lines() {
        let Some((key, rest)) = line.split_once(" = ") else { continue };
        let links = rest.split_once(" : ").map_or("", |(_, links)| links);
        let links = links.split('"').next().unwrap_or_default();
        for link in links.split(';').map(str::trim).filter(|link| !link.is_empty()) {
            let (kind, to) = link.split_once(' ').expect("a link and what it leads to");
            let kind = LinkKind::ALL.into_iter().find(|it| it.key() == kind).expect("a kind of link");
            for to in to.split(',').map(str::trim) {
                let to = data.find::<Fact>(to).unwrap_or_else(|| panic!("there is no `{to}`"));
                let from = data.find::<Fact>(key).expect("the statement");
                data.facts[from.index()].links.push(Link { kind, to });
            }
        }
    }
    data
}

/// The fact with that key.
#[track_caller]
pub(super) fn id(data: &Dataset, key: &str) -> FactId {
    data.find::<Fact>(key).unwrap_or_else(|| panic!("there is no `{key}`"))
}

/// The keys of facts.
pub(super) fn keys(data: &Dataset, facts: &[FactId]) -> Vec<String> {
    facts.iter().map(|id| data[*id].key.clone()).collect()
}

fn source(data: &mut Dataset, template: &Source, key: &str) -> SourceId {
    data.find::<Source>(key).unwrap_or_else(|| {
        data.sources.push(Source { key: key.into(), title: key.into(), ..template.clone() });
        SourceId::new(data.sources.len() as u32 - 1)
    })
}

fn actor(data: &mut Dataset, text: &str) -> ActorId {
    let (key, side) = text.split_once('@').map_or((text, None), |(key, side)| (key, Some(side)));
    let side = side.map(|side| {
        data.find::<Side>(side).unwrap_or_else(|| {
            data.sides.push(Side { key: side.into(), label: side.into() });
            SideId::new(data.sides.len() as u32 - 1)
        })
    });
    data.find::<Actor>(key).unwrap_or_else(|| {
        data.actors.push(Actor {
            key: key.into(),
            name: key.into(),
            short: key.into(),
            aliases: vec![].into(),
            description: String::new().into(),
            kind: ActorKind::Person,
            naming: Naming::Named,
            side,
            countries: vec![],
        });
        ActorId::new(data.actors.len() as u32 - 1)
    })
}

fn evidence(source: SourceId, exact: Option<(&str, ActorId)>) -> Vec<Evidence> {
    let exact = exact.map(|(text, speaker)| Exact { text: text.into(), speaker });
    vec![Evidence { source, paragraph: 1, sentence: 1, hash: Hash([0; 32]).into(), exact: exact.into() }]
}

fn fact(key: &str, subject: ActorId, evidence: Vec<Evidence>) -> Fact {
    Fact {
        key: key.into(),
        text: format!("It is so ({key}).").into(),
        kind: FactKind::Statement,
        subject,
        objects: vec![],
        about: vec![],
        mutual: false,
        event_type: None,
        relation_type: None,
        topic: TopicId::new(0),
        status: Status::Stated,
        attribution: Attribution::default(),
        when: When::default(),
        place: None,
        counts: None,
        note: None.into(),
        evidence,
        links: vec![],
    }
}
