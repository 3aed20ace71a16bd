//! The page: starts it in the browser; nothing anywhere else.

#[cfg(target_arch = "wasm32")]
fn main() {
    sourceline::ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
