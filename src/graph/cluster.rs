//! Clusters: actors that stand together on one ground.

use crate::model::{Dataset, GroupId, SideId};

use super::NodeId;

/// A [`Cluster`] of a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClusterId(u32);

impl ClusterId {
    /// The id of the cluster at `index`.
    pub const fn new(index: u32) -> Self {
        Self(index)
    }

    /// The place of the cluster in its network, counted from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Actors that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// The key of the side or group; empty for the loose ones.
    pub key: String,
    /// The label for readers; empty for the loose ones.
    pub label: String,
    /// What holds them together.
    pub kind: ClusterKind,
    /// Who belongs to it, in order.
    pub members: Vec<NodeId>,
}

/// What holds a cluster together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClusterKind {
    /// A side of the story.
    Side(SideId),
    /// Targets that one authority listed for one reason.
    Group(GroupId),
    /// Nothing: each stands for itself and has no ground.
    Loose,
}

impl ClusterKind {
    /// What holds each actor of the dataset to others: its designation, else its side.
    ///
    /// All designations count, not only those that a query leaves: filtering moves nobody.
    pub(super) fn of_actors(data: &Dataset) -> Vec<Self> {
        let mut kinds: Vec<Self> =
            data.actors.iter().map(|actor| actor.side.map_or(Self::Loose, Self::Side)).collect();
        for designation in data.designations.iter().rev() {
            if let Some(kind) = kinds.get_mut(designation.target.index()) {
                *kind = Self::Group(designation.group);
            }
        }
        kinds
    }

    pub(super) fn key_and_label(self, data: &Dataset) -> (String, String) {
        let (key, label) = match self {
            Self::Side(id) => (&data[id].key, &data[id].label),
            Self::Group(id) => (&data[id].key, &data[id].label),
            Self::Loose => return Default::default(),
        };
        (key.clone(), label.clone())
    }
}
