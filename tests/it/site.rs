//! Tests of site: the facts in the page, its policy, and the help for authors.

use expect_test::expect_file;
use sourceline::engine::Bundled;
use sourceline::model::Dataset;
use sourceline::query::Query;
use sourceline::scene::Places;
use sourceline::site::{Failure, Need, complete, data_files, join, passages, renew, run, seal};
use sourceline::words::{EN, published};

use crate::sample::dataset;

const INDEX: &str = r#"<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <!--site:csp-->
    <title><!--site:title--></title>
    <!--site:meta-->
    <link rel="stylesheet" href="./page.css" />
    <script type="module">run("it");</script>
  </head>
  <body>
    <div id="app"><!--site:page--></div>
  </body>
</html>
"#;

/// An engine over a dataset.
fn engine(data: Dataset) -> Bundled {
    let places = Places::of(&data);
    Bundled::new(data, places, &EN)
}

/// The page of the bundled story, and who answers in it.
fn bundled() -> (Bundled, String) {
    let (data, places) = sourceline::corpus::bundled().expect("the bundled story");
    let engine = Bundled::new(data, places, &EN);
    let page = complete(INDEX, &engine).unwrap_or_else(|failure| panic!("{failure}"));
    (engine, page)
}

/// The names and attributes of the start tags in a page, in order. Fails where an end tag does not
/// close what was opened last.
#[track_caller]
fn nested(html: &str) -> Vec<(String, Vec<(String, String)>)> {
    const VOID: [&str; 3] = ["meta", "link", "!doctype"];
    let (mut found, mut open) = (Vec::new(), Vec::new());
    for tag in html.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("the end of a tag");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "</{name}> closes what was opened last");
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if !tag.ends_with('/') && !VOID.contains(&name) {
            open.push(name);
        }
        let attributes = attributes.trim_end_matches('/').trim_end().split_inclusive("\" ");
        let pair = |text: &str| {
            let (name, value) = text.trim_end().split_once('=').unwrap_or((text, ""));
            (name.to_owned(), value.trim_matches('"').to_owned())
        };
        found.push((name.to_owned(), attributes.filter(|text| !text.is_empty()).map(pair).collect()));
    }
    assert_eq!(open, Vec::<&str>::new(), "all is closed");
    found
}

/// The values of an attribute in a page, in order.
#[track_caller]
fn values(html: &str, attribute: &str) -> Vec<String> {
    let attributes = nested(html).into_iter().flat_map(|(_, attributes)| attributes);
    attributes.filter(|(name, _)| name == attribute).map(|(_, value)| value).collect()
}

/// The reason for which a page with `head` in its head is refused.
#[track_caller]
fn refused(head: &str) -> String {
    let page = format!("<meta charset=\"utf-8\"><!--site:csp-->{head}");
    seal(&page).expect_err("the page is refused").to_string()
}

/// The policy of a page with `head` in its head.
#[track_caller]
fn policy(head: &str) -> String {
    let page = format!("<meta charset=\"utf-8\"><!--site:csp-->{head}");
    let sealed = seal(&page).unwrap_or_else(|failure| panic!("{failure}"));
    let (_, policy) = sealed.split_once("content=\"").expect("a policy");
    policy.split_once('"').expect("its end").0.to_owned()
}

mod page {
    use super::*;

    #[test]
    fn one_line_says_how_much_there_is() {
        let (engine, page) = bundled();
        let data = engine.data();
        let (actors, facts, promise) = (data.actors.len(), data.facts.len(), published().promise);
        let line = format!(
            "September 2023 · 2 sources · {actors} actors · {facts} facts · 12 designations · {promise}"
        );
        assert!(page.contains(&line), "{line}");
    }

    #[test]
    fn has_the_facts_as_plain_html() {
        let page = complete(INDEX, &engine(dataset())).unwrap_or_else(|failure| panic!("{failure}"));
        expect_file!["../data/golden/index.html"].assert_eq(&page);
    }

