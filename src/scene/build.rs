//! The display list for one camera.

use crate::graph::geometry::{Point, Rect};
use crate::graph::{ClusterKind, Edge, EdgeId, LabelSide, Network, NodeId, Positions, Way, measure};
use crate::model::{Dataset, Naming};

use super::stage::{Body, bodies, curve, leaves, shrink};
use super::{
    Badge, Camera, Curve, EdgeLook, EdgeShape, GroundShape, Head, Label, NodeShape, Outline, Routes, Stroke,
    Viewport, ground,
};

/// How long the head of an arrow is.
const HEAD: f32 = 7.5;

/// What is drawn: grounds first, then edges, nodes, labels.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The room it was made for.
    pub viewport: Viewport,
    /// The grounds of clusters with two members and more.
    pub grounds: Vec<GroundShape>,
    /// The edges, by id.
    pub edges: Vec<EdgeShape>,
    /// The nodes, by id.
    pub nodes: Vec<NodeShape>,
    /// The labels, one a node, by id.
    pub labels: Vec<Label>,
}

impl Scene {
    /// The shapes of a network that stands so, seen through a camera.
    pub fn new(
        network: &Network,
        data: &Dataset,
        positions: &Positions,
        routes: &Routes,
        camera: &Camera,
        viewport: &Viewport,
    ) -> Self {
        let bodies = bodies(network, data, positions, camera, viewport);
        let mut scene = Self {
            viewport: *viewport,
            grounds: Vec::new(),
            edges: Vec::new(),
            nodes: nodes(network, data, &bodies),
            labels: labels(network, data, &bodies, routes),
        };
        scene.show_labels(&bodies, camera.scale);
        for (id, edge) in network.edge_ids().zip(&network.edges) {
            scene.edges.extend(edge_shape(
                id,
                edge,
                &bodies,
                routes.bend(network, edge),
                shrink(camera.scale),
            ));
        }
        scene.place_badges(network);
        scene.add_grounds(network, &bodies);
        scene
    }

    /// The box around all that is drawn, whether or not it fits the viewport.
    pub fn bounds(&self) -> Rect {
        let labels = self.labels.iter().filter(|label| label.shown).map(|label| label.area);
        let nodes = self.nodes.iter().map(|node| Rect::around(node.at, 2.0 * node.radius, 2.0 * node.radius));
        let grounds = self.grounds.iter().flat_map(|ground| ground.corners.iter().map(Curve::area));
        labels.chain(nodes).chain(grounds).fold(Rect::NOTHING, |all, area| all.with(&area))
    }

    /// The camera that shows a whole network with a margin, magnified at most to `largest`.
    pub fn fit(
        network: &Network,
        data: &Dataset,
        positions: &Positions,
        routes: &Routes,
        viewport: &Viewport,
        margin: f32,
        largest: f32,
    ) -> Camera {
        // Labels keep their size, so how much room all takes depends on the scale.
        let mut camera = Camera { scale: largest, ..Camera::default() };
        for _ in 0..8 {
            let seen = Self::new(network, data, positions, routes, &camera, viewport).bounds();
            let corner = camera.to_plane(Point::new(seen.left, seen.top), viewport);
            let opposite = camera.to_plane(Point::new(seen.right, seen.bottom), viewport);
            let bounds = Rect { left: corner.x, top: corner.y, right: opposite.x, bottom: opposite.y };
            camera = Camera::fit(&bounds, viewport, margin, largest);
        }
        camera
    }

