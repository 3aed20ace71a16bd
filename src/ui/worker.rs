//! The page's end of a worker that reads a list ([`crate::worker`] is the other).
//!
//! A worker is started through a script that stands in a blob: so the Content-Security-Policy of the page binds it,
//! which would not bind a worker that is started by its address. The names of its files are put here when the page
//! is built (`.ci/wasm.mjs`).

use core::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, MessageEvent, Url};

use super::browser;

/// A worker. It ends when this is dropped, whatever it is at, and the browser has its memory back.
pub(super) struct Worker {
    line: Rc<Line>,
    /// Whoever drops them hears nothing more.
    _ears: Vec<EventListener>,
}

/// What is heard of a worker.
pub(super) enum Heard {
    /// A message, with the files that belong to it.
    Message(Vec<u8>, Vec<web_sys::File>),
    /// It broke, and this is what the browser says of it. It is the last that is heard.
    Trapped(String),
    /// Its files could not be fetched, or the browser refuses workers. It is the last that is heard.
    Unloadable,
}

/// What a worker and its listeners share.
struct Line {
    /// None where the browser refuses workers.
    worker: Option<web_sys::Worker>,
    /// The address of the blob, as long as it is needed.
    blob: RefCell<String>,
    /// Messages that wait until the worker listens; none once it does.
    waiting: RefCell<Option<Vec<Array>>>,
    over: Cell<bool>,
}

impl Worker {
    /// Starts a worker, and fetches its program. `hear` is called with all that is heard of it, and not before this
    /// has returned; it may drop the worker.
    pub(super) fn start(hear: impl Fn(Heard) + 'static) -> Self {
        let blob = trampoline().unwrap_or_default();
        let line = Rc::new(Line {
            worker: web_sys::Worker::new(&blob).ok(),
            blob: RefCell::new(blob),
            waiting: RefCell::new(Some(Vec::new())),
            over: Cell::new(false),
        });
        let mut ears = Vec::new();
        if let Some(worker) = &line.worker {
            let hear = Rc::new(hear);
            let listen = |event, act: Box<dyn Fn(&web_sys::Event)>| {
                let options = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(worker, event, options, move |event| act(event))
            };
            let (one, other, told) = (line.clone(), line.clone(), hear.clone());
            let message = move |event: &web_sys::Event| {
                let data = event.unchecked_ref::<MessageEvent>().data();
                one.hear(data).into_iter().for_each(|heard| told(heard));
            };
            // The script that starts it catches what it can; this is the rest.
            let error = move |event: &web_sys::Event| {
                // Some browsers would take it for an error of the page.
                event.prevent_default();
                let said = if other.listens() { Heard::Trapped(event.type_()) } else { Heard::Unloadable };
                other.end(said).into_iter().for_each(|heard| hear(heard));
            };
            ears.extend([listen("message", Box::new(message)), listen("error", Box::new(error))]);
        } else {
            let line = line.clone();
            browser::later(0, Box::new(move || line.end(Heard::Unloadable).into_iter().for_each(hear)));
        }
        Self { line, _ears: ears }
    }

    /// Posts a message with the files that belong to it. What is posted before the worker is there is kept for it,
    /// in order.
    pub(super) fn post(&self, message: &[u8], files: &[web_sys::File]) {
        let parts = Array::of1(&Uint8Array::from(message));
        for file in files {
            parts.push(file);
        }
        self.line.post(parts);
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.line.end(Heard::Unloadable);
    }
}

impl Line {
    fn listens(&self) -> bool {
        self.waiting.borrow().is_none()
    }

    fn post(&self, parts: Array) {
        if let Some(waiting) = &mut *self.waiting.borrow_mut() {
            waiting.push(parts);
        } else if let Some(worker) = &self.worker {
            // Bytes and files can always be posted.
            let _ = worker.post_message(&parts);
        }
    }

    /// What a message says to those who listen.
    fn hear(&self, data: JsValue) -> Option<Heard> {
        self.revoke();
        if data.is_undefined() {
            let waiting = self.waiting.take().unwrap_or_default();
            waiting.into_iter().for_each(|parts| self.post(parts));
            None
        } else if let Some(said) = data.as_string() {
            self.end(Heard::Trapped(said))
        } else if data.as_f64().is_some() {
            self.end(Heard::Unloadable)
        } else {
            let parts = data.unchecked_into::<Array>();
            let files = || parts.iter().skip(1).map(JsCast::unchecked_into);
            let is_heard = !self.over.get();
            is_heard.then(|| Heard::Message(Uint8Array::from(parts.get(0)).to_vec(), files().collect()))
        }
    }

    /// Ends the worker; gives what is heard of that, once.
    fn end(&self, heard: Heard) -> Option<Heard> {
        self.revoke();
        if let Some(worker) = &self.worker {
            worker.terminate();
        }
        (!self.over.replace(true)).then_some(heard)
    }

    /// Gives the blob back: a worker that has said something has read it.
    fn revoke(&self) {
        let blob = self.blob.take();
        if !blob.is_empty() {
            let _ = Url::revoke_object_url(&blob);
        }
    }
}

/// The address of the script that starts a worker.
fn trampoline() -> Option<String> {
    let href = window().location().href().ok()?;
    let page = href.split(['?', '#']).next()?;
    let (folder, _) = page.rsplit_once('/')?;
    // An address has no quotation marks.
    let script = [CATCH, "const at=\"", folder, "/", NAME, "\";", LOAD].concat();
    let blob = Blob::new_with_str_sequence(&Array::of1(&JsValue::from(script))).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// The files of the worker, without their endings. The digits are put here when the page is built.
const NAME: &str = "worker-0000000000000000";

/// What nobody catches is told as a text, wherever it comes from: the page hears nothing of promises otherwise.
const CATCH: &str = "\
onerror=(text,file,line,column,error)=>{postMessage(`${error??text}`);return true};\
onunhandledrejection=event=>{event.preventDefault();postMessage(`${event.reason}`)};";

/// What cannot be fetched, or is no program, is told as a number. What has no memory left to run is an error.
const LOAD: &str = "\
try{importScripts(at+\".js\");\
fetch(at+\".wasm\").then(it=>it.ok?it.arrayBuffer():Promise.reject()).then(it=>WebAssembly.compile(it))\
.then(it=>wasm_bindgen({module_or_path:it}),error=>postMessage(error instanceof RangeError?`${error}`:0))\
}catch{postMessage(0)}";
