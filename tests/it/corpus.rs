//! Tests of the bundled story: that it holds together, and that it is true to its documents.
//!
//! The documents are no part of the project. Where they do not lie beside it, the tests that need them say
//! so and pass.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use sourceline::model::{
    Actor, ActorId, ActorKind, Attribution, Counts, Dataset, Date, Evidence, Fact, FactKind, Group, Hash,
    LinkKind, ListingStatus, Naming, ParagraphKind, Source, Standing, Status, Weekday, When,
};
use sourceline::passage::{hash, normalise, paragraphs, sentences};
use sourceline::story::{FILES, read, report};

const STORY: &str = "vostochny-2023";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/corpus").join(STORY)
}

fn files() -> Vec<(&'static str, String)> {
    FILES.into_iter().map(|name| (name, fs::read_to_string(folder().join(name)).unwrap())).collect()
}

fn dataset() -> Dataset {
    let files = files();
    let texts: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    read(&texts, STORY).unwrap_or_else(|problems| panic!("{}", report(STORY, &problems)))
}

/// The documents of the story by key, where they are there.
fn documents(data: &Dataset) -> Option<BTreeMap<String, Vec<u8>>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/sources");
    let read = |source: &Source| {
        let bytes = fs::read(folder.join(&source.key).with_extension("txt")).ok()?;
        Some((source.key.clone(), bytes))
    };
    let found: Option<_> = data.sources.iter().map(read).collect();
    if found.is_none() {
        println!("skipped: the documents are not in {}, so nothing is held against them", folder.display());
    }
    found
}

/// The sentences of each paragraph.
fn cut(document: &[u8]) -> Vec<Vec<&str>> {
    paragraphs(core::str::from_utf8(document).unwrap()).map(sentences).collect()
}

/// Each evidence with the key of the record that rests on it.
fn evidence(data: &Dataset) -> impl Iterator<Item = (&str, &Evidence)> {
    let facts = data.facts.iter().flat_map(|fact| fact.evidence.iter().map(|one| (&*fact.key, one)));
    let rows = data.designations.iter().flat_map(|row| row.evidence.iter().map(|one| (&*row.key, one)));
    facts.chain(rows)
}

fn fact<'a>(data: &'a Dataset, key: &str) -> &'a Fact {
    &data[data.find::<Fact>(key).unwrap_or_else(|| panic!("there is no fact `{key}`"))]
}

/// The words of a text as they are compared: runs of letters and digits, in lower case.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

// --- held against the documents ---

#[test]
fn every_document_is_the_one_whose_hash_is_told() {
    let data = dataset();
    let Some(documents) = documents(&data) else { return };
    for source in &data.sources {
        let found = Hash(Sha256::digest(&documents[&source.key]).into());
        assert_eq!(found, *source.sha256, "{}", source.key);
    }
}

#[test]
fn every_sentence_of_a_document_has_its_hash() {
    let data = dataset();
    let Some(documents) = documents(&data) else { return };
    for source in &data.sources {
        let found: Vec<Vec<Hash>> = cut(&documents[&source.key])
            .into_iter()
            .map(|paragraph| paragraph.into_iter().map(hash).collect())
            .collect();
        let told: Vec<_> = source
            .paragraphs
            .iter()
            .map(|paragraph| paragraph.sentences.iter().map(|hash| **hash).collect::<Vec<_>>())
            .collect();
        assert_eq!(found, told, "{}", source.key);
    }
}

#[test]
fn every_evidence_has_the_hash_of_its_sentence_in_the_document() {
    let data = dataset();
    let Some(documents) = documents(&data) else { return };
    for (key, one) in evidence(&data) {
        let paragraphs = cut(&documents[&data[one.source].key]);
        let sentence = paragraphs[usize::from(one.paragraph) - 1][usize::from(one.sentence) - 1];
        assert_eq!(*one.hash, hash(sentence), "{key}");
    }
}

