//! The worker: an [`Opened`] list between the messages of the page and the files of the reader.
//!
//! It is a program of its own, which the page fetches when a reader opens a list (`ui::worker` starts it), and it
//! serves one dataset: to close the list, the page ends the worker, and the browser has its memory back.
//!
//! A message, to it and back, is an array: the bytes of the message first, and the files that belong to it after them.
//! Before all else it posts nothing (`undefined`), once it listens, and a text where it breaks (see [`start`]). What the
//! bytes say is between the page and [`Opened`]; what is about lists that are kept in the browser goes to the
//! shelf.
//!
//! But for the shelf there is nothing here to be waited for: files are read as they are needed, and between two turns of work,
//! some 30 ms each, messages are heard.

mod file;
mod shelf;

use core::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort, Performance};

use crate::import;
use crate::opened::Opened;
use crate::seam::{self, Numbered, Request};
use file::Ahead;

/// How long it works before it hears what the page has to say, in milliseconds.
const TURN: f64 = 30.0;

/// After how many pieces of work it looks at the clock: to ask the browser takes as long as a part of a record.
const STRIDE: u32 = 16;

/// Starts the worker: from here on it listens.
///
/// A panic is told to the page as a text before it ends the program. Any other trap (no memory, no stack) is an
/// error that nobody catches, of which the script tells that starts this (`ui::worker`).
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let told = scope.clone();
    std::panic::set_hook(Box::new(move |info| {
        let _ = told.post_message(&JsValue::from(info.to_string()));
    }));
    // All browsers have both; without one of them it never says that it listens.
    let (Ok(channel), Some(clock)) = (MessageChannel::new(), scope.performance()) else { return };
    let desk = Rc::new(RefCell::new(Desk {
        scope: scope.clone(),
        opened: Opened::new(),
        next: channel.port1(),
        clock,
        works: false,
    }));
    let worked = desk.clone();
    // Neither runs while the other does: a worker does one thing at a time.
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        desk.borrow_mut().hear(&event.data().unchecked_into());
    });
    let work = Closure::<dyn FnMut()>::new(move || worked.borrow_mut().work());
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    channel.port2().set_onmessage(Some(work.as_ref().unchecked_ref()));
    // They live as long as the worker.
    hear.forget();
    work.forget();
    let _ = scope.post_message(&JsValue::UNDEFINED);
}

/// What the worker has: the list, and the way to the page.
struct Desk {
    scope: DedicatedWorkerGlobalScope,
    opened: Opened,
    /// A message to itself is the next turn. Timers would do as well, but nested ones wait for 4 ms each.
    next: MessagePort,
    clock: Performance,
    /// True while a turn is to come.
    works: bool,
}

impl Desk {
    /// Takes a message with its files.
    fn hear(&mut self, message: &Array) {
        let bytes = Uint8Array::from(message.get(0)).to_vec();
        let files = message.iter().skip(1).map(JsCast::unchecked_into::<web_sys::File>);
        let Some(Numbered { serial, it }) = seam::read::<Request>(&bytes) else { return };
        if let Request::Kept(errand) = it {
            let (files, scope) = (files.collect(), self.scope.clone());
            spawn_local(async move {
                let (answer, files) = shelf::run(errand, files).await;
                post(&scope, &seam::write(serial, answer), &files);
            });
            return;
        }
        let files = files.map(|file| import::File::new(file.name(), Ahead::new(file)));
        let answers = self.opened.take(serial, it, files.collect());
        self.post(&answers);
        if !self.works {
            self.again();
        }
    }

    /// Works for a turn, tells what came of it, and comes back if something is left to do.
    fn work(&mut self) {
        self.works = false;
        let end = self.clock.now() + TURN;
        let mut more = true;
        while more && !self.opened.has_news() && self.clock.now() < end {
            for _ in 0..STRIDE {
                more = self.opened.work();
                if !more || self.opened.has_news() {
                    break;
                }
            }
        }
        let told = self.opened.told();
        self.post(&told);
        if more {
            self.again();
        }
    }

    /// Asks for another turn, after the messages that have come meanwhile.
    fn again(&mut self) {
        self.works = self.next.post_message(&JsValue::NULL).is_ok();
    }

    fn post(&self, messages: &[Vec<u8>]) {
        for message in messages {
            post(&self.scope, message, &[]);
        }
    }
}

/// Posts a message with the files that belong to it. The bytes are handed over, not copied again.
fn post(scope: &DedicatedWorkerGlobalScope, message: &[u8], files: &[web_sys::File]) {
    let bytes = Uint8Array::from(message);
    let parts = Array::of1(&bytes);
    for file in files {
        parts.push(file);
    }
    let _ = scope.post_message_with_transfer(&parts, &Array::of1(&bytes.buffer()));
}
