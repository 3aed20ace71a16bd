//! The legend: what colours, shapes and tails mean.

use super::stage::Stage;
use crate::model::{Keyed, QuadClass, Status};
use crate::ui::dom::{El, el};
use crate::words;

/// What the marks mean, in words.
pub(super) fn legend(stage: Stage) -> El {
    let (own, words) = (words::timeline(), stage.state.words());
    let entry = |sample: El, text: &str| {
        el("li", "timeline__key").child(sample.attr("aria-hidden", "true")).child(el("span", "").text(text))
    };
    let mark = |look: &str| el("span", &format!("mark {look}"));
    let shape = |look: &str, text: &str| entry(mark(&format!("tone--ink {look}")), text);
    let tail = |look: &str| el("span", &format!("timeline__sample {look}")).child(mark("tone--ink"));
    let classes = QuadClass::ALL.map(Keyed::key).into_iter().chain(["relation", "remark"]);
    let classes =
        classes.map(|key| entry(mark(&format!("tone--{key}")), words.passed(key).unwrap_or_default()));
    let group = |name: &str, entries: Vec<El>| {
        let list = el("ul", "timeline__keys").attr("aria-label", name).children(entries);
        el("div", "timeline__key-group")
            .child(el("span", "timeline__label").attr("aria-hidden", "true").text(name))
            .child(list)
    };
    el("div", "timeline__legend").attr("role", "group").attr("aria-label", own.legend).children([
        group(own.legend_colour, classes.chain([entry(mark("tone--by-then"), own.legend_bar)]).collect()),
        group(
            own.legend_shape,
            vec![
                shape("", own.legend_established),
                shape("mark--said", own.only_said),
                shape("mark--hollow", own.legend_hollow),
                shape("mark--said mark--denied", words.status(Status::Denied)),
                shape("mark--gap", own.legend_gap),
            ],
        ),
        group(
            own.legend_time,
            vec![
                shape("", own.legend_day),
                entry(mark("tone--ink").attr("data-within", ""), own.legend_within),
                entry(tail("timeline__sample--until"), own.legend_until),
                entry(tail("timeline__sample--since"), own.legend_since),
            ],
        ),
    ])
}
