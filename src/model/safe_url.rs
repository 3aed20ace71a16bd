//! Addresses that come out of files and may become links.

/// An address of the web: `http` or `https`, and nothing that a browser would run or read otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeUrl(String);

/// A longer address leads nowhere that a reader would want to go.
const LONGEST: usize = 2_048;

impl SafeUrl {
    /// The address in a text; nothing where it is none, or might not be what it looks like: with white space, control
    /// or direction characters, a name and password before the host, or no host.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (scheme, rest) = text.split_once("://")?;
        let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let is_host = host.chars().any(char::is_alphanumeric) && !host.contains(['@', '\\']);
        let is_plain =
            |it: char| !it.is_whitespace() && !it.is_control() && !is_unseen(it) && !"\"'<>`".contains(it);
        let is_safe = is_web && is_host && text.len() <= LONGEST && text.chars().all(is_plain);
        is_safe.then(|| Self(text.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Characters that turn the direction of what follows, or take no room.
const fn is_unseen(it: char) -> bool {
    matches!(it, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
