//! Letters of other scripts in Latin ones, by small tables of our own.
//!
//! Cyrillic follows BGN/PCGN for Russian without its marks (`Мкртычев` is `mkrtychev`), with the letters of
//! the other Slavic languages added; Greek follows ELOT 743 letter by letter (`Πούτιν` is `poutin`); Hangul
//! follows the McCune–Reischauer system without its marks and without its sound changes (`김정은` is
//! `kimjongun`): each letter always gives the same, so that what is typed so far begins what will be typed.
//! Scripts without a table stay as they are; they are found by those who type them.

/// Adds a folded letter to a text, in Latin letters where there is a table for it. `before` is the folded
/// letter before it in the same word.
pub(super) fn write_latin(letter: char, before: Option<char>, to: &mut String) {
    let code = letter as u32;
    if letter.is_ascii() {
        to.push(letter);
    } else if let Some(syllable) = code.checked_sub(0xac00).filter(|it| *it < 19 * 588) {
        // Unicode lays syllables out by their three letters.
        to.push_str(nth(&INITIALS, syllable / 588));
        to.push_str(nth(&VOWELS, syllable % 588 / 28));
        to.push_str(nth(&FINALS, syllable % 28));
    } else {
        match other(letter, code, before) {
            Some(latin) => to.push_str(latin),
            // Full-width forms of ASCII.
            None if (0xff10..=0xff5a).contains(&code) => {
                to.extend(char::from_u32(code - 0xfee0).map(|it| it.to_ascii_lowercase()));
            }
            None => to.push(letter),
        }
    }
}

fn nth(letters: &[&'static str], place: u32) -> &'static str {
    letters.get(place as usize).copied().unwrap_or_default()
}

fn other(letter: char, code: u32, before: Option<char>) -> Option<&'static str> {
    match code {
        0x1100..=0x1112 => Some(nth(&INITIALS, code - 0x1100)),
        0x1161..=0x1175 => Some(nth(&VOWELS, code - 0x1161)),
        0x11a8..=0x11c2 => Some(nth(&FINALS, code - 0x11a7)),
        0x3131..=0x314e => Some(nth(&ALONE, code - 0x3131)),
        0x314f..=0x3163 => Some(nth(&VOWELS, code - 0x314f)),
        0x1e00..=0x1eff => latin_additional(code - 0x1e00),
        0x370..=0x3ff => greek(letter, before),
        0x400..=0x4ff => cyrillic(letter),
        _ => latin(small(letter, code)),
    }
}

/// The small letter of a Latin one that the light fold keeps: they go in pairs, the capital first.
fn small(letter: char, code: u32) -> char {
    let small = match code {
        0x1af | 0x1cd..=0x1dc => code + code % 2,
        0x1a0 | 0x1de..=0x1ef | 0x1f4 | 0x1f8..=0x233 => code | 1,
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}

/// Latin letters that the light fold keeps.
fn latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' | 'ǽ' | 'ǣ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ð' => "d",
        'ĥ' | 'ħ' | 'ȟ' => "h",
        'ĳ' => "ij",
        'ĵ' | 'ǰ' => "j",
        'ķ' | 'ĸ' | 'ǩ' => "k",
        'ŀ' => "l",
        'ŉ' | 'ŋ' | 'ǹ' => "n",
        'ŧ' => "t",
        'ŵ' => "w",
        'ŷ' | 'ȳ' => "y",
        'ſ' => "s",
        'ǎ' | 'ǟ' | 'ǡ' | 'ǻ' | 'ȁ' | 'ȃ' | 'ȧ' => "a",
        'ə' | 'ǝ' | 'ȅ' | 'ȇ' | 'ȩ' => "e",
        'ǐ' | 'ȉ' | 'ȋ' => "i",
        'ơ' | 'ǒ' | 'ǫ' | 'ǭ' | 'ǿ' | 'ȍ' | 'ȏ' | 'ȫ' | 'ȭ' | 'ȯ' | 'ȱ' => "o",
        'ư' | 'ǔ' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' | 'ȕ' | 'ȗ' => "u",
        'ǧ' | 'ǵ' | 'ǥ' => "g",
        'ȑ' | 'ȓ' => "r",
        _ => return None,
    })
}

/// The block Latin Extended Additional (Vietnamese and others): its base letters in the order of the block.
fn latin_additional(place: u32) -> Option<&'static str> {
    const BASES: &str = concat!(
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssss",
        "ttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyassssd",
        "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy",
    );
    let place = place as usize;
    BASES.get(place..place + 1)
}

fn greek(letter: char, before: Option<char>) -> Option<&'static str> {
    Some(match letter {
        'α' | 'ά' => "a",
        'β' => "v",
        'γ' => "g",
        'δ' => "d",
        'ε' | 'έ' => "e",
        'ζ' => "z",
        'η' | 'ή' | 'ι' | 'ί' | 'ϊ' | 'ΐ' => "i",
        'θ' => "th",
        'κ' => "k",
        'λ' => "l",
        'μ' => "m",
        'ν' => "n",
        'ξ' => "x",
        'ο' | 'ό' | 'ω' | 'ώ' => "o",
        'π' => "p",
        'ρ' => "r",
        'σ' | 'ς' => "s",
        'τ' => "t",
        'υ' | 'ύ' if before == Some('ο') => "u",
        'υ' | 'ύ' | 'ϋ' | 'ΰ' => "y",
        'φ' => "f",
        'χ' => "ch",
        'ψ' => "ps",
        _ => return None,
    })
}

fn cyrillic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' => "e",
        'є' => "ye",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' | 'ѝ' => "i",
        'й' | 'ы' => "y",
        'ї' => "yi",
        'ј' => "j",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ў' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        'ђ' => "dj",
        'љ' => "lj",
        'њ' => "nj",
        'ћ' => "c",
        'џ' | 'ѕ' => "dz",
        'ѓ' => "gj",
        'ќ' => "kj",
        _ => return None,
    })
}

/// Hangul letters that begin a syllable, in the order of Unicode.
const INITIALS: [&str; 19] =
    ["k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];

/// Hangul vowels.
const VOWELS: [&str; 21] = [
    "a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu",
    "u", "ui", "i",
];

/// Hangul letters that end a syllable; the first is none.
const FINALS: [&str; 28] = [
    "", "k", "kk", "ks", "n", "nj", "nh", "t", "l", "lk", "lm", "lp", "ls", "lt", "lp", "lh", "m", "p", "ps",
    "s", "ss", "ng", "j", "ch", "k", "t", "p", "h",
];

/// Hangul consonants by themselves, as they are typed before they become a syllable.
const ALONE: [&str; 30] = [
    "k", "kk", "ks", "n", "nj", "nh", "t", "tt", "r", "lk", "lm", "lp", "ls", "lt", "lp", "lh", "m", "p",
    "pp", "ps", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h",
];
