//! The page: starts it in the browser; nothing anywhere else.

/// An allocator that is made to be small: the page allocates little, and each byte of it is fetched.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
fn main() {
    sourceline::ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
