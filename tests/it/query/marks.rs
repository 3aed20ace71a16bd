//! What is done to single actors: hidden, left alone, expanded, connected.

use sourceline::query::{Mark, Query};

use super::query;

/// Each line: the address before, what is done, the address after.
#[track_caller]
fn check(before: &str, act: impl Fn(&Query) -> Query, after: &str) {
    assert_eq!(act(&query(before)).to_fragment(), after, "{before}");
}

#[test]
fn who_is_hidden_is_no_longer_selected_or_connected_and_who_was_shown_for_it_stays() {
    check("/network", |it| it.hiding("a"), "/network?hide=a");
    check("/network?hide=b&sel=actor:b", |it| it.hiding("a"), "/network?hide=a,b&sel=actor:b");
    check("/network?focus=a&sel=actor:a&path=a~b", |it| it.hiding("a"), "/network?focus=a&hide=a");
    check("/network?only=a&sel=edge:b~a&expand=a", |it| it.hiding("a"), "/network?only=a&expand=a&hide=a");
    check("/network?path=b~c&sel=fact:a", |it| it.hiding("a"), "/network?hide=a&path=b~c&sel=fact:a");
    check("/sanctions?sel=edge:a~b", |it| it.hiding("a"), "/network?hide=a");
}

#[test]
fn hiding_the_others_forgets_who_was_hidden_or_added_before() {
    check("/network?focus=b&expand=b&hide=c&q=x", |it| it.alone(["a"]), "/network?q=x&only=a");
    check("/network?only=b&path=a~b", |it| it.alone(["c", "a", "b", "a"]), "/network?only=a,b,c&path=a~b");
}

#[test]
fn expanding_adds_each_time_and_brings_a_hidden_actor_back() {
    check("/network?focus=b", |it| it.expanding("c").expanding("a"), "/network?focus=b&expand=c,a");
    check("/network?only=b&expand=a", |it| it.expanding("a"), "/network?only=b&expand=a,a");
    check("/network?focus=b&hide=a,c", |it| it.expanding("a"), "/network?focus=b&expand=a&hide=c");
}

#[test]
fn a_mark_is_taken_away_as_a_whole() {
    check("/network?only=b&expand=a,b,a", |it| it.unmarking(Mark::Expand, "a"), "/network?only=b&expand=b");
    check("/network?hide=a,b", |it| it.unmarking(Mark::Hide, "a"), "/network?hide=b");
}

#[test]
fn another_neighbourhood_begins_without_what_was_added_to_the_last() {
    let start = "/network?focus=a&expand=b&hide=c&sel=actor:b";
    check(start, Query::refocused, "/network?focus=b&hide=c&sel=actor:b");
    check("/network?focus=a&expand=b&hide=c&sel=actor:a", Query::refocused, "/network?sel=actor:a");
    check("/network?only=a&expand=b&hide=c", Query::refocused, "/network");
}

#[test]
fn a_double_click_narrows_then_expands_and_on_the_middle_shows_all() {
    check("/network?sel=actor:a", Query::opened, "/network?focus=a&sel=actor:a");
    check("/network?focus=a&sel=actor:b", Query::opened, "/network?focus=a&expand=b&sel=actor:b");
    check("/network?only=a&sel=actor:a", Query::opened, "/network?only=a&expand=a&sel=actor:a");
    check("/network?focus=a&expand=b&sel=actor:a", Query::opened, "/network?sel=actor:a");
    check("/network?focus=a", Query::opened, "/network");
}

#[test]
fn clearing_takes_marks_and_path_away() {
    let all = query("/network?focus=a&only=b&expand=c&hide=d&path=a~b&sel=actor:a");
    assert!(all.narrowed());
    assert_eq!(all.cleared().to_fragment(), "/network?sel=actor:a");
    for part in ["only=b", "hide=d", "path=a~b"] {
        assert!(query(&format!("/network?{part}")).narrowed(), "{part}");
    }
}