    /// Shows the labels that have room, the most important first; one that has none on its own side
    /// may find some on another.
    fn show_labels(&mut self, bodies: &[Option<Body<'_>>], scale: f32) {
        // From afar fewer labels say more: each needs some air, and none looks for another side.
        let (air, turns): (f32, &[bool]) = if scale < 0.75 { (4.0, &[true]) } else { (0.0, &[true, false]) };
        let mut order: Vec<usize> = (0..self.labels.len()).collect();
        crate::order::sort_by_key(&mut order, |&index| {
            let priority = self.labels.get(index).map_or(0, |label| label.priority);
            (core::cmp::Reverse(priority), index)
        });
        let mut taken: Vec<(NodeId, Rect)> = self
            .nodes
            .iter()
            .map(|node| (node.id, Rect::around(node.at, 2.0 * node.radius, 2.0 * node.radius)))
            .collect();
        for &own_side in turns {
            for &index in &order {
                let Some(label) = self.labels.get_mut(index).filter(|label| !label.shown) else { continue };
                let Some(Some(body)) = bodies.get(label.id.index()) else { continue };
                let free = |side: &LabelSide| {
                    let area = body.label(*side).grown(air);
                    !taken.iter().any(|(id, other)| *id != label.id && other.meets(&area))
                };
                let side = if own_side {
                    Some(label.side).filter(free)
                } else {
                    LabelSide::ALL.into_iter().find(free)
                };
                if let Some(side) = side {
                    (label.side, label.shown) = (side, true);
                    (label.at, label.area) = (body.anchor(side), body.label(side));
                    taken.push((label.id, label.area));
                }
            }
        }
    }

    /// Puts the counts where they hit no label, no node and no other count.
    fn place_badges(&mut self, network: &Network) {
        let mut taken: Vec<Rect> =
            self.labels.iter().filter(|label| label.shown).map(|label| label.area).collect();
        taken.extend(
            self.nodes.iter().map(|node| Rect::around(node.at, 2.0 * node.radius, 2.0 * node.radius)),
        );
        for shape in &mut self.edges {
            // A designation and the one measure that imposes it are one act: no number for them.
            let Some(edge) = network.edge(shape.id).filter(|edge| edge.badged()) else { continue };
            let count = edge.count();
            let place = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72].into_iter().find_map(|t| {
                let at = shape.curve.at(t);
                let area = Rect::around(at, 15.0, 13.0);
                (!taken.iter().any(|other| other.meets(&area))).then_some((at, area))
            });
            if let Some((at, area)) = place {
                taken.push(area);
                shape.badge = Some(Badge { at, count: count as u32 });
            }
        }
    }

