//! Tests of the page's words: each is used, and none is missing.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use sourceline::model::{
    ActorKind, Basis, Date, EventType, FactKind, Keyed, LinkKind, ListingStatus, Naming, QuadClass, Standing,
    Status,
};
use sourceline::words::{self, EN};

/// All Rust sources under a folder but the catalogues, without white space: a line may break anywhere.
fn code(folder: &Path) -> String {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    let read = |path: &Path| match path.extension() {
        _ if path.ends_with("src/words") => String::new(),
        _ if path.is_dir() => code(path),
        Some(ending) if ending == "rs" => fs::read_to_string(path).unwrap(),
        _ => String::new(),
    };
    let all: Vec<_> = entries.iter().map(|path| read(path)).collect();
    all.concat().split_whitespace().collect()
}

fn src() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// True where the code reads that field of `owner`.
fn reads(code: &str, owner: &str, field: &str) -> bool {
    let field = format!("{owner}.{field}");
    code.match_indices(&field).any(|(place, _)| {
        let next = code[place + field.len()..].chars().next();
        next.is_none_or(|next| !next.is_ascii_alphanumeric() && next != '_')
    })
}

/// The fields of the struct of a catalogue.
fn fields<'a>(catalogue: &'a str, head: &str) -> Vec<&'a str> {
    let (_, fields) = catalogue.split_once(head).unwrap();
    let (fields, _) = fields.split_once("\n}").unwrap();
    let lines = fields.lines().filter_map(|line| line.trim().trim_start_matches("pub ").split_once(": "));
    lines.map(|(name, _)| name).filter(|name| !name.starts_with("//")).collect()
}

/// The catalogues of single views, each by its name and with its text.
fn of_views() -> Vec<(String, String)> {
    let files = fs::read_dir(src().join("words")).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| !path.ends_with("en.rs"));
    let named = |path: &Path| {
        (path.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(path).unwrap())
    };
    files.map(|path| named(&path)).collect()
}

#[test]
fn every_word_of_the_catalogue_is_used() {
    let code = code(&src());
    let catalogue = fs::read_to_string(src().join("words.rs")).unwrap();
    let own: String = catalogue.split_whitespace().collect();
    let names = fields(&catalogue, "pub struct Words {");
    assert!(names.len() > 50, "the fields of the catalogue are found");
    let is_used = |name: &str| {
        ["words", "words()", "EN"].iter().any(|owner| reads(&code, owner, name)) || reads(&own, "self", name)
    };
    let unused: Vec<_> = names.into_iter().filter(|name| !is_used(name)).collect();
    assert_eq!(unused, [""; 0], "no code reads these");
}

#[test]
fn every_word_of_a_view_is_used() {
    let code = code(&src());
    for (view, catalogue) in of_views() {
        let names = fields(&catalogue, "Words {");
        assert!(names.len() > 3, "the fields of {view} are found");
        let owners = ["words".to_owned(), "words()".to_owned(), "own".to_owned(), format!("{view}()")];
        let own: String = catalogue.split_whitespace().collect();
        let is_used =
            |name: &str| owners.iter().any(|owner| reads(&code, owner, name)) || reads(&own, "self", name);
        let unused: Vec<_> = names.into_iter().filter(|name| !is_used(name)).collect();
        assert_eq!(unused, [""; 0], "no code reads these of {view}");
    }
}

#[test]
fn no_english_text_is_empty_or_begins_or_ends_with_a_space() {
    let catalogue = fs::read_to_string(src().join("words/en.rs")).unwrap();
    let mut all = vec![catalogue];
    all.extend(of_views().into_iter().map(|(_, catalogue)| catalogue));
    // What stands in quotation marks in a catalogue: its texts, and the reason of a lint.
    let texts: Vec<_> = all.iter().flat_map(|catalogue| catalogue.split('"').skip(1).step_by(2)).collect();
    assert!(texts.len() > 100, "the texts of the catalogue are found");
    for text in texts {
        assert!(!text.is_empty() && text.trim() == text, "{text:?}");
    }
}

