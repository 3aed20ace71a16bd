//! Datasets from a tiny text notation, and a story-sized one.
//!
//! ```text
//! kim = person nk Kim Jong Un     an actor: kind, side or group or -, name; ~ before the kind: by
//!                                 office, ? before it: not named
//! kim > putin support support     two facts, reported
//! kim >> putin accuse             a fact that only its speaker asserts
//! kim <> putin consult            mutual
//! lim -- ministry                 a relation
//! seoul ! versor                  a designation, in the group that stands for the side of versor
//! ```
//!
//! An actor that is not declared is a named person without a side. A side is a group if it starts with a
//! capital letter.

use sourceline::model::*;

fn evidence() -> Vec<Evidence> {
    vec![Evidence {
        source: SourceId::new(0),
        paragraph: 1,
        sentence: 1,
        hash: Hash([0; 32]).into(),
        exact: None.into(),
    }]
}

fn empty() -> Dataset {
    Dataset {
        story: Story {
            key: String::new(),
            title: String::new().into(),
            summary: String::new().into(),
            period: String::new().into(),
            lang: "en".into(),
        },
        sides: vec![],
        topics: vec![],
        places: vec![],
        sources: vec![],
        actors: vec![],
        facts: vec![],
        groups: vec![],
        designations: vec![],
    }
}

fn kind(word: &str) -> ActorKind {
    match word {
        "state" => ActorKind::State,
        "body" => ActorKind::PublicBody,
        "org" => ActorKind::Organization,
        "company" => ActorKind::Company,
        "group" => ActorKind::Group,
        _ => ActorKind::Person,
    }
}

fn declare(data: &mut Dataset, targets: &mut Vec<(ActorId, GroupId)>, key: &str, rest: &str) -> ActorId {
    let mut words = rest.splitn(3, ' ');
    let what = words.next().unwrap_or("person");
    let naming = match what.chars().next() {
        Some('~') => Naming::ByOffice,
        Some('?') => Naming::Unnamed,
        _ => Naming::Named,
    };
    let id = ActorId::new(data.actors.len() as u32);
    let mut side = None;
    match words.next().unwrap_or("-") {
        "-" => {}
        group if group.starts_with(char::is_uppercase) => {
            let label = group.replace('_', " ");
            let index = data.groups.iter().position(|g| g.label == label).unwrap_or_else(|| {
                data.groups.push(Group {
                    key: group.to_lowercase(),
                    label,
                    measure: FactId::new(0),
                    package: FactId::new(0),
                    counts: Counts::default(),
                });
                data.groups.len() - 1
            });
            targets.push((id, GroupId::new(index as u32)));
        }
        name => {
            let index = data.sides.iter().position(|s| s.key == name).unwrap_or_else(|| {
                let words = name.split('-').map(|w| w[..1].to_uppercase() + &w[1..]);
                let label = words.collect::<Vec<_>>().join(" ");
                data.sides.push(Side { key: name.into(), label });
                data.sides.len() - 1
            });
            side = Some(SideId::new(index as u32));
        }
    }
    let name = words.next().unwrap_or(key).to_owned();
    data.actors.push(Actor {
        key: key.into(),
        short: name.clone(),
        name,
        aliases: vec![].into(),
        description: String::new().into(),
        kind: kind(what.trim_start_matches(['~', '?'])),
        naming,
        side,
        countries: vec![],
    });
    id
}

/// The dataset that a text in the notation above describes.
pub(crate) fn dataset(text: &str) -> Dataset {
    let mut data = empty();
    let mut targets = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some((key, rest)) = line.split_once(" = ") {
            declare(&mut data, &mut targets, key, rest);
            continue;
        }
        let mut words = line.split(' ');
        let (from, how, to) = (words.next().unwrap(), words.next().unwrap_or(""), words.next());
        let mut actor = |key: &str| match data.find::<Actor>(key) {
            Some(id) => id,
            None => declare(&mut data, &mut targets, key, ""),
        };
        let subject = actor(from);
        let objects: Vec<ActorId> = to.into_iter().flat_map(|to| to.split(',')).map(&mut actor).collect();
        if how == "!" {
            for target in objects {
                let group = targets.iter().find(|t| t.0 == target).map_or(GroupId::new(0), |t| t.1);
                if data.groups.is_empty() {
                    data.groups.push(Group {
                        key: "g".into(),
                        label: "Group".into(),
                        measure: FactId::new(0),
                        package: FactId::new(0),
                        counts: Counts::default(),
                    });
                }
                data.designations.push(Designation {
                    key: format!("d{}", data.designations.len()),
                    target,
                    authority: subject,
                    group,
                    reason: String::new().into(),
                    attribution: Attribution::default(),
                    listed_on: When::default(),
                    status: ListingStatus::Imposed,
                    note: None.into(),
                    evidence: evidence(),
                });
            }
            continue;
        }
        let relation = how == "--";
        let mut codes: Vec<&str> = words.collect();
        if codes.is_empty() {
            codes.push("");
        }
        for code in codes {
            let event_type = EventType::ALL.into_iter().find(|t| format!("{t:?}").to_lowercase() == code);
            let speaker = (how == ">>").then_some(subject);
            data.facts.push(Fact {
                key: format!("f{}", data.facts.len()),
                text: String::new().into(),
                kind: if relation {
                    FactKind::Relation
                } else if speaker.is_some() {
                    FactKind::Statement
                } else {
                    FactKind::Event
                },
                subject,
                objects: objects.clone(),
                about: vec![],
                mutual: how == "<>",
                event_type,
                relation_type: relation.then_some(RelationType::Employment),
                topic: TopicId::new(0),
                status: Status::Happened,
                attribution: Attribution { speaker, via: vec![] },
                when: When::default(),
                place: None,
                counts: None,
                note: None.into(),
                evidence: evidence(),
                links: vec![],
            });
        }
    }
    data
}

