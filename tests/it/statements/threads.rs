//! How statements become threads: the place of each, and its guests.

use sourceline::engine::{Bundled, Mention, Reply, Said, Statements};
use sourceline::query::{Facet, Query, View};
use sourceline::scene::Places;
use sourceline::words::EN;

use super::notation::dataset;

fn engine(story: &str) -> Bundled {
    Bundled::new(dataset(story), Places::default(), &EN)
}

/// The statements of a story that the facets leave, each facet with one value.
fn statements(story: &str, facets: &[(&str, &str)]) -> Statements {
    let start = Query::default().viewing(View::Statements);
    let query = facets.iter().fold(start, |query, (facet, value)| {
        query.with_chosen(Facet::find(facet).expect("a facet"), vec![(*value).to_owned()])
    });
    engine(story).statements(&query)
}

/// The threads as an outline: one line a statement, `|` before what stands beside the claim, `>` before
/// what stands under it, `(…)` around guests, `+` before what is folded, `*` before links in words.
fn outline(statements: &Statements) -> String {
    let mut text = String::new();
    for chapter in &statements.chapters {
        text.push_str(&format!("# {}\n", chapter.label));
        for thread in &chapter.threads {
            said(&mut text, "", &thread.claim);
            thread.under.iter().for_each(|reply| told(&mut text, "> ", reply));
            thread.beside.iter().for_each(|reply| told(&mut text, "| ", reply));
        }
    }
    text
}

fn said(text: &mut String, before: &str, said: &Said) {
    text.push_str(&format!("{}\n", key(&said.card.text)));
    for card in &said.again {
        text.push_str(&format!("{before}+ {}\n", key(&card.text)));
    }
    for (word, Mention { text: other, .. }) in &said.links {
        text.push_str(&format!("{before}* {word} {}\n", key(other)));
    }
}

fn told(text: &mut String, before: &str, reply: &Reply) {
    let indent = " ".repeat(before.len());
    match &reply.guest {
        Some(why) => {
            text.push_str(&format!("{before}({} {}: {why})\n", reply.word, key(&reply.said.card.text)));
        }
        None => {
            text.push_str(&format!("{before}{} ", reply.word));
            said(text, &format!("{indent}  "), &reply.said);
        }
    }
    reply.replies.iter().for_each(|inner| told(text, &format!("{indent}  "), inner));
}

fn key(text: &str) -> &str {
    text.split(['(', ')']).nth(1).expect("the key stands in the text")
}

#[track_caller]
fn check(story: &str, expected: &str) {
    check_left(story, &[], expected);
}

#[track_caller]
fn check_left(story: &str, facets: &[(&str, &str)], expected: &str) {
    let trimmed: String = expected
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| format!("{}\n", line.strip_prefix("        ").unwrap_or(line)))
        .collect();
    assert_eq!(outline(&statements(story, facets)), trimmed, "{story}");
}

#[test]
fn answer_and_contradiction_stand_beside_the_claim_and_contradiction_comes_first() {
    check(
        "# sea
        a = ann in one
        b = bob in one : responds-to a
        c = cid in one : contradicts a
        d = dan in one : responds-to a; contradicts a",
        "
        # sea
        a
        | contradicts c
        | answers and contradicts d
        | answers b
        ",
    );
}

#[test]
fn support_of_the_own_side_stands_under_the_claim_where_something_stands_beside_it() {
    let support = "# sea
        a = ann@east in one
        b = ben@east in one : supports a
        c = cid@west in one : supports a";
    check(
        support,
        "
        # sea
        a
        > supports b
        | supports c
        ",
    );
    check(
        "# sea
        a = ann@east in one
        b = ben@east in one : supports a",
        "
        # sea
        a
        | supports b
        ",
    );
}

#[test]
fn a_statement_stands_with_what_it_contradicts_before_what_it_answers_supports_or_is_a_part_of() {
    check(
        "# sea
        a = ann in one
        b = bob in one
        c = cid in one : supports a; contradicts b
        d = dan in one : part-of a; responds-to b
        e = eva in one : part-of b; supports a",
        "
        # sea
        a
        * supported by c
        * has as a part d
        | supports e
            * part of b
        b
        * has as a part e
        | contradicts c
            * supports a
        | answers d
            * part of a
        ",
    );
}

#[test]
fn what_is_answered_itself_begins_a_thread_rather_than_support_another() {
    check(
        "# sea
        a = ann in one
        b = bob in one : supports a
        c = cid in one : responds-to b",
        "
        # sea
        a
        * supported by b
        b
        * supports a
        | answers c
        ",
    );
}

#[test]
fn replies_have_replies() {
    check(
        "# sea
        a = ann in one
        b = bob in one : responds-to a
        c = cid in one : contradicts b
        d = dan in one : supports c",
        "
        # sea
        a
        | answers b
            contradicts c
              supports d
        ",
    );
}

#[test]
fn a_ring_of_links_is_opened_once() {
    check(
        "# sea
        a = ann in one : contradicts b
        b = bob in one : contradicts a
        c = cid in one : responds-to c",
        "
        # sea
        b
        | contradicts a
        c
        ",
    );
    check(
        "# sea
        a = ann in one : responds-to c
        b = bob in one : responds-to a
        c = cid in one : responds-to b",
        "
        # sea
        c
        * answers b
        | answers a
            answers b
              * answered by c
        ",
    );
}