#[track_caller]
fn check<T: Copy, L: AsRef<str>>(all: &[T], label: impl Fn(T) -> L) {
    let labels: BTreeSet<_> = all.iter().map(|it| label(*it).as_ref().to_owned()).collect();
    assert_eq!(labels.len(), all.len(), "{labels:?}");
    assert!(!labels.contains(""), "{labels:?}");
}

#[test]
fn every_value_of_the_model_has_a_name_of_its_own() {
    check(&ActorKind::ALL, |it| EN.actor_kind(it));
    check(&Status::ALL, |it| EN.status(it));
    check(&Naming::ALL, |it| EN.naming(it));
    check(&ListingStatus::ALL, |it| EN.listing(it));
    check(&FactKind::ALL, |it| words::dossier().fact_kind(it));
    check(&[Standing::Reported, Standing::Announced, Standing::Attributed], |it| {
        words::dossier().standing(it)
    });
    check(&QuadClass::ALL, |it| EN.quad_class(it));
    check(&EventType::ALL, |it| EN.event_type(it));
    check(&LinkKind::ALL, |it| words::dossier().link(it));
    check(&LinkKind::ALL, |it| words::dossier().link_back(it));
    check(&Basis::ALL, |it| words::dossier().basis(it));
    let passed = QuadClass::ALL.map(Keyed::key).into_iter().chain(["relation", "remark"]);
    check(&passed.collect::<Vec<_>>(), |it| EN.passed(it).unwrap());
    assert_eq!(EN.passed("nothing"), None);
}

#[test]
fn a_date_is_told_as_precisely_as_it_is_known() {
    // (date, told, told shortly)
    let cases = [
        ("2023-09-21", "21 September 2023", "21 Sep 2023"),
        ("2023-05-01", "1 May 2023", "1 May 2023"),
        ("2023-12", "December 2023", "Dec 2023"),
        ("2023", "2023", "2023"),
    ];
    for (date, long, short) in cases {
        let date: Date = date.parse().unwrap();
        assert_eq!((EN.date(date).as_str(), EN.short_date(date).as_str()), (long, short));
    }
}

#[test]
fn a_number_takes_its_form_of_the_noun() {
    let count = |number| EN.count(number, EN.count_designations);
    assert_eq!([0, 1, 2].map(count), ["0 designations", "1 designation", "2 designations"]);
}

#[test]
fn a_country_is_known_by_its_code_in_lower_case() {
    assert_eq!(EN.country("kr"), Some("South Korea"));
    assert_eq!([EN.country("KR"), EN.country("xx"), EN.country("")], [None; 3]);
}

#[test]
fn what_stands_in_a_text_turns_nothing_around_beside_it() {
    for (text, expected) in [
        ("Ida Holm & sons", "Ida Holm & sons"),
        ("", ""),
        // What it opens is ended, and it has a direction of its own.
        ("a\u{202e}b", "\u{2068}a\u{202e}b\u{202c}\u{2069}"),
        ("a\u{2067}b", "\u{2068}a\u{2067}b\u{2069}\u{2069}"),
        ("רציף 7", "\u{2068}רציף 7\u{2069}"),
        // What it ends itself is not ended again.
        ("\u{202b}a\u{202c}b", "\u{2068}\u{202b}a\u{202c}b\u{2069}"),
        ("\u{2066}a\u{2069}b", "\u{2068}\u{2066}a\u{2069}b\u{2069}"),
        // Where it ends what is around it, it is held all the same.
        ("\u{2069}\u{202e}b", "\u{2068}\u{2069}\u{202e}b\u{202c}"),
        ("\u{2069}\u{2069}\u{2067}b", "\u{2068}\u{2069}\u{2069}\u{2067}b\u{2069}"),
        // An isolate ends what was begun in it, and only that.
        (
            "\u{202e}\u{2067}\u{202d}a\u{202c}\u{202c}",
            "\u{2068}\u{202e}\u{2067}\u{202d}a\u{202c}\u{202c}\u{2069}\u{202c}\u{2069}",
        ),
        ("\u{2067}\u{202e}a\u{2069}b", "\u{2068}\u{2067}\u{202e}a\u{2069}b\u{2069}"),
    ] {
        assert_eq!(words::apart(text), expected, "{text:?}");
    }
}
