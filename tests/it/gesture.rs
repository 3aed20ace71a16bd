//! Tests of gestures: what fingers and pointers on the drawing mean.

use proptest::prelude::*;
use sourceline::graph::geometry::Point;
use sourceline::graph::{ClusterId, EdgeId, NodeId};
use sourceline::scene::{Action, Gestures, Item};

const NODE: Item = Item::Node(NodeId::new(3));
const EDGE: Item = Item::Edge(EdgeId::new(5));
const GROUND: Item = Item::Ground(ClusterId::new(1));

/// What a pointer does: down on something, to a place, up, or taken away.
#[derive(Clone, Copy, Debug)]
enum Do {
    Down(i32, f32, f32, Option<Item>),
    Move(i32, f32, f32),
    Up(i32),
    Cancel(i32),
}
use Do::{Cancel, Down, Move, Up};

/// What comes of it: a pointer that goes down asks for nothing.
fn act(gestures: &mut Gestures, what: Do) -> Option<Action> {
    match what {
        Down(pointer, x, y, on) => {
            gestures.down(pointer, Point::new(x, y), on);
            None
        }
        Move(pointer, x, y) => Some(gestures.moved(pointer, Point::new(x, y))),
        Up(pointer) => Some(gestures.up(pointer)),
        Cancel(pointer) => Some(gestures.cancel(pointer)),
    }
}

/// The actions that `steps` ask for, without those that ask for nothing.
#[track_caller]
fn check(steps: &[Do], want: &[Action]) -> Gestures {
    let mut gestures = Gestures::default();
    let got: Vec<_> = steps.iter().filter_map(|step| act(&mut gestures, *step)).collect();
    let got: Vec<_> = got.into_iter().filter(|action| *action != Action::None).collect();
    assert_eq!(got, want, "{steps:?}");
    gestures
}

fn pan(x: f32, y: f32) -> Action {
    Action::Pan(Point::new(x, y))
}

#[test]
fn a_press_and_a_release_are_a_click_on_what_lay_there() {
    for on in [None, Some(NODE), Some(EDGE), Some(GROUND)] {
        let after = check(&[Down(1, 10.0, 10.0, on), Up(1)], &[Action::Click(on)]);
        assert_eq!(after, Gestures::default());
    }
}

#[test]
fn a_click_may_stray_by_five_px_in_all_and_come_back() {
    let down = Down(1, 10.0, 10.0, Some(NODE));
    let click = Action::Click(Some(NODE));
    check(&[down, Move(1, 13.0, 14.0), Up(1)], &[click]);
    check(&[down, Move(1, 5.0, 10.0), Move(1, 15.0, 10.0), Up(1)], &[click]);
    let node = NodeId::new(3);
    let drag = [Action::Drag(node, Point::new(13.1, 14.0)), Action::Drop(node)];
    check(&[down, Move(1, 13.1, 14.0), Up(1)], &drag);
}

#[test]
fn a_node_follows_the_pointer_until_it_is_let_go() {
    let node = NodeId::new(3);
    let at = |x, y| Action::Drag(node, Point::new(x, y));
    check(
        &[Down(1, 0.0, 0.0, Some(NODE)), Move(1, 3.0, 0.0), Move(1, 9.0, 0.0), Move(1, 1.0, 0.0), Up(1)],
        &[at(9.0, 0.0), at(1.0, 0.0), Action::Drop(node)],
    );
}

#[test]
fn anything_but_a_node_moves_the_picture() {
    for on in [None, Some(EDGE), Some(GROUND)] {
        check(
            &[Down(1, 0.0, 0.0, on), Move(1, 10.0, 0.0), Move(1, 12.0, -4.0), Up(1)],
            &[pan(10.0, 0.0), pan(2.0, -4.0)],
        );
    }
}

#[test]
fn two_fingers_zoom_about_their_middle_and_move_by_it() {
    let pinch = Action::Pinch { factor: 2.0, about: Point::new(10.0, 0.0), by: Point::new(5.0, 0.0) };
    check(&[Down(1, 0.0, 0.0, None), Down(2, 10.0, 0.0, None), Move(2, 20.0, 0.0)], &[pinch]);
}

#[test]
fn two_fingers_that_move_alike_move_the_picture_and_zoom_back_to_what_it_was() {
    let mut gestures = Gestures::default();
    act(&mut gestures, Down(1, 0.0, 0.0, None));
    act(&mut gestures, Down(2, 10.0, 0.0, None));
    let (mut zoom, mut way) = (1.0, Point::default());
    for step in [Move(1, 0.0, 10.0), Move(2, 10.0, 10.0)] {
        let Some(Action::Pinch { factor, by, .. }) = act(&mut gestures, step) else { panic!("a pinch") };
        zoom *= factor;
        way = way.plus(by);
    }
    assert!((zoom - 1.0).abs() < 1e-6, "{zoom}");
    assert_eq!(way, Point::new(0.0, 10.0));
}