    #[test]
    fn says_all_that_the_app_says_first() {
        let (engine, page) = bundled();
        let story = &engine.data().story;
        let list = engine.list(&Query::default());
        assert_eq!(list.rows.len(), 12, "ten persons and two companies");
        assert_eq!(page.matches("<tr class=\"row ").count(), 12);
        let texts = [&*story.title, &*story.summary].into_iter();
        for text in texts.chain(list.rows.iter().flat_map(|row| [&row.target, &row.detail, &row.reason])) {
            assert!(page.contains(&format!(">{text}<")), "{text}");
        }
        for row in &list.rows {
            let link = format!("href=\"#/network?sel={}\"", row.selection);
            assert!(page.contains(&link), "{link}");
        }
        for (title, known) in engine.sources() {
            assert!(page.contains(&format!(">{}</a></span><small>{known}<", title.text)), "{known}");
        }
    }

    #[test]
    fn has_the_elements_of_the_app() {
        let (_, page) = bundled();
        let classes = values(&page, "class");
        let classes: Vec<_> = classes.iter().flat_map(|all| all.split(' ')).collect();
        let shared = "head head__brand head__tools nav nav__link nav__count lede lede__summary lede__counts \
             areas areas__centre facets facets__search search \
             network network__head network__shown network__tools zoom network__frame network__stage \
             legend legend__entry legend__key swatch list list__head list__total list__tools button \
             button--plain filters-button rows rows--list rows__sort row row__target row__name row__detail \
             row__date badge badge--imposed evidence evidence--start evidence__kicker \
             evidence__title start__help start__source foot foot__data";
        for class in shared.split(' ') {
            assert!(classes.contains(&class), "{class}");
        }
        let app = [
            include_str!("../../src/parts.rs"),
            include_str!("../../src/scene/svg.rs"),
            include_str!("../../src/ui.rs"),
            include_str!("../../src/ui/app.rs"),
            include_str!("../../src/ui/ask.rs"),
            include_str!("../../src/ui/evidence.rs"),
            include_str!("../../src/ui/facets.rs"),
            include_str!("../../src/ui/network.rs"),
            include_str!("../../src/ui/network/legend.rs"),
            include_str!("../../src/ui/network/shapes.rs"),
            include_str!("../../src/ui/network/stage.rs"),
            include_str!("../../src/ui/parts.rs"),
            include_str!("../../src/ui/sanctions.rs"),
        ];
        let is_word = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
        let known: Vec<_> = app.iter().flat_map(|file| file.split(|letter| !is_word(letter))).collect();
        for class in classes {
            // The lines stand in the place of the drawing, which only the app has.
            if class == "network__lines" {
                continue;
            }
            // What follows "--" may come from the facts.
            let (block, _) = class.split_once("--").unwrap_or((class, ""));
            // The app keeps the head of the story and the foot as they are, with all that is in them.
            let (part, _) = block.split_once("__").unwrap_or((block, ""));
            let block = if ["lede", "foot"].contains(&part) { part } else { block };
            assert!(known.contains(&class) || known.contains(&block), "the app knows {class}");
        }
    }

    #[test]
    fn has_no_control_that_does_nothing() {
        let (_, page) = bundled();
        for (name, attributes) in nested(&page) {
            let is_control = ["button", "input", "label", "select", "textarea", "form"].contains(&&*name);
            assert!(!is_control, "<{name}>");
            for (attribute, value) in attributes {
                // The keyboard must reach what scrolls.
                let scrolls = name == "aside" && attribute == "tabindex";
                let active = attribute.starts_with("on") || ["style", "tabindex"].contains(&&*attribute);
                assert!(!active || scrolls, "<{name} {attribute}=\"{value}\">");
            }
        }
    }

