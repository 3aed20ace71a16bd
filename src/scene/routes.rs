//! Routes: how edges bend around what they do not belong to, and where labels stand.

use crate::graph::extent::Extent;
use crate::graph::geometry::{Point, Rect, cross};
use crate::graph::{ClusterKind, Edge, LabelSide, Network, Positions};
use crate::model::{ActorId, Dataset};
use crate::pack::{Pack, Reader, packed};

use super::stage::{Body, bodies, curve, leaves};
use super::{Camera, Curve, Viewport};

/// Into how many straight pieces a curve is cut to see what it hits.
const PIECES: usize = 10;

/// The bends that an edge tries, the straight one first.
const BENDS: [f32; 15] =
    [0.0, 0.05, -0.05, 0.1, -0.1, 0.16, -0.16, 0.23, -0.23, 0.31, -0.31, 0.4, -0.4, 0.5, -0.5];

/// What must not jump while the camera moves or a filter thins the network out: the bend of each edge,
/// the side of each label. They go by actors, so that they hold for a part of the network too.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Routes {
    /// Those that are bent.
    bends: Vec<Bend>,
    /// By the number of the actor.
    sides: Vec<LabelSide>,
}

/// How far the edge between two actors bows to the right of the way from the first to the second, as a
/// part of its length.
#[derive(Clone, Debug, PartialEq)]
struct Bend {
    ends: (ActorId, ActorId),
    bend: f32,
}

/// Packed as hundredths: all [`BENDS`] are some.
impl Pack for Bend {
    fn pack(&self, to: &mut Vec<u8>) {
        self.ends.pack(to);
        to.push((self.bend * 100.0).round() as i8 as u8);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        Self { ends: Pack::unpack(from), bend: f32::from(from.byte() as i8) / 100.0 }
    }
}

packed! {
    Routes { bends, sides }
}

/// What a route costs.
struct Price;

impl Price {
    const SHAPE: f32 = 40.0;
    const LABEL: f32 = 24.0;
    const CROSSING: f32 = 3.0;
    const BEND: f32 = 12.0;
    const BUNDLE: f32 = 3.0;
    /// Two lines that meet at a node anyway and cross on the way.
    const KNOT: f32 = 10.0;
}

impl Routes {
    /// The routes for a network that stands so and is seen at about that scale.
    pub fn of(network: &Network, data: &Dataset, positions: &Positions, scale: f32) -> Self {
        let camera = Camera { scale, ..Camera::default() };
        let bodies = bodies(network, data, positions, &camera, &Viewport::new(0.0, 0.0));
        let sides =
            bodies.iter().map(|body| body.as_ref().map_or_else(Default::default, |b| b.side)).collect();
        let mut router = Router::new(network, &bodies, sides);
        router.bend(false);
        router.bend(true);
        router.turn_labels();
        router.bend(true);
        let bends = network
            .edges
            .iter()
            .zip(&router.lines)
            .filter_map(|(edge, line)| Some(Bend { ends: actors(network, edge)?, bend: line.bend }))
            .filter(|it| it.bend != 0.0);
        let mut sides = vec![LabelSide::default(); data.actors.len()];
        for (node, side) in network.nodes.iter().zip(&router.sides) {
            if let Some(known) = sides.get_mut(node.actor.index()) {
                *known = *side;
            }
        }
        Self { bends: bends.collect(), sides }
    }

    /// How far an edge of a network bows to the right of the way from its first end to its second, as a
    /// part of its length; not at all where the routes do not know it.
    pub fn bend(&self, network: &Network, edge: &Edge) -> f32 {
        let ends = actors(network, edge);
        let known = self.bends.iter().find(|it| Some(it.ends) == ends);
        known.map_or(0.0, |it| it.bend)
    }

    /// On which side of its node an actor's label stands.
    pub fn side(&self, actor: ActorId) -> LabelSide {
        self.sides.get(actor.index()).copied().unwrap_or_default()
    }
}

fn actors(network: &Network, edge: &Edge) -> Option<(ActorId, ActorId)> {
    let [one, other] = edge.ends.map(|end| network.node(end).map(|node| node.actor));
    one.zip(other)
}

/// A line on its way: its bend, and the pieces it is made of.
struct Line {
    ends: (usize, usize),
    bend: f32,
    trace: Trace,
}

