//! Text search: words of a row, folded.

/// `text` in lower case without the diacritics of composed Latin letters, so that "Mkrtyčev" and
/// "mkrtycev" meet. Latin, Greek and Cyrillic letters are folded by rule and the rest is kept: the
/// full tables of Unicode weigh 24 kB, and search that needs them has an index of its own.
pub fn fold(text: &str) -> String {
    text.chars().map(lower).filter_map(base).collect()
}

/// The lower-case letter of a Latin, Greek or Cyrillic one.
fn lower(letter: char) -> char {
    let code = letter as u32;
    let lower = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a9 | 0x410..=0x42f => code + 32,
        0x400..=0x40f => code + 80,
        // Latin Extended-A goes in pairs; between these two marks the capital is the odd one.
        0x139..=0x148 | 0x179..=0x17e => code + code % 2,
        0x100..=0x177 | 0x218..=0x21b => code | 1,
        0x178 => 0xff,
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
    fold(query).split_whitespace().all(|word| folded.contains(word))
}
