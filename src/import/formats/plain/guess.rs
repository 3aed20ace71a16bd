//! Which column is what: a guess from the titles and the first rows of a table.

use super::{Column, Delimiter, Field, Mapping, Table, titles};
use crate::import::formats::Confidence;
use crate::import::input::Head;
use crate::import::record::Dating;
use crate::import::{country, country_by_code, tidy};

/// How many rows a guess is made from.
const ROWS: usize = 100;

/// How many rows of a table are shown.
const SAMPLE: usize = 5;

/// How many rows may stand over a table.
const OVER: usize = 8;

/// What is kept of a title, in letters.
const TITLE: usize = 120;

/// Names are not longer, in letters.
const NAME: usize = 150;

/// How a text is best read as a table; nothing where it is none.
pub(super) fn table(head: &Head<'_>) -> Option<Table> {
    if head.text().trim_start().starts_with(['<', '{', '[']) {
        return None;
    }
    let (delimiter, skip, rows) = rows(head)?;
    let (first, rest) = rows.split_first()?;
    let has_head = is_head(first, rest);
    let below = if has_head { rest } else { rows.as_slice() };
    let mut columns: Vec<_> = (0..first.len()).map(|at| column(first, below, at, has_head)).collect();
    if !has_head && is_parted(&rows) {
        // `Holm, Ida`
        for (column, field) in columns.iter_mut().zip([Field::LastName, Field::FirstName]) {
            column.field = field;
        }
    }
    name(&mut columns, below);
    let month_first = is_month_first(&columns, below);
    let sample = below.iter().take(SAMPLE).cloned().collect();
    let mapping = Mapping { delimiter, skip, has_head, month_first, columns };
    Some(Table { mapping, is_given: false, sample })
}

/// The first rows as a mapping that was given reads them.
pub(super) fn sample(head: &Head<'_>, mapping: Mapping) -> Table {
    let over = mapping.skip.saturating_add(usize::from(mapping.has_head));
    let mut rows = all_rows(head, mapping.delimiter, over.saturating_add(SAMPLE));
    let sample = rows.split_off(over.min(rows.len()));
    Table { mapping, is_given: true, sample }
}

/// The first rows; the last one of a whole file needs no line end.
fn all_rows(head: &Head<'_>, delimiter: Delimiter, most: usize) -> Vec<Vec<String>> {
    let rows = |head: &Head<'_>| head.rows(delimiter.byte(), most);
    if head.text().len() + 4 < Head::BYTES {
        let ended = format!("{}\n", head.text());
        rows(&Head::new(head.name, ended.as_bytes()))
    } else {
        rows(head)
    }
}

/// What parts the columns best, how many rows stand over the table, and its rows.
fn rows(head: &Head<'_>) -> Option<(Delimiter, usize, Vec<Vec<String>>)> {
    let mut best: Option<(usize, Delimiter, usize, Vec<Vec<String>>)> = None;
    for delimiter in Delimiter::ALL {
        let mut rows = all_rows(head, delimiter, ROWS);
        let width = usual_width(&rows);
        // Spreadsheets write down what parts the columns, and that row has two of them.
        let is_first = |row: &Vec<String>| row.len() == width && row.first().is_none_or(|it| it != "sep=");
        let skip = rows.iter().position(is_first).unwrap_or(0);
        if width < 2 || skip > OVER || rows.len() < skip + 2 {
            continue;
        }
        let rows = rows.split_off(skip);
        // Some programs write empty cells behind the last column.
        let is_blank = |row: &Vec<String>| row.iter().skip(width).all(|it| it.trim().is_empty());
        let even = rows.iter().filter(|row| row.len() >= width && is_blank(row)).count();
        // Most rows are as wide as the first, so it is no text with a comma here and there.
        // With titles that say so it is one even where half of its rows end early.
        let most = if is_titled(&rows) { 5 } else { 8 };
        let is_table = even * 10 >= rows.len() * most && !rows.iter().all(|row| is_prose(row));
        if is_table && best.as_ref().is_none_or(|(most, ..)| even * width > *most) {
            best = Some((even * width, delimiter, skip, rows));
        }
    }
    match best {
        Some((_, delimiter, skip, rows)) => Some((delimiter, skip, rows)),
        None => names_alone(head).map(|rows| (Delimiter::Tab, 0, rows)),
    }
}

/// True where two cells of the first row are titles.
fn is_titled(rows: &[Vec<String>]) -> bool {
    let is_sure = |it: &&String| titles::field(it).is_some_and(|(_, sure)| sure == Confidence::Sure);
    rows.first().is_some_and(|row| row.iter().filter(is_sure).count() > 1)
}

/// The width that most rows have; of two, the larger.
fn usual_width(rows: &[Vec<String>]) -> usize {
    let count = |width: usize| rows.iter().filter(|row| row.len() == width).count();
    rows.iter().map(Vec::len).max_by_key(|width| (count(*width), *width)).unwrap_or(0)
}