/// A curve in straight pieces, with the box around them.
#[derive(Clone)]
struct Trace {
    points: [Point; PIECES + 1],
    area: Rect,
}

impl Trace {
    fn new(curve: &Curve, reach: (f32, f32)) -> Self {
        let start = leaves(curve, reach.0);
        let end = 1.0 - leaves(&curve.reversed(), reach.1);
        let part = curve.part(start, end.max(start));
        let mut points = [part.from; PIECES + 1];
        let mut area = Rect::NOTHING;
        for (index, point) in points.iter_mut().enumerate() {
            *point = part.at(index as f32 / PIECES as f32);
            area = area.with(&Rect { left: point.x, top: point.y, right: point.x, bottom: point.y });
        }
        Self { points, area }
    }

    fn pieces(&self) -> impl Iterator<Item = (Point, Point)> {
        self.points.iter().copied().zip(self.points.iter().copied().skip(1))
    }

    fn hits(&self, area: &Rect) -> bool {
        self.area.left <= area.right
            && area.left <= self.area.right
            && self.area.top <= area.bottom
            && area.top <= self.area.bottom
            && self.pieces().any(|(a, b)| area.touched_by(a, b))
    }

    fn crosses(&self, other: &Self) -> bool {
        self.area.meets(&other.area)
            && self.pieces().any(|(a, b)| {
                let piece =
                    Rect { left: a.x.min(b.x), top: a.y.min(b.y), right: a.x.max(b.x), bottom: a.y.max(b.y) };
                piece.left <= other.area.right
                    && other.area.left <= piece.right
                    && piece.top <= other.area.bottom
                    && other.area.top <= piece.bottom
                    && other.pieces().any(|(c, d)| cross(a, b, c, d))
            })
    }
}

struct Router<'a> {
    network: &'a Network,
    bodies: &'a [Option<Body<'a>>],
    sides: Vec<LabelSide>,
    lines: Vec<Line>,
    shapes: Vec<Rect>,
    labels: Vec<Rect>,
}

