//! The network of a story: who is joined to whom, and where everybody stands.
//!
//! [`Network`] is made from a dataset and the facts and designations that a query leaves; [`Layout`]
//! gives every actor of a network a place, the same one natively and in a browser. The module knows
//! no camera and no shapes: those are the business of [`crate::scene`].

pub mod geometry;
pub mod measure;
pub mod tree;

mod cluster;
pub(crate) mod extent;
mod layout;
mod network;
mod paths;
mod positions;
mod reach;
mod walk;

pub use cluster::{Cluster, ClusterId, ClusterKind};
pub use layout::{Layout, LayoutOptions};
pub use network::{Edge, EdgeId, Network, Node, NodeId, Way};
pub use paths::{Path, PathKind, Paths, Strength};
pub use positions::{LabelSide, Place, Positions};
pub use walk::Direction;