/// True for a line of sentences: a cell begins with a space and a small letter, and the last one ends with a stop.
fn is_prose(row: &[String]) -> bool {
    let goes_on = |it: &String| it.strip_prefix(' ').is_some_and(|it| it.starts_with(char::is_lowercase));
    row.iter().any(goes_on) && row.last().is_some_and(|it| it.trim_end().ends_with(['.', '!', '?', ';', ':']))
}

/// The lines of a list of names and nothing else. Nothing in such a file says what it is, so it must not be named like
/// another sort of file, and nearly all of its lines must look like names.
fn names_alone(head: &Head<'_>) -> Option<Vec<Vec<String>>> {
    let extension = head.name.rsplit_once('.').map_or("", |(_, it)| it).to_ascii_lowercase();
    if !matches!(extension.as_str(), "" | "csv" | "tsv" | "tab" | "txt" | "gz") {
        return None;
    }
    let rows = all_rows(head, Delimiter::Tab, ROWS);
    let below = rows.get(1..).filter(|it| !it.is_empty())?;
    let is_line = |row: &Vec<String>| match row.as_slice() {
        [cell] => looks_like_name(cell) && !is_sentence(cell),
        _ => false,
    };
    let names = below.iter().filter(|row| is_line(row)).count();
    let has_first = rows.first().is_some_and(|row| is_line(row) || is_title(row, below));
    (has_first && names * 10 >= below.len() * 9).then_some(rows)
}

fn is_title(row: &[String], below: &[Vec<String>]) -> bool {
    matches!(row, [title] if titles::field(title).is_some()) && is_head(row, below)
}

/// Many words, or a stop behind a long one: `Holdings Ltd.` is none.
fn is_sentence(cell: &str) -> bool {
    let last = cell.split_whitespace().next_back().unwrap_or_default();
    cell.split_whitespace().count() > 12
        || last.ends_with([':', '!', '?', ','])
        || last.ends_with('.') && last.len() > 6
}

/// True where the first row names the columns: with words that are titles and no values, or over a column of dates or
/// numbers that it does not fit.
fn is_head(first: &[String], rest: &[Vec<String>]) -> bool {
    let cells = || first.iter().enumerate().filter(|(_, it)| !it.trim().is_empty());
    let is_title = |at: usize, cell: &str| {
        titles::field(cell).is_some() && !values(rest, at).any(|it| it.eq_ignore_ascii_case(cell.trim()))
    };
    let titles = cells().filter(|(at, it)| is_title(*at, it)).count();
    let has_value = cells().any(|(_, it)| is_value(it.trim()) || is_country(it.trim()));
    let is_over = |(at, it): (usize, &String)| {
        let mut all = values(rest, at).peekable();
        !is_value(it.trim()) && all.peek().is_some() && all.all(is_value)
    };
    titles * 2 > cells().count() || !has_value && (titles > 0 || cells().any(is_over))
}

/// A number, a date or an address of the net: what no title is.
fn is_value(cell: &str) -> bool {
    let is_number = |it: &str| {
        it.chars().any(|it| it.is_ascii_digit())
            && it.chars().all(|it| it.is_ascii_digit() || " .,-+/:%".contains(it))
    };
    is_number(cell) || is_email(cell) || is_url(cell) || Dating::read(cell).is_some()
}

fn is_email(cell: &str) -> bool {
    cell.contains('@') && !cell.contains(' ')
}

fn is_url(cell: &str) -> bool {
    cell.starts_with("http://") || cell.starts_with("https://")
}

fn is_country(cell: &str) -> bool {
    country_by_code(cell).or_else(|| country(cell)).is_some()
}

/// The values of a column that say something.
fn values(rows: &[Vec<String>], at: usize) -> impl Iterator<Item = &str> {
    rows.iter().filter_map(move |row| row.get(at)).map(|it| it.trim()).filter(|it| !it.is_empty())
}

/// The beginning of a title: it stands beside each value, and there may be millions in a row.
fn short(title: &str) -> String {
    title.chars().take(TITLE).collect()
}

fn column(first: &[String], below: &[Vec<String>], at: usize, has_head: bool) -> Column {
    let title = first.get(at).map(|it| short(&tidy(it))).filter(|it| has_head && !it.is_empty());
    let said = title.as_deref().and_then(titles::field);
    let (field, sure) =
        match said.filter(|(field, sure)| *sure == Confidence::Sure || fits(*field, below, at)) {
            Some(said) => said,
            None => (by_values(below, at), Confidence::Possible),
        };
    Column { title: title.unwrap_or_else(|| (at + 1).to_string()), field, sure: Some(sure) }
}

