//! Whose word a statement rests on, and what disputes it.

use super::notation::{dataset, id, keys};

/// What the statement `a` of a story rests on.
#[track_caller]
fn check(story: &str, expected: &[&str]) {
    let data = dataset(&format!("# sea\n{story}"));
    let a = id(&data, "a");
    assert_eq!(keys(&data, &data.rests_on(a)), expected, "{story}");
    let own = data[a].voice().is_none();
    assert_eq!(data.is_alone(a), expected.len() == 1 && !own, "{story}");
}

#[test]
fn a_statement_rests_on_its_speaker() {
    check("a = ann in one", &["a"]);
    check("a = ann via agency in one,two", &["a"]);
}

#[test]
fn another_speaker_who_supports_it_counts_by_whatever_outlet() {
    check("a = ann in one\n b = bob in one : supports a", &["a", "b"]);
    check("a = ann via agency in one\n b = bob via agency in one : supports a", &["a", "b"]);
    check("a = ann in one\n b = bob in one : supports a\n c = cid in two : supports a", &["a", "b", "c"]);
}

#[test]
fn nobody_counts_twice() {
    check("a = ann in one\n b = ann in two : supports a", &["a"]);
    check("a = ann in one\n b = ann in two : repeats a", &["a"]);
    check("a = ann in one\n b = bob in two : supports a\n c = bob in two : supports a", &["a", "b"]);
}

#[test]
fn a_repeat_counts_with_another_speaker_by_another_outlet_only() {
    check("a = ann in one\n b = bob in one : repeats a", &["a"]);
    check("a = ann via agency in one\n b = bob via agency in two : repeats a", &["a"]);
    check("a = ann in one\n b = bob in two : repeats a", &["a", "b"]);
    // It does not matter which of the two is said to repeat the other.
    check("a = bob in two : repeats b\n b = ann in one", &["a", "b"]);
}

#[test]
fn what_supports_a_repeat_supports_the_statement() {
    check("a = ann in one\n b = ann in two : repeats a\n c = cid in one : supports b", &["a", "c"]);
    check("a = ann in one : repeats b\n b = ann in two\n c = cid in one : supports b", &["a", "c"]);
}

#[test]
fn what_supports_a_support_stands_behind_that() {
    check("a = ann in one\n b = ann in one : supports a\n c = cid in one : supports b", &["a"]);
}

#[test]
fn answers_contradictions_and_parts_do_not_stand_behind_it() {
    check(
        "a = ann in one\n b = bob in one : responds-to a; contradicts a\n c = cid in one : part-of a",
        &["a"],
    );
}

#[test]
fn the_channel_that_it_came_through_does_not_count() {
    check("a = ann via agency in one\n b = agency in one : supports a", &["a"]);
    check("a = ann via agency in one\n b = agency via other in one : supports a", &["a"]);
    check("a = ann in one\n b = agency in one : supports a", &["a", "b"]);
}

#[test]
fn who_speaks_for_another_is_one_voice_with_it() {
    let spokesmen = "ann speaks for ministry\n bob speaks for ministry";
    check(&format!("{spokesmen}\n a = ann in one\n b = ministry in one : supports a"), &["a"]);
    check(&format!("{spokesmen}\n a = ministry in one\n b = ann in one : supports a"), &["a"]);
    check(&format!("{spokesmen}\n a = ann in one\n b = bob in one : supports a"), &["a"]);
    check(&format!("{spokesmen}\n a = ann in one\n b = cid in one : supports a"), &["a", "b"]);
}

#[test]
fn a_report_has_a_voice_of_its_own() {
    check("a = ann in one\n b = event in one : supports a", &["a", "b"]);
    check("a = ann in one\n b = event in one : supports a\n c = report in one : supports a", &["a", "b"]);
    check(
        "a = ann in one\n b = event in one : supports a\n c = report in two : supports a",
        &["a", "b", "c"],
    );
    check("a = report in one", &["a"]);
    check("a = report in one\n b = event in one : supports a", &["a"]);
    check("a = report in one\n b = ann in one : supports a", &["a", "b"]);
}

#[test]
fn who_says_it_is_the_speaker_then_the_channel_then_nobody() {
    let data =
        dataset("# sea\n a = ann via agency in one\n b = report via agency in one\n c = report in one");
    let voice = |key: &str| data[id(&data, key)].voice().map(|actor| data[actor].key.as_str());
    assert_eq!(["a", "b", "c"].map(voice), [Some("ann"), Some("agency"), None]);
}

#[test]
fn what_the_report_tells_in_its_own_voice_is_not_said_by_anybody() {
    let data = dataset(
        "# sea\n a = ann in one\n b = event via agency in one\n c = report in one\n d = event in one",
    );
    let said = |key: &str| data[id(&data, key)].is_said();
    assert_eq!(["a", "b", "c", "d"].map(said), [true, true, true, false]);
}

#[test]
fn a_contradiction_disputes_both_and_their_tellings() {
    let story = "# sea
        a = ann in one
        b = bob in one : contradicts a
        c = ann in two : repeats a
        d = bob in two : repeats b
        e = cid in one : responds-to a
        f = cid in one : supports a";
    let data = dataset(story);
    let disputed = |key: &str| data.is_disputed(id(&data, key));
    assert_eq!(["a", "b", "c", "d", "e", "f"].map(disputed), [true, true, true, true, false, false]);
}

#[test]
fn tellings_are_found_both_ways_and_in_rings() {
    let data = dataset(
        "# sea\n a = ann in one : repeats b\n b = bob in one : repeats c\n c = cid in one : repeats a",
    );
    let mut tellings = keys(&data, &data.tellings(id(&data, "b")));
    assert_eq!(tellings.remove(0), "b");
    tellings.sort();
    assert_eq!(tellings, ["a", "c"]);
}
