//! Newtype ids: the index of a record in its dataset.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(u32);

        impl $name {
            /// The id of the record at `index` of its table.
            pub const fn new(index: u32) -> Self {
                Self(index)
            }

            /// The place of the record in its table, counted from 0.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// A [`super::Source`] of a dataset.
    SourceId,
    /// An [`super::Actor`] of a dataset.
    ActorId,
    /// A [`super::Fact`] of a dataset.
    FactId,
    /// A [`super::Designation`] of a dataset.
    DesignationId,
    /// A [`super::Group`] of designations of a dataset.
    GroupId,
    /// A [`super::Side`] of a dataset.
    SideId,
    /// A [`super::Place`] of a dataset.
    PlaceId,
    /// A [`super::Topic`] of a dataset.
    TopicId,
}
