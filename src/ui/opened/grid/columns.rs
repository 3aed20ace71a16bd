//! Which columns of an opened list there is room for.

use crate::seam::Heading;

/// The room between columns, in px.
const GAP: f64 = 12.0;

/// What a column needs, and how much sooner than others it is shown where there is little room.
struct Width {
    key: &'static str,
    /// The least width in px, and its share of what is left.
    least: f64,
    share: f64,
    rank: u8,
}

const WIDTHS: &[Width] = &[
    Width { key: "target", least: 230.0, share: 3.0, rank: 0 },
    Width { key: "listing", least: 92.0, share: 0.3, rank: 1 },
    Width { key: "programme", least: 110.0, share: 1.2, rank: 2 },
    Width { key: "country", least: 110.0, share: 1.2, rank: 3 },
    Width { key: "listed", least: 112.0, share: 0.3, rank: 4 },
    Width { key: "kind", least: 104.0, share: 0.6, rank: 5 },
    Width { key: "degree", least: 78.0, share: 0.2, rank: 6 },
    Width { key: "authority", least: 130.0, share: 1.2, rank: 7 },
    Width { key: "measure", least: 120.0, share: 1.2, rank: 8 },
    Width { key: "ended", least: 104.0, share: 0.3, rank: 9 },
    Width { key: "list", least: 80.0, share: 0.4, rank: 10 },
];

fn width(key: &str) -> &'static Width {
    const OTHER: &Width = &Width { key: "", least: 110.0, share: 1.0, rank: 11 };
    WIDTHS.iter().find(|it| it.key == key).unwrap_or(OTHER)
}

/// The columns that fit into a room of so many px, in their order: places in the headings. Where rows are `tall`, all
/// that they say stands in the first.
pub(super) fn that_fit(headings: &[Heading], room: f64, tall: bool) -> Vec<usize> {
    let mut ranked: Vec<_> = headings.iter().enumerate().collect();
    ranked.sort_by_key(|(_, it)| width(&it.key).rank);
    let mut left = room;
    let mut shown = Vec::new();
    for (nth, it) in ranked {
        left -= width(&it.key).least + GAP;
        // The first is there in any case.
        if left >= 0.0 || nth == 0 {
            shown.push(nth);
        }
    }
    shown.sort_unstable();
    if tall {
        shown.truncate(1);
    }
    shown
}

/// What is said before a cell that stands among others without its heading: a date or a number alone says nothing.
pub(super) fn label(heading: &Heading) -> Option<String> {
    let is_bare = matches!(heading.key.as_str(), "listed" | "ended" | "degree");
    is_bare.then(|| heading.label.to_lowercase())
}

/// Those columns as a template of CSS.
pub(super) fn template(headings: &[Heading], shown: &[usize]) -> String {
    let widths = shown.iter().filter_map(|nth| headings.get(*nth)).map(|it| width(&it.key));
    let columns: Vec<_> = widths.map(|it| format!("minmax({}px, {}fr)", it.least, it.share)).collect();
    columns.join(" ")
}
