//! How much of a copy is shown.

use proptest::prelude::*;
use sourceline::check::{Run, fold};

/// A row as letters: `x` matters, `.` does not. Told: what is shown as it is, the rest as `[n]`.
#[track_caller]
fn check(row: &str, around: usize, want: &str) {
    let matters: Vec<_> = row.chars().map(|letter| letter == 'x').collect();
    let told: String = fold(&matters, around)
        .into_iter()
        .map(|run| match run {
            Run::Shown(range) => row[range].to_owned(),
            Run::Left(range) => format!("[{}]", range.len()),
        })
        .collect();
    assert_eq!(told, want, "{row}");
}

#[test]
fn long_stretches_that_do_not_matter_are_left_out_but_for_their_ends() {
    check("", 1, "");
    check("x", 1, "x");
    check("xxxxxxxxxx", 1, "xxxxxxxxxx");
    check("x....x", 1, "x....x");
    check("x.....x", 1, "x.[3].x");
    check("......x......", 2, "......x......");
    check(".......x.......", 2, "..[3]..x..[3]..");
    check("........", 0, "[8]");
    check("x..x...x", 0, "x..x[3]x");
}

proptest! {
    #[test]
    fn each_has_its_place_in_one_run_and_what_matters_is_shown(
        matters in proptest::collection::vec(prop::bool::weighted(0.1), 0..80),
        around in 0_usize..4,
    ) {
        let mut next = 0;
        for run in fold(&matters, around) {
            let (Run::Shown(range) | Run::Left(range)) = run.clone();
            prop_assert_eq!(range.start, next);
            prop_assert!(!range.is_empty());
            next = range.end;
            if matches!(run, Run::Left(_)) {
                prop_assert!(range.len() > 2);
                prop_assert!(!matters[range].contains(&true));
            }
        }
        prop_assert_eq!(next, matters.len());
    }
}
