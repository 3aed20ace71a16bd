//! Letters that would mean something else in an address, as `%` and two hexadecimal digits a byte.
//!
//! By hand: the crate for it brings a table of all escapes into the first look.

/// Letters beside `a-z`, `A-Z` and `0-9` that need no escape in the value of a part.
const PLAIN: &[u8] = b"-_.~:,*";

/// A value as it may stand in an address.
pub(super) fn escaped(value: &str) -> String {
    let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or_default().to_ascii_uppercase();
    let mut escaped = String::new();
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || PLAIN.contains(&byte) {
            escaped.push(byte.into());
        } else {
            escaped.extend(['%', digit(byte >> 4), digit(byte & 0xf)]);
        }
    }
    escaped
}

/// What [`escaped`] gave that value for; nothing where it is no text. A `%` that begins no escape is itself.
pub(super) fn unescaped(value: &str) -> Option<String> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let mut bytes = Vec::new();
    let mut rest = value.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        let escape = match after {
            [high, low, after @ ..] if *first == b'%' => {
                digit(*high).zip(digit(*low)).map(|(high, low)| ((high << 4 | low) as u8, after))
            }
            _ => None,
        };
        match escape {
            Some((byte, after)) => {
                bytes.push(byte);
                rest = after;
            }
            None => bytes.push(*first),
        }
    }
    String::from_utf8(bytes).ok()
}
