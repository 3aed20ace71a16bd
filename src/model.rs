//! The words of the house as types: sources, evidence, actors, facts, designations.
//!
//! A [`Dataset`] is immutable once made. Records refer to each other by small ids that are valid
//! for their own dataset only; a record's `key` is the stable name that stands in addresses and in
//! published data. The model is deliberately free of any file format: `story`, which is there natively
//! only, reads TOML into it, and [`crate::export`] writes it out.

mod actor;
mod dataset;
mod date;
mod days;
mod designation;
mod fact;
mod id;
mod keyed;
mod late;
mod packing;
mod safe_url;
mod source;
mod voice;

pub use actor::{Actor, ActorKind, Naming, Side};
pub use dataset::{Dataset, Place, Record, Story, Topic};
pub use date::{Basis, Date, DateError, Weekday, When};
pub use designation::{Counts, Designation, Group, ListingStatus};
pub use fact::{
    Attribution, EventType, Fact, FactKind, Link, LinkKind, QuadClass, RelationType, Standing, Status,
};
pub use id::{ActorId, DesignationId, FactId, GroupId, PlaceId, SideId, SourceId, TopicId};
pub use keyed::Keyed;
pub use late::{Late, MayBeLate};
pub use packing::{complete, rest};
pub use safe_url::SafeUrl;
pub use source::{At, Evidence, Exact, Hash, Paragraph, ParagraphKind, Source};
