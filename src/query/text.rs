//! Text search: words of a row, folded.

/// `text` in lower case without the diacritics of the Latin letters that Unicode composes, so that
/// "Mkrtyčev" and "mkrtycev" meet. Search that is typo-tolerant and covers other scripts is the
/// business of an index; this is what a filter over a few hundred rows needs.
pub fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).filter_map(base).collect()
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