impl<'a> Router<'a> {
    fn new(network: &'a Network, bodies: &'a [Option<Body<'a>>], sides: Vec<LabelSide>) -> Self {
        let nowhere = Rect::around(Point::new(f32::MAX, f32::MAX), 0.0, 0.0);
        let shapes =
            bodies.iter().map(|body| body.as_ref().map_or(nowhere, |body| body.shape().grown(2.0))).collect();
        let labels = bodies
            .iter()
            .zip(&sides)
            .map(|(body, side)| body.as_ref().map_or(nowhere, |body| body.label(*side)))
            .collect();
        let lines = network
            .edges
            .iter()
            .map(|edge| Line {
                ends: (edge.ends[0].index(), edge.ends[1].index()),
                bend: 0.0,
                trace: Trace { points: [Point::default(); PIECES + 1], area: Rect::NOTHING },
            })
            .collect();
        Self { network, bodies, sides, lines, shapes, labels }
    }

    fn trace(&self, ends: (usize, usize), bend: f32) -> Option<Trace> {
        let from = self.bodies.get(ends.0)?.as_ref()?;
        let to = self.bodies.get(ends.1)?.as_ref()?;
        Some(Trace::new(&curve(from.at, to.at, bend), (from.reach(), to.reach())))
    }

    /// Gives each line its best bend; the crossings with the other lines count in a second round.
    fn bend(&mut self, crossings: bool) {
        for index in 0..self.lines.len() {
            let Some(line) = self.lines.get(index) else { continue };
            let ends = line.ends;
            let mut best: Option<(f32, f32, Trace)> = None;
            for bend in BENDS {
                let least = best.as_ref().map_or(f32::MAX, |best| best.0);
                let mut price = Price::BEND * bend.abs() * (1.0 + 2.0 * bend.abs());
                let Some(trace) = (price < least).then(|| self.trace(ends, bend)).flatten() else { continue };
                price += self.hits(&trace, ends);
                if crossings && price < least {
                    price += self.crossings(index, ends, &trace);
                }
                if price < least {
                    best = Some((price, bend, trace));
                }
            }
            if let (Some(line), Some((_, bend, trace))) = (self.lines.get_mut(index), best) {
                (line.bend, line.trace) = (bend, trace);
            }
        }
    }

    fn hits(&self, trace: &Trace, ends: (usize, usize)) -> f32 {
        let mut price = 0.0;
        for (index, (shape, label)) in self.shapes.iter().zip(&self.labels).enumerate() {
            if index != ends.0 && index != ends.1 && trace.hits(shape) {
                price += Price::SHAPE;
            }
            if trace.hits(label) {
                price += Price::LABEL;
            }
        }
        price
    }

    fn crossings(&self, index: usize, ends: (usize, usize), trace: &Trace) -> f32 {
        let mut price = 0.0;
        for (other, line) in self.lines.iter().enumerate() {
            if other == index {
                continue;
            }
            let joined = line.ends.0 == ends.0
                || line.ends.0 == ends.1
                || line.ends.1 == ends.0
                || line.ends.1 == ends.1;
            if trace.crosses(&line.trace) {
                price += if joined { Price::KNOT } else { Price::CROSSING };
            }
            if !joined {
                continue;
            }
            for (mine, end) in [(false, ends.0), (true, ends.1)] {
                for (theirs, other_end) in [(false, line.ends.0), (true, line.ends.1)] {
                    if end == other_end && start_way(trace, mine).dot(start_way(&line.trace, theirs)) > 0.985
                    {
                        price += Price::BUNDLE;
                    }
                }
            }
        }
        price
    }

    /// Moves labels that lines run through to a side where fewer do.
    fn turn_labels(&mut self) {
        for index in 0..self.bodies.len() {
            let (Some(Some(body)), Some(&side)) = (self.bodies.get(index), self.sides.get(index)) else {
                continue;
            };
            let mut best = (self.label_price(index, body, side), side);
            if best.0 < Price::LABEL {
                continue;
            }
            let crowding = self.crowding(index, &body.label(side));
            for other in LabelSide::ALL {
                let mut price = self.label_price(index, body, other) + 2.0;
                if self.crowding(index, &body.label(other)) > crowding {
                    price += 5.0 * Price::LABEL;
                }
                if price < best.0 {
                    best = (price, other);
                }
            }
            if let (Some(side), Some(label)) = (self.sides.get_mut(index), self.labels.get_mut(index)) {
                *side = best.1;
                *label = body.label(best.1);
            }
        }
    }

    /// How far the ground under a node would reach into others if its label stood there.
    fn crowding(&self, index: usize, label: &Rect) -> f32 {
        let Some(own) = self.network.nodes.get(index).map(|node| node.cluster) else { return 0.0 };
        let Some(cluster) = self.network.cluster(own) else { return 0.0 };
        let mut ground = Extent::NOTHING;
        ground.add(label);
        if cluster.kind != ClusterKind::Loose {
            for member in cluster.members.iter().map(|id| id.index()).filter(|member| *member != index) {
                self.add_to(&mut ground, member);
            }
        }
        let mut worst = 0.0_f32;
        for (id, other) in (0..).map(crate::graph::ClusterId::new).zip(&self.network.clusters) {
            if other.kind == ClusterKind::Loose || id == own {
                continue;
            }
            let mut extent = Extent::NOTHING;
            for member in &other.members {
                self.add_to(&mut extent, member.index());
            }
            worst = worst.max(ground.push(&extent, 28.0).map_or(0.0, |push| push.0));
        }
        worst
    }

    fn add_to(&self, extent: &mut Extent, node: usize) {
        for area in [self.shapes.get(node), self.labels.get(node)].into_iter().flatten() {
            extent.add(area);
        }
    }

    fn label_price(&self, index: usize, body: &Body<'_>, side: LabelSide) -> f32 {
        let area = body.label(side);
        let near = area.grown(2.0);
        let mut price = 0.0;
        for (other, (shape, label)) in self.shapes.iter().zip(&self.labels).enumerate() {
            if other != index && (near.meets(shape) || near.meets(label)) {
                price += 5.0 * Price::LABEL;
            }
        }
        for line in &self.lines {
            if line.trace.hits(&area) {
                price += Price::LABEL;
            }
        }
        price
    }
}

/// The way in which a line starts from its first or its last end.
fn start_way(trace: &Trace, last: bool) -> Point {
    let [first, .., end] = trace.points;
    let [_, second, .., before, _] = trace.points;
    if last { before.minus(end).unit() } else { second.minus(first).unit() }
}
