//! A name with one slip of the hand still finds its actor: among the first three of the actors, which stand
//! together. A slip can make a word of another text (a space in it, two), so of all kinds it may come later.

use proptest::prelude::*;
use proptest::sample::Index as Nth;
use sourceline::model::{Actor, Naming};
use sourceline::query::Selection;
use sourceline::search::{Kind, Target};

use super::{DATA, INDEX};

/// One slip of the hand.
#[derive(Clone, Debug)]
enum Slip {
    Insert(char),
    Remove,
    Change(char),
    Swap,
}

fn slip() -> impl Strategy<Value = Slip> {
    let letter = prop_oneof!["[a-z]", "[а-дк-у]", "[ -]"].prop_map(|it| it.chars().next().unwrap());
    let other = letter.clone();
    prop_oneof![
        letter.prop_map(Slip::Insert),
        Just(Slip::Remove),
        other.prop_map(Slip::Change),
        Just(Slip::Swap),
    ]
}

fn slipped(name: &str, slip: &Slip, at: Nth) -> String {
    let mut letters: Vec<_> = name.chars().collect();
    let at = at.index(letters.len());
    match slip {
        Slip::Insert(letter) => letters.insert(at, *letter),
        Slip::Remove => drop(letters.remove(at)),
        Slip::Change(letter) => letters[at] = *letter,
        Slip::Swap if at + 1 < letters.len() => letters.swap(at, at + 1),
        Slip::Swap => {}
    }
    letters.into_iter().collect()
}

/// The actors that the sources name, or call by their office.
fn actors() -> Vec<&'static Actor> {
    let known = DATA.actors.iter().filter(|it| it.naming != Naming::Unnamed);
    known.filter(|it| it.name.chars().count() >= 5).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn one_slip_in_a_name_still_finds_its_actor_among_the_first_actors(nth: Nth, slip in slip(), at: Nth) {
        let actors = actors();
        let actor = nth.get(&actors);
        let text = slipped(&actor.name, &slip, at);
        let target = Target::Selection(Selection::Actor(actor.key.clone()));
        let found = INDEX.find(&text);
        let actors = found.iter().filter(|it| it.kind() == Kind::Actor);
        let first: Vec<_> = actors.take(3).map(|it| &INDEX.entries()[it.entry].target).collect();
        prop_assert!(first.contains(&&target), "{:?} for {} finds {:?}", text, actor.name, first);
    }
}
