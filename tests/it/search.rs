//! Search everywhere: what is found, in which order, and which letters are marked.

mod edits;
mod letters;
mod near;
mod opening;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use expect_test::{Expect, expect};
use proptest::prelude::*;
use sourceline::corpus::bundled;
use sourceline::model::{Actor, Dataset};
use sourceline::query::Selection;
use sourceline::search::{Entry, Field, Index, Kind, Marked, Role, Target, connected, entries};
use sourceline::words::EN;

static DATA: LazyLock<Dataset> = LazyLock::new(|| bundled().unwrap().0);
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(entries(&DATA, &EN)));

/// An entry of a test.
type Made<'t> = (Kind, &'t [(Role, &'t str)]);

/// An index of a few entries, each a kind and texts with their roles; its number is its target.
fn index(all: &[Made]) -> Index {
    let entry = |(nth, (kind, fields)): (usize, &Made)| Entry {
        kind: *kind,
        target: Target::Command(nth),
        fields: fields.iter().map(|(role, text)| Field { role: *role, text: (*text).to_owned() }).collect(),
        line: String::new(),
    };
    Index::new(all.iter().enumerate().map(entry).collect())
}

/// An index of names only.
fn names(names: &[&str]) -> Index {
    let fields: Vec<_> = names.iter().map(|name| [(Role::Name, *name)]).collect();
    let all: Vec<_> = fields.iter().map(|fields| (Kind::Actor, &fields[..])).collect();
    index(&all)
}

/// The numbers of the entries that a text finds, best first.
fn found(index: &Index, text: &str) -> Vec<usize> {
    index.find(text).iter().map(|it| it.entry).collect()
}

/// A text with what is marked in brackets.
fn show(marked: &Marked) -> String {
    let piece = |(text, mark): (&str, bool)| if mark { format!("[{text}]") } else { text.to_owned() };
    marked.pieces().into_iter().map(piece).collect()
}

/// What a text finds: how many of each kind, and the first three.
fn told(index: &Index, text: &str) -> String {
    let mut lines = String::new();
    for group in index.groups(text, |_| 3) {
        lines += &format!("{:?} {}\n", group.kind, group.total);
        for hit in group.hits {
            lines += &format!("  {}\n", show(&hit.title));
            if let Some((role, text)) = hit.through {
                lines += &format!("    {role:?}: {}\n", show(&text));
            }
        }
    }
    lines
}

/// The same in the bundled story.
#[track_caller]
fn check(text: &str, finds: Expect) {
    finds.assert_eq(&told(&INDEX, text));
}

#[test]
fn a_family_name_finds_its_bearers_then_what_is_said_of_them() {
    check(
        "kim",
        expect![[r#"
        Actor 8
          [Kim] Jong Un
          [Kim] Yung-ho
          Delegation of [Kim] Jong Un
        Fact 32
          In the headline of the report, South Korea voices concern and regret about the meeting of Putin and [Kim].
          The headline of the report tells of a meeting between Vladimir Putin and [Kim] Jong Un in Russia.
          The South Korean Foreign Ministry voiced concern and regret at the conduct of Putin and [Kim] at their summit.
    "#]],
    );
}

#[test]
fn a_short_name_by_which_somebody_is_called_comes_before_names_that_hold_it() {
    check(
        "un",
        expect![[r#"
        Actor 18
          [UN] Security Council
          Kim Jong [Un]
          Delegation of Kim Jong [Un]
        Fact 56
          The headline of the report tells of a meeting between Vladimir Putin and Kim Jong [Un] in Russia.
          When he met Kim, Vladimir Putin went against resolutions of the [UN] Security Council, according to the South Korean Foreign Ministry.
          When he met Putin, Kim Jong [Un] went against resolutions of the UN Security Council, according to the South Korean Foreign Ministry.
        Designation 4
          Person 1 of 4 not named
            Text: One of four persons [un]der the sanctions whom the report neither names nor puts in a group.
          Person 2 of 4 not named
            Text: One of four persons [un]der the sanctions whom the report neither names nor puts in a group.
          Person 3 of 4 not named
            Text: One of four persons [un]der the sanctions whom the report neither names nor puts in a group.
    "#]],
    );
}

#[test]
fn other_scripts_and_spellings_find_the_same_person() {
    for text in ["putin", "PUTIN", "Pútin", "Путин", "Πούτιν", "Poutine", "Putni", "putim"] {
        let first = INDEX.find(text).first().map(|it| INDEX.entries()[it.entry].target.clone());
        assert_eq!(first, Some(actor("vladimir-putin")), "{text}");
    }
    let kim = [
        "Kim Jong Un",
        "Kim Jong-un",
        "kimjongun",
        "KIM Jong-Un",
        "김정은",
        "김 정은",
        "Kim Jung Un",
        "Kim Dschong Un",
        "kim jongun",
    ];
    for text in kim {
        let first = INDEX.find(text).first().map(|it| INDEX.entries()[it.entry].target.clone());
        assert_eq!(first, Some(actor("kim-jong-un")), "{text}");
    }
}

#[test]
fn a_name_in_its_own_script_is_found_as_it_is_typed() {
    check(
        "임수",
        expect![[r#"
        Actor 1
          Lim Soo-suk
            Alias: [임수]석
        Fact 14
          On South Korea’s behalf, Lim Soo-suk voiced concern and regret that North Korea and Russia had talked about military cooperation.
            Who: [임수]석
          North Korea and Russia talked about military cooperation at the summit, according to Lim Soo-suk.
            Who: [임수]석
          The development of satellites was among what North Korea and Russia talked about at the summit, according to Lim Soo-suk.
            Who: [임수]석
    "#]],
    );
    check(
        "Москв",
        expect![[r#"
        Actor 1
          Russia
            Alias: [Москв]а
        Fact 55
          Seoul warned Russia that relations between the two would suffer if its talks with North Korea about military cooperation went on.
            Who: [Москв]а
          Vladimir Putin is the president of Russia.
            Who: [Москв]а
          On South Korea’s behalf, Lim Soo-suk voiced concern and regret that North Korea and Russia had talked about military cooperation.
            Who: [Москв]а
    "#]],
    );
}

#[test]
fn words_may_stand_in_different_texts_of_one_entry_but_all_must_stand_there() {
    check(
        "slovakia compny",
        expect![[r#"
        Actor 1
          Versor S.R.O.
        Fact 1
          South Korea’s sanctions over the weapons trade include Versor S.R.O., a [company] in [Slovakia].
        Designation 1
          Versor S.R.O.
            Text: [Company] in [Slovakia], led by Ashot Mkrtychev.
    "#]],
    );
    check("slovakia compny kremlin", expect![[""]]);
}

#[test]
fn direct_speech_and_what_is_not_shown_say_through_what_they_were_found() {
    check(
        "very negative",
        expect![[r#"
        Fact 2
          Seoul warned Russia that relations between the two would suffer if its talks with North Korea about military cooperation went on.
            Speech: [very] [negative] impacts
          If Moscow goes on talking with Pyongyang, its relations with South Korea will suffer, Lim Soo-suk warned.
            Speech: [very] [negative] impacts
    "#]],
    );
    check(
        "defence minister sanctions",
        expect![[r#"
        Fact 5
          South Korea’s [sanctions] include the [defence] [minister] of North Korea.
          One of the persons under [sanctions], not named in the report, is North Korea’s [minister] of [defence].
          North Korea’s nuclear development is one reason for the [sanctions] on its [defence] [minister] and chief of staff, according to the South Korean Foreign Ministry.
    "#]],
    );
}

#[test]
fn wrong_letters_count_in_names_where_something_fits_as_it_was_typed() {
    check(
        "russian",
        expect![[r#"
        Actor 4
          [Russian] state television
          Ambassador of Russia
            Alias: [Russian] ambassador
          [Russia]
        Fact 6
          Kim Jong Un and Vladimir Putin met at Vostochny Cosmodrome in the [Russian] Far East.
          On his own, Kim Jong Un is to visit a plant in Komsomolsk-on-Amur that builds aircraft, according to [Russian] state television.
          On his own, Kim Jong Un is to see the [Russian] Pacific Fleet, according to Russian state television.
    "#]],
    );
    check(
        "sanctoins",
        expect![[r#"
        Actor 9
          Delegation members under UN [sanctions]
          Other countries in the [sanctions] talks
          South Korea
        Source 1
          Report on Seoul’s [sanctions] and on ties between Moscow and Pyongyang
        Fact 27
          Several people under UN [sanctions] belonged to Kim Jong Un’s delegation, Lim Soo-suk pointed out.
          The UN Security Council holds several of Kim’s delegation under [sanctions] for their work on weapons, according to Lim Soo-suk.
          Putin said that Russia keeps to the [sanctions] under which no arms may come from North Korea.
        Designation 4
          Person 1 of 4 not named
            Text: One of four persons under the [sanctions] whom the report neither names nor puts in a group.
          Person 2 of 4 not named
            Text: One of four persons under the [sanctions] whom the report neither names nor puts in a group.
          Person 3 of 4 not named
            Text: One of four persons under the [sanctions] whom the report neither names nor puts in a group.
    "#]],
    );
}

#[test]
fn initials_are_one_word() {
    check(
        "U.S.",
        expect![[r#"
        Actor 2
          United States
            Alias: [U.S].
          International community
        Fact 13
          A deal that makes North Korea’s armed forces stronger would worry the United States greatly, John Kirby said.
            Speech: certainly would be of significant concern to [us]
          Washington warned that Putin and Kim might come to an arms deal at their meeting.
            Who: [U.S].
          North Korea might supply Russia with ammunition to use against Ukraine, Washington warned.
            Who: [U.S].
    "#]],
    );
    check(
        "versor sro",
        expect![[r#"
        Actor 2
          [Versor] [S.R.O].
          Ashot Mkrtychev
        Designation 2
          [Versor] [S.R.O].
          Ashot Mkrtychev
            Text: Chief executive of [Versor] [S.R.O]., of Slovakia.
        Fact 3
          South Korea’s sanctions over the weapons trade include [Versor] [S.R.O]., a company in Slovakia.
          Ashot Mkrtychev is chief executive of [Versor] [S.R.O].
          South Korea put four persons and two companies under sanctions over North Korea’s trade in weapons.
            Who: [Versor] [S.R.O].
    "#]],
    );
}

#[test]
fn a_document_is_found_by_its_date_and_by_what_is_known_of_it() {
    check(
        "report 21 september",
        expect![[r#"
        Source 1
          [Report] on Seoul’s sanctions and on ties between Moscow and Pyongyang
        Fact 8
          The South Korean official who answers Putin, not named in the [report], is an aide to the president.
          The diplomat whom Chang summoned, not named in the [report], is the ambassador of Russia.
          One of the persons under sanctions, not named in the [report], is North Korea’s minister of defence.
        Designation 10
          Person 1 of 3 not named
            Text: One of three persons sanctioned over the weapons trade whom the [report] does not name.
          Person 2 of 3 not named
            Text: One of three persons sanctioned over the weapons trade whom the [report] does not name.
          Person 3 of 3 not named
            Text: One of three persons sanctioned over the weapons trade whom the [report] does not name.
    "#]],
    );
}

#[test]
fn nothing_is_found_by_nothing() {
    for text in ["", " ", "\t\n", "’", "…", "\u{301}", "-"] {
        assert_eq!(told(&INDEX, text), "", "{text:?}");
    }
}

fn actor(key: &str) -> Target {
    Target::Selection(Selection::Actor(key.to_owned()))
}

#[test]
fn every_name_and_every_alias_finds_its_actor_first() {
    for it in &DATA.actors {
        for name in [&it.name, &it.short].into_iter().chain(it.aliases.iter()) {
            let first = INDEX.find(name).first().map(|it| INDEX.entries()[it.entry].target.clone());
            let first = first.map(|target| match target {
                Target::Selection(Selection::Actor(key)) => key,
                other => format!("{other:?}"),
            });
            assert_eq!(first.as_deref(), Some(it.key.as_str()), "{name}");
        }
    }
}

#[test]
fn every_text_finds_its_entry_by_its_first_words() {
    let mut seen = BTreeSet::new();
    for (nth, entry) in INDEX.entries().iter().enumerate() {
        for field in &entry.fields {
            let first: Vec<_> = field.text.split(' ').take(4).collect();
            let text = first.join(" ");
            assert!(!seen.insert(text.clone()) || found(&INDEX, &text).contains(&nth), "{field:?}");
        }
    }
}

#[test]
fn the_whole_name_comes_before_words_of_it_and_these_before_beginnings() {
    let index = names(&["Karelia", "North Karel", "Karel Novak", "Karel"]);
    assert_eq!(found(&index, "karel"), [3, 1, 2, 0]);
}

#[test]
fn a_name_comes_before_an_alias_and_that_before_a_text() {
    let index = index(&[
        (Kind::Actor, &[(Role::Text, "Far from Karelia")]),
        (Kind::Actor, &[(Role::Name, "A"), (Role::Alias, "Man of Karelia")]),
        (Kind::Actor, &[(Role::Name, "East Karelia")]),
    ]);
    assert_eq!(found(&index, "karelia"), [2, 1, 0]);
}

#[test]
fn equally_good_ones_come_by_kind_and_then_in_their_order() {
    let name: &[(Role, &str)] = &[(Role::Name, "Karelia")];
    let index = index(&[
        (Kind::Command, name),
        (Kind::Source, name),
        (Kind::Fact, name),
        (Kind::Designation, name),
        (Kind::Actor, name),
        (Kind::Actor, name),
        (Kind::Record, name),
    ]);
    assert_eq!(found(&index, "karelia"), [4, 5, 2, 3, 1, 0, 6]);
    let kinds: Vec<_> = index.groups("karelia", |_| 1).iter().map(|it| it.kind).collect();
    assert_eq!(kinds, Kind::ALL);
}

#[test]
fn groups_show_so_many_and_count_all() {
    let index = names(&["Karel", "Karel A", "Karel B"]);
    let [group] = &index.groups("karel", |_| 2)[..] else { panic!("one kind") };
    assert_eq!((group.kind, group.hits.len(), group.total), (Kind::Actor, 2, 3));
    assert!(!group.similar);
    assert!(index.groups("karol", |_| 2)[0].similar);
}

#[test]
fn a_long_text_is_cut_around_what_matched() {
    let long = "word ".repeat(40) + "needle" + &" more".repeat(40);
    let index = index(&[(Kind::Source, &[(Role::Name, "A title"), (Role::Note, &long)])]);
    let hit = index.hit(&index.find("needle")[0]).unwrap();
    let (role, text) = hit.through.unwrap();
    assert_eq!(role, Role::Note);
    assert!(
        text.text.chars().count() < 120 && text.text.starts_with("… word ") && text.text.ends_with(" more …")
    );
    assert!(show(&text).contains(" [needle] "));
}

#[test]
fn the_most_connected_actors_are_named_ones_and_come_in_order() {
    let few = connected(&DATA, 5);
    let names: Vec<_> = few.iter().map(|id| DATA[*id].name.as_str()).collect();
    expect!["North Korea, Russia, South Korea, Kim Jong Un, Vladimir Putin"].assert_eq(&names.join(", "));
    let all = connected(&DATA, usize::MAX);
    assert!(all.starts_with(&few) && all.len() < DATA.all::<Actor>().count());
    assert_eq!(connected(&DATA, 0), []);
}

/// Texts of letters that mean something to the search, and of any others.
fn any_text() -> impl Strategy<Value = String> {
    let known = prop::sample::select(
        &[
            "kim",
            "Kim Jong-un",
            "путин",
            "김",
            "정ㅇ",
            "Πού",
            "u.s.",
            "’s",
            "\u{301}",
            "\u{200b}",
            "2023",
            "ß",
            "ﬁ",
            " ",
            "-",
            "Versor",
            "sch",
            "\u{202e}",
            "Ａ",
            "🙂",
            "weapons",
        ][..],
    );
    let any = prop::collection::vec(any::<char>(), 0..6).prop_map(String::from_iter);
    prop::collection::vec(prop_oneof![known.prop_map(str::to_owned), any], 0..12).prop_map(|it| it.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_text_can_be_searched_and_what_is_shown_of_it_is_whole(text in any_text()) {
        for group in INDEX.groups(&text, |_| usize::MAX) {
            prop_assert_eq!(group.hits.len(), group.total);
            for hit in group.hits {
                let through = hit.through.map(|(_, text)| text);
                let texts = [hit.title, hit.line].into_iter().chain(through);
                let texts: Vec<_> = texts.collect();
                for it in &texts {
                    let together: String = it.pieces().iter().map(|(piece, _)| *piece).collect();
                    prop_assert_eq!(&together, &it.text);
                }
                prop_assert!(texts.iter().any(|it| !it.marks.is_empty()), "{} is marked nowhere", texts[0].text);
            }
        }
    }

    #[test]
    fn any_text_can_be_indexed_and_finds_itself(name in any_text()) {
        let index = names(&[&name]);
        let words = name.chars().any(char::is_alphanumeric);
        let finds = !found(&index, &name).is_empty();
        // What is written with letters that stand for nothing by themselves finds nothing.
        prop_assert!(words || !finds);
    }

    #[test]
    fn more_words_never_find_more(name in "[a-c]{1,2}", more in "[a-c]") {
        let index = names(&["abc ab", "a b c", "cab", "b", "aa bb cc"]);
        let (few, all) = (found(&index, &format!("{name} {more}")), found(&index, &name));
        prop_assert!(few.iter().all(|it| all.contains(it)));
    }
}
