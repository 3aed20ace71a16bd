//! Tests of the story behind the seam: that it answers what is asked of an opened list.

use std::io::Cursor;
use std::sync::LazyLock;

use sourceline::engine::{Bundled, Finder};
use sourceline::export::FORMATS;
use sourceline::import::File;
use sourceline::model::{Keyed, Naming};
use sourceline::opened::Opened;
use sourceline::query::{Query, Selection, facet_counts};
use sourceline::seam::{Ask, Engine, Rows, Saved, ask};
use sourceline::search::{Entry, Field, Group, Kind, Role, Target};

use super::engine;

static ENGINE: LazyLock<Bundled> = LazyLock::new(engine);

fn find(who: &impl Engine<ask::Find>, text: &str, whole: &[Kind]) -> Vec<Group> {
    who.answer(&ask::Find { text: text.to_owned(), most: 2, whole: whole.to_vec() })
}

fn save(format: &str) -> Saved {
    let query = "/sanctions?status=lapsed".to_owned();
    ENGINE.answer(&ask::Save { query, format: format.to_owned() })
}

fn rows(who: &impl Engine<ask::Rows>, query: &str, from: u64, count: u64) -> Rows {
    who.answer(&ask::Rows { query: query.to_owned(), from, count })
}

#[test]
fn so_many_of_a_kind_are_found_and_all_where_all_are_wanted() {
    let story = Finder::new(&ENGINE, Vec::new());
    let of = |groups: &[Group]| {
        let group = groups.iter().find(|it| it.kind == Kind::Fact).expect("facts").clone();
        (group.hits.len(), group.total)
    };
    let (few, total) = of(&find(&story, "putin", &[]));
    assert_eq!(few, 2);
    assert!(total > 2, "{total}");
    assert_eq!(of(&find(&story, "putin", &[Kind::Fact])), (total, total));
}

#[test]
fn what_is_no_fact_is_found_beside_them() {
    let target = Target::Command(7);
    let fields = vec![Field { role: Role::Name, text: "Xylophone".to_owned() }];
    let entry = Entry { kind: Kind::Command, target: target.clone(), fields, line: String::new() };
    let story = Finder::new(&ENGINE, vec![entry]);
    assert_eq!(find(&story, "xylo", &[])[0].hits[0].target, target);
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
fn the_sanctions_list_comes_in_windows_with_how_many_there_are() {
    let query = "/sanctions?sort=listed";
    let all = rows(&*ENGINE, query, 0, u64::MAX);
    let list = ENGINE.list(&Query::parse(query).query);
    assert_eq!((all.total, all.of, all.rows.len()), (12, list.of as u64, 12));
    for (row, told) in all.rows.iter().zip(&list.rows) {
        assert_eq!((&row.name, row.naming, &row.detail), (&told.target, told.naming, &told.detail));
        assert_eq!(row.cells, [told.kind, &told.reason, &told.authority, told.status_label, &told.listed]);
        assert_eq!(row.status, told.status.key());
        assert_eq!(Selection::parse(&row.key).as_ref(), Some(&told.selection));
    }
    let window = rows(&*ENGINE, query, 5, 3);
    assert_eq!((window.from, window.total, window.rows.as_slice()), (5, 12, &all.rows[5..8]));
    assert_eq!(rows(&*ENGINE, query, 11, 5).rows, all.rows[11..]);
    assert_eq!(rows(&*ENGINE, query, u64::MAX, u64::MAX).rows, []);
    // What the address narrows is narrowed.
    let few = rows(&*ENGINE, "/sanctions?naming=unnamed", 0, u64::MAX);
    assert!(few.total > 0 && few.total < 12 && few.of == all.of, "{} of {}", few.total, few.of);
}

#[test]
fn each_row_of_the_story_says_on_paper_who_says_so_and_where() {
    let all = rows(&*ENGINE, "/sanctions", 0, u64::MAX).rows;
    let paper = ENGINE.answer(&ask::Paper { query: "/sanctions".to_owned(), most: 4 });
    assert_eq!((paper.total, paper.rows.len()), (12, 4));
    for ((row, says), told) in paper.rows.iter().zip(&all) {
        assert_eq!(row, told);
        let dossier = ENGINE.dossier(&Selection::parse(&row.key).expect("a key")).expect("evidence");
        let places = dossier.reference.expect("a reference");
        let (chain, place) = says.split_once(" · ").expect("both");
        assert!(chain.contains("report of 21 September 2023"), "{says}");
        assert!(places.contains(chain), "{says} in {places}");
        assert!(place.starts_with("¶ "), "{says}");
    }
}

#[test]
fn all_values_of_the_storys_facets_are_told() {
    let ask = |most| ask::Facets { query: "/sanctions?q=zzz".to_owned(), most, wider: Vec::new() };
    let facets = ENGINE.answer(&ask(1));
    assert_eq!(facets, facet_counts(ENGINE.data(), ENGINE.words(), &Query::parse("/sanctions?q=zzz").query));
    assert_eq!(facets, ENGINE.answer(&ask(u64::MAX)));
    assert!(facets.iter().any(|it| it.choices.len() > 2 && it.more == 0));
    assert!(facets.iter().flat_map(|it| &it.choices).all(|it| it.count == 0), "nothing fits the text");
}

/// Both who answer find whom the story names: it is published, opened as a file, and asked the same.
#[test]
fn the_story_finds_the_same_actors_where_it_is_opened_as_a_file() {
    let facts = FORMATS.iter().find(|it| it.key == "facts").expect("it is published");
    let text = (facts.write)(ENGINE.data());
    let mut opened = Opened::new();
    opened.open(vec![File::new("facts.json", Cursor::new(text))], Vec::new(), Default::default());
    while opened.work() {}
    let story = Finder::new(&ENGINE, Vec::new());
    let found = |opened: &Opened, text: &str| {
        let ask = ask::Find { text: text.to_owned(), most: 2, whole: Vec::new() };
        ask::Find::answered(opened.answer(&ask.into())).expect("what was found")
    };
    let named = ENGINE.data().actors.iter().filter(|it| it.naming == Naming::Named);
    let mut asked = 0;
    for actor in named {
        let first = |groups: Vec<Group>, kind| {
            let group = groups.into_iter().find(|it| it.kind == kind)?;
            Some(group.hits.first()?.title.text.clone())
        };
        let name = Some(actor.name.to_string());
        assert_eq!(first(find(&story, &actor.name, &[]), Kind::Actor), name);
        assert_eq!(first(found(&opened, &actor.name), Kind::Record), name);
        asked += 1;
    }
    assert!(asked > 20, "{asked}");
}
