#![no_main]

use std::cell::LazyCell;

use sourceline::store::Store;

thread_local! {
    static STORE: LazyCell<Store> = const { LazyCell::new(sourceline_fuzz::small_store) };
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| STORE.with(|store| sourceline_fuzz::search(store, bytes)));
