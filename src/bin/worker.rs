//! The worker that reads a list: starts it in the browser; nothing anywhere else.

#[cfg(target_arch = "wasm32")]
fn main() {
    sourceline::worker::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
