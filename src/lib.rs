//! # Sourceline
//!
//! A static page in which a reader explores who did and said what to whom in a news event, and who
//! is sanctioned by whom, why and since when. Every edge, row and date leads to the sentence that
//! says it and to the person who said it.
//!
//! # Where to read
//!
//! The modules stand below in the order in which they are best read; each says at its head what it is
//! for and what it leaves to others.
//!
//! | module | what it does | where it is compiled |
//! |---|---|---|
//! | [`model`] | the words of the house as types; a [`model::Dataset`] holds a whole story | everywhere |
//! | [`passage`] | cuts a document into paragraphs and sentences and hashes them | everywhere |
//! | `story` | reads a story from TOML and checks it; all problems at once | natively, and in the worker |
//! | [`corpus`] | the bundled story in two parts, as the build script `src/corpus/build.rs` packed it | everywhere |
//! | [`order`], [`pack`] | one sort and one byte format for all types, because each weighs | everywhere |
//! | [`words`] | what the page says in its own voice, in one catalogue | everywhere |
//! | [`query`] | what the reader has chosen, its form in the address, facets, text search | everywhere |
//! | [`graph`] | the network of a query's facts: edges, ways, layout | everywhere |
//! | [`history`] | the steps that a reader has gone, for undo and redo | everywhere |
//! | [`scene`] | a network seen through a camera, as a display list; picking and gestures | everywhere |
//! | [`timeline`] | facts on a time axis, in lanes, as a display list | everywhere |
//! | [`export`] | facts and lists as published data | everywhere |
//! | [`coverage`] | which facts rest on which sentence of a source | everywhere |
//! | [`check`] | a reader's copy of a document held against the hashes of a source | everywhere |
//! | [`engine`] | the bundled story: what its views ask, answered in the words of the page | everywhere |
//! | [`search`] | search everywhere: one index over all of it, in any script, with wrong letters | everywhere |
//! | [`import`] | lists that a reader opens: from files to records, a step at a time, with a report | everywhere |
//! | [`store`] | an opened list, ready to be asked: rows, search, facets, orders, relations | everywhere |
//! | [`seam`] | the [`seam::Engine`] of all who have facts, the story here or a list in a worker: what is asked and answered, as plain data | everywhere |
//! | [`opened`] | an opened list behind that seam: import and store, a small piece of work at a time | everywhere |
//! | [`kept`] | lists that a reader keeps in the browser: what is noted beside their files | everywhere |
//! | [`samples`] | small lists of our own, to try | everywhere |
//! | [`scroll`] | where a list of a million rows is scrolled to | everywhere |
//! | `parts` | what of the page is shown twice, before the app and by it, written once | natively, and in the page |
//! | `apart` | texts of files within sentences of the page: they turn nothing around | everywhere |
//! | `site` | what is done to the page after Trunk; help for authors | natively |
//! | `worker` | runs an opened list in a worker: files of the reader in, messages both ways; the shelf of lists that are kept | in the browser |
//! | `ui` | the page itself, drawn by hand-made elements over Leptos' signals | in the browser |
//!
//! The program of the page is two WebAssembly files. What only the table of functions in `ui::later`
//! reaches is cut off the first after linking and fetched with the reader's first move. The texts of the
//! facts come with it: they are [`model::Late`].
//!
//! Lists that a reader opens are read and asked in a program of its own, a worker, which the page fetches
//! when it needs one (`ui::worker`). It is built without the feature `page`, so it has no Leptos in it.
//!
//! Three programs call them, with a few lines each: `src/bin/app.rs` starts `ui`, `src/bin/worker.rs`
//! starts `worker`, `src/bin/site.rs` runs `site`. All but `story`, `site`, `worker` and `ui` is called the
//! core below.
//!
//! Facts flow one way. The build script reads the TOML, checks it, lays the network out and packs
//! both; [`corpus`] unpacks them when the page starts; an [`engine::Bundled`] answers over them; `ui`
//! shows the answers. What a reader does changes a [`query::Query`], and everything shown follows.
//!
//! # What holds, and what holds it
//!
//! 1. **The core knows no browser.** Leptos, gloo and web-sys are dependencies for wasm32 alone, so a
//!    core module that uses them does not compile natively. The compiler holds it, in every native test. The
//!    build of the worker holds that nothing but `ui` uses Leptos.
//! 2. **The core reads no clock and does no I/O.** `disallowed_methods` in `clippy.toml` refuses the
//!    clock. `std::fs` stands in `site` and in the build script only: no lint holds that, readers do.
//! 3. **Bad input is told, never a crash.** Clippy's `unwrap_used`, `expect_used` and `panic` are
//!    warnings in `Cargo.toml`, and the gate takes warnings for errors. Property tests feed what
//!    readers and authors could bring: `whatever_is_read_is_written_in_one_way` for addresses,
//!    `any_text_can_be_cut` for documents, `any_text_can_be_searched_and_what_is_shown_of_it_is_whole` for the
//!    search, `no_bytes_stop_the_check` for files that readers open,
//!    `no_text_stops_the_reader_of_dates` for dates, `no_bytes_stop_an_import` for lists,
//!    `any_text_can_be_asked_for` for searching them, `no_damage_to_a_seed_stops_its_target` for each format that is
//!    opened, for addresses and for search: the fuzz targets of `tests/fuzz` on their seeds. Indexing by an id of
//!    another dataset is the one thing that may stop the program.
//! 4. **Nothing stands without evidence.** `story` refuses a record that names no sentence
//!    (`a_record_without_evidence_is_told`), and such a story fails the build. What rests on its speaker
//!    alone is marked: `what_only_its_speaker_asserts_is_marked_and_so_is_what_is_missing`. On how many
//!    independent voices it rests is counted strictly: `nobody_counts_twice`.
//!    A time is shown as precisely as it is known and no more: `a_time_is_what_is_known_and_no_more`.
//! 5. **The fragment is the query.** What is written is read again as it was
//!    (`what_is_written_is_read_again`); two equal queries have one address. Signals hold only what does
//!    not derive from others: `ui::state` writes the query, views read it.
//! 6. **The same input gives the same bytes.** There is no hash map to iterate, lots are drawn from a seed, and
//!    geometry keeps to exact arithmetic. `the_same_seed_gives_the_same_picture`,
//!    `the_picture_is_the_one_made_when_the_program_was_built`, `writing_twice_gives_the_same`.
//! 7. **What is published has types of its own.** They stand in [`export`], and JSON begins with its kind
//!    and version. `tests/data/golden` holds what a small story gives: `the_dataset_as_json`,
//!    `the_designations_as_csv`, `actors_sanctions_and_relations_as_entities`. So has what is kept in a browser:
//!    `a_note_says_what_it_is_and_of_which_version`.
//! 8. **One list for each family.** Facets, formats, views and columns stand in one list each
//!    ([`query::FACETS`], [`export::FORMATS`], [`import::formats::FORMATS`], [`query::View::ALL`],
//!    [`query::Column::ALL`]), from which page, addresses and files are made. `each_facet_has_a_key_of_its_own_a_label_and_a_word_on_it`.
//! 9. **The page's own words are in [`words`].** `every_word_of_the_catalogue_is_used`,
//!    `every_value_of_the_model_has_a_name_of_its_own`.
//! 10. **Text stays text.** `ui::dom` has no way to HTML; `site` escapes what it writes
//!     (`has_nothing_of_the_facts_as_markup`) and refuses a page that its own policy would block
//!     (`refuses_inline_styles`, `refuses_addresses_of_other_sites`). No cell of a CSV is a formula:
//!     `no_cell_of_a_list_is_a_formula`. What stands in opened lists is tried in a browser without that policy
//!     (`tests/e2e/hostile.spec.mjs`), in each format, and turns nothing around that the page says beside it:
//!     `no_name_turns_around_what_is_told_after_it`, `what_stands_in_a_text_turns_nothing_around_beside_it`.
//! 11. **No `unsafe`, and a doc comment on all that is public.** `unsafe_code` is forbidden and
//!     `missing_docs` a warning in `Cargo.toml`.
//!
//! 12. **Nothing is read before it is there.** What of a dataset comes with the second file has the type
//!     [`model::Late`], and the release build stops where the first file reads it as if it were there
//!     (`.ci/wasm.mjs`). That all else needs none of it:
//!     `who_stands_where_and_is_joined_to_whom_does_not_wait_for_the_texts`.
//!
//! # What is deliberately not here
//!
//! - **A server.** The page is files. What a reader chooses stays in the browser, in the fragment of the
//!   address, which browsers do not send.
//! - **Leptos' typed views.** `ui::dom` makes elements by hand and takes signals, memos and ownership
//!   from Leptos. Its head says why: typed views alone were heavier than the whole first load may be.
//! - **The layout in the page.** It is worked out when the page is built ([`scene::Places`]), so a filter
//!   moves nobody and the page does not carry what drew it.
//! - **A message for every question to the story.** What can be asked of the story and of an opened list alike (rows, facets,
//!   rows for paper, what a text may mean, what a query leaves as a file) is asked of a [`seam::Engine`], whoever that is. What
//!   only the story knows (its evidence, who contradicts whom, paths, the timeline …) never travels, so it is a function of
//!   [`engine::Bundled`] and no [`seam::Request`]: its answers are plain data, too.
//! - **The text of the documents.** A story keeps hashes of sentences, and of their words only direct
//!   speech that the documents themselves quote.

pub mod model;

pub mod passage;

#[cfg(any(not(target_arch = "wasm32"), not(feature = "page")))]
pub mod story;

pub mod corpus;

pub mod order;

pub mod pack;

pub mod words;

mod apart;

pub mod query;

pub mod graph;

pub mod history;

pub mod scene;

pub mod timeline;

pub mod export;

pub mod coverage;

pub mod check;

pub mod engine;

pub mod search;

pub mod import;

pub mod store;

pub mod seam;

pub mod opened;

#[cfg(any(not(target_arch = "wasm32"), feature = "page"))]
mod parts;

pub mod scroll;

pub mod kept;

pub mod samples;

#[cfg(not(target_arch = "wasm32"))]
pub mod site;

#[cfg(target_arch = "wasm32")]
pub mod worker;

#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod ui;