    #[test]
    fn is_one_well_formed_document() {
        let (_, page) = bundled();
        let tags = nested(&page);
        for (name, count) in [("h1", 1), ("main", 1), ("header", 1), ("footer", 1), ("nav", 1), ("aside", 2)]
        {
            assert_eq!(tags.iter().filter(|(it, _)| it == name).count(), count, "{name}");
        }
        let ids = values(&page, "id");
        let distinct: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(distinct.len(), ids.len(), "{ids:?}");
        for id in values(&page, "aria-labelledby") {
            assert!(ids.contains(&id), "{id}");
        }
    }

    #[test]
    fn has_nothing_of_the_facts_as_markup() {
        let mut data = dataset();
        let attack = "</title></script><img src=x onerror=\"run('it')\">&amp;";
        data.story.title = attack.to_owned().into();
        data.story.summary = attack.to_owned().into();
        for actor in &mut data.actors {
            actor.name = attack.to_owned();
            actor.description = attack.to_owned().into();
        }
        for group in &mut data.groups {
            group.label = attack.to_owned();
        }
        let page = complete(INDEX, &engine(data)).unwrap_or_else(|failure| panic!("{failure}"));
        assert!(!page.contains("<img"), "{page}");
        assert!(page.contains(
            "&lt;/title&gt;&lt;/script&gt;&lt;img src=x onerror=&quot;run(&#39;it&#39;)&quot;&gt;&amp;amp;"
        ));
    }

    #[test]
    fn cannot_be_made_without_each_marker_once() {
        for marker in ["csp", "title", "meta", "page"] {
            let marker = format!("<!--site:{marker}-->");
            let without =
                complete(&INDEX.replace(&marker, ""), &engine(dataset())).expect_err("a marker is missing");
            assert_eq!(
                without.to_string(),
                format!(
                    "index.html: has the marker {marker} 0 times; \
                     write it once; if the page is already complete, build it again"
                )
            );
            let twice = complete(&INDEX.replace(&marker, &marker.repeat(2)), &engine(dataset()));
            assert!(twice.expect_err("two markers").to_string().contains("2 times"));
        }
    }

    #[test]
    fn has_all_data_beside_it() {
        let names: Vec<_> = data_files(&dataset()).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["facts.json", "sanctions.csv", "entities.ftm.json"]);
        let page = complete(INDEX, &engine(dataset())).unwrap_or_else(|failure| panic!("{failure}"));
        for name in names {
            assert!(page.contains(&format!("href=\"data/{name}\"")), "{name}");
        }
    }
}

mod policy {
    use super::*;

    #[test]
    fn lets_nothing_in_but_the_site_itself() {
        assert_eq!(
            policy(""),
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self' blob:; \
             style-src 'self'; img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; base-uri 'self'; \
             form-action 'none'; object-src 'none'"
        );
    }

    #[test]
    fn names_each_inline_script_by_its_hash() {
        // The example of the specification, Content Security Policy Level 3, section 6.7.3.
        let alert = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        assert!(policy("<script>alert('Hello, world.');</script>").contains(alert));
        assert!(policy("<SCRIPT TYPE=module\n>alert('Hello, world.');</Script >").contains(alert));
        let two = policy("<script>one</script><script>two</script><script>one</script>");
        assert_eq!(two.matches("'sha256-").count(), 2, "{two}");
    }

    #[test]
    fn hashes_a_script_as_browsers_read_it() {
        assert_eq!(policy("<script>a\r\nb\rc</script>"), policy("<script>a\nb\nc</script>"));
        assert_eq!(policy("<script>a < b && '<b>'</script>").matches("sha256").count(), 1);
    }

    #[test]
    fn needs_no_hash_for_a_script_of_the_site() {
        assert_eq!(policy("<script src=\"./app.js\" type=\"module\"></script>"), policy(""));
    }

    #[test]
    fn sees_no_tags_in_comments_and_texts() {
        let harmless = "<!-- <script>one</script> --><title><style></title><p title=\"<script>\">a < b</p>";
        assert_eq!(policy(harmless), policy(""));
    }

    #[test]
    fn comes_before_all_that_it_is_for() {
        for early in ["<script></script>", "<link rel=\"icon\" href=\"x\">"] {
            let failure = seal(&format!("{early}<!--site:csp-->")).expect_err("the marker comes too late");
            assert!(failure.advice.contains("right after the charset"), "{failure}");
        }
    }

