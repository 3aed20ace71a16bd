//! What the page asks of the browser: address, clipboard, downloads, memory, sizes.
//!
//! Each of these may be refused (storage blocked, no clipboard); the page then does without.

use super::live::keep;
use crate::scene::Shape;
use crate::seam::Saved;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, document_element, history, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DataTransfer, DragEvent, Element, Event, File, FocusEvent, HtmlAnchorElement,
    HtmlElement, HtmlInputElement, KeyboardEvent, Node, Response, ScrollIntoViewOptions,
    ScrollLogicalPosition, Storage, Url,
};

/// The element with that id, emptied: the place of the app. With it the first parts of it that `kept` select.
pub(super) fn take_over<const N: usize>(
    id: &str,
    kept: [&str; N],
) -> Option<(HtmlElement, [Option<Element>; N])> {
    let root: HtmlElement = document().get_element_by_id(id)?.dyn_into().ok()?;
    let kept = kept.map(|part| root.query_selector(part).ok().flatten());
    root.set_text_content(None);
    Some((root, kept))
}

/// Adds the stylesheet of the second file, if there is one; `done` is called once it holds or has failed.
pub(super) fn add_later_style(done: impl Fn() + Clone + 'static) {
    let named = document().query_selector("meta[name=later-style]").ok().flatten();
    let link = document().create_element("link").ok();
    let (Some(named), Some(link), Some(head)) = (named, link, document().head()) else { return done() };
    let _ = link.set_attribute("rel", "stylesheet");
    let _ = link.set_attribute("href", &named.get_attribute("content").unwrap_or_default());
    for event in ["load", "error"] {
        let done = done.clone();
        EventListener::once(&link, event, move |_| done()).forget();
    }
    let _ = head.append_child(&link);
}

/// Marks the page as ready for readers and tests.
pub(super) fn say_ready() {
    let _ = document_element().set_attribute("data-ready", "");
}

/// The fragment of the address with its `#`; empty where there is none.
pub(super) fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// The whole address of a fragment.
pub(super) fn address(fragment: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}#{fragment}")
}

/// Puts a fragment into the address with the number of its step, as a new step of the browser or in place
/// of the last.
pub(super) fn set_fragment(fragment: &str, number: u32, step: bool) {
    let url = format!("#{fragment}");
    let (history, number) = (history(), JsValue::from(number));
    let _ = if step {
        history.push_state_with_url(&number, "", Some(&url))
    } else {
        history.replace_state_with_url(&number, "", Some(&url))
    };
}

/// Keeps the number of a step beside the address as it stands there.
pub(super) fn set_number(number: u32) {
    let _ = history().replace_state(&JsValue::from(number), "");
}

/// The number that the page gave to the step where the browser is; none where a link led there.
pub(super) fn number() -> Option<u32> {
    history().state().ok()?.as_f64().map(|number| number as u32)
}

/// Asks the browser to go so many steps forth, or back where that is less than 0.
pub(super) fn walk(by: i32) {
    let _ = history().go_with_delta(by);
}

/// Puts a text on the clipboard; `done` learns whether that was allowed.
pub(super) fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let clipboard = window().navigator().clipboard();
    if clipboard.is_undefined() {
        // Only a secure page has one.
        done(false);
        return;
    }
    let promise = clipboard.write_text(text);
    leptos::task::spawn_local(async move {
        done(JsFuture::from(promise).await.is_ok());
    });
}

/// Hands the reader a file.
pub(super) fn download(Saved { name, mime, text }: &Saved) -> Option<()> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url).ok()
}

/// Fetches a file that is published beside the page; `done` gets nothing where that fails.
pub(super) fn fetch_file(folder: &str, name: &'static str, done: impl FnOnce(Option<File>) + 'static) {
    let promise = window().fetch_with_str(&[folder, "/", name].concat());
    leptos::task::spawn_local(async move {
        let fetched = async {
            let response: Response = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
            let blob =
                if response.ok() { JsFuture::from(response.blob().ok()?).await.ok()? } else { return None };
            File::new_with_blob_sequence(&js_sys::Array::of1(&blob), name).ok()
        };
        done(fetched.await);
    });
}

/// Opens the browser's print dialogue.
pub(super) fn print() {
    let _ = window().print();
}

