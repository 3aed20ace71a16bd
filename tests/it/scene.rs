//! Tests of the scene: camera, shapes, tones, picking, and the static picture.

use expect_test::expect;
use sourceline::graph::geometry::{Point, Rect};
use sourceline::graph::{LabelSide, Layout, LayoutOptions, Network, Place, Positions};
use sourceline::model::{Actor, Dataset, QuadClass};
use sourceline::scene::{Camera, EdgeLook, Emphasis, Item, Routes, Scene, Tone, Viewport, to_svg};

use crate::graph::notation::{dataset, story};

const VIEWPORT: Viewport = Viewport::new(400.0, 300.0);

/// A scene with each actor at its place; the middle of the plane is the middle of the screen.
fn scene(text: &str, places: &[(&str, f32, f32)]) -> (Dataset, Network, Scene) {
    let data = dataset(text);
    let network = Network::whole(&data);
    let mut positions = Positions::default();
    for (key, x, y) in places {
        let at = Point::new(*x, *y);
        positions.place(data.find::<Actor>(key).unwrap(), Place { at, side: LabelSide::Below });
    }
    let routes = Routes::of(&network, &data, &positions, 1.0);
    let scene = Scene::new(&network, &data, &positions, &routes, &Camera::default(), &VIEWPORT);
    (data, network, scene)
}

fn whole_story(scale: f32) -> (Network, Scene) {
    let data = story();
    let network = Network::whole(&data);
    let positions = Layout::new(&network, &data, LayoutOptions::WIDE).run();
    let routes = Routes::of(&network, &data, &positions, 1.0);
    let camera = Camera { scale, ..Camera::default() };
    let scene = Scene::new(&network, &data, &positions, &routes, &camera, &Viewport::new(900.0, 620.0));
    (network, scene)
}

#[test]
fn a_zoom_keeps_the_point_under_the_pointer() {
    let camera = Camera { x: 10.0, y: -20.0, scale: 1.0 };
    let pointer = Point::new(50.0, 80.0);
    let zoomed = camera.zoomed(1.5, pointer, &VIEWPORT);
    let (before, after) = (camera.to_plane(pointer, &VIEWPORT), zoomed.to_plane(pointer, &VIEWPORT));
    assert!(before.minus(after).length() < 1e-3);
    assert_eq!(camera.zoomed(100.0, pointer, &VIEWPORT).scale, Camera::LARGEST);
    assert_eq!(camera.zoomed(0.001, pointer, &VIEWPORT).scale, Camera::SMALLEST);
}

#[test]
fn a_pan_follows_the_pointer() {
    let camera = Camera { scale: 2.0, ..Camera::default() };
    let panned = camera.panned(Point::new(30.0, 10.0));
    let origin = Point::default();
    let by = panned.to_screen(origin, &VIEWPORT).minus(camera.to_screen(origin, &VIEWPORT));
    assert_eq!(by, Point::new(30.0, 10.0));
}

#[test]
fn a_fit_shows_all_and_does_not_magnify_more_than_asked() {
    let bounds = Rect { left: 0.0, top: 0.0, right: 760.0, bottom: 100.0 };
    let camera = Camera::fit(&bounds, &VIEWPORT, 10.0, 1.0);
    assert_eq!((camera.x, camera.y, camera.scale), (380.0, 50.0, 0.5));
    assert_eq!(Camera::fit(&Rect::around(Point::default(), 9.0, 9.0), &VIEWPORT, 10.0, 1.0).scale, 1.0);
    assert_eq!(Camera::fit(&Rect::NOTHING, &VIEWPORT, 10.0, 1.0), Camera::default());
}

#[test]
fn a_camera_goes_no_further_than_it_must_to_show_a_point() {
    let camera = Camera::default();
    assert_eq!(camera.showing(Point::new(150.0, 0.0), &VIEWPORT, 40.0), camera);
    assert_eq!(camera.showing(Point::new(190.0, 0.0), &VIEWPORT, 40.0).x, 30.0);
}

