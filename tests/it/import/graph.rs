//! Tests of networks: GEXF and GraphML.

use sourceline::import::record::{Kind, NameKind, RelationKind, Whom};
use sourceline::import::{Limits, Record, Refusal, Repair};

use super::{Read, import, import_with};

/// A network as Gephi writes it.
pub(super) const GEXF: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta lastmodifieddate="2024-05-07"><creator>Gephi</creator><title></title><description>Who knows whom</description></meta>
  <graph defaultedgetype="directed" mode="static">
    <attributes class="node" mode="static">
      <attribute id="0" title="Type" type="string"><default>person</default></attribute>
      <attribute id="1" title="Country" type="string"/>
      <attribute id="2" title="Date of birth" type="string"/>
      <attribute id="3" title="colour &amp; shape" type="string"/>
    </attributes>
    <attributes class="edge" mode="static"><attribute id="0" title="relation" type="string"/></attributes>
    <nodes>
      <node id="a" label="Ida  Holm"><attvalues><attvalue for="1" value="Russia"/><attvalue for="2" value="1951-03-04"/></attvalues><viz:size value="4.0"/></node>
      <node id="b" label="Acme"><attvalues><attvalue for="0" value="company"/><attvalue for="3" value="blue"/><attvalue for="9" value="odd"/></attvalues></node>
      <node id="c" start="2001" end="2005-06"/>
    </nodes>
    <edges>
      <edge id="0" source="a" target="b" label="has run it" weight="1.0" start="2010-01-02" end="2012"><attvalues><attvalue for="0" value="director of"/></attvalues></edge>
      <edge id="1" source="b" target="c" type="undirected" weight="2.5"/>
    </edges>
  </graph>
</gexf>
"#;

/// A network as yEd writes it: a group, labels in what is drawn.
pub(super) const GRAPHML: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key attr.name="Description" attr.type="string" for="graph" id="d0"/>
  <key attr.name="url" attr.type="string" for="node" id="d4"/>
  <key attr.name="kind" attr.type="string" for="node" id="d5"><default>company</default></key>
  <key for="node" id="d6" yfiles.type="nodegraphics"/>
  <key attr.name="weight" attr.type="double" for="edge" id="d8"/>
  <key attr.name="since" attr.type="string" for="edge" id="d9"/>
  <key for="edge" id="d10" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <data key="d0">A drawing</data>
    <node id="n0"><data key="d5">person</data><data key="d6"><y:ShapeNode><y:Geometry height="30.0"/><y:NodeLabel alignment="center">Ida
Holm<y:LabelModel><y:SmartNodeLabelModel distance="4.0"/></y:LabelModel></y:NodeLabel><y:Shape type="ellipse"/></y:ShapeNode></data></node>
    <node id="n1" yfiles.foldertype="group">
      <data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0"><y:GroupNode><y:NodeLabel>Holdings</y:NodeLabel></y:GroupNode><y:GroupNode><y:NodeLabel>Folder 1</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>
      <graph edgedefault="directed" id="n1:">
        <node id="n1::n0"><data key="d4">https://example.org</data></node>
        <edge id="n1::e0" source="n1::n0" target="n0"/>
      </graph>
    </node>
    <edge id="e0" source="n0" target="n1"><data key="d8">1.0</data><data key="d9">2001</data><data key="d10"><y:PolyLineEdge><y:EdgeLabel>owns</y:EdgeLabel></y:PolyLineEdge></data></edge>
    <edge id="e1" source="n0" target="nobody" directed="false"><data key="d8">3</data></edge>
    <hyperedge><endpoint node="n0"/><endpoint node="n1"/><endpoint node="n1::n0"/></hyperedge>
  </graph>
</graphml>
"#;

fn read(text: &str) -> Read {
    import(&[("net.xml", text.as_bytes())])
}

/// A network of one graph with these declarations and elements.
fn graphml(keys: &str, elements: &str) -> Read {
    read(&format!("<graphml>{keys}<graph edgedefault='undirected'>{elements}</graph></graphml>"))
}

fn gexf(elements: &str) -> Read {
    read(&format!("<gexf><graph>{elements}</graph></gexf>"))
}

fn name(record: &Record) -> &str {
    record.name().unwrap().full.as_str()
}