/// A story as large as the bundled one, of the same shape.
pub(crate) fn story() -> Dataset {
    dataset(STORY)
}

const STORY: &str = "
nk = state north-korea North Korea
kim = person north-korea Kim Jong Un
defmin = ~person Nuclear_and_missile_development Defence minister
chief = ~person Nuclear_and_missile_development Chief of staff
delegation = group north-korea Kim’s delegation
members = ?group north-korea Sanctioned members
kcna = org north-korea KCNA
russia = state russia Russia
putin = person russia Vladimir Putin
kremlin = body russia The Kremlin
peskov = person russia Dmitry Peskov
ambassador = ~person russia Russian ambassador
tv = ?org russia Russian state TV
fleet = body russia Pacific Fleet
plant = ?org russia Aircraft plant
unis = ?group russia Universities
sk = state south-korea South Korea
mofa = body south-korea Foreign Ministry
lim = person south-korea Lim Soo-suk
chang = person south-korea Chang Ho-jin
uni-min = body south-korea Unification Min.
yung = person south-korea Kim Yung-ho
aide = ~person south-korea Presidential aide
allies = ?group - Allies and friends
others = ?group - Other countries
us = state united-states United States
nsc = body united-states White House NSC
kirby = person united-states John Kirby
japan = state - Japan
ukraine = state - Ukraine
ukrainians = group - Ukrainians
unsc = body united-nations Security Council
world = group - World community
two = ?group - Two more countries
ap = org - Associated Press
reporters = ?group - Reporters
versor = company Weapons_trade Versor S.R.O.
ashot = person Weapons_trade Ashot Mkrtychev
w1 = ?person Weapons_trade Person 1 of 3
w2 = ?person Weapons_trade Person 2 of 3
w3 = ?person Weapons_trade Person 3 of 3
w4 = ?company Weapons_trade Company not named
n1 = ?person Nuclear_and_missile_development Person 1 of 4
n2 = ?person Nuclear_and_missile_development Person 2 of 4
n3 = ?person Nuclear_and_missile_development Person 3 of 4
n4 = ?person Nuclear_and_missile_development Person 4 of 4
sk ! versor,ashot,w1,w2,w3,w4,defmin,chief,n1,n2,n3,n4
kim <> putin consult consult
kim >> putin support request
putin >> kim agree
nk <> russia consult cooperate
kim -- nk
putin -- russia
peskov -- kremlin
kremlin -- russia
ambassador -- russia
tv -- russia
fleet -- russia
kcna -- nk
kcna >> kim
kcna >> putin
delegation -- kim
members -- delegation
unsc > members sanction
unsc > nk sanction coerce
defmin -- nk
chief -- nk
lim -- mofa
mofa -- sk
chang -- mofa
yung -- uni-min
uni-min -- sk
aide -- sk
kirby -- nsc
nsc -- us
kirby >> nk threaten threaten
kirby >> russia accuse threaten
kirby >> putin accuse
us >> nk accuse
us >> russia accuse
russia > ukraine assault
russia >> ukrainians assault
putin >> unsc agree
putin >> reporters consult
russia -- unsc
peskov >> nk cooperate
sk >> russia threaten threaten
mofa >> putin accuse reject
mofa >> kim accuse
lim >> nk accuse accuse
lim >> russia accuse threaten
lim >> members accuse
chang > ambassador request threaten
chang >> nk request
chang >> russia request
aide >> putin reject
aide >> russia accuse
aide >> nk accuse
aide >> unsc accuse
aide >> allies cooperate
sk <> us consult
sk <> others consult
yung >> nk threaten
yung >> russia threaten
yung >> us support
yung >> japan support
yung -- nk
tv >> kim
kim > plant consult
kim > fleet consult
kim > unis consult
russia > nk aid
nk >> russia aid
nk >> two aid
world >> nk request
nk >> world threaten
ap >> yung
ap >> lim
ashot -- versor
mofa >> nk accuse
";
