//! The evidence panel of an opened list: all that is known of an entry, and the words of the file that say it.

use super::super::browser;
use super::super::dom::{El, away, button, el, link, run, slot};
use super::super::live::{Derived, Live};
use super::desk::Desk;
use super::number;
use crate::model::SafeUrl;
use crate::query::{ActorKey, OpenedQuery, Query, Room};
use crate::seam::{Dossier, Item, Piece, Section, Spot, Term, ask};
use crate::words::{EN, apart, dossier, filled, opening as words};

/// So many places of an entry are shown before a reader asks for the others.
const SPOTS: usize = 3;

/// The panel on the right; on a phone, a sheet from below.
pub(super) fn panel(desk: Desk) -> El {
    let selection = Derived::new(move || desk.query().selection);
    let found = Live::new(None::<Option<Box<Dossier>>>);
    run(Box::new(move || {
        // A list that was read again is asked again.
        let list = desk.list.get();
        if let Some(actor) = selection.get().filter(|_| list.is_some()) {
            desk.ask_for(ask::Dossier { actor: actor.to_string() }, found);
        }
    }));
    let class = move || match selection.with(Option::is_some) {
        true => "evidence evidence--open".to_owned(),
        false => "evidence evidence--start".to_owned(),
    };
    let content = move || {
        if selection.with(Option::is_none) {
            return start();
        }
        match found.get() {
            None => vec![el("p", "").text(words().loading)],
            Some(None) => missing(desk),
            Some(Some(it)) => dossier_of(desk, &it),
        }
    };
    el("aside", "")
        .class_of(class)
        .attr("id", "evidence")
        .attr("tabindex", "-1")
        .attr("aria-label", EN.evidence)
        .filled_of(content)
}

fn start() -> Vec<El> {
    vec![
        el("p", "evidence__kicker").text(EN.evidence),
        el("h2", "evidence__title").text(words().start),
        el("p", "start__help").text(words().start_help),
    ]
}

fn missing(desk: Desk) -> Vec<El> {
    vec![head(desk, EN.evidence), el("p", "").text(words().no_such)]
}

fn head(desk: Desk, kicker: &str) -> El {
    let close = button("quiet evidence__close", EN.close);
    let close = close.click(move || {
        desk.go(&desk.query_now().selecting(None));
        browser::focus_soon("grid");
    });
    el("div", "evidence__head").child(el("p", "evidence__kicker").text(kicker)).child(close)
}

fn dossier_of(desk: Desk, it: &Dossier) -> Vec<El> {
    let (own, told) = (words(), dossier());
    let key = ActorKey::parse(&it.key);
    let related = desk.list.with_untracked(|list| list.as_ref().is_some_and(|it| it.summary.relations > 0));
    let around = key.filter(|_| related).map(|key| {
        let to = move || OpenedQuery { room: Room::Network, around: vec![key.clone()], ..desk.query() };
        link("button", own.around_it, move || Desk::link(&to()))
    });
    let state = desk.state;
    let copy_link = button("button", EN.copy_link).click(move || {
        let fragment = state.query.with_untracked(Query::to_fragment);
        state.copy(browser::address(&fragment), told.copied_link);
    });
    let reference = it.reference.clone();
    let copy_reference = button("button", told.copy_reference)
        .click(move || state.copy(reference.clone(), told.copied_reference));
    let chain = it.chain.join(" → ");
    let terms = el("dl", "terms")
        .child(el("dt", "").text(own.says))
        .child(el("dd", "").text(&chain))
        .children(it.terms.iter().flat_map(|it| term(desk, it)));
    let mut all = vec![
        head(desk, &it.kicker),
        el("h2", "evidence__title").text(&it.title),
        terms,
        el("p", "acts").children(around).children([copy_link, copy_reference]),
    ];
    let (first, rest) = it.sections.split_at(it.sections.len().min(1));
    all.extend(first.iter().flat_map(|it| section(desk, it)));
    all.extend(stands(desk, it));
    all.extend(rest.iter().flat_map(|it| section(desk, it)));
    all
}

