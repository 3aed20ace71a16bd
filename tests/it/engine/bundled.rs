//! Tests of the story behind the seam: that it answers what is asked of an opened list, too.

use std::io::Cursor;
use std::sync::LazyLock;

use sourceline::engine::{Bundled, Engine};
use sourceline::export::FORMATS;
use sourceline::import::File;
use sourceline::model::Naming;
use sourceline::opened::Opened;
use sourceline::query::Selection;
use sourceline::seam::{Answer, Answering, Request, Saved};
use sourceline::search::{Entry, Field, Group, Kind, Role, Target};

use super::engine;

static ENGINE: LazyLock<Engine> = LazyLock::new(engine);

fn find(who: &mut dyn Answering, text: &str, whole: &[Kind]) -> Vec<Group> {
    match who.answer(&Request::Find { text: text.to_owned(), most: 2, whole: whole.to_vec() }) {
        Answer::Found(groups) => groups,
        other => panic!("not found: {other:?}"),
    }
}

fn save(format: &str) -> Saved {
    let request = Request::Save { query: "/sanctions?status=lapsed".to_owned(), format: format.to_owned() };
    match Bundled::new(&ENGINE, Vec::new()).answer(&request) {
        Answer::Saved(saved) => saved,
        other => panic!("not saved: {other:?}"),
    }
}

#[test]
fn so_many_of_a_kind_are_found_and_all_where_all_are_wanted() {
    let mut story = Bundled::new(&ENGINE, Vec::new());
    let of = |groups: &[Group]| {
        let group = groups.iter().find(|it| it.kind == Kind::Fact).expect("facts").clone();
        (group.hits.len(), group.total)
    };
    let (few, total) = of(&find(&mut story, "putin", &[]));
    assert_eq!(few, 2);
    assert!(total > 2, "{total}");
    assert_eq!(of(&find(&mut story, "putin", &[Kind::Fact])), (total, total));
}

#[test]
fn what_is_no_fact_is_found_beside_them() {
    let target = Target::Command(7);
    let fields = vec![Field { role: Role::Name, text: "Xylophone".to_owned() }];
    let entry = Entry { kind: Kind::Command, target: target.clone(), fields, line: String::new() };
    let mut story = Bundled::new(&ENGINE, vec![entry]);
    assert_eq!(find(&mut story, "xylo", &[])[0].hits[0].target, target);
    assert_eq!(story.plain(&target).expect("it is there").title.text, "Xylophone");
    let actor = Target::Selection(Selection::Actor("kim-jong-un".to_owned()));
    assert_eq!(story.plain(&actor).expect("he is there").title.text, "Kim Jong Un");
    assert_eq!(story.plain(&Target::Command(8)), None);
}

#[test]
fn the_list_is_saved_in_both_formats() {
    let (csv, json) = (save("csv"), save("json"));
    assert_eq!((csv.name.as_str(), json.name.as_str()), ("sanctions.csv", "sanctions.json"));
    assert!(csv.text.starts_with("id,target,"), "{}", csv.text);
    let rows: serde_json::Value = serde_json::from_str(&json.text).expect("JSON");
    assert!(rows.to_string().contains("target"));
}

#[test]
fn what_is_asked_of_lists_only_is_answered_by_nothing() {
    assert_eq!(Bundled::new(&ENGINE, Vec::new()).answer(&Request::Overview), Answer::Nothing);
}

/// Both who answer find whom the story names: it is published, opened as a file, and asked the same.
#[test]
fn the_story_finds_the_same_actors_where_it_is_opened_as_a_file() {
    let facts = FORMATS.iter().find(|it| it.key == "facts").expect("it is published");
    let text = (facts.write)(ENGINE.data());
    let mut opened = Opened::new();
    opened.open(vec![File::new("facts.json", Cursor::new(text))], Vec::new(), Default::default());
    while opened.work() {}
    let mut story = Bundled::new(&ENGINE, Vec::new());
    let named = ENGINE.data().actors.iter().filter(|it| it.naming == Naming::Named);
    let mut asked = 0;
    for actor in named {
        let first = |groups: Vec<Group>, kind| {
            let group = groups.into_iter().find(|it| it.kind == kind)?;
            Some(group.hits.first()?.title.text.clone())
        };
        let name = Some(actor.name.to_string());
        assert_eq!(first(find(&mut story, &actor.name, &[]), Kind::Actor), name);
        assert_eq!(first(find(&mut opened, &actor.name, &[]), Kind::Record), name);
        asked += 1;
    }
    assert!(asked > 20, "{asked}");
}
