//! The page before the app: title, summary, counts and the designations as plain HTML.
//!
//! The classes are those of the app, so that nothing jumps when it takes over. One function a part.

use crate::engine::{Engine, Listing};
use crate::export::FORMATS;
use crate::model::Keyed;
use crate::query::{Column, Query};

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

/// The text of the document's title.
pub(super) fn title(engine: &Engine) -> String {
    escape(&format!("{} · {}", engine.data().story.title, engine.words().brand))
}

/// What others say of the page: search machines, previews of links.
pub(super) fn meta(engine: &Engine) -> String {
    let (title, summary) = (escape(&engine.data().story.title), escape(&engine.data().story.summary));
    format!(
        "<meta name=\"description\" content=\"{summary}\" />\n\
         <meta property=\"og:type\" content=\"article\" />\n\
         <meta property=\"og:title\" content=\"{title}\" />\n\
         <meta property=\"og:description\" content=\"{summary}\" />"
    )
}

/// What stands in the place of the app.
pub(super) fn body(engine: &Engine) -> String {
    [
        head(engine),
        lede(engine),
        format!(
            "<div class=\"areas\"><main class=\"areas__centre\" id=\"content\">{}</main></div>",
            list(engine)
        ),
        foot(engine),
    ]
    .concat()
}

fn head(engine: &Engine) -> String {
    let brand = escape(engine.words().brand);
    format!("<header class=\"head\"><a class=\"head__brand\" href=\"#/network\">{brand}</a></header>")
}

fn lede(engine: &Engine) -> String {
    let story = &engine.data().story;
    let (title, summary) = (escape(&story.title), escape(&story.summary));
    let counts = escape(&engine.counts());
    format!(
        "<section class=\"lede\"><h1>{title}</h1><p class=\"lede__summary\">{summary}</p>\
         <p class=\"lede__counts\">{counts}</p></section>"
    )
}

fn list(engine: &Engine) -> String {
    let words = engine.words();
    let list = engine.list(&Query::default());
    let total = words.list_total.replacen("{}", &list.rows.len().to_string(), 1);
    let total = escape(&total.replacen("{}", &list.of.to_string(), 1));
    let (heading, caption) = (escape(words.sanctions), escape(words.sanctions_caption));
    let columns = Column::ALL.map(|column| format!("<th scope=\"col\">{}</th>", escape(column.label(words))));
    let rows: String = list.rows.iter().map(row).collect();
    format!(
        "<section class=\"list\" aria-labelledby=\"list-title\">\
         <div class=\"list__head\"><h2 id=\"list-title\">{heading}</h2><p class=\"list__total\">{total}</p></div>\
         <table class=\"rows rows--list\"><caption class=\"out\">{caption}</caption>\
         <thead><tr>{}</tr></thead><tbody>{rows}</tbody></table></section>",
        columns.concat()
    )
}

fn row(it: &Listing) -> String {
    format!(
        "<tr class=\"row row--{}\"><td class=\"row__target\"><span class=\"row__name\">{}</span>\
         <span class=\"row__detail\">{}</span></td><td>{}</td><td>{}</td><td>{}</td>\
         <td><span class=\"badge badge--{}\">{}</span></td><td class=\"row__date\">{}</td></tr>",
        it.naming.key(),
        escape(&it.target),
        escape(&it.detail),
        escape(it.kind),
        escape(&it.reason),
        escape(&it.authority),
        it.status.key(),
        escape(it.status_label),
        escape(&it.listed),
    )
}

fn foot(engine: &Engine) -> String {
    let words = engine.words();
    let link = |format: &crate::export::Format| {
        format!("<a href=\"data/{}\">{}</a>", escape(&format.file()), escape((format.label)(words)))
    };
    let links: Vec<_> = FORMATS.iter().map(link).collect();
    format!(
        "<footer class=\"foot\"><p class=\"foot__data\"><span>{}</span> {}</p><p>{}</p></footer>",
        escape(words.data),
        links.join(" "),
        escape(words.data_privacy)
    )
}