    #[test]
    fn refuses_inline_styles() {
        assert!(refused("<style>p { color: red }</style>").contains("inline style"));
        assert!(refused("<p style=\"color: red\">").contains("inline style (color: red)"));
        assert!(refused("<svg><path STYLE='fill: red'/></svg>").contains("inline style (fill: red)"));
    }

    #[test]
    fn refuses_inline_handlers() {
        assert!(refused("<p onclick=run()>").contains("inline handler (onclick)"));
        assert!(refused("<p a=\"1\"onClick='run()'>").contains("inline handler (onclick)"));
    }

    #[test]
    fn refuses_addresses_of_other_sites() {
        for head in [
            "<script src=\"https://example.org/a.js\"></script>",
            "<link rel=\"stylesheet\" href=\"//example.org/a.css\">",
            "<img src=' HTTP://example.org/a.png'>",
            "<a href=\"javascript:run()\">",
        ] {
            assert!(refused(head).contains("not of this site"), "{head}");
        }
        assert_eq!(policy("<a href=\"https://example.org/\">"), policy(""));
    }
}

mod integrity {
    use super::*;

    /// SHA-384 of nothing.
    const EMPTY: &str = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";

    #[test]
    fn is_that_of_the_final_bytes() {
        let page = |a: &str, b: &str| {
            format!(
                "<link href=\"./a.css\" integrity=\"{a}\"/><script src='b.js' integrity='{b}'></script><link href=c>"
            )
        };
        let renewed = renew(&page("sha384-old", "sha384-older"), |address| {
            assert!(matches!(address, "./a.css" | "b.js"), "{address}");
            Ok(Vec::new())
        });
        assert_eq!(renewed, Ok(page(EMPTY, EMPTY)));
    }

    #[test]
    fn is_left_out_where_no_browser_checks_it() {
        let page = |integrity: &str| {
            format!(
                "<link rel=\"modulepreload\" href=\"a.js\" integrity=\"{EMPTY}\">\
                 <link rel=\"preload\" href=\"a.css\" as=\"style\" integrity=\"{EMPTY}\">\
                 <link rel=\"preload\" href=\"a.wasm\" crossorigin=\"anonymous\"{integrity} as=\"fetch\">"
            )
        };
        let renewed = renew(&page(" integrity=\"sha384-old\""), |_| Ok(Vec::new()));
        assert_eq!(renewed, Ok(page("")));
    }

    #[test]
    fn cannot_be_made_without_the_file() {
        let missing = Failure { place: "a".to_owned(), reason: "b".to_owned(), advice: "c".to_owned() };
        let renewed = renew("<link href=a integrity=b>", |_| Err(missing.clone()));
        assert_eq!(renewed, Err(missing));
    }
}

mod sheets {
    use super::*;

    fn sheet(address: &str) -> Result<Vec<u8>, Failure> {
        Ok(match address {
            "./b.css" => b"@layer b, a;\n".to_vec(),
            "./a.css" => b"p{margin:0}".to_vec(),
            "./late.css" => b"@import \"b.css\";".to_vec(),
            _ => panic!("{address} is no stylesheet"),
        })
    }

    #[test]
    fn are_one_file_in_their_order() {
        let page = "<!-- <link rel=stylesheet href=c> --><link rel=\"icon\" href=\"i\" />\
            <link rel=\"stylesheet\" href=\"./b.css\" integrity=\"x\"/><link rel=\"stylesheet\" href=\"./a.css\"><p>";
        let joined = join(page, Need::Now, sheet).unwrap_or_else(|failure| panic!("{failure}"));
        assert_eq!(joined.css, "@layer b, a;\np{margin:0}\n");
        assert_eq!(joined.parts, ["./b.css", "./a.css"]);
        let address = &joined.address;
        assert!(address.starts_with("./style-") && address.ends_with(".css"), "{address}");
        let (before, after) = joined.html.split_once(&format!("href=\"{address}\"")).expect("the link");
        assert_eq!(
            before,
            "<!-- <link rel=stylesheet href=c> --><link rel=\"icon\" href=\"i\" /><link rel=\"stylesheet\" "
        );
        assert!(after.starts_with(" integrity=\"sha384-") && after.ends_with("\" /><p>"), "{after}");
        let renewed = renew(&joined.html, |_| Ok(joined.css.clone().into_bytes()));
        assert_eq!(renewed, Ok(joined.html.clone()), "the integrity is right");
    }

