//! What is said of an opened list.

use crate::import::record::{Gender, IdKind, Kind, Listing, NameKind, RelationKind};
use crate::store::{Column, Facet, UNLISTED};

/// The words of an opened list in one language. A text with `{}` takes its values in their order.
#[expect(missing_docs, reason = "each field is the place of the text that its name says")]
pub struct OpenedWords {
    pub target: &'static str,
    pub listed: &'static str,
    pub ended: &'static str,
    pub degree: &'static str,
    facets: [&'static str; 7],
    /// In the order of [`Listing::ALL`], and for who is not listed.
    statuses: [&'static str; Listing::ALL.len()],
    unlisted: &'static str,
    kinds: [&'static str; 12],
    relations: [[&'static str; 2]; 11],
    genders: [&'static str; 3],
    pub several_files: &'static str,
    pub list_file: &'static str,
    pub report_file: &'static str,
    pub no_name: &'static str,
    pub id_in: &'static str,
    pub also_called: &'static str,

    pub section_designations: &'static str,
    pub section_relations: &'static str,
    pub section_named_by: &'static str,
    pub section_names: &'static str,
    pub section_identifiers: &'static str,
    pub section_remarks: &'static str,
    pub alias: &'static str,
    pub weak_alias: &'static str,
    pub former: &'static str,
    pub primary: &'static str,
    pub script: &'static str,
    pub language: &'static str,
    pub born: &'static str,
    pub founded: &'static str,
    pub birth_place: &'static str,
    pub died: &'static str,
    pub gender: &'static str,
    pub nationality: &'static str,
    pub country: &'static str,
    pub address: &'static str,
    pub title: &'static str,
    pub position: &'static str,
    pub programme: &'static str,
    pub measures: &'static str,
    pub legal_basis: &'static str,
    pub in_force_on: &'static str,
    pub effective: &'static str,
    pub updated: &'static str,
    pub reference: &'static str,
    pub reason: &'static str,
    pub note: &'static str,
    pub issued: &'static str,
    pub expires: &'static str,
    pub circa: &'static str,
    pub calendar: &'static str,
    pub means_several: &'static str,
    pub means_nobody: &'static str,
    pub more_links: &'static str,
    pub only_added: &'static str,
    pub since_until: &'static str,
    ids: [&'static str; 16],
    extras: &'static [(&'static str, &'static str)],
}

/// The English words.
pub const fn opened() -> &'static OpenedWords {
    const EN: &OpenedWords = &OpenedWords {
        target: "Target",
        listed: "Listed",
        ended: "Ended",
        degree: "Related to",
        facets: ["Status", "Kind", "Programme", "Country", "Measure", "Authority", "List"],
        statuses: ["in force", "pending", "ended"],
        unlisted: "not listed",
        kinds: [
            "Person",
            "Organization",
            "Company",
            "Public body",
            "Person or organization",
            "Vessel",
            "Aircraft",
            "Vehicle",
            "Crypto wallet",
            "Asset",
            "Security",
            "Unknown",
        ],
        relations: [
            ["owns", "is owned by"],
            ["directs", "is directed by"],
            ["is a member of", "has as a member"],
            ["is employed by", "employs"],
            ["represents", "is represented by"],
            ["is family of", "is family of"],
            ["is an associate of", "is an associate of"],
            ["succeeds", "is succeeded by"],
            ["pays", "is paid by"],
            ["owes to", "is owed by"],
            ["is linked to", "is linked to"],
        ],
        genders: ["female", "male", "other"],
        several_files: "{} and {} more",
        list_file: "list",
        report_file: "report",
        no_name: "without a name",
        id_in: "{} in {}",
        also_called: "also “{}”",

        section_designations: "Designations",
        section_relations: "Relations that its record tells",
        section_named_by: "Others that name it",
        section_names: "Names",
        section_identifiers: "Numbers and papers",
        section_remarks: "Remarks",
        alias: "also called",
        weak_alias: "weak alias",
        former: "formerly",
        primary: "listed as",
        script: "script: {}",
        language: "language: {}",
        born: "Born",
        founded: "Founded or built",
        birth_place: "Birth place",
        died: "Died",
        gender: "Gender",
        nationality: "Nationality",
        country: "Country",
        address: "Address",
        title: "Title",
        position: "Position",
        programme: "Programme",
        measures: "Measures",
        legal_basis: "Legal basis",
        in_force_on: "in force on {}",
        effective: "In effect",
        updated: "Changed",
        reference: "Reference",
        reason: "Reason",
        note: "Note",
        issued: "issued {}",
        expires: "expires {}",
        circa: "about",
        calendar: "calendar: {}",
        means_several: "by that name there are {} in this list",
        means_nobody: "nobody in this list has that name or number",
        more_links: "and {} more",
        only_added: "The entry itself is not in these files; they only add to it.",
        since_until: "{} – {}",
        ids: [
            "Passport",
            "National number",
            "Tax number",
            "Registration",
            "VAT number",
            "LEI",
            "SWIFT/BIC",
            "IMO number",
            "MMSI",
            "Call sign",
            "Tail number",
            "Serial number",
            "Wallet",
            "Security",
            "D-U-N-S number",
            "Number",
        ],
        extras: &[
            ("website", "Web site"),
            ("email", "E-mail"),
            ("phone", "Telephone"),
            ("type", "Type"),
            ("model", "Model"),
            ("flag", "Flag"),
            ("pastFlags", "Former flags"),
            ("tonnage", "Tonnage"),
            ("grossRegisteredTonnage", "Gross registered tonnage"),
            ("owner", "Owner"),
            ("operator", "Operator"),
            ("buildDate", "Built"),
            ("sector", "Sector"),
            ("legalForm", "Legal form"),
            ("ethnicity", "Ethnicity"),
            ("secondarySanctionsRisk", "Secondary sanctions risk"),
        ],
    };
    EN
}

impl OpenedWords {
    /// The heading of a facet.
    pub fn facet(&self, it: Facet) -> &'static str {
        super::nth(&Facet::ALL, it, &self.facets)
    }

    /// The heading of a column.
    pub fn column(&self, it: Column) -> &'static str {
        match it {
            Column::Target => self.target,
            Column::Facet(facet) => self.facet(facet),
            Column::Listed => self.listed,
            Column::Ended => self.ended,
            Column::Degree => self.degree,
        }
    }

    /// The value of a facet for readers, where it has a word of its own here.
    pub fn value(&self, facet: Facet, value: &str) -> Option<String> {
        match facet {
            Facet::Status => {
                let listing = Listing::ALL.into_iter().find(|it| it.key() == value);
                let unlisted = (value == UNLISTED).then_some(self.unlisted);
                listing.map(|it| self.status(it)).or(unlisted).map(str::to_owned)
            }
            Facet::Kind => Kind::of_schema(value).map(|it| self.kind(it).to_owned()),
            _ => None,
        }
    }

    /// What an actor is.
    pub fn kind(&self, it: Kind) -> &'static str {
        super::nth(&Kind::ALL, it, &self.kinds)
    }

    /// Whether a designation holds.
    pub fn status(&self, it: Listing) -> &'static str {
        super::nth(&Listing::ALL, it, &self.statuses)
    }

    /// How an actor is related to another; `inverse` where the other is the one that owns, directs ….
    pub fn relation(&self, it: RelationKind, inverse: bool) -> &'static str {
        let at = RelationKind::ALL.iter().position(|kind| *kind == it);
        let [forth, back] = at.and_then(|at| self.relations.get(at)).copied().unwrap_or_default();
        if inverse { back } else { forth }
    }

    /// Gender.
    pub const fn gender(&self, it: Gender) -> &'static str {
        let [female, male, other] = self.genders;
        match it {
            Gender::Female => female,
            Gender::Male => male,
            Gender::Other => other,
        }
    }

