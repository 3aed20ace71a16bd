//! Elements of the page, made by hand and kept up to date by Leptos' reactive system.
//!
//! Leptos' own `view!` gives every element, attribute and closure a type of its own, and the
//! compiler builds each of them anew: this page came to 305 kB gzipped that way, twice what its
//! first load may weigh. Here every element is the same type and every closure is boxed, so all of
//! it is compiled once. Signals, memos, effects and their ownership are Leptos'.
//!
//! Text is only ever set as text: there is no way from here to HTML.

use super::live::keep;
use crate::model::SafeUrl;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, Node};

/// An element on its way into the page.
#[derive(Clone)]
pub(super) struct El(pub Element);

/// An HTML element; no class where `class` is empty.
#[inline(never)]
pub(super) fn el(tag: &str, class: &str) -> El {
    made(document().create_element(tag).ok(), class)
}

/// An SVG element.
#[inline(never)]
pub(super) fn svg(tag: &str, class: &str) -> El {
    made(document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag).ok(), class)
}

/// A button with a text.
#[inline(never)]
pub(super) fn button(class: &str, text: &str) -> El {
    el("button", class).attr("type", "button").text(text)
}

/// A link with a text, to an address that follows the query.
pub(super) fn link(class: &str, text: &str, href: impl Fn() -> String + 'static) -> El {
    el("a", class).text(text).attr_of("href", move || Some(href()))
}

/// A link with a text that leads away from the page. What it leads to learns nothing of where it was.
pub(super) fn away(class: &str, text: &str, to: &SafeUrl) -> El {
    let link = el("a", class).attr("href", to.as_str()).text(text);
    link.attr("target", "_blank").attr("rel", "noopener noreferrer")
}

/// The tags are our own and well-formed, so the browser makes them; were it not so, an empty
/// fragment's place is taken by the document's root, detached.
fn made(element: Option<Element>, class: &str) -> El {
    let element = element.unwrap_or_else(gloo::utils::document_element);
    let it = El(element);
    if class.is_empty() { it } else { it.attr("class", class) }
}

impl El {
    /// An attribute that stays.
    #[inline(never)]
    pub(super) fn attr(self, name: &str, value: &str) -> Self {
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// An attribute that follows what it reads; it is absent where that gives nothing.
    pub(super) fn attr_of(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        follow_attribute(self.0.clone(), name, Box::new(value));
        self
    }

    /// A class attribute that follows what it reads.
    pub(super) fn class_of(self, class: impl Fn() -> String + 'static) -> Self {
        self.attr_of("class", move || Some(class()))
    }

    /// A text, after what is there already.
    #[inline(never)]
    pub(super) fn text(self, text: &str) -> Self {
        let _ = self.0.append_child(&document().create_text_node(text));
        self
    }

    /// A text that follows what it reads, after what is there already.
    pub(super) fn text_of(self, text: impl Fn() -> String + 'static) -> Self {
        follow_text(&self.0, Box::new(text));
        self
    }

    /// A child.
    #[inline(never)]
    pub(super) fn child(self, child: Self) -> Self {
        let _ = self.0.append_child(&child.0);
        self
    }

    /// Children.
    pub(super) fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Content that is made anew whenever what it reads changes: all that the element holds.
    pub(super) fn filled_of(self, content: impl Fn() -> Vec<Self> + 'static) -> Self {
        refill(self.0.clone(), Box::new(content));
        self
    }

    /// Does something on an event.
    pub(super) fn on(self, event: &'static str, act: impl FnMut(&Event) + 'static) -> Self {
        listen(&self.0, event, Box::new(act));
        self
    }

    /// Does something on a click.
    pub(super) fn click(self, mut act: impl FnMut() + 'static) -> Self {
        self.on("click", move |_| act())
    }

    /// Keeps an input ticked or not, or its text, as `value` says: what the reader does to it is an
    /// event, not a state of its own.
    pub(super) fn input_of(self, value: impl Fn() -> Option<String> + 'static) -> Self {
        follow_input(self.0.clone(), Box::new(value));
        self
    }
}

impl crate::parts::Element for El {
    fn new(tag: &'static str, class: &str) -> Self {
        el(tag, class)
    }

    fn attr(self, name: &'static str, value: &str) -> Self {
        Self::attr(self, name, value)
    }

    fn text(self, text: &str) -> Self {
        Self::text(self, text)
    }

    fn child(self, child: Self) -> Self {
        Self::child(self, child)
    }
}

/// An optional child in a place of its own, which is not there for the eye.
pub(super) fn slot(content: impl Fn() -> Option<El> + 'static) -> El {
    el("div", "slot").filled_of(move || content().into_iter().collect())
}

/// What an input that caused an event holds.
pub(super) fn value_of(event: &Event) -> String {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.map(|input| input.value()).unwrap_or_default()
}

// What follows is compiled once: nothing here depends on a closure's type.

#[inline(never)]
fn follow_attribute(element: Element, name: &'static str, value: Box<dyn Fn() -> Option<String>>) {
    let mut last = None;
    run(Box::new(move || {
        let value = value();
        if last.as_ref() == Some(&value) {
            return;
        }
        let _ = match &value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
        last = Some(value);
    }));
}

#[inline(never)]
fn follow_text(element: &Element, text: Box<dyn Fn() -> String>) {
    let node = document().create_text_node("");
    let _ = element.append_child(&node);
    run(Box::new(move || {
        let text = text();
        if node.data() != text {
            node.set_data(&text);
        }
    }));
}

#[inline(never)]
fn follow_input(element: Element, value: Box<dyn Fn() -> Option<String>>) {
    let Ok(input) = element.dyn_into::<HtmlInputElement>() else { return };
    run(Box::new(move || {
        let value = value();
        if input.type_() == "checkbox" {
            input.set_checked(value.is_some());
        } else {
            let value = value.unwrap_or_default();
            if input.value() != value {
                input.set_value(&value);
            }
        }
    }));
}

#[inline(never)]
fn refill(element: Element, content: Box<dyn Fn() -> Vec<El>>) {
    run(Box::new(move || {
        let content = content();
        element.set_text_content(None);
        for child in content {
            let _ = element.append_child(AsRef::<Node>::as_ref(&child.0));
        }
    }));
}

/// Runs now, and again whenever what it read changes; until its owner goes.
pub(super) fn run(mut act: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_: Option<()>| act());
    keep(effect);
}

#[inline(never)]
fn listen(element: &Element, event: &'static str, act: Box<dyn FnMut(&Event)>) {
    // The wheel and touches are ours to answer: the browser must ask first.
    let options = EventListenerOptions::enable_prevent_default();
    keep(EventListener::new_with_options(element, event, options, act));
}
