//! Tests of the engine: what it answers over the bundled story, in the words of the page.

mod bundled;
mod dossier;
mod list;
mod network;

use sourceline::corpus::bundled;
use sourceline::engine::Bundled;
use sourceline::query::{Query, View};
use sourceline::seam::{Engine, FacetCounts, ask};
use sourceline::words::EN;

/// The engine of the page.
pub(crate) fn engine() -> Bundled {
    let (data, places) = bundled().unwrap();
    Bundled::new(data, places, &EN)
}

/// The query that stands in a fragment which is understood and names what there is.
#[track_caller]
pub(crate) fn query(engine: &Bundled, fragment: &str) -> Query {
    let parsed = Query::parse(fragment);
    assert_eq!(parsed.notices, [], "{fragment}");
    let known = parsed.query.known(engine.data());
    assert_eq!(known.notices, [], "{fragment}");
    known.query
}

/// The facets of a query's view.
pub(crate) fn facets(engine: &Bundled, query: &Query) -> Vec<FacetCounts> {
    engine.answer(&ask::Facets::all(query.to_fragment()))
}

#[test]
fn sources_are_told_by_title_and_date_and_lead_to_themselves() {
    let engine = engine();
    let sources = engine.sources();
    let dates: Vec<_> = sources.iter().map(|(_, report)| report.as_str()).collect();
    assert_eq!(dates.len(), engine.data().sources.len());
    for date in ["report of 14 September 2023", "report of 21 September 2023"] {
        assert!(dates.contains(&date), "{date} in {dates:?}");
    }
    for (title, _) in sources {
        let dossier = engine.dossier(&title.to.unwrap()).unwrap();
        assert_eq!(dossier.title, title.text);
    }
}

#[test]
fn each_view_has_the_facets_of_its_own() {
    let engine = engine();
    let keys = |view: View| {
        let facets = facets(&engine, &Query::default().viewing(view));
        facets.into_iter().map(|facet| facet.key).collect::<Vec<_>>()
    };
    assert_eq!(keys(View::Network), ["passed", "status", "side", "topic"]);
    assert_eq!(keys(View::Statements), ["rests", "speaker", "speaker-side", "status", "topic", "event"]);
    assert_eq!(keys(View::Sanctions), ["listing", "target", "naming", "group", "authority", "country"]);
}
