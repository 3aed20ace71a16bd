//! Parts that are shown twice: as text in the page as it arrives (`site`), and by the app once it is there (`ui`). Each is
//! written once, over any kind of element, so that nothing moves when the one takes the other's place.

use crate::model::Keyed;
use crate::query::Column;
use crate::seam::Row;
use crate::words::{self, Words};

/// An element of a page: text on its way into a file, or something that a browser shows.
pub(crate) trait Element: Sized {
    /// An element; no class where `class` is empty.
    fn new(tag: &'static str, class: &str) -> Self;

    /// An attribute that stays.
    fn attr(self, name: &'static str, value: &str) -> Self;

    /// A text, after what is there already.
    fn text(self, text: &str) -> Self;

    /// A child, after what is there already.
    fn child(self, child: Self) -> Self;

    /// Children.
    fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }
}

/// The head of a list: its title, which labels it by `id`; how much of it there is, filled in by `total`; what can be done.
pub(crate) fn list_head<E: Element>(
    id: &str,
    title: &str,
    total: impl FnOnce(E) -> E,
    tools: impl IntoIterator<Item = E>,
) -> E {
    E::new("div", "list__head").children([
        E::new("h2", "").attr("id", id).text(title),
        total(E::new("p", "list__total").attr("role", "status")),
        E::new("div", "list__tools").children(tools),
    ])
}

/// The table of the sanctions list: what stands in the heading of each column, and the rows.
pub(crate) fn list_table<E: Element>(
    heading: impl FnMut(Column) -> E,
    rows: impl IntoIterator<Item = E>,
) -> E {
    E::new("table", "rows rows--list").children([
        E::new("caption", "out").text(words::list().caption),
        head_row(Column::ALL.map(heading)),
        E::new("tbody", "").children(rows),
    ])
}

/// The head of a table.
pub(crate) fn head_row<E: Element>(headings: impl IntoIterator<Item = E>) -> E {
    E::new("thead", "").child(E::new("tr", "").children(headings))
}

/// The class of a row of the sanctions list.
pub(crate) fn list_row_class(it: &Row) -> String {
    format!("row row--{}", it.naming.key())
}

/// The cells of a row of the sanctions list; `target` is the target's name, with what it leads to, `says` who says so.
pub(crate) fn list_cells<E: Element>(it: &Row, target: E, says: Option<E>) -> Vec<E> {
    let detail = E::new("span", "row__detail").text(&it.detail);
    let target = E::new("td", "row__target").child(target).child(detail).children(says);
    let others = Column::ALL.into_iter().skip(1).zip(&it.cells).map(|(column, text)| match column {
        Column::Status => {
            let badge = E::new("span", &format!("badge badge--{}", it.status));
            E::new("td", "").child(badge.text(text))
        }
        Column::Listed => E::new("td", "row__date").text(text),
        _ => E::new("td", "").text(text),
    });
    [target].into_iter().chain(others).collect()
}

/// The legend of the network: entries for what passes, then what dashes and hollow shapes mean.
pub(crate) fn legend<E: Element>(words: &Words, label: &str, entries: impl IntoIterator<Item = E>) -> E {
    let key = |class: &str, text: &str| E::new("li", "legend__key").child(swatch(class)).text(text);
    E::new("ul", "legend")
        .attr("aria-label", label)
        .children(entries.into_iter().map(|entry| E::new("li", "").child(entry)))
        .child(key("stated", words.legend_stated))
        .child(key("hollow", words.legend_unnamed))
}

/// What a line of the network looks like.
pub(crate) fn swatch<E: Element>(class: &str) -> E {
    E::new("span", &format!("swatch swatch--{class}"))
}
