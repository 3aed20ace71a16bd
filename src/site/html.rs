//! HTML as text: well-formed and escaped, whatever it holds.

use crate::parts::Element;

/// Text as it stands in HTML, also inside an attribute in quotation marks.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// An element with a start and an end tag; called as the app makes its own.
#[derive(Clone, Debug)]
pub(super) struct El {
    tag: &'static str,
    attributes: String,
    content: String,
}

/// An element; no class where `class` is empty.
pub(super) fn el(tag: &'static str, class: &str) -> El {
    El::new(tag, class)
}

impl Element for El {
    fn new(tag: &'static str, class: &str) -> Self {
        let it = Self { tag, attributes: String::new(), content: String::new() };
        if class.is_empty() { it } else { it.attr("class", class) }
    }

    fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push_str(&format!(" {name}=\"{}\"", escape(value)));
        self
    }

    fn text(mut self, text: &str) -> Self {
        self.content.push_str(&escape(text));
        self
    }

    fn child(mut self, child: Self) -> Self {
        self.content.push_str(&child.html());
        self
    }
}

impl El {
    /// The element as text.
    pub(super) fn html(&self) -> String {
        let Self { tag, attributes, content } = self;
        format!("<{tag}{attributes}>{content}</{tag}>")
    }
}
