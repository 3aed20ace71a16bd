//! Names of countries in English.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::import::COUNTRIES;

/// Countries that are called otherwise than by the shortest of the names under which lists have them.
const CALLED: &[(&str, &str)] = &[
    ("ba", "Bosnia and Herzegovina"),
    ("cd", "DR Congo"),
    ("cg", "Republic of the Congo"),
    ("cw", "Curaçao"),
    ("gb", "United Kingdom"),
    ("kn", "Saint Kitts and Nevis"),
    ("kp", "North Korea"),
    ("kr", "South Korea"),
    ("lc", "Saint Lucia"),
    ("mk", "North Macedonia"),
    ("mm", "Myanmar"),
    ("nl", "Netherlands"),
    ("om", "Oman"),
    ("ps", "Palestine"),
    ("re", "Réunion"),
    ("su", "Soviet Union"),
    ("sz", "Eswatini"),
    ("tr", "Türkiye"),
    ("us", "United States"),
    ("vc", "Saint Vincent and the Grenadines"),
    ("vi", "US Virgin Islands"),
];

/// What countries are called, in the order of their codes: made once, as each row that is told asks for some.
static NAMES: LazyLock<Vec<(&str, String)>> = LazyLock::new(|| {
    let all = COUNTRIES.iter().map(|(_, code)| *code).chain(CALLED.iter().map(|(code, _)| *code));
    let codes: BTreeSet<&str> = all.collect();
    codes.into_iter().filter_map(|code| Some((code, named(code)?))).collect()
});

/// What a country is called, by its ISO 3166-1 alpha-2 code in lower case; nothing for any other text.
pub(super) fn country(code: &str) -> Option<String> {
    let at = NAMES.binary_search_by(|(it, _)| (*it).cmp(code)).ok()?;
    NAMES.get(at).map(|(_, name)| name.clone())
}

/// The same, looked for where it stands.
fn named(code: &str) -> Option<String> {
    if let Some((_, name)) = CALLED.iter().find(|(it, _)| *it == code) {
        return Some((*name).to_owned());
    }
    // Abbreviations are shorter than names.
    let names = COUNTRIES.iter().filter(|(name, it)| *it == code && name.len() > 3);
    let words = names.map(|(name, _)| *name).min_by_key(|name| name.len())?.split(' ');
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        first + letters.as_str()
    };
    let small = ["and", "of", "the"];
    let words: Vec<_> =
        words.map(|it| if small.contains(&it) { it.to_owned() } else { capital(it) }).collect();
    Some(words.join(" "))
}