    #[test]
    fn that_are_needed_later_are_a_file_of_their_own_which_no_browser_fetches_by_itself() {
        let page = "<link rel=\"stylesheet\" href=\"./b.css\"><link rel=\"stylesheet\" href=\"./a.css\" media=\"later\"><p>";
        let now = join(page, Need::Now, sheet).unwrap_or_else(|failure| panic!("{failure}"));
        assert_eq!(now.parts, ["./b.css"]);
        let later = join(&now.html, Need::Later, sheet).unwrap_or_else(|failure| panic!("{failure}"));
        assert_eq!(
            (later.css.as_str(), later.parts.as_slice()),
            ("p{margin:0}\n", &["./a.css".to_owned()][..])
        );
        let meta = format!("<meta name=\"later-style\" content=\"{}\" /><p>", later.address);
        assert!(later.html.ends_with(&meta) && !later.html.contains("media"), "{}", later.html);
    }

    #[test]
    fn have_another_name_when_they_say_something_else() {
        let address = |css: &str| {
            let bytes = css.as_bytes().to_vec();
            join("<link rel=\"stylesheet\" href=\"a.css\">", Need::Now, |_| Ok(bytes.clone()))
                .map(|it| it.address)
        };
        assert_eq!(address("a"), address("a"));
        assert_ne!(address("a"), address("b"));
    }

    #[test]
    fn are_not_joined_where_that_would_change_what_they_say() {
        let late =
            join("<link rel=\"stylesheet\" href=\"./late.css\">", Need::Now, sheet).expect_err("an import");
        assert!(late.to_string().contains("@import"), "{late}");
    }

    #[test]
    fn need_not_be_there() {
        let joined = join("<p>", Need::Now, sheet).unwrap_or_else(|failure| panic!("{failure}"));
        assert_eq!((&*joined.html, joined.parts.len()), ("<p>", 0));
    }
}

mod commands {
    use super::*;

    fn failure(arguments: &[&str]) -> String {
        let arguments: Vec<_> = arguments.iter().map(|text| (*text).to_owned()).collect();
        run(&arguments, None).expect_err("a failure").to_string()
    }

    #[test]
    fn that_there_are_not_are_told_with_those_that_there_are() {
        for arguments in [&[][..], &["polish"], &["passages"]] {
            assert!(failure(arguments).contains("site finish [DIR]"), "{arguments:?}");
        }
    }

    #[test]
    fn say_where_a_file_is_missing() {
        assert!(failure(&["passages", "no/such.txt"]).starts_with("no/such.txt: "));
        assert!(failure(&["finish"]).contains("site finish DIR"));
    }

    #[test]
    fn write_the_passages_of_a_document() {
        let toml = passages("report-one", include_bytes!("../data/report-one.txt")).expect("UTF-8");
        expect_file!["../data/golden/passages.toml"].assert_eq(&toml);
        assert!(passages("x", b"\xff").is_err());
    }

    #[test]
    fn write_passages_that_a_story_can_start_from() {
        let data = dataset();
        let toml = passages("report-one", include_bytes!("../data/report-one.txt")).expect("UTF-8");
        assert!(toml.contains(&data.sources[0].sha256.to_string()));
        for sentence in data.sources[0].paragraphs.iter().flat_map(|it| &it.sentences) {
            assert!(toml.contains(&sentence.to_string()));
        }
    }
}