#[test]
fn quoted_words_stand_in_quotation_marks_in_their_sentence() {
    let data = dataset();
    let Some(documents) = documents(&data) else { return };
    for (key, one) in evidence(&data) {
        let Some(exact) = &*one.exact else { continue };
        let paragraphs = cut(&documents[&data[one.source].key]);
        let sentence = normalise(paragraphs[usize::from(one.paragraph) - 1][usize::from(one.sentence) - 1]);
        let spoken = quotations(&sentence);
        assert!(spoken.iter().any(|words| holds(words, &exact.text)), "{key}: `{}`", exact.text);
    }
}

/// What stands in quotation marks. A closing single mark is told from an apostrophe by what follows.
fn quotations(sentence: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (open, close) in [('"', '"'), ('“', '”'), ('‘', '’')] {
        let mut rest = sentence;
        while let Some((_, after)) = rest.split_once(open) {
            let ends = |at: &usize| !after[at + close.len_utf8()..].starts_with(char::is_alphanumeric);
            let end = after.match_indices(close).map(|(at, _)| at).find(|at| close != '’' || ends(at));
            let Some(end) = end else { break };
            found.push(&after[..end]);
            rest = &after[end + close.len_utf8()..];
        }
    }
    found
}

/// Whether `words` stands in `text`, cut between words.
fn holds(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        !text[..at].ends_with(char::is_alphanumeric)
            && !text[at + words.len()..].starts_with(char::is_alphanumeric)
    })
}

#[test]
fn nothing_but_quoted_words_repeats_eight_words_of_a_document() {
    let data = dataset();
    let Some(documents) = documents(&data) else { return };
    let mut runs = BTreeSet::new();
    for document in documents.values() {
        let words = words(core::str::from_utf8(document).unwrap());
        runs.extend(words.windows(8).map(<[_]>::to_vec));
    }
    // The files themselves, so that keys and comments count as well.
    for (name, text) in files() {
        for line in without_exact(&text).lines() {
            for run in words(line).windows(8) {
                assert!(!runs.contains(run), "{name} repeats `{}`", run.join(" "));
            }
        }
    }
}

/// The file without the values of `exact`.
fn without_exact(text: &str) -> String {
    let mut parts = text.split("exact = \"");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once('"').unwrap().1);
    }
    kept
}

