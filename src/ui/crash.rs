//! When the page itself breaks: an overlay that says so. The view is kept, being the address.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use web_sys::Element;

use crate::words::Words;

/// Shows the overlay on any panic; what is known of it goes to the console.
pub(super) fn watch(words: &'static Words) {
    // An exception of the browser's goes through our code without a panic, and leaves it half done.
    EventListener::new(&window(), "error", move |_| show(words)).forget();
    std::panic::set_hook(Box::new(move |info| {
        web_sys::console::error_1(&info.to_string().into());
        show(words);
    }));
}

/// Lays the overlay over the page. It is built by hand: what draws the page may be what broke.
pub(super) fn show(words: &Words) {
    let Some(body) = document().body() else { return };
    if document().get_element_by_id(OVERLAY).is_some() {
        return;
    }
    let make = |tag: &str, text: &str, parent: &Element| -> Option<Element> {
        let element = document().create_element(tag).ok()?;
        element.set_text_content(Some(text));
        parent.append_child(&element).ok()?;
        Some(element)
    };
    let Some(overlay) = make("div", "", &body) else { return };
    let _ = overlay.set_attribute("id", OVERLAY);
    let _ = overlay.set_attribute("class", "overlay");
    let _ = overlay.set_attribute("role", "alertdialog");
    let _ = overlay.set_attribute("aria-label", words.crash_title);
    make("h2", words.crash_title, &overlay);
    make("p", words.crash_text, &overlay);
    if let Some(reload) = make("a", words.crash_reload, &overlay) {
        let _ = reload.set_attribute("class", "button");
        // The page without its fragment would lose the view; a link to itself would not reload.
        let href = window().location().href().unwrap_or_default();
        let (page, fragment) = href.split_once('#').unwrap_or((&href, ""));
        let page = page.split('?').next().unwrap_or_default();
        let _ = reload.set_attribute("href", &format!("{page}?again#{fragment}"));
    }
}

const OVERLAY: &str = "overlay";
