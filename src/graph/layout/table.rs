//! The table on which a layout moves its items about.

use crate::graph::extent::Extent;
use crate::graph::geometry::{Point, Rect};
use crate::graph::{ClusterKind, Edge, LabelSide, Network, measure};
use crate::model::{ActorId, Dataset, Naming};

/// An actor on the table.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub actor: ActorId,
    pub at: Point,
    pub side: LabelSide,
    pub radius: f32,
    /// The size of the label under or over the node.
    upright: (f32, f32),
    /// The size of the label beside the node.
    beside: (f32, f32),
    /// The block it belongs to.
    pub block: usize,
    /// The ties that end here.
    pub ties: Vec<usize>,
    /// The box around the shape, as it stands.
    pub shape: Rect,
    /// The box around the label, as it stands.
    pub label: Rect,
}

impl Item {
    /// Brings the boxes to where the item stands.
    fn settle(&mut self) {
        let size = match self.side {
            LabelSide::Below | LabelSide::Above => self.upright,
            LabelSide::Right | LabelSide::Left => self.beside,
        };
        self.shape = Rect::around(self.at, 2.0 * self.radius, 2.0 * self.radius);
        self.label = measure::label_area(self.radius, size, self.side).moved(self.at);
    }
}

/// Two items that at least one edge joins.
#[derive(Clone, Debug)]
pub(super) struct Tie {
    pub ends: (usize, usize),
    pub weight: f32,
    /// The line between its ends, as they stand.
    pub line: (Point, Point),
}

/// Items that stand together: a cluster, or a loose item for itself.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub members: Vec<usize>,
    /// Whether a ground will be drawn under it.
    pub ground: bool,
    /// A column of targets that keep their places in it.
    pub fan: bool,
    /// Whether the column stands on its head.
    pub reversed: bool,
    /// The size of the label of the ground.
    pub title: (f32, f32),
    /// How far it extends, as it stands.
    pub extent: Extent,
}

/// Items, ties and blocks. Indices are made here and stay valid: nothing is added or taken away.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub items: Vec<Item>,
    /// The box around shape and label of each item: apart, since most is compared with them alone.
    pub alls: Vec<Rect>,
    pub ties: Vec<Tie>,
    /// The box around each tie.
    pub nears: Vec<Rect>,
    pub blocks: Vec<Block>,
    /// The picture should stay within.
    pub frame: Rect,
    /// Width by height of the picture.
    pub aspect: f32,
}

/// From one target of a column to the next, beside its own height.
const PITCH_GAP: f32 = 6.0;

/// How deep the arc of a column is.
const ARC: f32 = 16.0;

impl Table {
    pub(super) fn new(network: &Network, data: &Dataset, aspect: f32) -> Self {
        let mut blocks: Vec<Block> = Vec::new();
        let mut items: Vec<Item> = Vec::with_capacity(network.nodes.len());
        let mut block_of = vec![0; network.nodes.len()];
        for cluster in &network.clusters {
            let members = || cluster.members.iter().map(|id| id.index());
            let fan = matches!(cluster.kind, ClusterKind::Group(_)) && cluster.members.len() > 2;
            let title = measure::ground_label_size(&measure::ground_lines(&cluster.label));
            let block = |members: Vec<usize>, ground| Block {
                members,
                ground,
                fan,
                reversed: false,
                title,
                extent: Extent::NOTHING,
            };
            let first = blocks.len();
            if cluster.kind == ClusterKind::Loose {
                blocks.extend(members().map(|member| block(vec![member], false)));
            } else {
                let mut all: Vec<usize> = members().collect();
                if fan {
                    all.sort_by_key(|&node| rank(network, data, node));
                }
                let ground = all.len() > 1;
                blocks.push(block(all, ground));
            }
            for (index, made) in blocks.iter().enumerate().skip(first) {
                for &member in &made.members {
                    block_of[member] = index;
                }
            }
        }
        for (node, &block) in network.nodes.iter().zip(&block_of) {
            let actor = &data[node.actor];
            let size = |side| measure::label_size(&measure::lines(&actor.short, measure::widest(side)));
            items.push(Item {
                actor: node.actor,
                at: Point::default(),
                side: LabelSide::Below,
                radius: measure::radius(actor, node.degree),
                upright: size(LabelSide::Below),
                beside: size(LabelSide::Right),
                block,
                ties: Vec::new(),
                shape: Rect::NOTHING,
                label: Rect::NOTHING,
            });
        }
        let ties = ties(network);
        for (index, tie) in ties.iter().enumerate() {
            items[tie.ends.0].ties.push(index);
            items[tie.ends.1].ties.push(index);
        }
        let alls = vec![Rect::NOTHING; items.len()];
        let nears = vec![Rect::NOTHING; ties.len()];
        Self { items, alls, ties, nears, blocks, frame: Rect::NOTHING, aspect }
    }

