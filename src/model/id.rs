//! Newtype ids: the index of a record in its dataset.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl crate::pack::Pack for $name {
            fn pack(&self, to: &mut Vec<u8>) {
                self.0.pack(to);
            }

            fn unpack(from: &mut crate::pack::Reader<'_>) -> Self {
                Self(crate::pack::Pack::unpack(from))
            }
        }

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
