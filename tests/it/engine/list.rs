//! The sanctions list: its rows, their order, and the same as a table for files.

use std::collections::BTreeSet;

use sourceline::engine::{Listing, shown_table};
use sourceline::model::{Keyed, ListingStatus, Naming};
use sourceline::query::{Column, Query, Row, Sort, fold};
use sourceline::words::{self, EN};

use super::{engine, query};

fn keys(rows: &[Listing]) -> Vec<String> {
    rows.iter().map(|row| row.selection.to_string()).collect()
}

fn is_designation(row: &Listing) -> bool {
    matches!(row.row, Row::Designation(_))
}

/// What a column orders by, told anew.
fn rank(row: &Listing, column: Column) -> (u8, String) {
    match column {
        Column::Target => {
            let naming = Naming::ALL.iter().position(|it| *it == row.naming).unwrap();
            (naming as u8, fold(&row.target))
        }
        Column::Listed => (0, row.listed_on.map_or(String::new(), |date| date.to_string())),
        _ => (0, fold(row.cell(column))),
    }
}

#[test]
fn the_list_begins_with_twelve_designations_and_counts_the_others() {
    let engine = engine();
    let list = engine.list(&query(&engine, "/sanctions"));
    assert_eq!((list.rows.len(), list.of), (12, 12));
    let all = engine.list(&query(&engine, "/sanctions?listing=*"));
    assert_eq!(list.others, all.rows.len() - 12);
    assert_eq!((all.of, all.others), (all.rows.len(), 0));
    assert!(list.others > 0);
    assert!(list.rows.iter().all(|row| is_designation(row) && row.status == ListingStatus::Imposed));
}

#[test]
fn filters_leave_fewer_rows_of_the_same_total() {
    let engine = engine();
    // (fragment, how many rows it leaves)
    let cases = [
        ("/sanctions?target=company", 2),
        ("/sanctions?target=person", 10),
        ("/sanctions?target=company,person", 12),
        ("/sanctions?group=weapons-trade", 6),
        ("/sanctions?group=weapons-trade&target=person", 4),
        ("/sanctions?group=nuclear-missile&target=company", 0),
        ("/sanctions?authority=south-korea", 12),
        ("/sanctions?q=zzzz", 0),
        ("/network?group=nuclear-missile", 6),
    ];
    for (fragment, left) in cases {
        let query = query(&engine, fragment);
        let list = engine.list(&query);
        assert_eq!((list.rows.len(), list.of), (left, 12), "{fragment}");
        assert_eq!(engine.listed(&query), left, "{fragment}");
    }
}

#[test]
fn sorting_keeps_every_row_and_puts_them_in_order() {
    let engine = engine();
    for start in ["/sanctions", "/sanctions?listing=*"] {
        let start = query(&engine, start);
        let reported = engine.list(&start).rows;
        let all: BTreeSet<_> = keys(&reported).into_iter().collect();
        assert_eq!(all.len(), reported.len());
        for column in Column::ALL {
            let sorted = |sort| engine.list(&Query { sort, ..start.clone() }).rows;
            let (up, down) = (sorted(Sort::Up(column)), sorted(Sort::Down(column)));
            assert!(up.is_sorted_by_key(|row| rank(row, column)), "{column:?} up");
            assert!(down.iter().rev().is_sorted_by_key(|row| rank(row, column)), "{column:?} down");
            for rows in [up, down] {
                assert_eq!(keys(&rows).into_iter().collect::<BTreeSet<_>>(), all, "{column:?}");
                let place = |row: &Listing| reported.iter().position(|it| it == row);
                for pair in rows.windows(2) {
                    let equal = rank(&pair[0], column) == rank(&pair[1], column);
                    assert!(!equal || place(&pair[0]) < place(&pair[1]), "{column:?}: equal rows stay");
                }
            }
        }
    }
}

#[test]
fn every_cell_says_something() {
    let engine = engine();
    for row in engine.list(&query(&engine, "/sanctions?listing=*")).rows {
        for column in Column::ALL {
            assert!(!row.cell(column).is_empty(), "{column:?} of {}", row.selection);
        }
        let says = engine.says(row.row);
        assert!(says.chain.contains(" → ") && says.places.contains("¶ "), "{}", row.selection);
        assert_eq!(row.status_label, EN.listing(row.status));
        assert_eq!(row.listed_on.is_some(), is_designation(&row), "{}", row.selection);
        assert_eq!(row.listed == words::dossier().no_date, !is_designation(&row), "{}", row.selection);
    }
}

#[test]
fn the_shown_table_has_just_the_rows_shown_in_their_order() {
    let engine = engine();
    for fragment in [
        "/sanctions",
        "/sanctions?listing=*",
        "/sanctions?listing=*&sort=-target",
        "/sanctions?group=weapons-trade&sort=kind",
        "/sanctions?q=zzzz",
    ] {
        let query = query(&engine, fragment);
        let table = shown_table(&engine, &query);
        let rows = engine.list(&query).rows;
        let shown: Vec<_> = table.rows.iter().map(|cells| cells[0].clone()).collect();
        assert_eq!(shown, keys(&rows), "{fragment}");
        for (cells, row) in table.rows.iter().zip(&rows) {
            assert_eq!(cells.len(), table.columns.len());
            let cell = |column: &str| {
                let place = table.columns.iter().position(|it| it == column);
                &cells[place.unwrap_or_else(|| panic!("there is no column `{column}`"))]
            };
            assert_eq!((cell("target"), cell("for")), (&row.target, &row.reason));
            assert_eq!((cell("kind"), cell("authority")), (&row.kind.to_owned(), &row.authority));
            assert_eq!(
                (cell("status").as_str(), cell("naming").as_str()),
                (row.status.key(), row.naming.key())
            );
            let says = engine.says(row.row);
            assert_eq!((cell("says"), cell("evidence")), (&says.chain, &says.places));
            assert_eq!(*cell("listed"), row.listed_on.map_or(String::new(), |date| date.to_string()));
        }
    }
}

#[test]
fn every_column_of_the_page_stands_in_the_shown_table() {
    let engine = engine();
    let columns = shown_table(&engine, &query(&engine, "/sanctions")).columns;
    for column in Column::ALL {
        assert!(columns.iter().any(|it| it == column.key()), "{}", column.key());
    }
}