    /// About how many comparisons one try takes.
    pub(super) fn effort(&self) -> u32 {
        let (items, ties) = (self.items.len() as u32, self.ties.len() as u32);
        let degree = 2 * ties / items.max(1) + 1;
        4 * (items + 2 * ties) + degree * (ties + 2 * items)
    }

    /// The box around everything.
    pub(super) fn area(&self) -> Rect {
        self.blocks.iter().fold(Rect::NOTHING, |all, block| all.with(&block.extent.area()))
    }

    /// Moves an item and nothing else; [`Table::settle_block`] must follow.
    pub(super) fn put(&mut self, item: usize, at: Point) {
        self.items[item].at = at;
        self.settle_item(item);
    }

    /// Brings the boxes of an item to where it stands.
    pub(super) fn settle_item(&mut self, index: usize) {
        let item = &mut self.items[index];
        item.settle();
        self.alls[index] = item.shape.with(&item.label);
        for &tie in &self.items[index].ties {
            let (a, b) = self.ties[tie].ends;
            let (a, b) = (self.items[a].at, self.items[b].at);
            self.ties[tie].line = (a, b);
            self.nears[tie] = Rect::between(a, b);
        }
    }

    /// Moves a whole block.
    pub(super) fn shift(&mut self, block: usize, by: Point) {
        for i in 0..self.blocks[block].members.len() {
            let item = self.blocks[block].members[i];
            self.put(item, self.items[item].at.plus(by));
        }
        self.settle_block(block);
    }

    /// Brings the extent of a block to where its members stand.
    pub(super) fn settle_block(&mut self, index: usize) {
        let block = &self.blocks[index];
        let mut extent = Extent::NOTHING;
        let mut area = Rect::NOTHING;
        for &member in &block.members {
            extent.add(&self.alls[member]);
            area = area.with(&self.alls[member]);
        }
        if block.ground {
            let (width, height) = block.title;
            let middle = Point::new(area.centre().x, area.top - 2.0 - height / 2.0);
            extent.add(&Rect::around(middle, width, height));
        }
        self.blocks[index].extent = extent;
    }

    /// Sets the members of a column on their arc around `middle`, labels on `side`.
    pub(super) fn fan_out(&mut self, index: usize, middle: Point, side: LabelSide) {
        let members = self.blocks[index].members.clone();
        let reversed = self.blocks[index].reversed;
        let mut pitch: f32 = 0.0;
        for &member in &members {
            self.items[member].side = side;
            self.put(member, middle);
            pitch = pitch.max(self.alls[member].height() + PITCH_GAP);
        }
        let last = members.len().saturating_sub(1).max(1) as f32;
        for (place, &member) in members.iter().enumerate() {
            let u = 2.0 * place as f32 / last - 1.0;
            let away = ARC * (1.0 - u * u) * if side == LabelSide::Right { 1.0 } else { -1.0 };
            let down = u * pitch * last / 2.0 * if reversed { -1.0 } else { 1.0 };
            self.put(member, middle.plus(Point::new(away, down)));
        }
        self.settle_block(index);
    }

    /// The middle of a block's nodes.
    pub(super) fn middle(&self, block: usize) -> Point {
        let members = &self.blocks[block].members;
        let sum = members.iter().fold(Point::default(), |sum, &item| sum.plus(self.items[item].at));
        sum.times(1.0 / members.len().max(1) as f32)
    }
}

/// The order of targets in a column: companies with persons, the named first.
fn rank(network: &Network, data: &Dataset, node: usize) -> (Naming, core::cmp::Reverse<u32>, usize) {
    let node_data = &network.nodes[node];
    (data[node_data.actor].naming, core::cmp::Reverse(node_data.degree), node)
}

/// One tie an edge.
fn ties(network: &Network) -> Vec<Tie> {
    let tie = |edge: &Edge| Tie {
        ends: (edge.ends[0].index(), edge.ends[1].index()),
        weight: if edge.relation() { 1.3 } else { 1.0 },
        line: Default::default(),
    };
    network.edges.iter().map(tie).collect()
}
