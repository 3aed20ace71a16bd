//! Tests of the query: its steps from one to the next, its form in a link, search and facets.

mod facets;
mod fragment;
mod marks;
mod period;
mod text;

use sourceline::query::{Column, FACETS, Facet, Focus, Query, Selection, Sort, View};

/// The facet with that key.
#[track_caller]
fn facet(key: &str) -> &'static Facet {
    Facet::find(key).unwrap_or_else(|| panic!("there is no facet `{key}`"))
}

/// The query that stands in a fragment which is understood.
#[track_caller]
fn query(fragment: &str) -> Query {
    let parsed = Query::parse(fragment);
    assert_eq!(parsed.notices, [], "{fragment}");
    parsed.query
}

fn actor(key: &str) -> Option<Selection> {
    Some(Selection::Actor(key.to_owned()))
}

#[test]
fn a_query_starts_with_the_network_and_nothing_narrowed() {
    let start = Query::default();
    assert_eq!(start.view, View::Network);
    assert!(!start.narrowed());
    for facet in FACETS {
        assert_eq!(start.chosen(facet), facet.default, "{}", facet.key);
    }
}

#[test]
fn a_value_is_chosen_and_let_go_by_the_same_step() {
    let start = query("/network?status=planned");
    let more = start.toggled(facet("status"), "denied");
    assert_eq!(more.chosen(facet("status")), ["denied", "planned"]);
    assert_eq!(more.toggled(facet("status"), "denied"), start);
    assert_eq!(start.toggled(facet("status"), "planned"), Query::default());
}

#[test]
fn a_value_chosen_by_default_can_be_let_go_and_chosen_again() {
    let start = query("/sanctions");
    let all = start.toggled(facet("listing"), "imposed");
    assert_eq!(all.chosen(facet("listing")), [""; 0]);
    assert_eq!(all.to_fragment(), "/sanctions?listing=*");
    assert_eq!(all.toggled(facet("listing"), "imposed"), start);
    let both = start.toggled(facet("listing"), "in-force");
    assert_eq!(both.chosen(facet("listing")), ["imposed", "in-force"]);
}

#[test]
fn values_are_kept_once_and_in_order_whatever_order_they_are_chosen_in() {
    let values = |values: &[&str]| values.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    let one = Query::default().with_chosen(facet("status"), values(&["planned", "denied", "planned"]));
    let other = Query::default().with_chosen(facet("status"), values(&["denied", "planned"]));
    assert_eq!(one, other);
    let one = one.toggled(facet("side"), "russia");
    let other = Query::default().toggled(facet("side"), "russia").toggled(facet("status"), "planned");
    assert_eq!(one, other.toggled(facet("status"), "denied"));
}

#[test]
fn clearing_keeps_view_selection_order_and_the_facets_of_other_views() {
    let full =
        query("/sanctions?q=arms&group=weapons-trade&listing=*&status=planned&sort=kind&focus=a&sel=actor:b");
    assert!(full.narrowed());
    let cleared = full.cleared();
    assert_eq!(cleared, query("/sanctions?status=planned&sort=kind&sel=actor:b"));
    assert!(!cleared.narrowed());
}

#[test]
fn what_restricts_nothing_where_the_default_would_is_other_than_the_default() {
    assert!(query("/sanctions?listing=*").narrowed());
    assert!(!query("/network?status=*").narrowed());
}

#[test]
fn a_selection_an_order_or_another_view_narrows_nothing() {
    for fragment in ["/sanctions?sort=-listed", "/network?sel=fact:x", "/network?as=table", "/sanctions"] {
        assert!(!query(fragment).narrowed(), "{fragment}");
    }
}

#[test]
fn selecting_and_viewing_change_nothing_else() {
    let start = query("/network?q=arms&status=planned&focus=a");
    let selecting = start.selecting(actor("b"));
    assert_eq!(selecting.selection, actor("b"));
    assert_eq!(selecting.selecting(None), start);
    let viewing = start.viewing(View::Sanctions);
    assert_eq!(viewing.view, View::Sanctions);
    assert_eq!(viewing.viewing(View::Network), start);
}

#[test]
fn a_focus_goes_to_the_selected_actor_and_back() {
    let focus = |query: &Query| query.refocused().focus.map(|Focus(key)| key);
    // (what stands in the link, whom the next step focuses)
    let cases = [
        ("/network", None),
        ("/network?sel=actor:a", Some("a")),
        ("/network?focus=a&sel=actor:a", None),
        ("/network?focus=a&sel=actor:b", Some("b")),
        ("/network?focus=a", None),
        ("/network?focus=a&sel=fact:f", None),
        ("/network?sel=fact:f", None),
    ];
    for (fragment, next) in cases {
        assert_eq!(focus(&query(fragment)).as_deref(), next, "{fragment}");
    }
}

#[test]
fn a_heading_sorts_up_then_down_then_as_reported() {
    let (target, kind) = (Column::Target, Column::Kind);
    let steps = [
        Sort::AsReported.clicked(target),
        Sort::Up(target).clicked(target),
        Sort::Down(target).clicked(target),
        Sort::Down(target).clicked(kind),
    ];
    assert_eq!(steps, [Sort::Up(target), Sort::Down(target), Sort::AsReported, Sort::Up(kind)]);
    assert_eq!(steps.map(|sort| sort.aria(target)), ["ascending", "descending", "none", "none"]);
}
