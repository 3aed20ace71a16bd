//! From rows to lanes.

use super::{Item, Lane, Time, Timeline};
use crate::model::{
    ActorId, Attribution, Dataset, FactKind, Keyed, ListingStatus, QuadClass, Standing, Status,
};
use crate::order;
use crate::query::{Lanes, Period, Row, Selection, authority, passed};
use crate::words::{self, Words};

impl Timeline {
    /// The timeline of some rows.
    ///
    /// `shown` are the rows that the query leaves, `all` those that it would leave without the period; each
    /// in the order of the dataset.
    pub fn of(data: &Dataset, words: &Words, by: Lanes, period: Period, [shown, all]: [&[Row]; 2]) -> Self {
        let own = words::timeline();
        let mut lanes: Vec<(usize, Lane)> = Vec::new();
        let mut undated = Lane { label: own.undated.to_owned(), items: Vec::new() };
        for row in shown {
            let item = Item::of(data, words, *row);
            if item.time == Time::Undated {
                undated.items.push(item);
                continue;
            }
            let (place, label) = lane(data, by, *row);
            match lanes.iter_mut().find(|(it, _)| *it == place) {
                Some((_, lane)) => lane.items.push(item),
                None => lanes.push((place, Lane { label: label.to_owned(), items: vec![item] })),
            }
        }
        order::sort_by_key(&mut lanes, |(place, _)| *place);
        let sorted = |(_, mut lane): (usize, Lane)| {
            order::sort_by_key(&mut lane.items, |item| (item.time.order(), item.place()));
            lane
        };
        let time = |row: &Row| (Time::of(row.when(data)), tone(data, *row));
        let all: Vec<_> = all.iter().map(time).collect();
        let without_date = all.iter().filter(|(time, _)| *time == Time::Undated).count();
        Self {
            by,
            lanes: lanes.into_iter().map(sorted).collect(),
            left_out: without_date - undated.items.len(),
            undated,
            all,
            period,
        }
    }

    /// The lanes, that of what has no date last; none is empty.
    pub fn all_lanes(&self) -> impl Iterator<Item = &Lane> {
        self.lanes.iter().chain(Some(&self.undated).filter(|lane| !lane.items.is_empty()))
    }

    /// How many facts and designations it shows.
    pub fn count(&self) -> usize {
        self.all_lanes().map(|lane| lane.items.len()).sum()
    }

    /// All that it shows, with the lane it stands in: in order of time, across the lanes.
    pub fn by_time(&self, data: &Dataset) -> Vec<(String, &Item)> {
        let items = self.all_lanes().flat_map(|lane| &lane.items);
        let lane_of = |item: &Item| lane(data, self.by, item.row).1.to_owned();
        let mut all: Vec<_> = items.map(|item| (lane_of(item), item)).collect();
        order::sort_by_key(&mut all, |(_, item)| (item.time.order(), item.place()));
        all
    }
}

impl Item {
    fn of(data: &Dataset, words: &Words, row: Row) -> Self {
        let when = row.when(data);
        let (selection, text, attribution, status, hollow, stated) = match row {
            Row::Fact(id) => {
                let fact = &data[id];
                let hollow = matches!(fact.status, Status::Planned | Status::UnderDiscussion);
                let stated = fact.standing(data) == Standing::Attributed;
                let selection = Selection::Fact(fact.key.clone());
                (
                    selection,
                    fact.text.to_string(),
                    &fact.attribution,
                    words.status(fact.status),
                    hollow,
                    stated,
                )
            }
            Row::Designation(id) => {
                let it = &data[id];
                let text = format!("{}: {}", data[it.target].name, it.reason);
                let hollow = it.status == ListingStatus::UnderDiscussion;
                let selection = Selection::Designation(it.key.clone());
                (selection, text, &it.attribution, words.listing(it.status), hollow, false)
            }
        };
        Self {
            row,
            selection,
            text,
            speaker: speaker(data, words, attribution),
            time: Time::of(when),
            reported: (*when.reported).clone(),
            basis: when.basis,
            tone: tone(data, row),
            status,
            denied: matches!(row, Row::Fact(id) if data[id].status == Status::Denied),
            hollow,
            stated,
        }
    }

    /// Facts first, then designations, each in the order of the dataset.
    const fn place(&self) -> (bool, usize) {
        match self.row {
            Row::Fact(id) => (false, id.index()),
            Row::Designation(id) => (true, id.index()),
        }
    }
}

fn speaker(data: &Dataset, words: &Words, attribution: &Attribution) -> String {
    let name = |id: &ActorId| data[*id].name.clone();
    let who = attribution.speaker.as_ref().or(attribution.via.first());
    who.map_or_else(|| words.own_voice.to_owned(), name)
}

fn tone(data: &Dataset, row: Row) -> &'static str {
    match row {
        Row::Fact(id) if data[id].status == Status::ReportedAbsence => "gap",
        Row::Designation(_) => QuadClass::MaterialConflict.key(),
        Row::Fact(_) => passed(data, row),
    }
}

/// The lane of a row: its place among the lanes and its label.
fn lane(data: &Dataset, by: Lanes, row: Row) -> (usize, &str) {
    let actor = authority(data, row);
    match by {
        Lanes::Actor => (actor.index(), &data[actor].short),
        Lanes::Side => match data[actor].side {
            Some(side) => (side.index(), &data[side].label),
            None => (usize::MAX, words::timeline().no_side),
        },
        Lanes::Kind => match row {
            Row::Fact(id) => {
                let kind = data[id].kind;
                let place = FactKind::ALL.iter().position(|it| *it == kind);
                (place.unwrap_or_default(), words::dossier().fact_kind(kind))
            }
            Row::Designation(_) => (FactKind::ALL.len(), words::dossier().kicker_designation),
        },
    }
}
