#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    sourceline_fuzz::format("uk-xml", bytes);
});
