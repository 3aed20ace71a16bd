//! The scene: a network seen through a camera, as a display list in screen px.
//!
//! [`Routes`] decide what must not jump while a reader moves the camera: how each edge bends and on
//! which side of its node each label stands. [`Scene::new`] then gives the shapes for one camera;
//! [`Emphasis`] says which of them stand out, without making them anew. The module knows no browser:
//! shapes are plain data that compare, and [`to_svg`] writes them as a static picture.
//!
//! Distances zoom, sizes do not: nodes and labels keep their size at every scale.

mod build;
mod camera;
mod emphasis;
mod gesture;
mod ground;
mod pick;
mod places;
mod quality;
mod routes;
mod shapes;
mod stage;
mod svg;

pub use build::Scene;
pub use camera::{Camera, Viewport};
pub use emphasis::{Emphasis, Item, Tone, Tones};
pub use gesture::{Action, Gestures};
pub use places::{Place, Places, Shape};
pub use quality::Quality;
pub use routes::Routes;
pub use shapes::{Badge, Curve, EdgeLook, EdgeShape, GroundShape, Head, Label, NodeShape, Outline, Stroke};
pub use svg::{px, to_svg};
