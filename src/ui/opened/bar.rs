//! Which list is open, how much there is of it, and its views.

use super::super::dom::{El, button, el, link};
use super::super::live::Derived;
use super::desk::{Desk, List, TITLE};
use super::open::{back, chooser, much};
use super::shelf::keeper;
use crate::query::Room;
use crate::seam::FileSummary;
use crate::words::opening as words;

/// The bar over the views of an opened list.
pub(super) fn bar(desk: Desk, open: &List, room: Derived<Room>) -> El {
    let own = words();
    let list = &open.summary;
    let tab = move |it: Room| {
        link("nav__link", own.room(it), move || Desk::link(&desk.query().viewing(it)))
            .attr_of("aria-current", move || (room.get() == it).then(|| "page".to_owned()))
    };
    let formats = list.files.iter().filter_map(|it| it.format.as_deref());
    let mut formats: Vec<_> = formats.collect();
    formats.dedup();
    let partly = list.files.iter().any(|it| it.stopped.is_some() || it.refused > 0);
    let partly = partly.then(|| {
        el("p", "dataset__partly")
            .child(link("", own.not_all, move || Desk::link(&desk.query().viewing(Room::Report))))
    });
    let is_guessed = |it: &FileSummary| it.table.as_ref().is_some_and(|it| !it.is_given);
    let guessed = list.files.iter().any(is_guessed).then(|| {
        el("p", "dataset__partly")
            .child(link("", own.guessed, move || Desk::link(&desk.query().viewing(Room::Report))))
    });
    el("section", "dataset").attr("aria-label", own.opened).children([
        el("div", "dataset__told")
            .child(el("p", "dataset__kicker").text(own.opened).text(" · ").text(&formats.join(", ")))
            .child(el("h1", "dataset__name").attr("id", TITLE).attr("tabindex", "-1").text(&list.name))
            .child(el("p", "dataset__much").text(&much(list)))
            .children(partly)
            .children(guessed),
        el("div", "dataset__ways").children([
            back(),
            chooser(desk, "button", own.another),
            keeper(desk, open),
            button("button", own.close_list).click(move || desk.close()),
        ]),
        el("nav", "dataset__rooms").attr("aria-label", own.rooms).children(Room::ALL.map(tab)),
    ])
}
