//! Spellings of one sound: what languages and romanisations write differently.
//!
//! A French text has `Poutine` for `Putin`, a German one `Wladimir`; Korean names have `Soo` or `Su`, `Yeong`
//! or `Yong`. Both sides are brought to one plain spelling and compared again; what meets only there counts as one
//! wrong letter, so it comes after what fits as it stands.

/// What is written, and the plain spelling; the first that fits is taken.
const SPELLINGS: [(&str, &str); 21] = [
    ("dsch", "j"),
    ("tsch", "ch"),
    ("sch", "sh"),
    ("tch", "ch"),
    ("dzh", "j"),
    ("dj", "j"),
    ("kh", "h"),
    ("zh", "j"),
    ("ph", "f"),
    ("ck", "k"),
    ("ks", "x"),
    ("ou", "u"),
    ("oo", "u"),
    ("eo", "o"),
    ("eu", "u"),
    ("ee", "i"),
    ("iy", "y"),
    ("ij", "y"),
    ("ii", "y"),
    ("ey", "ei"),
    ("w", "v"),
];

/// The plain spelling of a folded word; nothing where it is the word itself.
pub(super) fn respelled(word: &str) -> Option<String> {
    let mut plain = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        let spelling = SPELLINGS.iter().find_map(|(from, to)| Some((*to, rest.strip_prefix(from)?)));
        let (to, after) = match spelling {
            Some((to, after)) => (to, after),
            None => rest.split_at(letter.len_utf8()),
        };
        // A doubled letter is one.
        if !plain.ends_with(to) {
            plain.push_str(to);
        }
        rest = after;
    }
    // A silent ending.
    if plain.len() > 4 && plain.ends_with('e') {
        plain.pop();
    }
    (plain != word).then_some(plain)
}
