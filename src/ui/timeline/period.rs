//! The period as two dates to type or pick.

use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::stage::Stage;
use crate::model::Date;
use crate::query::Period;
use crate::timeline::End;
use crate::ui::dom::{El, button, el, slot, value_of};
use crate::words;

/// The two dates, and what clears them.
pub(super) fn inputs(stage: Stage) -> El {
    let own = words::timeline();
    let clear = slot(move || {
        let narrows = stage.state.query.with(|query| query.period.narrows());
        narrows.then(|| button("quiet", own.whole).click(move || stage.narrow(Period::default(), true)))
    });
    el("div", "timeline__period")
        .attr("role", "group")
        .attr("aria-label", own.axis)
        .child(el("span", "timeline__label").attr("aria-hidden", "true").text(own.axis))
        .child(input(stage, End::From))
        .child(input(stage, End::To))
        .child(clear)
        .child(el("p", "out").attr("id", "timeline-axis-help").text(own.axis_help))
}

fn input(stage: Stage, end: End) -> El {
    let own = words::timeline();
    let (label, name) = match end {
        End::From => (own.from, own.first_day),
        End::To => (own.to, own.last_day),
    };
    let shown = move || {
        let period = stage.period();
        let date = match end {
            End::From => period.from.map(Date::first),
            End::To => period.to.map(Date::last),
        };
        Some(date.map_or_else(String::new, |date| date.to_string()))
    };
    let input = el("input", "timeline__date")
        .attr("type", "date")
        .attr("aria-label", name)
        .input_of(shown)
        .on("change", move |event| take(stage, end, &value_of(event)))
        // A date that is typed is whole when the reader leaves it, or says so.
        .on("keydown", move |event| {
            let enter = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Enter");
            if enter {
                take(stage, end, &value_of(event));
            }
        });
    el("label", "timeline__end").child(el("span", "").attr("aria-hidden", "true").text(label)).child(input)
}

/// Narrows to a date that was typed or picked; where the ends would change places, the other comes along.
fn take(stage: Stage, end: End, text: &str) {
    let date: Option<Date> = text.parse().ok();
    // While a year is typed, browsers tell of the years 2, 20 and 202.
    if date.is_some_and(|date| date.year() < 1000) || (date.is_none() && !text.is_empty()) {
        return;
    }
    let now = stage.state.query.with_untracked(|query| query.period);
    let mut next = match end {
        End::From => Period { from: date, ..now },
        End::To => Period { to: date, ..now },
    };
    if let (Some(from), Some(to)) = (next.from, next.to)
        && from.first() > to.last()
    {
        next = Period { from: date, to: date };
    }
    stage.narrow(next, true);
}
