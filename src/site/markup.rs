//! The tags of an HTML page, as far as a policy must know them.
//!
//! Not a parser: it reads what Trunk and this program write, and whatever else it meets it reads so
//! that nothing that a browser runs is passed over.

/// A start tag, with the text up to its end tag where that text is not markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// The name in lower case.
    pub(super) name: String,
    /// The attributes, their names in lower case.
    pub(super) attributes: Vec<(String, &'a str)>,
    /// The text of a script or a style.
    pub(super) text: &'a str,
    /// Where it begins in the page.
    pub(super) at: usize,
    /// The tag as it is written, from `<` to `>`.
    pub(super) source: &'a str,
}

impl Tag<'_> {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| *value)
    }
}

/// Elements whose content is text, not markup.
const TEXTS: [&str; 4] = ["script", "style", "title", "textarea"];

/// All start tags outside comments, in order.
pub(super) fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, tail)) = rest.split_once('<') {
        rest = if let Some(comment) = tail.strip_prefix("!--") {
            comment.split_once("-->").map_or("", |(_, after)| after)
        } else if tail.starts_with(|first: char| first.is_ascii_alphabetic()) {
            let (mut tag, mut after) = start_tag(tail);
            tag.at = html.len() - tail.len() - 1;
            tag.source = html.get(tag.at..html.len() - after.len()).unwrap_or_default();
            if TEXTS.contains(&&*tag.name) {
                (tag.text, after) = text(after, &tag.name);
            }
            found.push(tag);
            after
        } else {
            tail
        };
    }
    found
}

/// The page with other text for some of its tags; `change` gives none for a tag that stays.
pub(super) fn rewritten<E>(
    html: &str,
    mut change: impl FnMut(&Tag<'_>) -> Result<Option<String>, E>,
) -> Result<String, E> {
    let (mut out, mut done) = (String::with_capacity(html.len()), 0);
    for tag in tags(html) {
        if let Some(text) = change(&tag)? {
            out.push_str(html.get(done..tag.at).unwrap_or_default());
            out.push_str(&text);
            done = tag.at + tag.source.len();
        }
    }
    out.push_str(html.get(done..).unwrap_or_default());
    Ok(out)
}

/// The tag that begins with its name, and what follows its `>`.
fn start_tag(html: &str) -> (Tag<'_>, &str) {
    let is_end = |letter: char| letter.is_ascii_whitespace() || matches!(letter, '/' | '>');
    let (name, mut rest) = html.split_at(html.find(is_end).unwrap_or(html.len()));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_ascii_whitespace() || letter == '/');
        let end = rest.strip_prefix('>').or(rest.is_empty().then_some(rest));
        if let Some(after) = end {
            let name = name.to_ascii_lowercase();
            return (Tag { name, attributes, text: "", at: 0, source: "" }, after);
        }
        let (attribute, value, after) = self::attribute(rest);
        attributes.push((attribute.to_ascii_lowercase(), value));
        rest = after;
    }
}

/// Name and value of the attribute with which `html` begins, and what follows.
fn attribute(html: &str) -> (&str, &str, &str) {
    let is_end = |letter: char| letter.is_ascii_whitespace() || matches!(letter, '/' | '>' | '=');
    // A name may begin with "=": there is always at least one letter.
    let first = html.chars().next().map_or(0, char::len_utf8);
    let end = html.get(first..).and_then(|tail| tail.find(is_end)).map_or(html.len(), |end| first + end);
    let (name, rest) = html.split_at(end);
    let Some(value) = rest.trim_start().strip_prefix('=') else {
        return (name, "", rest);
    };
    let value = value.trim_start();
    for mark in ['"', '\''] {
        if let Some(quoted) = value.strip_prefix(mark) {
            let (value, rest) = quoted.split_once(mark).unwrap_or((quoted, ""));
            return (name, value, rest);
        }
    }
    let is_end = |letter: char| letter.is_ascii_whitespace() || letter == '>';
    let (value, rest) = value.split_at(value.find(is_end).unwrap_or(value.len()));
    (name, value, rest)
}

/// The text up to the end tag of `name`, and what follows from that tag on.
fn text<'a>(html: &'a str, name: &str) -> (&'a str, &'a str) {
    let is_end = |place: &usize| {
        let tail = html.get(place + 2..).unwrap_or_default();
        tail.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
    };
    let end = html.match_indices("</").map(|(place, _)| place).find(is_end);
    html.split_at(end.unwrap_or(html.len()))
}