/// The places of an entry with the words of the file; those of the first are there at once.
fn stands(desk: Desk, it: &Dossier) -> Vec<El> {
    let own = words();
    let all = it.spots.clone();
    let whole = Live::new(false);
    let left = all.len().saturating_sub(SPOTS);
    let list = el("ol", "spots").filled_of(move || {
        let shown = if whole.get() { all.len() } else { SPOTS };
        all.iter()
            .take(shown)
            .enumerate()
            .map(|(nth, (place, spot))| one_spot(desk, nth, place, spot))
            .collect()
    });
    let more = slot(move || {
        let more = button("quiet", &filled(own.spot_more, &[&number(left as u64)]));
        (left > 0 && !whole.get()).then(|| more.click(move || whole.set(true)))
    });
    vec![el("h3", "evidence__section").text(own.stands), list, more]
}

fn one_spot(desk: Desk, nth: usize, place: &str, spot: &Spot) -> El {
    let own = words();
    let found = Live::new(None::<Result<String, String>>);
    let spot = spot.clone();
    let read = move || desk.ask_for(ask::Words { spot: spot.clone() }, found);
    if nth == 0 {
        read();
    }
    let shown = slot(move || match found.get() {
        Some(Ok(words)) => Some(el("pre", "spots__words").attr("tabindex", "0").text(words.trim_end())),
        Some(Err(why)) => Some(el("p", "spots__failed").text(&filled(own.words_failed, &[&why]))),
        None if nth == 0 => Some(el("p", "spots__failed").text(own.loading)),
        None => {
            let read = read.clone();
            Some(button("button", own.show_words).click(read))
        }
    });
    let mark = el("span", "spots__mark").text(&filled(own.place_mark, &[&(nth + 1).to_string()]));
    el("li", "spots__one").child(el("p", "spots__place").child(mark).text(" ").text(place)).child(shown)
}

fn section(desk: Desk, it: &Section) -> [El; 2] {
    let items = it.items.iter().map(|it| item(desk, it));
    [el("h3", "evidence__section").text(&it.heading), el("ul", "items").children(items)]
}

fn item(desk: Desk, it: &Item) -> El {
    let role = it.role.as_ref().map(|role| el("span", "card__role").text(role));
    let badge = it.badge.as_ref().map(|(key, label)| el("span", &format!("badge badge--{key}")).text(label));
    let mark = it.spot.map(|nth| {
        let nth = (nth + 1).to_string();
        el("span", "spots__mark").text(&filled(words().place_mark, &[&nth]))
    });
    let text = pieces(desk, el("p", "items__text"), &it.text);
    let terms = (!it.terms.is_empty())
        .then(|| el("dl", "terms terms--item").children(it.terms.iter().flat_map(|it| term(desk, it))));
    el("li", "items__one")
        .children(role)
        .child(text.children(badge.map(|it| el("span", "").text(" ").child(it))).children(mark))
        .children(terms)
}

fn term(desk: Desk, it: &Term) -> [El; 2] {
    let values =
        it.value.iter().map(|piece| pieces(desk, el("span", "terms__value"), core::slice::from_ref(piece)));
    [el("dt", "").text(&it.label), el("dd", "").children(values)]
}

/// Pieces of text, those that lead somewhere as links.
fn pieces(desk: Desk, into: El, all: &[Piece]) -> El {
    all.iter().enumerate().fold(into, |into, (nth, piece)| {
        let into = if nth > 0 { into.text(", ") } else { into };
        // Within a line with what the page says: an element of its own would not hold what a text ends too often.
        let text = apart(&piece.text);
        let actor = piece.actor.as_deref().and_then(ActorKey::parse);
        let url = piece.url.as_deref().and_then(SafeUrl::parse);
        let into = match (actor, url) {
            (Some(actor), _) => {
                into.child(link("", &text, move || Desk::link(&desk.query().selecting(Some(actor.clone())))))
            }
            (None, Some(url)) => into.child(away("", &text, &url)),
            (None, None) => into.text(&text),
        };
        match &piece.small {
            Some(small) => into.text(" ").child(el("small", "").text(&apart(small))),
            None => into,
        }
    })
}