/// True where the values of a column may be what a part of its title says: `alt type` is no kind of actor.
fn fits(field: Field, rows: &[Vec<String>], at: usize) -> bool {
    let most = |is: &dyn Fn(&str) -> bool| {
        let all = values(rows, at).count();
        values(rows, at).filter(|it| is(it)).count() * 2 >= all
    };
    match field {
        Field::Kind => most(&|it| super::kind(it).is_some()),
        Field::Gender => most(&|it| super::gender(it).is_some()),
        Field::Born | Field::Died | Field::ListedOn | Field::EndedOn => most(&is_date),
        Field::Name | Field::Alias | Field::FormerName | Field::FirstName | Field::LastName => {
            most(&|it| it.chars().any(char::is_alphabetic))
        }
        _ => true,
    }
}

fn is_date(cell: &str) -> bool {
    Dating::read(cell).or_else(|| Dating::read_american(cell)).is_some()
}

/// What a column is by what stands in it.
fn by_values(rows: &[Vec<String>], at: usize) -> Field {
    let all = |is: &dyn Fn(&str) -> bool| {
        let mut parts = values(rows, at).flat_map(|it| it.split([';', '|'])).map(str::trim).peekable();
        parts.peek().is_some() && parts.all(|it| it.is_empty() || is(it))
    };
    let is_year = |it: &str| it.len() == 4 && it.bytes().all(|it| it.is_ascii_digit());
    if all(&is_country) {
        Field::Country
    } else if all(&is_email) {
        Field::Email
    } else if all(&is_url) {
        Field::Website
    } else if all(&|it| super::kind(it).is_some()) {
        Field::Kind
    } else if all(&|it| it.chars().count() > 1 && super::gender(it).is_some()) {
        Field::Gender
    } else if all(&|it| !is_year(it) && is_date(it)) {
        // Of dates without a title nothing more is known; those of birth are what lists have most.
        Field::Born
    } else {
        Field::Extra
    }
}

/// True where each row is a family name and what stands before it, with a comma and a space between them.
fn is_parted(rows: &[Vec<String>]) -> bool {
    let is_part = |it: &str| looks_like_name(it) && it.split_whitespace().count() < 5;
    rows.iter().all(|row| match row.as_slice() {
        [last, first] => {
            first.starts_with(' ') && is_part(last) && is_part(first) && !is_country(first.trim())
        }
        _ => false,
    })
}

/// Where no title says which column has the names, it is the one that looks most like them, if any does.
fn name(columns: &mut [Column], rows: &[Vec<String>]) {
    if columns.iter().any(|it| it.field.is_name()) {
        return;
    }
    let score = |at: usize| {
        let all: Vec<_> = values(rows, at).collect();
        let names = all.iter().filter(|it| looks_like_name(it)).count();
        let (mut distinct, with_space) = (all.clone(), all.iter().filter(|it| it.contains(' ')).count());
        distinct.sort_unstable();
        distinct.dedup();
        // Groups and colours come again and again; a name may, but not most of them.
        let is_names = !all.is_empty() && names * 10 >= all.len() * 8 && distinct.len() * 2 >= all.len();
        // Half of them have a space: that tells names from codes.
        is_names.then_some(with_space * 2 >= all.len())
    };
    let free = columns.iter().enumerate().filter(|(_, it)| it.field == Field::Extra);
    let scored = free.filter_map(|(at, _)| Some((score(at)?, at)));
    let best = scored.reduce(|best, it| if it.0 && !best.0 { it } else { best });
    if let Some(column) = best.and_then(|(_, at)| columns.get_mut(at)) {
        column.field = Field::Name;
        column.sure = Some(Confidence::Possible);
    }
}

/// Two letters or more that begin large, where their script has large ones, and that are most of it.
fn looks_like_name(cell: &str) -> bool {
    let cell = cell.trim();
    let letters = cell.chars().filter(|it| it.is_alphabetic()).count();
    let all = cell.chars().filter(|it| !it.is_whitespace()).count();
    let begins = cell.chars().find(|it| it.is_alphabetic()).is_some_and(|it| !it.is_lowercase());
    begins && letters >= 2 && letters * 2 >= all && all <= NAME && !is_email(cell) && !is_url(cell)
}

/// True where some date between strokes can only have the month first, and none the day.
fn is_month_first(columns: &[Column], rows: &[Vec<String>]) -> bool {
    let dates = [Field::Born, Field::Died, Field::ListedOn, Field::EndedOn];
    let dated = columns.iter().enumerate().filter(|(_, it)| dates.contains(&it.field));
    let all: Vec<_> = dated.flat_map(|(at, _)| values(rows, at)).filter(|it| it.contains('/')).collect();
    let only = |reads: fn(&str) -> Option<Dating>, other: fn(&str) -> Option<Dating>| {
        all.iter().any(|it| reads(it).is_some() && other(it).is_none())
    };
    only(Dating::read_american, Dating::read) && !only(Dating::read, Dating::read_american)
}