    /// What a name is to its actor.
    pub const fn name(&self, kind: NameKind, weak: bool) -> &'static str {
        match (kind, weak) {
            (_, true) => self.weak_alias,
            (NameKind::Primary, _) => self.primary,
            (NameKind::Alias, _) => self.alias,
            (NameKind::Former, _) => self.former,
        }
    }

    /// What sort of number.
    pub const fn id(&self, it: IdKind) -> &'static str {
        let [
            passport,
            national,
            tax,
            registration,
            vat,
            lei,
            swift,
            imo,
            mmsi,
            call_sign,
            tail,
            serial,
            wallet,
            security,
            duns,
            other,
        ] = self.ids;
        match it {
            IdKind::Passport => passport,
            IdKind::National => national,
            IdKind::Tax => tax,
            IdKind::Registration => registration,
            IdKind::Vat => vat,
            IdKind::Lei => lei,
            IdKind::Swift => swift,
            IdKind::Imo => imo,
            IdKind::Mmsi => mmsi,
            IdKind::CallSign => call_sign,
            IdKind::TailNumber => tail,
            IdKind::Serial => serial,
            IdKind::Wallet => wallet,
            IdKind::Security => security,
            IdKind::Duns => duns,
            IdKind::Other => other,
        }
    }

    /// The name of an extra; what has none is in the words of the list already.
    pub fn extra<'a>(&self, name: &'a str) -> &'a str {
        self.extras.iter().find(|(key, _)| *key == name).map_or(name, |(_, label)| label)
    }
}