#[test]
fn one_line_joins_two_and_its_halves_tell_what_goes_each_way() {
    let (_, network, scene) = scene("a >> b aid\nb > a accuse", &[("a", -100.0, 0.0), ("b", 100.0, 0.0)]);
    assert_eq!((network.edges.len(), scene.edges.len()), (1, 1));
    let edge = &scene.edges[0];
    let [there, back] = &edge.strokes[..] else { panic!("{:?}", edge.strokes) };
    let middle = edge.curve.at(0.5);
    for (stroke, end) in [(there, edge.curve.to), (back, edge.curve.from)] {
        assert!(
            stroke.curve.from.minus(middle).length() < 0.01 && stroke.curve.to.minus(end).length() < 0.01
        );
        assert!(stroke.head.unwrap()[0].minus(end).length() < 12.0, "the head sits where it leads to");
    }
    assert_eq!(there.look, EdgeLook::Quad(QuadClass::MaterialCooperation));
    assert_eq!(back.look, EdgeLook::Quad(QuadClass::VerbalConflict));
    assert_eq!((there.stated, back.stated), (true, false));
}

#[test]
fn an_edge_goes_around_a_node_in_its_way() {
    let (_, network, scene) =
        scene("a > c aid\nb >> ", &[("a", -150.0, 0.0), ("b", 0.0, 0.0), ("c", 150.0, 0.0)]);
    let quality = scene.quality(&network);
    assert_eq!((quality.nodes_hit, quality.labels_hit), (0, 0));
}

#[test]
fn heads_tell_the_direction_and_relations_have_none() {
    let places = [("a", -100.0, 0.0), ("b", 100.0, 0.0)];
    let heads = |text| scene(text, &places).2.edges[0].strokes.iter().filter(|it| it.head.is_some()).count();
    assert_eq!([heads("a > b aid"), heads("a <> b aid"), heads("a -- b")], [1, 2, 0]);
    let tip = |text| scene(text, &places).2.edges[0].strokes[0].head.unwrap()[0].x;
    let (_, _, scene) = scene("a > b aid", &places);
    assert!(tip("a > b aid") < scene.nodes[1].at.x - scene.nodes[1].radius && tip("a > b aid") > 280.0);
    assert!(tip("a = person - A\nb = person - B\nb > a aid") < 120.0, "whoever comes first in the dataset");
}

#[test]
fn a_number_stands_on_edges_of_several_facts() {
    let places = [("a", -100.0, 0.0), ("b", 100.0, 0.0)];
    let count = |text| scene(text, &places).2.edges[0].badge.map(|badge| badge.count);
    assert_eq!([count("a > b aid"), count("a > b aid aid")], [None, Some(2)]);
}

#[test]
fn a_long_name_takes_two_lines() {
    let (_, _, scene) = scene("a = person - Delegation members under sanctions\na >> ", &[("a", 0.0, 0.0)]);
    assert_eq!(scene.labels[0].lines, ["Delegation members", "under sanctions"]);
}

#[test]
fn from_afar_labels_hide_and_never_overlap() {
    for scale in [0.3, 0.5, 0.8, 1.0, 2.0] {
        let (network, scene) = whole_story(scale);
        let quality = scene.quality(&network);
        assert_eq!(quality.labels_covered, 0, "at {scale}");
        assert_eq!(quality.labels_hidden > 0, scale < 0.6, "at {scale}");
    }
}

#[test]
fn a_ground_holds_its_members_and_their_labels() {
    let (network, scene) = whole_story(1.0);
    for ground in &scene.grounds {
        for member in &network.clusters[ground.id.index()].members {
            let label = &scene.labels[member.index()];
            assert!(label.area.corners().iter().all(|corner| ground.holds(*corner)), "{:?}", label.lines);
        }
    }
}

#[test]
fn what_lies_under_the_pointer_is_found() {
    let text = "a = person east A\nb = person east B\na > b aid";
    let (_, network, scene) = scene(text, &[("a", -100.0, 0.0), ("b", 100.0, 0.0)]);
    let ids: Vec<_> = network.node_ids().collect();
    let edge = network.edge_ids().next().unwrap();
    let node = Some(Item::Node(ids[0]));
    assert_eq!(scene.pick(103.0, 152.0), node, "the node");
    let label = scene.labels[0].area.centre();
    assert_eq!(scene.pick(label.x, label.y), node, "its label");
    assert_eq!(scene.pick(200.0, 154.0), Some(Item::Edge(edge)), "near the edge");
    assert!(matches!(scene.pick(200.0, 161.0), Some(Item::Ground(_))), "the ground");
    assert_eq!(scene.pick(200.0, 20.0), None, "nothing");
}