#[test]
fn two_fingers_on_one_spot_zoom_by_nothing() {
    let still = Action::Pinch { factor: 1.0, about: Point::new(20.0, 5.0), by: Point::new(15.0, 0.0) };
    check(&[Down(1, 5.0, 5.0, None), Down(2, 5.0, 5.0, Some(NODE)), Move(2, 35.0, 5.0)], &[still]);
}

#[test]
fn two_fingers_never_click_nor_drop() {
    check(&[Down(1, 0.0, 0.0, Some(NODE)), Down(2, 50.0, 0.0, Some(EDGE)), Up(2), Up(1)], &[]);
    check(&[Down(1, 0.0, 0.0, Some(NODE)), Down(2, 50.0, 0.0, None), Up(1), Cancel(2)], &[]);
}

#[test]
fn the_finger_that_stays_after_a_pinch_moves_the_picture() {
    check(
        &[Down(1, 0.0, 0.0, Some(NODE)), Down(2, 50.0, 0.0, None), Up(2), Move(1, 1.0, 2.0), Up(1)],
        &[pan(1.0, 2.0)],
    );
}

#[test]
fn a_third_finger_stops_all_until_one_is_left() {
    let three = [Down(1, 0.0, 0.0, None), Down(2, 50.0, 0.0, None), Down(3, 0.0, 50.0, Some(NODE))];
    let moves = [Move(1, 9.0, 9.0), Move(3, 9.0, 90.0), Up(3), Move(1, 20.0, 20.0), Up(2)];
    let steps: Vec<_> = three.into_iter().chain(moves).chain([Move(1, 21.0, 22.0), Up(1)]).collect();
    let after = check(&steps, &[pan(1.0, 2.0)]);
    assert!(!after.busy());
}

#[test]
fn a_pointer_that_is_taken_away_clicks_nothing_but_lets_a_node_go() {
    let node = NodeId::new(3);
    let down = Down(1, 0.0, 0.0, Some(NODE));
    check(&[down, Cancel(1)], &[]);
    let drag = Action::Drag(node, Point::new(9.0, 0.0));
    check(&[down, Move(1, 9.0, 0.0), Cancel(1)], &[drag, Action::Drop(node)]);
}

#[test]
fn a_node_is_let_go_also_where_a_second_finger_comes_between() {
    let node = NodeId::new(3);
    let drag = Action::Drag(node, Point::new(9.0, 0.0));
    let steps = [Down(1, 0.0, 0.0, Some(NODE)), Move(1, 9.0, 0.0), Down(2, 50.0, 0.0, None), Up(2), Up(1)];
    check(&steps, &[drag, Action::Drop(node)]);
}

#[test]
fn a_pointer_that_is_not_down_does_nothing() {
    check(&[Move(7, 50.0, 50.0), Up(7), Cancel(7)], &[]);
    let click = Action::Click(Some(EDGE));
    check(&[Down(1, 0.0, 0.0, Some(EDGE)), Move(7, 50.0, 50.0), Up(7), Up(1), Up(1)], &[click]);
}

#[test]
fn a_pointer_that_goes_down_again_starts_anew() {
    let click = Action::Click(None);
    check(&[Down(1, 0.0, 0.0, Some(NODE)), Move(1, 3.0, 0.0), Down(1, 90.0, 0.0, None), Up(1)], &[click]);
}

#[test]
fn it_is_busy_while_a_pointer_is_down() {
    assert!(!check(&[], &[]).busy());
    assert!(check(&[Down(1, 0.0, 0.0, None)], &[]).busy());
    assert!(check(&[Down(1, 0.0, 0.0, None), Down(2, 9.0, 9.0, None), Up(1)], &[]).busy());
}

fn step() -> impl Strategy<Value = Do> {
    let place = || -200.0..200.0_f32;
    let on = prop::sample::select(vec![None, Some(NODE), Some(EDGE), Some(GROUND)]);
    prop_oneof![
        (0..4, place(), place(), on).prop_map(|(pointer, x, y, on)| Down(pointer, x, y, on)),
        (0..4, place(), place()).prop_map(|(pointer, x, y)| Move(pointer, x, y)),
        (0..4).prop_map(Up),
        (0..4).prop_map(Cancel),
    ]
}

proptest! {
    #[test]
    fn whatever_pointers_do_nothing_is_left_when_all_are_up(steps in prop::collection::vec(step(), 0..40)) {
        let mut gestures = Gestures::default();
        let mut dragged = None;
        for step in steps.into_iter().chain((0..4).map(Up)) {
            match act(&mut gestures, step) {
                Some(Action::Drag(node, _)) => dragged = Some(node),
                Some(Action::Drop(node)) => prop_assert_eq!(dragged.take(), Some(node)),
                Some(Action::Pinch { factor, .. }) => prop_assert!(factor.is_finite() && factor >= 0.0),
                _ => {}
            }
        }
        prop_assert_eq!(gestures, Gestures::default());
        prop_assert_eq!(dragged, None, "a node that was moved is let go");
    }
}
