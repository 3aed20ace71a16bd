//! What is chosen is shown where it is seen.

use sourceline::query::{Facet, Query, Row, Selection, View, rows};
use sourceline::search::{Target, opening};

use super::{DATA, INDEX};

/// The query that a fragment says.
fn query(fragment: &str) -> Query {
    Query::parse(fragment).query
}

#[track_caller]
fn check(from: &str, selection: &str, to: &str) {
    let selection = Selection::parse(selection).unwrap();
    assert_eq!(opening(&DATA, &query(from), &selection).to_fragment(), to);
}

#[test]
fn a_designation_opens_in_the_list_and_an_actor_in_the_network() {
    check("/network", "designation:versor", "/sanctions?sel=designation:versor");
    check("/sanctions", "actor:versor", "/network?sel=actor:versor");
}

#[test]
fn a_source_opens_among_the_sources_and_a_statement_among_the_statements() {
    let source = &DATA.sources[0].key;
    check("/network", &format!("source:{source}"), &format!("/sources?sel=source:{source}"));
    check("/sanctions", "fact:putin-never-violates", "/statements?sel=fact:putin-never-violates");
    check("/sources", "fact:summit-held", "/network?sel=fact:summit-held");
}

#[test]
fn an_actor_is_seen_although_a_neighbourhood_or_a_filter_had_left_it_out() {
    check("/network?focus=versor", "actor:john-kirby", "/network?sel=actor:john-kirby");
    check(
        "/network?focus=versor",
        "actor:ashot-mkrtychev",
        "/network?focus=versor&sel=actor:ashot-mkrtychev",
    );
    check("/network?q=versor", "actor:john-kirby", "/network?sel=actor:john-kirby");
    check("/network?q=kirby", "actor:john-kirby", "/network?q=kirby&sel=actor:john-kirby");
}

#[test]
fn a_fact_opens_where_the_reader_is_if_that_view_shows_it() {
    check("/network?as=table", "fact:summit-held", "/network?as=table&sel=fact:summit-held");
    check("/sanctions", "fact:summit-held", "/network?sel=fact:summit-held");
}

#[test]
fn filters_stay_where_they_let_it_be_seen_and_give_way_where_they_do_not() {
    check(
        "/sanctions?target=company",
        "designation:versor",
        "/sanctions?target=company&sel=designation:versor",
    );
    check("/sanctions?target=person", "designation:versor", "/sanctions?sel=designation:versor");
    check("/sanctions?q=nobody", "designation:versor", "/sanctions?sel=designation:versor");
}

#[test]
fn whatever_row_is_opened_is_among_those_shown() {
    let from = query("/network?q=nothing-like-this&passed=relation");
    let targets = INDEX.entries().iter().map(|it| &it.target);
    let mut rows_opened = 0;
    for target in targets {
        let Target::Selection(selection) = target else { panic!("a dataset has no commands") };
        let opened = opening(&DATA, &from, selection);
        assert_eq!(opened.selection.as_ref(), Some(selection));
        let row = match selection {
            Selection::Fact(key) => DATA.find::<sourceline::model::Fact>(key).map(Row::Fact),
            Selection::Designation(key) => {
                DATA.find::<sourceline::model::Designation>(key).map(Row::Designation)
            }
            _ => None,
        };
        if let Some(row) = row {
            rows_opened += 1;
            assert!(rows(&DATA, &opened).contains(&row), "{selection}");
        }
    }
    assert_eq!(rows_opened, DATA.facts.len() + DATA.designations.len());
}

#[test]
fn a_status_that_hides_a_measure_gives_way_last() {
    let measure = Row::of_view(&DATA, View::Sanctions).into_iter().find_map(|row| match row {
        Row::Fact(id) => Some(DATA[id].key.clone()),
        Row::Designation(_) => None,
    });
    let selection = Selection::Fact(measure.unwrap());
    let opened = opening(&DATA, &query("/sanctions?target=company"), &selection);
    assert_eq!(opened.view, View::Sanctions);
    let listing = Facet::find("listing").unwrap();
    assert_eq!(opened.chosen(listing), [""; 0]);
}