/// With `--nocapture`, the table of what covers what: numbers and keys, never the text.
#[test]
fn every_sentence_about_the_event_has_a_fact_and_no_furniture_has() {
    let data = dataset();
    let mut covered: BTreeMap<(&str, u16, u16), Vec<&str>> = BTreeMap::new();
    for (key, one) in evidence(&data) {
        let place = (&*data[one.source].key, one.paragraph, one.sentence);
        covered.entry(place).or_default().push(key);
    }
    let mut wrong = Vec::new();
    for source in &data.sources {
        for (number, paragraph) in (1..).zip(&source.paragraphs) {
            for sentence in (1..).zip(&paragraph.sentences).map(|(sentence, _)| sentence) {
                let keys = covered.get(&(&*source.key, number, sentence)).map_or(&[][..], Vec::as_slice);
                let line = format!(
                    "{} ¶{number}.{sentence} {:?}: {}",
                    source.key,
                    paragraph.kind,
                    if keys.is_empty() { "-".to_owned() } else { keys.join(", ") }
                );
                println!("{line}");
                if keys.is_empty() != (paragraph.kind == ParagraphKind::Furniture) {
                    wrong.push(line);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

// --- the story alone ---

#[test]
fn the_story_has_no_problem() {
    let data = dataset();
    assert_eq!(data.story.key, STORY);
    assert_eq!(data.sources.len(), 2);
    assert!(data.facts.len() >= 70, "{} facts", data.facts.len());
}

#[test]
fn every_fact_and_every_row_rests_on_evidence() {
    let data = dataset();
    assert!(data.facts.iter().all(|fact| !fact.evidence.is_empty()));
    assert!(data.designations.iter().all(|row| !row.evidence.is_empty()));
}

#[test]
fn no_more_than_thirty_words_of_a_speaker_are_kept() {
    for (key, one) in evidence(&dataset()) {
        if let Some(exact) = &*one.exact {
            assert!(exact.text.split_whitespace().count() <= 30, "{key}");
            assert_eq!(exact.text, normalise(&exact.text), "{key}");
        }
    }
}

#[test]
fn ten_persons_and_two_companies_are_put_under_sanctions_in_two_groups() {
    let data = dataset();
    let count = |group: Option<&str>, kind| {
        let rows = data.designations.iter().filter(|row| group.is_none_or(|key| data[row.group].key == key));
        u32::try_from(rows.filter(|row| data[row.target].kind == kind).count()).unwrap()
    };
    let counts =
        |group| Counts { person: count(group, ActorKind::Person), company: count(group, ActorKind::Company) };
    assert_eq!(data.designations.len(), 12);
    assert_eq!(counts(None), Counts { person: 10, company: 2 });
    assert_eq!(counts(Some("weapons-trade")), Counts { person: 4, company: 2 });
    assert_eq!(counts(Some("nuclear-missile")), Counts { person: 6, company: 0 });
    for group in &data.groups {
        assert_eq!(counts(Some(&*group.key)), group.counts, "{}", group.key);
        assert_eq!(data[group.package].counts, Some(Counts { person: 10, company: 2 }));
    }
    let targets: BTreeSet<ActorId> = data.designations.iter().map(|row| row.target).collect();
    assert_eq!(targets.len(), 12, "each target is an actor of its own");
}

#[test]
fn two_targets_are_named_two_known_by_office_and_eight_unnamed() {
    let data = dataset();
    let count = |naming| data.designations.iter().filter(|row| data[row.target].naming == naming).count();
    assert_eq!(Naming::ALL.map(count), [2, 2, 8]);
}

#[test]
fn a_target_that_is_not_named_has_no_country_and_says_so_in_its_row() {
    let data = dataset();
    for row in &data.designations {
        let target = &data[row.target];
        if target.naming == Naming::Unnamed {
            assert!(target.countries.is_empty() && target.side.is_none(), "{}", target.key);
            assert!(row.note.is_some(), "{}", row.key);
        }
    }
}

#[test]
fn all_rows_were_imposed_by_south_korea_on_21_september_2023() {
    let data = dataset();
    let day: Date = "2023-09-21".parse().unwrap();
    for row in &data.designations {
        assert_eq!(data[row.authority].key, "south-korea", "{}", row.key);
        assert_eq!((row.listed_on.start, row.listed_on.end), (Some(day), Some(day)), "{}", row.key);
        assert_eq!(row.status, ListingStatus::Imposed, "{}", row.key);
    }
}

#[test]
fn the_measure_of_a_group_falls_on_the_targets_of_the_group() {
    let data = dataset();
    for (id, group) in data.all::<Group>() {
        let rows = data.designations.iter().filter(|row| row.group == id);
        let targets: BTreeSet<ActorId> = rows.map(|row| row.target).collect();
        let objects: BTreeSet<ActorId> = data[group.measure].objects.iter().copied().collect();
        assert_eq!(objects, targets, "{}", group.key);
    }
}

#[test]
fn sanctions_that_the_own_ministry_tells_of_stand_as_announced() {
    let data = dataset();
    let standing = |key| fact(&data, key).standing(&data);
    assert_eq!(standing("seoul-sanctions-package"), Standing::Announced);
    assert_eq!(standing("sanction-on-versor"), Standing::Announced);
    assert_eq!(standing("un-sanctions-on-members"), Standing::Attributed);
    assert_eq!(standing("more-sanctions-on-russia"), Standing::Attributed);
    assert_eq!(standing("help-for-weapons-banned"), Standing::Reported);
    assert_eq!(standing("summit-held"), Standing::Reported);
}

#[test]
fn what_only_a_speaker_says_is_not_told_as_having_happened() {
    let data = dataset();
    for fact in &data.facts {
        let told = fact.attribution != Attribution::default();
        if fact.kind == FactKind::Event && told {
            let open = [Status::Stated, Status::Planned, Status::UnderDiscussion, Status::Denied];
            assert!(open.contains(&fact.status), "{}", fact.key);
        }
    }
}

#[test]
fn a_statement_is_made_by_its_speaker() {
    let data = dataset();
    for fact in data.facts.iter().filter(|fact| fact.kind == FactKind::Statement) {
        let speaker = fact.attribution.speaker;
        assert!(speaker.is_none_or(|speaker| speaker == fact.subject), "{}", fact.key);
        let own_voice = speaker.is_none();
        let may_be = fact.status == Status::ReportedAbsence || fact.note.is_some();
        assert!(!own_voice || may_be, "{} has no speaker and no note that says why", fact.key);
    }
}

#[test]
fn weekdays_agree_with_their_dates() {
    let data = dataset();
    let facts = data.facts.iter().map(|fact| (&*fact.key, &fact.when, &fact.evidence));
    let rows = data.designations.iter().map(|row| (&*row.key, &row.listed_on, &row.evidence));
    for (key, when, evidence) in facts.chain(rows) {
        let Some((said, date)) = weekday(when) else { continue };
        assert_eq!(date.weekday(), Some(said), "{key}");
        // The weekday of a report is the last one up to its day.
        let written = data[evidence[0].source].written.start.unwrap();
        assert_eq!((date.year(), date.month()), (written.year(), written.month()), "{key}");
        let days = written.day().unwrap().checked_sub(date.day().unwrap());
        assert!(days.is_some_and(|days| days < 7), "{key}");
    }
}

fn weekday(when: &When) -> Option<(Weekday, Date)> {
    let reported = when.reported.as_deref()?;
    let said = reported.split(|letter: char| !letter.is_alphabetic()).find_map(Weekday::named)?;
    Some((said, when.start?))
}

#[test]
fn every_actor_has_a_part_and_a_label_that_fits() {
    let data = dataset();
    let mut used = BTreeSet::new();
    for fact in &data.facts {
        used.insert(fact.subject);
        used.extend(fact.objects.iter().chain(&fact.about).chain(&fact.attribution.via));
        used.extend(fact.attribution.speaker);
        let others = fact.objects.iter().chain(&fact.about).collect::<BTreeSet<_>>();
        assert_eq!(others.len(), fact.objects.len() + fact.about.len(), "{} names one twice", fact.key);
        assert!(!others.contains(&fact.subject), "{} names its subject again", fact.key);
    }
    for (id, actor) in data.all::<Actor>() {
        assert!(used.contains(&id), "no fact names `{}`", actor.key);
        assert!(actor.short.chars().count() <= 18, "the label of `{}` is too long", actor.key);
    }
}

#[test]
fn no_fact_is_a_part_of_itself() {
    let data = dataset();
    for (id, fact) in data.all::<Fact>() {
        let (mut wholes, mut open) = (BTreeSet::new(), vec![id]);
        while let Some(next) = open.pop() {
            let links = data[next].links.iter().filter(|link| link.kind == LinkKind::PartOf);
            open.extend(links.map(|link| link.to).filter(|whole| wholes.insert(*whole)));
        }
        assert!(!wholes.contains(&id), "{}", fact.key);
    }
}

#[test]
fn no_link_is_there_twice() {
    for fact in &dataset().facts {
        let links: BTreeSet<_> = fact.links.iter().map(|link| (link.kind, link.to)).collect();
        assert_eq!(links.len(), fact.links.len(), "{}", fact.key);
    }
}

#[test]
fn the_aide_answers_and_contradicts_putin() {
    let data = dataset();
    let word = data.find::<Fact>("putin-never-violates").unwrap();
    let kinds = |key| {
        let links = fact(&data, key).links.iter().filter(|link| link.to == word);
        links.map(|link| link.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds("aide-rejects-putins-word"), [LinkKind::RespondsTo, LinkKind::Contradicts]);
    assert_eq!(kinds("military-transactions"), [LinkKind::Contradicts]);
}
