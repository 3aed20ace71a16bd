//! The page's own words, in one catalogue: what is told to a reader, in one language.
//!
//! Facts carry their own language and do not stand here. A text with `{}` takes one value.

mod dossier;
mod en;
mod import;
mod lines;
mod list;
mod opened;
mod opening;
mod paths;
mod published;
mod search;
mod sources;
mod statements;
mod timeline;

use crate::model::{ActorKind, Date, EventType, ListingStatus, Naming, QuadClass, Status};
use crate::query::View;

pub use crate::apart::apart;
pub use dossier::{DossierWords, dossier};
pub use en::EN;
pub use import::{ImportWords, import};
pub use lines::{LineWords, lines};
pub use list::{ListWords, list};
pub use opened::{OpenedWords, opened};
pub use opening::{OpeningWords, opening};
pub use paths::{PathWords, paths};
pub use published::{PublishedWords, published};
pub use search::{SearchWords, search};
pub use sources::{SourceWords, sources};
pub use statements::{StatementWords, statements};
pub use timeline::{TimelineWords, timeline};

/// The catalogue of one language.
#[expect(missing_docs, reason = "each field is the place of the text that its name says")]
pub struct Words {
    pub brand: &'static str,
    pub skip: &'static str,
    pub nav: &'static str,
    pub nav_network: &'static str,
    pub nav_sanctions: &'static str,
    pub nav_timeline: &'static str,
    pub nav_statements: &'static str,
    pub nav_sources: &'static str,
    pub nav_opened: &'static str,
    pub later_coming: &'static str,
    pub later_failed: &'static str,
    pub later_again: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub search: &'static str,
    pub search_what: &'static str,
    pub share: &'static str,
    pub shared: &'static str,
    pub copy_failed: &'static str,
    pub count_actors: [&'static str; 2],
    pub count_facts: [&'static str; 2],
    pub count_designations: [&'static str; 2],
    pub count_links: [&'static str; 2],

    pub filters: &'static str,
    pub filters_show: &'static str,
    pub filter_text: &'static str,
    pub chips: &'static str,
    pub chip_remove: &'static str,
    pub chip_text: &'static str,
    pub chip_focus: &'static str,
    pub chip_period: &'static str,
    pub clear_all: &'static str,
    pub facet_passed: &'static str,
    pub facet_status: &'static str,
    pub facet_side: &'static str,
    pub facet_topic: &'static str,
    pub facet_speaker_side: &'static str,
    pub facet_rests: &'static str,
    pub facet_listing: &'static str,
    pub facet_target: &'static str,
    pub facet_naming: &'static str,
    pub facet_group: &'static str,
    pub facet_authority: &'static str,
    pub facet_country: &'static str,
    pub no_country: &'static str,
    pub disputed: &'static str,
    pub alone: &'static str,

    pub network: &'static str,
    pub network_help: &'static str,
    pub network_empty: &'static str,
    pub network_drawing: &'static str,
    pub network_table: &'static str,
    pub network_focus: &'static str,
    pub network_unfocus: &'static str,
    pub network_unpin: &'static str,
    pub legend: &'static str,
    pub legend_stated: &'static str,
    pub legend_unnamed: &'static str,
    pub zoom_in: &'static str,
    pub zoom_out: &'static str,
    pub zoom_fit: &'static str,

    pub list_others: &'static str,

    pub evidence: &'static str,
    pub close: &'static str,
    pub evidence_start: &'static str,
    pub evidence_start_help: &'static str,
    pub term_says: &'static str,
    pub term_event: &'static str,
    pub section_sources: &'static str,
    pub copy_link: &'static str,
    pub own_voice: &'static str,
    pub report_of: &'static str,

    pub notice_too_long: &'static str,
    pub notice_view: &'static str,
    pub notice_part: &'static str,
    pub notice_unknown: &'static str,
    pub notice_close: &'static str,
    pub crash_title: &'static str,
    pub crash_text: &'static str,
    pub crash_reload: &'static str,

    months: [&'static str; 12],
    actor_kinds: [&'static str; 6],
    statuses: [&'static str; 7],
    countries: &'static [(&'static str, &'static str)],
    namings: [&'static str; 3],
    listings: [&'static str; 3],
    quads: [&'static str; 4],
    relation: &'static str,
    remark: &'static str,
    events: [&'static str; 16],
}

fn nth<T: PartialEq>(all: &[T], it: T, labels: &[&'static str]) -> &'static str {
    let labelled = all.iter().zip(labels).find(|(one, _)| **one == it);
    labelled.map_or("", |(_, label)| label)
}

/// A text of the catalogue with its values, each in the place of one `{}`. A value is never filled again.
pub fn filled(text: &str, values: &[&str]) -> String {
    let mut filled = String::new();
    let mut values = values.iter();
    // By letters: std's search for a text weighs 3 kB, and this is in the first look.
    for part in text.split_inclusive('}') {
        match part.strip_suffix("{}") {
            Some(part) => {
                filled.push_str(part);
                filled.push_str(values.next().copied().unwrap_or_default());
            }
            None => filled.push_str(part),
        }
    }
    filled
}

impl Words {
    /// The name of a view.
    pub const fn view(&self, view: View) -> &'static str {
        match view {
            View::Network => self.nav_network,
            View::Sanctions => self.nav_sanctions,
            View::Timeline => self.nav_timeline,
            View::Statements => self.nav_statements,
            View::Sources => self.nav_sources,
            View::Opened => self.nav_opened,
        }
    }

    /// "12 designations": the number with the form of the noun that it takes.
    pub fn count(&self, number: usize, noun: [&'static str; 2]) -> String {
        let [one, many] = noun;
        format!("{number} {}", if number == 1 { one } else { many })
    }

    /// A date as precise as it is known: "21 September 2023", "September 2023", "2023".
    pub fn date(&self, date: Date) -> String {
        self.written_date(date, false)
    }

    /// The same with a short month: "21 Sep 2023".
    pub fn short_date(&self, date: Date) -> String {
        self.written_date(date, true)
    }

    /// The short name of a month alone: "Sep"; nothing where only the year is known.
    pub fn short_month(&self, date: Date) -> &'static str {
        let name = date.month().and_then(|month| self.months.get(usize::from(month) - 1));
        name.map_or("", |name| name.get(..3).unwrap_or(name))
    }

    fn written_date(&self, date: Date, short: bool) -> String {
        let month = date.month().and_then(|month| self.months.get(usize::from(month) - 1));
        let month = month.map(|name| if short { name.get(..3).unwrap_or(name) } else { name });
        match (month, date.day()) {
            (Some(month), Some(day)) => format!("{day} {month} {}", date.year()),
            (Some(month), None) => format!("{month} {}", date.year()),
            _ => date.year().to_string(),
        }
    }

    /// "person", "public body" …
    pub fn actor_kind(&self, it: ActorKind) -> &'static str {
        nth(&ActorKind::ALL, it, &self.actor_kinds)
    }

    /// "happened", "under discussion" …
    pub fn status(&self, it: Status) -> &'static str {
        nth(&Status::ALL, it, &self.statuses)
    }

    /// "named", "by office only", "not named".
    pub fn naming(&self, it: Naming) -> &'static str {
        nth(&Naming::ALL, it, &self.namings)
    }

    /// "imposed", "in force before", "under discussion".
    pub fn listing(&self, it: ListingStatus) -> &'static str {
        nth(&ListingStatus::ALL, it, &self.listings)
    }

    /// A quad class in plain words.
    pub fn quad_class(&self, it: QuadClass) -> &'static str {
        nth(&QuadClass::ALL, it, &self.quads)
    }

    /// A value of the facet `passed`: a quad class, `relation` or `remark`.
    pub fn passed(&self, key: &str) -> Option<&'static str> {
        use crate::model::Keyed;
        match key {
            "relation" => Some(self.relation),
            "remark" => Some(self.remark),
            _ => QuadClass::ALL.into_iter().find(|it| it.key() == key).map(|it| self.quad_class(it)),
        }
    }

    /// A PLOVER event type in plain words.
    pub fn event_type(&self, it: EventType) -> &'static str {
        nth(&EventType::ALL, it, &self.events)
    }

    /// The name of a country by its ISO 3166-1 alpha-2 code in lower case, where it is known here.
    pub fn country(&self, code: &str) -> Option<&'static str> {
        self.countries.iter().find(|(it, _)| *it == code).map(|(_, name)| *name)
    }
}