/// The browser's memory for this page; none where the reader has forbidden it. gloo's own storage
/// stops the page in that case, and brings a JSON parser.
fn memory() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// Notes something for the next visit, or that it is no longer so, where that is allowed.
pub(super) fn set_noted(key: &str, is_so: bool) {
    if let Some(memory) = memory() {
        let _ = if is_so { memory.set_item(key, "1") } else { memory.remove_item(key) };
    }
}

/// True where something was noted.
pub(super) fn is_noted(key: &str) -> bool {
    memory().is_some_and(|memory| matches!(memory.get_item(key), Ok(Some(_))))
}

/// Shows a theme, and remembers it where that is allowed.
pub(super) fn set_theme(theme: &str) {
    let _ = document_element().set_attribute("data-theme", theme);
    if let Some(memory) = memory() {
        let _ = memory.set_item(THEME, theme);
    }
}

/// True where the page is dark: as the reader chose on an earlier visit, which a script in `index.html`
/// has looked up before the first look, or else as the system asks for.
pub(super) fn is_dark() -> bool {
    match document_element().get_attribute("data-theme").as_deref() {
        Some("dark") => true,
        Some("light") => false,
        _ => matches(DARK),
    }
}

/// The shape of the drawing that suits the screen.
pub(super) fn shape() -> Shape {
    if is_phone() { Shape::Tall } else { Shape::Wide }
}

/// True on a screen that has no room for the areas beside each other.
pub(super) fn is_phone() -> bool {
    matches("(max-width: 760px)")
}

fn matches(media: &str) -> bool {
    window().match_media(media).ok().flatten().is_some_and(|list| list.matches())
}

fn screen_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

/// True where nothing of an element is on the screen but, perhaps, its edge.
pub(super) fn is_out_of_sight(element: &Element) -> bool {
    const EDGE: f64 = 80.0;
    let place = element.get_bounding_client_rect();
    place.bottom() < EDGE || place.top() > screen_height() - EDGE
}

/// Does something whenever the window has another size, until the owner of this goes.
pub(super) fn on_resize(act: impl Fn() + 'static) {
    keep(EventListener::new(&window(), "resize", move |_| act()));
}

/// Sets a property of an element's style: the policy of the page forbids the attribute, not this.
pub(super) fn style(element: &Element, property: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.style().set_property(property, value);
    }
}

/// Moves the keyboard to the element with that id.
pub(super) fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus_on(&element);
    }
}

/// The id of the element where the keyboard is.
pub(super) fn focused() -> Option<String> {
    document().active_element().map(|it| it.id()).filter(|id| !id.is_empty())
}

/// Brings the element with that id into sight, if it is not.
pub(super) fn show(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    let area = element.get_bounding_client_rect();
    if area.top() < 0.0 || area.bottom() > screen_height() {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Moves the keyboard to the element with that id, once the page has drawn it.
pub(super) fn focus_soon(id: &'static str) {
    later(0, Box::new(move || focus(id)));
}

/// Brings the element with that id into sight, once the page has drawn it.
pub(super) fn show_soon(id: &'static str) {
    later(0, Box::new(move || show(id)));
}

/// Moves the keyboard to an element.
pub(super) fn focus_on(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// The key of a keyboard event; empty for any other.
pub(super) fn key_of(event: &Event) -> String {
    event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default()
}

/// True where the keyboard leaves an element for another one of the page, which is not inside.
pub(super) fn leaves(event: &Event, element: &Element) -> bool {
    let to = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target);
    to.and_then(|to| to.dyn_into::<Node>().ok()).is_some_and(|to| !element.contains(Some(&to)))
}

/// What is dragged over something, or dropped on it.
pub(super) fn dragged(event: &Event) -> Option<DataTransfer> {
    event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer)
}

/// True where an event comes from a text that a reader writes.
pub(super) fn writes(event: &Event) -> bool {
    let Some(target) = event.target() else { return false };
    match target.dyn_ref::<HtmlInputElement>() {
        Some(input) => !matches!(input.type_().as_str(), "checkbox" | "radio" | "button" | "range"),
        None => target
            .dyn_ref::<Element>()
            .is_some_and(|it| it.matches("textarea, select, [contenteditable]") == Ok(true)),
    }
}

/// Does something after so many milliseconds.
pub(super) fn later(milliseconds: u32, act: Box<dyn FnOnce()>) {
    Timeout::new(milliseconds, act).forget();
}

const THEME: &str = "sourceline.theme";
const DARK: &str = "(prefers-color-scheme: dark)";
