//! Languages as lists name them: by the three letters of ISO 639-2 or by their English name.

/// The code of BCP 47, the three letters of ISO 639-2 (both, where it has two), and the English name.
const LANGUAGES: &[(&str, &[&str])] = &[
    ("am", &["amh", "amharic"]),
    ("ar", &["ara", "arabic"]),
    ("az", &["aze", "azerbaijani"]),
    ("be", &["bel", "belarusian"]),
    ("bg", &["bul", "bulgarian"]),
    ("bn", &["ben", "bengali"]),
    ("bs", &["bos", "bosnian"]),
    ("de", &["ger", "deu", "german"]),
    ("el", &["gre", "ell", "greek"]),
    ("en", &["eng", "english"]),
    ("es", &["spa", "spanish"]),
    ("fa", &["per", "fas", "persian", "farsi"]),
    ("fr", &["fre", "fra", "french"]),
    ("he", &["heb", "hebrew"]),
    ("hi", &["hin", "hindi"]),
    ("hr", &["hrv", "croatian"]),
    ("hy", &["arm", "hye", "armenian"]),
    ("id", &["ind", "indonesian"]),
    ("it", &["ita", "italian"]),
    ("ja", &["jpn", "japanese"]),
    ("ka", &["geo", "kat", "georgian"]),
    ("kk", &["kaz", "kazakh"]),
    ("ko", &["kor", "korean"]),
    ("ku", &["kur", "kurdish"]),
    ("ky", &["kir", "kyrgyz"]),
    ("mk", &["mac", "mkd", "macedonian"]),
    ("my", &["bur", "mya", "burmese"]),
    ("pl", &["pol", "polish"]),
    ("ps", &["pus", "pashto"]),
    ("pt", &["por", "portuguese"]),
    ("ro", &["rum", "ron", "romanian"]),
    ("ru", &["rus", "russian"]),
    ("so", &["som", "somali"]),
    ("sq", &["alb", "sqi", "albanian"]),
    ("sr", &["srp", "serbian"]),
    ("sw", &["swa", "swahili"]),
    ("tg", &["tgk", "tajik"]),
    ("th", &["tha", "thai"]),
    ("tk", &["tuk", "turkmen"]),
    ("tr", &["tur", "turkish"]),
    ("uk", &["ukr", "ukrainian"]),
    ("ur", &["urd", "urdu"]),
    ("uz", &["uzb", "uzbek"]),
    ("vi", &["vie", "vietnamese"]),
    ("zh", &["chi", "zho", "chinese"]),
];

/// The code of a language, where its words are known.
pub(super) fn code(words: &str) -> Option<&'static str> {
    let words = words.trim();
    let is = |own: &&str| own.eq_ignore_ascii_case(words);
    LANGUAGES.iter().find(|(code, names)| is(code) || names.iter().any(is)).map(|(code, _)| *code)
}
