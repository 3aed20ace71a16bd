//! Text search: words of a row, folded.

/// `text` in lower case without the diacritics of composed Latin letters, so that "Mkrtyčev" and
/// "mkrtycev" meet. Latin, Greek and Cyrillic letters are folded by rule and the rest is kept: the
/// full tables of Unicode weigh 24 kB, and search that needs them has an index of its own.
pub fn fold(text: &str) -> String {
    text.chars().filter_map(fold_letter).collect()
}

/// One letter of [`fold`]; nothing for a combining mark.
pub(crate) fn fold_letter(letter: char) -> Option<char> {
    base(lower(letter))
}

/// The lower-case letter of a Latin, Greek or Cyrillic one.
fn lower(letter: char) -> char {
    let code = letter as u32;
    let lower = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3ab | 0x410..=0x42f => code + 32,
        0x400..=0x40f => code + 80,
        // Greek capitals with an accent.
        0x386 => 0x3ac,
        0x388..=0x38a => code + 37,
        0x38c => 0x3cc,
        0x38e | 0x38f => code + 63,
        // The rest goes in pairs, the capital first; between these marks it is the odd one. One
        // small letter has no capital, and with it the pairs shift.
        0x138 => code,
        0x139..=0x148 | 0x179..=0x17e | 0x4c1..=0x4ce => code + code % 2,
        0x178 => 0xff,
        0x4c0 => 0x4cf,
        0x100..=0x177 | 0x218..=0x21b | 0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f => code | 1,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(letter)
}

/// The base letter of a lower-case Latin letter; nothing for a combining mark.
fn base(letter: char) -> Option<char> {
    Some(match letter {
        '\u{300}'..='\u{36f}' => return None,
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        '’' | '‘' => '\'',
        other => other,
    })
}

/// True where each word of `query` stands somewhere in `folded`.
pub(super) fn matches(folded: &str, query: &str) -> bool {
    // By bytes: std's search for a text weighs 3 kB, and this is in the first look.
    let holds = |word: &str| folded.as_bytes().windows(word.len()).any(|it| it == word.as_bytes());
    fold(query).split_whitespace().all(holds)
}