#[test]
fn tellings_are_folded_under_the_one_with_most_direct_speech() {
    check(
        "# sea
        a = ann in one \"\"
        b = ann in two : repeats a \"so many words\"
        c = ann in two : repeats b \"words\"
        d = bob in one : contradicts a",
        "
        # sea
        b
        + a
        + c
        | contradicts d
        ",
    );
    check(
        "# sea
        a = ann in one : repeats b
        b = ann in two",
        "
        # sea
        b
        + a
        ",
    );
}

#[test]
fn what_belongs_to_another_topic_is_a_guest() {
    check(
        "# sea
        a = ann in one
        # land
        b = bob in one : contradicts a
        c = cid in one : supports a
        d = dan in one : repeats a
        e = ann in one : supports a",
        "
        # sea
        a
        * repeated in d
        * supported by e
        | (contradicts b: told under land)
        | (supports c: told under land)
        # land
        b
        | (this contradicts a: told under sea)
        c
        * supports a
        d
        * repeats a
        * contradicted by b
        e
        * supports a
        ",
    );
}

#[test]
fn what_the_report_tells_itself_is_a_guest_too() {
    check(
        "# sea
        a = ann in one : responds-to e
        b = bob in one : part-of e
        e = event in one
        f = event in one : supports b",
        "
        # sea
        a
        | (this answers e: told by the report itself)
        b
        * part of e
        | (supports f: told by the report itself)
        ",
    );
}

#[test]
fn what_the_filters_leave_out_stays_beside_what_it_is_linked_to() {
    let story = "# sea
        a = ann in one
        b = bob in one : contradicts a
        c = cid in one : supports b
        d = dan in one";
    check_left(
        story,
        &[("speaker", "ann")],
        "
        # sea
        a
        | (contradicts b: left out by the filters)
        ",
    );
    check_left(
        story,
        &[("speaker", "bob")],
        "
        # sea
        b
        | (this contradicts a: left out by the filters)
        | (supports c: left out by the filters)
        ",
    );
    check_left(
        story,
        &[("rests", "disputed")],
        "
        # sea
        a
        | contradicts b
            (supports c: left out by the filters)
        ",
    );
}

#[test]
fn numbers_count_each_telling_and_no_guest() {
    let story = "# sea
        a = ann in one
        b = ann in two : repeats a
        c = bob in one : contradicts a
        d = report in one
        # land
        e = cid in one : supports a";
    let all = statements(story, &[]);
    let tally = |it: &sourceline::engine::Tally| (it.statements, it.speakers, it.disputed, it.alone);
    let chapters: Vec<_> = all.chapters.iter().map(|it| tally(&it.tally)).collect();
    // The tellings of `a` rest on two, so only `c` and `e` rest on one speaker alone.
    assert_eq!(chapters, [(4, 2, 3, 1), (1, 1, 0, 1)]);
    assert_eq!((tally(&all.tally), all.of), ((5, 3, 3, 2), 5));
    let left = statements(story, &[("speaker", "bob")]);
    assert_eq!((tally(&left.tally), left.of), ((1, 1, 1, 1), 5));
}

#[test]
fn a_dispute_is_told_once_with_all_that_contradict_while_any_of_them_is_shown() {
    let story = "# sea
        a = ann in one
        b = ann in two : repeats a \"words\"
        c = bob in one : contradicts a, b
        # land
        d = cid in one : contradicts b
        e = dan in one";
    let told = |facets: &[(&str, &str)]| -> Vec<String> {
        let line =
            |mentions: &[Mention]| mentions.iter().map(|it| key(&it.text)).collect::<Vec<_>>().join(", ");
        let all = statements(story, facets).disputes;
        all.iter()
            .map(|it| format!("{}: {} / {}", it.topic, key(&it.claim.text), line(&it.against)))
            .collect()
    };
    let dispute = ["sea: b / c, d"];
    assert_eq!(told(&[]), dispute);
    assert_eq!(told(&[("speaker", "cid")]), dispute);
    assert_eq!(told(&[("topic", "land"), ("speaker", "dan")]), [""; 0]);
}

#[test]
fn what_a_statement_rests_on_is_told_in_words() {
    let story = "# sea
        a = ann@east in one
        b = ann@east in two
        b2 = ben@east in one : supports b
        c = ann@east in two
        c2 = bob@west in one : supports c
        d = ann@east in two
        d2 = event in one : supports d
        e = report in one";
    let all = statements(story, &[]);
    let rests = |name: &str| {
        let mut claims = all.chapters[0].threads.iter().map(|thread| &thread.claim);
        let claim = claims.find(|it| key(&it.card.text) == name).expect("a claim");
        (claim.rests.clone(), claim.alone)
    };
    assert_eq!(rests("a"), ("one speaker alone".into(), true));
    assert_eq!(rests("b"), ("rests on 2 speakers, all of one side (east)".into(), false));
    assert_eq!(rests("c"), ("rests on 2 speakers".into(), false));
    assert_eq!(rests("d"), ("rests on 1 speaker and the report itself".into(), false));
    assert_eq!(rests("e"), ("said by the report itself".into(), false));
}

#[test]
fn an_empty_story_has_no_statements() {
    let all = statements("# sea", &[]);
    assert_eq!((all.of, all.chapters.len(), all.disputes.len()), (0, 0, 0));
}
