//! The page before the app: its first view as plain HTML, readable without the app.
//!
//! Elements and classes are those that the app makes, so that nothing moves when it takes over. What
//! only the app can do has its room here but is no control: `style/shell.css` keeps `.button` and
//! `.search` out of sight until the app is ready. One function a part.

mod evidence;
mod facets;
mod list;
mod network;

use super::html::{El, el, escape};
use crate::engine::Bundled;
use crate::export::{FORMATS, Format};
use crate::parts::Element;
use crate::query::{Query, Selection, View};
use crate::words;

/// The text of the document's title.
pub(super) fn title(engine: &Bundled) -> String {
    escape(&format!("{} · {}", engine.data().story.title, engine.words().brand))
}

/// What others say of the page: search machines, previews of links.
pub(super) fn meta(engine: &Bundled) -> String {
    format!("<meta name=\"description\" content=\"{}\" />", escape(&engine.data().story.summary))
}

/// What stands in the place of the app.
pub(super) fn body(engine: &Bundled) -> String {
    let centre = el("main", "areas__centre").attr("id", "content");
    let centre = centre.child(network::section(engine)).child(list::section(engine));
    let areas = el("div", "areas").children([facets::panel(engine), centre, evidence::panel(engine)]);
    [head(engine), lede(engine), areas, foot()].map(|part| part.html()).concat()
}

fn head(engine: &Bundled) -> El {
    let words = engine.words();
    let listed = engine.list(&Query::default()).rows.len();
    let tab = |view: View| {
        let (label, count) = (words.view(view), (view == View::Sanctions).then_some(listed));
        let tab = el("a", "nav__link").attr("href", &href(&Query::default().viewing(view))).text(label);
        let tab = if view == View::default() { tab.attr("aria-current", "page") } else { tab };
        match count {
            Some(count) => tab.text(" ").child(el("span", "nav__count").text(&count.to_string())),
            None => tab,
        }
    };
    let search = room("button ask-open", words.search).child(el("kbd", "").text("/"));
    el("header", "head").children([
        el("a", "head__brand").attr("href", &href(&Query::default())).text(words.brand),
        el("nav", "nav").attr("aria-label", words.nav).children(View::ALL.map(tab)),
        el("div", "head__tools").children([search, room("button", words.share), room("button", "◐")]),
    ])
}

fn lede(engine: &Bundled) -> El {
    let story = &engine.data().story;
    el("section", "lede").children([
        el("h1", "").text(&story.title),
        el("p", "lede__summary").text(&story.summary),
        el("p", "lede__counts").text(&counts(engine)),
    ])
}

/// How much there is, in one line: "September 2023 · 2 sources · 40 actors …".
fn counts(engine: &Bundled) -> String {
    let (data, words) = (engine.data(), engine.words());
    [
        data.story.period.to_string(),
        words.count(data.sources.len(), words::published().count_sources),
        words.count(data.actors.len(), words.count_actors),
        words.count(data.facts.len(), words.count_facts),
        words.count(data.designations.len(), words.count_designations),
        words::published().promise.to_owned(),
    ]
    .join(" · ")
}

fn foot() -> El {
    let words = words::published();
    let link =
        |format: &Format| el("a", "").attr("href", &format!("data/{}", format.file())).text((format.label)());
    let data = el("p", "foot__data").child(el("span", "").text(words.data));
    el("footer", "foot")
        .child(FORMATS.iter().fold(data, |data, format| data.text(" ").child(link(format))))
        .child(el("p", "").text(words.data_privacy))
}

/// The room of a control that comes with the app: its text in its class, not shown.
fn room(class: &str, text: &str) -> El {
    el("span", class).text(text)
}

/// A link that the app will follow.
fn href(query: &Query) -> String {
    format!("#{}", query.to_fragment())
}

/// A link to the evidence of something.
fn evidence_of(selection: &Selection) -> String {
    href(&Query::default().selecting(Some(selection.clone())))
}