    fn add_grounds(&mut self, network: &Network, bodies: &[Option<Body<'_>>]) {
        for (id, cluster) in (0..).map(crate::graph::ClusterId::new).zip(&network.clusters) {
            if cluster.kind == ClusterKind::Loose || cluster.members.len() < 2 {
                continue;
            }
            let mut areas: Vec<Rect> = cluster
                .members
                .iter()
                .filter_map(|id| {
                    let body = bodies.get(id.index())?.as_ref()?;
                    let label = self.labels.iter().find(|label| label.id == *id)?;
                    Some(if label.shown { body.shape().with(&label.area) } else { body.shape() })
                })
                .collect();
            let lines = measure::ground_lines(&cluster.label);
            let candidates = ground::label_areas(&areas, measure::ground_label_size(&lines));
            let best = candidates
                .into_iter()
                .enumerate()
                .map(|(rank, area)| (self.ground_label_price(&area) + rank as f32 * 0.3, area))
                .min_by(|a, b| a.0.total_cmp(&b.0));
            let Some((price, label_area)) = best else { continue };
            let label_shown = price < 100.0;
            if label_shown {
                areas.push(label_area);
            }
            self.grounds.push(GroundShape {
                id,
                corners: ground::outline(&areas),
                label: lines.into_iter().map(str::to_owned).collect(),
                label_at: Point::new(label_area.centre().x, label_area.top + 10.0),
                label_area,
                label_shown,
            });
        }
    }

    fn ground_label_price(&self, area: &Rect) -> f32 {
        let near = area.grown(1.0);
        let labels = self.labels.iter().filter(|label| label.shown && label.area.meets(&near)).count();
        let nodes = self
            .nodes
            .iter()
            .filter(|node| Rect::around(node.at, 2.0 * node.radius, 2.0 * node.radius).meets(&near))
            .count();
        let grounds = self.grounds.iter().filter(|ground| ground.label_area.meets(&near)).count();
        let edges = self.edges.iter().filter(|edge| super::pick::curve_hits(&edge.curve, area)).count();
        100.0 * (labels + nodes + grounds) as f32 + 2.0 * edges as f32
    }
}

fn nodes(network: &Network, data: &Dataset, bodies: &[Option<Body<'_>>]) -> Vec<NodeShape> {
    let shape = |((id, node), body): ((NodeId, &crate::graph::Node), &Option<Body<'_>>)| {
        let actor = data.actors.get(node.actor.index())?;
        let body = body.as_ref()?;
        Some(NodeShape {
            id,
            at: body.at,
            radius: body.radius,
            outline: Outline::of(actor.kind),
            naming: actor.naming,
        })
    };
    network.node_ids().zip(&network.nodes).zip(bodies).filter_map(shape).collect()
}

fn labels(network: &Network, data: &Dataset, bodies: &[Option<Body<'_>>], routes: &Routes) -> Vec<Label> {
    let label = |((id, node), body): ((NodeId, &crate::graph::Node), &Option<Body<'_>>)| {
        let actor = data.actors.get(node.actor.index())?;
        let body = body.as_ref()?;
        let side = routes.side(node.actor);
        let known = match actor.naming {
            Naming::Named => 8,
            Naming::ByOffice => 4,
            Naming::Unnamed => 0,
        };
        Some(Label {
            id,
            lines: body.lines.iter().map(|line| (*line).to_owned()).collect(),
            side,
            at: body.anchor(side),
            area: body.label(side),
            priority: node.degree + known,
            shown: false,
        })
    };
    network.node_ids().zip(&network.nodes).zip(bodies).filter_map(label).collect()
}

fn edge_shape(
    id: EdgeId,
    edge: &Edge,
    bodies: &[Option<Body<'_>>],
    bend: f32,
    shrink: f32,
) -> Option<EdgeShape> {
    let [one, other] = edge.ends.map(|end| bodies.get(end.index()).and_then(Option::as_ref));
    let (one, other) = (one?, other?);
    let whole = curve(one.at, other.at, bend);
    let width = if edge.relation() { 1.0 } else { 1.2 + 0.35 * (edge.count().min(9) as f32 - 1.0) };
    let length = (HEAD + width * 0.9) * shrink;
    // How far from its end at a body the line is drawn, and the head that sits between.
    let end = |line: &Curve, reach: f32, way: Option<Way>| {
        let tip = leaves(line, reach);
        if way.is_none() {
            return (tip, None);
        }
        let base = leaves(line, reach + length);
        (base, Some(arrow(line.at(tip), line.at(base), length)))
    };
    let [there, returned] = edge.ways;
    let (first, tail) = end(&whole, one.reach(), returned);
    let (last, head) = end(&whole.reversed(), other.reach(), there);
    let curve = whole.part(first, (1.0 - last).max(first));
    let stroke = |curve: Curve, way: Option<Way>, head: Option<Head>| Stroke {
        curve,
        look: match way {
            Some(Way { quad: Some(quad), .. }) => EdgeLook::Quad(quad),
            Some(_) => EdgeLook::Plain,
            None => EdgeLook::Relation,
        },
        stated: way.map_or(edge.stated_only, |way| way.stated_only),
        head,
    };
    let strokes = match edge.ways {
        [Some(_), Some(_)] => vec![
            stroke(curve.part(0.5, 1.0), there, head),
            stroke(curve.part(0.0, 0.5).reversed(), returned, tail),
        ],
        [None, Some(_)] => vec![stroke(curve.reversed(), returned, tail)],
        [_, None] => vec![stroke(curve, there, head)],
    };
    Some(EdgeShape { id, curve, strokes, width: width * shrink, badge: None })
}

impl Edge {
    /// Whether a number tells how much it gathers.
    fn badged(&self) -> bool {
        !self.relation() && self.facts.len().max(self.designations.len()) > 1
    }
}

fn arrow(tip: Point, base: Point, length: f32) -> Head {
    let way = tip.minus(base).unit();
    let aside = way.turned().times(length * 0.42);
    let back = tip.minus(way.times(length));
    [tip, back.plus(aside), back.minus(aside)]
}

impl Label {
    /// The `text-anchor` of its text.
    pub const fn anchor(&self) -> &'static str {
        match self.side {
            LabelSide::Below | LabelSide::Above => "middle",
            LabelSide::Right => "start",
            LabelSide::Left => "end",
        }
    }
}
