//! The keyboard on the stage: arrows walk along lines, Enter selects, Escape clears.

use web_sys::KeyboardEvent;

use super::stage::Stage;
use crate::graph::{Direction, EdgeId, NodeId};
use crate::query::{Query, Selection};
use crate::ui::acts;
use crate::words::lines;

/// Where the keyboard stands: a node, and the edge by which it came.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) struct Cursor {
    pub node: NodeId,
    pub by: Option<EdgeId>,
}

/// Answers a key; what it does not know is left to the browser.
pub(super) fn key(stage: Stage, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    if acts::key(stage.state, event, stage.actor()) {
        event.prevent_default();
        return;
    }
    match event.key().as_str() {
        "ArrowLeft" => walk(stage, Direction::Left),
        "ArrowRight" => walk(stage, Direction::Right),
        "ArrowUp" => walk(stage, Direction::Up),
        "ArrowDown" => walk(stage, Direction::Down),
        "Enter" => enter(stage, event.shift_key()),
        "f" | "F" => focus(stage),
        "Escape" => escape(stage),
        "+" | "=" => stage.zoom(1.25),
        "-" => stage.zoom(0.8),
        "0" => stage.fit(),
        _ => return,
    }
    event.prevent_default();
}

fn walk(stage: Stage, direction: Direction) {
    let next = stage.drawn.with_untracked(|network| match stage.cursor.get_untracked() {
        Some(Cursor { node, .. }) if network.node(node).is_some() => {
            let positions = stage.positions.get_untracked();
            network.walk(node, direction, &positions).map(|(edge, node)| Cursor { node, by: Some(edge) })
        }
        // The first arrow enters the graph: at what is selected, else at who has most lines.
        _ => stage
            .selected_node(network)
            .or_else(|| network.node_ids().max_by_key(|id| network.node(*id).map(|node| node.degree)))
            .map(|node| Cursor { node, by: None }),
    });
    let Some(cursor) = next else {
        stage.say(lines().end.to_owned());
        return;
    };
    stage.cursor.set(Some(cursor));
    stage.show_node(cursor.node);
    let said = stage.drawn.with_untracked(|network| {
        let engine = stage.state.engine;
        let name = engine.actor_of(network, cursor.node).map(|actor| actor.name.clone());
        let at = lines().at.replace("{}", &name.unwrap_or_default());
        match cursor.by.and_then(|edge| engine.line(network, edge)) {
            Some(line) => format!("{at}. {}", engine.say_line(&line)),
            None => at,
        }
    });
    stage.say(said);
}

/// Selects the actor under the cursor; with Shift, the line by which the cursor came.
fn enter(stage: Stage, line: bool) {
    let Some(cursor) = stage.cursor.get_untracked() else { return };
    let selection = stage.drawn.with_untracked(|network| {
        let engine = stage.state.engine;
        let line = cursor.by.filter(|_| line).and_then(|edge| engine.line(network, edge));
        let actor = engine.actor_of(network, cursor.node);
        line.map(|line| line.selection).or(actor.map(|actor| Selection::Actor(actor.key.clone())))
    });
    stage.state.select(selection);
}

fn focus(stage: Stage) {
    enter(stage, false);
    stage.state.go(stage.state.query.with_untracked(Query::refocused));
}

/// Clears one thing at a time: the cursor, the selection, the path, the neighbourhood.
fn escape(stage: Stage) {
    let query = stage.state.query.get_untracked();
    if stage.cursor.get_untracked().is_some() {
        stage.cursor.set(None);
    } else if query.selection.is_some() {
        stage.state.select(None);
    } else if query.path.is_some() {
        stage.state.go(Query { path: None, ..query });
    } else if query.in_part() {
        stage.state.go(query.refocused());
    }
}