fn extras(record: &Record) -> Vec<(&str, &str)> {
    record.extras.iter().map(|it| (&*it.name, it.value.as_str())).collect()
}

/// The relations of all records: whose, to whom, how, and in which words.
fn relations(read: &Read) -> Vec<(&str, &str, RelationKind, bool, &str)> {
    let all = read.records.iter().flat_map(|record| record.relations.iter().map(move |it| (record, it)));
    all.map(|(record, it)| {
        let Whom::Id(to) = &it.to else { panic!("by id") };
        assert!(record.extends);
        (record.id.as_str(), to.as_str(), it.kind, it.inverse, it.role.as_deref().unwrap_or_default())
    })
    .collect()
}

#[test]
fn nodes_of_gexf_are_actors_with_their_attributes() {
    let read = read(GEXF);
    let file = &read.import.report().files()[0];
    assert_eq!((file.format.unwrap().key, file.kept), ("gexf", 5));
    assert_eq!(
        (file.about.list.as_deref(), file.about.published.as_deref()),
        (Some("Who knows whom"), Some("2024-05-07"))
    );
    let ida = read.entry("a");
    assert_eq!((ida.list.as_str(), name(ida), ida.kind), ("graph:net.xml", "Ida Holm", Kind::Person));
    assert_eq!(
        (ida.countries[0].code, ida.born[0].start.unwrap().to_string()),
        (Some("ru"), "1951-03-04".to_owned())
    );
    assert_eq!(extras(ida), [("Country", "Russia"), ("Date of birth", "1951-03-04"), ("Type", "person")]);
    let acme = read.entry("b");
    assert_eq!(
        (acme.kind, extras(acme)),
        (Kind::Company, vec![("Type", "company"), ("colour & shape", "blue"), ("9", "odd")])
    );
    // Without a label its id is all that there is.
    assert_eq!(
        (name(read.entry("c")), extras(read.entry("c"))),
        ("c", vec![("Type", "person"), ("start", "2001"), ("end", "2005-06")])
    );
    assert!(read.words(ida).starts_with("<node id=\"a\"") && read.words(ida).ends_with("</node>"));
    assert_eq!(ida.place.line, Some(13));
}

#[test]
fn edges_of_gexf_are_relations() {
    let read = read(GEXF);
    assert_eq!(
        relations(&read),
        [
            ("a", "b", RelationKind::Directorship, false, "has run it; relation: director of"),
            ("b", "c", RelationKind::UnknownLink, false, "weight: 2.5; undirected"),
        ]
    );
    let it = &read.records[3].relations[0];
    assert_eq!(
        (it.start.as_ref().unwrap().words.as_str(), it.end.as_ref().unwrap().words.as_str()),
        ("2010-01-02", "2012")
    );
    assert!(it.start.as_ref().unwrap().is_known());
    assert_eq!(
        read.words(&read.records[4]),
        r#"<edge id="1" source="b" target="c" type="undirected" weight="2.5"/>"#
    );
}

#[test]
fn attributes_of_gexf_1_1_hold_for_a_time() {
    let read = gexf(
        "<attributes class='node'><attribute id='n' title='office'/></attributes>\
         <nodes><node id='a'><attvalues><attvalue id='n' value='Chair' start='2001' end='2002'/><attvalue id='n' value='Head' start='2003'/></attvalues></node></nodes>",
    );
    assert_eq!(extras(read.entry("a")), [("office", "Chair (2001–2002)"), ("office", "Head (2003–)")]);
}

#[test]
fn an_edge_holds_in_each_of_its_spells() {
    let read = gexf(
        "<edges><edge source='a' target='b'><spells><spell start='2001' end='2002'/><spell start='2005'/></spells></edge></edges>",
    );
    let times: Vec<_> =
        read.records[0].relations.iter().map(|it| it.start.as_ref().unwrap().words.as_str()).collect();
    assert_eq!(times, ["2001", "2005"]);
}

#[test]
fn steps_and_seconds_are_no_dates_and_nothing_to_tell() {
    let read = gexf(
        "<edges><edge source='a' target='b' start='1715040000.5'/><edge source='a' target='b' start='sometime'/></edges>",
    );
    assert!(!read.records[0].relations[0].start.as_ref().unwrap().is_known());
    assert_eq!(read.repaired(), [(2, Repair::Date { words: "sometime".to_owned() })]);
}

