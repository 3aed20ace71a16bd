//! The columns of the CSV files by their headings, whose order and writing changed over the years.

use super::fields::Field;
use crate::import::rows::Row;

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The number that joins the rows of an entry.
    Id,
    /// A part of a name, counted from 0.
    Name(usize),
    NameType,
    Strength,
    Original,
    Script,
    Language,
    Kind,
    /// A line of an address, counted from 0.
    Line(usize),
    PostalCode,
    Country,
    Town,
    BirthCountry,
    Passport,
    PassportNote,
    National,
    NationalNote,
    /// What needs no other column, one value in a cell.
    One(Field),
    /// The same with values that may be several in a cell.
    Many(Field),
}

use Column::{Many, One};

/// Headings as [`letters`], but for the column of the id, which each list has its own name for.
const HEADINGS: &[(&str, Column)] = &[
    ("ofsigroupid", One(Field::OfsiGroup)),
    ("unreferencenumber", One(Field::UnReference)),
    ("name1", Column::Name(0)),
    ("name2", Column::Name(1)),
    ("name3", Column::Name(2)),
    ("name4", Column::Name(3)),
    ("name5", Column::Name(4)),
    ("name6", Column::Name(5)),
    ("nametype", Column::NameType),
    ("aliastype", Column::NameType),
    ("aliasstrength", Column::Strength),
    ("aliasquality", Column::Strength),
    ("title", Many(Field::Title)),
    ("namenonlatinscript", Column::Original),
    ("nonlatinscripttype", Column::Script),
    ("nonlatinscriptlanguage", Column::Language),
    ("regimename", One(Field::Regime)),
    ("regime", One(Field::Regime)),
    ("designationtype", Column::Kind),
    ("individualentityship", Column::Kind),
    ("grouptype", Column::Kind),
    ("designationsource", One(Field::Source)),
    ("sanctionsimposed", One(Field::Measures)),
    ("otherinformation", One(Field::Other)),
    ("ukstatementofreasons", One(Field::Reasons)),
    ("addressline1", Column::Line(0)),
    ("addressline2", Column::Line(1)),
    ("addressline3", Column::Line(2)),
    ("addressline4", Column::Line(3)),
    ("addressline5", Column::Line(4)),
    ("addressline6", Column::Line(5)),
    ("address1", Column::Line(0)),
    ("address2", Column::Line(1)),
    ("address3", Column::Line(2)),
    ("address4", Column::Line(3)),
    ("address5", Column::Line(4)),
    ("address6", Column::Line(5)),
    ("addresspostalcode", Column::PostalCode),
    ("postzipcode", Column::PostalCode),
    ("addresscountry", Column::Country),
    ("country", Column::Country),
    ("phonenumber", Many(Field::Phone)),
    ("website", Many(Field::Website)),
    ("emailaddress", Many(Field::Email)),
    ("datedesignated", One(Field::Designated)),
    ("uksanctionslistdatedesignated", One(Field::Designated)),
    ("listedon", One(Field::Listed)),
    ("lastupdated", One(Field::Updated)),
    ("dob", Many(Field::Born)),
    ("nationalityies", Many(Field::Nationality)),
    ("nationality", Many(Field::Nationality)),
    ("nationalidentifiernumber", Column::National),
    ("nationalidentificationnumber", Column::National),
    ("ninumber", Column::National),
    ("nationalidentifieradditionalinformation", Column::NationalNote),
    ("nationalidentificationdetails", Column::NationalNote),
    ("passportnumber", Column::Passport),
    ("passportadditionalinformation", Column::PassportNote),
    ("passportdetails", Column::PassportNote),
    ("position", Many(Field::Position)),
    ("gender", One(Field::Gender)),
    ("townofbirth", Column::Town),
    ("countryofbirth", Column::BirthCountry),
    ("typeofentity", One(Field::EntityType)),
    ("subsidiaries", Many(Field::Subsidiary)),
    ("parentcompany", Many(Field::Parent)),
    ("businessregistrationnumbers", Many(Field::Registration)),
    ("businessregno", Many(Field::Registration)),
    ("imonumber", Many(Field::Imo)),
    ("currentowneroperators", Many(Field::Owner)),
    ("previousowneroperators", Many(Field::PastOwner)),
    ("currentbelievedflagofship", Many(Field::Flag)),
    ("previousflags", Many(Field::PastFlag)),
    ("typeofship", One(Field::ShipType)),
    ("tonnageofship", One(Field::Tonnage)),
    ("lengthofship", One(Field::Length)),
    ("yearbuilt", One(Field::Built)),
    ("hullidentificationnumberhin", One(Field::Hull)),
    ("uksanctionslistref", One(Field::Reference)),
    ("unref", One(Field::UnReference)),
];

/// The letters and digits of a heading in lower case: `Nationality(/ies)` is `nationalityies`.
fn letters(heading: &str) -> String {
    heading.chars().filter(char::is_ascii_alphanumeric).map(|it| it.to_ascii_lowercase()).collect()
}

/// The column of a heading, or of a label in the remarks of the old list.
pub(super) fn column(heading: &str) -> Option<Column> {
    let letters = letters(heading);
    HEADINGS.iter().find(|(own, _)| *own == letters).map(|(_, column)| *column)
}

/// True where a row is the head of a list whose ids stand under that heading.
pub(super) fn is_head<'r>(cells: impl IntoIterator<Item = &'r str>, id: &str) -> bool {
    let cells: Vec<_> = cells.into_iter().map(letters).collect();
    let has = |own: &str| cells.iter().any(|it| it == own);
    has(&letters(id)) && has("name6") && has("name1")
}

/// The columns of a file.
pub(super) struct Columns {
    columns: Vec<Option<Column>>,
    headings: Vec<String>,
}

impl Columns {
    pub(super) fn new(head: &Row<'_>, id: &str) -> Self {
        let headings: Vec<_> = (0..head.len()).map(|it| head.get(it).trim().to_owned()).collect();
        let id = letters(id);
        let own = |it: &String| if letters(it) == id { Some(Column::Id) } else { column(it) };
        Self { columns: headings.iter().map(own).collect(), headings }
    }

    pub(super) const fn len(&self) -> usize {
        self.columns.len()
    }

    /// The cells of a row that say something, with their columns; nothing for a heading that is not known.
    pub(super) fn cells<'c>(
        &'c self,
        row: &'c Row<'_>,
    ) -> impl Iterator<Item = (Option<Column>, &'c str, &'c str)> {
        let all = self.columns.iter().zip(&self.headings).enumerate();
        let all = all.map(|(nth, (column, heading))| (*column, heading.as_str(), row.get(nth).trim()));
        all.filter(|(_, _, cell)| !cell.is_empty())
    }

    /// True where the file has a column.
    pub(super) fn has(&self, column: Column) -> bool {
        self.columns.contains(&Some(column))
    }

    /// The cell of the first column of its sort.
    pub(super) fn get<'r>(&self, row: &'r Row<'_>, column: Column) -> &'r str {
        let place = self.columns.iter().position(|it| *it == Some(column));
        place.map(|it| row.get(it).trim()).unwrap_or_default()
    }
}