#[test]
fn what_is_chosen_stands_out_with_its_neighbours() {
    let data = dataset("a > b aid\nb > c aid\nc > d aid");
    let network = Network::whole(&data);
    let ids: Vec<_> = network.node_ids().collect();
    let tones = |hovered, selected| {
        let tones = Emphasis { hovered, selected }.tones(&network);
        let short = |tone| match tone {
            Tone::Normal => 'n',
            Tone::Faded => 'f',
            Tone::Chosen => 'c',
        };
        let nodes: String = ids.iter().map(|id| short(tones.node(*id))).collect();
        let edges: String = network.edge_ids().map(|id| short(tones.edge(id))).collect();
        format!("{nodes} {edges}")
    };
    let edge = network.edge_ids().last().map(Item::Edge);
    assert_eq!(tones(None, None), "nnnn nnn");
    assert_eq!(tones(None, Some(Item::Node(ids[0]))), "cnff nff");
    assert_eq!(tones(edge, None), "ffnn ffc");
    assert_eq!(tones(edge, Some(Item::Node(ids[0]))), "cfnn ffc");
}

#[test]
fn the_static_picture_has_classes_and_no_styles() {
    let text = "a = person - A & <B>\nb = ~state - B\na >> b accuse accuse";
    let (_, network, scene) = scene(text, &[("a", -100.0, 0.0), ("b", 100.0, 0.0)]);
    let chosen = Emphasis { hovered: None, selected: network.node_ids().next().map(Item::Node) };
    let svg = to_svg(&scene, &chosen.tones(&network), "Who & whom");
    expect![[r#"
        <svg xmlns="http://www.w3.org/2000/svg" class="net" viewBox="0 0 400 300" role="img">
        <title>Who &amp; whom</title>
        <g class="edge">
        <g class="way way--verbal-conflict way--stated">
        <path class="edge__line" stroke-width="1.6" d="M108.4 150Q194.3 150 280.2 150"/>
        <path class="head" d="M289.1 150L280.2 153.7 280.2 146.3Z"/>
        </g>
        <text class="edge__count" text-anchor="middle" x="194.3" y="153.5">2</text>
        </g>
        <g class="node node--person node--chosen">
        <path class="node__shape" d="M93.1 150a6.9 6.9 0 1 1 13.8 0a6.9 6.9 0 1 1 -13.8 0Z"/>
        </g>
        <g class="node node--state node--by-office">
        <path class="node__shape" d="M295.8 141.1L304.2 141.1Q308.9 141.1 308.9 145.8L308.9 154.2Q308.9 158.9 304.2 158.9L295.8 158.9Q291.1 158.9 291.1 154.2L291.1 145.8Q291.1 141.1 295.8 141.1Z"/>
        </g>
        <text class="label label--chosen" text-anchor="middle">
        <tspan x="100" y="171">A &amp; &lt;B&gt;</tspan>
        </text>
        <text class="label" text-anchor="middle">
        <tspan x="300" y="173.5">B</tspan>
        </text>
        </svg>"#]]
    .assert_eq(&svg.replace("><", ">\n<"));
}

#[test]
fn the_picture_of_a_story_is_well_formed() {
    let (network, scene) = whole_story(1.0);
    let svg = to_svg(&scene, &Emphasis::default().tones(&network), "");
    assert!(!svg.contains("style="));
    let mut open = Vec::new();
    for tag in svg.split('<').skip(1) {
        let name: String = tag.chars().take_while(|c| c.is_alphanumeric() || *c == '/').collect();
        if let Some(name) = name.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name));
        } else if !tag.contains("/>") {
            open.push(name);
        }
    }
    assert!(open.is_empty());
    assert!(svg.len() < 60_000, "{}", svg.len());
}