#[test]
fn nodes_of_gexf_may_hold_nodes() {
    let read = gexf(
        "<nodes><node id='a' label='A'><nodes><node id='b' label='B'><nodes><node id='c'/></nodes></node></nodes>\
         <edges><edge source='b' target='c'/></edges></node><node id='d' pid='a'/></nodes>",
    );
    let parents: Vec<_> =
        read.records.iter().map(|it| (it.id.as_str(), it.extras_of("parent").next())).collect();
    assert_eq!(parents, [("a", None), ("b", Some("a")), ("c", Some("b")), ("b", None), ("d", Some("a"))]);
    assert_eq!(read.words(read.entry("c")), "<node id='c'/>");
    assert_eq!(read.records.iter().map(|it| it.place.record).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
}

#[test]
fn nodes_of_graphml_have_the_labels_that_yed_draws() {
    let read = read(GRAPHML);
    assert_eq!(read.import.report().files()[0].format.unwrap().key, "graphml");
    let ida = read.entry("n0");
    assert_eq!((name(ida), ida.kind, extras(ida)), ("Ida Holm", Kind::Person, vec![("kind", "person")]));
    let group = read.entry("n1");
    assert_eq!((name(group), extras(group)), ("Holdings", vec![("kind", "company"), ("label", "Folder 1")]));
    let within = read.entry("n1::n0");
    let expected = vec![("url", "https://example.org"), ("kind", "company"), ("parent", "n1")];
    assert_eq!((name(within), within.kind, extras(within)), ("n1::n0", Kind::Company, expected));
    assert_eq!(read.words(within), "<node id=\"n1::n0\"><data key=\"d4\">https://example.org</data></node>");
}

#[test]
fn edges_of_graphml_are_relations_and_those_of_more_ends_are_refused() {
    let read = read(GRAPHML);
    assert_eq!(
        relations(&read),
        [
            ("n1::n0", "n0", RelationKind::UnknownLink, false, ""),
            ("n0", "n1", RelationKind::UnknownLink, false, "owns"),
            ("n0", "nobody", RelationKind::UnknownLink, false, "weight: 3; undirected"),
        ]
    );
    let since = read
        .records
        .iter()
        .find(|it| it.relations.first().is_some_and(|it| it.role.as_deref() == Some("owns")));
    assert_eq!(since.unwrap().relations[0].start.as_ref().unwrap().words, "2001");
    assert_eq!(read.refused(), [(7, Refusal::Hyperedge)]);
}

#[test]
fn nodes_of_networkx_are_named_by_their_ids_or_attributes() {
    let read = graphml(
        "<key id='d0' for='node' attr.name='name' attr.type='string'/><key id='d1' for='edge' attr.name='label' attr.type='string'/>\
         <key id='d2' for='edge' attr.name='kind' attr.type='string'/>",
        "<node id='Ida Holm'/><node id='7'><data key='d0'>Jon</data></node>\
         <edge source='Ida Holm' target='7' id='0'><data key='d2'>owned_by</data><data key='d1'>since ever</data></edge>",
    );
    assert_eq!(read.records[..2].iter().map(name).collect::<Vec<_>>(), ["Ida Holm", "Jon"]);
    assert_eq!(
        relations(&read),
        [("Ida Holm", "7", RelationKind::Ownership, true, "since ever; kind: owned_by")]
    );
}

#[test]
fn a_key_of_all_is_one_of_nodes_and_edges() {
    let read = graphml(
        "<key id='k' for='all' attr.name='note'><default>x</default></key>",
        "<node id='a'/><edge source='a' target='a'/>",
    );
    assert_eq!((extras(&read.records[0]), relations(&read)[0].4), (vec![("note", "x")], "note: x"));
}

#[test]
fn what_a_title_says_of_a_node_is_understood() {
    let read = graphml(
        "<key id='a' for='node' attr.name='alias'/><key id='n' for='node' attr.name='nationality'/><key id='l' for='node' attr.name='label'/>\
         <key id='t' for='node' attr.name='type'/>",
        "<node id='x'><desc>Of old</desc><data key='a'>Idi</data><data key='n'>kp</data><data key='l'>Ida</data><data key='t'>Individual</data></node>",
    );
    let it = &read.records[0];
    let names: Vec<_> = it.names.iter().map(|it| (it.kind, it.full.as_str())).collect();
    assert_eq!(names, [(NameKind::Primary, "Ida"), (NameKind::Alias, "Idi")]);
    assert_eq!(
        (it.nationalities[0].code, it.kind, it.remarks[0].as_str()),
        (Some("kp"), Kind::Person, "Of old")
    );
    assert_eq!(it.extras.len(), 4);
}

#[test]
fn relations_are_known_by_words_and_schemata() {
    let cases = [
        ("Ownership", RelationKind::Ownership, false),
        ("works for", RelationKind::Employment, false),
        ("MEMBER_OF", RelationKind::Membership, false),
        ("represented-by", RelationKind::Representation, true),
        ("brother", RelationKind::Family, false),
        ("likes", RelationKind::UnknownLink, false),
    ];
    for (words, kind, inverse) in cases {
        let read = graphml(
            "<key id='k' for='edge' attr.name='type'/>",
            &format!("<edge source='a' target='b'><data key='k'>{words}</data></edge>"),
        );
        let role = format!("type: {words}");
        assert_eq!(relations(&read), [("a", "b", kind, inverse, role.as_str())]);
    }
}

#[test]
fn what_a_node_or_an_edge_lacks_is_told() {
    let read = graphml("", "<node/><edge source='a'/><edge target='a'/><node id='a'/>");
    let missing = |field| Refusal::Missing { field };
    assert_eq!(read.refused(), [(1, missing("id")), (2, missing("target")), (3, missing("source"))]);
    assert_eq!(read.records.len(), 1);
    assert_eq!(graphml("", "").stopped(), [Refusal::Empty]);
}

#[test]
fn values_that_all_have_do_not_make_a_small_file_a_large_one() {
    let long = "x".repeat(1000);
    let keys = format!("<key id='k' for='node' attr.name='k'><default>{long}</default></key>");
    let nodes = "<node id='a'/>".repeat(1000);
    let limits = Limits { ratio_from: 100_000, ..Limits::default() };
    let text = format!("<graphml>{keys}<graph>{nodes}</graph></graphml>");
    let read = import_with(&[("net.graphml", text.as_bytes())], limits);
    assert_eq!(read.stopped(), [Refusal::Bomb { limit: 16 }]);
    assert!(read.records.len() > 50 && read.records.len() < 500);
    // Within one node likewise, where the id of what holds them is written beside each.
    let text = format!(
        "<graphml><graph><node id='{}'><graph>{nodes}</graph></node></graph></graphml>",
        "y".repeat(10_000)
    );
    let read = import_with(&[("net.graphml", text.as_bytes())], limits);
    assert_eq!(read.stopped(), [Refusal::Bomb { limit: 16 }]);
    // And no more attributes are declared than a table may have columns.
    let keys: String = (0..9).map(|it| format!("<key id='{it}' for='all'/>")).collect();
    let text = format!("<graphml>{keys}<graph><node id='a'/></graph></graphml>");
    let read = import_with(&[("net.graphml", text.as_bytes())], Limits { columns: 16, ..Limits::default() });
    assert_eq!(read.stopped(), [Refusal::TooWide { limit: 16 }]);
    let read = import_with(&[("net.graphml", text.as_bytes())], Limits { carried: 8, ..Limits::default() });
    assert_eq!(read.stopped(), [Refusal::Carried { limit: 8 }]);
}

#[test]
fn a_network_with_a_document_type_is_refused() {
    let text = "<!DOCTYPE graphml [<!ENTITY a 'aaaa'>]><graphml><graph><node id='&a;'/></graph></graphml>";
    assert_eq!(read(text).stopped(), [Refusal::Doctype]);
}

#[test]
fn an_edge_before_its_nodes_is_as_good_as_one_behind_them() {
    let before = graphml("", "<edge source='a' target='b'/><node id='a'/><node id='b'/>");
    let behind = graphml("", "<node id='a'/><node id='b'/><edge source='a' target='b'/>");
    let links = |read: &Read| {
        let mut store = sourceline::store::Builder::new();
        read.records.iter().for_each(|it| store.add(it).unwrap());
        let store = store.finish();
        (store.actor_count(), store.components().sizes)
    };
    assert_eq!(links(&before), links(&behind));
    assert_eq!(links(&behind).1, [2]);
}
